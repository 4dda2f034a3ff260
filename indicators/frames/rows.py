"""Rows of a frame with columns as lists: of ten rows pandas takes a hundred times as long to choose five."""

import math
from collections.abc import Sequence
from typing import Any, Final
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

_Array = np.ndarray[Any, np.dtype[Any]]
Codes = np.ndarray[Any, np.dtype[np.integer[Any]]]
"""A whole number for each row."""
AT_ONCE: Final = 5_000
"""Of a frame with at most so many rows a column is made as a whole; of a longer one, only the cells asked for."""


class Rows:
    """Some rows of a frame, which is not changed. A column is made when it is first asked for.

    ``rows["region"]`` is a list of as many cells as there are rows; what is missing is NaN.
    """

    __slots__ = ("_columns", "_positions", "_source")

    def __init__(self, source: "_Source", positions: _Array | None, columns: dict[str, list[Any]]) -> None:
        self._source = source
        self._positions = positions  # None of all rows
        self._columns = columns

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Rows":
        """All rows of the frame; columns are shared by all rows of it that are in use at the same time."""
        source = _SOURCES.get(id(frame))
        if source is None:
            source = _SOURCES[id(frame)] = _Source(frame)
        return cls(source, None, {})

    def __len__(self) -> int:
        return len(self._source) if self._positions is None else len(self._positions)

    def __getitem__(self, column: str) -> list[Any]:
        if column not in self._columns:
            self._columns[column] = self._source.cells(column, self._positions).tolist()
        return self._columns[column]

    def first(self, column: str) -> Any:
        """The cell of the first row; IndexError where there are none."""
        positions = np.zeros(1, dtype=np.intp) if self._positions is None else self._positions[:1]
        return self._source.cells(column, positions)[0]

    def take(self, positions: "Sequence[int] | _Array") -> "Rows":
        """The rows at these positions, in that order."""
        chosen = np.asarray(positions, dtype=np.intp)
        columns = {name: [cells[position] for position in chosen] for name, cells in self._columns.items()}
        return Rows(self._source, chosen if self._positions is None else self._positions[chosen], columns)

    def with_columns(self, **columns: list[Any]) -> "Rows":
        """The same rows with further columns."""
        return Rows(self._source, self._positions, {**self._columns, **columns})


class _Source:
    """The columns of a frame as arrays; those of categories in a long frame as codes, and what they stand for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._arrays: dict[str, tuple[_Array, pd.Index[Any] | None]] = {}
        self._codes: dict[str, _Array] = {}

    def __len__(self) -> int:
        return len(self._frame)

    def cells(self, column: str, positions: _Array | None) -> _Array:
        if column not in self._arrays:
            self._arrays[column] = _arrays(self._frame[column])
        cells, categories = self._arrays[column]
        chosen = cells if positions is None else cells[positions]
        if categories is None:
            return chosen
        return np.asarray(categories.take(chosen, allow_fill=True, fill_value=math.nan), dtype=object)

    def codes(self, column: str) -> _Array:
        if column not in self._codes:
            self._codes[column] = codes(self._frame[column])
        return self._codes[column]


_SOURCES: "Final[WeakValueDictionary[int, _Source]]" = WeakValueDictionary()
"""By the id of their frame, which lives as long as they do."""


def _arrays(column: "pd.Series[Any]") -> "tuple[_Array, pd.Index[Any] | None]":
    if isinstance(column.dtype, pd.CategoricalDtype) and len(column) > AT_ONCE:
        return column.cat.codes.to_numpy(), column.cat.categories
    return column.to_numpy(), None


def codes(column: "pd.Series[Any]") -> Codes:
    """A number for each row, equal where the cells are equal; a categorical column has them already."""
    if isinstance(column.dtype, pd.CategoricalDtype):
        return column.cat.codes.to_numpy()
    return np.asarray(pd.factorize(column)[0])


def codes_in(frame: pd.DataFrame, column: str) -> Codes:
    """The same for a column of a frame; made once for all who have Rows of the frame at the same time."""
    source = _SOURCES.get(id(frame))
    return codes(frame[column]) if source is None else source.codes(column)
