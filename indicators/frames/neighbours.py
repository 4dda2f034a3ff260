"""The figures that charts draw → for each figure the others of its metric that are nearest to it in place and time."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, islice, zip_longest
from typing import Final

import pandas as pd

from indicators.model.articles import Figure

SERIES_LIMIT: Final = 24
"""Most figures of a series that are looked at, those around the figure."""
NEAREST: Final = 12
"""Most others of a metric that are looked at in either direction of time."""

MANY: Final = 400
"""Figures of a metric and a day beyond which none is compared with all others."""

_Key = tuple[str, ...]
_Ordered = list[tuple[date, str]]
"""Last days of periods and ids of figures, in the order of time."""


class Neighbours:
    """Looks up the figures of a frame by what they share with another; the look-ups are made once, at 2 µs a figure."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._series = _grouped(frame, ("metric", "region", "sector", "group"))
        self._peers = _grouped(frame, ("metric", "sector", "group", "period"))
        self._alike = _grouped(frame, ("metric", "sector", "group"))
        self._metrics = _grouped(frame, ("metric",))

    def series(self, figure: Figure) -> Sequence[str]:
        """Ids of the figures of the same metric and place, in the order of time, at most so many around the figure."""
        return [key for _, key in self._in_place(figure)]

    def peers(self, figure: Figure) -> Sequence[str]:
        """Ids of the figures of the same metric, sector, group and period in other regions, in the file's order."""
        of_period = self._peers.get((figure.metric, figure.sector, figure.group, figure.period.text), [])
        return [key for _, key in islice(of_period, SERIES_LIMIT) if key != figure.id]

    def whole_series(self, figure: Figure) -> Sequence[str]:
        """All that ``series`` gives, or nothing where it may have left some out."""
        series = self._series.get((figure.metric, figure.region, figure.sector, figure.group), [])
        return [key for _, key in series] if len(series) <= SERIES_LIMIT // 2 else []

    def in_other_regions(self, figure: Figure) -> Sequence[str]:
        """Ids of all figures of the same metric, sector and group in other regions whose periods end on the same day;
        none where there are very many.
        """
        alike = self._alike.get((figure.metric, figure.sector, figure.group), [])
        first = bisect_left(alike, figure.period.end, key=_day)
        last = bisect_right(alike, figure.period.end, key=_day)
        own = {key for _, key in self._series.get((figure.metric, figure.region, figure.sector, figure.group), [])}
        return [key for _, key in alike[first:last] if key not in own] if last - first <= MANY else []

    def others(self, figure: Figure, count: int) -> tuple[str, ...]:
        """Ids of at most ``count`` other figures of the metric: of the same place at other times and of the same time
        in other places in turn, then whatever else is nearest in time.
        """
        of_metric = _around(self._metrics.get((figure.metric,), []), figure.period.end, NEAREST)
        nearest = _nearest_first(of_metric, figure.period.end)
        in_place = _nearest_first(self._in_place(figure), figure.period.end)
        in_place = [key for key in in_place if key != figure.id]
        candidates = dict.fromkeys(chain(_in_turn(in_place, self.peers(figure)), nearest))
        return tuple(islice((key for key in candidates if key != figure.id), count))

    def _in_place(self, figure: Figure) -> _Ordered:
        ordered = self._series.get((figure.metric, figure.region, figure.sector, figure.group), [])
        return _around(ordered, figure.period.end, SERIES_LIMIT // 2)


def _around(ordered: _Ordered, day: date, count: int) -> _Ordered:
    """The entries around a day, at most ``count`` on either side of it."""
    middle = bisect_left(ordered, day, key=_day)
    return ordered[max(0, middle - count) : middle + count]


def _nearest_first(entries: _Ordered, day: date) -> list[str]:
    return [key for _, key in sorted(entries, key=lambda entry: abs(entry[0] - day))]


def _day(entry: tuple[date, str]) -> date:
    return entry[0]


def _in_turn(first: Sequence[str], second: Sequence[str]) -> Iterator[str]:
    """One of each until both are empty."""
    yield from (key for pair in zip_longest(first, second) for key in pair if key is not None)


def _grouped(frame: pd.DataFrame, columns: Sequence[str]) -> dict[_Key, _Ordered]:
    """The ids of figures by the values of some columns, each group in the order of the ends of their periods."""
    groups: dict[_Key, _Ordered] = {}
    keys = zip(*(frame[column].tolist() for column in columns), strict=True)
    ends = frame["end"].dt.date.tolist() if len(frame) else []
    for key, end, figure in zip(keys, ends, frame["figure"].tolist(), strict=True):
        groups.setdefault(key, []).append((end, figure))
    for group in groups.values():
        group.sort(key=_day)
    return groups
