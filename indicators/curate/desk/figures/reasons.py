"""A figure of a draft in its text → why each part of it is what it is, as short sentences with words of the text."""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from indicators.curate.desk.desk import Desk
from indicators.curate.drafts import DraftArticle, DraftFigure
from indicators.curate.recognition.context.naming import nature_words
from indicators.curate.recognition.names.entry_names import names_of_group, names_of_sector
from indicators.curate.recognition.names.vocabulary import Choice
from indicators.curate.recognition.names.words_around import WordsAround
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL, Metric
from indicators.values.periods import Period
from indicators.values.text import Lang, LocalText
from indicators.words.curate import review as words

_WINDOW: Final = 60
_AFTER: Final = 14
_SENTENCE: Final = re.compile(r"[。!?！？\n；;]|\.(?= )")
_DATELINE: Final = re.compile(r"本报[^\s,，。]{0,10}讯")
_TOKEN: Final = re.compile(r"[\u4e00-\u9fff]|[a-z][a-z'-]+")
_SHORTEST_WORD: Final = 4


@dataclass(frozen=True)
class Reasons:
    """Why a figure of an article was read as it was."""

    desk: Desk
    text: str
    article: DraftArticle
    figure: DraftFigure
    lang: Lang

    @property
    def dataset(self) -> Dataset:
        return self.desk.dataset

    def _of(self, sentence: LocalText, **facts: str) -> str:
        return sentence.of(self.lang).format(**facts)

    # --- where words stand -------------------------------------------------------------------------------------------

    @cached_property
    def own(self) -> str:
        """The words of the sentence before the number, as they were printed."""
        start = max(self.figure.start - _WINDOW, self.article.start)
        return _SENTENCE.split(self.text[start : self.figure.start])[-1]

    @cached_property
    def around(self) -> str:
        """The words of the sentence before the number, and those right after it; in a table, those that name it."""
        if self.figure.label:
            return self.figure.label
        after = _SENTENCE.split(self.text[self.figure.end : self.figure.end + _AFTER])[0]
        return f"{self.own} {after}"

    @cached_property
    def paragraph(self) -> tuple[int, int]:
        """Where the paragraph of the number begins and ends."""
        end = self.text.find("\n", self.figure.end)
        return self.text.rfind("\n", 0, self.figure.start) + 1, end if end >= 0 else len(self.text)

    @cached_property
    def sentence_start(self) -> int:
        """Where the sentence of the number begins."""
        return self.figure.start - len(self.own)

    # --- metric ------------------------------------------------------------------------------------------------------

    def metric(self, choice: Choice) -> str:
        """What speaks for a metric: its name, or words that stand in quotes that were accepted for it."""
        metric = self.dataset.metrics[choice.kind.metric]
        return self._joined(self._words_of(metric, choice), self._unit(metric))

    def _joined(self, *sentences: str) -> str:
        return ("；" if self.lang == "zh" else "; ").join(filter(None, sentences))

    def _words_of(self, metric: Metric, choice: Choice) -> str:
        name = next((name for name in names_of_metric(metric) if _stands_in(name, self.around)), "")
        if name and "metric" not in self.figure.why:  # or else it is the name of another number of the sentence
            return self._of(words.NAMED, words=_as_printed(name, self.around))
        if not choice.words:  # what was told before may go on
            before = (other for other in self.article.figures if other.start < self.figure.start)
            is_told = any(other.metric == metric.id and other.open_metric is None for other in before)
            return self._of(words.TOLD_BEFORE) if is_told else ""
        shared = _longest_shared(self.around, choice.words)
        if not shared:
            return self._of(words.ALIKE)
        count = self._quotes_with(metric.id, shared) if "metric" not in self.figure.why else 0
        if count:
            return words.QUOTED.of(self.lang, count).format(words=_as_printed(shared, self.around))
        return self._of(words.LIKE, words=_as_printed(shared, self.around))

    def _quotes_with(self, metric: str, shared: str) -> int:
        figures = self.desk.figures_of(metric)
        return sum(shared in figure.quote.lower() for figure in figures)

    def _unit(self, metric: Metric) -> str:
        quantity = self.figure.quantity
        if quantity is None or not self.figure.text:
            return ""
        unit = self.dataset.base_unit(quantity.unit)
        return self._of(words.UNIT, unit=unit.name.of(self.lang)) if self.dataset.base_unit(metric.unit) == unit else ""

    # --- place -------------------------------------------------------------------------------------------------------

    def place_span(self, region: str) -> tuple[int, int] | None:
        """Where the text names a region, for a number: the last time before it, or else the first time."""
        places, regions = self.article.places, self.article.place_regions
        before = bisect_right(places, (self.figure.start, 0))
        first = max(before - _MOST_PLACES, 0)
        last = next((places[index] for index in range(before - 1, first - 1, -1) if regions[index] == region), None)
        after = range(before, min(before + _MOST_PLACES, len(places)))
        return last or next((places[index] for index in after if regions[index] == region), None)

    def region(self, region: str) -> str:
        """Where the text names a region."""
        span = self.place_span(region)
        if span is None:
            return self._of(words.USUAL_REGION)
        start, end = span
        named = self.text[start:end]
        if self.figure.label:
            is_in_row = start >= self.paragraph[0] and end <= self.paragraph[1]
            return self._of(words.IN_ROW if is_in_row else words.OF_TABLE, words=named)
        if start >= self.figure.end:
            return self._of(words.BELOW, words=named)
        if start >= self.sentence_start:
            return self._of(words.IN_SENTENCE, words=named)
        line = self.text.rfind("\n", 0, start) + 1
        dateline = _DATELINE.search(self.text, line, end + 6)
        if dateline and dateline.start() <= start:
            return self._of(words.DATELINE, words=dateline[0])
        return self._of(words.IN_PARAGRAPH if start >= self.paragraph[0] else words.ABOVE, words=named)

    def sector(self, sector: str) -> str:
        """Where the text names a sector, or what else speaks for it; empty where nothing does."""
        if sector == ALL:
            return self._of(words.NOT_NAMED)
        named = self._named(names_of_sector(self.dataset.sectors[sector]))
        if named or self.desk.reader.vocabulary.implied_sector(self.figure.metric) != sector:
            return named
        return self._of(words.OF_METRIC)

    def group(self, group: str) -> str:
        """Where the text names a group; empty where it does not."""
        if group == ALL:
            return self._of(words.NO_GROUP_NAMED)
        return self._named(names_of_group(self.dataset.groups[group]))

    def _named(self, names: Collection[str]) -> str:
        """Where one of some names stands: in the sentence, or else in the paragraph."""
        start, end = self.paragraph
        several = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
        for part, sentence in ((self.around, words.IN_SENTENCE), (self.text[start:end], words.IN_PARAGRAPH)):
            for name in several:
                if _stands_in(name, part):
                    return self._of(sentence, words=_as_printed(name, part))
        return ""

    # --- time and nature ---------------------------------------------------------------------------------------------

    def period_span(self) -> tuple[int, int] | None:
        """Where the words of the period stand: the last time before the number, or else the first time after it."""
        times = self.article.times
        printed = self.figure.period_words
        before = bisect_right(times, (self.figure.start, 0))
        near = [*reversed(times[max(before - _MOST_PLACES, 0) : before]), *times[before : before + 2]]
        return next((span for span in near if _same_words(self.text[slice(*span)], printed)), None) if printed else None

    def period(self, period: Period | None, kind: str) -> str:
        """The words of the text that say the period."""
        printed = self.figure.period_words
        if period is None:
            return self._of(words.NO_PERIOD)
        if not printed:
            return self._of(words.PERIOD_FROM_DATE)
        to_date = kind == "flow" and printed.startswith(("截", "as of", "by"))
        return self._of(words.TO_DATE if to_date else words.NAMED_HERE, words=printed)

    def nature(self) -> str:
        """The words that say whether a number is a result."""
        printed = nature_words(WordsAround(self.own, "", "", ""))
        return self._of(words.NAMED_HERE, words=printed) if printed else self._of(words.NO_MARK)


