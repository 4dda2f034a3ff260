"""Passages of English articles, made up for these tests → of when each number is, and whether it is a result."""

import re

import pytest

from indicators.curate.drafts import DraftFigure
from indicators.values import periods
from tests.curate.recognition.test_reading import reader


def dated(published: str, text: str) -> list[tuple[str, str, str]]:
    """The digits of each figure with its period and its nature."""
    (article,) = reader().read(text, periods.parse_date(published))
    return [(_digits(figure), figure.period.text if figure.period else "", figure.nature) for figure in article.figures]


def _digits(figure: DraftFigure) -> str:
    words = figure.text or next(part.words for _, part in figure.parts())
    return re.sub("[^0-9.,]", "", words).strip(".,")


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            "2023-11-20",
            "By the end of late October, the output value of Rizhao's larger firms was 31.4 billion yuan. The "
            "added value was 8.8 billion yuan.",
            [("31.4", "2023-01-01/P10M", "actual"), ("8.8", "2023-01-01/P10M", "actual")],
        ),
        (
            "2023-11-20",
            "As of late October, exports of Juxian had come to 3.2 billion yuan.",
            [("3.2", "2023-01-01/P10M", "actual")],
        ),
        (
            "2023-07-25",
            "Retail Sales of Rizhao Hit 41 Billion Yuan in the First Half of the Year\n\n"
            "The city's residents spent more. Online sales reached 6.2 billion yuan.",
            [("41", "2023-S1", "actual"), ("6.2", "2023-S1", "actual")],
        ),
        (
            "2021-02-03",
            "In the 14th Five-Year Plan period (2021-25), Wulian plans to invest 26 billion yuan in infrastructure.",
            [("26", "2021-01-01/P60M", "target")],
        ),
        (
            "2025-11-19",
            "During the 14th Five-Year Plan period, Rizhao invested 26 billion yuan in water projects. Its exports "
            "totaled 91 billion yuan.",
            [("26", "2021-01-01/P60M", "actual"), ("91", "2021-01-01/P60M", "actual")],
        ),
        (
            "2008-06-26",
            "Juxian's 11th Five-Year Plan (2006-2010) aims to bring its GDP to RMB16.3 billion by 2010.",
            [("16.3", "2010", "target")],
        ),
        (
            "2012-03-15",
            "Wulian aims to raise its GDP to 30 billion yuan by 2015 and its exports to 4.2 billion yuan by 2016.",
            [("30", "2015", "target"), ("4.2", "2016", "target")],
        ),
        (
            "2019-04-28",
            "Juxian exported apples worth 2.3 billion yuan between May of 2014 and March of 2017.",
            [("2.3", "2014-05-01/P35M", "actual")],
        ),
        (
            "2023-05-10",
            "As of April 30 this year, the county's deposits had reached 12.9 billion yuan.",
            [("12.9", "2023-04-30", "actual")],
        ),
        (
            "2023-12-17",
            "By the end of June 2022, the county's deposits had reached 31 billion yuan. Exports came to 5.5 billion "
            "yuan that year.",
            [("31", "2022-06", "actual"), ("5.5", "2022", "actual")],
        ),
        (
            "2024-01-20",
            "From 2019 to 2023, the county invested 3 billion yuan in schools.",
            [("3", "2019-01-01/P60M", "actual")],
        ),
        (
            "2024-11-08",
            "Up to October, exports came to 3 billion yuan.\nThrough October, retail sales came to 5 billion yuan.",
            [("3", "2024-01-01/P10M", "actual"), ("5", "2024-01-01/P10M", "actual")],
        ),
        (
            "2024-11-08",
            "By October, exports had reached 3.4 billion yuan this year.",
            [("3.4", "2024-01-01/P10M", "actual")],
        ),
    ],
)
def test_a_time_is_read_however_it_is_written(published: str, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated(published, text) == expected


@pytest.mark.parametrize(
    ("published", "text", "expected"),
    [
        (
            "2023-04-27",
            "Exports of Juxian were 2.4 billion yuan in the first quarter of 2023, good news for the whole year.\n"
            "Investment in fixed assets was up 7.3 percent in the first quarter.\n"
            "Retail sales gained 4.4 percent.",
            [("2.4", "2023-Q1", "actual"), ("7.3", "2023-Q1", "actual"), ("4.4", "2023-Q1", "actual")],
        ),
        (
            "2018-07-20",
            "At the end of June, the loans of Juxian's banks were 9.1 billion yuan.\n"
            "Deposits with the county’s savings banks and its cooperatives were 11.6 billion yuan.",
            [("9.1", "2018-06", "actual"), ("11.6", "2018-06", "actual")],
        ),
        (
            "2020-01-12",
            "Loans grow\n\nIn 2019, Wulian cut taxes by 2 billion yuan.\n"
            "Its loans to small shops rose by 3.9 percent.\n"
            "In 2020, it plans to cut taxes by 3 billion yuan.",
            [("2", "2019", "actual"), ("3.9", "2019-12", "actual"), ("3", "2020", "target")],
        ),
        (
            "2017-05-02",
            "Wulian's GDP reached 9.6 billion yuan in the first quarter of 2017.\n"
            "The county provided 31 technical kitchens for pensioners.",
            [("9.6", "2017-Q1", "actual"), ("31", "2017-Q1", "actual")],
        ),
        (
            "2021-09-27",
            "Juxian began to grow kiwis in 2015, when the area was 2,000 mu. The orchards currently total 14,000 mu.",
            [("2,000", "2015-12", "actual"), ("14,000", "2021-09", "actual")],
        ),
        (
            "2025-11-19",
            "By the end of October, output of wind turbines topped 2 billion kWh.",
            [("2", "2025-01-01/P10M", "actual")],
        ),
    ],
)
def test_a_number_without_a_time_is_of_the_one_told_of_before(
    published: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert dated(published, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wulian's trade hits 12.6 billion yuan\n\nTrade of Wulian county grew 7 percent in the first half of 2023, "
            "customs said.",
            [("12.6", "2023-S1", "actual"), ("7", "2023-S1", "actual")],
        ),
        (
            "Industrial Output of Larger Firms of Rizhao City and of Its Districts up 9.9% to RMB84.5bn in All\n\n"
            "From January to October, the industry of the city kept stable.",
            [("84.5", "2023-01-01/P10M", "actual")],
        ),
    ],
)
def test_a_headline_without_a_time_is_of_that_of_its_body(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated("2023-11-22", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The county planned to raise its forest area from 420 hectares to 560 hectares by 2030.",
            [("560", "2030-12", "target")],
        ),
        (
            "Wulian is expected to increase its exports from the current 1.8 billion yuan to nearly 5 billion yuan "
            "by 2030.",
            [("1.8", "", "actual"), ("5", "2030", "expected")],
        ),
        (
            "This year, 46 key projects will be built in Rizhao. Exports of 4.2 billion yuan will be made.",
            [("46", "2024-12", "target"), ("4.2", "2024", "target")],
        ),
        (
            "This year, the county will start 36 key projects.",
            [("36", "2024-12", "target")],
        ),
        (
            "Under the plan, the county's exports are worth 5 billion yuan in 2026.",
            [("5", "2026", "target")],
        ),
        (
            "Under the plan, 5 billion yuan had been invested by the end of last year.",
            [("5", "2023", "actual")],
        ),
        (
            "The net income of fishermen is seen to hit 31,000 yuan in 2025.",
            [("31,000", "2025", "expected")],
        ),
        (
            "By 2025, the output value of the industry is to top 90 billion yuan or exports 12 billion yuan.",
            [("90", "2025", "target"), ("12", "2025", "target")],
        ),
        (
            "It is estimated that the county's tourism revenue will reach 9 billion yuan this year.",
            [("9", "2024", "expected")],
        ),
        (
            "The county's exports may reach 9 billion yuan in 2024. Its fiscal revenue is set to grow by 5 percent.",
            [("9", "2024", "expected"), ("5", "2024", "expected")],
        ),
        (
            "The county will continue to help exporters after their sales fell to 3 billion yuan in 2023.",
            [("3", "2023", "actual")],
        ),
        (
            "The county said it would build 36 kilometers of roads this year.",
            [("36", "2024", "target")],
        ),
    ],
)
def test_what_is_planned_is_told_from_what_is_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated("2024-03-05", text) == expected


