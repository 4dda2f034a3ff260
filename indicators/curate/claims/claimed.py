"""A number of a draft and what its text says of it, before it is judged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from indicators.curate.claims.index import ClaimedSubject
from indicators.model.numbers import NumberName
from indicators.values.periods import Period
from indicators.values.quantities import Quantity


class NumberOfDraft(NamedTuple):
    """A number of a draft before it is judged; ``before`` is its sentence up to it, and ``behind`` what follows it."""

    name: NumberName
    text: str
    start: int
    end: int
    quantity: Quantity
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class ClaimedFigure:
    """What a draft says of the numbers of one of its figures.

    ``subjects`` are what they may be of, best first. ``placed`` says that the text names their place and period;
    ``sure``, that it names a metric that is near, too; ``named``, that its words say nothing more than these. ``own``
    is the shortest phrase that holds them, ``told_apart`` says that 分别 gives each place of a list its own number, and
    ``above`` is the paragraph up to their sentence, and ``further`` the text up to it, with the lines above.
    """

    subjects: Sequence[ClaimedSubject]
    placed: bool
    sure: bool
    named: bool
    own: str
    told_apart: bool
    above: str
    further: str
    published: Period | None
