"""Figures of several articles on one subject → whether they agree, and the dataset as a reader of a day knew it.

Two printed numbers agree where one true number can be behind both: 约57亿元 and 56.92亿元 do, 36.7亿元 and 36.8亿元 do
not. Articles that share a publisher or an issuer are one source: it repeats a number, and does not confirm it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple, get_args

from indicators.model.articles import Article, Figure
from indicators.model.dataset import Dataset
from indicators.model.hierarchy import ancestors
from indicators.model.numbers import NUMBERS, NumberName
from indicators.model.subjects import Subject
from indicators.values import intervals
from indicators.values.intervals import ZERO, Interval
from indicators.values.quantities import Quantity

Verdict = Literal["conflict", "revised", "agree", "repeated", "once"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""The most important for a reader first."""
Slot = tuple[NumberName, str | None]
"""A number, with the plan of a completion, the whole of a share, the base of a change where not a year earlier.

Shares of different plans are different things.
"""


def numbers(figure: Figure) -> dict[Slot, Quantity]:
    """The numbers that a figure prints."""
    base = figure.growth_from.text if figure.growth_from else None
    slots: dict[Slot, Quantity | None] = {
        ("text", None): figure.text,
        ("growth", base): figure.growth,
        ("change", base): figure.change,
        ("points", base): figure.points,
        ("share", figure.part_of): figure.share,
        ("completion", figure.plan): figure.completion,
    }
    return {slot: quantity for slot, quantity in slots.items() if quantity is not None}


def disagreement(a: Figure, b: Figure) -> NumberName | None:
    """The first number that both print and that cannot be the same; None where both can be right.

    Shares of two different plans are not compared. Amounts of different dimensions (people and enterprises) disagree.
    """
    others = numbers(b)
    disputed = (slot[0] for slot, quantity in numbers(a).items() if slot in others and apart(quantity, others[slot]))
    return next(disputed, None)


def apart(a: Quantity, b: Quantity) -> bool:
    """True where no true number can be behind both.

    36.7亿元 and 36.8亿元 have 36.75亿元 in common, and are apart nevertheless: an end that two intervals share counts
    only where one of them is a single number (20家, 不足20家), or where both print that number (近3万, 3万余).
    """
    if not a.is_like(b):
        return True
    low, high = max(a.low, b.low), min(a.high, b.high)
    single = a.low == a.high or b.low == b.high
    return low > high or (low == high and not single and not a.value == b.value == low)


def same_voice(a: Article, b: Article) -> bool:
    """True where two articles have a publisher or an issuer in common, or one's publisher is the other's issuer."""
    return not _speakers(a).isdisjoint(_speakers(b))


def _speakers(article: Article) -> frozenset[str]:
    return frozenset(filter(None, (article.publisher, article.issuer)))


class Witness(NamedTuple):
    """One report of a number."""

    figure: Figure
    article: Article


def voices(witnesses: Iterable[Witness]) -> int:
    """The number of independent sources: of groups of articles between which no publisher or issuer is shared."""
    groups: list[frozenset[str]] = []
    for speakers in {_speakers(witness.article) for witness in witnesses}:
        joined = [group for group in groups if not group.isdisjoint(speakers)]
        groups = [group for group in groups if group.isdisjoint(speakers)] + [speakers.union(*joined)]
    return len(groups)


def by_slot(witnesses: Iterable[Witness]) -> Mapping[Slot, list[Witness]]:
    """The reports that print each number."""
    reports = defaultdict[Slot, list[Witness]](list)
    for witness in witnesses:
        for slot in numbers(witness.figure):
            reports[slot].append(witness)
    return reports


def concord(witnesses: Iterable[Witness], slot: Slot) -> list[Witness]:
    """The reports that can all be right about a number, with as many independent sources as possible."""
    printed = [(witness, numbers(witness.figure)[slot]) for witness in witnesses if slot in numbers(witness.figure)]
    # What the intervals of a group have in common begins where one of them begins.
    groups = (
        [witness for witness, quantity in printed if quantity.low <= last.low and not apart(quantity, last)]
        for _, last in printed
    )
    return max(groups, key=voices, default=[])


