"""Reports of one number → a Plotly figure with a dot and a range each: what they say, and what they leave open."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.plots import rows
from indicators.charts.plots.rows import GAP, MARK, Panel, Row, RowStack
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.plots.traces import arrows, choosable, segments
from indicators.values.text import escape_plotly

TICK_LINE: Final = 16
_EDGE: Final = 0.12
"""Nearer to an end of the scale than this, a number begins or ends at its tick, so that none is cut."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Reports of one number, on a scale of their own.

    Of a row ``length`` is where its dot stands and ``low`` to ``high`` its range, which runs off the chart where it is
    open; ``style`` is one of standing, repeated, superseded, conflict. ``ticks`` are marks on the scale with their
    words; ``band`` is what all reports allow. All are in the same unit as ``span``, what the scale covers.
    """

    heading: str
    rows: Sequence[Row]
    span: tuple[float, float]
    ticks: Sequence[tuple[float, str]] = ()
    band: tuple[float, float] | None = None

    def at(self, value: float) -> float:
        """Where a value stands, as a share of the chart's width; never beyond its ends."""
        low, high = self.span
        return min(1.0, max(0.0, (value - low) / (high - low)))


_Placed = Sequence[tuple[float, Row, Scale]]
"""Rows with their y, and the scale that each is on."""


def ranges(scales: Sequence[Scale], *, theme: ChartTheme) -> dict[str, Any]:
    """A row a report: a dot at its number, a line as wide as its range. Returns a Plotly figure as a plain dict."""
    stack = RowStack(theme)
    scale_of: list[Scale] = []
    for scale in scales:
        stack.place([Panel(scale.heading, scale.rows)])
        scale_of += [scale] * len(scale.rows)
        _place_ticks(scale, stack)
    placed = list(zip(stack.y, stack.rows, scale_of, strict=True))
    traces = [
        _bars(stack, [(0.0, 1.0)] * len(placed), theme.track),
        _bars(stack, [_banded(scale) for scale in scale_of], _band_colour(theme)),
        _rulers(placed, theme),
        *(_lines(placed, style, theme) for style in dict.fromkeys(row.style for row in stack.rows)),
        *_open_ends(placed, theme),
        _dots(placed, theme),
    ]
    return stack.spec(traces, span=(0.0, 1.0))


def _place_ticks(scale: Scale, stack: RowStack) -> None:
    """Put the numbers of the scale under its last row."""
    if not (scale.ticks and scale.rows):
        return
    positions = [scale.at(value) for value, _ in scale.ticks]
    stack.notes.append({
        **rows.text("tick", stack.theme),
        "x": positions,
        "y": [stack.height - GAP + 1] * len(positions),
        "text": [escape_plotly(words) for _, words in scale.ticks],
        "textposition": [f"bottom {_side(x)}" for x in positions],
    })  # fmt: skip
    stack.height += TICK_LINE


def _side(x: float) -> str:
    """On which side of its tick a number stands: near an end of the scale, towards the middle."""
    return "right" if x < _EDGE else "left" if x > 1 - _EDGE else "center"


def _banded(scale: Scale) -> tuple[float, float]:
    return (scale.at(scale.band[0]), scale.at(scale.band[1])) if scale.band else (0.0, 0.0)


def _band_colour(theme: ChartTheme) -> str:
    red, green, blue = (int(theme.accent[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},0.22)"


def _bars(stack: RowStack, spans: Sequence[tuple[float, float]], colour: str) -> dict[str, Any]:
    """A bar in each row: a track as wide as the chart, so that the row is easy to hit, or what all reports allow."""
    lengths = [high - low for low, high in spans]
    return rows.bars(stack, [low for low, _ in spans], lengths, {"color": colour, "line": {"width": 0}})


def _rulers(placed: _Placed, theme: ChartTheme) -> dict[str, Any]:
    """The ticks of the scale in every row."""
    pieces = [
        (x, y - MARK / 2, x, y + MARK / 2)
        for y, _, scale in placed
        for x in (scale.at(value) for value, _ in scale.ticks)
    ]
    return segments(pieces, color=theme.rule, width=1)


def _lines(placed: _Placed, style: str, theme: ChartTheme) -> dict[str, Any]:
    """The ranges of one style, with a stop at each end that is not open."""
    pieces = []
    for y, row, scale in placed:
        if row.style != style or not row.low < row.high:
            continue
        low, high = scale.at(row.low), scale.at(row.high)
        pieces.append((low, y, high, y))
        ends = [(low, row.low), (high, row.high)]
        pieces += [(x, y - MARK / 4, x, y + MARK / 4) for x, end in ends if math.isfinite(end)]
    dash = "dot" if style == "superseded" else "solid"
    return segments(pieces, color=_colour(style, theme), width=2, dash=dash)


def _open_ends(placed: _Placed, theme: ChartTheme) -> list[dict[str, Any]]:
    """Where a range has no end, an arrow at the edge of the chart."""
    unbounded = [(y, row, end) for y, row, _ in placed for end in (row.low, row.high) if math.isinf(end)]
    points = [(0.985 if end > 0 else 0.015, y, end > 0) for y, _, end in unbounded]
    return arrows(points, size=10, color=[_colour(row.style, theme) for _, row, _ in unbounded])


def _dots(placed: _Placed, theme: ChartTheme) -> dict[str, Any]:
    """Filled: it stands. Smaller: it repeats another. Hollow: it has been corrected. Diamond: it is contradicted."""
    drawn = [row for _, row, _ in placed]
    colours = [_colour(row.style, theme) for row in drawn]
    hollow = [row.style == "superseded" for row in drawn]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [scale.at(row.length) for _, row, scale in placed],
        "y": [y for y, _, _ in placed],
        "marker": {
            "symbol": ["diamond" if row.style == "conflict" else "circle" for row in drawn],
            "size": [8 if row.style == "repeated" else 12 for row in drawn],
            "color": [theme.paper if empty else colour for empty, colour in zip(hollow, colours, strict=True)],
            "line": {"color": colours, "width": 2},
            "opacity": 1,
        },
        **choosable((row.figure, row.hover) for row in drawn),
        "selected": {"marker": {"opacity": 1}},
    }


def _colour(style: str, theme: ChartTheme) -> str:
    return {"superseded": theme.muted, "conflict": theme.fall}.get(style, theme.accent)
