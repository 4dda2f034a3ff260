"""SDMX time formats → periods with their days, length, names and neighbours in time.

See “Time and Time Format” in the SDMX Technical Notes (section 6 of the SDMX standards).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from indicators.values import period_words
from indicators.values.dates import MONTHS, Stretch, add_months, is_month_end, month_end, whole_months, year_before
from indicators.values.problems import Fault
from indicators.values.text import Lang

PeriodKind = Literal["year", "half", "quarter", "month", "day", "to-date", "range", "days"]

FAULTS: Final[frozenset[str]] = frozenset({"period-form", "period-date", "date-form"})

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
MOST_DAYS: Final = 366
"""The most days that a period of days has; longer ones are made of months."""
_SHOWN: Final = 60  # characters of a wrong text that a problem quotes

_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included. Start and end alone are compared, ordered and hashed."""

    text: str = field(compare=False)  # canonical, so that parse(period.text) == period
    kind: PeriodKind = field(compare=False)
    start: date
    end: date  # the last day, inclusive
    months: int = field(compare=False)  # 0 where it is made of days

    @property
    def length(self) -> str:
        """An ISO 8601 duration, by which periods are comparable: P1Y, P6M, P1D, P7D, and YTD-P7M for January to July.

        That of 1 January to 29 March is YTD-P2M29D, in leap years, too.
        """
        if self.kind == "year":
            return "P1Y"
        if self.months:
            return f"YTD-P{self.months}M" if self.kind == "to-date" else f"P{self.months}M"
        if self.kind == "to-date":
            return f"YTD-P{self.end.month - 1}M{self.end.day}D"
        return f"P{(self.end - self.start).days + 1}D"

    def label(self, lang: Lang) -> str:
        """The name of the period in a sentence or on an axis: 2022年上半年, H1 2022."""
        return _label_zh(self) if lang == "zh" else _label_en(self)

    def short_label(self, lang: Lang) -> str:
        """The name in a narrow column, English months with three letters: Jan–Jul 2024."""
        return _LONG_MONTH.sub(lambda month: month[0][:3], self.label(lang))

    def share_of_year(self) -> Fraction:
        """Share of the calendar year that is over at its end: by months, or by days where it does not end a month."""
        if self.kind != "day" and is_month_end(self.end):
            return Fraction(self.end.month, 12)
        return Fraction(self.end.timetuple().tm_yday, date(self.end.year, 12, 31).timetuple().tm_yday)

    @lru_cache(maxsize=4096)  # noqa: B019  # periods are few, and equal ones are one
    def year_earlier(self) -> "Period | None":
        """The same period a year earlier, 28 February for a 29th; before FIRST_YEAR its text cannot be parsed.

        None for a period of days that does not begin the year: the holiday week of 2022 was not 21–27 January.
        """
        if self.kind == "days":
            return None
        start = year_before(self.start)
        return _of_months(start, self.months) if self.months else between(start, year_before(self.end))

    def year(self) -> "Period":
        """The calendar year in which it ends."""
        return _of_months(date(self.end.year, 1, 1), 12)

    def moment(self) -> "Period":
        """The month at whose end it ends, or else its last day: the same for all periods that end together."""
        return _of_months(self.end.replace(day=1), 1) if is_month_end(self.end) else _of_day(self.end)

    def within(self, longer: "Period") -> bool:
        """True where all of its days lie in the other."""
        return longer.start <= self.start and self.end <= longer.end

    def without(self, shorter: "Period") -> "Period | None":
        """The rest after a shorter period that begins on the same day: January to July without H1 is July.

        None where they begin on different days, nothing is left, or the rest has no form (see ``between``).
        """
        return between(shorter.end + _DAY, self.end) if self.start == shorter.start else None


def between(start: date, end: date) -> Period | None:
    """The period from one day to another, both included; None where no form holds so many days, or there are none.

    There is one form for each stretch of days. From the first of a month to the end of one it is made of months, and so
    is a whole number of months longer than MOST_DAYS; all others are made of days: 2023-01-21/P7D.
    """
    if end <= start:
        return _of_day(start) if end == start else None
    days = (end - start).days + 1
    if days <= MOST_DAYS and not (start.day == 1 and is_month_end(end)):
        to_date = start.month == start.day == 1 and end.month > 1 and end.year == start.year
        return Period(f"{start}/P{days}D", "to-date" if to_date else "days", start, end, 0)
    months = whole_months((start, end))
    return _of_whole_months((start, end), months) if months else None


