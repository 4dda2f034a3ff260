"""A path, and the state of the disk there → what a load of exactly this state gives, sealed or not."""

import logging
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from indicators.loading import disk_state, seal
from indicators.loading.disk_state import DiskState
from indicators.loading.loader import Loaded, OnProgress
from indicators.loading.seal import Seal
from indicators.reading import boundaries
from indicators.reading.boundaries import NO_MAP, MapFile
from indicators.values.problems import Problem

FAILED: Final = "load-failed"
"""The code of the problem that a load ended without saying what is wrong with the files."""
_log: Final = logging.getLogger(__name__)


class Load(Protocol):
    """Loads what lies at a path, and reports its progress."""

    def __call__(self, path: Path, /, *, on_progress: OnProgress) -> Loaded: ...


@dataclass(frozen=True)
class Attempt:
    """What was loaded, with the outlines beside it; ``proof`` is the seal that all files match, None without one.

    It is worth another try after a while where ``again`` is True.
    """

    loaded: Loaded
    map_file: MapFile = NO_MAP
    proof: Seal | None = None
    again: bool = False


def make(path: Path, state: DiskState, load: Load, on_progress: OnProgress) -> Attempt | None:
    """Load what lies at the path; None where that is no longer the state, or was not all the time."""
    attempt = _made(path, load, on_progress)
    return attempt if disk_state.of(path).entries == state.entries else None


def _made(path: Path, load: Load, on_progress: OnProgress) -> Attempt:
    try:
        proof = seal.read(path)
        mismatch = seal.mismatch(path, proof) if isinstance(proof, Seal) else proof
        if mismatch is not None:
            return _refused(mismatch)
        loaded = load(path, on_progress=on_progress)
        map_file = boundaries.read(boundaries.beside(path))
    except MemoryError:
        _log.exception("there was not enough memory to load %s", path)
        return _refused(Problem(FAILED, str(path), facts={"reason": "memory"}))
    except Exception as error:  # noqa: BLE001  # whatever it is, what was shown before is shown still
        _log.exception("%s could not be loaded", path)
        return _refused(Problem(FAILED, str(path), facts={"reason": type(error).__name__}), again=True)
    if isinstance(proof, Seal) and loaded.dataset and len(loaded.dataset.figures) != proof.figures:
        facts = {"sealed": f"{proof.figures:,}", "figures": f"{len(loaded.dataset.figures):,}"}
        return _refused(Problem("seal-count", str(seal.beside(path)), facts=facts))
    again = any(problem.code == FAILED for problem in loaded.problems)
    return Attempt(loaded, map_file, proof if isinstance(proof, Seal) else None, again)


def _refused(problem: Problem, *, again: bool = False) -> Attempt:
    return Attempt(Loaded(None, (problem,), ""), again=again)
