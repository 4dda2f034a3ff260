"""Tidy frame → the series of each place over time, and which of their figures a line may join."""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Any, Final, Literal

import numpy as np
import pandas as pd

from indicators.frames import panels
from indicators.frames.rows import Codes, codes_in
from indicators.model.subjects import TREES
from indicators.values.dates import add_months
from indicators.values.periods import Period

Plotted = Literal["amount", "growth"]
"""What is drawn of the figures of a series: their amounts, or their growth on the year."""
Shape = Literal["bar", "point", "span"]
"""A bar is as long as its period; a point is at its end; a span is a point in the middle of a line as long as it."""
Join = Literal["line", "dots", "none"]
"""What joins a figure to the next one."""
_STRENGTH: Final[Sequence[Join]] = ("none", "dots", "line")


def series(frame: pd.DataFrame, plotted: Plotted, *, stock: bool = False, least: int = 2) -> list[Codes]:
    """The positions of the rows of each place that has figures of ``least`` periods, of any nature and length.

    Those with most periods come first, and of these the largest. Stocks of one day are of one period, however it is
    written. Places all of whose growth stands beside an amount have no series of growth.
    """
    numbers = frame["value" if plotted == "amount" else "growth"].to_numpy()
    if np.isnan(numbers).all():
        return []
    rows = np.flatnonzero(~np.isnan(numbers) if plotted == "amount" else annual_growth(frame))
    if not len(rows):
        return []
    place = panels.numbered(*(codes_in(frame, tree)[rows] for tree in TREES))
    periods = codes_in(frame, "end" if stock and plotted == "amount" else "period")[rows]
    count = np.bincount(panels.pairs(place, periods), minlength=int(place.max()) + 1)
    chosen = count >= least
    if plotted == "growth":
        alone = np.zeros(len(count), dtype=bool)
        alone[place[frame["value"].isna().to_numpy()[rows]]] = True
        chosen &= alone
    largest = np.full(len(count), -np.inf)
    np.maximum.at(largest, place, numbers[rows])
    members = panels.grouped(rows, place)
    order = np.lexsort((np.arange(len(count)), -largest, -count))
    return [members[number] for number in order if chosen[number]]


def annual_growth(frame: pd.DataFrame) -> "pd.Series[Any]":
    """For each row whether it has growth against the same period a year earlier."""
    return frame["growth"].notna() & frame["growth_from"].isna()


def joins(periods: Sequence[Period], *, stock: bool) -> list[Join]:
    """What joins each of the figures to the next, which are in the order of time, of one nature and one length.

    A line joins figures of periods that follow each other, or that are the same part of two years in a row, and counts
    that are no more than a year apart; dots join counts further apart, between which nothing is known. Nothing joins
    amounts or rates over a gap, nor reports of one period, which contradict each other.
    """
    moments = [period.end for period in periods] if stock else [(period.start, period.end) for period in periods]
    count = Counter[object](moments)
    between: list[Join] = []
    for index, (period, following) in enumerate(pairwise(periods)):
        if count[moments[index]] > 1 or count[moments[index + 1]] > 1:
            between.append("none")
        elif stock:
            between.append("line" if following.end <= add_months(period.end, 12) else "dots")
        else:
            between.append("line" if _follows(period, following) else "none")
    return between


def _follows(period: Period, following: Period) -> bool:
    return (following.start - period.end).days == 1 or following.year_earlier() == period


def weakest(between: Sequence[Join]) -> Join:
    """What joins two figures between which others are not drawn: no more than joins those."""
    return min(between, key=_STRENGTH.index)


def empty_years(periods: Sequence[Period], first: int, last: int) -> list[int]:
    """The years, both ends included, in which no day is in any of the periods."""
    years = {year for period in periods for year in range(period.start.year, period.end.year + 1)}
    return [year for year in range(first, last + 1) if year not in years]


def metrics(frame: pd.DataFrame, stocks: Collection[str]) -> list[str]:
    """The metrics of which one place has figures of several periods: those with most periods first, then most years.

    ``frame`` is of one or several regions; ``stocks`` are the metrics that are counted on a day.
    """
    ranks: dict[str, tuple[int, int]] = {}
    for metric in frame["metric"].unique():
        rows = frame[frame["metric"] == metric]
        for plotted in ("amount", "growth"):
            for members in series(rows, plotted, stock=metric in stocks)[:1]:
                of_series = rows.iloc[members]
                years = of_series["end"].max().year - of_series["start"].min().year
                ranks[metric] = max(ranks.get(metric, (0, 0)), (of_series["period"].nunique(), years))
    order = list(frame["metric"].unique())
    return sorted(ranks, key=lambda key: (*(-number for number in ranks[key]), order.index(key)))


def most_periods(frame: pd.DataFrame) -> "pd.Series[int]":
    """The id of each region → how many different periods it has figures of; the most first."""
    counts = frame[["region", "period"]].astype("str").drop_duplicates()["region"].value_counts(sort=False)
    return counts.sort_values(ascending=False, kind="stable")
