"""``indicators.load``: what users of the library meet first."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from indicators.frames import tidy as frames
from indicators.loading import cache
from indicators.model.dataset import Dataset
from indicators.values.problems import Problem


@dataclass(frozen=True)
class Data:
    """A dataset as it was found: ``dataset`` is None where a problem is an error.

    ``accepted`` are findings that the curator has left as they are, each with the reason.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    accepted: tuple[Problem, ...] = ()

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy frame of the dataset (see ``indicators.frames.tidy``).

        Raises ValueError where there is no dataset, with the first error's place and code.
        """
        return self.tidy()

    def tidy(self, *, derived: bool = False) -> pd.DataFrame:
        """The tidy frame, made anew; with ``derived`` also what follows from the figures (see ``frames.tidy``).

        Raises ValueError as ``frame`` does.
        """
        if self.dataset is None:
            first = next(problem for problem in self.problems if problem.severity == "error")
            raise ValueError(f"no dataset: {first.path}:{first.line}:{first.column} [{first.code}]")
        return frames.tidy(self.dataset, derived=derived)


def load(path: Path | str) -> Data:
    """The dataset in a file or folder, its problems, and its tidy frame: ``indicators.load(path).frame``."""
    loaded = cache.load(path)
    return Data(loaded.dataset, loaded.problems, loaded.accepted)
