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
            "By the end of late October, the output value of Rizhao's industry amounted to 84.52 billion yuan. The "
            "added value reached 21.6 billion yuan.",
            [("84.52", "2023-01-01/P10M", "actual"), ("21.6", "2023-01-01/P10M", "actual")],
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
            "The city's 11th Five-Year Plan (2006-2010) aims to reach an output value of fisheries of RMB25.8 billion "
            "by 2010.",
            [("25.8", "2010", "target")],
        ),
        (
            "2012-03-15",
            "Wulian aims to raise its GDP to 30 billion yuan by 2015 and its exports to 4.2 billion yuan by 2016.",
            [("30", "2015", "target"), ("4.2", "2016", "target")],
        ),
        (
            "2019-04-28",
            "More than 25,000 new companies were registered in the zone between April of 2015 and December of 2018.",
            [("25,000", "2015-04-01/P45M", "actual")],
        ),
        (
            "2023-05-10",
            "As of April 30 this year, the county's deposits had reached 70.7 billion yuan.",
            [("70.7", "2023-04-30", "actual")],
        ),
        (
            "2023-12-17",
            "By the end of June 2022, the county's deposits had reached 31 billion yuan. Exports came to 5.5 billion "
            "yuan that year.",
            [("31", "2022-06", "actual"), ("5.5", "2022", "actual")],
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
            "Rizhao's GDP hit 57.5 billion yuan in the first quarter of 2023, a good start for the whole year.\n"
            "Investment in fixed assets grew 6.2 percent in the first quarter, higher than the national average.\n"
            "The added value of industries also rose by 8.5 percent.",
            [("57.5", "2023-Q1", "actual"), ("6.2", "2023-Q1", "actual"), ("8.5", "2023-Q1", "actual")],
        ),
        (
            "2018-07-20",
            "At the end of June, the loans of Juxian's banks were 38.7 billion yuan, up 7.2 percent.\n"
            "Meanwhile, the balance of deposits of Juxian’s banking institutions was 58.5 billion yuan.",
            [("38.7", "2018-06", "actual"), ("58.5", "2018-06", "actual")],
        ),
    ],
)
def test_a_number_without_a_time_is_of_the_one_told_of_before(
    published: str, text: str, expected: list[tuple[str, str, str]]
) -> None:
    assert dated(published, text) == expected
