"""What cannot be true together in figures of one subject, and jumps along a series from period to period."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Final

from indicators.analysis.agreement import disagreement
from indicators.rules.ledger import MOST_COMPARED, Ledger, Report, Series, alike
from indicators.rules.rates import leads_to
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
