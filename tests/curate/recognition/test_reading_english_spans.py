"""Stretches of time that English articles name in many ways → the period of a number; all sentences are made up."""

import pytest

from tests.curate.recognition.test_reading import reader
from tests.curate.recognition.test_reading_english_times import dated


def last_period(published: str, text: str) -> str:
    return dated(published, text)[-1][1]


@pytest.mark.parametrize(
    ("words", "period"),
    [
        ("Over the past five years, the county", "2019-01-01/P60M"),
        ("In the last decade, the county", "2014-01-01/P120M"),
        ("Between 2018 and 2022, the county", "2018-01-01/P60M"),
        ("From 2021 through 2023, the county", "2021-01-01/P36M"),
        ("In the five years to 2022, the county", "2018-01-01/P60M"),
        ("In the final three months of last year, the county", "2023-Q4"),
        ("In the latter half of 2023, the county", "2023-S2"),
        ("In the June quarter of 2023, the county", "2023-Q2"),
        ("For the quarter ended Sept 30, the county", "2023-Q3"),
        ("In the fiscal year that ended in March 2023, the county", "2022-04-01/P12M"),
        ("Ten months into 2023, the county", "2023-01-01/P10M"),
        ("Last quarter, the county", "2023-Q4"),
    ],
)
def test_a_stretch_of_time_is_read_in_whatever_words(words: str, period: str) -> None:
    assert last_period("2024-03-05", f"{words} exported goods worth 26 million yuan.") == period


def test_the_past_years_end_where_nobody_knows_but_for_those_of_the_first_months() -> None:
    text = "Over the past five years, the county exported goods worth 26 million yuan."
    assert last_period("2024-10-09", text) == ""
    assert last_period("2024-02-09", text) == "2019-01-01/P60M"


def test_a_fiscal_year_is_open_though_the_day_is_named_on_which_it_ended() -> None:
    assert last_period("2022-06-08", "In fiscal 2021, which ended on March 31, sales were 5 billion yuan.") == ""


@pytest.mark.parametrize(
    ("text", "period"),
    [
        (
            "In the second quarter of 2023, exports were 5 billion yuan. A year earlier, they were 4 billion yuan.",
            "2022-Q2",
        ),
        ("Exports were 5 billion yuan in 2023. The year before, they were 4 billion yuan.", "2022"),
        (
            "In the first half, exports were 5 billion yuan. In the same period of last year, they were 4 billion.",
            "2022-S1",
        ),
    ],
)
def test_the_same_time_a_year_before_counts_from_that_told_of(text: str, period: str) -> None:
    assert last_period("2023-09-05", text) == period


def test_a_year_before_that_is_compared_with_dates_nothing() -> None:
    text = (
        "In the first half, exports were 5 billion yuan, up 4 percent from a year earlier. Imports were 3 billion yuan."
    )
    assert last_period("2023-09-05", text) == "2023-S1"
    text = "Sales rose 3.5 percent in May, compared with a 7-percent gain for April. Imports were 3 billion yuan."
    assert last_period("2023-09-05", text) == "2023-05"
    text = "In 2022 the air had 58 micrograms of dust per cubic meter, and the goal of 2020 was met. Firms sold 7 tons."
    assert last_period("2023-09-05", text) == "2022"
    text = "In January and February sales were 9 million yuan. February was weaker.\n\nExports were 3 billion."
    assert last_period("2023-09-05", text) == "2023-01-01/P2M"
    text = "Half-year exports were 5 billion yuan, 5 percent up on the first half of 2022. Imports were 3 billion yuan."
    assert last_period("2023-09-05", text) == "2023-S1"
    text = "Exports were 5 billion yuan in 2022. A year earlier, they were 4 billion yuan. Imports were 3 billion yuan."
    assert last_period("2023-09-05", text) == "2022"


