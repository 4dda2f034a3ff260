"""Chinese rates and amounts against another time or place, and names that articles use; all are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures, last


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("上半年接待游客人数、总收入较2019年同期分别增长131.4%、212.2%。", "212.2%", "comparator"),
        ("上半年进出口80亿元，较2019年同期增长31%和12%。", "12%", "comparator"),
        ("全县粮食总产量十年增长1.3倍。", "1.3倍", "comparator"),
        ("贷款余额五年来累计增长80%。", "80%", "comparator"),
        ("全县进出口80亿元，高出邻县20亿元。", "20亿元", "comparator"),
        ("大会吸引全国各地几十家媒体采访。", "十家", "unreadable"),
        ("县里建立“两清单一台账”工作机制。", "一台", "in-words"),
        ("人才新政81条出台。", "81条", "list-of-things"),
        ("公路全线13个工程标段同时施工。", "13个", "list-of-things"),
        ("新开工项目20个，20个项目中有5个总投资超过10亿元。", "超过10亿元", "threshold"),
    ],
)
def test_what_is_against_another_time_or_place_is_no_figure(text: str, number: str, why: str) -> None:
    assert {other.text: other.why for other in article(text).not_figures}.get(number) == why


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("上半年果蔬产出57亿元产值，占种植业产值的33.9%。", "share", "33.9%"),
        ("全县安排建设项目582个，个数占比65.9%。", "share", "65.9%"),
        ("全县安排建设项目投资150亿元，投资占比68.4%。", "share", "68.4%"),
        ("省级财政资金达到54.2亿元，资金总量较上年增长21.4%。", "growth", "21.4%"),
    ],
)
def test_a_rate_that_goes_on_to_tell_of_an_amount_is_its_own(text: str, role: str, words: str) -> None:
    (figure,) = [figure for figure in figures(text) if figure.text]
    assert getattr(getattr(figure, role), "words", "") == words


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("上半年，全县完成财政总收入50.8亿元。", "fiscal-revenue"),
        ("上半年，园区完成工业开票销售506亿元。", "sales-revenue"),
        ("上半年，全县合同引进市外资金107亿元。", "attracted-investment"),
        ("上半年，全县争取上级资金6000万元。", "funds-from-above"),
        ("上半年，全县新增国家高新技术企业50家。", "high-tech-enterprises-new"),
        ("目前，全市拥有规上民营企业1648户。", "four-above-enterprises"),
        ("港口拥有万吨级泊位70个。", "berths"),
        ("道路工程需完成投资6.7亿元。", "project-investment"),
        ("工程今年将完成投资4亿元。", "project-investment"),
    ],
)
def test_names_that_articles_use_lead_to_the_metric(text: str, metric: str) -> None:
    assert last(text).metric == metric


def test_projects_that_are_started_together_are_told_of_so_in_what_follows() -> None:
    text = "3月25日，全市重点项目集中开工。其中投资超过10亿元以上的项目有5个。"
    assert last(text).metric == "launched-projects"
    assert last("6月末，全市投资超过10亿元以上的项目有5个。").metric != "launched-projects"
