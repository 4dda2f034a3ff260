"""Tables, typed for these tests with made-up numbers → the figures that are proposed of them."""

import json
from pathlib import Path
from typing import Final

import pytest

from indicators.analysis import quotes
from indicators.cli.main import main
from indicators.curate.drafts import DraftFigure
from indicators.curate.entry_checks import FileOfData, KnownFiles
from indicators.curate.judging import Judge
from indicators.curate.rendering import json_text
from indicators.curate.rendering.yaml_text import ArticleSource, FigureLinks, decided_lines
from indicators.values import periods
from tests import ROOT
from tests.curate.claims.test_claims import checker
from tests.curate.recognition.test_reading import reader

PUBLISHED: Final = periods.parse("2024-08-20")
BULLETIN: Final = """2023年1-7月日照市主要经济指标（虚构）
单位：亿元
指标\t计量单位\t1-7月累计\t同比增长(%)
地区生产总值\t亿元\t1234.56\t5.6
  #第二产业增加值\t亿元\t523.40\t6.1
规模以上工业增加值\t亿元\t—\t7.2
固定资产投资\t亿元\t432.1\t-3.4
一般公共预算收入\t万元\t1,203,450\t8.8
社会消费品零售总额\t亿元\t523.7①\t4.4
"""
REGIONS: Final = """2024年1—7月各区县一般公共预算收入（虚构）
地区\t绝对量（亿元）\t同比±%\t位次
全市\t123.45\t5.1\t
东港区\t31.50\t4.2\t1
岚山区\t22.10\t-1.3\t2
青岛市\t700.1\t2.2\t3
"""
TWO_ROWS_OF_HEAD: Final = """\t地区生产总值\t\t固定资产投资\t
地区\t2023年（亿元）\t同比增长（%）\t2023年（亿元）\t同比增长（%）
五莲县\t301.2\t5.5\t88.1\t10.2
莒县\t455.0\t6.1\t120.9\t-2.0
"""
YEARS: Final = """五莲县历年主要指标
指标\t2019年\t2020年
地区生产总值（亿元）\t250.1\t260.4
比上年增长（%）\t4.1\t3.3
固定资产投资（亿元）\t71.0\t75.5
"""
ONE_ROW_A_YEAR: Final = """年份\t地区生产总值（亿元）\t增速（%）\t一般公共预算收入（亿元）\t增速（%）
2019\t250.1\t4.1\t15.2\t3.0
2020\t260.4\t3.3\t16.0\t5.3
"""
PLAN: Final = """2024年莒县重点指标完成情况
序号\t指标名称\t单位\t全年目标\t实际完成\t完成年度计划（%）
1\t固定资产投资\t亿元\t200\t150.5\t75.3
2\t一般公共预算收入\t亿元\t30\t20.1\t67.0
"""
BARS: Final = """| 指标 | 2022年上半年 | 同比增长 |
|---|---:|---:|
| 固定资产投资 | 56.92亿元 | 15.2% |
| 社会消费品零售总额 | 12.3亿元 | 下降2.1% |
"""
GAPS: Final = """2022年五莲县主要指标
指标            单位     数值     增速(%)
地区生产总值    亿元     301.2    5.5
固定资产投资    亿元     88.1     10.2
"""
IN_AN_ARTICLE: Final = """五莲经济稳中向好
本报讯 2023年上半年，五莲县固定资产投资12.5亿元，同比增长8.1%。主要指标如下：

单位：亿元
指标\t2023年上半年\t增长%
地区生产总值\t150.3\t5.2

全县高新技术企业35家。
"""
ENGLISH: Final = """Main indicators of Rizhao, 2022
Indicator\tValue (billion yuan)\tGrowth (%)
Gross domestic product\t230.6\t3.9
Retail sales\t81.2\t-1.2
"""
ALL: Final = (BULLETIN, REGIONS, TWO_ROWS_OF_HEAD, YEARS, ONE_ROW_A_YEAR, PLAN, BARS, GAPS, IN_AN_ARTICLE, ENGLISH)


def figures(text: str) -> list[DraftFigure]:
    return [figure for article in reader().read(text, PUBLISHED) for figure in article.figures]


def told(text: str) -> list[tuple[str, ...]]:
    """Metric, region, period, number, unit and rates of each figure that is proposed."""
    return [_told(figure) for figure in figures(text)]


