"""Chinese words for some years that are over → which these are in an article of a certain day: 过去一年, 五年来."""

import re
from datetime import date
from typing import Final

from indicators.curate.recognition.text.english.times import OF_LAST_YEAR
from indicators.values import periods
from indicators.values.periods import Period

PAST: Final = re.compile("(?:过去的?)?(?P<count>[0-9]{1,2}|[一二两三四五六七八九十])年[来间]?")
_COUNTS: Final = {"两": 2, **{word: count for count, word in enumerate("一二三四五六七八九十", 1)}}


def past(words: str, published: Period | None, *, planned: bool, known: Period | None) -> Period | None:
    """The years of which reports of the first months of a year tell; later nobody knows when they end."""
    years = PAST.fullmatch(words)
    if years is None or published is None or published.end.month > OF_LAST_YEAR:
        return None
    count = int(years["count"]) if years["count"].isdecimal() else _COUNTS[years["count"]]
    last = published.end.year - 1
    return periods.between(date(last - count + 1, 1, 1), date(last, 12, 31)) if count else None


def only_year(text: str) -> Period | None:
    """The year of an article that is not dated and names but the end of the one before: 较2023年末净增.

    A paragraph that stands alone is of the only one that it names.
    """
    bases = {match["year"] for match in _BASE_YEAR_END.finditer(text)}
    years = {*_YEARS.findall(text)}
    if len(years) != 1:
        return None
    if len(bases) == 1:
        return periods.parse(str(int(bases.pop()) + 1))
    is_alone = "\n" not in text.strip("\n")
    return periods.parse(years.pop()) if is_alone and _YEAR_TOLD_OF.search(text) else None


_BASE_YEAR_END: Final = re.compile("[比较](?P<year>(?:19|20)[0-9]{2})年[末底]")
_YEARS: Final = re.compile("(?<![0-9])(?:19|20)[0-9]{2}(?=年)")
_YEAR_TOLD_OF: Final = re.compile("(?<![0-9比较自从到至于])(?:19|20)[0-9]{2}年(?![初末底来])")
"""A year that is neither a beginning nor an end, nor what is compared with."""
