"""A revision of git → the files that a dataset had in it. The repository is only read, and no shell is involved."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from indicators.loading.loader import SUFFIXES
from indicators.reading.git import NEVER_ASKING, Git, GitError

Obstacle = Literal["git", "repository", "revision", "path"]
"""What is missing: the program, a repository around the path, the revision in it, or the path in the revision."""
_ENVIRONMENT: Final = {**NEVER_ASKING, "GIT_NO_LAZY_FETCH": "1", "GIT_OPTIONAL_LOCKS": "0"}
"""Nothing is fetched or written, and nobody is asked for a password."""
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
    try:
        return list(_contents(revision, path))
    except GitError as error:
        raise RevisionError("git", str(error)) from error


def content_before_renaming(revision: str, path: Path) -> tuple[Path, bytes] | None:
    """Name and content that a file had in a revision in which it had another name; None unless the index knows so.

    Raises RevisionError as ``contents`` does.
    """
    try:
        return _before_renaming(revision, path)
    except GitError as error:
        raise RevisionError("git", str(error)) from error


def _before_renaming(revision: str, path: Path) -> tuple[Path, bytes] | None:
    git, whole, folder, commit = _opened(revision, path)
    prefix = git.call("rev-parse", "--show-prefix").stdout.decode().rstrip("\n")
    name = (prefix + whole.relative_to(folder).as_posix()).encode()
    # Plumbing, and the index alone: no program of the repository's configuration is started.
    quiet = ("-c", "core.fsmonitor=false")
    listing = git.call(
        *quiet, "diff-index", "--cached", "-M", "--diff-filter=R", "--name-status", "-z", commit, "--"
    ).stdout
    parts = listing.split(b"\0")
    for former, present in zip(parts[1::3], parts[2::3], strict=False):
        if present == name:
            key = git.object(f"{commit}:{former.decode(errors='replace')}")
            former_path = path.parent / os.path.relpath(former.decode(errors="replace"), prefix or ".")
            return None if key is None else (former_path, next(git.blobs([key])))
    return None


def _opened(revision: str, path: Path) -> tuple[Git, Path, Path, str]:
    """Git in the folder of a path, the whole path, that folder, and the hash of the commit."""
    whole = path.absolute()
    folder = whole if whole.is_dir() else next(parent for parent in whole.parents if parent.is_dir())
    git = Git(folder, _ENVIRONMENT)
    inside = git.call("rev-parse", "--git-dir")
    if inside.returncode:
        raise RevisionError("repository", inside.stderr.decode(errors="replace").partition("\n")[0])
    commit = git.object(f"{revision}^{{commit}}") if not revision.startswith("-") else None
    if commit is None:
        raise RevisionError("revision")
    return git, whole, folder, commit


def _contents(revision: str, path: Path) -> Iterator[tuple[str, bytes]]:
    git, whole, folder, commit = _opened(revision, path)
    kind, blobs = _listed(git, commit, whole.relative_to(folder).as_posix().removeprefix("."))
    if not blobs:
        raise RevisionError("path")
    names = [f"{revision}:{path / name if kind == 'tree' else path}" for name in blobs]
    yield from zip(names, git.blobs(list(blobs.values())), strict=True)


def _listed(git: Git, commit: str, path: str) -> tuple[str, dict[str, str]]:
    """Whether a file (blob) or a folder (tree) is at the path, and the hash of each data file there by its name."""
    key = git.object(f"{commit}:./{path}")
    if key is None:
        raise RevisionError("path")
    kind = git.call("cat-file", "-t", key).stdout.decode().strip()
    if kind == "tree":
        return kind, dict(sorted(_data_files(git.call("ls-tree", "-z", "--full-tree", key).stdout)))
    return kind, {PurePosixPath(path).name: key}


def _data_files(listing: bytes) -> Iterator[tuple[str, str]]:
    """Name and hash of each data file that ``git ls-tree -z`` lists."""
    for line in filter(None, listing.split(b"\0")):
        facts, _, name_bytes = line.partition(b"\t")
        mode, _, key = facts.decode().split()
        name = name_bytes.decode(errors="replace")
        if mode in _ORDINARY and PurePosixPath(name).suffix in SUFFIXES and not name.startswith("."):
            yield name, key
