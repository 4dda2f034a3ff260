"""Words → the lines that they are broken into, as wide as there is room for."""

import re
from typing import Final

_PIECE: Final = re.compile(r"(?:(?!\s)[\x00-\x7f])+(?:(?=\s)[\x00-\x7f])?|[\x00-\x7f]|[^\x00-\x7f]", re.DOTALL)
"""What a line is not broken within: a word in ASCII with the space behind it, or a single other character."""


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
    return [*lines[: most - 1], last.rstrip(" ·,，、") + " …"]
