"""What cannot be true together in figures of one subject, of one year, or of periods that follow each other."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.analysis.agreement import disagreement
from indicators.rules.ledger import MOST_COMPARED, Ledger, Report, Series, alike, estimated
from indicators.rules.rates import leads_to
from indicators.values.intervals import ONE
from indicators.values.periods import Period, parse
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity

_JUMP: Final = 10


def reports_agree(ledger: Ledger) -> Iterator[Problem]:
    """Articles do not contradict each other on one subject; otherwise the later of two is reported."""
    for series in ledger.series.values():
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


def series_run_on(ledger: Ledger) -> Iterator[Problem]:
    """From one reported period to the next of the same length no amount changes by more than a factor of ten.

    It may where the article itself says so: its growth leads from the one amount to the other.
    """
    for series in ledger.series.values():
        for before, after in pairwise(_with_amounts(series, ledger.order)):
            old, new = before.text, after.text
            if old is None or new is None or not _is_jump(old, new) or _length(before) != _length(after):
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


def _length(report: Report) -> str:
    return report.figure.period.length


def _is_jump(old: Quantity, new: Quantity) -> bool:
    if new.value <= old.value * _JUMP and old.value <= new.value * _JUMP:
        return False
    return old.value > 0 and new.value > 0 and alike(old, new)


# --- within a year ---------------------------------------------------------------------------------------------------


class _Reached(NamedTuple):
    """What a report says to have flowed in its period, or in the same one a year earlier."""

    report: Report
    low: Decimal
    high: Decimal


def flows_grow_within_a_year(ledger: Ledger) -> Iterator[Problem]:
    """What has flowed since January is not less than in a part of that time, and neither is what had a year earlier.

    Flows of which an amount below zero is reported can shrink, as a change of deposits does.
    """
    order = _within_years(ledger)
    for key, series in ledger.series.items():
        metric = ledger.metrics.get(key.metric)
        if len(series) < 2 or metric is None or metric.kind != "flow":
            continue
        ordered = [series[period] for period in sorted(order.keys() & series, key=order.__getitem__)]
        reports = [report for reports in ordered for report in reports[:MOST_COMPARED]]
        amounts = [_Reached(report, text.low, text.high) for report in reports if (text := report.text) is not None]
        shrunk = list(_shrinking(amounts))
        bases = [base for report in reports if report.figure.growth and (base := _base(report)) is not None]
        shrunk_bases = list(_shrinking(bases)) if metric.comparable_basis and not shrunk else []
        if key.metric not in ledger.signed:
            yield from (_amount_shrunk(*pair) for pair in shrunk)
            yield from (_base_shrunk(*pair) for pair in shrunk_bases)


def _within_years(ledger: Ledger) -> Mapping[str, int]:
    """The periods that lie within a calendar year by their end, longer ones after shorter ones with the same end."""
    within = [period for period in map(parse, ledger.order) if period.start.year == period.end.year]
    ordered = sorted(within, key=lambda period: (period.end, -period.start.toordinal()))
    return {period.text: number for number, period in enumerate(ordered)}


def _shrinking(ordered: Iterable[_Reached]) -> Iterator[tuple[_Reached, _Reached]]:
    """Each of what has flowed since January that is less than in a period that had ended by then, with the latter."""
    most: _Reached | None = None
    for reached in ordered:
        period = reached.report.figure.period
        if most is None or period.start.year != most.report.figure.period.start.year or reached.low > most.low:
            most = reached
        elif reached.high < most.low and _holds(period, most.report.figure.period):
            yield reached, most


def _holds(long: Period, short: Period) -> bool:
    """True where a period is all of its year up to a day, by which a shorter one had ended as well."""
    return long.start.month == long.start.day == 1 and long.start <= short.start and long != short


def _base(report: Report) -> _Reached | None:
    """The amount of a year earlier, from which a report grew; its 28th digit may be rounded inwards."""
    amount, growth = report.text, report.figure.growth
    if amount is None or growth is None or growth.low <= -1 or amount.low < 0:
        return None
    return _Reached(report, amount.low / (ONE + growth.high), amount.high / (ONE + growth.low))


def _amount_shrunk(reached: _Reached, earlier: _Reached) -> Problem:
    facts = {"other": earlier.report.figure.id, "other_period": earlier.report.figure.period.text}
    for name, report in (("printed", reached.report), ("other_printed", earlier.report)):
        facts[name] = report.text.printed if report.text else ""
    return reached.report.warning("flow-shrinks", "text", **facts)


def _base_shrunk(reached: _Reached, earlier: _Reached) -> Problem:
    facts = {"other": earlier.report.figure.id, "other_period": earlier.report.figure.period.text}
    if (text := reached.report.text) is not None:
        facts |= {"base": estimated(reached.high, text), "other_base": estimated(earlier.low, text)}
    return reached.report.warning("base-shrinks", "growth", **facts)
