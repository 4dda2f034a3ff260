"""What every page is made from."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Final

from indicators.frames import panels
from indicators.pages.addresses import Addresses
from indicators.phrasing.aligned_amounts import AmountUnits
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.quantities import Quantity

SAMPLE: Final = 64
"""The unit of a metric is chosen from about so many of its figures at most, evenly spread over the file."""


@dataclass(frozen=True)
class PageContext:
    """All that is known, the language, where links lead, and the day from which ages are counted."""

    study: Study
    names: Names
    addresses: Addresses
    today: date

    @cached_property
    def amount_units(self) -> AmountUnits:
        """The unit in which all amounts of a metric are written in columns of numbers, whatever page shows them."""
        return AmountUnits(self.names, self._amounts_of)

    def _amounts_of(self, metric: str) -> Collection[Quantity]:
        rows = panels.of_metric(self.study.every, metric)
        keys = self.study.every["figure"].iloc[rows[:: -(-len(rows) // SAMPLE) or 1]]
        figures = (self.study.dataset.figures[key] for key in keys)
        return [figure.text for figure in figures if figure.text is not None]
