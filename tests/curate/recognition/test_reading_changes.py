"""Chinese changes of an amount, with it and alone, and counts up to a day; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import figures, last


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("上半年各项存款比年初增加341亿元。", [("deposits", "", "341亿元")]),
        (
            "6月末，存款余额900亿元，其中住户存款新增187亿元。",
            [("deposits", "900亿元", ""), ("deposits", "", "187亿元")],
        ),
        ("全年税收收入同比增加2.3亿元。", [("budget-revenue", "", "2.3亿元")]),
        ("6月末，贷款余额746亿元，比年初增加171亿元，同比多增20亿元。", [("loans", "746亿元", "171亿元")]),
    ],
)
def test_what_was_added_since_a_time_is_a_change(text: str, told: list[tuple[str, str, str]]) -> None:
    read = [(figure.metric, figure.text, figure.change.words if figure.change else "") for figure in figures(text)]
    assert read == told


@pytest.mark.parametrize(("more", "words"), [("多增17亿元", "17亿元"), ("少增12亿元", "-12亿元")])
def test_how_much_more_was_added_is_a_change_of_what_was_added(more: str, words: str) -> None:
    (figure,) = figures(f"上半年新增信贷投入201亿元，同比{more}。")
    assert (figure.text, figure.change and figure.change.words) == ("201亿元", words)


def test_what_emissions_were_cut_by_is_a_fall_of_each() -> None:
    text = "2023年，二氧化硫排放量和化学需氧量分别削减3013吨和1498吨。"
    read = figures(text, "2024-01-20")
    assert [(figure.text, figure.change and figure.change.words) for figure in read] == [
        ("", "-3013吨"),
        ("", "-1498吨"),
    ]
    assert read[0].new_metric is not None
    assert "二氧化硫排放量" in read[0].new_metric.zh


def test_rates_in_a_list_are_of_the_amounts_in_a_list_before_them() -> None:
    read = figures("1-7月，港口完成货物吞吐量20.2亿吨、集装箱吞吐量1367万标箱，同比增长1.0%、6.0%。", "2023-08-09")
    assert [figure.growth and figure.growth.words for figure in read] == ["1.0%", "6.0%"]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("截至2022年底，全市累计认定高层次人才5652名。", "2022-12"),
        ("截至2022年底，园区孵化器达118家。", "2022-12"),
        ("截至2022年底，全市累计新增就业1.2万人。", "2022"),
        ("截至2022年底，全市累计完成投资8亿元。", "2022"),
        ("截至6月底，全市新签约项目30个。", "2023-S1"),
    ],
)
def test_a_count_of_all_years_is_of_the_day_up_to_which_it_is_told(text: str, period: str) -> None:
    assert getattr(last(text).period, "text", "") == period


def test_the_time_from_whose_level_something_rose_is_not_that_of_the_number() -> None:
    assert getattr(last("示范村从2013年的2个发展到现在的29个。").period, "text", "") == "2023-07"
