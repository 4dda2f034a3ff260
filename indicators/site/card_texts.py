"""A page → the words of its social card, and the path of the card."""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from indicators.charts.catalogue import Chart
from indicators.frames import panels
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import main_number
from indicators.site import charts
from indicators.site.cards import Card
from indicators.site.volume import CARD, Dimension, Volume
from indicators.words import site as words
from indicators.words import terms

MOST: Final = 500
"""Most figures, or articles, that have a card each, since drawing one takes a tenth of a second. If there are more,
figures have the card of their metric, and articles that of the overview."""
LINES: Final = 3
"""Most lines of a name and a number on a card."""


def with_own_cards(dataset: Dataset) -> frozenset[str]:
    """The kinds of pages, among figures and articles, of which each page has its own card."""
    tables = {"figure": dataset.figures, "article": dataset.articles}
    return frozenset(kind for kind, table in tables.items() if len(table) <= MOST)


def of_figure(figure: Figure, volume: Volume) -> Card | None:
    """The printed number in large type with metric, place, period and publisher; None if there are too many figures."""
    names = volume.names
    if not volume.cards or "figure" not in with_own_cards(names.dataset):
        return None
    where = (names.place(figure.place), figure.period.label(names.lang))
    return _card(
        volume,
        names.of(terms.JOIN).join(where),
        names.of(names.dataset.metrics[figure.metric].name),
        byline(names.dataset.article_of[figure.id], names),
        number=main_number(figure, names),
    )


def of_article(article: Article, volume: Volume) -> Card | None:
    """The headline, and the first numbers; None if there are too many articles."""
    names = volume.names
    if not volume.cards or "article" not in with_own_cards(names.dataset):
        return None
    count = names.count(terms.FIGURES, len(article.figures))
    return _card(volume, byline(article, names), names.headline(article), count, lines=_lines(article.figures, volume))


def of_entry(
    title: str, dimension: Dimension, drawn: Iterable[Chart], figures: Sequence[Figure], volume: Volume
) -> Card | None:
    """The finding of the first chart of a metric, region, sector or group, with its leading numbers."""
    if not volume.cards:
        return None
    foot = volume.names.count(terms.FIGURES, len(figures))
    kind_name = volume.of(words.KINDS[dimension])
    for chart in drawn:
        kicker = volume.of(terms.JOIN).join((kind_name, title))
        return _card(volume, kicker, chart.story.title, foot, lines=charts.leading(chart, volume, LINES))
    return _card(volume, kind_name, title, foot, lines=_lines(figures, volume))


def of_overview(volume: Volume) -> Card | None:
    """The title, the numbers of figures and articles, and a number for each of the first themes."""
    if not volume.cards:
        return None
    names, every = volume.names, volume.study.every
    counts = [names.count(terms.FIGURES, len(every)), names.count(terms.ARTICLES, len(names.dataset.articles))]
    chosen = [] if volume.study.frame.empty else panels.headlines(volume.study.frame)["figure"].tolist()
    lines = _lines([names.dataset.figures[key] for key in chosen[:LINES]], volume)
    return _card(volume, names.of(terms.JOIN).join(counts), names.of(names.dataset.about.title), "", lines=lines)


def _lines(figures: Sequence[Figure], volume: Volume) -> tuple[tuple[str, str], ...]:
    """Name and number of the first figures."""
    names = volume.names
    return tuple(
        (
            names.of(terms.JOIN).join((names.metric(figure.metric), names.place(figure.place))),
            main_number(figure, names),
        )
        for figure in figures[:LINES]
    )


def _card(  # noqa: PLR0913  # what stands on a card
    volume: Volume,
    kicker: str,
    heading: str,
    foot: str,
    *,
    number: str = "",
    lines: tuple[tuple[str, str], ...] = (),
) -> Card:
    masthead = volume.of(volume.names.dataset.about.title)
    return Card(masthead, kicker, heading, foot, urlsplit(volume.base).netloc, number, lines)


def path_of_entry(dimension: Dimension, key: str) -> str:
    """The path of the card of a metric, region, sector or group."""
    return f"card/{dimension}/{key}.png"


def path_of_figure(figure: Figure, volume: Volume) -> str:
    """The path of the card of a figure: its own, or that of its metric."""
    its_own = "figure" in with_own_cards(volume.names.dataset)
    return f"card/figure/{figure.id}.png" if its_own else path_of_entry("metric", figure.metric)


def path_of_article(article: Article, volume: Volume) -> str:
    """The path of the card of an article: its own, or that of the overview."""
    return f"card/article/{article.id}.png" if "article" in with_own_cards(volume.names.dataset) else CARD