@dataclass(frozen=True, slots=True)
class Agreement:
    """All reports on one subject, the oldest first, and whether they agree.

    Verdicts: ``conflict``, two uncorrected reports cannot both be true; ``revised``, one corrects another; ``agree``,
    independent sources print the same number; ``repeated``, one source prints it again; ``once``, no number is printed
    twice.

    ``disputed`` is the first number in conflict. ``voices`` counts independent sources. ``common`` is where the amount
    lies if all uncorrected reports are true; None where they cannot be, or print none. ``superseded`` leads from the
    id of a corrected figure to that of its correction. An expectation that an actual figure supersedes belongs to the
    subject of the actual one.
    """

    subject: Subject
    verdict: Verdict
    witnesses: tuple[Witness, ...]
    disputed: Slot | None
    voices: int
    common: Interval | None
    superseded: Mapping[str, str]

    @property
    def standing(self) -> list[Witness]:
        """The reports that are not corrected."""
        return _standing(self.witnesses, self.superseded)


# --- the whole dataset -----------------------------------------------------------------------------------------------


def superseded(dataset: Dataset) -> Mapping[str, str]:
    """Id of each corrected figure → id of the one that corrects it directly (the last in the file where several do)."""
    return {old: figure.id for figure in dataset.shared if (old := figure.supersedes) and old in dataset.figures}


def agreements(dataset: Dataset) -> tuple[Agreement, ...]:
    """One for each subject that several figures report, in the order of VERDICTS."""
    corrected = superseded(dataset)
    groups = _groups(dataset, corrected)
    several = [_agreement(subject, group, corrected) for subject, group in groups if len(group) > 1]
    return tuple(sorted(several, key=lambda agreement: VERDICTS.index(agreement.verdict)))


def about(dataset: Dataset, figure: Figure) -> Agreement:
    """The agreement that a figure of the dataset belongs to; it may be the only one in it."""
    corrected = superseded(dataset)
    groups = (group for group in _groups(dataset, corrected) if figure in [witness.figure for witness in group[1]])
    alone = figure.subject, [Witness(figure, dataset.article_of[figure.id])]
    return _agreement(*next(groups, alone), corrected)


def displaced(dataset: Dataset, number: NumberName | None = None) -> frozenset[str]:
    """Ids of the figures that charts do not draw for a number (for any, if none is given): another figure is better.

    Corrected figures are not drawn. Of several on one subject, the figure with the narrowest amount is drawn (then the
    latest, then the first in the file), and each further one only for numbers that none before it prints. Figures in
    conflict are all drawn.
    """
    corrected = superseded(dataset)
    hidden: set[str] = set()
    for _, group in _groups(dataset, corrected):
        if len(group) > 1:
            drawn = {key for key, which in _drawn_for(_standing(group, corrected)) if number is None or number in which}
            hidden.update(witness.figure.id for witness in group if witness.figure.id not in drawn)
    return frozenset(hidden)


def disputed(dataset: Dataset, number: NumberName) -> frozenset[str]:
    """Ids of the figures whose number of this kind another uncorrected report of the same subject contradicts."""
    corrected = superseded(dataset)
    keys: set[str] = set()
    for _, group in _groups(dataset, corrected):
        for slot, witnesses in by_slot(_standing(group, corrected)).items() if len(group) > 1 else ():
            if slot[0] == number and some_apart([numbers(witness.figure)[slot] for witness in witnesses]):
                keys.update(witness.figure.id for witness in witnesses)
    return frozenset(keys)


def standing(dataset: Dataset) -> Mapping[str, Figure | None]:
    """Id of each shared figure → the one whose amount stands for it, which may be the figure itself.

    That is the most exact of the reports that are not corrected; None where any two of their amounts are apart.
    """
    corrected = superseded(dataset)
    stands: dict[str, Figure | None] = {}
    for _, group in _groups(dataset, corrected):
        best = _best(_standing(group, corrected))
        stands.update((witness.figure.id, best) for witness in group)
    return stands


def _best(stand: Sequence[Witness]) -> Figure | None:
    if not stand or some_apart([witness.figure.text for witness in stand if witness.figure.text]):
        return None  # contradictory, or a circle of corrections
    return min(stand, key=_preference).figure


