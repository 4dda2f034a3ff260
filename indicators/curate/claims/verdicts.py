"""A number of a draft → what can be said of it beside the reports, and those that this rests on."""

from dataclasses import dataclass
from decimal import Decimal
from typing import Final, Literal, NamedTuple, get_args

from indicators.curate.claims.comparing_words import ComparisonKind
from indicators.curate.claims.index import ClaimedSubject, ReportedNumber
from indicators.curate.claims.numbers import Hint
from indicators.curate.drafts import DraftNoFigure
from indicators.model.numbers import NumberName
from indicators.values.quantities import Quantity

ClaimVerdict = Literal[
    "agrees", "differs", "slip", "points-as-percent", "percent-as-points", "other-period", "other-place",
    "other-group", "target-as-result", "forecast-as-result", "result-as-plan", "qualifier", "superseded", "disputed",
    "other-metric", "other-currency", "other-rate", "adds-up", "wrong-sum", "bears-out", "wrong-comparison",
    "not-reported",
]  # fmt: skip
CLAIM_VERDICTS: Final[tuple[ClaimVerdict, ...]] = get_args(ClaimVerdict)
NO_FAULT: Final = frozenset({"agrees", "adds-up", "bears-out", "disputed", "not-reported"})
"""The verdicts that find nothing wrong with a number."""


class Compared(NamedTuple):
    """What reported numbers come to beside each other: their ratio, the share of one, their difference or the rank."""

    kind: ComparisonKind
    value: Decimal


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of a text with its verdict.

    ``start`` and ``end`` are offsets of the text. ``subject`` is what the number is of as it was read; its period is
    None where the text does not say. ``reports`` are those that the verdict rests on; of what is not reported, the
    nearest one of the same metric and place, if any. ``difference`` and ``relative`` say by how much it differs,
    ``factor`` by how many times a slip is off; ``hint`` is what may have happened. Of a sum the
    reports are those that it adds up; of a comparison, the number that it is of and then the other, and ``compared``
    is what they come to.
    """

    text: str
    start: int
    end: int
    number: NumberName
    quantity: Quantity
    subject: ClaimedSubject
    verdict: ClaimVerdict
    reports: tuple[ReportedNumber, ...]
    difference: Decimal | None = None
    relative: Decimal | None = None
    factor: Decimal | None = None
    hint: Hint = ""
    compared: Compared | None = None

    @property
    def is_wrong(self) -> bool:
        """True where the reports speak against the number."""
        return self.verdict not in NO_FAULT


@dataclass(frozen=True, slots=True)
class ClaimedText:
    """The numbers of a text: those that are claims, and those that are no figures, and why.

    ``is_dated`` says that the day of the text was known, by which periods without a year are completed.
    """

    claims: tuple[Claim, ...]
    not_figures: tuple[DraftNoFigure, ...]
    is_dated: bool = True

    @property
    def is_wrong(self) -> bool:
        """True where the reports speak against one of its numbers."""
        return any(claim.is_wrong for claim in self.claims)

    @property
    def left_out(self) -> tuple[DraftNoFigure, ...]:
        """The numbers that are listed as not looked at: no dates, and none of too many, which are only counted."""
        return tuple(other for other in self.not_figures if other.why not in {"date", "too-many"})

    @property
    def undated(self) -> int:
        """How many numbers nothing can be said of that may have a year once the day of the text is known."""
        if self.is_dated:
            return 0
        return sum(claim.subject.period is None and claim.verdict == "not-reported" for claim in self.claims)
