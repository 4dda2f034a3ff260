"""What the last build of a site made: its files, and each figure as it then was."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path, PurePosixPath
from typing import Any, Final

from indicators.model import Dataset

PATH: Final = "assets/manifest.json"


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure: its ``digest``, and the ``day`` of the build that found it new or changed; none in the first build."""

    digest: str
    day: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Manifest:
    """The paths of the files of a site, within it, and its figures by their ids."""

    files: frozenset[str] = frozenset()
    figures: Mapping[str, Entry] | None = None


def read(folder: Path) -> Manifest:
    """The manifest in a folder; an empty one where there is none, or one that nobody can read."""
    try:
        found = json.loads((folder / PATH).read_text("utf-8"))
        files = frozenset(path for path in found["files"] if _within(path))
        figures = {str(key): Entry(str(one[0]), str(one[1]), bool(one[2])) for key, one in found["figures"].items()}
    except (OSError, ValueError, KeyError, TypeError, IndexError, AttributeError):
        return Manifest()
    return Manifest(files, figures)


def _within(path: Any) -> bool:
    """Whether it is the path of a file in the folder: by a manifest that somebody has changed nothing else goes."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts and "\\" not in path


def written(files: Iterable[str], figures: Mapping[str, Entry]) -> str:
    """The manifest as it lies in its file."""
    entries = {key: [one.digest, one.day, int(one.changed)] for key, one in figures.items()}
    return json.dumps({"files": sorted(files), "figures": entries}, separators=(",", ":")) + "\n"


def compared(dataset: Dataset, before: Manifest, day: str) -> dict[str, Entry]:
    """Each figure as it is now: added or changed on this ``day``, or as it was known before."""
    digests = _digests(dataset)
    if before.figures is None:
        return {key: Entry(digest) for key, digest in digests.items()}
    return {key: _entry(digest, before.figures.get(key), day) for key, digest in digests.items()}


def _entry(digest: str, known: Entry | None, day: str) -> Entry:
    if known is None:
        return Entry(digest, day)
    return known if known.digest == digest else Entry(digest, day, changed=True)


def _digests(dataset: Dataset) -> dict[str, str]:
    """A digest of each figure and of what its article says of itself."""
    found = {}
    for article in dataset.articles.values():
        around = article.model_copy(update={"figures": ()})
        head = blake2b(repr(around).encode(), digest_size=12)
        for figure in article.figures:
            own = head.copy()
            own.update(repr(figure).encode())
            found[figure.id] = own.hexdigest()
    return found
