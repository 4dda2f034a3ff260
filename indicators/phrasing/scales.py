"""Amounts of one unit → the size that all of them are written in, each with the decimals that it was printed with."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from indicators.phrasing.names import Names
from indicators.values.text import Lang
from indicators.values.unit_table import Unit
from indicators.values.units import MINUS, SIZED_FROM, SIZES, Size, sized
from indicators.words.pages import figure as words

DIGITS: Final = 4
"""Significant digits of the largest amount."""


@dataclass(frozen=True, slots=True)
class AmountScale:
    """How the amounts of a panel are written: in one ``size`` of one ``unit``, with ``decimals`` decimals at most."""

    unit: Unit
    size: Size
    decimals: int
    lang: Lang

    @property
    def title(self) -> str:
        """What stands once for all numbers: ¥ bn, 亿元, enterprises."""
        symbol = self.unit.measure.symbol
        if self.lang == "zh":
            return self.size.short + self.unit.name.zh
        return " ".join(filter(None, (symbol, self.size.short, "" if symbol else self.unit.name.en)))

    def number(self, amount: Decimal, width: Decimal) -> str:
        """An amount in the base of the unit, of which ``width`` is left open: it has no digit within that.

        One that would be written as 0 is written as less than the least.
        """
        base = self.unit.scale * self.size.factor
        scaled = amount / base
        last = (width / base).adjusted() if width.is_finite() and width > 0 else scaled.normalize().as_tuple().exponent
        step = Decimal(1).scaleb(-min(self.decimals, max(0, -int(last))))
        rounded = scaled.quantize(step, ROUND_HALF_UP)
        if scaled and not rounded:
            return words.LESS_THAN.of(self.lang).format(number=format(step, "f"))
        return MINUS * (rounded < 0) + format(abs(rounded), ",f" if self.lang == "en" else "f")


def of(amounts: Iterable[Decimal], unit: Unit, names: Names) -> AmountScale:
    """The scale of amounts in the base of ``unit``: at most four digits of the largest."""
    largest = max((abs(amount) for amount in amounts), default=Decimal(0)) / unit.scale
    plain = unit.dimension in {"ratio", "points"}
    size = SIZES[names.lang][-1] if plain else sized(largest, names.lang, least=SIZED_FROM[names.lang])
    shown = largest / size.factor
    decimals = max(0, DIGITS - max(1, shown.adjusted() + 1)) if shown else 0
    return AmountScale(unit, size, decimals, names.lang)
