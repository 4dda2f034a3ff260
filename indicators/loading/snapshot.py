"""What the program shows now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from indicators.model.dataset import Dataset
from indicators.reading.boundaries import NO_MAP, MapFile
from indicators.values.problems import Problem


@dataclass(frozen=True)
class Snapshot:
    """What is shown now: ``dataset`` is the last good one (None if there never was one) with its ``digest``.

    ``problems`` are those of the newest state on disk; ``stale`` is True where that state is not shown but an older
    one. ``accepted`` are the findings that the shown dataset has a reason for, ``texts`` the articles held in full,
    ``map_file`` the outlines of its regions. ``loaded_at`` is when it was loaded; until ``as_of`` it was known to be
    what lies on the disk, None where it still is.
    """

    dataset: Dataset | None
    digest: str
    problems: tuple[Problem, ...]
    stale: bool
    accepted: tuple[Problem, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)
    map_file: MapFile = NO_MAP
    loaded_at: datetime | None = field(default=None, compare=False)
    as_of: datetime | None = field(default=None, compare=False)

    @property
    def first_error(self) -> Problem | None:
        """The first of the errors of the newest state on disk."""
        return next((problem for problem in self.problems if problem.severity == "error"), None)
