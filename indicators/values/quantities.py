"""An amount as it was printed with all that it can mean, and back into words that are read as the same amount."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Final, Literal, NamedTuple

from indicators.values.intervals import Interval
from indicators.values.text import Lang, LocalText
from indicators.values.unit_table import Unit
from indicators.values.units import MINUS, SIZED_FROM, SIZES, joined, sized

Qualifier = Literal["exact", "about", "nearly", "over", "under", "at-least", "at-most", "between"]

REACH: Final[dict[Qualifier, tuple[Decimal, Decimal]]] = {
    "exact": (Decimal("-0.5"), Decimal("0.5")),
    "about": (Decimal("-0.5"), Decimal("0.5")),
    "nearly": (Decimal(-1), Decimal(0)),
    "over": (Decimal(0), Decimal(1)),
    "under": (Decimal(-1), Decimal(0)),
    "at-least": (Decimal(0), Decimal("Infinity")),
    "at-most": (Decimal("-Infinity"), Decimal(0)),
    "between": (Decimal(0), Decimal(0)),
}
"""How far the true amount can lie below and above the printed one, in steps.

For an exact amount a step is one unit of the last printed digit (36.70亿: 0.01亿), for the others one unit of the last
digit that is not zero (250余万: 10万). Of a range both ends are printed (30—50亿元), and steps do not matter.
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
    "between": "between",
}
"""The qualifier of a growth whose fall was qualified: a fall by over 2% is a growth under -2%."""


class Quantity(NamedTuple):
    """An amount as it was ``printed``, and what it can mean.

    ``value``, ``low`` and ``high`` are in the base unit of the dimension of ``unit``: 元 not 亿元, 0.32 not 32 (%). The
    true amount lies between ``low`` and ``high``, both included; an open end is infinite. The value of a range is its
    middle. ``given_unit`` is the unit in words where it is not printed beside the number, and is the curator's.
    """

    printed: str
    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit
    qualifier: Qualifier
    given_unit: str = ""

    @property
    def interval(self) -> Interval:
        """Where the true amount lies."""
        return Interval(self.low, self.high)

    def decided(self) -> "Quantity":
        """The same without what rounding leaves open, unless a word qualifies it: what was decided was not rounded."""
        return self._replace(low=self.value, high=self.value) if self.qualifier == "exact" else self

    @property
    def lang(self) -> Lang:
        """The language that it is printed in: Chinese where a Chinese character is in it."""
        return "zh" if any("\u4e00" <= char <= "\u9fff" for char in self.printed) else "en"

    def is_like(self, other: "Quantity") -> bool:
        """True where both measure the same: money, mass, people."""
        return self.unit.dimension == other.unit.dimension


_WORDS: Final[dict[Qualifier, LocalText]] = {
    "exact": LocalText("", ""),
    "about": LocalText("约", "about "),
    "nearly": LocalText("近", "nearly "),
    "over": LocalText("超", "over "),
    "under": LocalText("不足", "under "),
    "at-least": LocalText("至少", "at least "),
    "at-most": LocalText("最多", "up to "),
    "between": LocalText("", ""),
}


def to_text(q: Quantity, lang: Lang) -> str:
    """The quantity in words that ``parse`` reads as the same value, interval and qualifier: 56.92亿元, over 30,000 mu.

    That holds for all that ``parse`` and ``parse_growth`` return. Where no printed number has the interval (a derived
    amount, a qualified share above a plan), the value is still the same.
    """
    if q.qualifier == "between":
        return _range_text(q, lang)
    unit = q.unit
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


def _range_text(q: Quantity, lang: Lang) -> str:
    ends = q.low / q.unit.scale, q.high / q.unit.scale
    size = sized(max(map(abs, ends)), lang, least=SIZED_FROM[lang])
    low, high = (
        MINUS * (end < 0) + format(abs(end / size.factor).normalize(), f"{',' * (lang == 'en')}f") for end in ends
    )
    return f"{low}{'—' if lang == 'zh' else '–'}{joined(high, size.word, q.unit, lang)}"


def _place(q: Quantity, scale: Decimal) -> Decimal:
    """One unit of the last digit that has to be printed, in the unit."""
    width = q.high - q.low
    if q.unit.is_fraction:  # the numerator of a fraction
        return Decimal(1)
    if q.qualifier == "exact":
        width = 2 * (q.high - q.value)
    elif q.value:
        return Decimal(1).scaleb(_exponent(q.value / scale))
    return width / scale if 0 < width < Decimal("Infinity") else Decimal(1)


def _exponent(number: Decimal) -> int:
    """The exponent of ten of the last digit that is not zero."""
    return int(number.normalize().as_tuple().exponent)
