"""Words → the lines that they are broken into, as wide as there is room for."""

import re


def wrap(words: str, ems: float) -> list[str]:
    """The words in lines of at most that width; Chinese breaks anywhere, English between words."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(words):
        if line.strip() and width(line + piece) > ems:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for char in words:
        if pieces and pieces[-1][-1].isascii() and char.isascii() and not pieces[-1][-1].isspace():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def width(words: str) -> float:
    """Width of the words in ems, near enough to break lines by."""
    return sum(0.55 if char.isascii() else 1.0 for char in words)


def wrap_at_most(text: str, ems: float, most: int) -> list[str]:
    """The text in at most so many lines of that width; a cut is marked with an ellipsis."""
    piece = int((ems - 1.6) / 0.55)  # words that are longer than a line, such as addresses, are broken
    lines = wrap(re.sub(rf"\S{{{piece}}}", r"\g<0> ", text), ems)
    if len(lines) <= most:
        return lines
    last = wrap(lines[most - 1], ems - 1.6)[0]
    return [*lines[: most - 1], last.rstrip(" ·,，、") + " …"]
