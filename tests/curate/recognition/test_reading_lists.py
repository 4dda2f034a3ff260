"""Lists, plans, places and periods as newspapers write them, in sentences made up for these tests."""

from functools import cache

import pytest

from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.loading import loader
from indicators.values import periods
from tests import ROOT


@cache
def reader() -> Reader:
    loaded = loader.load(ROOT / "data" / "indicators.yaml")
    assert loaded.dataset is not None
    return Reader(loaded.dataset)


def article(text: str, published: str = "2023-07-20") -> DraftArticle:
    (only,) = reader().read(text, periods.parse(published))
    return only


def figures(text: str, published: str = "2023-07-20") -> list[DraftFigure]:
    return list(article(text, published).figures)


def growths(text: str) -> list[tuple[str, str]]:
    return [(figure.text, figure.growth.words if figure.growth else "") for figure in figures(text)]


def metrics(text: str) -> list[tuple[str, str]]:
    parts = [(next((part.words for _, part in figure.parts()), ""), figure) for figure in figures(text)]
    return [(figure.text or words, figure.metric) for words, figure in parts]


def when(text: str, published: str = "2023-07-20") -> list[str]:
    return [figure.period.text if figure.period else "" for figure in figures(text, published)]


# --- numbers ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("全市固定资产投资近万亿元。", "近万亿元"),
        ("总投资 614.9 亿元。", "614.9 亿元"),
        ("港口货物吞吐量突破亿吨。", "突破亿吨"),
        ("全市GDP221亿元。", "221亿元"),
        ("It handled 104.6 million 20-foot equivalent units in 2022.", "104.6 million 20-foot equivalent units"),
        ("Revenue reached 14.5 bln yuan in 2022.", "14.5 bln yuan"),
    ],
)
def test_an_amount_is_read_with_its_unit(text: str, number: str) -> None:
    assert [figure.text for figure in figures(text)] == [number]


