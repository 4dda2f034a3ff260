"""Figures and articles → tables and lists, on as many pages as they need."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import Final, Literal, TypeVar

from markupsafe import Markup

from indicators.export.markup import EMPTY, joined, link, markup, outside, tag
from indicators.model.entries import Article, Figure
from indicators.phrasing.articles import Publication, publication
from indicators.phrasing.figures import done, main_number, mention, signed
from indicators.phrasing.names import Names
from indicators.site.volume import ROWS, Page, Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

Column = Literal["metric", "region", "sector"]
Thing = TypeVar("Thing")
COLUMNS: Final[tuple[Column, ...]] = ("metric", "region", "sector")


def name_of(column: Column, key: str, names: Names) -> str:
    """The short name of a metric, region or sector."""
    return {"metric": names.metric, "region": names.region, "sector": names.sector}[column](key)


def order(volume: Volume, first: Sequence[Column]) -> Callable[[Figure], tuple[int, ...]]:
    """Sorts figures by these columns as the dataset orders them, each with the newest first."""
    dataset = volume.names.dataset
    tables = {"metric": dataset.metrics, "region": dataset.regions, "sector": dataset.sectors}
    places = {column: {key: place for place, key in enumerate(tables[column])} for column in COLUMNS}

    def rank(figure: Figure) -> tuple[int, ...]:
        at = {"metric": figure.metric, "region": figure.region, "sector": figure.sector}
        return (*(places[column][at[column]] for column in first), -figure.period.end.toordinal())

    return rank


# --- tables ----------------------------------------------------------------------------------------------------------


def table(
    figures: Sequence[Figure], volume: Volume, top: str, *, leave_out: Column | None = None, by: Column | None = None
) -> Markup:
    """Figures a row each, whose numbers lead to their evidence; a group of rows for each entry of ``by``."""
    shown = [column for column in COLUMNS if column not in {leave_out, by}]
    heads = ["period", *shown, "text", "growth", "completion", "publisher"]
    head = tag("tr", (tag("th", volume.of(ui_words.COLUMNS[name]), scope="col") for name in heads))
    groups = groupby(figures, key=lambda figure: str(getattr(figure, by)) if by else "")
    bodies = [_group(key, list(several), volume, top, shown, by) for key, several in groups]
    return tag("div", tag("table", tag("thead", head), bodies), class_="wide", tabindex="0")


def _group(  # noqa: PLR0913, PLR0917  # a table has that many sides
    key: str, figures: Sequence[Figure], volume: Volume, top: str, shown: Sequence[Column], by: Column | None
) -> Markup:
    rows = [_row(figure, volume.names, top, shown) for figure in figures]
    if by is None:
        return tag("tbody", rows)
    name = link(f"{top}{by}/{key}.html", name_of(by, key, volume.names))
    head = tag("tr", tag("th", name, colspan=str(len(shown) + 5), scope="rowgroup"))
    return tag("tbody", head, rows, id=f"{by}-{key}")


def _row(figure: Figure, names: Names, top: str, shown: Sequence[Column]) -> Markup:
    article = names.dataset.article_of[figure.id]
    nature = names.nature(figure.nature) if figure.nature != "actual" else ""
    period = figure.period.label(names.lang)
    return tag(
        "tr",
        tag("td", names.of(terms.JOIN).join((period, nature)) if nature else period),
        (tag("td", name_of(column, getattr(figure, column), names)) for column in shown),
        tag("td", link(f"{top}figure/{figure.id}.html", main_number(figure, names)), class_="number"),
        tag("td", signed(figure, names), class_="number"),
        tag("td", done(figure, names), class_="number"),
        tag("td", link(f"{top}article/{article.id}.html", names.publisher(article.publisher))),
    )


@lru_cache(maxsize=1024)
def line(key: str, volume: Volume, top: str) -> Markup:
    """A figure in a list: what and where and when, and the number. The figures of an article name each other."""
    named = mention(volume.names.dataset.figures[key], volume.names)
    return tag("li", link(f"{top}figure/{key}.html", named.name, " ", tag("strong", named.number)))


# --- articles --------------------------------------------------------------------------------------------------------


def head_of(article: Article, volume: Volume, top: str) -> Markup:
    """An article in a list: its headline, who printed it when, and where it can be read."""
    shown = publication(article, volume.names)
    title = link(f"{top}article/{article.id}.html", shown.headline)
    return tag("li", tag("h3", title), tag("p", shown.byline, class_="note"), ways(shown, volume))


def ways(shown: Publication, volume: Volume) -> Markup:
    """Where an article can be read; that its address is not known is said."""
    links = [outside(way.url, way.label) for way in shown.ways]
    return markup(
        tag("p", shown.unknown, class_="note") if shown.unknown else None,
        tag("p", joined(volume.of(terms.JOIN), links), class_="ways") if links else None,
    )


# --- pages -----------------------------------------------------------------------------------------------------------


def sheet_of(index: int, path: str) -> str:
    """The path of the further pages of what begins at ``path``: no id has two hyphens in a row."""
    return path if index == 0 else f"{path.removesuffix('.html')}--{index + 1}.html"


def sheets(
    first: Page, things: Sequence[Thing], show: Callable[[Sequence[Thing]], Markup], volume: Volume, *, size: int = ROWS
) -> Iterator[Page]:
    """The page with the first of these things after what it says itself, and further pages with the others."""
    count = max(1, -(-len(things) // size))
    for index in range(count):
        body = show(things[index * size : (index + 1) * size])
        turn = _turn(first.path, index, count, volume)
        if index == 0:
            yield replace(first, body=markup(first.body, body, turn))
            continue
        title = volume.of(words.SHEET).format(title=first.title, number=index + 1, count=count)
        head = tag("h1", title)
        path = sheet_of(index, first.path)
        yield replace(
            first, path=path, title=title, body=markup(head, body, turn), charts="", linked_data=None, extra=EMPTY
        )


def _turn(path: str, index: int, count: int, volume: Volume) -> Markup:
    """The way to the other pages of a list."""
    if count < 2:
        return EMPTY
    name = path.rpartition("/")[2]
    steps = [
        tag("li", link(sheet_of(at, name), f"{at + 1:,}", aria_current="page" if at == index else None))
        for at in _near(index, count)
    ]
    return tag("nav", tag("ol", steps), class_="turn", aria_label=volume.of(words.SHEETS))


def _near(index: int, count: int) -> Iterable[int]:
    """The first and the last page, and those around this one."""
    return sorted({0, count - 1, *range(max(0, index - 3), min(count, index + 4))})


def contents(entries: Mapping[str, str], counts: Mapping[str, int], folder: Column, volume: Volume) -> Markup:
    """Names that lead to their pages, each with how many figures it has."""
    rows = [
        tag(
            "li",
            link(f"{folder}/{key}.html", name),
            " ",
            tag("small", volume.names.count(terms.FIGURES, counts[key])),
        )
        for key, name in entries.items()
    ]
    return tag("ul", rows, class_="contents")
