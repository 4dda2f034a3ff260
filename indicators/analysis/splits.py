"""A part and its whole → how the one is split off the other, and which parts of one split can be added up.

What adds parts up and the rules that hold them against their whole ask here.
"""

from collections.abc import Callable, Collection, Iterable
from typing import Final, Literal, NamedTuple

from indicators.model.subjects import TREES, Subject

SplitBy = Literal["metric", "region", "sector", "group", "period"]
_DIFFER: Final[tuple[SplitBy, ...]] = ("metric", *TREES)


class Split(NamedTuple):
    """How parts differ from their whole: in ``by``, while all of them are ``of`` one other metric, region or family."""

    by: SplitBy
    of: tuple[str, ...] = ()


def split_of(part: Subject, whole: Subject, family: Callable[[str], str], *, flow: bool) -> Split | None:
    """How a part differs from its whole, which may be a ``flow``; None where it is of another time in another place.

    Stocks are of one time where they end together. ``family`` gives the outermost group around a group: groups of two
    families may overlap, and so are split apart.
    """
    elsewhere = [name for name in _DIFFER if getattr(part, name) != getattr(whole, name)]
    same_time = part.period == whole.period if flow else part.period.end == whole.period.end
    if not same_time:
        return Split("period") if flow and part.period.within(whole.period) and not elsewhere else None
    if not elsewhere:
        return None
    *others, by = elsewhere
    own_family = family(part.group) if by == "group" else ""
    other_family = (own_family,) if by == "group" and own_family != family(whole.group) else ()
    return Split(by, (*(getattr(part, name) for name in others), *other_family))


def disjoint(
    subjects: Collection[Subject], holders: Callable[[Subject], Iterable[Subject]], *, in_time: bool
) -> list[Subject]:
    """The parts of one split that lie in no other of them, in their order; of overlapping periods the longest.

    ``holders`` gives the same of all places in which a place lies; ``in_time`` is False for stocks.
    """
    outer = [
        subject
        for subject in subjects
        if not any(holder != subject and holder in subjects for holder in holders(subject))
    ]
    return _apart_in_time(outer) if in_time and len({subject.period for subject in outer}) > 1 else outer


def _apart_in_time(subjects: Collection[Subject]) -> list[Subject]:
    """The longest periods of which none overlaps another."""
    kept: list[Subject] = []
    for subject in sorted(subjects, key=lambda one: one.period.end - one.period.start, reverse=True):
        period = subject.period
        if all(period.end < other.period.start or other.period.end < period.start for other in kept):
            kept.append(subject)
    return [subject for subject in subjects if subject in kept]
