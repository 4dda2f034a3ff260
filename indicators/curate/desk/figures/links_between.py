"""The figures of a text → which of them may be the whole or the plan of another, where their numbers allow it."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.curate.desk.desk import Desk
from indicators.curate.drafts import DraftFigure
from indicators.model.articles import ANNUAL
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.quantity_parser import parse_completion, parse_share

_LOOKED_AT: Final = 40
"""So many figures before and behind a number may be its whole or its plan."""


class Keyed(NamedTuple):
    """A figure of a text, its article, and the key of its place."""

    key: str
    article: int
    figure: DraftFigure


def near(figures: Sequence[Keyed], index: int) -> Iterator[Keyed]:
    """The figures of the same article that stand near one, those before it first, the nearest of them first."""
    own = figures[index]
    before = figures[max(index - _LOOKED_AT, 0) : index]
    after = figures[index + 1 : index + _LOOKED_AT]
    for other in (*reversed(before), *after):
        if other.article == own.article and other.figure.quantity is not None:
            yield other


def is_whole_of(desk: Desk, whole: DraftFigure, part: DraftFigure) -> str:
    """The tree in which a figure is a part of another: ``sector`` or ``group``; empty where it is none."""
    same = ("metric", "region", "period", "nature")
    if not part.metric or not part.sector or any(getattr(whole, name) != getattr(part, name) for name in same):
        return ""
    if whole.quantity is None or part.quantity is None or part.quantity.low > whole.quantity.high:
        return ""
    if whole.group == part.group and whole.sector != part.sector:
        return "sector" if whole.sector in desk.dataset.lies_in("sector", part.sector) else ""
    if whole.sector == part.sector and whole.group != part.group and part.group in desk.dataset.groups:
        return "group" if whole.group in desk.dataset.lies_in("group", part.group) else ""
    return ""


def fits_share(whole: Quantity, part: Quantity, share: str) -> bool:
    """True where a part can be so much of a whole."""
    rate = _parsed(parse_share, share)
    return rate is not None and _fits(whole, part, rate)


def fits_completion(plan: Quantity, amount: Quantity, completion: str) -> bool:
    """True where an amount can be so much of a plan."""
    rate = _parsed(parse_completion, completion)
    return rate is not None and _fits(plan, amount, rate)


def rate_of(completion: str) -> Quantity | None:
    """What a share of a plan says; None where it cannot be read."""
    return _parsed(parse_completion, completion)


def _parsed(parse: Callable[[str], Quantity], printed: str) -> Quantity | None:
    try:
        return parse(printed)
    except Fault:
        return None


def _fits(whole: Quantity, part: Quantity, rate: Quantity) -> bool:
    """True where the intervals of whole times rate, and of the part, overlap."""
    if not whole.is_like(part) or min(whole.low, part.low, rate.low) < 0 or not rate.value:
        return False
    ends = (whole.low, whole.high, part.low, part.high, rate.low, rate.high)
    if not all(map(Decimal.is_finite, ends)):
        return False
    return whole.low * rate.low <= part.high and part.low <= whole.high * rate.high


def plans_reported(desk: Desk, figure: DraftFigure) -> Iterator[str]:
    """The targets of the dataset that a figure may be measured against: of its metric, region and year."""
    if figure.period is None:
        return
    for other in desk.figures_of(figure.metric):
        if (other.nature, other.region) == ("target", figure.region) and figure.period.within(other.period):
            yield other.id


def usual_plan(figure: DraftFigure) -> str:
    """The plan that a share of a plan is of, where the text names no other."""
    return ANNUAL if figure.completion is not None else ""


def is_plan_of(plan: DraftFigure, figure: DraftFigure) -> bool:
    """True where a figure of the same text may be the target of another."""
    if plan.nature != "target" or figure.nature == "target" or figure.quantity is None or plan.quantity is None:
        return False
    return plan.quantity.is_like(figure.quantity) and plan.region == figure.region
