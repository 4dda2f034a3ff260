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
            "Wulian is expected to increase its exports from the current 1.8 billion yuan to more than 4 billion yuan "
            "by 2030.",
            [("1.8", "", "actual"), ("4", "2030", "expected")],
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
    ],
)
def test_what_is_planned_is_told_from_what_is_there(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert dated("2024-03-05", text) == expected
