"""Tables of random shapes give exactly their figures; any text with tabs is read, each number once, and in time."""

import time
from collections.abc import Callable
from typing import Final, NamedTuple

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from indicators.curate.recognition.text.folding import fold
from indicators.curate.tables import blocks
from tests.curate.recognition.test_reading import reader
from tests.curate.tables.test_tables import figures, told

METRICS: Final = {
    "地区生产总值": "gdp",
    "固定资产投资": "fixed-asset-investment",
    "一般公共预算收入": "budget-revenue",
    "社会消费品零售总额": "retail-sales",
}
PLACES: Final = {"东港区": "donggang", "岚山区": "lanshan", "五莲县": "wulian", "莒县": "juxian"}


class KnownTable(NamedTuple):
    """A table, and what it says: metric, region, period, number, unit and growth of each of its values."""

    text: str
    truth: list[tuple[str, ...]]


@st.composite
def known_tables(draw: Callable[..., object]) -> KnownTable:
    def choose(strategy: st.SearchStrategy[object]) -> object:
        return draw(strategy)

    shape = choose(st.sampled_from(["rows", "places", "years"]))
    unit = str(choose(st.sampled_from(["亿元", "万元"])))
    metrics = list(METRICS)[: int(str(choose(st.integers(1, 4))))]
    places = list(PLACES)[: int(str(choose(st.integers(2, 4))))]
    number = st.integers(1, 99_999).map(lambda tenths: f"{tenths // 10}.{tenths % 10}")
    rate = st.integers(-300, 300).map(lambda tenths: f"{'-' * (tenths < 0)}{abs(tenths) // 10}.{abs(tenths) % 10}")
    cell = st.one_of(number, st.just("—"))
    in_title = bool(choose(st.booleans()))
    footnote = str(choose(st.sampled_from(["", "①"])))
    bracket = "" if in_title else f"（{unit}）"
    title = ["2022年五莲县主要指标", *([f"单位：{unit}、%"] if in_title else [])]
    truth: list[tuple[str, ...]] = []

    def value(metric: str, region: str, period: str, printed: str, growth: str = "") -> list[str]:
        rates = [f"{growth}%"] if growth not in {"", "—"} else []
        if printed != "—":
            truth.append((METRICS[metric], region, period, printed, unit, *rates))
        elif rates:
            truth.append((METRICS[metric], region, period, "", "", *rates))
        return [printed + footnote * (printed != "—"), *([growth] if growth else [])]

    def drawn(strategy: st.SearchStrategy[str]) -> str:
        return str(draw(strategy))

    if shape == "rows":
        rows = [["指标", f"绝对量{bracket}", "同比增长（%）"]]
        rates = st.one_of(rate, st.just("—"))
        rows += [[name, *value(name, "wulian", "2022", drawn(cell), drawn(rates))] for name in metrics]
    elif shape == "places":
        rows = [["地区", *(text for name in metrics for text in (f"{name}{bracket}", "增速（%）"))]]
        for place in places:
            cells = [value(name, PLACES[place], "2022", drawn(number), drawn(rate)) for name in metrics]
            rows.append([place, *(text for several in cells for text in several)])
    else:
        rows = [["指标", "2019年", "2020年", "2021年"]]
        for name in metrics:
            cells = [value(name, "wulian", year, drawn(number)) for year in ("2019", "2020", "2021")]
            rows.append([f"{name}{bracket}", *(text for several in cells for text in several)])
    joint = str(choose(st.sampled_from(["\t", " | "])))
    lines = [f"| {joint.join(row)} |" if "|" in joint else joint.join(row) for row in rows]
    return KnownTable("\n".join([*title, *lines]) + "\n", truth)


@settings(max_examples=60, deadline=None)
@given(known_tables())
def test_a_random_table_gives_exactly_its_figures(table: KnownTable) -> None:
    assert sorted(told(table.text)) == sorted(table.truth), table.text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("12.5亿元%增长指标地区 \t\n\r|#—-（）：五莲县年①"), max_size=160))
@example("a\tb\n1\t2\n")
@example("\t\n\t\n1\t\t\n")
@example("|1|2|\n|-|-|\n|3|4|")
def test_any_text_with_tabs_is_read(text: str) -> None:
    found = blocks.find(text)
    rest = blocks.without(text, found)
    assert len(rest) == len(text)
    for block in found:
        for row in block.rows:
            assert all(text[cell.start : cell.end] == cell.text for cell in row)
    folded = "".join(fold(text).text.split())
    for figure in figures(text):
        assert "".join(fold(figure.text).text.split()) in folded
        assert 0 <= figure.start < figure.end <= len(text)


LONG: Final = 200_000
BAIT: Final = (
    "\t" * 3 * LONG,
    "\t\n" * LONG,
    "1\t" * LONG,
    "a\tb\n" * (LONG // 4),
    "a\t1\n" * (LONG // 4),
    "| " * LONG,
    "-" * LONG,
    f"|{'-' * LONG}x\n|{'-' * LONG}x",
    " " * LONG,
    "a  1\n" * (LONG // 5),
    f"{'，' * 59}\n" * (LONG // 60),
)


@pytest.mark.slow
@pytest.mark.parametrize("text", BAIT, ids=range(len(BAIT)))
def test_what_looks_for_tables_takes_time_that_grows_with_the_text_only(text: str) -> None:
    start = time.process_time()
    blocks.find(text)
    hundred_thousands = len(text) / 100_000
    assert time.process_time() - start < 0.4 * hundred_thousands  # it takes less than 0.1 where nothing else runs


@pytest.mark.slow
@pytest.mark.parametrize(
    "text", ["五莲县很好。\n指标\t2023年（亿元）\n投资\t3.5\n" * 300, "1\t" * 9_000 + "\n2\t3"], ids=len
)
def test_many_tables_and_wide_ones_are_read_in_time(text: str) -> None:
    start = time.process_time()
    reader().read(text)
    assert time.process_time() - start < 4
