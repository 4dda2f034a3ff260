"""Columns → a dataset whose articles and figures are made when somebody asks for one, and forgotten again."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence, ValuesView
from dataclasses import dataclass, fields
from datetime import date
from functools import cached_property, lru_cache
from typing import Final, Generic, TypeVar, cast, overload

import numpy as np

from indicators.loading.columnar.columns import MISSING, Columns, Integers
from indicators.loading.columnar.encode import encode
from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import NATURES, TREES, Place

FIGURES_KEPT: Final = 4_096
"""So many figures are kept once they are made."""

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class ColumnarDataset(Dataset):
    """A dataset over columns: it says what one of objects says. ``make_figure`` turns a row into its figure."""

    columns: Columns
    make_figure: Callable[[int], Figure]

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return _ByFigure(self.columns, self.make_figure)

    @cached_property
    def article_of(self) -> Mapping[str, Article]:
        position_of, articles = self.columns.figures.article, cast("_Articles", self.articles)
        return _ByFigure(self.columns, lambda row: articles.make(int(position_of[row])))

    @cached_property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        columns = self.columns
        return {**columns.head.renamed, "article": columns.renamed_articles, "figure": columns.renamed_figures}

    @cached_property
    def by_place(self) -> Mapping[Place, Sequence[Figure]]:
        return _ByPlace(self.columns, self.make_figure)

    @cached_property
    def parts(self) -> Mapping[str, Sequence[Figure]]:
        return _Parts(self.columns, self.make_figure)

    @cached_property
    def shared(self) -> Sequence[Figure]:
        return LazySequence(_shared_rows(self.columns).tolist(), self.make_figure)

    def as_objects(self) -> Dataset:
        """The same dataset with all its figures made, for who looks at all of them several times."""
        every = {field.name: getattr(self, field.name) for field in fields(Dataset)}
        articles = {
            key: article.model_copy(update={"figures": tuple(article.figures)})  # its own are made at each look
            for key, article in self.articles.items()
        }
        return Dataset(**every | {"articles": articles})

    def without(self, articles: Collection[str]) -> Dataset:
        positions = [position for position, key in enumerate(self.articles) if key in articles]
        return from_columns(self.columns.without(np.array(positions, dtype=np.int64)))


def from_columns(columns: Columns) -> ColumnarDataset:
    """The dataset that the columns are of."""
    make_figure = lru_cache(maxsize=FIGURES_KEPT)(columns.figure)
    head = {field.name: getattr(columns.head, field.name) for field in fields(Dataset)}
    articles = _Articles(columns, make_figure)
    return ColumnarDataset(**head | {"articles": articles}, columns=columns, make_figure=make_figure)


def columns_of(dataset: Dataset) -> Columns:
    """The columns of a dataset, made where it is held as objects."""
    return dataset.columns if isinstance(dataset, ColumnarDataset) else encode(dataset)


class LazySequence(Sequence[T], Generic[T]):
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


class _ByFigure(Mapping[str, T], Generic[T]):
    """Id of each figure → what is made of its row."""

    def __init__(self, columns: Columns, make: Callable[[int], T]) -> None:
        self._columns = columns
        self._make = make
        self._of_id = _of_id(columns, make)

    def __getitem__(self, key: str) -> T:
        return self._of_id(key)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._columns.row(key) != MISSING

    def __iter__(self) -> Iterator[str]:
        return (key.as_py() for key in self._columns.figures.figure)

    def __len__(self) -> int:
        return len(self._columns)

    def values(self) -> ValuesView[T]:
        return _Values(self)


def _of_id(columns: Columns, make: Callable[[int], T]) -> Callable[[str], T]:
    """Id → what is made of the row of that figure; kept, since a chart asks for each of its figures ten times."""

    @lru_cache(maxsize=FIGURES_KEPT)
    def of_id(key: str) -> T:
        row = columns.row(key) if isinstance(key, str) else MISSING
        if row == MISSING:
            raise KeyError(key)
        return make(row)

    return of_id


class _Values(ValuesView[T]):
    """The values row by row, without a search for each id."""

    def __init__(self, mapping: _ByFigure[T]) -> None:
        super().__init__(mapping)
        self._mapping: _ByFigure[T] = mapping

    def __iter__(self) -> Iterator[T]:
        return map(self._mapping._make, range(len(self._mapping)))


class _Articles(Mapping[str, Article]):
    """Id → the article, which is kept once it is made; its figures are not."""

    def __init__(self, columns: Columns, make_figure: Callable[[int], Figure]) -> None:
        self._columns, self._make_figure = columns, make_figure
        self._kept: dict[int, Article] = {}

    @cached_property
    def _position(self) -> Mapping[str, int]:
        return {key: position for position, key in enumerate(self._columns.articles.id.to_pylist())}

    def make(self, position: int) -> Article:
        """The article in that position."""
        article = self._kept.get(position)
        if article is None:
            first, end = self._columns.starts[position : position + 2].tolist()
            figures = LazySequence(range(first, end), self._make_figure)
            article = self._columns.article(position).model_copy(update={"figures": figures})
            self._kept[position] = article
        return article

    def __getitem__(self, key: str) -> Article:
        return self.make(self._position[key])

    def __iter__(self) -> Iterator[str]:
        return iter(self._position)

    def __len__(self) -> int:
        return len(self._columns.articles.id)


class _RowsByCode:
    """The rows at which each code of a column stands."""

    def __init__(self, column: Integers) -> None:
        self._order = np.argsort(column, kind="stable").astype(np.int32)
        self.codes, starts = np.unique(column[self._order], return_index=True)
        self._starts = np.append(starts, len(column))

    def rows(self, code: int) -> Integers:
        """The rows with this code, in their order."""
        index = int(np.searchsorted(self.codes, code))
        if index == len(self.codes) or self.codes[index] != code:
            return self._order[:0]
        return self._order[self._starts[index] : self._starts[index + 1]]


class _ByPlace(Mapping[Place, Sequence[Figure]]):
    """Region, sector and group → the figures of all three."""

    def __init__(self, columns: Columns, make_figure: Callable[[int], Figure]) -> None:
        self._make_figure = make_figure
        self._keys = tuple(columns.head.regions), tuple(columns.head.sectors), tuple(columns.groups)
        self._codes = [{key: code for code, key in enumerate(keys)} for keys in self._keys]
        place = np.zeros(len(columns), dtype=np.int64)
        for tree, keys in zip(TREES, self._keys, strict=True):
            place = place * len(keys) + getattr(columns.figures, tree)
        self._places = _RowsByCode(place)

    def __getitem__(self, key: Place) -> Sequence[Figure]:
        place = 0
        for part, codes in zip(key, self._codes, strict=True):
            place = place * len(codes) + codes[part]
        rows = self._places.rows(place)
        if not len(rows):
            raise KeyError(key)
        return LazySequence(rows.tolist(), self._make_figure)

    def __iter__(self) -> Iterator[Place]:
        regions, sectors, groups = self._keys
        for code in self._places.codes.tolist():
            outer, group = divmod(code, len(groups))
            region, sector = divmod(outer, len(sectors))
            yield Place(regions[region], sectors[sector], groups[group])

    def __len__(self) -> int:
        return len(self._places.codes)


class _Parts(Mapping[str, Sequence[Figure]]):
    """Id of each whole → its parts."""

    def __init__(self, columns: Columns, make_figure: Callable[[int], Figure]) -> None:
        self._columns, self._make_figure = columns, make_figure
        part_of = columns.figures.part_of
        self._parts = np.flatnonzero(part_of >= 0)
        self._wholes = _RowsByCode(part_of[self._parts])

    def __getitem__(self, key: str) -> Sequence[Figure]:
        rows = self._parts[self._wholes.rows(self._columns.row(key))]
        if not len(rows):
            raise KeyError(key)
        return LazySequence(rows.tolist(), self._make_figure)

    def __iter__(self) -> Iterator[str]:
        return (self._columns.figures.figure[row].as_py() for row in self._wholes.codes.tolist())

    def __len__(self) -> int:
        return len(self._wholes.codes)


def _shared_rows(columns: Columns) -> Integers:
    """The rows of ``Dataset.shared``."""
    figures, head = columns.figures, columns.head
    span_of: dict[tuple[date, date], int] = {}
    spans = np.array(
        [span_of.setdefault((period.start, period.end), len(span_of)) for period in columns.periods], dtype=np.int64
    )
    days = np.array([span_of.setdefault((period.end, period.end), len(span_of)) for period in columns.periods])
    stocks = np.array([metric.kind == "stock" for metric in head.metrics.values()], dtype=bool)
    key = np.where(stocks[figures.metric], days[figures.period], spans[figures.period])
    for codes, known in (
        (figures.metric, head.metrics),
        (figures.region, head.regions),
        (figures.sector, head.sectors),
        (figures.group, columns.groups),
        (figures.nature, NATURES),
    ):
        key = key * len(known) + codes
    _, group, times = np.unique(key, return_inverse=True, return_counts=True)
    corrections = np.flatnonzero(figures.supersedes >= 0)
    np.add.at(times, group[corrections], 1)
    shared = times[group] > 1
    shared[corrections] = True
    shared[figures.supersedes[corrections]] = True
    return np.flatnonzero(shared)
