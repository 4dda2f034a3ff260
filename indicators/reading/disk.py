"""Files ↔ their bytes and their text: read whole while nobody writes them, and written whole or not at all."""

import errno
import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final, TypeAlias

from indicators.reading.lines import LineIndex
from indicators.values.problems import Problem

locks: Any = None
"""The module of the system that locks files; None on Windows."""
with suppress(ImportError):
    locks = import_module("fcntl")

FAULTS: Final = frozenset({
    *("file-changing", "file-kind", "file-missing", "file-permission", "file-size", "file-unreadable"),
})  # fmt: skip
MAX_BYTES: Final = 64 * 2**20


Identity: TypeAlias = tuple[int, ...]
"""What changes when a file is written, or another takes its place: device, number, size, times of change."""


def is_folder(path: Path) -> bool:
    """True where a folder is; it never raises, also where nobody may look."""
    return os.path.isdir(path)  # noqa: PTH112  # Path.is_dir raises where a folder above is closed


def identity(status: os.stat_result) -> Identity:
    """The identity of a file by what the system says of it."""
    return status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def identity_of(path: Path) -> Identity:
    """The identity of what is at the path now, behind all links; empty where nothing can be seen there."""
    try:
        return identity(path.stat())
    except (OSError, ValueError):  # ValueError: what cannot be the name of a file
        return ()


def times(identity: Identity) -> tuple[int, ...]:
    """When content and properties of a file were changed last, in nanoseconds; nothing where nothing was seen."""
    return identity[3:]


def read(path: Path, limit: int = MAX_BYTES) -> bytes | Problem:
    """The bytes of an ordinary file, or the one problem that keeps them from being read. It never waits."""
    content = read_identified(path, limit)
    return content if isinstance(content, Problem) else content[0]


def read_identified(path: Path, limit: int = MAX_BYTES) -> tuple[bytes, Identity] | Problem:
    """The same with the identity of the file that was read: another may have taken its name by now."""
    name = str(path)
    try:
        # A pipe without a writer would keep an ordinary open waiting for ever.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return Problem("file-missing", name)
    except PermissionError:
        return Problem("file-permission", name)
    except (OSError, ValueError) as error:
        return _unreadable(name, error)
    try:
        return _read_open(descriptor, name, limit)
    except OSError as error:
        return _unreadable(name, error)
    finally:
        os.close(descriptor)


def _read_open(descriptor: int, name: str, limit: int) -> tuple[bytes, Identity] | Problem:
    before = os.fstat(descriptor)
    if not stat.S_ISREG(before.st_mode):
        return Problem("file-kind", name)
    if before.st_size > limit:
        facts = {"size": _megabytes(before.st_size), "limit": _megabytes(limit)}
        return Problem("file-size", name, facts=facts)
    left = before.st_size + 1  # one more than there should be, to see whether the file has grown
    parts: list[bytes] = []
    while left and (part := os.read(descriptor, left)):
        parts.append(part)
        left -= len(part)
    after = os.fstat(descriptor)
    if left != 1 or identity(before) != identity(after):
        return Problem("file-changing", name)
    return b"".join(parts), identity(before)


def _unreadable(name: str, error: OSError | ValueError) -> Problem:
    return Problem("file-unreadable", name, facts={"detail": (getattr(error, "strerror", None) or str(error))[:60]})


def _megabytes(size: int) -> str:
    return f"{size / 2**20:.1f}"


# --- writing ---------------------------------------------------------------------------------------------------------


