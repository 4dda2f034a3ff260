"""A complete dataset ↔ its seal: a file beside it that names each of its files with size and digest.

Where a seal lies, only a state that matches it whole is shown, so that nothing torn or half copied ever is.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from indicators.loading import loader
from indicators.reading import article_texts, boundaries, disk
from indicators.values.problems import Problem

SUFFIX: Final = ".seal"
IN_A_FOLDER: Final = f"dataset{SUFFIX}"
LIMIT: Final = 8 * 2**20
"""Bytes: a line for each of 50,000 files."""
_VERSION: Final = 1


@dataclass(frozen=True)
class SealedFile:
    """Size in bytes and SHA-256 in hex of a file."""

    size: int
    sha256: str


@dataclass(frozen=True)
class Seal:
    """What a dataset consists of: each file by its name from its folder on, and how many figures they hold."""

    files: Mapping[str, SealedFile]
    figures: int


def beside(path: Path) -> Path:
    """Where the seal of the dataset at ``path`` would be: beside the file, or in the folder."""
    return path / IN_A_FOLDER if disk.is_folder(path) else path.with_name(f"{path.name}{SUFFIX}")


def of(path: Path, figures: int) -> Seal | Problem:
    """The seal for the files at the path as they are now, or why there can be none."""
    files = _files(path)
    return files if isinstance(files, Problem) else Seal(files, figures)


def write(path: Path, seal: Seal) -> Path:
    """Put a seal where it belongs, in one step and so that it lasts; raises OSError where this cannot be done."""
    files = {name: {"bytes": file.size, "sha256": file.sha256} for name, file in sorted(seal.files.items())}
    content = {"seal": _VERSION, "figures": seal.figures, "files": files}
    place = beside(path)
    disk.write(place, (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode())
    return place


def read(path: Path) -> Seal | Problem | None:
    """The seal of the dataset at a path; None where there is none, and a problem where it cannot be read."""
    place = beside(path)
    content = disk.read(place, LIMIT)
    if isinstance(content, Problem):
        nothing = content.code == "file-missing" and not place.is_symlink()
        closed = content.code == "file-permission" and not os.access(place.parent, os.X_OK)  # as a load will say
        return None if nothing or closed else _broken(place)
    try:
        return _parsed(json.loads(content))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, RecursionError):
        return _broken(place)


def _parsed(content: Any) -> Seal:
    if content["seal"] != _VERSION:
        raise ValueError(content["seal"])
    files = {str(name): SealedFile(int(file["bytes"]), str(file["sha256"])) for name, file in content["files"].items()}
    return Seal(files, int(content["figures"]))


def _broken(place: Path) -> Problem:
    return Problem("seal-unreadable", str(place))


def mismatch(path: Path, seal: Seal) -> Problem | None:
    """The first file that is not as it was sealed; None where all are, and there is no other one."""
    files = _files(path)
    if isinstance(files, Problem):
        return files
    place = str(beside(path))
    for name in sorted(seal.files.keys() | files.keys()):
        if name not in files:
            return Problem("seal-lacks", place, facts={"file": name})
        if name not in seal.files:
            return Problem("seal-unknown", place, facts={"file": name})
        if files[name] != seal.files[name]:
            return Problem("seal-differs", place, facts={"file": name})
    return None


def _files(path: Path) -> dict[str, SealedFile] | Problem:
    """All files that decide what is shown, by their names from the folder of the dataset on."""
    folder = path if disk.is_folder(path) else path.parent
    try:
        texts = [file for file in loader.text_files(path) if file.suffix == article_texts.SUFFIX]
        paths = [*loader.files(path), *texts]
    except OSError as error:
        facts = {"detail": error.strerror or type(error).__name__}
        return Problem("folder-unreadable", str(path), facts=facts)
    outlines = boundaries.beside(path)
    files: dict[str, SealedFile] = {}
    for file in [*paths, outlines]:
        content = disk.read(file)
        if not isinstance(content, Problem):
            files[file.relative_to(folder).as_posix()] = SealedFile(len(content), hashlib.sha256(content).hexdigest())
        elif file != outlines or content.code != "file-missing":
            return content
    return files
