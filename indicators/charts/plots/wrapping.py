"""Words → the lines that they are broken into, as wide as there is room for."""

import re
from typing import Final

_PIECE: Final = re.compile(r"(?:(?!\s)[\x00-\x7f])+(?:(?=\s)[\x00-\x7f])?|[\x00-\x7f]|[^\x00-\x7f]", re.DOTALL)
"""What a line is not broken within: a word in ASCII with the space behind it, or a single other character."""
_CUT: Final = " …"
"""The end of a text that is cut."""


def wrap(words: str, ems: float) -> list[str]:
    """The words in lines of at most that width; Chinese breaks anywhere, English between words."""
    if _fits(words, ems):
        return [words.rstrip()]
    lines: list[str] = []
    line, filled = "", 0.0
    for piece in _PIECE.findall(words):
        wide = 0.55 * len(piece) if piece.isascii() else 1.0
        if filled + wide > ems and line.strip():
            lines.append(line.rstrip())
            line = piece.lstrip()
            filled = width(line)
        else:
            line += piece
            filled += wide
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def width(words: str) -> float:
    """Width of the words in ems, near enough to break lines by."""
    return len(words) - 0.45 * len(words.encode("ascii", "ignore"))


def _fits(words: str, ems: float) -> bool:
    """Whether the words are no wider than that; no character is wider than an em."""
    return len(words) <= ems or width(words) <= ems


def wrap_at_most(text: str, ems: float, most: int) -> list[str]:
    """The text in at most so many lines of that width; a cut is marked with an ellipsis."""
    if _fits(text, ems):
        return [text.rstrip()]
    piece = int((ems - 1.6) / 0.55)  # words that are longer than a line, such as addresses, are broken
    lines = wrap(re.sub(rf"\S{{{piece}}}", r"\g<0> ", text), ems)
    if len(lines) <= most:
        return lines
    last = wrap(lines[most - 1], ems - 1.6)[0]
    return [*lines[: most - 1], last.rstrip(" ·,，、") + _CUT]


def wrap_quotation(text: str, ems: float, most: int) -> list[str]:
    """The same, but where words between “ and ” are too long for it, they are cut, and what stands behind them stays.

    Of “printed words” – outlet, date a reader has the words in the article, but needs to know whose and when.
    """
    lines = wrap_at_most(text, ems, most)
    opening, closing = text.find("“") + 1, text.rfind("”")
    if not 0 < opening < closing or not lines[-1].endswith(_CUT):
        return lines
    least, fitting = 0, closing - opening
    while least < fitting:  # the most characters of the quotation that fit
        middle = (least + fitting + 1) // 2
        if len(wrap(_cut(text, opening, middle, closing), ems)) <= most:
            least = middle
        else:
            fitting = middle - 1
    return wrap_at_most(_cut(text, opening, least, closing), ems, most)


def _cut(text: str, opening: int, count: int, closing: int) -> str:
    """The text with the first characters of its quotation only; a word is not cut."""
    kept = text[opening : opening + count]
    if text[opening + count : opening + count + 1].isascii() and kept[-1:].isascii():
        kept = kept.rpartition(" ")[0]
    return f"{text[:opening]}{kept.rstrip(' ·,，、')} …{text[closing:]}"
