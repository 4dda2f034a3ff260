"""Periods: what is read, what is refused and with which help, names, lengths, order and the year before."""

from dataclasses import FrozenInstanceError
from datetime import date, timedelta
from fractions import Fraction
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from indicators.values.periods import FAULTS, Period, between, complete, parse, parse_date
from indicators.values.problems import Fault
from indicators.values.text import LANGS

# text, canonical text, kind, start, end, months, length
GOOD = [
    ("2022", "2022", "year", "2022-01-01", "2022-12-31", 12, "P1Y"),
    ("1900", "1900", "year", "1900-01-01", "1900-12-31", 12, "P1Y"),
    ("2100", "2100", "year", "2100-01-01", "2100-12-31", 12, "P1Y"),
    ("2022-S1", "2022-S1", "half", "2022-01-01", "2022-06-30", 6, "P6M"),
    ("2022-S2", "2022-S2", "half", "2022-07-01", "2022-12-31", 6, "P6M"),
    ("2022-Q1", "2022-Q1", "quarter", "2022-01-01", "2022-03-31", 3, "P3M"),
    ("2022-Q2", "2022-Q2", "quarter", "2022-04-01", "2022-06-30", 3, "P3M"),
    ("2022-Q3", "2022-Q3", "quarter", "2022-07-01", "2022-09-30", 3, "P3M"),
    ("2022-Q4", "2022-Q4", "quarter", "2022-10-01", "2022-12-31", 3, "P3M"),
    ("2022-06", "2022-06", "month", "2022-06-01", "2022-06-30", 1, "P1M"),
    ("2022-12", "2022-12", "month", "2022-12-01", "2022-12-31", 1, "P1M"),
    ("2024-02", "2024-02", "month", "2024-02-01", "2024-02-29", 1, "P1M"),
    ("2022-07-22", "2022-07-22", "day", "2022-07-22", "2022-07-22", 0, "P1D"),
    ("2024-02-29", "2024-02-29", "day", "2024-02-29", "2024-02-29", 0, "P1D"),
    ("2024-01-01/P7M", "2024-01-01/P7M", "to-date", "2024-01-01", "2024-07-31", 7, "YTD-P7M"),
    ("2024-01-01/P2M", "2024-01-01/P2M", "to-date", "2024-01-01", "2024-02-29", 2, "YTD-P2M"),
    ("2024-01-01/P9M", "2024-01-01/P9M", "to-date", "2024-01-01", "2024-09-30", 9, "YTD-P9M"),
    ("2024-01-01/P11M", "2024-01-01/P11M", "to-date", "2024-01-01", "2024-11-30", 11, "YTD-P11M"),
    ("2024-01-01/P12M", "2024", "year", "2024-01-01", "2024-12-31", 12, "P1Y"),
    ("2024-01-01/P6M", "2024-S1", "half", "2024-01-01", "2024-06-30", 6, "P6M"),
    ("2024-07-01/P6M", "2024-S2", "half", "2024-07-01", "2024-12-31", 6, "P6M"),
    ("2024-01-01/P3M", "2024-Q1", "quarter", "2024-01-01", "2024-03-31", 3, "P3M"),
    ("2024-10-01/P3M", "2024-Q4", "quarter", "2024-10-01", "2024-12-31", 3, "P3M"),
    ("2024-05-01/P1M", "2024-05", "month", "2024-05-01", "2024-05-31", 1, "P1M"),
    ("2024-01-01/P1M", "2024-01", "month", "2024-01-01", "2024-01-31", 1, "P1M"),
    ("2024-02-01/P3M", "2024-02-01/P3M", "range", "2024-02-01", "2024-04-30", 3, "P3M"),
    ("2024-04-01/P6M", "2024-04-01/P6M", "range", "2024-04-01", "2024-09-30", 6, "P6M"),
    ("2024-02-01/P7M", "2024-02-01/P7M", "range", "2024-02-01", "2024-08-31", 7, "P7M"),
    ("2024-04-01/P12M", "2024-04-01/P12M", "range", "2024-04-01", "2025-03-31", 12, "P12M"),
    ("2021-01-01/P60M", "2021-01-01/P60M", "range", "2021-01-01", "2025-12-31", 60, "P60M"),
    ("2024-01-15/P1M", "2024-01-15/P31D", "days", "2024-01-15", "2024-02-14", 0, "P31D"),
    ("2024-02-29/P1M", "2024-02-29/P29D", "days", "2024-02-29", "2024-03-28", 0, "P29D"),
    ("2023-04-15/P12M", "2023-04-15/P366D", "days", "2023-04-15", "2024-04-14", 0, "P366D"),
    ("2021-04-15/P60M", "2021-04-15/P60M", "range", "2021-04-15", "2026-04-14", 60, "P60M"),
    ("2023-01-21/P7D", "2023-01-21/P7D", "days", "2023-01-21", "2023-01-27", 0, "P7D"),
    ("2022-12-31/P3D", "2022-12-31/P3D", "days", "2022-12-31", "2023-01-02", 0, "P3D"),
    ("2023-01-21/P1D", "2023-01-21", "day", "2023-01-21", "2023-01-21", 0, "P1D"),
    ("2016-01-01/P89D", "2016-01-01/P89D", "to-date", "2016-01-01", "2016-03-29", 0, "YTD-P2M29D"),
    ("2015-01-01/P88D", "2015-01-01/P88D", "to-date", "2015-01-01", "2015-03-29", 0, "YTD-P2M29D"),
    ("2022-01-01/P10D", "2022-01-01/P10D", "days", "2022-01-01", "2022-01-10", 0, "P10D"),
    ("2023-01-01/P31D", "2023-01", "month", "2023-01-01", "2023-01-31", 1, "P1M"),
    ("2024-01-01/P60D", "2024-01-01/P2M", "to-date", "2024-01-01", "2024-02-29", 2, "YTD-P2M"),
    ("2023-01-01/P365D", "2023", "year", "2023-01-01", "2023-12-31", 12, "P1Y"),
    ("2023-01-01/P366D", "2023-01-01/P366D", "days", "2023-01-01", "2024-01-01", 0, "P366D"),
    ("2100-12-01/P1M", "2100-12", "month", "2100-12-01", "2100-12-31", 1, "P1M"),
]

