"""What must hold between an article and the figures in it, and where the article can be read."""

from collections.abc import Iterator
from datetime import date, timedelta

from indicators.model.articles import Article
from indicators.reading.corpus import Corpus, Spot
from indicators.rules.figure_index import FigureIndex, Report
from indicators.values.dates import today, year_before
from indicators.values.problems import Problem
from indicators.values.text import fold


def articles_can_be_read(corpus: Corpus) -> Iterator[Problem]:
    """An article has an address, or one of its copies does, so that readers can look up its figures."""
    for spot in corpus.articles:
        if spot.entry.url is None and not spot.entry.copies:
            yield spot.problem("no-address", "url", severity="information", id=spot.entry.id)


def articles_are_of_the_past(corpus: Corpus) -> Iterator[Problem]:
    """No article is dated later than tomorrow, which is today elsewhere; a month or a year counts as its first day."""
    latest = today() + timedelta(days=1)
    for spot in corpus.articles:
        published = spot.entry.published
        if published.start > latest:
            facts = {"published": published.text, "tomorrow": latest.isoformat()}
            yield spot.problem("article-in-future", "published", severity="warning", **facts)


def addresses_are_of_one_article(corpus: Corpus) -> Iterator[Problem]:
    """No two articles have one address, whether it is written with https or http, or with a slash at its end."""
    first: dict[str, Spot[Article]] = {}
    for spot in corpus.articles:
        address = address_of(spot.entry)
        if address is None:
            continue
        if (before := first.setdefault(address, spot)) is not spot:
            yield spot.problem("url-twice", "url", severity="warning", first=before.entry.id, place=before.shown())


def address_of(article: Article) -> str | None:
    """The address of an article without what may differ between two that lead to one page."""
    return None if article.url is None else article.url.partition("://")[2].rstrip("/")


def articles_are_entered_once(corpus: Corpus) -> Iterator[Problem]:
    """A publisher has one article under a headline on a day."""
    first: dict[tuple[str, str, str], Spot[Article]] = {}
    for spot in corpus.articles:
        key = title_of(spot.entry)
        if key is None:
            continue
        if (before := first.setdefault(key, spot)) is not spot:
            facts = {"first": before.entry.id, "place": before.shown()}
            yield spot.problem("article-twice", "headline", severity="warning", **facts)


def title_of(article: Article) -> tuple[str, str, str] | None:
    """Publisher, headline and day of an article; None where the headline is not known."""
    headline = article.headline
    return None if headline is None else (article.publisher, fold(headline.zh), article.published.text)


def results_are_of_the_past(index: FigureIndex) -> Iterator[Problem]:
    """The period of a result had begun when the article was published, and had ended if the metric is a flow.

    An article of August may report August so far, and one of the 5th the 5th. A publication date of which only the
    month or the year is known counts as its last day.
    """
    for report in index.reports:
        published, period = report.article.entry.published, report.figure.period
        if period.end <= published.end or report.figure.nature != "actual":
            continue
        facts = {"period": period.text, "published": published.text}
        metric = index.metrics.get(report.figure.metric)
        if period.start > published.end:
            yield report.error("period-after-article", "period", **facts)
        elif period.kind not in {"month", "day"} and metric is not None and metric.kind == "flow":
            yield report.warning("period-unfinished", "period", **facts)


def figures_are_entered_once(index: FigureIndex) -> Iterator[Problem]:
    """An article has one figure of a metric, region, sector, period and nature, unless it corrects itself."""
    for series in index.series.values():
        for reports in series.values():
            first: dict[str, Report] = {}
            for report in reports if len(reports) > 1 else ():
                before = first.setdefault(report.article.entry.id, report)
                if before is not report:
                    yield report.warning("double-entry", "id", first=before.figure.id, place=before.spot.shown())


def figures_are_recent(corpus: Corpus) -> Iterator[Problem]:
    """The period of a figure ended at most a year before its article was published.

    An article may look further back from a later figure of the same metric and region: 2012 beside 2021.
    """
    for spot in corpus.articles:
        article = spot.entry
        recent = year_before(article.published.start)
        old = [(index, figure) for index, figure in enumerate(article.figures) if figure.period.end < recent]
        latest: dict[tuple[str, str], date] = {}
        for figure in article.figures if old else ():
            key = figure.metric, figure.region
            latest[key] = max(latest.get(key, date.min), figure.period.end)
        for index, figure in old:
            if latest[figure.metric, figure.region] == figure.period.end:
                place = Spot(figure, spot.source, (*spot.keys, "figures", index))
                facts = {"id": figure.id, "period": figure.period.text, "published": article.published.text}
                yield place.problem("period-long-ago", "period", severity="warning", **facts)