def _told(figure: DraftFigure) -> tuple[str, ...]:
    period = figure.period.text if figure.period else ""
    rates = [part.words for _, part in figure.parts()]
    return (figure.metric, figure.region, period, figure.text, figure.unit, *rates)


def left_out(text: str) -> dict[str, str]:
    return {other.text: other.why for article in reader().read(text, PUBLISHED) for other in article.not_figures}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            BULLETIN,
            [
                ("gdp", "rizhao", "2023-01-01/P7M", "1234.56", "亿元", "5.6%"),
                ("value-added", "rizhao", "2023-01-01/P7M", "523.40", "亿元", "6.1%"),
                ("value-added", "rizhao", "2023-01-01/P7M", "", "", "7.2%"),
                ("fixed-asset-investment", "rizhao", "2023-01-01/P7M", "432.1", "亿元", "-3.4%"),
                ("budget-revenue", "rizhao", "2023-01-01/P7M", "1,203,450", "万元", "8.8%"),
                ("retail-sales", "rizhao", "2023-01-01/P7M", "523.7", "亿元", "4.4%"),
            ],
        ),
        (
            REGIONS,
            [
                ("budget-revenue", "rizhao", "2024-01-01/P7M", "123.45", "亿元", "5.1%"),
                ("budget-revenue", "donggang", "2024-01-01/P7M", "31.50", "亿元", "4.2%"),
                ("budget-revenue", "lanshan", "2024-01-01/P7M", "22.10", "亿元", "-1.3%"),
            ],
        ),
        (
            TWO_ROWS_OF_HEAD,
            [
                ("gdp", "wulian", "2023", "301.2", "亿元", "5.5%"),
                ("fixed-asset-investment", "wulian", "2023", "88.1", "亿元", "10.2%"),
                ("gdp", "juxian", "2023", "455.0", "亿元", "6.1%"),
                ("fixed-asset-investment", "juxian", "2023", "120.9", "亿元", "-2.0%"),
            ],
        ),
        (
            YEARS,
            [
                ("gdp", "wulian", "2019", "250.1", "亿元", "4.1%"),
                ("gdp", "wulian", "2020", "260.4", "亿元", "3.3%"),
                ("fixed-asset-investment", "wulian", "2019", "71.0", "亿元"),
                ("fixed-asset-investment", "wulian", "2020", "75.5", "亿元"),
            ],
        ),
        (
            ONE_ROW_A_YEAR,
            [
                ("gdp", "rizhao", "2019", "250.1", "亿元", "4.1%"),
                ("budget-revenue", "rizhao", "2019", "15.2", "亿元", "3.0%"),
                ("gdp", "rizhao", "2020", "260.4", "亿元", "3.3%"),
                ("budget-revenue", "rizhao", "2020", "16.0", "亿元", "5.3%"),
            ],
        ),
        (
            PLAN,
            [
                ("fixed-asset-investment", "juxian", "2024", "200", "亿元"),
                ("fixed-asset-investment", "juxian", "2024", "150.5", "亿元", "75.3%"),
                ("budget-revenue", "juxian", "2024", "30", "亿元"),
                ("budget-revenue", "juxian", "2024", "20.1", "亿元", "67.0%"),
            ],
        ),
        (
            BARS,
            [
                ("fixed-asset-investment", "rizhao", "2022-S1", "56.92亿元", "", "15.2%"),
                ("retail-sales", "rizhao", "2022-S1", "12.3亿元", "", "下降2.1%"),
            ],
        ),
        (
            GAPS,
            [
                ("gdp", "wulian", "2022", "301.2", "亿元", "5.5%"),
                ("fixed-asset-investment", "wulian", "2022", "88.1", "亿元", "10.2%"),
            ],
        ),
        (
            IN_AN_ARTICLE,
            [
                ("fixed-asset-investment", "wulian", "2023-S1", "12.5亿元", "", "8.1%"),
                ("gdp", "wulian", "2023-S1", "150.3", "亿元", "5.2%"),
                ("high-tech-enterprises", "wulian", "2024-08", "35家", ""),
            ],
        ),
        (
            ENGLISH,
            [
                ("gdp", "rizhao", "2022", "230.6", "billion yuan", "3.9%"),
                ("retail-sales", "rizhao", "2022", "81.2", "billion yuan", "-1.2%"),
            ],
        ),
    ],
)
def test_a_table_gives_its_values_with_what_row_column_and_title_say(
    text: str, expected: list[tuple[str, ...]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # units in a row of their own
            "指标\t2023年1-7月\t同比增长\t2023年7月\t同比增长\n\t亿元\t%\t亿元\t%\n五莲县地区生产总值\t301.2\t5.5\t40.1\t6.0\n",
            ["gdp wulian 2023-01-01/P7M 301.2 亿元 5.5%", "gdp wulian 2023-07 40.1 亿元 6.0%"],
        ),
        (  # what the numbers are stands in the rows
            "2023年五莲县主要指标\n\t地区生产总值\t固定资产投资\n绝对量（亿元）\t301.2\t88.1\n同比增长（%）\t5.5\t10.2\n",
            ["gdp wulian 2023 301.2 亿元 5.5%", "fixed-asset-investment wulian 2023 88.1 亿元 10.2%"],
        ),
        (  # a year above the columns, and its parts in the rows
            "五莲县地区生产总值（亿元）\n\t2022年\t\t2023年\t\n\t绝对值\t增长\t绝对值\t增长\n一季度\t50.1\t3.1%\t54.2\t5.0%\n",
            ["gdp wulian 2022-Q1 50.1 亿元 3.1%", "gdp wulian 2023-Q1 54.2 亿元 5.0%"],
        ),
        (  # a row that adds up places is of none of them
            "2023年固定资产投资\n地区\t亿元\n东港区\t80.3\n五莲县\t20.9\n合计\t101.2\n",
            [
                "fixed-asset-investment donggang 2023 80.3 亿元",
                "fixed-asset-investment wulian 2023 20.9 亿元",
                "fixed-asset-investment 2023 101.2 亿元",
            ],
        ),
        (  # sections, and units in the title
            "2023年主要经济指标（亿元、%）\n指标\t绝对量\t增速\n一、五莲县\n地区生产总值\t301.2\t5.5\n二、莒县\n地区生产总值\t455.0\t6.1\n",
            ["gdp wulian 2023 301.2 亿元 5.5%", "gdp juxian 2023 455.0 亿元 6.1%"],
        ),
        (  # a label that stands for several rows
            "地区\t指标\t2022年（亿元）\n五莲县\t地区生产总值\t290.1\n\t固定资产投资\t80.0\n莒县\t地区生产总值\t440.2\n",
            [
                "gdp wulian 2022 290.1 亿元",
                "fixed-asset-investment wulian 2022 80.0 亿元",
                "gdp juxian 2022 440.2 亿元",
            ],
        ),
        (  # the month, and from January on
            "2023年7月五莲县主要指标\n指标\t单位\t本月\t同比±%\t累计\t同比±%\n固定资产投资\t亿元\t12.3\t4.5\t88.1\t10.2\n",
            [
                "fixed-asset-investment wulian 2023-07 12.3 亿元 4.5%",
                "fixed-asset-investment wulian 2023-01-01/P7M 88.1 亿元 10.2%",
            ],
        ),
        (  # sectors, and their shares
            "2023年五莲县产业\r\n产业\t增加值（亿元）\t占GDP比重（%）\r\n第一产业\t40.1\t13.3\r\n第二产业\t120.5\t40.0\r\n",
            ["value-added wulian 2023 40.1 亿元 13.3%", "value-added wulian 2023 120.5 亿元 40.0%"],
        ),
        (  # two tables side by side
            "2023年\n指标\t数值（亿元）\t指标\t数值（亿元）\n五莲县地区生产总值\t301.2\t莒县地区生产总值\t455.0\n",
            ["gdp wulian 2023 301.2 亿元", "gdp juxian 2023 455.0 亿元"],
        ),
        (  # set with wide spaces, and names as wide as longer ones
            "2023年粮食产量（万吨）\n　　　　　产量　　　增长%\n东港区　　12.3　　　1.1\n莒　县　　30.5　　　-2.0\n",
            ["farm-output donggang 2023 12.3 万吨 1.1%", "farm-output juxian 2023 30.5 万吨 -2.0%"],
        ),
        (
            "地区  产量（万吨）  增长%\n东港区  12.3\n莒县  30.5  2.0\n岚山区  10.0  1.0\n",
            [],
        ),  # a cell is missing somewhere
        (
            "\t上半年，五莲县的投资很多，也很好。\n\t高新技术企业很多，2023年也是。\n",
            [],
        ),  # paragraphs that are indented
        ("姓名\t电话\t年龄\n张三\t13800000000\t35\n李四\t13900000000\t41\n", []),
    ],
)
def test_a_table_may_have_many_shapes(text: str, expected: list[str]) -> None:
    assert [" ".join(filter(None, figure)) for figure in told(text)] == expected