_MOST_PLACES: Final = 60


def names_of_metric(metric: Metric) -> Iterator[str]:
    """All that a text may call a metric, the longest first."""
    several = {name for entry in (metric.name, metric.short) if entry for name in (entry.zh, entry.en)}
    yield from sorted({*several, *metric.also}, key=len, reverse=True)


def _stands_in(name: str, part: str) -> bool:
    if not name.isascii():
        return len(name) > 1 and name in part
    return len(name) > 2 and re.search(rf"(?<![a-z]){re.escape(name.lower())}(?![a-z])", part.lower()) is not None


def _as_printed(words_in_lower_case: str, part: str) -> str:
    """Words in the case in which they stand in a part of the text."""
    start = part.lower().find(words_in_lower_case.lower())
    return part[start : start + len(words_in_lower_case)] if start >= 0 else words_in_lower_case


def _same_words(one: str, other: str) -> bool:
    return "".join(one.split()) == "".join(other.split())


def _longest_shared(part: str, other: str) -> str:
    """The longest run of Chinese characters or English words that stands in both; empty where it says nothing."""
    best = ""
    for run in re.findall(r"[\u4e00-\u9fff]+", part):
        for start in range(len(run)):
            end = start + max(len(best), 1) + 1
            while end <= len(run) and run[start:end] in other:
                best = run[start:end]
                end += 1
    if best:
        return best
    several = {word for word in _TOKEN.findall(other.lower()) if len(word) >= _SHORTEST_WORD}
    named = [word for word in _TOKEN.findall(part.lower()) if word in several]
    return max(named, key=len, default="")
