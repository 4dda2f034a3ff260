"""The page of a metric, a region or a sector: its charts, and the table of all its figures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.charts.stories.overviews import Atlas
from indicators.export.markup import joined, link, markup, tag
from indicators.model.entries import Figure, Metric, Region, Sector
from indicators.site import captions, charts, lists
from indicators.site.cards import Card
from indicators.site.lists import Column
from indicators.site.volume import Page, Section, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

SECTION: Final[Mapping[Column, Section]] = {"metric": "metrics", "region": "regions", "sector": "sectors"}
_SORTED: Final[Mapping[Column, tuple[tuple[Column, ...], Column | None]]] = {
    "metric": (("region", "sector"), None),
    "region": (("sector", "metric"), "sector"),
    "sector": (("region", "metric"), "region"),
}
"""How the figures of an entry are sorted, and by what they stand in groups."""


def drawn(column: Column, key: str, volume: Volume) -> dict[str, Chart]:
    """The charts of an entry, by their names."""
    rows = volume.drawn(column, key)
    if column == "metric":
        charts_of_metric = catalogue.of_a_metric(rows, volume.context)
        return {name: chart for name, chart in charts_of_metric.items() if not _of_one_place(chart)}
    return catalogue.of_a_place(rows, volume.context)


def _of_one_place(chart: Chart) -> bool:
    """A map on which nothing can be compared says no more than its title."""
    return isinstance(chart.story, Atlas) and len(chart.story.points) < 2


def pages(column: Column, key: str, found: Mapping[str, Chart], volume: Volume) -> Iterator[Page]:
    """The page of an entry, and further ones where its table is long."""
    figures, group_by = _figures(column, key, volume), _SORTED[column][1]
    own = entry(column, key, volume)
    title = volume.of(own.name)
    section = SECTION[column]
    first = Page(
        path=f"{column}/{key}.html",
        title=title,
        description=_description(own, found, len(figures), volume),
        body=_body(column, key, own, found, len(figures), volume),
        section=section,
        charts=f"{key}.charts.js" if found else "",
        card=f"card/{column}/{key}.png",
        trail=(
            (volume.of(words.SECTIONS["overview"]), "index.html"),
            (volume.of(words.SECTIONS[section]), f"{section}.html"),
        ),
    )

    def show(part: Sequence[Figure]) -> Markup:
        return lists.table(part, volume, "../", leave_out=column, by=group_by)

    yield from lists.sheets(first, figures, show, volume)


def card(column: Column, key: str, found: Mapping[str, Chart], volume: Volume) -> Card | None:
    """The picture that goes with the address of the page."""
    title = volume.of(entry(column, key, volume).name)
    return captions.of_entry(title, column, found.values(), _figures(column, key, volume), volume)


def _figures(column: Column, key: str, volume: Volume) -> list[Figure]:
    """The figures of an entry in the order of its table."""
    known = volume.names.dataset.figures
    rank = lists.order(volume, _SORTED[column][0])
    return sorted((known[one] for one in volume.rows(column, key)["figure"]), key=rank)


def entry(column: Column, key: str, volume: Volume) -> Metric | Region | Sector:
    dataset = volume.names.dataset
    found: Mapping[Column, Mapping[str, Metric | Region | Sector]] = {
        "metric": dataset.metrics,
        "region": dataset.regions,
        "sector": dataset.sectors,
    }
    return found[column][key]


def _description(entry: Metric | Region | Sector, found: Mapping[str, Chart], count: int, volume: Volume) -> str:
    """The finding of the first chart, where there is one."""
    told = [chart.story.title for chart in found.values()][:1]
    facts = {"name": volume.of(entry.name), "figures": volume.names.count(terms.FIGURES, count)}
    return volume.of(words.SENTENCE).join([volume.of(words.ENTRY).format(**facts), *told])


def _body(  # noqa: PLR0913, PLR0917  # what a page is made of
    column: Column, key: str, entry: Metric | Region | Sector, found: Mapping[str, Chart], count: int, volume: Volume
) -> Markup:
    names = volume.names
    shown = charts.columns(found, volume, "../", embeds=key if column == "metric" else "")
    return markup(
        tag("h1", volume.of(entry.name)),
        _about(entry, volume),
        shown or tag("p", volume.of(ui_words.NO_COMPARISON), class_="note"),
        tag("h2", volume.of(words.TABLE), id="table"),
        tag("p", volume.of(words.TABLE_NOTE).format(figures=names.count(terms.FIGURES, count)), class_="note"),
    )


def _about(entry: Metric | Region | Sector, volume: Volume) -> Markup:
    """What a metric counts, or where a place belongs."""
    names = volume.names
    if isinstance(entry, Metric):
        line = (names.theme(entry.theme), names.of(terms.METRIC_KINDS[entry.kind]))
        about = tag("p", names.of(entry.description), class_="note") if entry.description else None
        return markup(tag("p", names.of(terms.JOIN).join(line), class_="note"), about)
    column: Column = "region" if isinstance(entry, Region) else "sector"
    above = [entry.part_of] if entry.part_of in volume.entries(column) else []
    told = [(words.LIES_IN, above), (words.HOLDS, volume.parts(column).get(entry.id, []))]
    return markup(_leads(volume.of(label), keys, column, volume) for label, keys in told if keys)


def _leads(label: str, keys: Sequence[str | None], column: Column, volume: Volume) -> Markup:
    """Other entries of the kind, after what they are to this one."""
    links = (link(f"{key}.html", lists.name_of(column, key, volume.names)) for key in keys if key)
    return tag("p", label, joined(volume.of(terms.LIST), links), class_="note")