def test_the_unit_of_a_column_is_written_beside_the_number_as_it_was_printed() -> None:
    first = figures(REGIONS)[1]
    lines = list(decided_lines(first, "key", FigureLinks()))
    assert {'text: "31.50"', "unit: 亿元", "growth: 4.2%", 'growth_quote: "东港区 31.50 4.2"'} <= {*lines}


def test_a_table_that_names_no_place_is_to_be_looked_at() -> None:
    assert {figure.why for figure in figures(ONE_ROW_A_YEAR)} == {("region",)}
    assert {figure.sure for figure in figures(YEARS)} == {"confident"}


def test_a_plan_is_no_result() -> None:
    assert [figure.nature for figure in figures(PLAN)] == ["target", "actual", "target", "actual"]


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        (REGIONS, "1", "rank"),
        (REGIONS, "700.1", "comparator"),
        (PLAN, "2", "ordinal"),
        (YEARS, "2020", "date"),
        ("指标\t2023年\n地区生产总值\t301.2\n固定资产投资\t88.1\n", "88.1", "no-unit"),
        ("指标\t2023年（亿元）\t同比增长\n地区生产总值\t301.2\t5.5\n", "5.5", "no-unit"),
        ("指标\t2023年（亿元）\t环比增长（%）\n地区生产总值\t301.2\t0.5\n", "0.5", "comparator"),
        ("指标\t2023年（亿元）\t上年同期（亿元）\n地区生产总值\t301.2\t280.5\n", "280.5", "base"),
        ("指标\t2023年（亿元）\n前100家企业营业收入\t301.2\n", "100", "name"),
    ],
)
def test_a_cell_that_is_not_understood_is_left_out_with_the_reason(text: str, number: str, why: str) -> None:
    assert left_out(text)[number] == why
    assert all(figure.text != number for figure in figures(text))


