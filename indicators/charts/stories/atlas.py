"""Figures of one metric → what a map says of them: its finding, a tile for each place, and what the colours mean."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import islice
from typing import Final

import pandas as pd

from indicators.charts.marks import Mark
from indicators.charts.plots.tile_map import MapTile, Outline, Steps
from indicators.charts.stories import growth_words
from indicators.charts.stories.story import Story, Untold, alt, sources
from indicators.frames import panels, tile_grid
from indicators.frames.tile_grid import Tile
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.phrasing.figures import amount_and_growth, growth_rate, hover, printed
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.words import stories as words
from indicators.words import terms

LEAST_PLACES: Final = 3
"""A map of fewer says no more than their numbers."""
MOST_PLACES: Final = 60
"""The most places that have room on a page."""
_GROUPS_TRIED: Final = 12
LIMITS: Final = (Decimal("-0.02"), Decimal(0), Decimal("0.025"), Decimal("0.05"))
"""The growth at which a colour ends and the next begins."""
_LEVEL_STEPS: Final = (2, 3, 4)
"""The colours of a map of amounts: a third each of the way from the smallest to the largest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Atlas(Story):
    """Places with their number of one metric, sector, group, period and nature; ``steps`` is what the colours mean.

    ``left_out`` also counts the sets of like figures that are not drawn.
    """

    tiles: tuple[MapTile, ...]
    steps: Steps

    def panels_of_marks(self, names: Names) -> Iterable[Sequence[Mark]]:
        yield [
            Mark("", tile.name, "", _numbers(names.dataset.figures[tile.figure], names), tile.figure)
            for tile in self.tiles
        ]


def atlas(frame: pd.DataFrame, names: Names, outlines: Mapping[str, Outline]) -> Atlas:
    """One metric on the map: the set of like figures that has most places, or the newest of such.

    A place that holds others of them is not among its parts, but in the note; one of which reports contradict each
    other is left out. Without tiles where fewer than LEAST_PLACES are left.
    """
    return untold_atlas(frame, names, outlines).tell()


def untold_atlas(frame: pd.DataFrame, names: Names, outlines: Mapping[str, Outline]) -> Untold[Atlas]:
    """The story of ``atlas`` before it is told."""
    located = located_regions(names)
    stock = any(names.dataset.metrics[key].kind == "stock" for key in frame["metric"].iloc[:1])
    groups = panels.alike(frame[frame["region"].isin(located)] if located else frame.iloc[:0], "region", stock=stock)
    for group in islice(groups, _GROUPS_TRIED):
        figures = [names.dataset.figures[key] for key in group["figure"]]
        wholes, members = _split(figures, names)
        if len(members) >= LEAST_PLACES:
            left_out = len(groups) - 1 + len({figure.region for figure in figures}) - len(members) - len(wholes)
            drawn, left_out = members[:MOST_PLACES], left_out + len(members[MOST_PLACES:])
            return Untold(len(drawn), partial(_map, drawn, wholes, outlines, left_out, names))
    return Untold(0, lambda: Atlas(title="", note="", alt="", sources=(), tiles=(), steps={}))


def located_regions(names: Names) -> Collection[str]:
    """The regions that can stand on a map."""
    return {key for key, region in names.dataset.regions.items() if region.location is not None}


def _split(figures: Sequence[Figure], names: Names) -> tuple[list[Figure], list[Figure]]:
    """The figures of places that hold others of them, and those of the others, largest first; none that is disputed."""
    regions = [figure.region for figure in figures]
    once = [figure for figure in figures if regions.count(figure.region) == 1]
    holders = {outer for region in regions for outer in names.dataset.lies_in("region", region)}
    members = [figure for figure in once if figure.region not in holders]
    members.sort(key=lambda figure: -figure.text.value if figure.text else Decimal(0))
    return [figure for figure in once if figure.region in holders], members


def _map(
    members: Sequence[Figure],
    wholes: Sequence[Figure],
    outlines: Mapping[str, Outline],
    left_out: int,
    names: Names,
) -> Atlas:
    actual = members[0].nature == "actual"
    by_growth = actual and all(figure.growth is not None and figure.growth_from is None for figure in members)
    locations = {key: names.dataset.regions[key].location or (0.0, 0.0) for key in (each.region for each in members)}
    grid = tile_grid.tiles_of(locations)
    limits = LIMITS if by_growth else _thirds(members, names)
    tiles = tuple(
        _tile(figure, grid[figure.region], outlines, _step(figure, limits, by_growth=by_growth), names)
        for figure in members
    )
    title = growth_words.counted(members, "region", names) if by_growth else _level_title(members[0], names)
    drawn = [names.dataset.article_of[figure.id].publisher for figure in (*members, *wholes)]
    return Atlas(
        title=title,
        note=_note(members[0], names, by_growth=by_growth, outlined=all(tile.outline for tile in tiles)),
        alt=alt(
            words.ALT_WITHOUT_BARS, title, [f"{tile.name} {tile.large} {tile.small}".strip() for tile in tiles], names
        ),
        sources=sources(drawn, names),
        left_out=left_out,
        remarks=tuple(_whole(figure, names) for figure in wholes),
        tiles=tiles,
        steps=_steps(members[0], limits, names, by_growth=by_growth),
    )


