"""SDMX time formats → periods that know their days, their length, their names and their neighbour a year earlier."""

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
_SHOWN: Final = 60  # characters of a wrong text that a problem repeats

_MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days. Start and end identify it: they alone are compared, ordered and hashed."""

    text: str = field(compare=False)  # canonical, so that parse(period.text) == period
    kind: PeriodKind = field(compare=False)
    start: date
    end: date  # the last day, inclusive
    months: int = field(compare=False)  # 0 for a day

    @property
    def length(self) -> str:
        """The key of comparison: periods are alike only where it is equal, and months up to a date are a kind apart."""
        if self.kind == "year":
            return "P1Y"
        if self.kind == "day":
            return "P1D"
        return f"YTD-P{self.months}M" if self.kind == "to-date" else f"P{self.months}M"

    def label(self, lang: Lang) -> str:
        """The period's name in a sentence or on an axis: 2022年上半年, H1 2022."""
        return _label_zh(self) if lang == "zh" else _label_en(self)

    def share_of_year(self) -> Fraction:
        """Share of the calendar year gone at the period's end: by months, or by days where no month ends with it."""
        if self.kind != "day" and self.end.day == monthrange(self.end.year, self.end.month)[1]:
            return Fraction(self.end.month, 12)
        return Fraction(self.end.timetuple().tm_yday, date(self.end.year, 12, 31).timetuple().tm_yday)

    def year_earlier(self) -> "Period":
        """The same period a year earlier, 28 February for a 29th. That of 1900 has dates, but no text that parses."""
        start = _add_months(self.start, -12)
        return _day(start) if self.kind == "day" else _span(start, self.months)

    def year(self) -> "Period":
        """The calendar year in which it ends."""
        return _span(date(self.end.year, 1, 1), 12)

    def without(self, shorter: "Period") -> "Period | None":
        """What is left of it after a shorter one that begins on the same day: January to July less a half is July.

        None where they do not begin together, or what is left is not made of whole months.
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
    """The period of an SDMX time format.

    Raises Fault: ``period-form`` (text, suggestion) for another way of writing,
    ``period-date`` (text, first, last: what could stand there) for a date that does not exist or is out of range.
    """
    period = _take(text)
    if period is None:
        raise Fault("period-form", text=_shorten(text), suggestion=_suggest(text))
    return period


def parse_date(text: str) -> Period:
    """A date as exactly as it is known: a year, a month or a day.

    Raises Fault: ``date-form`` (text, suggestion), or ``period-date`` as parse does.
    """
    if _DATE.fullmatch(text):
        return parse(text)
    suggestion = _suggest(text)
    raise Fault("date-form", text=_shorten(text), suggestion=suggestion if _DATE.fullmatch(suggestion) else "")


def _take(text: str) -> Period | None:
    """The period, or None where the text is none of the formats."""
    found = _FORM.fullmatch(text)
    if found is None:
        return None
    year = _within(text, found["y"], (FIRST_YEAR, LAST_YEAR), "{}")
    if found["h"]:
        half = _within(text, found["h"], (1, 2), f"{year}-S{{}}")
        return _span(date(year, half * 6 - 5, 1), 6)
    if found["q"]:
        quarter = _within(text, found["q"], (1, 4), f"{year}-Q{{}}")
        return _span(date(year, quarter * 3 - 2, 1), 3)
    if found["m"]:
        return _dated(found, year)
    return _span(date(year, 1, 1), 12)


def _dated(found: re.Match[str], year: int) -> Period:
    text = found[0]
    month = _within(text, found["m"], (1, 12), f"{year}-{{:02}}")
    if not found["d"]:
        return _span(date(year, month, 1), 1)
    day = _within(text, found["d"], (1, monthrange(year, month)[1]), f"{year}-{month:02}-{{:02}}")
    start = date(year, month, day)
    if not found["n"]:
        return _day(start)
    # Two months from 2 November end in January: up to the end of the last year there is one month fewer for them.
    room = (LAST_YEAR - year) * 12 + 13 - month - (day > 1)
    return _span(start, _within(text, found["n"], (1, room), f"{start}/P{{}}M"))


def _within(text: str, digits: str, bounds: tuple[int, int], form: str) -> int:
    low, high = bounds
    if low <= int(digits) <= high:
        return int(digits)
    raise Fault("period-date", text=_shorten(text), first=form.format(low), last=form.format(high))


def _day(start: date) -> Period:
    return Period(start.isoformat(), "day", start, start, 0)


def _span(start: date, months: int) -> Period:
    """So many months from a day on, under the shortest of its names: six months from January are a half-year."""
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
    """So many months later, on the last day of a month that is too short."""
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


# --- what somebody may have meant ------------------------------------------------------------------------------------

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
    """The canonical text of what somebody may have meant, or an empty one."""
    plain = unicodedata.normalize("NFKC", text[:_SHOWN]).upper()
    plain = re.sub(_ENGLISH_MONTH, _number_english, plain)
    plain = re.sub(_CHINESE_MONTH, lambda found: str(sum(_CHINESE[char] for char in found[0])), plain)
    plain = "".join(plain.split())
    found = [parts.groupdict() for parts in (re.fullmatch(way, plain) for way in _WAYS) if parts]
    for written, last in ((plain, None), *((_written(parts), parts.get("last")) for parts in found)):
        try:
            period = _take(written)
        except Fault:
            continue
        if period and (last is None or period.end.day == int(last)):
            return period.text
    return ""


def _number_english(found: re.Match[str]) -> str:
    names = [name[:3].upper() for name in _MONTHS]
    return f"M{names.index(found[0][:3]) + 1:02}"


def _written(parts: Mapping[str, str]) -> str:
    """The parts of a period as one of the formats; whether it exists is not asked here."""
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
