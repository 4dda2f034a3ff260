"""Quotes of an article → where they stand in its text: found, moved, changed or missing.

Quotes and texts are compared as a reader compares them: white space, line breaks, invisible characters and widths of
forms count for nothing, since a page breaks even its numbers over lines.
"""

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property, lru_cache
from itertools import islice
from typing import Final, Literal, NamedTuple

from indicators.model.entries import Article, Figure
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.text import fold

Status = Literal["found", "moved", "changed", "missing"]

ALIKE: Final = 0.75
"""From this ratio of difflib on a phrase is nearly the quote."""
SAME_WORDS: Final = 0.9
"""The same for phrases with a sign for each number: 收入#元 and 投入#元 are not the same words."""
LEAST_WORDS: Final = 3
"""With fewer characters beside its numbers a quote has no words by which to know it: any amount is #元."""
SHORTEST_HEADLINE: Final = 4
"""Characters: a shorter one could stand anywhere."""


class Finding(NamedTuple):
    """What became of the quote of one figure.

    * found: it stands in the article's own stretch of the text (see ``Page``);
    * moved: it stands in the text, but only outside that stretch, where it may be another article's;
    * changed: the stretch says nearly the same, or the same of another number;
    * missing: nothing there is like it.

    ``start`` and ``end`` are the offsets in the original text of ``said``: the quote as it stands there, or what is
    nearest to it; they are -1, and it is empty, where the quote is missing. ``same_amount`` says of a changed one that
    only the writing of its numbers differs: 16800万元 for 1.68亿元.
    """

    figure: str
    status: Status
    start: int = -1
    end: int = -1
    said: str = ""
    same_amount: bool = False


class Verification(NamedTuple):
    """An article, the text that it was held against and the path of it, and what became of each quote."""

    article: Article
    path: str
    text: str
    findings: tuple[Finding, ...]


class Headlines:
    """The headlines of all articles of a dataset, looked for at once: however many, a page is read through once."""

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self._known = frozenset(headline for article in articles for headline in _headlines(article))
        lengths: dict[str, set[int]] = {}
        for headline in self._known:
            lengths.setdefault(headline[:SHORTEST_HEADLINE], set()).add(len(headline))
        self._lengths = {stem: sorted(found, reverse=True) for stem, found in lengths.items()}

    def within(self, folded: str) -> Iterator[tuple[int, int]]:
        """Where headlines begin and end in a folded text; of those that overlap the first, and then the longest."""
        at = 0
        while self._known and at < len(folded):
            ends = (at + length for length in self._lengths.get(folded[at : at + SHORTEST_HEADLINE], ()))
            end = next((end for end in ends if end <= len(folded) and folded[at:end] in self._known), 0)
            if end:
                yield at, end
            at = end or at + 1


def _headlines(article: Article) -> set[str]:
    """Folded; in both languages, since either can be the one that was printed."""
    both = (article.headline.zh, article.headline.en) if article.headline else ()
    return {folded for headline in both if len(folded := folded_as_page(headline)) >= SHORTEST_HEADLINE}


class Page:
    """A text in which quotes are looked up: that of one article, or a newspaper page with many.

    An article's own stretch of it begins at the article's headline and ends at the next headline of another article of
    the dataset; where its headline stands several times, as on a front page, it has several. A headline begins or ends
    a line: in running text it is none. Without its headline in the text, the whole text is the article's.
    """

    def __init__(self, text: str, headlines: Headlines | None = None) -> None:
        self.text = text
        forms = {char: _form(char) for char in set(text)}
        self.folded = "".join(map(forms.__getitem__, text))
        self._offsets = array("L", (at for at, char in enumerate(text) for _ in forms[char]))
        self._headlines = headlines or Headlines()

    def offsets(self, start: int, end: int) -> tuple[int, int]:
        """Where a part of the folded text, which is not empty, begins and ends in the original."""
        return self._offsets[start], self._offsets[end - 1] + 1

    def holds(self, article: Article) -> bool:
        """Whether a headline of the article stands in the text."""
        return bool(self._own(article))

    def stretches(self, article: Article) -> "list[_Stretch]":
        """The parts of the text that are the article's."""
        return self._own(article) or [_Stretch(self.folded, 0, 0, len(self.folded))]

    def _own(self, article: Article) -> "list[_Stretch]":
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
        """Whether a part of the original text begins or ends a line."""
        before, after = self.text[max(start - _INDENT, 0) : start], self.text[end : end + _INDENT]
        return bool(_LINE_BEGINS.search(before) or _LINE_ENDS.match(after))

    def places(self, phrase: str) -> Iterator[int]:
        """Where a folded phrase, not empty, stands in the folded text: with whole numbers, for 14家 is not 4家."""
        at = self.folded.find(phrase)
        for _ in range(_MOST_PLACES):
            if at < 0:
                return
            if not any(map(self._splits_a_number, self.offsets(at, at + len(phrase)))):
                yield at
            at = self.folded.find(phrase, at + 1)

    def _splits_a_number(self, offset: int) -> bool:
        left = _in_forms(self.text[max(offset - _LONG_NUMBER, 0) : offset])
        right = _in_forms(self.text[offset : offset + _LONG_NUMBER])
        if left[-1:] not in _OF_NUMBERS or right[:1] not in _OF_NUMBERS:
            return False
        return any(number.start() < len(left) < number.end() for number in _NUMBER.finditer(left + right))


