"""A printed amount → its digits and the one multiplier behind them: 56.92亿元 is 56.92 and the eighth power of ten."""

import re
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.values.quantities import Quantity
from indicators.values.text import Lang, fold

_PRINTED: Final[dict[Lang, re.Pattern[str]]] = {
    "zh": re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)[余多]?((?:十|百|千)?(?:万亿|万|亿)|千|百|十)"),
    "en": re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)(thousand|million|billion|trillion)", re.IGNORECASE),
}
"""A number in digits with one multiplier behind it, in words without white space."""
_POWERS: Final[dict[str, int]] = {
    "十": 1,
    "百": 2,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}


class PrintedProduct(NamedTuple):
    """The ``digits`` as they were printed, without separators, and the ``power`` of ten that they are multiplied by."""

    digits: str
    power: int


def of(quantity: Quantity) -> PrintedProduct | None:
    """The digits and the multiplier of an amount; None where these are not all of it."""
    printed = _PRINTED[quantity.lang].search(fold(quantity.printed))
    power = _POWERS.get(printed[2].lower()) if printed else None
    if printed is None or power is None:
        return None
    digits = printed[1].replace(",", "")
    exact = Decimal(digits).scaleb(power) * quantity.unit.scale == abs(quantity.value)
    return PrintedProduct(digits, power) if exact else None
