"""Dataset → the numbers that follow from each of its figures, worked out when they are asked for."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise
from typing import Final

from indicators.analysis import agreement, formulas, growths
from indicators.analysis.formulas import Derived
from indicators.analysis.itemisations import Itemisation, Itemisations
from indicators.analysis.refusals import Refusal
from indicators.model.articles import ANNUAL, Figure
from indicators.model.dataset import Dataset
from indicators.model.subjects import Place, Subject
from indicators.model.vocabulary import Ratio
from indicators.values.periods import Period
from indicators.values.quantities import Quantity

PLACES: Final = 2_000
"""At most so many places are kept; others are worked out again when they are asked for."""


@dataclass(frozen=True, slots=True)
class Breakdown:
    """The growth of a whole as the sum of what its disjoint parts contributed to it, in points.

    ``rest`` is what else contributed: None where the parts leave nothing.
    """

    itemisation: Itemisation
    parts: tuple[Derived, ...]
    rest: Derived | None

    @property
    def contributions(self) -> tuple[Derived, ...]:
        """Those of the parts, in the order of the file, and last that of what is not itemised."""
        return self.parts if self.rest is None else (*self.parts, self.rest)


class Derivations(Mapping[str, tuple[Derived, ...]]):
    """Id of each figure that stands → the numbers that follow from it, with it as the first input.

    Totals are left out: which figures to add is for a reader to ask. Everything is worked out when it is asked for.
    """

    def __init__(self, dataset: Dataset) -> None:
        self._dataset = dataset
        self.itemisations = Itemisations(dataset)
        self._displaced = agreement.displaced(dataset)
        self._disputed_growth = agreement.disputed(dataset, "growth")
        self._places = lru_cache(maxsize=PLACES)(self._place)

    def _place_of(self, figure: Figure) -> "_Comparisons":
        """The figures that a figure can be compared with: those of its region, sector and group."""
        return self._places(figure.place)

    def _place(self, place: Place) -> "_Comparisons":
        figures = self._dataset.by_place[place]
        return _Comparisons(list(filter(self.itemisations.stands, figures)), self._dataset)

    def __getitem__(self, key: str) -> tuple[Derived, ...]:
        figure = self._figure(key)
        place = self._place_of(figure)
        shorter = place.shorter.get(key)
        target, whole = self._target(figure), self.itemisations.whole(figure)
        several = (
            formulas.base(figure, self._dataset) or formulas.before(figure),
            formulas.plan(figure, target),
            formulas.pace(figure, target),
            None if target is None or not self.itemisations.stands(figure) else formulas.achievement(figure, target),
            None if whole is None else formulas.share(figure, whole),
            None if whole is None else self._contribution(figure, whole),
            *(itemisation.rest for itemisation in self.itemisations.of(figure)),
            *(breakdown.rest for breakdown in self.breakdowns(key)),
            self.growth_since(figure),
            None if shorter is None else formulas.difference(figure, shorter, self._dataset),
            self.growth_within(figure),
        )
        return (*(derived for derived in several if isinstance(derived, Derived)), *self.ratios(key))

    # --- growth on a year earlier ---

    def annual_growth(self, figure: Figure) -> Quantity | None:
        """The printed growth on a year earlier; None where another report contradicts it."""
        return None if figure.id in self._disputed_growth else figure.annual_growth

    def breakdowns(self, key: str) -> tuple[Breakdown, ...]:
        """The ways in which the growth of a figure is split among its parts, where all of them print theirs."""
        whole = self._figure(key)
        if not self._has_base(whole):
            return ()
        several = (self._breakdown(itemisation) for itemisation in self.itemisations.of(whole))
        return tuple(breakdown for breakdown in several if breakdown is not None)

    def _breakdown(self, itemisation: Itemisation) -> Breakdown | None:
        if isinstance(itemisation.rest, Refusal):
            return None
        whole, rest = itemisation.whole, None
        parts = [self._contribution(part, whole) for part in itemisation.parts]
        contributions = tuple(part for part in parts if part is not None)
        if not contributions or len(contributions) < len(parts):
            return None
        if itemisation.rest is not None:
            rest = growths.rest_contribution(whole, itemisation.parts, self._dataset, name=itemisation.name)
        return Breakdown(itemisation, contributions, rest)

    def _contribution(self, part: Figure, whole: Figure) -> Derived | None:
        if not (self._has_base(part) and self._has_base(whole)):
            return None
        return growths.contribution(part, whole, self._dataset)

    def shorter(self, longer: Figure) -> Figure | None:
        """The longest shorter period from the same day, where both have a base a year earlier."""
        shorter = self._place_of(longer).shorter.get(longer.id) if self._has_base(longer) else None
        return shorter if shorter is not None and self._has_base(shorter) else None

    def growth_within(self, longer: Figure) -> Derived | None:
        """The growth of the rest of a period after the longest shorter one from the same day."""
        shorter = self.shorter(longer)
        return None if shorter is None else growths.within(longer, shorter, self._dataset)

    def growth_since(self, figure: Figure) -> Derived | None:
        """The growth from the report of an earlier period of the same length: a year before, or else the last one."""
        earlier = self._place_of(figure).earlier.get(figure.id)
        return None if earlier is None else formulas.growth(figure, earlier, self._dataset)

    def _has_base(self, figure: Figure) -> bool:
        return self.annual_growth(figure) is not None and growths.has_base(figure, self._dataset)

    def _target(self, figure: Figure) -> Figure | None:
        """The target that a figure is measured against, as it stands; one of another group is not its target."""
        target = self.itemisations.standing(figure.plan) if figure.plan and figure.plan != ANNUAL else None
        return target if target is not None and target.group == figure.group else None

    def _figure(self, key: str) -> Figure:
        if key in self._displaced:
            raise KeyError(key)
        return self._dataset.figures[key]

    def __iter__(self) -> Iterator[str]:
        return (key for key in self._dataset.figures if key not in self._displaced)

    def __len__(self) -> int:
        return len(self._dataset.figures) - len(self._displaced)

    def ratios(self, key: str) -> tuple[Derived, ...]:
        """The quotients of a figure with others of its region, sector, group, period and nature."""
        if key in self._displaced:
            return ()
        figure = self._figure(key)
        divisors = self._place_of(figure).divisors.get(key, ())
        quotients = (formulas.quotient(figure, divisor, ratio) for ratio, divisor in divisors)
        return tuple(quotient for quotient in quotients if quotient is not None)

    def ratios_with(self, key: str) -> tuple[Derived, ...]:
        """The quotients in which a figure is the numerator or the denominator."""
        below = (ratio for other in self._used_by(key) for ratio in self.ratios(other) if ratio.inputs[1] == key)
        return (*self.ratios(key), *below)

    def about(self, key: str) -> tuple[Derived, ...]:
        """The numbers that follow from a figure, and those of other figures with it: growth since it, ratios to it,
        what its parts contributed to its growth.
        """
        if key in self._displaced:
            return ()
        others = (derived for other in self._used_by(key) for derived in self[other] if derived.inputs[1:] == (key,))
        parts = (part for breakdown in self.breakdowns(key) for part in breakdown.parts)
        return (*self[key], *others, *parts)

    def _used_by(self, key: str) -> Sequence[str]:
        """Ids of the figures that are compared with a figure, or divided by it."""
        return () if key in self._displaced else self._place_of(self._figure(key)).used_by.get(key, ())


class _Comparisons:
    """The amounts of one place that are compared with each other, each found by the id of a figure.

    ``earlier`` is the amount that it has grown from, ``shorter`` the one that it exceeds by a difference, ``divisors``
    are those that it is divided by, with the ratio; ``used_by`` are the ids of those that it precedes or divides.
    """

    def __init__(self, amounts: Sequence[Figure], dataset: Dataset) -> None:
        self.earlier = dict(_steps(amounts, dataset))
        self.shorter = dict(_shorter(amounts))
        self.divisors = _divisors(amounts, dataset)
        self.used_by: dict[str, list[str]] = {}
        for later, earlier in self.earlier.items():
            self.used_by.setdefault(earlier.id, []).append(later)
        for numerator, divisors in self.divisors.items():
            for _, divisor in divisors:
                self.used_by.setdefault(divisor.id, []).append(numerator)


def derive_all(dataset: Dataset) -> tuple[Derived, ...]:
    """All numbers that follow from the figures of a dataset, in the order of the figures."""
    return tuple(derived for several in Derivations(dataset).values() for derived in several)


def _steps(figures: Iterable[Figure], dataset: Dataset) -> Iterator[tuple[str, Figure]]:
    """Ids of actual amounts, each with the amount to compare it with: that of a year earlier, else the one before.

    All figures are of one place.
    """
    series: dict[tuple[str, str], list[tuple[Period, Figure]]] = {}
    for figure in figures:
        if figure.text is not None and figure.nature == "actual":
            period = dataset.subject(figure).period
            length = "" if dataset.metrics[figure.metric].kind == "stock" else period.length
            series.setdefault((figure.metric, length), []).append((period, figure))
    for (_, length), several in series.items():
        several.sort(key=lambda pair: pair[0].end)
        by_period = dict(several)
        for before, (period, later) in pairwise(several):
            earlier = period.year_earlier()
            compared = (earlier, by_period[earlier]) if earlier is not None and earlier in by_period else before
            if compared[0].end < (period.start if length else period.end):
                yield later.id, compared[1]


def _shorter(figures: Iterable[Figure]) -> Iterator[tuple[str, Figure]]:
    """Ids of actual amounts of one place, each with the longest one that begins on its day and ends before it."""
    series: dict[tuple[str, date], list[Figure]] = {}
    for figure in figures:
        if figure.text is not None and figure.nature == "actual":
            series.setdefault((figure.metric, figure.period.start), []).append(figure)
    for several in series.values():
        several.sort(key=lambda figure: figure.period.end)
        for shorter, longer in pairwise(several):
            if shorter.period.end < longer.period.end:
                yield longer.id, shorter


def _divisors(figures: Iterable[Figure], dataset: Dataset) -> Mapping[str, list[tuple[Ratio, Figure]]]:
    """Id of each numerator → its ratios, each with the figure that it is divided by."""
    by_numerator: dict[str, list[Ratio]] = {}
    for ratio in dataset.ratios.values():
        by_numerator.setdefault(ratio.numerator, []).append(ratio)
    denominators = {ratio.denominator for several in by_numerator.values() for ratio in several}
    below: dict[Subject, Figure] = {}
    above: list[Figure] = []
    for figure in figures:
        if figure.metric in denominators:
            below.setdefault(figure.subject, figure)
            below.setdefault(dataset.subject(figure), figure)
        if figure.metric in by_numerator:
            above.append(figure)
    divisors: dict[str, list[tuple[Ratio, Figure]]] = {}
    for figure in above:
        for ratio in by_numerator[figure.metric]:
            subjects = (figure.subject, dataset.subject(figure))
            of_denominator = (below.get(subject._replace(metric=ratio.denominator)) for subject in subjects)
            divisor = next(filter(None, of_denominator), None)
            if divisor is not None:
                divisors.setdefault(figure.id, []).append((ratio, divisor))
    return divisors
