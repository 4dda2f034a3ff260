"""The claims of a draft → the same with a verdict on what it says of two amounts, and which words are not looked at."""

import re
from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from indicators.curate.claims import said_before
from indicators.curate.claims.bounds import paragraph_start, sentence_start
from indicators.curate.claims.comparing_words import ToldComparison, open_words, told_comparisons
from indicators.curate.claims.comparisons import Comparisons
from indicators.curate.claims.index import ClaimedSubject
from indicators.curate.claims.verdicts import Claim
from indicators.curate.drafts import DraftNoFigure
from indicators.curate.recognition.text import times
from indicators.model.numbers import NumberName

ReadSubject = Callable[[str], ClaimedSubject | None]
"""Some words → what they are of, where they name its metric, its place and its time and nothing more; else None."""


def with_comparisons(
    text: str, claims: Sequence[Claim], others: Sequence[DraftNoFigure], comparisons: Comparisons, read: ReadSubject
) -> tuple[list[Claim], list[DraftNoFigure]]:
    """The claims of a text with those that compare, and what is not looked at with other words that compare.

    ``claims`` are in the order of the text.
    """
    starts = [claim.start for claim in claims]
    judged: list[Claim] = []
    told_before: list[ToldComparison] = []
    left = _MOST_READ
    for told in sorted(told_comparisons(text), key=lambda told: (told.start, -told.last)):
        since = sentence_start(text, told.start)
        here = claims[bisect_left(starts, since) : bisect_left(starts, told.start)]
        comparison = _Comparison(text, told, since, here, told_before[-_FEW:])
        own = comparison.claim_before
        if own is not None:
            before = [claim.reports[0] for claim in here if claim.verdict == "agrees" and claim.number == "text"]
            claim = comparisons.judged(told, own.reports[0], own.subject, before)
        elif left and (words := comparison.words):
            left -= 1
            subject = read(words)
            report = comparisons.report_of(subject, comparison.number_read) if subject else None
            if report is None and (whole_words := comparison.words_of_whole) and (subject := read(whole_words)):
                whole = comparisons.report_of(subject, "text")
                report = comparisons.part_named(whole, comparison.words_of_part) if whole else None
            claim = comparisons.judged(told, report, subject) if report and subject else None
        else:
            claim = None
        if claim is not None:
            judged.append(claim)
            told_before.append(told)
    return _put_together(text, claims, judged, others)


def _put_together(
    text: str, claims: Sequence[Claim], judged: Sequence[Claim], others: Sequence[DraftNoFigure]
) -> tuple[list[Claim], list[DraftNoFigure]]:
    """All that is said of a text, nothing of the same words twice: what is known of a number alone comes first."""
    taken = bytearray(len(text))

    def takes(start: int, end: int) -> bool:
        """True of words of which nothing is said yet; from now on something is."""
        is_free = not any(taken[start:end])
        taken[start:end] = b"\1" * (min(end, len(text)) - start)
        return is_free

    known = [claim for claim in claims if claim.verdict != "not-reported"]
    for claim in known:
        takes(claim.start, claim.end)
    compared = [claim for claim in judged if takes(claim.start, claim.end)]
    unknown = [claim for claim in claims if claim.verdict == "not-reported" and takes(claim.start, claim.end)]
    unread = [other for other in others if takes(other.start, other.end)]
    for first, last, reason in open_words(text):
        if takes(first, last):
            unread.append(DraftNoFigure(text[first:last], first, last, reason))
    every = sorted([*known, *compared, *unknown], key=lambda claim: claim.start)
    return every, sorted(unread, key=lambda other: other.start)


