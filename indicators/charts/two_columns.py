"""The heights of charts → which stands in which of two columns, as a newspaper sets its stories."""

from collections.abc import Mapping
from typing import Final

_WORDS: Final = 170
"""Pixels that the words around a chart take, near enough to balance two columns."""


class TwoColumns:
    """Two columns that are filled with one chart after the other, the ``shorter`` first."""

    def __init__(self) -> None:
        self._filled = [0.0, 0.0]

    @property
    def shorter(self) -> int:
        """The column in which the next chart stands, 0 or 1: no chart behind it has a say in that."""
        return self._filled.index(min(self._filled))

    def fill(self, height: float) -> None:
        """Put a chart that takes that height with all its words into the shorter column."""
        self._filled[self.shorter] += height


def balanced(heights: Mapping[str, float]) -> list[list[str]]:
    """The names of charts in two columns of about one height, in their order; one column or none where that is all."""
    columns: tuple[list[str], list[str]] = ([], [])
    filled = TwoColumns()
    for name, height in heights.items():
        columns[filled.shorter].append(name)
        filled.fill(height + _WORDS)
    return [column for column in columns if column]
