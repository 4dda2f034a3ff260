"""Everything that was read, each entry beside its place in the files: what rules look at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Generic, NamedTuple, TypeVar, cast

from indicators.model.articles import INHERITED, Article, Figure
from indicators.model.bases import Identified
from indicators.model.document import Document
from indicators.model.hierarchy import ancestors
from indicators.model.kinds import KIND_OF
from indicators.model.scalars import SLUG_LIMIT
from indicators.model.vocabulary import Group, Region, Sector
from indicators.reading.yaml_source import Source
from indicators.values.problems import Problem, Severity
from indicators.values.text import one_line

Keys = tuple[str | int, ...]
TreeModel = type[Region] | type[Sector] | type[Group]
E = TypeVar("E", bound=Identified)
E_co = TypeVar("E_co", bound=Identified, covariant=True)


def locate(source: Source, keys: Keys, *, of_key: bool = False) -> tuple[int, int]:
    """Line and column of a value, also where a figure has inherited it from its article's defaults."""
    if len(keys) == 5 and keys[0] == "articles" and keys[4] in INHERITED:
        figure = value_at(source.data, keys[:4])
        defaults: Keys = (*keys[:2], "defaults")
        common = value_at(source.data, defaults)
        if isinstance(figure, dict) and keys[4] not in figure and isinstance(common, dict) and keys[4] in common:
            return source.place((*defaults, keys[4]), of_key=of_key)
    return source.place(keys, of_key=of_key)


def value_at(data: object, keys: Keys) -> object:
    """What stands at a path of keys and list positions in plain data; None where the path does not exist."""
    for key in keys:
        if isinstance(data, dict):
            data = data.get(key)
        elif isinstance(data, list) and isinstance(key, int) and key < len(data):
            data = data[key]
        else:
            return None
    return data


def entry_at(data: object, keys: Keys) -> str:
    """The id of the innermost entry on a path of keys and list positions; empty where none has one."""
    entry = ""
    for depth in range(1, len(keys) + 1):
        value = value_at(data, keys[:depth])
        if isinstance(value, dict) and isinstance(value.get("id"), str):
            entry = one_line(value["id"], SLUG_LIMIT)
    return entry


class Spot(NamedTuple, Generic[E_co]):
    """An entry and where it stands."""

    entry: E_co
    source: Source
    keys: Keys

    def problem(self, code: str, *more: str | int, severity: Severity = "error", **facts: str) -> Problem:
        """A problem of this entry, or of what stands in it under the keys ``more``."""
        line, column = locate(self.source, (*self.keys, *more))
        return Problem(code, self.source.path, line, column, severity, facts, about=self.entry.id)

    def shown(self) -> str:
        """``file:line`` for a sentence about another entry."""
        return f"{self.source.path}:{self.source.place(self.keys)[0]}"


@dataclass(frozen=True)
class Corpus:
    """The documents of a dataset, in the order in which they were read, with their sources."""

    documents: Sequence[tuple[Document, Source]]

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

    def spots(self, model: type[E]) -> Iterable[Spot[E]]:
        """All entries of a class."""
        if model is Article:
            return cast("Iterable[Spot[E]]", self.articles)
        return cast("Iterable[Spot[E]]", self.figures) if model is Figure else self._vocabulary(model)

    def _vocabulary(self, model: type[E]) -> Iterator[Spot[E]]:
        section = KIND_OF[model].section
        for document, source in self.documents:
            for index, entry in enumerate(getattr(document, section)):
                yield Spot(entry, source, (section, index))

    def column(self, model: type[Identified], key: str) -> Iterator[str | None]:
        """What stands under a key in each entry of a class, in their order."""
        return map(attrgetter(f"entry.{key}"), self.spots(model))

    def named(self, model: type[Identified], key: str) -> frozenset[str]:
        """All ids that stand under a key in entries of a class."""
        if (model, key) not in self._named:
            self._named[model, key] = frozenset(name for name in set(self.column(model, key)) if name is not None)
        return self._named[model, key]

    @cached_property
    def _named(self) -> dict[tuple[type[Identified], str], frozenset[str]]:
        return {}

    def ids(self, model: type[E]) -> Mapping[str, Spot[E]]:
        """The entries of a class by their ids."""
        return cast("Mapping[str, Spot[E]]", self._ids[model])

    def around(self, model: TreeModel, key: str) -> Iterator[str]:
        """The ids of the regions (sectors, groups) that one lies in, from the inside outwards, also of unknown ones."""
        entries = self.ids(model)
        return ancestors(key, lambda inner: entries[inner].entry.part_of if inner in entries else None)

    @cached_property
    def _ids(self) -> Mapping[type[Identified], Mapping[str, Spot[Identified]]]:
        return {model: {spot.entry.id: spot for spot in self.spots(model)} for model in KIND_OF}
