"""The words and digits of one amount → an exact Quantity: the grammar that all parsers of printed numbers share."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.values.problems import Fault
from indicators.values.quantities import MIRRORED, REACH, Qualifier, Quantity
from indicators.values.spelled_numbers import HUNDRED, NUMERAL, THOUSAND, count, shortened
from indicators.values.unit_table import BUILT_IN, COUNTED, MONEY, PER_WORDS_ZH, Unit, UnitTable

_BEFORE: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(("达", "达到", "高达"), "exact"),
    **dict.fromkeys(("约", "大约", "约为", "about", "approximately", "around", "roughly", "some"), "about"),
    **dict.fromkeys(("近", "将近", "接近", "nearly", "almost", "close to"), "nearly"),
    **dict.fromkeys(("超", "超过", "过", "逾", "破", "突破", "over", "more than", "well over", "just over"), "over"),
    **dict.fromkeys(("exceed", "exceeds", "exceeded", "exceeding", "surpassed", "surpassing"), "over"),
    **dict.fromkeys(("不足", "不到", "under", "less than", "fewer than"), "under"),
    **dict.fromkeys(("至少", "不低于", "不少于", "at least", "no less than", "no fewer than"), "at-least"),
    **dict.fromkeys(("最多", "至多", "不超过", "不高于", "at most", "up to", "no more than"), "at-most"),
}
_AFTER: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(("左右", "上下"), "about"),
    "以上": "at-least",
    **dict.fromkeys(("以下", "以内"), "at-most"),
    **dict.fromkeys(("余", "多"), "over"),
}
_CURRENCIES: Final = {
    **{unit.id.lower(): unit.id for unit in MONEY},
    **{unit.measure.symbol.lower(): unit.id for unit in MONEY if unit.measure.symbol},
    **dict.fromkeys(("人民币", "rmb"), "CNY"),
    "us$": "USD",
    **dict.fromkeys(("rs", "rs."), "INR"),
    **dict.fromkeys(("dh", "dhs"), "AED"),
}
_TENFOLD: Final = ("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
_POWERS: Final = {
    **{word: exponent for exponent, word in enumerate(_TENFOLD)},
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "mln", "million"), 6),
    **dict.fromkeys(("b", "bn", "bln", "billion"), 9),
    **dict.fromkeys(("tn", "trln", "trillion"), 12),
    "lakh": 5,
    "crore": 7,
}

MOST_DIGITS: Final = 15  # what a double keeps, on the way to a chart
_TEN: Final = {n: Decimal(f"1e{n}") if n < 0 else Decimal(10**n) for n in range(-MOST_DIGITS, MOST_DIGITS + 13)}


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words; an English one ends where its letters end."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + "(?![a-z])" * (word.isascii() and word[-1].isalpha()) for word in longest_first)


ENGLISH_SIZES: Final = "thousand|million|billion|trillion|lakh|crore|k|mn?|mln|bn?|bln|tn|trln"
"""A pattern for what an English number is multiplied by."""
CURRENCIES_BEFORE: Final = _any(_CURRENCIES)
"""A pattern for the currencies that stand before a number."""
ALL_CURRENCIES: Final = tuple(_CURRENCIES)
"""These one by one."""
WORDS_BEFORE: Final = _any(_BEFORE)
"""A pattern for the words before a number that say how exact it is."""
ALL_BEFORE: Final = tuple(_BEFORE)
"""These words one by one."""
_HEAD: Final = re.compile(
    rf"(?:(?P<qualifier>{WORDS_BEFORE})|(?P<currency>{CURRENCIES_BEFORE})"
    rf"|(?P<as_many_as>上)(?=[十百千万亿])|每(?P<per>{_any(PER_WORDS_ZH)})|(?P<mean>[人亩户])均) ?|(?P<sign>[+-])"
)
WORDS_AFTER: Final = _any(_AFTER)
"""A pattern for the words after a unit that say how exact a number is."""
WHOLE: Final = "[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0"
_NUMBER: Final = re.compile(
    rf"(?:(?P<whole>{WHOLE})(?:\.(?P<fraction>[0-9]+))?"
    rf"(?P<more>[余多]?)(?P<small>(?:十|{HUNDRED}|{THOUSAND})?)|(?P<numeral>{NUMERAL}|{HUNDRED}|{THOUSAND}|)(?P<still_more>[余多]?))"
    rf"(?P<large>万亿?|个?亿|[ -]?(?:{ENGLISH_SIZES})(?![a-z0-9²³])|)"
    r"(?P<yet_more>[余多]?)"
    rf"[ -]?(?P<tail>.*?)(?P<after>{WORDS_AFTER}|)$"
)


class _Head(NamedTuple):
    """What stands before the digits, which begin at ``end``."""

    end: int = 0
    sign: str = ""
    currency: str = ""
    per: frozenset[str] = frozenset()
    qualifiers: tuple[Qualifier, ...] = ()


class _Number(NamedTuple):
    """The digits with their multiplier, and what stands after them."""

    digits: str
    exponent: int  # of ten, for one unit of the last digit
    power: int  # of ten, for the multiplier alone
    bare: bool  # a multiplier without a digit: 百, 万
    qualifiers: set[Qualifier]
    tail: str


class Form(NamedTuple):
    """The meaning of everything but the digits: 约…亿元 with two digits after the point."""

    exponent: int
    unit: Unit
    qualifier: Qualifier
    negative: bool
    last: Decimal  # one unit of the last digit, in the base unit
    counted: bool  # printed to the last one: 7个
    reach: tuple[Decimal, Decimal] | None  # of an exact amount, whatever its digits are


def read(text: str, printed: str, table: UnitTable, *, down: bool = False) -> Quantity:
    """The quantity or the range in a plain text; ``down`` where a word for a fall stood before it."""
    if ends := range_ends(text):
        return _between(ends, printed, table, down=down)
    return quantity_of(printed, *taken_apart(text, printed, table, down=down))


def taken_apart(text: str, printed: str, table: UnitTable, *, down: bool = False) -> tuple[str, Form]:
    """The digits in a plain text, and what stands around them."""
    head, number = _pieces(text, printed)
    unit = table.find(number.tail, head.per, head.currency)
    if unit is None and "-" in number.tail:  # 30,000-square-meter
        unit = table.find(number.tail.replace("-", " "), head.per, head.currency)
    if unit is None:
        raise _unit_fault(number.tail, head, printed, table)
    qualifier = _qualifier(number.qualifiers.union(head.qualifiers), printed)
    unusual = unit.is_fraction and (number.exponent or not 0 < int(number.digits) * unit.scale < 1)  # 7/3
    if unusual or (number.bare and qualifier == "exact"):  # 百余家 says a hundred, 万元 alone has lost its number
        raise Fault("quantity-number", text=shortened(printed))
    if down:
        if head.sign:
            raise Fault("quantity-qualifiers", text=shortened(printed))
        qualifier = MIRRORED[qualifier]
    last = _TEN[number.exponent] * unit.scale
    exact = qualifier == "exact"
    counted = exact and last == 1 and unit.dimension in COUNTED  # 7家 is seven, neither 6.5 nor 7.5
    below, above = REACH[qualifier]
    step = unit.measure.step or last
    reach = (below * step, above * step) if exact or unit.is_fraction else None
    return number.digits, Form(number.exponent, unit, qualifier, down or head.sign == "-", last, counted, reach)


def _pieces(text: str, printed: str) -> tuple[_Head, _Number]:
    head = _Head() if "0" <= text[:1] <= "9" else _head(text, printed)
    return head, _number(text, head, printed)


def quantity_of(printed: str, digits: str, form: Form) -> Quantity:
    """The quantity with these digits in a form."""
    value = Decimal(digits) * form.last
    if form.negative:
        value = -value
    qualifier = form.qualifier
    if form.counted:
        return Quantity(printed, value, value, value, form.unit, qualifier)
    if form.reach:
        below, above = form.reach
        low = Decimal(0) if qualifier == "at-most" and value >= 0 else value + below
        return Quantity(printed, value, low, value + above, form.unit, qualifier)
    zeros = len(digits) - len(digits.rstrip("0") or digits)
    step = _TEN[form.exponent + zeros] * form.unit.scale
    below, above = REACH[qualifier]
    low = Decimal(0) if qualifier == "at-most" and value >= 0 else value + below * step
    return Quantity(printed, value, low, value + above * step, form.unit, qualifier)


# --- ranges ----------------------------------------------------------------------------------------------------------

_SEPARATOR: Final = re.compile(r" ?[—–~〜]{1,2} ?|-|至|到|(?<![a-z]) ?to | and ")
_END_OF_NUMBER: Final = re.compile(r"[0-9一二两三四五六七八九十]")
_START_OF_NUMBER: Final = re.compile(rf"[+-]?(?:{CURRENCIES_BEFORE})? ?[+-]?[0-9一二两三四五六七八九十]")


def range_ends(text: str) -> tuple[str, str, str] | None:
    """The low end of a range in a plain text, what stands between, and the high end: 3, -, 5亿元; None of one number.

    “from 3% to 5%” is none: it may lead from one to the other.
    """
    start = _END_OF_NUMBER.search(text)
    if start is None:
        return None
    separators: list[re.Match[str]] = []
    for separator in _SEPARATOR.finditer(text, start.end()):
        is_sign = separators and separators[-1].end() == separator.start()
        if not is_sign and _START_OF_NUMBER.match(text, separator.end()):
            separators.append(separator)
    between = text.startswith("between ")
    if len(separators) != 1 or between != (separators[0][0] == " and "):
        return None
    low, high = text[: separators[0].start()].rstrip(), text[separators[0].end() :]
    return low.removeprefix("between "), separators[0][0].strip(), high


def _between(ends: tuple[str, str, str], printed: str, table: UnitTable, *, down: bool) -> Quantity:
    """The range from one number to the other, both included; its value is the middle.

    The low end takes from the high one what it leaves out: 30—50亿元, 30亿—50亿元. The high end takes the currency, or
    what the amount is per, from the low one: $3–5 million.
    """
    (head, lower), (high_head, upper) = _pieces(ends[0], printed), _pieces(ends[2], printed)
    per, currency = head.per or high_head.per, head.currency or high_head.currency
    unit = table.find(upper.tail, per, currency)
    if unit is None:
        raise _unit_fault(upper.tail, high_head._replace(per=per, currency=currency), printed, table)
    same = not lower.tail or table.find(lower.tail, per, currency) == unit
    if lower.power == 0 and not lower.tail:
        lower = lower._replace(exponent=lower.exponent + upper.power)
    low, high = (
        Decimal(number.digits) * _TEN[number.exponent] * unit.scale * (-1 if sign == "-" else 1)
        for number, sign in ((lower, head.sign), (upper, high_head.sign))
    )
    qualified = any({*part.qualifiers} - {"exact"} for part in (head, high_head, lower, upper))
    signed = down and (head.sign or high_head.sign)
    if not same or qualified or signed or lower.bare or upper.bare or low >= high or unit.is_fraction:
        raise Fault("quantity-range", text=shortened(printed))
    low, high = (-high, -low) if down else (low, high)
    return Quantity(printed, (low + high) / 2, low, high, unit, "between")


# --- words and digits ------------------------------------------------------------------------------------------------


def _head(text: str, printed: str) -> _Head:
    end, sign, currency = 0, "", ""
    per: list[str] = []
    qualifiers: list[Qualifier] = []
    while match := _HEAD.match(text, end):
        end = match.end()
        kind, word = match.lastgroup, match[match.lastindex or 0]
        if kind == "qualifier":
            qualifiers.append(_BEFORE[word])
        elif kind == "as_many_as":
            qualifiers.append("over")
        elif kind == "currency" and not currency:
            currency = _CURRENCIES[word]
        elif kind == "sign" and not sign:
            sign = word
        elif kind in {"per", "mean"} and word not in per:
            per.append(word)
        else:
            raise Fault("quantity-number", text=shortened(printed))
    return _Head(end, sign, currency, frozenset(per), tuple(qualifiers))


def _number(text: str, head: _Head, printed: str) -> _Number:
    match = _NUMBER.match(text, head.end)
    parts = match.groups("") if match else ("",) * 10
    whole, fraction, more, small, numeral, still_more, large, yet_more, tail, after = parts
    large = large.lstrip(" -个")  # 16.8个亿
    bare = not whole and numeral in {"", "百", "千"}
    power = _POWERS.get(small + large)
    if power is None or (not whole and not numeral and large not in {"万", "亿", "万亿"}):
        raise _no_number(text[head.end :], printed)
    digits = whole.replace(",", "") + fraction if whole else str(count(numeral))
    if len(digits) - (whole == "0") > MOST_DIGITS:
        raise Fault("quantity-digits", text=shortened(printed))
    if tail == "mt" and large.isascii() and power >= 6:  # metric tons: 40 million megatonnes there are not
        tail = "t"
    qualifiers = {_AFTER[word] for word in (more, still_more, yet_more, after) if word}
    return _Number(digits, power - len(fraction), power, bare, qualifiers, tail)


def _qualifier(qualifiers: set[Qualifier], printed: str) -> Qualifier:
    inexact = qualifiers - {"exact"}  # 达到约5亿元
    if len(inexact) > 1:
        raise Fault("quantity-qualifiers", text=shortened(printed))
    return inexact.pop() if inexact else "exact"


def _no_number(text: str, printed: str) -> Fault:
    if text and unicodedata.category(text[0]) == "Sc":  # € and its like
        return _unknown(text[0], printed, BUILT_IN)
    return Fault("quantity-number", text=shortened(printed))


def _unit_fault(tail: str, head: _Head, printed: str, table: UnitTable) -> Fault:
    if tail[:1] in tuple(".,:+-–—~") or any(char.isnumeric() for char in tail):  # 1:30, 1e3, 1亿2000
        return Fault("quantity-number", text=shortened(printed))
    if not (tail or head.currency or head.per):
        return Fault("quantity-unit-missing", text=shortened(printed))
    unit = " ".join(filter(None, (head.currency, *(f"每{word}" for word in sorted(head.per)), tail)))
    return _unknown(unit, printed, table)


def _unknown(unit: str, printed: str, table: UnitTable) -> Fault:
    facts = {"unit": shortened(unit), "suggestion": table.suggestion(unit), "near": table.near(unit)}
    return Fault("quantity-unit-unknown", text=shortened(printed), **facts)
