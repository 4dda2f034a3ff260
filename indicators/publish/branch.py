"""A folder of files → a commit on a branch of a repository, of whose work tree and index nothing is touched."""

import os
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from subprocess import CompletedProcess
from typing import Final, Literal, NamedTuple

from indicators.reading import disk
from indicators.reading.git import PATIENCE, Git, GitError

_FILE: Final = "100644"
_AT_ONCE: Final = 200
"""Files whose contents are held at a time."""
_NETWORK: Final = 600
"""Seconds that a transfer may take."""

BranchObstacle = Literal["checked-out", "diverged", "foreign", "git", "name", "push", "repository"]


class BranchError(Exception):
    """A branch cannot be written or pushed: the obstacle, and what git says about it."""

    def __init__(self, obstacle: BranchObstacle, detail: str = "") -> None:
        super().__init__(obstacle, detail)
        self.obstacle: BranchObstacle = obstacle
        self.detail = detail


class TreeEntry(NamedTuple):
    """A file of a tree: its mode and the hash of its content."""

    mode: str
    key: str


class NewCommit(NamedTuple):
    """What a branch is now and was before (empty: it is new), and how many files were added, changed and removed."""

    branch: str
    now: str
    before: str
    added: int
    changed: int
    removed: int


class Branch:
    """A branch of the repository around a folder, and its counterpart in a remote repository.

    The branch need not exist. Raises BranchError for names that git would not take, and without a repository.
    """

    def __init__(self, folder: Path, name: str, remote: str) -> None:
        try:
            self._git = Git(folder)
        except GitError as error:
            raise BranchError("git", str(error)) from error
        inside = self._call("rev-parse", "--git-dir")
        if inside.returncode:
            raise BranchError("repository", _first_line(inside.stderr))
        if self._call("check-ref-format", f"refs/heads/{name}").returncode or name.startswith("-"):
            raise BranchError("name", name)
        if self._call("check-ref-format", f"refs/remotes/{remote}/x").returncode or remote.startswith("-"):
            raise BranchError("name", remote)
        self.name, self.remote = name, remote
        self._local, self._remote = f"refs/heads/{name}", f"refs/remotes/{remote}/{name}"

    def fetch(self) -> None:
        """Learn what the branch is in the remote repository; nothing if it is not there yet."""
        listed = self._call("ls-remote", "--exit-code", "--heads", self.remote, self._local, patience=_NETWORK)
        if listed.returncode == 2:  # there is no such branch
            return
        if not listed.returncode:
            listed = self._call("fetch", "--no-tags", self.remote, f"+{self._local}:{self._remote}", patience=_NETWORK)
        if listed.returncode:
            raise BranchError("push", _first_line(listed.stderr))

    def tip(self) -> str:
        """The commit that the next one comes after; empty if the branch is new.

        Of the branch here and the remote one it is the one that holds the other; raises BranchError if neither does.
        """
        local, remote = self._commit(self._local), self._commit(self._remote)
        if not local or not remote or local == remote:
            return local or remote
        if self._holds(local, remote):
            return local
        if self._holds(remote, local):
            return remote
        raise BranchError("diverged", f"{local[:12]} {remote[:12]}")

    def _commit(self, name: str) -> str:
        parsed = self._call("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}")
        return "" if parsed.returncode else parsed.stdout.decode().strip()

    def _holds(self, later: str, earlier: str) -> bool:
        return not self._call("merge-base", "--is-ancestor", earlier, later).returncode

    def files(self, commit: str) -> dict[str, TreeEntry]:
        """Everything that a commit has, by its path; empty for no commit."""
        if not commit:
            return {}
        listing = self._call("ls-tree", "-r", "-z", "--full-tree", commit).stdout
        entries = {}
        for line in filter(None, listing.split(b"\0")):
            facts, _, name = line.partition(b"\t")
            mode, _, key = facts.decode().split()
            entries[os.fsdecode(name)] = TreeEntry(mode, key)
        return entries

    def content(self, entry: TreeEntry) -> bytes:
        """The content of one file."""
        return next(self._git.blobs([entry.key]))

    def restore(self, entries: Mapping[str, TreeEntry], folder: Path) -> None:
        """Write ordinary files of a commit into a folder, byte for byte."""
        paths = [path for path, entry in entries.items() if entry.mode == _FILE]
        for some in _in_parts(paths):
            for path, content in zip(some, self._git.blobs([entries[path].key for path in some]), strict=True):
                disk.write(folder / path, content, durable=False)

    def commit(self, folder: Path, paths: Sequence[str], kept: Mapping[str, TreeEntry], message: str) -> NewCommit:
        """Put a commit on the branch that has these files of the folder, and others as they were.

        Where nothing has changed there is no new commit. Raises BranchError, also where somebody has the branch
        checked out, whose files would then seem changed.
        """
        if f"branch {self._local}" in self._call("worktree", "list", "--porcelain").stdout.decode().splitlines():
            raise BranchError("checked-out")
        before = self.tip()
        old = self.files(before)
        new = {**kept, **dict(zip(paths, self._stored(folder, paths), strict=True))}
        counts = (
            len(new.keys() - old.keys()),
            sum(new[path] != old[path] for path in new.keys() & old.keys()),
            len(old.keys() - new.keys()),
        )
        if new == old:
            now = before
        else:
            parents = ("-p", before) if before else ()
            now = self._asked("commit-tree", self._tree(new), *parents, "-F", "-", stdin=message.encode())
        current = self._commit(self._local)
        if now != current:
            self._asked("update-ref", "-m", "indicators publish", self._local, now, current or "0" * len(now))
        return NewCommit(self.name, now, before, *counts)

    def push(self) -> str:
        """Push the branch, never by force, and return what git says."""
        pushed = self._call("push", self.remote, f"{self._local}:{self._local}", patience=_NETWORK)
        message = pushed.stderr.decode(errors="replace").strip()
        if pushed.returncode:
            raise BranchError("push", " ".join(message.split()))
        return message

    def _stored(self, folder: Path, paths: Sequence[str]) -> Iterator[TreeEntry]:
        """The files as they are, without the changes that attributes and settings ask of git."""
        names = "".join(f"{folder / path}\n" for path in paths).encode()
        for key in self._asked("hash-object", "-w", "--no-filters", "--stdin-paths", stdin=names).split():
            yield TreeEntry(_FILE, key)

    def _tree(self, entries: Mapping[str, TreeEntry]) -> str:
        lines = (f"{entry.mode} {entry.key}\t".encode() + os.fsencode(path) for path, entry in entries.items())
        with tempfile.TemporaryDirectory() as folder:
            index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
            self._asked("update-index", "-z", "--index-info", stdin=b"\0".join((*lines, b"")), environment=index)
            return self._asked("write-tree", environment=index)

    def _call(
        self,
        *arguments: str,
        stdin: bytes = b"",
        environment: Mapping[str, str] | None = None,
        patience: float = PATIENCE,
    ) -> CompletedProcess[bytes]:
        try:
            return self._git.call(*arguments, stdin=stdin, environment=environment or {}, patience=patience)
        except GitError as error:
            raise BranchError("git", str(error)) from error

    def _asked(self, *arguments: str, stdin: bytes = b"", environment: Mapping[str, str] | None = None) -> str:
        """What git prints; raises BranchError where it fails."""
        answer = self._call(*arguments, stdin=stdin, environment=environment, patience=_NETWORK)
        if answer.returncode:
            raise BranchError("git", _first_line(answer.stderr))
        return answer.stdout.decode().strip()


def _first_line(message: bytes) -> str:
    return message.decode(errors="replace").strip().partition("\n")[0]


def _in_parts(paths: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(paths), _AT_ONCE):
        yield paths[start : start + _AT_ONCE]
