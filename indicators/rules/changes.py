"""What must hold between an amount, its printed change, points and share, and the figures that these are against."""

from collections.abc import Iterator
from itertools import islice

from indicators.model.vocabulary import Metric
from indicators.reading.corpus import Corpus
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, percent, series_of, shown
from indicators.values.problems import Problem
from indicators.values.unit_table import unit_of


def changes_fit_their_metric(corpus: Corpus) -> Iterator[Problem]:
    """A change is in a unit of the metric's dimension; only a rate changes by points."""
    metrics = corpus.ids(Metric)
    for spot in corpus.figures:
        figure = spot.entry
        metric = metrics.get(figure.metric) if figure.change or figure.points else None
        if metric is None:
            continue
        unit = unit_of(metric.entry.unit)
        if figure.change and unit_of(figure.change.unit).dimension != unit.dimension:
            change, name = figure.change.printed, metric.entry.id
            yield spot.problem("unit-metric", "change", unit=change, metric=name, expected=unit.id)
        if figure.points and unit.dimension != "ratio":
            yield spot.problem("points-metric", "points", points=figure.points.printed, metric=metric.entry.id)


def changes_and_shares_are_of_their_amount(index: FigureIndex) -> Iterator[Problem]:
    """A printed change, points or share agrees with the amount, its growth, and the figures that it is against."""
    for report in index.standing:
        figure = report.figure
        if figure.change is None and figure.points is None and figure.share is None:  # so it is with most
            continue
        yield from _from_base(report, index)
        yield from _with_growth(report, index)
        yield from _of_whole(report, index)


def _from_base(report: Report, index: FigureIndex) -> Iterator[Problem]:
    """The change (or points) leads from the reported amount of the period that it is against to the amount.

    Of several reports of that amount one that fits is enough: whether they agree is for another rule.
    """
    amount, change = report.text, report.figure.change or report.figure.points
    if amount is None or change is None:
        return
    before = index.series.get(series_of(report.figure), {}).get(index.base_time(report.figure), ())
    amounts = [(base.figure.id, base.text) for base in islice(before, MOST_COMPARED) if base.text]
    bases = [(key, base) for key, base in amounts if base.is_like(amount)]
    left = amount.interval - change.interval
    if bases and not any(left.meets(base.interval) for _, base in bases):
        key, base = bases[-1]
        facts = {"printed": amount.printed, "change": change.printed, "base": key, "base_printed": base.printed}
        facts["implied"] = shown(amount.value - base.value, amount)
        yield report.warning("change-mismatch", "change" if report.figure.change else "points", **facts)


def _with_growth(report: Report, index: FigureIndex) -> Iterator[Problem]:
    """The change over what it leaves is the growth, where both are on one basis."""
    amount, change, growth = report.text, report.figure.change, report.figure.growth
    metric = index.metrics.get(report.figure.metric)
    if amount is None or change is None or growth is None or metric is None or not metric.comparable_basis:
        return
    base = amount.interval - change.interval
    if base.low > 0 and amount.is_like(change) and not (change.interval / base).meets(growth.interval):
        facts = {"printed": amount.printed, "change": change.printed, "growth": growth.printed}
        implied = percent(change.value / (amount.value - change.value))
        yield report.warning("change-growth", "growth", **facts, implied=implied)


def _of_whole(report: Report, index: FigureIndex) -> Iterator[Problem]:
    """The share of the whole is the amount of the part."""
    share, whole = report.figure.share, index.by_id.get(report.figure.part_of or "")
    if share is None or whole is None:
        return
    part, of = report.text, whole.text
    if part is None or of is None or part.low < 0 or of.low <= 0 or not part.is_like(of):
        return
    if not (of.interval * share.interval).meets(part.interval):
        facts = {"printed": part.printed, "share": share.printed, "whole": whole.figure.id, "whole_printed": of.printed}
        yield report.warning("share-mismatch", "share", **facts, implied=percent(part.value / of.value))
