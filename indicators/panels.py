"""Tidy frame → the rows of a chart, gathered in panels within which figures are alike.

A panel holds one nature, one period, and one place or sector beside the one that is compared: nothing in it differs but
what the reader compares. Rows are in reading order, best panels first.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Literal

import pandas as pd

from indicators.model import ALL

By = Literal["sector", "region"]
OTHER: Final[Mapping[By, By]] = {"sector": "region", "region": "sector"}
LIMIT: Final = 200
"""More rows than this block a browser; the table holds them all."""


def alike(frame: pd.DataFrame, by: By) -> list[pd.DataFrame]:
    """Rows of one metric → groups that differ only in ``by``, those with most to compare and the newest first.

    Rows without a value are left out: what is not reported is not drawn as 0.
    """
    reported = frame[frame["value"].notna()]
    groups = [group for _, group in reported.groupby([OTHER[by], "period", "nature"], sort=False)]
    return sorted(groups, key=lambda group: (-group[by].nunique(), -group["end"].max().toordinal()))


def ranked(panel: pd.DataFrame, by: By, part_of: Mapping[str, str | None]) -> pd.DataFrame:
    """A panel with wholes before their parts, each level largest first; adds ``depth``, counted within the panel.

    ``part_of`` leads from an id in column ``by`` to that of its whole.
    """
    here = set(panel[by])
    depth: dict[str, int] = {}
    trail: dict[str, tuple[tuple[float, str], ...]] = {}
    largest = panel.groupby(by)["value"].max()
    for key in here:
        above = ancestors(key, part_of, here)
        depth[key] = len(above)
        trail[key] = tuple((-largest[step], step) for step in [*reversed(above), key])
    ordered = panel.assign(depth=panel[by].map(depth), _trail=panel[by].map(trail))
    return ordered.sort_values(["_trail", "value"], ascending=[True, False], kind="stable").drop(columns="_trail")


def ancestors(key: str, part_of: Mapping[str, str | None], here: Collection[str]) -> list[str]:
    """The wholes among ``here`` that an id lies in, the nearest first; ``part_of`` leads from an id to its whole."""
    above: list[str] = []
    at = part_of.get(key)
    while at is not None:
        if at in here:
            above.append(at)
        at = part_of.get(at)
    return above


def newest(frame: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    """For each combination of ``keys`` the row whose period ends last (the longer period where two end together)."""
    ordered = frame.sort_values(["end", "start"], ascending=[False, True], kind="stable")
    return ordered.drop_duplicates(list(keys)).sort_index()


def growth(frame: pd.DataFrame) -> pd.DataFrame:
    """The newest growth of each series, fastest first."""
    grown = frame[frame["growth"].notna() & (frame["nature"] == "actual")]
    return newest(grown, ("metric", "region", "sector")).sort_values("growth", ascending=False, kind="stable")


def progress(frame: pd.DataFrame) -> pd.DataFrame:
    """Figures that tell their share of a plan, newest first and then furthest first."""
    told = frame[frame["completion"].notna()]
    return told.sort_values(["end", "completion"], ascending=False, kind="stable")


def headlines(frame: pd.DataFrame) -> pd.DataFrame:
    """One row a theme: the actual figure that says most.

    It has growth or progress to tell if any has; it is of the region that the dataset is mostly about, of the whole
    economy rather than a sector, of the metric that is reported most, and the newest.
    """
    actual = frame[(frame["nature"] == "actual") & frame["value"].notna()]
    rank = pd.DataFrame({
        "told": actual["growth"].notna() | actual["completion"].notna(),
        "region": actual["region"].map(frame["region"].value_counts()),
        "whole": actual["sector"] == ALL,
        "metric": actual["metric"].map(actual["metric"].value_counts()),
        "end": actual["end"],
        "value": actual["value"],
    })  # fmt: skip
    order = rank.sort_values(list(rank.columns), ascending=False, kind="stable").index
    return actual.loc[order].drop_duplicates("theme")


def most_reported(frame: pd.DataFrame) -> str:
    """The metric with the most figures; the first of them in the file where several have as many."""
    return str(frame["metric"].value_counts(sort=False).idxmax())


def richest(frame: pd.DataFrame, by: By) -> pd.DataFrame:
    """The panel with most to compare of all metrics: the newest where several have as many."""
    reported = frame[frame["value"].notna() & (frame["nature"] == "actual")]
    groups = reported.groupby(["metric", OTHER[by], "period"], sort=False)
    if not len(groups):
        return reported
    return max((group for _, group in groups), key=lambda group: (group[by].nunique(), group["end"].max()))
