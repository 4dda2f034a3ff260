"""Dataset → what follows from each of its figures, worked out when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from indicators.analysis import agreement, formulas
from indicators.analysis.formulas import Derived
from indicators.model.dataset import Dataset
from indicators.model.entries import Figure, Ratio

PLACES: Final = 2_000
"""So many places are kept: more are worked out again when somebody asks."""


class Following(Mapping[str, tuple[Derived, ...]]):
    """Id of each figure that stands → all that is worked out from it first (no totals: which to add is for a reader
    to ask). Both are found when they are asked for: what belongs together, by place, and the numbers.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self._displaced = agreement.displaced(dataset)
        self._not_best = agreement.displaced(dataset, "text")
        self._places = lru_cache(maxsize=PLACES)(self._place)

    def _of(self, figure: Figure) -> "_Place":
        """What stands beside a figure: it is held against figures of its own region and sector only."""
        return self._places(figure.region, figure.sector)

    def _place(self, region: str, sector: str) -> "_Place":
        figures = self._dataset.by_place[region, sector]
        return _Place([one for one in figures if one.id not in self._not_best], self._dataset.ratios.values())

    def __getitem__(self, key: str) -> tuple[Derived, ...]:
        figure = self._figure(key)
        alone = (
            formulas.base(figure, self._dataset),
            formulas.plan(figure),
            formulas.pace(figure, self._dataset),
            formulas.achievement(figure, self._dataset),
            formulas.share(figure, self._dataset),
            formulas.remainder(figure, self._dataset.parts.get(key, ())),
        )
        found = [one for one in (*alone, self._growth(figure), self._difference(figure)) if one is not None]
        return (*found, *self.ratios(key))

    def _figure(self, key: str) -> Figure:
        if key in self._displaced:
            raise KeyError(key)
        return self._dataset.figures[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._dataset.figures if key not in self._displaced)

    def __len__(self) -> int:
        return len(self._dataset.figures) - len(self._displaced)

    def ratios(self, key: str) -> tuple[Derived, ...]:
        """The quotients of a figure with what is reported of the same place, sector, period and nature."""
        if key in self._displaced:
            return ()
        figure = self._figure(key)
        divisors = self._of(figure).divisors.get(key, ())
        found = (formulas.ratio(figure, divisor, ratio) for ratio, divisor in divisors)
        return tuple(one for one in found if one is not None)

    def ratios_with(self, key: str) -> tuple[Derived, ...]:
        """The quotients that a figure has a part in, above or below."""
        if key in self._displaced:
            return ()
        used = self._of(self._figure(key)).used.get(key, ())
        below = (one for other in used for one in self.ratios(other) if one.inputs[1] == key)
        return (*self.ratios(key), *below)

    def about(self, key: str) -> tuple[Derived, ...]:
        """What is worked out from a figure, and with it: growth since it, and ratios to it."""
        if key in self._displaced:
            return ()
        used = self._of(self._figure(key)).used.get(key, ())
        return (*self[key], *(one for other in used for one in self[other] if one.inputs[1:] == (key,)))

    def _growth(self, figure: Figure) -> Derived | None:
        earlier = self._of(figure).earlier.get(figure.id)
        return None if earlier is None else formulas.growth(figure, earlier, self._dataset)

    def _difference(self, figure: Figure) -> Derived | None:
        shorter = self._of(figure).shorter.get(figure.id)
        return None if shorter is None else formulas.difference(figure, shorter, self._dataset)


class _Place:
    """What belongs together among the amounts of one region and sector: each leads from the id of a figure.

    ``earlier`` to the one that it is held against, ``shorter`` to the part of it that it leaves a rest of, ``divisors``
    to what it is divided by, with the ratio, and ``used`` to the ids of those for which it is earlier or a divisor.
    """

    def __init__(self, amounts: Sequence[Figure], ratios: Iterable[Ratio]) -> None:
        self.earlier = dict(_steps(amounts))
        self.shorter = dict(_shorter(amounts))
        self.divisors = _divisors(amounts, ratios)
        self.used: dict[str, list[str]] = {}
        for later, earlier in self.earlier.items():
            self.used.setdefault(earlier.id, []).append(later)
        for numerator, divisors in self.divisors.items():
            for _, divisor in divisors:
                self.used.setdefault(divisor.id, []).append(numerator)


def follow(dataset: Dataset) -> tuple[Derived, ...]:
    """All that follows from the figures of a dataset, in their order."""
    return tuple(one for found in Following(dataset).values() for one in found)


def _steps(figures: Iterable[Figure]) -> Iterator[tuple[str, Figure]]:
    """Each actual amount with the one to hold it against: that of a year earlier, else the one before it."""
    series: dict[tuple[str, ...], list[Figure]] = {}
    for figure in figures:
        if figure.text is not None and figure.nature == "actual":
            key = (figure.metric, figure.region, figure.sector, figure.period.length)
            series.setdefault(key, []).append(figure)
    for several in series.values():
        several.sort(key=lambda figure: figure.period.end)
        at = {figure.period: figure for figure in several}
        for earlier, later in pairwise(several):
            held = at.get(later.period.year_earlier(), earlier)
            if held.period.end < later.period.start:
                yield later.id, held


def _shorter(figures: Iterable[Figure]) -> Iterator[tuple[str, Figure]]:
    """Each actual amount with the longest one that begins on the same day and ends before it."""
    series: dict[tuple[object, ...], list[Figure]] = {}
    for figure in figures:
        if figure.text is not None and figure.nature == "actual":
            series.setdefault((figure.metric, figure.region, figure.sector, figure.period.start), []).append(figure)
    for several in series.values():
        several.sort(key=lambda figure: figure.period.end)
        for shorter, longer in pairwise(several):
            if shorter.period.end < longer.period.end:
                yield longer.id, shorter


def _divisors(figures: Iterable[Figure], named: Iterable[Ratio]) -> Mapping[str, list[tuple[Ratio, Figure]]]:
    """Id of each numerator → its ratios, each with what it is divided by."""
    ratios: dict[str, list[Ratio]] = {}
    for one in named:
        ratios.setdefault(one.numerator, []).append(one)
    wanted = {one.denominator for several in ratios.values() for one in several}
    divisors: dict[tuple[object, ...], Figure] = {}
    above: list[Figure] = []
    for figure in figures:
        if figure.metric in wanted:
            divisors.setdefault((figure.metric, *_place(figure)), figure)
        if figure.metric in ratios:
            above.append(figure)
    found: dict[str, list[tuple[Ratio, Figure]]] = {}
    for figure in above:
        for one in ratios[figure.metric]:
            divisor = divisors.get((one.denominator, *_place(figure)))
            if divisor is not None:
                found.setdefault(figure.id, []).append((one, divisor))
    return found


def _place(figure: Figure) -> tuple[object, ...]:
    return figure.region, figure.sector, figure.period, figure.nature
