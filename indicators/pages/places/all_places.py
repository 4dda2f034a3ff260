"""The lists of all places and of all sectors: a tree, each entry with how much is reported of it and the newest."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from indicators.export.markup import link, tag
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Region, Sector
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.places import neighbour_map
from indicators.pages.places.rows import PlaceTree
from indicators.values.periods import parse
from indicators.words import terms
from indicators.words import ui as ui_words
from indicators.words.pages import place as words


class Extent(NamedTuple):
    """How many figures there are of an entry, and the period of the newest."""

    figures: int
    newest: str


def of(tree: PlaceTree, context: PageContext) -> Markup:
    """The whole page."""
    names, dataset = context.names, context.study.dataset
    title = ui_words.NAVIGATION["places" if tree == "region" else "sectors"]
    extents = _extents(tree, context)
    entries = _entries(tree, dataset)
    tops = [key for key, entry in entries.items() if entry.part_of not in entries]
    shown = set(_with_figures(tree, extents, dataset))
    note = words.PLACES_NOTE if tree == "region" else words.SECTORS_NOTE
    maps = [_map(key, context) for key in entries] if tree == "region" else []
    tree_of_all = tag("ul", (_item(key, tree, extents, shown, context) for key in tops if key in shown), class_="tree")
    return parts.page(
        tag("h1", names.of(title)),
        tag("p", names.of(note).format(entries=f"{len(shown):,}"), class_="deck"),
        tag("div", tag("div", tree_of_all), tag("div", maps, class_="maps") if any(maps) else None, class_="all"),
        name="places",
    )


def _entries(tree: PlaceTree, dataset: Dataset) -> Mapping[str, Region | Sector]:
    return dataset.regions if tree == "region" else dataset.sectors


def _extents(tree: PlaceTree, context: PageContext) -> dict[str, Extent]:
    """Id of each entry that has figures → how many, and the period of the newest that is no plan, or else of any."""
    every = context.study.every
    counts = every[tree].value_counts()
    rows = every.sort_values("end", kind="stable")
    actual = rows[(rows["nature"] == "actual").to_numpy()]
    newest = {
        **dict(zip(rows[tree], rows["period"], strict=True)),
        **dict(zip(actual[tree], actual["period"], strict=True)),
    }
    return {str(key): Extent(int(count), newest[key]) for key, count in counts.items() if count}


def _with_figures(tree: PlaceTree, extents: Mapping[str, Extent], dataset: Dataset) -> Iterator[str]:
    """The entries that have figures, and those that these are parts of."""
    for key in extents:
        yield key
        yield from dataset.lies_in(tree, key)


def _item(key: str, tree: PlaceTree, extents: Mapping[str, Extent], shown: set[str], context: PageContext) -> Markup:
    names = context.names
    extent = extents.get(key)
    facts = None
    if extent is not None:
        period = parse(extent.newest).label(names.lang)
        count = names.count(terms.FIGURES, extent.figures)
        facts = tag("small", names.of(words.LISTED).format(figures=count, period=period))
    name = tag("span", names.of(_entries(tree, names.dataset)[key].name))
    named = link(context.addresses.place(tree, key), name) if extent is not None else name
    inner = [inner for inner, entry in _entries(tree, names.dataset).items() if entry.part_of == key and inner in shown]
    parts_of_it = tag("ul", (_item(each, tree, extents, shown, context) for each in inner)) if inner else None
    return tag("li", tag("div", named, " ", facts), parts_of_it)


def _map(key: str, context: PageContext) -> Markup | None:
    """A map of the parts of a region, under its name."""
    inner = tuple(region.id for region in context.study.dataset.regions.values() if region.part_of == key)
    tiles = neighbour_map.of_parts(key, inner, context)
    return None if tiles is None else tag("div", tag("p", context.names.region(key), class_="kicker"), tiles)