def test_a_number_of_what_is_counted_with_an_unknown_word_has_a_question_mark() -> None:
    (figure,) = figures("全市发放贷款12007笔。")
    assert (figure.text, figure.quantity, figure.sure) == ("12007笔", None, "doubtful")
    assert "unit" in figure.why


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("到位资金9.4亿元，是去年同期的15倍。", "15倍", "comparator"),
        ("失业率3.2%，比年目标任务4%低0.8个百分点。", "4%", "comparator"),
        ("在19个大类中，10个行业实现增长。", "10个", "list-of-things"),
        ("上半年，日照市生产总值102.3亿元，去年同期为98亿元。", "98亿元", "base"),
        ("上半年，日照市生产总值102.3亿元，上年同期98亿元。", "98亿元", "base"),
        ("请到虚构路88号办理。", "88", "address"),
        ("请到3号窗口办理。", "3", "address"),
        ("Firms with annual revenue of 20 million yuan or more grew.", "20 million yuan", "threshold"),
    ],
)
def test_a_number_that_others_are_measured_by_is_no_figure(text: str, number: str, why: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == why


# --- which rate is of which amount ------------------------------------------------------------------------------------


def test_the_phrase_of_a_number_names_all_places_that_are_told_together() -> None:
    """Else the checks hold that the number is of the last one."""
    first, _ = figures("2023年上半年，东港区、莒县固定资产投资分别为56.92亿元、31.05亿元。")
    assert (first.region, first.quote) == ("donggang", "东港区、莒县固定资产投资分别为56.92亿元")


def test_nouns_in_a_list_get_one_number_each() -> None:
    text = "规模以上工业增加值、进出口总值、地方财政收入分别增长 11.2% 、33.4% 和22.3%。"
    assert metrics(text) == [("11.2%", "value-added"), ("33.4%", "trade"), ("22.3%", "local-revenue")]


def test_nouns_share_what_only_the_last_one_says() -> None:
    text = "汽车类、石油类零售额同比分别增长12.1%、4.4%。"
    assert metrics(text) == [("12.1%", "retail-sales"), ("4.4%", "retail-sales")]


def test_amounts_in_a_list_get_their_rates_in_order() -> None:
    text = "接待游客310万人次，收入21亿元，与去年5天比较，分别增长了15%和19%。"
    assert growths(text) == [("310万人次", "15%"), ("21亿元", "19%")]


def test_rates_of_partners_that_are_listed_before_are_figures_of_their_own() -> None:
    text = "对甲国、乙国、丙国进出口均明显增长，同比分别增长21.2%、6.3%和14%。"
    assert [figure.growth.words for figure in figures(text) if figure.growth] == ["21.2%", "6.3%", "14%"]


def test_a_plan_is_told_for_all_numbers_of_an_enumeration() -> None:
    text = "今年，五莲县将实现GDP210亿元、工业总产值430亿元。"
    assert [figure.nature for figure in figures(text)] == ["target", "target"]


def test_the_three_industries_are_told_apart_without_being_named() -> None:
    text = "全市三次产业增加值分别为60亿元、310亿元和200亿元。"
    assert [figure.sector for figure in figures(text)] == ["primary", "secondary", "tertiary"]


def test_a_plan_that_is_done_by_a_share_is_a_target_and_the_share_is_of_the_result() -> None:
    result, plan = figures("1-6月，城镇新增就业10150人，完成年目标任务11000人的92.3%，同比增长2%。")
    assert [(name, part.words) for name, part in result.parts()] == [("growth", "2%"), ("completion", "92.3%")]
    assert (plan.text, plan.nature, plan.metric) == ("11000人", "target", "urban-jobs-new")
    assert plan.period == periods.parse("2023")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports grew 21.4 percent year on year to 12.31 billion yuan.", [("12.31 billion yuan", "21.4 percent")]),
        ("It has a 3.6 percent year-on-year growth to 18.5 million TEUs.", [("18.5 million TEUs", "3.6 percent")]),
        (
            "Retail sales increased at a 6.2 percent annual rate to 73.1 billion yuan.",
            [("73.1 billion yuan", "6.2 percent")],
        ),
        ("Exports hit 8.6 billion yuan, marking a 61.2-percent increase.", [("8.6 billion yuan", "61.2-percent")]),
        (
            "The added value of the primary and the secondary industry reached 18.2 billion yuan and 150.4 billion "
            "yuan respectively, increasing by 2.7 percent and 6.6 percent.",
            [("18.2 billion yuan", "2.7 percent"), ("150.4 billion yuan", "6.6 percent")],
        ),
        ("There was a 9.4 percent year-on-year increase in the added value of industry.", [("", "9.4 percent")]),
        (
            "Exports hit 8.6 billion yuan, up 4 percent, while imports surged 130 percent to 2.9 billion yuan.",
            [("8.6 billion yuan", "4 percent"), ("2.9 billion yuan", "130 percent")],
        ),
    ],
)
def test_growth_in_english_stands_on_either_side_of_its_amount(text: str, expected: list[tuple[str, str]]) -> None:
    assert growths(text) == expected


def test_a_rise_of_prices_is_an_amount_itself() -> None:
    (figure,) = figures("居民消费价格同比上涨2.1%。")
    assert (figure.text, figure.metric, figure.growth) == ("2.1%", "inflation", None)


# --- of what ----------------------------------------------------------------------------------------------------------


def test_words_that_name_no_metric_are_of_the_one_before() -> None:
    text = "上半年，全市港口完成外贸货物吞吐量2006万吨，其中沿海港口完成1832万吨。"
    assert metrics(text) == [("2006万吨", "foreign-trade-throughput"), ("1832万吨", "foreign-trade-throughput")]
    assert figures(text)[1].sure != "confident"


