"""Numbers with their roles → what may be a figure, with those that belong to it; or a number that is none."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, get_args

from indicators.curate.recognition.text.scanned_number import ScannedNumber

FigureRole = Literal["amount", "growth", "change", "points", "share", "completion"]
NoFigureReason = Literal[
    "date", "duration", "ordinal", "name", "address", "threshold", "comparator", "rank", "base", "in-words", "no-unit",
    "distance", "list-of-things", "one-thing", "unreadable", "repeated", "converted", "too-many",
]  # fmt: skip
"""Why a number is no figure."""
NumberRole = FigureRole | NoFigureReason
FIGURE_ROLES: Final = frozenset(get_args(FigureRole))


@dataclass(slots=True)
class Candidate:
    """What may be one figure: the number that it begins with, its role, and the numbers of its parts by their roles.

    ``lead`` is where its own words begin: at the last number before it, or at its sentence. ``nouns`` are where the
    nouns of a list stand (粮食、蔬菜产量分别为), of which its own is the ``listed`` one, and ``shared`` is where the
    words stand that all its numbers share behind the verb (分别完成投资). ``is_plan`` says that it is what the one
    before it was to be; ``industry`` counts the three industries of 三次产业增加值分别为, and
    ``of_town_or_country`` is the one of 城乡 that it is of, and ``year`` the one of 2016、2017年分别完成 of its list.
    """

    number: ScannedNumber
    role: FigureRole
    lead: int
    sentence: int
    end: int
    parts: dict[FigureRole, ScannedNumber] = field(default_factory=dict)
    nouns: tuple[tuple[int, int], ...] = ()
    listed: int = 0
    shared: tuple[int, int] = (0, 0)
    is_plan: bool = False
    industry: int = -1
    of_town_or_country: str = ""
    year: int = 0


@dataclass(frozen=True, slots=True)
class NoFigure:
    """A number that is no figure, and why."""

    number: ScannedNumber
    reason: NoFigureReason


def in_order(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates in the order of the text."""
    yield from sorted(candidates, key=lambda candidate: candidate.number.start)
