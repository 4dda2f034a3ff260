"""A path → its dataset, cached on disk as columns for as long as no file of it changes.

A cached load lies in the user's cache folder under a digest of the program and of every byte that was loaded. The
source is read and hashed each time, so that no change is missed. A cached load that is torn, damaged or written by
somebody else is not read, but made again. Small datasets are not cached: to load them is as fast.
"""

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Final

import pyarrow as pa
from platformdirs import user_cache_path

from indicators import settings
from indicators.loading import compiled, loader
from indicators.loading.columnar import stored
from indicators.loading.loader import Loaded, OnProgress
from indicators.reading import disk
from indicators.values.problems import Problem

SMALL: Final = 2**20
"""Bytes: a smaller dataset is loaded in less than a quarter of a second, and not cached."""
MOST_LOADS: Final = 4
"""So many cached loads are kept, those that were used last."""
_TRIES: Final = 3


def load(path: Path | str, *, on_progress: OnProgress = loader.no_progress) -> Loaded:
    """What ``loader.load`` finds at a path; a large dataset comes as a ColumnarDataset.

    It is loaded by another process, which spares this one the memory and the work; ``on_progress`` is called all the
    same. If the other process was killed, or had too little memory, so would be this one: there is no second try. It is
    loaded here where there is no folder for the outcome, or where no process can be started.
    """
    path = Path(path)
    size = _size(path)
    if size < SMALL:
        return loader.load(path, on_progress=on_progress)
    with _room(size) as folder:
        for _ in range(_TRIES if folder else 0):  # should it change meanwhile
            assert folder is not None  # noqa: S101  # for the type checker
            loaded = _cached(folder, path)
            if loaded is not None:
                return loaded
            outcome = compiled.by_another_process(path, folder, size, on_progress)
            if outcome == "killed":
                return Loaded(None, (Problem("load-failed", str(path), facts={"reason": "memory"}),), "")
            if outcome != "stored":
                break
    return loader.load(path, on_progress=on_progress)


def _cached(folder: Path, path: Path) -> Loaded | None:
    """The cached load of the path as it is now; None where there is none that can be used."""
    with suppress(OSError):
        place = folder / _name(path, _state(path))
        if place.is_dir() and _ours(place):
            os.utime(place)
            return stored.read(place, path)
    return None


def load_into_cache(path: Path | str, folder: Path | str, *, on_progress: OnProgress = loader.no_progress) -> bool:
    """Load what lies at the path, and put it into the cache folder; False where there is no room for it."""
    path, folder = Path(path), Path(folder)
    state = _state(path)
    loaded = loader.load(path, on_progress=on_progress)
    if _state(path) != state:
        return True  # it is to be loaded again
    done = stored.write(folder / _name(path, state), loaded)
    _remove_oldest(folder)
    return done


# --- where it lies ---------------------------------------------------------------------------------------------------


@contextmanager
def _room(size: int) -> Iterator[Path | None]:
    """A folder for a load of so many bytes of source: the cache, or one for this load only; None where neither is."""
    folder = _cache_folder()
    if folder is not None and _has_room(folder, size):
        yield folder
        return
    if os.environ.get(settings.CACHE) == "":  # there shall be none
        yield None
        return
    try:
        passing = Path(mkdtemp(prefix="reported-indicators-"))
    except OSError:
        yield None
        return
    try:
        yield passing if _has_room(passing, size) else None
    finally:
        shutil.rmtree(passing, ignore_errors=True)  # what is mapped stays readable


def _has_room(folder: Path, size: int) -> bool:
    """True where a load would fit, which takes about as much as its source."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free > 3 * size
    return False


def _cache_folder() -> Path | None:
    """The folder for cached loads; None where there can be none, or where others can write to it."""
    folder = _named_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _ours(folder) and os.access(folder, os.W_OK) else None
    except OSError:
        return None


def _named_folder() -> Path | None:
    if settings.CACHE in os.environ:
        return Path(os.environ[settings.CACHE]) if os.environ[settings.CACHE] else None
    with suppress(RuntimeError):  # a user without a home
        folder = user_cache_path("reported-indicators", appauthor=False, opinion=False)
        return folder if folder.is_absolute() else None  # older ones say "~" for it
    return None


def _ours(path: Path) -> bool:
    """True where only this user can have written there."""
    if sys.platform == "win32":  # the folder of a user is closed to others
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _size(path: Path) -> int:
    with suppress(OSError, ValueError):
        return sum(file.stat().st_size for file in loader.files(path))
    return 0


_State = Mapping[Path, str]
"""Each file that decides the outcome of a load, with the SHA-256 of its content."""


def _state(path: Path) -> _State:
    """The files of a path as they are now. Raises OSError where one cannot be read: the loader reports why."""
    digests = {}
    for file in loader.watched(path):
        content = disk.read(file)
        if isinstance(content, Problem):
            raise OSError(file)
        digests[file] = sha256(content).hexdigest()
    return digests


def _name(path: Path, state: _State) -> str:
    """The name of a cached load. It depends on the path, too, because problems name files by it."""
    digest = blake2b(_program(), digest_size=20)
    digest.update("\0".join((str(path), *(f"{file}\0{content}" for file, content in state.items()))).encode())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """What differs between any two states of this program, also while somebody works on it."""
    home = str(Path(__file__).parents[1])
    names = [f"{folder}/{name}" for folder, _, inner in os.walk(home) for name in inner if name.endswith(".py")]
    files = [
        (name.removeprefix(home), Path(name).stat()) for name in sorted(names)
    ]  # as texts: Paths take long to compare
    stamps = [(name, status.st_size, status.st_mtime_ns) for name, status in files]
    return repr((sys.version_info[:2], pa.__version__, stamps)).encode()


def _remove_oldest(folder: Path) -> None:
    """Remove the cached loads that have not been used for longest, and what interrupted writes have left."""
    loads = sorted((file for file in folder.iterdir() if file.is_dir()), key=lambda file: file.stat().st_mtime)
    for place in loads[:-MOST_LOADS]:
        shutil.rmtree(place, ignore_errors=True)
