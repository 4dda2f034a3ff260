"""The text of a draft and a dataset → each number of the text with a verdict, and the reports that it rests on."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from typing import Final, NamedTuple

from indicators.curate.claims import said_before
from indicators.curate.claims.bounds import paragraph_start, sentence_end, sentence_start
from indicators.curate.claims.claimed import ClaimedFigure, NumberOfDraft
from indicators.curate.claims.comparing import with_comparisons
from indicators.curate.claims.comparisons import Comparisons
from indicators.curate.claims.index import ClaimedSubject, ClaimIndex
from indicators.curate.claims.judgement import Judgement
from indicators.curate.claims.numbers import (
    are_points_of_growth,
    as_rate,
    falls_apart,
    is_in_points,
    more_than,
    points_leading_to,
    points_told_of_growth,
)
from indicators.curate.claims.relative_years import moved, years_apart
from indicators.curate.claims.sums import ToldSum, regions_between
from indicators.curate.claims.verdicts import Claim, ClaimedText
from indicators.curate.claims.words import clause_around, is_list_matched, says_more
from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart
from indicators.curate.recognition.candidates.candidate import FigureRole
from indicators.curate.recognition.context.places import zones
from indicators.curate.recognition.names.entry_names import longest_of
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.curate.recognition.text import times
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL
from indicators.values.periods import Period


class _ToldFigure(NamedTuple):
    """A figure of a draft.

    ``named`` says that its words say nothing beside its place, its time and its metric; ``of_its_own``, that they name
    a metric, which is else that of the figure before it. ``metric_before`` is the metric of that one, if it stands in
    the same sentence and the number can be of it.
    """

    figure: DraftFigure
    named: bool
    sentence: str
    of_its_own: bool
    metric_before: str = ""


class ClaimChecker:
    """Sets the numbers of texts beside a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reader = Reader(dataset)
        self.index = ClaimIndex(dataset)
        self.comparisons = Comparisons(self.index)
        shorts = [region.short.zh for region in dataset.regions.values() if region.short]
        self._zones = re.compile(longest_of([*zones(dataset), *shorts]), re.IGNORECASE)

    def check(self, text: str, published: Period | None = None) -> ClaimedText:
        """All numbers of a text of at most ``drafting.LONGEST`` characters; ``published`` completes its dates."""
        articles = self.reader.read(text, published)
        if alone := {place: role for article in articles for place, role in _points_alone(article, text)}:
            articles = self.reader.read(text, published, alone)
        claims: list[Claim] = []
        others: list[DraftNoFigure] = []
        for article in articles:
            told, left = _with_points(article, text)
            others += left
            last: DraftFigure | None = None
            for read in told:
                figure = _of_holiday(read, text, published)
                if figure.open_metric is not None and figure.open_metric.standard:  # nothing to compare it with
                    figure, last = replace(figure, choices=(), choice_periods=()), None
                told_figure = self._told(figure, last, text)
                is_place_named = _is_place_named(article, figure, text)
                own = [*self._claims(told_figure, text, published, places_named=is_place_named)]
                own = [self._with_sum(claim, told_figure, article, text, claims) for claim in own]
                claims += own
                if told_figure.of_its_own or any(claim.verdict == "agrees" for claim in own):
                    last = _as_agreed(told_figure.figure, own)  # and so are those behind it
        claims.sort(key=lambda claim: claim.start)

        read_subject = partial(self._subject_of, published=published)
        claims, others = with_comparisons(text, claims, others, self.comparisons, read_subject)
        return ClaimedText(tuple(claims), tuple(others), is_dated=published is not None)

    def _subject_of(self, words: str, published: Period | None) -> ClaimedSubject | None:
        """What a sentence is of that begins with some words; None where they do not name its metric, place and time, or
        name something more.
        """
        text = words + (_GREW if words[-_BEHIND:].isascii() else _GREW_CHINESE)
        articles = self.reader.read(text, published)
        if not articles or not articles[-1].figures:
            return None
        article, figure = articles[-1], articles[-1].figures[-1]
        if figure.growth is None or figure.growth.end < len(words):
            return None
        told = self._told(figure, None, text)
        claimed = self._claimed(told, text, published, places_named=_is_place_named(article, figure, text))
        return claimed.subjects[0] if claimed.sure and claimed.named else None

    def _told(self, figure: DraftFigure, last: DraftFigure | None, text: str) -> _ToldFigure:
        """A figure of a draft with whether its words name what it is of; ``last`` is the one before it that does."""
        start, end = sentence_start(text, figure.start), sentence_end(text, figure.end)
        sentence, before = text[start:end], text[start : figure.start]
        if figure.choices and (last is None or not self._is_inherited(figure, last, before)):
            words = figure.label or clause_around(text, figure.start, figure.end)
            named, metric = self._is_named(figure, words), self._metric_before(figure, last, start)
            return _ToldFigure(figure, named, sentence, of_its_own=True, metric_before=metric)
        carried = self._carried(figure, last, text)
        words = clause_around(
            _MARK_OF_CLAUSE.sub(" ", before) + text[figure.start : end], len(before), figure.end - start
        )
        named = last is not None and self._is_named(carried, words)
        return _ToldFigure(carried, named and _part(carried) == _part(last), sentence, of_its_own=False)

    def _metric_before(self, figure: DraftFigure, last: DraftFigure | None, start: int) -> str:
        """The metric of the figure before it in the same sentence, of which it may be a part: 其中铁路13.42亿元."""
        if last is None or last.start < start or figure.quantity is None or last.metric == figure.metric:
            return ""
        own = figure.label or figure.quote
        fits = self.reader.vocabulary.fits(last.metric, figure.quantity.unit)
        return last.metric if fits and not self.index.tells_of(figure.metric, own) else ""

    def _is_inherited(self, figure: DraftFigure, last: DraftFigure, before: str) -> bool:
        """True of a number of the whole whose sentence does not name its metric, which is that of the one before it."""
        if figure.label or figure.metric != last.metric or figure.group != ALL:
            return False
        return figure.sector == self._whole_of(last.metric) and not self.index.tells_of(last.metric, before)

    def _carried(self, figure: DraftFigure, last: DraftFigure | None, text: str) -> DraftFigure:
        """A number of which nothing but its place is said (从区县看，东港区31.89亿元), as one of the metric before it.

        After a part it may be of that part or of the whole, so that its words name too little.
        """
        if figure.choices or last is None or figure.quantity is None or text.count("\n", last.end, figure.start) > 1:
            return figure
        if not self.reader.vocabulary.fits(last.metric, figure.quantity.unit):
            return figure
        kind = FigureKind(last.metric, self._whole_of(last.metric), ALL)
        choices = (Choice(kind, _SURE, last.choices[0].words),)
        return replace(figure, choices=choices, choice_periods=(figure.period,), sector=kind.sector, group=ALL)

    def _whole_of(self, metric: str) -> str:
        return self.reader.vocabulary.implied_sector(metric)

    def _is_named(self, figure: DraftFigure, words: str) -> bool:
        """True where some words say nothing beside the place, the time and the metric of a figure."""
        words = words if figure.label else self._zones.sub(" ", words)
        entries = figure.metric, figure.sector, figure.group
        return bool(figure.choices) and not says_more(
            words, self.reader.vocabulary, self.dataset, entries, figure.choices[0].words
        )

    def _claims(self, told: _ToldFigure, text: str, published: Period | None, *, places_named: bool) -> Iterator[Claim]:
        """The verdicts on a figure of a draft; its rates are held against the report of its amount."""
        claimed = self._claimed(told, text, published, places_named=places_named)
        anchor: Claim | None = None
        for number in _numbers(told.figure, text, sentence_start(text, told.figure.start)):
            claim = Judgement(self.index, claimed, number, anchor).claim
            if anchor is None and claim.verdict != "not-reported" and claim.reports:
                anchor = claim
            yield claim

    def _claimed(self, told: _ToldFigure, text: str, published: Period | None, *, places_named: bool) -> ClaimedFigure:
        """What a draft says of the numbers of a figure."""
        figure = told.figure
        subjects = self._subjects(told, text)
        is_matched = is_list_matched(text, figure.start, figure.end)
        is_place_named = places_named or self.index.names_its_place(subjects[0], text[: figure.start])
        placed = is_place_named and _is_placed(figure, text) and is_matched is not False
        sure = placed and bool(figure.choices) and figure.choices[0].score >= _SURE
        start = sentence_start(text, figure.start)
        above, further = text[paragraph_start(text, start) : start], text[max(start - _FURTHER, 0) : start]
        own = figure.label or figure.quote
        return ClaimedFigure(subjects, placed, sure, told.named, own, bool(is_matched), above, further, published)

    def _with_sum(
        self, claim: Claim, told: _ToldFigure, article: DraftArticle, text: str, earlier: Sequence[Claim]
    ) -> Claim:
        """A claim of which no report says anything, with a verdict if it is a sum of what reports print."""
        if claim.verdict != "not-reported" or claim.number != "text":
            return claim
        start = sentence_start(text, claim.start)
        regions = regions_between(article.places, article.place_regions, start, claim.start)
        behind = text[claim.end : claim.end + _BEHIND]
        told_sum = ToldSum(claim, text[start : claim.start], behind, told.named, [*regions], earlier)
        return told_sum.judged(self.index) if told_sum.is_one else claim

    def _subjects(self, told: _ToldFigure, text: str) -> tuple[ClaimedSubject, ...]:
        """What a figure of a draft may be of, best first: the metric, sector and group that the reader proposes, then
        those of the other metrics that it thought of.
        """
        figure, sentence = told.figure, told.sentence
        apart = _years_apart(figure, text)
        first = ClaimedSubject(
            figure.metric, figure.region, figure.sector, figure.group, _moved(figure.period, apart), figure.nature,
            sentence, figure.period_words,
        )  # fmt: skip
        others = [
            first._replace(metric=choice.kind.metric, period=_moved(period, apart))
            for choice, period in zip(figure.choices[1:], figure.choice_periods[1:], strict=False)
            if choice.score > _NEAR * figure.choices[0].score
        ]
        if self.index.may_be_the_whole(first):
            others.append(first._replace(group=ALL))
        if told.metric_before:
            others.append(first._replace(metric=told.metric_before))
        return (first, *others)


