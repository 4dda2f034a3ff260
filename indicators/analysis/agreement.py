"""Figures of one key from several articles → whether they agree, and the dataset as a reader of a day knew it.

Two printed numbers agree where one true number can be behind both: 约57亿元 and 56.92亿元 do, 36.7亿元 and 36.8亿元 do
not. Articles that share a publisher or an issuer speak with one voice: what it says again is repeated, not confirmed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final, Literal, NamedTuple, get_args

from indicators.model.dataset import Dataset
from indicators.model.entries import Article, Figure, Subject
from indicators.model.hierarchy import ancestors
from indicators.values import intervals
from indicators.values.intervals import ZERO, Interval
from indicators.values.quantities import Quantity
from indicators.values.units import UNITS

Number = Literal["text", "growth", "completion"]
"""What a figure can print."""
Verdict = Literal["conflict", "revised", "agree", "repeated", "once"]
NUMBERS: Final[tuple[Number, ...]] = get_args(Number)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""In the order in which a reader wants to know of them."""
Slot = tuple[Number, str | None]
"""A number, and for a share of a plan which plan: shares of different plans are different things."""


def numbers(figure: Figure) -> dict[Slot, Quantity]:
    """What a figure prints."""
    found: dict[Slot, Quantity] = {}
    if figure.text is not None:
        found["text", None] = figure.text
    if figure.growth is not None:
        found["growth", None] = figure.growth
    if figure.completion is not None:
        found["completion", figure.plan] = figure.completion
    return found


def disagreement(a: Figure, b: Figure) -> Number | None:
    """The first number that both print and that cannot be one and the same; None where both can be right.

    Shares of two different plans are not compared. Amounts of different dimensions (people and enterprises) disagree.
    """
    theirs = numbers(b)
    disputed = (slot[0] for slot, said in numbers(a).items() if slot in theirs and apart(said, theirs[slot]))
    return next(disputed, None)


def apart(a: Quantity, b: Quantity) -> bool:
    """Whether no true number can be behind both.

    36.7亿元 and 36.8亿元 have 36.75亿元 in common, and are apart none the less: an end that two intervals share counts
    only where one of them is a single number (20家, 不足20家) or where it is the number that both print (近3万, 3万余).
    """
    if UNITS[a.unit].dimension != UNITS[b.unit].dimension:
        return True
    low, high = max(a.low, b.low), min(a.high, b.high)
    single = a.low == a.high or b.low == b.high
    return low > high or (low == high and not single and not a.value == b.value == low)


def same_voice(a: Article, b: Article) -> bool:
    """Whether they share who speaks: their publisher, their issuer, or the one's publisher is the other's issuer."""
    return not _speakers(a).isdisjoint(_speakers(b))


def _speakers(article: Article) -> frozenset[str]:
    return frozenset(filter(None, (article.publisher, article.issuer)))


class Witness(NamedTuple):
    """One report of a number."""

    figure: Figure
    article: Article


def voices(witnesses: Iterable[Witness]) -> int:
    """How many groups of articles there are that share no speaker."""
    found: list[frozenset[str]] = []
    for speakers in {_speakers(witness.article) for witness in witnesses}:
        same = [voice for voice in found if not voice.isdisjoint(speakers)]
        found = [voice for voice in found if voice.isdisjoint(speakers)] + [speakers.union(*same)]
    return len(found)


def by_slot(witnesses: Iterable[Witness]) -> Mapping[Slot, list[Witness]]:
    """Who prints each number."""
    found = defaultdict[Slot, list[Witness]](list)
    for witness in witnesses:
        for slot in numbers(witness.figure):
            found[slot].append(witness)
    return found


def concord(witnesses: Iterable[Witness], slot: Slot) -> list[Witness]:
    """A group with as many voices as can be, of which all can be right about a number."""
    said = [(witness, numbers(witness.figure)[slot]) for witness in witnesses if slot in numbers(witness.figure)]
    # What the intervals of a group have in common begins where one of them begins.
    sides = ([witness for witness, one in said if one.low <= first.low and not apart(one, first)] for _, first in said)
    return max(sides, key=voices, default=[])


