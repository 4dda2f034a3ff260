"""A quote and a text → the phrases of the text that say nearly the same, or the same of another number."""

import re
from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice
from typing import Final, NamedTuple

ALIKE: Final = 0.75
"""From this ratio of difflib on, a phrase is nearly the quote."""
SAME_WORDS: Final = 0.9
"""The same for phrases with a sign for each number: 收入#元 and 投入#元 are not the same words."""
LEAST_WORDS: Final = 3
"""A quote with fewer characters beside its numbers has no words to know it by: any amount is #元."""
NUMBER: Final = re.compile(
    r"(?:(?:[0-9]{1,3}(?:,[0-9]{3})+(?![0-9])|[0-9]+)(?:\.[0-9]+)?[十百千万亿]*)+|[零一二两三四五六七八九十百千万亿]+"
)
SIGN: Final = "\0"
"""Stands for a number; no folded text holds it."""
LONG_NUMBER: Final = 20
"""So many characters to either side of a border can belong to a number across it."""
_MOST_SAME: Final = 64  # phrases with the same words
_MOST_HITS: Final = 200  # places of one pair of characters
_MOST_WINDOWS: Final = 8  # parts of a text that are looked at closely


class SimilarPhrase(NamedTuple):
    """A part of a text, and how much it is like a quote; two equal phrases have 2."""

    likeness: float
    start: int
    end: int


class _Masked(NamedTuple):
    """A text with a sign for each number; ``starts`` are the places of its characters, and its end, in the unmasked."""

    text: str
    starts: Sequence[int]


@dataclass(frozen=True)
class SearchedText:
    """A folded text in which phrases like a quote are looked for; the work that does not depend on it is done once."""

    text: str

    @cached_property
    def _masked(self) -> _Masked:
        parts: list[str] = []
        starts = array("L")
        end = 0
        for number in NUMBER.finditer(self.text):
            parts += self.text[end : number.start()], SIGN
            starts.extend(range(end, number.start() + 1))
            end = number.end()
        starts.extend(range(end, len(self.text) + 1))
        return _Masked("".join([*parts, self.text[end:]]), starts)

    def similar_to(self, quote: str) -> Iterator[SimilarPhrase]:
        """The phrases that say nearly the same as a folded quote, or the same of another number."""
        words = NUMBER.sub(SIGN, quote)
        if _has_words(words):
            searched, spans = self._masked, _spans(words, self._masked.text)
        else:
            searched, spans = _Masked(self.text, range(len(self.text) + 1)), _spans(quote, self.text)
        for first, last in spans:
            start, end = _with_whole_numbers(self.text, searched.starts[first], searched.starts[last])
            if likeness := _likeness(quote, words, self.text[start:end]):
                yield SimilarPhrase(likeness, start, end)


def _likeness(quote: str, words: str, phrase: str) -> float:
    """How much a phrase is like a quote, of which ``words`` are what is not a number; 0 where it is not."""
    phrase_words = NUMBER.sub(SIGN, phrase)
    if SIGN in words and SIGN not in phrase_words:
        return 0
    alike, same_words = _ratio(quote, phrase), _ratio(words, phrase_words)
    return alike + same_words if alike >= ALIKE or (_has_words(words) and same_words >= SAME_WORDS) else 0


def _has_words(masked: str) -> bool:
    return len(masked) - masked.count(SIGN) >= LEAST_WORDS


def _ratio(phrase: str, other: str) -> float:
    return SequenceMatcher(None, phrase, other, autojunk=False).ratio()


def _with_whole_numbers(text: str, start: int, end: int) -> tuple[int, int]:
    for number in NUMBER.finditer(text, max(start - LONG_NUMBER, 0), end + LONG_NUMBER):
        if number.start() < start < number.end():
            start = number.start()
        if number.start() < end < number.end():
            end = number.end()
    return start, end


def _spans(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a phrase, or something like it, may stand in a text: few places, in a time that grows with the text."""
    for start in islice(_occurrences(phrase, text), _MOST_SAME):
        yield start, start + len(phrase)
    seen: set[str] = set()
    for start, end in _windows(phrase, text):
        window = text[start:end]
        if window not in seen:  # a text that repeats itself costs no more than one that does not
            seen.add(window)
            first, last = _aligned(phrase, window)
            if first < last:
                yield start + first, start + last


def _windows(phrase: str, text: str) -> Iterator[tuple[int, int]]:
    """The parts of a text that share most pairs of characters with a phrase, in about its order."""
    width = max(len(phrase) // 2, 4)
    votes: Counter[int] = Counter()
    for pair, place in {phrase[start : start + 2]: start for start in range(len(phrase) - 1)}.items():
        votes.update((start - place) // width for start in islice(_occurrences(pair, text), _MOST_HITS))
    for bucket, _ in votes.most_common(_MOST_WINDOWS):
        yield max((bucket - 1) * width, 0), (bucket + 2) * width + len(phrase)


def _occurrences(phrase: str, text: str) -> Iterator[int]:
    start = text.find(phrase)
    while start >= 0:
        yield start
        start = text.find(phrase, start + 1)


def _aligned(phrase: str, window: str) -> tuple[int, int]:
    """The part of a window that is most like a phrase."""
    blocks = SequenceMatcher(None, phrase, window, autojunk=False).get_matching_blocks()[:-1]
    best, span = 0.0, (0, 0)
    for index, first in enumerate(blocks):
        shared = 0
        for last in blocks[index:]:
            shared += last.size
            end = last.b + last.size
            likeness = 2 * shared / (len(phrase) + end - first.b)
            if likeness > best:
                best, span = likeness, (first.b, end)
    return span
