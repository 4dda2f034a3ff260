"""The last good dataset of a path: a file that breaks under a running dashboard changes nothing but a banner."""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from indicators import cache, loader
from indicators.loader import Loaded
from indicators.model import Dataset
from indicators.problems import Problem

FAULTS: Final = frozenset({"dataset-shrunk"})
PATIENCE: Final = 1.0
"""Seconds between two looks at the disk."""


@dataclass(frozen=True)
class Snapshot:
    """What is shown now: ``dataset`` is the last good one (None if there never was one) with its ``digest``.

    ``problems`` are those of the newest state on disk; ``stale`` says that it is broken and an older one is shown.
    ``accepted`` are the findings that the shown dataset has a reason for, ``texts`` the articles held in full.
    """

    dataset: Dataset | None
    digest: str
    problems: tuple[Problem, ...]
    stale: bool
    accepted: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


class Store:
    """Keeps the last good dataset of ``path``. Safe for many threads: one loads, the others read the older snapshot."""

    def __init__(self, path: Path, *, load: Callable[[Path], Loaded] = cache.load) -> None:
        self._path = path
        self._load = load
        self._loading = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._seen: object = None
        self._looked = -PATIENCE

    def current(self) -> Snapshot:
        """The snapshot of now; looks at the disk at most once in PATIENCE seconds, and waits only the first time."""
        snapshot = self._snapshot
        if snapshot is not None and time.monotonic() - self._looked < PATIENCE:
            return snapshot
        if self._loading.acquire(blocking=snapshot is None):
            try:
                snapshot = self._look()
            finally:
                self._loading.release()
        assert snapshot is not None  # noqa: S101  # for the type checker: without one, the lock was waited for
        return snapshot

    def _look(self) -> Snapshot:
        seen = _signature(self._path)
        if self._snapshot is None or seen != self._seen:
            loaded = self._load(self._path)
            self._snapshot = self._next(loaded)
            self._seen = seen
        self._looked = time.monotonic()
        return self._snapshot

    def _next(self, loaded: Loaded) -> Snapshot:
        old = self._snapshot
        if loaded.dataset is None and old is not None and old.dataset is not None:
            return replace(old, problems=loaded.problems, stale=True)
        if loaded.dataset and old and old.dataset and 2 * len(loaded.dataset.figures) < len(old.dataset.figures):
            facts = {"before": f"{len(old.dataset.figures):,}", "after": f"{len(loaded.dataset.figures):,}"}
            shrunk = Problem("dataset-shrunk", str(self._path), facts=facts)  # as a file does that is cut off
            return replace(old, problems=(shrunk, *loaded.problems), stale=True)
        return Snapshot(
            loaded.dataset, loaded.digest, loaded.problems, stale=False, accepted=loaded.accepted, texts=loaded.texts
        )


def _signature(path: Path) -> object:
    """What changes when a file is written, replaced, added or removed."""
    try:
        return [(str(file), *_stat(file)) for file in loader.watched(path)]
    except OSError as error:
        return type(error).__name__


def _stat(file: Path) -> tuple[int, ...]:
    try:
        found = file.stat()
    except OSError:
        return ()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns
