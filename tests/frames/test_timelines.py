"""What a line joins over time, and which years are without a figure."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.frames import timelines
from indicators.values import periods
from indicators.values.periods import Period


def joins(*texts: str, stock: bool = False) -> list[str]:
    return list(timelines.joins([periods.parse(text) for text in texts], stock=stock))


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("2019", "2020", "2021"), ["line", "line"]),
        (("2019", "2021", "2022"), ["none", "line"]),  # 2020 is missing
        (("2021-S1", "2022-S1"), ["line"]),  # the same half of two years in a row
        (("2021-S1", "2021-S2", "2022-S1"), ["line", "line"]),
        (("2021-S1", "2022-S2"), ["none"]),
        (("2022-01", "2022-03"), ["none"]),
        (("2005-01-01/P11M", "2006-01-01/P11M"), ["line"]),
        (("2022-01-31/P7D", "2023-01-21/P7D"), ["none"]),  # another week of the year
        (("2020", "2020", "2021", "2022"), ["none", "none", "line"]),  # two reports contradict each other
    ],
)
def test_what_is_joined_of_flows_and_rates(texts: tuple[str, ...], expected: list[str]) -> None:
    assert joins(*texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("2020-12-31", "2021-06-30", "2021-12"), ["line", "line"]),
        (("2020", "2021-12-31"), ["line"]),
        (("2020-12-31", "2022-01-01"), ["dots"]),
        (("2020", "2020-12-31", "2021"), ["none", "none"]),  # one day, two reports
    ],
)
def test_what_is_joined_of_stocks(texts: tuple[str, ...], expected: list[str]) -> None:
    assert joins(*texts, stock=True) == expected


@given(
    st.sets(st.integers(2000, 2030), min_size=2), st.sampled_from(["{}", "{}-S1", "{}-Q3", "{}-01-01/P11M", "{}-06"])
)
def test_a_missing_year_breaks_a_line(years: set[int], form: str) -> None:
    ordered = sorted(years)
    expected = ["line" if later - earlier == 1 else "none" for earlier, later in pairwise(ordered)]
    assert joins(*(form.format(year) for year in ordered)) == expected


@given(st.lists(st.dates(periods.parse("2000").start, periods.parse("2030").end), min_size=1), st.integers(0, 800))
def test_years_without_a_day_of_a_period(starts: list[date], days: int) -> None:
    stretches = [(start, start + timedelta(days=days)) for start in starts]
    several = [Period("", "range", start, end, 0) for start, end in stretches]
    empty = timelines.empty_years(several, 1999, 2034)
    with_day = {(start + timedelta(days=day)).year for start, end in stretches for day in range((end - start).days + 1)}
    assert set(empty) == set(range(1999, 2035)) - with_day


def test_over_what_is_not_drawn_the_weakest_counts() -> None:
    assert timelines.weakest(["line", "dots", "line"]) == "dots"
    assert timelines.weakest(["dots", "none"]) == "none"
    assert timelines.weakest(["line"]) == "line"
