"""The words before a list of amounts → the year of each, where they are told of years: 2016、2017年分别完成投资."""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.curate.recognition.candidates.between_numbers import has_noun
from indicators.curate.recognition.candidates.listed_nouns import LONGEST_WORDS, RESPECTIVELY


class ListedYears(NamedTuple):
    """The years of a list, and where the words stand that name what all its amounts are."""

    years: tuple[int, ...]
    noun: tuple[int, int]


def years_of(text: str, place: int, count: int) -> ListedYears | None:
    """The years of so many amounts, the first of which stands at a place; None where they are told of other things."""
    near = max(place - LONGEST_WORDS, 0)
    first = max(text.rfind(mark, near, place) + 1 for mark in "。!?\n") or near
    verbs = [*RESPECTIVELY.finditer(text, first, place)]
    several = [match for match in _YEARS.finditer(text, first, place) if len(_each(match[0])) == count]
    if not verbs or not several or several[-1].end() > verbs[-1].start():
        return None
    behind, before = (verbs[-1].end(), place), (several[-1].end(), verbs[-1].start())
    if has_noun(text[slice(*behind)]):
        return ListedYears(_each(several[-1][0]), behind)
    clause = max(before[0], text.rfind(",", *before) + 1)
    words = text[clause : before[1]]
    if not has_noun(words) or len(_PARTS.split(words)) == count:
        return None  # 2021年和2022年,东港区、五莲县投资分别完成
    return ListedYears(_each(several[-1][0]), (clause, before[1]))


_YEAR: Final = "(?:19|20)[0-9]{2} ?年?度?"
_YEARS: Final = re.compile(f"(?<![0-9]){_YEAR}(?:(?:[、,和及与至到—–~-]{{1,2}}){_YEAR}){{1,9}}")
_PARTS: Final = re.compile("[、和及与]")
_DIGITS: Final = re.compile("[0-9]{4}")
_RANGE: Final = re.compile("[至到—–~-]")
_MOST: Final = 10


def _each(words: str) -> tuple[int, ...]:
    """The years that some words name: those of a range one by one."""
    years = [int(year) for year in _DIGITS.findall(words)]
    if len(years) > 1 and _RANGE.search(words):
        years = [*range(years[0], min(years[-1], years[0] + _MOST) + 1)]
    return tuple(years) if all(one < other for one, other in pairwise(years)) else ()
