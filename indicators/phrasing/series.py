"""A figure → the series it belongs to, as columns over time, of what is comparable with it only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from typing import Final

from indicators.model.articles import Figure
from indicators.phrasing.figures import main_number
from indicators.phrasing.names import Names
from indicators.values.quantities import Quantity
from indicators.words.pages import figure as words

FEWEST: Final = 2
NARROWEST: Final = 0.012
"""The width of the column of a day, as a fraction of the whole."""


@dataclass(frozen=True, slots=True)
class SeriesPoint:
    """A column from ``left`` over ``width`` and from ``bottom`` over ``height``, as fractions of the panel."""

    figure: str
    label: str
    left: float
    width: float
    bottom: float
    height: float
    falls: bool


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """The columns in the order of time, and the periods at both ends.

    ``title`` says where the figure stands among them, or else what they are.
    """

    title: str
    note: str
    first: str
    last: str
    points: tuple[SeriesPoint, ...]


def of(figure: Figure, others: Iterable[Figure], names: Names, *, title: str = "") -> FigureSeries | None:
    """The series of the figures that are comparable with this one; None where it has no other.

    ``others`` are of the same metric and place. Comparable are those of the same nature and length of period that
    print the same kind of number.
    """
    is_stock = names.dataset.metrics[figure.metric].kind == "stock"
    own = _number(figure)
    if own is None:
        return None
    by_period = {figure.period.text: (figure, own)}
    for other in others:
        number = _number(other)
        alike = is_stock or other.period.length == figure.period.length
        if number is not None and alike and _same_kind(other, figure) and number.is_like(own):
            by_period.setdefault(other.period.text, (other, number))
    members = sorted(by_period.values(), key=lambda member: member[0].period.end)
    if len(members) < FEWEST:
        return None
    first, last = members[0][0].period.label(names.lang), members[-1][0].period.label(names.lang)
    note = names.of(words.SERIES_NOTE).format(first=first, last=last)
    return FigureSeries(title or names.of(words.SERIES), note, first, last, tuple(_points(members, names)))


def _same_kind(other: Figure, figure: Figure) -> bool:
    """True where both are results, targets or expectations, and both have an amount or both have none."""
    return other.nature == figure.nature and (other.text is None) == (figure.text is None)


def _number(figure: Figure) -> Quantity | None:
    """The number that a series is of: the amount, or else the growth on the year."""
    return figure.text or figure.annual_growth


def _points(members: list[tuple[Figure, Quantity]], names: Names) -> Iterable[SeriesPoint]:
    start = min(member.period.start for member, _ in members)
    days = (max(member.period.end for member, _ in members) - start + timedelta(1)).days
    top = max(Decimal(0), *(number.value for _, number in members))
    floor = min(Decimal(0), *(number.value for _, number in members))
    reach = float(top - floor) or 1.0
    for member, number in members:
        period = member.period
        facts = {"period": period.label(names.lang), "number": main_number(member, names)}
        width = max(NARROWEST, ((period.end - period.start).days + 1) / days)
        yield SeriesPoint(
            figure=member.id,
            label=names.of(words.SERIES_POINT).format(**facts),
            left=min((period.start - start).days / days, 1 - width),
            width=width,
            bottom=float(min(number.value, Decimal(0)) - floor) / reach,
            height=abs(float(number.value)) / reach,
            falls=number.value < 0,
        )
