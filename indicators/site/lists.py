"""Figures and articles → tables and lists, on as many pages as they need."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup

from indicators.export.markup import joined, link, markup, outside, tag
from indicators.model.articles import Article, Figure
from indicators.pages import parts
from indicators.phrasing.articles import Publication, publication
from indicators.phrasing.figures import done, main_number, signed
from indicators.site.volume import ROWS, Dimension, Page, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

Item = TypeVar("Item")


def order(volume: Volume, first: Sequence[Dimension]) -> Callable[[Figure], tuple[int, ...]]:
    """A key that sorts figures by these dimensions in the order of the dataset, the newest first within each."""
    places = {name: {key: place for place, key in enumerate(volume.table(name))} for name in first}

    def rank(figure: Figure) -> tuple[int, ...]:
        return (*(places[name].get(getattr(figure, name), -1) for name in first), -figure.period.end.toordinal())

    return rank


# --- tables ----------------------------------------------------------------------------------------------------------


def table(
    figures: Sequence[Figure],
    volume: Volume,
    top: str,
    *,
    leave_out: Dimension | None = None,
    by: Dimension | None = None,
) -> Markup:
    """Figures, one row each, whose numbers lead to their pages; rows are grouped ``by`` a dimension."""
    columns = [name for name in volume.dimensions() if name not in {leave_out, by}]
    titles = ["period", *columns, "number", "growth", "completion", "publisher"]
    head = tag("tr", (tag("th", volume.of(ui_words.COLUMNS[name]), scope="col") for name in titles))
    groups = groupby(figures, key=lambda figure: str(getattr(figure, by)) if by else "")
    bodies = []
    for key, group in groups:
        rows = [_row(figure, volume, top, columns) for figure in group]
        heading = _group_heading(by, key, len(titles), volume, top) if by else None
        bodies.append(tag("tbody", heading, rows, id=f"{by}-{key}" if by else None))
    return tag("div", tag("table", tag("thead", head), bodies), class_="wide", tabindex="0")


def _group_heading(by: Dimension, key: str, width: int, volume: Volume, top: str) -> Markup:
    name = link(f"{top}{by}/{key}.html", volume.short_name(by, key))
    return tag("tr", tag("th", name, colspan=str(width), scope="rowgroup"))


def _row(figure: Figure, volume: Volume, top: str, columns: Sequence[Dimension]) -> Markup:
    names = volume.names
    article = names.dataset.article_of[figure.id]
    return tag(
        "tr",
        tag("td", figure.period.label(names.lang)),
        (tag("td", volume.short_name(name, getattr(figure, name))) for name in columns),
        tag("td", link(f"{top}figure/{figure.id}.html", main_number(figure, names)), class_=marked(figure, "number")),
        tag("td", signed(figure, names), class_="number"),
        tag("td", done(figure, names), class_="number"),
        tag("td", link(f"{top}article/{article.id}.html", names.publisher(article.publisher))),
    )


def marked(figure: Figure, *classes: str) -> str | None:
    """Classes of an element with the number of a figure, by which a target or an expectation has the mark of charts."""
    return " ".join(classes if figure.nature == "actual" else (*classes, figure.nature)) or None


# --- articles --------------------------------------------------------------------------------------------------------


def article_item(article: Article, volume: Volume, top: str) -> Markup:
    """An article in a list: its headline, who printed it when, and where it can be read."""
    printed = publication(article, volume.names)
    title = link(f"{top}article/{article.id}.html", parts.headline(article, volume.names))
    return tag("li", tag("h3", title), tag("p", printed.byline, class_="note"), ways_to_read(printed, volume))


def ways_to_read(printed: Publication, volume: Volume) -> Markup:
    """Where an article can be read, or that its address is not known."""
    links = [outside(way.url, way.label) for way in printed.ways]
    return markup(
        tag("p", printed.unknown, class_="note") if printed.unknown else None,
        tag("p", joined(volume.of(terms.JOIN), links), class_="ways") if links else None,
    )


# --- lists on several pages ------------------------------------------------------------------------------------------


def page_path(first: str, index: int) -> str:
    """The path of the further page ``index`` of a list that begins at ``first``: no id has two hyphens in a row."""
    return first if index == 0 else f"{first.removesuffix('.html')}--{index + 1}.html"


def in_pages(
    first: Page, items: Sequence[Item], show: Callable[[Sequence[Item]], Markup], volume: Volume, *, size: int = ROWS
) -> Iterator[Page]:
    """The first page with the first ``size`` items below its body, and further pages with the others."""
    count = max(1, -(-len(items) // size))
    for index in range(count):
        content = markup(show(items[index * size : (index + 1) * size]), _other_pages(first.path, index, count, volume))
        if index == 0:
            yield replace(first, body=markup(first.body, content))
            continue
        title = volume.of(words.SHEET).format(title=first.title, number=index + 1, count=count)
        path, body = page_path(first.path, index), markup(tag("h1", title), content)
        yield replace(first, path=path, title=title, body=body, charts="", linked_data=None)


def _other_pages(path: str, current: int, count: int, volume: Volume) -> Markup:
    """Links to the first page of a list, its last, and those around the current one."""
    name = path.rpartition("/")[2]
    return parts.turn(current, count, lambda number: page_path(name, number), volume.of(words.SHEETS))
