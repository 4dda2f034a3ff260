"""Mistakes of whole classes that were found on articles read for the first time; all sentences are made up."""

import json
from typing import Any

import pytest

from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.judging import has_second
from indicators.curate.rendering.json_text import to_json
from indicators.curate.rendering.yaml_text import ArticleSource
from indicators.values import periods
from tests.curate.recognition.test_reading import reader


def article(text: str, published: str = "2023-07-20") -> DraftArticle:
    (only,) = reader().read(text, periods.parse(published))
    return only


def figures(text: str, published: str = "2023-07-20") -> list[DraftFigure]:
    return list(article(text, published).figures)


def last(text: str, published: str = "2023-07-20") -> DraftFigure:
    return figures(text, published)[-1]


# --- what is no figure -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("当天最高气温达38.5度。", "38.5度", "one-thing"),
        ("全市平均气温19.5℃。", "19.5", "one-thing"),
        ("6月份降水量45毫米。", "45毫米", "one-thing"),
        ("猪肉每斤15.8元。", "15.8元", "one-thing"),
        ("他家种了12亩苹果。", "12亩", "one-thing"),
        ("这台机器功率150千瓦。", "150千瓦", "one-thing"),
        ("新桥的桥墩高25米。", "25米", "one-thing"),
        ("会议有120人参加。", "120人", "list-of-things"),
        ("活动中印发材料500份。", "500份", "list-of-things"),
        ("讨论了12个议题。", "12个", "list-of-things"),
        ("随着2个集装箱装船，航线开通。", "2个", "list-of-things"),
        ("吞吐量在全国120个港口中排名第9位。", "120个", "rank"),
        ("6月末，各项存款余额80亿元，同比多增7亿元。", "7亿元", "comparator"),
        ("上半年进出口80亿元，去年同期增长5%。", "5%", "comparator"),
        ("上半年客流量恢复至2019年同期的85%。", "85%", "comparator"),
        ("上半年进出口80亿元，较2019年同期增长31%，同比增长12%。", "31%", "comparator"),
        ("上半年产值由3.1亿元和0.4亿元上升到4亿元。", "0.4亿元", "base"),
    ],
)
def test_a_number_that_is_no_figure_of_an_economy_says_why(text: str, number: str, why: str) -> None:
    draft = article(text)
    assert {other.text: other.why for other in draft.not_figures}.get(number) == why
    assert number not in [figure.text for figure in draft.figures]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("上半年全县用电量12.5亿度。", "12.5亿度"),
        ("全县共有家具企业35家。", "35家"),
        ("全市总装机功率150万千瓦。", "150万千瓦"),
        ("新建农村公路全长25公里。", "25公里"),
        ("上半年，全县培训1200人。", "1200人"),
        ("给予每个基地20万元补助。", "20万元"),
    ],
)
def test_words_that_look_like_those_of_one_thing_leave_a_figure(text: str, number: str) -> None:
    assert [figure.text for figure in figures(text)] == [number]


def test_a_growth_against_the_year_before_is_taken_beside_one_against_an_earlier_year() -> None:
    (figure,) = figures("上半年进出口80亿元，较2019年同期增长31%，较2022年同期增长12%。")
    assert figure.growth is not None
    assert figure.growth.words == "12%"


def test_what_rose_by_an_amount_against_last_year_is_a_change() -> None:
    (figure,) = figures("上半年全县税收收入3亿元，同比增收0.4亿元。")
    assert figure.change is not None
    assert figure.change.words == "0.4亿元"


def test_a_number_in_words_counts_what_has_no_known_unit() -> None:
    assert [figure.text for figure in figures("银行发放贷款十余笔。")] == ["十余笔"]


def test_a_headline_that_rounds_what_the_body_says_is_a_repetition() -> None:
    draft = article("云岭县到位资金近12亿元\n上半年，云岭县招商引资到位资金11.91亿元，增长8%。")
    assert [figure.text for figure in draft.figures] == ["11.91亿元"]
    assert [other.why for other in draft.not_figures if other.text == "近12亿元"] == ["repeated"]


# --- metrics ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，全市“四新”经济投资同比增长12.4%。", "fixed-asset-investment"),
        ("1—4月，全市固定资产投资411亿元。制造业完成投资90亿元。", "fixed-asset-investment"),
        ("1—4月，项目总投资20亿元，其中工业项目完成投资9亿元。", "project-investment"),
        ("上半年，全市重点项目有150个。从构成看，这些重点项目累计完成投资105亿元。", "project-investment"),
        ("上半年，全县引进规模以上工业项目36个。", "projects-attracted"),
        ("上半年签约项目196个，总投资300亿元。", "attracted-investment"),
        ("上半年签约项目196个，总投资300亿元，其中工业项目140个。", "projects-attracted"),
        ("上半年，下岗职工再就业9519人。", "reemployed"),
        ("上半年，外贸货物吞吐量20万吨。其中，内河港口完成3万吨。", "foreign-trade-throughput"),
        ("上半年，民营企业进出口增长10.4%。", "trade"),
        ("从三次产业投资看，第二产业增长5%。", "fixed-asset-investment"),
    ],
)
def test_the_noun_at_the_end_and_what_stood_before_say_the_metric(text: str, metric: str) -> None:
    assert last(text).metric == metric


