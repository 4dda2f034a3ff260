"""A text of YAML → the characters in it that show a person something else than a program reads, and their offsets."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from indicators.values.text import unsafe_at

# Everything that unsafe_at can find, but for tabs and line breaks, which only matter within a value. A test compares.
# Both are compiled when the first text comes that is not printable.
_SUSPICIOUS: Final = (
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f"
    r"\u2028-\u202e\u2060-\u206f\ud800-\uf8ff\ufeff\ufff9-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f"
    r"\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U0010ffff]"
)
# What no YAML parser takes, and what it takes for a line break where nobody sees one.
_UNREADABLE: Final = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]"
# A line break to YAML alone, where the lines of the file end in LF: an editor, a diff or a terminal shows one line.
_LONE_RETURN: Final = r"\r(?!\n)"
_ESCAPE: Final = re.compile(r"\\(?:x(?P<x>..)|u(?P<u>.{4})|U(?P<U>.{8})|(?P<letter>.))|(?P<tab>\t)", re.DOTALL)
_ESCAPES: Final = dict(zip("0abt\tvfreNLP", "\0\a\b\t\t\v\f\r\x1b\x85\u2028\u2029", strict=True))
_CONTROLS: Final = {"\0": "NULL", "\t": "TAB", "\r": "CARRIAGE RETURN", "\x1b": "ESCAPE", "\x85": "NEXT LINE"}


def unsafe(text: str) -> Iterator[tuple[str, int]]:
    """The unsafe characters that stand in the text itself, comments included: there they can hide a line."""
    for match in re.finditer(_SUSPICIOUS, text):
        if re.match(_UNREADABLE, match[0]) or _unsafe_among_neighbours(text, match.start()):
            yield match[0], match.start()
    if "\n" in text:
        yield from (("\r", match.start()) for match in re.finditer(_LONE_RETURN, text))


def unreadable(text: str) -> bool:
    """True where a character keeps the parser from reading, or is a line break to it and to no reader."""
    return re.search(_UNREADABLE, text) is not None


def escaped(text: str, value: str, start: int, end: int) -> tuple[str, int] | None:
    """The first unsafe character or tab of a ``value`` that its scalar, from ``start`` to ``end``, has as an escape."""
    index = unsafe_at(value.replace("\n", " "))
    if index is None:
        return None
    for match in _ESCAPE.finditer(text, start, end):
        number = match["x"] or match["u"] or match["U"]
        char = chr(int(number, 16)) if number else _ESCAPES.get(match["letter"] or match["tab"], "")
        if char == value[index]:
            return char, match.start()
    return None


def name(char: str) -> str:
    """What Unicode calls a character."""
    return _CONTROLS.get(char, unicodedata.name(char, "CONTROL OR PRIVATE-USE CHARACTER"))


def _unsafe_among_neighbours(text: str, offset: int) -> bool:
    """True where the character there is unsafe beside its neighbours: a joiner between two letters is not."""
    if unsafe_at(text[offset]) is None:
        return False
    start = max(offset - 1, 0)
    index = unsafe_at(text[start : offset + 2])
    return index is not None and index <= offset - start
