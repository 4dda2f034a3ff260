"""A derived figure → its words: what it is called, the number with what it leaves open, and the formula behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import Final

from indicators.analysis.formulas import SUMS, Derived, Formula
from indicators.model.articles import Figure
from indicators.phrasing.figures import bare_change, between, growth_rate, growth_size, printed, qualified, share
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import Interval
from indicators.values.quantities import Qualifier
from indicators.words.phrasing import formulas as words

LISTED: Final = 4
"""The most parts that a formula names; more are counted."""
OF_ANOTHER_NATURE: Final[frozenset[Formula]] = frozenset({"base", "plan"})
"""What follows from an expectation or a target and is none: what it grows from, and the plan it is held against."""
SIGNED: Final[frozenset[Formula]] = frozenset({"growth-within", "contribution", "rest-contribution"})
"""Changes, which have a sign even where they are above zero."""


@dataclass(frozen=True, slots=True)
class Calculation:
    """One derived figure as a reader meets it; ``interval`` is empty where the number is exact as shown."""

    label: str
    value: str
    interval: str
    formula: str
    inputs: tuple[str, ...]


def of(derived: Derived, names: Names) -> Calculation:
    """The words of a derived figure, whose label says that it is one."""
    return Calculation(
        label=names.of(words.DERIVED).format(label=title(derived, names)),
        value=value(derived, names),
        interval=interval(derived, names),
        formula=formula(derived, names),
        inputs=derived.inputs,
    )


def title(derived: Derived, names: Names) -> str:
    """What was worked out, without a mark that it is derived: Since December 2020."""
    ratio = names.dataset.ratios.get(derived.ratio)
    against_another_year = (
        derived.formula == "base" and names.dataset.figures[derived.inputs[0]].growth_from is not None
    )
    label = words.LABELS["before" if against_another_year else derived.formula]
    facts = {
        "period": derived.period.label(names.lang),
        "earlier": names.dataset.figures[derived.inputs[-1]].period.label(names.lang),
        "ratio": names.of(ratio.name) if ratio else "",
        "whole": names.metric(names.dataset.figures[derived.inputs[-1]].metric),
    }
    return names.of(label).format(**facts)


def value(derived: Derived, names: Names) -> str:
    """The number with the qualifier that its inputs leave it, and the nature of what it is worked out for.

    What is only added up keeps all its digits.
    """
    whole = derived.value.to_integral_value(ROUND_HALF_UP) if _counts_things(derived) else derived.value
    qualifier: Qualifier = "about" if whole != derived.value and derived.qualifier == "exact" else derived.qualifier
    number = qualified(qualifier, _amount(derived, whole, names), names)
    nature = names.dataset.figures[derived.inputs[0]].nature
    return number if derived.formula in OF_ANOTHER_NATURE else names.of_nature(number, nature)


def interval(derived: Derived, names: Names) -> str:
    """The interval that printing leaves open; empty where both ends look the same."""
    ends = derived.interval
    if _counts_things(derived):
        ends = Interval(_whole(ends.low, ROUND_FLOOR), _whole(ends.high, ROUND_CEILING))
    return between(ends, lambda end: _amount(derived, end, names), names)


def formula(derived: Derived, names: Names) -> str:
    """How it was worked out, with the numbers as they were printed."""
    figures = [names.dataset.figures[key] for key in derived.inputs]
    first, others = figures[0], figures[1:]
    second = others[0] if others else first
    facts = {
        "a": printed(first, names),
        "b": printed(second, names),
        "base_a": _base(first, names),
        "base_b": _base(second, names),
        "growth_a": growth_rate(first, names),
        "changes": names.count(words.CHANGES, len(others)),
        "change": bare_change(first, names),
        "done": share(first, names),
        "gone": units.compact(float(first.period.share_of_year()), "percent", names.lang, digits=3),
        "name_a": names.metric(first.metric),
        "name": names.metric(second.metric),
        "period_a": first.period.label(names.lang),
        "period_b": second.period.label(names.lang),
        "rest": _joined(others, " − ", names),
        "sum": _joined(figures, " + ", names),
    }
    return names.of(words.FORMULAS[derived.formula]).format(**facts)


def _base(figure: Figure, names: Names) -> str:
    """The amount of a year earlier, as it follows from amount and growth: ¥12.6 bn ÷ (1 + 5.0%)."""
    facts = {
        "a": printed(figure, names),
        "growth": growth_size(figure, names),
        "sign": units.MINUS if figure.growth and figure.growth.value < 0 else "+",
    }
    return names.of(words.BASE).format(**facts)


def _joined(figures: Sequence[Figure], sign: str, names: Names) -> str:
    if len(figures) > LISTED:
        return names.count(words.MANY, len(figures))
    return sign.join(printed(figure, names) for figure in figures)


_WHOLE: Final = frozenset({"count", "people", "visits", "trips"})
"""The dimensions of which there is no half."""


def _counts_things(derived: Derived) -> bool:
    """True for a number of things that are whole, such as the enterprises of a year earlier."""
    return derived.unit.dimension in _WHOLE and derived.formula != "ratio"


def _whole(end: Decimal, rounding: str) -> Decimal:
    """The end of an interval, rounded outwards to a whole number."""
    return end.to_integral_value(rounding) if end.is_finite() else end


def rounded(derived: Derived, amount: Decimal, names: Names) -> Decimal:
    """The number, or an end of its interval, with the digits that words give it."""
    return units.as_shown(amount, derived.unit, names.lang, _digits(derived))


def _amount(derived: Derived, amount: Decimal, names: Names) -> str:
    number = units.compact(amount, derived.unit, names.lang, _digits(derived))
    return f"+{number}" if derived.formula in SIGNED and amount > 0 else number


def _digits(derived: Derived) -> int:
    return 15 if derived.formula in SUMS else 4
