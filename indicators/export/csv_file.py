"""A table → CSV that a spreadsheet opens as it is, and that can be read back to the letter.

RFC 4180 in UTF-8 with a byte order mark, without which Excel takes Chinese for something else. Texts are quoted,
numbers are not. A spreadsheet runs a cell that begins with one of ``= + - @`` (CWE-1236, OWASP: CSV injection), white
space before it or not, and some take the full-width forms for the same: such a text has an apostrophe before it. So
that this can be undone, a text that begins with an apostrophe has one more. CR and CR LF in a text become LF, since a
lone CR ends a row for some readers. An infinite number is INF or -INF, as Table Schema and XML Schema write it; being
a word, the second has the apostrophe too. An empty cell means that nothing was said: no text of a dataset is empty.
"""

import csv
import io
import re
from datetime import date
from typing import Final

import pandas as pd

from indicators.export.edition import Cell, Table, kind

BOM: Final = "\ufeff"
_RUN: Final = re.compile(r"\s*[=+\-@\t\r＝＋－＠]|'")


def write(table: Table, *, guarded: bool = True) -> bytes:
    """The table as CSV. Without ``guarded`` it is for machines: no byte order mark, and texts are as they are."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    safe = _safe if guarded else _one_kind_of_break
    writer.writerow([safe(column) for column in table.columns])
    writer.writerows([safe(_cell(cell)) for cell in row] for row in table.rows)
    return (BOM * guarded + text.getvalue()).encode()


def read_csv(content: bytes) -> pd.DataFrame:
    """What ``write`` wrote: texts to the letter, numbers as float64, dates as datetime64, missing where nothing was.

    Raises ValueError for bytes that are not UTF-8, and csv.Error for what is no CSV.
    """
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
    columns = [_unguarded(name) for name in next(rows)]
    cells = [[_unguarded(cell) or None for cell in row] for row in rows]
    frame = pd.DataFrame(cells, columns=pd.Index(columns), dtype="str")
    for name in columns:
        if kind(name) in {"number", "integer"}:
            frame[name] = frame[name].astype("float64")
        elif kind(name) == "date":
            frame[name] = pd.to_datetime(frame[name]).astype("datetime64[s]")
    return frame


def _cell(cell: Cell) -> str | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    return cell.isoformat() if isinstance(cell, date) else number(cell) if isinstance(cell, float) else cell


def number(value: float) -> float | int | str:
    """A float as a reader expects it: 3670000000, not 3670000000.0; INF and -INF where it is infinite."""
    if value in {float("inf"), float("-inf")}:
        return "INF" if value > 0 else "-INF"
    return int(value) if value.is_integer() else value


def _safe(cell: str | float) -> str | float:
    text = _one_kind_of_break(cell)
    return f"'{text}" if isinstance(cell, str) and _RUN.match(cell) else text


def _one_kind_of_break(cell: str | float) -> str | float:
    return re.sub(r"\r\n?", "\n", cell) if isinstance(cell, str) else cell


def _unguarded(cell: str) -> str:
    return cell.removeprefix("'")