def _of_holiday(figure: DraftFigure, text: str, published: Period | None) -> DraftFigure:
    """A number of a holiday whose days the text does not name, as one of the year that it names."""
    if figure.period is not None or not figure.period_words:
        return figure
    if not said_before.names_a_holiday(text[sentence_start(text, figure.start) : figure.end]):
        return figure
    period = next((time.period for time in times.find(figure.period_words, published)), None)
    return replace(figure, period=period, choice_periods=tuple(other or period for other in figure.choice_periods))


def _years_apart(figure: DraftFigure, text: str) -> int:
    """How many years a number is later than the period that its words name, or those of its paragraph: 上一年."""
    start = sentence_start(text, figure.start)
    before = text[start : figure.start]
    said = before.rfind(figure.period_words) if figure.period_words else -1
    since = said + len(figure.period_words) if said >= 0 else 0
    return years_apart(before[since:], text[figure.end : figure.end + _BEHIND])


def _moved(period: Period | None, years: int) -> Period | None:
    return moved(period, years) if period and years else period


def _as_agreed(figure: DraftFigure, claims: Sequence[Claim]) -> DraftFigure:
    """A figure with the metric first of which a report agrees with its number."""
    agreed = next((claim.subject.metric for claim in claims if claim.verdict == "agrees"), figure.metric)
    first = [choice for choice in figure.choices if choice.kind.metric == agreed]
    others = [choice for choice in figure.choices if choice.kind.metric != agreed]
    return replace(figure, choices=(*first, *others)) if first else figure


