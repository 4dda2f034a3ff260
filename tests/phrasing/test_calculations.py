"""Derived figures in words, in both languages."""

from typing import get_args

import pytest

from indicators.analysis import derivations, formulas
from indicators.model.dataset import Dataset
from indicators.phrasing import calculations
from indicators.phrasing.calculations import Calculation
from indicators.phrasing.names import Names
from indicators.values.quantities import Qualifier
from indicators.words import terms
from indicators.words.phrasing.formulas import FORMULAS, LABELS
from tests.builders import make_article, make_dataset, make_figure


@pytest.fixture(scope="module")
def follow(shipped: Dataset) -> dict[str, formulas.Derived]:
    return {derived.id: derived for derived in derivations.derive_all(shipped)}


SAID = {
    "rizhao-transport-investment-2022s1:base": (
        Calculation("上年同期（推算）", "约 22.59亿元", "22.54亿元 至 22.63亿元", "56.92亿元 ÷（1 + 152%）", ()),
        Calculation(
            "A year earlier (derived)",
            "about ¥2.259 bn",
            "between ¥2.254 bn and ¥2.263 bn",
            "¥5.692 bn ÷ (1 + 152%)",
            (),
        ),
    ),
    "rizhao-tax-revenue-2024m01-07:base": (
        Calculation("上年同期（推算）", "约 84.28亿元", "84.23亿元 至 84.32亿元", "82.00亿元 ÷（1 − 2.7%）", ()),
        Calculation("A year earlier (derived)", "about ¥8.428 bn", "between ¥8.423 bn and ¥8.432 bn",
                "¥8.2 bn ÷ (1 − 2.7%)", ()),
    ),
    "wulian-industry-bureau-capital-2022s1:pace": (
        Calculation("进度与时间之比（推算）", "约 828%", "827% 至 829%", "完成 414% ÷ 一年已过 50%", ()),
        Calculation("Progress against the calendar (derived)", "about 828%", "between 827% and 829%",
                "414% completed ÷ 50% of the year passed", ()),
    ),
    "hitech-gazelles-2022-08:growth": (
        Calculation("比2020年12月（推算）", "约 66.67%", "", "10家 ÷ 6家 − 1", ()),
        Calculation("Since December 2020 (derived)", "about 66.67%", "", "10 ÷ 6 − 1", ()),
    ),
    "donggang-budget-revenue-2024m01-07:difference": (
        Calculation("2024年7月（推算）", "4.77亿元", "4.76亿元 至 4.78亿元",
                "2024年1—7月 31.89亿元 − 2024年上半年 27.12亿元", ()),
        Calculation("July 2024 (derived)", "¥477 mn", "between ¥476 mn and ¥478 mn",
                "¥3.189 bn (January–July 2024) − ¥2.712 bn (H1 2024)", ()),
    ),
    "commodity-rubber-cleared-2022-07-22:ratio:commodity-unit-price": (
        Calculation("大宗商品成交均价（推算）", "约 1.2万元/吨", "1.198万元/吨 至 1.203万元/吨",
                "大宗商品现货清算金额 242万元 ÷ 大宗商品现货交易量 201.6吨", ()),
        Calculation("Price of a tonne of commodities traded (derived)", "about ¥12,004 per tonne",
                "between ¥11,976 per tonne and ¥12,032 per tonne",
                "¥2.42 mn (Spot commodity payments cleared) ÷ 201.6 tonnes (Spot commodities traded)", ()),
    ),
}  # fmt: skip


@pytest.mark.parametrize("key", SAID)
def test_workings(follow: dict[str, formulas.Derived], names: Names, key: str) -> None:
    calculation, expected = calculations.of(follow[key], names), SAID[key][names.lang == "en"]
    assert (calculation.label, calculation.value, calculation.interval, calculation.formula) == (
        expected.label, expected.value, expected.interval, expected.formula,
    )  # fmt: skip
    assert calculation.inputs == follow[key].inputs


def test_every_working_is_told_in_one_language(follow: dict[str, formulas.Derived], names: Names) -> None:
    for derived in follow.values():
        calculation = calculations.of(derived, names)
        text = " ".join(filter(None, (calculation.label, calculation.value, calculation.interval, calculation.formula)))
        assert "{" not in text
        assert "  " not in text
        if names.lang == "en":
            assert not any("\u4e00" <= char <= "\u9fff" for char in text), text


def test_words_for_every_formula() -> None:
    assert set(FORMULAS) == set(LABELS) == set(get_args(formulas.Formula))
    assert set(terms.QUALIFIERS) == set(get_args(Qualifier))


def test_a_formula_keeps_the_qualifier_of_a_share() -> None:
    figure = make_figure(text=None, completion="超过50%", plan="annual", period="2022-S1")
    dataset = make_dataset(make_article(figure))
    pace = formulas.pace(figure, None)
    assert pace is not None
    assert calculations.formula(pace, Names(dataset, "en")) == "over 50% completed ÷ 50% of the year passed"
    assert calculations.formula(pace, Names(dataset, "zh")) == "完成 超过 50% ÷ 一年已过 50%"


def test_a_base_of_longer_ago_is_called_by_its_period() -> None:
    """Not “A year earlier”: it grew since 2019."""
    grown = make_figure(period="2022", text="50亿元", growth="20%", growth_from="2019", growth_quote="增长20%")
    dataset = make_dataset(make_article(grown))
    base = formulas.base(grown, dataset)
    assert base is not None
    assert calculations.title(base, Names(dataset, "en")) == "2019"


def test_what_is_counted_in_whole_things_has_no_decimals() -> None:
    """14 enterprises after a growth of 12% were 12.5 a year earlier: about 13, and between 12 and 13."""
    figure = make_figure(metric="firms", text="14家", growth="12%", quote="14家", period="2022-06")
    dataset = make_dataset(make_article(figure))
    base = formulas.base(figure, dataset)
    assert base is not None
    assert base.value != base.value.to_integral_value()
    names = Names(dataset, "en")
    assert calculations.value(base, names) == "about 13"
    assert calculations.interval(base, names) == "between 12 and 13"
