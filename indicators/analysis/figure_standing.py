"""A figure and others of its metric → where it stands among the periods of its place, and among the places of its time.

Both are decided by intervals (see ``standing``), of results only, and only where all that is known was looked at.
"""

from collections.abc import Sequence
from typing import Final

from indicators.analysis import agreement, standing
from indicators.analysis.agreement import Slot
from indicators.analysis.standing import ComparableReports, Standing
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.values.quantities import Quantity

FEWEST: Final = 3
"""Highest and lowest are said among at least so many periods, the own one included."""


def among_periods(figure: Figure, others: Sequence[Figure], dataset: Dataset) -> Standing | None:
    """Where the number of a figure stands among those of other periods of one length; None where nothing can be said.

    ``others`` are all figures of the same metric and place. Amounts that may be on different bases are not compared.
    """
    slot = _slot(figure)
    metric = dataset.metrics[figure.metric]
    if slot is None or figure.nature != "actual" or (slot[0] == "text" and not metric.comparable_basis):
        return None
    is_stock = metric.kind == "stock"
    reports: dict[str, list[tuple[str, Quantity]]] = {}
    for each in {other.id: other for other in (*others, figure)}.values():
        number = agreement.numbers(each).get(slot)
        alike = each.nature == "actual" and (is_stock or each.period.length == figure.period.length)
        if number is not None and alike and (each.text is None) == (figure.text is None):
            reports.setdefault(dataset.subject(each).period.text, []).append((each.id, number))
    own_period = dataset.subject(figure).period.text
    numbers = {period: standing.number_of_reports(period, printed) for period, printed in reports.items()}
    own = numbers.pop(own_period, None)
    if own is None or any(number is None or number.dimension != own.dimension for number in numbers.values()):
        return None
    return standing.among(own, [number for number in numbers.values() if number is not None])


def among_places(figure: Figure, others: Sequence[Figure], dataset: Dataset) -> Standing | None:
    """Where the number of a figure stands among those of the other parts of its region's whole; None where there are
    none. ``others`` are all figures of the same metric, sector, group and time in other regions.
    """
    slot, above = _slot(figure), dataset.regions[figure.region].part_of
    if slot is None or above is None:
        return None
    like = [other for other in others if dataset.regions[other.region].part_of == above]
    places = dict.fromkeys(other.region for other in like)
    return ComparableReports([figure, *like], (), dataset.subject).standing(figure, slot, "region", places)


def _slot(figure: Figure) -> Slot | None:
    """The number that a figure shows large, if it can be compared: its amount, or else its growth on the year."""
    if figure.text is not None:
        return ("text", None)
    return ("growth", None) if figure.annual_growth is not None else None
