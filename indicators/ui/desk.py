"""What every page and card needs of a visit."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from indicators import drawings
from indicators.problems import Problem
from indicators.publish import edition
from indicators.publish.edition import Edition


@dataclass(frozen=True)
class Desk(drawings.Desk):
    """One visit: what drawings need, and what is known beside the figures.

    ``findings`` are the problems of the file as it is now, ``accepted`` those that its curator leaves as they are, and
    ``texts`` what is held of articles in full, by their ids. ``digest`` identifies the content of the file; ``day`` is
    that of which it is shown, if not as it is now.
    """

    findings: tuple[Problem, ...]
    accepted: tuple[Problem, ...]
    texts: Mapping[str, str]
    digest: str
    day: date | None = None

    def edition(self, chosen: Collection[str] | None = None) -> Edition:
        """What is given away of these figures, or of all."""
        return edition.of(self.study, self.digest, chosen, known_on=self.day)

    def found(self, key: str) -> list[Problem]:
        """What was found of one entry, the accepted last."""
        return [problem for problem in (*self.findings, *self.accepted) if problem.about == key]