def find(article: Article, page: Page) -> tuple[Finding, ...]:
    """What became of each quote of an article, one finding a figure, in the order of the file.

    Where a quote stands several times the first in the article's body is meant, or else in its headline.
    """
    stretches = page.stretches(article)
    return tuple(_finding(figure, page, stretches) for figure in article.figures)


def folded_as_page(text: str) -> str:
    """A text as a ``Page`` folds it."""
    return "".join(map(_form, text))


def _finding(figure: Figure, page: Page, stretches: "Sequence[_Stretch]") -> Finding:
    quote = folded_as_page(figure.quote)
    if not quote:
        return Finding(figure.id, "missing")
    ranked = ((_rank(at, len(quote), stretches), at) for at in page.places(quote))
    if (best := min(ranked, default=None)) is not None:
        rank, at = best
        start, end = page.offsets(at, at + len(quote))
        return Finding(figure.id, "moved" if rank == _OUTSIDE else "found", start, end, page.text[start:end])
    likes = (like for stretch in stretches for like in stretch.like(quote))
    near = max(likes, key=lambda like: like.likeness, default=None)  # the first of equals
    if near is None:
        return Finding(figure.id, "missing")
    start, end = page.offsets(near.start, near.end)
    same = _same_amounts(quote, page.folded[near.start : near.end])
    return Finding(figure.id, "changed", start, end, page.text[start:end], same)


_BODY: Final = 0
_HEADLINE: Final = 1
_OUTSIDE: Final = 2


def _rank(at: int, length: int, stretches: "Sequence[_Stretch]") -> int:
    ranks = (
        _BODY if at >= stretch.body else _HEADLINE
        for stretch in stretches
        if stretch.start <= at and at + length <= stretch.end
    )
    return min(ranks, default=_OUTSIDE)


# --- forms and numbers -----------------------------------------------------------------------------------------------

_MOST_PLACES: Final = 300  # a text that says one phrase more often is no article
_INDENT: Final = 40  # characters of white space at either end of a line
_LINE_BEGINS: Final = re.compile(r"(?:\A|[\r\n])[^\S\r\n]*\Z")
_LINE_ENDS: Final = re.compile(r"[^\S\r\n]*(?:\Z|[\r\n])")
_LONG_NUMBER: Final = 20  # characters to either side of a border that can belong to a number across it
_OF_NUMBERS: Final = frozenset("0123456789.,零一二两三四五六七八九十百千万亿")
_NUMBER: Final = re.compile(
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?[十百千万亿]*)+|[零一二两三四五六七八九十百千万亿]+"
)
_SIGN: Final = "\0"
"""Stands for a number; no folded text holds it."""


@lru_cache(maxsize=10_000)
def _form(char: str) -> str:
    """A character as it is compared; decomposed, so that é is the same as e and its accent; nothing if invisible."""
    if unicodedata.category(char) in {"Cc", "Cf"}:
        return ""
    return unicodedata.normalize("NFKD", fold(char))


def _in_forms(text: str) -> str:
    """Not folded: white space keeps numbers apart in a table, and so it does here."""
    return "".join(_form(char) or " " for char in text)


def _same_amounts(quote: str, said: str) -> bool:
    """Whether two phrases differ only in how they write their numbers."""
    if _NUMBER.sub(_SIGN, quote) != _NUMBER.sub(_SIGN, said):
        return False
    try:
        return [_amount(number) for number in _NUMBER.findall(quote)] == [*map(_amount, _NUMBER.findall(said))]
    except Fault:
        return False


def _amount(number: str) -> object:
    return quantity_parser.parse(f"{number}元").value


# --- phrases that are like a quote -----------------------------------------------------------------------------------

