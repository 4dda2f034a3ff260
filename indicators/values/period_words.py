"""What people write for a period (2022年上半年, year to June 2022, 十三五期间) → the days that they mean."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from indicators.values.dates import MONTHS, Stretch, add_months, is_month_end, month_end

_LONGEST: Final = 60
"""Characters of a text that are looked at."""
_DAY: Final = timedelta(days=1)


def stretches(text: str) -> Iterator[Stretch]:
    """The first and last days that a text of another form than SDMX's may mean, most likely first."""
    yield from _read(_plain(text))


def certain(text: str) -> Stretch | None:
    """The days that a text means which names its year in digits, and which only one way of writing reads.

    None for what may be the days of a whole period or their end (2022年底), and for what is counted back or over years.
    """
    if len(text) > _LONGEST or not _YEAR_IN_DIGITS.search(unicodedata.normalize("NFKC", text)):
        return None
    parts = [match.groupdict() for way in _WAYS if (match := way.fullmatch(_plain(text)))]
    read = {_stretch(part) for part in parts if part.get("y") and not part.get("end")}
    return read.pop() if len(read) == 1 and len(parts) == len([part for part in parts if part.get("y")]) else None


_YEAR_IN_DIGITS: Final = re.compile("(?<![0-9])[0-9]{4}(?![0-9])|^[0-9]{6}(?:[0-9]{2})?$")


def completed(text: str, published: Stretch, *, planned: bool) -> Iterator[Stretch]:
    """What a text without a year means in an article that was published between two days.

    去年 and 上月 count from the date of the article; otherwise the year is the last one in which the period was over or
    nearly so (a month or a day: had begun) when it was published, and of what is planned the same year.
    """
    plain = _BEFORE.sub("", _plain(text))
    if re.search("(?<!M)[0-9]{4}", plain) or not re.search(r"[^\W\d_]", plain):
        return
    year = published[1].year
    relative = _THIS_MONTH.sub(lambda month: _month_of(month[0], published), plain)
    relative = _THIS_YEAR.sub(
        lambda word: f"{year + _YEARS[word['zh']]}年" if word["zh"] else f"{year + _YEARS[word['en']]}", relative
    )
    if relative != plain:
        yield from _read(relative)
        return
    for number in (year,) if planned else (year, year - 1):
        for form in (f"{number}年{plain}", f"{plain}{number}", f"{plain},{number}"):
            yield from (stretch for stretch in _read(form) if planned or _is_past(stretch, published[1]))


_YEARS: Final = {"前": -2, "去": -1, "上": -1, "今": 0, "本": 0, "明": 1, "LAST": -1, "THIS": 0, "THE": 0, "NEXT": 1}
_THIS_YEAR: Final = re.compile("(?P<zh>[前去上今本明])年|(?:OF)?(?P<en>LAST|THIS|NEXT|(?<=OF)THE)YEAR")
_THIS_MONTH: Final = re.compile("[本当上]个?月|(?:THIS|LAST)MONTH")


def _month_of(word: str, published: Stretch) -> str:
    """The month that 本月 or 上月 is in an article, or the word itself if the month of the article is not known."""
    first = published[0].replace(day=1)
    if published[1] > month_end(first):
        return word
    return f"{add_months(first, -1) if word[0] in '上L' else first:%Y-%m}"


def _is_past(stretch: Stretch, day: date) -> bool:
    start, end = stretch
    if end <= month_end(start):
        return start <= day
    return end - (_LAST_HALF_OF_QUARTER if end - start <= _QUARTER else _LAST_DAYS) <= day


_QUARTER: Final = timedelta(days=92)
_LAST_HALF_OF_QUARTER: Final = timedelta(days=45)
"""四季度 in an article of 29 November is the one of the year."""
_LAST_DAYS: Final = timedelta(days=10)
"""上半年 in an article of 28 June is the one that ends then."""


