"""What is wrong with a dataset, as codes and facts; the sentences stand in ``indicators.words``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

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
