"""A page of a newspaper → its articles: where each begins and ends, its headline, and where it says it was written."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple


class PrintedArticle(NamedTuple):
    """One article of a folded text, from ``start`` to ``end``, with the places of its headline.

    These are equal where no headline is known.
    """

    start: int
    end: int
    headline_start: int
    headline_end: int


class _Line(NamedTuple):
    start: int
    end: int
    text: str


_BYLINE: Final = re.compile(
    r"^(?:[□■◆●○]|(?:本报)?(?:首席)?(?:见习)?(?:全媒体)?(?:记者|通讯员|实习生)[\s:：]|(?:By|BY) [A-Z]).{0,60}$"
)
_DATELINE: Final = re.compile(r"^(?:本报|本网|新华社)[^\s,，。]{0,10}(?:讯|电)[\s(（]?")
_MAY_BEGIN: Final = re.compile(r"^ *(?=[□■◆●○本首见全记通实B新])", re.MULTILINE)
"""Where lines begin with the first character of a byline or a dateline."""
_BEGINS: Final = re.compile(r"^ *(?=[^ \n])", re.MULTILINE)
"""Where lines begin that are not empty."""
_NEAR: Final = 100
_OF_A_BODY: Final = re.compile(r"^(?:[(（【一二三四五六七八九十]+[、)）.]|[(（【]|[0-9]+[.、])|[)）】。.:：]$")
_LONGEST_HEADLINE: Final = 60
_LONGEST_IN_ENGLISH: Final = 100
"""Characters of a line that ends in no full stop."""
_SENTENCE: Final = re.compile(r"[。;；]|[,，].*[,，].*[,，]")


def articles(text: str) -> list[PrintedArticle]:
    """The articles of a folded text in its order; all of it is one where no bylines tell several apart."""
    headlines = list(_headlines(text))
    if len(headlines) < 2:
        return [PrintedArticle(0, len(text), *(headlines[0] if headlines else _first(text)))]
    starts = [0, *(start for start, _ in headlines[1:])]
    ends = [*starts[1:], len(text)]
    return [PrintedArticle(start, end, *headline) for start, end, headline in zip(starts, ends, headlines, strict=True)]


def _first(text: str) -> tuple[int, int]:
    """Where the headline of a text without a byline stands, which may have a second line."""
    lines = [_line(text, match.end()) for match in islice(_BEGINS.finditer(text), 3)]
    if len(lines) < 2 or not _may_head(lines[0]):
        return 0, 0
    second = len(lines) > 2 and _goes_on(lines[1]) and not _may_head(lines[2])
    return lines[0].start, lines[1 if second else 0].end


def _headlines(text: str) -> Iterator[tuple[int, int]]:
    """Where the lines above bylines stand, or above datelines that have none; two lines can be one headline."""
    for match in _MAY_BEGIN.finditer(text):
        line = _line(text, match.end())
        begins = _BYLINE.match(line.text) or _DATELINE.match(line.text)
        above = _above(text, line) if begins else None
        if above and not _BYLINE.match(above.text) and _may_head(above):
            upper = _above(text, above) or above
            two = _goes_on(above) and _goes_on(upper) and _may_head(upper) and not _BYLINE.match(upper.text)
            yield (upper if two else above).start, above.end


def _line(text: str, place: int) -> _Line:
    """The line of a place; its words stand without the white space around them."""
    start, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    end = end if end >= 0 else len(text)
    return _Line(start, end, text[start:end].strip())


def _above(text: str, line: _Line) -> _Line | None:
    """The line above another one that is not empty, or None."""
    start, length = line.start, _NEAR
    while start:
        start = max(line.start - length, 0)
        words = text[start : line.start].rstrip()
        if words:
            return _line(text, start + len(words) - 1)
        length *= 4  # over many empty lines
    return None


def _goes_on(line: _Line) -> bool:
    """True of a line that can be part of a headline of two lines: no heading of a section, nothing in brackets."""
    return _may_head(line) and not _BYLINE.match(line.text) and not _OF_A_BODY.search(line.text)


def _may_head(line: _Line) -> bool:
    longest = _LONGEST_IN_ENGLISH if line.text.isascii() and line.text[-1:].isalnum() else _LONGEST_HEADLINE
    return len(line.text) <= longest and not _SENTENCE.search(line.text) and not _DATELINE.match(line.text)
