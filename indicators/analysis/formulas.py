"""Reported figures → numbers that follow from them, each with its formula, its inputs and its interval."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal

from indicators.model.articles import ANNUAL, Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Ratio
from indicators.values.intervals import ONE, ZERO, Interval, point, total
from indicators.values.periods import Period
from indicators.values.quantities import DIRECTION, Qualifier, Quantity
from indicators.values.unit_table import UNITS, Unit

Formula = Literal[
    "base", "before", "plan", "pace", "achievement", "share", "remainder", "growth", "difference", "ratio", "total",
    "growth-within", "contribution", "rest-contribution",
    "index", "per-head",
]  # fmt: skip
SHARE: Final = UNITS["percent"]
"""The unit of a quotient of two amounts of one dimension; its base is the fraction."""


@dataclass(frozen=True, slots=True)
class Derived:
    """A number that no article printed: ``value`` in the base of ``unit``, somewhere in [``low``, ``high``].

    ``formula`` says how it follows from the figures whose ids are ``inputs``, in the order in which it names them:

    * base = value ÷ (1 + growth), before = value − change: the period that growth or change is against, which is the
      same one a year earlier unless an article names another;
    * plan = value ÷ completion;
    * pace = completion ÷ share of the year that is over: 1 is on schedule;
    * achievement = value ÷ target; share = part ÷ whole; remainder = whole − parts;
    * growth = later ÷ earlier − 1; difference = longer − shorter, both from the same first day;
    * ratio = numerator ÷ denominator, where ``ratio`` is the id of the Ratio;
    * total = the sum;
    * growth-within = (longer − shorter) ÷ (base of longer − base of shorter) − 1: the growth of the rest of a period;
    * contribution = (part − base of part) ÷ base of whole, in points; rest-contribution is what is left of the growth
      of the whole, where a base is value ÷ (1 + growth);
    * index = later ÷ first of a series (1 is 100); per-head = amount ÷ population.

    ``period`` is the period of the number itself. ``qualifier`` follows from those of the inputs; a quotient of rounded
    numbers is ``about``. ``id`` is unique, and no figure can have it.
    """

    id: str
    formula: Formula
    value: Decimal
    low: Decimal
    high: Decimal
    unit: Unit
    qualifier: Qualifier
    inputs: tuple[str, ...]
    period: Period
    ratio: str = ""

    @property
    def interval(self) -> Interval:
        return Interval(self.low, self.high)


# --- from one figure -------------------------------------------------------------------------------------------------


def base(figure: Figure, dataset: Dataset) -> Derived | None:
    """The amount of the period that growth is against.

    None where growth and value are not on one basis, and of a holiday week, whose days a year earlier nobody printed.
    """
    period = figure.base_period
    if figure.text is None or figure.growth is None or period is None:
        return None
    if not dataset.metrics[figure.metric].comparable_basis:
        return None
    value, growth = figure.text, figure.growth
    if growth.low <= -1 or value.low < 0 or value.high.is_infinite():
        return None
    grown = growth.interval + point(ONE)
    quotient = value.value / (ONE + growth.value), value.interval / grown
    return derive("base", quotient, value.unit, [figure], (value,), (growth,), period=period)


def before(figure: Figure) -> Derived | None:
    """The amount (or the rate) of the period that the printed change (or points) is against."""
    change, period = figure.change or figure.points, figure.base_period
    if figure.text is None or change is None or period is None:
        return None
    less = figure.text.value - change.value
    interval = figure.text.interval - change.interval
    if figure.text.low >= 0 and figure.change is not None:  # a rate may have been below zero
        if less < 0:
            return None
        interval = interval.up(ZERO)
    return derive("before", (less, interval), figure.text.unit, [figure], (figure.text,), (change,), period=period)


def plan(figure: Figure, target: Figure | None) -> Derived | None:
    """The whole plan of which the figure is the completed part: of its ``target``, or of a year.

    None where the target is not known, and so neither is the time in which the plan is to be fulfilled.
    """
    if figure.text is None or figure.completion is None or (target is None and figure.plan != ANNUAL):
        return None
    value, share = figure.text, figure.completion
    if share.low <= 0 or value.low < 0 or value.high.is_infinite():
        return None
    quotient = value.value / share.value, value.interval / share.interval
    period = figure.period.year() if target is None else target.period
    return derive("plan", quotient, value.unit, [figure], (value,), (share,), period=period)


def pace(figure: Figure, target: Figure | None) -> Derived | None:
    """The completed share of a plan over the share of the year that is over; None unless it is of a calendar year."""
    annual = figure.plan == ANNUAL or (target is not None and target.period == figure.period.year())
    if figure.completion is None or not annual:
        return None
    gone = figure.period.share_of_year()
    passed = Decimal(gone.numerator) / Decimal(gone.denominator)
    quotient = figure.completion.value / passed, figure.completion.interval / point(passed)
    return derive("pace", quotient, SHARE, [figure], (figure.completion,))


# --- from several ----------------------------------------------------------------------------------------------------


def achievement(figure: Figure, target: Figure) -> Derived | None:
    """The share of its target that is reached."""
    number = _quotient(figure, target)
    if number is None:
        return None
    return derive("achievement", number, SHARE, [figure, target], *_amounts(figure, target))


def share(figure: Figure, whole: Figure) -> Derived | None:
    """The share of a part in its whole, at most 1 unless more was printed."""
    number = _quotient(figure, whole)
    if number is None:
        return None
    value, interval = number
    if value <= 1:
        interval = Interval(interval.low, min(interval.high, ONE))
    return derive("share", (value, interval), SHARE, [figure, whole], *_amounts(figure, whole))


def rest(whole: Figure, parts: Sequence[Figure], *, name: str = "") -> Derived | None:
    """A whole less disjoint parts of it; None where nothing is left, or a figure has no amount.

    ``name`` tells it from what other parts leave of the same whole.
    """
    amounts = [part.text for part in parts if part.text is not None]
    if whole.text is None or not amounts or len(amounts) < len(parts):
        return None
    value = whole.text.value - sum((amount.value for amount in amounts), ZERO)
    if value <= 0:
        return None
    left = whole.text.interval - total(amount.interval for amount in amounts)
    if all(amount.low >= 0 for amount in (whole.text, *amounts)):
        left = left.up(ZERO)
    return derive("remainder", (value, left), whole.text.unit, [whole, *parts], (whole.text,), amounts, name=name)


def growth(later: Figure, earlier: Figure, dataset: Dataset) -> Derived | None:
    """The growth from one reported figure to a later one, as a fraction; None where prices are not comparable."""
    number = _quotient(later, earlier) if dataset.metrics[later.metric].comparable_basis else None
    if number is None:
        return None
    change = number[0] - ONE, number[1] - point(ONE)
    return derive("growth", change, SHARE, [later, earlier], *_amounts(later, earlier))


def index(later: Figure, first: Figure, dataset: Dataset) -> Derived | None:
    """A later amount of a series over its first one: 1.2 is an index of 120; None where prices are not comparable."""
    number = _quotient(later, first) if dataset.metrics[later.metric].comparable_basis else None
    return None if number is None else derive("index", number, SHARE, [later, first], *_amounts(later, first))


def per_head(figure: Figure, population: Figure, dataset: Dataset) -> Derived | None:
    """An amount for each inhabitant; None where nobody counts so: enterprises per person, percent per person."""
    unit = None if figure.text is None else UNITS.get(f"{dataset.base_unit(figure.text.unit)}/person")
    number = None if unit is None else _quotient(figure, population, alike=False)
    if unit is None or number is None:
        return None
    return derive("per-head", number, unit, [figure, population], *_amounts(figure, population))


def difference(longer: Figure, shorter: Figure, dataset: Dataset) -> Derived | None:
    """The amount of the rest of a period: January to July less the first half-year is July.

    None where the shorter period has the larger amount, since no time brings less than nothing.
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
    return derive("difference", number, longer.text.unit, figures, (longer.text,), (shorter.text,), period=between)