# --- places, periods and natures -------------------------------------------------------------------------------------


def test_a_whole_county_that_nobody_names_is_open() -> None:
    (figure,) = figures("上半年，我县地方一般公共预算收入3亿元。全省平均增长5%。")
    assert figure.region == ""
    assert figure.sure == "doubtful"


def test_a_whole_county_is_the_only_one_that_the_text_names_later() -> None:
    assert figures("上半年，我县一般公共预算收入3亿元。五莲县财政局说。")[0].region == "wulian"


def test_the_port_of_a_city_names_the_city_and_its_company_no_province() -> None:
    (figure,) = figures("上半年，山东港口日照港货物吞吐量2.5亿吨，增长6%。")
    assert (figure.region, figure.group, figure.sure) == ("rizhao", "port-group", "confident")


def test_places_that_are_counted_and_not_named_leave_the_place_open() -> None:
    assert [figure.region for figure in figures("上半年，日照市三个区县投资分别为5亿元、4亿元和3亿元。")] == [
        "",
        "",
        "",
    ]


def test_what_is_counted_by_the_year_is_of_the_year_though_a_day_is_named() -> None:
    (figure,) = figures("12月24日，日照港年货物吞吐量突破4亿吨。", "2019-12-26")
    assert figure.period is not None
    assert figure.period.text == "2019"


def test_a_stock_in_the_bulletin_of_a_year_is_of_its_end() -> None:
    figure = last("2022年全县地区生产总值200亿元，增长5%。\n粮食种植面积30万亩，比上年增长1%。", "2023-03-01")
    assert figure.period is not None
    assert figure.period.text == "2022-12"


def test_the_task_of_a_year_is_no_time() -> None:
    figure = last("上半年开发岗位300个，完成全年开发任务。职业技能培训1500人次。")
    assert figure.period is not None
    assert figure.period.text == "2023-S1"


@pytest.mark.parametrize(
    ("text", "natures"),
    [
        (
            "预计实现地区生产总值221亿元、增长7%，财政收入12亿元、增长5%。招引项目7个。",
            ["expected", "expected", "actual"],
        ),
        ("今年将实现地区生产总值267亿元，财政收入达到30亿元。", ["target", "target"]),
        ("预计新增投资项目22个，实际到位资金8亿元。", ["expected", "actual"]),
    ],
)
def test_what_is_expected_or_to_be_is_told_of_a_whole_list(text: str, natures: list[str]) -> None:
    assert [figure.nature for figure in figures(text)] == natures


# --- lists -----------------------------------------------------------------------------------------------------------


def test_a_second_list_of_numbers_is_of_the_places_of_the_first() -> None:
    several = figures("上半年，东港区、莒县固定资产投资分别为30亿元、20亿元；一般公共预算收入分别为9亿元、8亿元。")
    assert [(figure.metric, figure.region) for figure in several] == [
        ("fixed-asset-investment", "donggang"),
        ("fixed-asset-investment", "juxian"),
        ("budget-revenue", "donggang"),
        ("budget-revenue", "juxian"),
    ]


def test_two_amounts_that_rose_from_two_others_have_each_their_noun() -> None:
    several = figures("全市产值和利税由2019年的3.1亿元和0.4亿元上升为2022年的5.2亿元和0.7亿元。")
    assert [(figure.text, figure.metric) for figure in several] == [
        ("5.2亿元", "output-value"),
        ("0.7亿元", "profits-and-taxes"),
    ]


def test_a_comparable_growth_is_that_of_the_amount_before_it() -> None:
    (figure,) = figures("上半年，全市地区生产总值实现42.3亿元，可比增长7.5%。")
    assert figure.growth is not None
    assert figure.growth.words == "7.5%"


# --- metrics that the dataset has not got -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "6月末，全市商品房待售面积134万平方米。",
        "上半年，全市新增停车位3200个。",
        "上半年，工业生产者出厂价格下降1.9%。",
        "上半年，全市造林面积1.9万亩。",
        "上半年，全市发放稳岗补贴9580万元。",
    ],
)
def test_a_metric_that_is_not_there_is_not_called_sure(text: str) -> None:
    assert last(text).sure != "confident"


