"""How many figures a dataset has had lately → whether a state with fewer of them can be believed.

A file that was cut off between two figures is a good file with fewer figures, and nothing in it says so.
"""

import os
import time
from collections import deque
from typing import Final, Literal

from indicators import settings

LATELY: Final = 24 * 3600.0
"""Seconds for which the size of a dataset is remembered."""

SizeVerdict = Literal["enough", "fewer", "too few"]


def are_too_few(figures: int, before: int) -> bool:
    """True where less than half is left: that looks like a file that was cut off."""
    return 2 * figures < before


class Sizes:
    """The numbers of figures that were shown lately, each with the time when it last was."""

    def __init__(self) -> None:
        self._shown: deque[tuple[float, int]] = deque()

    def shown(self, figures: int) -> None:
        """A dataset of so many figures is shown from now on. What was smaller before it no longer matters."""
        now = time.monotonic()
        if self._shown:
            self._shown[-1] = now, self._shown[-1][1]
        while self._shown and self._shown[-1][1] <= figures:
            self._shown.pop()
        self._shown.append((now, figures))

    def forget(self) -> None:
        """What was shown says nothing about what comes: somebody has vouched for the next dataset."""
        self._shown.clear()

    @property
    def largest(self) -> int:
        """The largest of them; 0 before the first."""
        now = time.monotonic()
        while len(self._shown) > 1 and now - self._shown[0][0] > LATELY:
            self._shown.popleft()
        return self._shown[0][1] if self._shown else 0

    @property
    def last(self) -> int:
        """How many figures are shown now; 0 before the first."""
        return self._shown[-1][1] if self._shown else 0

    def verdict(self, figures: int) -> SizeVerdict:
        """Whether a dataset of so many figures has enough of them to be taken at once, or at all."""
        if os.environ.get(settings.FEWER):
            return "enough"
        if are_too_few(figures, self.largest):
            return "too few"
        return "fewer" if figures < self.last else "enough"
