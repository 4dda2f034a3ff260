"""A place and those beside it → a small map of equal squares, each a link to the page of a place."""

from typing import Final

from markupsafe import Markup

from indicators.export.markup import link, tag
from indicators.frames import tile_grid
from indicators.pages.context import PageContext
from indicators.pages.places.rows import PlacePage
from indicators.words.pages import place as words

LEAST: Final = 3
"""Fewer places have no bearings."""
MOST: Final = 40
"""More squares are no small map."""


def of(page: PlacePage, context: PageContext) -> Markup | None:
    """The place among those beside it, else those that it includes; None where there are few."""
    if page.tree != "region":
        return None
    whole, shown = page.above, (page.key, *page.siblings)
    if whole is None or not page.siblings:
        whole, shown = page.key, page.parts
    return of_parts(whole, shown, context, marked=page.key)


def of_parts(whole: str, keys: tuple[str, ...], context: PageContext, *, marked: str = "") -> Markup | None:
    """The parts of a region, one of them ``marked``."""
    names, regions = context.names, context.study.dataset.regions
    locations = {key: location for key in keys if (location := regions[key].location) is not None}
    if not LEAST <= len(locations) <= MOST or (marked in keys and marked not in locations):
        return None
    cells = tile_grid.tiles_of(locations)
    tiles = [
        link(
            context.addresses.place("region", key),
            names.part(key),
            class_="own" if key == marked else None,
            aria_current="page" if key == marked else None,
            style=f"grid-area:{cell.row + 1}/{cell.column + 1}",
        )
        for key, cell in cells.items()
    ]
    columns = max(cell.column for cell in cells.values()) + 1
    title = words.MAP if marked in cells else words.MAP_OF_PARTS
    label = names.of(title).format(place=names.region(marked) if marked else "", whole=names.region(whole))
    return tag("nav", tiles, class_="bearings", style=f"--columns:{columns}", aria_label=label)
