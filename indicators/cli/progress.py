"""How far a command is → a bar on a terminal, and nothing elsewhere."""

import sys
from typing import Final

_WIDTH: Final = 32
"""Characters of the bar."""


class Bar:
    """Says on the standard error how much is done of ``every``; it is redrawn only where it looks different.

    It says so in numbers, too, if they are ``counted`` in what a reader knows. Of less than ``least`` it says nothing.
    """

    def __init__(self, *, counted: bool = True, least: int = 1) -> None:
        self._shown = ""
        self._counted = counted
        self._least = least

    def __call__(self, done: int, every: int) -> None:
        if every < self._least or not sys.stderr.isatty():
            return
        full = _WIDTH * done // every
        told = f"{'█' * full}{'░' * (_WIDTH - full)} {100 * done // every:3}%"
        told += f" ({done:,}/{every:,})" if self._counted else ""
        if told[: _WIDTH + 5] != self._shown[: _WIDTH + 5] or done == every:
            self._shown = told
            print(f"\r{told}", end="\n" if done == every else "", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away, before something else is told in its line."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)
            self._shown = ""
