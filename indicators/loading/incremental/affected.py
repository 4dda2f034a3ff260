"""Columns, before and after some articles changed → the rows of what hangs together with them.

Rules across figures look at figures of one metric, region and sector, at wholes with their parts, plans and
corrections; and where an amount may be a hundred times off, at all of its metric. What no such thread leads to is as
right or wrong as it was.
"""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from indicators.loading.columnar.columns import NOBODY, REFERENCES, Codes, Columns
from indicators.loading.incremental.splice import Cut
from indicators.model.entries import NATURES
from indicators.rules.peers import FEWEST_PEERS

SHARE: Final = 0.1
FEW: Final = 5_000
"""If more than this share of the figures and more than so many hang together, it is as well to look at all."""
_EPSILON: Final = 1e-9

Chosen = npt.NDArray[np.bool_]
"""Which rows are meant."""


class TooManyError(Exception):
    """Most of the dataset hangs together with what has changed."""


def changed_metrics(cut: Cut, now: Columns, added: int) -> frozenset[int]:
    """The metrics, by their position, of the figures that went and of the ``added`` rows that came in their place."""
    first, end = cut.rows
    found = np.concatenate([cut.before.figures["metric"][first:end], now.figures["metric"][first : first + added]])
    return frozenset(np.unique(found).tolist())


def rows(cut: Cut, now: Columns, added: int, odd: frozenset[int]) -> Codes:
    """The rows of all that hangs together with the figures that went or came, and all of the ``odd`` metrics.

    Raises TooManyError.
    """
    chosen = np.zeros(len(now), dtype=bool)
    first, end = cut.rows
    chosen[first : first + added] = True
    chosen |= np.isin(_series(now), _series(cut.before)[first:end])
    chosen[[row for row in map(now.row, _threads(cut)) if row != NOBODY]] = True
    chosen |= np.isin(now.figures["metric"], list(odd))
    return np.flatnonzero(_closed(chosen, now))


def _series(columns: Columns) -> Codes:
    """Metric, region and sector as one number."""
    said, regions, sectors = columns.figures, len(columns.head.regions), len(columns.head.sectors)
    place = said["region"].astype(np.int64) * sectors + said["sector"]
    series: Codes = said["metric"] * np.int64(regions * sectors) + place
    return series


def _threads(cut: Cut) -> Iterator[str]:
    """Ids of the figures that went, of those that they referred to, and of those that referred to them."""
    (first, end), said = cut.rows, cut.before.figures
    yield from cut.ids
    for name in REFERENCES:
        to = said[name][first:end]
        by = np.flatnonzero((said[name] >= first) & (said[name] < end))
        yield from (said["figure"][row].as_py() for row in (*to[to >= 0].tolist(), *by.tolist()))


def _closed(chosen: Chosen, columns: Columns) -> Chosen:
    """What is chosen, and whatever hangs together with it, thread after thread."""
    series, most = _series(columns), max(FEW, SHARE * len(columns))
    count = -1
    while count < (count := int(chosen.sum())):
        if count > most:
            raise TooManyError
        chosen = chosen | np.isin(series, series[chosen])
        for name in REFERENCES:
            to = columns.figures[name]
            there = to >= 0
            chosen[to[chosen & there]] = True
            chosen |= there & chosen[np.where(there, to, 0)]
    return chosen


# --- what may be far off ---------------------------------------------------------------------------------------------


def may_be_odd(metric: int, columns: Columns) -> bool:
    """Whether some order of magnitude is left out among amounts of one kind: only beyond a gap is anything far off.

    It may say so of more than ``rules.peers`` finds, and never of less.
    """
    said = columns.figures
    stands = np.ones(len(columns), dtype=bool)
    superseded = said["supersedes"]
    stands[superseded[superseded >= 0]] = False
    of = stands & (said["metric"] == metric) & (said["value"] > 0)
    levels: dict[str, int] = {}
    level = np.array([levels.setdefault(region.level, len(levels)) for region in columns.head.regions.values()])
    kinds = level[said["region"][of]] * len(NATURES) + said["nature"][of]
    values = np.log10(said["value"][of])
    groups = [values[kinds == kind] for kind in np.unique(kinds).tolist()]
    alone = any(len(group) <= FEWEST_PEERS for group in groups)
    return any(map(_has_gap, groups)) or (alone and _has_gap(values))


def _has_gap(logarithms: npt.NDArray[np.float64]) -> bool:
    """Whether there are fewer orders of magnitude than from the first to the last, however the ends are rounded."""
    return any(_gap(np.floor(logarithms + off)) for off in (-_EPSILON, _EPSILON))


def _gap(orders: npt.NDArray[np.float64]) -> bool:
    return len(orders) > 0 and bool(orders.max() - orders.min() >= len(np.unique(orders)))
