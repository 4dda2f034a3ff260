"""A table that leaves the program: named columns, rows of plain values, and what its columns are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

Cell = str | float | int | bool | date | None
"""One value in a table; None where nothing was said."""
ColumnType = Literal["text", "number", "integer", "boolean", "date"]

_TYPES: Final[Mapping[str, ColumnType]] = {
    **dict.fromkeys(("value", "low", "high", "scale", "latitude", "longitude"), "number"),
    **dict.fromkeys(("growth", "change", "points", "share", "completion"), "number"),
    **dict.fromkeys(("start", "end", "dated", "known_on"), "date"),
    **dict.fromkeys(("additive", "comparable_basis", "exact", "cumulative", "subsets"), "boolean"),
    **dict.fromkeys(("position", "figures"), "integer"),
}


def column_type(column: str) -> ColumnType:
    """The type of the cells of a column, the same in every table that has it."""
    return _TYPES.get(column, "text")


@dataclass(frozen=True)
class Table:
    """Rows under columns; ``key`` makes a row unique, ``links`` lead from a column to the key of another table."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
