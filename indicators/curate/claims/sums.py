"""A number of a draft that adds up others → whether the reports of these add up to it: 东港区、岚山区合计59.49亿元."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from indicators.analysis import agreement, formulas
from indicators.curate.claims import said_before
from indicators.curate.claims.index import ClaimIndex, ReportedNumber
from indicators.curate.claims.numbers import alike, same_number
from indicators.curate.claims.verdicts import Claim, ClaimVerdict
from indicators.model.articles import Figure
from indicators.model.subjects import TREES
from indicators.values.quantities import Quantity


@dataclass(frozen=True, slots=True)
class ToldSum:
    """A number whose words say that it is a sum.

    ``claim`` is what is known of it alone, ``before`` its sentence up to it, and ``behind`` what follows. ``earlier``
    are the claims of the draft before it, ``regions`` those that its sentence names, and ``named`` says that its words
    tell nothing beside its metric, its places and its time.
    """

    claim: Claim
    before: str
    behind: str
    named: bool
    regions: Sequence[str]
    earlier: Sequence[Claim]

    @property
    def is_one(self) -> bool:
        """True where the words say that it is a sum of amounts."""
        return self.claim.number == "text" and said_before.is_a_sum(self.before, self.behind)

    def judged(self, index: ClaimIndex) -> Claim:
        """The claim with a verdict on the sum, if all that is added up is reported; else as it is.

        Where the words do not say which numbers before it are added up, it may be some that stand side by side.
        """
        listed = self._listed()
        several = listed or self._of_places(index)
        added = sum_of(several) if _may_be_added([part.figure for part in several], index) else None
        if added is None or not alike(self.claim.quantity, added):
            return self.claim
        is_open = bool(listed) and not _count(said_before.own_clause(self.before))
        runs = [*_runs(several)] if is_open else [several]
        fits = next((run for run in runs if self._fits(run)), None)
        verdict: ClaimVerdict = "wrong-sum" if fits is None else "adds-up"
        return replace(self.claim, verdict=verdict, reports=tuple(fits or several))

    def _fits(self, parts: Sequence[ReportedNumber]) -> bool:
        added = sum_of(parts)
        return added is not None and same_number(self.claim.quantity, added)

    def _listed(self) -> Sequence[ReportedNumber]:
        """The reports of the amounts before it: of all in its sentence, or of as many above it as it says (两地).

        None where one of them does not agree with a report, or its own words name a thing of which it is the sum.
        """
        if not _says_nothing_else(self.before):
            return ()
        amounts = [claim for claim in self.earlier[-_MOST:] if self._is_like(claim)]
        here = [claim for claim in amounts if claim.subject.sentence == self.claim.subject.sentence]
        count = _count(said_before.own_clause(self.before))
        if not here and count:
            above = [claim for claim in amounts if self.claim.start - claim.start < _FAR and _is_of_all(claim)]
            here = [claim for claim in above if claim.subject.metric == self.claim.subject.metric]
            here = [claim for claim in here if claim.subject.period == self.claim.subject.period]
        if (count and len(here) != count) or any(claim.verdict != "agrees" or not claim.reports for claim in here):
            return ()
        return [claim.reports[0] for claim in here]

    def _is_like(self, claim: Claim) -> bool:
        return claim.number == "text" and claim.quantity.is_like(self.claim.quantity)

    def _of_places(self, index: ClaimIndex) -> Sequence[ReportedNumber]:
        """The reports of the places that its sentence names, each the only one, or one of several that agree."""
        subject = self.claim.subject
        count = _count(said_before.own_clause(self.before))
        regions = list(dict.fromkeys(self.regions))
        if count:  # 日照市126亿元,东港区、岚山区两区合计59亿元
            around = {above for region in regions for above in index.dataset.lies_in("region", region)}
            regions = [region for region in regions if region not in around]
        if not self.named or subject.period is None or (count and count != len(regions)):
            return ()
        parts: list[ReportedNumber] = []
        for region in regions:
            figures = index.of(subject._replace(region=region))
            standing = [
                report
                for report in index.printed(figures, "text")
                if report.number == "text" and report.figure.id not in index.superseded
            ]
            if not standing or agreement.some_apart([report.quantity for report in standing]):
                return ()
            parts.append(standing[0])
        return parts


def _runs(parts: Sequence[ReportedNumber]) -> Iterator[Sequence[ReportedNumber]]:
    """All of several, and those that stand side by side."""
    for length in range(len(parts), _LEAST - 1, -1):
        for first in range(len(parts) - length + 1):
            yield parts[first : first + length]


def sum_of(reports: Iterable[ReportedNumber]) -> Quantity | None:
    """What some amounts of reports add up to; None where one of them measures something else."""
    figures = [report.figure for report in reports]
    amounts = [figure.text for figure in figures if figure.text is not None]
    if not amounts or len(amounts) < len(figures) or not all(amount.is_like(amounts[0]) for amount in amounts):
        return None
    added = formulas.of_parts(figures)
    if added is None:
        return None
    return Quantity("", added.value, added.low, added.high, added.unit, added.qualifier)


def _may_be_added(figures: Sequence[Figure], index: ClaimIndex) -> bool:
    """True of figures of one additive metric, time and nature that differ in one thing: places, sectors or groups of
    which none lies in another.
    """
    if not _LEAST <= len(figures) <= _LONGEST:
        return False
    metric = index.dataset.metrics[figures[0].metric]
    if not metric.additive or metric.kind == "rate":
        return False
    if len({(figure.metric, figure.nature, index.time(figure.metric, figure.period)) for figure in figures}) > 1:
        return False
    several = [tree for tree in TREES if len({getattr(figure, tree) for figure in figures}) > 1]
    if len(several) != 1:
        return False
    keys = [getattr(figure, several[0]) for figure in figures]
    inside = {above for key in keys for above in index.dataset.lies_in(several[0], key)}
    return len({*keys}) == len(keys) and not inside & {*keys}


def _is_of_all(claim: Claim) -> bool:
    return claim.subject.sector == claim.subject.group


def _says_nothing_else(before: str) -> bool:
    """True where the clause of a sum says only that it is one: 三者合计, "or ... in all"."""
    return _NOTHING.fullmatch(said_before.own_clause(before)) is not None


def _count(words: str) -> int:
    """How many things are added up, where that is said: 三者, "the two"; else 0."""
    counted = _COUNT.search(words)
    if counted is None:
        return 0
    word = counted["zh"] or counted["en"].lower()
    return _NUMBERS.get(word, 0)


def regions_between(places: Iterable[tuple[int, int]], regions: Iterable[str], start: int, end: int) -> Iterator[str]:
    """The regions that a part of a text names; ``places`` are where each of ``regions`` stands."""
    for (first, _), region in zip(places, regions, strict=True):
        if start <= first < end:
            yield region


_LEAST: Final = 2
_LONGEST: Final = 20
"""So many amounts are added up at most."""
_MOST: Final = 40
"""So many numbers before a sum are looked at."""
_FAR: Final = 300
_NUMBERS: Final = {
    **{word: number for number, word in enumerate("二三四五六七八九十", 2)},
    "两": 2,
    "both": 2,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
_COUNT: Final = re.compile(
    r"(?P<zh>[两二三四五六七八九十])(?:[者地区县项类]|个)"
    r"|\b(?:the |all |these )?(?P<en>both|two|three|four|five|six|seven)\b",
    re.IGNORECASE,
)
_NOTHING: Final = re.compile(
    r"[\s,，]*(?:[以上这]{0,2}[两二三四五六七八九十]?[者地区县项类市个]{0,2}"
    r"(?:合计|共计|总计|加总|相加|[合加]起来|加在一起|共)[共达为是有]{0,2}"
    r"|(?:or|and|making|thus|a total of|together|in all|altogether|combined|for"
    r"|the (?:two|three|four|five) (?:together )?(?:had|have|collected|produced|made|counted)|\s)*)[约近超过]*\s*",
    re.IGNORECASE,
)
