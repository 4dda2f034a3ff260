"""The text of one article of a page, with the places, the times and the numbers in it that a draft is made from."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from operator import attrgetter
from typing import Final

from indicators.curate.drafts import DraftNoFigure
from indicators.curate.recognition.candidates.candidate import Candidate, NoFigure
from indicators.curate.recognition.context import place_mentions, places, several_places
from indicators.curate.recognition.context.dating import DatedText
from indicators.curate.recognition.context.place_mentions import PlaceMention
from indicators.curate.recognition.context.places import Gazetteer
from indicators.curate.recognition.text import crowds, page, times
from indicators.curate.recognition.text.folding import FoldedText
from indicators.values.periods import Period


class ArticleText:
    """One article of a folded page; all places are offsets within it, until ``place`` gives those of the page.

    Behind ``limit`` no number is looked at: there are too many before it.
    """

    def __init__(
        self,
        folded: FoldedText,
        printed: page.PrintedArticle,
        limit: int,
        published: Period | None,
        gazetteer: Gazetteer,
    ) -> None:
        self._folded, self._printed, self._gazetteer = folded, printed, gazetteer
        self.text = folded.text[printed.start : printed.end]
        self.limit = max(limit - printed.start, 0)
        with_words = crowds.without_lists(self.text)[: self.limit + _BEHIND]
        self.mentions: Sequence[PlaceMention] = gazetteer.mentions(with_words)
        self.times = times.find(with_words, published)
        for several, most in ((self.mentions, places.MOST), (self.times, times.MOST)):
            if len(several) == most:  # behind them nobody knows where and when a number was counted
                self.limit = min(self.limit, several[-1].end)
        self.dates = DatedText(self.text, self.times, published, self.headline[1])
        self.main = gazetteer.main(self.mentions, self.text)

    @property
    def headline(self) -> tuple[int, int]:
        """Where the headline begins and ends."""
        start, end = self._printed.headline_start, self._printed.headline_end
        return start - self._printed.start, end - self._printed.start

    @property
    def printed_headline(self) -> str:
        """The headline as it was printed, on one line."""
        start, end = self.headline
        lines = re.finditer(r"[^\n]+", self.text[start:end])
        return " ".join(self.words(start + line.start(), start + line.end()).strip() for line in lines)

    @property
    def bounds(self) -> tuple[int, int, int]:
        """Where on the page the article begins, where its body does, and where it ends."""
        if not self.text:
            return 0, 0, 0
        (start, end), (above, below) = self.place(0, len(self.text)), self.headline
        return start, self.place(above, below)[1] if above < below else start, end

    def words(self, start: int, end: int) -> str:
        """A part of the article as it was printed, on one line."""
        return self._folded.words(start + self._printed.start, end + self._printed.start)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Where on the page as it was printed a part of the article stands."""
        return self._folded.span(start + self._printed.start, end + self._printed.start)

    @cached_property
    def names_place(self) -> bool:
        """True of an article that names a place of the dataset, be it within the name of something: 日照港."""
        named = any(mention.is_named for mention in self.mentions)
        return named or bool(self.main and not self.mentions and self._gazetteer.hinted(self.text) == self.main)

    def region(self, candidate: Candidate) -> tuple[str, tuple[int, int]]:
        """The region of a number, and where the place stands that it is of instead, if that is not known."""
        start = candidate.number.start
        around = self._gazetteer.around(self.main)
        starts = (candidate.lead, candidate.sentence, self.dates.paragraph(start))
        end = bisect_left(self.mentions, start, key=_start)
        near = self.mentions[max(end - _MOST_NEAR, 0) : end]
        if self._leaves_out(candidate, self.mentions[max(end - _MOST_NEAR, 0) : end + 2]):
            return "", (0, 0)
        mention = several_places.place_of(self.text, candidate, near, starts[-1])
        mention = mention or place_mentions.mention_at(start, starts, near, around)
        if mention is None or self._is_of_others(candidate, mention):
            mention = self._behind(candidate, self.mentions[end : end + 1]) or mention or self._of_all
        region = mention.region if mention else self.main
        unknown = None if region else place_mentions.unknown_place(mention, near or self.mentions[:_MOST_NEAR])
        return region, self.place(unknown.start, unknown.end) if unknown else (0, 0)

    def _is_of_others(self, candidate: Candidate, mention: PlaceMention) -> bool:
        """True of a place before a number in another sentence, or behind another number of its own sentence."""
        if mention.start < candidate.sentence:
            return True
        is_apart = mention.start < candidate.lead or _AND_THEN.fullmatch(self.text, mention.end, candidate.number.start)
        return bool(is_apart) and _DIGIT.search(self.text, candidate.sentence, mention.start) is not None

    def _behind(self, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
        """The place behind a number in its clause of an English sentence: 63 lines through the port of Erenhot."""
        end = candidate.number.end
        return next((one for one in mentions if _IN_A_PLACE.fullmatch(self.text, end, one.start)), None)

    @cached_property
    def _of_all(self) -> PlaceMention | None:
        """The country, if an article names it first and tells an amount of it before it names a place in it."""
        first = next(iter(self.mentions), None)
        if first is None or first.level != "country":
            return None
        inner = next((mention.start for mention in self.mentions if mention.level != "country"), len(self.text))
        return first if _AMOUNT.search(self.text, max(first.end, self.headline[1]), inner) else None

    def _leaves_out(self, candidate: Candidate, mentions: Sequence[PlaceMention]) -> bool:
        """True where the sentence leaves a place out of those that a number is of: 除莒县外,全市投资5亿元(不含莒县)."""
        place = candidate.number.start
        first, last = max(candidate.sentence, place - _LONGEST), candidate.number.end + _RIGHT_BEHIND
        several = (match.span() for match in _WITHOUT.finditer(self.text, first, last))
        return any(start <= mention.start < end for start, end in several for mention in mentions)

    def unread(self, spans: Sequence[tuple[int, int]]) -> Iterator[DraftNoFigure]:
        """The numbers of which there are too many; of those in an expression of time is known what they are."""
        index, several = 0, self.times
        for start, end in spans:
            while index < len(several) and several[index].end <= start:
                index += 1
            in_time = index < len(several) and several[index].start <= start
            yield DraftNoFigure(self.words(start, end), *self.place(start, end), "date" if in_time else "too-many")

    def no_figures(self, others: Sequence[NoFigure]) -> Iterator[DraftNoFigure]:
        """Numbers that are none of a figure, each with why."""
        for number, reason in ((other.number, other.reason) for other in others):
            yield DraftNoFigure(self.words(number.start, number.end), *self.place(number.start, number.end), reason)


_BEHIND: Final = 200
"""So many characters behind the last number that is read can say when it was."""
_LONGEST: Final = 160
_RIGHT_BEHIND: Final = 16
_WITHOUT: Final = re.compile(
    "除了?[^,，。;；\n]{1,16}?外(?![资贸商汇企向销])|不(?:含|包括)[^,，。;；\n]{1,12}"
    "|(?:[Ee]xcluding|[Ee]xcept(?: for)?|[Nn]ot including) [^,.;\n]{1,30}"
)
_IN_A_PLACE: Final = re.compile(
    r"(?: (?!(?:and|but|while|as|than|to|from|who|which|most|largest|first|rank[a-z]*|[a-z]{3,}est)\b)"
    r"[A-Za-z'’-]{1,24}){0,10}"
    r" (?:in|across|throughout|at|via|through|visited|toured)(?: the)?(?: (?:port|city|county|town) of)?"
    r"(?: [a-z]+ern)? "
)
"""What stands between a number and the place that it is of."""
_AMOUNT: Final = re.compile("[0-9] ?(?:%|per ?cent|thousand|million|billion|trillion|[万亿])")
_DIGIT: Final = re.compile("[0-9]")
_AND_THEN: Final = re.compile(",? (?:and|while|but)(?: [a-z]+){0,3} ")
"""What stands between the place of another number and a number: 57 lines through Manzhouli, and 63 lines."""
_MOST_NEAR: Final = 60
"""So many places before a number are looked at."""
_start: Final = attrgetter("start")
