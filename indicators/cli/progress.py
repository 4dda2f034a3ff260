"""How far a command is → a progress bar on a terminal, and nothing elsewhere."""

import sys
from typing import Final

_WIDTH: Final = 32
"""Characters of the bar."""


class ProgressBar:
    """Called with the work done and the total, it draws a bar on the standard error, only where it looks different.

    ``counts`` adds both numbers, if they mean something to a reader. Below a total of ``minimum`` nothing is drawn.
    """

    def __init__(self, *, counts: bool = True, minimum: int = 1) -> None:
        self._line = ""
        self._counts = counts
        self._minimum = minimum

    def __call__(self, done: int, total: int) -> None:
        if total < self._minimum or not sys.stderr.isatty():
            return
        full = _WIDTH * done // total
        line = f"{'█' * full}{'░' * (_WIDTH - full)} {100 * done // total:3}%"
        line += f" ({done:,}/{total:,})" if self._counts else ""
        if line[: _WIDTH + 5] != self._line[: _WIDTH + 5] or done == total:
            self._line = line
            print(f"\r{line}", end="\n" if done == total else "", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Erase the bar, so that something else can be printed on its line."""
        if self._line:
            print(f"\r{' ' * len(self._line)}\r", end="", file=sys.stderr, flush=True)
            self._line = ""