@dataclass(frozen=True, slots=True)
class _Comparison:
    """What a text says of two amounts; ``claims`` are those of its sentence before it, which begins at ``since``."""

    text: str
    told: ToldComparison
    since: int
    claims: Sequence[Claim]
    told_before: Sequence[ToldComparison]

    @property
    def _clause(self) -> str:
        return said_before.own_clause(self.text[self.since : self.told.start])

    @property
    def number_read(self) -> NumberName:
        """Whether the words before a comparison tell of growth or of an amount."""
        return "growth" if _OF_GROWTH.search(self._clause) else "text"

    @property
    def words(self) -> str:
        """The words that name what is compared, as the beginning of a sentence; empty where there are none."""
        if _NOTHING.fullmatch(self._clause):
            return ""
        since = max(paragraph_start(self.text, self.told.start), self.told.start - _LONGEST_READ)
        words = self.text[since : self.told.start]
        return _VERB.sub("", words)

    @property
    def words_of_whole(self) -> str:
        """The words of the whole of which a part makes up a share, as the beginning of an English sentence."""
        if self.told.kind != "share" or not self._clause.isascii():
            return ""
        before = self.text[self.since : self.told.start]
        told = [before[time.start : time.end] for time in times.find(before, None) if time.period]
        return f"In {told[-1]},{self.told.other}" if told else self.told.other.strip()

    @property
    def words_of_part(self) -> str:
        """The words of the part in its clause, without those of its time."""
        words = self._clause
        for time in reversed(times.find(words, None)):
            words = f"{words[: time.start]} {words[time.end :]}"
        return words

    @property
    def claim_before(self) -> Claim | None:
        """The claim of the number that is compared, right before the comparison; None where it is not so clear."""
        if not _NOTHING.fullmatch(self._clause):
            return None
        names = self._numbers_meant()
        several = [claim for claim in self.claims if claim.number in names]
        if not several or (claim := several[-1]).verdict != "agrees" or claim.reports[0].number != claim.number:
            return None
        before = [other for other in several[:-1] if other.number == claim.number]
        if before and _LISTED.search(self.text[before[-1].end : claim.start]):
            return None  # 东港区31.89亿元、岚山区27.60亿元,占全市的47.2%
        return claim if _BETWEEN.fullmatch(self._between(claim)) else None

    def _numbers_meant(self) -> frozenset[NumberName]:
        """Of which numbers before a comparison it can be: 居全市第一 behind an amount and its growth is of none."""
        told = self.told
        here: frozenset[NumberName] = frozenset({claim.number for claim in self.claims[-2:]} & {"text", "growth"})
        if _OF_GROWTH.search(self._clause):
            return frozenset({"growth"})
        if told.quantity is not None and told.quantity.unit.dimension == "points":
            return frozenset({self.claims[-1].number} & here) if self.claims else here
        if told.kind == "rank":
            return here if len(here) == 1 else frozenset()
        return frozenset({"text"})

    def _between(self, claim: Claim) -> str:
        """What stands between a number and a comparison, without the rates of the number and other comparisons."""
        spans = [(other.start, other.end) for other in self.claims if other.number != "text"]
        spans += [(told.start, told.last) for told in self.told_before]
        between = list(self.text[claim.end : self.told.start])
        for start, end in spans:
            for place in range(max(start - claim.end, 0), min(end - claim.end, len(between))):
                between[place] = " "
        return "".join(between)


_FEW: Final = 6
_LONGEST_READ: Final = 300
_MOST_READ: Final = 40
"""So many comparisons of a text are read whose amount does not stand before them."""
_OF_GROWTH: Final = re.compile(r"增速|增幅|涨幅|增长率|\bgrowth\b")
_NOTHING: Final = re.compile(
    r"[\s（）()]*(?:大?约|已|仅|只|均|也|还|并|这|其|该数|总量|数量|规模|增速|增幅|同比"
    r"|or|which is|which was|this is|and|\s)*",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(
    r"(?:[\s,，、（）()]|同比|比上年|较上年|增长|下降|增加|减少|增速|增幅|总量|规模|大?约|已|仅|均|也|还|并|这|其|了|为|达到?"
    r"|or|which|is|was|this|and|up|down|year[- ]on[- ]year|from a year earlier|rose|fell|by)*",
    re.IGNORECASE,
)
_LISTED: Final = re.compile(r"[、和与及]|\band\b")
_VERB: Final = re.compile(
    r"(?:大?约|已|仅|均|也|还|增速|增幅|\s(?:was|is|were|are|came to|stood at|reached|had)(?: about)?)$"
)
