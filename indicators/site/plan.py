"""A study → the units of its site: files that are made together, and what they are made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from indicators.model.entries import Article, Figure
from indicators.site import (
    articles,
    captions,
    charts,
    downloads,
    embeds,
    entries,
    figures,
    layout,
    lists,
    overview,
    search,
    shared,
)
from indicators.site.cards import Card
from indicators.site.inputs import Inputs, digest
from indicators.site.lists import Column
from indicators.site.volume import CARD, Page, Volume

File = tuple[str, str | bytes | Card]
"""Where a file lies in the site, and what is in it: of a picture, what it is to show."""


@dataclass(frozen=True, slots=True)
class Unit:
    """``inputs`` tells the digest of what its files are made of, ``make`` makes them: neither before it is asked to."""

    key: str
    inputs: Callable[[], str]
    make: Callable[[], Iterable[File]]


def units(both: Sequence[Volume], given: Inputs, data: str) -> Iterator[Unit]:
    """Everything but what can only be told at the end; ``data`` is the digest of the data that downloads bear."""

    def common() -> str:
        return given.common

    def whole() -> str:
        return digest(given.whole, data)

    yield Unit("assets", common, partial(shared.files, both))
    yield Unit("index", common, lambda: [("index.html", layout.door(tuple(both)))])
    yield Unit("data", whole, partial(downloads.files, both[0], data, worded=False))
    for volume in both:
        yield Unit(f"data/{volume.lang}", whole, partial(downloads.files, volume, data, worded=True))
        yield Unit(f"search/{volume.lang}", whole, partial(_search, volume))
        yield Unit(f"{volume.lang}/overview", whole, partial(_overview, volume))
        yield from _pages(volume, given)


def _pages(volume: Volume, given: Inputs) -> Iterator[Unit]:
    for column in lists.COLUMNS:
        for key in volume.entries(column):
            of_entry = partial(given.entry, column, key, volume.rows(column, key)["figure"])
            yield Unit(f"{volume.lang}/{column}/{key}", of_entry, partial(_entry, column, key, volume))
    dataset = volume.names.dataset
    for article in dataset.articles.values():
        make = partial(_article, article, volume)
        yield Unit(f"{volume.lang}/article/{article.id}", partial(given.article, article), make)
    for figure in dataset.figures.values():
        make = partial(_figure, figure, volume)
        yield Unit(f"{volume.lang}/figure/{figure.id}", partial(given.figure, figure), make)


# --- what is in a unit -----------------------------------------------------------------------------------------------


def _file(page: Page, volume: Volume) -> File:
    return f"{volume.lang}/{page.path}", layout.document(page, volume)


def _card(path: str, card: Card | None, volume: Volume) -> Iterator[File]:
    if card is not None:
        yield f"{volume.lang}/{path}", card


def _search(volume: Volume) -> Iterator[File]:
    yield f"assets/search-{volume.lang}.js", search.index(volume)


def _overview(volume: Volume) -> Iterator[File]:
    for page, script in overview.overview(volume):
        yield _file(page, volume)
        yield f"{volume.lang}/index.charts.js", script
    for page in overview.contents(volume):
        yield _file(page, volume)
    yield from _card(CARD, captions.of_everything(volume), volume)


def _entry(column: Column, key: str, volume: Volume) -> Iterator[File]:
    found = entries.drawn(column, key, volume)
    for page in entries.pages(column, key, found, volume):
        yield _file(page, volume)
    if found:
        yield f"{volume.lang}/{column}/{key}.charts.js", charts.script(found, volume, f"{column}/{key}.html")
    if column == "metric":
        for chart in found.values():
            yield _file(embeds.page(key, chart, volume), volume)
    yield from _card(f"card/{column}/{key}.png", entries.card(column, key, found, volume), volume)


def _article(article: Article, volume: Volume) -> Iterator[File]:
    yield _file(articles.page(article, volume), volume)
    yield from _card(f"card/article/{article.id}.png", captions.of_article(article, volume), volume)


def _figure(figure: Figure, volume: Volume) -> Iterator[File]:
    yield _file(figures.page(figure, volume), volume)
    if chart := figures.chart_of(figure, volume):
        yield f"{volume.lang}/figure/{figure.id}.charts.js", chart
    yield from _card(f"card/figure/{figure.id}.png", captions.of_figure(figure, volume), volume)