@pytest.mark.parametrize(
    "compared",
    [
        "up 37 percent on the same months of 2021",
        "which was 1.4 times that of 2015",
        "double the volume of 2019",
        "7.8 percent above the level of the first half of last year",
        "as much as in 2018 and 2019 together",
        "back at the level of 2019",
        "though they had been just 3 billion yuan in the first quarter",
        "0.6 percentage points more than at the same time last year",
    ],
)
def test_a_time_that_is_compared_with_is_not_that_of_the_sentences_behind_it(compared: str) -> None:
    text = f"In the first half of 2022, exports of Juxian reached 9 billion yuan, {compared}."
    assert dated("2022-07-20", f"{text} Imports came to 2 billion yuan.")[-1] == ("2", "2022-S1", "actual")


def test_a_size_that_a_year_stands_behind_is_not_compared_with_it() -> None:
    text = (
        "Profits of firms above designated size in 2021 came to 4 billion yuan. Their exports came to 2 billion yuan."
    )
    assert dated("2022-07-20", text) == [("4", "2021", "actual"), ("2", "2021", "actual")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Though trade slowed this year, the port of Rizhao handled 42 million tons of cargo in January.",
            [("42", "2022-01", "actual")],
        ),
        (
            "A bridge was opened in May 2021. Juxian welcomed 2.5 million tourists in the year, a rise of 4 percent.",
            [("2.5", "2021", "actual")],
        ),
        (
            "In the first half of 2022, 5 billion yuan was invested, or 54 percent of what is planned for it in 2022. "
            "Exports came to 3 billion yuan.",
            [("5", "2022-S1", "actual"), ("3", "2022-S1", "actual")],
        ),
        (
            "In 2025, the output value of Juxian is to reach 9 billion yuan. Exports are to exceed 3 billion yuan "
            "by the same year.",
            [("9", "2025", "target"), ("3", "2025", "target")],
        ),
        (
            "Since January, Juxian has exported goods worth 3 billion yuan.",
            [("3", "2022-S1", "actual")],
        ),
        (
            "In the first half of 2022, exports of Juxian grew 9 percent, the fastest pace since 2015. "
            "Its imports came to 3 billion yuan.",
            [("9", "2022-S1", "actual"), ("3", "2022-S1", "actual")],
        ),
    ],
)
def test_a_time_that_is_said_beside_a_number_is_its_own(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated("2022-07-20", text) == expected
