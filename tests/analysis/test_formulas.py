"""Figures that follow from reported ones: checked by hand, and never outside what printing leaves open."""

from decimal import Decimal
from typing import get_args

import pytest

from indicators.analysis import derivations, formulas
from indicators.analysis.formulas import Derived, Formula
from indicators.analysis.itemisations import Itemisations
from indicators.model.dataset import Dataset
from indicators.values.quantities import Qualifier
from tests.builders import make_dataset, make_figure

YI = Decimal(10**8)


@pytest.fixture(scope="module")
def follow(shipped: Dataset) -> dict[str, Derived]:
    """All that follows from the shipped dataset, by id."""
    everything = derivations.derive_all(shipped)
    assert len({derived.id for derived in everything}) == len(everything)
    assert not {derived.id for derived in everything} & set(shipped.figures)
    return {derived.id: derived for derived in everything}


# id of the derived figure → value, low and high, worked out by hand (with a pocket calculator) from the printed words
BY_HAND = {
    # a year earlier: value ÷ (1 + growth)
    "rizhao-transport-investment-2022s1:base": ("22.59亿", "22.54亿", "22.63亿"),  # 56.92 ÷ 2.52
    "etdz-equipment-output-2022s1:base": ("27.80亿", "27.66亿", "27.95亿"),  # 36.7 ÷ 1.32
    "etdz-equipment-taxes-2022s1:base": ("0.69亿", "0.69亿", "0.69亿"),  # 1.68 ÷ 2.44
    "wulian-technical-renovation-investment-2022s1:base": ("9.59亿", "9.58亿", "9.60亿"),  # 12.86 ÷ 1.341
    "rizhao-budget-revenue-2024m01-07:base": ("120.00亿", "119.94亿", "120.06亿"),  # 126.00 ÷ 1.05
    "rizhao-tax-revenue-2024m01-07:base": ("84.28亿", "84.23亿", "84.32亿"),  # 82.00 ÷ 0.973
    "rizhao-non-tax-revenue-2024m01-07:base": ("35.69亿", "35.67亿", "35.70亿"),  # 44.00 ÷ 1.233
    "shanhaitian-budget-revenue-2024m01-07:base": ("2.76亿", "2.75亿", "2.76亿"),  # 2.65 ÷ 0.961
    "rizhao-port-containers-2023q1:base": ("129.58万", "129.14万", "130.02万"),  # 150 ÷ 1.1576
    "wulian-rural-income-2015:base": ("1.21万", "1.21万", "1.22万"),  # 13350 ÷ 1.10, printed as whole per cent
    # the whole plan: value ÷ completion
    "rizhao-transport-investment-2022s1:plan": ("109.25亿", "109.14亿", "109.37亿"),  # 56.92 ÷ 0.521
    "wulian-domestic-capital-2022s1:plan": ("40.03亿", "39.93亿", "40.13亿"),  # 26.9 ÷ 0.672
    "wulian-industry-bureau-capital-2022s1:plan": ("0.50亿", "0.50亿", "0.50亿"),  # 2.07 ÷ 4.14: the 5000万 printed
    "wulian-large-projects-attracted-2015:plan": ("16.00", "15.95", "16.05"),  # 24 ÷ 1.5
    "wulian-attracted-project-funds-2015:plan": ("10.05亿", "10.02亿", "10.09亿"),  # 14.68 ÷ 1.46
    # pace: completion ÷ share of the year gone
    "rizhao-transport-investment-2022s1:pace": ("104.20%", "104.10%", "104.30%"),  # 52.1 ÷ 50
    "wulian-domestic-capital-2022s1:pace": ("134.40%", "134.30%", "134.50%"),  # 67.2 ÷ 50
    "wulian-industry-bureau-capital-2022s1:pace": ("828.00%", "827.00%", "829.00%"),  # 414 ÷ 50
    # against a printed target: value ÷ target
    "wulian-industry-bureau-capital-2022s1:achievement": ("414.00%", "413.00%", "415.00%"),  # 2.07亿 ÷ 5000万
    # share of a whole: part ÷ whole
    "rizhao-railway-investment-2022s1:share": ("23.58%", "23.57%", "23.59%"),  # 13.42 ÷ 56.92
    "rizhao-road-investment-2022s1:share": ("19.26%", "19.24%", "19.27%"),  # 10.96 ÷ 56.92
    "hitech-gazelles-2020-12:share": ("35.29%", "35.29%", "35.29%"),  # 6 ÷ 17
    "rizhao-tax-revenue-2024m01-07:share": ("65.08%", "65.07%", "65.09%"),  # 82 ÷ 126
    "rizhao-tertiary-value-added-2020:share": ("49.39%", "49.39%", "49.39%"),  # 990.90 ÷ 2006.43
    "rizhao-port-foreign-trade-cargo-2023q1:share": ("59.59%", "59.04%", "60.14%"),  # 0.87 ÷ 1.46
    # what no part accounts for: whole − parts
    "rizhao-transport-investment-2022s1:remainder": ("32.54亿", "32.53亿", "32.56亿"),  # 56.92 − 13.42 − 10.96
    "rizhao-port-cargo-2023q1:remainder": ("0.59亿", "0.58亿", "0.60亿"),  # 1.46 − 0.87: trade within China
    # growth between two reported figures: later ÷ earlier − 1
    "hitech-gazelles-2022-08:growth": ("66.67%", "66.67%", "66.67%"),  # 10 ÷ 6 − 1
    "rizhao-postdoc-bases-2025-02:growth": ("171.43%", "171.43%", "171.43%"),  # 38 ÷ 14 − 1
    "rizhao-postdoc-bases-new-2024:growth": ("1000.00%", "1000.00%", "1000.00%"),  # 22 ÷ 2 − 1
    # what the months between brought: January to July − first half
    "donggang-budget-revenue-2024m01-07:difference": ("4.77亿", "4.76亿", "4.78亿"),  # 31.89 − 27.12
    "wulian-budget-revenue-2024m01-07:difference": ("1.84亿", "1.83亿", "1.85亿"),  # 10.18 − 8.34
    "shanhaitian-budget-revenue-2024m01-07:difference": ("0.24亿", "0.23亿", "0.25亿"),  # 2.65 − 2.41
    # growth of those months: (31.89 − 27.12) ÷ (31.89 ÷ 0.978 − 27.12 ÷ 1.001) − 1, and so on
    "donggang-budget-revenue-2024m01-07:growth-within": ("-13.50%", "-13.99%", "-13.00%"),
    "lanshan-budget-revenue-2024m01-07:growth-within": ("55.38%", "53.27%", "57.57%"),
    "etdz-budget-revenue-2024m01-07:growth-within": ("-0.22%", "-0.87%", "0.44%"),
    "shanhaitian-budget-revenue-2024m01-07:growth-within": ("-31.42%", "-32.83%", "-30.07%"),
    # what parts contribute to growth: (82 − 82 ÷ 0.973) ÷ (126 ÷ 1.05), (44 − 44 ÷ 1.233) ÷ (126 ÷ 1.05)
    "rizhao-tax-revenue-2024m01-07:contribution": ("-1.90%", "-1.93%", "-1.86%"),
    "rizhao-non-tax-revenue-2024m01-07:contribution": ("6.93%", "6.91%", "6.95%"),
    # 4.41 − (0.87 − 0.87 ÷ 1.0718) ÷ (1.46 ÷ 1.0441)
    "rizhao-port-cargo-2023q1:rest-contribution": ("0.24%", "0.20%", "0.29%"),
    # ratios
    "etdz-equipment-taxes-2022s1:ratio:taxes-per-output": ("4.58%", "4.56%", "4.60%"),  # 1.68 ÷ 36.7
    "wulian-industry-profits-and-taxes-2015:ratio:profits-and-taxes-per-revenue": (
        "5.18%", "5.08%", "5.28%",  # 27 ÷ 521
    ),
    "commodity-rubber-cleared-2022-07-22:ratio:commodity-unit-price": ("1.20万", "1.20万", "1.20万"),  # 242万 ÷ 201.6
    "wulian-technical-renovation-investment-2022s1:ratio:investment-per-renovation-project": (
        "2074.19万", "2073.39万", "2075.00万",  # 12.86亿 ÷ 62
    ),
    "wulian-new-and-renovation-investment-2015:ratio:investment-per-new-or-renovation-project": (
        "4421.05万", "4368.42万", "4473.68万",  # 42亿 ÷ 95
    ),
    "rizhao-port-investment-2023q1:ratio:investment-per-port-project": (
        "5523.08万", "5519.23万", "5526.92万",  # 7.18亿 ÷ 13
    ),
    "wulian-key-projects-started-2022-06:ratio:share-of-key-projects-started": (
        "90.00%", "90.00%", "90.00%",  # 54 ÷ 60
    ),
    "wulian-investor-visits-2022s1:ratio:visits-per-investor": ("6.63", "6.63", "6.63"),  # 106 ÷ 16 = 6.625
    "wulian-urban-income-2015:ratio:urban-to-rural-income": ("1.88", "1.88", "1.88"),  # 25160 ÷ 13350
}  # fmt: skip
SIZES = {"亿": Decimal(10**8), "万": Decimal(10**4), "%": Decimal("0.01")}


