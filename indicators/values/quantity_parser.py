"""An amount as a newspaper prints it, in Chinese or in English → an exact Quantity."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.values.amount_grammar import (
    MOST_DIGITS,
    WHOLE,
    WORDS_AFTER,
    WORDS_BEFORE,
    Form,
    quantity_of,
    range_ends,
    read,
    taken_apart,
)
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.spelled_numbers import plain_amount, shortened, stripped
from indicators.values.unit_table import BUILT_IN, UnitTable

FAULTS: Final[frozenset[str]] = frozenset(
    {
        "quantity-empty",
        "quantity-number",
        "quantity-digits",
        "quantity-qualifiers",
        "quantity-range",
        "quantity-range-unclear",
        "quantity-unit-missing",
        "quantity-unit-unknown",
        "unit-twice",
        "growth-unit",
        "growth-points",
        "change-rate",
        "change-points",
        "points-unit",
        "share-unit",
        "share-range",
        "completion-unclear",
        "completion-unit",
        "completion-negative",
    }
)


@lru_cache(maxsize=16384)  # amounts repeat, and each takes half a kilobyte
def parse(text: str, table: UnitTable = BUILT_IN) -> Quantity:
    """The quantity that is printed, in the base unit of its dimension; ``table`` has the units that are known.

    Raises Fault (FAULTS) where the text is not exactly one amount with a known unit.

    The interval is half a unit of the last printed digit to either side: 1.68亿元 is 167 500 000 to 168 500 000, and
    5000万元 is within 5000元. A count of things or people that is printed to the last one is exact: 7个.
    With a qualifier, a step is one unit of the last digit that is not zero, times its multiplier (250余万: 100 000):

    * over (超 逾 余 多): value to value + step; nearly (近) and under (不足): value - step to value;
    * about (约 左右): half a step to either side;
    * at-least (至少 以上): value and more; at-most (最多 以下): from 0, or minus infinity where the value is negative;
    * reached (达) adds nothing to the number.

    A rate that fell is negative: 下降0.3%, down 0.3%. A fraction in words (一半, two-thirds) is as exact as 成: a step
    is a tenth. A range (30—50亿元) is its interval.
    """
    printed = stripped(text)
    if parts := _ONE_NUMBER.fullmatch(printed):
        before, whole, fraction, after = parts.groups("")
        digits = whole.replace(",", "") + fraction
        form = _form(before, len(fraction), after, table) if len(digits) <= MOST_DIGITS else None
        if form:
            return quantity_of(printed, digits, form)
    plain = plain_amount(printed)
    return _fallen(plain, printed, table) or read(plain, printed, table)


def _fallen(plain: str, printed: str, table: UnitTable) -> Quantity | None:
    """A rate that is printed as a fall (下降0.3%, down 0.3%): below zero. None for any other amount."""
    verb = _DOWN.match(plain)
    if verb is None or range_ends(plain[verb.end() :]):
        return None
    fall = read(plain[verb.end() :], printed, table, down=True)
    return fall if fall.unit.dimension == "ratio" and fall.unit != "fold" else None


_ONE_NUMBER: Final = re.compile(rf"([^0-9０-９]*)({WHOLE})(?:\.([0-9]+))?([^0-9０-９]*)")


@lru_cache(maxsize=4096)
def _form(before: str, decimals: int, after: str, table: UnitTable) -> Form | None:
    """The form of all amounts with these words and so many digits after the point; None where these are no amounts.

    A hundred thousand amounts have a few hundred forms, and digits alone are read in a third of the time.
    """
    sample = f"{before}1{'.' * bool(decimals)}{'1' * decimals}{after}"
    try:
        digits, form = taken_apart(plain_amount(sample), sample, table)
    except Fault:  # the amount itself will raise it
        return None
    return form if len(digits) == 1 + decimals else None  # 七成五 and 1亿五千万 have digits elsewhere, too


def parse_in_unit(text: str, unit: str, table: UnitTable = BUILT_IN) -> Quantity:
    """The quantity of a number that is printed without its unit (540万, 24.52 million), in one that the curator gives.

    ``unit`` is the id of a unit, or words as printed elsewhere, such as 万人 in the head of a table. Raises Fault:
    those of ``parse``, and ``unit-twice`` for an amount whose unit is printed.
    """
    printed = stripped(text)
    try:
        parse(printed, table)
    except Fault as fault:
        if fault.code != "quantity-unit-missing":
            raise
    else:
        raise Fault("unit-twice", text=shortened(printed))
    words = _AT_THE_END.search(printed)
    end = words.start() if words else len(printed)
    spelled = table.units[unit].name.zh if unit in table.units else unit
    amount = parse(f"{printed[:end]} {spelled} {printed[end:]}", table)
    return amount._replace(printed=printed, given_unit=spelled)


_AT_THE_END: Final = re.compile(f"(?:{WORDS_AFTER})$")


@lru_cache(maxsize=4096)
def parse_growth(text: str) -> Quantity:
    """The growth that is printed, as a fraction: 32% (0.32), 下降2.7% (-0.027), 增长1.5倍 (1.5), 翻一番 (1), 持平 (0).

    Raises Fault: those of ``parse``, ``growth-unit`` for what is not a rate of growth, and ``growth-points``.
    """
    printed = stripped(text)
    plain = _multiplied(_without_base(printed))
    quantity = _changed(plain, printed, BUILT_IN)
    if quantity.unit.dimension == "points":
        raise Fault("growth-points", text=shortened(printed))
    # English "1.5-fold" growth may be to or by 1.5; a fall by 1.5倍 is impossible.
    unclear = quantity.unit == "fold" and (quantity.low < 0 or "倍" not in plain)
    if quantity.unit.dimension != "ratio" or unclear:
        raise Fault("growth-unit", text=shortened(printed))
    return quantity


@lru_cache(maxsize=4096)
def parse_change(text: str, table: UnitTable = BUILT_IN) -> Quantity:
    """The change of an amount that is printed, in its unit: 增加10家 (10), 比上年减少3.2万人 (-32 000), up 10 km (10).

    Raises Fault: those of ``parse``, ``change-rate`` for a percentage, which is a growth, and ``change-points``.
    """
    printed = stripped(text)
    quantity = _changed(_without_base(printed), printed, table)
    if (dimension := quantity.unit.dimension) in {"ratio", "points"}:
        raise Fault("change-rate" if dimension == "ratio" else "change-points", text=shortened(printed))
    return quantity


@lru_cache(maxsize=4096)
def parse_points(text: str) -> Quantity:
    """The change of a rate that is printed, in percentage points: 提高1.2个百分点 (0.012), down 0.3 points (-0.003).

    Raises Fault: those of ``parse``, and ``points-unit`` for what is not printed in percentage points.
    """
    printed = stripped(text)
    plain = _POINTS_ALONE.sub("percentage point", _without_base(printed))
    quantity = _changed(plain, printed, BUILT_IN)
    if quantity.unit.dimension != "points":
        raise Fault("points-unit", text=shortened(printed))
    return quantity


@lru_cache(maxsize=4096)
def parse_share(text: str) -> Quantity:
    """The share of a whole that is printed, as a fraction: 12.9%, 占比12.9%, 占全市的三成, two-thirds of the total.

    Raises Fault: those of ``parse``, ``share-unit`` for what is not a share, and ``share-range`` for one that is
    below 0 or above 100%.
    """
    printed = stripped(text)
    plain, _, _whole = _SHARE.sub("", plain_amount(printed), count=1).partition(" of ")
    quantity = read(plain, printed, BUILT_IN)
    if quantity.unit.dimension != "ratio" or quantity.unit == "fold":
        raise Fault("share-unit", text=shortened(printed))
    if not 0 <= quantity.value <= 1:
        raise Fault("share-range", text=shortened(printed))
    return quantity._replace(low=max(quantity.low, Decimal(0)), high=min(quantity.high, Decimal(1)))


@lru_cache(maxsize=4096)
def parse_completion(text: str) -> Quantity:
    """The share of a plan that is done, as a fraction: 52.1% (0.521), 超额314% (4.14: the plan and 314% more).

    Raises Fault: those of ``parse``, ``completion-unit`` for what is not a share, ``completion-negative``, and
    ``completion-unclear`` for 超14%, which can be over 14% of the plan or the plan and 14% more.
    """
    printed = stripped(text)
    plain = plain_amount(printed)
    if share := _UNCLEAR.fullmatch(plain):
        raise Fault("completion-unclear", text=shortened(printed), share=f"{share[1]}%")
    verb = _DONE.match(plain)
    share_of_plan = _OF_THE_PLAN.sub("", plain[verb.end() if verb else 0 :])
    quantity = read(share_of_plan, printed, BUILT_IN)
    if quantity.unit.dimension != "ratio" or quantity.unit == "fold":
        raise Fault("completion-unit", text=shortened(printed))
    if quantity.value < 0:
        raise Fault("completion-negative", text=shortened(printed))
    plan = Decimal(1 if verb and verb["beyond"] else 0)
    low = max(quantity.low, Decimal(0)) + plan
    return quantity._replace(value=quantity.value + plan, low=low, high=quantity.high + plan)


_PLAN: Final = "(?:计划|任务|目标|预算|指标)"
_WHOLE_WORDS: Final = rf"(?:(?!{WORDS_BEFORE})[^0-9]){{0,30}}?"
"""The name of a whole or of a plan, without a word that says how exact the number is: 占不到全市的一半."""
_UNCLEAR: Final = re.compile(rf"超(?:额完成)?(?:{_WHOLE_WORDS}{_PLAN}的?)?([0-9.]+) ?%")
_DONE: Final = re.compile(
    r"(?P<beyond>超额|exceeded by )"
    rf"|(?:已?完成了?|占){_WHOLE_WORDS}{_PLAN}的?(?:比重|比例)?(?:约?为|达到|达)?"
    rf"|(?:全年|年度|年){_WHOLE_WORDS}{_PLAN}的"
    r"|已?完成(?:率|进度|比例)?(?:约?为|达到|达)?|completed "
)
_OF_THE_PLAN: Final = re.compile(r" of (?:the |its |this )?(?:[a-z]+(?:'s)? ){0,3}(?:plan|target|goal|quota|task)$")
_SHARE: Final = re.compile(
    r"^(?:占比|比重|份额)(?:约?为|达到|达)?"
    rf"|^占{_WHOLE_WORDS}的(?:比重|比例|份额)?(?:约?为|达到|达)?"
    rf"|^占{_WHOLE_WORDS}(?=(?:{WORDS_BEFORE})?(?:[0-9]|[一二三四五六七八九]成))"
    r"|^(?:accounts?|accounted|accounting) for |^(?:makes?|made|making) up |^a share of "
)


# --- changes: what stands around them, and on which side of zero they lie ---------------------------------------------


def _without_base(printed: str) -> str:
    """The plain text without what a growth or a change is measured against."""
    return _A_YEAR_EARLIER.sub("", plain_amount(printed))


_POINTS_ALONE: Final = re.compile("(?<=[0-9] )point(?=s?$)")
_A_YEAR_EARLIER: Final = re.compile(
    r"^(?:同比|[比较](?:上年|去年)(?:同期)?|[与和](?:上年|去年)(?:同期)?(?=持平|基本持平)"
    r"|an? year[- ]on[- ]year (?=increase|decrease|rise|fall|growth|decline))"
    r"| ?(?:year[- ]on[- ]year|year over year|yoy|y-o-y|from a year earlier|from the previous year)$"
)
_UP: Final = re.compile(
    r"(?:增速|增幅|增长率|涨幅)(?:约?为|达到|达)?|(?:增长|增加|上升|上涨|提高|提升|净增|增|升)了? ?"
    r"|(?:up(?! to )|rose|grew|increased)(?: by)?(?![a-z]) ?|(?:an )?(?:increase|growth|rise) of "
)
_DOWN: Final = re.compile(
    r"降幅(?:约?为|达到|达)?|(?:下降|下跌|下滑|减少|降低|回落|降|减)了? ?"
    r"|(?:down|fell|declined|decreased)(?: by)?(?![a-z]) ?|(?:a )?(?:decrease|decline|fall|drop) of "
)


def _changed(plain: str, printed: str, table: UnitTable) -> Quantity:
    """A quantity after a word that says whether it was added or taken away."""
    down = _DOWN.match(plain)
    verb = down or _UP.match(plain)
    amount = plain[verb.end() if verb else 0 :]
    if verb and (ends := range_ends(amount)) and ends[1] in {"至", "到", "to"}:  # 下降3%至5%: to a level of 5%?
        raise Fault("quantity-range-unclear", text=shortened(printed), range=f"{ends[0]}—{ends[2]}")
    return read(amount, printed, table, down=bool(down))


_CHANGES: Final = {
    **dict.fromkeys(
        ("持平", "flat", "unchanged", "与上年持平", "与去年持平", "与上年同期持平", "与去年同期持平"), "0%"
    ),
    "基本持平": "约0%",
}
_DOUBLED: Final = re.compile(
    rf"翻了?(?P<qualifier>{WORDS_BEFORE}|)(?P<times>[一两]?)番|(?P<before>{WORDS_BEFORE}|)翻番"
)
_ENGLISH_MULTIPLES: Final = re.compile(r"(?P<words>.*?)(?P<verb>doubled|tripled|trebled|quadrupled|halved)$")
_MULTIPLES: Final = {"doubled": "一倍", "tripled": "两倍", "trebled": "两倍", "quadrupled": "三倍"}


def _multiplied(plain: str) -> str:
    """The plain text of a growth with 倍 for 番 and for doubled: 翻一番 is 一倍, and 翻两番 is 三倍."""
    if plain in _CHANGES:
        return _CHANGES[plain]
    if doubled := _DOUBLED.fullmatch(plain):
        return f"{doubled['qualifier'] or doubled['before'] or ''}{'三' if doubled['times'] == '两' else '一'}倍"
    if multiple := _ENGLISH_MULTIPLES.fullmatch(plain):
        verb = multiple["verb"]
        return f"{'down ' * (verb == 'halved')}{multiple['words']}{_MULTIPLES.get(verb, '1/2')}"
    return plain
