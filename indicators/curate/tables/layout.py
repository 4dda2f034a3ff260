"""The rows of a table → its titles, its head, its body, and what each column is for: labels, units or values."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from indicators.curate.tables.blocks import PrintedCell, PrintedRow, TableBlock
from indicators.values.text import plain_forms
from indicators.values.unit_table import UnitTable

ColumnUse = Literal["label", "unit", "serial", "value", "remark"]

_EMPTY: Final = frozenset({"", "-", "--", "—", "——", "–", "−", "/", "·", "…", "……", "...", "..", "x", "×", "*", "无"})
_NUMBER: Final = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,18})(?:\.[0-9]{1,9})?"
_VALUE: Final = re.compile(
    rf"(?:约|近|超|增长|下降|增加|减少|提高|回落)?(?P<sign>[-+−–]?) ?(?P<number>{_NUMBER})(?P<unit>[^0-9\s,.]{{0,12}})"
)
FOOTNOTE: Final = re.compile(r"\s{0,3}(?:[①-⑳*†‡▲△#]|\[[0-9]{1,2}\]|[(（]注?[0-9]{0,2}[)）]){1,6}$")
"""What stands behind a number or a label and leads to a note below the table."""
_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_TIME: Final = re.compile(
    r"(?:(?:19|20)[0-9]{2}(?:年.*| ?[-—–~/] ?(?:(?:19|20)[0-9]{2}|[01]?[0-9])(?:[-/][0-9]{1,2})?)"
    r"|[0-9]{1,2}(?: ?[-—–~至] ?[0-9]{1,2})?月.*"
    r"|第?[1-4一二三四]季度|[HQ][1-4].*|[上下]半年|全年|1 ?[-—–~至] ?本月)"
)
_SERIAL: Final = re.compile(r"序号|编号|No\.?|№|#|号", re.IGNORECASE)
_UNIT_HEAD: Final = re.compile(r"(?:计量)?单位|units?", re.IGNORECASE)
_REMARK: Final = re.compile(r"备注|说明|来源|数据来源|notes?|remarks?", re.IGNORECASE)
_MOST_COLUMNS: Final = 80
MOST_CELLS: Final = 10_000
"""So many cells of the tables of a text are read."""
_MOST_TO_DECIDE: Final = 60
"""So many rows of the body say what a column is for."""


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table as it is read: ``titles`` stand over all of it, ``head`` over columns; ``uses`` says what each is for.

    ``unread`` is where the first row stands that is not read, since there are too many cells before it.
    """

    titles: tuple[PrintedCell, ...]
    head: tuple[PrintedRow, ...]
    body: tuple[PrintedRow, ...]
    uses: tuple[ColumnUse, ...]
    unread: int | None = None

    def label_columns(self, column: int) -> Sequence[int]:
        """The columns whose cells say what a value in a column is of: the run of them nearest to its left."""
        end = next((index for index in range(column - 1, -1, -1) if self.uses[index] in {"label", "unit"}), -1)
        start = end
        while start > 0 and self.uses[start - 1] in {"label", "unit", "serial"}:
            start -= 1
        return [index for index in range(start, end + 1) if index >= 0 and self.uses[index] == "label"]

    def head_cells(self, column: int) -> Iterator[PrintedCell]:
        """The cells over a column, from the top; an empty one above the last row belongs to the one at its left."""
        for row in self.head[:-1]:
            yield _merged(row, column)
        for row in self.head[-1:]:
            yield cell_at(row, column)


FoundTable = tuple[TableBlock, TableLayout]


def _merged(row: PrintedRow, column: int) -> PrintedCell:
    """The cell of a row at a column, or the nearest before it that is not empty and stands over a value, too."""
    index = min(column, len(row) - 1)
    while index > 0 and not row[index].text:
        index -= 1
    return row[index] if index >= 0 and (index or column == 0) else PrintedCell("", 0, 0)


def cell_at(row: PrintedRow, column: int) -> PrintedCell:
    """The cell of a row at a column; an empty one where the row is shorter."""
    return row[column] if column < len(row) else PrintedCell("", 0, 0)


def without_footnote(text: str) -> str:
    """The text of a cell in plain forms, without the mark of a footnote."""
    plain = plain_forms(text).strip()
    return FOOTNOTE.sub("", plain).strip() or plain


def is_empty(text: str) -> bool:
    """True of a cell with nothing in it but a dash."""
    return text.strip() in _EMPTY


