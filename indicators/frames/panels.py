"""Tidy frame → the rows of a chart, gathered in panels within which figures are alike.

A panel holds one nature, one period, and one of each tree but that which is compared (one region and group beside the
sectors): nothing in it differs but what the reader compares. Rows are in reading order, best panels first.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, overload

import numpy as np
import pandas as pd

from indicators.analysis.agreement import some_apart
from indicators.frames.rows import Codes, Rows, codes, codes_in
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.hierarchy import ancestors
from indicators.model.subjects import TREES, Tree
from indicators.model.vocabulary import ALL
from indicators.values.periods import parse
from indicators.view import FILTERS, View

By = Tree
"""What a chart compares: its rows differ in nothing else."""
OTHERS: Final[Mapping[Tree, Sequence[Tree]]] = {by: [tree for tree in TREES if tree != by] for by in TREES}
"""Where all rows of a panel stand alike, by what they are compared by."""
LIMIT: Final = 200
"""Most rows of a chart: more would block a browser. The table holds them all."""
FULL: Final = 0.75
"""A panel with so much of what the fullest one compares is as good as that one, and stands before it if it is newer."""
OF_SEVERAL: Final = 96
"""Most rows of a chart with several panels: filters leave one panel, which may have more."""


def of_metric(frame: pd.DataFrame, metric: str) -> "np.ndarray[Any, np.dtype[np.intp]]":
    """The positions of the rows of one metric."""
    column = frame["metric"]
    if not isinstance(column.dtype, pd.CategoricalDtype):
        return np.flatnonzero(column == metric)
    codes = {str(key): code for code, key in enumerate(column.cat.categories)}
    return np.flatnonzero(column.cat.codes.to_numpy() == codes[metric]) if metric in codes else np.arange(0)


def in_view(frame: pd.DataFrame, view: View, rows: Codes | None = None) -> Codes:
    """The positions of the rows that a view shows; ``rows`` are those of its metric, where they are known already."""
    if rows is None:
        rows = of_metric(frame, view.metric) if view.metric else np.arange(len(frame))
    for column in FILTERS:
        if chosen := getattr(view, column):
            rows = rows[frame[column].iloc[rows].isin(chosen).to_numpy()]
    return rows


def shared(sizes: Sequence[int], room: int) -> list[int]:
    """How many rows of each panel are drawn: all of them, or an equal share of the room that the panels before leave.

    One panel alone may fill the ``room``; several have at most OF_SEVERAL rows together.
    """
    shares = []
    room = room if len(sizes) == 1 else min(room, OF_SEVERAL)
    for panels_left, size in zip(range(len(sizes), 0, -1), sizes, strict=True):
        shares.append(min(size, room // panels_left))
        room -= shares[-1]
    return shares


class Groups(Sequence[pd.DataFrame]):
    """Rows of a frame in groups, each of which is made when it is asked for: of thousands, only some are drawn.

    ``members`` has for each group the positions of its rows.
    """

    def __init__(self, frame: pd.DataFrame, members: Sequence[Codes]) -> None:
        self._frame = frame
        self._rows = Rows.of(frame)  # as long as there are groups of a frame, none of them makes its columns again
        self._members = members

    def __len__(self) -> int:
        return len(self._members)

    @overload
    def __getitem__(self, index: int) -> pd.DataFrame: ...
    @overload
    def __getitem__(self, index: slice) -> "Groups": ...
    def __getitem__(self, index: int | slice) -> "pd.DataFrame | Groups":
        if isinstance(index, slice):
            return Groups(self._frame, self._members[index])
        return self._frame.iloc[self._members[index]]

    def sizes(self, most: int) -> list[int]:
        """How many rows the first groups have."""
        return [len(members) for members in self._members[:most]]

    def rows(self, most: int) -> list[Rows]:
        """The rows of the first groups, with columns as lists."""
        return [self._rows.take(members) for members in self._members[:most]]


def alike(frame: pd.DataFrame, by: By, *, stock: bool = False) -> Groups:
    """Rows of one metric → groups that differ only in ``by``; the newest results with most to compare come first.

    Stocks are alike if they are of one day, however it is written. Rows without a value are left out: what is not
    reported is not drawn as 0.
    """
    reported = np.flatnonzero(~np.isnan(frame["value"].to_numpy()))
    return _groups(frame, reported, (*OTHERS[by], "end" if stock else "period", "nature"), by)


def _groups(frame: pd.DataFrame, rows: Codes, keys: Sequence[str], by: str) -> Groups:
    """The rows in groups that agree in ``keys``: those with most to compare, or nearly, then the others from most to
    least; results stand before targets and expectations, and the newest come first.
    """
    if not len(rows):
        return Groups(frame, [])
    group_of_row = numbered(*(codes_in(frame, key)[rows] for key in keys))
    count = int(group_of_row.max()) + 1
    compared = np.bincount(pairs(group_of_row, codes_in(frame, by)[rows]), minlength=count)
    ends = frame["end"].to_numpy()[rows]
    newest_end = np.full(count, ends.min())
    np.maximum.at(newest_end, group_of_row, ends)
    fullness = np.where(compared >= FULL * compared.max(), compared.max(), compared)
    is_plan = np.zeros(count, dtype=bool)
    is_plan[group_of_row] = (frame["nature"].iloc[rows] != "actual").to_numpy()  # all rows of a group are of one nature
    order = np.lexsort((np.arange(count), -compared, -newest_end.astype("int64"), is_plan, -fullness))
    members = grouped(rows, group_of_row)
    return Groups(frame, [members[group] for group in order])


def grouped(rows: Codes, group_of_row: Codes) -> list[Codes]:
    """The rows of each group, in their order; ``group_of_row`` counts the groups from 0."""
    return np.split(rows[np.argsort(group_of_row, kind="stable")], np.cumsum(np.bincount(group_of_row))[:-1])


_MOST_KEYS: Final = 2**62
"""Keys of so many combinations fit into 64 bits."""


def numbered(*columns: Codes) -> Codes:
    """A number for each row, equal where all ``columns`` are equal; they count from 0 in the order of the rows."""
    key, most = columns[0].astype(np.int64), int(columns[0].max(initial=0)) + 2
    for column in filter(np.any, columns[1:]):  # one that is all 0, as where no figure has a group, tells none apart
        width = int(column.max(initial=0)) + 2
        if most * width > _MOST_KEYS:
            key, most = np.asarray(pd.factorize(key)[0]), len(key) + 1
        key, most = key * width + column, most * width
    return np.asarray(pd.factorize(key)[0])


def pairs(numbers: Codes, others: Codes) -> Codes:
    """The first number of each different pair: it occurs as often as it has different ``others`` beside it."""
    width = int(others.max(initial=0)) + 2
    return np.unique(numbers.astype(np.int64) * width + others + 1) // width


def of_several(frame: pd.DataFrame, keys: Sequence[str], column: str) -> Groups:
    """The groups that agree in ``keys`` and differ in ``column``, in the order in which they begin."""
    if frame.empty:
        return Groups(frame, [])
    group_of_row = numbered(*(codes_in(frame, key) for key in keys))
    differ = np.bincount(pairs(group_of_row, codes_in(frame, column))) > 1
    members = grouped(np.arange(len(frame)), group_of_row)
    return Groups(frame, [rows for rows, several in zip(members, differ, strict=True) if several])


def ranked(panel: Rows, by: By, part_of: Mapping[str, str | None]) -> Rows:
    """A panel with wholes before their parts, each level largest first; adds ``depth``, counted within the panel.

    ``part_of`` leads from an id in column ``by`` to that of its whole.
    """
    keys, values = panel[by], panel["value"]
    largest: dict[str, float] = {}
    for key, value in zip(keys, values, strict=True):
        largest[key] = max(value, largest.get(key, value))
    depth: dict[str, int] = {}
    trail: dict[str, tuple[tuple[float, str], ...]] = {}
    for key in largest:
        above = [step for step in ancestors(key, part_of.get) if step in largest]
        depth[key] = len(above)
        trail[key] = tuple((-largest[step], step) for step in [*reversed(above), key])
    order = sorted(range(len(keys)), key=lambda row: (trail[keys[row]], -values[row]))
    return panel.take(order).with_columns(depth=[depth[keys[row]] for row in order])


def newest(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """For each combination of ``keys`` the row whose period ends last (the longer period where two end together)."""
    if frame.empty:
        return frame
    series = numbered(*(codes_in(frame, key) for key in keys))
    start, end = (frame[day].to_numpy().astype("int64") for day in ("start", "end"))
    order = np.lexsort((start, -end, series))
    first = np.concatenate(([True], np.diff(series[order]) > 0))
    return frame.iloc[np.sort(order[first])]


def growth(frame: pd.DataFrame) -> pd.DataFrame:
    """The newest growth on the year of each series, fastest first."""
    grown = frame[frame["growth"].notna() & frame["growth_from"].isna() & (frame["nature"] == "actual")]
    return newest(grown, ("metric", *TREES)).sort_values("growth", ascending=False, kind="stable")


def growth_of_one_series(frame: pd.DataFrame) -> pd.DataFrame:
    """The growth on the year of all periods as long as the newest one, oldest first, where there is one series only;
    else, and where it has no other period, no rows.
    """
    grown = frame[frame["growth"].notna() & frame["growth_from"].isna() & (frame["nature"] == "actual")]
    latest = newest(grown, ("metric", *TREES))
    if len(latest) != 1:
        return grown.iloc[:0]
    length = parse(str(latest["period"].iloc[0])).length
    of_length = [text for text in grown["period"].unique() if parse(text).length == length]
    alike = grown[grown["period"].isin(of_length)].sort_values("end", kind="stable")
    return alike if alike["period"].nunique() > 1 else alike.iloc[:0]


def most_alike(grown: pd.DataFrame) -> tuple[Tree, pd.DataFrame]:
    """The most figures of one metric that differ in one tree only, of one period and nature; and that tree."""
    rows = np.arange(len(grown))
    largest = {by: _groups(grown, rows, (*OTHERS[by], "period", "nature"), by)[0] for by in TREES}
    tree = max(largest, key=lambda by: largest[by][by].nunique())
    return tree, largest[tree]


def most_metrics(grown: pd.DataFrame) -> pd.DataFrame:
    """The figures of the region and period of which most metrics are reported, each of the whole economy."""
    rows = np.flatnonzero((grown["sector"] == ALL) & (grown["group"] == ALL))
    groups = _groups(grown, rows, ("region", "period", "nature"), "metric")
    return groups[0] if len(groups) else grown.iloc[[]]


def progress(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures with a share of a plan, newest first and then furthest first."""
    on_plans = frame[frame["completion"].notna()]
    return on_plans.sort_values(["end", "completion"], ascending=False, kind="stable")


