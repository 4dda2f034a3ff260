"""Rows → the lines of a table for a terminal, aligned by how wide each character is there."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from indicators.values.text import one_line

_GAP: Final = "  "


def table(
    rows: Sequence[Mapping[str, str]], titles: Mapping[str, str], *, right_aligned: Collection[str] = ()
) -> list[str]:
    """A line of titles, a rule and a line for each row, all equally wide; no lines if there are no rows.

    ``titles`` has the title of each column, in their order. Columns that are empty in all rows are left out.
    """
    columns = [name for name in titles if any(row.get(name) for row in rows)]
    if not columns:
        return []
    cells = [[titles[name] for name in columns]]
    cells += [[one_line(row.get(name, "")) for name in columns] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    right = [name in right_aligned for name in columns]
    head, *body = [_GAP.join(map(_padded, line, widths, right)) for line in cells]
    return [head, _GAP.join("-" * size for size in widths), *body]


def _padded(cell: str, size: int, right: bool) -> str:
    spaces = " " * (size - width(cell))
    return spaces + cell if right else cell + spaces


def width(text: str) -> int:
    """The cells that a text takes on a terminal (UAX 11): two for wide characters, none for combining marks.

    Characters of ambiguous width count as one, as they do in terminals by default.
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me"}:
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def cut(line: str, limit: int) -> str:
    """The line if it fits into so many cells, else as much of it as fits with an ellipsis."""
    if width(line) <= limit:
        return line
    used, kept = 0, ""
    for char in line:
        used += _cells(char)
        if used > limit - 1:
            break
        kept += char
    return f"{kept}…"
