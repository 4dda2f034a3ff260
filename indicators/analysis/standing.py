"""One number of a place, and the same of others → how many of these it surely exceeds, and its rank where that is sure.

Intervals decide, never the printed values alone: a place is above another only where no true numbers behind what was
printed of both could be equal or the other way round.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final, Literal, NamedTuple

from indicators.analysis import agreement
from indicators.analysis.agreement import Slot
from indicators.model.articles import Figure
from indicators.model.subjects import Subject, Tree
from indicators.values import intervals
from indicators.values.intervals import Interval
from indicators.values.quantities import Quantity

RANKED: Final = 5
"""A rank is said only among so many places, the own one included."""
StandingVerdict = Literal["ranked", "higher", "lower", "between", "same", "unclear"]
NotCompared = Literal["target", "expected", "own-plan", "own-whole", "alone"]
"""Why a number stands among no others: what it is, that it is a share of something else, or that nobody has another."""


class ComparedNumber(NamedTuple):
    """What is known of one number of a place: ``figure`` prints its ``value``, and it lies in ``interval``.

    Of several reports that can all be true it lies in what their intervals have in common. Where reports contradict
    each other it is ``disputed``, and lies anywhere from the lowest to the highest of them. Numbers are compared where
    they are of one ``dimension``.
    """

    place: str
    figure: str
    value: Decimal
    interval: Interval
    dimension: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a place stands among ``others``, of which there is at least one.

    ``above`` of the others are surely higher, ``below`` surely lower, and ``same`` have exactly the same number; of all
    others it is ``unclear``. Verdicts: ``ranked``, its rank is sure (``rank``, 1 for the highest), and there are enough
    for one; ``higher`` or ``lower`` than all others, of which there are few; ``between``, higher than some of few and
    lower than the rest; ``same``, the same as some, and surely higher or lower than the rest; ``unclear`` otherwise.
    """

    own: ComparedNumber
    others: tuple[ComparedNumber, ...]
    above: int
    below: int
    same: int
    unclear: int

    @property
    def rank(self) -> int:
        """1 for the highest, where nothing is unclear; of several with the same number the same."""
        return self.above + 1

    @property
    def count(self) -> int:
        """How many places are compared, with the own one."""
        return len(self.others) + 1

    @property
    def verdict(self) -> StandingVerdict:
        if self.unclear:
            return "unclear"
        if self.same:
            return "same"
        if self.count >= RANKED:
            return "ranked"
        if not self.above:
            return "higher"
        return "between" if self.below else "lower"


def among(own: ComparedNumber, others: Sequence[ComparedNumber]) -> Standing | None:
    """Where a number stands among those of other places; None where there are no others."""
    if not others:
        return None
    orders = [order(own, other) for other in others]
    return Standing(
        own=own,
        others=tuple(others),
        above=orders.count(-1),
        below=orders.count(1),
        same=orders.count(0),
        unclear=orders.count(None),
    )


def order(number: ComparedNumber, other: ComparedNumber) -> Literal[-1, 0, 1] | None:
    """1 where the first is surely higher, -1 where it is surely lower, 0 where both are exactly the same, else None."""
    if number.interval.low > other.interval.high:
        return 1
    if number.interval.high < other.interval.low:
        return -1
    exact = number.interval.low == number.interval.high
    return 0 if exact and number.interval == other.interval else None


# --- reports → numbers -----------------------------------------------------------------------------------------------


def number_of_reports(key: str, printed: Sequence[tuple[str, Quantity]]) -> ComparedNumber | None:
    """What reports of one number say together, each with the id of its figure; ``key`` is the place that it is of.

    None where there are no reports, or where they measure different things.
    """
    if not printed or len({quantity.unit.dimension for _, quantity in printed}) > 1:
        return None
    quantities = [quantity for _, quantity in printed]
    common = None if agreement.some_apart(quantities) else intervals.common(each.interval for each in quantities)
    interval = common or Interval(min(each.low for each in quantities), max(each.high for each in quantities))
    best, shown = min(printed, key=lambda report: report[1].high - report[1].low)
    return ComparedNumber(key, best, shown.value, interval, shown.unit.dimension, disputed=common is None)


class ComparableReports:
    """Figures that may be compared, by what they are about.

    ``figures`` may hold more than is asked for; the ``corrected`` ones among them, by their ids, do not count.
    ``subject_of`` is ``Dataset.subject``: stocks of one day are of one period, however it is written.
    """

    def __init__(
        self, figures: Iterable[Figure], corrected: Collection[str], subject_of: Callable[[Figure], Subject]
    ) -> None:
        self._reports: dict[Subject, list[Figure]] = {}
        self._subject_of = subject_of
        for figure in figures:
            if figure.id not in corrected:
                self._reports.setdefault(subject_of(figure), []).append(figure)

    def of(self, figure: Figure) -> Sequence[Figure]:
        """All reports of what a figure is about that are not corrected."""
        return self._reports.get(self._subject_of(figure), ())

    def number(self, figure: Figure, slot: Slot, tree: Tree, key: str) -> ComparedNumber | None:
        """The same number as that of a figure, of a region, sector or group; None where it is not printed.

        None also where reports of it measure different things.
        """
        there: Mapping[str, Any] = {tree: key}
        reports = self._reports.get(self._subject_of(figure)._replace(**there), ())
        printed = [(report.id, numbers[slot]) for report in reports if slot in (numbers := agreement.numbers(report))]
        return number_of_reports(key, printed)

    def standing(self, figure: Figure, slot: Slot, tree: Tree, others: Iterable[str]) -> Standing | None:
        """Where a place stands with a number of an actual figure; None where nobody else has it, or it is no result."""
        own = self.number(figure, slot, tree, getattr(figure, tree))
        if own is None or figure.nature != "actual":
            return None
        numbers = (self.number(figure, slot, tree, key) for key in others if key != own.place)
        return among(own, [number for number in numbers if number is not None and number.dimension == own.dimension])