def quotient(numerator: Figure, denominator: Figure, ratio: Ratio) -> Derived | None:
    """One metric for each unit of another, in the unit of the ratio."""
    number = _quotient(numerator, denominator, alike=ratio.unit.dimension == "ratio")
    if number is None:
        return None
    per = _per(ratio.unit)
    each = number[0] * per, number[1] * point(per)
    amounts = _amounts(numerator, denominator)
    return derive("ratio", each, ratio.unit, [numerator, denominator], *amounts, ratio=ratio.id)


def _per(unit: str) -> Decimal:
    """The divisor of a unit in base units of its dimension: 1500 (亩) of something per square kilometre."""
    divisor = UNITS.get(unit.partition("/")[2])
    return divisor.scale if divisor is not None else ONE


def of_parts(figures: Sequence[Figure]) -> Derived | None:
    """The sum of figures, which ``frames.comparable`` has allowed to add; None where one has no amount."""
    amounts = [figure.text for figure in figures if figure.text is not None]
    if not amounts or len(amounts) < len(figures):
        return None
    value = sum((amount.value for amount in amounts), ZERO)
    return derive("total", (value, total(amount.interval for amount in amounts)), amounts[0].unit, figures, amounts)


# --- how they are made -----------------------------------------------------------------------------------------------


