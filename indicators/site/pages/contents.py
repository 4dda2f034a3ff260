"""The lists of all metrics, regions, sectors, groups and articles, which lead to their pages."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from markupsafe import Markup

from indicators.export.markup import link, markup, tag
from indicators.model.articles import Article
from indicators.model.subjects import Tree
from indicators.pages.places import all_places
from indicators.site import lists
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import SECTION_OF, Dimension, Page, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

_ARTICLES: Final = 50
"""Articles on one page of their list."""


def pages(volume: Volume) -> Iterator[Page]:
    """The lists of metrics, regions, sectors, groups (where there are any) and articles."""
    yield _metrics(volume)
    for dimension in volume.dimensions():
        if dimension != "metric":
            yield _of_tree(dimension, volume)
    yield from _articles(volume)


def _of_tree(tree: Tree, volume: Volume) -> Page:
    """All regions or sectors as the dashboard lists them, or all groups."""
    keys = volume.entries(tree)
    page = _page(tree, keys, _list(tree, keys, volume), volume)
    if tree == "group":
        return page
    return replace(page, body=all_places.of(tree, volume.page_context(SiteAddresses(volume, ""))))


def _metrics(volume: Volume) -> Page:
    """All metrics under the themes that they belong to."""
    names = volume.names
    metrics, ranks = names.dataset.metrics, {theme: rank for rank, theme in enumerate(names.dataset.themes)}
    keys = sorted(volume.entries("metric"), key=lambda key: ranks[metrics[key].theme])
    groups = groupby(keys, key=lambda key: metrics[key].theme)
    body = markup((tag("h2", names.theme(theme)), _list("metric", list(group), volume)) for theme, group in groups)
    return _page("metric", keys, body, volume)


def _page(dimension: Dimension, keys: Sequence[str], body: Markup, volume: Volume) -> Page:
    section = SECTION_OF[dimension]
    title = volume.of(words.SECTIONS[section])
    first_names = (volume.short_name(dimension, key) for key in keys[:24])
    description = volume.of(terms.LIST).join(first_names)
    return Page(f"{section}.html", title, description, markup(tag("h1", title), body), section=section)


def _list(dimension: Dimension, keys: Sequence[str], volume: Volume) -> Markup:
    """Names that lead to their pages, each with its number of figures."""
    items = (_item(dimension, key, volume) for key in keys)
    return tag("ul", items, class_="contents")


def _item(dimension: Dimension, key: str, volume: Volume) -> Markup:
    count = volume.names.count(terms.FIGURES, len(volume.rows(dimension, key)))
    return tag("li", link(f"{dimension}/{key}.html", volume.name(dimension, key)), " ", tag("small", count))


def _articles(volume: Volume) -> Iterator[Page]:
    articles = volume.newest_articles
    title = volume.of(words.SECTIONS["articles"])
    note = volume.of(ui_words.SOURCES_NOTE).format(articles=volume.names.count(terms.ARTICLES, len(articles)))
    body = markup(tag("h1", title), tag("p", note, class_="note"))
    first = Page("articles.html", title, note, body, section="articles")

    def show(part: Sequence[Article]) -> Markup:
        return tag("ul", (lists.article_item(article, volume, "") for article in part), class_="articles")

    yield from lists.in_pages(first, articles, show, volume, size=_ARTICLES)
