"""Tidy frame → places side by side: a row for each metric that several of them have, each number with its interval."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple

import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.frames.timelines import annual_growth
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature, Place, Subject, Tree
from indicators.model.vocabulary import ALL
from indicators.values.intervals import Interval
from indicators.values.periods import Period

ComparisonMeasure = Literal["level", "growth", "index", "share", "per-head"]
POPULATION: Final = "population"
"""The id of the metric that amounts per head are divided by."""
MOST_PERIODS: Final = 60
"""Of a longer series the newest periods are looked at for the two ends of an index."""


class RowKey(NamedTuple):
    """What the numbers of a row have in common beside their time: a metric and where they stand in the other trees."""

    metric: str
    place: Place


@dataclass(frozen=True, slots=True)
class MeasuredNumber:
    """The number of one of the compared places: what was printed of ``figure``, or what is ``derived`` from it."""

    figure: Figure
    interval: Interval
    value: float
    derived: Derived | None = None


@dataclass(frozen=True, slots=True)
class ComparisonRow:
    """A metric of several places; an entry of ``place`` is empty in the tree that is compared.

    ``numbers`` are of one ``period`` and ``nature``, on one scale, by the id of the place; without a period there are
    none. ``elsewhere`` are figures of other periods, of places that have no such number. ``base`` is the period that
    is 100 in an index. ``disputed`` are places of which reports of that period contradict each other.
    """

    key: RowKey
    period: Period | None
    nature: Nature
    numbers: Mapping[str, MeasuredNumber]
    elsewhere: Mapping[str, Figure]
    base: Period | None = None
    disputed: tuple[str, ...] = ()

    @property
    def highest(self) -> tuple[str, ...]:
        """The places of which any may have the highest number: several where intervals overlap."""
        if not self.numbers:
            return ()
        least = max(number.interval.low for number in self.numbers.values())
        return tuple(key for key, number in self.numbers.items() if number.interval.high >= least)

    @property
    def equal(self) -> bool:
        """True where all numbers are known exactly, and are the same."""
        ends = {end for number in self.numbers.values() for end in (number.interval.low, number.interval.high)}
        return len(ends) == 1


def compare(
    frame: pd.DataFrame, dataset: Dataset, tree: Tree, members: Sequence[str], measure: ComparisonMeasure
) -> list[ComparisonRow]:
    """The rows of all metrics that two of the ``members`` have, most members first, then by the file's order.

    ``frame`` is what charts draw (``Study.frame``).
    """
    if measure == "per-head" and POPULATION not in dataset.metrics:
        return []
    reports = _Reports(frame, dataset, tree, members, measure)
    rows = [row for key in reports.by_row if (row := reports.row(key)) is not None]
    order = {key: number for number, key in enumerate(dataset.metrics)}
    rows.sort(key=lambda row: (-len(row.numbers), order[row.key.metric], row.key.place))
    return rows


Moment = tuple[Period, Nature]
_Moments = Mapping[Moment, Mapping[str, Sequence[Figure]]]
"""The figures of a row by period and nature, and place: of one place several only where reports are in conflict."""


class _Reports:
    """The figures of the compared places that have the number which is measured, by row."""

    def __init__(
        self, frame: pd.DataFrame, dataset: Dataset, tree: Tree, members: Sequence[str], measure: ComparisonMeasure
    ) -> None:
        self._dataset, self._tree, self._members = dataset, tree, members
        self._measures: Mapping[ComparisonMeasure, Callable[[Figure], MeasuredNumber | None]] = {
            "level": _level,
            "growth": _growth,
            "share": self._share,
            "per-head": self._per_head,
        }
        self._measure: ComparisonMeasure = measure
        measured = frame[annual_growth(frame) if measure == "growth" else frame["value"].notna()]
        of_members = measured[tree].isin(members)
        self._wholes = _by_subject(measured[self._dividing(measured)], dataset)
        self.by_row: dict[RowKey, dict[Moment, dict[str, list[Figure]]]] = {}
        for figure in map(dataset.figures.__getitem__, measured.loc[of_members, "figure"]):
            row = RowKey(figure.metric, figure.place._replace(**{tree: ""}))
            moment = dataset.subject(figure).period, figure.nature
            places = self.by_row.setdefault(row, {}).setdefault(moment, {})
            places.setdefault(getattr(figure, tree), []).append(figure)

    def _dividing(self, measured: pd.DataFrame) -> "pd.Series[bool]":
        """For each row whether its amount may be what others are divided by."""
        if self._measure == "share":
            above = {key for member in self._members for key in self._dataset.lies_in(self._tree, member)}
            return measured[self._tree].isin(above)
        return (measured["metric"] == POPULATION) & (self._measure == "per-head")

    def row(self, key: RowKey) -> ComparisonRow | None:
        """The row of a metric, of the period that most places have; None where not two have it at all."""
        moments = self.by_row[key]
        candidates = self._indices(moments) if self._measure == "index" else self._at_moments(moments)
        best = self._best(key, candidates)
        elsewhere = self._newest(moments) if self._measure in {"level", "growth"} else {}
        if best is None:
            return ComparisonRow(key, None, "actual", {}, elsewhere) if len(elsewhere) > 1 else None
        others = {place: elsewhere[place] for place in elsewhere if place not in {*best.numbers, *best.disputed}}
        return replace(best, elsewhere=others)

    def _best(self, key: RowKey, candidates: Iterable["_Candidate"]) -> ComparisonRow | None:
        """The best row of two numbers or more; those that cannot be better are not worked out."""
        best: ComparisonRow | None = None
        for candidate in sorted(candidates, key=lambda candidate: candidate.rank, reverse=True):
            if best is not None and _rank(best) >= candidate.rank:
                break
            numbers = dict(candidate.numbers())
            row = ComparisonRow(
                key, candidate.period, candidate.nature, numbers, {}, candidate.base, disputed=candidate.disputed
            )
            if len(numbers) > 1 and (best is None or _rank(row) > _rank(best)):
                best = row
        return best

    def _at_moments(self, moments: _Moments) -> Iterator["_Candidate"]:
        measure = self._measures[self._measure]
        for (period, nature), figures in moments.items():
            sole = self._sole(figures)
            disputed = tuple(place for place in self._members if len(figures.get(place, ())) > 1)
            numbers = {place: partial(measure, figure) for place, figure in sole.items()}
            yield _Candidate(period, nature, numbers, disputed=disputed)

    def _indices(self, moments: _Moments) -> Iterator["_Candidate"]:
        """For each two periods of one length the later over the earlier, which is 100."""
        results = {period: self._sole(figures) for (period, nature), figures in moments.items() if nature == "actual"}
        for first, last in combinations(sorted(results, key=_recency)[-MOST_PERIODS:], 2):
            earlier = results[first]
            both = {place: figure for place, figure in results[last].items() if place in earlier}
            if len(both) > 1:
                numbers = {place: partial(self._index, figure, earlier[place]) for place, figure in both.items()}
                yield _Candidate(last, "actual", numbers, first)

    def _index(self, later: Figure, first: Figure) -> MeasuredNumber | None:
        alike = self._dataset.metrics[later.metric].kind == "stock" or (
            later.period.length == first.period.length and first.period.end < later.period.start
        )
        derived = formulas.index(later, first, self._dataset) if alike else None
        return None if derived is None else _derived(later, derived)

    def _sole(self, figures: Mapping[str, Sequence[Figure]]) -> dict[str, Figure]:
        """The figure of each place that has one, in the order of the places."""
        return {place: figures[place][0] for place in self._members if len(figures.get(place, ())) == 1}

    def _newest(self, moments: _Moments) -> dict[str, Figure]:
        """For each place its newest figure that nothing contradicts, a result where there is one."""
        newest: dict[str, Figure] = {}
        for moment in sorted(moments, key=lambda moment: (moment[1] == "actual", _recency(moment[0]))):
            newest |= self._sole(moments[moment])
        return {place: newest[place] for place in self._members if place in newest}

    # --- what is worked out ------------------------------------------------------------------------------------------

    def _share(self, figure: Figure) -> MeasuredNumber | None:
        """The share in the place that it lies in, of what adds up: of the same metric, or of what the file names."""
        metric = self._dataset.metrics[figure.metric]
        above = next(iter(self._dataset.lies_in(self._tree, getattr(figure, self._tree))), None)
        if above is None or metric.kind == "rate" or not metric.additive:
            return None
        whole = self._only(_in(self._tree, above, self._dataset.subject(figure)))
        if whole is None and figure.part_of is not None:
            named = self._dataset.subject(self._dataset.figures[figure.part_of])
            in_whole = _in(self._tree, above, self._dataset.subject(figure))
            whole = self._only(named) if named == in_whole._replace(metric=named.metric) else None
        derived = None if whole is None else formulas.share(figure, whole)
        return None if derived is None else _derived(figure, derived)

    def _per_head(self, figure: Figure) -> MeasuredNumber | None:
        """The amount for each inhabitant, who were counted at the end of its period."""
        metric = self._dataset.metrics[figure.metric]
        if metric.kind == "rate" or not metric.additive or figure.metric == POPULATION:
            return None
        population = self._only(Subject(POPULATION, figure.region, ALL, ALL, figure.period.moment(), "actual"))
        derived = None if population is None else formulas.per_head(figure, population, self._dataset)
        return None if derived is None else _derived(figure, derived)

    def _only(self, subject: Subject) -> Figure | None:
        """The amount of a subject; None where there is none, or reports contradict each other."""
        figures = self._wholes.get(subject, ())
        return figures[0] if len(figures) == 1 else None


_Rank = tuple[int, bool, tuple[int, int], int]


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may be the best: ``measures`` work out its numbers, of which some may turn out to be none."""

    period: Period
    nature: Nature
    measures: Mapping[str, Callable[[], MeasuredNumber | None]]
    base: Period | None = None
    disputed: tuple[str, ...] = ()

    @property
    def rank(self) -> _Rank:
        """The rank of the row if all its numbers can be worked out."""
        return _ranked(len(self.measures), self.nature, self.period, self.base)

    def numbers(self) -> Iterator[tuple[str, MeasuredNumber]]:
        for place, measure in self.measures.items():
            if (number := measure()) is not None:
                yield place, number


