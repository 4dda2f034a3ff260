"""Which phrases hold a number of a figure, and where in them it stands."""

from typing import Any

import pytest

from indicators.analysis.held_numbers import HeldNumber, held, number_in
from indicators.analysis.printed_rates import may_have_rates
from indicators.model.numbers import NumberName
from tests.builders import make_figure


def part(name: NumberName, printed: str, phrase: str) -> str | None:
    """The part of a phrase that is the number, if it holds that."""
    needs = {"completion": {"plan": "annual"}, "share": {"part_of": "whole"}}
    number = getattr(make_figure(**{name: printed}, **needs.get(name, {})), name)
    span = number_in(name, number, phrase)
    return None if span is None else phrase[slice(*span)]


# number of the figure, as it is written there, the phrase, the part of that which holds it
HELD: list[tuple[NumberName, str, str, str]] = [
    ("growth", "32%", "同比增长32%", "32%"),
    ("growth", "32%", "同比分别增长32%、144%", "32%"),
    ("growth", "144%", "同比分别增长32%、144%", "144%"),
    ("growth", "32%", "同比增长 ３２ ％", "３２ ％"),
    ("growth", "32%", "同比增长3\n2%", "3\n2%"),
    ("growth", "-2.7%", "税收下降2.7%", "2.7%"),
    ("growth", "-2.7%", "(82.00亿元，-2.7%)", "-2.7%"),
    ("growth", "下降2.7%", "降幅为2.7%", "2.7%"),
    ("growth", "-2.7%", "税收负增长2.7%", "2.7%"),
    ("growth", "-2.7%", "税收下降，幅度为2.7%", "2.7%"),
    ("growth", "-3%", "分别增长5%、下降3%", "3%"),
    ("growth", "-3%", "分别下降5%、3%", "3%"),
    ("growth", "23.3%", "税收下降2.7%，非税收入增长23.3%", "23.3%"),
    ("growth", "翻一番", "产值翻了一番", "翻了一番"),
    ("growth", "1.1倍", "同比增长1.1倍", "1.1倍"),
    ("growth", "持平", "与去年持平", "持平"),
    ("growth", "12.5%", "up 12.5% year on year", "12.5%"),
    ("growth", "-12.5%", "exports fell by 12.5 percent", "12.5 percent"),
    ("growth", "-2.7%", "a 2.7 per cent decline", "2.7 per cent"),
    ("growth", "20 percent", "increased by 20%", "20%"),
    ("growth", "at least 5 percent", "GDP to increase at least 5 percent", "at least 5 percent"),
    ("growth", "36.7%", "增长36.70%", "36.70%"),  # it is more exact
    ("growth", "152%", "占年度计划的52.1%，同比增长152%", "152%"),
    ("points", "1.2个百分点", "比重提高1.2个百分点", "1.2个百分点"),
    ("points", "-0.3个百分点", "比上年回落0.3个百分点", "0.3个百分点"),
    ("change", "增加10家", "比上年增加10家", "10家"),
    ("change", "减少3.2万人", "净减少32000人", "32000人"),
    ("change", "-10家", "减少10家", "10家"),
    ("share", "12.9%", "占全市的12.9%", "12.9%"),
    ("completion", "52.1%", "占年度计划的52.1%，同比增长152%", "52.1%"),
    ("completion", "67.2%", "完成全年任务的67.2%", "67.2%"),
    ("completion", "超额314%", "超额314%", "314%"),
    ("completion", "超额14%", "超额完成全年任务14%", "14%"),
    ("completion", "超额14%", "超14%", "超14%"),
    ("completion", "63%", "completed 63% of the annual plan", "63%"),
    ("text", "36.7亿元", "实现产值36.7亿元", "36.7亿元"),
    ("text", "1.68亿元", "税收 16800 万元", "16800 万元"),
    ("text", "1.68亿元", "税收1亿6800万元、增长144%", "1亿6800万元"),
    ("text", "36.7亿元", "产值３６．７亿元", "３６．７亿元"),
]


@pytest.mark.parametrize(("name", "printed", "phrase", "held_part"), HELD)
def test_held(name: NumberName, printed: str, phrase: str, held_part: str) -> None:
    assert part(name, printed, phrase) == held_part


