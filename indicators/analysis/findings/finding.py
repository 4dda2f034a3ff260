"""What a finding is, and what the rules that look for findings know."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Literal

from indicators.analysis.agreement import Agreement
from indicators.analysis.derivations import Derivations
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.values.intervals import Interval
from indicators.values.periods import Period
from indicators.values.quantities import Quantity

FindingKind = Literal[
    "opposite-parts", "months-inside", "against-the-trend", "reversal", "multiple", "pace", "disagreement"
]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that stands out; what it says is certain, whatever the printed digits leave open.

    ``figures`` are the ids of the printed figures that it is of, the main one first; ``period`` is what it is said of.

    * opposite-parts: the whole; ``leading`` are its parts that moved as it did, ``opposed`` those that moved against
      it, largest contributions first, ``derived`` the contributions of all in the order of the file. ``entire`` says
      that one part alone moved as the whole did.
    * months-inside: the longer periods; ``leading`` are those of them whose rest fell, ``opposed`` those whose rest
      rose, and ``derived`` has the growth of the rest of each.
    * against-the-trend: ``leading`` are the few places that moved against the others, which are ``opposed``.
    * reversal, multiple: the later figure and the earlier one; a multiple of one figure is by its printed growth.
    * pace: a figure with its share of a plan, ``derived`` its pace. disagreement: reports that cannot all be right.

    ``strength`` (0 to 1) is how large it is, and how far from what rounding could explain.
    """

    kind: FindingKind
    theme: str
    period: Period
    figures: tuple[str, ...]
    strength: float
    leading: tuple[str, ...] = ()
    opposed: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    entire: bool = False

    @property
    def id(self) -> str:
        """The same in every language and on every run."""
        return f"{self.kind}:{self.figures[0]}"


@dataclass(frozen=True)
class Known:
    """What rules look at: a dataset, what follows from its figures, and which of them are reported several times.

    Of a large dataset rules look only at the figures whose ids are ``newest``: all that stand of its last days.
    """

    dataset: Dataset
    worked_out: Derivations
    agreements: Sequence[Agreement]
    newest: Sequence[str] | None = None

    @cached_property
    def results(self) -> tuple[Figure, ...]:
        """The actual figures that stand: no other figure is better, and none contradicts their amount."""
        stands = self.worked_out.itemisations.stands
        return tuple(
            figure
            for key in (self.worked_out if self.newest is None else self.newest)
            if (figure := self.dataset.figures[key]).nature == "actual" and stands(figure)
        )

    @property
    def since(self) -> date | None:
        """The end of the earliest period that rules look at; None where they look at all."""
        return None if self.newest is None else min((figure.period.end for figure in self.results), default=None)

    @cached_property
    def _regions(self) -> frozenset[str]:
        """The regions that have results."""
        return frozenset(figure.region for figure in self.results)

    def theme(self, figure: Figure) -> str:
        return self.dataset.metrics[figure.metric].theme

    def growth(self, figure: Figure) -> Quantity | None:
        """The printed growth on a year earlier; None where it is disputed, or against another period."""
        return self.worked_out.annual_growth(figure)

    def is_of_everything(self, finding: Finding) -> bool:
        """True where it is about a whole economy: no branch of it, no place in it and no group."""
        figure = self.dataset.figures[finding.figures[0]]
        lies_in = next(self.dataset.lies_in("region", figure.region), None)
        outermost = lies_in is None or lies_in not in self._regions
        return outermost and figure.sector == ALL and figure.group == ALL


FindingRule = Callable[[Known], Iterator[Finding]]


def direction(change: Interval | Quantity) -> int:
    """1 where a change is certainly above zero, -1 where it is certainly below, 0 where that cannot be told."""
    return (change.low > 0) - (change.high < 0)


def certainty(distance: Decimal, change: Interval | Quantity) -> float:
    """How far something lies from where it would not be said, against how far it may lie from there: 0 to 1."""
    width = change.high - change.low
    if distance <= 0:
        return 0.0
    return float(distance / (distance + width)) if width.is_finite() else 0.0


def size(effect: Decimal, large: Decimal) -> float:
    """How large an effect is beside one that is called large: 0 to 1."""
    return min(1.0, float(abs(effect) / large))
