"""Mistakes of whole classes that were found on articles read for the first time; all sentences are made up."""

import pytest

from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.values import periods
from tests.curate.test_reading import reader


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
