"""An amount as a newspaper prints it, in Chinese or in English → an exact Quantity."""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.values.problems import Fault
from indicators.values.quantities import MIRRORED, REACH, Qualifier, Quantity
from indicators.values.units import COUNTED, UNITS, Unit, find, suggestion

FAULTS: Final[frozenset[str]] = frozenset(
    {
        "quantity-empty",
        "quantity-number",
        "quantity-digits",
        "quantity-qualifiers",
        "quantity-unit-missing",
        "quantity-unit-unknown",
        "growth-unit",
        "completion-unclear",
        "completion-unit",
        "completion-negative",
    }
)


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
_MOST_DIGITS: Final = 15  # what a double keeps, on the way to a chart
_TEN: Final = {n: Decimal(f"1e{n}") if n < 0 else Decimal(10**n) for n in range(-_MOST_DIGITS, _MOST_DIGITS + 13)}


def _any(words: Iterable[str]) -> str:
    """A pattern for one of the words; an English one ends where its letters end."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word) + "(?![a-z])" * (word.isascii() and word[-1].isalpha()) for word in longest_first)


_HEAD: Final = re.compile(
    rf"(?:(?P<qualifier>{_any(_BEFORE)})|(?P<currency>{_any(_CURRENCIES)})"
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
_WHOLE: Final = "[1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]*|0"
_NUMBER: Final = re.compile(
    rf"(?:(?P<whole>{_WHOLE})(?:\.(?P<fraction>[0-9]+))?"
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


class _Form(NamedTuple):
    """The meaning of everything but the digits: 约…亿元 with two digits after the point."""

    exponent: int
    unit: Unit
    qualifier: Qualifier
    negative: bool
    last: Decimal  # one unit of the last digit, in the base unit
    counted: bool  # printed to the last one: 7个
    reach: tuple[Decimal, Decimal] | None  # of an exact amount, whatever its digits are


@lru_cache(maxsize=16384)  # amounts repeat, and each takes half a kilobyte
def parse(text: str) -> Quantity:
    """The quantity that is printed, in the base unit of its dimension.

    Raises Fault (FAULTS) where the text is not exactly one amount with a known unit.

    The interval is half a unit of the last printed digit to either side: 1.68亿元 is 167 500 000 to 168 500 000, and
    5000万元 is within 5000元. A count of things or people that is printed to the last one is exact: 7个.
    With a qualifier, a step is one unit of the last digit that is not zero, times its multiplier (250余万: 100 000):

    * over (超 逾 余 多): value to value + step; nearly (近) and under (不足): value - step to value;
    * about (约 左右): half a step to either side;
    * at-least (至少 以上): value and more; at-most (最多 以下): from 0, or minus infinity where the value is negative;
    * reached (达) adds nothing to the number.
    """
    printed = _stripped(text)
    if parts := _ONE_NUMBER.fullmatch(printed):
        before, whole, fraction, after = parts.groups("")
        digits = whole.replace(",", "") + fraction
        form = _form(before, len(fraction), after) if len(digits) <= _MOST_DIGITS else None
        if form:
            return _quantity(printed, digits, form)
    return _read(_plain(printed), printed)


_ONE_NUMBER: Final = re.compile(rf"([^0-9０-９]*)({_WHOLE})(?:\.([0-9]+))?([^0-9０-９]*)")


@lru_cache(maxsize=4096)
def _form(before: str, decimals: int, after: str) -> _Form | None:
    """The form of all amounts with these words and so many digits after the point; None where these are no amounts.

    A hundred thousand amounts have a few hundred forms, and digits alone are read in a third of the time.
    """
    sample = f"{before}1{'.' * bool(decimals)}{'1' * decimals}{after}"
    try:
        return _taken_apart(_plain(sample), sample)[1]
    except Fault:  # the amount itself will raise it
        return None


@lru_cache(maxsize=4096)
def parse_growth(text: str) -> Quantity:
    """The growth that is printed, as a fraction: 32% (0.32), 下降2.7% (-0.027), 增长1.5倍 (1.5), 翻一番 (1), 持平 (0).

    Raises Fault: those of ``parse``, and ``growth-unit`` for what is not a rate of growth.
    """
    printed = _stripped(text)
    plain = _plain(printed).removeprefix("同比")
    plain = _CHANGES.get(plain, plain)
    down = _DOWN.match(plain)
    verb = down or _UP.match(plain)
    quantity = _read(plain[verb.end() if verb else 0 :], printed, down=bool(down))
    # English "1.5-fold" growth may be to or by 1.5; a fall by 1.5倍 is impossible.
    unclear = quantity.unit == "fold" and (quantity.value < 0 or "倍" not in plain)
    if UNITS[quantity.unit].dimension != "ratio" or unclear:
        raise Fault("growth-unit", text=_short(printed))
    return quantity


@lru_cache(maxsize=4096)
def parse_completion(text: str) -> Quantity:
    """The share of a plan that is done, as a fraction: 52.1% (0.521), 超额314% (4.14: the plan and 314% more).

    Raises Fault: those of ``parse``, ``completion-unit`` for what is not a share, ``completion-negative``, and
    ``completion-unclear`` for 超14%, which can be over 14% of the plan or the plan and 14% more.
    """
    printed = _stripped(text)
    plain = _plain(printed)
    if share := _UNCLEAR.fullmatch(plain):
        raise Fault("completion-unclear", text=_short(printed), share=f"{share[1]}%")
    verb = _DONE.match(plain)
    quantity = _read(plain[verb.end() if verb else 0 :], printed)
    if UNITS[quantity.unit].dimension != "ratio" or quantity.unit == "fold":
        raise Fault("completion-unit", text=_short(printed))
    if quantity.value < 0:
        raise Fault("completion-negative", text=_short(printed))
    plan = Decimal(1 if verb and verb["beyond"] else 0)
    low = max(quantity.low, Decimal(0)) + plan
    return quantity._replace(value=quantity.value + plan, low=low, high=quantity.high + plan)


_UP: Final = re.compile(
    r"(?:增长|增加|上升|上涨|提高|提升|增|升)了? ?|(?:up(?! to )|rose|grew|increased)(?: by)?(?![a-z]) ?"
)
_DOWN: Final = re.compile(
    r"(?:下降|下跌|下滑|减少|降低|回落|降|减)了? ?|(?:down|fell|declined|decreased)(?: by)?(?![a-z]) ?"
)
_CHANGES: Final = {
    **dict.fromkeys(("持平", "flat", "unchanged"), "0%"),
    "基本持平": "约0%",
    **dict.fromkeys(("翻番", "翻一番", "翻了一番"), "一倍"),
    **dict.fromkeys(("翻两番", "翻了两番"), "三倍"),
}
_UNCLEAR: Final = re.compile(r"超([0-9.]+) ?%")
_DONE: Final = re.compile(r"(?P<beyond>超额|exceeded by )|完成|completed ")


def _read(text: str, printed: str, *, down: bool = False) -> Quantity:
    """The quantity in a plain text; ``down`` where a word for a fall stood before it."""
    return _quantity(printed, *_taken_apart(text, printed, down=down))


def _taken_apart(text: str, printed: str, *, down: bool = False) -> tuple[str, _Form]:
    """The digits in a plain text, and what stands around them."""
    head = _Head() if "0" <= text[:1] <= "9" else _head(text, printed)
    number = _number(text, head, printed)
    unit = find(number.tail, head.per, head.currency)
    if unit is None:
        raise _unit_fault(number.tail, head, printed)
    qualifier = _qualifier(number.qualifiers.union(head.qualifiers), printed)
    if number.bare and qualifier == "exact":  # 百余家 says a hundred, 万元 alone has lost its number
        raise Fault("quantity-number", text=_short(printed))
    if down:
        if head.sign:
            raise Fault("quantity-qualifiers", text=_short(printed))
        qualifier = MIRRORED[qualifier]
    last = _TEN[number.exponent] * unit.scale
    exact = qualifier == "exact"
    counted = exact and last == 1 and unit.dimension in COUNTED  # 7家 is seven, neither 6.5 nor 7.5
    below, above = REACH[qualifier]
    reach = (below * last, above * last) if exact else None
    return number.digits, _Form(number.exponent, unit, qualifier, down or head.sign == "-", last, counted, reach)


def _quantity(printed: str, digits: str, form: _Form) -> Quantity:
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


def _stripped(text: str) -> str:
    printed = text.strip()
    if not printed:
        raise Fault("quantity-empty", text="")
    if len(printed) > _LONGEST:
        raise Fault("quantity-digits", text=_short(printed))
    return printed


def _short(printed: str) -> str:
    line = " ".join(printed[:_LONGEST].split())
    return line if len(line) <= 60 else line[:59] + "…"


_PLAIN: Final = re.compile(r"[0-9.,%+\-\u4e00-\u9fff]*")
_ASCII: Final[dict[int, int | str]] = {
    **{code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)},
    ord("￥"): "¥",
    ord("−"): "-",
}
_NO_SPACE: Final = r"(?<=[\u4e00-\u9fff]) | (?=[\u4e00-\u9fff])"  # compiled when the first space is met


def _plain(printed: str) -> str:
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
            raise Fault("quantity-number", text=_short(printed))
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
    if len(digits) - (whole == "0") > _MOST_DIGITS:
        raise Fault("quantity-digits", text=_short(printed))
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
        raise Fault("quantity-qualifiers", text=_short(printed))
    return inexact.pop() if inexact else "exact"


def _no_number(text: str, printed: str) -> Fault:
    if text and unicodedata.category(text[0]) == "Sc":  # € and its like
        return Fault("quantity-unit-unknown", text=_short(printed), unit=text[0], suggestion="")
    return Fault("quantity-number", text=_short(printed))


def _unit_fault(tail: str, head: _Head, printed: str) -> Fault:
    if tail[:1] in tuple(".,:+-–—~") or any(char.isnumeric() for char in tail):  # 1:30, 1e3, 3-5亿元, 1亿2000万元
        return Fault("quantity-number", text=_short(printed))
    if not (tail or head.currency or head.per):
        return Fault("quantity-unit-missing", text=_short(printed))
    unit = " ".join(filter(None, (head.currency, *(f"每{word}" for word in sorted(head.per)), tail)))
    return Fault("quantity-unit-unknown", text=_short(printed), unit=_short(unit), suggestion=suggestion(unit))
