"""A folded text with its expressions of time → the sentences, the paragraphs and the times that are near a place."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import accumulate
from operator import attrgetter
from typing import Final

from indicators.curate.recognition.text.times import TimeExpression
from indicators.values.periods import Period

LONGEST_SENTENCE: Final = 400
MOST_NEAR: Final = 60
"""So many expressions of time before a number are looked at."""
NEAR: Final = 60
"""So many characters around a number say what kind of sentence it stands in."""


@dataclass(frozen=True)
class TimedText:
    """The folded text of an article with its expressions of time, and the day on which it was published."""

    text: str
    times: Sequence[TimeExpression]
    published: Period | None
    headline_end: int = 0

    def paragraph(self, place: int) -> int:
        """Where the paragraph of a place begins."""
        return self._lines[bisect_right(self._lines, place) - 1]

    @cached_property
    def _lines(self) -> Sequence[int]:
        """Where the paragraphs begin."""
        return [0, *accumulate(len(line) + 1 for line in self.text.split("\n"))]

    def sentence(self, place: int) -> int:
        """Where the sentence of a place begins, over semicolons."""
        first = max(place - LONGEST_SENTENCE, 0)
        return max(self.text.rfind(mark, first, place) + 1 for mark in "。!?\n") or first

    def before(self, place: int) -> Sequence[TimeExpression]:
        """The last expressions of time before a place: no number looks through all of a long text."""
        end = bisect_left(self.times, place, key=start_of)
        return self.times[max(end - MOST_NEAR, 0) : end]

    def is_over(self, time: TimeExpression) -> bool:
        """True of a stretch that was over when the article was published, as that of a bulletin is."""
        if time.period is None or time.period.kind == "day" or time.use == "since":
            return False
        return self.published is None or time.period.end < self.published.start

    @cached_property
    def longest_to(self) -> Mapping[date, date]:
        """The last days of the times that are told of → the earliest first day of those that end then."""
        begins: dict[date, date] = {}
        for time in self.times:
            if time.period and time.use != "base":
                begins[time.period.end] = min(begins.get(time.period.end, time.period.start), time.period.start)
        return begins


start_of: Final = attrgetter("start")
