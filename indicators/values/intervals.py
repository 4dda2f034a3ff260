"""Interval arithmetic in Decimals: exact, or rounded outwards, so that no result is too narrow.

Follows R. E. Moore, Interval Analysis (1966).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Context, Decimal
from functools import reduce
from itertools import product
from typing import Final

ZERO: Final = Decimal(0)
ONE: Final = Decimal(1)
_DOWN: Final = Context(prec=28, rounding=ROUND_FLOOR)
_UP: Final = Context(prec=28, rounding=ROUND_CEILING)


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; an open end is infinite.

    Each operation gives the smallest interval that holds every result of numbers from its operands, with its ends
    rounded outwards in the 28th digit.
    """

    low: Decimal
    high: Decimal

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(_DOWN.add(self.low, other.low), _UP.add(self.high, other.high))

    def __sub__(self, other: "Interval") -> "Interval":
        return Interval(_DOWN.subtract(self.low, other.high), _UP.subtract(self.high, other.low))

    def __mul__(self, other: "Interval") -> "Interval":
        corners = list(product((self.low, self.high), (other.low, other.high)))
        return Interval(
            min(_times(a, b, _DOWN) for a, b in corners),
            max(_times(a, b, _UP) for a, b in corners),
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """Raises ZeroDivisionError where the divisor may be 0."""
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be 0")
        corners = [
            (a, b)
            for a, b in product((self.low, self.high), (other.low, other.high))
            if a.is_finite() or b.is_finite()  # ∞ ÷ ∞ lies between what the other corners give
        ]
        return Interval(min(_DOWN.divide(a, b) for a, b in corners), max(_UP.divide(a, b) for a, b in corners))

    def __contains__(self, number: Decimal) -> bool:
        return self.low <= number <= self.high

    def within(self, other: "Interval") -> bool:
        """True where every number in this one lies in the other."""
        return other.low <= self.low and self.high <= other.high

    def meets(self, other: "Interval") -> bool:
        """True where some number lies in both."""
        return self.low <= other.high and other.low <= self.high

    def up(self, least: Decimal) -> "Interval":
        """The interval of a number in it that is known to be at least ``least``."""
        return Interval(max(self.low, least), max(self.high, least))


def point(number: Decimal) -> Interval:
    """The interval of a number that is known exactly."""
    return Interval(number, number)


def total(parts: Iterable[Interval]) -> Interval:
    """The sum of all; 0 of none."""
    return reduce(Interval.__add__, parts, point(ZERO))


def common(intervals: Iterable[Interval]) -> Interval | None:
    """The intersection of all; None where it is empty, or there are none."""
    every = list(intervals)
    if not every:
        return None
    low, high = max(interval.low for interval in every), min(interval.high for interval in every)
    return Interval(low, high) if low <= high else None


def _times(a: Decimal, b: Decimal, context: Context) -> Decimal:
    return ZERO if a == 0 or b == 0 else context.multiply(a, b)  # 0 × ∞ is 0: the end is not reached, only neared