def as_known(dataset: Dataset, day: date) -> Dataset:
    """The dataset as a reader of that day knew it: without what was published later, and references to that.

    An article of which only the month or the year is known counts as published at its end. The vocabulary stays
    complete, and so does a share of a plan whose figure is not known yet.
    """
    later = [key for key, article in dataset.articles.items() if article.published.end > day]
    return dataset.without(frozenset(later)) if later else dataset


# --- groups ----------------------------------------------------------------------------------------------------------


def _groups(dataset: Dataset, corrected: Mapping[str, str]) -> Iterable[tuple[Subject, list[Witness]]]:
    """Shared figures by subject, oldest publication first; a corrected one has the subject of its last correction."""
    groups: dict[Subject, tuple[Subject, list[Witness]]] = {}
    for figure in dataset.shared:
        final = dataset.figures[_last(figure.id, corrected)] if figure.id in corrected else figure
        _, group = groups.setdefault(dataset.subject(final), (final.subject, []))
        group.append(Witness(figure, dataset.article_of[figure.id]))
    for _, group in groups.values():
        group.sort(key=lambda witness: witness.article.published.end)
    return groups.values()


def _last(key: str, corrected: Mapping[str, str]) -> str:
    """The last id of a chain of corrections; of a circle the one before it closes."""
    return [key, *ancestors(key, corrected.get)][-1]


def _standing(group: Sequence[Witness], corrected: Mapping[str, str]) -> list[Witness]:
    return [witness for witness in group if witness.figure.id not in corrected]


def _agreement(subject: Subject, group: Sequence[Witness], corrected: Mapping[str, str]) -> Agreement:
    stand = _standing(group, corrected)
    disputed = _disputed(stand)
    texts = [witness.figure.text for witness in stand if witness.figure.text]
    return Agreement(
        subject=subject,
        verdict="conflict" if disputed else "revised" if len(stand) < len(group) else _verdict(stand),
        witnesses=tuple(group),
        disputed=disputed,
        voices=voices(group),
        common=None if some_apart(texts) else intervals.common(text.interval for text in texts),
        superseded={
            witness.figure.id: corrected[witness.figure.id] for witness in group if witness.figure.id in corrected
        },
    )


def _verdict(stand: Sequence[Witness]) -> Verdict:
    """The verdict on reports that neither contradict nor correct each other."""
    again = [witnesses for witnesses in by_slot(stand).values() if len(witnesses) > 1]
    if any(voices(witnesses) > 1 for witnesses in again):
        return "agree"
    return "repeated" if again else "once"


def _disputed(stand: Sequence[Witness]) -> Slot | None:
    """The first number of which two cannot both be true."""
    disputes = (
        slot
        for slot, witnesses in by_slot(stand).items()
        if some_apart([numbers(witness.figure)[slot] for witness in witnesses])
    )
    return min(disputes, key=lambda slot: NUMBERS.index(slot[0]), default=None)


def some_apart(printed: Sequence[Quantity]) -> bool:
    """True where any two are apart; it is enough to look at the two that are furthest from each other."""
    if len(printed) < 2:
        return False
    if len({quantity.unit.dimension for quantity in printed}) > 1:
        return True
    lowest = min(printed, key=lambda low: (low.high, low.low == low.high, low.value == low.high))
    highest = max(printed, key=lambda high: (high.low, high.low < high.high, high.value != high.low))
    return apart(lowest, highest)


def _drawn_for(stand: Sequence[Witness]) -> Iterator[tuple[str, set[NumberName]]]:
    """Ids of the figures to draw, each with the numbers that it is drawn for."""
    if len(stand) < 2 or _disputed(stand):
        yield from ((witness.figure.id, {number for number, _ in numbers(witness.figure)}) for witness in stand)
        return
    drawn: set[Slot] = set()
    for witness in sorted(stand, key=_preference):
        if new := numbers(witness.figure).keys() - drawn:
            drawn |= new
            yield witness.figure.id, {number for number, _ in new}


def _preference(witness: Witness) -> tuple[bool, Decimal, int]:
    """The narrowest amount first, then the latest; sorting keeps the order of the file."""
    text = witness.figure.text
    return text is None, text.high - text.low if text else ZERO, -witness.article.published.end.toordinal()
