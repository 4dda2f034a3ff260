"""Random amounts that the grammar allows, and pieces of which any text can be made."""

from collections.abc import Callable

from hypothesis import strategies as st

from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import UNITS

NUMBERS = st.one_of(
    st.integers(0, 10**9).map(str),
    st.integers(0, 10**9).map("{:,}".format),
    st.tuples(st.integers(0, 99999), st.from_regex(r"[0-9]{1,6}", fullmatch=True)).map("{0[0]}.{0[1]}".format),
    st.sampled_from(["三", "十", "十五", "二十", "一百零五", "三百二十", "两千"]),
)
CHINESE_AMOUNTS = st.tuples(
    st.sampled_from(["", "约", "近", "超", "不足", "至少", "最多", "达到"]),
    st.sampled_from(["", "-", "＋"]),
    NUMBERS,
    st.sampled_from(["", "万", "亿", "万亿"]),
    st.sampled_from([unit.name.zh for unit in UNITS.values() if not unit.is_fraction]),
).map("".join)
ENGLISH_AMOUNTS = st.tuples(
    st.sampled_from(["", "about ", "nearly ", "over ", "under ", "at least ", "up to "]),
    st.sampled_from(["", "-", "−"]),
    NUMBERS,
    st.sampled_from([" ", "k ", " million ", " bn ", " trillion "]),
    st.sampled_from([unit.name.en for unit in UNITS.values() if not unit.is_fraction]),
).map("".join)
AMOUNTS = CHINESE_AMOUNTS | ENGLISH_AMOUNTS


def same(*quantities: Quantity) -> bool:
    """True where value, interval, qualifier and dimension are the same."""
    return len({(q.value, q.low, q.high, q.qualifier, UNITS[q.unit].dimension) for q in quantities}) == 1


def read_or_fault(read: Callable[[str], Quantity], text: str) -> Quantity | Fault:
    try:
        return read(text)
    except Fault as fault:
        return fault


PIECES = st.sampled_from(
    [
        *"0123456789.,，．+-−–余多约近超百千万亿十零一二两个家元%％ \n/每人月km",
        "million",
        "over ",
        "$",
        "至少",
        "增长",
        "下降",
        "倍",
        "超额",
        *"成点半—～至到破上过/三五",
        "百分之",
        "分之",
        "half",
        " to ",
        "between ",
        "翻",
        "番",
    ]
)
