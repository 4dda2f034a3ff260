"""A revision of git → the files that a dataset had in it. The repository is only read, and no shell is involved."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from indicators.loading.loader import SUFFIXES

Obstacle = Literal["git", "repository", "revision", "path"]
"""What is missing: the program, a repository around the path, the revision in it, or the path in the revision."""
_ENVIRONMENT: Final = {"GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""Nothing is fetched or written, and nobody is asked for a password."""
_PATIENCE: Final = 60
"""Seconds that a call of git may take."""
_ORDINARY: Final = ("100644", "100755")
"""The modes of files that are neither links nor other repositories."""


class RevisionError(Exception):
    """A revision cannot be read: what is missing, and what git says about it, if anything."""

    def __init__(self, obstacle: Obstacle, detail: str = "") -> None:
        super().__init__(obstacle, detail)
        self.obstacle: Obstacle = obstacle
        self.detail = detail


def contents(revision: str, path: Path) -> list[tuple[str, bytes]]:
    """Name and content of each file of the dataset that stood at a path; raises RevisionError.

    A name is that of the path with the revision before it, as git writes it: HEAD:data/indicators.yaml.
    """
    repository = _Repository(path)
    commit = repository.object(f"{revision}^{{commit}}") if not revision.startswith("-") else None
    if commit is None:
        raise RevisionError("revision")
    kind, blobs = repository.listed(commit)
    if not blobs:
        raise RevisionError("path")
    names = [f"{revision}:{path / name if kind == 'tree' else path}" for name in blobs]
    return list(zip(names, repository.read(list(blobs.values())), strict=True))


class _Repository:
    """The repository around a path, as git tells it."""

    def __init__(self, path: Path) -> None:
        whole = path.absolute()
        self._folder = whole if whole.is_dir() else next(folder for folder in whole.parents if folder.is_dir())
        self._path = whole.relative_to(self._folder).as_posix().removeprefix(".")
        program = shutil.which("git")
        if program is None:
            raise RevisionError("git")
        self._program = program
        inside = self._call("rev-parse", "--git-dir")
        if inside.returncode:
            raise RevisionError("repository", inside.stderr.decode(errors="replace").partition("\n")[0])

    def _call(self, *arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
        command = [self._program, "-C", str(self._folder), *arguments]
        environment = {**os.environ, **_ENVIRONMENT}
        try:
            return subprocess.run(  # noqa: S603  # arguments are checked, and none can be taken for an option
                command, input=stdin, env=environment, capture_output=True, timeout=_PATIENCE, check=False
            )
        except (OSError, ValueError, subprocess.TimeoutExpired) as error:  # ValueError: a NUL in a name
            raise RevisionError("git", str(error)) from error

    def object(self, name: str) -> str | None:
        """The hash of what has this name; None if nothing has."""
        parsed = self._call("rev-parse", "--verify", "--quiet", name)
        return None if parsed.returncode else parsed.stdout.decode().strip()

    def listed(self, commit: str) -> tuple[str, dict[str, str]]:
        """Whether a file (blob) or a folder (tree) is at the path, and the hash of each data file there by its name."""
        key = self.object(f"{commit}:./{self._path}")
        if key is None:
            raise RevisionError("path")
        kind = self._call("cat-file", "-t", key).stdout.decode().strip()
        if kind == "tree":
            return kind, dict(sorted(_data_files(self._call("ls-tree", "-z", "--full-tree", key).stdout)))
        return kind, {PurePosixPath(self._path).name: key}

    def read(self, keys: Sequence[str]) -> Iterator[bytes]:
        """The contents of blobs."""
        output = self._call("cat-file", "--batch", stdin="".join(f"{key}\n" for key in keys).encode()).stdout
        start = 0
        for _ in keys:
            end = output.index(b"\n", start)
            size = int(output[start:end].split()[2])
            yield output[end + 1 : end + 1 + size]
            start = end + 1 + size + 1


def _data_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Name and hash of each data file that ``git ls-tree -z`` lists."""
    for line in filter(None, listing.split(b"\0")):
        facts, _, name_bytes = line.partition(b"\t")
        mode, _, key = facts.decode().split()
        name = name_bytes.decode(errors="replace")
        if mode in _ORDINARY and PurePosixPath(name).suffix in SUFFIXES and not name.startswith("."):
            yield name, key
