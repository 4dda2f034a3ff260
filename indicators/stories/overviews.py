"""Where and when figures are reported: coverage, series over time, places on a map."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from indicators import comparable, units
from indicators.charts.lines import Series
from indicators.charts.places import Outline, Spot
from indicators.names import Names
from indicators.panels import alike
from indicators.stories.story import hover, printed, sources
from indicators.words import stories as words
from indicators.words import terms


@dataclass(frozen=True, slots=True)
class Coverage:
    """Region × sector: names of what has figures at all (id → name), and how many figures each pair has."""

    title: str
    note: str
    regions: Mapping[str, str]
    sectors: Mapping[str, str]
    counts: Mapping[tuple[str, str], int]
    hover: Mapping[tuple[str, str], str]
    alt: str
    sources: tuple[str, ...]
    left_out: int = 0
    remarks: tuple[str, ...] = ()


def coverage(frame: pd.DataFrame, names: Names) -> Coverage:
    """How many figures are reported for each region and sector; a pair without figures is not in ``counts``."""
    counts = Counter(zip(frame["region"], frame["sector"], strict=True))
    regions = {key: names.region(key) for key in names.dataset.regions if key in set(frame["region"])}
    sectors = {key: names.sector(key) for key in names.dataset.sectors if key in set(frame["sector"])}
    told = {
        (region, sector): names.of(words.COVERAGE_CELL).format(
            region=regions[region], sector=sectors[sector], figures=names.count(terms.FIGURES, number)
        )
        for (region, sector), number in counts.items()
    }
    facts = {"filled": len(counts), "all": len(regions) * len(sectors)}
    title = names.of(words.COVERAGE_TITLE).format(**facts)
    listed = names.of(words.SEMICOLON).join(told.values())
    return Coverage(title, names.of(words.COVERAGE_NOTE), regions, sectors, counts, told, f"{title}. {listed}.", ())


MOST_SERIES: Final = 10
"""So many lines can be told apart by their colours; the table holds the rest."""


@dataclass(frozen=True, slots=True)
class Lines:
    """Series of one metric over time, in a unit; ``divisor`` brings values into it."""

    title: str
    note: str
    series: tuple[Series, ...]
    unit: str
    divisor: float
    alt: str
    sources: tuple[str, ...]
    left_out: int
    remarks: tuple[str, ...] = ()


def over_time(frame: pd.DataFrame, names: Names) -> Lines:
    """The values of one metric for each region and sector that has several periods, all actual and of one length.

    Where half-years and years both make series, it is the length that makes most of them.
    """
    actual = frame[frame["value"].notna() & (frame["nature"] == "actual")]
    lengths = comparable.lengths(actual)
    groups = [
        group.sort_values("end", kind="stable")
        for _, group in actual.assign(_length=lengths).groupby(["region", "sector", "_length"], sort=False)
        if group["period"].nunique() > 1
    ]
    usual = Counter(group["_length"].iloc[0] for group in groups).most_common(1)
    like = [group for group in groups if group["_length"].iloc[0] == usual[0][0]]
    drawn = sorted(like, key=lambda group: (-len(group), -group["value"].max()))[:MOST_SERIES]
    series = tuple(_series(group, names) for group in drawn)
    unit = names.dataset.metrics[frame["metric"].iloc[0]].unit if len(frame) else "items"
    divisor, title_of_unit = units.axis(max((max(one.values) for one in series), default=1.0), unit, names.lang)
    title = _lines_title(drawn, names)
    listed = names.of(words.SEMICOLON).join(words_ for one in series for words_ in one.hover)
    return Lines(
        title=title,
        note=names.of(words.TIME_NOTE),
        series=series,
        unit=title_of_unit,
        divisor=divisor,
        alt=f"{title}. {listed}.",
        sources=sources(drawn, names),
        left_out=len(groups) - len(drawn),
    )


def _series(group: pd.DataFrame, names: Names) -> Series:
    first = group.iloc[0]
    figures = [names.dataset.figures[key] for key in group["figure"]]
    return Series(
        name=names.place(first["region"], first["sector"]),
        figures=[figure.id for figure in figures],
        dates=[end.date().isoformat() for end in group["end"]],
        values=list(group["value"]),
        hover=[hover(figure, names) for figure in figures],
    )


def _lines_title(drawn: list[pd.DataFrame], names: Names) -> str:
    if not drawn:
        return ""
    first, last = (names.dataset.figures[key] for key in drawn[0]["figure"].iloc[[0, -1]])
    facts = {
        "name": names.place(first.region, first.sector),
        "then": printed(first, names),
        "start": first.period.label(names.lang),
        "now": printed(last, names),
        "end": last.period.label(names.lang),
    }
    return names.of(words.TIME_TITLE).format(**facts)


@dataclass(frozen=True, slots=True)
class Atlas:
    """Regions with their number of one sector, period and nature, and how many further such groups there are."""

    title: str
    note: str
    spots: tuple[Spot, ...]
    alt: str
    sources: tuple[str, ...]
    left_out: int
    remarks: tuple[str, ...] = ()


def atlas(frame: pd.DataFrame, names: Names, outlines: Mapping[str, Outline]) -> Atlas:
    """One metric on the map: the group of like figures with most regions that have a place, the newest of these."""
    located = frame[frame["region"].map(lambda key: names.dataset.regions[key].location is not None).astype(bool)]
    groups = alike(located, "region")
    if not groups:
        return Atlas("", "", (), "", (), 0)
    group = groups[0].drop_duplicates("region")
    here = set(group["region"])
    wholes = {whole for key in here if (whole := names.dataset.regions[key].part_of) in here}
    spots = tuple(
        _spot(key, value, wholes, outlines, names) for key, value in zip(group["figure"], group["value"], strict=True)
    )
    figure = names.dataset.figures[group["figure"].iloc[0]]
    facts = {"metric": names.metric(figure.metric), "period": figure.period.label(names.lang)}
    title = names.of(words.MAP_TITLE).format(**facts)
    listed = names.of(words.SEMICOLON).join(f"{spot.name} {spot.shown}" for spot in spots)
    note = names.of(words.MAP_NOTE)
    return Atlas(title, note, spots, f"{title}. {listed}.", sources([group], names), len(groups) - 1)


def _spot(key: str, value: float, wholes: set[str | None], outlines: Mapping[str, Outline], names: Names) -> Spot:
    figure = names.dataset.figures[key]
    latitude, longitude = names.dataset.regions[figure.region].location or (0.0, 0.0)
    return Spot(
        figure=key,
        name=names.region(figure.region),
        shown=printed(figure, names),
        hover=hover(figure, names),
        latitude=latitude,
        longitude=longitude,
        value=value,
        whole=figure.region in wholes,
        outline=outlines.get(figure.region, ()),
    )
