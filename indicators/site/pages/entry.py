"""The page of a metric, a region, a sector or a group: its charts, and the table of all its figures."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from markupsafe import Markup

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.export.markup import joined, link, markup, tag
from indicators.model.articles import Figure
from indicators.pages.places import place_page
from indicators.pages.places.rows import PlaceTree
from indicators.site import card_texts, charts, lists
from indicators.site.addresses import SiteAddresses
from indicators.site.cards import Card
from indicators.site.volume import SECTION_OF, Dimension, Page, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

_SORTED: Final[Mapping[Dimension, tuple[tuple[Dimension, ...], Dimension | None]]] = {
    "metric": (("region", "sector", "group"), None),
    "region": (("sector", "metric"), "sector"),
    "sector": (("region", "metric"), "region"),
    "group": (("metric", "region"), "metric"),
}
"""What the table of a page is sorted by, and what its rows are grouped by."""


def charts_of(dimension: Dimension, key: str, volume: Volume) -> dict[str, Chart]:
    """The charts of a metric, region, sector or group, by their names."""
    rows = volume.charted_rows(dimension, key)
    if dimension == "metric":
        return catalogue.of_a_metric(rows, volume.context)
    return catalogue.of_a_place(rows, volume.context)


def pages(dimension: Dimension, key: str, drawn: Mapping[str, Chart], volume: Volume) -> Iterator[Page]:
    """The page of an entry with its charts, and further pages if its table is long."""
    figures, group_by = _figures(dimension, key, volume), _SORTED[dimension][1]
    section = SECTION_OF[dimension]
    first = Page(
        path=f"{dimension}/{key}.html",
        title=volume.name(dimension, key),
        description=_description(dimension, key, drawn, volume),
        body=_body(dimension, key, drawn, volume),
        section=section,
        charts=f"{key}.charts.js" if drawn else "",
        card=card_texts.path_of_entry(dimension, key),
        trail=(
            (volume.of(words.SECTIONS["overview"]), "index.html"),
            (volume.of(words.SECTIONS[section]), f"{section}.html"),
        ),
    )

    def show(part: Sequence[Figure]) -> Markup:
        return lists.table(part, volume, "../", leave_out=dimension, by=group_by)

    yield from lists.in_pages(first, figures, show, volume)


def card(dimension: Dimension, key: str, drawn: Mapping[str, Chart], volume: Volume) -> Card | None:
    """The social card of the page."""
    title = volume.name(dimension, key)
    return card_texts.of_entry(title, dimension, drawn.values(), _figures(dimension, key, volume), volume)


def _figures(dimension: Dimension, key: str, volume: Volume) -> list[Figure]:
    """The figures of an entry in the order of its table."""
    figures = volume.names.dataset.figures
    rank = lists.order(volume, _SORTED[dimension][0])
    return sorted((figures[figure] for figure in volume.rows(dimension, key)["figure"]), key=rank)


def _count(dimension: Dimension, key: str, volume: Volume) -> str:
    return volume.names.count(terms.FIGURES, len(volume.rows(dimension, key)))


def _description(dimension: Dimension, key: str, drawn: Mapping[str, Chart], volume: Volume) -> str:
    """The number of figures, and the finding of the first chart if there is one."""
    facts = {"name": volume.name(dimension, key), "figures": _count(dimension, key, volume)}
    findings = [chart.story.title for chart in drawn.values()][:1]
    return volume.of(words.SENTENCE).join([volume.of(words.ENTRY).format(**facts), *findings])


def _body(dimension: Dimension, key: str, drawn: Mapping[str, Chart], volume: Volume) -> Markup:
    columns = charts.columns(drawn, volume, "../", embeds=key if dimension == "metric" else "")
    return markup(
        _head(dimension, key, volume),
        columns or tag("p", volume.of(ui_words.NO_COMPARISON), class_="note"),
        tag("h2", volume.of(words.TABLE), id="table"),
        tag("p", volume.of(words.TABLE_NOTE).format(figures=_count(dimension, key, volume)), class_="note"),
    )


def _head(dimension: Dimension, key: str, volume: Volume) -> Markup:
    """What the entry is; of a region or sector all that the dashboard shows of it."""
    if dimension in {"region", "sector"}:
        tree: PlaceTree = "region" if dimension == "region" else "sector"
        return place_page.of(tree, key, volume.page_context(SiteAddresses(volume, "../")))
    title = tag("h1", volume.name(dimension, key))
    return markup(title, _about_metric(key, volume) if dimension == "metric" else _relatives(key, volume))


def _about_metric(key: str, volume: Volume) -> Markup:
    """What a metric counts."""
    names, metric = volume.names, volume.names.dataset.metrics[key]
    facts = (names.theme(metric.theme), names.of(terms.METRIC_KINDS[metric.kind]))
    description = tag("p", names.of(metric.description), class_="note") if metric.description else None
    return markup(tag("p", names.of(terms.JOIN).join(facts), class_="note"), description)


def _relatives(key: str, volume: Volume) -> Markup:
    """What a group is part of, and what it includes."""
    whole = volume.whole("group", key)
    relatives = ((words.LIES_IN, [whole] if whole else []), (words.HOLDS, volume.parts("group").get(key, [])))
    return markup(_links(volume.of(label), keys, volume) for label, keys in relatives if keys)


def _links(label: str, keys: Sequence[str], volume: Volume) -> Markup:
    """A label, and links to other groups."""
    links = (link(f"{key}.html", volume.short_name("group", key)) for key in keys)
    return tag("p", label, joined(volume.of(terms.LIST), links), class_="note")
