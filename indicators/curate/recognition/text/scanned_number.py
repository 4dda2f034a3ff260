"""A number of a folded text: where it stands, and what it says, as far as the characters beside it do."""

from dataclasses import dataclass
from typing import Literal

from indicators.analysis.printed_rates import PrintedRate
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Quantity
from indicators.values.unit_table import UnitTable

NumberForm = Literal["amount", "rate", "unknown-unit", "bare", "spelled"]
"""What a number looks like: with a unit, a rate, with an unknown measure word, alone, small in words."""


@dataclass(frozen=True, slots=True)
class ScannedNumber:
    """A number of a text: from ``start`` to ``end`` with its qualifier and unit, its digits from ``core`` on.

    ``quantity`` is what it says; None where it has no known unit. ``rate`` is what is known of a rate. ``unit`` is the
    id of a unit that does not stand beside the digits, as that of 45 gazelle enterprises; ``phrase_end`` is where the
    noun ends that does. ``told`` is where the number of things stands that it counts, if their noun is not told again.
    """

    start: int
    end: int
    core: int
    form: NumberForm
    quantity: Quantity | None = None
    rate: PrintedRate | None = None
    unit: str = ""
    phrase_end: int = 0
    told: tuple[int, int] = (0, 0)

    @property
    def words_end(self) -> int:
        """Where the number ends with the noun that it counts."""
        return max(self.end, self.phrase_end)


def parsed_in(words: str, unit: str, table: UnitTable) -> Quantity | None:
    """What a number says in a unit that does not stand beside it; None where that cannot be."""
    try:
        return quantity_parser.parse_in_unit(words.strip(), unit, table)
    except Fault:
        return None
