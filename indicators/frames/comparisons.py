"""Tidy frame → places side by side: a row for each metric that several of them have, each number with its interval."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple, cast

import pandas as pd

from indicators.analysis import formulas
from indicators.analysis.formulas import Derived
from indicators.frames import panels
from indicators.frames.timelines import annual_growth
from indicators.model.dataset import Dataset
from indicators.model.entries import ALL, Figure, Group, Region, Sector
from indicators.model.subjects import TREES, Nature, Place, Subject, Tree
from indicators.values.intervals import Interval
from indicators.values.periods import Period
from indicators.view import View

ComparisonMeasure = Literal["level", "growth", "index", "share", "per-head"]
MOST_COMPARED: Final = 6
"""The most places that stand side by side."""
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
    reports = _Reports(frame, dataset, tree, members, measure)
    rows = [row for key in reports.by_row if (row := reports.row(key)) is not None]
    order = {key: number for number, key in enumerate(dataset.metrics)}
    rows.sort(key=lambda row: (-len(row.numbers), order[row.key.metric], row.key.place))
    return rows


@dataclass(frozen=True, slots=True)
class Choice:
    """What a view asks to compare: places of one tree, by a measure, in the ``rows`` that its filters let in."""

    tree: Tree
    members: tuple[str, ...]
    measure: ComparisonMeasure
    rows: pd.DataFrame


def choice(frame: pd.DataFrame, dataset: Dataset, view: View) -> Choice:
    """The places that a view names, of the first tree of which it names several; else those with most in common."""
    several = [tree for least in (2, 1) for tree in TREES if len(getattr(view, tree)) >= least]
    tree: Tree = several[0] if several else "region"
    members = getattr(view, tree)[:MOST_COMPARED]
    others: dict[str, Any] = {tree: ()}
    rows = frame.iloc[panels.in_view(frame, replace(view, **others))]
    if view.theme:
        rows = rows[rows["theme"].isin(view.theme)]
    measure = cast("ComparisonMeasure", view.measure or "level")
    return Choice(tree, members or siblings(rows, dataset, tree), measure, rows)


def siblings(frame: pd.DataFrame, dataset: Dataset, tree: Tree) -> tuple[str, ...]:
    """The parts of one whole that have most numbers in common, at most six of them in the file's order.

    A number is common to two that have it of one metric, period and nature, and alike in the other trees. Where nothing
    is common to any, they are those with most numbers.
    """
    entries: Mapping[str, Region | Sector | Group] = getattr(dataset, f"{tree}s")
    rows = _slots(frame, tree)
    rows = rows[rows[tree].isin(list(entries))]  # the whole is no group
    rows["whole"] = rows[tree].map({key: entry.part_of for key, entry in entries.items()})
    slots = ["whole", *(column for column in rows.columns if column not in {"whole", tree})]
    parts = rows[rows["whole"].notna()]
    shared = parts[parts.groupby(slots, sort=False)[tree].transform("size") > 1]
    if not shared.empty:
        counts = shared.drop_duplicates(slots)["whole"].value_counts()
        whole = min(counts.index[counts == counts.max()], key=list(entries).index)
        rows = shared[shared["whole"] == whole]
    numbers = rows[tree].value_counts()
    most_first = sorted(numbers.index, key=lambda key: (-numbers[key], list(entries).index(key)))
    return tuple(key for key in entries if key in most_first[:MOST_COMPARED])


def shared_counts(frame: pd.DataFrame, tree: Tree, members: Sequence[str]) -> Mapping[str, int]:
    """The id of each place that is none of the ``members`` → how many numbers it has in common with one of them."""
    rows = _slots(frame, tree)
    slots = [column for column in rows.columns if column != tree]
    chosen = rows.loc[rows[tree].isin(members), slots].drop_duplicates()
    others = rows[~rows[tree].isin(members)].merge(chosen, on=slots)
    return {str(key): int(count) for key, count in others[tree].value_counts().items()}


def _slots(frame: pd.DataFrame, tree: Tree) -> pd.DataFrame:
    """Each different combination of what has an amount or growth: metric, places, period and nature."""
    columns = ["metric", *TREES, "period", "nature"]
    reported = frame.loc[frame["value"].notna() | annual_growth(frame), columns].astype("str")
    return reported.drop_duplicates().reset_index(drop=True)


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
        candidates = self._indices(key, moments) if self._measure == "index" else self._at_moments(key, moments)
        best = max((row for row in candidates if len(row.numbers) > 1), key=_rank, default=None)
        elsewhere = self._newest(moments) if self._measure in {"level", "growth"} else {}
        if best is None:
            return ComparisonRow(key, None, "actual", {}, elsewhere) if len(elsewhere) > 1 else None
        others = {place: elsewhere[place] for place in elsewhere if place not in {*best.numbers, *best.disputed}}
        return replace(best, elsewhere=others)

    def _at_moments(self, key: RowKey, moments: _Moments) -> Iterator[ComparisonRow]:
        measure = self._measures[self._measure]
        for (period, nature), figures in moments.items():
            sole = self._sole(figures)
            numbers = {place: number for place in sole if (number := measure(sole[place])) is not None}
            disputed = tuple(place for place in self._members if len(figures.get(place, ())) > 1)
            yield ComparisonRow(key, period, nature, numbers, {}, disputed=disputed)

    def _indices(self, key: RowKey, moments: _Moments) -> Iterator[ComparisonRow]:
        """A row for each two periods of one length: the later over the earlier, which is 100."""
        results = {period: self._sole(figures) for (period, nature), figures in moments.items() if nature == "actual"}
        stock = self._dataset.metrics[key.metric].kind == "stock"
        for first, last in combinations(sorted(results, key=_recency)[-MOST_PERIODS:], 2):
            if not stock and (first.length != last.length or first.end >= last.start):
                continue
            numbers = {}
            for place, figure in results[last].items():
                earlier = results[first].get(place)
                derived = None if earlier is None else formulas.index(figure, earlier, self._dataset)
                if derived is not None:
                    numbers[place] = _derived(figure, derived)
            yield ComparisonRow(key, last, "actual", numbers, {}, base=first)

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


def _rank(row: ComparisonRow) -> tuple[int, bool, tuple[int, int], int]:
    """The most places come last, then results, then the newest, and of indices those with the earliest base."""
    newest = (0, 0) if row.period is None else _recency(row.period)
    return len(row.numbers), row.nature == "actual", newest, -row.base.end.toordinal() if row.base else 0


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


def nested(dataset: Dataset, tree: Tree, members: Iterable[str]) -> bool:
    """True where one of the places lies in another, which is larger because of it."""
    chosen = set(members)
    return any(not chosen.isdisjoint(dataset.lies_in(tree, key)) for key in chosen)
