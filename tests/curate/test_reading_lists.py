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
    (figure,) = figures("全市发放贷款15901笔。")
    assert (figure.text, figure.quantity, figure.sure) == ("15901笔", None, "doubtful")
    assert "unit" in figure.why


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("到位资金11.9亿元，是去年同期的18倍。", "18倍", "comparator"),
        ("失业率3.37%，比年目标任务4%低0.63个百分点。", "4%", "comparator"),
        ("在19个大类中，10个行业实现增长。", "10个", "list-of-things"),
        ("Firms with annual revenue of 20 million yuan or more grew.", "20 million yuan", "threshold"),
    ],
)
def test_a_number_that_others_are_measured_by_is_no_figure(text: str, number: str, why: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == why


# --- which rate is of which amount ------------------------------------------------------------------------------------


def test_nouns_in_a_list_get_one_number_each() -> None:
    text = "规模以上工业增加值、地方财政收入、进出口总值分别增长 17.4% 、27.8% 和47.7%。"
    assert metrics(text) == [("17.4%", "value-added"), ("27.8%", "local-revenue"), ("47.7%", "trade")]


def test_nouns_share_what_only_the_last_one_says() -> None:
    text = "汽车类、石油类零售额同比分别增长16.6%、7.8%。"
    assert metrics(text) == [("16.6%", "retail-sales"), ("7.8%", "retail-sales")]


def test_amounts_in_a_list_get_their_rates_in_order() -> None:
    text = "接待游客462万人次，旅游总收入34亿元，与去年7天比较，分别增长了28%和34%。"
    assert growths(text) == [("462万人次", "28%"), ("34亿元", "34%")]


def test_rates_of_partners_that_are_listed_before_are_figures_of_their_own() -> None:
    text = "对甲国、乙国、丙国进出口均明显增长，同比分别增长31.6%、5.9%和18%。"
    assert [figure.growth.words for figure in figures(text) if figure.growth] == ["31.6%", "5.9%", "18%"]


def test_a_plan_is_told_for_all_numbers_of_an_enumeration() -> None:
    text = "今年，五莲县将实现GDP267亿元、工业总产值521亿元。"
    assert [figure.nature for figure in figures(text)] == ["target", "target"]


def test_the_three_industries_are_told_apart_without_being_named() -> None:
    text = "全市三次产业增加值分别为82亿元、419亿元和270亿元。"
    assert [figure.sector for figure in figures(text)] == ["primary", "secondary", "tertiary"]


def test_a_plan_that_is_done_by_a_share_is_a_target_and_the_share_is_of_the_result() -> None:
    result, plan = figures("1-6月，城镇新增就业12314人，完成年目标任务12500人的98.5%，同比增长2%。")
    assert [(name, part.words) for name, part in result.parts()] == [("growth", "2%"), ("completion", "98.5%")]
    assert (plan.text, plan.nature, plan.metric) == ("12500人", "target", "urban-jobs-new")
    assert plan.period == periods.parse("2023")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports grew 43.3 percent year on year to 14.46 billion yuan.", [("14.46 billion yuan", "43.3 percent")]),
        ("It has a 4.7 percent year-on-year growth to 22.3 million TEUs.", [("22.3 million TEUs", "4.7 percent")]),
        (
            "Retail sales increased at a 9.9 percent annual rate to 86.9 billion yuan.",
            [("86.9 billion yuan", "9.9 percent")],
        ),
        ("Exports hit 10.4 billion yuan, marking a 77.5-percent increase.", [("10.4 billion yuan", "77.5-percent")]),
        (
            "The added value of the primary and the secondary industry reached 20.3 billion yuan and 188.9 billion "
            "yuan respectively, increasing by 3.1 percent and 8.1 percent.",
            [("20.3 billion yuan", "3.1 percent"), ("188.9 billion yuan", "8.1 percent")],
        ),
        ("There was a 12.2 percent year-on-year increase in the added value of industry.", [("", "12.2 percent")]),
        (
            "Exports hit 10.4 billion yuan, up 3 percent, while imports surged 115 percent to 3.5 billion yuan.",
            [("10.4 billion yuan", "3 percent"), ("3.5 billion yuan", "115 percent")],
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
    (figure,) = figures("服务业增加值占GDP比重达50%。")
    assert (figure.text, figure.metric) == ("50%", "share-of-gdp")


def test_a_currency_in_brackets_is_that_of_another_metric() -> None:
    assert metrics("进出口总额同比增长9.3%。") == [("9.3%", "trade")]


def test_a_number_is_only_confident_where_its_words_say_no_more_than_its_metric() -> None:
    (plain,) = figures("日照市2022年实现社会消费品零售总额12.5亿元。")
    (more,) = figures("日照市2022年发放创业担保补贴12.5亿元。")
    assert plain.sure == "confident"
    assert more.sure != "confident"


# --- where ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2022年，咸阳市地区生产总值1200亿元。",
        "上半年，全国规模以上港口完成货物吞吐量10亿吨。",
        "锦屏县招商引资再创新高\n今年以来，全县签约项目76个。",
        "山东省济南市2022年地区生产总值1200亿元。",
        "The GDP of Jinan, capital of Shandong province, hit 584.1 billion yuan in 2022.",
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
    text = "2020年日照市统计公报\n2020年，就业工作扎实开展。年末城镇登记失业率2.04%。\n居民消费价格总水平上涨2.1%。"
    assert when(text, "2021-03-15") == ["2020", "2020"]


def test_all_numbers_of_a_list_of_targets_are_targets() -> None:
    text = "2023年主要预期目标是：生产总值增长6%左右，一般公共预算收入增长4%左右；粮食产量保持在180万吨以上。"
    assert [figure.nature for figure in figures(text)] == ["target"] * 3
