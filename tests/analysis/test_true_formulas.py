"""The truth lies in the interval of what follows, whatever was rounded."""

from decimal import Decimal
from fractions import Fraction

from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.analysis import formulas
from indicators.values.intervals import Interval
from tests.builders import make_article, make_dataset, make_figure


@given(
    st.integers(1, 10**6).map(lambda cents: Fraction(cents, 100)),
    st.integers(-900, 5000).map(lambda tenths: Fraction(tenths, 1000)),
)
def test_the_truth_lies_in_the_interval(before: Fraction, growth: Fraction) -> None:
    """Whatever was before: what an article rounds of it and of its growth leads back to an interval that holds it."""
    now = before * (1 + growth)
    printed = f"{float(now):.2f}亿元"
    assume(float(f"{float(now):.2f}") > 0)
    percent = f"{float(growth * 100):.1f}%"
    figure = make_figure(text=printed, growth=percent, quote=printed)
    base = formulas.base(figure, make_dataset())
    assume(base is not None)
    assert base is not None
    assert holds(base.interval, before * 10**8)


amounts = st.integers(1, 10**6).map(lambda cents: Fraction(cents, 10**3))
places = st.integers(0, 3)


def print_rounded(true: Fraction, digits: int) -> str:
    """A true amount as an article rounds it."""
    scaled = true * 10**digits
    return f"{Decimal(int(scaled + Fraction(1, 2))) / 10**digits:f}亿元"


def holds(interval: Interval, true: Fraction) -> bool:
    """Exactly: the ends of an interval are rounded outwards."""
    return Fraction(interval.low) <= true <= Fraction(interval.high)


@given(st.lists(st.tuples(amounts, places), min_size=1, max_size=6))
def test_a_true_sum_lies_in_the_interval(parts: list[tuple[Fraction, int]]) -> None:
    figures = [
        make_figure(id=f"f{n}", text=(text := print_rounded(true, digits)), quote=text)
        for n, (true, digits) in enumerate(parts)
    ]
    total = formulas.of_parts(figures)
    assert total is not None
    assert holds(total.interval, sum((true for true, _ in parts), Fraction(0)) * 10**8)


@given(amounts, amounts, places, places)
def test_a_true_quotient_lies_in_the_interval(above: Fraction, below: Fraction, left: int, right: int) -> None:
    """Growth between two figures, and the share of a part, as printed with any rounding."""
    now, then = print_rounded(above, left), print_rounded(below, right)
    later = make_figure(id="later", period="2022", text=now, quote=now, part_of="earlier")
    earlier = make_figure(id="earlier", period="2021", text=then, quote=then)
    dataset = make_dataset(make_article(earlier, later))
    growth = formulas.growth(later, earlier, dataset)
    assume(growth is not None)
    assert growth is not None
    assert holds(growth.interval, above / below - 1)
    if above <= below:
        part = formulas.share(later, earlier)
        assert part is not None
        assert holds(part.interval, above / below)


@given(amounts, st.lists(st.tuples(amounts, places), min_size=1, max_size=4), places)
def test_a_true_remainder_lies_in_the_interval(rest: Fraction, parts: list[tuple[Fraction, int]], digits: int) -> None:
    true = rest + sum((part for part, _ in parts), Fraction(0))
    text = print_rounded(true, digits)
    whole = make_figure(id="whole", text=text, quote=text)
    listed = [
        make_figure(id=f"f{n}", text=(printed := print_rounded(part, places_)), quote=printed)
        for n, (part, places_) in enumerate(parts)
    ]
    rest_of_whole = formulas.rest(whole, listed)
    assume(rest_of_whole is not None)
    assert rest_of_whole is not None
    assert holds(rest_of_whole.interval, rest * 10**8)
