"""Sentences as newspapers write them, made up for these tests → the figures that are proposed of them."""

from functools import cache

import pytest

from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.recognition.text.folding import fold
from indicators.loading import loader
from indicators.values import periods
from tests import ROOT

PUBLISHED = periods.parse("2023-07-20")


@cache
def reader() -> Reader:
    loaded = loader.load(ROOT / "data" / "indicators.yaml")
    assert loaded.dataset is not None
    return Reader(loaded.dataset)


def article(text: str) -> DraftArticle:
    (only,) = reader().read(text, PUBLISHED)
    return only


def figures(text: str) -> list[DraftFigure]:
    return list(article(text).figures)


def amounts(text: str) -> list[str]:
    return [figure.text for figure in figures(text)]


def reasons(text: str) -> dict[str, str]:
    return {other.text: other.why for other in article(text).not_figures}


def test_a_page_that_breaks_a_number_prints_it_whole() -> None:
    folded = fold("到位资金26.9亿\n\n元，完成169 . 3亿元和２３, 286元")
    assert "26.9亿元" in folded.text
    assert "169.3亿元" in folded.text
    assert "23,286元" in folded.text
    place = folded.text.index("26.9")
    assert folded.words(place - 4, place + 6) == "到位资金26.9亿元"


def test_rows_of_a_table_stay_apart() -> None:
    assert "120\n35" in fold("产量 120\n35 座").text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市完成投资12.5亿元，同比增长8.1%。", ["12.5亿元"]),
        ("种植面积达到3万余亩。", ["3万余亩"]),
        ("接待游客突破100万人次。", ["突破100万人次"]),
        ("节约3亿元用于民生。", ["3亿元"]),
        ("每人每月5000元生活补贴。", ["每人每月5000元"]),
        ("实现销售收入1亿6800万元。", ["1亿6800万元"]),
        ("Cargo throughput reached 12.5 million tonnes in 2022.", ["12.5 million tonnes"]),
        ("Exports rose to RMB 3.2 billion yuan.", ["RMB 3.2 billion yuan"]),
    ],
)
def test_an_amount_has_its_unit_and_the_words_that_say_how_exact_it_is(text: str, expected: list[str]) -> None:
    assert amounts(text) == expected


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("在G342大中修中，", "342", "name"),
        ("第25届运动会", "25", "ordinal"),
        ("推出“1234”工作法", "1234", "name"),
        ("增速居全省第16位。", "16位", "rank"),
        ("年主营业务收入2000万元以上企业数增加。", "2000万元", "threshold"),
        ("全市增长7%，比全省（5.5%）高1.5个百分点。", "5.5%", "comparator"),
        ("两年平均增长6.0%。", "6.0%", "comparator"),
        ("增速较一季度回落0.3个和0.8个百分点。", "0.3个", "comparator"),
        ("用了3年时间建成。", "3", "duration"),
        ("公寓距离厂区有5公里。", "5公里", "distance"),
        ("8月5日上午，", "8", "date"),
        ("解决了4个问题。", "4个", "list-of-things"),
        ("GDP totaled 101.3 billion yuan ($15.62 billion) in 2021.", "$15.62 billion", "converted"),
    ],
)
def test_a_number_that_is_no_figure_says_why(text: str, number: str, why: str) -> None:
    assert reasons(text).get(number) == why
    assert not [figure for figure in figures(text) if figure.text == number]


def test_growth_goes_to_the_amount_before_it() -> None:
    gdp, tax = figures("上半年，全市地区生产总值120.5亿元，按可比价格计算，同比增长6.1%；税收18.2亿元，下降2.7%。")
    assert (gdp.growth and gdp.growth.words, tax.growth and tax.growth.words) == ("6.1%", "-2.7%")
    assert gdp.metric == "gdp"


def test_rates_that_are_listed_go_to_their_amounts_in_order() -> None:
    output, tax = figures("实现产值36.7亿元，税收1.68亿元，同比分别增长32%、144%。")
    assert output.growth is not None
    assert tax.growth is not None
    assert (output.growth.words, tax.growth.words) == ("32%", "144%")
    assert tax.growth.quote == "同比分别增长32%、144%"


def test_a_rate_with_a_noun_of_its_own_is_a_figure_of_its_own() -> None:
    gdp, retail = figures("地区生产总值120.5亿元，增长6.1%，社会消费品零售总额增长7.2%。")
    assert gdp.growth is not None
    assert gdp.growth.words == "6.1%"
    assert (retail.text, retail.growth and retail.growth.words) == ("", "7.2%")
    assert retail.metric == "retail-sales"


def test_an_amount_that_a_growth_leads_to_has_it() -> None:
    (containers,) = figures("Container throughput climbed 14.6 percent to 11.42 million TEUs in the first half.")
    assert containers.growth
    assert (containers.text, containers.growth.words) == ("11.42 million TEUs", "14.6 percent")


