"""What Chinese numbers are by the words around them: rates, changes, names and targets; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures


def _parts(text: str, day: str = "2024-07-20") -> list[tuple[str, dict[str, str]]]:
    return [(figure.text, {name: part.words for name, part in figure.parts()}) for figure in figures(text, day)]


def _whys(text: str) -> list[str]:
    return [number.why for number in article(text).not_figures]


def test_what_a_part_contributed_to_growth_is_no_growth() -> None:
    assert _parts("工业对经济增长的贡献率为84.2%。") == [("84.2%", {})]


@pytest.mark.parametrize("change", ["比2023年增收5.2亿元", "较2023年减收5.2亿元"])
def test_a_change_against_a_year_that_is_named_belongs_to_its_amount(change: str) -> None:
    ((text, parts),) = _parts(f"2024年，全市税收收入27.4亿元，{change}，增长22.8%。")
    assert text == "27.4亿元"
    assert parts["growth"] == "22.8%"
    assert parts["change"].lstrip("-") == "5.2亿元"


def test_a_mark_that_was_passed_does_not_part_an_amount_from_its_growth() -> None:
    text = "上半年，全县接待游客30.7万人次，首次突破30万大关，同比增长14.8%。"
    assert _parts(text) == [("30.7万人次", {"growth": "14.8%"})]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("这是继2017年突破100亿元后的又一次跨越。", "base"),
        ("五年间，全市税收收入是“十五”期间218.8亿元的2.6倍。", "base"),
        ("“三抓三比、十项竞赛”活动办公室发布消息。", "name"),
        ("全力抓好60件民生实事。", "list-of-things"),
        ("纳入监测的11个重点旅游景区共接待游客61万人次。", "list-of-things"),
    ],
)
def test_what_is_no_figure(text: str, why: str) -> None:
    assert why in _whys(text)


@pytest.mark.parametrize(
    "text",
    [
        "今年全县主要预期目标是地区生产总值增长7.5%以上，固定资产投资增长8%左右，商事主体1.3万户以上。",
        "县长强调，要继续打好蓝天保卫战；空气质量优良率达到78%以上。",
    ],
)
def test_all_that_is_aimed_at_in_a_sentence_is_a_target(text: str) -> None:
    assert {figure.nature for figure in figures(text, "2024-02-20")} == {"target"}


def test_what_was_done_behind_the_targets_of_a_sentence_is_none() -> None:
    text = "今年的预期目标是投资增长8%左右，上半年已完成投资30亿元。"
    assert [figure.nature for figure in figures(text, "2024-07-20")] == ["target", "actual"]


def test_the_share_of_a_plan_is_of_what_was_done_and_not_of_the_plan_before_it() -> None:
    text = "年度计划完成投资41亿元，上半年已完成年度计划的50.4%，完成投资20亿元。"
    assert _parts(text) == [("41亿元", {}), ("20亿元", {"completion": "50.4%"})]


@pytest.mark.parametrize("number", ["将达3600亿元", "将超过3600亿元", "将突破3600亿元"])
def test_what_a_year_will_come_to_is_expected_and_no_target(number: str) -> None:
    assert [figure.nature for figure in figures(f"今年，全省渔业总产值{number}。")] == ["expected"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前三季度，民营企业出口46亿元，增长8%，在五莲县外贸中占45%。", [("46亿元", {"growth": "8%", "share": "45%"})]),
        (
            "第一、二、三产业的经营主体分别是1800户、7000户、7900户，分别增长2%、8%和9%，分别占总户数的11%、42%和47%。",
            [
                ("1800户", {"growth": "2%", "share": "11%"}),
                ("7000户", {"growth": "8%", "share": "42%"}),
                ("7900户", {"growth": "9%", "share": "47%"}),
            ],
        ),
    ],
)
def test_a_share_of_a_whole_that_is_named_belongs_to_the_amount_before_it(
    text: str, expected: list[tuple[str, dict[str, str]]]
) -> None:
    assert _parts(text) == expected


def test_the_growth_of_an_amount_may_be_told_in_the_next_sentence_which_begins_with_its_noun() -> None:
    text = "3月末，五莲县各项存款余额559亿元，比年初增加16亿元。按可比口径计算，各项存款余额同比增长8%。"
    assert _parts(text) == [("559亿元", {"growth": "8%", "change": "16亿元"})]
    assert [words for words, _ in _parts("五莲县出口30亿元。五月出口增长8%。")] == ["30亿元", ""]


@pytest.mark.parametrize("text", ["28个村收入全部超过10万元。", "其中4个村都超过100万元。"])
def test_what_each_of_some_things_has_at_least_is_a_threshold(text: str) -> None:
    assert "threshold" in _whys(text)
    assert "threshold" not in _whys("五莲县人均超过3万元，首都超过5万元。")


def test_what_is_to_be_done_in_each_of_the_next_years_is_a_target_of_no_year() -> None:
    text = "今后3年五莲县每年新增岗位2万个以上，失业率控制在2%以内。"
    assert [(figure.nature, figure.period) for figure in figures(text, "2024-07-20")] == [("target", None)] * 2
    text = "今后3年五莲县每年新增岗位2万个以上。1-6月已新增岗位1万个。"
    assert figures(text, "2024-07-20")[-1].nature == "actual"


def test_a_share_of_the_things_behind_it_is_none_of_the_amount_before_it() -> None:
    text = "截至目前，五莲县年产值近20亿元，全县90%的乡镇、70%以上的人口从事柑橘产业。"
    assert _parts(text)[0] == ("近20亿元", {})


def test_all_numbers_of_a_target_are_targets() -> None:
    text = "五莲县围绕产量40万吨、产值15亿元的目标，引进龙头企业。"
    assert [figure.nature for figure in figures(text, "2024-07-20")] == ["target", "target"]
