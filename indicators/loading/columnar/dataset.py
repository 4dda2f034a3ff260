"""Columns → a dataset whose articles and figures are made when somebody asks for one, and forgotten again."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, Generic, TypeVar, cast, overload

import numpy as np

from indicators.loading.columnar.columns import NOBODY, Codes, Columns
from indicators.model.dataset import Dataset
from indicators.model.entries import NATURES, Article, Figure

KEPT: Final = 4_096
"""So many figures are kept once they are made."""

T = TypeVar("T")


class Made(Sequence[T], Generic[T]):
    """A sequence of which each item is made when it is asked for."""

    def __init__(self, keys: Sequence[int], make: Callable[[int], T]) -> None:
        self._keys = keys
        self._make = make

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        if isinstance(index, slice):
            return [self._make(int(key)) for key in self._keys[index]]
        return self._make(int(self._keys[index]))

    def __iter__(self) -> Iterator[T]:
        return (self._make(int(key)) for key in self._keys)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as that of a list

    def __repr__(self) -> str:
        return repr(tuple(self))


class _ByRow(Mapping[str, T], Generic[T]):
    """Id of each figure → what is found by its row."""

    def __init__(self, columns: Columns, make: Callable[[int], T]) -> None:
        self._columns = columns
        self._make = make

    def __getitem__(self, key: str) -> T:
        row = self._columns.row(key) if isinstance(key, str) else NOBODY
        if row == NOBODY:
            raise KeyError(key)
        return self._make(row)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._columns.row(key) != NOBODY

    def __iter__(self) -> Iterator[str]:
        return (key.as_py() for key in self._columns.figures["figure"])

    def __len__(self) -> int:
        return len(self._columns)

    def values(self) -> ValuesView[T]:
        return _Values(self)


class _Values(ValuesView[T]):
    """Of a million figures in a row none is looked for by its id."""

    def __init__(self, mapping: _ByRow[T]) -> None:
        super().__init__(mapping)
        self._mapping: _ByRow[T] = mapping

    def __iter__(self) -> Iterator[T]:
        return map(self._mapping._make, range(len(self._mapping)))


class _Articles(Mapping[str, Article]):
    """Id → the article; its figures are made when they are asked for, it itself is kept."""

    def __init__(self, columns: Columns, make: Callable[[int], Figure]) -> None:
        self._columns, self._make_figure = columns, make
        self._made: dict[int, Article] = {}

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {key: at for at, key in enumerate(self._columns.articles["id"].to_pylist())}

    def at(self, position: int) -> Article:
        """The article in that position."""
        found = self._made.get(position)
        if found is None:
            first, end = self._columns.starts[position : position + 2].tolist()
            figures = Made(range(first, end), self._make_figure)
            found = self._columns.article(position).model_copy(update={"figures": figures})
            self._made[position] = found
        return found

    def __getitem__(self, key: str) -> Article:
        return self.at(self._position[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._position)

    def __len__(self) -> int:
        return len(self._columns.articles["id"])


class _Grouped:
    """Where each value of a column stands."""

    def __init__(self, column: Codes) -> None:
        self._order = np.argsort(column, kind="stable").astype(np.int32)
        self.values, starts = np.unique(column[self._order], return_index=True)
        self._starts = np.append(starts, len(column))

    def of(self, value: int) -> Codes:
        """The positions that have the value, in their order."""
        at = int(np.searchsorted(self.values, value))
        if at == len(self.values) or self.values[at] != value:
            return self._order[:0]
        return self._order[self._starts[at] : self._starts[at + 1]]


class _Places(Mapping[tuple[str, str], Sequence[Figure]]):
    """Region and sector → the figures of both."""

    def __init__(self, columns: Columns, make: Callable[[int], Figure]) -> None:
        self._make = make
        self._regions, self._sectors = tuple(columns.head.regions), tuple(columns.head.sectors)
        self._at = [{key: at for at, key in enumerate(keys)} for keys in (self._regions, self._sectors)]
        region, sector = (columns.figures[name].astype(np.int64) for name in ("region", "sector"))
        self._rows = _Grouped(region * len(self._sectors) + sector)

    def __getitem__(self, key: tuple[str, str]) -> Sequence[Figure]:
        region, sector = (at[part] for at, part in zip(self._at, key, strict=True))
        rows = self._rows.of(region * len(self._sectors) + sector)
        if not len(rows):
            raise KeyError(key)
        return Made(rows.tolist(), self._make)

    def __iter__(self) -> Iterator[tuple[str, str]]:
        for region, sector in (divmod(place, len(self._sectors)) for place in self._rows.values.tolist()):
            yield self._regions[region], self._sectors[sector]

    def __len__(self) -> int:
        return len(self._rows.values)


class _Parts(Mapping[str, Sequence[Figure]]):
    """Id of each whole → its parts."""

    def __init__(self, columns: Columns, make: Callable[[int], Figure]) -> None:
        self._columns, self._make = columns, make
        part_of = columns.figures["part_of"]
        self._parts = np.flatnonzero(part_of >= 0)
        self._wholes = _Grouped(part_of[self._parts])

    def __getitem__(self, key: str) -> Sequence[Figure]:
        rows = self._parts[self._wholes.of(self._columns.row(key))]
        if not len(rows):
            raise KeyError(key)
        return Made(rows.tolist(), self._make)

    def __iter__(self) -> Iterator[str]:
        return (self._columns.figures["figure"][row].as_py() for row in self._wholes.values.tolist())

    def __len__(self) -> int:
        return len(self._wholes.values)


@dataclass(frozen=True, eq=False)
class Compiled(Dataset):
    """A dataset over columns: it says what one of objects says. ``make`` turns a row into its figure."""

    columns: Columns
    make: Callable[[int], Figure]

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return _ByRow(self.columns, self.make)

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        of, articles = self.columns.figures["article"], cast("_Articles", self.articles)
        return _ByRow(self.columns, lambda row: articles.at(int(of[row])))

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], Sequence[Figure]]:
        return _Places(self.columns, self.make)

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Figure]]:
        return _Parts(self.columns, self.make)

    @cached_property
    def shared(self) -> Sequence[Figure]:
        return Made(_shared(self.columns).tolist(), self.make)

    def without(self, articles: Collection[str]) -> Dataset:
        positions = [at for at, key in enumerate(self.articles) if key in articles]
        return of(self.columns.without(np.array(positions, dtype=np.int64)))


def of(columns: Columns) -> Compiled:
    """The dataset that the columns are of."""
    make = lru_cache(maxsize=KEPT)(columns.figure)
    head = {field.name: getattr(columns.head, field.name) for field in fields(Dataset)}
    return Compiled(**head | {"articles": _Articles(columns, make)}, columns=columns, make=make)


def _shared(columns: Columns) -> Codes:
    """The rows of ``Dataset.shared``."""
    said, head = columns.figures, columns.head
    days: dict[tuple[date, date], int] = {}
    span = np.array([days.setdefault((one.start, one.end), len(days)) for one in columns.periods], dtype=np.int64)
    key = span[said["period"]]
    for name, count in (("metric", len(head.metrics)), ("region", len(head.regions)), ("sector", len(head.sectors))):
        key = key * count + said[name]
    key = key * len(NATURES) + said["nature"]
    _, group, times = np.unique(key, return_inverse=True, return_counts=True)
    corrections = np.flatnonzero(said["supersedes"] >= 0)
    np.add.at(times, group[corrections], 1)
    found = times[group] > 1
    found[corrections] = True
    found[said["supersedes"][corrections]] = True
    return np.flatnonzero(found)
