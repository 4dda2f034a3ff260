"""Rules for one construction each, with the sentence that shows what each of them is for; all sentences are made up."""

import pytest

from indicators.curate.drafts import DraftFigure
from tests.curate.recognition.test_reading_classes import article, figures

DAY = "2024-07-20"


def whys(text: str) -> dict[str, str]:
    return {number.text: number.why for number in article(text, DAY).not_figures}


def told(text: str) -> list[tuple[str, dict[str, str]]]:
    """Each figure of a text: its number, and the words of its rates."""
    return [(figure.text, {name: part.words for name, part in figure.parts()}) for figure in figures(text, DAY)]


def metric_of(figure: DraftFigure) -> str:
    return figure.choices[0].kind.metric if figure.choices else ""


@pytest.mark.parametrize(
    ("text", "number", "why"),
    [
        ("苹果卖到5元一斤。", "5元", "one-thing"),
        ("蒜薹价格3.2元/公斤。", "3.2元", "one-thing"),
        ("咨询电话12345678。", "12345678", "address"),
        ("产量创8年新高。", "8", "rank"),
        ("在全省的位次前移3位。", "3位", "rank"),
        ("4号机组投产。", "4", "ordinal"),
        ("建成5G基站。", "5", "ordinal"),
        ("启动“100家企业”培育计划。", "100家", "name"),
        ("It opened a 50,000-ton class dock.", "50,000-ton", "one-thing"),
        ("已连续12个月增长。", "12个", "duration"),
        ("20个项目中有5个总投资超过10亿元。", "超过10亿元", "threshold"),
        ("全市工业增加值增速与全省基本持平。", "基本持平", "comparator"),
        ("孕产妇死亡率9.8/10万。", "10万", "name"),
        ("A Boeing-737 landed.", "737", "name"),
        ("The 12th China expo was held.", "12", "ordinal"),
        ("It took 12 months to build.", "12", "duration"),
        ("It moved up to be ranked 5 in the province.", "5", "rank"),
        ("The world's 500 biggest companies have offices there.", "500", "one-thing"),
        ("The country as a whole exported 3.2 trillion yuan of goods.", "3.2 trillion yuan", "comparator"),
        ("The work is 20 percent ahead of schedule.", "20 percent", "comparator"),
        ("It sold 300 million pounds of apples.", "300 million", "no-unit"),
    ],
)
def test_a_number_that_is_no_figure_says_why(text: str, number: str, why: str) -> None:
    assert whys(text).get(number) == why
    assert number not in [figure.text for figure in figures(text, DAY)]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("新增12家AAA级企业。", "12家"),
        ("The city had 250 days of good air in 2023.", "250 days"),
        ("Wages averaged 800 yuan a day.", "800 yuan"),
        ("The fee is set at 20 yuan or more.", "20 yuan"),
    ],
)
def test_a_number_is_a_figure_though_it_looks_like_that_of_one_thing(text: str, number: str) -> None:
    assert [figure.text for figure in figures(text, DAY)] == [number]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("上半年贸易顺差25亿元，扩大38%。", [("25亿元", {"growth": "38%"})]),
        ("上半年各项贷款增加80亿元，同比多增12亿元。", [("80亿元", {"change": "12亿元"})]),
        ("上半年投资完成率增速回落到5%。", [("", {"growth": "-5%"})]),
        ("全区服务业项目582个，个数占比65.9%。", [("582个", {"share": "65.9%"})]),
        ("全区服务业项目582个（个数占比65.9%）。", [("582个", {"share": "65.9%"})]),
        ("Exports, 5.2 percent year-on-year, were strong.", [("", {"growth": "5.2 percent"})]),
        ("Consumption reached 5 percent growth.", [("", {"growth": "5 percent"})]),
        ("Exports of 3 billion yuan were flat year on year.", [("3 billion yuan", {"growth": "flat"})]),
        ("利润率达12%的企业增多。", [("12%", {})]),
        ("投资占比35%，比重提高2个百分点。", [("35%", {"points": "2个百分点"})]),
        ("全市增长5.5%，分别比全国（5.4%）、全省（5.2%）高0.1和0.3个百分点。", []),
        ("Of these, 5 percent grew.", [("", {"share": "5 percent"})]),
        ("Among the visitors, 30 percent came from Japan.", [("", {"share": "30 percent"})]),
        ("Exports were 3 billion yuan, and GDP growth in May was 5 percent.",
         [("3 billion yuan", {}), ("", {"growth": "5 percent"})]),
        ("Exports of 2021 were as much as in 2013 and 11 percent more than in 2019.", [("", {"growth": "11 percent"})]),
        ("Exports reached 48.3 percent.", [("48.3 percent", {})]),
        ("Output grew 5 percent for tea and 6 percent for rice.",
         [("", {"growth": "5 percent"}), ("", {"growth": "6 percent"})]),
        ("Exports of private firms came to 3.2 billion yuan, and their share rose to 61 percent.",
         [("3.2 billion yuan", {"share": "61 percent"})]),
        ("Some 28 of the province's 160 firms, or 17 percent, are there.",
         [("Some 28", {"share": "17 percent"}), ("160 firms", {})]),
        ("Some 300 firms took part, 45 percent of which came from abroad.",
         [("Some 300 firms", {}), ("", {"share": "45 percent"})]),
    ],
)  # fmt: skip
def test_a_rate_is_of_the_amount_that_its_words_say(text: str, expected: list[tuple[str, dict[str, str]]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("In May growth of exports was 5.2 percent, and that of imports was 3.1 percent.", ["exports", "imports"]),
        (
            "The growth of GDP was 5.2 percent, while that of retail sales stood at 3.1 percent.",
            ["gdp", "retail-sales"],
        ),
    ],
)
def test_that_of_another_thing_is_a_growth_of_it(text: str, metrics: list[str]) -> None:
    assert [(metric_of(figure), [*dict(figure.parts())]) for figure in figures(text, DAY)] == [
        (metric, ["growth"]) for metric in metrics
    ]


@pytest.mark.parametrize(
    ("text", "metric"),
    [
        ("The airport had a passenger throughput of 320,000.", "airport-passengers"),
        ("It reached a passenger volume of 1.2 million.", "passengers-carried"),
    ],
)
def test_passengers_are_counted_though_their_number_has_no_unit(text: str, metric: str) -> None:
    (figure,) = figures(text, DAY)
    assert (metric_of(figure), figure.unit) == (metric, "visits")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Four months into the year, exports reached 3 billion yuan.", "2024-01-01/P4M"),
        ("In the first 10 days of May exports reached 3 billion yuan.", "2024-05-01/P10D"),
        ("Exports rose 5 percent over the first ten months.", "2023-01-01/P10M"),
    ],
)
def test_a_stretch_of_months_or_days_is_the_period(text: str, period: str) -> None:
    (figure,) = figures(text, DAY)
    assert figure.period is not None
    assert figure.period.text == period


def test_numbers_of_places_that_are_only_counted_are_of_no_known_place() -> None:
    regions = [figure.region for figure in figures("上半年，三个区县固定资产投资分别为3亿元、4亿元、5亿元。", DAY)]
    assert regions == ["", "", ""]