# --- one way of writing ----------------------------------------------------------------------------------------------

_DIGITS: Final = {char: digit for digit, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "○": 0, "两": 2}
_TENS: Final = r"[二三]?十[一二三四五六七八九]?|[一二两三四五六七八九]"
_PLAN: Final = re.compile(
    r"^第?([六七八九]|十[一二三四五六七八]?)个?五(?:年?(?:规划|计划))?(?:期间|时期)?(?=[末底]|$)"
    r"|(?<![0-9])([0-9]{1,2})TH(?:FIVE|5)-?YEARPLAN(?:PERIOD)?"
)
_MONTHS: Final = [name.upper() for name in MONTHS]
_ENGLISH_MONTH: Final = re.compile(
    rf"(?<![A-Z])(?:{'|'.join([*_MONTHS, *(name[:3] for name in _MONTHS), 'SEPT'])})(?![A-Z])\.?"
)
_ENGLISH_NUMBERS: Final = (
    *("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX"),
    *("SEVEN", "EIGHT", "NINE", "TEN", "ELEVEN", "TWELVE"),
)
_ORDINALS: Final = ["FIRST", "SECOND", "THIRD", "FOURTH"]
_IN_ORDER: Final[Mapping[str, Sequence[str]]] = {"h": ("上", "下"), "third": ("上", "中", "下"), "years": ("YEAR",)}


def _plain(text: str) -> str:
    """A text in capitals without white space and quotation marks; months, years and numbers in words are digits."""
    plain = unicodedata.normalize("NFKC", text[:_LONGEST]).upper()
    plain = _ENGLISH_MONTH.sub(_number_english, plain)
    plain = re.sub("[\\s“”‘’\"']", "", plain)
    plain = re.sub(
        "[〇○零一二三四五六七八九]{4}(?=年|$)", lambda year: "".join(str(_DIGITS[c]) for c in year[0]), plain
    )
    plain = _PLAN.sub(_years_of_plan, plain)
    return re.sub(rf"(?:{_TENS})(?=个?月|[日号]|个?季度)", lambda number: str(_chinese(number[0])), plain)


def _number_english(month: re.Match[str]) -> str:
    return f"M{[name[:3] for name in _MONTHS].index(month[0][:3]) + 1:02}"


def _years_of_plan(plan: re.Match[str]) -> str:
    """The five years of a Five-Year Plan: the third began in 1966, the thirteenth in 2016."""
    number = int(plan[2]) if plan[2] else _chinese(plan[1])
    return f"{1951 + 5 * number}-{1955 + 5 * number}"


def _chinese(number: str) -> int:
    tens, ten, units = number.rpartition("十")
    return (_DIGITS[tens] if tens else 1) * 10 * bool(ten) + (_DIGITS[units] if units else 0)


def _number(name: str, part: str) -> int:
    """The number that a part of a text names: a month, a year, which half, how many months."""
    for words in (_ENGLISH_NUMBERS, _ORDINALS, _IN_ORDER.get(name, ())):
        if part in words:
            return words.index(part) + 1
    return int(part) if part.isdigit() else _chinese(part)


# --- the ways of writing ---------------------------------------------------------------------------------------------

