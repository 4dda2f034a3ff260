"""Two states of a dataset → what differs: the entries that were added, withdrawn, renamed or changed, key by key.

Entries are compared as they are printed in a file, with what figures inherit from their article. It makes no difference
in which file or order entries stand, nor whether a value stands in a figure or in the defaults of its article. A
reference that follows a renamed entry is no change.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple, get_args

from indicators.model import serial
from indicators.model.bases import Identified
from indicators.model.dataset import Dataset
from indicators.model.entries import About, Article, Figure
from indicators.model.kinds import KIND_OF, KINDS

State = Literal["added", "withdrawn", "renamed", "changed"]
STATES: Final[tuple[State, ...]] = get_args(State)
ABOUT: Final = "dataset"
"""The kind of the one entry that says what the dataset is."""

Printed = dict[str, Any]
"""An entry by its keys as a file has them; those of nested ones are joined: ``name.en``."""
_Successors = Mapping[str, Mapping[str, str]]
"""Name of each kind → the ids that are gone from it → the ids that they are former ids of now."""

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
    successors = {kind.name: _successors(kind.name, kind.section, old, new) for kind in KINDS}
    head = _entry_difference(ABOUT, (old.about, printed(old.about, ABOUT, old)), (new.about, new), "", successors)
    differences = [head] if head else []
    for kind in KINDS:
        differences.extend(_of_kind(kind.name, kind.section, old, new, successors))
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


def _successors(name: str, section: str, old: Dataset, new: Dataset) -> dict[str, str]:
    before, after = getattr(old, section), getattr(new, section)
    return {former: key for former, key in new.renamed[name].items() if former in before and former not in after}


def _of_kind(name: str, section: str, old: Dataset, new: Dataset, successors: _Successors) -> Iterator[EntryDifference]:
    before: Mapping[str, Identified] = getattr(old, section)
    after: Mapping[str, Identified] = getattr(new, section)
    former_of = _former_of(successors[name], before)
    for key, entry in after.items():
        former = former_of.get(key, "")
        earlier = before.get(former or key)
        if earlier is None:
            yield EntryDifference(name, "added", entry, printed(entry, name, new))
        elif former or earlier != entry or _moved(entry, old, new):
            difference = _entry_difference(
                name, (earlier, printed(earlier, name, old)), (entry, new), former, successors
            )
            if difference:
                yield difference
    renamed = frozenset(former_of.values())
    for key, entry in before.items():
        if key not in after and key not in renamed:
            successor = successors[name].get(key, "")
            yield EntryDifference(name, "withdrawn", entry, printed(entry, name, old), successor=successor)


def _former_of(successors: Mapping[str, str], before: Collection[str]) -> dict[str, str]:
    """Id of each renamed entry → its old id; of several entries that became one, the others were withdrawn."""
    former_of: dict[str, str] = {}
    for former, key in successors.items():
        if key not in before:
            former_of.setdefault(key, former)
    return former_of


def _moved(entry: Identified, old: Dataset, new: Dataset) -> bool:
    """True if a figure stands in another article than before."""
    return isinstance(entry, Figure) and old.article_of[entry.id].id != new.article_of[entry.id].id


# --- key by key ------------------------------------------------------------------------------------------------------


def _entry_difference(
    kind: str,
    before: tuple[Identified | About, Printed],
    after: tuple[Identified | About, Dataset],
    former: str,
    successors: _Successors,
) -> EntryDifference | None:
    """The difference between two states of one entry; None if there is none."""
    (earlier, old), (entry, dataset) = before, after
    new = printed(entry, kind, dataset)
    keys = tuple(_key_differences(kind, old, new, former, successors))
    if former:
        return EntryDifference(kind, "renamed", entry, new, keys, former=earlier.id)
    return EntryDifference(kind, "changed", entry, new, keys) if keys else None


def _key_differences(
    kind: str, old: Printed, new: Printed, former: str, successors: _Successors
) -> Iterator[KeyDifference]:
    expected = {key: _followed(old[key], successors.get(REFERENCES.get((kind, key), ""), {})) for key in old}
    if former:
        expected |= {"id": new["id"], "former": _with(former, old.get("former", []), new.get("former", []))}
    for key in {**new, **old}:
        if expected.get(key) != new.get(key):
            yield KeyDifference(key, old.get(key), new.get(key))


def _with(former: str, before: list[str], after: list[str]) -> list[str]:
    """The former ids that an entry had and its last one, in the order in which they are listed now."""
    expected = [*before, former]
    return after if sorted(after) == sorted(expected) else expected


def _followed(value: Any, successors: Mapping[str, str]) -> Any:
    """References as they have to be after entries were renamed, one id, a list of ids, or copies with publishers."""
    if isinstance(value, list):
        return [_followed(item, successors) for item in value]
    if isinstance(value, dict):  # a copy of an article
        return {key: successors.get(part, part) if key == "publisher" else part for key, part in value.items()}
    return successors.get(value, value)
