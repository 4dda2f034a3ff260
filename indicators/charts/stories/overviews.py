"""Where figures are reported: coverage, and places on a map."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from indicators.charts.marks import Mark
from indicators.charts.plots.map import MapPoint, Outline
from indicators.charts.stories.story import Story, alt, sources
from indicators.frames import panels
from indicators.model.entries import ALL, Figure
from indicators.phrasing.figures import bare_amount, hover, printed
from indicators.phrasing.names import Names
from indicators.words import stories as words
from indicators.words import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage(Story):
    """Region × sector: names of what has figures (id → name), and how many figures each pair of them has.

    There are at most MOST_SQUARES regions and as many sectors; ``left_out`` counts the others.
    """

    regions: Mapping[str, str]
    sectors: Mapping[str, str]
    counts: Mapping[tuple[str, str], int]
    hover: Mapping[tuple[str, str], str]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        for region, panel in self.regions.items():
            yield [
                Mark(panel, name, "", f"{count:,}", region=region, count=count)
                for sector, name in self.sectors.items()
                if (count := self.counts.get((region, sector), 0))
            ]


def coverage(frame: pd.DataFrame, names: Names) -> Coverage:
    """How many figures are reported for each region and sector; a pair without figures is not in ``counts``."""
    every = _pairs(frame)
    shown, left_out = zip(*(_most(every, side) for side in (0, 1)), strict=True)
    regions = {key: names.region(key) for key in names.dataset.regions if key in shown[0]}
    sectors = {key: names.sector(key) for key in names.dataset.sectors if key in shown[1]}
    counts = {pair: number for pair, number in every.items() if pair[0] in regions and pair[1] in sectors}
    texts = {
        (region, sector): names.of(words.COVERAGE_CELL).format(
            region=regions[region], sector=sectors[sector], figures=names.count(terms.FIGURES, number)
        )
        for (region, sector), number in counts.items()
    }
    facts = {"filled": len(every), "all": len({key for key, _ in every}) * len({key for _, key in every})}
    title = names.of(words.COVERAGE_TITLE).format(**facts)
    return Coverage(
        title=title,
        note=names.of(words.COVERAGE_NOTE),
        alt=alt(words.ALT_WITHOUT_BARS, title, list(texts.values()), names),
        sources=(),
        left_out=sum(left_out),
        regions=regions,
        sectors=sectors,
        counts=counts,
        hover=texts,
    )


MOST_SQUARES: Final = 48
"""The most regions, and the most sectors, that a page has room for."""


def _most(counts: Mapping[tuple[str, str], int], side: int) -> tuple[set[str], int]:
    """The ids on one side of the pairs (0 or 1) that have most figures, and how many are left out."""
    often = Counter[str]()
    for pair, number in counts.items():
        often[pair[side]] += number
    some = {key for key, _ in often.most_common(MOST_SQUARES)}
    return some, len(often) - len(some)


def _pairs(frame: pd.DataFrame) -> dict[tuple[str, str], int]:
    """How many rows each region and sector has together, in the order in which they first occur."""
    number = panels.numbered(panels.codes(frame["region"]), panels.codes(frame["sector"]))
    _, first, often = np.unique(number, return_index=True, return_counts=True)
    places = zip(frame["region"].iloc[first], frame["sector"].iloc[first], strict=True)
    return dict(zip(places, often.tolist(), strict=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas(Story):
    """Regions with their number of one sector, group, period and nature.

    ``left_out`` also counts the sets of like figures that are not drawn.
    """

    points: tuple[MapPoint, ...]

    def panels_of_marks(self, _names: Names) -> Iterable[Sequence[Mark]]:
        yield [Mark("", point.name, "", point.shown, point.figure) for point in self.points]


def atlas(frame: pd.DataFrame, names: Names, outlines: Mapping[str, Outline]) -> Atlas:
    """One metric on the map: the group of like figures that has most regions with a location, or the newest of such."""
    located = [key for key, region in names.dataset.regions.items() if region.location is not None]
    stock = any(names.dataset.metrics[key].kind == "stock" for key in frame["metric"].iloc[:1])
    groups = panels.alike(frame[frame["region"].isin(located)], "region", stock=stock)
    if not groups:
        return Atlas(title="", note="", alt="", sources=(), points=())
    group = groups[0].drop_duplicates("region")
    regions = set(group["region"])
    wholes = {whole for key in regions if (whole := names.dataset.regions[key].part_of) in regions}
    drawn = group.loc[group["value"].nlargest(MOST_PLACES).index.sort_values()] if len(group) > MOST_PLACES else group
    points = tuple(
        _point(key, value, wholes, outlines, names)
        for key, value in zip(drawn["figure"].tolist(), drawn["value"].tolist(), strict=True)
    )
    figure = names.dataset.figures[group["figure"].iloc[0]]
    of_what = names.metric(figure.metric)
    if (figure.sector, figure.group) != (ALL, ALL):
        of_what = names.of(terms.JOIN).join((of_what, names.place(figure.place, "sector", "group")))
    facts = {"metric": of_what, "period": figure.period.label(names.lang)}
    title = names.of_nature(names.of(words.MAP_TITLE).format(**facts), figure.nature)
    return Atlas(
        title=title,
        note=names.of(words.MAP_NOTE) + names.of(words.MAP_MARKS[figure.nature]),
        alt=alt(words.ALT_WITHOUT_BARS, title, [f"{point.name} {point.shown}" for point in points], names),
        sources=sources(drawn["publisher"], names),
        left_out=len(groups) - 1 + len(group) - len(drawn),
        points=points,
    )


def _nature(figure: Figure, names: Names) -> Iterator[str]:
    if figure.nature != "actual":
        yield names.nature(figure.nature).lower()


MOST_PLACES: Final = 48
"""The most places whose names have room on either side of a map."""


def _point(key: str, value: float, wholes: set[str | None], outlines: Mapping[str, Outline], names: Names) -> MapPoint:
    figure = names.dataset.figures[key]
    latitude, longitude = names.dataset.regions[figure.region].location or (0.0, 0.0)
    return MapPoint(
        figure=key,
        name=names.region(figure.region),
        shown=printed(figure, names),
        lines=(bare_amount(figure, names), *_nature(figure, names)),
        hover=hover(figure, names),
        latitude=latitude,
        longitude=longitude,
        value=value,
        style=figure.nature,
        whole=figure.region in wholes,
        outline=outlines.get(figure.region, ()),
    )
