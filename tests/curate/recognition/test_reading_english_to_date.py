"""English passages, made up for these tests, of what is so today or was done up to a day → of when each number is."""

import pytest

from tests.curate.recognition.test_reading_english_times import dated


def periods_of(published: str, text: str) -> list[tuple[str, str]]:
    return [(digits, period) for digits, period, _ in dated(published, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Wulian's exports came to 3.2 billion yuan in the first quarter of 2023 (1Q 2023). Its imports were "
            "1.4 billion yuan in 2Q23, up from 1.1 billion yuan booked in 2Q22.",
            [("3.2", "2023-Q1"), ("1.4", "2023-Q2")],
        ),
        (
            "Wulian exported goods worth 3.2 billion yuan until the second quarter of this year (2Q 2023). "
            "Its imports were 1.4 billion yuan.",
            [("3.2", "2023-S1"), ("1.4", "2023-S1")],
        ),
        (
            "From the beginning of the year to August, exports of Wulian came to 3.2 billion yuan.",
            [("3.2", "2023-01-01/P8M")],
        ),
        (
            "From the beginning of 2023 until now, exports of Wulian came to 3.2 billion yuan.",
            [("3.2", "2023-01-01/P8M")],
        ),
        (
            "By Sept. 8, exports of Wulian had reached 3.2 billion yuan and its imports came to 1.4 billion yuan so "
            "far this year. Among them, exports to Japan were 0.6 billion yuan.",
            [("3.2", "2023-01-01/P251D"), ("1.4", "2023-01-01/P251D"), ("0.6", "2023-01-01/P251D")],
        ),
        ("To date, 310 million yuan has been spent on schools in Wulian.", [("310", "2023-09")]),
    ],
)
def test_what_was_done_up_to_a_day_is_of_the_year_to_it_and_of_all_years_where_none_is_named(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert periods_of("2023-09-20", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "There are 57 freight lines that pass through the old station of the town near Wulian, and 63 lines that "
            "do not.",
            [("57", "2023-09"), ("63", "2023-09")],
        ),
        (
            "From January to August, exports of Wulian came to 3.2 billion yuan.\n\n"
            "Currently, there are 54,000 electric cars on the roads of Wulian, with a penetration rate of 4.6 percent.",
            [("3.2", "2023-01-01/P8M"), ("54,000", "2023-09"), ("4.6", "2023-09")],
        ),
    ],
)
def test_how_many_there_are_today_is_of_the_month_of_print(text: str, expected: list[tuple[str, str]]) -> None:
    assert periods_of("2023-09-20", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During this year's May Day holiday, Wulian received 1.4 million tourists.", [("1.4", "")]),
        ("Wulian received 1.4 million tourists during this year's May Day holiday.", [("1.4", "")]),
        ("Last year was good for Wulian. This summer, the county received 1.4 million tourists.", [("1.4", "")]),
        ("Wulian received 1.4 million tourists in 2022. It has a summer market.", [("1.4", "2022")]),
    ],
)
def test_a_holiday_or_a_season_is_no_year(text: str, expected: list[tuple[str, str]]) -> None:
    assert periods_of("2023-09-20", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Grain output of Wulian for the 2022-23 agricultural year reached 3.2 million tonnes.", [("3.2", "")]),
        ("Grain output of Wulian in the 2021/22 season reached 3.2 million tonnes.", [("3.2", "")]),
        ("Grain output of Wulian in the 2021-2022 season reached 3.2 million tonnes.", [("3.2", "")]),
        ("Exports of Wulian totaled 3.2 billion yuan in 2021-22 and 2022-23.", [("3.2", "")]),
        ("Exports of Wulian totaled 9.2 billion yuan in 2021-2022.", [("9.2", "2021-01-01/P24M")]),
    ],
)
def test_a_year_that_ends_within_the_next_one_is_open(text: str, expected: list[tuple[str, str]]) -> None:
    assert periods_of("2023-09-20", text) == expected


def test_the_past_months_are_those_told_of_if_they_are_as_many() -> None:
    text = (
        "Wulian's trade came to 7.9 billion yuan in the first half of 2023.\n\n"
        "During the past six months, its exports rose to 5.1 billion yuan."
    )
    assert periods_of("2023-07-19", text) == [("7.9", "2023-S1"), ("5.1", "2023-S1")]


def test_a_person_who_is_called_june_is_no_month() -> None:
    text = (
        "Wulian received 1.4 million tourists in the first six months of this year. According to director June Li, "
        "its exports came to 3.2 billion yuan. In June Wulian imported goods worth 0.3 billion yuan."
    )
    assert periods_of("2023-08-19", text) == [("1.4", "2023-S1"), ("3.2", "2023-S1"), ("0.3", "2023-06")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "On May 29, Wulian signed agreements for 22 projects with a total investment of 4.9 billion yuan.",
            [("22", "2023-05"), ("4.9", "2023-05")],
        ),
        ("On May 29, the farms of Wulian sold 22 tonnes of tea.", [("22", "2023-05-29")]),
        ("Exports of Wulian came to 3.2 billion yuan during July and August.", [("3.2", "2023-07-01/P2M")]),
        (
            "In the first half of the year, exports of Wulian rose to 3.2 billion yuan.\n\nIn the first four months, "
            "115,200 trucks passed. Over the same period, imports came to 1.4 billion yuan.",
            [("3.2", "2023-S1"), ("115,200", "2023-01-01/P4M"), ("1.4", "2023-01-01/P4M")],
        ),
        (
            "Exports of Wulian came to 3.2 billion yuan from January to August. Those of the first three quarters are "
            "expected to exceed 4 billion yuan. Imports came to 1.4 billion yuan.",
            [("3.2", "2023-01-01/P8M"), ("4", "2023-01-01/P9M"), ("1.4", "2023-01-01/P8M")],
        ),
        (
            "Exports of Wulian rose to 3.2 billion yuan in the first quarter. Output rose by 10 percent, while revenue "
            "of services grew by 26 percent from January to February.\n\nInvestment rose by 4 percent.",
            [("3.2", "2023-Q1"), ("10", "2023-Q1"), ("26", "2023-01-01/P2M"), ("4", "2023-Q1")],
        ),
    ],
)
def test_projects_are_of_the_month_of_their_day_and_a_time_in_another_clause_is_of_that(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert periods_of("2023-09-20", text) == expected
