"""Some figures of a dataset as a corpus, for rules to look at; files are read only where a problem has to be placed."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from indicators.loading.columnar.columns import Codes
from indicators.loading.columnar.dataset import Compiled
from indicators.loading.loader import Part
from indicators.model.entries import Article, Document, Figure
from indicators.model.serial import VOCABULARY
from indicators.reading import disk
from indicators.reading import yaml_source as source
from indicators.reading.corpus import Corpus, Spot
from indicators.reading.yaml_source import Source


class MovedOnError(Exception):
    """A file is no longer what it was when it was hashed."""


@dataclass(frozen=True)
class Some:
    """An article with some of its figures, and where each of these stands among all of them."""

    spot: Spot[Article]
    indices: Sequence[int]


@dataclass(frozen=True)
class Excerpt(Corpus):
    """A corpus of ``chosen`` articles; its one document has the vocabulary."""

    chosen: tuple[Some, ...] = ()

    @cached_property
    def articles(self) -> tuple[Spot[Article], ...]:
        return tuple(some.spot for some in self.chosen)

    @cached_property
    def figures(self) -> tuple[Spot[Figure], ...]:
        return tuple(
            Spot(figure, some.spot.source, (*some.spot.keys, "figures", index))
            for some in self.chosen
            for figure, index in zip(some.spot.entry.figures, some.indices, strict=True)
        )


class Unread(Source):
    """A file that is read when somebody wants to know where in it something stands."""

    def __init__(self, part: Part) -> None:
        object.__setattr__(self, "path", part.path)
        object.__setattr__(self, "_digest", part.digest)

    @cached_property
    def _read(self) -> Source:
        content, _ = disk.read(Path(self.path))
        if content is None or hashlib.sha256(content).hexdigest() != getattr(self, "_digest"):  # noqa: B009  # set above
            raise MovedOnError(self.path)
        return source.read(content, self.path)

    @property
    def data(self) -> Any:
        return self._read.data

    def place(self, keys: Any, *, of_key: bool = False) -> tuple[int, int]:
        return self._read.place(keys, of_key=of_key)


def excerpt(dataset: Compiled, rows: Codes, parts: Sequence[Part], whole: tuple[Document, Source]) -> Excerpt:
    """The figures in these rows, and everything of the file that is there as a ``whole``, in the order of the files."""
    vocabulary: dict[str, Any] = {name: tuple(getattr(dataset, name).values()) for name in VOCABULARY}
    head = Document.model_construct(None, dataset=dataset.about, **vocabulary)
    return Excerpt([(head, Source("", None, ()))], tuple(_chosen(dataset, rows, parts, whole)))


def _chosen(dataset: Compiled, rows: Codes, parts: Sequence[Part], whole: tuple[Document, Source]) -> Iterator[Some]:
    of = dataset.columns.figures["article"]
    by_article = {position: list(found) for position, found in groupby(rows.tolist(), key=lambda row: int(of[row]))}
    document, read = whole
    first = 0
    for part in parts:
        if part.path == read.path:
            for index, article in enumerate(document.articles):
                yield Some(Spot(article, read, ("articles", index)), range(len(article.figures)))
        else:
            unread = Unread(part)
            for index in range(part.articles):
                if found := by_article.get(first + index):
                    yield _some(dataset, first + index, found, unread, index)
        first += part.articles


def _some(dataset: Compiled, position: int, rows: Sequence[int], read: Source, index: int) -> Some:
    columns = dataset.columns
    article = dataset.articles[columns.articles["id"][position].as_py()]
    figures = tuple(map(dataset.make, rows))
    start = int(columns.starts[position])
    return Some(
        Spot(article.model_copy(update={"figures": figures}), read, ("articles", index)), [row - start for row in rows]
    )


def named(articles: Iterable[Article]) -> dict[str, set[str]]:
    """What of the vocabulary the articles and their figures name, by the field of the dataset."""
    articles = list(articles)
    figures = [figure for article in articles for figure in article.figures]
    publishers = {one for article in articles for one in (article.publisher, article.issuer)}
    publishers |= {copy.publisher for article in articles for copy in article.copies}
    return {
        "metrics": {figure.metric for figure in figures},
        "regions": {figure.region for figure in figures},
        "sectors": {figure.sector for figure in figures},
        "publishers": {one for one in publishers if one is not None},
    }
