"""Amounts of one panel → numbers in one unit, which its heading names, that can be read down a column."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from indicators.phrasing.aligned_amounts import AlignedAmount, aligned, chosen_unit
from indicators.phrasing.names import Names
from indicators.values.quantities import Quantity
from indicators.values.unit_table import Unit
from indicators.values.units import affixes

_DIGIT: Final = "\u2007"
_POINT: Final = "\u2008"
"""Spaces as wide as a digit and a point, which stand where a number has fewer decimals than others."""


@dataclass(frozen=True, slots=True)
class PanelAmounts:
    """The ``unit`` of all amounts of a panel (¥ bn, 亿元), and each amount without it; "" where a unit has no name."""

    unit: str
    numbers: tuple[str, ...]


def in_one_unit(quantities: Sequence[Quantity], usual: Unit, names: Names) -> PanelAmounts | None:
    """The amounts as they were printed, in the unit in which most of them read well.

    None where they cannot be written in one unit. ``usual`` is the unit of the metric.
    """
    if not quantities:
        return None
    unit = chosen_unit(quantities, usual, names.lang)
    amounts = [aligned(quantity, unit, names) for quantity in quantities]
    before, after = affixes(unit.unit, unit.size, names.lang)
    singular = affixes(unit.unit, unit.size, names.lang, one=True)[1]
    if any(quantity.unit.is_fraction for quantity in quantities) or any(
        amount.unit not in {after, singular} for amount in amounts
    ):
        return None
    decimals = max(len(amount.fraction) for amount in amounts)
    numbers = tuple(_padded(amount, before, decimals) for amount in amounts)
    return PanelAmounts(f"{before} {after}".strip(), numbers)


def _padded(amount: AlignedAmount, before: str, decimals: int) -> str:
    """The number with its qualifier, filled up on the right so that its point stands under those of the others."""
    missing = decimals - len(amount.fraction)
    filling = (_DIGIT * (missing - 1) + _POINT if not amount.fraction else _DIGIT * missing) if missing else ""
    number = amount.number.replace(before, "", 1) if before else amount.number
    return " ".join(filter(None, (amount.qualifier, number))) + filling