def earlier(figure: Figure, dataset: Dataset, frame: pd.DataFrame) -> Figure | None:
    """What was reported of the same thing for the period before, of the same length unless it is a stock.

    ``frame`` has what charts draw (``Study.frame``). None also where reports of that period contradict each other.
    """
    alike = frame["value"].notna() & (frame["end"] < pd.Timestamp(figure.period.end))
    for column in ("metric", *TREES, "nature"):
        alike &= frame[column] == getattr(figure, column)
    before = [dataset.figures[key] for key in frame.loc[alike, "figure"]]
    stock = dataset.metrics[figure.metric].kind == "stock"
    comparable = [other for other in before if stock or other.period.length == figure.period.length]
    latest = max((other.period.end for other in comparable), default=None)
    reports = [other for other in comparable if other.period.end == latest]
    if some_apart([report.text for report in reports if report.text is not None]):
        return None
    return reports[0] if reports else None


def newest_results(frame: pd.DataFrame, most: int) -> list[str] | None:
    """The ids of the actual figures of the last days on which periods end; None where there are at most ``most``.

    The figures of one day are all of them or none, so that what is counted of one period is all that is known of it.
    There are ``most``, unless more end on the very last day.
    """
    actual = np.flatnonzero(frame["nature"] == "actual")
    if len(actual) <= most:
        return None
    ends = frame["end"].to_numpy()[actual]
    days, counts = np.unique(ends, return_counts=True)
    fitting = np.cumsum(counts[::-1]) <= most
    first = days[-max(1, int(fitting.sum()))]
    ids: list[str] = frame["figure"].iloc[actual[ends >= first]].tolist()
    return ids


