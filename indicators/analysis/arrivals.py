"""Dataset → how many of its figures were known on each day on which articles were published."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from indicators.model.dataset import Dataset


@dataclass(frozen=True, slots=True)
class Arrivals:
    """The ``days`` on which articles were published, in order, and how many figures were ``known`` at the end of each.

    An article of which only the month or the year is known counts as published at its end.
    """

    days: Sequence[date]
    known: Sequence[int]

    @property
    def total(self) -> int:
        return self.known[-1] if self.known else 0

    def known_on(self, day: date) -> int:
        """How many figures were known on a day."""
        place = bisect_right(self.days, day)
        return self.known[place - 1] if place else 0

    def before(self, day: date) -> date | None:
        """The last day of publications before a day."""
        earlier = [other for other in self.days if other < day]
        return earlier[-1] if earlier else None

    def after(self, day: date) -> date | None:
        """The first day of publications after a day."""
        return next((other for other in self.days if other > day), None)

    def years(self) -> Sequence[date]:
        """The last day of publications of each year in which there were any."""
        return list({day.year: day for day in self.days}.values())


def arrivals(dataset: Dataset) -> Arrivals:
    """When figures became known; of a dataset as it is, not as it was known on a day."""
    counts: Counter[date] = Counter()
    for article in dataset.articles.values():
        counts[article.published.end] += len(article.figures)
    days = sorted(counts)
    return Arrivals(days, list(accumulate(counts[day] for day in days)))
