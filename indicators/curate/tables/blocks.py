"""A text → the tables in it: blocks of lines with tabs, bars or wide gaps, as rows of cells with their places.

Everything is found by the form of the lines, in time that grows with the length of the text and no more.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple


class PrintedCell(NamedTuple):
    """A cell without the white space around it, and where it stands; ``indent`` is the white space before it."""

    text: str
    start: int
    end: int
    indent: int = 0


PrintedRow = Sequence[PrintedCell]


@dataclass(frozen=True, slots=True)
class TableBlock:
    """The lines of a table, from ``start`` to ``end`` of a text, as rows; ``above`` are the short lines before it.

    ``unread`` is where the first line stands that is not split into cells, since there are too many before it.
    """

    start: int
    end: int
    rows: tuple[PrintedRow, ...]
    above: tuple[PrintedCell, ...]
    unread: int | None = None


class _Line(NamedTuple):
    text: str
    start: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


_BAR: Final = re.compile(r"(?<!\\)\|")
_RULE: Final = frozenset(" \t\r|:+=—-")
"""What the line below the head of a table in Markdown is made of."""
_GAP: Final = re.compile(r"[ \u00a0]{2,}|\u3000{2,}|(?<!^[\u4e00-\u9fff])\u3000|[ \u00a0]+\u3000[ \u00a0\u3000]*")
"""What divides cells that are set with spaces; the one in 莒　县 does not."""
_MAY_SPLIT: Final = re.compile(r"[\t|\u3000]|[ \u00a0]{2}")
"""What a line has at least whose cells are divided by tabs, bars or gaps."""
_DIGIT: Final = re.compile(r"[0-9０-９]")
_SENTENCE: Final = re.compile(r"[。;；!！?？]|[,，].*[,，]")
_LONGEST_TITLE: Final = 60
_MOST_ABOVE: Final = 3
_LONGEST_SECTION: Final = 30
_LONGEST_CELL: Final = 60
_FEWEST_ALIGNED: Final = 3
_MOST_CELLS: Final = 20_000
"""So many cells of a text are looked at, of which half can be read as values."""
_FEWEST_ROWS: Final = 100


def find(text: str) -> list[TableBlock]:
    """The tables of a text, in its order; each has at least two rows, and a digit in a cell that is not the first."""
    if _MAY_SPLIT.search(text) is None:
        return []
    lines = list(_lines(text))
    blocks: list[TableBlock] = []
    index, cells = 0, 0
    while index < len(lines):
        if _MAY_SPLIT.search(lines[index].text) is None:
            index += 1
            continue
        split, end = _run(lines, index)
        if split is None:
            index += 1
            continue
        has_digits = _DIGIT.search(text, lines[index].start, lines[end - 1].end)
        rows: tuple[PrintedRow, ...] = ()
        unread: int | None = None
        if has_digits and split is _by_gaps:
            rows = _in_columns(tuple(tuple(split(line)) for line in lines[index:end]))
        elif has_digits:
            rows, unread = _rows(lines[index:end], split, _MOST_CELLS - cells)
        cells += sum(map(len, rows))
        if len(rows) > 1 and any(_DIGIT.search(cell.text) for row in rows for cell in row[1:]):
            above = _above(lines, index, blocks[-1].end if blocks else 0)
            blocks.append(TableBlock(lines[index].start, lines[end - 1].end, rows, above, unread))
        index = end
    return blocks


def _rows(lines: Sequence[_Line], split: "_Split", most: int) -> tuple[tuple[PrintedRow, ...], int | None]:
    """The rows of lines up to so many cells, but enough to know what the columns are, and where the rest begins."""
    rows: list[PrintedRow] = []
    for line in lines:
        if most <= 0 and len(rows) >= _FEWEST_ROWS:
            return tuple(rows), line.start
        if row := tuple(split(line)):
            rows.append(row)
            most -= len(row)
    return tuple(rows), None


def _in_columns(rows: tuple[PrintedRow, ...]) -> tuple[PrintedRow, ...]:
    """Rows that were set with spaces, with as many cells each; a head that is indented lacks its first.

    There are none where a cell is missing elsewhere: which one it is cannot be known.
    """
    width = max(map(len, rows), default=0)
    whole: list[PrintedRow] = []
    for row in rows:
        if len(row) == width - 1 and row[0].indent > 1:
            whole.append((PrintedCell("", row[0].start, row[0].start), *row))
        elif len(row) in {1, width}:
            whole.append(row)
        else:
            return ()
    return tuple(whole)


def without(text: str, blocks: Sequence[TableBlock]) -> str:
    """The text with nothing but the end of a line where a table stands, and every other character at its place."""
    if not blocks:
        return text
    parts: list[str] = []
    place = 0
    for block in blocks:
        length = block.end - block.start
        parts += [text[place : block.start], "\n", _NOTHING * (length - 2), "\n" * (length > 1)]
        place = block.end
    return "".join([*parts, text[place:]])


_NOTHING: Final = "\x00"
"""A character that is left out wherever a text is read."""


def _lines(text: str) -> Iterator[_Line]:
    start = 0
    for line in text.split("\n"):
        yield _Line(line, start)
        start += len(line) + 1


_Split = Callable[[_Line], Iterator[PrintedCell]]


def _run(lines: Sequence[_Line], index: int) -> tuple[_Split | None, int]:
    """How the lines of a table from ``index`` on are split into cells, and where it ends; None where none begins."""
    for belongs, split, fewest in _FORMS:
        if not belongs(lines[index].text):
            continue
        end = last = index + 1
        while end < len(lines) and end - last < 2:
            if belongs(lines[end].text):
                last = end + 1
            elif not _is_section(lines[end].text):
                break
            end += 1
        if last - index >= fewest:
            return split, last
    return None, index


def _is_section(line: str) -> bool:
    """True of a line with one cell that can stand between the rows of a table: 一、工业."""
    return len(line.strip()) <= _LONGEST_SECTION and bool(line.strip()) and not _SENTENCE.search(line)


def _above(lines: Sequence[_Line], index: int, floor: int) -> tuple[PrintedCell, ...]:
    """The lines right above a table that can be its title and its unit, in their order; one may be empty."""
    titles: list[PrintedCell] = []
    empty = 0
    for line in reversed(lines[max(index - 2 * _MOST_ABOVE, 0) : index]):
        words = line.text.strip()
        if line.start < floor or len(words) > _LONGEST_TITLE or _SENTENCE.search(words) or len(titles) == _MOST_ABOVE:
            break
        empty = 0 if words else empty + 1
        if empty > 1:
            break
        if words:
            titles.append(_cell(line.text, line.start))
    return tuple(reversed(titles))


# --- the forms of a table --------------------------------------------------------------------------------------------


def _cell(raw: str, start: int) -> PrintedCell:
    words = raw.strip()
    first = start + len(raw) - len(raw.lstrip())
    return PrintedCell(words, first, first + len(words), first - start)


def _by_tabs(line: _Line) -> Iterator[PrintedCell]:
    start = line.start
    for part in line.text.split("\t"):
        yield _cell(part, start)
        start += len(part) + 1


def _by_bars(line: _Line) -> Iterator[PrintedCell]:
    if "-" in line.text and _RULE.issuperset(line.text):
        return
    inner = line.text.strip()
    start = line.start + line.text.index(inner)
    place = 1 if inner.startswith("|") else 0
    for bar in (*_BAR.finditer(inner, place), None):
        end = bar.start() if bar else len(inner)
        if bar or end > place:
            yield _cell(inner[place:end], start + place)
        place = end + 1


def _by_gaps(line: _Line) -> Iterator[PrintedCell]:
    indent = place = len(line.text) - len(line.text.lstrip())
    for words in _GAP.split(line.text[place:].rstrip()):
        start = line.text.index(words, place)
        place = start + len(words)
        yield PrintedCell(words, line.start + start, line.start + place, indent)
        indent = 0


def _has_tabs(line: str) -> bool:
    return "\t" in line and line.strip() != ""


def _has_bars(line: str) -> bool:
    return len(_BAR.findall(line)) > 1 or (line.lstrip().startswith("|") and "|" in line.strip()[1:])


def _has_gaps(line: str) -> bool:
    """True of a line in which wide gaps stand between short cells."""
    cells = _GAP.split(line.strip())
    return len(cells) > 1 and max(map(len, cells)) <= _LONGEST_CELL and not _SENTENCE.search(line)


_FORMS: Final = (
    (_has_tabs, _by_tabs, 2),
    (_has_bars, _by_bars, 2),
    (_has_gaps, _by_gaps, _FEWEST_ALIGNED),
)
"""The forms that a table can have: how its lines are known, how they are split, and how many it has at least."""
