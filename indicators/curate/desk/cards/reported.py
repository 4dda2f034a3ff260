"""A figure of a draft → what the dataset has of the same, or else what is nearest, each with its source and a link."""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import urlencode

from indicators.analysis import agreement
from indicators.curate.desk.desk import Desk
from indicators.curate.drafts import DraftFigure
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.model.articles import Article, Figure
from indicators.model.subjects import Place
from indicators.phrasing.articles import byline
from indicators.phrasing.figures import main_number
from indicators.phrasing.names import Names
from indicators.values.periods import Period
from indicators.values.text import Lang, LocalText
from indicators.words import terms
from indicators.words.curate import review as words

MOST: Final = 4
"""The most reports of the same that are listed."""


def known(desk: Desk, figure: DraftFigure, lang: Lang) -> list[dict[str, Any]]:
    """The reports of the same metric, place and period, or a sentence that there are none and the nearest one."""
    if figure.metric not in desk.dataset.metrics or figure.period is None:
        return []
    if figure.region not in desk.dataset.regions or not _known_place(desk, figure):
        return []
    names = Names(desk.dataset, lang)
    period = _moment(desk, figure.metric, figure.period)
    of_region = [other for other in desk.figures_of(figure.metric) if other.region == figure.region]
    same = [
        other
        for other in of_region
        if (other.sector, other.group) == (figure.sector, figure.group)
        and _moment(desk, other.metric, other.period) == period
    ]
    if same:
        return [_entry(words.REPORTED, other, desk, names) for other in same[:MOST]]
    place = names.place(Place(figure.region, figure.sector, figure.group))
    name = names.of(terms.JOIN).join((place, figure.period.label(lang)))
    nothing = {"sentence": names.of(words.NOT_REPORTED).format(name=name), "link": None, "figure": None}
    nearest = _nearest(of_region, figure)
    return [nothing, *([_entry(words.NEAREST, nearest, desk, names)] if nearest else [])]


def _known_place(desk: Desk, figure: DraftFigure) -> bool:
    return figure.sector in desk.dataset.sectors and (figure.group == "all" or figure.group in desk.dataset.groups)


def _moment(desk: Desk, metric: str, period: Period) -> Period:
    return period.moment() if desk.dataset.metrics[metric].kind == "stock" else period


def _nearest(of_region: Sequence[Figure], figure: DraftFigure) -> Figure | None:
    """The figure of the same metric and region whose place and period are nearest."""
    end = figure.period.end if figure.period else None
    if end is None:
        return None

    def distance(other: Figure) -> tuple[bool, bool, int]:
        return other.group != figure.group, other.sector != figure.sector, abs((other.period.end - end).days)

    return min(of_region, key=distance, default=None)


def _entry(form: LocalText, figure: Figure, desk: Desk, names: Names) -> dict[str, Any]:
    place = names.place(figure.place)
    name = names.of(terms.JOIN).join((place, figure.period.label(names.lang)))
    number = main_number(figure, names)
    source = byline(desk.dataset.article_of[figure.id], names)
    return {
        "sentence": names.of(form).format(name=name, number=number, source=source),
        "number": number,
        "source": source,
        "link": f"?{urlencode({'figure': figure.id, 'lang': names.lang})}",
        "figure": figure.id,
    }


def entered(desk: Desk, figures: Sequence[DraftFigure], source: ArticleSource | None = None) -> Article | None:
    """The article of the dataset that has all of these figures, word by word; None where none has.

    With a ``source`` it has to be of the same publisher and day.
    """
    drafted = {(figure.printed, figure.quote) for figure in figures if figure.printed}
    if not drafted:
        return None
    ids = [desk.printed_in.get(printed, ()) for printed, _ in drafted]
    for key in min(ids, key=len):  # one that has them all has the rarest
        article = desk.dataset.articles[key]
        if source and (article.publisher, article.published) != (source.publisher, source.published):
            continue
        known = {
            (quantity.printed, figure.quote)
            for figure in article.figures
            for quantity in agreement.numbers(figure).values()
        }
        if drafted <= known:
            return article
    return None


def entered_sentence(article: Article, figures: Sequence[DraftFigure], lang: Lang) -> str:
    """That an article of the dataset has all of these figures: it is called by its headline."""
    headline = article.headline.of(lang) if article.headline else article.id
    return words.ENTERED.of(lang, sum(bool(figure.printed) for figure in figures)).format(headline=headline)
