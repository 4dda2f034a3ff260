"""An amount as it was printed with all that it can mean, and back into words that are read as the same amount."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from indicators.values.intervals import Interval
from indicators.values.text import Lang, LocalText
from indicators.values.units import MINUS, SIZED_FROM, SIZES, UNITS, joined, sized

Qualifier = Literal["exact", "about", "nearly", "over", "under", "at-least", "at-most"]

REACH: Final[dict[Qualifier, tuple[Decimal, Decimal]]] = {
    "exact": (Decimal("-0.5"), Decimal("0.5")),
    "about": (Decimal("-0.5"), Decimal("0.5")),
    "nearly": (Decimal(-1), Decimal(0)),
    "over": (Decimal(0), Decimal(1)),
    "under": (Decimal(-1), Decimal(0)),
    "at-least": (Decimal(0), Decimal("Infinity")),
    "at-most": (Decimal("-Infinity"), Decimal(0)),
}
"""How far the true amount can lie below and above the printed one, in steps.

For an exact amount a step is one unit of the last printed digit (36.70亿: 0.01亿), for the others one unit of the last
digit that is not zero (250余万: 10万).
"""
DIRECTION: Final[Mapping[Qualifier, int]] = {
    qualifier: int(below + above > 0) - int(below + above < 0) for qualifier, (below, above) in REACH.items()
}
"""On which side of the printed number the true one lies: 1 above it, -1 below it, 0 on either side."""
MIRRORED: Final[Mapping[Qualifier, Qualifier]] = {
    "exact": "exact",
    "about": "about",
    "nearly": "over",
    "over": "under",
    "under": "over",
    "at-least": "at-most",
    "at-most": "at-least",
}
"""The qualifier of a growth whose fall was qualified: a fall by over 2% is a growth under -2%."""


class Quantity(NamedTuple):
    """An amount as it was ``printed``, and what it can mean.

    ``unit`` is an id of ``units.UNITS``; ``value``, ``low`` and ``high`` are in the base unit of its dimension: 元 not
    亿元, 0.32 not 32 (%). The true amount lies between ``low`` and ``high``, both included; an open end is infinite.
    """

    printed: str
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    qualifier: Qualifier

    @property
    def interval(self) -> Interval:
        """Where the true amount lies."""
        return Interval(self.low, self.high)

    def is_like(self, other: "Quantity") -> bool:
        """True where both measure the same: money, mass, people."""
        return self.unit == other.unit or UNITS[self.unit].dimension == UNITS[other.unit].dimension


_WORDS: Final[dict[Qualifier, LocalText]] = {
    "exact": LocalText("", ""),
    "about": LocalText("约", "about "),
    "nearly": LocalText("近", "nearly "),
    "over": LocalText("超", "over "),
    "under": LocalText("不足", "under "),
    "at-least": LocalText("至少", "at least "),
    "at-most": LocalText("最多", "up to "),
}


def to_text(q: Quantity, lang: Lang) -> str:
    """The quantity in words that ``parse`` reads as the same value, interval and qualifier: 56.92亿元, over 30,000 mu.

    That holds for all that ``parse`` and ``parse_growth`` return. Where no printed number has the interval (a derived
    amount, a qualified share above a plan), the value is still the same.
    """
    unit = UNITS[q.unit]
    number = q.value / unit.scale
    place = _place(q, unit.scale)
    if q.qualifier != "exact" and q.value:
        size = sized(abs(number), lang, least=SIZED_FROM[lang])
    elif place > 1:  # 36.7亿元 in full would claim nine digits more
        size = sized(abs(number), lang, least=Decimal(0), coarse=place)
    else:
        size = SIZES[lang][-1]
    decimals = max(0, -min((place / size.factor).adjusted(), _exponent(number / size.factor)))
    digits = format(abs(number) / size.factor, f"{',' * (lang == 'en')}.{decimals}f")
    return _WORDS[q.qualifier].of(lang) + MINUS * (number < 0) + joined(digits, size.word, unit, lang)


def _place(q: Quantity, scale: Decimal) -> Decimal:
    """One unit of the last digit that has to be printed, in the unit."""
    width = q.high - q.low
    if q.qualifier == "exact":
        width = 2 * (q.high - q.value)
    elif q.value:
        return Decimal(1).scaleb(_exponent(q.value / scale))
    return width / scale if 0 < width < Decimal("Infinity") else Decimal(1)


def _exponent(number: Decimal) -> int:
    """The exponent of ten of the last digit that is not zero."""
    return int(number.normalize().as_tuple().exponent)
