"""The text of a draft and a dataset → each number of the text with a verdict, and the reports that it rests on."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from indicators.curate.claims.index import ClaimedSubject, ClaimIndex
from indicators.curate.claims.judgement import Judgement, NumberOfDraft
from indicators.curate.claims.numbers import as_rate, points_leading_to, points_told_of_growth
from indicators.curate.claims.said_before import is_a_difference
from indicators.curate.claims.verdicts import Claim, ClaimedText
from indicators.curate.claims.words import clause_around, is_list_matched, says_more
from indicators.curate.drafting import Reader
from indicators.curate.drafts import DraftArticle, DraftFigure, DraftNoFigure, DraftPart
from indicators.curate.recognition.entry_names import longest_of
from indicators.curate.recognition.places import zones
from indicators.model.dataset import Dataset
from indicators.model.entries import Figure
from indicators.values.periods import Period


class ClaimChecker:
    """Sets the numbers of texts beside a dataset."""

    def __init__(self, dataset: Dataset) -> None:
        self.dataset = dataset
        self.reader = Reader(dataset)
        self.index = ClaimIndex(dataset)
        self._zones = re.compile(longest_of(zones(dataset)), re.IGNORECASE)

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
        placed = places_named and _is_placed(figure, text) and is_matched is not False
        sure = placed and bool(figure.choices) and figure.choices[0].score >= _SURE
        first = subjects[0]
        clause = figure.label or self._zones.sub(" ", clause_around(text, figure.start, figure.end))
        plain = sure and not says_more(
            clause, self.reader.vocabulary, self.dataset,
            (first.metric, first.sector, first.group), figure.choices[0].words,
        )  # fmt: skip
        anchor: Figure | None = None
        for number in _numbers(figure):
            own = figure.label or figure.quote
            before = text[_sentence_start(text, figure.start) : number.start]
            is_value = not is_a_difference(before)
            claim = Judgement(
                self.index, number, subjects, anchor, placed and is_value, sure and is_value, plain and is_value, own,
                before, bool(is_matched),
            ).claim  # fmt: skip
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


def _is_placed(figure: DraftFigure, text: str) -> bool:
    """True where a text says of what place and time a number is; what follows its sentence says neither."""
    if figure.period is None or not figure.region:
        return False
    if figure.label:
        return True
    words, end = figure.period_words, _sentence_end(text, figure.end)
    return bool(words) and (text.find(words, 0, end) >= 0 or text.find(words, end) < 0)


def _numbers(figure: DraftFigure) -> Iterator[NumberOfDraft]:
    if figure.text and figure.quantity is not None:
        yield NumberOfDraft("text", figure.text, figure.start, figure.end, figure.quantity)
    names: Iterable[tuple[str, DraftPart]] = figure.parts()
    for name, part in names:
        if quantity := as_rate(name, part.words):
            yield NumberOfDraft(name, part.words, part.start, part.end, quantity)  # type: ignore[arg-type]


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
