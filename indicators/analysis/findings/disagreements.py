"""Reports of one number that cannot all be right → findings."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.analysis.findings.finding import Finding, Known, size
from indicators.values.quantities import Quantity

LARGE: Final = Decimal("0.1")
"""A distance between two reports that is called large: a tenth."""


def disagreements(known: Known) -> Iterator[Finding]:
    """Amounts only: what else articles disagree on is on the page of checks."""
    for agreement in known.agreements:
        if agreement.verdict != "conflict" or agreement.disputed is None or agreement.disputed[0] != "text":
            continue
        figures = [witness.figure for witness in agreement.standing if witness.figure.text is not None]
        figures.sort(key=lambda figure: (_value(figure.text), figure.id))
        low, high = _value(figures[0].text), _value(figures[-1].text)
        if figures[0].nature == "actual" and high > 0:
            strength = size((high - low) / high, LARGE)
            keys = (figures[-1].id, figures[0].id)
            yield Finding("disagreement", known.theme(figures[0]), figures[0].period, keys, strength)


def _value(amount: Quantity | None) -> Decimal:
    return amount.value if amount is not None else Decimal(0)
