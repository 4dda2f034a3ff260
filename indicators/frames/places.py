"""Tidy frame → the rows that the page of a region or sector is made of: its newest, those of others like them."""

from collections.abc import Collection, Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.frames import comparable, panels
from indicators.frames.rows import codes
from indicators.model.dataset import Dataset
from indicators.model.subjects import TREES, Tree

_COLUMNS: Final = ["figure", "metric", *TREES, "nature", "period", "start", "end", "value"]
"""All that is looked at here: a choice of rows takes a while for each column."""
RECENT: Final = np.timedelta64(5 * 366, "D")
"""What others have is missing here only if it is at most so much older than the newest that any of them has."""


def newest_of(frame: pd.DataFrame, tree: Tree, key: str) -> pd.DataFrame:
    """For each series of a region or sector its newest actual figure, and the newest target or expectation after it.

    A series is of one metric in one place of the other trees. Of figures of one period, one with an amount comes first.
    Rows are in the order of ``frame``.
    """
    rows = frame[_COLUMNS][(frame[tree] == key).to_numpy()]
    if rows.empty:
        return rows
    series = panels.numbered(*(codes(rows[column]) for column in ("metric", *TREES)))
    start, end = (rows[day].to_numpy().astype("int64") for day in ("start", "end"))
    planned = (rows["nature"] != "actual").to_numpy()
    order = np.lexsort((rows["value"].isna().to_numpy(), start, -end, planned, series))
    first = _first(series[order])
    newest_result = np.full(int(series.max()) + 1, np.iinfo(np.int64).min)
    results = order[first][~planned[order[first]]]
    newest_result[series[results]] = end[results]
    later = order[planned[order] & (end[order] > newest_result[series[order]])]
    chosen = np.union1d(results, later[_first(series[later])])
    return rows.iloc[chosen]


def _first(numbers: "np.ndarray[Any, np.dtype[Any]]") -> "np.ndarray[Any, np.dtype[np.bool_]]":
    """True where a run of equal numbers begins."""
    begins: np.ndarray[Any, np.dtype[np.bool_]] = np.diff(numbers, prepend=-1) != 0
    return begins


class SimilarRows:
    """The rows of a frame by what they are about, but for their region or sector (``tree``).

    Rows are alike that agree in metric, period, nature and the other trees; stocks in the day on which they count.
    """

    def __init__(self, frame: pd.DataFrame, tree: Tree, dataset: Dataset) -> None:
        stock = np.array([metric.kind == "stock" for metric in dataset.metrics.values()], dtype=bool)
        start, end = (frame[day].to_numpy() for day in ("start", "end"))
        first = np.where(stock[frame["metric"].cat.codes], end, start) if len(frame) else start
        others = [column for column in TREES if column != tree]
        kinds = (codes(frame[column]) for column in ("metric", "nature", *others))
        days = (codes(pd.Series(column)) for column in (first, end))
        self._kind = panels.numbered(*kinds, *days).astype(np.int32)
        self._order = np.argsort(self._kind, kind="stable").astype(np.int32)
        self._sorted = self._kind[self._order]
        self._tree = frame[tree]
        self._figures = frame["figure"]

    def like(self, figures: Sequence[str], keys: Collection[str]) -> list[str]:
        """The ids of all figures alike to any of these, of the regions or sectors ``keys``."""
        kinds = np.unique(self._kind[self._figures.isin(figures).to_numpy()])
        starts, ends = (np.searchsorted(self._sorted, kinds, side) for side in ("left", "right"))
        rows = [self._order[start:end] for start, end in zip(starts, ends, strict=True)]
        if not rows:
            return []
        alike = np.concatenate(rows)
        ids: list[str] = self._figures.iloc[alike[self._tree.iloc[alike].isin(list(keys)).to_numpy()]].tolist()
        return ids


def series_of(frame: pd.DataFrame, shown: pd.DataFrame, tree: Tree, key: str, dataset: Dataset) -> dict[str, list[str]]:
    """The id of each figure of ``shown`` → those of the figures that it may be drawn in a line with, the oldest first.

    They have amounts, and are of its series, its nature and its length of period, unless they are stocks. Periods of
    which several are left, since reports contradict each other, are left out.
    """
    rows = frame[_COLUMNS][(frame[tree] == key).to_numpy() & frame["value"].notna().to_numpy()]
    if rows.empty:
        return {}
    stocks = [metric.id for metric in dataset.metrics.values() if metric.kind == "stock"]
    length = np.where(rows["metric"].isin(stocks), -1, comparable.lengths(rows["period"]))
    series = panels.numbered(*(codes(rows[column]) for column in ("metric", *TREES, "nature")), length + 1)
    rows = rows.assign(series=series).sort_values("end", kind="stable")
    rows = rows[~rows.duplicated(["series", "end"], keep=False)]
    wanted = rows.loc[rows["figure"].isin(shown["figure"]), "series"]
    rows = rows[rows["series"].isin(wanted)]
    lines = rows.groupby("series", sort=False)["figure"].agg(list).tolist()
    return {line_id: line for line in lines for line_id in line if len(line) > 1}


def missing_of(frame: pd.DataFrame, tree: Tree, key: str, others: Sequence[str], least: int = 2) -> pd.DataFrame:
    """What ``least`` of the others have for recent years, and the place does not: their newest actual row of each.

    Rows of one series stand together, that with most others first, then the newest.
    """
    frame = frame[_COLUMNS]
    actual = (frame["nature"] == "actual").to_numpy()
    theirs = frame[(frame[tree].isin(list(others))).to_numpy() & actual]
    if theirs.empty:
        return theirs
    since = theirs["end"].max() - RECENT
    theirs = theirs[(theirs["end"] >= since).to_numpy()]
    theirs = panels.newest(theirs, ("metric", *TREES))
    columns = ["metric", *(column for column in TREES if column != tree)]
    own = frame[(frame[tree] == key).to_numpy() & actual & (frame["end"] >= since).to_numpy()]
    have = pd.MultiIndex.from_frame(own[columns].astype("str"))
    series = pd.MultiIndex.from_frame(theirs[columns].astype("str"))
    lacking = theirs[~series.isin(have)]
    count = lacking.groupby(columns, observed=True)["figure"].transform("size")
    newest = lacking.groupby(columns, observed=True)["end"].transform("max")
    chosen = lacking.assign(count=count, newest=newest)[(count >= least).to_numpy()]
    return chosen.sort_values(["count", "newest", *columns], ascending=[False, False, *[True] * len(columns)])