def value_of(text: str) -> re.Match[str] | None:
    """The number of a cell that has nothing else, with its sign and its unit; None for all other cells."""
    return _VALUE.fullmatch(without_footnote(text))


def is_time(text: str) -> bool:
    """True of a cell with a time and nothing else: 2023年, 1—7月."""
    return _TIME.fullmatch(without_footnote(text)) is not None


def is_year(text: str) -> bool:
    """True of a cell with a bare year, which may be a number as well."""
    return _YEAR.fullmatch(without_footnote(text)) is not None


def layouts(blocks: Iterable[TableBlock], table: UnitTable) -> list[FoundTable]:
    """The tables that have values, of which no more than ``MOST_CELLS`` are read."""
    found: list[FoundTable] = []
    left = MOST_CELLS
    for block in blocks:
        known = layout(block, table)
        if known is not None:
            known = _cut(known, left)
            left -= sum(map(len, known.body))
            found.append((block, known))
    return found


def _cut(known: TableLayout, cells: int) -> TableLayout:
    """A table with only those rows of its body that have no more than so many cells."""
    for index, row in enumerate(known.body):
        cells -= len(row)
        if cells < 0:
            return replace(known, body=known.body[:index], unread=row[0].start)
    return known


def layout(block: TableBlock, table: UnitTable) -> TableLayout | None:
    """The layout of a table; None where it has no body with values, or more columns than anybody prints."""
    rows = [row for row in block.rows if any(cell.text for cell in row)]
    titles, rows = _titles(rows)
    count = _head_rows(rows)
    head, body = rows[:count], rows[count:]
    repeated = {tuple(cell.text for cell in row) for row in head}
    body = [row for row in body if tuple(cell.text for cell in row) not in repeated]
    width = max(map(len, body), default=0)
    if not 0 < width <= _MOST_COLUMNS:
        return None
    uses = tuple(_use(head, body[:_MOST_TO_DECIDE], column, table) for column in range(width))
    if "value" not in uses:
        return None
    return TableLayout((*block.above, *titles), tuple(head), tuple(body), uses, block.unread)


def _titles(rows: list[PrintedRow]) -> tuple[list[PrintedCell], list[PrintedRow]]:
    """The rows at the top with one cell each, which are titles, and the rows below them."""
    titles: list[PrintedCell] = []
    for index, row in enumerate(rows):
        filled = [cell for cell in row if cell.text]
        if len(filled) > 1 or value_of(filled[0].text):
            return titles, rows[index:]
        titles.append(filled[0])
    return [], rows


def _head_rows(rows: Sequence[PrintedRow]) -> int:
    """How many rows at the top are the head: those before the first with a value that is no time."""
    for index, row in enumerate(rows):
        cells = [cell.text for cell in row[1:] if cell.text]
        if cells and all(is_time(text) or is_year(text) for text in cells) and not value_of(row[0].text):
            continue
        if any(value_of(text) and not is_time(text) for text in cells):
            return index
        if index and all(is_empty(text) for text in cells):  # a row without any value is of the body
            return index
    return len(rows)


def _use(head: Sequence[PrintedRow], body: Sequence[PrintedRow], column: int, table: UnitTable) -> ColumnUse:
    title = next((cell_at(row, column).text for row in reversed(head) if cell_at(row, column).text), "")
    cells = [text for row in body if not is_empty(text := cell_at(row, column).text)]
    if _REMARK.fullmatch(title):
        return "remark"
    if _SERIAL.fullmatch(title) or (column == 0 and _counts_up(cells) and _is_text(body, 1)):
        return "serial"
    units = sum(_is_unit(text, table) for text in cells)
    if _UNIT_HEAD.fullmatch(title) or (units and units == len(cells)):
        return "unit"
    years = sum(is_year(text) for text in cells)
    if cells and column == 0 and years == len(cells):
        return "label"
    values = sum(value_of(text) is not None and not is_time(text) for text in cells)
    return "value" if values and 2 * values >= len(cells) else "label"


def _counts_up(cells: Sequence[str]) -> bool:
    return len(cells) > 1 and all(text == str(number) for number, text in enumerate(cells, 1))


def _is_text(body: Sequence[PrintedRow], column: int) -> bool:
    cells = [text for row in body if not is_empty(text := cell_at(row, column).text)]
    return bool(cells) and not any(map(value_of, cells))


def _is_unit(text: str, table: UnitTable) -> bool:
    plain = without_footnote(text).lower()
    return plain.lstrip("百千万亿") in table.forms or plain in table.forms
