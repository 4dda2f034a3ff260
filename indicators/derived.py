"""Figures that follow from reported ones: each with its formula, its inputs and its interval; never mixed with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from indicators.model import Dataset, Figure

Formula = Literal["base", "plan", "remainder"]
ZERO: Final = Decimal(0)


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that no article printed: ``value`` in the base of ``unit``, somewhere in [``low``, ``high``].

    ``formula`` says how it follows from the figures whose ids are ``inputs``: base = value ÷ (1 + growth),
    plan = value ÷ completion, remainder = whole − parts.
    """

    formula: Formula
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    inputs: tuple[str, ...]


def base(figure: Figure, dataset: Dataset) -> Derived | None:
    """What the same period a year earlier must have been; None where growth and value are not on one basis."""
    if figure.text is None or figure.growth is None or not dataset.metrics[figure.metric].comparable_basis:
        return None
    value, growth = figure.text, figure.growth
    if growth.low <= -1 or value.low < 0 or value.high.is_infinite():
        return None
    return Derived(
        "base",
        value.value / (1 + growth.value),
        value.low / (1 + growth.high),
        value.high / (1 + growth.low),
        value.unit,
        (figure.id,),
    )


def plan(figure: Figure) -> Derived | None:
    """The whole plan of which the figure is the part that is done."""
    if figure.text is None or figure.completion is None:
        return None
    value, share = figure.text, figure.completion
    if share.low <= 0 or value.low < 0 or value.high.is_infinite():
        return None
    return Derived(
        "plan",
        value.value / share.value,
        value.low / share.high,
        value.high / share.low,
        value.unit,
        (figure.id,),
    )


def remainder(whole: Figure, parts: Sequence[Figure]) -> Derived | None:
    """What of a whole no part accounts for; None where the parts fill it, or are not all printed as amounts."""
    amounts = [part.text for part in parts if part.text is not None]
    if whole.text is None or not amounts or len(amounts) < len(parts):
        return None
    value = whole.text.value - sum((amount.value for amount in amounts), ZERO)
    low = whole.text.low - sum((amount.high for amount in amounts), ZERO)
    high = whole.text.high - sum((amount.low for amount in amounts), ZERO)
    if whole.complete_parts or value <= 0:
        return None
    return Derived("remainder", value, max(low, ZERO), high, whole.text.unit, (whole.id, *(part.id for part in parts)))


def wholes(dataset: Dataset) -> dict[str, list[Figure]]:
    """Figure id of each whole → its parts, in the order of the file."""
    found: dict[str, list[Figure]] = {}
    for figure in dataset.figures.values():
        if figure.part_of is not None:
            found.setdefault(figure.part_of, []).append(figure)
    return found