def test_a_part_that_is_a_group_of_the_metric_before_is_of_that_metric() -> None:
    text = "日照市一般公共预算收入126亿元，其中税收82亿元。"
    assert [(figure.metric, figure.group) for figure in figures(text)] == [
        ("budget-revenue", "all"),
        ("budget-revenue", "tax"),
    ]


def test_value_added_is_no_growth() -> None:
    (figure,) = figures("服务业增加值占GDP比重达46%。")
    assert (figure.text, figure.metric) == ("46%", "share-of-gdp")


def test_a_currency_in_brackets_is_that_of_another_metric() -> None:
    assert metrics("进出口总额同比增长9.3%。") == [("9.3%", "trade")]


def test_a_number_is_only_confident_where_its_words_say_no_more_than_its_metric() -> None:
    (plain,) = figures("日照市2022年实现社会消费品零售总额12.5亿元。")
    (more,) = figures("日照市2022年发放创业担保补贴12.5亿元。")
    assert plain.sure == "confident"
    assert more.sure != "confident"


@pytest.mark.parametrize("text", ["日照市新增风力发电机37台。", "日照市新增育苗250余万株。"])
def test_things_are_none_of_a_metric_of_enterprises(text: str) -> None:
    (figure,) = figures(text)
    assert "enterprises" not in {reader().dataset.metrics[choice.kind.metric].unit for choice in figure.choices}


# --- where ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2022年，咸阳市地区生产总值1200亿元。",
        "上半年，全国规模以上港口完成货物吞吐量10亿吨。",
        "锦屏县招商引资再创新高\n今年以来，全县签约项目76个。",
        "山东省济南市2022年地区生产总值1200亿元。",
        "The GDP of Jinan, capital of Shandong province, was 512.3 billion yuan in 2022.",
        "China's ports handled 6.7 billion tonnes of cargo in 2022.",
    ],
)
def test_a_place_that_the_dataset_does_not_know_stays_open(text: str) -> None:
    (figure, *_) = figures(text)
    assert figure.region == ""
    assert figure.sure == "doubtful"
    assert "region" in figure.why


def test_a_place_that_no_word_names_is_assumed_and_said_to_be() -> None:
    (figure,) = figures("2022年，全市实现地区生产总值1200亿元。")
    assert (figure.region, figure.sure, figure.why) == ("rizhao", "look", ("region",))


def test_the_company_of_another_city_does_not_move_a_number() -> None:
    (figure,) = figures("日照市大宗商品交易活跃，青岛某国贸公司交易201.6吨橡胶。")
    assert figure.region == "rizhao"


def where(text: str) -> list[tuple[str, str, str]]:
    return [(figure.text, figure.metric, figure.region) for figure in figures(text)]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，东港区、五莲县固定资产投资分别为66.9亿元、41.1亿元。", "fixed-asset-investment"),
        ("上半年，东港区、五莲县分别完成固定资产投资66.9亿元和41.1亿元。", "fixed-asset-investment"),
        ("上半年，东港区和五莲县分别实现一般公共预算收入66.9亿元、41.1亿元，分别增长5%、6%。", "budget-revenue"),
    ],
)
def test_places_in_a_list_get_one_number_each(text: str, metric: str) -> None:
    assert where(text) == [("66.9亿元", metric, "donggang"), ("41.1亿元", metric, "wulian")]
    assert {figure.sure for figure in figures(text)} == {"confident"}


def test_three_places_get_the_growths_of_a_second_list_as_well() -> None:
    text = "东港区、莒县、五莲县一般公共预算收入分别完成11.1亿元、13.3亿元、9.8亿元，分别增长5.1%、6.2%、7.3%。"
    assert [figure.region for figure in figures(text)] == ["donggang", "juxian", "wulian"]
    assert growths(text) == [("11.1亿元", "5.1%"), ("13.3亿元", "6.2%"), ("9.8亿元", "7.3%")]


