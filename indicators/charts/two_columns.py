"""The heights of charts → which stands in which of two columns, as a newspaper sets its stories."""

from collections.abc import Mapping
from typing import Final

_WORDS: Final = 170
"""Pixels that the words around a chart take, near enough to balance two columns."""


def balanced(heights: Mapping[str, float]) -> list[list[str]]:
    """The names of charts in two columns of about one height, in their order; one column or none where that is all."""
    columns: tuple[list[str], list[str]] = ([], [])
    filled = [0.0, 0.0]
    for name, height in heights.items():
        shorter = filled.index(min(filled))
        columns[shorter].append(name)
        filled[shorter] += height + _WORDS
    return [column for column in columns if column]