# text, suggestion
OTHER_FORMS = [
    ("2022H1", "2022-S1"),
    ("2022-H1", "2022-S1"),
    ("H2 2022", "2022-S2"),
    ("1H2022", "2022-S1"),
    ("2022-s1", "2022-S1"),
    ("2022上半年", "2022-S1"),
    ("2022年下半年", "2022-S2"),
    ("2022年1-6月", "2022-S1"),
    ("2022年1—6月份", "2022-S1"),
    ("2022-1", "2022-01"),
    ("2022/06", "2022-06"),
    ("2022.6", "2022-06"),
    ("2022-M06", "2022-06"),
    ("202206", "2022-06"),
    ("2022年6月", "2022-06"),
    ("2022年六月", "2022-06"),
    ("2022年十二月", "2022-12"),
    ("June 2022", "2022-06"),
    ("Sept. 2022", "2022-09"),
    ("20220801", "2022-08-01"),
    ("2022/8/1", "2022-08-01"),
    ("2022年8月1日", "2022-08-01"),
    ("2022-08-01T00:00:00", "2022-08-01"),
    ("22 Jul 2022", "2022-07-22"),
    ("July 22, 2022", "2022-07-22"),
    ("2022Q2", "2022-Q2"),
    ("Q2 2022", "2022-Q2"),
    ("2022年二季度", "2022-Q2"),
    ("2022年第2季度", "2022-Q2"),
    ("2022年", "2022"),
    ("2022年度", "2022"),
    ("2022年全年", "2022"),
    ("２０２２", "2022"),
    ("２０２２－０６", "2022-06"),
    (" 2022 ", "2022"),
    ("2022-A1", "2022"),
    ("2024-01..2024-07", "2024-01-01/P7M"),
    ("2024-01/2024-07", "2024-01-01/P7M"),
    ("2024-01-01/2024-07-31", "2024-01-01/P7M"),
    ("2024年1—7月", "2024-01-01/P7M"),
    ("2024年1月至7月", "2024-01-01/P7M"),
    ("2024年前7个月", "2024-01-01/P7M"),
    ("2024年前十个月", "2024-01-01/P10M"),
    ("2024年前三季度", "2024-01-01/P9M"),
    ("Jan-Jul 2024", "2024-01-01/P7M"),
    ("2023-11/2024-02", "2023-11-01/P4M"),
    ("2024-01/P7M", "2024-01-01/P7M"),
    ("2024-01-01/P07M", "2024-01-01/P7M"),
    ("2024-01-01/P1Y", "2024"),
    ("", ""),
    ("2016年1月1日—3月29日", "2016-01-01/P89D"),
    ("2023年1月21日至27日", "2023-01-21/P7D"),
    ("2022年12月31日至2023年1月2日", "2022-12-31/P3D"),
    ("2023-01-21/2023-01-27", "2023-01-21/P7D"),
    ("2023-01-21/P1W", "2023-01-21/P7D"),
    ("21-27 January 2023", "2023-01-21/P7D"),
    ("January 21–27, 2023", "2023-01-21/P7D"),
    ("2022年6月上旬", "2022-06-01/P10D"),
    ("2024年2月下旬", "2024-02-21/P9D"),
    ("2021-01-01/P5Y", "2021-01-01/P60M"),
    ("2022年底", "2022-12"),
    ("2022年末", "2022-12"),
    ("2022年年末", "2022-12"),
    ("截至2022年6月末", "2022-06"),
    ("2022年上半年末", "2022-06"),
    ("2022年三季度末", "2022-09"),
    ("截至2022年6月30日", "2022-06-30"),
    ("as of 30 June 2022", "2022-06-30"),
    ("by the end of June 2022", "2022-06"),
    ("year-end 2022", "2022-12"),
    ("十三五期间", "2016-01-01/P60M"),
    ("“十四五”时期", "2021-01-01/P60M"),
    ("十二五", "2011-01-01/P60M"),
    ("十三五末", "2020-12"),
    ("第十个五年计划", "2001-01-01/P60M"),
    ("13th Five-Year Plan", "2016-01-01/P60M"),
    ("2016—2020年", "2016-01-01/P60M"),
    ("2016-2020", "2016-01-01/P60M"),
    ("2016年至2020年", "2016-01-01/P60M"),
    ("2022/2023", ""),
    ("二〇二二年", "2022"),
    ("二○二二年上半年", "2022-S1"),
    ("二〇二二年六月三十日", "2022-06-30"),
    ("year to September 2022", "2021-10-01/P12M"),
    ("the year ended 30 September 2022", "2021-10-01/P12M"),
    ("year to 5 April 2022", "2021-04-06/P365D"),
    ("twelve months to June 2022", "2021-07-01/P12M"),
    ("截至2022年6月的12个月", "2021-07-01/P12M"),
    ("first seven months of 2022", "2022-01-01/P7M"),
    ("second quarter of 2022", "2022-Q2"),
    ("08/2022", "2022-08"),
    ("2023年春节", ""),
    ("2023年五一假期", ""),
    ("2016年1月1日—2018年3月29日", ""),
    ("上半年", ""),
    ("去年", ""),
    ("22", ""),
    ("20221", ""),
    ("2022-13-45-1", ""),
    ("2022年13月", ""),
    ("2022年7—6月", ""),
    ("2024-01-01/2024-07-30", "2024-01-01/P212D"),
    ("2024-01-01/2024-07-32", ""),
    ("2024-01-01/P0M", ""),
    ("2022-W05", ""),
    ("٢٠٢٢", ""),
    ("2022\n", "2022"),
]

