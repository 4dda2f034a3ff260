"""Chinese amounts whose unit is left out or that are ranges, and counts with their noun; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading_classes import article, figures


@pytest.mark.parametrize(
    ("text", "number", "value"),
    [
        ("一季度固定资产投资突破60亿。", "突破60亿", 6_000_000_000),
        ("五莲县投资１２０亿开展项目建设。", "１２０亿", 12_000_000_000),
        ("2023年，莒县在人才方面的投入是16.8个亿。", "16.8个亿", 1_680_000_000),
        ("今年完成税收12个亿，比去年多。", "12个亿", 1_200_000_000),
        ("每年20亿的人才资金，用在人才身上。", "20亿", 2_000_000_000),
        ("今年把这个数字增加到了每年12个亿。", "12个亿", 1_200_000_000),
        ("日照GDP首次超过三万亿。", "超过三万亿", 3_000_000_000_000),
        ("上半年，招引项目总投资38亿，税收1.2亿。", "1.2亿", 120_000_000),
        ("规上工业产值达4.2万亿。", "4.2万亿", 4_200_000_000_000),
    ],
)
def test_yuan_are_meant_where_an_amount_of_money_has_no_unit(text: str, number: str, value: int) -> None:
    read = [
        (figure.text, int(figure.quantity.value), figure.quantity.unit.id)
        for figure in figures(text)
        if figure.quantity
    ]
    assert (number, value, "CNY") in read


@pytest.mark.parametrize(
    "text", ["相关话题播放量超过12亿。", "全市人口超过1亿。", "出口12亿双袜子。", "投资12亿片硅片。"]
)
def test_a_number_that_is_not_said_to_be_money_is_none(text: str) -> None:
    assert figures(text) == [] or all(str(figure.unit) != "CNY" for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "number", "growth"),
    [
        ("预计上半年净利润8.5亿元至10亿元，同比增长16%-37%。", "8.5亿元至10亿元", "16%-37%"),
        ("公司预计全年净利润2亿元—2.5亿元，增长20%至30%。", "2亿元—2.5亿元", "20%至30%"),
        ("海润集团预计营收3-5亿元，同比增长10-15%。", "3-5亿元", "10-15%"),
        ("每年安排人才资金3至5亿元。", "3至5亿元", ""),
        ("计划每年安排资金5000万元到8000万元。", "5000万元到8000万元", ""),
    ],
)
def test_a_range_is_one_number(text: str, number: str, growth: str) -> None:
    (only,) = figures(text)
    assert (only.text, only.growth.words if only.growth else "") == (number, growth)
    assert only.quantity is not None
    assert only.quantity.qualifier == "between"


def test_what_rose_from_one_number_to_another_is_no_range() -> None:
    assert "3亿元到5亿元" not in [figure.text for figure in figures("净利润由3亿元到5亿元。")]
    assert [figure.text for figure in figures("入选者为K1-12家企业。")] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("引进并支持50个以上海外高层次人才团队。", "50个以上"),
        ("吸引10000名以上各类人才来日照工作。", "10000名以上"),
        ("海润树脂等7个外资项目开工。", "7个"),
        ("全县50余个村级光伏项目并网发电。", "50余个"),
    ],
)
def test_a_count_before_its_noun_is_read(text: str, number: str) -> None:
    assert number in [figure.text for figure in figures(text)]


def test_more_persons_than_a_size_say_which_firms_are_meant() -> None:
    draft = article("全市100人以上企业签订了合同，2000万元以上工业企业产值5亿元。")
    assert [figure.text for figure in draft.figures] == ["5亿元"]


# --- rates of an amount, comparisons and names -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "number", "share"),
    [
        ("全区安排重点项目582个，个数占比65.9%，年度计划完成153.7亿元。", "582个", "65.9%"),
        ("全区安排重点项目582个，年度计划完成153.7亿元，投资占比68.4%。", "153.7亿元", "68.4%"),
        ("全市签约外资项目12个，数量占比30%，总投资24亿元，金额占比45%。", "24亿元", "45%"),
    ],
)
def test_a_share_told_by_how_it_is_measured_is_that_of_the_amount_before(text: str, number: str, share: str) -> None:
    (only,) = [figure for figure in figures(text) if figure.text == number]
    assert only.share is not None
    assert only.share.words == share


def test_growths_behind_a_list_of_two_amounts_are_one_of_each() -> None:
    text = "上半年，港口完成货物吞吐量20.2亿吨、集装箱吞吐量1367万标箱，同比增长1.0%、6.0%。"
    assert [figure.growth.words for figure in figures(text) if figure.growth] == ["1.0%", "6.0%"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("对欧盟进出口以49.2亿元继续排第一，高出美国20亿元。", "20亿元"),
        ("上半年进口比出口多3亿元。", "3亿元"),
        ("市里出台人才新政81条揽人才。", "81条"),
    ],
)
def test_what_compares_or_counts_rules_is_no_figure(text: str, number: str) -> None:
    assert number not in [figure.text for figure in figures(text)]


@pytest.mark.parametrize("text", ["全国各地几十家媒体来日照采风。", "建立“两清单一台账”工作机制。", "数百家企业参会。"])
def test_words_that_leave_the_number_open_are_none(text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("首期兴建约10万平方米厂房。", "厂房"),
        ("港口保障5.6亿吨煤炭、石油等重点物资运输。", "重点物资运输"),
        ("对入选企业给予最高500万元的资助。", "资助"),
        ("对两类人才给予30万元、20万元的奖励补贴。", "奖励补贴"),
        ("全年举行供需洽谈会20场。", "供需洽谈会"),
    ],
)
def test_a_new_name_is_the_noun_and_not_the_verb_before_the_number(text: str, name: str) -> None:
    first = figures(text)[0]
    assert first.open_metric is not None
    assert first.open_metric.zh == name


def test_amounts_of_a_list_have_the_unit_of_its_last_one() -> None:
    text = "五莲县对丙国、丁国、戊国分别进出口17.5亿、17亿、14.7亿元，分别增长16%、19%、9%。"
    assert [(f.text, f.growth.words if f.growth else "") for f in figures(text)] == [
        ("17.5亿", "16%"), ("17亿", "19%"), ("14.7亿元", "9%"),
    ]  # fmt: skip


@pytest.mark.parametrize("rate", ["百分之零点二", "百分之十一点五左右", "百分之三十以上"])
def test_a_rate_in_words_is_read_to_its_last_decimal(rate: str) -> None:
    (figure,) = figures(f"2009年1月，五莲县实现工业增加值20亿元，同比提高{rate}。", "2009-02-20")
    assert figure.growth is not None
    assert figure.growth.words.endswith(rate)
