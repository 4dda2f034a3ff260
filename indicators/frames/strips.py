"""Tidy frame → all figures as bars at their periods, one line of bars or several for each theme."""

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

import pandas as pd

from indicators.model.subjects import NATURES, Nature
from indicators.values import periods
from indicators.values.periods import Period

BarKey = tuple[str, str, str]
"""The theme of a bar, its period as SDMX writes it, and its nature."""


@dataclass(frozen=True, slots=True)
class StripBar:
    """The figures of a theme that are of one period and nature: how many there are, and the id of the first."""

    theme: str
    period: Period
    nature: Nature
    count: int
    figure: str


def bars(frame: pd.DataFrame, themes: Iterable[str], years: Collection[int] = ()) -> Mapping[str, Sequence[StripBar]]:
    """The bars of each of the ``themes`` that has any, by the day on which they begin, the longest first.

    With ``years`` they are those of periods with a day in any year from the first of them to the last.
    """
    groups = frame.groupby(["theme", "period", "nature"], observed=True, sort=False)["figure"].agg(["size", "first"])
    of_theme: dict[str, list[StripBar]] = {}
    for key, count, figure in groups.itertuples():
        theme, text, nature = cast("tuple[str, str, Nature]", key)
        period = periods.parse(text)
        if not years or (period.start.year <= max(years) and period.end.year >= min(years)):
            of_theme.setdefault(theme, []).append(StripBar(theme, period, nature, int(count), figure))
    for several in of_theme.values():
        several.sort(key=lambda bar: (bar.period.start, -bar.period.end.toordinal(), NATURES.index(bar.nature)))
    return {theme: of_theme[theme] for theme in themes if theme in of_theme}


def arrivals_of_bars(frame: pd.DataFrame, days: Sequence[date]) -> Mapping[BarKey, Mapping[int, int]]:
    """For each bar how many of its figures became known by each of the ``days``, by the position of the day.

    A figure of which the day of publication is left out, as some are of very many, counts for the next one.
    """
    texts = {text: bisect_left(days, periods.parse_date(text).end) for text in frame["published"].unique().tolist()}
    columns = [frame[name].tolist() for name in ("theme", "period", "nature", "published")]
    counts: dict[BarKey, dict[int, int]] = {}
    for theme, period, nature, published in zip(*columns, strict=True):
        of_bar, place = counts.setdefault((theme, period, nature), {}), texts[published]
        of_bar[place] = of_bar.get(place, 0) + 1
    return counts


def years_of(frame: pd.DataFrame) -> tuple[int, int]:
    """The first and the last year of which there are figures."""
    return int(frame["start"].min().year), int(frame["end"].max().year)


def lanes(extents: Iterable[tuple[float, float]]) -> list[int]:
    """The line of each bar, counted from 0, so that no two bars of a line overlap; all are in the order of their left
    ends, and each stands in the first line that has room.
    """
    ends: list[float] = []
    chosen = []
    for left, right in extents:
        lane = next((lane for lane, end in enumerate(ends) if end <= left), len(ends))
        ends[lane : lane + 1] = [right]
        chosen.append(lane)
    return chosen