def _rank(row: ComparisonRow) -> _Rank:
    return _ranked(len(row.numbers), row.nature, row.period, row.base)


def _ranked(count: int, nature: Nature, period: Period | None, base: Period | None) -> _Rank:
    """The most places come last, then results, then the newest, and of indices those with the earliest base."""
    newest = (0, 0) if period is None else _recency(period)
    return count, nature == "actual", newest, -base.end.toordinal() if base else 0


def _in(tree: Tree, key: str, subject: Subject) -> Subject:
    """The same subject at another place in one of the trees."""
    place: dict[str, Any] = {tree: key}
    return subject._replace(**place)


def _by_subject(frame: pd.DataFrame, dataset: Dataset) -> Mapping[Subject, list[Figure]]:
    by_subject: dict[Subject, list[Figure]] = {}
    for key in frame["figure"]:
        figure = dataset.figures[key]
        by_subject.setdefault(dataset.subject(figure), []).append(figure)
    return by_subject


def _level(figure: Figure) -> MeasuredNumber | None:
    return None if figure.text is None else MeasuredNumber(figure, figure.text.interval, float(figure.text.value))


def _growth(figure: Figure) -> MeasuredNumber | None:
    rate = figure.annual_growth
    return None if rate is None else MeasuredNumber(figure, rate.interval, float(rate.value))


def _derived(figure: Figure, derived: Derived) -> MeasuredNumber:
    return MeasuredNumber(figure, derived.interval, float(derived.value), derived)


def _recency(period: Period) -> tuple[int, int]:
    """Later ends come last, and of periods that end together the longest."""
    return period.end.toordinal(), -period.start.toordinal()