def _part(figure: DraftFigure | None) -> tuple[str, str]:
    return (figure.sector, figure.group) if figure else ("", "")


_MARK_OF_CLAUSE: Final = re.compile(r"[,，、：:](?![0-9])")
_NEAR: Final = 0.35
_LONGEST_GAP: Final = 60
_LONGEST_VERB: Final = 16
_SURE: Final = 0.35


_BEHIND: Final = 60
_FURTHER: Final = 300
_GREW: Final = " grew 1 percent."
_GREW_CHINESE: Final = "增长1%。"
"""How a sentence may end, to be read for what it is of."""


def _is_place_named(article: DraftArticle, figure: DraftFigure, text: str) -> bool:
    """True where a text names a place before a number, or in an English sentence behind it."""
    if any(start < figure.start for start, _ in article.places):
        return True
    end = sentence_end(text, figure.end)
    behind = any(figure.start < start < end for start, _ in article.places)
    return behind and text[figure.start : min(end, len(text))].isascii()


def _is_placed(figure: DraftFigure, text: str) -> bool:
    """True where a text says of what place and time a number is; what follows its sentence says neither."""
    if figure.period is None or not figure.region:
        return False
    if figure.label:
        return True
    words, end = figure.period_words, sentence_end(text, figure.end)
    return bool(words) and (text.find(words, 0, end) >= 0 or text.find(words, end) < 0)


