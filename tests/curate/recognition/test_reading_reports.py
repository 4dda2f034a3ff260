"""Mistakes of classes that were found on reports of governments and companies; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading import reader
from tests.curate.recognition.test_reading_classes import article, figures, last

# --- budgets ---------------------------------------------------------------------------------------------------------


def test_what_a_budget_provides_is_a_plan_and_the_rates_behind_it_are_of_the_result() -> None:
    result, plan = figures("上半年一般公共预算收入完成24亿元，完成年初预算数60亿元的40%，比上年减收2亿元，下降7.7%。")
    assert (result.text, plan.text, plan.nature) == ("24亿元", "60亿元", "target")
    assert {role: part.words for role, part in result.parts()} == {
        "completion": "40%",
        "change": "-2亿元",
        "growth": "-7.7%",
    }


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("4月，一般公共预算收入累计完成2亿元。", "2023-01-01/P4M"),
        ("4月，一般公共预算收入累计完成2亿元；其中税收收入1亿元。", "2023-01-01/P4M"),
        ("4月份，一般公共预算收入完成2亿元。", "2023-04"),
        ("1—4月累计完成一般公共预算收入9亿元，其中4月份完成2亿元。", "2023-04"),
    ],
)
def test_what_is_cumulated_in_a_month_is_counted_from_january_on(text: str, period: str) -> None:
    assert getattr(last(text).period, "text", None) == period


def test_a_revenue_of_another_kind_is_not_the_budget_s() -> None:
    for words in ("政府性基金收入", "国有资本经营预算收入", "村集体收入"):
        assert "metric" in last(f"上半年，全县{words}达到8亿元。").why
    assert last("上半年，全县一般公共预算收入达到8亿元。").metric == "budget-revenue"


def test_a_noun_of_another_kind_does_not_inherit_the_metric_before() -> None:
    spent, earned = figures("上半年，固定资产投资完成8亿元，合作社收入达到3亿元。")
    assert (spent.metric, earned.sure) == ("fixed-asset-investment", "doubtful")


# --- which things are meant ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("新签约项目40个，其中超亿元投资项目21个。", "超亿元", "threshold"),
        ("新签约项目40个，其中超10亿元项目2个。", "超10亿元", "threshold"),
        ("目前，上报的40个项目中，已开工33个。", "40个项目", "list-of-things"),
    ],
)
def test_a_number_that_says_which_things_are_meant_is_no_figure(text: str, number: str, why: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == why


def test_how_many_large_projects_are_sought_is_a_figure() -> None:
    assert last("2024年，全县计划招引20个以上过亿项目。").text == "20个以上"


# --- results, targets and what is expected ---------------------------------------------------------------------------


def test_a_sentence_that_begins_with_what_is_expected_tells_of_nothing_else() -> None:
    text = "预计到年末，全县地区生产总值完成115亿元，增长7%；固定资产投资完成38亿元，已完成技改投资3亿元。"
    assert [figure.nature for figure in figures(text, "2023-12-22")] == ["expected", "expected", "actual"]
    assert last("经初步预计，2022年全县实现生产总值163亿元。").nature == "expected"
    assert last("近日，预计受关注的会议召开。2022年全县实现生产总值163亿元。").nature == "actual"


def test_what_a_company_plans_is_a_target_in_the_whole_list() -> None:
    text = "2024年公司计划实现营业收入150亿元，利润总额5亿元。"
    assert [figure.nature for figure in figures(text)] == ["target", "target"]


# --- headlines -------------------------------------------------------------------------------------------------------


def test_a_headline_may_have_two_lines() -> None:
    text = "上半年签约项目39个\n签约金额94亿元 同比增长29%\n本报讯 上半年，全市签约项目39个，签约金额94亿元，增长29%。"
    draft = article(text)
    assert draft.headline == "上半年签约项目39个 签约金额94亿元 同比增长29%"
    assert [figure.text for figure in draft.figures] == ["39个", "94亿元"]


def test_a_heading_of_a_section_is_no_second_line_of_a_headline() -> None:
    text = "上半年经济运行情况\n一、工业\n上半年，规模以上工业实现营业收入94亿元，增长29%，利润总额3亿元，税收1亿元。"
    assert article(text).headline == "上半年经济运行情况"


def test_the_headlines_of_two_articles_on_one_page_may_have_two_lines_each() -> None:
    first = "渔港上半年又增收\n产值突破三亿元\n本报讯 上半年，渔业产值达3.2亿元。"
    second = "新区招商开新局\n上半年签约项目12个\n本报讯 上半年，签约项目12个。"
    drafts = reader().read(f"{first}\n{second}")
    headlines = ["渔港上半年又增收 产值突破三亿元", "新区招商开新局 上半年签约项目12个"]
    assert [draft.headline for draft in drafts] == headlines
    assert [[figure.text for figure in draft.figures] for draft in drafts] == [["3.2亿元"], ["12个"]]


def test_town_dwellers_are_no_place() -> None:
    text = "五莲县2012年农民人均纯收入和城镇居民人均可支配收入分别达到9807元和18817元。"
    assert {figure.region for figure in figures(text)} == {"wulian"}


# --- rates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("5月份，居民消费价格环比下降0.2%。", "0.2%"),
        ("6月份，销量80万吨，环比增长7%、同比增长3%。", "7%"),
        ("从环比看，鲜菜价格下降4.6%，鲜果价格上涨2.5%。", "4.6%"),
    ],
)
def test_a_growth_since_the_month_before_is_none_of_a_year(text: str, number: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == "comparator"


def test_a_growth_of_a_year_that_stands_beside_one_of_a_month_is_read() -> None:
    figure = last("6月份，货物吞吐量80万吨，环比增长7%、同比增长3%。")
    assert {role: part.words for role, part in figure.parts()} == {"growth": "3%"}


def test_a_rate_that_came_to_a_level_is_a_level() -> None:
    assert last("一季度，城镇登记失业率走高，4月份升至6.1%，5月份回落至5.9%。").text == "5.9%"
    (growth,) = figures("上半年，进出口增速回落至5.9%。")
    assert growth.text == ""


def test_the_share_of_a_budget_is_no_completion() -> None:
    figure = last("全年教育支出48亿元，占一般公共预算支出的21.3%。")
    assert {role: part.words for role, part in figure.parts()} == {"share": "21.3%"}


def test_a_list_of_rates_behind_a_list_of_amounts_is_of_them_one_by_one() -> None:
    text = "城镇、农村居民人均可支配收入分别达到30400元、17600元，增长8.5%、9%。"
    assert [dict(figure.parts())["growth"].words for figure in figures(text)] == ["8.5%", "9%"]


def test_the_name_of_a_price_index_in_letters_is_a_noun() -> None:
    text = "5月份，食品价格带动上涨；CPI同比上涨1.9%。"
    assert last(text).text == "1.9%"


# --- times -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("元至6月，全市完成固定资产投资6亿元。", "2023-S1"),
        ("元至五月，全市完成固定资产投资6亿元。", "2023-01-01/P5M"),
        ("一至五月份，全市完成固定资产投资6亿元。", "2023-01-01/P5M"),
        ("上半年，旅客吞吐量58万人次，其中6月份11万人次。完成固定资产投资6亿元。", "2023-S1"),
        ("“十三五”末，高新技术企业36家，是“十二五”末的4.5倍；固定资产投资6亿元。", "2020"),
        ("一季度，实际使用外资6亿美元。在去年高基数的基础上，固定资产投资完成6亿元。", "2023-Q1"),
    ],
)
def test_the_period_of_a_report(text: str, period: str) -> None:
    assert getattr(last(text).period, "text", None) == period


# --- what a number is of ---------------------------------------------------------------------------------------------


def test_what_rose_from_a_number_is_named_before_both_and_quoted_without_it() -> None:
    figure = last("五莲县一般公共预算收入由2015年的9.8亿元增加到2020年的14.2亿元。")
    assert (figure.metric, figure.sure, figure.quote) == ("budget-revenue", "confident", "增加到2020年的14.2亿元")


def test_how_many_there_are_in_all_is_no_longer_what_was_added() -> None:
    added, there = figures("新增“四上”企业28家，总数达286家。")
    assert (added.metric, there.metric) == ("four-above-enterprises-new", "four-above-enterprises")


def test_places_in_a_ranking_and_provinces_are_no_figures() -> None:
    assert not figures("在百强县排名中，我县由99位提升至87位。")
    assert not figures("从各地情况看，28个省（区）进度快，25个中西部省份已完成目标。")


def test_a_fall_that_is_a_value_is_printed_with_its_word() -> None:
    assert last("上半年，居民消费价格同比减少0.6%。").text == "减少0.6%"


def test_a_rate_in_brackets_of_the_whole_city_is_no_figure_of_the_county() -> None:
    (figure,) = figures("五莲县固定资产投资同比增长6.4%（全市6.6%），较去年同期加快3.3个百分点。")
    assert {role: part.words for role, part in figure.parts()} == {"growth": "6.4%"}


def test_the_share_of_taxes_in_a_budget_is_a_figure() -> None:
    assert last("上半年，税收收入占一般公共预算收入比重为69.5%。").metric == "share-of-revenue"


def test_an_income_is_of_the_quarter_though_a_paragraph_between_tells_of_a_part_of_it() -> None:
    text = "一季度，生产总值56亿元。\n1-2月，营业收入3亿元。\n3月末，贷款余额354亿元。\n居民人均可支配收入7256元。"
    assert getattr(last(text, "2023-04-20").period, "text", None) == "2023-Q1"


def test_a_paragraph_that_tells_of_parts_goes_on_with_what_they_are_parts_of() -> None:
    text = "上半年，规模以上工业增加值同比增长10.2%。\n分三大门类看，采矿业增长18.1%，制造业增长9.1%。"
    assert {figure.metric for figure in figures(text)} == {"value-added"}


def test_what_is_expected_behind_a_semicolon_is_of_the_year_before_it() -> None:
    text = "预计2022年生产总值实现90亿元，增长9%；固定资产投资30亿元；财政收入5亿元。"
    assert {figure.period and figure.period.text for figure in figures(text, "2023-01-10")} == {"2022"}


def test_a_report_of_a_year_expects_what_that_year_was() -> None:
    text = "2022年，全县工作取得新进展。预计全县地区生产总值突破200亿元，增长8.8%。"
    assert getattr(last(text, "2023-01-10").period, "text", None) == "2022"
