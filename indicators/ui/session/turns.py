"""Runs of the script in many threads → one after the other, so that none of two hundred readers waits for all others.

CPython executes one thread at a time. Of ten runs side by side each takes as long as all ten together, and the thread
that sends answers waits for its slice among them; in a queue the first run is done after a tenth of that time and the
last one no later.
"""

import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

SLICE: Final = 0.001
"""Seconds that a thread runs before another that waits: with Python's 0.005 finished answers are sent late."""
LONG: Final = 0.25
"""Seconds after which others no longer wait for a run: it makes something for the first time."""
LOOK: Final = 0.05
"""Seconds between two looks at how long the current run has taken."""


class Turns:
    """A queue for runs that are short, and for no others."""

    def __init__(self) -> None:
        self._free = threading.Lock()
        self._began = 0.0

    @contextmanager
    def take(self) -> Iterator[None]:
        """Run while no other short run does; beside the current one where that turns out to be long."""
        queued = self._wait()
        try:
            yield
        finally:
            if queued:
                self._free.release()

    def _wait(self) -> bool:
        """True where the turn is ours; false where the current run is long."""
        while not self._free.acquire(timeout=LOOK):
            if time.monotonic() - self._began > LONG:
                return False
        self._began = time.monotonic()
        return True


TURNS: Final = Turns()
"""Those of this process."""


def arrange() -> None:
    """Let threads change often enough for answers to be sent while scripts run."""
    sys.setswitchinterval(SLICE)
