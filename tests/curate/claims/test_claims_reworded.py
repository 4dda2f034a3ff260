"""Sentences that say of a number that it was not reached, or how far it is from another → what is wrong in them."""

import pytest

from indicators.curate.claims.numbers import more_than
from indicators.values.quantity_parser import parse
from tests.curate.claims.test_claims import checker, verdicts
from tests.curate.claims.test_claims_natural import wrong


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("2024年1—7月，日照市一般公共预算收入没有达到130亿元。", "agrees"),
        ("2024年1—7月，日照市一般公共预算收入未能突破120亿元。", "differs"),
        ("Donggang's GDP did not reach 700 billion yuan in 2023.", "agrees"),
        ("Donggang's GDP did not reach 60 billion yuan in 2023.", "differs"),
        # what is no bound says nothing
        ("2023年莒县生产总值并非500亿元。", "not-reported"),
        ("In 2023 Donggang's GDP was not 70 billion yuan.", "not-reported"),
    ],
)
def test_a_mark_that_was_not_reached_is_held_against_the_report(text: str, verdict: str) -> None:
    assert [found for _, found in verdicts(text)] == [verdict]


@pytest.mark.parametrize(
    "text",
    [
        "Donggang's GDP of 65.116 billion yuan in 2023 was 18.741 billion yuan more than Ju County's.",
        "2024年1—7月，岚山区一般公共预算收入不及东港区，少了4亿多元。",
        "2024年1—7月，东港区一般公共预算收入离35亿元还差3.11亿元。",
        "2024年1—7月，日照市一般公共预算收入比计划多126.00亿元。",
        # a plan that is named behind its number
        "2022年，五莲县工信局超额完成全年5000万元的任务。",
        "In 2022, the industry bureau of Wulian County exceeded its 50 million yuan target.",
    ],
)
def test_a_difference_or_a_plan_is_not_held_against_an_amount(text: str) -> None:
    assert wrong(text, "2024-08-28") == {}
    assert "126.00亿元" not in [number for number, verdict in verdicts(text) if verdict == "agrees"]


@pytest.mark.parametrize(
    "text",
    [
        "1—7月，莒县一般公共预算收入17.84亿元。其中城阳街道2.65亿元。",
        "1—7月，莒县一般公共预算收入17.84亿元，城阳街道31.89亿元，巨峰10.18亿元。",
        "1—7月，莒县一般公共预算收入17.84亿元。\n城阳街道 17.84万元。",
        "2017年，东港区进出口260亿元，占全市910亿元的28.6%。",
        "2014年国庆假期，日照接待游客195.7万人次。其中五莲山9.5万人次，浮来山接待1.86万人次。",
        "2009年6月末，日照登记失业率2.9%，比去年同期的2.91%略低。",
        "Rizhao's revenue rose in January-July 2024. Non-tax revenue jumped 23.3 percent to 4.4 billion yuan.",
    ],
)
def test_a_number_of_a_place_that_nobody_knows_is_not_one_of_the_place_before_it(text: str) -> None:
    assert wrong(text, "2024-08-28") == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # the number of a part that is told of a whole which somebody reports
        ("2024年1—7月，日照市一般公共预算收入82亿元。", {"82亿元": "other-group"}),
        ("2018年1—9月，日照市生产总值1412亿元。", {"1412亿元": "other-group"}),
        # the port of a place is its ports where nothing is reported of the company
        ("2023年一季度，日照港货物吞吐量1.46亿吨，集装箱150万标箱。", {}),
        ("2023年一季度，日照港货物吞吐量1.46万吨。", {"1.46万吨": "slip"}),
        ("2018年，日照港货物吞吐量4.07亿吨。", {"4.07亿吨": "other-period"}),
        # what stands above names the part
        ("日照县域经济加快发展。2018年1—9月，日照生产总值达1412亿元，增长8.2%。", {}),
        ("县域经济\n2018年1—9月，日照实现生产总值1412亿元。", {}),
        ("2017年，日照市与“一带一路”沿线国家贸易活跃，全年进出口258亿元，其中对东盟112.9亿元。", {}),
        ("2008年末，日照市规模以上工业中高新技术企业91家。", {}),
        # years in a list
        ("2022年和2023年，莒县生产总值分别为453.2亿元和463.75亿元。", {}),
        (
            "2022年和2023年，莒县生产总值分别为463.75亿元和453.2亿元。",
            {"463.75亿元": "other-period", "453.2亿元": "other-period"},
        ),
        ("莒县生产总值由2022年的463.75亿元增加到2023年的453.2亿元。", {"453.2亿元": "other-period"}),
        (
            "Ju County's GDP rose from 46.375 billion yuan in 2022 to 45.32 billion yuan in 2023.",
            {"45.32 billion yuan": "other-period"},
        ),
        # a list before “respectively”
        (
            "Budget revenue in Donggang, Lanshan and Ju County came to 3.189 billion, 1.784 billion and 2.76 billion"
            " yuan respectively in January-July 2024.",
            {"1.784 billion": "other-place", "2.76 billion yuan": "other-place"},
        ),
        (
            "Budget revenue in Donggang, Lanshan and Ju County came to 3.189 billion, 2.76 billion and 1.784 billion"
            " yuan respectively in January-July 2024.",
            {},
        ),
        # a forecast that lost its word, and a mark that was passed
        ("2022年日照市生产总值2300亿元。", {"2300亿元": "forecast-as-result"}),
        ("Rizhao's GDP topped 200 billion yuan in 2020.", {}),
        ("Rizhao's GDP topped 210 billion yuan in 2020.", {"210 billion yuan": "differs"}),
    ],
)
def test_a_part_a_port_a_list_of_years_and_a_passed_mark(text: str, expected: dict[str, str]) -> None:
    assert wrong(text, "2024-08-28") == expected


def test_the_true_numbers_of_a_port_agree() -> None:
    assert {verdict for _, verdict in verdicts("2023年一季度，日照港货物吞吐量1.46亿吨，增长4.41%。")} == {"agrees"}


@pytest.mark.parametrize(
    ("passed", "over"), [("200亿元", "超200亿元"), ("2.3亿元", "超2.3亿元"), ("近3亿元", "近3亿元")]
)
def test_a_passed_number_is_over_it(passed: str, over: str) -> None:
    assert more_than(parse(passed))._replace(printed="") == parse(over)._replace(printed="")


def test_bait_of_denials_takes_no_time() -> None:
    assert checker().check("没有没有未能not never " * 2000).claims == ()
