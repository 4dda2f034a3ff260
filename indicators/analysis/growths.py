"""Amounts printed with their growth on a year earlier → the growth inside a period, and what each part contributes.

Every printed number stands both in an amount and in its base a year earlier, so it varies once in both. All functions
here are monotone in each number while the others stay as they are; their least and greatest values over the intervals
of all numbers are therefore at corners, where each number is at one of its ends.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Final

from indicators.analysis.formulas import SHARE, Derived, derive
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.values.intervals import ONE, Interval, point, total
from indicators.values.quantities import Quantity
from indicators.values.unit_table import UNITS

POINTS: Final = UNITS["pp"]


def has_base(figure: Figure, dataset: Dataset) -> bool:
    """True where the amount a year earlier follows from what is printed."""
    value, growth = figure.text, figure.annual_growth
    if value is None or growth is None or figure.period.year_earlier() is None:
        return False
    divisible = value.low >= 0 and value.high.is_finite() and growth.low > -1 and growth.high.is_finite()
    return divisible and dataset.metrics[figure.metric].comparable_basis


def within(longer: Figure, shorter: Figure, dataset: Dataset) -> Derived | None:
    """The growth, as a fraction, of the rest of a period: of July in January to July and the first half-year.

    None where nothing is left of the period, or where its amount a year earlier may have been 0.
    """
    rest = longer.period.without(shorter.period)
    if rest is None or not (has_base(longer, dataset) and has_base(shorter, dataset)):
        return None
    metric = dataset.metrics[longer.metric]
    numbers = _numbers([longer, shorter])
    if metric.kind != "flow" or not metric.additive:
        return None
    if not numbers[0].is_like(numbers[2]) or numbers[0].value < numbers[2].value:
        return None
    whole, whole_growth, part, part_growth = (number.interval for number in numbers)
    least_base = _base(point(whole.low), point(whole_growth.high)) - _base(point(part.high), point(part_growth.low))
    if least_base.low <= 0:
        return None
    interval = _over_corners(_growth_within, [number.interval for number in numbers])
    value = _growth_within([point(number.value) for number in numbers]).low
    return derive("growth-within", (value, interval), SHARE, [longer, shorter], (), period=rest)


def _growth_within(numbers: Sequence[Interval]) -> Interval:
    longer, longer_growth, shorter, shorter_growth = numbers
    base = _base(longer, longer_growth) - _base(shorter, shorter_growth)
    return (longer - shorter) / base - point(ONE)


def contribution(part: Figure, whole: Figure, dataset: Dataset) -> Derived | None:
    """How much of the growth of a whole comes from one of its parts, in points."""
    if not (has_base(part, dataset) and has_base(whole, dataset)):
        return None
    numbers = _numbers([part, whole])
    if numbers[2].low <= 0:
        return None
    interval = _over_corners(_contribution, [number.interval for number in numbers])
    value = _contribution([point(number.value) for number in numbers]).low
    return derive("contribution", (value, interval), POINTS, [part, whole], ())


def _contribution(numbers: Sequence[Interval]) -> Interval:
    part, part_growth, whole, whole_growth = numbers
    return (part - _base(part, part_growth)) / _base(whole, whole_growth)


def rest_contribution(whole: Figure, parts: Sequence[Figure], dataset: Dataset, *, name: str = "") -> Derived | None:
    """How much of the growth of a whole comes from what is not in its disjoint parts, in points.

    ``name`` tells it from what other parts leave of the same whole.
    """
    if not parts or not all(has_base(figure, dataset) for figure in (whole, *parts)):
        return None
    amount, growth = _numbers([whole])
    if amount.low <= 0:
        return None
    numbers = [_numbers([part]) for part in parts]
    changes = [_over_corners(_change, [number.interval for number in pair]) for pair in numbers]
    change = total(_change([point(number.value) for number in pair]) for pair in numbers)
    interval = _over_corners(_left, [total(changes), amount.interval, growth.interval])
    value = _left([change, point(amount.value), point(growth.value)]).low
    return derive("rest-contribution", (value, interval), POINTS, [whole, *parts], (), name=name)


def _left(numbers: Sequence[Interval]) -> Interval:
    """The growth of the whole less the change of its parts over its base."""
    change, whole, growth = numbers
    return growth - change / _base(whole, growth)


def _change(numbers: Sequence[Interval]) -> Interval:
    amount, growth = numbers
    return amount - _base(amount, growth)


def _base(amount: Interval, growth: Interval) -> Interval:
    return amount / (growth + point(ONE))


def _numbers(figures: Iterable[Figure]) -> list[Quantity]:
    """Amount and growth of each."""
    return [number for figure in figures for number in (figure.text, figure.annual_growth) if number is not None]


def _over_corners(function: Callable[[Sequence[Interval]], Interval], numbers: Sequence[Interval]) -> Interval:
    """The least and the greatest value of a function that is monotone in each of its numbers."""
    corners = product(*(sorted({interval.low, interval.high}) for interval in numbers))
    values = [function([point(end) for end in corner]) for corner in corners]
    return Interval(min(value.low for value in values), max(value.high for value in values))
