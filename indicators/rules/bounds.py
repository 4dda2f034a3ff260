"""What must hold by what a metric or a pipeline says of itself: that it only rises, a bound, steps that are subsets."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from indicators.model.vocabulary import Metric, Pipeline
from indicators.reading.corpus import Corpus
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, Series, estimated
from indicators.values.intervals import ONE, Interval
from indicators.values.problems import Problem


def counts_that_only_rise_are_stocks(corpus: Corpus) -> Iterator[Problem]:
    """Only a stock can count up for ever: a flow begins again with each period."""
    for spot in corpus.spots(Metric):
        if spot.entry.cumulative and spot.entry.kind != "stock":
            yield spot.problem("cumulative-kind", "cumulative", id=spot.entry.id, kind=spot.entry.kind)


def bounds_have_the_unit_of_their_metric(corpus: Corpus) -> Iterator[Problem]:
    """What no figure of a metric can exceed is of the dimension of its unit."""
    for spot in corpus.spots(Metric):
        bound, unit = spot.entry.at_most, spot.entry.unit
        if bound is not None and bound.unit.dimension != unit.dimension:
            yield spot.problem("at-most-unit", "at_most", printed=bound.printed, metric=spot.entry.id)


def amounts_keep_their_bound(index: FigureIndex) -> Iterator[Problem]:
    """No amount is beyond the bound of its metric: a result cannot be, and a plan hardly."""
    bounds = {key: metric.at_most for key, metric in index.metrics.items() if metric.at_most is not None}
    for report in index.reports if bounds else ():
        bound, text = bounds.get(report.figure.metric), report.text
        if bound is not None and text is not None and text.is_like(bound) and text.low > bound.high:
            facts = {"printed": text.printed, "bound": bound.printed, "metric": report.figure.metric}
            say = report.error if report.figure.nature == "actual" else report.warning
            yield say("at-most-exceeded", "text", **facts)


# --- what only rises -------------------------------------------------------------------------------------------------


class _Point(NamedTuple):
    """How much there was at the end of a day, by a report or by the growth since: ``key`` is the key that says so."""

    end: date
    amount: Interval
    period: str
    printed: str
    key: str
    report: Report


def counts_only_rise(index: FigureIndex) -> Iterator[Problem]:
    """What counts up is never less than it was, and neither is what it must have been a year before, by its growth."""
    for key, series in index.series.items():
        metric = index.metrics.get(key.metric)
        if metric is None or not metric.cumulative or metric.kind != "stock":
            continue
        points = sorted(_points(series, bases=metric.comparable_basis), key=lambda point: point.end)
        yield from _falls(points)


def _points(series: Series, *, bases: bool) -> Iterator[_Point]:
    for reports in series.values():
        for report in reports[:MOST_COMPARED]:
            text, growth, period = report.text, report.figure.growth, report.figure.period
            if text is None:
                continue
            yield _Point(period.end, text.interval, period.text, text.printed, "text", report)
            earlier = period.moment().year_earlier() if bases else None
            if earlier is not None and growth is not None and growth.low > -1 and text.low >= 0:
                base = Interval(text.low / (ONE + growth.high), text.high / (ONE + growth.low))
                yield _Point(earlier.end, base, earlier.text, estimated(base.high, text), "growth", report)


def _falls(points: Sequence[_Point]) -> Iterator[Problem]:
    """Each point that is below the highest before it."""
    highest: _Point | None = None
    for point in points:
        if highest is not None and point.end > highest.end and point.amount.high < highest.amount.low:
            other = highest.report.figure.id
            facts = {"printed": point.printed, "period": point.period, "metric": point.report.figure.metric}
            facts |= {"other": other, "other_printed": highest.printed, "other_period": highest.period}
            yield point.report.warning("cumulative-falls", point.key, **facts)
        elif highest is None or point.amount.low > highest.amount.low:
            highest = point


# --- steps -----------------------------------------------------------------------------------------------------------


def steps_lie_in_those_before(index: FigureIndex) -> Iterator[Problem]:
    """Where each step of a pipeline counts some of the step before, it is not more than that in one place and time."""
    for spot in index.corpus.spots(Pipeline):
        pipeline = spot.entry
        for key, series in index.series.items() if pipeline.subsets else ():
            if key.metric not in pipeline.steps:
                continue
            before = reversed(pipeline.steps[: pipeline.steps.index(key.metric)])
            keys = [key._replace(metric=step) for step in before]
            earlier = [index.series[other] for other in keys if other in index.series]
            for time, reports in series.items():
                known = next((steps[time] for steps in earlier if time in steps), [])
                yield from _steps(reports, known, pipeline)


def _steps(reports: Sequence[Report], before: Sequence[Report], pipeline: Pipeline) -> Iterator[Problem]:
    """The reports of a step that are more than all of the step before."""
    amounts = [(report, report.text) for report in before[:MOST_COMPARED] if report.text is not None]
    if not amounts:
        return
    holder, most = max(amounts, key=lambda amount: amount[1].high)
    for report in reports:
        text = report.text
        if text is not None and text.is_like(most) and text.low > most.high:
            facts = {"printed": text.printed, "other": holder.figure.id, "other_printed": most.printed}
            yield report.warning("step-exceeds", "text", pipeline=pipeline.id, **facts)
