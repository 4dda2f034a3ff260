"""Two states of a dataset → what differs: the entries that were added, withdrawn, renamed or changed, key by key.

Entries are compared as they are printed in a file, with what figures inherit from their article. It makes no difference
in which file or order entries stand, nor whether a value stands in a figure or in the defaults of its article. A
reference that follows a renamed entry is no change.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final, Literal, NamedTuple, get_args

from indicators.model import serial
from indicators.model.articles import Article, Figure
from indicators.model.bases import Identified
from indicators.model.dataset import Dataset
from indicators.model.document import About
from indicators.model.kinds import KIND_OF, KINDS, EntryKind

State = Literal["added", "withdrawn", "renamed", "changed"]
STATES: Final[tuple[State, ...]] = get_args(State)
ABOUT: Final = "dataset"
"""The kind of the one entry that says what the dataset is."""

Printed = dict[str, Any]
"""An entry by its keys as a file has them; those of nested ones are joined: ``name.en``."""

_LISTED_OR_LOOSE: Final[Mapping[tuple[str, str], str]] = {
    ("figure", "article"): "article",
    ("figure", "plan"): "figure",
    ("pipeline", "steps"): "metric",
    ("event", "regions"): "region",
    ("event", "sectors"): "sector",
    ("article", "copies"): "publisher",
}
"""Kind and key of references that ``EntryKind.references`` leaves out → the kind that they are of."""
REFERENCES: Final[Mapping[tuple[str, str], str]] = {
    **_LISTED_OR_LOOSE,
    **{(kind.name, key): KIND_OF[target].name for kind in KINDS for key, target in kind.references.items()},
}
"""Kind and key of every reference → the kind that it is of."""


class KeyDifference(NamedTuple):
    """A key of an entry with its old and new value as printed, a text or a list; None where there was or is none."""

    key: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class EntryDifference:
    """An entry that differs; ``entry`` is its newest state. ``former`` is the id that a renamed one had.

    ``successor`` is the id of the entry that has the id of a withdrawn one as a former id, so that links lead there.
    """

    kind: str
    state: State
    entry: Identified | About
    printed: Printed
    keys: tuple[KeyDifference, ...] = ()
    former: str = ""
    successor: str = ""


def compare(old: Dataset, new: Dataset) -> tuple[EntryDifference, ...]:
    """Everything that differs, kind by kind, with entries in the order of the new state, then those withdrawn."""
    states = _States(old, new)
    head = _entry_difference(ABOUT, old.about, new.about, states)
    differences = [head] if head else []
    for kind in KINDS:
        differences.extend(_of_kind(kind, states))
    return tuple(differences)


def printed(entry: Identified | About, kind: str, dataset: Dataset) -> Printed:
    """An entry by its keys; a figure has the id of its article, too, an article neither figures nor defaults."""
    if isinstance(entry, Article):
        entry = entry.model_copy(update={"figures": (), "defaults": None})
    values: Printed = serial.printed(entry)
    if isinstance(entry, Figure):
        values["article"] = dataset.article_of[entry.id].id
    return dict(_joined_keys(values))


def _joined_keys(values: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in values.items():
        if isinstance(value, Mapping):
            yield from _joined_keys(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


# --- which entry is which --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class _States:
    """The old and the new state of a dataset."""

    old: Dataset
    new: Dataset

    @cached_property
    def successors(self) -> Mapping[str, Mapping[str, str]]:
        """Name of each kind → the ids that are gone from it → the ids that have them as former ones."""
        return {
            kind.name: {
                former: key
                for former, key in self.new.renamed[kind.name].items()
                if former in getattr(self.old, kind.section) and former not in getattr(self.new, kind.section)
            }
            for kind in KINDS
        }

    @cached_property
    def renamed(self) -> Mapping[str, Mapping[str, str]]:
        """Name of each kind → the old ids of renamed entries → their new ones.

        Of several entries that became one none counts as renamed, nor does one that was joined to an older entry.
        """
        return {kind.name: dict(self._renamed(kind)) for kind in KINDS}

    def _renamed(self, kind: EntryKind) -> Iterator[tuple[str, str]]:
        successors, before = self.successors[kind.name], getattr(self.old, kind.section)
        count = Counter(successors.values())
        return ((former, key) for former, key in successors.items() if key not in before and count[key] == 1)


def _of_kind(kind: EntryKind, states: _States) -> Iterator[EntryDifference]:
    before: Mapping[str, Identified] = getattr(states.old, kind.section)
    after: Mapping[str, Identified] = getattr(states.new, kind.section)
    renamed = states.renamed[kind.name]
    former_of = {key: former for former, key in renamed.items()}
    for key, entry in after.items():
        earlier = before.get(former_of.get(key, key))
        if earlier is None:
            yield EntryDifference(kind.name, "added", entry, printed(entry, kind.name, states.new))
        elif earlier != entry or _moved(entry, states):
            difference = _entry_difference(kind.name, earlier, entry, states)
            if difference:
                yield difference
    for key, entry in before.items():
        if key not in after and key not in renamed:
            successor = states.successors[kind.name].get(key, "")
            form = printed(entry, kind.name, states.old)
            yield EntryDifference(kind.name, "withdrawn", entry, form, successor=successor)


def _moved(figure: Identified, states: _States) -> bool:
    """True if a figure that both states have stands in another article than before."""
    if not isinstance(figure, Figure):
        return False
    return states.old.article_of[figure.id].id != states.new.article_of[figure.id].id


# --- key by key ------------------------------------------------------------------------------------------------------


def _entry_difference(
    kind: str, earlier: Identified | About, entry: Identified | About, states: _States
) -> EntryDifference | None:
    """The difference between two states of one entry; None if there is none."""
    old, new = printed(earlier, kind, states.old), printed(entry, kind, states.new)
    former = earlier.id if states.renamed.get(kind, {}).get(earlier.id) == entry.id else ""
    keys = tuple(_key_differences(kind, old, new, former, states))
    if former:
        return EntryDifference(kind, "renamed", entry, new, keys, former=former)
    return EntryDifference(kind, "changed", entry, new, keys) if keys else None


def _key_differences(kind: str, old: Printed, new: Printed, former: str, states: _States) -> Iterator[KeyDifference]:
    expected = {key: _followed(old[key], states.renamed.get(REFERENCES.get((kind, key), ""), {})) for key in old}
    if former:
        expected |= {"id": new["id"], "former": _with(former, old.get("former", []), new["former"])}
    for key in {**new, **old}:
        if expected.get(key) != new.get(key):
            yield KeyDifference(key, old.get(key), new.get(key))


def _with(former: str, before: list[str], after: list[str]) -> list[str]:
    """The former ids that an entry had and its last one, in the order in which they are listed now."""
    expected = [*before, former]
    return after if sorted(after) == sorted(expected) else expected


def _followed(value: Any, renamed: Mapping[str, str]) -> Any:
    """References as they have to be after entries were renamed, one id, a list of ids, or copies with publishers."""
    if isinstance(value, list):
        return [_followed(item, renamed) for item in value]
    if isinstance(value, dict):  # a copy of an article
        return {key: renamed.get(part, part) if key == "publisher" else part for key, part in value.items()}
    return renamed.get(value, value)
