"""A path → the last good dataset of it: a file that breaks under a running dashboard changes nothing but a banner.

One thread of the process loads, whoever comes and goes. A state on disk is taken when nobody has touched it for a
moment; where a seal lies, when all files match it; and where it has fewer figures than before, after it has rested.
"""

import threading
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from indicators.loading import attempt, cache, disk_state, seal
from indicators.loading.attempt import Attempt, Load
from indicators.loading.disk_state import DiskState
from indicators.loading.loader import OnProgress, no_progress
from indicators.loading.shrinkage import Sizes
from indicators.loading.snapshot import Snapshot
from indicators.values.problems import Problem

PATIENCE: Final = 0.5
"""Seconds between two looks at the disk."""
QUIET: Final = 2.0
"""Seconds for which files must be left alone before they are believed."""
BRIEF: Final = 0.5
"""The same where nothing speaks for a writer at work: all figures that are shown are there, and no others."""
REST: Final = 60.0
"""Seconds for which files must be left alone before fewer figures than before are believed."""
RETRY: Final = 300.0
"""Seconds until a load that failed, through no fault of the files, is tried again."""
GRACE: Final = 0.5
"""Seconds that a reader waits for a newer dataset before the older one is shown once more."""
_FIRST: Final = 10.0
"""Seconds after which readers are told that the first files are still being written."""
_STEP: Final = 0.2
"""Seconds between two reports of progress to a reader who waits for the first load."""
_NEVER: Final = float("inf")


@dataclass(frozen=True)
class _Handled:
    """A state of the disk that needs no work before ``again``, a time of the monotonic clock."""

    state: DiskState
    since: float
    again: float
    is_doubted: bool


