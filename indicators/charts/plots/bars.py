"""Panels of rows → a Plotly figure with bars of levels, of growth, of progress to a plan, or of shares."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from indicators.charts.marks import HOLLOW, MarkLook, look
from indicators.charts.plots import rows
from indicators.charts.plots.rows import GAP, MARK, THIN, Panel, RowStack
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.plots.traces import arrows, once, segments
from indicators.values.text import escape_plotly

Legend = Mapping[str, str]
"""Style of a mark → what it means, in words."""
NO_LEGEND: Final[Legend] = {}
LEGEND_LINE: Final = 26
IN_LINE: Final = 4
"""The most meanings that stand beside each other, so that they have room on a telephone."""
SWATCH: Final = 12
SWATCH_SHARE: Final = 0.05
"""Length of a mark in the legend as a share of the chart's width."""
EDGE: Final = 1.5

CAP: Final = 1.6
"""The bar of a plan that is exceeded further is cut off here; its end is broken, and its number says how long it is."""
_BREAK: Final = 0.95
"""Where a bar that is cut off is broken, as a share of the axis."""


def levels(panels: Sequence[Panel], *, theme: ChartTheme, legend: Legend = NO_LEGEND) -> dict[str, Any]:
    """Amounts from 0, all panels on one scale, or each as a share of a scale of its own.

    Returns a Plotly figure as a plain dict.
    """
    stack = _stack(panels, legend, theme)
    lengths = [row.length for row in stack.rows] or [1.0]
    longest = max(0.0, *lengths, 0.0) or 1.0
    # 3万余亩 may be 40,000: its whisker needs room; that of 36.7亿元 could not be seen.
    open_ends = [row.high for row in stack.rows if longest < row.high < math.inf and row.high > 1.02 * row.length]
    span = (min(0.0, *lengths, 0.0), max(longest, *open_ends, longest))
    return stack.spec(_marks(stack, span, legend), span=span)


def growth(panels: Sequence[Panel], *, theme: ChartTheme, legend: Legend = NO_LEGEND) -> dict[str, Any]:
    """Rates of growth on either side of a line at 0. Returns a Plotly figure as a plain dict."""
    stack = _stack(panels, legend, theme)
    lengths = [row.length for row in stack.rows] or [1.0]
    span = (min(0.0, *lengths, 0.0), max(0.0, *lengths, 0.0) or 0.01)
    zero = _ticks(stack, [0.0] * len(stack.rows), color=theme.muted)
    return stack.spec([*_marks(stack, span, legend), zero], span=span)


def progress(
    panels: Sequence[Panel], pace: Sequence[float], *, theme: ChartTheme, legend: Legend = NO_LEGEND
) -> dict[str, Any]:
    """Shares of a plan, each with a tick at ``pace``: the share of its year that was gone, in the order of the rows.

    The axis ends at the whole plan, or at CAP where a plan is exceeded. Returns a Plotly figure as a plain dict.
    """
    stack = _stack(panels, legend, theme)
    furthest = max((row.length for row in stack.rows), default=1.0)
    end = min(CAP, max(1.0, furthest))
    plan = _ticks(stack, [1.0 if end > 1 else None for _ in stack.rows], color=theme.muted)
    gone = _ticks(stack, pace, color=theme.ink)
    cut = [y for y, row in zip(stack.y, stack.rows, strict=True) if row.length > end]
    traces = [*_marks(stack, (0.0, end), legend), plan, gone, *_breaks(cut, end * _BREAK, theme)]
    return stack.spec(traces, span=(0.0, end))


def shares(panels: Sequence[Panel], *, theme: ChartTheme, legend: Legend = NO_LEGEND) -> dict[str, Any]:
    """Marks on a scale from 0 to 1 that each panel has for itself: parts of wholes, steps, pairs.

    Returns a Plotly figure as a plain dict.
    """
    stack = _stack(panels, legend, theme)
    return stack.spec(_marks(stack, (0.0, 1.0), legend), span=(0.0, 1.0))


def contributions(panels: Sequence[Panel], *, theme: ChartTheme, legend: Legend = NO_LEGEND) -> dict[str, Any]:
    """Steps from and to any number, all on one scale with a line at 0; a short line below each leads to the next.

    Returns a Plotly figure as a plain dict.
    """
    stack = _stack(panels, legend, theme)
    ends = [row.start + row.length for row in stack.rows]
    span = (min(0.0, *ends, 0.0), max(0.0, *ends, 0.0) or 0.01)
    zero = _ticks(stack, [0.0] * len(stack.rows), color=theme.muted)
    return stack.spec([*_marks(stack, span, legend), *_joints(stack, panels), zero], span=span)


def months(
    panels: Sequence[Panel], before: Sequence[float], *, theme: ChartTheme, legend: Legend = NO_LEGEND
) -> dict[str, Any]:
    """Rates of growth on either side of a line at 0, each with a tick at another rate, ``before``, of the same place.

    Returns a Plotly figure as a plain dict.
    """
    stack = _stack(panels, legend, theme)
    numbers = [*(row.length for row in stack.rows), *before]
    span = (min(0.0, *numbers, 0.0), max(0.0, *numbers, 0.0) or 0.01)
    zero = _ticks(stack, [0.0] * len(stack.rows), color=theme.muted)
    return stack.spec([*_marks(stack, span, legend), zero, _ticks(stack, before, color=theme.ink)], span=span)


