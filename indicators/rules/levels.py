"""What must hold between the amount of a region or group and those of the regions or groups that it lies in."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final, Literal, NamedTuple

from indicators.model.vocabulary import Group, Region
from indicators.reading.corpus import TreeModel
from indicators.rules.figure_index import MOST_COMPARED, FigureIndex, Report, SeriesKey, listed, shown
from indicators.values.intervals import total
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity


class _Ladder(NamedTuple):
    """A tree whose levels are compared: its key in a figure, its class, and what is found of one and of several."""

    key: Literal["region", "group"]
    model: TreeModel
    exceeds: str
    exceed_together: str


_REGIONS: Final = _Ladder("region", Region, "region-exceeds", "regions-exceed")
_GROUPS: Final = _Ladder("group", Group, "group-exceeds", "groups-exceed")


class _Measured(NamedTuple):
    """A figure and its amount."""

    report: Report
    text: Quantity


class _Nested(NamedTuple):
    """The amount of a region or group, and those of others in it: of each that lies in no other of them."""

    outer: _Measured
    inner: list[_Measured]


def regions_fit_into_those_around(index: FigureIndex) -> Iterator[Problem]:
    """What adds up over regions is not more in one of them, or in several together, than in the one around them.

    Only amounts of one metric, sector, group, period and nature are compared, and only where none is below zero. What
    is entered as a part of the amount around it is for the rules of parts; so are two parts of one whole.
    """
    for nested in _levels(index, _REGIONS):
        yield from _too_large(nested, _REGIONS, index)


def groups_fit_into_those_around(index: FigureIndex) -> Iterator[Problem]:
    """The same of groups: one is not more than the group around it or the whole, nor are several of one family."""
    if index.corpus.ids(Group):
        for nested in _levels(index, _GROUPS):
            yield from _too_large(nested, _GROUPS, index)


def _too_large(nested: _Nested, ladder: _Ladder, index: FigureIndex) -> Iterator[Problem]:
    outer, inner = nested
    larger = [amount for amount in inner if amount.text.low > outer.text.high]
    facts = {"outer": outer.report.figure.id, "outer_printed": outer.text.printed}
    for report, text in larger:
        if not _is_part(report, outer):
            yield report.warning(ladder.exceeds, "text", printed=text.printed, **facts)
    for disjoint in _disjoint(inner, index) if not larger else ():
        sum_ = total(amount.text.interval for amount in disjoint)
        if sum_.low > outer.text.high and not all(_is_part(amount.report, outer) for amount in disjoint):
            names = listed([getattr(amount.report.figure, ladder.key) for amount in disjoint])
            sums = {"sum": shown(sum_.low, outer.text), f"{ladder.key}s": names}
            yield outer.report.warning(ladder.exceed_together, "text", printed=outer.text.printed, **sums)


def _disjoint(inner: Sequence[_Measured], index: FigureIndex) -> list[list[_Measured]]:
    """The amounts of each family of groups: of different families nobody knows whether they overlap."""
    families: dict[str, list[_Measured]] = {}
    for amount in inner:
        families.setdefault(index.family(amount.report.figure.group), []).append(amount)
    return list(families.values())


def _is_part(report: Report, outer: _Measured) -> bool:
    whole = report.figure.part_of
    return whole is not None and whole in {outer.report.figure.id, outer.report.figure.part_of}


def _levels(index: FigureIndex, ladder: _Ladder) -> Iterator[_Nested]:
    """Each amount of a region (or group) in which others have an amount of the same."""
    inner: dict[tuple[SeriesKey, str], list[_Measured]] = {}
    for key, series in index.series.items():
        metric = index.metrics.get(key.metric)
        around = _reported_around(key, ladder, index) if metric is not None and metric.additive else []
        for period, reports in series.items() if around else ():
            holder = next((outer for outer in around if period in index.series[outer]), None)
            amounts = _amounts(reports)
            if holder is not None and amounts:  # of reports that differ the least: one that fits is enough
                inner.setdefault((holder, period), []).append(min(amounts, key=lambda amount: amount.text.low))
    for (holder, period), amounts in inner.items():
        outers = _amounts(index.series[holder][period])
        outer = max(outers, key=lambda amount: amount.text.high, default=None)
        comparable = [amount for amount in amounts if outer is not None and amount.text.is_like(outer.text)]
        if outer is not None and comparable and min(amount.text.low for amount in (outer, *comparable)) >= 0:
            yield _Nested(outer, comparable)


def _reported_around(key: SeriesKey, ladder: _Ladder, index: FigureIndex) -> list[SeriesKey]:
    """The reported ones of the same series of the regions (or groups) that one lies in, from the inside outwards."""
    places = islice(index.upwards(ladder.model, getattr(key, ladder.key)), 1, None)
    around = (key._replace(region=place) if ladder is _REGIONS else key._replace(group=place) for place in places)
    return [outer for outer in around if outer in index.series]


def _amounts(reports: Sequence[Report]) -> list[_Measured]:
    return [_Measured(report, report.text) for report in reports[:MOST_COMPARED] if report.text is not None]
