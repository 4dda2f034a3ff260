"""Two numbers → whether they say the same, and if not, what lies between them: a word, a factor, a difference."""

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final, Literal

from indicators.analysis import agreement
from indicators.curate.recognition.names.vocabulary import PEOPLE
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Qualifier, Quantity
from indicators.values.unit_table import COUNTED

Hint = Literal["", "digits-swapped", "direction"]
"""What may have happened to a number that differs: two of its digits changed places, or a fall was told as a rise."""

_PARSERS: Final[Mapping[str, Callable[[str], Quantity]]] = {
    "growth": quantity_parser.parse_growth,
    "change": quantity_parser.parse_change,
    "points": quantity_parser.parse_points,
    "share": quantity_parser.parse_share,
    "completion": quantity_parser.parse_completion,
}


def as_rate(name: str, words: str) -> Quantity | None:
    """What the words of a growth, change, share or completion say; None where they cannot be read."""
    try:
        return _PARSERS[name](words)
    except Fault:
        return None


def more_than(quantity: Quantity) -> Quantity:
    """A number that words before it say was passed, as 超 says it: "topped 200 billion yuan" is 超2000亿元."""
    if quantity.qualifier != "exact" or quantity.value <= 0:
        return quantity
    step = Decimal(1).scaleb(int((quantity.value / quantity.unit.scale).normalize().as_tuple().exponent))
    return quantity._replace(low=quantity.value, high=quantity.value + step * quantity.unit.scale, qualifier="over")


def same_number(claimed: Quantity, printed: Quantity) -> bool:
    """True where one true number can be behind both."""
    return alike(claimed, printed) and not agreement.apart(claimed._replace(unit=printed.unit), printed)


def alike(a: Quantity, b: Quantity) -> bool:
    """True where both measure the same; 个, 家 and 项 count alike, and articles do not keep 人 and 人次 apart."""
    dimensions = {a.unit.dimension, b.unit.dimension}
    return len(dimensions) == 1 or dimensions <= COUNTED | {"count"} or dimensions == PEOPLE


_SIDES: Final[Mapping[Qualifier, str]] = {"over": "more", "at-least": "more", "under": "less", "at-most": "less"}


def qualified_otherwise(claimed: Quantity, printed: Quantity) -> bool:
    """True where both print one number, and the words that say how exact it is are others: 250万元, 250余万元.

    约 before a number says less, and can be said of each.
    """
    if not alike(claimed, printed) or claimed.value != printed.value:
        return False
    several = {_SIDES.get(quantity.qualifier, quantity.qualifier) for quantity in (claimed, printed)}
    return len(several) > 1 and "between" not in several and claimed.qualifier != "about"


def is_told_of(claimed: Quantity, planned: Quantity) -> bool:
    """True where a number can be that of a plan: 2306亿元 is not the expected 超2300亿元, and may be the result."""
    return planned.qualifier == "exact" or claimed.low <= planned.value <= claimed.high


_SLIPS: Final = tuple(Decimal(10) ** exponent for exponent in (4, -4, 1, -1, 8, -8, 3, -3, 2, -2))
_OF_UNITS: Final = frozenset({Decimal(10) ** exponent for exponent in (4, -4, 8, -8)})


def factor_between(claimed: Quantity, printed: Quantity) -> Decimal | None:
    """The power of ten by which a number is too large (below one: too small); None where that is not what is wrong.

    万 for 亿 may be told of a rounded number; other powers of ten have its very digits.
    """
    if not claimed.value or not alike(claimed, printed):
        return None
    for factor in _SLIPS:
        scaled = claimed._replace(
            value=claimed.value / factor, low=claimed.low / factor, high=claimed.high / factor, unit=printed.unit
        )
        if scaled.value == printed.value or (factor in _OF_UNITS and not agreement.apart(scaled, printed)):
            return factor
    return None


def has_several_digits(quantity: Quantity) -> bool:
    """True of a number with more than one digit that is not a zero at its end."""
    return len(quantity.value.normalize().as_tuple().digits) > 1


def has_many_digits(quantity: Quantity) -> bool:
    """True of a number with more than two digits that are not zeros at its end."""
    return len(quantity.value.normalize().as_tuple().digits) > _FEW


_FEW: Final = 2


def difference(claimed: Quantity, printed: Quantity) -> tuple[Decimal, Decimal | None]:
    """By how much a number is above a printed one, and what share of that this is; below zero where it is less."""
    by = claimed.value - printed.value
    return by, by / abs(printed.value) if printed.value else None


def hint(claimed: Quantity, printed: Quantity) -> Hint:
    """What may have happened to a number, where its digits show it."""
    if claimed.value and claimed.value == -printed.value:
        return "direction"
    own, other = (str(abs(quantity.value).normalize().as_tuple().digits) for quantity in (claimed, printed))
    places = [index for index, pair in enumerate(zip(own, other, strict=False)) if pair[0] != pair[1]]
    if len(own) == len(other) and len(places) == 2:
        first, second = places
        if own[first] == other[second] and own[second] == other[first]:
            return "digits-swapped"
    return ""


_POINTS: Final = re.compile(r"百分点|points?$|pp$", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r"(?: in [^,，。]{1,40}(?=, ))?[\s,，、(（]*(?:同比|比上年|较上年|比去年|较去年|an?|year[- ]on[- ]year)?\s*"
    r"(?:(?P<down>下降|降低|减少|回落|down|fell|decrease of|a fall of)"
    r"|增长|提高|上升|提升|增加|增|up|rose|increase of)?了?\s*(?:by )?"
)


_LEADING: Final = re.compile(
    r"(?:(?P<down>fell|dropped|declined|decreased|down)|rose|grew|increased|climbed|jumped|up)(?: by)? $"
)
_LED_TO: Final = re.compile(r" (?:year[- ]on[- ]year )?(?:in [^,，。]{1,40} )?to (?:about |nearly |over )?")


_GREW_BY: Final = re.compile(
    r"(?:增长|下降|增加|减少)了?$"
    r"|\b(?:grew|grow|rose|rise|increased|expanded|climbed|jumped|fell|declined|dropped)(?: by)? $"
)


def falls_apart(before: str) -> bool:
    """True where a comma parts the word for a fall from its rate: fell in January-July, by 2.2 percent."""
    return _FELL_APART.search(before) is not None


_FELL_APART: Final = re.compile(
    r"\b(?:fell|declined|dropped|decreased|shrank|slipped)\b(?:(?!\b(?:rose|grew|up|increased|but|while)\b)[^.;]){0,60},"
    r" by (?:about |nearly |over |more than )?$"
)


def is_in_points(words: str) -> bool:
    """True of words for percentage points."""
    return _POINTS.search(words) is not None


def are_points_of_growth(words: str, before: str) -> bool:
    """True of points by which something grew: 增加值增长5.7个百分点."""
    return is_in_points(words) and _GREW_BY.search(before) is not None


def points_leading_to(words: str, before: str, gap: str) -> str:
    """Points before an amount, as if they were its growth, with their sign: rose 8 percentage points to 25,160 yuan."""
    verb = _LEADING.search(before)
    if verb is None or not _POINTS.search(words) or not _LED_TO.fullmatch(gap):
        return ""
    return f"-{words}" if verb["down"] else words


def points_told_of_growth(words: str, gap: str) -> str:
    """Points that follow an amount, as if they were its growth, with their sign; empty for all other words.

    ``gap`` is what stands between the amount and ``words``.
    """
    between = _BETWEEN.fullmatch(gap)
    if between is None or not _POINTS.search(words):
        return ""
    return f"-{words}" if between["down"] and words[0].isdecimal() else words
