"""Files of a site → a folder, in which nothing is written that is there already."""

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

TEMPORARY: Final = ".indicators-part"


@dataclass
class Written:
    """What became of the files of a build; ``size`` is of all of them, in bytes."""

    written: int = 0
    unchanged: int = 0
    removed: int = 0
    size: int = 0
    files: set[str] = field(default_factory=set)

    @property
    def made(self) -> int:
        return self.written + self.unchanged


@dataclass(frozen=True)
class Writer:
    """Writes into a folder, each file whole or not at all, and counts what it did."""

    folder: Path
    done: Written = field(default_factory=Written)
    _made: set[Path] = field(default_factory=set)

    def write(self, path: str, content: str | bytes) -> None:
        """Put the content at a path within the folder, unless it is what lies there."""
        data = content.encode() if isinstance(content, str) else content
        self.done.files.add(path)
        self.done.size += len(data)
        target = self.folder / path
        if _same(target, data):
            self.done.unchanged += 1
            return
        if target.parent not in self._made:
            target.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(target.parent)
        part = target.with_name(target.name + TEMPORARY)
        part.write_bytes(data)
        part.replace(target)
        self.done.written += 1

    def remove(self, paths: Collection[str]) -> None:
        """Take away what an earlier build made and this one does not, and folders that are empty then."""
        emptied = set()
        for path in sorted(set(paths) - self.done.files):
            target = self.folder / path
            if not target.resolve().is_relative_to(self.folder.resolve()):
                continue  # a folder in it has become a link to another place
            try:
                target.unlink()
            except (FileNotFoundError, IsADirectoryError):
                continue
            self.done.removed += 1
            emptied.add(target.parent)
        for folder in sorted(emptied, reverse=True):
            if folder != self.folder:
                with suppress(OSError):  # something is left in it
                    folder.rmdir()


def _same(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes; its size is looked at first."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