def _of_day(start: date) -> Period:
    return Period(start.isoformat(), "day", start, start, 0)


@lru_cache(maxsize=1024)
def _of_months(start: date, months: int) -> Period:
    period = between(start, add_months(start, months) - _DAY)
    if period is None:
        raise ValueError((start, months))
    return period


def _of_whole_months(stretch: Stretch, months: int) -> Period:
    """The period of so many months from a day on, with its shortest text: six months from January are a half-year."""
    start, end = stretch
    aligned = start.day == 1 and (start.month - 1) % months == 0
    if aligned and months == 12:
        return Period(f"{start.year}", "year", start, end, months)
    if aligned and months == 6:
        return Period(f"{start.year}-S{start.month // 6 + 1}", "half", start, end, months)
    if aligned and months == 3:
        return Period(f"{start.year}-Q{start.month // 3 + 1}", "quarter", start, end, months)
    if aligned and months == 1:
        return Period(f"{start:%Y-%m}", "month", start, end, months)
    to_date = start.month == start.day == 1 and months < 12
    return Period(f"{start}/P{months}M", "to-date" if to_date else "range", start, end, months)


# --- from text -------------------------------------------------------------------------------------------------------

_FORM: Final = re.compile(
    r"(?P<y>[0-9]{4})(?:-S(?P<h>[0-9])|-Q(?P<q>[0-9])"
    r"|-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2})(?:/P(?P<n>[1-9][0-9]{0,3})(?P<unit>[MD]))?)?)?"
)
_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period of an SDMX time format: 2022, 2022-S1, 2022-Q2, 2022-06, 2022-07-22, 2024-01-01/P7M, 2023-01-21/P7D.

    Raises Fault: ``period-form`` (text, suggestion) for another way of writing, ``period-date`` (text, and the first
    and last that are possible) for a date that does not exist or is out of range.
    """
    period = _take(text)
    if period is None:
        raise Fault("period-form", text=_shorten(text), suggestion=_first(period_words.stretches(text)))
    return period


def parse_date(text: str) -> Period:
    """A date that is known to the year, the month or the day.

    Raises Fault: ``date-form`` (text, suggestion), or ``period-date`` as ``parse`` does.
    """
    if _DATE.fullmatch(text):
        return parse(text)
    suggestion = _first(period_words.stretches(text))
    raise Fault("date-form", text=_shorten(text), suggestion=suggestion if _DATE.fullmatch(suggestion) else "")


def certain(text: str, *, day: bool = False) -> str:
    """What a text in another form means where it can mean nothing else (2023年上半年 is 2023-S1), or the empty string.

    A ``day`` is a date that is known to the year, the month or the day.
    """
    stretch = period_words.certain(text)
    period = _first([stretch]) if stretch else ""
    return period if not day or _DATE.fullmatch(period) else ""


def complete(text: str, published: Period, *, planned: bool = False) -> str:
    """What a text without a year (上半年, last year) means in an article of that date, or the empty string.

    It is the last one that was over when the article was published, or, of what is ``planned``, that of the same year.
    """
    return _first(period_words.completed(text, (published.start, published.end), planned=planned))


def _first(stretches: Iterable[Stretch]) -> str:
    """The text of the first stretch that has one and is in range, or the empty string."""
    periods = (between(*stretch) for stretch in stretches)
    in_range = (period for period in periods if period and FIRST_YEAR <= period.start.year <= period.end.year)
    return next((period.text for period in in_range if period.end.year <= LAST_YEAR), "")


def _take(text: str) -> Period | None:
    """The period of a text in one of the formats, or None."""
    parts = _FORM.fullmatch(text)
    if parts is None:
        return None
    year = _within(text, parts["y"], (FIRST_YEAR, LAST_YEAR), "{}")
    if parts["h"]:
        half = _within(text, parts["h"], (1, 2), f"{year}-S{{}}")
        return _of_months(date(year, half * 6 - 5, 1), 6)
    if parts["q"]:
        quarter = _within(text, parts["q"], (1, 4), f"{year}-Q{{}}")
        return _of_months(date(year, quarter * 3 - 2, 1), 3)
    if parts["m"]:
        return _dated(parts, year)
    return _of_months(date(year, 1, 1), 12)


def _dated(parts: re.Match[str], year: int) -> Period | None:
    text = parts[0]
    month = _within(text, parts["m"], (1, 12), f"{year}-{{:02}}")
    first = date(year, month, 1)
    if not parts["d"]:
        return _of_months(first, 1)
    day = _within(text, parts["d"], (1, month_end(first).day), f"{year}-{month:02}-{{:02}}")
    start = first.replace(day=day)
    if not parts["n"]:
        return _of_day(start)
    if parts["unit"] == "D":
        room = min((date(LAST_YEAR, 12, 31) - start).days + 1, MOST_DAYS)
        days = _within(text, parts["n"], (1, room), f"{start}/P{{}}D")
        return between(start, start + (days - 1) * _DAY)
    # Two months from 2 November end in January: from a later day than the first, one month fewer is left.
    room = (LAST_YEAR - year) * 12 + 13 - month - (day > 1)
    return _of_months(start, _within(text, parts["n"], (1, room), f"{start}/P{{}}M"))


def _within(text: str, digits: str, bounds: tuple[int, int], form: str) -> int:
    low, high = bounds
    if low <= int(digits) <= high:
        return int(digits)
    raise Fault("period-date", text=_shorten(text), first=form.format(low), last=form.format(high))


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


# --- names -----------------------------------------------------------------------------------------------------------

_LONG_MONTH: Final = re.compile("|".join(MONTHS))


def _is_of_years(start: date, end: date) -> bool:
    """True of several whole calendar years, which are named by the first and the last: 2021–2025."""
    return end.year > start.year and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31)


def _label_zh(period: Period) -> str:
    start = period.start
    match period.kind:
        case "year":
            return f"{start.year}年"
        case "half":
            return f"{start.year}年{'上' if start.month == 1 else '下'}半年"
        case "quarter":
            return f"{start.year}年第{'一二三四'[start.month // 3]}季度"
        case "month":
            return f"{start.year}年{start.month}月"
        case "day":
            return f"{start.year}年{start.month}月{start.day}日"
    return _stretch_zh(start, period.end)


def _stretch_zh(start: date, end: date) -> str:
    year = "" if end.year == start.year else f"{end.year}年"
    if _is_of_years(start, end):
        return f"{start.year}—{year}"
    if start.day == 1 and is_month_end(end):
        return f"{start.year}年{start.month}{'月' if year else ''}—{year}{end.month}月"
    month = "" if (start.year, start.month) == (end.year, end.month) else f"{end.month}月"
    return f"{start.year}年{start.month}月{start.day}日—{year}{month}{end.day}日"


def _label_en(period: Period) -> str:
    start = period.start
    match period.kind:
        case "year":
            return f"{start.year}"
        case "half":
            return f"H{start.month // 6 + 1} {start.year}"
        case "quarter":
            return f"Q{start.month // 3 + 1} {start.year}"
        case "month":
            return f"{MONTHS[start.month - 1]} {start.year}"
        case "day":
            return f"{start.day} {MONTHS[start.month - 1]} {start.year}"
    return _stretch_en(start, period.end)


def _stretch_en(start: date, end: date) -> str:
    first, last = MONTHS[start.month - 1], MONTHS[end.month - 1]
    year = "" if end.year == start.year else f" {start.year}"
    if _is_of_years(start, end):
        return f"{start.year}–{end.year}"
    if start.day == 1 and is_month_end(end):
        return f"{first}{year} – {last} {end.year}" if year else f"{first}–{last} {end.year}"
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{end.day} {last} {end.year}"
    return f"{start.day} {first}{year} – {end.day} {last} {end.year}"
