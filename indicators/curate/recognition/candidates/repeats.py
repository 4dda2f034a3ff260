"""The candidates of an article → those that its headline does not only repeat from its body."""

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure
from indicators.values.quantities import Quantity


def without_repeats(
    text: str, headline: tuple[int, int], candidates: Sequence[Candidate]
) -> tuple[list[Candidate], list[NoFigure]]:
    """The candidates without those of the headline that the body repeats, and the numbers of these."""
    start, end = headline
    body = [other for other in candidates if not start <= other.number.start < end]
    in_body = {_number(text, other) for other in body}
    kept: list[Candidate] = []
    repeated: list[NoFigure] = []
    for candidate in candidates:
        in_headline = start <= candidate.number.start < end
        is_told = _number(text, candidate) in in_body or (in_headline and _told_exactly(candidate, body))
        if in_headline and (is_told or candidate.role != "amount"):
            repeated.append(NoFigure(candidate.number, "repeated"))
            repeated.extend(NoFigure(part, "repeated") for part in candidate.parts.values() if part != candidate.number)
        else:
            kept.append(candidate)
    return kept, repeated


def _number(text: str, candidate: Candidate) -> str:
    number = candidate.number
    words = text[number.core : number.end].replace(" ", "").lower()
    return _PERCENT.sub("%", words) if number.rate else words


_PERCENT: Final = re.compile("-?per-?cent|-?pct")


def _told_exactly(candidate: Candidate, body: Sequence[Candidate]) -> bool:
    """True of a rounded amount (近12亿元, 4.7m tourists) that a body tells more exactly (11.91亿元, 4.71 million)."""
    rounded = candidate.number.quantity
    if rounded is None:
        return False
    low, high = rounded.low, rounded.high
    if rounded.qualifier == "exact":
        low, high = _rounded_from(rounded)
    exact = [other.number.quantity for other in body if other.number.quantity]
    return any(amount.unit.dimension == rounded.unit.dimension and low <= amount.value <= high for amount in exact)


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