class Store:
    """Keeps the last good dataset of ``path``. Safe for many threads: its own one loads, readers get the last snapshot.

    Nothing happens while nobody asks; whoever asks begins a load where one is needed.
    """

    def __init__(self, path: Path, *, load: Load = cache.load) -> None:
        self._path = path
        self._load = load
        self._looking = threading.Lock()
        self._working = False
        self._first = threading.Event()
        self._snapshot: Snapshot | None = None
        self._handled: _Handled | None = None
        self._sizes = Sizes()
        self._sealed = False
        self._vouched: DiskState | None = None
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
        begun = self._look()
        if self._snapshot is None:
            return self._wait_for_first(on_progress)
        if begun is not None:
            begun.join(GRACE)
        return self._snapshot

    def _wait_for_first(self, on_progress: OnProgress) -> Snapshot:
        while not self._first.wait(_STEP):
            on_progress(*self._progress)
            self._look()  # should the thread have died
        assert self._snapshot is not None  # noqa: S101  # for the type checker: that is what the event says
        return self._snapshot

    def vouch(self) -> None:
        """What stands on the disk now was put there whole by this program: it is shown even if it has fewer figures."""
        self._vouched = disk_state.of(self._path)

    def _is_vouched(self, state: DiskState) -> bool:
        return self._vouched is not None and self._vouched.entries == state.entries

    # --- when to work ----------------------------------------------------------------------------------------------

    def _look(self) -> threading.Thread | None:
        """Begin a load if something on the disk is new. The thread, where it will not have to wait for a writer."""
        if time.monotonic() - self._last_look < PATIENCE or not self._looking.acquire(blocking=False):
            return None
        try:
            if self._working:
                return None
            state = disk_state.of(self._path)
            self._last_look = time.monotonic()
            if self._is_handled(state):
                return None
            worker = threading.Thread(target=self._work, args=(state,), daemon=True, name="indicators-load")
            self._working = True
            try:
                worker.start()
            except RuntimeError:  # there can be no more threads now; the next look tries again
                self._working = False
                return None
            return worker if state.rested(self._pause()) else None
        finally:
            self._looking.release()

    def _is_handled(self, state: DiskState) -> bool:
        handled = self._handled
        if handled is None or handled.state.entries != state.entries:
            return False
        return time.monotonic() < handled.again and not (handled.is_doubted and self._is_vouched(state))

    def _pause(self) -> float:
        """Seconds for which files must be left alone before they are read; later it shows whether that was enough."""
        return QUIET if self._snapshot is None or self._snapshot.dataset is None else min(BRIEF, QUIET)

    # --- in the thread ---------------------------------------------------------------------------------------------

    def _work(self, state: DiskState) -> None:
        try:
            self._handle_all(state)
        finally:
            self._last_look = time.monotonic()
            self._working = False
            if self._snapshot is not None:
                self._first.set()

    def _handle_all(self, state: DiskState) -> None:
        """Handle the state, and each newer one that has come by then."""
        began = time.monotonic()
        while not self._is_handled(state):
            pause = self._pause()
            if not state.rested(pause):
                if self._snapshot is None and time.monotonic() - began >= _FIRST:
                    self._refuse((Problem("file-changing", str(self._path)),))
                    self._first.set()
                time.sleep(max(0.0, state.rest_left(pause)))
                state, written = disk_state.of(self._path), state
                if state.entries != written.entries:
                    continue
            self._handle(state)
            state = disk_state.of(self._path)

    def _handle(self, state: DiskState) -> None:
        """Load a state of the disk, and show it or say why not; nothing of this where it changes meanwhile."""
        made = attempt.make(self._path, state, self._load, self._keep_progress)
        if made is None or not self._is_left_alone(state, made):
            return
        earlier, now = self._handled, time.monotonic()
        same = earlier is not None and earlier.state.entries == state.entries
        since = earlier.since if earlier is not None and same else now
        again = now + RETRY if made.again else _NEVER
        doubt = self._doubt(made, is_vouched=self._is_vouched(state))
        if made.loaded.dataset is None:
            self._refuse(made.loaded.problems)
        elif doubt is not None and (doubt.code == "dataset-shrunk" or not _rested(state, since)):
            self._refuse((doubt, *made.loaded.problems))
            again = _NEVER if doubt.code == "dataset-shrunk" else since + REST
        else:
            self._accept(made, doubt)
        self._handled = _Handled(state, since, again, is_doubted=doubt is not None)

    def _is_left_alone(self, state: DiskState, made: Attempt) -> bool:
        """True where what was loaded need not be waited with, or is still there after QUIET seconds."""
        if state.rested(QUIET) or made.proof is not None or self._is_correction(made):
            return True
        time.sleep(QUIET - self._pause())
        return disk_state.of(self._path).entries == state.entries

    def _is_correction(self, made: Attempt) -> bool:
        """True where the figures are those that are shown, by their ids: a file that is being written has others."""
        shown = self._snapshot.dataset if self._snapshot else None
        loaded = made.loaded.dataset
        return shown is not None and loaded is not None and shown.figures.keys() == loaded.figures.keys()

    def _doubt(self, made: Attempt, *, is_vouched: bool) -> Problem | None:
        """Why a dataset without errors may be an incomplete one all the same; None for one that has been sealed."""
        if made.proof is not None or made.loaded.dataset is None:
            return None
        figures = len(made.loaded.dataset.figures)
        verdict = "enough" if is_vouched else self._sizes.verdict(figures)
        if verdict == "too few":
            facts = {"before": f"{self._sizes.largest:,}", "after": f"{figures:,}"}
            return Problem("dataset-shrunk", str(self._path), facts=facts)
        if verdict == "fewer":
            facts = {"before": f"{self._sizes.last:,}", "after": f"{figures:,}"}
            return Problem("dataset-fewer", str(self._path), facts=facts)
        return Problem("seal-gone", str(seal.beside(self._path))) if self._sealed else None

    def _accept(self, made: Attempt, doubt: Problem | None) -> None:
        """Show what was loaded; a doubt that rest has overcome remains as a warning."""
        loaded = made.loaded
        assert loaded.dataset is not None  # noqa: S101  # for the type checker
        warnings = (replace(doubt, severity="warning"),) if doubt else ()
        if made.proof is not None:
            self._sizes.forget()
        self._sizes.shown(len(loaded.dataset.figures))
        self._sealed = made.proof is not None
        self._snapshot = Snapshot(
            loaded.dataset,
            loaded.digest,
            (*warnings, *loaded.problems),
            stale=False,
            accepted=loaded.accepted,
            texts=loaded.texts,
            map_file=made.map_file,
            loaded_at=datetime.now(UTC),
        )

    def _refuse(self, problems: tuple[Problem, ...]) -> None:
        """Go on showing what was shown, and say what is wrong with the newest state."""
        old, now = self._snapshot, datetime.now(UTC)
        if old is None or old.dataset is None:
            self._snapshot = Snapshot(None, "", problems, stale=False, as_of=now)
        else:
            self._snapshot = replace(old, problems=problems, stale=True, as_of=old.as_of or now)

    def _keep_progress(self, done: int, total: int) -> None:
        self._progress = done, total


def _rested(state: DiskState, since: float) -> bool:
    return state.rested(REST) or time.monotonic() - since >= REST


_STORES: Final[dict[str, Store]] = {}
_MAKING: Final = threading.Lock()


def of(path: Path) -> Store:
    """The one store of this process for a path, which lives as long as the process."""
    with _MAKING:
        return _STORES.setdefault(str(path), Store(path))