def test_every_number_of_a_table_ends_somewhere() -> None:
    for text in ALL:
        articles = reader().read(text, PUBLISHED)
        known = {(start, end) for article in articles for start, end, _ in json_text.spans(article)}
        for place, char in enumerate(text):
            assert not char.isdecimal() or any(start <= place < end for start, end in known), (text, text[place:][:20])


@pytest.mark.parametrize("text", ALL)
def test_the_phrases_of_a_table_stand_in_it_with_their_numbers_at_their_places(text: str) -> None:
    page = quotes.PrintedPage(text)
    for figure in figures(text):
        phrases = [figure.quote, *(part.quote for _, part in figure.parts())]
        for phrase in phrases:
            assert quotes.folded_as_page(phrase) in page.folded
        assert text[figure.start : figure.end] in {figure.text, *(part.words.rstrip("%") for _, part in figure.parts())}


def test_a_draft_of_tables_passes_the_checks() -> None:
    articles = [article for text in ALL for article in reader().read(text, PUBLISHED)]
    data = FileOfData("data.yaml", (ROOT / "data" / "indicators.yaml").read_text(encoding="utf-8"))
    checked = Judge(reader().dataset, KnownFiles([data]), ArticleSource(PUBLISHED, "dazhong-daily"), "zh").entry(
        articles
    )
    assert [problem for problem in checked.problems if problem.severity == "error"] == []
    assert not [problem for problem in checked.problems if problem.code in {"quote-number", "rate-without-words"}]
    assert len(checked.figures) == sum(len(article.figures) for article in articles)


def test_the_command_reads_a_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "table.txt"
    path.write_text(REGIONS, encoding="utf-8")
    assert main(["draft", str(path), "--published", "2024-08-20", "--format", "json", "--lang", "zh"]) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    assert article["headline"] == "2024年1—7月各区县一般公共预算收入（虚构）"
    assert [figure["value"] for figure in article["figures"]] == [12_345_000_000, 3_150_000_000, 2_210_000_000]


def test_claims_are_made_of_a_table_too() -> None:
    text = "2020年日照市主要指标\n指标\t单位\t绝对量\t增速（%）\n地区生产总值\t亿元\t2006.43\t3.8\n"
    claims = checker().check(text).claims
    assert [(claim.text, claim.verdict) for claim in claims] == [("2006.43", "agrees"), ("3.8%", "agrees")]
    differing = checker().check(text.replace("2006.43", "2106.43")).claims
    assert differing[0].verdict == "differs"