def _joints(stack: RowStack, panels: Sequence[Panel]) -> Iterator[dict[str, Any]]:
    """Short upright lines below the end of each step, which point to where the next one begins."""
    pieces: list[tuple[float, float, float, float]] = []
    first = 0
    for panel in panels:
        rows, y = panel.rows, stack.y[first : first + len(panel.rows)]
        first += len(rows)
        bottoms = [(row.start + row.length, middle + MARK / 2) for row, middle in zip(rows[:-1], y, strict=False)]
        pieces += [(x, bottom, x, bottom + GAP - 4) for x, bottom in bottoms]
    if pieces:
        yield segments(pieces, color=stack.theme.muted, width=1)


def legend_height(legend: Legend) -> float:
    """Pixels that the lines of a legend take."""
    return float(LEGEND_LINE) * math.ceil(len(legend) / IN_LINE)


# --- the marks -------------------------------------------------------------------------------------------------------


def _stack(panels: Sequence[Panel], legend: Legend, theme: ChartTheme) -> RowStack:
    """The rows of the panels, below the lines of the legend."""
    stack = RowStack(theme)
    stack.height = legend_height(legend)
    return stack.place(panels)


def _marks(stack: RowStack, span: tuple[float, float], legend: Legend) -> list[dict[str, Any]]:
    """The bars of the rows, each on a pale track as wide as the chart, so that a row is easy to hit.

    The track of a lone number is there and not seen: an empty scale would look like one.
    """
    start, end = span
    tracks = once([HOLLOW if row.lone else stack.theme.track for row in stack.rows])
    count = len(stack.rows)
    looks = [look(row.style, stack.theme) for row in stack.rows]
    starts, lengths = [row.start for row in stack.rows], [min(row.length, end) for row in stack.rows]
    return [
        rows.bars(stack, [start] * count, [end - start] * count, {"color": tracks}),
        rows.bars(stack, starts, lengths, marker_of(looks), once([THIN if row.lone else MARK for row in stack.rows])),
        *_whiskers(stack, span),
        *_beyond(stack),
        *legend_marks(legend, span, stack.theme),
    ]


def marker_of(looks: Sequence[MarkLook]) -> dict[str, Any]:
    """How the marks look; a property that none of them has is left out."""
    marker: dict[str, Any] = {"color": once([each.fill for each in looks])}
    if any(each.edge for each in looks):
        widths = [EDGE if each.edge else 0 for each in looks]
        marker["line"] = {"color": once([each.edge or each.fill for each in looks]), "width": once(widths)}
    if any(each.pattern for each in looks):
        shapes = [each.pattern for each in looks]
        marker["pattern"] = {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.3}
    return marker


def legend_marks(legend: Legend, span: tuple[float, float], theme: ChartTheme) -> list[dict[str, Any]]:
    """A small mark of each style with its meaning beside it, above the rows; no traces where there is no legend."""
    if not legend:
        return []
    start, width = span[0], span[1] - span[0]
    places = [
        (start + width * (index % IN_LINE) / IN_LINE, LEGEND_LINE * (index // IN_LINE) + SWATCH / 2 + 2)
        for index in range(len(legend))
    ]
    looks = [look(style, theme) for style in legend]
    swatches = {
        "type": "bar",
        "orientation": "h",
        "y": [y for _, y in places],
        "x": [SWATCH_SHARE * width] * len(places),
        "base": [x for x, _ in places],
        "width": SWATCH,
        "marker": marker_of(looks),
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }
    meanings = {
        **rows.text("detail", theme),
        "x": [x + (SWATCH_SHARE + 0.01) * width for x, _ in places],
        "y": [y for _, y in places],
        "text": [escape_plotly(meaning) for meaning in legend.values()],
        "textposition": "middle right",
    }
    return [swatches, meanings]


def _whiskers(stack: RowStack, span: tuple[float, float]) -> list[dict[str, Any]]:
    """The interval of a figure, where it is wide enough to be seen; it runs off the chart where it is open."""
    start, end = span
    pieces = [
        (max(row.low, start), y, min(row.high, end), y)
        for y, row in zip(stack.y, stack.rows, strict=True)
        if row.high - row.low > 0.02 * (end - start)
    ]
    return [segments(pieces, color=stack.theme.ink, width=2)] if pieces else []


def _beyond(stack: RowStack) -> list[dict[str, Any]]:
    """In which direction the true number lies, where an article says over, nearly and the like."""
    points = [
        (row.start + row.length, y, row.beyond > 0) for y, row in zip(stack.y, stack.rows, strict=True) if row.beyond
    ]
    return arrows(points, size=11, color=stack.theme.ink)


def _breaks(rows: Sequence[float], position: float, theme: ChartTheme) -> Iterator[dict[str, Any]]:
    """A slanted gap in each bar that is cut off."""
    if rows:
        yield {
            "type": "scatter",
            "mode": "markers",
            "x": [position] * len(rows),
            "y": list(rows),
            "marker": {"symbol": "line-ne-open", "size": MARK + 8, "line": {"width": 5, "color": theme.paper}},
            "hoverinfo": "skip",
        }


def _ticks(stack: RowStack, positions: Sequence[float | None], *, color: str) -> dict[str, Any]:
    """A tick across each row at its position; None where a row has none."""
    top, bottom = -MARK / 2 - 2, MARK / 2 + 2
    pieces = [(x, y + top, x, y + bottom) for x, y in zip(positions, stack.y, strict=True) if x is not None]
    return segments(pieces, color=color, width=2)
