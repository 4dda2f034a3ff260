"""English words for a time that count from another one, or that no data file writes → the period, or plainer words."""

import re
from datetime import date
from typing import Final

from indicators.curate.recognition.text.time_forms import COUNTED_BACK, END, MONTH, UP_TO_NOW
from indicators.values import periods
from indicators.values.dates import add_months
from indicators.values.periods import Period

OF_LAST_YEAR: Final = 4
"""The last month in which a whole year is the one before."""

# --- counted from another time ---------------------------------------------------------------------------------------


def counts_from_another(words: str) -> bool:
    """True of words that say when something was only by another time: the previous year, the month, next year."""
    return any(form.fullmatch(words) for form in (_ALONE, _NEXT_YEAR, _MONTHS, COUNTED_BACK))


def is_one_before(words: str) -> bool:
    """True of the year, the quarter or the month before the one that was told of."""
    return COUNTED_BACK.fullmatch(words) is not None and _BEFORE.search(words) is not None


def is_now(words: str) -> bool:
    """True of words for the day of print: To date, up to now."""
    return _UP_TO_NOW.fullmatch(words) is not None


def same_time(year: Period | None, known: Period | None) -> Period | None:
    """The time of another year that is the same as a known one: the first half of 2023, and the same period of 2022."""
    if year is None or known is None or year.kind != "year":
        return None
    earlier: Period | None = known
    for _ in range(known.end.year - year.end.year):
        earlier = earlier.year_earlier() if earlier else None
    return earlier if earlier != known else None


def counted(words: str, published: Period | None, *, planned: bool, known: Period | None) -> Period | None:
    """The period of such words in an article of a day, which has told of a ``known`` period last."""
    if _ALONE.fullmatch(words):
        return _alone(words, published, planned=planned, known=known)
    if months := _PAST_MONTHS.fullmatch(words):
        return known if known and known.months == _count(months["n"]) else None
    if several := _YEARS_TO.fullmatch(words) or _YEARS.fullmatch(words):
        number = several["n"] or several["decade"]
        return _years(int(several["last"]), number) if several["last"] else _past_years(number, published)
    if several := _MONTHS_OF_IT.fullmatch(words):
        return _months_of_it(_count(several["n"]) * _MONTHS_IN[several["unit"]], published, known)
    if at_end := _AT_THE_END_OF.fullmatch(words):
        before = _one_before(words, published, known) if at_end["before"] else known
        return before.moment() if before else None
    return _one_before(words, published, known) if is_one_before(words) else _near(words, published)


def _one_before(words: str, published: Period | None, known: Period | None) -> Period | None:
    """The year, quarter or month before the one that was told of: the previous year, a year earlier."""
    known = published if known and published and known.start > published.end else known  # of what is planned
    if "year" in words or "decade" in words:
        if known and not _PREVIOUS.match(words) and not _YEARS_AGO.match(words):
            return known.year_earlier()
        several = _YEARS_AGO.fullmatch(words)
        base = published if several and several["ago"] else known or published
        count = _count(several["n"]) if several and several["n"] else _TEN if several else 1
        return periods.parse(str(base.end.year - count)) if base else None
    months = 3 if "quarter" in words else 1
    if known is None or known.months != months:
        return None
    return periods.between(add_months(known.start, -months), date.fromordinal(known.start.toordinal() - 1))


def _near(words: str, published: Period | None) -> Period | None:
    """A time that counts from the day of print: next year, last quarter; open are recent years, and those to come."""
    if published is None:
        return None
    if months := _MONTHS.fullmatch(words):
        return _months_of_it(_count(months["n"]), published, None)
    if words.endswith("past year"):
        return _past_years("one", published)
    last, year = words.lower().startswith("last"), published.end.year
    quarter = year * 4 + (published.end.month - 1) // 3 - last
    named = {
        "next year": f"{year + 1}",
        "current year": f"{year}",
        "quarter": f"{quarter // 4}-Q{quarter % 4 + 1}" if not words.lower().endswith("past quarter") else "",
    }
    text = next((text for end, text in named.items() if words.lower().endswith(end)), "")
    return periods.parse(text) if text else None