def test_a_deadline_behind_what_is_to_be_reached_each_year_is_its_time() -> None:
    text = "The terminal, which is to open in 2024, is expected to handle 20 million passengers a year by 2030."
    assert dated("2022-12-05", text) == [("20", "2030", "expected")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("In the first half, imports rose. Over the six months, exports were 26 million yuan.", "2024-S1"),
        ("In 2023 imports fell. In the nine months exports were 26 million yuan.", "2024-01-01/P9M"),
        ("Half-year exports of the county were worth 26 million yuan.", "2024-S1"),
        ("In the three quarters to September, exports were 26 million yuan.", "2024-01-01/P9M"),
        ("Five years ago, the county had exports of 26 million yuan.", "2019"),
        ("Imports rose in 2022. The mayor said that 2023 exports had risen to 26 million yuan.", "2023"),
        ("By the end of the year there are to be 95,000 pigs, and in 2026 the number is to hit 150,000.", "2026"),
        (
            "In the 13th Five-Year Plan period exports rose. In the five years they were 26 million yuan.",
            "2016-01-01/P60M",
        ),
        ("In the first half, a zone, established in 2003, drew 5 firms. It exported 26 million tons.", "2024-S1"),
        ("At a meeting in January the county set a full-year target of 26 million tons for exports.", "2024"),
        ("In September exports rose. The port expects 26 million trips in all of 2024.", "2024"),
        ("Exports rose in 2023. A decade ago, there were exports of 26 million yuan.", "2014"),
        ("In the first quarter exports fell, and for the year the port expects 26 million tons.", "2024"),
        ("It was the best year since 1997. Last year, exports were 26 million yuan.", "2023"),
        ("In 2023 exports rose. Philips, which came in 2010, grew, too. Exports were 26 million yuan.", "2023"),
        ("Exports more than doubled in 2023\n\nRIZHAO, Oct. 31 -- Exports were 26 million yuan.", "2023"),
        ("By the end of June exports in 2024 added up to 26 million yuan.", "2024-S1"),
        ("In the first half, exports rose faster than up to May. Imports were 26 million yuan.", "2024-S1"),
        ("By the end of June, firms had received 26 million yuan in all.", "2024-06"),
        ("In 2022 imports fell. For the full year, officials expect exports of 26 million yuan.", "2024"),
        ("Nine-month exports of the county were worth 26 million yuan.", "2024-01-01/P9M"),
        ("For the current year, the county plans exports of 26 million yuan.", "2024"),
        ("In the first half, imports were 3 million yuan. Exports were 26 million yuan for the period.", "2024-S1"),
        ("At the end of June, the county's debts stood at 26 million yuan.", "2024-06"),
    ],
)
def test_a_time_is_read_where_it_is_only_hinted_at(text: str, period: str) -> None:
    assert last_period("2024-10-31", text) == period


def test_an_article_without_a_date_goes_on_in_the_year_that_it_has_told_of() -> None:
    text = "In the first half of 2020 exports rose. From January to August, they were 26 million yuan."
    (article,) = reader().read(text, None)
    assert [figure.period.text for figure in article.figures if figure.period] == ["2020-01-01/P8M"]


def test_a_month_that_begins_a_sentence_is_of_it_alone_in_an_article_of_more_months() -> None:
    text = (
        "Rizhao's trade grows in nine months of 2019\n"
        "Rizhao exported goods worth 41 billion yuan in the first nine months of 2019. "
        "In September, prices of goods rose 1.3 percent. Retail sales reached 26 billion yuan.\n"
        "Imports came to 17 billion yuan."
    )
    assert [period for _, period, _ in dated("2019-10-20", text)] == [
        "2019-01-01/P9M",
        "2019-09",
        "2019-01-01/P9M",
        "2019-01-01/P9M",
    ]


def test_a_time_since_when_something_is_so_or_for_which_it_is_planned_is_of_its_sentence_alone() -> None:
    since = (
        "Rizhao imported goods worth 41 billion yuan in December, keeping up a rise that had lasted since March 2018. "
        "Its exports came to 36 billion yuan."
    )
    assert last_period("2020-01-16", since) == "2019-12"
    planned = (
        "Rizhao drew foreign capital of $2 billion in the first five months of 2019, far from the $6 billion that it "
        "targeted for the full year. Its exports came to 36 billion yuan."
    )
    assert last_period("2019-06-16", planned) == "2019-01-01/P5M"


@pytest.mark.parametrize("words", ["Up to Wednesday", "As of last Friday"])
def test_up_to_a_day_of_the_week_is_from_january_to_the_month_of_print(words: str) -> None:
    text = f"Rizhao's trade tops 90 billion yuan this year\n{words}, its exports had reached 36 billion yuan."
    assert last_period("2021-08-26", text) == "2021-01-01/P8M"