@pytest.mark.parametrize(
    "text",
    [
        "上半年，东港区、五莲县和莒县固定资产投资分别为66.9亿元、41.1亿元。",
        "上半年，东港区、五莲县表现良好，固定资产投资分别为66.9亿元、41.1亿元。",
        "上半年，东港区与五莲县生产总值、一般公共预算收入分别为66.9亿元、41.1亿元、10亿元。",
        "上半年，东港区和五莲县固定资产投资合计98亿元。",
        "Donggang, Juxian and Wulian grew, as GDP reached 66.9 billion yuan and 41.1 billion yuan respectively.",
    ],
)
def test_numbers_that_are_not_one_for_each_place_of_a_list_have_no_region(text: str) -> None:
    assert {(figure.region, figure.sure) for figure in figures(text)} == {("", "doubtful")}


def test_a_place_of_a_list_that_the_dataset_does_not_know_leaves_its_number_open() -> None:
    text = "上半年，东港区、虚构区固定资产投资分别为66.9亿元、41.1亿元。"
    assert [figure.region for figure in figures(text)] == ["donggang", ""]


# --- when -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "published", "period"),
    [
        ("今年上半年以来，日照市地区生产总值同比增长6.8%。", "2023-08-04", "2023-S1"),
        ("日照市1—10 月份固定资产投资12亿元。", "2023-11-10", "2023-01-01/P10M"),
        ("1至3月，日照市固定资产投资9亿元。", "2023-03-14", "2023-Q1"),
        ("2023年，重点项目年度计划投资32亿元，1-6月完成20亿元，年度计划投资还有8亿元。", "2023-07-12", "2023"),
        ("全年日照市粮食产量125万吨。", "2003-02-01", "2002"),
        ("1月30日，日照市接待游客6万人次；实现旅游收入810万元。", "2017-01-31", "2017-01-30"),
        (
            "Rizhao's revenue was 20.5 billion yuan in H1, faster than in the first five months.",
            "2020-07-28",
            "2020-S1",
        ),
        ("Rizhao's trade reached 13.9 billion yuan (about 2.1 billion U.S. dollars) in Q1.", "2021-04-22", "2021-Q1"),
    ],
)
def test_a_period_is_that_of_the_whole_sentence(text: str, published: str, period: str) -> None:
    assert when(text, published)[-1] == period


@pytest.mark.parametrize("text", ["日照市居民消费价格同比上涨2.1%。", "日照市城镇登记失业率2.9%。"])
def test_a_month_that_no_word_names_is_not_certain(text: str) -> None:
    (figure,) = figures(text, "2023-07-20")
    assert figure.period is not None
    assert (figure.period.text, figure.period_words, figure.sure) == ("2023-07", "", "look")
    assert "period-assumed" in figure.why


def test_a_stock_of_a_bulletin_is_that_of_its_end_and_a_rate_that_of_its_year() -> None:
    text = "2020年日照市统计公报\n2020年，就业工作扎实开展。年末城镇登记失业率2.31%。\n居民消费价格总水平上涨1.7%。"
    assert when(text, "2021-03-15") == ["2020", "2020"]


def test_all_numbers_of_a_list_of_targets_are_targets() -> None:
    text = "2023年主要预期目标是：生产总值增长7%左右，一般公共预算收入增长5%左右；粮食产量保持在160万吨以上。"
    assert [figure.nature for figure in figures(text)] == ["target"] * 3


@pytest.mark.parametrize(
    "text",
    [
        "2021年、2022年日照市生产总值分别为2211亿元、2306亿元。",
        "2021年、2022年日照市分别实现生产总值2211亿元、2306亿元，分别增长5%、6%。",
    ],
)
def test_years_in_a_list_get_one_number_each(text: str) -> None:
    assert when(text) == ["2021", "2022"]
    assert {figure.metric for figure in figures(text)} == {"gdp"}


def test_what_a_number_has_come_to_this_year_is_no_target() -> None:
    (figure,) = figures("日照市粮食产量由上年的104万吨增加到今年的106万吨。")
    assert (figure.text, figure.nature) == ("106万吨", "actual")
