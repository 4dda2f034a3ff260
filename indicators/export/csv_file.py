"""Rows → CSV that a spreadsheet opens as it is, and from which every text can be read back exactly.

RFC 4180. A spreadsheet runs a cell that begins with one of ``= + - @`` (CWE-1236, OWASP: CSV injection), with or
without white space before it, and some take the full-width forms for the same: such a text gets an apostrophe in
front. So that this can be undone, a text that begins with an apostrophe gets one more. CR and CR LF in a text become
LF, since a lone CR ends a row for some readers. Numbers are never changed. An infinite number is inf or -inf, which
pandas, polars and R read as a number; in a table that a schema describes it is INF or -INF, as Table Schema and XML
Schema write it. An empty cell, without quotes, means that nothing was said: no text of a dataset is empty.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, Literal, Self

from indicators.export.table import Cell, Table

BOM: Final = "\ufeff"
"""Without it Excel takes UTF-8 for another encoding."""
_GUARDED: Final = re.compile(r"\s*[=+\-@\t\r＝＋－＠]|'")


def for_spreadsheets(columns: Sequence[str], rows: Iterable[Sequence[Cell | Decimal]]) -> bytes:
    """A file to open in a spreadsheet: with a byte order mark and guarded texts, which are quoted; numbers are not."""
    return (BOM + text(columns, rows)).encode()


def for_schemas(table: Table) -> bytes:
    """A file that a schema describes: a guard would be part of the text there, so texts are as they are."""
    return text(table.columns, table.rows, guard=False).encode()


def text(
    columns: Sequence[str],
    rows: Iterable[Sequence[Cell | Decimal]],
    *,
    guard: bool = True,
    quote_texts: bool = True,
    line_end: str = "\r\n",
) -> str:
    """The rows under their columns; with ``quote_texts`` a reader can tell a text from a number and from nothing.

    With ``guard`` the file is for spreadsheets, without it for readers of its schema.
    """
    sink = io.StringIO(newline="")
    quoting: Literal[0, 2] = csv.QUOTE_NONNUMERIC if quote_texts else csv.QUOTE_MINIMAL
    writer = csv.writer(sink, quoting=quoting, lineterminator=line_end)
    writer.writerow([_cell(column, guard=guard) for column in columns])
    writer.writerows([_cell(cell, guard=guard) for cell in row] for row in rows)
    return sink.getvalue()


class _Unquoted(Decimal):
    """What stands in a cell as it is: the writer quotes all but numbers, and nothing like a text."""

    _printed: str

    def __new__(cls, printed: str) -> Self:
        bare = super().__new__(cls, printed or 0)
        bare._printed = printed  # the attribute of this class
        return bare

    def __str__(self) -> str:
        return self._printed


_NOTHING: Final = _Unquoted("")


def _cell(cell: Cell | Decimal, *, guard: bool) -> str | float | Decimal:
    match cell:
        case None:
            return _NOTHING
        case bool():
            return str(cell).lower()
        case date():
            return cell.isoformat()
        case float() | Decimal():
            plain = number(cell)
            return _Unquoted(plain.lower() if guard else plain) if isinstance(plain, str) else plain
        case str():
            return _text(cell, guard=guard)
    return cell


def number(value: float | Decimal) -> float | Decimal | str:
    """A number as a reader expects it: 3670000000, not 3670000000.0 or 3.67E+9; INF and -INF where it is infinite."""
    if value in {float("inf"), float("-inf")}:
        return "INF" if value > 0 else "-INF"
    if isinstance(value, Decimal):
        return _Unquoted(format(value.normalize(), "f"))
    return int(value) if value.is_integer() else value


def _text(cell: str, *, guard: bool) -> str:
    one_break = re.sub(r"\r\n?", "\n", cell)
    return f"'{one_break}" if guard and _GUARDED.match(cell) else one_break


def unguarded(cell: str) -> str:
    """The text of a cell that was guarded."""
    return cell.removeprefix("'")
