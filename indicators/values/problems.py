"""What is wrong with a dataset, as codes and facts; the sentences stand in ``indicators.words``."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from indicators.values.text import LocalText

Severity = Literal["error", "warning", "information"]


class Fault(ValueError):
    """Raised for a value that is refused: a code and its facts, without a place in a file.

    It is a ValueError, so that pydantic passes it on in ``ctx`` and ``reading.validate`` makes a Problem of it.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in a dataset.

    ``code`` names its sentence, which the ``facts`` fill in. ``line`` and ``column`` count from 1; 0 stands for the
    whole file. ``about`` is the id of the entry that it is about, empty where there is none. ``accepted`` is the
    curator's reason for leaving the entry as it is, None where the problem is open.
    """

    code: str
    path: str
    line: int = 0
    column: int = 0
    severity: Severity = "error"
    facts: Mapping[str, str] = field(default_factory=dict)
    about: str = ""
    accepted: LocalText | None = None

    @property
    def place(self) -> tuple[str, int, int]:
        """Path, line and column, in whose order problems are reported."""
        return self.path, self.line, self.column

    @property
    def identity(self) -> tuple[object, ...]:
        """What it has in common with the same finding elsewhere in a file, or in another file or state of the data."""
        facts = {
            key: fact
            for key, fact in self.facts.items()
            if key not in _OF_PLACES and not (_PLACE.fullmatch(fact) or (self.path and fact.startswith(self.path)))
        }
        return self.code, self.severity, self.about, tuple(sorted(facts.items()))


_OF_PLACES: Final = frozenset({"first_line"})
_PLACE: Final = re.compile(r".*\.ya?ml:[0-9]+")


def not_among(problems: Iterable[Problem], earlier: Iterable[Problem]) -> list[Problem]:
    """The problems that are none of the earlier ones, wherever those stood; of several alike, the last ones."""
    left = Counter(problem.identity for problem in earlier)
    several: list[Problem] = []
    for problem in problems:
        if left[problem.identity]:
            left[problem.identity] -= 1
        else:
            several.append(problem)
    return several
