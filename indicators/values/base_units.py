"""A unit → the base unit of its dimension, in which values leave the program so that they can be compared."""

from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from indicators.values.text import LocalText
from indicators.values.unit_table import BUILT_IN, Measure, Unit, UnitTable, unit_of


def _base(id_: str, dimension: str, name: LocalText) -> Unit:
    return Unit(id_, Measure(dimension, Decimal(1), name, name.en))


_POINTS: Final = LocalText(zh="小数（0.01 即 1 个百分点）", en="fraction (0.01 is 1 percentage point)")
_FRACTIONS: Final[Mapping[str, Unit]] = {
    "ratio": _base("fraction", "ratio", LocalText(zh="小数（1 即 100%）", en="fraction (1 is 100%)")),
    "points": _base("fraction-points", "points", _POINTS),
}
"""The bases of what newspapers print in hundredths, by dimension."""


@lru_cache(maxsize=1024)
def base_of(unit: str, table: UnitTable = BUILT_IN) -> Unit:
    """The base unit of a unit's dimension: mu for hectares, yuan for yuan, a fraction for percent and for 倍.

    ``table`` has the units of a dataset's own, too. What is counted has as many bases as there are things to count:
    enterprises stay enterprises, projects projects.
    """
    known = unit_of(unit)
    if known.dimension in _FRACTIONS:
        return _FRACTIONS[known.dimension]
    if known.scale == 1:
        return known
    base = next((other for other in table.of_dimension(known.dimension)[::-1] if other.scale == 1), None)
    return base if base is not None else _of_quotient(known)


def _of_quotient(unit: Unit) -> Unit:
    """Of kg per mu that is tonnes per mu, which newspapers do not print."""
    amount, _, per = unit.id.partition("/")
    if not per:
        return _base(unit.dimension, unit.dimension, LocalText(unit.dimension, unit.dimension))
    numerator, base = unit_of(amount).name, base_of(amount)
    name = LocalText(
        base.name.zh + unit.name.zh.removeprefix(numerator.zh), base.name.en + unit.name.en.removeprefix(numerator.en)
    )
    return _base(f"{base.id}/{per}", unit.dimension, name)
