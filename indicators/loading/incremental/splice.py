"""Columns, with other articles in the place of some: what has become of them when one file of many has changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from indicators.loading.columnar import columns
from indicators.loading.columnar.columns import (
    CODES,
    NOBODY,
    NUMBERS,
    OF_ARTICLES,
    REFERENCES,
    TEXTS,
    Codes,
    Columns,
    in_order,
    narrow,
)
from indicators.model.dataset import Dataset
from indicators.values import periods

_PLAIN: Final = (*NUMBERS, "complete_parts")


class DanglingError(Exception):
    """A figure refers to one that is gone, or that was never there."""


@dataclass(frozen=True)
class Cut:
    """Which articles go, from position ``first`` to before ``end``, and with them which rows."""

    before: Columns
    first: int
    end: int

    @property
    def rows(self) -> tuple[int, int]:
        first, end = self.before.starts[[self.first, self.end]].tolist()
        return first, end

    @property
    def ids(self) -> list[str]:
        """The ids of the figures that go."""
        first, end = self.rows
        found: list[str] = self.before.figures["figure"][first:end].to_pylist()
        return found

    def holds(self, row: int) -> bool:
        return self.rows[0] <= row < self.rows[1]


def splice(cut: Cut, new: Dataset) -> Columns:
    """The columns with the articles of ``new`` where the cut is; its vocabulary is that of the columns.

    A figure that refers to one that goes refers to the new one of the same id; raises DanglingError if there is none.
    """
    row_after = _Rows(cut, new)
    said = columns.of(new, row_after)
    before = cut.before
    spans = _Spans(before, said, cut)
    figures: dict[str, Any] = {}
    first, end = cut.rows
    for name in TEXTS:
        figures[name] = _joined(before.figures[name], said.figures[name], first, end)
    for name in (*CODES, *_PLAIN):
        old, added = before.figures[name], said.figures[name]
        if name == "period":
            old, added = spans.before[old], spans.added[added]
        figures[name] = np.concatenate([old[:first], added, old[end:]])
    for name in REFERENCES:
        old = before.figures[name]
        kept = np.concatenate([old[:first], old[end:]])
        figures[name] = np.concatenate(
            [row_after.moved(kept[:first]), said.figures[name], row_after.moved(kept[first:])]
        )
    articles = {name: _joined(before.articles[name], said.articles[name], cut.first, cut.end) for name in OF_ARTICLES}
    figures["article"] = _positions(cut, said, len(articles["id"]))
    figures["period"] = narrow(figures["period"], len(spans.texts))
    return Columns(before.head, figures, articles, tuple(map(periods.parse, spans.texts)))


def _joined(old: Any, added: Any, first: int, end: int) -> Any:
    return pa.concat_arrays([old.slice(0, first), added, old.slice(end)])


def _positions(cut: Cut, said: Columns, count: int) -> Codes:
    old, (first, end) = cut.before.figures["article"].astype(np.int64), cut.rows
    shift = len(said.articles["id"]) - (cut.end - cut.first)
    added = said.figures["article"].astype(np.int64) + cut.first
    return narrow(np.concatenate([old[:first], added, old[end:] + shift]), count)


class _Rows(Mapping[str, int]):
    """Id of each figure → its row afterwards."""

    def __init__(self, cut: Cut, new: Dataset) -> None:
        self._cut = cut
        self._first, self._end = cut.rows
        self._new = {key: self._first + row for row, key in enumerate(new.figures)}
        self._shift = len(self._new) - (self._end - self._first)

    def __getitem__(self, key: str) -> int:
        if key in self._new:
            return self._new[key]
        row = self._cut.before.row(key)
        if row == NOBODY or self._cut.holds(row):
            raise DanglingError(key)
        return row + self._shift * (row >= self._end)

    def __iter__(self) -> Iterator[str]:
        raise NotImplementedError  # nobody goes through a million ids

    def __len__(self) -> int:
        return len(self._cut.before) + self._shift

    def moved(self, references: Codes) -> Codes:
        """References from outside the cut, as they are afterwards."""
        found = np.where(references >= self._end, references + self._shift, references)
        into = np.flatnonzero((references >= self._first) & (references < self._end))
        ids = self._cut.before.figures["figure"]
        for at in into.tolist():
            found[at] = self[ids[int(references[at])].as_py()]
        return found.astype(np.int32)


class _Spans:
    """The periods that are left, and where those of either columns stand among them."""

    def __init__(self, before: Columns, said: Columns, cut: Cut) -> None:
        first, end = cut.rows
        codes = before.figures["period"]
        used = np.unique(np.concatenate([codes[:first], codes[end:]])).tolist()
        old, added = ([span.text for span in one.periods] for one in (before, said))
        self.texts = in_order({old[code] for code in used} | set(added))
        at = {text: position for position, text in enumerate(self.texts)}
        self.before, self.added = (_where(texts, at) for texts in (old, added))


def _where(texts: list[str], at: Mapping[str, int]) -> npt.NDArray[np.int64]:
    return np.array([at.get(text, NOBODY) for text in texts], dtype=np.int64)
