"""What the last build of a site made: its files, what they were made of, and each figure as it then was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

PATH: Final = "assets/manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure: its ``digest``, and the ``day`` of the build that found it new or changed; none in the first build."""

    digest: str
    day: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A unit: the digest of its ``inputs``, and of each of its ``files`` that of what is in it, by its path.

    ``cards`` are those of the files that are pictures, each with the digest of what it shows.
    """

    inputs: str
    files: Mapping[str, str]
    cards: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The units of a site by their keys, the paths of its ``others``, and its figures by their ids."""

    units: Mapping[str, Made] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    figures: Mapping[str, Entry] | None = None

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files, within the site."""
        return self.others.union(*(one.files for one in self.units.values()))


def read(folder: Path) -> Manifest:
    """The manifest in a folder; an empty one where there is none, or one that nobody can read."""
    try:
        found = json.loads((folder / PATH).read_text("utf-8"))
        units = {
            str(key): Made(str(inputs), _files(files), _files(cards))
            for key, (inputs, files, cards) in found["units"].items()
        }
        others = frozenset(path for path in found["others"] if _within(path))
        figures = {str(key): Entry(str(one[0]), str(one[1]), bool(one[2])) for key, one in found["figures"].items()}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return Manifest()
    return Manifest(units, others, figures)


def _files(found: Mapping[Any, Any]) -> dict[str, str]:
    return {path: str(content) for path, content in found.items() if _within(path)}


def _within(path: Any) -> bool:
    """Whether it is the path of a file in the folder: by a manifest that somebody has changed nothing else goes."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts and "\\" not in path


def written(found: Manifest) -> str:
    """The manifest as it lies in its file."""
    facts = {
        "units": {key: [one.inputs, one.files, one.cards] for key, one in found.units.items()},
        "others": sorted(found.others),
        "figures": {key: [one.digest, one.day, int(one.changed)] for key, one in (found.figures or {}).items()},
    }
    return json.dumps(facts, separators=(",", ":")) + "\n"


def compared(digests: Mapping[str, str], before: Manifest, day: str) -> dict[str, Entry]:
    """Each figure as it is now: added or changed on this ``day``, or as it was known before."""
    if before.figures is None:
        return {key: Entry(digest) for key, digest in digests.items()}
    return {key: _entry(digest, before.figures.get(key), day) for key, digest in digests.items()}


def _entry(digest: str, known: Entry | None, day: str) -> Entry:
    if known is None:
        return Entry(digest, day)
    return known if known.digest == digest else Entry(digest, day, changed=True)
