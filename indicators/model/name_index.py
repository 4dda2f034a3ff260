"""Words → the ids of the entries that go by them, so that a name can stand wherever an id is expected."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.kinds import KINDS, VOCABULARY, EntryKind
from indicators.model.subjects import NATURE_NAMES
from indicators.model.vocabulary import ALL
from indicators.values.text import fold

NATURE: Final = "nature"
"""Stands where others have the name of a kind."""
NAMED_KINDS: Final = tuple(kind.name for kind in VOCABULARY if kind.name not in {"unit", "event", "pipeline", "ratio"})
"""The kinds whose entries are referred to, by id or by name."""
WHOLE_NAMES: Final = ("全部", "总体", "whole")
"""What the group of all is called, which no file lists."""

_LISTS: Final[Mapping[str, Mapping[str, str]]] = {
    "pipeline": {"steps": "metric"},
    "event": {"regions": "region", "sectors": "sector"},
}


def _referring(kind: EntryKind) -> dict[str, str]:
    """The keys of a kind under which an entry of the vocabulary is named, or several are → the kind of that entry."""
    names = {model: other.name for other in VOCABULARY for model in (other.model,)}
    single = {key: names[model] for key, model in kind.references.items() if model in names}
    return {**single, **_LISTS.get(kind.name, {}), **({NATURE: NATURE} if kind.model is Figure else {})}


REFERRING: Final[Mapping[str, Mapping[str, str]]] = {kind.name: _referring(kind) for kind in KINDS}
"""Name of each kind → its keys that name an entry of the vocabulary, or a nature → the kind of what is named."""


class NameIndex:
    """The ids of a vocabulary, and the names, short names and other names of their entries."""

    def __init__(self) -> None:
        self.ids: dict[str, dict[str, None]] = {kind: {} for kind in (*NAMED_KINDS, NATURE)}
        """Name of each kind → the ids of its entries, in their order."""
        self.names: dict[str, dict[str, list[str]]] = {kind: {} for kind in self.ids}
        """Name of each kind → each name as it is written → the ids of the entries that have it."""
        self._folded: dict[str, dict[str, list[str]]] | None = None
        for nature, names in NATURE_NAMES.items():
            self.add(NATURE, nature, names)
        self.add("group", ALL, WHOLE_NAMES)

    def add(self, kind: str, id_: str, names: Iterable[str]) -> None:
        """Take in an entry by its id and its names."""
        self.ids[kind][id_] = None
        for name in names:
            ids = self.names[kind].setdefault(name, [])
            if id_ not in ids:
                ids.append(id_)
        self._folded = None

    def find(self, kind: str, word: str) -> tuple[str, ...]:
        """The ids of the entries that the word is an id or a name of, case, width and spaces aside; often one."""
        if word in self.ids[kind]:
            return (word,)
        if self._folded is None:
            self._folded = {kind: self._by_look(kind) for kind in self.ids}
        return tuple(self._folded[kind].get(_look(word), ()))

    def _by_look(self, kind: str) -> dict[str, list[str]]:
        looks: dict[str, list[str]] = {_look(id_): [id_] for id_ in self.ids[kind]}
        for name, ids in self.names[kind].items():
            known = looks.setdefault(_look(name), [])
            known.extend(id_ for id_ in ids if id_ not in known)
        return looks

    def words(self, kind: str) -> dict[str, str]:
        """Each id and each name that one entry has → its id."""
        names = {name: ids[0] for name, ids in self.names[kind].items() if len(ids) == 1}
        return {**names, **{id_: id_ for id_ in self.ids[kind]}}


def _look(word: str) -> str:
    return fold(word).casefold()


def of_dataset(dataset: Dataset) -> NameIndex:
    """The names of a dataset."""
    index = NameIndex()
    for kind in VOCABULARY:
        if kind.name in NAMED_KINDS:
            for id_, entry in getattr(dataset, kind.section).items():
                index.add(kind.name, id_, _names(entry))
    return index


def _names(entry: Any) -> Iterable[str]:
    for words in (entry.name, getattr(entry, "short", None)):
        if words is not None:
            yield from (words.zh, words.en)
    yield from getattr(entry, "also", ())