def test_completion_says_whether_it_is_beyond_the_plan() -> None:
    (within,) = figures("招商引资到位内资26.9亿元，完成全年任务的67.2%。")
    (beyond,) = figures("已完成2.07亿元，超额314%。")
    assert (within.completion and within.completion.words) == "67.2%"
    assert (beyond.completion and beyond.completion.words) == "超额314%"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年，全市地区生产总值120亿元。", "2023-S1"),
        ("去年，全市地区生产总值120亿元。", "2022"),
        ("1—5月份，全市地区生产总值120亿元。", "2023-01-01/P5M"),
        ("截至6月底，全市固定资产投资120亿元。", "2023-S1"),
        ("截至6月底，全市高新技术企业103家。", "2023-06"),
        ("全市高新技术企业103家。", "2023-07"),
        ("2021年，全市地区生产总值120亿元，比2020年增加9亿元。", "2021"),
        ("完成全年任务的一半，上半年地区生产总值120亿元。", "2023-S1"),
        ("今年以来，全市固定资产投资120亿元。", "2023-S1"),
        ("GDP reached 120 billion yuan in 2021.", "2021"),
    ],
)
def test_the_period_is_that_of_the_sentence_and_of_the_metric(text: str, expected: str) -> None:
    period = figures(text)[0].period
    assert period is not None
    assert period.text == expected


def test_without_a_date_a_period_is_not_guessed() -> None:
    ((only,),) = ((*found.figures,) for found in reader().read("上半年地区生产总值120亿元。"))
    assert only.period is None
    assert "period" in only.why


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("五莲县上半年固定资产投资12亿元。", "wulian"),
        ("五莲县召开会议。全县固定资产投资12亿元。", "wulian"),
        ("日照银行发放贷款。全市固定资产投资12亿元。", "rizhao"),
        ("岚山疏港铁路开工，完成投资13亿元。", "rizhao"),
    ],
)
def test_the_region_is_the_last_that_was_named(text: str, expected: str) -> None:
    assert figures(text)[0].region == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今年的内资任务是5000万元。", "target"),
        ("预计完成投资40亿元。", "expected"),
        ("已完成投资40亿元，占年度计划的52.1%。", "actual"),
        ("到2025年，地区生产总值力争达到300亿元。", "target"),
        ("到2025年，全区高新技术企业突破75家。", "target"),
    ],
)
def test_plans_are_told_from_results(text: str, expected: str) -> None:
    assert figures(text)[0].nature == expected


def test_a_part_is_of_the_metric_of_its_whole() -> None:
    _, secondary = figures("上半年，固定资产投资920.42亿元，增长10.9%。其中，第二产业投资311.22亿元，增长4.7%。")
    assert (secondary.metric, secondary.sector) == ("fixed-asset-investment", "secondary")


def test_what_the_headline_repeats_is_told_once() -> None:
    text = "固定资产投资56.92亿元\n\n□ 记者 某某 报道\n上半年，全市固定资产投资56.92亿元，增长5%。"
    (found,) = reader().read(text, PUBLISHED)
    assert found.headline == "固定资产投资56.92亿元"
    assert [figure.text for figure in found.figures] == ["56.92亿元"]
    assert [other.text for other in found.not_figures if other.why == "repeated"] == ["56.92亿元"]


def test_articles_of_one_page_are_told_apart() -> None:
    one = "甲地投资增长\n□ 记者 某某 报道\n上半年固定资产投资12亿元。"
    other = "乙地财政向好\n□ 记者 某某 报道\n一般公共预算收入5亿元。"
    text = f"{one}\n\n{other}"
    assert [found.headline for found in reader().read(text, PUBLISHED)] == ["甲地投资增长", "乙地财政向好"]


def test_an_unknown_unit_is_a_candidate_with_a_question_mark() -> None:
    (only,) = figures("全市推出新产品35款。")
    assert (only.text, only.quantity, only.sure) == ("35款", None, "doubtful")
    assert "unit" in only.why


def test_who_says_that_a_number_is_a_figure_is_believed_and_the_others_stay() -> None:
    text = "上半年，五莲县固定资产投资12.5亿元，比全省高3个单位，走访企业等6家。"
    before = article(text)
    assert [figure.text for figure in before.figures] == ["12.5亿元"]
    (after,) = reader().read(text, PUBLISHED, {text.index("6家"): "amount"})
    assert [figure.text for figure in after.figures] == ["12.5亿元", "6家"]
    assert len(after.not_figures) == len(before.not_figures) - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年，五莲县企业净利润-3.5亿元。", ["-3.5亿元"]),
        ("上半年，五莲县企业净利润−3.5亿元。", ["−3.5亿元"]),
        ("上半年，五莲县项目投资8-12亿元。", ["8-12亿元"]),
        ("上半年，五莲县项目投资8亿-12亿元。", ["8亿-12亿元"]),
        ("上半年，五莲县项目投资—12亿元。", ["12亿元"]),
    ],
)
def test_a_minus_is_not_lost_and_a_range_is_one_amount(text: str, expected: list[str]) -> None:
    assert [figure.text for figure in figures(text)] == expected
    assert all(figure.sure != "confident" for figure in figures(text) if figure.quantity and figure.quantity.value < 0)