def carried(plus: Iterable[Quantity], minus: Iterable[Quantity] = ()) -> Qualifier:
    """The qualifier of a result, from what is added (or divided) and what is subtracted (or divided by).

    Over plus over is over, and so is over minus under; where qualifiers point both ways the result is about.
    """
    directions = [(quantity.qualifier, DIRECTION[quantity.qualifier]) for quantity in plus]
    directions += [(quantity.qualifier, -DIRECTION[quantity.qualifier]) for quantity in minus]
    inexact = {direction for qualifier, direction in directions if qualifier != "exact"}
    if not inexact:
        return "exact"
    if inexact == {1}:
        return "over"
    return "under" if inexact == {-1} else "about"


def _amounts(above: Figure, below: Figure) -> tuple[list[Quantity], list[Quantity]]:
    return [above.text] if above.text else [], [below.text] if below.text else []


def _quotient(above: Figure, below: Figure, *, alike: bool = True) -> tuple[Decimal, Interval] | None:
    """One amount over another; None where one is not printed, has no upper end, may be below 0 (the divisor: 0), or
    where both measure different things.
    """
    if above.text is None or below.text is None:
        return None
    if alike and not above.text.is_like(below.text):
        return None
    if above.text.low < 0 or below.text.low <= 0 or above.text.high.is_infinite():
        return None
    return above.text.value / below.text.value, above.text.interval / below.text.interval


def derive(  # noqa: PLR0913, PLR0917  # a derived figure has that many properties
    formula: Formula,
    number: tuple[Decimal, Interval],
    unit: Unit,
    figures: Sequence[Figure],
    plus: Iterable[Quantity],
    minus: Iterable[Quantity] = (),
    *,
    period: Period | None = None,
    ratio: str = "",
    name: str = "",
) -> Derived:
    value, interval = number
    qualifier = carried(plus, minus)
    if qualifier == "exact" and formula not in SUMS and interval.low < interval.high:
        qualifier = "about"
    return Derived(
        id=":".join(filter(None, (figures[0].id, formula, ratio, name))),
        formula=formula,
        value=value,
        low=interval.low,
        high=interval.high,
        unit=unit,
        qualifier=qualifier,
        inputs=tuple(figure.id for figure in figures),
        period=period or figures[0].period,
        ratio=ratio,
    )


SUMS: Final = frozenset({"before", "remainder", "difference", "total"})
"""Formulas whose results have as many digits as was printed; quotients have to be rounded."""
