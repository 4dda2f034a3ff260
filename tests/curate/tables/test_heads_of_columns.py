"""What the head of a column, the label of a row or a mark behind it says of a number; all tables are made up."""

import time

import pytest

from indicators.curate.tables.layout import without_footnote
from tests.curate.recognition.test_reading import reader
from tests.curate.tables.test_tables import PUBLISHED, left_out, told

TITLE = "主要指标（虚构）\n"


def test_marks_of_footnotes_are_no_part_of_a_label_or_a_number() -> None:
    text = f"{TITLE}单位：亿元\n指标\t2023年\t增速\n地区生产总值①\t301.2*\t5.5\n固定资产投资△\t88.1#\t10.2\n"
    assert [row[:4] for row in told(text)] == [
        ("gdp", "rizhao", "2023", "301.2"),
        ("fixed-asset-investment", "rizhao", "2023", "88.1"),
    ]


def test_a_column_of_rates_needs_no_sign_of_percent() -> None:
    text = f"{TITLE}指标\t2023年（亿元）\t增速\n地区生产总值\t301.2\t5.5\n固定资产投资\t88.1\t-10.2\n"
    assert [row[3:] for row in told(text)] == [("301.2", "亿元", "5.5%"), ("88.1", "亿元", "-10.2%")]


@pytest.mark.parametrize("head", ["备注", "说明", "数据来源"])
def test_remarks_are_no_figures(head: str) -> None:
    text = f"{TITLE}指标\t单位\t2023年\t{head}\n地区生产总值\t亿元\t301.2\t1\n固定资产投资\t亿元\t88.1\t2\n"
    assert [row[3] for row in told(text)] == ["301.2", "88.1"]
    assert {left_out(text)[number] for number in ("1", "2")} == {"name"}


def test_a_column_can_be_expected() -> None:
    text = f"{TITLE}指标\t单位\t2023年\t2024年预计\n地区生产总值\t亿元\t301.2\t320\n固定资产投资\t亿元\t88.1\t90\n"
    figures = [figure for article in reader().read(text, PUBLISHED) for figure in article.figures]
    assert [(figure.text, figure.nature) for figure in figures] == [
        ("301.2", "actual"), ("320", "expected"), ("88.1", "actual"), ("90", "expected"),
    ]  # fmt: skip


def test_points_are_those_of_the_share_or_the_amount_in_their_row() -> None:
    head = "地区\t2023年（亿元）\t占比（%）\t比上年增减（百分点）"
    text = f"各区县固定资产投资（虚构）\n{head}\n全市\t301.2\t100\t0\n五莲县\t88.1\t10.2\t1.3\n"
    assert [(row[1], *row[3:]) for row in told(text)] == [
        ("rizhao", "301.2", "亿元", "0个百分点", "100%"),
        ("wulian", "88.1", "亿元", "1.3个百分点", "10.2%"),
    ]
    text = "城镇化率（虚构）\n年份\t城镇化率（%）\t增减（百分点）\n2019\t60.1\t1.1\n2020\t61.3\t1.2\n"
    assert [(row[0], row[2], row[3], row[5]) for row in told(text)] == [
        ("urbanisation-rate", "2019", "60.1", "1.1个百分点"),
        ("urbanisation-rate", "2020", "61.3", "1.2个百分点"),
    ]


def test_a_long_run_of_marks_takes_no_longer_for_each_mark() -> None:
    def seconds(count: int) -> float:
        began = time.process_time()
        assert without_footnote(f"5{'①' * count}亿").startswith("5")
        return time.process_time() - began

    assert seconds(40_000) < max(0.05, 12 * seconds(5_000))  # 64 times where each mark was tried with all behind it
