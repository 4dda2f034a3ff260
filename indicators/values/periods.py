"""SDMX time formats → periods with their days, length, names and neighbours in time.

See “Time and Time Format” in the SDMX Technical Notes (section 6 of the SDMX standards).
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Final, Literal

from indicators.values.problems import Fault
from indicators.values.text import Lang

PeriodKind = Literal["year", "half", "quarter", "month", "day", "to-date", "range"]

FAULTS: Final[frozenset[str]] = frozenset({"period-form", "period-date", "date-form"})

FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2100
_SHOWN: Final = 60  # characters of a wrong text that a problem quotes

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included. Start and end alone are compared, ordered and hashed."""

    text: str = field(compare=False)  # canonical, so that parse(period.text) == period
    kind: PeriodKind = field(compare=False)
    start: date
    end: date  # the last day, inclusive
    months: int = field(compare=False)  # 0 for a day

    @property
    def length(self) -> str:
        """An ISO 8601 duration, by which periods are comparable: P1Y, P6M, P1D, and YTD-P7M for January to July."""
        if self.kind == "year":
            return "P1Y"
        if self.kind == "day":
            return "P1D"
        return f"YTD-P{self.months}M" if self.kind == "to-date" else f"P{self.months}M"

    def label(self, lang: Lang) -> str:
        """The name of the period in a sentence or on an axis: 2022年上半年, H1 2022."""
        return _label_zh(self) if lang == "zh" else _label_en(self)

    def share_of_year(self) -> Fraction:
        """Share of the calendar year that is over at its end: by months, or by days where it does not end a month."""
        if self.kind != "day" and self.end.day == monthrange(self.end.year, self.end.month)[1]:
            return Fraction(self.end.month, 12)
        return Fraction(self.end.timetuple().tm_yday, date(self.end.year, 12, 31).timetuple().tm_yday)

    def year_earlier(self) -> "Period":
        """The same period a year earlier, 28 February for a 29th; before FIRST_YEAR its text cannot be parsed."""
        start = _add_months(self.start, -12)
        return _day(start) if self.kind == "day" else _span(start, self.months)

    def year(self) -> "Period":
        """The calendar year in which it ends."""
        return _span(date(self.end.year, 1, 1), 12)

    def moment(self) -> "Period":
        """The month at whose end it ends, or else its last day: the same for all periods that end together."""
        if self.end.day < monthrange(self.end.year, self.end.month)[1]:
            return _day(self.end)
        return _span(self.end.replace(day=1), 1)

    def within(self, longer: "Period") -> bool:
        """True where all of its days lie in the other."""
        return longer.start <= self.start and self.end <= longer.end

    def without(self, shorter: "Period") -> "Period | None":
        """The rest after a shorter period that begins on the same day: January to July without H1 is July.

        None where they begin on different days, or the rest is not made of whole months.
        """
        months = self.months - shorter.months
        if self.start != shorter.start or shorter.months < 1 or months < 1:
            return None
        return _span(_add_months(self.start, shorter.months), months)


# --- from text -------------------------------------------------------------------------------------------------------