_MOST_SAME: Final = 64  # phrases with the same words
_MOST_HITS: Final = 200  # places of one pair of characters
_MOST_WINDOWS: Final = 8  # parts of a stretch that are looked at closely


class _Like(NamedTuple):
    """A part of the folded text, and how much it is like a quote."""

    likeness: float
    start: int
    end: int


class _Masked(NamedTuple):
    """A text with a sign for each number; ``starts`` are the places of its characters, and its end, in the unmasked."""

    text: str
    starts: Sequence[int]


@dataclass(frozen=True)
class _Stretch:
    """A part of a folded text that is one article's: from its headline, which ends at ``body``, to ``end``."""

    folded: str
    start: int
    body: int
    end: int

    @cached_property
    def _text(self) -> str:
        return self.folded[self.start : self.end]

    @cached_property
    def _masked(self) -> _Masked:
        return _masked(self._text)

    def like(self, quote: str) -> Iterator[_Like]:
        """The parts that say nearly the same as a quote, or the same of another number."""
        words = _NUMBER.sub(_SIGN, quote)
        if _has_words(words):
            hay, spans = self._masked, _spans(words, self._masked.text)
        else:
            hay, spans = _Masked(self._text, range(len(self._text) + 1)), _spans(quote, self._text)
        for first, last in spans:
            start, end = _with_whole_numbers(self._text, hay.starts[first], hay.starts[last])
            if likeness := _likeness(quote, words, self._text[start:end]):
                yield _Like(likeness, start + self.start, end + self.start)


def _masked(text: str) -> _Masked:
    parts: list[str] = []
    starts = array("L")
    at = 0
    for number in _NUMBER.finditer(text):
        parts += text[at : number.start()], _SIGN
        starts.extend(range(at, number.start() + 1))
        at = number.end()
    starts.extend(range(at, len(text) + 1))
    return _Masked("".join([*parts, text[at:]]), starts)


def _likeness(quote: str, words: str, said: str) -> float:
    """How much a phrase is like a quote, whose words are given apart; 0 where it is not."""
    said_words = _NUMBER.sub(_SIGN, said)
    if _SIGN in words and _SIGN not in said_words:
        return 0
    alike, same_words = _ratio(quote, said), _ratio(words, said_words)
    return alike + same_words if alike >= ALIKE or (_has_words(words) and same_words >= SAME_WORDS) else 0


def _has_words(masked: str) -> bool:
    return len(masked) - masked.count(_SIGN) >= LEAST_WORDS


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _with_whole_numbers(text: str, start: int, end: int) -> tuple[int, int]:
    base = max(start - _LONG_NUMBER, 0)
    for number in _NUMBER.finditer(text, base, end + _LONG_NUMBER):
        if number.start() < start < number.end():
            start = number.start()
        if number.start() < end < number.end():
            end = number.end()
    return start, end


def _spans(needle: str, hay: str) -> Iterator[tuple[int, int]]:
    """Where the needle may stand in the hay, or something like it: few places, in a time that grows with the hay."""
    for at in islice(_all(needle, hay), _MOST_SAME):
        yield at, at + len(needle)
    seen: set[str] = set()
    for start, end in _windows(needle, hay):
        window = hay[start:end]
        if window not in seen:  # a text that repeats itself costs no more than one that does not
            seen.add(window)
            first, last = _aligned(needle, window)
            if first < last:
                yield start + first, start + last


def _windows(needle: str, hay: str) -> Iterator[tuple[int, int]]:
    """The parts of the hay that share most pairs of characters with the needle, in about its order."""
    width = max(len(needle) // 2, 4)
    votes: Counter[int] = Counter()
    for pair, place in {needle[at : at + 2]: at for at in range(len(needle) - 1)}.items():
        votes.update((at - place) // width for at in islice(_all(pair, hay), _MOST_HITS))
    for bucket, _ in votes.most_common(_MOST_WINDOWS):
        yield max((bucket - 1) * width, 0), (bucket + 2) * width + len(needle)


def _all(needle: str, hay: str) -> Iterator[int]:
    at = hay.find(needle)
    while at >= 0:
        yield at
        at = hay.find(needle, at + 1)


def _aligned(needle: str, window: str) -> tuple[int, int]:
    """The part of a window that is most like the needle."""
    blocks = SequenceMatcher(None, needle, window, autojunk=False).get_matching_blocks()[:-1]
    best, span = 0.0, (0, 0)
    for index, first in enumerate(blocks):
        shared = 0
        for last in blocks[index:]:
            shared += last.size
            end = last.b + last.size
            likeness = 2 * shared / (len(needle) + end - first.b)
            if likeness > best:
                best, span = likeness, (first.b, end)
    return span
