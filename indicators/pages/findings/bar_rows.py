"""Small charts of findings as rows: a name, a bar on a scale that all rows share, and the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from indicators.export.markup import Child, tag

BarStyle = Literal["actual", "expected", "target", "derived"]


@dataclass(frozen=True, slots=True)
class BarRow:
    """A row; the bar goes from ``start`` to ``end``, which is below ``start`` where something fell.

    ``dot`` is another number on the same scale, ``tick`` a mark of reference. Of what is ``uncertain`` nobody knows
    whether it rose or fell.
    """

    name: str
    end: float
    shown: Child
    start: float = 0.0
    style: BarStyle = "actual"
    dot: float | None = None
    tick: float | None = None
    uncertain: bool = False

    @property
    def falls(self) -> bool:
        return self.end < self.start and not self.uncertain


def scale(rows: Sequence[BarRow]) -> tuple[float, float]:
    """The least and the greatest number of all rows and 0."""
    numbers = [
        0.0,
        *(number for row in rows for number in (row.start, row.end, row.dot, row.tick) if number is not None),
    ]
    low, high = min(numbers), max(numbers)
    return low, high if high > low else low + 1.0


def percent(number: float, span: tuple[float, float]) -> str:
    """Where a number stands between the two ends: 27.27%."""
    low, high = span
    return f"{100 * (number - low) / (high - low):.2f}%"


def bar(row: BarRow, span: tuple[float, float]) -> Markup:
    """The bar of a row."""
    low, high = sorted((row.start, row.end))
    width = percent(span[0] + high - low, span)
    return tag(
        "i",
        class_=" ".join(filter(None, ("bar", row.style, "falls" if row.falls else ""))),
        style=f"left:{percent(low, span)};width:{width}",
    )


def rows_chart(rows: Sequence[BarRow], *, signed: bool, label: str) -> Markup:
    """All rows; with ``signed`` numbers a line stands at zero. ``label`` says what they are to who cannot see it."""
    span = scale(rows)
    return tag("div", (_row(row, span, signed=signed) for row in rows), class_="rows", role="group", aria_label=label)


def _row(row: BarRow, span: tuple[float, float], *, signed: bool) -> tuple[Markup, Markup, Markup]:
    marks = [
        tag("i", class_="zero", style=f"left:{percent(0.0, span)}") if signed else None,
        bar(row, span),
        tag("i", class_="tick", style=f"left:{percent(row.tick, span)}") if row.tick is not None else None,
        tag("i", class_="point", style=f"left:calc({percent(row.dot, span)} - 4px)") if row.dot is not None else None,
    ]
    return (
        tag("span", row.name),
        tag("div", *marks, class_="lane"),
        tag("span", row.shown, class_="number fall" if row.falls and signed else "number"),
    )
