"""The text of a draft and a dataset → each number of the text with a verdict, and the reports that it rests on."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal, NamedTuple, get_args

from indicators.analysis import agreement
from indicators.curate.claims.index import ClaimedSubject, ClaimIndex, ReportedNumber
from indicators.curate.claims.numbers import (
    Hint,
    as_rate,
    difference,
    factor_between,
    has_several_digits,
    hint,
    is_told_of,
    points_leading_to,
    points_told_of_growth,
    qualified_otherwise,
    same_number,
)
from indicators.curate.claims.words import clause_around, is_list_matched, says_more
from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart
from indicators.model.dataset import Dataset
from indicators.model.entries import Figure
from indicators.model.numbers import NumberName
from indicators.values.periods import Period
from indicators.values.quantities import Quantity

ClaimVerdict = Literal[
    "agrees", "differs", "slip", "points-as-percent", "percent-as-points", "other-period", "other-place",
    "other-group", "target-as-result", "forecast-as-result", "result-as-plan", "qualifier", "superseded", "disputed",
    "not-reported",
]  # fmt: skip
CLAIM_VERDICTS: Final[tuple[ClaimVerdict, ...]] = get_args(ClaimVerdict)
NO_FAULT: Final = frozenset({"agrees", "disputed", "not-reported"})
"""The verdicts that find nothing wrong with a number."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number of a text with its verdict.

    ``start`` and ``end`` are offsets of the text. ``subject`` is what the number is of as it was read; its period is
    None where the text does not say. ``reports`` are those that the verdict rests on; of what is not reported, the
    nearest one of the same metric and place, if any. ``difference`` and ``relative`` say by how much it differs,
    ``factor`` by how many times a slip is off; ``hint`` is what may have happened.
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

    @property
    def is_wrong(self) -> bool:
        """True where the reports speak against the number."""
        return self.verdict not in NO_FAULT


@dataclass(frozen=True, slots=True)
class ClaimedText:
    """The numbers of a text: those that are claims, and those that are no figures, and why."""

    claims: tuple[Claim, ...]
    not_figures: tuple[DraftNoFigure, ...]

    @property
    def is_wrong(self) -> bool:
        """True where the reports speak against one of its numbers."""
        return any(claim.is_wrong for claim in self.claims)


class _Number(NamedTuple):
    """A number of a draft before it is judged."""

    name: NumberName
    text: str
    start: int
    end: int
    quantity: Quantity


