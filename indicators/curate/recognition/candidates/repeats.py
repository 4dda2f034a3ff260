"""The candidates of an article → those that do not only repeat a number: of its body in the headline, of a sentence."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure
from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.values.quantities import Quantity
from indicators.values.unit_table import COUNTED


def without_repeats(
    text: str, headline: tuple[int, int], candidates: Sequence[Candidate], others: Sequence[NoFigure]
) -> tuple[list[Candidate], list[NoFigure]]:
    """The candidates without those of the headline that the body repeats, and the numbers of these.

    The body may tell them in another currency, which is among ``others``. Of the body go things that were counted
    before, and Chinese amounts that are told again: among the 339 companies, 296个项目中.
    """
    start, end = headline
    numbers = [
        *(candidate.number for candidate in candidates),
        *(other.number for other in others if other.reason == "converted"),
    ]
    body = [number for number in numbers if not start <= number.start < end]
    in_body = {_number(text, number) for number in body}
    before: set[tuple[Decimal, str]] = set()
    kept: list[Candidate] = []
    repeated: list[NoFigure] = []
    told: dict[str, Candidate] = {}
    for candidate in candidates:
        in_headline = start <= candidate.number.start < end
        is_told = _number(text, candidate.number) in in_body or (in_headline and _told_exactly(candidate, body))
        is_again = _is_counted_before(text, candidate, before)
        is_again = is_again or (not in_headline and _is_told_again(text, candidate, told, body))
        if less := _told_with_less(text, candidate, kept) if not (is_again or in_headline) else None:
            kept.remove(less)
            repeated.append(NoFigure(less.number, "repeated"))
        if is_again or (in_headline and (is_told or candidate.role != "amount")):
            repeated.append(NoFigure(candidate.number, "repeated"))
            repeated.extend(NoFigure(part, "repeated") for part in candidate.parts.values() if part != candidate.number)
        else:
            kept.append(candidate)
    return kept, repeated


def _is_counted_before(text: str, candidate: Candidate, before: set[tuple[Decimal, str]]) -> bool:
    """True of English things that a number counts again of those ``before``, to which others are added."""
    quantity = candidate.number.quantity
    if quantity is None or quantity.unit.dimension not in COUNTED:
        return False
    things = quantity.value, quantity.unit.id
    start = candidate.number.start
    is_again = things in before and not candidate.parts and _GIVEN.search(text, max(start - _NEAR, 0), start)
    before.add(things)
    return bool(is_again)


_NEAR: Final = 20
_GIVEN: Final = re.compile(r"(?<![A-Za-z])(?:the|these|those|all the|all these) $", re.IGNORECASE)


def _is_told_again(text: str, candidate: Candidate, told: dict[str, Candidate], body: Sequence[ScannedNumber]) -> bool:
    """True of a Chinese amount that stands a second time behind the same words, or whose parts follow: 296个项目中."""
    number = candidate.number
    own = _CLAUSE.split(text[max(number.start - _LONGEST, 0) : number.start])[-1]
    if candidate.role != "amount" or (own and own.isascii()):
        return False
    first = told.setdefault(f"{own}{text[number.start : number.end]}", candidate)
    if first is not candidate and len(own) >= _ENOUGH and candidate.parts.keys() <= first.parts.keys():
        return True
    if own or not _OF_WHICH.match(text, number.end):
        return False
    before = [other for other in body if other.end <= number.start][-_FEW:]
    same = any(_number(text, other) == _number(text, number) for other in before)
    return same or _told_exactly(candidate, before)


def _told_with_less(text: str, candidate: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    """The same Chinese amount of the same noun, of those kept, that was told of before this one without its rates."""
    number = candidate.number
    own = text[max(number.start - _ENOUGH, 0) : number.start]
    if candidate.role != "amount" or not candidate.parts or own.isascii() or _CLAUSE.search(own):
        return None
    if _A_TIME.search(_CLAUSE.split(text[max(number.start - _LONGEST, 0) : number.start])[-1]):
        return None
    words = f"{own}{text[number.start : number.end]}"
    for one in kept[-_FEW:]:
        same = text.startswith(words, max(one.number.start - _ENOUGH, 0)) and one.number.end - one.number.start == (
            number.end - number.start
        )
        if same and one.role == "amount" and not one.parts:
            return one
    return None


_A_TIME: Final = re.compile("[年月季]")
_CLAUSE: Final = re.compile("[,，、;；:：。!?\n]")
_LONGEST: Final = 60
_FEW: Final = 40
"""So many numbers before one are looked at."""
_ENOUGH: Final = 5
"""So many characters before an equal number are no accident."""
_OF_WHICH: Final = re.compile("的?[^,，。;；、0-9]{2,12}中[,，]")
"""What stands behind a number whose parts follow: 296个重点项目中,."""


def _number(text: str, number: ScannedNumber) -> str:
    words = text[number.core : number.end].replace(" ", "").lower()
    return _PERCENT.sub("%", words) if number.rate else words


_PERCENT: Final = re.compile("-?per-?cent|-?pct")


def _told_exactly(candidate: Candidate, body: Sequence[ScannedNumber]) -> bool:
    """True of a rounded amount (近12亿元, 4.7m tourists) that a body tells more exactly (11.91亿元, 4.71 million)."""
    rounded = candidate.number.quantity
    if rounded is None:
        return False
    low, high = rounded.low, rounded.high
    if rounded.qualifier == "exact":
        low, high = _rounded_from(rounded)
    exact = [number.quantity for number in body if number.quantity]
    same = {rounded.unit.dimension, *(COUNTED if rounded.unit.dimension in COUNTED else ())}  # people are passengers
    return any(amount.unit.dimension in same and low <= amount.value <= high for amount in exact)


def _rounded_from(amount: Quantity) -> tuple[Decimal, Decimal]:
    """The numbers between which an amount is that is printed so, half of its last digit below and above it."""
    digits = _DIGITS.search(amount.printed)
    if digits is None:
        return amount.value, amount.value
    printed = Decimal(digits[0].replace(",", ""))
    exponent = printed.as_tuple().exponent
    half = Decimal(f"0.5e{exponent}") * (amount.value / printed if printed else 0)
    return amount.value - abs(half), amount.value + abs(half)


_DIGITS: Final = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