RECENT: Final = np.timedelta64(3 * 365, "D")
"""A headline is at most so much older than the newest figure of its theme, where there is a choice."""


def headlines(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a theme: its actual figure that says most, by the first of these rules that decides.

    It is of the last years of its theme (RECENT); it has growth or a share of a plan; it is of the region that most
    figures are of, of the whole economy rather than a sector, of the whole rather than a group, of the metric with most
    figures; it is the newest, and the largest.
    """
    rows = np.flatnonzero((frame["nature"] == "actual") & frame["value"].notna())
    moves = (frame["growth"].notna() | frame["completion"].notna()).to_numpy()[rows]
    region_count = _counts_of_cells(frame["region"])[rows]
    metric_count = _counts_of_cells(frame["metric"], rows)[rows]
    economy, whole = ((frame[tree] == ALL).to_numpy()[rows] for tree in ("sector", "group"))
    end, value = frame["end"].to_numpy()[rows].astype("int64"), frame["value"].to_numpy()[rows]
    themes = codes_in(frame, "theme")[rows]
    newest_end = np.full(int(themes.max(initial=0)) + 1, np.iinfo(np.int64).min)
    np.maximum.at(newest_end, themes, end)
    old = newest_end[themes] - end > RECENT.astype("timedelta64[s]").astype("int64")
    order = np.lexsort((-value, -end, -metric_count, ~whole, ~economy, -region_count, ~moves, old))
    best = rows[order]
    _, first = np.unique(themes[order], return_index=True)
    return frame.iloc[best[np.sort(first)]]


def _counts_of_cells(column: "pd.Series[Any]", rows: Codes | None = None) -> Codes:
    """For each row how often its cell occurs in all rows, or in some."""
    cells = codes(column)
    return np.bincount(cells if rows is None else cells[rows], minlength=int(cells.max(initial=0)) + 1)[cells]


def counts(column: "pd.Series[Any]", rows: Codes | None = None) -> dict[str, int]:
    """How often each id occurs in a column, or in some of its ``rows``, in the order of their first occurrence."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        cells, ids = column.cat.codes.to_numpy(), column.cat.categories
    else:
        cells, ids = pd.factorize(column)
    cells = cells if rows is None else cells[rows]
    present = cells[cells >= 0]
    often = np.bincount(present, minlength=len(ids))
    return {str(ids[code]): int(often[code]) for code in pd.unique(present).tolist()}


def most_reported(frame: pd.DataFrame) -> str:
    """The metric with the most figures; the first of them in the file where several have as many."""
    often = counts(frame["metric"])
    return max(often, key=often.__getitem__)


def richest(frame: pd.DataFrame, by: By) -> pd.DataFrame:
    """The panel with most to compare of all metrics: the newest where several have as many."""
    reported = np.flatnonzero(frame["value"].notna() & (frame["nature"] == "actual"))
    groups = _groups(frame, reported, ("metric", *OTHERS[by], "period"), by)
    return groups[0] if len(groups) else frame.iloc[[]]