NOT_HELD: list[tuple[NumberName, str, str]] = [
    ("growth", "32%", "同比增长132%"),
    ("growth", "32%", "同比增长3.32%"),
    ("growth", "32%", "同比增长1,32%"),
    ("growth", "0.32%", "同比增长32%"),
    ("growth", "32%", "同比增长0.32%"),
    ("growth", "32%", "同比增长32.5%"),
    ("growth", "32%", "同比下降32%"),
    ("growth", "32%", "同比增长32亿元"),
    ("growth", "32%", "分别增长23%、144%"),
    ("growth", "-2.7%", "增长2.7%"),
    ("growth", "2.7%", "税收负增长2.7%"),
    ("growth", "-2.7%", "2.7%"),
    ("growth", "-23.3%", "税收下降2.7%，非税收入增长23.3%"),
    ("growth", "36.70%", "增长36.7%"),  # it is less exact
    ("growth", "超32%", "增长32%"),
    ("growth", "1%", "增长1个百分点"),
    ("growth", "三倍", "增长十三倍"),
    ("growth", "100%", "产值翻一番"),  # which is no count of percents
    ("growth", "翻两番", "产值翻了一番"),
    ("growth", "52.1%", "占年度计划的52.1%"),
    ("growth", "67.2%", "完成全年任务的67.2%"),
    ("growth", "12.9%", "占全市的12.9%"),
    ("growth", "-12.5%", "up 12.5% year on year"),
    ("points", "1.2个百分点", "提高1.2%"),
    ("points", "1.2个百分点", "回落1.2个百分点"),
    ("change", "增加10家", "减少10家"),
    ("change", "增加10家", "增加110家"),
    ("share", "12.9%", "增长12.9%"),
    ("completion", "5.21%", "占年度计划的52.1%"),
    ("completion", "152%", "占年度计划的52.1%，同比增长152%"),
    ("completion", "314%", "超额314%"),
    ("completion", "超额314%", "完成314%"),
    ("text", "36.7亿元", "产值136.7亿元"),
]


@pytest.mark.parametrize(
    ("name", "printed", "phrase", "held_by"),
    [
        ("growth", "3.8%", "地区生产总值 2006.43 3.8", "3.8"),
        ("growth", "-2.7%", "固定资产投资 432.1 -2.7", "-2.7"),
        ("points", "0.4个百分点", "城镇化率 61.2 0.4", "0.4"),
        ("completion", "67.0%", "固定资产投资 200 134 67.0", "67.0"),
        ("growth", "3.8%", "地区生产总值 2006.43 13.8", None),
        ("growth", "3.8%", "地区生产总值 3.8 2006.43", None),
        ("growth", "2.7%", "固定资产投资 432.1 -2.7", None),
        ("growth", "-2.7%", "固定资产投资 432.1 2.7", None),
        ("growth", "3.8%", "地区生产总值增长3.8", None),
        ("growth", "3.8%", "地区生产总值 2006.43 3.80", None),
    ],
)
def test_a_row_of_a_table_holds_the_rate_at_its_end_whose_sign_stands_in_the_head(
    name: NumberName, printed: str, phrase: str, held_by: str | None
) -> None:
    assert part(name, printed, phrase) == held_by


def test_an_amount_whose_unit_stands_in_the_head_is_the_last_of_its_row() -> None:
    figure = make_figure(text="3.8", unit="亿元", quote="一般公共预算收入 13.8 3.8 3.8")
    words = held(figure, "text")
    assert words is not None
    assert words.span == (len(figure.quote) - 3, len(figure.quote))


@pytest.mark.parametrize(("name", "printed", "phrase"), NOT_HELD)
def test_not_held(name: NumberName, printed: str, phrase: str) -> None:
    assert part(name, printed, phrase) is None


def holder(name: NumberName, **figure: Any) -> HeldNumber | None:
    return held(make_figure(**figure), name)


def test_the_words_of_each_number() -> None:
    rates = {"growth": "32%", "completion": "52.1%", "plan": "annual"}
    quote = "收入56.92亿元，占计划的52.1%"
    figure = {**rates, "growth_quote": "增长32%", "quote": quote}
    assert holder("text", **figure) == HeldNumber("quote", quote, (2, 9))
    assert holder("growth", **figure) == HeldNumber("growth_quote", "增长32%", (2, 5))
    assert holder("completion", **figure) == HeldNumber("quote", quote, (14, 19))  # the quote serves
    assert holder("share", **figure) is None
    assert holder("growth", **rates) is None  # nothing holds it
    assert holder("growth", **rates, growth_quote="增长23%") is None  # nor does what is given


def test_a_figure_without_an_amount_has_its_quote() -> None:
    assert holder("growth", text=None, growth="11%", quote="增长11%") == HeldNumber("quote", "增长11%", (2, 5))
    assert holder("growth", text=None, growth="11%", quote="增长12%") == HeldNumber("quote", "增长12%", None)


@pytest.mark.parametrize("before", ["", "完成", "grants of "])
@pytest.mark.parametrize("case", HELD)
def test_no_phrase_that_holds_a_rate_is_passed_over(case: tuple[NumberName, str, str, str], before: str) -> None:
    """The quick look at a phrase says no only where the long one finds nothing."""
    assert case[0] in {"text", "change"} or may_have_rates(before + case[2])
