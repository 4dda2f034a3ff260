"""Dataset → everything that is worked out of it once for all readers, and never changed afterwards."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis import agreement
from indicators.analysis.agreement import Agreement
from indicators.analysis.derivations import Derivations
from indicators.analysis.findings import rules
from indicators.analysis.findings.finding import Finding, Known
from indicators.analysis.formulas import Derived
from indicators.analysis.quotes import Headlines
from indicators.frames import panels
from indicators.frames.neighbours import Neighbours
from indicators.frames.places import SimilarRows
from indicators.frames.shared import SharedFrame
from indicators.frames.tidy import compact
from indicators.loading.columnar.columns import Columns
from indicators.loading.columnar.dataset import columns_of
from indicators.model.dataset import Dataset
from indicators.model.numbers import NumberName
from indicators.model.subjects import Tree
from indicators.values import periods

LOOKED_AT: Final = 10_000
"""Of more results than this findings are looked for in those of the last days only, which takes a few seconds."""
Positions = np.ndarray[Any, np.dtype[np.intp]]


@dataclass(frozen=True)
class Study:
    """A dataset as it is shown: of the ``whole`` what a reader of some day knew, or all of it.

    ``columns`` and ``every`` (its tidy frame with categories) hold all of its figures in the same order; ``frame`` is
    the part of it that charts draw: what nobody has corrected, each number once unless reports of it are in conflict.
    ``worked_out`` leads from the id of a figure to what follows from it; ``agreements`` are those of the numbers that
    are reported more than once, ``reports`` leads to them from the id of each figure in them.
    """

    dataset: Dataset
    whole: Dataset
    columns: Columns
    every: pd.DataFrame
    frame: pd.DataFrame
    worked_out: Derivations
    agreements: tuple[Agreement, ...]
    reports: Mapping[str, Agreement]

    @cached_property
    def derived(self) -> tuple[Derived, ...]:
        """All figures that follow from others; 20 µs each."""
        return tuple(derived for of_figure in self.worked_out.values() for derived in of_figure)

    @cached_property
    def known(self) -> Known:
        """What the rules look at that look for findings."""
        return Known(self.dataset, self.worked_out, self.agreements, panels.newest_results(self.frame, LOOKED_AT))

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What stands out, by news value."""
        return rules.findings(self.known)

    @cached_property
    def parts(self) -> tuple[Positions, Positions]:
        """The positions in ``every`` of all parts, and beside each that of its whole, as both stand."""
        part_of = self.columns.figures.part_of
        parts = np.flatnonzero(part_of >= 0)
        stand = np.arange(len(part_of))
        for key, other in self.worked_out.itemisations.replaced():
            stand[self.columns.row(key)] = self.columns.row(other)
        return stand[parts], stand[part_of[parts]]

    @cached_property
    def wholes(self) -> Positions:
        """The positions in ``every`` of the figures that stand and that others are parts of; each once, in order."""
        return np.flatnonzero(self.every["figure"].isin(self.worked_out.itemisations.wholes))

    @cached_property
    def narrow(self) -> pd.DataFrame:
        """``every`` with no columns but those that charts, filters and tables need: rows are chosen in a fifth of the
        time, and no quotes and addresses with them.
        """
        return _narrow(self.every)

    @cached_property
    def narrow_frame(self) -> pd.DataFrame:
        """The same of ``frame``."""
        return self.narrow if self.frame is self.every else _narrow(self.frame)

    @cached_property
    def similar_rows(self) -> Mapping[Tree, SimilarRows]:
        """The rows of ``every`` that are alike but for their region, or but for their sector."""
        trees: tuple[Tree, ...] = ("region", "sector")
        return {tree: SimilarRows(self.every, tree, self.dataset) for tree in trees}

    @cached_property
    def dated(self) -> date | None:
        """The last day on which an article with figures was published; None without any."""
        published = self.every["published"].unique().tolist()
        return max((periods.parse_date(text).end for text in published), default=None)

    @cached_property
    def corrected(self) -> frozenset[str]:
        """The ids of the figures that others correct."""
        return frozenset(self.every["supersedes"].dropna())

    @cached_property
    def neighbours(self) -> Neighbours:
        """For each figure the others of its metric that are nearest to it, of those that charts draw."""
        return Neighbours(self.frame)

    @cached_property
    def headlines(self) -> Headlines:
        """The headlines of all articles, by which one is found in the text of a whole page."""
        return Headlines(self.whole.articles.values())


def of(whole: Dataset, day: date | None = None) -> Study:
    """The study of all that is known, or was known on that day; a second or two for 100,000 figures."""
    dataset = whole if day is None else agreement.as_known(whole, day)
    columns = columns_of(dataset)
    every = SharedFrame(compact(columns))
    agreements = agreement.agreements(dataset)
    return Study(
        dataset=dataset,
        whole=whole,
        columns=columns,
        every=every,
        frame=_standing(every, dataset),
        worked_out=Derivations(dataset),
        agreements=agreements,
        reports={witness.figure.id: number for number in agreements for witness in number.witnesses},
    )


_NARROW: Final = (
    "figure", "metric", "region", "sector", "group", "period", "start", "end", "nature", "publisher", "value", "low",
    "high", "growth", "growth_from", "completion", "part_of",
)  # fmt: skip


def _narrow(frame: pd.DataFrame) -> pd.DataFrame:
    """Some columns of the frame, over the same memory."""
    return SharedFrame(pd.DataFrame({name: frame[name] for name in _NARROW}, copy=False))


_COLUMNS: Final[Mapping[NumberName, Sequence[str]]] = {
    "text": ("value", "low", "high", "text", "qualifier"),
    "growth": ("growth", "growth_from"),
    "change": ("change",),
    "points": ("points",),
    "share": ("share",),
    "completion": ("completion",),
}


def _standing(every: pd.DataFrame, dataset: Dataset) -> pd.DataFrame:
    """The rows that charts draw: without figures that were corrected, and numbers that a better report gives."""
    better = {number: agreement.displaced(dataset, number) for number in _COLUMNS}
    if not any(better.values()):  # nothing is reported twice
        return every
    frame = every[~every["figure"].isin(agreement.displaced(dataset))].copy()
    for number, columns in _COLUMNS.items():
        frame.loc[frame["figure"].isin(better[number]), list(columns)] = None
    return SharedFrame(frame)
