"""Figures of one metric and place at several times → reversals of growth, and amounts that doubled or halved."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Final

from indicators.analysis.findings.finding import Finding, Known, certainty, direction, size
from indicators.model.articles import Figure
from indicators.values.intervals import ONE

LARGE: Final = Decimal("0.1")
"""A turn of growth that is called large: ten per cent."""
MANY_TIMES: Final = Decimal(2)
"""A growth that is called large where an amount doubled: two hundred per cent."""
NEAR: Final = 3
"""Figures are told beside each other up to so many years apart."""
_HALF: Final = Decimal("-0.5")


def reversals(known: Known) -> Iterator[Finding]:
    """Growth that was certainly of the other sign in the period before of the same length."""
    series: dict[tuple[str, ...], list[Figure]] = {}
    for figure in known.results:
        if known.growth(figure) is not None:
            series.setdefault((figure.metric, *figure.place, figure.period.length), []).append(figure)
    for figures in series.values():
        figures.sort(key=lambda figure: figure.period.end)
        for earlier, later in pairwise(figures):
            before, after = known.growth(earlier), known.growth(later)
            if before is None or after is None or not _near(earlier, later):
                continue
            if direction(before) * direction(after) == -1 and earlier.period.end < later.period.start:
                distance = min(abs(after.low), abs(after.high))
                strength = certainty(distance, after) * size(after.value - before.value, LARGE)
                keys = (later.id, earlier.id)
                yield Finding("reversal", known.theme(later), later.period, keys, strength)


def multiples(known: Known) -> Iterator[Finding]:
    """Amounts that at least doubled, or fell by half, since another report or by the growth that was printed."""
    for figure in known.results:
        growth = known.growth(figure)
        if growth is not None and figure.text is not None and growth.low >= ONE:
            strength = certainty(growth.low, growth) * size(growth.value, MANY_TIMES)
            yield Finding("multiple", known.theme(figure), figure.period, (figure.id,), strength)
            continue
        derived = known.worked_out.growth_since(figure)
        if derived is None or not (derived.low >= ONE or derived.high <= _HALF):
            continue
        if _near(known.dataset.figures[derived.inputs[1]], figure):
            distance = derived.low if derived.low > 0 else -derived.high
            strength = certainty(distance, derived.interval) * size(derived.value, MANY_TIMES)
            yield Finding("multiple", known.theme(figure), figure.period, derived.inputs, strength)


def _near(earlier: Figure, later: Figure) -> bool:
    return later.period.end.year - earlier.period.end.year <= NEAR
