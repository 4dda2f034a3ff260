"""Rows of a frame with columns as lists: of ten rows pandas takes a hundred times as long to choose five."""

import math
from collections.abc import Sequence
from typing import Any, Final
from weakref import WeakValueDictionary

import numpy as np
import pandas as pd

_Array = np.ndarray[Any, np.dtype[Any]]
AT_ONCE: Final = 5_000
"""Of a frame with at most so many rows a column is made as a whole; of a longer one, only the cells asked for."""


class Rows:
    """Some rows of a frame, which is not changed. A column is made when it is first asked for.

    ``rows["region"]`` is a list of as many cells as there are rows; what is missing is NaN.
    """

    __slots__ = ("_columns", "_positions", "_source")

    def __init__(self, source: "_Source", positions: _Array, columns: dict[str, list[Any]]) -> None:
        self._source = source
        self._positions = positions
        self._columns = columns

    @classmethod
    def of(cls, frame: pd.DataFrame) -> "Rows":
        """All rows of the frame; columns are shared by all rows of it that are in use at the same time."""
        source = _SOURCES.get(id(frame))
        if source is None:
            source = _SOURCES[id(frame)] = _Source(frame)
        return cls(source, np.arange(len(frame)), {})

    def __len__(self) -> int:
        return len(self._positions)

    def __getitem__(self, column: str) -> list[Any]:
        if column not in self._columns:
            self._columns[column] = self._source.cells(column, self._positions).tolist()
        return self._columns[column]

    def take(self, positions: "Sequence[int] | _Array") -> "Rows":
        """The rows at these positions, in that order."""
        chosen = np.asarray(positions, dtype=np.intp)
        columns = {name: [cells[position] for position in chosen] for name, cells in self._columns.items()}
        return Rows(self._source, self._positions[chosen], columns)

    def with_columns(self, **columns: list[Any]) -> "Rows":
        """The same rows with further columns."""
        return Rows(self._source, self._positions, {**self._columns, **columns})


class _Source:
    """The columns of a frame as arrays; those of categories in a long frame as codes, and what they stand for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._arrays: dict[str, tuple[_Array, pd.Index[Any] | None]] = {}

    def cells(self, column: str, positions: _Array) -> _Array:
        if column not in self._arrays:
            self._arrays[column] = _arrays(self._frame[column])
        cells, categories = self._arrays[column]
        if categories is None:
            return cells[positions]
        return np.asarray(categories.take(cells[positions], allow_fill=True, fill_value=math.nan), dtype=object)


_SOURCES: "Final[WeakValueDictionary[int, _Source]]" = WeakValueDictionary()
"""By the id of their frame, which lives as long as they do."""


def _arrays(column: "pd.Series[Any]") -> "tuple[_Array, pd.Index[Any] | None]":
    if isinstance(column.dtype, pd.CategoricalDtype) and len(column) > AT_ONCE:
        return column.cat.codes.to_numpy(), column.cat.categories
    return column.to_numpy(), None
