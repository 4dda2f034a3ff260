"""Few rows of a tidy frame, with columns as lists: of ten rows pandas takes a hundred times as long to choose five."""

import math
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import pandas as pd

_Array = np.ndarray[Any, np.dtype[Any]]


class Few:
    """Some rows of a frame, which is not changed. A column is made when it is first asked for.

    ``rows["region"]`` is a list of as many cells as there are rows; what is missing is NaN.
    """

    __slots__ = ("_at", "_frame", "_made")

    def __init__(self, frame: "_Frame", at: _Array, made: dict[str, list[Any]] | None = None) -> None:
        self._frame = frame
        self._at = at
        self._made = made if made is not None else {}

    def __len__(self) -> int:
        return len(self._at)

    def __getitem__(self, column: str) -> list[Any]:
        if column not in self._made:
            self._made[column] = self._frame.cells(column, self._at).tolist()
        return self._made[column]

    def at(self, places: "Sequence[int] | _Array") -> "Few":
        """The rows at these places, in that order."""
        chosen = np.asarray(places, dtype=np.intp)
        made = {name: [cells[place] for place in chosen] for name, cells in self._made.items()}
        return Few(self._frame, self._at[chosen], made)

    def having(self, **columns: list[Any]) -> "Few":
        """The same rows with further columns."""
        return Few(self._frame, self._at, {**self._made, **columns})

    def followed_by(self, other: "Few") -> "Few":
        """Rows of the same frame or of another, after these."""
        return _Both(self, other)


class _Both(Few):
    __slots__ = ("_parts",)

    def __init__(self, *parts: Few) -> None:
        super().__init__(_NOTHING, np.arange(sum(map(len, parts))))
        self._parts = parts

    def __getitem__(self, column: str) -> list[Any]:
        if column not in self._made:
            self._made[column] = [cell for part in self._parts for cell in part[column]]
        return self._made[column]


AT_ONCE: Final = 5_000
"""Of a frame of so many rows a column is made as a whole; of a longer one, only what is asked for."""


class _Frame:
    """The columns of a frame as arrays; those of categories in a long frame as codes, and what they stand for."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._arrays: dict[str, tuple[_Array, pd.Index[Any] | None]] = {}

    def cells(self, column: str, at: _Array) -> _Array:
        if column not in self._arrays:
            self._arrays[column] = _arrays(self._frame[column])
        cells, categories = self._arrays[column]
        if categories is None:
            return cells[at]
        return np.asarray(categories.take(cells[at], allow_fill=True, fill_value=math.nan), dtype=object)


def _arrays(column: "pd.Series[Any]") -> "tuple[_Array, pd.Index[Any] | None]":
    if isinstance(column.dtype, pd.CategoricalDtype) and len(column) > AT_ONCE:
        return column.cat.codes.to_numpy(), column.cat.categories
    return column.to_numpy(), None


_NOTHING: Final = _Frame(pd.DataFrame())


def of(rows: pd.DataFrame | Few) -> Few:
    """All rows of a frame; or the same, where there are few already."""
    return rows if isinstance(rows, Few) else Few(_Frame(rows), np.arange(len(rows)))
