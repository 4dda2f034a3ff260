"""What a page says → the card that goes with its address where somebody shares it."""

from collections.abc import Iterable, Sequence
from typing import Final
from urllib.parse import urlsplit

from indicators.charts.catalogue import Chart
from indicators.frames import panels
from indicators.model.dataset import Dataset
from indicators.model.entries import Article, Figure
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import main_number
from indicators.site import charts
from indicators.site.cards import Card
from indicators.site.volume import CARD, Volume
from indicators.words import site as words
from indicators.words import terms

MOST: Final = 500
"""Of so many figures, or articles, each has a card of its own: a tenth of a second each. Where there are more, figures
have the card of their metric, and articles that of the whole."""
LINES: Final = 3


def own(dataset: Dataset) -> frozenset[str]:
    """The kinds of pages that have cards of their own, beside those of which there never are so many."""
    tables = {"figure": dataset.figures, "article": dataset.articles}
    return frozenset(kind for kind, table in tables.items() if len(table) <= MOST)


def of_figure(figure: Figure, volume: Volume) -> Card | None:
    """The number as printed, large: what, where, when, and who printed it; None where there are too many."""
    names = volume.names
    if not volume.cards or "figure" not in own(names.dataset):
        return None
    nature = [] if figure.nature == "actual" else [names.nature(figure.nature)]
    where = (names.place(figure.region, figure.sector), figure.period.label(names.lang), *nature)
    return _card(
        volume,
        names.of(terms.JOIN).join(where),
        names.of(names.dataset.metrics[figure.metric].name),
        byline(names.dataset.article_of[figure.id], names),
        number=main_number(figure, names),
    )


def of_article(article: Article, volume: Volume) -> Card | None:
    """The headline, and the first of its numbers; None where there are too many articles."""
    names = volume.names
    if not volume.cards or "article" not in own(names.dataset):
        return None
    count = names.count(terms.FIGURES, len(article.figures))
    return _card(volume, byline(article, names), names.headline(article), count, lines=_of(article.figures, volume))


def of_entry(title: str, kind: str, drawn: Iterable[Chart], several: Sequence[Figure], volume: Volume) -> Card | None:
    """The finding of the first chart of a metric, region or sector, with its leading numbers."""
    if not volume.cards:
        return None
    foot = volume.names.count(terms.FIGURES, len(several))
    kind_name = volume.of(words.KINDS[kind])
    for chart in drawn:
        kicker = volume.of(terms.JOIN).join((kind_name, title))
        return _card(volume, kicker, chart.story.title, foot, lines=charts.leading(chart, volume, LINES))
    return _card(volume, kind_name, title, foot, lines=_of(several, volume))


def of_everything(volume: Volume) -> Card | None:
    """The title, how much there is, and a number for each of the first themes."""
    if not volume.cards:
        return None
    names, every = volume.names, volume.study.every
    counts = [names.count(terms.FIGURES, len(every)), names.count(terms.ARTICLES, len(names.dataset.articles))]
    chosen = [] if volume.study.frame.empty else panels.headlines(volume.study.frame)["figure"].tolist()
    lines = _of([names.dataset.figures[key] for key in chosen[:LINES]], volume)
    return _card(volume, names.of(terms.JOIN).join(counts), names.of(names.dataset.about.title), "", lines=lines)


def _of(several: Sequence[Figure], volume: Volume) -> tuple[tuple[str, str], ...]:
    names = volume.names
    return tuple(
        (
            names.of(terms.JOIN).join((names.metric(one.metric), names.place(one.region, one.sector))),
            main_number(one, names),
        )
        for one in several[:LINES]
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


def figure_path(figure: Figure, volume: Volume) -> str:
    """Where the card of a figure lies: its own, or that of its metric."""
    its_own = "figure" in own(volume.names.dataset)
    return f"card/figure/{figure.id}.png" if its_own else f"card/metric/{figure.metric}.png"


def article_path(article: Article, volume: Volume) -> str:
    """Where the card of an article lies: its own, or that of the whole."""
    return f"card/article/{article.id}.png" if "article" in own(volume.names.dataset) else CARD
