"""Chinese numbers that nobody would enter, and those like them that somebody would; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures, last


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("我县出台支持民营经济发展政策措施36条。", "36条", "list-of-things"),
        ("今年以来，全市推出便民举措18项。", "18项", "list-of-things"),
        ("县里印发实施细则12项。", "12项", "list-of-things"),
        ("全市成立15个工作专班，由县级领导带队。", "15个", "list-of-things"),
        ("指挥部下设22个工作组。", "22个", "list-of-things"),
        ("领导小组设12个专项督导组。", "12个", "list-of-things"),
        ("专班督促协调18个县(市、区)落实政策。", "18个", "list-of-things"),
        ("电商网点分布于25个省、自治区。", "25个", "list-of-things"),
        ("东港钢铁等13家企业参加了会议。", "13家", "list-of-things"),
        ("“规上企业”是指年销售额达到2000万元、从业人员超过20人的单位。", "超过20人", "threshold"),
        ("“示范镇”是指一个镇的示范村大于或等于3个；或者一个镇的网店超过300家。", "超过300家", "threshold"),
        ("所谓小微企业，指的是从业人员不超过300人的企业。", "不超过300人", "threshold"),
        ("申报条件为：年销售额达到3000万元，带动农户超过200户。", "3000万元", "threshold"),
        ("连续3年引进10亿元以上、30亿元以上以及百亿元龙头型重大项目。", "10亿元以上", "threshold"),
        ("县里打通物流配送最后一公里。", "一公里", "in-words"),
        ("项目平均投资规模超过亿元。", "超过亿元", "in-words"),
        ("县委十四届七次全会和市委八届十一次全会召开。", "十一次", "ordinal"),
        ("市委十二届十次全体会议作出部署。", "十次", "ordinal"),
        ("该村从业人员平均年龄45岁左右。", "45岁左右", "duration"),
        ("截至6月底，全国共有淘宝村4310个，其中我市29个。", "4310个", "comparator"),
        ("在全国认定的158个示范县中，我县排名第3。", "158个", "comparator"),
        ("现已建成3个5万吨液体散货泊位。", "5万吨", "one-thing"),
        ("码头可停靠30万吨油轮。", "30万吨", "one-thing"),
        ("工业增加值占比由去年同期的41.2%跃升至48.5%。", "41.2%", "base"),
        ("示范村从2013年的2个到现在的29个。", "2个", "base"),
    ],
)
def test_a_number_that_nobody_would_enter_says_why(text: str, number: str, why: str) -> None:
    draft = article(text)
    assert {other.text: other.why for other in draft.not_figures}.get(number) == why
    assert number not in [figure.text for figure in draft.figures]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("兑现惠企政策资金8200万元。", "8200万元"),
        ("全县安排60个省、市、县重点项目。", "60个"),
        ("全县安排60个市县重点项目。", "60个"),
        ("收集企业意见建议近200件。", "近200件"),
        ("全市常住人口平均年龄41.2岁。", "41.2岁"),
        ("全县新增全国文明村镇13个。", "13个"),
        ("港口年通过能力500万吨。", "500万吨"),
        ("河山镇等4个镇被列为省级示范镇。", "4个"),
        ("2023年，全市制定国家标准15项。", "15项"),
        ("秦楼街道等12个村入选国家森林乡村。", "12个村"),
        ("组织120家企业参加广交会。", "120家"),
        ("“十四五”目标是指到2025年生产总值达到800亿元。", "800亿元"),
        ("示范村从2013年的2个到现在的29个。", "29个"),
    ],
)
def test_a_number_like_one_of_them_is_a_figure(text: str, number: str) -> None:
    assert number in [figure.text for figure in figures(text)]


def test_the_size_of_ships_stands_between_a_number_and_what_it_counts() -> None:
    assert last("港口建成2个7万吨级通用泊位。").metric == "berths"


def test_a_share_that_rose_to_a_level_is_a_share_of_what_stands_before_it() -> None:
    (figure,) = figures("规上民营工业增加值占比由去年同期的41.2%跃升至48.5%。")
    assert (figure.metric, figure.share and figure.share.words) == ("value-added", "48.5%")


def test_what_some_things_are_recognised_as_is_their_name() -> None:
    (figure,) = figures("河山镇等4个镇被列为“省级示范镇”。")
    assert figure.new_metric is not None
    assert figure.new_metric.zh == "省级示范镇"
