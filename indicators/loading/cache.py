"""A path → what a load of it finds, kept on disk as columns for as long as nothing there changes.

What is kept lies in the user's cache folder under a digest of every byte that it was made of and of the program. It is
never trusted over the source, which is read and hashed each time. What is torn, damaged or somebody else's is not
read, but made again. Small datasets are loaded as they are: that is as fast.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Final

import pyarrow as pa
from platformdirs import user_cache_path

from indicators.loading import loader
from indicators.loading.columnar import stored
from indicators.loading.loader import Loaded, OnProgress
from indicators.reading import disk
from indicators.values.problems import Problem

ENVIRONMENT: Final = "INDICATORS_CACHE"
"""Environment variable: a folder to keep loads in, instead of the user's cache folder; empty for none."""
SMALL: Final = 2**20
"""Bytes: a dataset of less is loaded in less than a quarter of a second."""
LOADS_KEPT: Final = 4
"""So many loads are kept, the ones that were used last."""
_TRIES: Final = 3
_PROGRAM: Final = (
    "import gc, sys; gc.disable(); "  # it makes millions of objects, keeps them, and ends
    "from indicators.loading import cache; cache.load_and_keep(sys.argv[1], sys.argv[2])"
)


def load(path: Path | str, *, on_progress: OnProgress = loader.no_progress) -> Loaded:
    """What ``loader.load`` finds at a path; a large dataset comes as a ColumnarDataset.

    It is loaded in a process of its own, so that neither its memory nor its work burden this one; ``on_progress``
    is told how far that is. Without a folder to write to, or another process, it is loaded here.
    """
    path = Path(path)
    folder = _cache_folder() if _size(path) >= SMALL else None
    if folder is None:
        return loader.load(path, on_progress=on_progress)
    for _ in range(_TRIES):  # should it change meanwhile
        loaded = _kept(folder, path)
        if loaded is not None:
            return loaded
        if not _kept_by_another_process(path, folder, on_progress):
            break
    return loader.load(path, on_progress=on_progress)


def _kept(folder: Path, path: Path) -> Loaded | None:
    """What is kept of the path as it is now; None where nothing of use is."""
    with suppress(OSError):
        place = folder / _name(path, _state(path))
        if place.is_dir() and _ours(place):
            os.utime(place)
            return stored.read(place, path)
    return None


def load_and_keep(path: Path | str, folder: Path | str) -> None:
    """Load what lies at the path, keep it in the cache folder, and print how far it has got."""

    def on_progress(done: int, total: int) -> None:
        print(done, total, flush=True)  # noqa: T201  # the process that has started this one reads it

    path, folder = Path(path), Path(folder)
    state = _state(path)
    loaded = loader.load(path, on_progress=on_progress)
    if _state(path) == state:
        stored.write(folder / _name(path, state), loaded)
        _remove_oldest(folder)


def _kept_by_another_process(path: Path, folder: Path, on_progress: OnProgress) -> bool:
    """Whether another process has loaded and kept it. It says how far it is by two numbers a line."""
    command = [sys.executable, "-c", _PROGRAM, str(path), str(folder)]
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as process:  # noqa: S603  # it is this program
            for line in process.stdout or ():
                done, _, total = line.partition(" ")
                on_progress(int(done), int(total))
    except (OSError, ValueError):
        return False
    return process.returncode == 0


# --- where it lies ---------------------------------------------------------------------------------------------------


def _cache_folder() -> Path | None:
    """The folder for all that is kept; None where there can be none, or where it is not ours alone."""
    folder = _named_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _ours(folder) and os.access(folder, os.W_OK) else None
    except OSError:
        return None


def _named_folder() -> Path | None:
    if ENVIRONMENT in os.environ:
        return Path(os.environ[ENVIRONMENT]) if os.environ[ENVIRONMENT] else None
    with suppress(RuntimeError):  # a user without a home
        folder = user_cache_path("reported-indicators", appauthor=False, opinion=False)
        return folder if folder.is_absolute() else None  # older ones say "~" for it
    return None


def _ours(path: Path) -> bool:
    """Whether nobody else can have written there."""
    if sys.platform == "win32":  # the folder of a user is closed to others
        return True
    status = path.stat()
    return status.st_uid == os.getuid() and not status.st_mode & 0o022


def _size(path: Path) -> int:
    with suppress(OSError, ValueError):
        return sum(file.stat().st_size for file in loader.files(path))
    return 0


_State = Mapping[Path, str]
"""Each file that decides what a load finds, with the SHA-256 of its content."""


def _state(path: Path) -> _State:
    """Raises OSError where a file cannot be read; what it says of that is for the loader to tell."""
    digests = {}
    for file in loader.watched(path):
        content = disk.read(file)
        if isinstance(content, Problem):
            raise OSError(file)
        digests[file] = sha256(content).hexdigest()
    return digests


def _name(path: Path, state: _State) -> str:
    """The name of the folder for what this program finds there; problems name files as the path was called."""
    digest = blake2b(_program(), digest_size=20)
    digest.update("\0".join((str(path), *(f"{file}\0{content}" for file, content in state.items()))).encode())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """What tells one state of this program from another, also where it is being worked on."""
    home = Path(__file__).parents[1]
    files = [(str(file.relative_to(home)), file.stat()) for file in sorted(home.rglob("*.py"))]
    stamps = [(name, status.st_size, status.st_mtime_ns) for name, status in files]
    return repr((sys.version_info[:2], pa.__version__, stamps)).encode()


def _remove_oldest(folder: Path) -> None:
    """Remove the loads that have not been used for longest, and what an interrupted write has left."""
    loads = sorted((file for file in folder.iterdir() if file.is_dir()), key=lambda file: file.stat().st_mtime)
    for place in loads[:-LOADS_KEPT]:
        shutil.rmtree(place, ignore_errors=True)
