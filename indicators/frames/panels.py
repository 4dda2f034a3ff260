"""Tidy frame → the rows of a chart, gathered in panels within which figures are alike.

A panel holds one nature, one period, and one place or sector beside the one that is compared: nothing in it differs but
what the reader compares. Rows are in reading order, best panels first.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, overload

import numpy as np
import pandas as pd

from indicators.frames import rows as few
from indicators.frames.rows import Few
from indicators.model.dataset import Dataset
from indicators.model.entries import ALL, Figure
from indicators.model.hierarchy import ancestors
from indicators.view import FILTERS, View

By = Literal["sector", "region"]
OTHER: Final[Mapping[By, By]] = {"sector": "region", "region": "sector"}
LIMIT: Final = 200
"""More rows of a chart than this block a browser; the table holds them all."""
OF_SEVERAL: Final = 96
"""So many rows have the panels of a chart together: whoever wants more of one chooses it."""


Codes = np.ndarray[Any, np.dtype[np.integer[Any]]]
"""Whole numbers, one a row."""


def in_view(frame: pd.DataFrame, view: View, rows: Codes | None = None) -> Codes:
    """The positions of the rows that a view shows; ``rows`` are those of its metric, where they are known already."""
    if rows is None:
        rows = np.flatnonzero(frame["metric"] == view.metric) if view.metric else np.arange(len(frame))
    for column in FILTERS:
        if chosen := getattr(view, column):
            rows = rows[frame[column].iloc[rows].isin(chosen).to_numpy()]
    return rows


def shared(sizes: Sequence[int], room: int) -> list[int]:
    """How many rows of each panel are drawn: all of them, or an equal share of what room those before it have left.

    A panel that is alone has the ``room``, several have no more than OF_SEVERAL rows.
    """
    shares = []
    room = room if len(sizes) == 1 else min(room, OF_SEVERAL)
    for left, size in zip(range(len(sizes), 0, -1), sizes, strict=True):
        shares.append(min(size, room // left))
        room -= shares[-1]
    return shares


class Groups(Sequence[pd.DataFrame]):
    """Rows of a frame that belong together, group by group; a group is made when it is asked for.

    ``members`` has for each group the positions of its rows. There may be thousands of groups, of which few are drawn.
    """

    def __init__(self, frame: pd.DataFrame, members: Sequence[Codes]) -> None:
        self._frame = frame
        self._members = members

    def __len__(self) -> int:
        return len(self._members)

    @overload
    def __getitem__(self, at: int) -> pd.DataFrame: ...
    @overload
    def __getitem__(self, at: slice) -> "Groups": ...
    def __getitem__(self, at: int | slice) -> "pd.DataFrame | Groups":
        if isinstance(at, slice):
            return Groups(self._frame, self._members[at])
        return self._frame.iloc[self._members[at]]

    def few(self, most: int) -> "list[Few]":
        """The rows of the first groups, with columns as lists."""
        rows = few.of(self._frame)
        return [rows.at(members) for members in self._members[:most]]

    def rows(self) -> int:
        """How many rows there are in all groups."""
        return sum(map(len, self._members))


def alike(frame: pd.DataFrame, by: By) -> Groups:
    """Rows of one metric → groups that differ only in ``by``, those with most to compare and the newest first.

    Rows without a value are left out: what is not reported is not drawn as 0.
    """
    reported = np.flatnonzero(frame["value"].notna())
    return _groups(frame, reported, (OTHER[by], "period", "nature"), by)


def _groups(frame: pd.DataFrame, rows: Codes, keys: Sequence[str], by: By) -> Groups:
    """The given rows in groups of the same ``keys``, those with most to compare and the newest first."""
    if not len(rows):
        return Groups(frame, [])
    number = numbered(*(codes(frame[key])[rows] for key in keys))
    count = int(number.max()) + 1
    different = np.bincount(pairs(number, codes(frame[by])[rows]), minlength=count)
    ends = frame["end"].to_numpy()[rows]
    newest = np.full(count, ends.min())
    np.maximum.at(newest, number, ends)
    order = np.lexsort((np.arange(count), -newest.astype("int64"), -different))
    members = np.split(rows[np.argsort(number, kind="stable")], np.cumsum(np.bincount(number))[:-1])
    return Groups(frame, [members[at] for at in order])


def codes(column: "pd.Series[Any]") -> Codes:
    """A number for each row that is equal where the values are; those of a categorical column are there already."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy()
    found: Codes = pd.factorize(column)[0]
    return found


def numbered(*columns: Codes) -> Codes:
    """Rows of equal codes in all ``columns`` have one number; numbers begin at 0, in the order of the rows."""
    key = columns[0].astype(np.int64)
    for column in columns[1:]:
        key = pd.factorize(key)[0] * (int(column.max(initial=0)) + 2) + column
    found: Codes = pd.factorize(key)[0]
    return found


