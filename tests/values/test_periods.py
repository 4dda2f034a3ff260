"""Periods: what is read, what is refused and with which help, names, lengths, order and the year before."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.values.periods import Period, between, parse, parse_date
from indicators.values.problems import Fault
from indicators.values.text import LANGS

LABELS = [
    ("2022", "2022年", "2022"),
    ("2022-S1", "2022年上半年", "H1 2022"),
    ("2022-S2", "2022年下半年", "H2 2022"),
    ("2022-Q1", "2022年第一季度", "Q1 2022"),
    ("2022-Q2", "2022年第二季度", "Q2 2022"),
    ("2022-Q4", "2022年第四季度", "Q4 2022"),
    ("2022-06", "2022年6月", "June 2022"),
    ("2022-12", "2022年12月", "December 2022"),
    ("2022-07-22", "2022年7月22日", "22 July 2022"),
    ("2024-01-01/P7M", "2024年1—7月", "January–July 2024"),
    ("2024-04-01/P6M", "2024年4—9月", "April–September 2024"),
    ("2023-11-01/P4M", "2023年11月—2024年2月", "November 2023 – February 2024"),
    ("2021-01-01/P60M", "2021—2025年", "2021–2025"),
    ("2021-02-01/P60M", "2021年2月—2026年1月", "February 2021 – January 2026"),
    ("2023-01-21/P7D", "2023年1月21日—27日", "21–27 January 2023"),
    ("2022-01-31/P7D", "2022年1月31日—2月6日", "31 January – 6 February 2022"),
    ("2022-12-31/P3D", "2022年12月31日—2023年1月2日", "31 December 2022 – 2 January 2023"),
    ("2016-01-01/P89D", "2016年1月1日—3月29日", "1 January – 29 March 2016"),
    ("2023-01-01/P366D", "2023年1月1日—2024年1月1日", "1 January 2023 – 1 January 2024"),
    ("2024-01-15/P1M", "2024年1月15日—2月14日", "15 January – 14 February 2024"),
    ("2024-12-15/P1M", "2024年12月15日—2025年1月14日", "15 December 2024 – 14 January 2025"),
]


EARLIER = [
    ("2022", "2021"),
    ("2022-S2", "2021-S2"),
    ("2022-Q3", "2021-Q3"),
    ("2024-02", "2023-02"),
    ("2024-02-29", "2023-02-28"),
    ("2022-07-22", "2021-07-22"),
    ("2024-01-01/P2M", "2023-01-01/P2M"),
    ("2024-04-01/P12M", "2023-04-01/P12M"),
    ("2016-01-01/P89D", "2015-01-01/P88D"),
    ("2017-01-01/P88D", "2016-01-01/P89D"),
    ("2021-04-15/P60M", "2020-04-15/P60M"),
]


SHARES = [
    ("2022-S1", Fraction(1, 2)),
    ("2024-01-01/P7M", Fraction(7, 12)),
    ("2022", Fraction(1)),
    ("2022-Q1", Fraction(1, 4)),
    ("2022-Q3", Fraction(3, 4)),
    ("2022-02", Fraction(1, 6)),
    ("2022-01-01", Fraction(1, 365)),
    ("2022-06-30", Fraction(181, 365)),
    ("2024-12-31", Fraction(1)),
    ("2023-11-01/P4M", Fraction(1, 6)),
    ("2024-01-15/P1M", Fraction(45, 366)),
    ("2016-01-01/P89D", Fraction(89, 366)),
    ("2023-01-21/P7D", Fraction(27, 365)),
    ("2023-01-21/P11D", Fraction(1, 12)),
]


IN_ORDER = [
    "2021",
    "2022-01-01",
    "2022-01-01/P7D",
    "2022-01",
    "2022-01-01/P2M",
    "2022-Q1",
    "2022-S1",
    "2022-01-01/P7M",
    "2022",
    "2022-06",
]


def days() -> st.SearchStrategy[date]:
    return st.dates(date(1901, 1, 1), date(2098, 12, 31))


def periods() -> st.SearchStrategy[Period]:
    texts = st.one_of(
        days().map(lambda day: f"{day.year}"),
        days().map(lambda day: f"{day.year}-S{day.month // 7 + 1}"),
        days().map(lambda day: f"{day.year}-Q{(day.month + 2) // 3}"),
        days().map(lambda day: f"{day:%Y-%m}"),
        days().map(date.isoformat),
        st.tuples(days(), st.integers(1, 24)).map(lambda pair: f"{pair[0]}/P{pair[1]}M"),
        st.tuples(days(), st.integers(1, 24)).map(lambda pair: f"{pair[0]:%Y-%m}-01/P{pair[1]}M"),
        st.tuples(days(), st.integers(1, 366)).map(lambda pair: f"{pair[0]}/P{pair[1]}D"),
        st.tuples(days(), st.integers(1, 366)).map(lambda pair: f"{pair[0].year}-01-01/P{pair[1]}D"),
    )
    return texts.map(parse)


@pytest.mark.parametrize(("text", "zh", "en"), LABELS)
def test_labels(text: str, zh: str, en: str) -> None:
    assert (parse(text).label("zh"), parse(text).label("en")) == (zh, en)


@pytest.mark.parametrize(("text", "earlier"), EARLIER)
def test_year_earlier(text: str, earlier: str) -> None:
    period = parse(text).year_earlier()
    assert period is not None
    assert (period, period.text) == (parse(earlier), earlier)
    assert period.length == parse(text).length


@pytest.mark.parametrize(("text", "share"), SHARES)
def test_share_of_year(text: str, share: Fraction) -> None:
    assert parse(text).share_of_year() == share


def test_the_first_year_has_one_before_it() -> None:
    before = parse("1900").year_earlier()
    assert before is not None
    assert before.label("en") == "1899"


@pytest.mark.parametrize("text", ["2023-01-21/P7D", "2022-01-01/P3D", "2023-04-15/P12M"])
def test_the_days_of_a_holiday_a_year_earlier_are_not_known(text: str) -> None:
    assert parse(text).year_earlier() is None


def test_order() -> None:
    shuffled = IN_ORDER.copy()
    Random(3).shuffle(shuffled)  # noqa: S311 - a test needs no secret
    assert [period.text for period in sorted(map(parse, shuffled))] == IN_ORDER


def test_equal_however_written() -> None:
    assert {parse("2024-01-01/P6M"), parse("2024-S1")} == {parse("2024-S1")}
    assert parse("2024-S1") is parse("2024-S1")


def test_frozen() -> None:
    with pytest.raises(FrozenInstanceError):
        parse("2022").months = 1  # type: ignore[misc]


@pytest.mark.parametrize("text", ["2022", "2022-08", "2022-08-01"])
def test_dates(text: str) -> None:
    assert parse_date(text).text == text


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("2022-S1", ""),
        ("2022-Q1", ""),
        ("2022-01-01/P1M", "2022-01"),
        ("2022-01-01/P7M", ""),
        ("20220801", "2022-08-01"),
        ("2022年8月", "2022-08"),
        ("2022年上半年", ""),
        ("", ""),
    ],
)
def test_bad_dates(text: str, suggestion: str) -> None:
    with pytest.raises(Fault) as caught:
        parse_date(text)
    assert (caught.value.code, caught.value.facts) == ("date-form", {"text": text, "suggestion": suggestion})


def test_impossible_date() -> None:
    with pytest.raises(Fault, match="period-date"):
        parse_date("2022-02-30")


@given(periods())
def test_round_trip(period: Period) -> None:
    again = parse(period.text)
    assert (again, again.text, again.kind, again.months) == (period, period.text, period.kind, period.months)
    assert period.start <= period.end
    assert 0 < period.share_of_year() <= 1
    assert all(period.label(lang) for lang in LANGS)


@given(periods(), periods())
def test_start_and_end_tell_periods_apart(period: Period, other: Period) -> None:
    assert (period == other) is (period.text == other.text)


@given(periods(), periods())
def test_equal_lengths_have_equally_many_days_but_for_months_and_years(period: Period, other: Period) -> None:
    if period.length == other.length and not period.months and period.kind != "to-date":
        assert period.end - period.start == other.end - other.start


@given(periods())
def test_a_year_earlier(period: Period) -> None:
    earlier = period.year_earlier()
    assert (earlier is None) is (period.kind == "days")
    if earlier is not None:
        leap_day = (period.end.month, period.end.day) == (2, 28) and period.kind == "to-date" and not period.months
        assert earlier.length == period.length or leap_day
        assert parse(earlier.text) == earlier
        assert earlier.end < period.start or period.months > 12
        assert earlier.start.replace(day=1) == period.start.replace(year=period.start.year - 1, day=1)


@given(periods(), st.integers(1, 400))
def test_the_rest_follows_what_is_taken_off(longer: Period, days: int) -> None:
    shorter = between(longer.start, longer.start + timedelta(days=days - 1))
    assume(shorter is not None and longer.months <= 12)
    assert shorter is not None
    rest = longer.without(shorter)
    if shorter.end < longer.end:
        assert rest is not None
        assert (rest.start, rest.end) == (shorter.end + timedelta(days=1), longer.end)
        assert parse(rest.text).text == rest.text
        assert rest.within(longer)
        assert not rest.within(shorter)
    else:
        assert rest is None


@given(periods(), st.sampled_from(LANGS))
def test_a_name_leads_back_to_its_period(period: Period, lang: str) -> None:
    name = period.label("zh" if lang == "zh" else "en")
    if name != period.text:
        with pytest.raises(Fault) as caught:
            parse(name)
        assert caught.value.facts["suggestion"] == period.text


def test_months_are_short_in_a_narrow_column() -> None:
    period = parse("2024-01-01/P9M")
    assert (period.short_label("en"), period.short_label("zh")) == ("Jan–Sep 2024", "2024年1—9月")
    assert parse("2025-06-17").short_label("en") == "17 Jun 2025"
