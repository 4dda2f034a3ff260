"""A path → what lies there, compiled once and mapped into memory from then on, for as long as nothing there changes.

Compiled data lie in the user's cache folder under a digest of every byte that they were made of and of the program.
They are never trusted over the source: it is read and hashed each time. What is torn, damaged or somebody else's is
not read, but made again. Small datasets are loaded as they are: that is as fast.
"""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any, Final

import numpy as np
import pyarrow as pa
from platformdirs import user_cache_path

from indicators.loading import loader
from indicators.loading.columnar import columns
from indicators.loading.columnar import dataset as compiled
from indicators.loading.columnar.columns import OF_ARTICLES, OF_FIGURES, Columns
from indicators.loading.loader import Loaded, Told
from indicators.model import serial as plain
from indicators.model.dataset import Dataset, join
from indicators.model.entries import Document
from indicators.reading import article_texts as texts
from indicators.reading import disk
from indicators.values import periods
from indicators.values.problems import Problem
from indicators.values.text import LocalText

ENVIRONMENT: Final = "INDICATORS_CACHE"
"""Environment variable: a folder to keep compiled data in, instead of the user's cache folder; empty for none."""
SMALL: Final = 2**20
"""Bytes: a dataset of less is loaded in less than a quarter of a second."""
KEPT: Final = 4
"""So many compiled datasets are kept, the ones that were used last."""
_HEAD: Final = "head.json"
_TABLES: Final = ("figures", "articles")
_TRIES: Final = 3
_PROGRAM: Final = (
    "import gc, sys; gc.disable(); "  # it makes millions of objects, keeps them, and ends
    "from indicators.loading import cache; cache.compile_here(sys.argv[1], sys.argv[2])"
)


class _UnusableError(Exception):
    """What lies in the cache cannot be used."""


def load(path: Path | str, *, told: Told = loader.unheard) -> Loaded:
    """What ``loader.load`` finds at a path; a large dataset comes as ``compiled.Compiled``.

    It is compiled in a process of its own, so that neither its memory nor its work burden this one; ``told`` hears of
    that. Without a folder to write to, or another process, it is loaded here.
    """
    path = Path(path)
    home = _home() if _size(path) >= SMALL else None
    if home is None:
        return loader.load(path, told=told)
    for _ in range(_TRIES):  # should it change meanwhile
        found = _found(home, path)
        if found is not None:
            return found
        if not _compiled_elsewhere(path, home, told):
            break
    return loader.load(path, told=told)


def _found(home: Path, path: Path) -> Loaded | None:
    """What is compiled of the path as it is now; None where nothing of use is."""
    with suppress(OSError):
        return _read(home / _name(path, _state(path)), path)
    return None


def compile_here(path: Path | str, home: Path | str) -> None:
    """Load what lies at the path, write it into the folder compiled, and print how far it has got."""

    def told(done: int, every: int) -> None:
        print(done, every, flush=True)  # noqa: T201  # the process that has started this one reads it

    path, home = Path(path), Path(home)
    state = _state(path)
    loaded = loader.load(path, told=told)
    if _state(path) == state:
        _write(home / _name(path, state), loaded)
        _tidy_up(home)


def _compiled_elsewhere(path: Path, home: Path, told: Told) -> bool:
    """Whether another process has done it. It says how far it is by two numbers a line."""
    command = [sys.executable, "-c", _PROGRAM, str(path), str(home)]
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as process:  # noqa: S603  # it is this program
            for line in process.stdout or ():
                done, _, every = line.partition(" ")
                told(int(done), int(every))
    except (OSError, ValueError):
        return False
    return process.returncode == 0


# --- where it lies ---------------------------------------------------------------------------------------------------


def _home() -> Path | None:
    """The folder for compiled data; None where there can be none, or where it is not ours alone."""
    folder = _named()
    if folder is None:
        return None
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder if _ours(folder) and os.access(folder, os.W_OK) else None
    except OSError:
        return None


def _named() -> Path | None:
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
    found = path.stat()
    return found.st_uid == os.getuid() and not found.st_mode & 0o022


def _size(path: Path) -> int:
    with suppress(OSError, ValueError):
        return sum(file.stat().st_size for file in loader.files(path))
    return 0


_State = Mapping[Path, str]
"""Each file that decides what a load finds, with the SHA-256 of its content."""


def _state(path: Path) -> _State:
    """Raises OSError where a file cannot be read; what it says of that is for the loader to tell."""
    found = {}
    for file in loader.watched(path):
        content, _ = disk.read(file)
        if content is None:
            raise OSError(file)
        found[file] = sha256(content).hexdigest()
    return found


def _name(path: Path, state: _State) -> str:
    """The name of the folder for all that this program finds there; problems name files as the path was called."""
    digest = blake2b(_program(), digest_size=20)
    digest.update("\0".join((str(path), *(f"{file}\0{content}" for file, content in state.items()))).encode())
    return digest.hexdigest()