class ClaimChecker:
    """Sets the numbers of texts beside a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reader = Reader(dataset)
        self.index = ClaimIndex(dataset)

    def check(self, text: str, published: Period | None = None) -> ClaimedText:
        """All numbers of a text of at most ``drafting.LONGEST`` characters; ``published`` completes its dates."""
        articles = self.reader.read(text, published)
        claims: list[Claim] = []
        others: list[DraftNoFigure] = []
        for article in articles:
            told, left = _with_points(article, text)
            others += left
            for figure in told:
                claims += self._claims(figure, text, places_named=_is_place_named(article, figure, text))
        return ClaimedText(tuple(sorted(claims, key=lambda claim: claim.start)), tuple(others))

    def _claims(self, figure: DraftFigure, text: str, *, places_named: bool) -> Iterator[Claim]:
        """The verdicts on a figure of a draft; its rates are held against the report of its amount."""
        subjects = self._subjects(figure, text)
        is_matched = is_list_matched(text, figure.start, figure.end)
        sure = places_named and _is_sure(figure) and is_matched is not False
        first = subjects[0]
        plain = sure and not says_more(
            figure.label or clause_around(text, figure.start, figure.end), self.reader.vocabulary, self.dataset,
            (first.metric, first.sector, first.group), figure.choices[0].words,
        )  # fmt: skip
        anchor: Figure | None = None
        for number in _numbers(figure):
            own = figure.label or figure.quote
            claim = _Judgement(self.index, number, subjects, anchor, sure, plain, own, bool(is_matched)).claim
            if anchor is None and claim.verdict != "not-reported" and claim.reports:
                anchor = claim.reports[0].figure
            yield claim

    def _subjects(self, figure: DraftFigure, text: str) -> tuple[ClaimedSubject, ...]:
        """What a figure of a draft may be of, best first: the metric, sector and group that the reader proposes, then
        those of the other metrics that it thought of.
        """
        start, end = _sentence_start(text, figure.start), _sentence_end(text, figure.end)
        first = ClaimedSubject(
            figure.metric, figure.region, figure.sector, figure.group, figure.period, figure.nature,
            text[start:end], figure.period_words,
        )  # fmt: skip
        others = [
            first._replace(metric=choice.kind.metric, period=period)
            for choice, period in zip(figure.choices[1:], figure.choice_periods[1:], strict=False)
            if choice.score > _NEAR * figure.choices[0].score
        ]
        return (first, *others)


_NEAR: Final = 0.35
_LONGEST_GAP: Final = 60
_SURE: Final = 0.35


def _sentence_start(text: str, place: int) -> int:
    return max((text.rfind(mark, max(place - _LONGEST_SENTENCE, 0), place) + 1 for mark in _MARKS), default=0) or max(
        place - _LONGEST_SENTENCE, 0
    )


def _sentence_end(text: str, place: int) -> int:
    ends = [text.find(mark, place, place + _LONGEST_SENTENCE) for mark in _MARKS]
    return min((end for end in ends if end >= 0), default=place + _LONGEST_SENTENCE)


_MARKS: Final = ("。", "\n", "；", "; ", ". ")
_LONGEST_SENTENCE: Final = 300


def _is_place_named(article: DraftArticle, figure: DraftFigure, text: str) -> bool:
    """True where a text names a place before a number, or in an English sentence behind it."""
    if any(start < figure.start for start, _ in article.places):
        return True
    end = _sentence_end(text, figure.end)
    behind = any(figure.start < start < end for start, _ in article.places)
    return behind and text[figure.start : min(end, len(text))].isascii()


def _is_sure(figure: DraftFigure) -> bool:
    """True where a number can be called different from what is reported of its metric."""
    said = figure.period is not None and bool(figure.period_words or figure.label) and bool(figure.region)
    return said and bool(figure.choices) and figure.choices[0].score >= _SURE


def _numbers(figure: DraftFigure) -> Iterator[_Number]:
    if figure.text and figure.quantity is not None:
        yield _Number("text", figure.text, figure.start, figure.end, figure.quantity)
    names: Iterable[tuple[str, DraftPart]] = figure.parts()
    for name, part in names:
        if quantity := as_rate(name, part.words):
            yield _Number(name, part.words, part.start, part.end, quantity)  # type: ignore[arg-type]


def _with_points(article: DraftArticle, text: str) -> tuple[list[DraftFigure], list[DraftNoFigure]]:
    """The figures of an article, with points that follow an amount as what is told of its growth."""
    figures = list(article.figures)
    starts = [figure.start for figure in figures]
    left: list[DraftNoFigure] = []
    for other in article.not_figures:
        before = bisect_left(starts, other.start) - 1
        index = before if before >= 0 and figures[before].end <= other.start else None
        gap = "" if index is None else text[figures[index].end : other.start]
        near = other.why == "comparator" and 0 < len(gap) < _LONGEST_GAP
        words = points_told_of_growth(other.text, gap) if near else ""
        if not words and other.why == "comparator" and before + 1 < len(figures):
            index, gap = before + 1, text[other.end : min(figures[before + 1].start, other.end + _LONGEST_GAP)]
            words = points_leading_to(other.text, text[max(other.start - _LONGEST_GAP, 0) : other.start], gap)
        if index is not None and words and not [*figures[index].parts()]:
            figures[index] = replace(figures[index], points=DraftPart(words, other.start, other.end, other.text))
        else:
            left.append(other)
    return figures, left


@dataclass(frozen=True, slots=True)
class _Judgement:
    """One number while it is judged.

    ``sure`` says that the text names its place and period and a metric that is near; ``plain``, that its words say
    nothing more than these; ``own`` is the shortest phrase that holds it, and ``told_apart`` says
    that 分别 gives each place of a list its own number.
    """

    index: ClaimIndex
    number: _Number
    subjects: Sequence[ClaimedSubject]
    anchor: Figure | None
    sure: bool
    plain: bool
    own: str
    told_apart: bool

    @property
    def subject(self) -> ClaimedSubject:
        """What the number is of as it was read."""
        return self.subjects[0]

    @property
    def claim(self) -> Claim:
        """The verdict that the reports allow: what speaks for the number comes before what speaks against it."""
        steps = (self._agreement, self._of_this_key, self._elsewhere, self._different)
        return next((claim for step in steps for claim in step()), None) or self._unknown()

    # --- what speaks for it ---

    def _agreement(self) -> Iterator[Claim]:
        for subject in self.subjects:
            reports = self._reports(self.index.of(subject))
            standing = [report for report in reports if report.figure.id not in self.index.superseded]
            agreeing = [report for report in standing if self._agrees(report)]
            if agreeing and agreement.some_apart([report.quantity for report in standing]):
                yield self._made("disputed", standing, subject)
            elif agreeing:
                yield self._made("agrees", agreeing, subject)
        for subject in self.subjects:
            agreeing = [report for report in self._reports(self.index.loosely(subject)) if self._agrees(report)]
            if agreeing:
                yield self._made("agrees", agreeing, subject)

    def _agrees(self, report: ReportedNumber) -> bool:
        return same_number(self.number.quantity, report.quantity) and not qualified_otherwise(
            self.number.quantity, report.quantity
        )

    # --- what speaks against it, of the same metric, place, period and nature ---

    def _of_this_key(self) -> Iterator[Claim]:
        for subject in self.subjects:
            reports = self._reports(self.index.of(subject))
            for report in reports:
                if self._agrees(report):  # what stands agrees with nothing, so this was corrected
                    newer = self._correction(report)
                    still = self._agrees(newer)  # a forecast that came true
                    yield self._made("agrees" if still else "superseded", [newer, report], subject)
            if self.sure:
                reports = [*reports, *self._reports(self.index.loosely(subject))]
            for report in reports:
                if qualified_otherwise(self.number.quantity, report.quantity):
                    yield self._made("qualifier", [report], subject)
            yield from self._of_other_nature(subject)
            yield from self._of_other_kind(subject)
            for report in reports:
                sure = self.plain or (self.sure and has_several_digits(report.quantity))
                if sure and (factor := factor_between(self.number.quantity, report.quantity)):
                    yield self._made("slip", [report], subject, factor=factor)

    def _correction(self, report: ReportedNumber) -> ReportedNumber:
        """The number of the figure that corrects a report."""
        newer = self.index.dataset.figures[self.index.superseded[report.figure.id]]
        return next(iter(self._reports([newer])), report)

    def _of_other_nature(self, subject: ClaimedSubject) -> Iterator[Claim]:
        for nature in ("target", "expected", "actual"):
            if nature == subject.nature:
                continue
            verdict: ClaimVerdict = "result-as-plan"
            if subject.nature == "actual":
                verdict = "target-as-result" if nature == "target" else "forecast-as-result"
            elif nature != "actual":
                continue
            for report in self._reports(self.index.of(subject._replace(nature=nature))):
                if self._agrees(report) and is_told_of(self.number.quantity, report.quantity):
                    yield self._made(verdict, [report], subject)

    def _of_other_kind(self, subject: ClaimedSubject) -> Iterator[Claim]:
        """Points that are told as per cent, and per cent as points."""
        pairs: Mapping[NumberName, tuple[NumberName, ClaimVerdict]] = {
            "growth": ("points", "points-as-percent"),
            "points": ("growth", "percent-as-points"),
        }
        if self.number.name not in pairs:
            return
        other, verdict = pairs[self.number.name]
        figures = [*self.index.of(subject), *([self.anchor] if self.anchor else [])]
        for report in self.index.printed(figures, other):
            if self.number.quantity.value == report.quantity.value:
                yield self._made(verdict, [report], subject)

    # --- the same number elsewhere ---

    def _elsewhere(self) -> Iterator[Claim]:
        if self.anchor is not None:
            for report in self._reports([self.anchor]):
                if self._agrees(report):
                    yield from self._by_difference(report, self.subject)
        for subject in self.subjects:
            telling = self.index.of(subject) if self.plain else ()
            same = [
                report
                for report in self._reports(self.index.of_value(subject.metric, self.number.name, self.number.quantity))
                if self._agrees(report) and report.figure.nature == subject.nature
            ]
            for report in sorted(same, key=lambda report: self.index.distance(subject, report.figure)):
                if telling or self.index.is_telling(subject, report):
                    yield from self._by_difference(report, subject)

    def _by_difference(self, report: ReportedNumber, subject: ClaimedSubject) -> Iterator[Claim]:
        """The verdict on a number that a report prints of another period, place or group; none if two differ."""
        others = self.index.differences(subject, report.figure)
        verdicts: Mapping[str, ClaimVerdict] = {
            "period": "other-period", "region": "other-place", "sector": "other-group", "group": "other-group",
        }  # fmt: skip
        if (
            len(others) == 1
            and subject.period is not None
            and (self.plain or (self.sure and others[0] in {"period", "region"}))
        ):
            named = others == ["region"] and self.index.is_region_named(report.figure, subject.sentence)
            named = named and not (self.told_apart and self.index.of(subject))
            verdict = "not-reported" if named else verdicts[others[0]]
            if not named and self.index.may_be_meant(others[0], subject, report.figure, self.own):
                verdict = "agrees"
            yield self._made(verdict, [report], subject)

    # --- another number, or none ---

    def _different(self) -> Iterator[Claim]:
        if not self.plain:
            return
        reports = self._reports(self.index.of(self.subject))
        standing = [report for report in reports if report.figure.id not in self.index.superseded]
        if standing:
            by, relative = difference(self.number.quantity, standing[0].quantity)
            clue = hint(self.number.quantity, standing[0].quantity)
            claim = self._made("differs", standing, self.subject)
            yield replace(claim, difference=by, relative=relative, hint=clue)

    def _unknown(self) -> Claim:
        nearest = self.index.nearest(self.subject)
        return self._made("not-reported", self._reports(nearest)[:1], self.subject)

    def _reports(self, figures: Iterable[Figure]) -> list[ReportedNumber]:
        """The numbers of this kind that figures print; a rate that a metric is of itself is its amount."""
        return list(self.index.printed(figures, self.number.name))

    def _made(
        self,
        verdict: ClaimVerdict,
        reports: Sequence[ReportedNumber],
        subject: ClaimedSubject,
        factor: Decimal | None = None,
    ) -> Claim:
        name, text, start, end, quantity = self.number
        return Claim(text, start, end, name, quantity, subject, verdict, tuple(reports), factor=factor)
