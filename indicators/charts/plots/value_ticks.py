"""The values that an axis covers → those at which it has lines, and how they are written."""

import math
from collections.abc import Mapping
from typing import Final

from indicators.values.units import MINUS

_MOST: Final = 4
"""Steps between the ends of an axis."""
_STEPS: Final = (2, 5, 10)
_NEARLY: Final = 1e-9
"""A value counts as within the ends of the axis where what it is off by comes from rounding."""


def value_ticks(floor: float, top: float, thousands: str = ",") -> Mapping[float, str]:
    """The multiples of 2, 5 or 10 times a power of ten from ``floor`` to ``top``, at most five, each with its words.

    ``thousands`` stands between them, in Chinese nothing.
    """
    rough = (top - floor) / _MOST
    exponent = math.floor(math.log10(rough))
    step = next(step for step in _STEPS if step >= rough / 10**exponent - _NEARLY)
    size = step * 10.0**exponent
    first, last = math.ceil(floor / size - _NEARLY), math.floor(top / size + _NEARLY)
    decimals = max(0, -exponent - (step == 10))
    return {number * size: _written(number * size, decimals, thousands) for number in range(first, last + 1)}


def _written(value: float, decimals: int, thousands: str) -> str:
    return f"{value:,.{decimals}f}".replace(",", thousands).replace("-", MINUS) if value else "0"
