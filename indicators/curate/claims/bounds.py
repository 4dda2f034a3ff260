"""A text and a place in it → where the sentence around it begins and ends."""

from typing import Final


def sentence_start(text: str, place: int) -> int:
    """Where the sentence of a place begins, or the last of its characters that are looked at."""
    since = max(place - _LONGEST_SENTENCE, 0)
    return max((text.rfind(mark, since, place) + 1 for mark in _MARKS), default=0) or since


def sentence_end(text: str, place: int) -> int:
    """Where the sentence of a place ends, or the first of its characters that are not looked at."""
    ends = [text.find(mark, place, place + _LONGEST_SENTENCE) for mark in _MARKS]
    return min((end for end in ends if end >= 0), default=place + _LONGEST_SENTENCE)


def paragraph_start(text: str, place: int) -> int:
    """Where the paragraph of a place begins, or the last of its characters that are looked at."""
    since = max(place - _LONGEST_PARAGRAPH, 0)
    return max(text.rfind("\n", since, place) + 1, since)


_MARKS: Final = ("。", "\n", "；", "; ", ". ")
_LONGEST_SENTENCE: Final = 300
_LONGEST_PARAGRAPH: Final = 600
