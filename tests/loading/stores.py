"""Data files of any number of figures, and what a store shows of them: what tests of changing data share."""

import time
from pathlib import Path

import pytest

from indicators.loading import seal
from indicators.loading.seal import Seal
from indicators.loading.snapshot import Snapshot
from tests.builders import GOOD

HEAD = GOOD[: GOOD.index("      - id: city-revenue")]


def with_firms(count: int, number: int = 3) -> str:
    """A data file with so many figures, each of which says that there are ``number`` enterprises."""
    rows = (f"      - {{id: f{n}, metric: firms, text: {number}家, quote: {number}家}}\n" for n in range(count))
    return HEAD + "".join(rows)


def figures(snapshot: Snapshot) -> int:
    """How many figures are shown."""
    assert snapshot.dataset is not None
    return len(snapshot.dataset.figures)


def numbers(snapshot: Snapshot) -> set[str]:
    """The numbers of enterprises that are shown, as printed."""
    assert snapshot.dataset is not None
    return {figure.text.printed for figure in snapshot.dataset.figures.values() if figure.text}


def doubts(snapshot: Snapshot) -> list[tuple[str, str]]:
    """Code and severity of what is said of the dataset as a whole."""
    prefixes = ("dataset-", "seal-", "file-", "folder-", "load-")
    return [(problem.code, problem.severity) for problem in snapshot.problems if problem.code.startswith(prefixes)]


def sealed(path: Path, count: int) -> None:
    """Seal what lies at the path."""
    made = seal.of(path, count)
    assert isinstance(made, Seal)
    seal.write(path, made)


class Clock:
    """The monotonic clock of the store, which a test moves; by the other clock no file is old."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.now = time.monotonic()
        patch.setattr(time, "monotonic", lambda: self.now)
