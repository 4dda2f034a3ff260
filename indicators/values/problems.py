"""What is wrong with a dataset, as codes and facts; the sentences stand in ``indicators.words``."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from indicators.values.text import LocalText

Severity = Literal["error", "warning", "information"]


class Fault(ValueError):
    """A value that cannot be taken: a code and its facts, as yet without a place.

    It is a ValueError, so that pydantic carries it in ``ctx`` and the loader turns it into a Problem.
    """

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


@dataclass(frozen=True, slots=True)
class Problem:
    """A finding in a dataset: ``line`` and ``column`` count from 1; 0 says that the whole file is meant.

    ``about`` is the id of the entry that it is about, if of one. ``accepted`` is the curator's reason for leaving what
    was found as it is.
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
        return self.path, self.line, self.column
