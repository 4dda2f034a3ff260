"""A figure → the number that its page shows large, what it is, and the other numbers that stand under it."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.analysis.derivations import Derivations
from indicators.analysis.formulas import Derived
from indicators.analysis.refusals import Refusal
from indicators.model.articles import ANNUAL, Figure
from indicators.model.subjects import Nature
from indicators.phrasing.figures import (
    bare_amount,
    bare_change,
    bare_part,
    bare_share,
    growth_rate,
    qualified,
)
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import ONE, Interval, point, total
from indicators.values.units import MINUS
from indicators.words.pages import figure as words

_PERCENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known of the figure; ``figure`` is the id of the one that it leads to, if any."""

    label: str
    value: str
    figure: str = ""


@dataclass(frozen=True, slots=True)
class MainNumber:
    """The number to show large, as the language writes it, and under it the others that the figure has.

    ``label`` says what it is, unless it is the amount. ``nature`` and ``period`` stand behind it. ``beside`` are the
    other numbers that were printed, ``derived`` what the program adds. ``itemised`` is the share of the amount that its
    parts cover.
    """

    number: str
    label: str
    look: Nature
    nature: str
    period: str
    beside: tuple[Fact, ...]
    derived: tuple[Fact, ...] = ()
    itemised: Fact | None = None


def of(figure: Figure, derivations: Derivations, names: Names) -> MainNumber:
    """The amount, or else the growth, the change, the share of a plan or of its whole."""
    rates = tuple(_rates(figure, names))
    if figure.text is None:
        number, label, beside = rates[0].value, rates[0].label, rates[1:]
    else:
        number, label, beside = bare_amount(figure, names), "", rates
    facts = {"nature": names.nature(figure.nature).lower(), "period": figure.period.label(names.lang)}
    return MainNumber(
        number=number,
        label=label,
        look=figure.nature,
        nature=facts["nature"],
        period=facts["period"],
        beside=beside,
        derived=tuple(_derived(figure, derivations, names)),
        itemised=_itemised(figure, derivations, names),
    )


def _rates(figure: Figure, names: Names) -> Iterator[Fact]:
    """The numbers beside the amount, each with what it is against."""
    since = {"period": figure.growth_from.label(names.lang)} if figure.growth_from else {}
    numbers = (
        (growth_rate(figure, names), words.OTHER_GROWTH if since else words.GROWTH),
        (_change(figure, names), words.OTHER_CHANGE if since else words.CHANGE),
        (bare_share(figure, names), words.COMPLETION if figure.plan == ANNUAL else words.COMPLETION_OF_TARGET),
        (bare_part(figure, names), words.SHARE),
    )
    for number, label in numbers:
        if number:
            yield Fact(names.of_nature(names.of(label).format(**since), figure.nature), number)


def _change(figure: Figure, names: Names) -> str:
    """The change without the period that it is against, which stands in its label."""
    return bare_change(figure.model_copy(update={"growth_from": None}), names) if figure.change or figure.points else ""


def _derived(figure: Figure, derivations: Derivations, names: Names) -> Iterator[Fact]:
    """How far the completed share of a plan is ahead of the share of the year that is gone, in percentage points."""
    pace: Derived | None = next((each for each in derivations.get(figure.id, ()) if each.formula == "pace"), None)
    if pace is None or figure.completion is None:
        return
    gone = figure.period.share_of_year()
    passed = Decimal(gone.numerator) / Decimal(gone.denominator)
    ahead = lead(figure.completion.interval, passed)
    if ahead.low <= 0 <= ahead.high:
        yield Fact(names.of(words.ON_TIME), "≈ 0")
        return
    points = ((figure.completion.value - passed) * 100).quantize(Decimal("0.1"))
    sign = "+" if points > 0 else MINUS
    yield Fact(names.of(words.AHEAD if points > 0 else words.BEHIND), f"{sign}{abs(points)}")


def _itemised(figure: Figure, derivations: Derivations, names: Names) -> Fact | None:
    """The share of the amount that its reported parts cover, in whole per cent; None where that is not known."""
    share = itemised_share(figure, derivations)
    if share is None:
        return None
    value, ends = share
    number = units.compact(value.quantize(_PERCENT), "percent", names.lang)
    low, high = (end.quantize(_PERCENT) for end in (ends.low, ends.high))
    if high - low > _NEAR:  # of over 400 mn: "about" would hide that it may be much less
        several = (units.compact(end, "percent", names.lang) for end in (low, high))
        number = names.of(words.FROM_TO).format_map(dict(zip(("low", "high"), several, strict=True)))
    elif low != high:
        number = qualified("about", number, names)
    return Fact(names.of(words.ITEMISED), number)


_NEAR: Final = Decimal("0.02")
"""A share that may lie so far apart is told as a number, with “about”; one that may lie farther as its two ends."""


def itemised_share(figure: Figure, derivations: Derivations) -> tuple[Decimal, Interval] | None:
    """What the parts of one way of splitting an amount come to, as a fraction of it, and where that may lie.

    Periods within a period are no parts here.
    """
    ways = [way for way in derivations.itemisations.of(figure) if way.split.by != "period"]
    whole = figure.text
    if not ways or isinstance(ways[0].rest, Refusal) or whole is None or whole.low <= 0:
        return None
    amounts = [part.text for part in ways[0].parts if part.text is not None]
    if ways[0].rest is None:
        return ONE, point(ONE)
    sums = total(amount.interval for amount in amounts)
    if sums.low < 0 or not (sums.high.is_finite() and whole.high.is_finite()):
        return None
    value = min(ONE, sum((amount.value for amount in amounts), Decimal(0)) / whole.value)
    return value, Interval(sums.low / whole.high, min(ONE, sums.high / whole.low))


def lead(completed: Interval, passed: Decimal) -> Interval:
    """The completed share of a plan less the share of the year that is over; fractions."""
    return completed - point(min(passed, ONE))
