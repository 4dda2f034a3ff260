"""What is far off the other figures of a metric by a wrong multiplier: 万 written for 亿, or 元 for 万."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.model.vocabulary import Region
from indicators.rules.figure_index import FigureIndex, Report, shown
from indicators.values.problems import Problem
from indicators.values.quantities import Quantity, to_text

_FAR: Final = 100
"""Figures of one metric are seldom so many times more or less than all others."""
_SLIPS: Final = tuple(Decimal(10) ** power for power in (4, -4, 8, -8))
"""Factors that turn an amount with a wrong 万 or 亿 into the right one."""
_AMONG: Final = 10
"""The corrected amount may be so many times more or less than its peers."""
FEWEST_PEERS: Final = 2


class _Amount(NamedTuple):
    """A figure and its amount, which is above zero."""

    value: Decimal
    text: Quantity
    report: Report


class _Slip(NamedTuple):
    """An amount that is probably wrong by a factor, and the least and the most of its peers."""

    amount: _Amount
    factor: Decimal
    low: _Amount
    high: _Amount


def amounts_are_of_their_kind(index: FigureIndex) -> Iterator[Problem]:
    """No amount is a hundred times off all others of its kind and, with another multiplier, among them.

    Its kind are the figures of its metric, group and nature for regions of its level, or all of its metric where these
    are too few.
    """
    for kinds in _by_metric(index):
        small = [kind for kind in kinds if len(kind) <= FEWEST_PEERS]
        for kind in kinds:
            if len(kind) > FEWEST_PEERS:
                yield from map(_problem, _slips(kind))
        if small:
            lonely = {amount.report.figure.id for kind in small for amount in kind}
            every = [amount for kind in kinds for amount in kind]
            yield from (_problem(slip) for slip in _slips(every) if slip.amount.report.figure.id in lonely)


def _by_metric(index: FigureIndex) -> Iterable[list[list[_Amount]]]:
    """The amounts of each metric, by group, nature and level of region."""
    levels = {key: spot.entry.level for key, spot in index.corpus.ids(Region).items()}
    by_metric: dict[str, dict[tuple[str, str, str], list[_Amount]]] = {}
    for key, series in index.peers.items():
        if (metric := index.metrics.get(key.metric)) is None:
            continue
        dimension = metric.unit.dimension
        kind_of_key = key.group, key.nature, levels.get(key.region, "")
        kind = by_metric.setdefault(key.metric, {}).setdefault(kind_of_key, [])
        for reports in series.values():
            for report in reports:
                if (text := report.text) and text.value > 0 and text.unit.dimension == dimension:
                    kind.append(_Amount(text.value, text, report))
    return ([kind for kind in kinds.values() if kind] for kinds in by_metric.values())


def _slips(amounts: Sequence[_Amount]) -> Iterator[_Slip]:
    """The amounts far off the others that another multiplier would bring among them.

    The others are those around the middle one, and they must outnumber what is far off: of two small and two large
    amounts nobody knows which are wrong.
    """
    orders = {amount.value.adjusted() for amount in amounts}
    if max(orders) - min(orders) < len(orders):  # no order of magnitude is left out, so nothing is far off
        return
    ordered = sorted(amounts, key=lambda amount: amount.value)
    middle, end = len(ordered) // 2, len(ordered)
    gaps = [index for index in range(1, end) if ordered[index].value >= ordered[index - 1].value * _FAR]
    first = max((index for index in gaps if index <= middle), default=0)
    last = min((index for index in gaps if index > middle), default=end)
    peers, others = ordered[first:last], ordered[:first] + ordered[last:]
    if len(peers) < FEWEST_PEERS or len(peers) <= len(others):
        return
    low, high = peers[0], peers[-1]
    for amount in others:
        meant = [slip for slip in _SLIPS if low.value / _AMONG <= amount.value * slip <= high.value * _AMONG]
        if meant:
            yield _Slip(amount, meant[0], low, high)


def _problem(slip: _Slip) -> Problem:
    text, factor = slip.amount.text, slip.factor
    meant = text._replace(value=text.value * factor, low=text.low * factor, high=text.high * factor)
    decided = meant.low == meant.high  # of which no digit is rounded, so that all would be shown
    facts = {"printed": text.printed, "meant": shown(meant.value, text) if decided else to_text(meant, text.lang)}
    facts |= {"low": slip.low.text.printed, "high": slip.high.text.printed}
    return slip.amount.report.warning("magnitude", "text", **facts)