def _months_of_it(count: int, published: Period | None, known: Period | None) -> Period | None:
    """So many months that were told of, or else the first ones of the year: over the two months."""
    if known and known.months == count:
        return known
    text = periods.complete(f"first {count} months", published) if published and count <= _A_YEAR else ""
    return periods.parse(text) if text else None


def _count(number: str) -> int:
    return int(number) if number.isdecimal() else _NUMBERS.index(number.lower()) + 1


def _past_years(number: str | None, published: Period | None) -> Period | None:
    """The past years of an article of the first months of a year, which are over; later nobody knows when they end."""
    if number is None or published is None or published.end.month > OF_LAST_YEAR:
        return None
    return _years(published.end.year - 1, number)


def _years(last: int, number: str) -> Period | None:
    count = _TEN if number.endswith("decade") else _count(number)
    return periods.between(date(last - count + 1, 1, 1), date(last, 12, 31))


def _alone(words: str, published: Period | None, *, planned: bool, known: Period | None) -> Period | None:
    """The period of words that say which year it is only by what the text has told of before: by the end of the year.

    Told early in a year, it is the one before where that was told of; what is planned is of the article's own year.
    """
    if words == _MONTH_ALONE:
        return known if known and known.kind == "month" else None
    told_early = published is not None and published.end.month <= OF_LAST_YEAR
    if known is None and published and told_early and not planned and _WHOLE.search(words):
        return periods.parse(str(published.end.year - 1))
    base = known or published
    if known and published and known.end.year < published.end.year:
        of_last_year = told_early and known.end.year == published.end.year - 1
        base = known if of_last_year or not planned else published
    elif known and published and planned and not words.endswith(("at year", "same year")):
        base = published
    if base is None:
        return None
    at_end = _ALONE.fullmatch(words)
    return periods.parse(f"{base.end.year}-12") if at_end and at_end["end"] else base.year()


_UP_TO_NOW: Final = re.compile(UP_TO_NOW)
_NUMBERS: Final = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_TEN: Final = 10
_NUMBER: Final = f"(?P<n>[0-9]{{1,2}}|{'|'.join(_NUMBERS)})"
_WHOLE: Final = re.compile("whole|full|entire")
_NEXT_YEAR: Final = re.compile("[Nn]ext [Yy]ear")
_MONTH_ALONE: Final = "the month"
_ALONE: Final = re.compile(
    rf"(?P<end>{END}year|(?:the )?year-end|(?:the )?year['’]s end)|(?:[Tt]hat|[Tt]he(?: same)?) year"
    rf"|(?:the )?(?:whole|full|entire)(?: of the)?[- ]year|{_MONTH_ALONE}"
)
"""A year that is the one told of, and the end of it."""
_A_YEAR: Final = 12
_MONTHS_IN: Final = {"month": 1, "quarter": 3, "year": 12}
_MONTHS_OF_IT: Final = re.compile(rf"(?:[Tt]he|[Tt]h[eo]se) {_NUMBER}[- ](?P<unit>month|quarter|year)s?(?: period)?")
_YEARS_AGO: Final = re.compile(rf"(?:(?i:{_NUMBER}) years|[Aa] decade) (?:(?P<ago>ago)|earlier|before)")
_MONTHS: Final = re.compile(rf"(?i:(?:the )?{_NUMBER}-month)")
_YEARS_TO: Final = re.compile(rf"(?:[Tt]he )?{_NUMBER} years .*(?P<last>[0-9]{{4}})(?P<decade>)")
_YEARS: Final = re.compile(
    rf"(?:[Tt]he )?(?:past|last|previous|preceding) (?:{_NUMBER} years|(?P<decade>decade))(?P<last>)"
)
_PAST_MONTHS: Final = re.compile(rf"(?:[Tt]he )?(?:past|last) {_NUMBER} months")
_AT_THE_END_OF: Final = re.compile(f"{END}(?:month|quarter|period|(?P<before>previous year|preceding year))")
ASIDE: Final = "(?:which|who|whose|established|founded|set up|built|opened|launched|approved)"
CAME: Final = re.compile(f", {ASIDE} [^,.;0-9]{{0,50}}$")
"""What stands before a time in a relative clause that tells no number: Philips, which came to the park in 2010."""
_BEFORE: Final = re.compile("^(?:[Tt]he )?(?:previous|preceding|prior) |^(?:[Aa]|[Oo]ne) | (?:before|earlier|ago)$")
_PREVIOUS: Final = re.compile("(?:.* )?(?:previous|preceding|prior) ")