_YEAR: Final = r"(?P<y>[0-9]{4})"
_THEN: Final = _YEAR + "[-/.年]?"
_MONTH: Final = r"(?P<m>[0-9]{1,2})"
_M: Final = r"M(?P<m>[0-9]{2})"
_D: Final = r"(?P<d>[0-9]{1,2})"
_TO: Final = r"(?:[-‐-―−~〜/至到]|\.\.+|TO)"
_LAST: Final = r"(?P<to>0?[1-9]|1[0-2])"
_END: Final = rf"(?P<end>[0-9]{{4}})[-/.年]{_LAST}"
_LAST_DAY: Final = r"(?P<last>[0-9]{1,2})[日号]?"
_DATE: Final = rf"{_YEAR}[-/.年]{_MONTH}[-/.月]{_D}[日号]?"
_FROM_DAY: Final = rf"{_YEAR}-{_MONTH}(?:-{_D})?/P0*"
_COUNT: Final = f"(?P<n>[0-9]{{1,2}}|{'|'.join(_ENGLISH_NUMBERS)})"
_NTH: Final = f"(?:{'|'.join(_ORDINALS)})"
_UP_TO: Final = (
    r"(?:TO|ENDED|ENDING|THROUGH)(?:THE)?(?:END-?(?:OF)?|(?P<last>[0-9]{1,2}))?"
    r"M(?P<to>[0-9]{2}),?(?P<end>[0-9]{4})"
)
_WAYS: Final = [
    re.compile(way)
    for way in (
        rf"{_YEAR}(?:年度?|-?A1)?(?:全年)?",
        rf"{_THEN}[HS](?P<h>[12])",
        rf"[HS](?P<h>[12])-?{_YEAR}",
        rf"(?P<h>[12])H{_YEAR}",
        rf"(?P<h>{_NTH})-?HALF(?:OF)?{_YEAR}",
        rf"{_THEN}(?P<h>上|下)半年",
        rf"{_THEN}Q(?P<q>[1-4])",
        rf"Q(?P<q>[1-4])-?{_YEAR}",
        rf"(?P<q>[1-4])Q{_YEAR}",
        rf"(?P<q>{_NTH})QUARTER(?:OF)?{_YEAR}",
        rf"{_THEN}第?(?P<q>[1-4一二三四])季度?",
        rf"{_YEAR}[-/.年]{_MONTH}(?:月份?)?",
        rf"{_THEN}M?(?P<m>[0-9]{{2}})",
        rf"{_M},?{_YEAR}",
        rf"{_MONTH}[-/.]{_YEAR}",
        rf"{_DATE}(?:T.*)?",
        rf"{_YEAR}(?P<m>[0-9]{{2}})(?P<d>[0-9]{{2}})",
        rf"{_D}{_M},?{_YEAR}",
        rf"{_M}{_D},{_YEAR}",
        rf"{_THEN}{_MONTH}月?{_TO}{_LAST}月份?",
        rf"{_YEAR}[-/.年]{_MONTH}(?:月份?)?{_TO}{_END}(?:月份?)?",
        rf"{_M}{_TO}M{_LAST},?{_YEAR}",
        rf"{_M}{_YEAR}{_TO}M{_LAST}(?P<end>[0-9]{{4}})",
        rf"{_YEAR}年?(?:[-‐-―−~〜至到]|TO)(?P<end>[0-9]{{4}})年?",
        rf"{_THEN}前{_COUNT}个?月",
        rf"FIRST{_COUNT}MONTHS(?:OF)?{_YEAR}",
        rf"{_THEN}前(?P<quarters>[23])个?季度",
        rf"FIRST(?P<quarters>TWO|THREE)QUARTERS(?:OF)?{_YEAR}",
        # stretches of days
        rf"{_DATE}{_TO}{_LAST_DAY}",
        rf"{_DATE}{_TO}{_LAST}[-/.月]{_LAST_DAY}",
        rf"{_DATE}{_TO}{_END}[-/.月]{_LAST_DAY}",
        rf"{_D}{_TO}{_LAST_DAY}{_M},?{_YEAR}",
        rf"{_M}{_D}{_TO}{_LAST_DAY},{_YEAR}",
        rf"{_D}{_M}{_TO}{_LAST_DAY}M{_LAST},?{_YEAR}",
        rf"{_D}{_M}{_YEAR}{_TO}{_LAST_DAY}M{_LAST}(?P<end>[0-9]{{4}})",
        rf"{_THEN}{_MONTH}月(?P<third>[上中下])旬",
        # from the first day on, and up to the last
        rf"{_FROM_DAY}(?P<n>[0-9]{{1,4}})M?",
        rf"{_FROM_DAY}(?P<years>[0-9]{{1,2}})Y",
        rf"{_FROM_DAY}(?P<weeks>[0-9]{{1,2}})W",
        rf"{_FROM_DAY}(?P<days>[0-9]{{1,3}})D",
        rf"(?:THE)?{_COUNT}-?MONTHS?{_UP_TO}",
        rf"(?:THE)?(?P<years>YEAR){_UP_TO}",
        rf"(?P<end>[0-9]{{4}})年{_LAST}月[末底]?的?[前近]?{_COUNT}个月",
    )
]
"""Capitals without white space, in which English months are M01 to M12."""
_BEFORE: Final = re.compile("^(?:截[至止]到?|到|至|在|(?:AS)?(?:OF|AT)(?:THE)?|BY(?:THE)?|IN|FOR|THE)")
_AT_THE_END: Final = re.compile("^(?:YEAR-?)?END-?(?:OF)?(?:THE)?|(?:(?<=年)年)?[末底]$")


