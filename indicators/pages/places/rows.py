"""A region or sector → the rows of its page: its newest numbers, and where it stands with each among others like it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

import pandas as pd

from indicators.analysis import agreement, formulas, standing
from indicators.analysis.agreement import Slot
from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisations
from indicators.analysis.standing import ComparableReports, ComparedNumber, NotCompared, Standing
from indicators.frames import places
from indicators.model.articles import Figure
from indicators.model.numbers import NumberName
from indicators.model.vocabulary import ALL, Region, Sector
from indicators.study import Study

PlaceTree = Literal["region", "sector"]
"""The trees whose entries have such a page."""
AMOUNT: Final[Slot] = ("text", None)
MOST: Final = 200
"""The most numbers on one page; a link leads to all of them."""
MOST_WORKED_OUT: Final = 40
"""Among more places than this nothing is compared that has to be worked out for each of them."""
POINTS: Final = 12
"""The most points of a small line."""
_IN_ORDER: Final = ("text", "growth", "change", "points", "completion", "share")
"""The number that a row shows is the first of these that its figure has (``figures.main_number``)."""

_OF_ITS_OWN: Final[Mapping[NumberName, NotCompared]] = {"completion": "own-plan", "share": "own-whole"}
"""Numbers that are each a share of something else."""


@dataclass(frozen=True, slots=True)
class NumberInPlace:
    """Where a number stands, the same number of what the place is a part of, and why it is not compared, if so."""

    standing: Standing | None
    above: ComparedNumber | None
    why_not: NotCompared | None


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """One number of the place: the newest of its metric in the other trees.

    ``grown`` is the report that prints its growth on the year, which may be another than the one of the amount;
    ``growth`` is where that stands, None where the growth is the number itself. ``rest`` is the growth of the last
    month of a period, where it can be worked out, and where it stands. ``share`` is that in the ``whole``.
    ``line`` are the figures that it may be drawn in a line with, itself included, the oldest first. ``disputed`` says
    that reports of it contradict each other.
    """

    figure: Figure
    number: NumberInPlace
    grown: Figure | None
    growth: NumberInPlace | None
    rest: tuple[Derived, NumberInPlace] | None
    share: Derived | None
    whole: Figure | None
    line: tuple[Figure, ...]
    disputed: bool

    @property
    def is_compared(self) -> bool:
        """True where it, or its growth, stands somewhere among others."""
        return self.number.standing is not None or (self.growth is not None and self.growth.standing is not None)


@dataclass(frozen=True, slots=True)
class LackingRow:
    """What several others have for recent years and the place does not: their newest figures, the newest first."""

    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class PlacePage:
    """All that is known of a region or sector, as far as its page shows it; ``tree`` says which it is."""

    study: Study
    tree: PlaceTree
    key: str

    @property
    def entry(self) -> Region | Sector:
        dataset = self.study.dataset
        return dataset.regions[self.key] if self.tree == "region" else dataset.sectors[self.key]

    @property
    def above(self) -> str | None:
        """What it is a part of."""
        return self.entry.part_of

    @cached_property
    def siblings(self) -> tuple[str, ...]:
        """The others that are parts of the same, in the order of the dataset."""
        if self.above is None:
            return ()
        return tuple(key for key in self._parts_of(self.above) if key != self.key)

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """What is a part of it, in the order of the dataset."""
        return tuple(self._parts_of(self.key))

    def _parts_of(self, key: str) -> Iterator[str]:
        dataset = self.study.dataset
        entries = dataset.regions if self.tree == "region" else dataset.sectors
        return (entry.id for entry in entries.values() if entry.part_of == key)

    @cached_property
    def figures(self) -> pd.DataFrame:
        """All figures of the place, of ``Study.every``."""
        every = self.study.every
        return every[(every[self.tree] == self.key).to_numpy()]

    # --- rows --------------------------------------------------------------------------------------------------------

    @cached_property
    def _shown(self) -> pd.DataFrame:
        newest = places.newest_of(self.study.frame, self.tree, self.key)
        return newest.sort_values("end", ascending=False, kind="stable").head(MOST)

    @property
    def is_cut(self) -> bool:
        """True where the place has more numbers than the page shows."""
        return len(self._shown) == MOST

    @cached_property
    def rows(self) -> tuple[PlaceRow, ...]:
        """The rows, by theme and metric in the order of the dataset; the whole of a metric before its parts.

        Themes in which the place can be compared with others come first.
        """
        dataset, study = self.study.dataset, self.study
        lines = places.series_of(study.frame, self._shown, self.tree, self.key, dataset)
        rows = [self._row(dataset.figures[key], lines.get(key, ())) for key in self._shown["figure"]]
        themes, metrics = list(dataset.themes), list(dataset.metrics)
        trees = {tree: list(entries) for tree, entries in (("region", dataset.regions), ("sector", dataset.sectors))}
        groups = [ALL, *dataset.groups]
        compared = {dataset.metrics[row.figure.metric].theme for row in rows if row.is_compared}

        def rank(row: PlaceRow) -> tuple[int, ...]:
            figure = row.figure
            place = (trees["region"].index(figure.region), trees["sector"].index(figure.sector))
            whole = self.tree == "region" and figure.sector == ALL
            theme = dataset.metrics[figure.metric].theme
            order = (theme not in compared, themes.index(theme), metrics.index(figure.metric))
            return (*order, not whole, *place, groups.index(figure.group), figure.nature != "actual")

        return tuple(sorted(rows, key=rank))

    @cached_property
    def _reports(self) -> ComparableReports:
        """The reports of what the page shows, of the place itself and of all that it is compared with."""
        study, keys = self.study, {self.key, *self.siblings, *([self.above] if self.above else [])}
        ids = study.similar_rows[self.tree].like(self._shown["figure"].tolist(), keys)
        figures = (study.dataset.figures[key] for key in ids)
        return ComparableReports(figures, study.corrected, study.dataset.subject)

    def _row(self, figure: Figure, line: Sequence[str]) -> PlaceRow:
        figures = self.study.dataset.figures
        slot = main_slot(figure)
        reports = self._reports.of(figure) or (figure,)
        grown = None if slot[0] == "growth" else _grown(figure, reports)
        others = self._others(figure)
        growth = None if grown is None else self._in_place(grown, ("growth", None), others)
        number = self._in_place(figure, slot, others)
        share, whole = self._share(figure)
        own = self._reports.number(figure, slot, self.tree, self.key)
        return PlaceRow(
            figure=figure,
            number=number,
            grown=grown,
            growth=growth,
            rest=None if grown is None else self._rest(figure, others),
            share=share,
            whole=whole,
            line=tuple(figures[key] for key in line[-POINTS:]),
            disputed=own is not None and own.disputed,
        )

    def _others(self, figure: Figure) -> Sequence[str]:
        """What a figure of the place may be compared with.

        Regions are compared with all others of the same whole; sectors, which may overlap, only where the file says
        that both are different parts of one amount.
        """
        if self.tree == "region":
            return self.siblings
        if figure.part_of is None or (whole := self._itemisations.standing(figure.part_of)) is None:
            return ()
        splits = (way.parts for way in self._itemisations.of(whole) if way.split.by == self.tree)
        ways = ([part.sector for part in parts] for parts in splits)
        return next((way for way in ways if self.key in way), ())

    @property
    def _itemisations(self) -> Itemisations:
        return self.study.worked_out.itemisations

    def _in_place(self, figure: Figure, slot: Slot, others: Sequence[str]) -> NumberInPlace:
        placed = self._reports.standing(figure, slot, self.tree, others)
        same = self._reports.number(figure, slot, self.tree, self.above) if self.above else None
        comparable = slot[0] != "text" or not self._adds(figure)
        return NumberInPlace(placed, same if comparable else None, None if placed else _why_not(figure, slot))

    def _adds(self, figure: Figure) -> bool:
        """True where amounts of places add up to that of the whole, so that both stand on no common scale."""
        metric = self.study.dataset.metrics[figure.metric]
        return metric.additive and metric.kind != "rate"

    def _share(self, figure: Figure) -> tuple[Derived | None, Figure | None]:
        """The share of an actual amount in that of what the place is a part of, and the figure of the latter."""
        if figure.text is None or figure.nature != "actual" or not self._itemisations.stands(figure):
            return None, None
        whole = self._itemisations.whole(figure)
        if whole is None and self.tree == "region" and self.above and self._adds(figure):
            same = self._reports.number(figure, AMOUNT, self.tree, self.above)
            whole = None if same is None or same.disputed else self.study.dataset.figures[same.figure]
        share = None if whole is None else formulas.share(figure, whole)
        return (share, whole) if share is not None and share.low <= 1 else (None, None)

    def _rest(self, figure: Figure, others: Sequence[str]) -> tuple[Derived, NumberInPlace] | None:
        """The growth of the last part of a period, where it follows from two year-to-dates, and where it stands."""
        derived = self._rest_of(figure, self.key)
        if derived is None or figure.nature != "actual" or len(others) > MOST_WORKED_OUT:
            return None
        period = derived.period
        numbers = [
            _compared(key, rest)
            for key in others
            if (rest := self._rest_of(figure, key)) is not None and rest.period == period
        ]
        above = self._rest_of(figure, self.above) if self.above else None
        placed = standing.among(_compared(self.key, derived), numbers)
        whole = _compared(self.above, above) if self.above and above is not None and above.period == period else None
        return derived, NumberInPlace(placed, whole, None if placed else "alone")

    def _rest_of(self, figure: Figure, key: str) -> Derived | None:
        same = self._reports.number(figure, AMOUNT, self.tree, key)
        if same is None or same.disputed:
            return None
        derived = self.study.worked_out.get(same.figure, ())
        return next((number for number in derived if number.formula == "growth-within"), None)

    # --- what is missing ---------------------------------------------------------------------------------------------

    @cached_property
    def lacking(self) -> tuple[LackingRow, ...]:
        """What several siblings have for recent years and this region has not."""
        if self.tree != "region":
            return ()
        figures = self.study.dataset.figures
        missing = places.missing_of(self.study.frame, self.tree, self.key, self.siblings)
        groups = missing.groupby(["metric", "sector", "group"], observed=True, sort=False)["figure"]
        return tuple(
            LackingRow(
                tuple(sorted((figures[key] for key in keys), key=lambda figure: figure.period.end, reverse=True))
            )
            for _, keys in groups
        )


def _compared(key: str, derived: Derived) -> ComparedNumber:
    """A derived number among those of other places."""
    return ComparedNumber(
        key, derived.inputs[0], derived.value, derived.interval, derived.unit.dimension, disputed=False
    )


def main_slot(figure: Figure) -> Slot:
    """The number that a row shows."""
    return min(agreement.numbers(figure), key=lambda slot: _IN_ORDER.index(slot[0]))


def _grown(figure: Figure, reports: Sequence[Figure]) -> Figure | None:
    """The report that prints growth on the year, the figure itself if it does."""
    return next((report for report in (figure, *reports) if report.annual_growth is not None), None)


def _why_not(figure: Figure, slot: Slot) -> NotCompared:
    if figure.nature != "actual":
        return figure.nature
    return _OF_ITS_OWN.get(slot[0], "alone")
