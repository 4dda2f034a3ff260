"""Arithmetic of intervals: what comes of numbers in them lies in what comes of them, and the ends are reached."""

from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.values.intervals import ZERO, Interval, common, point, total

INF = Decimal("Infinity")
numbers = st.decimals(-(10**6), 10**6, places=2)
intervals = st.tuples(numbers, numbers).map(lambda ends: Interval(min(ends), max(ends)))
shares = st.sampled_from([Decimal(0), Decimal("0.25"), Decimal("0.5"), Decimal(1)])

OPERATIONS: dict[str, tuple[Callable[[Interval, Interval], Interval], Callable[[Decimal, Decimal], Decimal]]] = {
    "+": (lambda a, b: a + b, lambda a, b: a + b),
    "-": (lambda a, b: a - b, lambda a, b: a - b),
    "*": (lambda a, b: a * b, lambda a, b: a * b),
    "/": (lambda a, b: a / b, lambda a, b: a / b),
}


@pytest.mark.parametrize("sign", OPERATIONS)
@given(a=intervals, b=intervals, p=shares, q=shares)
def test_results_lie_inside(sign: str, a: Interval, b: Interval, p: Decimal, q: Decimal) -> None:
    of_intervals, of_numbers = OPERATIONS[sign]
    assume(sign != "/" or ZERO not in b)
    left, right = a.low + (a.high - a.low) * p, b.low + (b.high - b.low) * q
    result = of_intervals(a, b)
    with localcontext(prec=60):
        assert of_numbers(left, right) in result


@pytest.mark.parametrize("sign", ["+", "-", "*"])
@given(a=intervals, b=intervals)
def test_the_ends_are_reached(sign: str, a: Interval, b: Interval) -> None:
    of_intervals, of_numbers = OPERATIONS[sign]
    corners = [of_numbers(x, y) for x, y in product((a.low, a.high), (b.low, b.high))]
    result = of_intervals(a, b)
    assert (result.low, result.high) == (min(corners), max(corners))


def test_open_ends() -> None:
    least = Interval(Decimal(3), INF)
    assert least + point(Decimal(2)) == Interval(Decimal(5), INF)
    assert point(Decimal(10)) - least == Interval(-INF, Decimal(7))
    assert point(Decimal(6)) / least == Interval(ZERO, Decimal(2))
    assert least * point(ZERO) == point(ZERO)
    assert least * point(Decimal(2)) == Interval(Decimal(6), INF)
    assert least / least == Interval(ZERO, INF)


def test_nothing_is_divided_by_what_may_be_0() -> None:
    with pytest.raises(ZeroDivisionError):
        point(Decimal(1)) / Interval(Decimal(-1), Decimal(1))


@given(st.lists(intervals, max_size=5))
def test_total(parts: list[Interval]) -> None:
    assert total(parts) == Interval(sum((part.low for part in parts), ZERO), sum((part.high for part in parts), ZERO))


@given(intervals, intervals)
def test_what_meets_has_something_in_common(a: Interval, b: Interval) -> None:
    shared = common([a, b])
    assert (shared is not None) == a.meets(b) == b.meets(a)
    if shared is not None:
        assert shared.low in a
        assert shared.high in b


def test_nothing_in_common() -> None:
    assert common([]) is None
    assert common([point(ZERO), point(Decimal(1))]) is None


def test_what_cannot_be_less() -> None:
    assert Interval(Decimal(-1), Decimal(2)).up(ZERO) == Interval(ZERO, Decimal(2))
    assert Interval(Decimal(-2), Decimal(-1)).up(ZERO) == point(ZERO)


def test_a_quotient_that_comes_out_even_is_a_single_number() -> None:
    assert point(Decimal(54)) / point(Decimal(60)) == point(Decimal("0.9"))


def test_a_quotient_that_does_not_is_rounded_outwards() -> None:
    third = point(Decimal(1)) / point(Decimal(3))
    assert Fraction(third.low) < Fraction(1, 3) < Fraction(third.high)


@given(intervals, intervals)
def test_within(inner: Interval, outer: Interval) -> None:
    assert inner.within(outer) == (inner.low in outer and inner.high in outer)
