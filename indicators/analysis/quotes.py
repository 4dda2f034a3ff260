"""Quotes and other phrases of an article → where they stand in its text: found, moved, changed or missing.

Quotes and texts are compared as a reader compares them: without regard to white space, line breaks, invisible
characters and full or half width, since a page breaks even its numbers over lines.
"""

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, Literal, NamedTuple

from indicators.analysis.held_numbers import phrases
from indicators.analysis.similar_phrases import LONG_NUMBER, NUMBER, SIGN, SearchedText, SimilarPhrase
from indicators.model.articles import Article
from indicators.model.numbers import PhraseKey
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.text import fold

Status = Literal["found", "moved", "changed", "missing"]

SHORTEST_HEADLINE: Final = 4
"""Characters: a shorter one could stand anywhere."""


class FoundPhrase(NamedTuple):
    """Whether, and where, a phrase of one figure stands in a text: what is written under ``key``, its quote or another.

    * found: it stands in the article's own stretch of the text (see ``PrintedPage``);
    * moved: it stands in the text, but only outside that stretch, where it may be another article's;
    * changed: the stretch says nearly the same, or the same of another number;
    * missing: nothing in the stretch is like it.

    ``passage`` is the quote as it stands in the original text, or what is most like it, from the offset ``start`` to
    ``end``; where the quote is missing, it is empty and both are -1. ``same_amount`` is true of a changed quote whose
    numbers are only written differently: 16800万元 for 1.68亿元. ``in_headline`` is true where it is found in the
    article's headline, and not below it.
    """

    figure: str
    status: Status
    start: int = -1
    end: int = -1
    passage: str = ""
    same_amount: bool = False
    key: PhraseKey = "quote"
    phrase: str = ""
    in_headline: bool = False


class Verification(NamedTuple):
    """An article, the text it was compared with and the path of that, and the finding for each phrase."""

    article: Article
    path: str
    text: str
    findings: tuple[FoundPhrase, ...]


class Headlines:
    """The headlines of all articles of a dataset; a page is read through once to find any of them, however many."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._known = frozenset(headline for article in articles for headline in _headlines(article))
        lengths: dict[str, set[int]] = {}
        for headline in self._known:
            lengths.setdefault(headline[:SHORTEST_HEADLINE], set()).add(len(headline))
        self._lengths = {stem: sorted(known, reverse=True) for stem, known in lengths.items()}

    def within(self, folded: str) -> Iterator[tuple[int, int]]:
        """Start and end of each headline in a folded text; of those that overlap the first, and then the longest."""
        start = 0
        while self._known and start < len(folded):
            ends = (start + length for length in self._lengths.get(folded[start : start + SHORTEST_HEADLINE], ()))
            end = next((end for end in ends if end <= len(folded) and folded[start:end] in self._known), 0)
            if end:
                yield start, end
            start = end or start + 1


def _headlines(article: Article) -> set[str]:
    """The folded headlines of an article in both languages, since either can be the printed one."""
    both = (article.headline.zh, article.headline.en) if article.headline else ()
    return {folded for headline in both if len(folded := folded_as_page(headline)) >= SHORTEST_HEADLINE}


@dataclass(frozen=True)
class _Stretch:
    """A part of a folded text that is one article's: from its headline, which ends at ``body``, to ``end``."""

    folded: str
    start: int
    body: int
    end: int

    @cached_property
    def _searched(self) -> SearchedText:
        return SearchedText(self.folded[self.start : self.end])

    def similar_to(self, quote: str) -> Iterator[SimilarPhrase]:
        """The phrases in it that say nearly the same as a quote, by their places in the folded text."""
        for likeness, start, end in self._searched.similar_to(quote):
            yield SimilarPhrase(likeness, self.start + start, self.start + end)


