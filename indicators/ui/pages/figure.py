"""The page of one figure: its evidence, in full width."""

from indicators.ui import evidence
from indicators.ui.visit import Visit


def show(visit: Visit) -> None:
    """The page."""
    evidence.show(visit, alone=True)
