"""Rows of one metric → its places at one period after another, to step through."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from indicators.frames import comparable, panels
from indicators.frames.rows import Rows
from indicators.model.dataset import Dataset
from indicators.model.subjects import Nature
from indicators.model.vocabulary import ALL
from indicators.values import periods
from indicators.values.periods import Period

MOST_STEPS: Final = 48
"""Of a longer series the newest periods are stepped through."""


@dataclass(frozen=True, slots=True)
class TimeStep:
    """The places of a metric at one period, the largest amounts first, none of them in another.

    ``above`` are the figures of places that hold all of them.
    """

    period: Period
    nature: Nature
    figures: tuple[str, ...]
    above: tuple[str, ...]


def metrics(frame: pd.DataFrame) -> Sequence[str]:
    """The metrics of which several places have amounts at several periods, those with most such periods first."""
    counts = _panels(frame).groupby(["metric", "sector", "group", "nature"], observed=True).size()
    several = counts[counts > 1].groupby("metric", observed=True).max().sort_values(ascending=False, kind="stable")
    return [str(metric) for metric in several.index]


def steps(frame: pd.DataFrame, dataset: Dataset, metric: str) -> tuple[TimeStep, ...]:
    """The steps of a metric in the order of time: of the sector, group and nature in which there are most."""
    rows = frame[(frame["metric"] == metric) & frame["value"].notna()]
    counts = _panels(rows).groupby(["sector", "group", "nature"], observed=True).size()
    if counts.empty:
        return ()
    sector, group, nature = min(
        counts.index, key=lambda key: (-counts[key], key[2] != "actual", key[0] != ALL, key[1] != ALL, key)
    )
    rows = rows[(rows["sector"] == sector) & (rows["group"] == group) & (rows["nature"] == nature)]
    stock = dataset.metrics[metric].kind == "stock"
    groups = panels.alike(rows, "region", stock=stock)
    by_time = sorted(groups.rows(len(groups)), key=lambda panel: (panel["end"][0], panel["start"][0]))
    several = (_step(panel, dataset) for panel in by_time if len(set(panel["region"])) > 1)
    return tuple(step for step in several if step is not None)[-MOST_STEPS:]


def _step(panel: Rows, dataset: Dataset) -> TimeStep | None:
    """The places of a panel; None where each lies in the next, so that no two can be ranked."""
    values = panel["value"]
    panel = panel.take(sorted(range(len(panel)), key=lambda row: -values[row]))
    level, keys = comparable.level(panel, dataset), panel["figure"]
    if len({panel["region"][row] for row in level.members}) < 2:
        return None
    return TimeStep(
        period=periods.parse(panel["period"][0]),
        nature=panel["nature"][0],
        figures=tuple(keys[row] for row in level.members),
        above=tuple(keys[row] for row in level.above),
    )


def _panels(frame: pd.DataFrame) -> pd.DataFrame:
    """What is alike of the amounts of several places: metric, sector, group, period and nature."""
    keys = ["metric", "sector", "group", "period", "nature"]
    reported = frame.loc[frame["value"].notna(), [*keys, "region"]].astype("str").drop_duplicates()
    sizes = reported.groupby(keys, observed=True, sort=False).size()
    return sizes[sizes > 1].index.to_frame(index=False)