@cache
def _program() -> bytes:
    """What tells one state of this program from another, also where it is being worked on."""
    home = Path(__file__).parents[1]
    found = [(str(file.relative_to(home)), file.stat()) for file in sorted(home.rglob("*.py"))]
    stamps = [(name, stat.st_size, stat.st_mtime_ns) for name, stat in found]
    return repr((sys.version_info[:2], pa.__version__, stamps)).encode()


def _tidy_up(home: Path) -> None:
    """Remove what has not been used for longest, and what an interrupted write has left."""
    folders = sorted((one for one in home.iterdir() if one.is_dir()), key=lambda one: one.stat().st_mtime, reverse=True)
    for folder in folders[KEPT:]:
        shutil.rmtree(folder, ignore_errors=True)


# --- to disk ---------------------------------------------------------------------------------------------------------


def _write(folder: Path, loaded: Loaded) -> None:
    """All of it or nothing: the folder gets its name when everything lies in it."""
    with suppress(OSError), disk.new_folder(folder) as part:  # no room, or another process was faster
        said = None if loaded.dataset is None else columns.of(loaded.dataset)
        if said is not None:
            _write_table(part / "figures", said.figures, OF_FIGURES)
            _write_table(part / "articles", said.articles, OF_ARTICLES)
        head = {
            "problems": [asdict(problem) for problem in loaded.problems],
            "accepted": [asdict(problem) for problem in loaded.accepted],
            "digest": loaded.digest,
            "periods": [span.text for span in said.periods] if said else [],
            "head": _vocabulary(said.head) if said else None,
            "tables": {name: _digest(part / name) for name in _TABLES} if said else {},
        }
        text = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
        disk.write(part / _HEAD, f"{blake2b(text.encode()).hexdigest()}\n{text}".encode())


def _write_table(path: Path, said: Mapping[str, Any], names: tuple[str, ...]) -> None:
    arrays = {name: _array(said[name]) for name in names}
    table = pa.RecordBatch.from_arrays(list(arrays.values()), names=list(arrays))
    with pa.OSFile(str(path), "wb") as file, pa.ipc.new_file(file, table.schema) as writer:
        writer.write_batch(table)


def _array(column: Any) -> pa.Array:
    if not isinstance(column, np.ndarray):
        return column
    numbers = column.view(np.int8) if column.dtype == bool else column  # a bit for each would have to be unpacked
    kept = [None, pa.py_buffer(np.ascontiguousarray(numbers))]
    return pa.Array.from_buffers(pa.from_numpy_dtype(numbers.dtype), len(numbers), kept)


def _vocabulary(head: Dataset) -> dict[str, Any]:
    said = plain.vocabulary(head, plain.printed)
    return {"dataset": plain.printed(head.about), **said}


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = blake2b()
        while block := file.read(2**20):
            digest.update(block)
    return digest.hexdigest()


# --- from disk -------------------------------------------------------------------------------------------------------


def _read(folder: Path, path: Path) -> Loaded | None:
    """What is compiled in a folder; None where nothing is, or nothing that can be used."""
    try:
        if not folder.is_dir() or not _ours(folder):
            return None
        os.utime(folder)
        return _loaded(folder, path)
    except (OSError, ValueError, KeyError, TypeError, pa.ArrowException, _UnusableError):
        return None


def _loaded(folder: Path, path: Path) -> Loaded:
    digest, _, text = (folder / _HEAD).read_text("utf-8").partition("\n")
    if blake2b(text.encode()).hexdigest() != digest:
        raise _UnusableError(_HEAD)
    said = json.loads(text)
    for name, expected in said["tables"].items():
        if _digest(folder / name) != expected:
            raise _UnusableError(name)
    problems, accepted = (tuple(map(_problem, said[name])) for name in ("problems", "accepted"))
    if said["head"] is None:
        return Loaded(None, problems, said["digest"], accepted)
    found = Columns(
        head=_head(said["head"]),
        figures=_table(folder / "figures"),
        articles=_table(folder / "articles"),
        periods=tuple(map(periods.parse, said["periods"])),
    )
    dataset = compiled.of(found)
    held, _ = texts.held(texts.beside(path), dataset.articles)
    return Loaded(dataset, problems, said["digest"], accepted, held)


def _head(said: Any) -> Dataset:
    document = Document.model_validate(said)
    if document.dataset is None:
        raise _UnusableError(_HEAD)
    return join(document.dataset, [document])


def _table(path: Path) -> dict[str, Any]:
    """The columns of a file, which stay on disk until somebody looks at them."""
    batch = pa.ipc.open_file(pa.memory_map(str(path))).get_batch(0)
    return {name: _column(name, column) for name, column in zip(batch.schema.names, batch.columns, strict=True)}


def _column(name: str, column: pa.Array) -> Any:
    if pa.types.is_large_string(column.type):
        return column
    numbers = columns.as_numpy(column)
    return numbers.view(bool) if name == "complete_parts" else numbers


def _problem(said: Mapping[str, Any]) -> Problem:
    found = Problem(**said)
    return replace(found, accepted=LocalText(**said["accepted"])) if said["accepted"] else found
