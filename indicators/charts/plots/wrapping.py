"""Words → the lines that they are broken into, as wide as there is room for."""


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
