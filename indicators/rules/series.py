"""What cannot be true together in figures of one subject, of one year, or of periods that follow each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise, takewhile
from operator import attrgetter, itemgetter
from typing import Final

from indicators.analysis.agreement import disagreement
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, Series, estimated
from indicators.rules.rates import leads_to
from indicators.values.intervals import ONE, Interval
from indicators.values.periods import parse
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity

_JUMP: Final = 10
_DAYS_TO_DOUBLE: Final = 5 * 365
"""With every so many days the factor doubles: from 1998 to 2017 investment rose to 26 times."""


def reports_agree(index: FigureIndex) -> Iterator[Problem]:
    """Articles do not contradict each other on one subject; otherwise the later of two is reported."""
    for series in index.series.values():
        for reports in series.values():
            if len(reports) > 1:
                yield from _conflicts(sorted(reports, key=lambda report: report.article.entry.published.end))


def _conflicts(reports: Sequence[Report]) -> Iterator[Problem]:
    """The conflicts among reports of one subject, the oldest first."""
    distinct: dict[tuple[str, ...], Report] = {}
    for report in reports:
        for other in list(distinct.values())[-MOST_COMPARED:]:
            number = disagreement(other.figure, report.figure)
            if number is not None and other.article is not report.article:
                facts = {"other": other.figure.id, "place": other.spot.shown()}
                printed, theirs = (getattr(side.figure, number).printed for side in (report, other))
                yield report.warning("conflict", number, printed=printed, other_printed=theirs, **facts)
                break
        distinct.setdefault(_statement(report), report)


def _statement(report: Report) -> tuple[str, ...]:
    figure = report.figure
    return tuple(number.printed if number else "" for number in (figure.text, figure.growth, figure.completion))


# --- from period to period -------------------------------------------------------------------------------------------


def series_run_on(index: FigureIndex) -> Iterator[Problem]:
    """From one reported period to the next of the same length no amount changes by more than a factor of ten.

    The factor doubles with every five years between them. It may be more where the article itself says so: its growth
    leads from the one amount to the other.
    """
    for series in index.series.values():
        for before, after in pairwise(_with_amounts(series, index.order)):
            old, new = before.text, after.text
            days = abs(after.figure.period.end - before.figure.period.end).days
            if old is None or new is None or not _is_jump(old, new, days):
                continue
            if _length(before, index) != _length(after, index):
                continue
            if after.figure.growth is None or not leads_to(old, after.figure.growth, new):
                facts = {"before": before.figure.id, "before_printed": old.printed}
                facts["before_period"] = before.figure.period.text
                yield after.warning("series-jump", "text", printed=new.printed, **facts)


def _with_amounts(series: Series, order: Mapping[str, int]) -> list[Report]:
    """For each period the first figure with an amount that was read, in the order of periods."""
    if len(series) < 2:
        return []
    first: list[Report] = []
    for period in sorted(series, key=order.__getitem__):
        for report in series[period]:
            if report.text is not None:
                first.append(report)
                break
    return first


def _length(report: Report, index: FigureIndex) -> str:
    return parse(index.time(report.figure)).length


def _is_jump(old: Quantity, new: Quantity, days: int) -> bool:
    factor = _JUMP * 2 ** (days // _DAYS_TO_DOUBLE)
    if new.value <= old.value * factor and old.value <= new.value * factor:
        return False
    return old.value > 0 and new.value > 0 and old.is_like(new)


# --- within a year ---------------------------------------------------------------------------------------------------


def flows_grow_within_a_year(index: FigureIndex) -> Iterator[Problem]:
    """What has flowed in a time is not less than in a part of it within a year, and neither is what had a year earlier.

    Flows of which an amount below zero is reported can shrink, as a change of deposits does.
    """
    order = _by_end(index)
    for key, series in index.series.items():
        metric = index.metrics.get(key.metric)
        if len(series) < 2 or metric is None or metric.kind != "flow":
            continue
        for reports in _years(series, order):
            for problem in _shrinking_in_a_year(reports, bases=metric.comparable_basis):
                if key.metric not in index.signed:
                    yield problem


def _by_end(index: FigureIndex) -> Mapping[str, int]:
    """The periods that lie within a calendar year by their last day, longer ones after shorter ones with the same."""
    within = [period for period in map(parse, index.order) if period.start.year == period.end.year]
    within.sort(key=lambda period: (period.end, -period.start.toordinal()))
    return {period.text: number for number, period in enumerate(within)}


def _years(series: Series, order: Mapping[str, int]) -> Iterator[list[Report]]:
    """The reports of each year with several, in the order of their periods."""
    year = ""
    reports: list[Report] = []
    for period in sorted([period for period in series if period in order], key=order.__getitem__):
        if not period.startswith(year) or not year:
            if len(reports) > 1:
                yield reports
            year, reports = period[:4], []
        reports += series[period][:MOST_COMPARED]
    if len(reports) > 1:
        yield reports


def _shrinking_in_a_year(reports: Sequence[Report], *, bases: bool) -> Iterator[Problem]:
    """The amounts, or else the bases, that are less than those of a part of their time."""
    shrunk = list(_shrinking(reports, attrgetter("text")))
    yield from (_amount_shrunk(*pair) for pair in shrunk)
    grown = [report for report in reports if report.figure.annual_growth is not None] if bases and not shrunk else []
    if len(grown) > 1:
        yield from (_base_shrunk(*pair) for pair in _shrinking(grown, _base))


def _shrinking(
    reports: Iterable[Report], flow_of: Callable[[Report], Quantity | Interval | None]
) -> Iterator[tuple[Report, Report]]:
    """Each report of what has flowed in a time, if less than had in a part of it, with that of the part.

    The reports are of one year, in the order of their last days: all before one since January lie within it.
    """
    most: tuple[Decimal, Report] | None = None
    earlier: list[tuple[Decimal, Report]] = []
    for report in reports:
        flow = flow_of(report)
        if flow is None:
            continue
        since_january = report.figure.period.start.timetuple().tm_yday == 1
        part = most if since_january else _most_within(report, earlier)
        if part is not None and flow.high < part[0] and _comparable(report, part[1]):
            yield report, part[1]
        earlier.append((flow.low, report))
        if most is None or flow.low > most[0]:
            most = earlier[-1]


def _most_within(report: Report, earlier: Sequence[tuple[Decimal, Report]]) -> tuple[Decimal, Report] | None:
    """The largest of the reports that lie within the time of this one; those that do not end in it are further back."""
    start = report.figure.period.start
    ending_in_it = takewhile(lambda pair: pair[1].figure.period.end >= start, reversed(earlier))
    within = (pair for pair in ending_in_it if pair[1].figure.period.start >= start)
    return max(within, key=itemgetter(0), default=None)


def _comparable(report: Report, part: Report) -> bool:
    """True for amounts of one kind in two periods."""
    if report.figure.period == part.figure.period or report.text is None or part.text is None:
        return False
    return report.text.is_like(part.text)


def _base(report: Report) -> Interval | None:
    """The amount of a year earlier, from which a report grew; its 28th digit may be rounded inwards."""
    amount, growth = report.text, report.figure.annual_growth
    if amount is None or growth is None or growth.low <= -1 or amount.low < 0:
        return None
    return Interval(amount.low / (ONE + growth.high), amount.high / (ONE + growth.low))


def _amount_shrunk(report: Report, earlier: Report) -> Problem:
    facts = {"other": earlier.figure.id, "other_period": earlier.figure.period.text}
    for name, amount in (("printed", report.text), ("other_printed", earlier.text)):
        facts[name] = amount.printed if amount is not None else ""
    return report.warning("flow-shrinks", "text", **facts)


def _base_shrunk(report: Report, earlier: Report) -> Problem:
    facts = {"other": earlier.figure.id, "other_period": earlier.figure.period.text}
    text, base, other = report.text, _base(report), _base(earlier)
    if text is not None and base is not None and other is not None:
        facts |= {"base": estimated(base.high, text), "other_base": estimated(other.low, text)}
    return report.warning("base-shrinks", "growth", **facts)
