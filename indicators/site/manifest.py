"""What the last build of a site made ⇄ JSON: its files, what they were made of, and each figure as it then was."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any, Final

PATH: Final = "assets/manifest.json"


@dataclass(frozen=True, slots=True)
class KnownFigure:
    """A figure: its ``digest``, and the ``day`` of the build that found it new or changed; empty in the first."""

    digest: str
    day: str = ""
    changed: bool = False


@dataclass(frozen=True, slots=True)
class BuiltPart:
    """A part of the site: the digest of its ``inputs``, and its ``files``, path → digest of the content.

    ``cards`` are those of the files that are social cards, path → digest of what is shown.
    """

    inputs: str
    files: Mapping[str, str]
    cards: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of a site by their keys, the paths of ``others`` of its files, and its figures by their ids.

    ``data`` is the digest of the dataset.
    """

    parts: Mapping[str, BuiltPart] = field(default_factory=dict)
    others: frozenset[str] = frozenset()
    figures: Mapping[str, KnownFigure] | None = None
    data: str = ""

    @property
    def files(self) -> frozenset[str]:
        """The paths of all files, within the site."""
        return self.others.union(*(part.files for part in self.parts.values()))


def read(folder: Path) -> Manifest:
    """The manifest in a folder; an empty one if there is none or it is broken."""
    try:
        content = (folder / PATH).read_bytes()
    except OSError:
        return Manifest()
    return parse(content)


def parse(content: bytes) -> Manifest:
    """The manifest that a file has as its content; an empty one if it is broken."""
    try:
        facts = json.loads(content.decode())
        parts = {
            str(key): BuiltPart(str(inputs), _files(files), _files(cards))
            for key, (inputs, files, cards) in facts["units"].items()
        }
        others = frozenset(path for path in facts["others"] if _within(path))
        figures = {
            str(key): KnownFigure(str(digest), str(day), bool(changed))
            for key, (digest, day, changed) in facts["figures"].items()
        }
        data = str(facts.get("data", ""))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return Manifest()
    return Manifest(parts, others, figures, data)


def _files(digests: Mapping[Any, Any]) -> dict[str, str]:
    return {path: str(digest) for path, digest in digests.items() if _within(path)}


def _within(path: Any) -> bool:
    """True for a path inside the folder: a manifest that somebody has edited must not remove other files."""
    parts = PurePosixPath(path).parts
    return bool(parts) and not PurePosixPath(path).is_absolute() and ".." not in parts and "\\" not in path


def to_json(manifest: Manifest) -> str:
    """The content of the file that ``read`` reads."""
    figures = (manifest.figures or {}).items()
    facts = {
        "units": {key: [part.inputs, part.files, part.cards] for key, part in manifest.parts.items()},
        "others": sorted(manifest.others),
        "data": manifest.data,
        "figures": {key: [figure.digest, figure.day, int(figure.changed)] for key, figure in figures},
    }
    return json.dumps(facts, separators=(",", ":")) + "\n"


def compared(digests: Mapping[str, str], before: Manifest, day: str) -> dict[str, KnownFigure]:
    """The figures of this build: new or changed on this ``day``, or as they were known before."""
    if before.figures is None:
        return {key: KnownFigure(digest) for key, digest in digests.items()}
    return {key: _known(digest, before.figures.get(key), day) for key, digest in digests.items()}


def _known(digest: str, known: KnownFigure | None, day: str) -> KnownFigure:
    if known is None:
        return KnownFigure(digest, day)
    return known if known.digest == digest else KnownFigure(digest, day, changed=True)
