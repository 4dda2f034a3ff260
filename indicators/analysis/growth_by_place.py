"""Growth on a year earlier in several places of one region → the periods that can be shown beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from indicators.analysis.findings.finding import Known, direction
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.values.intervals import Interval
from indicators.values.periods import Period

LEAST: Final = 3
"""Places that make a map."""


@dataclass(frozen=True, slots=True)
class PlaceGrowth:
    """The growth in one place: that of ``figure`` as printed, or, where ``derived``, of the rest of its period."""

    figure: Figure
    value: float
    interval: Interval

    @property
    def way(self) -> int:
        """1 where it certainly rose, -1 where it certainly fell, 0 where that cannot be told."""
        return direction(self.interval)


@dataclass(frozen=True, slots=True)
class GrowthView:
    """The growth of one metric in several places in one period."""

    metric: str
    period: Period
    derived: bool
    places: tuple[PlaceGrowth, ...]

    def count(self, way: int) -> int:
        """How many places certainly rose (1), certainly fell (-1), or cannot be told (0)."""
        return sum(place.way == way for place in self.places)


def views(known: Known) -> tuple[GrowthView, ...]:
    """The period in which most places print their growth, of such the newest; then others of its metric and year.

    Empty where there is no period in which at least LEAST places with a location do.
    """
    panels = _panels(known)
    best = max(
        panels, key=lambda panel: (len(panel), panel[0].period.end, -panel[0].period.start.toordinal()), default=None
    )
    if best is None or len(best) < LEAST:
        return ()
    first = best[0]
    others = [
        panel
        for panel in panels
        if panel is not best
        and len(panel) >= LEAST
        and _alike(panel[0], first)
        and panel[0].period.end.year == first.period.end.year
    ]
    others.sort(key=lambda panel: panel[0].period.end, reverse=True)
    within = _within(best, known)
    inside = [within] if within is not None else []
    return (_printed(best, known), *(_printed(panel, known) for panel in others), *inside)


def _rank(panel: Sequence[Figure]) -> tuple[int, date, int]:
    period = panel[0].period
    return len(panel), period.end, -period.start.toordinal()


def _alike(figure: Figure, other: Figure) -> bool:
    return (figure.metric, figure.sector, figure.group) == (other.metric, other.sector, other.group)


def _panels(known: Known) -> list[list[Figure]]:
    """Figures with growth, by all but their region; regions lie in one other and have a location."""
    panels: dict[tuple[str, ...], list[Figure]] = {}
    for figure in known.results:
        region = known.dataset.regions[figure.region]
        if region.location is not None and region.part_of is not None and known.growth(figure) is not None:
            key = (figure.metric, region.part_of, figure.sector, figure.group, figure.period.text)
            panels.setdefault(key, []).append(figure)
    return list(panels.values())


def _printed(figures: Sequence[Figure], known: Known) -> GrowthView:
    places = (
        PlaceGrowth(figure, float(growth.value), growth.interval)
        for figure in figures
        if (growth := known.growth(figure)) is not None
    )
    return GrowthView(figures[0].metric, figures[0].period, derived=False, places=tuple(places))


def _within(figures: Sequence[Figure], known: Known) -> GrowthView | None:
    """The rest of the period after the shorter ones, where enough places have the same rest."""
    places: dict[Period, list[PlaceGrowth]] = {}
    for figure, derived in _growths_within(figures, known):
        place = PlaceGrowth(figure, float(derived.value), derived.interval)
        places.setdefault(derived.period, []).append(place)
    period = max(places, key=lambda rest: (len(places[rest]), rest.end), default=None)
    if period is None or len(places[period]) < LEAST:
        return None
    return GrowthView(figures[0].metric, period, derived=True, places=tuple(places[period]))


def _growths_within(figures: Sequence[Figure], known: Known) -> Iterator[tuple[Figure, Derived]]:
    for figure in figures:
        derived = known.worked_out.growth_within(figure)
        if derived is not None:
            yield figure, derived
