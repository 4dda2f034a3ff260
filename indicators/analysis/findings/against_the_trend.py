"""Places of one region, few of which moved against all the others → findings."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from indicators.analysis.findings.finding import Finding, Known, certainty, direction, size
from indicators.model.articles import Figure

LEAST: Final = 4
"""A trend takes at least so many places."""
LARGE: Final = Decimal("0.05")
"""A growth against the trend that is called large: five per cent."""


def against_the_trend(known: Known) -> Iterator[Finding]:
    panels: dict[tuple[str, ...], list[Figure]] = {}
    for figure in known.results:
        parent = known.dataset.regions[figure.region].part_of
        if parent is not None and known.growth(figure) is not None:
            key = (figure.metric, parent, figure.sector, figure.group, figure.period.text)
            panels.setdefault(key, []).append(figure)
    for panel in panels.values():
        finding = _of(panel, known) if len(panel) >= LEAST else None
        if finding is not None:
            yield finding


def _of(panel: Sequence[Figure], known: Known) -> Finding | None:
    """None unless all places certainly moved one way or the other, and less than a third of them against the rest."""
    growths = {figure.id: growth for figure in panel if (growth := known.growth(figure)) is not None}
    by_way: dict[int, list[Figure]] = {1: [], -1: [], 0: []}
    for figure in panel:
        by_way[direction(growths[figure.id])].append(figure)
    minority, majority = sorted((by_way[1], by_way[-1]), key=len)
    if by_way[0] or not minority or 3 * len(minority) >= len(panel):
        return None
    minority.sort(key=lambda figure: (-_amount(figure), figure.id))
    strongest = max(minority, key=lambda figure: abs(growths[figure.id].value))
    growth = growths[strongest.id]
    distance = min(abs(growth.low), abs(growth.high))
    return Finding(
        kind="against-the-trend",
        theme=known.theme(strongest),
        period=strongest.period,
        figures=(minority[0].id, *(figure.id for figure in panel if figure is not minority[0])),
        strength=certainty(distance, growth) * size(growth.value, LARGE),
        leading=tuple(figure.id for figure in minority),
        opposed=tuple(figure.id for figure in majority),
    )


def _amount(figure: Figure) -> Decimal:
    return figure.text.value if figure.text is not None else Decimal(0)
