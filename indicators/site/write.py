"""Files of a site → a folder, in which nothing is written that is there already."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from indicators.reading import disk


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

    def keep(self, files: Mapping[str, str]) -> bool:
        """Whether all these files are there with these digests: then they count as made, and else none of them."""
        sizes = {path: self._size(path, content) for path, content in files.items()}
        if None in sizes.values():
            return False
        self.done.files.update(files)
        self.done.size += sum(filter(None, sizes.values()))
        self.done.unchanged += len(files)
        return True

    def _size(self, path: str, content: str) -> int | None:
        """The size of a file that has this digest; None where there is none."""
        try:
            data = (self.folder / path).read_bytes()
        except OSError:
            return None
        return len(data) if digest_of(data) == content else None

    def write(self, path: str, content: str | bytes) -> str:
        """Put the content at a path within the folder, unless it is what lies there; gives its digest."""
        data = content.encode() if isinstance(content, str) else content
        self.done.files.add(path)
        self.done.size += len(data)
        target = self.folder / path
        if _same(target, data):
            self.done.unchanged += 1
            return digest_of(data)
        disk.write(target, data, durable=False)  # thousands of files, which another build makes again
        self.done.written += 1
        return digest_of(data)

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


def digest_of(content: bytes) -> str:
    """By which a file is known again."""
    return blake2b(content, digest_size=12).hexdigest()


def _same(path: Path, data: bytes) -> bool:
    """Whether a file holds these bytes; its size is looked at first."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False
