"""How far a command is → a bar on a terminal, and nothing elsewhere."""

import sys
from typing import Final

_WIDTH: Final = 32
"""Characters of the bar."""


class Bar:
    """Says on the standard error how much is done of ``every``; it is redrawn only where it looks different."""

    def __init__(self) -> None:
        self._shown = ""

    def __call__(self, done: int, every: int) -> None:
        if not every or not sys.stderr.isatty():
            return
        full = _WIDTH * done // every
        told = f"{'█' * full}{'░' * (_WIDTH - full)} {100 * done // every:3}% ({done:,}/{every:,})"
        if told[: _WIDTH + 5] != self._shown[: _WIDTH + 5] or done == every:
            self._shown = told
            print(f"\r{told}", end="\n" if done == every else "", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the bar away, before something else is told in its line."""
        if self._shown:
            print(f"\r{' ' * len(self._shown)}\r", end="", file=sys.stderr, flush=True)
            self._shown = ""