def by_hand(printed: str) -> tuple[Decimal, Decimal]:
    """A number worked out by hand, and half a unit of its last digit."""
    size = SIZES.get(printed[-1], Decimal(1))
    return Decimal(printed.rstrip("亿万%")) * size, Decimal("0.005") * size


@pytest.mark.parametrize("key", BY_HAND)
def test_by_hand(follow: dict[str, Derived], key: str) -> None:
    derived = follow[key]
    for number, printed in zip((derived.value, derived.low, derived.high), BY_HAND[key], strict=True):
        expected, slack = by_hand(printed)
        assert abs(number - expected) <= slack, (number, printed)
    assert derived.low <= derived.value <= derived.high
    figure, formula, *named = key.split(":")
    assert (derived.inputs[0], derived.formula, [derived.ratio] if derived.ratio else []) == (figure, formula, named)


def test_every_formula_was_worked_out_by_hand() -> None:
    assert {key.split(":")[1] for key in BY_HAND} | {"total", "before", "index", "per-head"} == set(get_args(Formula))
    assert len(BY_HAND) >= 25


@pytest.mark.parametrize(
    ("printed", "value", "low", "high", "period", "qualifier"),
    [
        ({"text": "56.92亿元", "change": "增加2.1亿元"}, "54.82亿", "54.765亿", "54.875亿", "2021-S1", "exact"),
        ({"text": "14家", "change": "减少3家"}, "17", "17", "17", "2021-S1", "exact"),
        ({"text": "56.92亿元", "change": "减少近2亿元"}, "58.92亿", "57.915亿", "58.925亿", "2021-S1", "under"),
        (
            {"text": "65.1%", "points": "提高1.2个百分点", "growth_from": "2020"},
            "63.9%",
            "63.8%",
            "64.0%",
            "2020",
            "exact",
        ),
        ({"text": "0.5%", "points": "提高1.2个百分点"}, "-0.7%", "-0.8%", "-0.6%", "2021-S1", "exact"),
        ({"text": "约2亿元", "change": "增加2亿元"}, "0亿", "0亿", "1亿", "2021-S1", "about"),
    ],
)
def test_what_was_before_a_printed_change(  # noqa: PLR0917  # a row of the table
    printed: dict[str, str], value: str, low: str, high: str, period: str, qualifier: str
) -> None:
    derived = formulas.before(make_figure(**printed))
    assert derived is not None
    assert [derived.value, derived.low, derived.high] == [by_hand(number)[0] for number in (value, low, high)]
    assert (derived.period.text, derived.qualifier) == (period, qualifier)


