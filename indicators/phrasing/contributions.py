"""What the parts of a whole added to its growth → steps with words: each begins where the one before ended.

The waterfall of a finding and the chart that can be saved are both made of these steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Final

from indicators.analysis.findings.finding import direction
from indicators.analysis.formulas import Derived
from indicators.model.articles import Figure
from indicators.phrasing.figures import between
from indicators.phrasing.findings import part_name
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import Interval
from indicators.values.units import MINUS
from indicators.words import terms
from indicators.words.phrasing import contributions as words

TENTH: Final = Decimal("0.001")
"""A tenth of a point."""
_HUNDREDTH: Final = Decimal("0.0001")


@dataclass(frozen=True, slots=True)
class ContributionStep:
    """A step from ``start`` to ``end``, both fractions (0.01 is one point), and its number in words.

    ``figure`` is the part; it is None where the step is what no part accounts for. The last step is the growth of the
    whole as it was printed: it has no ``derived``, and goes from 0.
    """

    figure: Figure | None
    name: str
    shown: str
    start: float
    end: float
    derived: Derived | None

    @property
    def uncertain(self) -> bool:
        """True where nobody knows whether it added to the whole or took away from it."""
        return self.derived is not None and direction(self.derived.interval) == 0

    @property
    def falls(self) -> bool:
        """True where it took away from the whole, however the numbers were rounded."""
        return self.end < self.start and not self.uncertain


def steps(whole: Figure, contributions: Sequence[Derived], names: Names) -> tuple[ContributionStep, ...]:
    """A step for each contribution, what is not itemised included, and last the growth of the whole."""
    listed: list[ContributionStep] = []
    start = Decimal(0)
    for derived in contributions:
        part = names.dataset.figures[derived.inputs[0]] if derived.formula == "contribution" else None
        name = part_name(part, whole, names) if part is not None else names.of(words.NOT_ITEMISED)
        end = start + derived.value
        listed.append(ContributionStep(part, name, shown(derived, names), float(start), float(end), derived))
        start = end
    growth = whole.growth.value if whole.growth is not None else Decimal(0)
    total = ContributionStep(whole, names.metric(whole.metric), signed_points(growth, names), 0.0, float(growth), None)
    return (*listed, total)


def shown(contribution: Derived, names: Names) -> str:
    """A number of points that was worked out: +6.9; ≈ 0 where nobody knows whether it added or took away."""
    if direction(contribution.interval) == 0:
        return names.of(terms.NEARLY_ZERO)
    return signed_points(contribution.value, names)


def signed_points(value: Decimal, names: Names) -> str:
    """A number of points to a tenth: +6.9."""
    rounded = value.quantize(TENTH)
    return names.of(terms.NEARLY_ZERO) if rounded == 0 else _signed(rounded, 1)


def growth_of_months(derived: Derived, names: Names) -> str:
    """A growth that was worked out, to a tenth of a per cent: −13.5%; ≈ 0 where it may be above or below."""
    if direction(derived.interval) == 0:
        return names.of(terms.NEARLY_ZERO)
    number = units.compact(abs(derived.value.quantize(TENTH)), "percent", names.lang, 6)
    return f"{MINUS if derived.value < 0 else '+'}{number}"


def interval(contribution: Derived, names: Names) -> str:
    """What the printed digits leave open, to a hundredth of a point and rounded outwards: between +6.91 and +6.95."""
    return between(_outwards(contribution, _HUNDREDTH), lambda end: _signed(end, 2), names)


def interval_of_months(derived: Derived, names: Names) -> str:
    """What the printed digits leave open, to a tenth of a per cent: between −14.0% and −13.0%."""
    return between(_outwards(derived, TENTH), lambda end: f"{_signed(end, 1)}%", names)


def _outwards(derived: Derived, digit: Decimal) -> Interval:
    low, high = derived.low, derived.high
    return Interval(
        low.quantize(digit, ROUND_FLOOR) if low.is_finite() else low,
        high.quantize(digit, ROUND_CEILING) if high.is_finite() else high,
    )


def _signed(points: Decimal, digits: int) -> str:
    sign = MINUS if points < 0 else "+" if points > 0 else ""
    return f"{sign}{abs(points) * 100:.{digits}f}"
