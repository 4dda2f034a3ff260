"""Figures that follow from reported ones: each with its formula, its inputs and its interval; never mixed with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from indicators.model.dataset import Dataset
from indicators.model.entries import ANNUAL, Figure, Ratio
from indicators.values.intervals import ONE, ZERO, Interval, point, total
from indicators.values.periods import Period
from indicators.values.quantities import DIRECTION, Qualifier, Quantity
from indicators.values.units import UNITS

Formula = Literal[
    "base", "plan", "pace", "achievement", "share", "remainder", "growth", "difference", "ratio", "total"
]  # fmt: skip
SHARE: Final = "percent"
"""The unit of what is a quotient of two amounts of one kind; its base is the fraction."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that no article printed: ``value`` in the base of ``unit``, somewhere in [``low``, ``high``].

    ``formula`` says how it follows from the figures whose ids are ``inputs``, in the order in which it names them:

    * base = value ÷ (1 + growth): the same period a year earlier;
    * plan = value ÷ completion;
    * pace = completion ÷ share of the year gone: 1 is just in time;
    * achievement = value ÷ target; share = part ÷ whole; remainder = whole − parts;
    * growth = later ÷ earlier − 1; difference = longer − shorter, both counted from one day on;
    * ratio = numerator ÷ denominator, under the id of the ratio, ``named``;
    * total = the sum.

    ``period`` is what it is about. ``qualifier`` carries on those of the inputs; a quotient of rounded numbers is
    about. ``id`` is unique, and no figure can have it.
    """

    id: str
    formula: Formula
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    qualifier: Qualifier
    inputs: tuple[str, ...]
    period: Period
    named: str = ""

    @property
    def interval(self) -> Interval:
        return Interval(self.low, self.high)


# --- from one figure -------------------------------------------------------------------------------------------------


def base(figure: Figure, dataset: Dataset) -> Derived | None:
    """What the same period a year earlier must have been; None where growth and value are not on one basis."""
    if figure.text is None or figure.growth is None or not dataset.metrics[figure.metric].comparable_basis:
        return None
    value, growth = figure.text, figure.growth
    if growth.low <= -1 or value.low < 0 or value.high.is_infinite():
        return None
    grown = growth.interval + point(ONE)
    quotient = value.value / (ONE + growth.value), value.interval / grown
    return _made("base", quotient, value.unit, [figure], (value,), (growth,), period=figure.period.year_earlier())


def plan(figure: Figure) -> Derived | None:
    """The whole plan of which the figure is the part that is done."""
    if figure.text is None or figure.completion is None:
        return None
    value, share = figure.text, figure.completion
    if share.low <= 0 or value.low < 0 or value.high.is_infinite():
        return None
    quotient = value.value / share.value, value.interval / share.interval
    return _made("plan", quotient, value.unit, [figure], (value,), (share,), period=figure.period.year())


def pace(figure: Figure, dataset: Dataset) -> Derived | None:
    """The share of the plan that is done over the share of the year that is gone, for the plan of a calendar year."""
    if figure.completion is None or not _of_a_year(figure, dataset):
        return None
    gone = figure.period.share_of_year()
    passed = Decimal(gone.numerator) / Decimal(gone.denominator)
    quotient = figure.completion.value / passed, figure.completion.interval / point(passed)
    return _made("pace", quotient, SHARE, [figure], (figure.completion,))


def _of_a_year(figure: Figure, dataset: Dataset) -> bool:
    if figure.plan == ANNUAL:
        return True
    target = dataset.figures.get(figure.plan or "")
    return target is not None and target.period == figure.period.year()


# --- from several ----------------------------------------------------------------------------------------------------


def achievement(figure: Figure, dataset: Dataset) -> Derived | None:
    """How much of the target that the figure names as its plan is reached."""
    target = dataset.figures.get(figure.plan or "")
    number = None if target is None else _quotient(figure, target)
    if target is None or number is None:
        return None
    return _made("achievement", number, SHARE, [figure, target], *_amounts(figure, target))


def share(figure: Figure, dataset: Dataset) -> Derived | None:
    """How much of its whole a part is; more than all of it never."""
    whole = dataset.figures.get(figure.part_of or "")
    number = None if whole is None else _quotient(figure, whole)
    if whole is None or number is None:
        return None
    value, found = number
    if value <= 1:
        found = Interval(found.low, min(found.high, ONE))
    return _made("share", (value, found), SHARE, [figure, whole], *_amounts(figure, whole))


def remainder(whole: Figure, parts: Sequence[Figure]) -> Derived | None:
    """What of a whole no listed part accounts for; None where the parts are said to fill it."""
    return None if whole.complete_parts else rest(whole, parts)


def rest(whole: Figure, parts: Sequence[Figure]) -> Derived | None:
    """A whole less some of it; None where nothing is left, or not all of it is printed as amounts."""
    amounts = [part.text for part in parts if part.text is not None]
    if whole.text is None or not amounts or len(amounts) < len(parts):
        return None
    value = whole.text.value - sum((amount.value for amount in amounts), ZERO)
    if value <= 0:
        return None
    left = (whole.text.interval - total(amount.interval for amount in amounts)).up(ZERO)
    return _made("remainder", (value, left), whole.text.unit, [whole, *parts], (whole.text,), amounts)


def growth(later: Figure, earlier: Figure, dataset: Dataset) -> Derived | None:
    """By which fraction a series rose from one reported figure to the next; not where prices are not comparable."""
    number = _quotient(later, earlier) if dataset.metrics[later.metric].comparable_basis else None
    if number is None:
        return None
    change = number[0] - ONE, number[1] - point(ONE)
    return _made("growth", change, SHARE, [later, earlier], *_amounts(later, earlier))


def difference(longer: Figure, shorter: Figure, dataset: Dataset) -> Derived | None:
    """What the months between brought: January to July less the first half-year is July.

    None where more was reported of the shorter period than of the longer: no month brings less than nothing.
    """
    between = longer.period.without(shorter.period)
    metric = dataset.metrics[longer.metric]
    adds_up = metric.kind == "flow" and metric.additive
    if longer.text is None or shorter.text is None or between is None or not adds_up:
        return None
    less = longer.text.value - shorter.text.value
    if less < 0:
        return None
    number = less, longer.text.interval - shorter.text.interval
    figures = [longer, shorter]
    return _made("difference", number, longer.text.unit, figures, (longer.text,), (shorter.text,), period=between)


def ratio(numerator: Figure, denominator: Figure, named: Ratio) -> Derived | None:
    """One metric for each unit of another, in the unit that the ratio is shown in."""
    number = _quotient(numerator, denominator, alike=UNITS[named.unit].dimension == "ratio")
    if number is None:
        return None
    per = _per(named.unit)
    each = number[0] * per, number[1] * point(per)
    amounts = _amounts(numerator, denominator)
    return _made("ratio", each, named.unit, [numerator, denominator], *amounts, named=named.id)


def _per(unit: str) -> Decimal:
    """How many base units of what is divided by the unit takes: 1500 亩 for something per square kilometre."""
    divisor = UNITS.get(unit.partition("/")[2])
    return divisor.scale if divisor is not None else ONE


def of_parts(figures: Sequence[Figure]) -> Derived | None:
    """The sum of figures that may be added (comparable.py decides that); None where one has no amount."""
    amounts = [figure.text for figure in figures if figure.text is not None]
    if not amounts or len(amounts) < len(figures):
        return None
    value = sum((amount.value for amount in amounts), ZERO)
    return _made("total", (value, total(amount.interval for amount in amounts)), amounts[0].unit, figures, amounts)


# --- how they are made -----------------------------------------------------------------------------------------------


def carried(plus: Iterable[Quantity], minus: Iterable[Quantity] = ()) -> Qualifier:
    """What is left of the qualifiers of what is added (or divided) and of what is taken off (or divided by).

    Over and over is over, less what is under is over; where they point both ways nothing better than about is left.
    """
    said = [one.qualifier for one in plus]
    taken = [one.qualifier for one in minus]
    if all(one == "exact" for one in (*said, *taken)):
        return "exact"
    ways = {DIRECTION[one] for one in said if one != "exact"} | {-DIRECTION[one] for one in taken if one != "exact"}
    if ways == {1}:
        return "over"
    return "under" if ways == {-1} else "about"


def _amounts(above: Figure, below: Figure) -> tuple[list[Quantity], list[Quantity]]:
    return [above.text] if above.text else [], [below.text] if below.text else []


def _quotient(above: Figure, below: Figure, *, alike: bool = True) -> tuple[Decimal, Interval] | None:
    """One amount over another; None where one is not printed, is open, may be 0 or less, or is of another kind."""
    if above.text is None or below.text is None:
        return None
    if alike and UNITS[above.text.unit].dimension != UNITS[below.text.unit].dimension:
        return None
    if above.text.low < 0 or below.text.low <= 0 or above.text.high.is_infinite():
        return None
    return above.text.value / below.text.value, above.text.interval / below.text.interval


def _made(  # noqa: PLR0913, PLR0917  # a derived figure has that many properties
    formula: Formula,
    number: tuple[Decimal, Interval],
    unit: str,
    figures: Sequence[Figure],
    plus: Iterable[Quantity],
    minus: Iterable[Quantity] = (),
    *,
    period: Period | None = None,
    named: str = "",
) -> Derived:
    value, found = number
    qualifier = carried(plus, minus)
    if qualifier == "exact" and formula not in SUMS and found.low < found.high:
        qualifier = "about"
    return Derived(
        id=":".join(filter(None, (figures[0].id, formula, named))),
        formula=formula,
        value=value,
        low=found.low,
        high=found.high,
        unit=unit,
        qualifier=qualifier,
        inputs=tuple(figure.id for figure in figures),
        period=period or figures[0].period,
        named=named,
    )


SUMS: Final = frozenset({"remainder", "difference", "total"})
"""What these give has as many digits as was printed; what the others give is cut off somewhere."""
