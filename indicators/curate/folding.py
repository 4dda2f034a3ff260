"""An article's text → one in plain forms whose numbers are whole, with the place of each character in the original."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from indicators.values.text import plain_forms

_IN_A_NUMBER: Final = tuple(
    re.compile(gap)
    for gap in (
        r"(?<=[0-9万亿])[^\S\n]*\n\s*(?=[万亿]|元(?!旦)|人次|人(?![民大])|[家户亩吨](?!庭))",
        r"(?<=[0-9])\s{1,3}(?=\.\s{0,3}[0-9])",
        r"(?<=[0-9]\.)(?<!(?:19|20)[0-9]{2}\.)\s{1,3}(?=[0-9])",
        r"(?<=[0-9])[^\S\n]{1,3}(?=,[^\S\n]{0,3}[0-9]{3}(?![0-9]))",
        r"(?<=[0-9],)[^\S\n]{1,3}(?=[0-9]{3}(?![0-9]))",
    )
)
"""What a page puts between the digits of a number, or before its unit; the rows of a table stay apart."""
_NO_TEXT: Final = frozenset({"Cc", "Cf", "Co", "Cs"})


class FoldedText(NamedTuple):
    """A text in plain forms; ``offsets`` are the places of its characters in ``original``."""

    original: str
    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A part of the folded text, which is not empty, as a part of the original."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def words(self, start: int, end: int) -> str:
        """A part of the folded text as it was printed, but on one line: what a quote holds."""
        first, last = self.span(start, end)
        printed = _LINE_ENDS.sub(_at_line_end, self.original[first:last])
        visible = "".join(char for char in printed if char.isspace() or unicodedata.category(char) not in _NO_TEXT)
        return _IN_NUMBERS.sub("", " ".join(visible.split()))


_LINE_ENDS: Final = re.compile(r"(.?)\s*[\n\r\u2028\u2029]\s*(.?)")
_IN_NUMBERS: Final = re.compile(r"(?<=[0-9]) (?=[.,] ?[0-9])|(?<=[0-9][.,]) (?=[0-9])")


def _at_line_end(place: re.Match[str]) -> str:
    """What stands on both sides of the end of a line, with a space between English words only."""
    words = all((char.isascii() and char.isalpha()) or char in {",", ".", ";"} for char in (place[1], place[2]))
    return f"{place[1]} {place[2]}" if words else place[1] + place[2]


def fold(original: str) -> FoldedText:
    """The text in half-width forms, without what is invisible, and without what a page puts inside a number.

    Its length is nearly that of the original; it takes time that grows with it, and no more.
    """
    pairs = list(_plain(original))
    text = "".join(char for char, _ in pairs)
    for pattern in _IN_A_NUMBER:
        gone = {index for gap in pattern.finditer(text) for index in range(*gap.span())}
        if gone:
            pairs = [pair for index, pair in enumerate(pairs) if index not in gone]
            text = "".join(char for char, _ in pairs)
    return FoldedText(original, text, [offset for _, offset in pairs])


def _plain(original: str) -> Iterator[tuple[str, int]]:
    """Each character in its plain form, with its place in the original."""
    forms: dict[str, str] = {}
    for offset, char in enumerate(original):
        form = forms.get(char)
        if form is None:
            form = forms[char] = _form(char)
        for plain in form:
            yield plain, offset


def _form(char: str) -> str:
    if char in {"\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85"}:
        return "\n"
    if char.isspace():
        return " "
    if unicodedata.category(char) in _NO_TEXT:
        return ""
    if char in _KEPT:  # ① is no 1, and ½ no 1⁄2
        return char
    return plain_forms(char)


_KEPT: Final = frozenset("①②③④⑤⑥⑦⑧⑨⑩½⅓⅔¼¾“”‘’—–㎡㎞³²")
