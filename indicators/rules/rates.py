"""What must hold between an amount, its growth and its plan."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from indicators.model.articles import ANNUAL, Figure
from indicators.reading.corpus import Corpus
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, SeriesKey, percent
from indicators.values import periods
from indicators.values.intervals import ONE, ZERO, point
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity


def plans_are_targets(corpus: Corpus) -> Iterator[Problem]:
    """A completion is measured against a figure that is a target."""
    figures = corpus.ids(Figure)
    for spot in corpus.figures:
        plan = figures.get(spot.entry.plan or "")
        if plan is not None and plan.entry.nature != "target":
            yield spot.problem("plan-not-target", "plan", id=plan.entry.id)


def plans_are_of_their_group(corpus: Corpus) -> Iterator[Problem]:
    """A completion is measured against a target of the group that the figure counts."""
    figures = corpus.ids(Figure)
    for spot in corpus.figures:
        plan = figures.get(spot.entry.plan or "")
        if plan is not None and plan.entry.group != spot.entry.group:
            facts = {"plan": plan.entry.id, "group": spot.entry.group, "plan_group": plan.entry.group}
            yield spot.problem("plan-group", "plan", severity="warning", id=spot.entry.id, **facts)


def growth_leads_from_the_year_before(index: FigureIndex) -> Iterator[Problem]:
    """The amount of a year earlier (or of ``growth_from``), grown at the reported rate, is the reported amount.

    Only where growth and values are on one basis. Of reports that differ one that fits is enough: whether they agree is
    for another rule. An amount that was not above zero has no rate of growth.
    """
    for key, series in index.series.items():
        metric = index.metrics.get(key.metric)
        if metric is None or not metric.comparable_basis:
            continue
        for period, reports in series.items():
            for report in reports:
                if report.figure.growth is None or report.text is None:
                    continue
                other = index.base_time(report.figure) if report.figure.growth_from else _year_before(period)
                before = series.get(other)
                if before and (bases := _above_zero(before)):
                    yield from _growth(report, bases)


def _growth(report: Report, bases: Sequence[tuple[str, Quantity]]) -> Iterator[Problem]:
    amount, growth = report.text, report.figure.growth
    if amount is None or growth is None or any(leads_to(base, growth, amount) for _, base in bases):
        return
    key, base = bases[-1]
    facts = {"printed": amount.printed, "growth": growth.printed, "base": key, "base_printed": base.printed}
    yield report.warning("growth-mismatch", "growth", **facts, implied=percent(amount.value / base.value - ONE))


def leads_to(base: Quantity, growth: Quantity, amount: Quantity) -> bool:
    """True where an amount that is not negative can have grown to the other at that rate; it cannot fall below 0."""
    if not base.is_like(amount):
        return False
    least = ONE + growth.low
    if least > 0 < base.low and base.low * least <= amount.high and amount.low <= base.high * (ONE + growth.high):
        return True  # nearly always, and intervals, which round outwards, take time
    factor = (point(ONE) + growth.interval).up(ZERO)
    return (base.interval * factor).meets(amount.interval)


_SIGNED: Final = frozenset({"ratio", "points"})
"""What can be below zero whatever is measured in it: a rate of inflation, a change of it."""


_ALL_OF_IT: Final = -ONE


def nothing_falls_below_zero(index: FigureIndex) -> Iterator[Problem]:
    """No growth is below -100% unless amounts of its metric are below zero somewhere in the dataset, as profits are."""
    for report in index.reports:
        growth = report.figure.growth
        if growth is None or growth.high >= _ALL_OF_IT:
            continue
        metric = index.metrics.get(report.figure.metric)
        if metric is not None and metric.id not in index.signed and metric.unit.dimension not in _SIGNED:
            yield report.warning("growth-below", "growth", growth=growth.printed, metric=metric.id)


def completion_is_of_the_plan(index: FigureIndex) -> Iterator[Problem]:
    """The target times the completed share of it is the amount; the target is the named one, or the year's."""
    for report in index.standing:
        if report.figure.completion is None or report.text is None:
            continue
        amount, done = report.text, report.figure.completion
        plans = [(key, plan) for key, plan in _above_zero(_plans(report, index)) if plan.is_like(amount)]
        if plans and not any((plan.interval * done.interval).meets(amount.interval) for _, plan in plans):
            key, plan = plans[-1]
            facts = {"printed": amount.printed, "completion": done.printed, "plan": key, "plan_printed": plan.printed}
            implied = percent(amount.value / plan.value)
            yield report.warning("completion-mismatch", "completion", **facts, implied=implied)


def _plans(report: Report, index: FigureIndex) -> list[Report]:
    """The targets that the completion of a report may be a share of."""
    figure = report.figure
    if figure.plan != ANNUAL:
        plan = index.by_id.get(figure.plan or "")
        fits = plan is not None and plan.figure.nature == "target" and plan.figure.group == figure.group
        return [plan] if plan is not None and fits else []
    if figure.period.start.year != figure.period.end.year:
        return []
    targets = index.series.get(SeriesKey(figure.metric, *figure.place, "target"), {})
    year = figure.period.year()
    times = dict.fromkeys((year.text, year.moment().text))  # a stock is of its end
    return [target for time in times for target in targets.get(time, ()) if target is not report]


def _above_zero(reports: Iterable[Report]) -> list[tuple[str, Quantity]]:
    """Ids and amounts of the reports above zero: there is no share of nothing, nor growth from it."""
    return [
        (report.figure.id, text)
        for report in islice(reports, MOST_COMPARED)
        if (text := report.text) is not None and text.low >= 0 < text.value
    ]


@lru_cache(maxsize=4096)
def _year_before(period: str) -> str:
    """The text of the same period a year earlier, empty where it is not known which that is."""
    earlier = periods.parse(period).year_earlier()
    return earlier.text if earlier is not None else ""
