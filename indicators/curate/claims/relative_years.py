"""The words around a number → how many years its period is off the one told of before: 上一年, "a year earlier"."""

import re
from typing import Final

from indicators.values import periods
from indicators.values.periods import Period
from indicators.values.problems import Fault
from indicators.values.spelled_numbers import count

_YEARS: Final = r"(?P<years>[0-9]{1,2}|[一两二三四五六七八九十]{1,2})年"
_EARLIER: Final = re.compile(
    rf"(?<![比较与同])(?:(?:再?上|前)一年度?|此前一年|{_YEARS}(?:之前|以前|前))(?!同期|增|减)"
    r"|(?i:\b(?:(?P<many>[a-z]+|[0-9]{1,2}) years? (?:earlier|before)|(?<!than )(?<!over )(?<!on )(?<!from )(?<!with )"
    r"(?<!to )(?<!in )(?:in )?the (?:year before|previous year))\b)"
)
_LATER: Final = re.compile(
    rf"次年|翌年|第二年|[下后]一年|{_YEARS}(?:之后|以后|后)"
    r"|(?i:\b(?:(?P<many>[a-z]+|[0-9]{1,2}) years? later|(?:in )?the (?:year after|following year|next year))\b)"
)
_RIGHT_BEHIND: Final = re.compile(r"[ ,]*(?:\([^()]{0,20}\) ?)?(?:in )?$")
_ENGLISH: Final = ("a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_LONGEST: Final = 24
"""So many characters behind a number can say of which year it is."""


def years_apart(before: str, behind: str) -> int:
    """How many years a number is later than the period told of before it, below zero where it is earlier.

    ``before`` are the words since that period was told, and ``behind`` those after the number. 0 where they do not say.
    """
    found = [
        (match.start(), sign, match)
        for pattern, sign in ((_EARLIER, -1), (_LATER, 1))
        for match in pattern.finditer(before)
    ]
    if found:
        _, sign, match = max(found, key=lambda entry: entry[0])
        return sign * _years(match)
    for pattern, sign in ((_EARLIER, -1), (_LATER, 1)):
        directly = pattern.search(behind[:_LONGEST])
        if directly and _RIGHT_BEHIND.match(behind[: directly.start()]):
            return sign * _years(directly)
    return 0


def _years(match: re.Match[str]) -> int:
    if chinese := match["years"]:
        return int(chinese) if chinese.isdecimal() else count(chinese)
    english = (match["many"] or "a").lower()
    if english.isdecimal():
        return int(english)
    english = {"one": "a", "an": "a"}.get(english, english)
    return _ENGLISH.index(english) + 1 if english in _ENGLISH else 0


def moved(period: Period, years: int) -> Period:
    """The same period some years later; as it is where there is no such one."""
    year = int(period.text[:4]) + years
    try:
        return periods.parse(f"{year:04}{period.text[4:]}")
    except Fault:
        return period
