"""The words and digits of one amount → an exact Quantity: the grammar that all parsers of printed numbers share."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.values.problems import Fault
from indicators.values.quantities import MIRRORED, REACH, Qualifier, Quantity
from indicators.values.units import COUNTED, Unit, find, suggestion

_BEFORE: Final[dict[str, Qualifier]] = {
    **dict.fromkeys(("达", "达到", "高达"), "exact"),
    **dict.fromkeys(("约", "大约", "约为", "about", "approximately", "around", "roughly"), "about"),
    **dict.fromkeys(("近", "将近", "接近", "nearly", "almost"), "nearly"),
    **dict.fromkeys(("超", "超过", "逾", "突破", "over", "more than"), "over"),
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
    **dict.fromkeys(("¥", "人民币", "cny", "rmb"), "CNY"),
    **dict.fromkeys(("$", "us$", "usd"), "USD"),
}
_TENFOLD: Final = ("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿")
_POWERS: Final = {
    **{word: exponent for exponent, word in enumerate(_TENFOLD)},
    **dict.fromkeys(("k", "thousand"), 3),
    **dict.fromkeys(("m", "mn", "million"), 6),
    **dict.fromkeys(("bn", "billion"), 9),
    **dict.fromkeys(("tn", "trillion"), 12),
}
_DIGITS: Final = {"零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES: Final = {"十": 10, "百": 100, "千": 1000}

_LONGEST: Final = 200  # characters
MOST_DIGITS: Final = 15  # what a double keeps, on the way to a chart
_TEN: Final = {n: Decimal(f"1e{n}") if n < 0 else Decimal(10**n) for n in range(-MOST_DIGITS, MOST_DIGITS + 13)}


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words; an English one ends where its letters end."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + "(?![a-z])" * (word.isascii() and word[-1].isalpha()) for word in longest_first)


WORDS_BEFORE: Final = _any(_BEFORE)
"""A pattern for the words before a number that say how exact it is."""
_HEAD: Final = re.compile(
    rf"(?:(?P<qualifier>{WORDS_BEFORE})|(?P<currency>{_any(_CURRENCIES)})"
    r"|每(?P<per>平方米|[人月年吨亩])|(?P<mean>[人亩])均) ?|(?P<sign>[+-])"
)
_DIGIT: Final = "[一二两三四五六七八九]"
_HUNDRED: Final = "百(?!分)"  # not that of 百分点
_THOUSAND: Final = "千(?![克米瓦])"  # not that of 千克, 千米 and 千瓦
_TENS: Final = f"{_DIGIT}?十{_DIGIT}?"
_HUNDREDS: Final = f"{_DIGIT}{_HUNDRED}(?:零{_DIGIT}|{_TENS})?"
_THOUSANDS: Final = f"{_DIGIT}{_THOUSAND}(?:零{_TENS}|零{_DIGIT}|{_HUNDREDS})?"
# 三百五 may be 350 or 305, and 三五 is three to five: neither is here.
_NUMERAL: Final = f"{_THOUSANDS}|{_HUNDREDS}|{_TENS}|{_DIGIT}|零|{_HUNDRED}|{_THOUSAND}|"
WHOLE: Final = "[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0"
_NUMBER: Final = re.compile(
    rf"(?:(?P<whole>{WHOLE})(?:\.(?P<fraction>[0-9]+))?"
    rf"(?P<more>[余多]?)(?P<small>(?:十|{_HUNDRED}|{_THOUSAND})?)|(?P<numeral>{_NUMERAL})(?P<still_more>[余多]?))"
    r"(?P<large>万亿?|亿| ?(?:thousand|million|billion|trillion|k|mn?|bn|tn)(?![a-z0-9²])|)(?P<yet_more>[余多]?)"
    rf" ?(?P<tail>.*?)(?P<after>{_any(_AFTER)}|)$"
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


def read(text: str, printed: str, *, down: bool = False) -> Quantity:
    """The quantity in a plain text; ``down`` where a word for a fall stood before it."""
    return quantity_of(printed, *taken_apart(text, printed, down=down))


def taken_apart(text: str, printed: str, *, down: bool = False) -> tuple[str, Form]:
    """The digits in a plain text, and what stands around them."""
    head = _Head() if "0" <= text[:1] <= "9" else _head(text, printed)
    number = _number(text, head, printed)
    unit = find(number.tail, head.per, head.currency)
    if unit is None:
        raise _unit_fault(number.tail, head, printed)
    qualifier = _qualifier(number.qualifiers.union(head.qualifiers), printed)
    if number.bare and qualifier == "exact":  # 百余家 says a hundred, 万元 alone has lost its number
        raise Fault("quantity-number", text=shortened(printed))
    if down:
        if head.sign:
            raise Fault("quantity-qualifiers", text=shortened(printed))
        qualifier = MIRRORED[qualifier]
    last = _TEN[number.exponent] * unit.scale
    exact = qualifier == "exact"
    counted = exact and last == 1 and unit.dimension in COUNTED  # 7家 is seven, neither 6.5 nor 7.5
    below, above = REACH[qualifier]
    reach = (below * last, above * last) if exact else None
    return number.digits, Form(number.exponent, unit, qualifier, down or head.sign == "-", last, counted, reach)


def quantity_of(printed: str, digits: str, form: Form) -> Quantity:
    """The quantity with these digits in a form."""
    value = Decimal(digits) * form.last
    if form.negative:
        value = -value
    qualifier = form.qualifier
    if form.counted:
        return Quantity(printed, value, value, value, form.unit.id, qualifier)
    if form.reach:
        below, above = form.reach
        return Quantity(printed, value, value + below, value + above, form.unit.id, qualifier)
    zeros = len(digits) - len(digits.rstrip("0") or digits)
    step = _TEN[form.exponent + zeros] * form.unit.scale
    below, above = REACH[qualifier]
    low = Decimal(0) if qualifier == "at-most" and value >= 0 else value + below * step
    return Quantity(printed, value, low, value + above * step, form.unit.id, qualifier)


def stripped(text: str) -> str:
    printed = text.strip()
    if not printed:
        raise Fault("quantity-empty", text="")
    if len(printed) > _LONGEST:
        raise Fault("quantity-digits", text=shortened(printed))
    return printed


def shortened(printed: str) -> str:
    line = " ".join(printed[:_LONGEST].split())
    return line if len(line) <= 60 else line[:59] + "…"


_PLAIN: Final = re.compile(r"[0-9.,%+\-\u4e00-\u9fff]*")
_ASCII: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    ord("￥"): "¥",
    ord("−"): "-",
}
_NO_SPACE: Final = r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])"  # compiled when the first space is met


def plain_amount(printed: str) -> str:
    """The text in half-width lower-case forms, single spaces between English words and none beside Chinese ones.

    Not NFKC, which makes 1⁄2 of ½ and 1 of ①.
    """
    if _PLAIN.fullmatch(printed):
        return printed
    return re.sub(_NO_SPACE, "", " ".join(printed.translate(_ASCII).lower().split()))


def _head(text: str, printed: str) -> _Head:
    end, sign, currency = 0, "", ""
    per: list[str] = []
    qualifiers: list[Qualifier] = []
    while match := _HEAD.match(text, end):
        end = match.end()
        kind, word = match.lastgroup, match[match.lastindex or 0]
        if kind == "qualifier":
            qualifiers.append(_BEFORE[word])
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
    large = large.lstrip()
    bare = not whole and numeral in {"", "百", "千"}
    power = _POWERS.get(small + large)
    if power is None or (not whole and not numeral and large not in {"万", "亿", "万亿"}):
        raise _no_number(text[head.end :], printed)
    digits = whole.replace(",", "") + fraction if whole else str(_count(numeral))
    if len(digits) - (whole == "0") > MOST_DIGITS:
        raise Fault("quantity-digits", text=shortened(printed))
    qualifiers = {_AFTER[word] for word in (more, still_more, yet_more, after) if word}
    return _Number(digits, power - len(fraction), bare, qualifiers, tail)


def _count(numeral: str) -> int:
    """The integer of a Chinese numeral below ten thousand; 1 of an empty one, since 万余 is 1万余."""
    total, digit = 0, None
    for char in numeral:
        if char in _PLACES:
            total += _PLACES[char] * (digit or 1)
            digit = None
        else:
            digit = _DIGITS[char]
    return total + (digit or 0) if numeral else 1


def _qualifier(qualifiers: set[Qualifier], printed: str) -> Qualifier:
    inexact = qualifiers - {"exact"}  # 达到约5亿元
    if len(inexact) > 1:
        raise Fault("quantity-qualifiers", text=shortened(printed))
    return inexact.pop() if inexact else "exact"


def _no_number(text: str, printed: str) -> Fault:
    if text and unicodedata.category(text[0]) == "Sc":  # € and its like
        return Fault("quantity-unit-unknown", text=shortened(printed), unit=text[0], suggestion="")
    return Fault("quantity-number", text=shortened(printed))


def _unit_fault(tail: str, head: _Head, printed: str) -> Fault:
    if tail[:1] in tuple(".,:+-–—~") or any(char.isnumeric() for char in tail):  # 1:30, 1e3, 3-5亿元, 1亿2000万元
        return Fault("quantity-number", text=shortened(printed))
    if not (tail or head.currency or head.per):
        return Fault("quantity-unit-missing", text=shortened(printed))
    unit = " ".join(filter(None, (head.currency, *(f"每{word}" for word in sorted(head.per)), tail)))
    return Fault("quantity-unit-unknown", text=shortened(printed), unit=shortened(unit), suggestion=suggestion(unit))
