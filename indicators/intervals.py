"""Arithmetic of numbers that are known only to lie between two ends: exact, with Decimals, and never too narrow."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import product
from typing import Final

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; an open end is infinite.

    Each operation gives the smallest interval that holds every result of numbers from its operands (Moore 1966), as
    exact as the Decimal context allows.
    """

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval") -> "Interval":
        corners = [_times(a, b) for a, b in product((self.low, self.high), (other.low, other.high))]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises ZeroDivisionError where the divisor may be 0."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be 0")
        return self * Interval(ONE / other.high, ONE / other.low)  # 1 ÷ ∞ is 0

    def __contains__(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def meets(self, other: "Interval") -> bool:
        """Whether one number can lie in both."""
        return self.low <= other.high and other.low <= self.high

    def up(self, least: Decimal) -> "Interval":
        """The part of it from ``least`` on: what cannot be less is not."""
        return Interval(max(self.low, least), max(self.high, least))


def point(number: Decimal) -> Interval:
    """The interval of a number that is known exactly."""
    return Interval(number, number)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum; of nothing it is 0."""
    return reduce(Interval.__add__, parts, point(ZERO))


def common(all_of: Iterable[Interval]) -> Interval | None:
    """What lies in all of them; None where nothing does (or there are none)."""
    every = list(all_of)
    if not every:
        return None
    low, high = max(one.low for one in every), min(one.high for one in every)
    return Interval(low, high) if low <= high else None


def _times(a: Decimal, b: Decimal) -> Decimal:
    return ZERO if a == 0 or b == 0 else a * b  # 0 × ∞ is 0: the ends are not reached, only neared
