"""Chinese words for some years that are over → which these are in an article of a certain day: 过去一年, 五年来."""

import re
from datetime import date
from typing import Final

from indicators.curate.recognition.text.english_times import OF_LAST_YEAR
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
