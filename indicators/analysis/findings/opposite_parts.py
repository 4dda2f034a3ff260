"""Wholes that grew or shrank while some of their parts did the opposite → findings."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.analysis.derivations import Breakdown
from indicators.analysis.findings.finding import Finding, Known, certainty, direction, size
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.values.intervals import total
from indicators.values.quantities import Quantity

LARGE: Final = Decimal("0.02")
"""A contribution against the growth of the whole that is called large: two points."""


def opposite_parts(known: Known) -> Iterator[Finding]:
    wholes = known.worked_out.itemisations.wholes
    for figure in known.results:
        for breakdown in known.worked_out.breakdowns(figure.id) if figure.id in wholes else ():
            finding = of_breakdown(figure, breakdown, known)
            if finding is not None:
                yield finding
                break


def of_breakdown(whole: Figure, breakdown: Breakdown, known: Known) -> Finding | None:
    """What stands out of one way in which the growth of a whole is split; None where all parts went its way."""
    growth = known.growth(whole)
    way = direction(growth) if growth is not None else 0
    if growth is None or way == 0 or breakdown.itemisation.split.by == "period":
        return None
    sorted_parts = sorted(breakdown.parts, key=lambda part: (-abs(part.value), part.id))
    leading = [part for part in sorted_parts if direction(part.interval) == way]
    opposed = [part for part in sorted_parts if direction(part.interval) == -way]
    if not leading or not opposed:
        return None
    every, rest = breakdown.contributions, breakdown.rest
    all_known = rest is not None or (whole.complete_parts and _add_up(breakdown, growth))
    alone = all_known and all(_is_not(part, way) for part in every if part is not leading[0])
    against = opposed[0]
    distance = min(abs(against.low), abs(against.high))
    return Finding(
        kind="opposite-parts",
        theme=known.theme(whole),
        period=whole.period,
        figures=(whole.id, *(part.inputs[0] for part in breakdown.parts)),
        strength=certainty(distance, against.interval) * size(against.value, LARGE),
        leading=tuple(part.inputs[0] for part in leading),
        opposed=tuple(part.inputs[0] for part in opposed),
        derived=every,
        entire=alone,
    )


def _add_up(breakdown: Breakdown, growth: Quantity) -> bool:
    """True where the contributions can add up to the growth: no other part was lost or gained since a year earlier."""
    return total(part.interval for part in breakdown.parts).meets(growth.interval)


def _is_not(part: Derived, way: int) -> bool:
    """True where a contribution certainly did not go the way of the whole."""
    return part.high <= 0 if way > 0 else part.low >= 0
