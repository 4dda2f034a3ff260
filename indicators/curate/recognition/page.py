"""A page of a newspaper → its articles: where each begins and ends, its headline, and where it says it was written."""

import re
from collections.abc import Iterator
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
_BEGINNINGS: Final = frozenset("□■◆●○本首见全记通实B新")
"""The first characters of bylines and datelines."""
_LONGEST_HEADLINE: Final = 60
_SENTENCE: Final = re.compile(r"[。;；]|[,，].*[,，].*[,，]")


def articles(text: str) -> list[PrintedArticle]:
    """The articles of a folded text in its order; all of it is one where no bylines tell several apart."""
    lines = [_Line(match.start(), match.end(), match[0].strip()) for match in re.finditer(r"[^\n]+", text)]
    lines = [line for line in lines if line.text]
    headlines = list(_headlines(lines))
    if len(headlines) < 2:
        first = headlines[0] if headlines else (lines[0] if lines and len(lines) > 1 and _may_head(lines[0]) else None)
        span = (first.start, first.end) if first else (0, 0)
        return [PrintedArticle(0, len(text), *span)]
    starts = [0, *(line.start for line in headlines[1:])]
    ends = [*starts[1:], len(text)]
    return [
        PrintedArticle(start, end, line.start, line.end)
        for start, end, line in zip(starts, ends, headlines, strict=True)
    ]


def _headlines(lines: list[_Line]) -> Iterator[_Line]:
    """The lines above bylines, or above datelines that have none."""
    for index, line in enumerate(lines[1:], 1):
        above = lines[index - 1]
        if line.text[0] not in _BEGINNINGS:
            continue
        begins = _BYLINE.match(line.text) or _DATELINE.match(line.text)
        if begins and not _BYLINE.match(above.text) and _may_head(above):
            yield above


def _may_head(line: _Line) -> bool:
    return len(line.text) <= _LONGEST_HEADLINE and not _SENTENCE.search(line.text) and not _DATELINE.match(line.text)