class PrintedPage:
    """A text in which quotes are looked up: that of one article, or a newspaper page with many.

    An article's own stretch begins at its headline and ends at the next headline of another article of the dataset.
    Where its headline stands several times, as on a front page, it has several stretches; where it does not stand, the
    whole text is the article's. Only what begins or ends a line is a headline.
    """

    def __init__(self, text: str, headlines: Headlines | None = None) -> None:
        self.text = text
        forms = {char: _form(char) for char in set(text)}
        self.folded = "".join(map(forms.__getitem__, text))
        self._offsets = array("L", (offset for offset, char in enumerate(text) for _ in forms[char]))
        self._headlines = headlines or Headlines()

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of a part of the folded text, which must not be empty."""
        return self._offsets[start], self._offsets[end - 1] + 1

    def holds(self, article: Article) -> bool:
        """True where a headline of the article stands in the text."""
        return bool(self._own(article))

    def stretches(self, article: Article) -> list[_Stretch]:
        """The parts of the text that are the article's."""
        return self._own(article) or [_Stretch(self.folded, 0, 0, len(self.folded))]

    def _own(self, article: Article) -> list[_Stretch]:
        own = _headlines(article)
        ends = [start for start, _ in self._headings[1:]] + [len(self.folded)]
        return [
            _Stretch(self.folded, start, body, end)
            for (start, body), end in zip(self._headings, ends, strict=False)  # without headings there is one end
            if self.folded[start:body] in own
        ]

    @cached_property
    def _headings(self) -> list[tuple[int, int]]:
        return [place for place in self._headlines.within(self.folded) if self._on_a_line(*self.offsets(*place))]

    def _on_a_line(self, start: int, end: int) -> bool:
        """True where a part of the original text begins or ends a line."""
        before, after = self.text[max(start - _INDENT, 0) : start], self.text[end : end + _INDENT]
        return bool(_LINE_BEGINS.search(before) or _LINE_ENDS.match(after))

    def places(self, phrase: str) -> Iterator[int]:
        """Where a folded phrase, not empty, stands in the folded text; 4家 does not stand in 14家."""
        start = self.folded.find(phrase)
        for _ in range(_MOST_PLACES):
            if start < 0:
                return
            if not any(map(self._splits_a_number, self.offsets(start, start + len(phrase)))):
                yield start
            start = self.folded.find(phrase, start + 1)

    def _splits_a_number(self, offset: int) -> bool:
        left = _in_forms(self.text[max(offset - LONG_NUMBER, 0) : offset])
        right = _in_forms(self.text[offset : offset + LONG_NUMBER])
        if left[-1:] not in _OF_NUMBERS or right[:1] not in _OF_NUMBERS:
            return False
        return any(number.start() < len(left) < number.end() for number in NUMBER.finditer(left + right))


def find(article: Article, page: PrintedPage) -> tuple[FoundPhrase, ...]:
    """The finding for each phrase of an article, in the order of its figures, the quote of each first.

    Where a quote stands several times, the first in the article's body is meant, or else the first in its headline.
    """
    stretches = page.stretches(article)
    return tuple(
        _finding(phrase, page, stretches)._replace(figure=figure.id, key=key, phrase=phrase)
        for figure in article.figures
        for key, phrase in phrases(figure)
    )


def folded_as_page(text: str) -> str:
    """A text as a ``PrintedPage`` folds it."""
    return "".join(map(_form, text))


def _finding(phrase: str, page: PrintedPage, stretches: Sequence[_Stretch]) -> FoundPhrase:
    """The finding for a phrase, of whichever figure."""
    quote = folded_as_page(phrase)
    if not quote:
        return FoundPhrase("", "missing")
    ranked = ((_rank(place, len(quote), stretches), place) for place in page.places(quote))
    if (best := min(ranked, default=None)) is not None:
        rank, place = best
        start, end = page.offsets(place, place + len(quote))
        status: Status = "moved" if rank == _OUTSIDE else "found"
        return FoundPhrase("", status, start, end, page.text[start:end], in_headline=rank == _HEADLINE)
    similar = (passage for stretch in stretches for passage in stretch.similar_to(quote))
    near = max(similar, key=lambda passage: passage.likeness, default=None)  # the first of equals
    if near is None:
        return FoundPhrase("", "missing")
    start, end = page.offsets(near.start, near.end)
    same = _same_amounts(quote, page.folded[near.start : near.end])
    return FoundPhrase("", "changed", start, end, page.text[start:end], same)


_BODY: Final = 0
_HEADLINE: Final = 1
_OUTSIDE: Final = 2


def _rank(start: int, length: int, stretches: Sequence[_Stretch]) -> int:
    ranks = (
        _BODY if start >= stretch.body else _HEADLINE
        for stretch in stretches
        if stretch.start <= start and start + length <= stretch.end
    )
    return min(ranks, default=_OUTSIDE)


# --- forms and numbers -----------------------------------------------------------------------------------------------

_MOST_PLACES: Final = 300  # a text that says one phrase more often is no article
_INDENT: Final = 40  # characters of white space at either end of a line
_LINE_BEGINS: Final = re.compile(r"(?:\A|[\r\n])[^\S\r\n]*\Z")
_LINE_ENDS: Final = re.compile(r"[^\S\r\n]*(?:\Z|[\r\n])")
_OF_NUMBERS: Final = frozenset("0123456789.,零一二两三四五六七八九十百千万亿")


@lru_cache(maxsize=10_000)
def _form(char: str) -> str:
    """A character as it is compared: decomposed, so that é equals e and its accent; empty if it is invisible."""
    if unicodedata.category(char) in {"Cc", "Cf"}:
        return ""
    return unicodedata.normalize("NFKD", fold(char))


def _in_forms(text: str) -> str:
    """The text as it is compared, but with its white space, which keeps numbers apart in a table."""
    return "".join(_form(char) or " " for char in text)


def _same_amounts(quote: str, passage: str) -> bool:
    """True where two phrases differ only in how they write their numbers."""
    if NUMBER.sub(SIGN, quote) != NUMBER.sub(SIGN, passage):
        return False
    try:
        return [_amount(number) for number in NUMBER.findall(quote)] == [*map(_amount, NUMBER.findall(passage))]
    except Fault:
        return False


def _amount(number: str) -> object:
    return quantity_parser.parse(f"{number}元").value
