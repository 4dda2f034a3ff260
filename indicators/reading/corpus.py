"""Everything that was read, each entry beside its place in the files: what rules look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Generic, Literal, NamedTuple, TypeVar

from indicators.model.entries import INHERITED, Article, Document, Entry, Figure
from indicators.reading.yaml_source import Source
from indicators.values.problems import Problem, Severity

Kind = Literal["theme", "publisher", "region", "sector", "metric", "pipeline", "ratio", "article", "figure"]
Keys = tuple[str | int, ...]
E_co = TypeVar("E_co", bound=Entry, covariant=True)

VOCABULARY: Mapping[Kind, str] = {
    "theme": "themes",
    "publisher": "publishers",
    "region": "regions",
    "sector": "sectors",
    "metric": "metrics",
    "pipeline": "pipelines",
    "ratio": "ratios",
}
"""Kind of entry → the key under which it stands in a file."""


def locate(source: Source, keys: Keys, *, of_key: bool = False) -> tuple[int, int]:
    """Line and column of a value, also where a figure has inherited it from its article's defaults."""
    if len(keys) == 5 and keys[0] == "articles" and keys[4] in INHERITED:
        figure = _at(source.data, keys[:4])
        defaults: Keys = (*keys[:2], "defaults")
        common = _at(source.data, defaults)
        if isinstance(figure, dict) and keys[4] not in figure and isinstance(common, dict) and keys[4] in common:
            return source.place((*defaults, keys[4]), of_key=of_key)
    return source.place(keys, of_key=of_key)


def _at(data: object, keys: Keys) -> object:
    for key in keys:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


class Spot(NamedTuple, Generic[E_co]):
    """An entry and where it stands."""

    entry: E_co
    source: Source
    keys: Keys

    def problem(self, code: str, *more: str | int, severity: Severity = "error", **facts: str) -> Problem:
        """A problem of this entry, or of what stands in it under the keys ``more``."""
        line, column = locate(self.source, (*self.keys, *more))
        return Problem(code, self.source.path, line, column, severity, facts, about=id_of(self))

    def shown(self) -> str:
        """``file:line`` for a sentence about another entry."""
        return f"{self.source.path}:{self.source.place(self.keys)[0]}"


@dataclass(frozen=True)
class Corpus:
    """The documents of a dataset, in the order in which they were read, with their sources."""

    documents: Sequence[tuple[Document, Source]]

    def vocabulary(self, kind: Kind) -> Iterator[Spot[Entry]]:
        section = VOCABULARY[kind]
        for document, source in self.documents:
            for index, entry in enumerate(getattr(document, section)):
                yield Spot(entry, source, (section, index))

    @cached_property
    def articles(self) -> tuple[Spot[Article], ...]:
        return tuple(
            Spot(article, source, ("articles", index))
            for document, source in self.documents
            for index, article in enumerate(document.articles)
        )

    @cached_property
    def figures(self) -> tuple[Spot[Figure], ...]:
        return tuple(
            Spot(figure, spot.source, (*spot.keys, "figures", index))
            for spot in self.articles
            for index, figure in enumerate(spot.entry.figures)
        )

    def spots(self, kind: Kind) -> Iterable[Spot[Entry]]:
        if kind == "article":
            return self.articles
        return self.figures if kind == "figure" else self.vocabulary(kind)

    def column(self, kind: Kind, key: str) -> Iterator[str | None]:
        """What stands under a key in each entry of a kind, in their order."""
        return map(attrgetter(f"entry.{key}"), self.spots(kind))

    def named(self, kind: Kind, key: str) -> frozenset[str]:
        """All that stands under a key in entries of a kind."""
        if (kind, key) not in self._named:
            self._named[kind, key] = frozenset(name for name in set(self.column(kind, key)) if name is not None)
        return self._named[kind, key]

    @cached_property
    def _named(self) -> dict[tuple[Kind, str], frozenset[str]]:
        return {}

    def ids(self, kind: Kind) -> Mapping[str, Spot[Entry]]:
        return self._ids[kind]

    @cached_property
    def _ids(self) -> Mapping[Kind, Mapping[str, Spot[Entry]]]:
        kinds: tuple[Kind, ...] = (*VOCABULARY, "article", "figure")
        return {
            kind: {str(key): spot for key, spot in zip(self.column(kind, "id"), self.spots(kind), strict=True)}
            for kind in kinds
        }


def id_of(spot: Spot[Entry]) -> str:
    return str(getattr(spot.entry, "id"))  # noqa: B009  # every kind of entry that is listed has one
