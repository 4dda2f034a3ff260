"""A path → the last good dataset of it: a file that breaks under a running dashboard changes nothing but a banner."""

import logging
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol

from indicators.loading import cache, loader
from indicators.loading.loader import Loaded, OnProgress, no_progress
from indicators.model.dataset import Dataset
from indicators.values.problems import Problem

PATIENCE: Final = 1.0
"""Seconds between two looks at the disk."""
GRACE: Final = 0.5
"""Seconds that a reader waits for a newer dataset before the older one is shown once more."""
_STEP: Final = 0.2
"""Seconds between two reports of progress to a reader who waits for another thread."""
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True)
class Snapshot:
    """What is shown now: ``dataset`` is the last good one (None if there never was one) with its ``digest``.

    ``problems`` are those of the newest state on disk; ``stale`` is True where that state is broken and an older one is
    shown. ``accepted`` are the findings that the shown dataset has a reason for, ``texts`` the articles held in full.
    ``loaded_at`` is when the shown dataset was loaded.
    """

    dataset: Dataset | None
    digest: str
    problems: tuple[Problem, ...]
    stale: bool
    accepted: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    loaded_at: datetime | None = field(default=None, compare=False)


class Load(Protocol):
    """Loads what lies at a path, and reports its progress."""

    def __call__(self, path: Path, /, *, on_progress: OnProgress) -> Loaded: ...


class Store:
    """Keeps the last good dataset of ``path``. Safe for many threads: one loads, the others read the older snapshot."""

    def __init__(self, path: Path, *, load: Load = cache.load) -> None:
        self._path = path
        self._load = load
        self._loading = threading.Lock()
        self._snapshot: Snapshot | None = None
        self._signature: object = None
        self._last_look = -PATIENCE
        self._progress = (0, 1)

    @property
    def ready(self) -> bool:
        """True once a first dataset, or what is wrong with it, has been loaded."""
        return self._snapshot is not None

    def current(self, on_progress: OnProgress = no_progress) -> Snapshot:
        """The newest snapshot; looks at the disk at most once in PATIENCE seconds.

        Waits only until a first one has been loaded, and reports the progress of that to ``on_progress``. A newer one
        that takes longer than GRACE is loaded in the background.
        """
        if self._snapshot is None:
            return self._first(on_progress)
        if time.monotonic() - self._last_look >= PATIENCE and self._loading.acquire(blocking=False):
            self._look()
        return self._snapshot

    def load_in_background(self) -> None:
        """Begin to load the first dataset now, so that the first reader need not wait for it."""
        threading.Thread(target=self.current, daemon=True).start()

    def _first(self, on_progress: OnProgress) -> Snapshot:
        while not self._loading.acquire(timeout=_STEP):  # another thread loads it
            on_progress(*self._progress)
        try:
            if self._snapshot is None:
                self._read(_signature(self._path), on_progress)
            assert self._snapshot is not None  # noqa: S101  # for the type checker: it has just been read
            return self._snapshot
        finally:
            self._loading.release()

    def _look(self) -> None:
        """Load what has changed on the disk, if anything. The lock is held, and released once that is done."""
        signature = _signature(self._path)
        if signature == self._signature:
            self._last_look = time.monotonic()
            self._loading.release()
            return
        reading = threading.Thread(target=self._read_anew, args=(signature,), daemon=True)
        reading.start()
        reading.join(GRACE)

    def _read_anew(self, signature: object) -> None:
        try:
            self._read(signature, no_progress)
        except Exception:  # noqa: BLE001  # whatever it is, what was shown before is shown still
            _log.exception("what is new at %s could not be loaded", self._path)
        finally:
            self._last_look = time.monotonic()
            self._loading.release()

    def _read(self, signature: object, on_progress: OnProgress) -> None:
        def keep_progress(done: int, total: int) -> None:
            self._progress = done, total
            on_progress(done, total)

        self._snapshot = self._next(self._load(self._path, on_progress=keep_progress))
        self._signature, self._last_look = signature, time.monotonic()

    def _next(self, loaded: Loaded) -> Snapshot:
        """What to show after a load: the new dataset, or the last good one where the new one is broken or cut off."""
        old = self._snapshot
        if loaded.dataset is None and old is not None and old.dataset is not None:
            return replace(old, problems=loaded.problems, stale=True)
        if loaded.dataset and old and old.dataset and 2 * len(loaded.dataset.figures) < len(old.dataset.figures):
            facts = {"before": f"{len(old.dataset.figures):,}", "after": f"{len(loaded.dataset.figures):,}"}
            shrunk = Problem("dataset-shrunk", str(self._path), facts=facts)  # as a file does that is cut off
            return replace(old, problems=(shrunk, *loaded.problems), stale=True)
        return Snapshot(
            loaded.dataset,
            loaded.digest,
            loaded.problems,
            stale=False,
            accepted=loaded.accepted,
            texts=loaded.texts,
            loaded_at=datetime.now(UTC),
        )


_STORES: Final[dict[Path, Store]] = {}


def of(path: Path) -> Store:
    """The store of a path, the same one for everybody in this process."""
    return _STORES.setdefault(path, Store(path))


def _signature(path: Path) -> object:
    """What changes when a file is written, replaced, added or removed."""
    try:
        return [(str(file), *_stat(file)) for file in loader.watched(path)]
    except OSError as error:
        return type(error).__name__


def _stat(file: Path) -> tuple[int, ...]:
    try:
        status = file.stat()
    except OSError:
        return ()
    return status.st_ino, status.st_size, status.st_mtime_ns, status.st_ctime_ns