_FORM: Final = re.compile(
    r"(?P<y>[0-9]{4})"
    r"(?:-S(?P<h>[0-9])|-Q(?P<q>[0-9])|-(?P<m>[0-9]{2})(?:-(?P<d>[0-9]{2})(?:/P(?P<n>[1-9][0-9]{0,3})M)?)?)?"
)
_DATE: Final = re.compile(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """The period of an SDMX time format: 2022, 2022-S1, 2022-Q2, 2022-06, 2022-07-22, 2024-01-01/P7M.

    Raises Fault: ``period-form`` (text, suggestion) for another way of writing, ``period-date`` (text, and the first
    and last that are possible) for a date that does not exist or is out of range.
    """
    period = _take(text)
    if period is None:
        raise Fault("period-form", text=_shorten(text), suggestion=_suggest(text))
    return period


def parse_date(text: str) -> Period:
    """A date that is known to the year, the month or the day.

    Raises Fault: ``date-form`` (text, suggestion), or ``period-date`` as ``parse`` does.
    """
    if _DATE.fullmatch(text):
        return parse(text)
    suggestion = _suggest(text)
    raise Fault("date-form", text=_shorten(text), suggestion=suggestion if _DATE.fullmatch(suggestion) else "")


def _take(text: str) -> Period | None:
    """The period of a text in one of the formats, or None."""
    parts = _FORM.fullmatch(text)
    if parts is None:
        return None
    year = _within(text, parts["y"], (FIRST_YEAR, LAST_YEAR), "{}")
    if parts["h"]:
        half = _within(text, parts["h"], (1, 2), f"{year}-S{{}}")
        return _span(date(year, half * 6 - 5, 1), 6)
    if parts["q"]:
        quarter = _within(text, parts["q"], (1, 4), f"{year}-Q{{}}")
        return _span(date(year, quarter * 3 - 2, 1), 3)
    if parts["m"]:
        return _dated(parts, year)
    return _span(date(year, 1, 1), 12)


def _dated(parts: re.Match[str], year: int) -> Period:
    text = parts[0]
    month = _within(text, parts["m"], (1, 12), f"{year}-{{:02}}")
    if not parts["d"]:
        return _span(date(year, month, 1), 1)
    day = _within(text, parts["d"], (1, monthrange(year, month)[1]), f"{year}-{month:02}-{{:02}}")
    start = date(year, month, day)
    if not parts["n"]:
        return _day(start)
    # Two months from 2 November end in January: from a later day than the first, one month fewer is left.
    room = (LAST_YEAR - year) * 12 + 13 - month - (day > 1)
    return _span(start, _within(text, parts["n"], (1, room), f"{start}/P{{}}M"))


def _within(text: str, digits: str, bounds: tuple[int, int], form: str) -> int:
    low, high = bounds
    if low <= int(digits) <= high:
        return int(digits)
    raise Fault("period-date", text=_shorten(text), first=form.format(low), last=form.format(high))


def _day(start: date) -> Period:
    return Period(start.isoformat(), "day", start, start, 0)


def _span(start: date, months: int) -> Period:
    """The period of so many months from a day on, with its shortest text: six months from January are a half-year."""
    end = _add_months(start, months) - timedelta(days=1)
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


def _add_months(start: date, months: int) -> date:
    """The day so many months later, or the last day of that month if it is shorter."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


# --- names -----------------------------------------------------------------------------------------------------------


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
    if start.day > 1:
        return f"{start.year}年{start.month}月{start.day}日—{year}{end.month}月{end.day}日"
    return f"{start.year}年{start.month}{'月' if year else ''}—{year}{end.month}月"


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
            return f"{_MONTHS[start.month - 1]} {start.year}"
        case "day":
            return f"{start.day} {_MONTHS[start.month - 1]} {start.year}"
    return _stretch_en(start, period.end)


def _stretch_en(start: date, end: date) -> str:
    first, last = _MONTHS[start.month - 1], _MONTHS[end.month - 1]
    year = "" if end.year == start.year else f" {start.year}"
    if start.day > 1:
        return f"{start.day} {first}{year} – {end.day} {last} {end.year}"
    return f"{first}{year} – {last} {end.year}" if year else f"{first}–{last} {end.year}"


# --- suggestions -----------------------------------------------------------------------------------------------------

_YEAR: Final = r"(?P<y>[0-9]{4})"
_THEN: Final = _YEAR + "[-/.年]?"
_MONTH: Final = r"(?P<m>[0-9]{1,2})"
_TO: Final = r"(?:[-‐-―−~〜/至到]|\.\.+|TO)"
_LAST: Final = r"(?P<to>0?[1-9]|1[0-2])"
_END: Final = rf"(?P<end>[0-9]{{4}})[-/.年]{_LAST}"
# English months arrive here as M01 to M12, all white space is gone, and letters are capitals.
_WAYS: Final = (
    rf"{_YEAR}(?:年度?|-?A1)?(?:全年)?",
    rf"{_THEN}[HS](?P<h>[12])",
    rf"[HS](?P<h>[12])-?{_YEAR}",
    rf"(?P<h>[12])H{_YEAR}",
    rf"{_THEN}(?P<h>上|下)半年",
    rf"{_THEN}Q(?P<q>[1-4])",
    rf"Q(?P<q>[1-4])-?{_YEAR}",
    rf"(?P<q>[1-4])Q{_YEAR}",
    rf"{_THEN}第?(?P<q>[1-4一二三四])季度?",
    rf"{_YEAR}[-/.年]{_MONTH}(?:月份?)?",
    rf"{_THEN}M?(?P<m>[0-9]{{2}})",
    rf"M(?P<m>[0-9]{{2}}),?{_YEAR}",
    rf"{_YEAR}[-/.年]{_MONTH}[-/.月](?P<d>[0-9]{{1,2}})[日号]?(?:T.*)?",
    rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})",
    rf"(?P<d>[0-9]{{1,2}})M(?P<m>[0-9]{{2}}),?{_YEAR}",
    rf"M(?P<m>[0-9]{{2}})(?P<d>[0-9]{{1,2}}),{_YEAR}",
    rf"{_THEN}{_MONTH}月?{_TO}{_LAST}月份?",
    rf"{_YEAR}[-/.年]{_MONTH}(?:月份?)?{_TO}{_END}(?:月份?)?",
    rf"{_YEAR}[-/.年]{_MONTH}[-/.月]0?1日?{_TO}{_END}[-/.月](?P<last>[0-9]{{1,2}})日?",
    rf"M(?P<m>[0-9]{{2}}){_TO}M{_LAST},?{_YEAR}",
    rf"M(?P<m>[0-9]{{2}}){_YEAR}{_TO}M{_LAST}(?P<end>[0-9]{{4}})",
    rf"{_THEN}前(?P<n>[0-9]{{1,2}}|[一二三四五六七八九十两])个?月",
    rf"{_THEN}前(?P<quarters>[23两二三])个?季度",
    rf"{_YEAR}-{_MONTH}(?:-0?1)?/P0*(?P<n>[0-9]{{1,4}})M?",
    rf"{_YEAR}-{_MONTH}(?:-0?1)?/P0*(?P<years>[0-9]{{1,2}})Y",
)
_CHINESE: Final = {char: number for number, char in enumerate("一二三四五六七八九十", 1)} | {"两": 2, "上": 1, "下": 2}
_CHINESE_MONTH: Final = r"十[一二]|[一二三四五六七八九十](?=月)"
_ENGLISH_MONTH: Final = "|".join(rf"{name.upper()}|{name[:3].upper()}\b\.?" for name in _MONTHS) + r"|SEPT\b\.?"


def _suggest(text: str) -> str:
    """The canonical text of what was probably meant, or the empty string."""
    plain = unicodedata.normalize("NFKC", text[:_SHOWN]).upper()
    plain = re.sub(_ENGLISH_MONTH, _number_english, plain)
    plain = re.sub(_CHINESE_MONTH, lambda month: str(sum(_CHINESE[char] for char in month[0])), plain)
    plain = "".join(plain.split())
    ways = [parts.groupdict() for parts in (re.fullmatch(way, plain) for way in _WAYS) if parts]
    for written, last in ((plain, None), *((_written(parts), parts.get("last")) for parts in ways)):
        try:
            period = _take(written)
        except Fault:
            continue
        if period and (last is None or period.end.day == int(last)):
            return period.text
    return ""


def _number_english(month: re.Match[str]) -> str:
    names = [name[:3].upper() for name in _MONTHS]
    return f"M{names.index(month[0][:3]) + 1:02}"


def _written(parts: Mapping[str, str]) -> str:
    """The parts of a period in one of the formats, whether it exists or not."""
    numbers = {name: _CHINESE.get(part) or int(part) for name, part in parts.items()}
    year, month = numbers["y"], numbers.get("m", 1)
    if "h" in numbers:
        return f"{year}-S{numbers['h']}"
    if "q" in numbers:
        return f"{year}-Q{numbers['q']}"
    if "d" in numbers:
        return f"{year}-{month:02}-{numbers['d']:02}"
    months = numbers.get("n", 0) or numbers.get("quarters", 0) * 3 or numbers.get("years", 0) * 12
    if "to" in numbers:
        months = (numbers.get("end", year) - year) * 12 + numbers["to"] - month + 1
    if not numbers.keys().isdisjoint({"n", "quarters", "years", "to"}):
        return f"{year}-{month:02}-01/P{months}M"
    return f"{year}-{month:02}" if "m" in numbers else f"{year}"
