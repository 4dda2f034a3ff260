"""The reasons for which figures may not be put together."""

from dataclasses import dataclass
from typing import Literal

Reason = Literal[
    "nothing",  # no row has an amount
    "metrics",  # tax beside output
    "units",  # yuan beside projects
    "natures",  # a target beside a result, a derived number beside a reported one
    "lengths",  # January to July beside a half-year
    "periods",  # this year beside last year
    "moments",  # stocks of different dates
    "rates",  # incomes per head, prices: not amounts of anything
    "shares",  # shares of plans and rates of growth: each is of a whole of its own
    "not-additive",  # the metric says that it does not add up
    "missing",  # one has no amount, and absence is not 0
    "repeated",  # one thing reported twice
    "conflict",  # reports of one thing that contradict each other
    "parts",  # a part beside its whole
    "regions",  # a development zone beside the city that it lies in
    "sectors",  # a branch beside the sector that it belongs to
    "groups",  # urban residents beside all residents
    "overlap",  # new projects beside those of the province: nobody says that they do not overlap
    "crossed",  # a sector of one region beside another sector of another
    "no-remainder",  # what is taken off is not a part of what it is taken off from
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why figures may not be put together; ``among`` are the ids or texts that are in the way, as in the frame."""

    reason: Reason
    among: tuple[str, ...] = ()
