"""Shares of plans that are far from the share of the year that had gone → findings."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.analysis.findings.finding import Finding, Known, certainty, size
from indicators.values.intervals import ONE

AHEAD: Final = Decimal("1.2")
BEHIND: Final = Decimal("0.8")
"""A plan is far from its pace beyond these."""
LARGE: Final = Decimal("0.5")
"""A distance from the pace that is called large: by half."""


def paces(known: Known) -> Iterator[Finding]:
    for figure in known.results:
        for derived in known.worked_out[figure.id] if figure.completion is not None else ():
            if derived.formula == "pace" and (derived.low >= AHEAD or derived.high <= BEHIND):
                distance = derived.low - ONE if derived.low > ONE else ONE - derived.high
                strength = certainty(distance, derived.interval) * size(derived.value - ONE, LARGE)
                yield Finding("pace", known.theme(figure), figure.period, (figure.id,), strength, derived=(derived,))
