"""What every page is made from."""

from dataclasses import dataclass
from datetime import date

from indicators.pages.addresses import Addresses
from indicators.phrasing.names import Names
from indicators.study import Study


@dataclass(frozen=True)
class PageContext:
    """All that is known, the language, where links lead, and the day from which ages are counted."""

    study: Study
    names: Names
    addresses: Addresses
    today: date