def write(path: Path, content: bytes, *, durable: bool = True, like: os.stat_result | None = None) -> None:
    """Put the content where the path says, in one step: whoever reads sees the old file or the new one.

    The folder is made where there is none. ``durable`` content survives a loss of power, which costs some
    milliseconds a file. The file has the rights and the group of the one that it is to be ``like``. Raises OSError
    where this cannot be done; then nothing is left behind. What a writer leaves that is killed, the next one of the
    same file takes over.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    part, descriptor = _open_part(path)
    with open(descriptor, "wb") as file:  # noqa: PTH123  # a descriptor has no Path
        try:
            if like is not None:  # before there is anything to be read by whoever may not
                _give_rights(descriptor, part, like)
            file.write(content)
            file.flush()
            if durable:
                os.fsync(descriptor)
            if locks is None:  # Windows renames no open file; elsewhere the lock is to be held till then
                file.close()
            part.replace(path)
        except BaseException:
            file.close()
            part.unlink(missing_ok=True)
            raise
    if durable:
        _keep_names(path.parent)


def replace(path: Path, known: bytes, content: bytes) -> bool:
    """Put the content in the place of a file that holds what is known; False, and nothing, where it holds other bytes.

    Of a link the file is replaced to which it leads. Its rights and its group stay. Raises OSError, also where the
    file is protected. Between the look and the writing only who asks for the folder ``alone`` is kept out.
    """
    target = path.resolve()
    status = target.stat()
    if read(target) != known:
        return False
    if not status.st_mode & _WRITABLE or not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
    write(target, content, like=status)
    return True


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Wait until nobody else who asks for it has a folder alone, where the system can tell. Raises OSError."""
    if locks is None:
        yield
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        locks.flock(descriptor, locks.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _give_rights(descriptor: int, part: Path, like: os.stat_result) -> None:
    """Give what is open the group and the rights of another file."""
    with suppress(OSError, AttributeError):  # who may not give it to the group leaves it as it is
        os.chown(descriptor, -1, like.st_gid)
    os.chmod(descriptor if os.chmod in os.supports_fd else part, stat.S_IMODE(like.st_mode))  # noqa: PTH101  # Path has none


_WRITABLE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


def _keep_names(folder: Path) -> None:
    """Make the names in a folder survive a loss of power, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _open_part(path: Path) -> tuple[Path, int]:
    """An empty file beside the path that nobody else writes to, open."""
    part = path.with_name(f".{path.name}.part")
    with suppress(OSError):
        flags = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        descriptor = os.open(part, os.O_RDWR | os.O_CREAT | flags, 0o666)
        if _is_ours(descriptor, part) and stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.ftruncate(descriptor, 0)
            return part, descriptor
        os.close(descriptor)
    part = _beside(path)
    return part, os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)


def _is_ours(descriptor: int, part: Path) -> bool:
    """Lock what is open, if nobody has and it still has this name: then whoever began it was killed, or it is new."""
    if locks is None:
        return False
    try:
        locks.flock(descriptor, locks.LOCK_EX | locks.LOCK_NB)
    except OSError:
        return False
    return identity_of(part)[:2] == identity(os.fstat(descriptor))[:2]


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A folder to fill, open to nobody else, which takes the path in one step when all is written.

    What stood there before goes. Raises OSError where this cannot be done; then nothing is left behind. What a writer
    leaves that is killed, the next one of the same folder removes.
    """
    temporary, descriptor = _make_part(path)
    try:
        yield temporary
        shutil.rmtree(path, ignore_errors=True)
        temporary.replace(path)
    except BaseException:
        shutil.rmtree(temporary, ignore_errors=True)
        raise
    finally:
        if descriptor is not None:
            os.close(descriptor)


def _make_part(path: Path) -> tuple[Path, int | None]:
    """An empty folder beside the path that nobody else writes to; open and locked where the system can."""
    part = path.with_name(f".{path.name}.part")
    if locks is not None:
        with suppress(OSError):
            part.mkdir(mode=0o700, exist_ok=True)
            descriptor = os.open(part, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
            if _is_ours(descriptor, part):
                for left in part.iterdir():
                    shutil.rmtree(left) if left.is_dir() and not left.is_symlink() else left.unlink()
                part.chmod(0o700)
                return part, descriptor
            os.close(descriptor)
    temporary = _beside(path)
    temporary.mkdir(mode=0o700)
    return temporary, None


def _beside(path: Path) -> Path:
    """A name that nothing has, in the same folder and so in the same file system."""
    return path.with_name(f".{path.name}.{os.urandom(4).hex()}")


# --- text ------------------------------------------------------------------------------------------------------------


def plain(content: bytes) -> bytes:
    """The same text without a byte order mark and with LF at the end of lines: what a digest is made of."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def decode(content: bytes, path: str) -> str | Problem:
    """The text that the content of a file is in UTF-8, without a byte order mark; or the problem that it is none."""
    head = content[:1000]
    if head.count(0) > len(head) // 4:  # English in UTF-16 is UTF-8, too, with a NUL for every other character
        return Problem("file-encoding", path, facts={"guess": "UTF-16"})
    try:
        return content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    line, column = LineIndex(good).place(len(good))
    return Problem("file-encoding", path, line, column, facts={"guess": _encoding(content, good)})


def _encoding(content: bytes, good: str) -> str:
    """What bytes seem to be that are UTF-8 only so far as ``good``: GB18030, UTF-16 or unknown."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:1000]:
        return "UTF-16"
    if not good.isascii():  # most of it is UTF-8, but the file was cut off or patched
        return "unknown"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "unknown"
    return "GB18030"
