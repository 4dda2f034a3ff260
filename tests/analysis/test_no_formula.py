"""Where nothing follows, and what units, times and corrections leave of a formula."""

from dataclasses import replace
from decimal import Decimal

import pytest

from indicators.analysis import derivations
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Ratio
from indicators.values.intervals import ZERO
from tests.analysis.test_formulas import YI
from tests.builders import make_article, make_dataset, make_figure


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
