"""The words of one reported figure, in both languages."""

from typing import Any

import pytest

from indicators.phrasing import figures
from indicators.phrasing.figures import Mention
from indicators.phrasing.names import Names
from indicators.values import quantity_parser
from tests.builders import make_article, make_dataset, make_figure

ENGLISH = Names(make_dataset(), "en")
CHINESE = Names(make_dataset(), "zh")


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ({"text": "56.92亿元"}, "56.92亿元", "¥5.692 bn"),
        ({"text": "超3万亩"}, "超3万亩", "over 30,000 mu"),
        ({"text": "最多20家"}, "最多20家", "up to 20"),
        ({"text": "221.2 billion yuan"}, "2212亿元", "¥221.2 bn"),
        ({"text": "72 billion yuan"}, "720亿元", "¥72 bn"),
        ({"text": "46,650,000 yuan"}, "4665万元", "¥46.65 mn"),
        ({"text": "20,154 yuan"}, "20154元", "¥20,154"),
        ({"text": "over 30,000 mu"}, "超3万亩", "over 30,000 mu"),
        ({"text": "24.52 million", "unit": "人次"}, "2452万人次", "24.52 mn person trips"),
        ({"text": "146", "unit": "家"}, "146 [家]", "146"),
        ({"text": None, "growth": "5.0%"}, "未报道", "not reported"),
    ],
)
def test_the_amount(printed: dict[str, Any], zh: str, en: str) -> None:
    figure = make_figure(**printed)
    assert (figures.printed(figure, CHINESE), figures.printed(figure, ENGLISH)) == (zh, en)


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [
        ({"text": "56.92亿元", "growth": "5.0%"}, "56.92亿元", "¥5.692 bn"),
        ({"text": None, "growth": "5.0%"}, "+5.0%", "+5.0%"),
        ({"text": None, "growth": "下降2.7%", "completion": "52.1%", "plan": "annual"}, "−2.7%", "−2.7%"),
        ({"text": None, "completion": "超额314%", "plan": "annual"}, "超额314%", "414% of the plan"),
        ({"text": None, "completion": "完成超50%", "plan": "annual"}, "完成超50%", "over 50% of the plan"),
        ({"text": None, "completion": "52.1%", "plan": "annual"}, "完成计划的 52.1%", "52.1% of the plan"),
        ({"text": None, "share": "12.9%", "part_of": "whole"}, "占整体的 12.9%", "12.9% of the whole"),
    ],
)
def test_the_number_that_says_most(printed: dict[str, Any], zh: str, en: str) -> None:
    figure = make_figure(**printed)
    assert (figures.main_number(figure, CHINESE), figures.main_number(figure, ENGLISH)) == (zh, en)


@pytest.mark.parametrize(
    ("printed", "zh", "en"),
    [("52.1%", "52.1%", "52.1%"), ("超额314%", "414%", "414%"), ("完成超50%", "超过 50%", "over 50%")],
)
def test_a_share_of_a_plan_keeps_its_qualifier(printed: str, zh: str, en: str) -> None:
    figure = make_figure(completion=printed, plan="annual")
    assert (figures.share(figure, CHINESE), figures.share(figure, ENGLISH)) == (zh, en)


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("36.7亿元", "3,665,000,000元 至 3,675,000,000元", "between 3,665,000,000 yuan and 3,675,000,000 yuan"),
        ("7家", "", ""),
        ("至少20亿元", "2,000,000,000元 以上", "2,000,000,000 yuan or more"),
        ("不超过-5%", "−5% 以下", "−5% or less"),
    ],
)
def test_the_interval(amount: str, zh: str, en: str) -> None:
    quantity = quantity_parser.parse(amount)
    assert (figures.interval(quantity, CHINESE), figures.interval(quantity, ENGLISH)) == (zh, en)


@pytest.mark.parametrize(
    ("amount", "zh", "en"),
    [
        ("30—50亿元", "30—50亿元", "3–5 billion yuan"),
        ("三分之一", "三分之一", "1/3"),
        ("近三成", "近三成", "nearly 3/10"),
        ("1亿2000万元", "1亿2000万元", "¥120 mn"),
        ("上百家", "上百家", "over 100"),
    ],
)
def test_amounts_in_words(amount: str, zh: str, en: str) -> None:
    figure = make_figure(text=amount)
    assert (figures.bare_amount(figure, CHINESE), figures.bare_amount(figure, ENGLISH)) == (zh, en)


def test_names_in_lists_and_charts() -> None:
    before, figure = make_figure(id="before", period="2021-S1", text="50亿元"), make_figure(growth="5.0%")
    names = Names(make_dataset(make_article(before, figure)), "en")
    assert figures.mention(figure, names) == Mention("city-revenue", "Revenue · City · H1 2022", "¥5.692 bn")
    assert figures.called(figure, names, one_metric=False) == ("Revenue", "City · H1 2022")
    assert figures.called(figure, names, one_metric=True) == ("City", "H1 2022")
    assert figures.hover(figure, names) == (
        "¥5.692 bn  +5.0%\nRevenue · City · H1 2022\n“收入56.92亿元” – Daily, 5 August 2022"
    )
    assert figures.earlier(before, names) == "¥5 bn in H1 2021"
    assert figures.earlier(None, names) == ""


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("169 . 3亿元", "169.3亿元"),
        ("１ ．５亿元", "１．５亿元"),
        ("超 3亿元", "超 3亿元"),
    ],
)
def test_a_number_is_shown_without_the_gaps_of_the_page(printed: str, number: str) -> None:
    figure = make_figure(text=printed, quote=printed)
    assert figures.bare_amount(figure, CHINESE) == number
    assert figure.quote == printed
