"""A region, a sector or a group as a person names it → the one of the dataset that is meant, or a new one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, Literal, get_args

from indicators.curate.desk.entries.new_publishers import as_printed, free_id
from indicators.curate.desk.requests.asked import EntryAsked
from indicators.curate.rendering.yaml_text import entry_line
from indicators.model.dataset import Dataset
from indicators.model.name_index import NameIndex
from indicators.model.scalars import has_address
from indicators.model.subjects import Tree
from indicators.model.vocabulary import ALL, Level
from indicators.values.text import LocalText, fold

EntryLack = Literal["", "name", "several", "address", "level", "part_of", "differs", "too-many"]
"""What keeps an entry from being added; nothing where it can be."""
LEVELS: Final[tuple[str, ...]] = get_args(Level)
MOST_NEW: Final = 60
"""So many entries are added with one text."""


@dataclass(frozen=True)
class NewEntry:
    """An entry of a tree to be added, with the id that it gets; a name in one language stands for both."""

    tree: Tree
    id: str
    name: LocalText
    level: str = ""
    part_of: str = ""

    @property
    def is_in_one_language(self) -> bool:
        """True where one name stands for both languages."""
        return self.name.zh == self.name.en

    @property
    def yaml(self) -> str:
        """Its entry as it stands in a data file."""
        return f"  {entry_line(self.id, self.name, self.level, self.part_of)}\n"


@dataclass(frozen=True)
class KnownEntry:
    """Which entry of a tree is meant: its ``id``, and ``new`` if the dataset has not got it; or what it ``lacks``."""

    id: str = ""
    new: NewEntry | None = None
    lacks: EntryLack = ""


class NewEntries:
    """The regions, sectors and groups that a request adds: each once, however its name is written."""

    def __init__(self, dataset: Dataset, names: NameIndex) -> None:
        self._dataset, self._names = dataset, names
        self._new: dict[tuple[Tree, str], NewEntry] = {}

    def of(self, tree: Tree, asked: EntryAsked | None) -> KnownEntry:
        """What is meant by what was filled in for a new entry of a tree."""
        asked = asked or EntryAsked()
        names = [name for name in map(as_printed, (asked.zh, asked.en)) if any(map(str.isalnum, name))]
        if not names:
            return KnownEntry(lacks="name")
        known = {id_ for name in names for id_ in self._listed(tree, name)}
        if known:
            return KnownEntry(known.pop()) if len(known) == 1 else KnownEntry(lacks="several")
        if any(map(has_address, names)):
            return KnownEntry(lacks="address")
        if tree == "region" and asked.level not in LEVELS:
            return KnownEntry(lacks="level")
        new = (entry.id for entry in self._new.values() if entry.tree == tree)
        if asked.part_of and asked.part_of not in {*getattr(self._dataset, f"{tree}s"), *new}:
            return KnownEntry(lacks="part_of")
        return self._added(tree, asked, names)

    def _listed(self, tree: Tree, name: str) -> Sequence[str]:
        return self._names.find(tree, self._dataset.renamed[tree].get(name, name))

    def _added(self, tree: Tree, asked: EntryAsked, names: Sequence[str]) -> KnownEntry:
        keys = [(tree, fold(name).casefold()) for name in names]
        known = next((self._new[key] for key in keys if key in self._new), None)
        zh, en = (as_printed(name) if any(map(str.isalnum, name)) else "" for name in (asked.zh, asked.en))
        name = LocalText(zh=zh or en, en=en or zh)
        new = NewEntry(
            tree,
            known.id if known else self._id(tree, en or zh),
            name,
            asked.level if tree == "region" else "",
            asked.part_of,
        )
        if known is not None:
            return KnownEntry(known.id, known) if _look(known) == _look(new) else KnownEntry(lacks="differs")
        if len({*self._new.values()}) >= MOST_NEW:
            return KnownEntry(lacks="too-many")
        self._new |= dict.fromkeys(keys, new)
        return KnownEntry(new.id, new)

    def _id(self, tree: Tree, name: str) -> str:
        """A free id from how a name begins: ids of figures hold it beside others."""
        new = (new.id for new in self._new.values() if new.tree == tree)
        taken = {*getattr(self._dataset, f"{tree}s"), *self._dataset.renamed[tree], ALL, *new}
        return free_id(name[: _LETTERS if name.isascii() else _CHARACTERS], taken, tree)


_LETTERS: Final = 40
_CHARACTERS: Final = 10


def _look(entry: NewEntry) -> object:
    """An entry as far as two of them are told apart: not by case, width and spaces of its names."""
    return fold(entry.name.zh).casefold(), fold(entry.name.en).casefold(), entry.level, entry.part_of


def of_tree(entries: Sequence[NewEntry], tree: Tree) -> Iterator[NewEntry]:
    """Those of some entries that are of a tree."""
    return (entry for entry in entries if entry.tree == tree)
