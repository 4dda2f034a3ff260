"""Derived figures in words: what each is called, the number with what it leaves open, and the formula behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.analysis.formulas import SUMS, Derived
from indicators.charts.stories.story import printed, signed
from indicators.model.entries import Figure
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.words import formulas as words

LISTED: Final = 4
"""So many parts are named in a formula; more are counted."""


@dataclass(frozen=True, slots=True)
class Working:
    """One derived figure as a reader meets it; ``interval`` is empty where the number is exact as shown."""

    label: str
    value: str
    interval: str
    formula: str
    inputs: tuple[str, ...]


def working(one: Derived, names: Names) -> Working:
    """The words of a derived figure."""
    figures = [names.dataset.figures[key] for key in one.inputs]
    label = _label(one, figures, names)
    return Working(label, worked_out(one, names), interval(one, names), formula(one, names), one.inputs)


def worked_out(one: Derived, names: Names) -> str:
    """The number with the qualifier that its inputs leave it; what is only added up keeps all its digits."""
    return names.of(words.WORKED_OUT[one.qualifier]).format(number=_amount(one, one.value, names))


def interval(one: Derived, names: Names) -> str:
    """What printing leaves open; empty where that could not be seen."""
    low, high = (_amount(one, end, names) for end in (one.low, one.high))
    if one.high.is_infinite():
        return names.of(words.INTERVAL_OPEN).format(low=low)
    return "" if low == high else names.of(words.INTERVAL).format(low=low, high=high)


def formula(one: Derived, names: Names) -> str:
    """How it was worked out, with the numbers as they were printed."""
    figures = [names.dataset.figures[key] for key in one.inputs]
    first, others = figures[0], figures[1:]
    second = others[0] if others else first
    facts = {
        "a": printed(first, names),
        "b": printed(second, names),
        "growth": signed(first, names).lstrip(f"+{units.MINUS}"),
        "sign": units.MINUS if first.growth and first.growth.value < 0 else "+",
        "done": units.compact(first.completion.value, "percent", names.lang, digits=15) if first.completion else "",
        "gone": units.compact(float(first.period.share_of_year()), "percent", names.lang, digits=3),
        "name_a": names.metric(first.metric),
        "name": names.metric(second.metric),
        "period_a": first.period.label(names.lang),
        "period_b": second.period.label(names.lang),
        "rest": _joined(others, " − ", names),
        "sum": _joined(figures, " + ", names),
    }
    return names.of(words.FORMULAS[one.formula]).format(**facts)


def _joined(figures: Sequence[Figure], sign: str, names: Names) -> str:
    if len(figures) > LISTED:
        return names.count(words.MANY, len(figures))
    return sign.join(printed(figure, names) for figure in figures)


def _amount(one: Derived, value: Decimal, names: Names) -> str:
    return units.compact(value, one.unit, names.lang, digits=15 if one.formula in SUMS else 4)


def _label(one: Derived, figures: Sequence[Figure], names: Names) -> str:
    ratio = names.dataset.ratios.get(one.named)
    facts = {
        "period": one.period.label(names.lang),
        "earlier": figures[-1].period.label(names.lang),
        "ratio": names.of(ratio.name) if ratio else "",
    }
    label = names.of(words.LABELS[one.formula]).format(**facts)
    return names.of(words.DERIVED).format(label=label)
