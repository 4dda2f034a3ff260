"""A store, looked at all the time → what is shown now, worked out before a reader comes, and a line of the log."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.phrasing import problems
from indicators.study import Study
from indicators.ui.session import studies

INTERVAL: Final = 0.1
"""Seconds between two looks at the store, which looks at the disk less often."""
_log: Final = logging.getLogger(__name__)


@dataclass(frozen=True, eq=False)
class Shown:
    """What is shown: the study of the data with this digest."""

    study: Study
    digest: str


class Watch:
    """Looks at a store in a thread of its own, whoever visits, and keeps what is shown.

    ``on_change`` is told of each dataset, ``on_news`` of whatever else a page shows of the store than before.
    """

    def __init__(
        self, shown: Store, on_change: Callable[[Shown], None], on_news: Callable[[], None] = lambda: None
    ) -> None:
        self._store, self._on_change, self._on_news = shown, on_change, on_news
        self._ended = threading.Event()
        self._logged: object = None
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
        snapshot = self._store.current()
        state = (snapshot.digest, snapshot.stale, snapshot.problems)
        if state != self._logged:
            is_first, self._logged = self._logged is None, state
            _log.log(*_line(snapshot))
            if not is_first:
                self._on_news()
        if snapshot.dataset is not None and (self.now is None or snapshot.digest != self.now.digest):
            self.now = Shown(studies.study_of(snapshot.dataset, snapshot.digest, None), snapshot.digest)
            self._on_change(self.now)


def _line(snapshot: Snapshot) -> tuple[int, str]:
    """What the log says of it, and how loudly: of problems the codes only, since their sentences quote the file."""
    shown = f"digest {snapshot.digest}, {len(snapshot.dataset.figures)} figures" if snapshot.dataset else "nothing"
    first = snapshot.first_error
    if first is None:
        return logging.INFO, f"data shown: {shown}"
    count = sum(problem.severity == "error" for problem in snapshot.problems)
    errors = f"{count} error{'' if count == 1 else 's'}"
    return (
        logging.WARNING,
        f"data refused: {errors}, first {first.code} at {problems.place(first)}; shown: {shown}",
    )
