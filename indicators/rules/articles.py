"""What must hold between an article and the figures in it, and where the article can be read."""

from collections.abc import Iterator

from indicators.reading.corpus import Corpus
from indicators.rules.ledger import Ledger, Report
from indicators.values.problems import Problem


def articles_can_be_read(corpus: Corpus) -> Iterator[Problem]:
    """An article has an address, or one of its copies does, so that readers can look up its figures."""
    for spot in corpus.articles:
        if spot.entry.url is None and not spot.entry.copies:
            yield spot.problem("no-address", "url", severity="information", id=spot.entry.id)


def results_are_of_the_past(ledger: Ledger) -> Iterator[Problem]:
    """The period of a result had begun when the article was published, and had ended if the metric is a flow.

    An article of August may report August so far, and one of the 5th the 5th. A publication date of which only the
    month or the year is known counts as its last day.
    """
    for report in ledger.reports:
        published, period = report.article.entry.published, report.figure.period
        if period.end <= published.end or report.figure.nature != "actual":
            continue
        facts = {"period": period.text, "published": published.text}
        metric = ledger.metrics.get(report.figure.metric)
        if period.start > published.end:
            yield report.error("period-after-article", "period", **facts)
        elif period.kind not in {"month", "day"} and metric is not None and metric.kind == "flow":
            yield report.warning("period-unfinished", "period", **facts)


def figures_are_entered_once(ledger: Ledger) -> Iterator[Problem]:
    """An article has one figure of a metric, region, sector, period and nature, unless it corrects itself."""
    for series in ledger.series.values():
        for reports in series.values():
            first: dict[str, Report] = {}
            for report in reports if len(reports) > 1 else ():
                before = first.setdefault(report.article.entry.id, report)
                if before is not report:
                    yield report.warning("double-entry", "id", first=before.figure.id, place=before.spot.shown())
