"""Dataset → what follows from each of its figures, worked out when it is asked for."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from indicators import agreement, derived
from indicators.derived import Derived
from indicators.model import Dataset, Figure, Ratio


class Following(Mapping[str, tuple[Derived, ...]]):
    """Id of each figure that stands → all that is worked out from it first (no totals: which to add is for a reader
    to ask). What belongs together is found once; each number is worked out when it is asked for.
    """

    def __init__(self, dataset: Dataset) -> None:
        standing, best = agreement.standing(dataset), agreement.standing(dataset, "text")
        self._dataset = dataset
        self._figures = {figure.id: figure for figure in dataset.figures.values() if figure.id in standing}
        amounts = [figure for figure in self._figures.values() if figure.id in best]
        self._parts = wholes(dataset)
        self._earlier = dict(_steps(amounts))
        self._shorter = dict(_shorter(amounts))
        self._divisors = _divisors(amounts, dataset)
        self._used: dict[str, list[str]] = {}
        for later, earlier in self._earlier.items():
            self._used.setdefault(earlier.id, []).append(later)
        for numerator, divisors in self._divisors.items():
            for _, divisor in divisors:
                self._used.setdefault(divisor.id, []).append(numerator)

    def __getitem__(self, key: str) -> tuple[Derived, ...]:
        figure = self._figures[key]
        alone = (
            derived.base(figure, self._dataset),
            derived.plan(figure),
            derived.pace(figure, self._dataset),
            derived.achievement(figure, self._dataset),
            derived.share(figure, self._dataset),
            derived.remainder(figure, self._parts.get(key, ())),
        )
        found = [one for one in (*alone, self._growth(figure), self._difference(figure)) if one is not None]
        return (*found, *self.ratios(key))

    def __iter__(self) -> Iterator[str]:
        return iter(self._figures)

    def __len__(self) -> int:
        return len(self._figures)

    def ratios(self, key: str) -> tuple[Derived, ...]:
        """The quotients of a figure with what is reported of the same place, sector, period and nature."""
        found = (derived.ratio(self._figures[key], divisor, ratio) for ratio, divisor in self._divisors.get(key, ()))
        return tuple(one for one in found if one is not None)

    def ratios_with(self, key: str) -> tuple[Derived, ...]:
        """The quotients that a figure has a part in, above or below."""
        below = (one for other in self._used.get(key, ()) for one in self.ratios(other) if one.inputs[1] == key)
        return (*self.ratios(key), *below)

    def about(self, key: str) -> tuple[Derived, ...]:
        """What is worked out from a figure, and with it: growth since it, and ratios to it."""
        own = self.get(key, ())
        return (*own, *(one for other in self._used.get(key, ()) for one in self[other] if one.inputs[1:] == (key,)))

    def _growth(self, figure: Figure) -> Derived | None:
        earlier = self._earlier.get(figure.id)
        return None if earlier is None else derived.growth(figure, earlier, self._dataset)

    def _difference(self, figure: Figure) -> Derived | None:
        shorter = self._shorter.get(figure.id)
        return None if shorter is None else derived.difference(figure, shorter, self._dataset)


def follow(dataset: Dataset) -> tuple[Derived, ...]:
    """All that follows from the figures of a dataset, in their order."""
    return tuple(one for found in Following(dataset).values() for one in found)


def wholes(dataset: Dataset) -> dict[str, list[Figure]]:
    """Figure id of each whole → its parts, in the order of the file."""
    found: dict[str, list[Figure]] = {}
    for figure in dataset.figures.values():
        if figure.part_of is not None:
            found.setdefault(figure.part_of, []).append(figure)
    return found


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


def _divisors(figures: Iterable[Figure], dataset: Dataset) -> Mapping[str, list[tuple[Ratio, Figure]]]:
    """Id of each numerator → its ratios, each with what it is divided by."""
    ratios: dict[str, list[Ratio]] = {}
    for one in dataset.ratios.values():
        ratios.setdefault(one.numerator, []).append(one)
    wanted = {one.denominator for one in dataset.ratios.values()}
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