def test_nothing_was_before_a_change_of_more_than_all() -> None:
    assert formulas.before(make_figure(text="2亿元", change="增加3亿元")) is None
    assert formulas.before(make_figure(text="2亿元")) is None
    assert formulas.before(make_figure(text=None, change="增加3亿元")) is None


def test_what_growth_is_against_is_the_base() -> None:
    """The base is of the period that the article names."""
    dataset = make_dataset()
    base = formulas.base(make_figure(text="60亿元", growth="20%", growth_from="2015"), dataset)
    assert base is not None
    assert (base.period.text, base.value) == ("2015", Decimal("50e8"))


def test_what_it_is_about(follow: dict[str, Derived]) -> None:
    """A base is of the year before, a plan of the year, a difference of the months between."""
    periods = {
        "rizhao-transport-investment-2022s1:base": "2021-S1",
        "rizhao-transport-investment-2022s1:plan": "2022",
        "rizhao-transport-investment-2022s1:remainder": "2022-S1",
        "rizhao-budget-revenue-2024m01-07:base": "2023-01-01/P7M",
        "donggang-budget-revenue-2024m01-07:difference": "2024-07",
        "rizhao-postdoc-bases-2025-02:growth": "2025-02",
    }
    assert {key: follow[key].period.text for key in periods} == periods


def test_units_of_what_follows(follow: dict[str, Derived], shipped: Dataset) -> None:
    sizes = {"base", "plan", "remainder", "difference"}
    for derived in follow.values():
        figure = shipped.figures[derived.inputs[0]]
        if derived.formula in sizes:
            assert figure.text is not None
            assert derived.unit == figure.text.unit
        else:
            other = "pp" if derived.formula.endswith("contribution") else "percent"
            assert derived.unit == (shipped.ratios[derived.ratio].unit if derived.ratio else other)