# text, the first and the last that could stand there
IMPOSSIBLE = [
    ("2022-13", "2022-01", "2022-12"),
    ("2022-00", "2022-01", "2022-12"),
    ("2022-13-45", "2022-01", "2022-12"),
    ("2022-02-30", "2022-02-01", "2022-02-28"),
    ("2024-02-30", "2024-02-01", "2024-02-29"),
    ("2022-06-00", "2022-06-01", "2022-06-30"),
    ("2022-04-31", "2022-04-01", "2022-04-30"),
    ("2022-Q5", "2022-Q1", "2022-Q4"),
    ("2022-Q0", "2022-Q1", "2022-Q4"),
    ("2022-S3", "2022-S1", "2022-S2"),
    ("2022-S0", "2022-S1", "2022-S2"),
    ("1899", "1900", "2100"),
    ("2101-S1", "1900", "2100"),
    ("0000", "1900", "2100"),
    ("2022-02-30/P7M", "2022-02-01", "2022-02-28"),
    ("2100-01-01/P13M", "2100-01-01/P1M", "2100-01-01/P12M"),
    ("2100-11-02/P2M", "2100-11-02/P1M", "2100-11-02/P1M"),
    ("1900-01-01/P9999M", "1900-01-01/P1M", "1900-01-01/P2412M"),
    ("2023-01-21/P367D", "2023-01-21/P1D", "2023-01-21/P366D"),
    ("2016-01-01/P1827D", "2016-01-01/P1D", "2016-01-01/P366D"),
    ("2100-12-30/P3D", "2100-12-30/P1D", "2100-12-30/P2D"),
    ("2023-02-29/P7D", "2023-02-01", "2023-02-28"),
]

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


@pytest.mark.parametrize("row", GOOD, ids=[row[0] for row in GOOD])
def test_good(row: tuple[str, str, str, str, str, int, str]) -> None:
    period = parse(row[0])
    days = (f"{period.start}", f"{period.end}")
    assert (period.text, period.kind, *days, period.months, period.length) == row[1:]