def _read(plain: str) -> Iterator[Stretch]:
    """The days that a plain text may mean; of something at the end of them, the month or the day that they end with."""
    for body in dict.fromkeys((plain, _BEFORE.sub("", plain))):
        span = _AT_THE_END.sub("", body)
        for way in _WAYS:
            if (parts := way.fullmatch(span)) and (stretch := _stretch(parts.groupdict())):
                yield _end_of(stretch) if span != body else stretch


def _end_of(stretch: Stretch) -> Stretch:
    end = stretch[1]
    return (end.replace(day=1), end) if is_month_end(end) else (end, end)


def _stretch(parts: Mapping[str, str | None]) -> Stretch | None:
    """The first and last day that the parts of a text name, if there are such days."""
    numbers = {name: _number(name, part) for name, part in parts.items() if part}
    if 0 in numbers.values():
        return None
    try:
        start, end = _onwards(numbers) if "y" in numbers else _back(numbers)
    except (ValueError, OverflowError):  # there is no such day
        return None
    return (start, end) if start <= end else None


def _onwards(numbers: dict[str, int]) -> Stretch:
    """From the first day of a year, a month or a tenth of days on, or from a day."""
    if "h" in numbers:
        numbers |= {"m": numbers["h"] * 6 - 5, "n": 6}
    if "q" in numbers:
        numbers |= {"m": numbers["q"] * 3 - 2, "n": 3}
    if "third" in numbers:
        numbers["d"] = numbers["third"] * 10 - 9
    start = date(numbers["y"], numbers.get("m", 1), numbers.get("d", 1))
    if "third" in numbers:
        return start, start.replace(day=start.day + 9) if start.day < 21 else month_end(start)
    if not numbers.keys().isdisjoint({"end", "to", "last"}):
        return start, _last_day(numbers)
    if months := _months(numbers):
        return start, add_months(start, months) - _DAY
    if days := numbers.get("days", 0) + numbers.get("weeks", 0) * 7:
        return start, start + (days - 1) * _DAY
    if "d" in numbers:
        return start, start
    return start, month_end(start if "m" in numbers else start.replace(month=12))


def _back(numbers: Mapping[str, int]) -> Stretch:
    """So many months up to a day: the year to June."""
    end = _last_day(numbers)
    return add_months(end + _DAY, -_months(numbers)), end


def _last_day(numbers: Mapping[str, int]) -> date:
    """The last day of something whose year, month or day is not that of the first."""
    first = date(numbers.get("end") or numbers["y"], numbers.get("to") or numbers.get("m", 12), 1)
    return first.replace(day=numbers["last"]) if "last" in numbers else month_end(first)


def _months(numbers: Mapping[str, int]) -> int:
    return numbers.get("n", 0) + numbers.get("quarters", 0) * 3 + numbers.get("years", 0) * 12
