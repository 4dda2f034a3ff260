"""When Chinese numbers were counted that name no time of their own; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading import reader
from tests.curate.recognition.test_reading_classes import figures


def _told(text: str, day: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.period.text if figure.period else "") for figure in figures(text, day)]


def _undated(text: str) -> list[tuple[str, str]]:
    (article,) = reader().read(text, None)
    return [(figure.text, figure.period.text if figure.period else "") for figure in article.figures]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("他指出，今年要抓好八件事。\n一年来圆满完成了全年任务。\n地区生产总值210亿元。", "2017"),
        ("今年要抓好八件事，全年预计实现地区生产总值210亿元。", "2018"),
        ("2018年要抓好八件事。\n全年地区生产总值210亿元。", "2018"),
    ],
)
def test_the_whole_year_told_of_in_january_is_the_one_before_unless_it_is_expected(text: str, period: str) -> None:
    assert _told(text, "2018-01-24") == [("210亿元", period)]


def test_an_undated_article_is_of_the_year_after_the_end_of_the_year_that_it_compares_with() -> None:
    text = "1至9月，全县固定资产投资57亿元。截至9月，市场主体3.6万户，较2023年末净增1万户。"
    assert _undated(text)[0] == ("57亿元", "2024-01-01/P9M")
    assert _undated(text.replace("，较2023年末", "。2022年投资50亿元，较2023年末"))[0] == ("57亿元", "")


def test_the_month_in_which_an_office_signed_a_bulletin_is_no_time_of_its_figures() -> None:
    text = "2020年五莲县统计公报\n五莲县统计局\n2021年3月\n全年物价平稳。居民消费价格总水平上涨2.1%。"
    assert _undated(text) == [("2.1%", "2020")]


def test_a_budget_of_which_a_part_is_done_is_of_the_year() -> None:
    text = "4月，一般公共预算支出累计完成10亿元，完成预算数25亿元的40%。"
    assert _told(text, "2024-05-16") == [("10亿元", "2024-01-01/P4M"), ("25亿元", "2024")]


def test_a_stock_of_an_article_that_tells_of_one_year_only_is_of_its_end_whatever_the_day_of_print() -> None:
    text = "迈步新程\n发布时间：2021年02月02日\n2020年，全镇签约项目3个。\n优化结构。全镇水稻种植面积达2.5万亩。"
    assert _told(text, "2021-02-02")[-1] == ("2.5万亩", "2020-12")


@pytest.mark.parametrize(
    ("day", "period"),
    [("2019-12-24", "2019"), ("2019-09-24", "")],
)
def test_what_is_told_in_december_of_a_plan_of_the_year_is_of_the_year(day: str, period: str) -> None:
    text = "日照港提前实现年度目标，其中完成矿石1.3亿吨、煤炭3700万吨。"
    assert _told(text, day) == [("1.3亿吨", period), ("3700万吨", period)]


def test_a_year_since_which_something_happened_again_is_no_time_of_what_follows() -> None:
    text = "截至去年12月底，全市税收150亿元，这是继2007年突破100亿元后的又一次跨越。\n其中，市级税收27亿元。"
    assert _told(text, "2011-01-05") == [("150亿元", "2010"), ("27亿元", "2010")]


def test_the_end_of_a_year_is_of_its_own_rate_and_not_of_counts_of_the_next_sentence() -> None:
    text = "2020年，就业平稳。年末登记失业率2.04%。接收应届毕业生1.3万人，稳定岗位22万人。"
    assert [period for _, period in _undated(text)[1:]] == ["2020", "2020"]


def test_a_part_of_a_year_is_of_the_year_that_the_text_just_gave_it() -> None:
    text = "五莲县举行2022年四季度重大项目集中签约活动。县长宣布四季度重大项目集中开工。本次签约项目8个。"
    assert _told(text, "2022-11-26") == [("8个", "2022-Q4")]
    text = "五莲县四季度出口3亿元，好于2022年四季度。"
    assert _told(text, "2024-02-01") == [("3亿元", "2023-Q4")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("1—3月份，五莲县实现工业总产值17亿元。2016年承担重点项目9个。", "2016-Q1"),
        ("1—3月份，五莲县实现工业总产值17亿元，比2016年好。", ""),
        ("1—3月份，五莲县实现工业总产值17亿元。2015年、2016年都好。", ""),
        ("1—3月份，五莲县实现工业总产值17亿元。力争到2016年翻番。", ""),
    ],
)
def test_months_of_an_article_without_a_date_are_of_the_only_year_that_it_tells_of(text: str, period: str) -> None:
    assert _undated(text)[0] == ("17亿元", period)


_EVENT = "3月16日，五莲县2023年二季度重点项目集中开工活动举行。"


@pytest.mark.parametrize(
    ("behind", "period"),
    [
        ("此次集中开工项目126个。", "2023-03"),
        ("其中，现场签约的项目55个。", "2023-03"),
        ("\n\n集中竣工的项目55个。", "2023-03"),
        ("年度计划投资90亿元。", "2023"),
        ("去年，全县开工项目126个。", "2022"),
        ("1至8月，全县开工项目126个。其中工业项目55个。", "2023-01-01/P8M"),
        ("全县出口3亿元。", ""),
    ],
)
def test_projects_that_are_begun_or_signed_at_an_event_are_of_its_month(behind: str, period: str) -> None:
    assert _told(_EVENT + behind, "2023-10-09")[-1][1] == period


def test_a_time_that_another_paragraph_names_is_none_of_a_report_of_a_longer_one() -> None:
    text = "1-3月，生产总值28亿元。\n\n贸易稳定。1-2月，进出口总额8亿元。\n\n一般公共预算收入5亿元。"
    assert _told(text, "2024-04-20")[1:] == [("8亿元", "2024-01-01/P2M"), ("5亿元", "2024-Q1")]


def test_a_month_of_an_undated_report_is_of_the_year_that_it_named_last() -> None:
    text = "五莲县经济简况（2020年3月）\n\n1-2月，进出口总额8亿元。\n\n3月份，一般公共预算收入5亿元。"
    assert [period for _, period in _undated(text)] == ["2020-01-01/P2M", "2020-03"]


def test_a_plan_is_not_of_the_months_in_which_a_part_of_it_was_done_by_the_words_behind_it() -> None:
    text = "今年五莲县计划改造道路30公里，1-5月实际完成12公里。"
    assert _told(text, "2024-06-10") == [("30公里", "2024"), ("12公里", "2024-01-01/P5M")]
    assert _told("五莲县实现投资30亿元（1-5月）。", "2024-06-10") == [("30亿元", "2024-01-01/P5M")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("今年，全年五莲县粮食播种面积45万亩。", "2024"),
        ("今年，五莲县计划投资3.4亿元实施三项工程。", "2024"),
        ("到“十四五”末，五莲县高速公路通车里程达到130公里。", "2025-12"),
        ("目前，五莲县有蔬菜种植户685户。", "2024-06"),
        ("4月，五莲县财政支出累计完成2亿元，为年初预算数5亿元的40%。", "2024"),
    ],
)
def test_the_year_for_which_and_the_day_at_which_there_is_so_much(text: str, period: str) -> None:
    assert _told(text, "2024-06-10")[-1][1] == period


def test_what_another_sentence_says_to_be_so_today_is_of_it_alone() -> None:
    text = "2023年，五莲县工业产值45亿元。\n目前，园区规划面积25平方公里。丁镇实现工业产值4亿元。累计拉动消费2亿元。"
    assert [period for _, period in _told(text, "2024-01-13")][-2:] == ["2023", "2023"]


def test_what_is_expected_of_the_year_is_of_it_whatever_there_is_today() -> None:
    text = "目前，五莲县种植药材2万亩，预计今年产值可达5000万元。"
    assert _told(text, "2024-06-10") == [("2万亩", "2024-06"), ("5000万元", "2024")]


def test_this_month_is_the_last_of_those_told_of_and_not_that_of_print() -> None:
    text = "截止5月底，五莲县到位资金8亿元。本月到位资金2亿元。"
    assert _told(text, "2024-06-12") == [("8亿元", "2024-01-01/P5M"), ("2亿元", "2024-05")]
    assert _told("本月五莲县到位资金2亿元。", "2024-06-12") == [("2亿元", "2024-06")]


def test_what_there_is_in_a_whole_year_that_is_over_is_told_of_its_end() -> None:
    text = "五莲县2023年统计公报\n\n全年参加城镇职工基本养老保险11.7万人。"
    assert _told(text, "2024-03-12") == [("11.7万人", "2023-12")]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("今年一月，", "2009-01"),
        ("一月份", "2009-01"),
        ("首月", "2009-01"),
        ("去年十月至十二月，", "2008-Q4"),
        ("去年十一月中旬", "2008-11"),
        ("二〇〇八年十二月三十一日，", "2008-12-31"),
        ("春天里的一个月，", ""),
        ("入驻首月", ""),
        ("十月革命后，", ""),
    ],
)
def test_months_and_days_in_words_are_times(words: str, period: str) -> None:
    assert _told(f"{words}五莲县新开工项目15个。", "2009-02-20") == [("15个", period)]
