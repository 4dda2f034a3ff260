"""Figures that follow from reported ones: checked by hand, and never outside what printing leaves open."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.analysis import derivations, formulas
from indicators.analysis.formulas import Derived, Formula
from indicators.analysis.itemisations import Itemisations
from indicators.model.dataset import Dataset
from indicators.model.entries import Ratio
from indicators.values.intervals import ZERO, Interval
from indicators.values.quantities import Qualifier
from tests.builders import make_article, make_dataset, make_figure

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


# --- carried on ------------------------------------------------------------------------------------------------------


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


# --- where nothing follows -------------------------------------------------------------------------------------------


def test_gdp_and_value_added_have_shares_but_no_growth_of_their_own(follow: dict[str, Derived]) -> None:
    """comparable_basis: false blocks what sets a value beside a growth at constant prices."""
    formulas = {
        derived.formula
        for derived in follow.values()
        if "value-added" in derived.inputs[0] or "gdp" in derived.inputs[0]
    }
    assert formulas == {"share"}


def pair(**later: str) -> tuple[str, ...]:
    """Formulas that follow from a city's revenue in 2021 and something reported later."""
    earlier = make_figure(id="earlier", period="2021", text="50亿元", quote="50亿元")
    figure = make_figure(**{"id": "later", "period": "2022", "text": "60亿元", "quote": "60亿元", **later})
    dataset = make_dataset(make_article(earlier, figure))
    return tuple(derived.formula for derived in derivations.derive_all(dataset))


@pytest.mark.parametrize(
    ("later", "formulas"),
    [
        ({}, ("growth",)),
        ({"nature": "target"}, ()),
        ({"nature": "expected"}, ()),
        ({"period": "2022-S1"}, ()),
        ({"region": "east"}, ()),
        ({"text": "至少60亿元", "quote": "至少60亿元"}, ()),
        ({"period": "2021-S1", "text": "30亿元", "quote": "30亿元"}, ("difference",)),
        ({"period": "2021-S1"}, ()),  # half a year of 60 in a year of 50
    ],
    ids=str,
)
def test_growth_is_of_one_series(later: dict[str, str], formulas: tuple[str, ...]) -> None:
    assert pair(**later) == formulas


def test_the_same_months_a_year_earlier_come_before_the_month_before() -> None:
    printed = {"2021-06": "10亿元", "2021-07": "20亿元", "2022-06": "12亿元"}
    figures = [make_figure(id=f"m{key}", period=key, text=text, quote=text) for key, text in printed.items()]
    inputs = {derived.id: derived.inputs for derived in derivations.derive_all(make_dataset(make_article(*figures)))}
    assert inputs == {"m2021-07:growth": ("m2021-07", "m2021-06"), "m2022-06:growth": ("m2022-06", "m2021-06")}


def test_a_holiday_week_has_no_base_but_grows_from_the_last_of_as_many_days() -> None:
    """Nobody printed which days the holiday had a year earlier, so no amount is given for them."""
    printed = {"2021-10-01/P7D": "10亿元", "2022-01-31/P7D": "12亿元", "2022-04-30/P5D": "9亿元", "2022-01": "20亿元"}
    figures = [
        make_figure(id=f"f{n}", period=period, text=text, growth="20%", quote=text)
        for n, (period, text) in enumerate(printed.items())
    ]
    inputs = {derived.id: derived.inputs for derived in derivations.derive_all(make_dataset(make_article(*figures)))}
    assert inputs == {"f1:growth": ("f1", "f0"), "f3:base": ("f3",)}


def test_the_year_to_a_day_has_its_base_in_the_year_to_that_day() -> None:
    figures = [
        make_figure(id=f"f{n}", period=period, text="20亿元", growth="25%", quote="20亿元")
        for n, period in enumerate(("2015-01-01/P88D", "2016-01-01/P89D"))
    ]
    derived = {one.id: one for one in derivations.derive_all(make_dataset(make_article(*figures)))}
    assert derived["f1:base"].period.label("en") == "1 January – 29 March 2015"
    assert derived["f1:growth"].inputs == ("f1", "f0")


def test_what_the_rest_of_a_month_brought_after_a_week() -> None:
    figures = [
        make_figure(id=f"f{n}", period=period, text=text, quote=text)
        for n, (period, text) in enumerate({"2022-10-01/P7D": "3亿元", "2022-10": "10亿元"}.items())
    ]
    (rest,) = derivations.derive_all(make_dataset(make_article(*figures)))
    assert (rest.formula, rest.value, rest.period.text) == ("difference", 7 * YI, "2022-10-08/P24D")


def test_a_stock_grows_from_moment_to_moment_and_has_no_months_between() -> None:
    figures = [
        make_figure(id=f"f{n}", metric="firms", period=period, text=text, quote=text)
        for n, (period, text) in enumerate({"2022-S1": "14家", "2022": "20家"}.items())
    ]
    (only,) = derivations.derive_all(make_dataset(make_article(*figures)))
    assert (only.formula, only.inputs) == ("growth", ("f1", "f0"))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, True),
        ({"region": "east"}, False),
        ({"period": "2022"}, False),
        ({"nature": "expected"}, False),
        ({"text": "0家", "quote": "0家"}, False),
        ({"text": "至少3家", "quote": "至少3家"}, True),
    ],
    ids=str,
)
def test_ratios_are_of_one_place_and_time(change: dict[str, str], expected: bool) -> None:
    firms = make_figure(**{"id": "firms", "metric": "firms", "text": "14家", "quote": "14家", **change})
    dataset = with_ratio(make_dataset(make_article(make_figure(), firms)), "CNY")
    assert bool([derived for derived in derivations.derive_all(dataset) if derived.formula == "ratio"]) is expected


def with_ratio(dataset: Dataset, unit: str, denominator: str = "firms") -> Dataset:
    printed = {"id": "each", "name": {"zh": "平均", "en": "Each"}, "numerator": "revenue", "denominator": denominator}
    return replace(dataset, ratios={"each": Ratio.model_validate({**printed, "unit": unit})})


def test_an_open_end_leaves_a_ratio_open_below() -> None:
    firms = make_figure(id="firms", metric="firms", text="至少3家", quote="至少3家")
    dataset = with_ratio(make_dataset(make_article(make_figure(text="6亿元", quote="6亿元"), firms)), "CNY")
    (ratio,) = derivations.derive_all(dataset)
    assert (ratio.low, ratio.value, ratio.qualifier) == (ZERO, 2 * YI, "under")


def test_per_square_kilometre_is_not_per_mu() -> None:
    land = make_figure(id="land", metric="land", text="2平方公里", quote="2平方公里")
    dataset = make_dataset(make_article(make_figure(text="3万元", quote="3万元"), land))
    area = dataset.metrics["firms"].model_copy(update={"id": "land", "unit": "km2"})
    dataset = replace(dataset, metrics={**dataset.metrics, "land": area})
    (ratio,) = derivations.derive_all(with_ratio(dataset, "CNY/m2", "land"))
    assert round(ratio.value, 6) == Decimal("0.015")  # 30 000元 ÷ 2 000 000 m²


def test_what_is_corrected_gives_nothing() -> None:
    first = make_figure(growth="10%", quote="56.92亿元")
    reason = {"zh": "更正", "en": "Corrected"}
    second = make_figure(id="again", growth="12%", supersedes="city-revenue", reason=reason)
    dataset = make_dataset(make_article(first), make_article(second, id="second", published="2022-09"))
    assert [derived.id for derived in derivations.derive_all(dataset)] == ["again:base"]


# --- the truth ------------------------------------------------------------------------------------------------------

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
