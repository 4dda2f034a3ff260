"""An article's text → one in plain forms whose numbers are whole, with the place of each character in the original."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from indicators.values.text import plain_forms

_IN_A_NUMBER: Final = tuple(
    re.compile(gap)
    for gap in (
        r"[ \n](?<=[0-9万亿][ \n])(?:(?<=\n)| *\n)[ \n]*(?=[万亿]|元(?!旦)|人次|人(?![民大])|[家户亩吨](?!庭))",
        r"[ \n](?<=[0-9][ \n])[ \n]{0,2}(?=\.[ \n]{0,3}[0-9])",
        r"[ \n](?<=[0-9]\.[ \n])(?<!(?:19|20)[0-9]{2}\.[ \n])[ \n]{0,2}(?=[0-9])",
        r" (?<=[0-9] )(?<![0-9]{4} ) {0,2}(?=, {0,3}[0-9]{3}(?![0-9]))",
        r" (?<=[0-9], )(?<![0-9]{4}, ) {0,2}(?=[0-9]{3}(?![0-9]))",
    )
)
"""What a page puts between the digits of a number, or before its unit; the rows of a table stay apart.

Each begins with the white space of plain forms, which is a blank or the end of a line: other places are passed quickly.
"""
_MAY_BE_IN_A_NUMBER: Final = re.compile(r"[ \n](?<=[0-9万亿.,][ \n])")
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
        return on_one_line(self.original[first:last])


def on_one_line(printed: str) -> str:
    """A part of a text as it was printed, but on one line, with single spaces and nothing invisible."""
    blank = printed.replace("\t", " ")
    if blank.isprintable():  # as most of them are: on one line, and nothing invisible
        return _IN_NUMBERS.sub("", " ".join(blank.split())) if " " in blank else blank
    joined = printed.replace("\n", "")
    if " " not in joined and joined.isprintable() and not _WORDS_APART.search(printed):
        return joined
    printed = _LINE_ENDS.sub(_at_line_end, printed)
    visible = "".join(char for char in printed if char.isspace() or unicodedata.category(char) not in _NO_TEXT)
    return _IN_NUMBERS.sub("", " ".join(visible.split()))


_WORDS_APART: Final = re.compile(r"[A-Za-z,.;]\n+[A-Za-z,.;]")
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
    forms = {char: form for char in set(original) if (form := _form(char)) != char}
    text = _in_plain_forms(original, forms)
    text = _APOSTROPHE.sub("'", text)
    offsets: Sequence[int] = range(len(original))
    if any(len(form) != 1 for form in forms.values()):
        offsets = [offset for offset, char in enumerate(original) for _ in forms.get(char, char)]
    if not text.isascii() and not _CHINESE.search(text):
        text, offsets = _in_english_forms(text, offsets)
    if _MAY_BE_IN_A_NUMBER.search(text):
        for pattern in _IN_A_NUMBER:
            if gaps := [gap.span() for gap in pattern.finditer(text)]:
                kept = [slice(end, start) for (_, end), (start, _) in pairwise([(0, 0), *gaps, (len(text), 0)])]
                text = "".join([text[part] for part in kept])
                offsets = [offset for part in kept for offset in offsets[part]]
    return FoldedText(original, text, offsets)


def _in_plain_forms(text: str, forms: Mapping[str, str]) -> str:
    """A text with other forms of some of its characters; a few are replaced one after the other, which is quicker."""
    if len(forms) > _A_FEW or any(char in forms for form in forms.values() for char in form):
        return text.translate({ord(char): form for char, form in forms.items()})
    for char, form in forms.items():
        text = text.replace(char, form)
    return text


def _in_english_forms(text: str, offsets: Sequence[int]) -> tuple[str, Sequence[int]]:
    """An English text with straight quotes, bare letters and double hyphens for dashes, as patterns know its words."""
    text = text.translate(_ENGLISH)
    if not any(dash in text for dash in _DASHES):
        return text, offsets
    parts: list[str] = []
    places: list[int] = []
    last = 0
    for dash in _DASH.finditer(text):
        parts += text[last : dash.start()], " -- "
        places += [*offsets[last : dash.start()], *[offsets[dash.start()]] * 4]
        last = dash.end()
    return "".join([*parts, text[last:]]), [*places, *offsets[last:]]


_CHINESE: Final = re.compile("[\u3400-\u9fff]")
_DASHES: Final = "—–"
_DASH: Final = re.compile(r"(?<=[A-Za-z,.)\"'%])(?: [—–] (?=[A-Za-z\"'(])|—(?=[a-z]))")
"""A dash between words, and not in a range: a port — one of many — grew."""
_ENGLISH: Final = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'"}
    | {
        char: bare
        for char in map(chr, range(0xC0, 0x1EFA))
        if (bare := unicodedata.normalize("NFKD", char)[0]).isascii() and bare.isalpha()
    }
)
_A_FEW: Final = 30
_APOSTROPHE: Final = re.compile("(?<=[A-Za-z])’")
"""The apostrophe of English words, by which nobody is to tell a sentence from an English one: the county’s exports."""


@lru_cache(maxsize=4096)
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
