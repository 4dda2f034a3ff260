"""Growth within a period and contributions to growth: never outside what printing leaves open, and no wider."""

from collections.abc import Sequence
from itertools import product
from random import Random

import pytest

from indicators.analysis import growths
from indicators.analysis.derivations import Breakdown, Derivations
from indicators.analysis.formulas import Derived, Formula
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from tests.builders import amended, make_dataset, make_figure, make_reports


def printed(key: str, amount: str, growth: str, **more: str) -> Figure:
    return make_figure(**{"id": key, "metric": "revenue", "text": amount, "growth": growth, "quote": amount, **more})


# --- against random numbers ------------------------------------------------------------------------------------------


def growth_within(numbers: Sequence[float]) -> float:
    longer, longer_growth, shorter, shorter_growth = numbers
    return (longer - shorter) / (longer / (1 + longer_growth) - shorter / (1 + shorter_growth)) - 1


def contribution(numbers: Sequence[float]) -> float:
    part, part_growth, whole, whole_growth = numbers
    return (part - part / (1 + part_growth)) / (whole / (1 + whole_growth))


def rest_contribution(numbers: Sequence[float]) -> float:
    whole, whole_growth, *parts = numbers
    changes = sum(part - part / (1 + growth) for part, growth in zip(parts[::2], parts[1::2], strict=True))
    return (whole - whole / (1 + whole_growth) - changes) / (whole / (1 + whole_growth))


WAYS = {"growth-within": growth_within, "contribution": contribution, "rest-contribution": rest_contribution}


def derived_from(formula: Formula, figures: Sequence[Figure]) -> Derived | None:
    dataset = make_dataset()
    first, second, *_ = figures
    match formula:
        case "growth-within":
            return growths.within(first, second, dataset)
        case "contribution":
            return growths.contribution(first, second, dataset)
    return growths.rest_contribution(first, figures[1:], dataset)


def figures_of(formula: Formula, dice: Random) -> list[Figure]:
    """A larger amount and one or two smaller ones, coarsely rounded, which rose or fell."""
    larger, smaller = dice.uniform(5, 90), dice.uniform(1, 4.5)
    amounts = [larger, smaller, smaller / 2] if formula == "rest-contribution" else [larger, smaller]
    periods = ["2022", "2022-S1"] if formula == "growth-within" else ["2022"] * 3
    if formula == "contribution":
        amounts.reverse()
    word = dice.choice(["", "", "约", "超"])
    return [
        printed(f"f{n}", f"{word}{amount:.{dice.choice([0, 1])}f}亿元", f"{dice.uniform(-60, 90):.0f}%", period=period)
        for n, (amount, period) in enumerate(zip(amounts, periods, strict=False))
    ]


@pytest.mark.parametrize("formula", list(WAYS))
def test_an_interval_holds_all_that_can_be_true_and_no_more(formula: Formula) -> None:
    dice = Random(formula)  # noqa: S311  # nothing is kept secret
    several = 0
    for _ in range(60):
        figures = figures_of(formula, dice)
        derived = derived_from(formula, figures)
        if derived is None:
            continue
        several += 1
        quantities = [number for figure in figures for number in (figure.text, figure.growth) if number]
        ends = [(float(quantity.low), float(quantity.high)) for quantity in quantities]
        for _ in range(60):
            assert_within(derived, WAYS[formula]([dice.uniform(*pair) for pair in ends]))
        corners = [WAYS[formula](corner) for corner in product(*ends)]
        assert float(derived.low) == pytest.approx(min(corners))
        assert float(derived.high) == pytest.approx(max(corners))
        assert_within(derived, float(derived.value))
    assert several >= 20


def assert_within(derived: Derived, value: float) -> None:
    slack = 1e-9 * max(1, abs(value))
    assert float(derived.low) - slack <= value <= float(derived.high) + slack


# --- where nothing follows -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("longer", "shorter"),
    [
        ({"growth_from": "2019"}, {}),
        ({"growth": "至少5%"}, {}),
        ({}, {"growth": "-100%"}),
        ({}, {"text": "至少5亿元", "quote": "至少5亿元"}),
        ({"metric": "firms", "text": "60家", "quote": "60家"}, {"metric": "firms", "text": "50家", "quote": "50家"}),
        ({"period": "2022-07"}, {}),
        ({"text": "5亿元", "quote": "5亿元"}, {"text": "6亿元", "quote": "6亿元"}),
        ({"growth": "900%"}, {}),  # all of a year earlier may lie in the shorter period
    ],
    ids=str,
)
def test_no_growth_within(longer: dict[str, str], shorter: dict[str, str]) -> None:
    numbers = {"metric": "revenue", "text": "60亿元", "quote": "60亿元", "growth": "5%"}
    first = make_figure(**{**numbers, "id": "a", "period": "2022-01-01/P7M", **longer})
    second = make_figure(**{**numbers, "id": "b", "period": "2022-S1", "text": "50亿元", "quote": "50亿元", **shorter})
    assert growths.within(first, second, make_dataset()) is None


# --- breakdowns ------------------------------------------------------------------------------------------------------

REVENUE = "rizhao-budget-revenue-2024m01-07"
TAX = "rizhao-tax-revenue-2024m01-07"


def breakdowns(dataset: Dataset) -> tuple[Breakdown, ...]:
    return Derivations(dataset).breakdowns(REVENUE)


def test_contributions_of_complete_parts_add_up_to_the_growth(shipped: Dataset) -> None:
    (breakdown,) = breakdowns(shipped)
    assert [part.id.partition(":")[0] for part in breakdown.parts] == [TAX, "rizhao-non-tax-revenue-2024m01-07"]
    assert breakdown.rest is None
    growth = shipped.figures[REVENUE].growth
    assert growth is not None
    assert sum(part.low for part in breakdown.parts) <= growth.value <= sum(part.high for part in breakdown.parts)


def test_what_is_not_itemised_contributes_the_rest(shipped: Dataset) -> None:
    (breakdown,) = breakdowns(amended(shipped, {REVENUE: {"complete_parts": False}, TAX: {"part_of": None}}))
    assert breakdown.rest is not None
    assert breakdown.rest.id == f"{REVENUE}:rest-contribution"
    assert float(breakdown.rest.value) == pytest.approx(-0.0193, abs=1e-4)


def test_no_breakdown_where_a_part_does_not_print_its_growth(shipped: Dataset) -> None:
    assert not breakdowns(amended(shipped, {TAX: {"growth": None}}))


def test_nothing_follows_from_growth_that_is_disputed() -> None:
    longer = {"metric": "revenue", "period": "2022-01-01/P7M", "text": "60亿元", "quote": "60亿元"}
    shorter = {"metric": "revenue", "period": "2022-S1", "text": "50亿元", "quote": "50亿元", "growth": "5%"}
    reports = [shorter, {**longer, "growth": "5%"}, {**longer, "growth": "9%", "publisher": "evening"}]
    of_longer = [formulas_of(make_reports(*some)) for some in (reports[:2], reports)]
    assert [("growth-within" in formulas) for formulas in of_longer] == [True, False]


def formulas_of(dataset: Dataset) -> set[str]:
    return {derived.formula for several in Derivations(dataset).values() for derived in several}


def test_the_page_of_a_whole_tells_what_its_parts_contributed(shipped: Dataset) -> None:
    about = Derivations(shipped).about(REVENUE)
    assert sum(derived.formula == "contribution" for derived in about) == 2