# --- in plainer words ------------------------------------------------------------------------------------------------


def plainer(words: str) -> str:
    """Words for a time as a data file can be told them: the final three months of 2023, the fiscal year ended June."""
    if named := _as_named(words):
        return named
    if up_to := _UP_TO.match(words):
        length = _LENGTHS.get(up_to["length"], up_to["length"])
        length = length.replace("month period", "months").replace("-", " ")
        length = _QUARTERS_LONG.get(length, length)
        return f"the {length} {up_to['to']} {words[up_to.end() :]}"
    if part := _LAST_PART.match(words):
        first = part["which"].lower() == "opening"
        if part["of"].lower() in {"half", "six months"}:
            return f"the {'first' if first else 'second'} half{words[part.end() :]}"
        return f"the {'first' if first else 'fourth'} quarter{words[part.end() :]}"
    return _CLOSE.sub("end", words)


def _as_named(words: str) -> str:
    """Months and quarters that are called by a number or by their end, as they are called otherwise; else nothing."""
    if into := _MONTHS_INTO.fullmatch(words):
        return f"the first {into['n'].lower()} months of {into['year'] or 'the year'}"
    if quarter := _QUARTER_OF_MONTH.match(words):
        return f"the {_QUARTERS[quarter[1]]} quarter{words[quarter.end() :]}"
    if part := _NUMBER_FIRST.fullmatch(words):
        year = part["year"] or ""
        return f"{part['what']}{part['n']} {f'20{year}' if len(year) == _SHORT_YEAR else year}".strip()
    begun = _FROM_BEGINNING.match(words)
    return f"January to {words[begun.end() :]}" if begun else ""


_SHORT_YEAR: Final = 2
_NUMBER_FIRST: Final = re.compile("(?P<n>[1-4])(?P<what>[QH])(?: ?(?:of )?(?P<year>[0-9]{2,4}))?")
"""A quarter as reports of firms print it: 1Q 2023, 2Q23."""
_FROM_BEGINNING: Final = re.compile(
    rf"[Ff]rom the (?:beginning|start) of .* (?:to|until|through) (?:{END})?(?={MONTH})"
)
_CLOSE: Final = re.compile("close(?= of )")
_MONTHS_INTO: Final = re.compile(rf"(?i:{_NUMBER}) months into (?:the year|this year|(?P<year>[0-9]{{4}}))")
_QUARTERS: Final = {"March": "first", "June": "second", "September": "third", "December": "fourth"}
_QUARTER_OF_MONTH: Final = re.compile(r"(?:the )?(March|June|September|December) quarter")
_QUARTERS_LONG: Final = {
    "two quarters": "six months",
    "three quarters": "nine months",
    "four quarters": "twelve months",
}
_LENGTHS: Final = {"quarter": "three months", "half-year": "six months", "half year": "six months"}
_UP_TO: Final = re.compile(
    r"(?:the )?(?:(?:fiscal|financial) )?(?P<length>[a-z0-9]+(?:[- ]months?(?: period)?| quarters)|quarter"
    r"|half[- ]year|year)"
    rf"(?:,? (?:that|which))? (?P<to>to|through|ended|ending)(?: on| in)? (?=(?:{END})?{MONTH})"
)
_LAST_PART: Final = re.compile(
    r"(?:the )?(?P<which>final|last|latter|closing|opening)[- ](?P<of>half|quarter|three months|six months)",
    re.IGNORECASE,
)