@pytest.mark.parametrize("figure", ["rizhao-gdp-2020", "rizhao-tertiary-value-added-2020"])
def test_growth_at_constant_prices_gives_no_base(shipped: Dataset, figure: str) -> None:
    assert shipped.figures[figure].growth is not None
    assert formulas.base(shipped.figures[figure], shipped) is None


def test_a_printed_target_lies_in_the_plan_that_follows(shipped: Dataset) -> None:
    target = shipped.figures["wulian-industry-bureau-capital-target-2022"]
    plan = formulas.plan(shipped.figures["wulian-industry-bureau-capital-2022s1"], target)
    assert target.text is not None
    assert plan is not None
    assert plan.low <= target.text.value <= plan.high


def test_what_is_not_itemised(shipped: Dataset) -> None:
    whole = shipped.figures["rizhao-transport-investment-2022s1"]
    (itemisation,) = Itemisations(shipped).of(whole)
    rest = itemisation.rest
    assert isinstance(rest, Derived)
    assert rest.value == Decimal("32.54") * YI  # 56.92 − 13.42 − 10.96
    assert (rest.low, rest.high) == (Decimal("32.525") * YI, Decimal("32.555") * YI)
    assert rest.inputs == (whole.id, "rizhao-railway-investment-2022s1", "rizhao-road-investment-2022s1")


def test_complete_parts_leave_nothing(shipped: Dataset) -> None:
    wholes = shipped.parts
    complete = [key for key in wholes if shipped.figures[key].complete_parts]
    assert len(complete) == 3
    for key in complete:
        whole = shipped.figures[key].text
        assert whole is not None
        assert sum(part.text.value for part in wholes[key] if part.text) == whole.value
        (itemisation,) = Itemisations(shipped).of(shipped.figures[key])
        assert itemisation.rest is None


@pytest.mark.parametrize(
    "changes",
    [{"growth": None}, {"text": None, "growth": "32%"}, {"growth": "-100%"}, {"text": "至少3亿元", "growth": "32%"}],
    ids=["no growth", "no value", "nothing is left", "open above"],
)
def test_no_base(changes: dict[str, str | None]) -> None:
    quote = changes.get("text") or changes.get("growth") or "56.92亿元"
    figure = make_figure(**{"growth": "32%", **changes, "quote": quote})
    assert formulas.base(figure, make_dataset()) is None


@pytest.mark.parametrize(
    ("plus", "minus", "left"),
    [
        (["5亿元", "3亿元"], [], "exact"),
        (["5亿元", "超3亿元"], [], "over"),
        (["至少5亿元", "3亿余元"], [], "over"),
        (["近5亿元", "不足3亿元"], [], "under"),
        (["约5亿元", "3亿元"], [], "about"),
        (["近5亿元", "超3亿元"], [], "about"),
        (["约5亿元", "超3亿元"], [], "about"),
        (["5亿元"], ["超3亿元"], "under"),
        (["5亿元"], ["不足3亿元"], "over"),
        (["超5亿元"], ["不足3亿元"], "over"),
        (["超5亿元"], ["超3亿元"], "about"),
    ],
)
def test_qualifiers_are_carried_on(plus: list[str], minus: list[str], left: Qualifier) -> None:
    amounts = [make_figure(text=text, quote=text).text for text in plus]
    taken = [make_figure(text=text, quote=text).text for text in minus]
    assert formulas.carried([amount for amount in amounts if amount], [amount for amount in taken if amount]) == left


def test_a_sum_carries_interval_and_qualifier() -> None:
    figures = [make_figure(id=f"f{n}", text=text, quote=text) for n, text in enumerate(("3万余元", "5000元"))]
    total = formulas.of_parts(figures)
    assert total is not None
    assert (total.value, total.low, total.high) == (Decimal(35000), Decimal("34999.5"), Decimal("45000.5"))
    assert (total.qualifier, total.inputs, total.formula) == ("over", ("f0", "f1"), "total")


def test_no_sum_of_what_was_not_printed() -> None:
    figures = [make_figure(), make_figure(id="b", text=None, growth="3%", quote="3%")]
    assert formulas.of_parts(figures) is None
    assert formulas.of_parts([]) is None


def test_gdp_and_value_added_have_shares_but_no_growth_of_their_own(follow: dict[str, Derived]) -> None:
    """comparable_basis: false blocks what sets a value beside a growth at constant prices."""
    formulas = {
        derived.formula
        for derived in follow.values()
        if "value-added" in derived.inputs[0] or "gdp" in derived.inputs[0]
    }
    assert formulas == {"share"}
