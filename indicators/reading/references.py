"""Names of entries that stand in files where ids are expected → the ids."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, Final, NamedTuple

from indicators.model.kinds import VOCABULARY
from indicators.model.name_index import NAMED_KINDS, REFERRING, NameIndex
from indicators.model.scalars import SLUG_FORM, SLUG_LIMIT
from indicators.reading.corpus import Keys, entry_at, locate, value_at
from indicators.reading.yaml_source import Source
from indicators.values.problems import Problem
from indicators.values.text import LANGS, nearest

_COPY: Final = {"publisher": "publisher"}
MOST_SUGGESTIONS: Final = 100
"""For so many unknown names the nearest known one is looked for."""


class NameUse(NamedTuple):
    """A ``word`` under ``keys`` that is no id of its kind, and the ids of the entries that it may mean."""

    source: Source
    keys: Keys
    kind: str
    word: str
    ids: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id that the word stands for; empty where none is sure."""
        return self.ids[0] if len(self.ids) == 1 else ""

    def note(self) -> Problem:
        return self._problem("name-for-id", id=self.id)

    def error(self, suggestion: str) -> Problem:
        if self.ids:
            return self._problem("name-ambiguous", ids=", ".join(sorted(self.ids)))
        return self._problem("unknown-name", suggestion=suggestion)

    def unknown(self, suggestion: str) -> Problem:
        """What is to be said of a word that is no id, where the rules cannot tell it."""
        line, column = locate(self.source, self.keys)
        facts = {"kind": self.kind, "id": self.word[:60], "suggestion": suggestion}
        about = entry_at(self.source.data, self.keys)
        return Problem("unknown-id", self.source.path, line, column, facts=facts, about=about)

    def _problem(self, code: str, **facts: str) -> Problem:
        line, column = locate(self.source, self.keys)
        facts = {"kind": self.kind, "name": self.word[:60], **facts}
        if self.id:
            return Problem(code, self.source.path, line, column, "information", facts)
        about = entry_at(self.source.data, self.keys)
        return Problem(code, self.source.path, line, column, facts=facts, about=about)


def uses(sources: Sequence[Source], index: NameIndex) -> Iterator[NameUse]:
    """Every word that stands where an id is expected and is none, file by file."""
    for source in sources:
        for keys, entry, referring in _entries(source.data) if source.data else ():
            for key, kind in referring.items():
                value = entry.get(key)
                if value is None:
                    continue
                words = enumerate(value) if isinstance(value, list) else [("", value)]
                for position, word in words:
                    if isinstance(word, str) and word not in index.ids[kind]:
                        place = (*keys, key) if position == "" else (*keys, key, position)
                        yield NameUse(source, place, kind, word, index.find(kind, word))


def resolve(sources: Sequence[Source], index: NameIndex | None = None) -> list[Problem]:
    """Put ids into the data of the sources where names stand, and list what is to be said of that.

    A note tells the id of each name, once a file. A word that names several entries is an error, and so is one that
    names none and has not the form of an id; of other unknown ids the rules tell. Where several entries have a name,
    the first of them is put in, so that nothing else is said of it. The names are those of the ``index``, where these
    are not all the files of a dataset.
    """
    index = index or index_of(sources)
    notes: dict[tuple[str, str, str], Problem] = {}
    errors: list[Problem] = []
    for use in list(uses(sources, index)):
        if use.ids:
            _container(use)[use.keys[-1]] = use.ids[0]
        if use.id:
            notes.setdefault((use.source.path, use.kind, use.word), use.note())
        elif use.ids or (use.kind in NAMED_KINDS and not SLUG_FORM.fullmatch(use.word)):
            known = index.words(use.kind) if len(errors) < MOST_SUGGESTIONS else ()
            errors.append(use.error(nearest(use.word, known)))
    return [*notes.values(), *errors]


def unknown_ids(sources: Sequence[Source]) -> Iterator[Problem]:
    """The words that have the form of an id, and are a known one but for a slip; of others the rules tell later."""
    index = index_of(sources)
    unknown = (use for use in uses(sources, index) if use.kind in NAMED_KINDS and not use.ids)
    for use in islice((use for use in unknown if SLUG_FORM.fullmatch(use.word)), MOST_SUGGESTIONS):
        if suggestion := nearest(use.word, index.ids[use.kind]):
            yield use.unknown(suggestion)


def _container(use: NameUse) -> Any:
    return value_at(use.source.data, use.keys[:-1])


def index_of(sources: Sequence[Source]) -> NameIndex:
    """The ids and names of the vocabulary that all sources together list, as far as they can be made out."""
    index = NameIndex()
    for source in sources:
        for kind in VOCABULARY:
            entries = source.data.get(kind.section) if source.data and kind.name in NAMED_KINDS else None
            for entry in _mappings(entries):
                id_ = entry.get("id")
                if isinstance(id_, str) and SLUG_FORM.fullmatch(id_) and len(id_) <= SLUG_LIMIT:
                    index.add(kind.name, id_, _names(entry))
    return index


def _names(entry: Mapping[str, Any]) -> Iterator[str]:
    for key in ("name", "short"):
        words = entry.get(key)
        if isinstance(words, dict):
            yield from (word for lang in LANGS if isinstance(word := words.get(lang), str))
    also = entry.get("also")
    yield from (word for word in also if isinstance(word, str)) if isinstance(also, list) else ()


def _mappings(entries: object) -> list[Mapping[str, Any]]:
    return [entry for entry in entries if isinstance(entry, dict)] if isinstance(entries, list) else []


_Entry = tuple[Keys, Mapping[str, Any], Mapping[str, str]]


def _entries(data: Mapping[str, Any]) -> Iterator[_Entry]:
    """Each entry that refers to others, with its keys in the file and those of its own that do."""
    for kind in VOCABULARY:
        if referring := REFERRING[kind.name]:
            yield from _listed(data.get(kind.section), (kind.section,), referring)
    for keys, article, referring in _listed(data.get("articles"), ("articles",), REFERRING["article"]):
        yield keys, article, referring
        if isinstance(defaults := article.get("defaults"), dict):
            yield (*keys, "defaults"), defaults, REFERRING["figure"]
        yield from _listed(article.get("copies"), (*keys, "copies"), _COPY)
        yield from _listed(article.get("figures"), (*keys, "figures"), REFERRING["figure"])


def _listed(entries: object, keys: Keys, referring: Mapping[str, str]) -> Iterator[_Entry]:
    for position, entry in enumerate(entries if isinstance(entries, list) else ()):
        if isinstance(entry, dict):
            yield (*keys, position), entry, referring
