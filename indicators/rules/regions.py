"""What must hold between a region and those that it lies in: codes, places on the map, and amounts."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import asin, cos, radians, sin, sqrt
from typing import Final, NamedTuple

from indicators.model.entries import Level, Region
from indicators.reading.corpus import Corpus, Spot
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, SeriesKey, listed, shown
from indicators.values.intervals import total
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity

# --- codes -----------------------------------------------------------------------------------------------------------

_FORMS: Final[Mapping[Level, str]] = {"country": r"\d{6}", "province": r"\d\d0000", "prefecture": r"\d\d(?!00)\d\d00"}
_OTHERS: Final = r"\d{4}(?!00)\d\d"


def codes_are_of_their_level(corpus: Corpus) -> Iterator[Problem]:
    """A code of GB/T 2260 has two digits for the province, two for the prefecture and two for the district."""
    for spot in corpus.spots(Region):
        code = spot.entry.gbt2260
        if code is not None and not re.fullmatch(_FORMS.get(spot.entry.level, _OTHERS), code):
            yield spot.problem("region-code-form", "gbt2260", id=spot.entry.id, printed=code)


def codes_are_unique(corpus: Corpus) -> Iterator[Problem]:
    """No two regions have one code."""
    first: dict[str, Spot[Region]] = {}
    for spot in corpus.spots(Region):
        code = spot.entry.gbt2260
        if code is not None and (before := first.setdefault(code, spot)) is not spot:
            yield spot.problem("region-code-twice", "gbt2260", printed=code, first=before.entry.id)


def codes_begin_with_the_code_above(corpus: Corpus) -> Iterator[Problem]:
    """The code of a region begins with that of the nearest region around it that has one, without its zeros."""
    for spot in corpus.spots(Region):
        code = spot.entry.gbt2260
        if code is None:
            continue
        for outer in _around(spot.entry, corpus):
            if outer.level == "country" or outer.gbt2260 is None:
                continue
            start = outer.gbt2260.removesuffix("00").removesuffix("00")
            if not code.startswith(start):
                facts = {"outer": outer.id, "outer_code": outer.gbt2260, "start": start}
                yield spot.problem("region-code-outside", "gbt2260", severity="error", printed=code, **facts)
            break


def _around(region: Region, corpus: Corpus) -> Iterator[Region]:
    """The regions that a region lies in, from the inside outwards."""
    regions = corpus.ids(Region)
    return (regions[key].entry for key in corpus.around(Region, region.id) if key in regions)


# --- places ----------------------------------------------------------------------------------------------------------

_FARTHEST: Final[Mapping[Level, int]] = {
    "country": 5000,
    "province": 1500,
    "prefecture": 500,
    "district": 200,
    "county": 300,
    "development-zone": 100,
    "town": 100,
}
"""How far, in kilometres, something in a region of this level can be from its label: the largest ones of China."""
_EARTH: Final = 6371.0
"""Mean radius of the Earth in kilometres."""


def locations_are_near(corpus: Corpus) -> Iterator[Problem]:
    """A region is not farther from the one that it lies in than that can reach."""
    for spot in corpus.spots(Region):
        if spot.entry.location is None:
            continue
        outer = next((outer for outer in _around(spot.entry, corpus) if outer.location is not None), None)
        if outer is None or outer.location is None:
            continue
        distance = _distance(spot.entry.location, outer.location)
        if distance > _FARTHEST[outer.level]:
            facts = {"id": spot.entry.id, "outer": outer.id, "distance": f"{distance:.0f}"}
            yield spot.problem("location-far", "location", severity="warning", **facts)


def _distance(place: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres along the great circle between two places given as latitude and longitude (haversine formula)."""
    (north, east), (other_north, other_east) = (map(radians, pair) for pair in (place, other))
    half = sin((north - other_north) / 2) ** 2 + cos(north) * cos(other_north) * sin((east - other_east) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


# --- amounts ---------------------------------------------------------------------------------------------------------


class _Measured(NamedTuple):
    """A figure and its amount."""

    report: Report
    text: Quantity


class _Nested(NamedTuple):
    """The amount of a region, and those of regions in it: of each that lies in no other of them."""

    outer: _Measured
    inner: list[_Measured]


def regions_fit_into_those_around(index: FigureIndex) -> Iterator[Problem]:
    """What adds up over regions is not more in one of them, or in several together, than in the one around them.

    Only amounts of one metric, sector, period and nature are compared, and only where none is below zero. What is
    entered as a part of the amount around it is for the rules of parts; so are two parts of one whole.
    """
    for outer, inner in _levels(index):
        larger = [amount for amount in inner if amount.text.low > outer.text.high]
        facts = {"outer": outer.report.figure.id, "outer_printed": outer.text.printed}
        for report, text in larger:
            if not _is_part(report, outer):
                yield report.warning("region-exceeds", "text", printed=text.printed, **facts)
        if larger or all(_is_part(amount.report, outer) for amount in inner):
            continue
        sum_ = total(amount.text.interval for amount in inner)
        if sum_.low > outer.text.high:
            names = listed([amount.report.figure.region for amount in inner])
            sums = {"sum": shown(sum_.low, outer.text), "regions": names}
            yield outer.report.warning("regions-exceed", "text", printed=outer.text.printed, **sums)


def _is_part(report: Report, outer: _Measured) -> bool:
    whole = report.figure.part_of
    return whole is not None and whole in {outer.report.figure.id, outer.report.figure.part_of}


def _levels(index: FigureIndex) -> Iterator[_Nested]:
    """Each amount of a region in which others have an amount of the same."""
    inner: dict[tuple[SeriesKey, str], list[_Measured]] = {}
    for key, series in index.series.items():
        metric = index.metrics.get(key.metric)
        around = _reported_around(key, index) if metric is not None and metric.additive else []
        for period, reports in series.items() if around else ():
            holder = next((outer for outer in around if period in index.series[outer]), None)
            amounts = _amounts(reports)
            if holder is not None and amounts:  # of reports that differ the least: one that fits is enough
                inner.setdefault((holder, period), []).append(min(amounts, key=lambda amount: amount.text.low))
    for (holder, period), amounts in inner.items():
        outers = _amounts(index.series[holder][period])
        outer = max(outers, key=lambda amount: amount.text.high, default=None)
        comparable = [amount for amount in amounts if outer is not None and amount.text.is_like(outer.text)]
        if outer is not None and comparable and min(amount.text.low for amount in (outer, *comparable)) >= 0:
            yield _Nested(outer, comparable)


def _reported_around(key: SeriesKey, index: FigureIndex) -> list[SeriesKey]:
    """The same series of the regions that a region lies in, from the inside outwards, where figures have them."""
    around = (key._replace(region=region) for region in islice(index.upwards(Region, key.region), 1, None))
    return [outer for outer in around if outer in index.series]


def _amounts(reports: Sequence[Report]) -> list[_Measured]:
    return [_Measured(report, report.text) for report in reports[:MOST_COMPARED] if report.text is not None]