def _numbers(figure: DraftFigure, text: str, start: int) -> Iterator[NumberOfDraft]:
    """The numbers of a figure; ``start`` is where its sentence does."""
    several: list[tuple[str, DraftPart]] = []
    if figure.text and figure.quantity is not None:
        several.append(("text", DraftPart(figure.text, figure.start, figure.end, "")))
    for name, part in [*several, *figure.parts()]:
        quantity = figure.quantity if name == "text" else as_rate(name, part.words)
        if quantity is not None:
            before, behind = text[start : part.start], text[part.end : part.end + _BEHIND]
            if name == "text" and said_before.says_passed(before):
                quantity = more_than(quantity)
            if name == "growth" and quantity.value > 0 and falls_apart(before):
                quantity = as_rate(name, f"-{part.words}") or quantity
            yield NumberOfDraft(name, part.words, part.start, part.end, quantity, before, behind)  # type: ignore[arg-type]


def _points_alone(article: DraftArticle, text: str) -> Iterator[tuple[int, FigureRole]]:
    """Where points are told of a growth whose amount does not stand before them."""
    for other in _with_points(article, text)[1]:
        before = text[max(other.start - _LONGEST_VERB, 0) : other.start]
        if other.why == "comparator" and are_points_of_growth(other.text, before):
            yield other.start, "growth"


def _as_points(figure: DraftFigure) -> DraftFigure:
    """A figure whose growth is told in points, with these as what they are."""
    growth = figure.growth
    if growth is None or not is_in_points(growth.words):
        return figure
    return replace(figure, growth=None, points=growth)


def _with_points(article: DraftArticle, text: str) -> tuple[list[DraftFigure], list[DraftNoFigure]]:
    """The figures of an article, with points that follow an amount as what is told of its growth."""
    figures = [*map(_as_points, article.figures)]
    starts = [figure.start for figure in figures]
    left: list[DraftNoFigure] = []
    for other in article.not_figures:
        before = bisect_left(starts, other.start) - 1
        index = before if before >= 0 and figures[before].end <= other.start else None
        gap = 0 if index is None else other.start - figures[index].end
        words = ""
        if index is not None and other.why == "comparator" and 0 < gap < _LONGEST_GAP:
            words = points_told_of_growth(other.text, text[figures[index].end : other.start])
        if not words and other.why == "comparator" and before + 1 < len(figures):
            index, behind = before + 1, text[other.end : min(figures[before + 1].start, other.end + _LONGEST_GAP)]
            words = points_leading_to(other.text, text[max(other.start - _LONGEST_GAP, 0) : other.start], behind)
        if index is not None and words and not [*figures[index].parts()]:
            figures[index] = replace(figures[index], points=DraftPart(words, other.start, other.end, other.text))
        else:
            left.append(other)
    return figures, left