@dataclass(frozen=True, slots=True)
class Agreement:
    """All reports of one key, the oldest first, and what they make together.

    conflict: two that stand cannot both be true. revised: one corrects another. agree: independent voices print the
    same kind of number. repeated: one voice does so again. once: none of its numbers has been printed twice.

    ``disputed`` is the first number in conflict. ``voices`` counts those that are independent of each other. ``common``
    is where the amount lies if all reports that stand are true (None where they cannot be, or print none).
    ``superseded`` leads from the id of a corrected figure to that of the one that corrects it. A forecast that an
    actual figure supersedes stands among the actual ones.
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
        """Those that nobody has corrected."""
        return _standing(self.witnesses, self.superseded)


# --- the whole dataset -----------------------------------------------------------------------------------------------


def superseded(dataset: Dataset) -> Mapping[str, str]:
    """Id of each corrected figure → id of the one that corrects it directly (the last in the file where several do)."""
    return {old: figure.id for figure in dataset.shared if (old := figure.supersedes) and old in dataset.figures}


def agreements(dataset: Dataset) -> tuple[Agreement, ...]:
    """One for each key that several figures have: conflicts first, then revised, agree, repeated and once."""
    corrected = superseded(dataset)
    found = [_agreement(key, group, corrected) for key, group in _groups(dataset, corrected) if len(group) > 1]
    return tuple(sorted(found, key=lambda agreement: VERDICTS.index(agreement.verdict)))


def about(dataset: Dataset, figure: Figure) -> Agreement:
    """The agreement that a figure of the dataset belongs to; it may be alone in it."""
    corrected = superseded(dataset)
    groups = (found for found in _groups(dataset, corrected) if figure in [witness.figure for witness in found[1]])
    alone = figure.subject, [Witness(figure, dataset.article_of[figure.id])]
    return _agreement(*next(groups, alone), corrected)


def displaced(dataset: Dataset, number: Number | None = None) -> frozenset[str]:
    """Ids of the figures that charts do not draw, of that number or of any, since another is better.

    What has been corrected is not drawn. Where a key has several figures, that of the narrowest amount is (then the
    latest, then the first in the file), and each further one for those numbers only that none before it prints: of one
    number there is one figure a key. Where they are in conflict, all are.
    """
    corrected = superseded(dataset)
    return frozenset(
        witness.figure.id
        for _, group in _groups(dataset, corrected)
        if len(group) > 1
        for witness in group
        if not _drawn(witness.figure, dict(_stand_for(_standing(group, corrected))), number)
    )


def _drawn(figure: Figure, stand_for: Mapping[str, set[Number]], number: Number | None) -> bool:
    return figure.id in stand_for and (number is None or number in stand_for[figure.id])


def as_known(dataset: Dataset, day: date) -> Dataset:
    """The dataset as it stood for a reader of that day: without what was published later, or referred to it.

    An article of which only the month or the year is known counts from the end of it: before, nobody can be sure. The
    vocabulary stays whole. A share of a plan stays, though the plan be unknown yet.
    """
    later = [key for key, article in dataset.articles.items() if article.published.end > day]
    return dataset.without(frozenset(later)) if later else dataset


# --- groups ----------------------------------------------------------------------------------------------------------


def _groups(dataset: Dataset, corrected: Mapping[str, str]) -> Iterable[tuple[Subject, list[Witness]]]:
    """Shared figures of one key, oldest publication first; a corrected one goes where its last correction goes."""
    groups: dict[Subject, list[Witness]] = {}
    for figure in dataset.shared:
        final = dataset.figures[_last(figure.id, corrected)] if figure.id in corrected else figure
        groups.setdefault(final.subject, []).append(Witness(figure, dataset.article_of[figure.id]))
    for group in groups.values():
        group.sort(key=lambda witness: witness.article.published.end)
    return groups.items()


def _last(key: str, corrected: Mapping[str, str]) -> str:
    """The end of a chain of corrections; should they go round, where they close."""
    return [key, *ancestors(key, corrected.get)][-1]


def _standing(group: Sequence[Witness], corrected: Mapping[str, str]) -> list[Witness]:
    return [witness for witness in group if witness.figure.id not in corrected]


def _agreement(subject: Subject, group: Sequence[Witness], corrected: Mapping[str, str]) -> Agreement:
    stand = _standing(group, corrected)
    disputed = _disputed(stand)
    texts = [witness.figure.text for witness in stand if witness.figure.text]
    return Agreement(
        subject=subject,
        verdict="conflict" if disputed else "revised" if len(stand) < len(group) else _of_one_mind(stand),
        witnesses=tuple(group),
        disputed=disputed,
        voices=voices(group),
        common=None if _some_apart(texts) else intervals.common(text.interval for text in texts),
        superseded={
            witness.figure.id: corrected[witness.figure.id] for witness in group if witness.figure.id in corrected
        },
    )


def _of_one_mind(stand: Sequence[Witness]) -> Verdict:
    again = [witnesses for witnesses in by_slot(stand).values() if len(witnesses) > 1]
    if any(voices(witnesses) > 1 for witnesses in again):
        return "agree"
    return "repeated" if again else "once"


def _disputed(stand: Sequence[Witness]) -> Slot | None:
    """The first number of which two cannot both be true."""
    disputes = (
        slot
        for slot, witnesses in by_slot(stand).items()
        if _some_apart([numbers(witness.figure)[slot] for witness in witnesses])
    )
    return min(disputes, key=lambda slot: NUMBERS.index(slot[0]), default=None)


def _some_apart(said: Sequence[Quantity]) -> bool:
    """Whether any two are apart; only the two need be looked at that are furthest apart."""
    if len(said) < 2:
        return False
    if len({UNITS[one.unit].dimension for one in said}) > 1:
        return True
    lowest = min(said, key=lambda one: (one.high, one.low == one.high, one.value == one.high))
    highest = max(said, key=lambda one: (one.low, one.low < one.high, one.value != one.low))
    return apart(lowest, highest)


def _stand_for(stand: Sequence[Witness]) -> Iterator[tuple[str, set[Number]]]:
    """Ids of figures that are to be drawn, and the numbers that each is drawn for."""
    if len(stand) < 2 or _disputed(stand):
        yield from ((witness.figure.id, {number for number, _ in numbers(witness.figure)}) for witness in stand)
        return
    told: set[Slot] = set()
    for witness in sorted(stand, key=_preference):
        if new := numbers(witness.figure).keys() - told:
            told |= new
            yield witness.figure.id, {number for number, _ in new}


def _preference(witness: Witness) -> tuple[bool, Decimal, int]:
    """The narrowest amount first, then the latest; sorting keeps the order of the file."""
    said = witness.figure.text
    return said is None, said.high - said.low if said else ZERO, -witness.article.published.end.toordinal()