def test_a_draft_leaves_the_metric_open_where_nothing_speaks_for_one() -> None:
    (entry,) = drafted("上半年，全市新增停车位3200个。")
    assert (entry["metric"], entry["value"]) == ("", 3200)
    (known,) = drafted("上半年，全市一般公共预算收入31亿元。")
    assert known["metric"] == "budget-revenue"


def test_a_draft_counts_what_has_no_known_unit() -> None:
    (entry,) = drafted("上半年，日照市发放消费券1.74万笔。")
    assert (entry["text"], entry["value"], entry["unit"]) == ("1.74万笔", 17400, "")


def test_a_fall_of_what_is_a_rate_itself_is_below_nought() -> None:
    (entry,) = drafted("上半年，日照市居民消费价格下降0.3%。")
    assert (entry["text"], entry["value"], entry["metric"]) == ("下降0.3%", -0.003, "inflation")


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，新设市场主体9万户，增长12%。其中，新设企业3万户。", "businesses-new"),
        ("上半年，全市新增企业35家。", "businesses-new"),
    ],
)
def test_what_is_new_is_of_no_metric_of_what_there_is(text: str, metric: str) -> None:
    assert last(text).metric == metric


def drafted(text: str) -> list[dict[str, Any]]:
    source = ArticleSource(periods.parse("2023-07-20"), "rizhao-daily")
    figures: list[dict[str, Any]] = json.loads(to_json([article(text)], source))["articles"][0]["figures"]
    return figures


# --- rates and counts of a second reading ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("上半年，覆盖率由2022年的18.5%提高到93.9%。", "18.5%", "base"),
        ("投资、税收等3项指标增速居前。", "3项", "list-of-things"),
        ("这49个国家级开发区发展良好。", "49个", "list-of-things"),
        ("上半年，对其他14个国家出口增长8.8%。", "14个", "list-of-things"),
        ("2022年，年客流量超过6000万人次的机场有4个。", "超过6000万人次", "threshold"),
        ("新建一处不低于10000平方米的创业园。", "不低于10000平方米", "threshold"),
        ("拥有年收入30亿元以上、西部地区15亿元以上企业共165家。", "30亿元以上", "threshold"),
        ("全国230家开发区参加考核。", "230家", "comparator"),
        ("6月末，城镇登记失业率3.4%，比一季度下降0.2个百分点。", "0.2个百分点", "comparator"),
        ("6月末，城镇登记失业率3.4%，比年度目标低0.6个百分点。", "0.6个百分点", "comparator"),
        ("上半年，每百元收入的成本低于全国平均水平7.5元。", "7.5元", "comparator"),
    ],
)
def test_levels_before_and_what_says_which_are_meant_are_no_figures(text: str, number: str, why: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == why


def test_two_rates_of_two_ways_are_each_of_its_own_amount() -> None:
    several = figures("上半年，养殖产量8.29万吨，产值5.36亿元，同比增长7.86%和下降6.49%。")
    assert [figure.growth.words for figure in several if figure.growth] == ["7.86%", "-6.49%"]


def test_points_are_those_of_the_share_before_them() -> None:
    (figure,) = figures("上半年，全市服务业占地区生产总值比重为48.6%，占比较上年同期提高0.9个百分点。")
    assert figure.points is not None
    assert figure.points.words == "0.9个百分点"


def test_a_share_behind_a_semicolon_is_of_the_amount_before_it() -> None:
    (figure,) = figures("上半年，民营企业出口8亿元，增长13%；占出口总值的38%。")
    assert figure.share is not None
    assert figure.share.words == "38%"


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，贫困县农村居民可支配收入12758元。", "rural-income"),
        ("上半年，全市水产品总产量78万吨，其中，海洋捕捞21万吨。", "farm-output"),
        ("上半年，全市固定资产投资80亿元。第二产业完成投资25亿元。", "fixed-asset-investment"),
    ],
)
def test_a_part_is_of_the_metric_of_its_whole_and_not_of_its_contrary(text: str, metric: str) -> None:
    assert last(text).metric == metric


def test_foreign_capital_is_no_sum_of_funds() -> None:
    assert last("2022年，日照市实际使用外资金额4.3亿美元。").metric == "foreign-capital"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全市实现地区生产总值7569.5亿元、增长5.6%。", False),  # no period: any entry of it fails, whatever its metric
        ("上半年，日照市实现地区生产总值1200亿元。", False),  # nothing speaks for another metric
        ("上半年，日照市项目总投资12亿元。", True),
    ],
)
def test_a_check_that_fails_changes_a_metric_only_where_another_is_as_near(text: str, expected: bool) -> None:
    assert has_second(last(text)) is expected