@pytest.mark.parametrize(("text", "suggestion"), OTHER_FORMS)
def test_other_forms(text: str, suggestion: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(text)
    assert (caught.value.code, caught.value.facts) == ("period-form", {"text": text, "suggestion": suggestion})


@pytest.mark.parametrize(("text", "first", "last"), IMPOSSIBLE)
def test_impossible(text: str, first: str, last: str) -> None:
    with pytest.raises(Fault) as caught:
        parse(text)
    assert (caught.value.code, caught.value.facts) == ("period-date", {"text": text, "first": first, "last": last})
    assert parse(first) <= parse(last)


@pytest.mark.parametrize(
    ("text", "meant", "planned"),
    [
        ("上半年", "2022-S1", "2022-S1"),
        ("1—7月", "2022-01-01/P7M", "2022-01-01/P7M"),
        ("前7个月", "2022-01-01/P7M", "2022-01-01/P7M"),
        ("前三季度", "2021-01-01/P9M", "2022-01-01/P9M"),
        ("8月", "2022-08", "2022-08"),
        ("9月", "2021-09", "2022-09"),
        ("5月1日—7日", "2022-05-01/P7D", "2022-05-01/P7D"),
        ("截至6月末", "2022-06", "2022-06"),
        ("年底", "2021-12", "2022-12"),
        ("全年", "2021", "2022"),
        ("今年上半年", "2022-S1", "2022-S1"),
        ("去年", "2021", "2021"),
        ("去年年底", "2021-12", "2021-12"),
        ("上月", "2022-07", "2022-07"),
        ("本月", "2022-08", "2022-08"),
        ("first half", "2022-S1", "2022-S1"),
        ("the first half of the year", "2022-S1", "2022-S1"),
        ("January–July", "2022-01-01/P7M", "2022-01-01/P7M"),
        ("by the end of June", "2022-06", "2022-06"),
        ("year to June", "2021-07-01/P12M", "2021-07-01/P12M"),
        ("last month", "2022-07", "2022-07"),
        ("this year", "2022", "2022"),
        ("2022年上半年", "", ""),
        ("春节", "", ""),
        ("今年以来", "", ""),
        ("6", "", ""),
        ("1-7", "", ""),
    ],
)
def test_the_date_of_the_article_completes_what_has_no_year(text: str, meant: str, planned: str) -> None:
    august = parse("2022-08")
    assert (complete(text, august), complete(text, august, planned=True)) == (meant, planned)


def test_a_month_before_an_article_whose_month_is_not_known() -> None:
    assert not complete("上月", parse("2022"))
    assert complete("上半年", parse("2022")) == "2022-S1"


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


@pytest.mark.parametrize("read", [parse, parse_date])
def test_long_text_is_shortened(read: object) -> None:
    assert callable(read)
    with pytest.raises(Fault) as caught:
        read("2022-" * 100_000)
    assert caught.value.facts["text"] == ("2022-" * 12)[:59] + "…"


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


PIECES = (
    *("2022", "二〇二二年", "2099", "年", "月", "日", "上半年", "末", "截至", "十三五", "期间"),
    *("12", "31", "6", "-", "/", "—", "至", "P", "D", "M", "Y", "W", "S", "Q"),
    *("去年", "上月", "旬", "year to ", "June ", "end of ", "twelve months to "),
)


def texts() -> st.SearchStrategy[str]:
    joined = st.lists(st.sampled_from(PIECES), max_size=7).map("".join)
    return st.text() | st.text("0123456789-/.PMQSHT年月日上下半季度至— ", max_size=24) | joined


@given(texts(), days(), st.booleans())
def test_what_completes_a_text_is_a_period(text: str, day: date, planned: bool) -> None:
    meant = complete(text, parse(day.isoformat()), planned=planned)
    assert not meant or parse(meant).text == meant


@given(texts())
def test_any_text_is_a_period_or_a_fault(text: str) -> None:
    for read in (parse, parse_date):
        try:
            period = read(text)
        except Fault as fault:
            code, suggestion = fault.code, fault.facts.get("suggestion", "")
        else:
            code, suggestion = "", period.text
        assert code in FAULTS | {""}
        assert not suggestion or parse(suggestion).text == suggestion


def test_months_are_short_in_a_narrow_column() -> None:
    period = parse("2024-01-01/P9M")
    assert (period.short_label("en"), period.short_label("zh")) == ("Jan–Sep 2024", "2024年1—9月")
    assert parse("2025-06-17").short_label("en") == "17 Jun 2025"
