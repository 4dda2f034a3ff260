"""A study → the parts of its site: files that are made together, and the digest of what they are made of."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from indicators.model.articles import Article, Figure
from indicators.model.bases import Identified
from indicators.site import card_texts, charts, downloads, indexes, layout, shared_files
from indicators.site.cards import Card
from indicators.site.page_digests import PageDigests, digest
from indicators.site.pages import article as article_page
from indicators.site.pages import choose_language, contents, embed, figures, findings, overview, redirect, time
from indicators.site.pages import entry as entry_page
from indicators.site.pages import figure as figure_page
from indicators.site.volume import CARD, DIMENSIONS, Dimension, Page, Volume

File = tuple[str, str | bytes | Card]
"""The path of a file in the site, and its content; of a social card, what it shows."""


@dataclass(frozen=True, slots=True)
class SitePart:
    """Files that are made together. ``inputs`` computes the digest of what they are made of, ``make`` makes them."""

    key: str
    inputs: Callable[[], str]
    make: Callable[[], Iterable[File]]


def parts(volumes: Sequence[Volume], page_digests: PageDigests, data: str) -> Iterator[SitePart]:
    """Everything but feeds, sitemap and manifest, which come last; ``data`` is the digest that downloads bear."""

    def common() -> str:
        return page_digests.common

    def whole() -> str:
        return digest(page_digests.whole, data)

    yield SitePart("assets", whole, partial(shared_files.files, volumes))
    yield SitePart("index", common, lambda: [("index.html", choose_language.document(volumes))])
    yield SitePart("data", whole, partial(downloads.files, volumes[0], data, worded=False))
    for volume in volumes:
        yield SitePart(f"data/{volume.lang}", whole, partial(downloads.files, volume, data, worded=True))
        yield SitePart(f"search/{volume.lang}", whole, partial(_search, volume))
        yield SitePart(f"{volume.lang}/overview", partial(_of_the_day, whole, volume), partial(_overview, volume))
        yield from _pages(volume, page_digests)


def _of_the_day(inputs: Callable[[], str], volume: Volume) -> str:
    """The digest of what also tells ages, which are others tomorrow."""
    return digest(inputs(), volume.today)


def _pages(volume: Volume, page_digests: PageDigests) -> Iterator[SitePart]:
    for dimension in DIMENSIONS:
        for key in volume.entries(dimension):
            compared = {other: volume.rows(dimension, other)["figure"] for other in volume.compared(dimension, key)}
            own = volume.rows(dimension, key)["figure"]
            of_entry = partial(page_digests.entry, dimension, key, own, compared)
            yield SitePart(f"{volume.lang}/{dimension}/{key}", of_entry, partial(_entry, dimension, key, volume))
    dataset = volume.names.dataset
    for article in dataset.articles.values():
        make = partial(_article, article, volume)
        yield SitePart(f"{volume.lang}/article/{article.id}", partial(page_digests.article, article), make)
    for figure in dataset.figures.values():
        make = partial(_figure, figure, volume)
        yield SitePart(f"{volume.lang}/figure/{figure.id}", partial(page_digests.figure, figure), make)


# --- the files of a part ---------------------------------------------------------------------------------------------


def _file(page: Page, volume: Volume) -> File:
    return f"{volume.lang}/{page.path}", layout.document(page, volume)


def _redirects(page: Page, entry: Identified, volume: Volume) -> Iterator[File]:
    """The pages at the paths that a page of an entry had under its former ids."""
    folder, _, name = page.path.rpartition("/")
    for former in entry.former:
        yield f"{volume.lang}/{folder}/{former}{name.removeprefix(entry.id)}", redirect.document(page, volume)


def _card(path: str, card: Card | None, volume: Volume) -> Iterator[File]:
    if card is not None:
        yield f"{volume.lang}/{path}", card


def _search(volume: Volume) -> Iterator[File]:
    yield f"assets/search-{volume.lang}.js", indexes.search(volume)


def _overview(volume: Volume) -> Iterator[File]:
    page, script = overview.page(volume)
    yield _file(page, volume)
    if page.charts:
        yield f"{volume.lang}/{page.charts}", script
    for page in (*contents.pages(volume), *figures.pages(volume), *findings.pages(volume)):
        yield _file(page, volume)
    yield _file(time.page(volume), volume)
    yield from _card(CARD, card_texts.of_overview(volume), volume)


def _entry(dimension: Dimension, key: str, volume: Volume) -> Iterator[File]:
    drawn = entry_page.charts_of(dimension, key, volume)
    entry = volume.table(dimension)[key]
    for number, page in enumerate(entry_page.pages(dimension, key, drawn, volume)):
        yield _file(page, volume)
        yield from _redirects(page, entry, volume) if not number else ()
    if drawn:
        script = charts.script(drawn, volume, f"{dimension}/{key}.html")
        yield f"{volume.lang}/{dimension}/{key}.charts.js", script
    if dimension == "metric":
        for chart in drawn.values():
            page = embed.page(key, chart, volume)
            yield _file(page, volume)
            yield from _redirects(page, entry, volume)
    card = entry_page.card(dimension, key, drawn, volume)
    yield from _card(card_texts.path_of_entry(dimension, key), card, volume)


def _article(article: Article, volume: Volume) -> Iterator[File]:
    page = article_page.page(article, volume)
    yield _file(page, volume)
    yield from _redirects(page, article, volume)
    yield from _card(card_texts.path_of_article(article, volume), card_texts.of_article(article, volume), volume)


def _figure(figure: Figure, volume: Volume) -> Iterator[File]:
    for page in (figure_page.page(figure, volume), figure_page.card_page(figure, volume)):
        yield _file(page, volume)
        yield from _redirects(page, figure, volume)
    if script := figure_page.chart_script(figure, volume):
        yield f"{volume.lang}/figure/{figure.id}.charts.js", script
    yield from _card(card_texts.path_of_figure(figure, volume), card_texts.of_figure(figure, volume), volume)
