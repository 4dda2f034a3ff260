"""What Chinese words around a number say of its time, its place and its metric; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading import reader
from tests.curate.recognition.test_reading_classes import article, figures


def _whys(text: str) -> list[str]:
    return [number.why for number in article(text).not_figures]


def _new_names(text: str) -> list[str]:
    return [
        figure.new_metric.zh if figure.new_metric and figure.new_metric.standard else ""
        for figure in figures(text, "2024-07-20")
    ]


def test_the_year_on_top_of_which_a_plan_adds_is_not_the_year_of_the_plan() -> None:
    text = "到2028年，全县高新技术企业在2023年的基础上实现倍增，超过60家；省级瞪羚企业突破9家。"
    told = figures(text, "2024-03-16")
    assert {(figure.period.text if figure.period else "", figure.nature) for figure in told} == {("2028-12", "target")}


def test_a_time_that_only_says_why_is_not_that_of_the_next_sentence() -> None:
    text = (
        "1-8月，全市工业企业实现利润90亿元。随着造纸行业利润在8月份扭亏，各行业全部盈利。其中，建材行业实现利润12亿元。"
    )
    assert {figure.period.text if figure.period else "" for figure in figures(text, "2024-09-26")} == {"2024-01-01/P8M"}


@pytest.mark.parametrize("year", ["去年", "2022年"])
def test_what_an_earlier_year_had_that_is_passed_already_is_compared_with(year: str) -> None:
    assert "comparator" in _whys(f"前三季度，全市出口95亿元，已超{year}全年的90亿元。")


def test_a_mark_before_the_amount_that_passed_it_is_no_figure() -> None:
    text = "今年全港集装箱吞吐量首次突破500万标箱大关，达到512万标箱。"
    assert [figure.text for figure in figures(text, "2023-12-30")] == ["512万标箱"]
    assert "threshold" in _whys(text)


def test_what_projects_cost_in_all_is_planned_though_no_word_says_so() -> None:
    text = "一季度，全县在建内资项目52个，投资总额310亿元。"
    (_, invested) = figures(text, "2024-04-12")
    assert invested.metric == "planned-investment"


def test_a_district_behind_its_city_can_be_called_after_a_lake_or_a_hill() -> None:
    text = "2024年2月2日在深圳市丁湖区人民代表大会会议上\n\n2023年，公共财政预算收入完成3亿元。"
    (told,) = figures(text, "2024-02-02")
    assert text[slice(*told.unknown_place)] == "丁湖区"


def test_to_make_sure_is_no_place() -> None:
    text = "丁市召开会议。确保市、区重点项目按期开工，力争全年完成工业投资90亿元。"
    (told,) = figures(text, "2024-08-05")
    assert text[slice(*told.unknown_place)] == "丁市"


def test_a_part_that_has_a_share_and_a_growth_has_both() -> None:
    text = "上半年，分行业看，采矿业增加值占比达71.2%，同比下降6.1%；制造业增加值占比为20.4%，同比增长3.3%。"
    told = figures(text, "2024-07-20")
    assert [figure.metric for figure in told] == ["value-added", "value-added"]
    assert [(part and part.words) for figure in told for part in (figure.share, figure.growth)] == [
        *("71.2%", "-6.1%", "20.4%", "3.3%")
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("上半年，氧化铝产量26.3万吨。", "氧化铝产量"),
        ("上半年，精煤产量31.2万吨。", "精煤产量"),
        ("上半年，塑料制品4300吨。", "塑料制品产量"),
        ("上半年，上级补助收入2.1亿元。", "上级补助收入"),
    ],
)
def test_products_and_revenue_that_statistics_name_have_their_own_metrics(text: str, name: str) -> None:
    assert _new_names(text) == [name]


def test_a_plan_can_be_named_behind_its_amount() -> None:
    text = "1-9月份，全市利用外资14000万美元，完成省里下达20000万美元目标任务的70%，同比增长6.2%。"
    done, plan = figures(text, "2009-10-13")
    assert done.completion
    assert done.completion.words == "70%"
    assert (plan.text, plan.nature, plan.period and plan.period.text) == ("20000万美元", "target", "2009")


def test_a_task_is_of_the_year_unless_its_words_name_less_of_it() -> None:
    whole = figures("今年1到10月，全区到位资金95亿元，完成市里下达任务数100亿元的95%。", "2018-11-12")
    part = figures("今年1到6月，全区到位资金95亿元，完成市里下达上半年任务数100亿元的95%。", "2018-07-12")
    assert [figure.period.text if figure.period else "" for figure in whole] == ["2018-01-01/P10M", "2018"]
    assert [figure.period.text if figure.period else "" for figure in part] == ["2018-S1", "2018-S1"]


def test_what_there_is_today_is_of_the_end_of_the_time_told_of_where_no_day_of_print_is_known() -> None:
    text = "2016年1—7月，全市园区实现主营业务收入150亿元。\n\n目前，全市园区从业人员21万人，同比增长2.3%。"
    (undated,) = reader().read(text, None)
    told = [figure.period.text if figure.period else "" for figure in undated.figures]
    assert told == ["2016-01-01/P7M", "2016-07"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("重庆市旅游局消息：去年我市接待游客3亿人次。", "重庆市"),
        ("上海消息。丁县消息：全县接待游客3万人次。", "丁县"),
        ("丁乙县消息。这些灌区改造渠道30公里。", "丁乙县"),
        ("丁乙县推进“百亿园区”建设，园区产值95亿元。", "丁乙县"),
        ("记者从四川丁乙县林业局获悉，全县产值9亿元。", "丁乙县"),
        ("丁乙市失业率3.1%，比市计划低0.7个百分点。全市培训7252人。", "丁乙市"),
    ],
)
def test_a_municipality_is_a_city_and_what_is_irrigated_built_or_compared_with_is_no_place(
    text: str, place: str
) -> None:
    told = figures(text, "2024-07-20")[-1]
    assert text[slice(*told.unknown_place)] == place
