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
    alike = (other for other in reversed(table.of_dimension(known.dimension)) if other.scale == 1)
    unnamed = LocalText(known.dimension, known.dimension)  # a dataset declares no unit of this size
    return next(alike, None) or _base(known.dimension, known.dimension, unnamed)
