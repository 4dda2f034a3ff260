"""What must hold between a region and those that it lies in: codes, and places on the map."""

import re
from collections.abc import Iterator, Mapping
from math import asin, cos, radians, sin, sqrt
from typing import Final

from indicators.model.vocabulary import Level, Region
from indicators.reading.corpus import Corpus, Spot
from indicators.values.problems import Problem

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