def pairs(numbers: Codes, others: Codes) -> Codes:
    """For each different pair of the two its first number: how often it occurs is how many others there are to it."""
    width = int(others.max(initial=0)) + 2
    return np.unique(numbers.astype(np.int64) * width + others + 1) // width


def of_several(frame: pd.DataFrame, keys: Sequence[str], of: str) -> Groups:
    """The rows in groups of the same ``keys``, in the order in which they begin, if they have several of ``of``."""
    if frame.empty:
        return Groups(frame, [])
    number = numbered(*(codes(frame[key]) for key in keys))
    several = np.bincount(pairs(number, codes(frame[of]))) > 1
    members = np.split(np.argsort(number, kind="stable"), np.cumsum(np.bincount(number))[:-1])
    return Groups(frame, [rows for rows, chosen in zip(members, several, strict=True) if chosen])


def ranked(panel: pd.DataFrame | Few, by: By, part_of: Mapping[str, str | None]) -> Few:
    """A panel with wholes before their parts, each level largest first; adds ``depth``, counted within the panel.

    ``part_of`` leads from an id in column ``by`` to that of its whole.
    """
    rows = few.of(panel)
    keys, values = rows[by], rows["value"]
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
    return rows.at(order).having(depth=[depth[keys[row]] for row in order])


def newest(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """For each combination of ``keys`` the row whose period ends last (the longer period where two end together)."""
    if frame.empty:
        return frame
    series = numbered(*(codes(frame[key]) for key in keys))
    start, end = (frame[day].to_numpy().astype("int64") for day in ("start", "end"))
    order = np.lexsort((start, -end, series))
    first = np.concatenate(([True], np.diff(series[order]) > 0))
    return frame.iloc[np.sort(order[first])]


def growth(frame: pd.DataFrame) -> pd.DataFrame:
    """The newest growth of each series, fastest first."""
    grown = frame[frame["growth"].notna() & (frame["nature"] == "actual")]
    return newest(grown, ("metric", "region", "sector")).sort_values("growth", ascending=False, kind="stable")


def progress(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures that tell their share of a plan, newest first and then furthest first."""
    told = frame[frame["completion"].notna()]
    return told.sort_values(["end", "completion"], ascending=False, kind="stable")


def earlier(figure: Figure, dataset: Dataset, every: pd.DataFrame) -> Figure | None:
    """What was reported of the same thing for the period before, of the same length; ``every`` has all figures."""
    alike = every["value"].notna() & (every["end"] < pd.Timestamp(figure.period.end))
    for column in ("metric", "region", "sector", "nature"):
        alike &= every[column] == getattr(figure, column)
    before = [dataset.figures[key] for key in every.loc[alike, "figure"]]
    same_length = (other for other in before if other.period.length == figure.period.length)
    return max(same_length, key=lambda other: other.period.end, default=None)


def headlines(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a theme: the actual figure that says most.

    It has growth or progress to tell if any has; it is of the region that the dataset is mostly about, of the whole
    economy rather than a sector, of the metric that is reported most, and the newest.
    """
    rows = np.flatnonzero((frame["nature"] == "actual") & frame["value"].notna())
    told = frame["growth"].notna() | frame["completion"].notna()
    often = [_often(frame[name], rows if name == "metric" else None)[rows] for name in ("region", "metric")]
    whole = (frame["sector"] == ALL).to_numpy()[rows]
    end, value = frame["end"].to_numpy()[rows].astype("int64"), frame["value"].to_numpy()[rows]
    best = rows[np.lexsort((-value, -end, -often[1], ~whole, -often[0], ~told.to_numpy()[rows]))]
    _, first = np.unique(codes(frame["theme"])[best], return_index=True)
    return frame.iloc[best[np.sort(first)]]


def _often(column: "pd.Series[Any]", rows: Codes | None) -> Codes:
    """For each row how often its value occurs, in all rows or in some."""
    found = codes(column)
    return np.bincount(found if rows is None else found[rows], minlength=int(found.max(initial=0)) + 1)[found]


def counts(column: "pd.Series[Any]") -> "pd.Series[int]":
    """How often each value occurs, in the order of their first occurrence; without categories that do not occur."""
    present = column.dropna()
    if isinstance(present.dtype, pd.CategoricalDtype):
        number = present.cat.codes.to_numpy()
        often = np.bincount(number, minlength=len(present.cat.categories))
        first = pd.unique(number)
        return pd.Series(often[first], index=present.cat.categories[first])
    return present.value_counts(sort=False)


def most_reported(frame: pd.DataFrame) -> str:
    """The metric with the most figures; the first of them in the file where several have as many."""
    return str(counts(frame["metric"]).idxmax())


def richest(frame: pd.DataFrame, by: By) -> pd.DataFrame:
    """The panel with most to compare of all metrics: the newest where several have as many."""
    reported = np.flatnonzero(frame["value"].notna() & (frame["nature"] == "actual"))
    groups = _groups(frame, reported, ("metric", OTHER[by], "period"), by)
    return groups[0] if len(groups) else frame.iloc[[]]
