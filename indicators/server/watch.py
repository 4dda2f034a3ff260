"""A store, looked at all the time → what is shown now: it is there before a reader comes, and the log says so."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.phrasing import problems
from indicators.study import Study
from indicators.ui import app

INTERVAL: Final = 2.0
"""Seconds between two looks."""
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Shown:
    """What is shown: the study of the data with this digest."""

    study: Study
    digest: str


class Watch:
    """Looks at a store in a thread of its own, whoever visits, and keeps what is shown."""

    def __init__(self, shown: Store, on_change: Callable[[Shown], None]) -> None:
        self._store, self._on_change = shown, on_change
        self._ended = threading.Event()
        self._snapshot: Snapshot | None = None
        self.now: Shown | None = None

    def begin(self) -> None:
        """Load the dataset, and look for newer ones until ``end`` is called."""
        threading.Thread(target=self._look_on, name="watch", daemon=True).start()

    def end(self) -> None:
        """Look no more."""
        self._ended.set()

    def _look_on(self) -> None:
        while not self._ended.is_set():
            try:
                self.look()
            except Exception:  # noqa: BLE001  # whatever it is, what was shown before is shown still
                _log.exception("the data could not be looked at")
            self._ended.wait(INTERVAL)

    def look(self) -> None:
        """Take in what the store shows, if that has changed."""
        snapshot, before = self._store.current(), self._snapshot
        if snapshot == before:
            return
        self._snapshot = snapshot
        if snapshot.dataset is None or snapshot.stale:
            _log.warning(_refusal(snapshot))
        if snapshot.dataset is not None and (self.now is None or snapshot.digest != self.now.digest):
            _log.info("data shown: digest %s, %d figures", snapshot.digest, len(snapshot.dataset.figures))
            self.now = Shown(app.study_of(snapshot.dataset, snapshot.digest, None), snapshot.digest)
            self._on_change(self.now)


def _refusal(snapshot: Snapshot) -> str:
    """What is wrong with the newest file, by the codes of problems: their sentences quote what stands in it."""
    errors = [problem for problem in snapshot.problems if problem.severity == "error"]
    first = f", first {errors[0].code} at {problems.place(errors[0])}" if errors else ""
    kept = f"digest {snapshot.digest} is shown still" if snapshot.dataset else "nothing is shown"
    return f"data refused: {len(errors)} errors{first}; {kept}"