def _numbers(figure: Figure, names: Names) -> str:
    """Amount and growth with their nature: ¥1.018 bn, +6.1%."""
    return amount_and_growth(figure, names).replace("  ", names.of(terms.COMMA))


def _tile(figure: Figure, tile: Tile, outlines: Mapping[str, Outline], step: int | None, names: Names) -> MapTile:
    latitude, longitude = names.dataset.regions[figure.region].location or (0.0, 0.0)
    growth = growth_rate(figure, names) if figure.nature == "actual" else ""
    amount = printed(figure, names)
    return MapTile(
        figure=figure.id,
        name=names.region(figure.region),
        large=growth or amount,
        small=amount if growth else "",
        hover=hover(figure, names),
        row=tile.row,
        column=tile.column,
        latitude=latitude,
        longitude=longitude,
        step=step,
        style=figure.nature,
        outline=outlines.get(figure.region, ()),
    )


def _thirds(members: Sequence[Figure], names: Names) -> tuple[Decimal, ...]:
    """The amounts at which the colours change, as the legend says them; none where all are the same."""
    texts = [figure.text for figure in members if figure.text is not None]
    low, high = min(text.value for text in texts), max(text.value for text in texts)
    third = (high - low) / 3
    return tuple(
        units.as_shown(low + part * third, texts[0].unit, names.lang, digits=2) for part in (1, 2) if low < high
    )


def step_of_growth(growth: Decimal) -> int:
    """The colour of a growth, counted from 0: −2% is "−2 to 0", and 5% is "2.5 to 5"."""
    return bisect_left(LIMITS, growth) + (growth in LIMITS[:2])


def _step(figure: Figure, limits: Sequence[Decimal], *, by_growth: bool) -> int | None:
    """The colour of a number; an amount that is a limit is below it."""
    if by_growth and figure.growth is not None:
        return step_of_growth(figure.growth.value)
    if figure.text is None or not limits:
        return None
    return _LEVEL_STEPS[bisect_left(limits, figure.text.value)]


def _steps(first: Figure, limits: Sequence[Decimal], names: Names, *, by_growth: bool) -> Steps:
    """What the colours mean; empty where nothing is filled."""
    if first.nature != "actual" or first.text is None or not limits:
        return {}
    if by_growth:
        return dict(enumerate(map(names.of, words.MAP_STEPS)))
    low, high = (units.compact(limit, first.text.unit, names.lang, digits=2) for limit in limits)
    sentences = (words.MAP_UP_TO, words.MAP_BETWEEN, words.MAP_ABOVE)
    return {step: names.of(text).format(low=low, high=high) for step, text in zip(_LEVEL_STEPS, sentences, strict=True)}


def _level_title(figure: Figure, names: Names) -> str:
    facts = {"metric": growth_words.of_what(figure, "region", names), "period": figure.period.label(names.lang)}
    return names.of_nature(names.of(words.MAP_TITLE).format(**facts), figure.nature)


def _note(figure: Figure, names: Names, *, by_growth: bool, outlined: bool) -> str:
    """How to read the map, and of which sector, group and nature all its numbers are."""
    colours = words.MAP_COLOURS[figure.nature] if figure.nature != "actual" else words.MAP_OF[by_growth]
    facts = {
        "sector": names.sector(figure.sector),
        "group": names.of(terms.JOIN).join(("", names.group(figure.group))) if figure.group != ALL else "",
        "nature": names.nature(figure.nature).lower(),
    }
    shape = words.MAP_OUTLINES if outlined else words.MAP_TILES
    sentences = (shape, colours, words.MAP_SCOPE)
    return names.of(terms.SENTENCES).join(names.of(sentence).format(**facts) for sentence in sentences)


def _whole(figure: Figure, names: Names) -> str:
    return names.of(words.MAP_WHOLE).format(place=names.region(figure.region), number=_numbers(figure, names))
