"""Figures that follow from reported ones: checked by hand, and never outside what printing leaves open."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators import derived
from indicators.model import Dataset
from tests.builders import make_dataset, make_figure

YI = Decimal(10**8)


@pytest.mark.parametrize(
    ("figure", "base"),
    [
        ("rizhao-transport-investment-2022s1", "22.59"),  # 56.92 ÷ 2.52
        ("etdz-equipment-output-2022s1", "27.80"),  # 36.7 ÷ 1.32
        ("etdz-equipment-taxes-2022s1", "0.69"),  # 1.68 ÷ 2.44
        ("wulian-technical-renovation-investment-2022s1", "9.59"),  # 12.86 ÷ 1.341
        ("rizhao-budget-revenue-2024m01-07", "120.00"),  # 126.00 ÷ 1.05
        ("rizhao-tax-revenue-2024m01-07", "84.28"),  # 82.00 ÷ 0.973
        ("shanhaitian-budget-revenue-2024m01-07", "2.76"),  # 2.65 ÷ 0.961
    ],
)
def test_base_a_year_earlier(shipped: Dataset, figure: str, base: str) -> None:
    found = derived.base(shipped.figures[figure], shipped)
    assert found is not None
    assert round(found.value / YI, 2) == Decimal(base)
    assert found.low < found.value < found.high
    assert (found.formula, found.unit, found.inputs) == ("base", "CNY", (figure,))


@pytest.mark.parametrize("figure", ["rizhao-gdp-2020", "rizhao-tertiary-value-added-2020"])
def test_growth_at_constant_prices_gives_no_base(shipped: Dataset, figure: str) -> None:
    assert shipped.figures[figure].growth is not None
    assert derived.base(shipped.figures[figure], shipped) is None


@pytest.mark.parametrize(
    ("figure", "plan"),
    [
        ("rizhao-transport-investment-2022s1", "109.25"),  # 56.92 ÷ 0.521
        ("wulian-domestic-capital-2022s1", "40.03"),  # 26.9 ÷ 0.672
        ("wulian-industry-bureau-capital-2022s1", "0.50"),  # 2.07 ÷ 4.14: the 5000万元 that the article prints
    ],
)
def test_plan(shipped: Dataset, figure: str, plan: str) -> None:
    found = derived.plan(shipped.figures[figure])
    assert found is not None
    assert round(found.value / YI, 2) == Decimal(plan)
    assert found.low < found.value < found.high


def test_a_printed_target_lies_in_the_plan_that_follows(shipped: Dataset) -> None:
    target = shipped.figures["wulian-industry-bureau-capital-target-2022"].text
    plan = derived.plan(shipped.figures["wulian-industry-bureau-capital-2022s1"])
    assert target is not None
    assert plan is not None
    assert plan.low <= target.value <= plan.high


def test_what_is_not_itemised(shipped: Dataset) -> None:
    whole = shipped.figures["rizhao-transport-investment-2022s1"]
    rest = derived.remainder(whole, derived.wholes(shipped)[whole.id])
    assert rest is not None
    assert rest.value == Decimal("32.54") * YI  # 56.92 − 13.42 − 10.96
    assert (rest.low, rest.high) == (Decimal("32.525") * YI, Decimal("32.555") * YI)
    assert rest.inputs == (whole.id, "rizhao-railway-investment-2022s1", "rizhao-road-investment-2022s1")


def test_complete_parts_leave_nothing(shipped: Dataset) -> None:
    wholes = derived.wholes(shipped)
    complete = [key for key in wholes if shipped.figures[key].complete_parts]
    assert len(complete) == 3
    for key in complete:
        whole = shipped.figures[key].text
        assert whole is not None
        assert sum(part.text.value for part in wholes[key] if part.text) == whole.value
        assert derived.remainder(shipped.figures[key], wholes[key]) is None


@pytest.mark.parametrize(
    "changes",
    [{"growth": None}, {"text": None, "growth": "32%"}, {"growth": "-100%"}, {"text": "至少3亿元", "growth": "32%"}],
    ids=["no growth", "no value", "nothing is left", "open above"],
)
def test_no_base(changes: dict[str, str | None]) -> None:
    quote = changes.get("text") or changes.get("growth") or "56.92亿元"
    figure = make_figure(**{"growth": "32%", **changes, "quote": quote})
    assert derived.base(figure, make_dataset()) is None


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
    found = derived.base(figure, make_dataset())
    assume(found is not None)
    assert found is not None
    slack = Decimal("1e-6")
    low, high = found.low / YI - slack, found.high / YI + slack
    assert Fraction(low) <= before <= Fraction(high)
