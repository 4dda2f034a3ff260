"""``indicators.load``: what users of the library meet first."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pandas as pd

from indicators import frames, loader
from indicators.model import Dataset
from indicators.problems import Problem


@dataclass(frozen=True)
class Data:
    """A dataset as it was found: ``dataset`` is None where a problem is an error."""

    dataset: Dataset | None
    problems: tuple[Problem, ...]

    @cached_property
    def frame(self) -> pd.DataFrame:
        """The tidy frame of the dataset (see ``indicators.frames.tidy``).

        Raises ValueError where there is no dataset, with the first problem's place and code.
        """
        if self.dataset is None:
            first = self.problems[0]
            raise ValueError(f"no dataset: {first.path}:{first.line}:{first.column} [{first.code}]")
        return frames.tidy(self.dataset)


def load(path: Path | str) -> Data:
    """The dataset in a file or folder, its problems, and its tidy frame: ``indicators.load(path).frame``."""
    loaded = loader.load(path)
    return Data(loaded.dataset, loaded.problems)
