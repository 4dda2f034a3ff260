"""Panels of rows → a Plotly figure with bars of levels, of growth, of progress to a plan, or of shares."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from indicators.charts.plots import rows
from indicators.charts.plots.rows import MARK, Panel, RowStack
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.plots.traces import arrows, once, segments

CAP: Final = 1.6
"""The bar of a plan that is exceeded further ends here, with an arrow; its number says how far it is exceeded."""


def levels(panels: Sequence[Panel], *, theme: ChartTheme) -> dict[str, Any]:
    """Amounts from 0, all panels on one scale, or each as a share of a scale of its own.

    Returns a Plotly figure as a plain dict.
    """
    stack = RowStack(theme).place(panels)
    lengths = [row.length for row in stack.rows] or [1.0]
    longest = max(0.0, *lengths, 0.0) or 1.0
    # 3万余亩 may be 40,000: its whisker needs room; that of 36.7亿元 could not be seen.
    open_ends = [row.high for row in stack.rows if longest < row.high < math.inf and row.high > 1.02 * row.length]
    span = (min(0.0, *lengths, 0.0), max(longest, *open_ends, longest))
    return stack.spec(_marks(stack, span), span=span)


def growth(panels: Sequence[Panel], *, theme: ChartTheme) -> dict[str, Any]:
    """Rates of growth on either side of a line at 0. Returns a Plotly figure as a plain dict."""
    stack = RowStack(theme).place(panels)
    lengths = [row.length for row in stack.rows] or [1.0]
    span = (min(0.0, *lengths, 0.0), max(0.0, *lengths, 0.0) or 0.01)
    zero = _ticks(stack, [0.0] * len(stack.rows), color=theme.muted)
    return stack.spec([*_marks(stack, span), zero], span=span)


def progress(panels: Sequence[Panel], pace: Sequence[float], *, theme: ChartTheme) -> dict[str, Any]:
    """Shares of a plan, each with a tick at ``pace``: the share of its year that was gone, in the order of the rows.

    The axis ends at the whole plan, or at CAP where a plan is exceeded. Returns a Plotly figure as a plain dict.
    """
    stack = RowStack(theme).place(panels)
    furthest = max((row.length for row in stack.rows), default=1.0)
    end = min(CAP, max(1.0, furthest))
    plan = _ticks(stack, [1.0 if end > 1 else None for _ in stack.rows], color=theme.muted)
    gone = _ticks(stack, pace, color=theme.ink)
    capped = [(end * 0.985, y, True) for y, row in zip(stack.y, stack.rows, strict=True) if row.length > end]
    traces = [*_marks(stack, (0.0, end)), plan, gone, *arrows(capped, size=10, color=theme.paper)]
    return stack.spec(traces, span=(0.0, end))


def shares(panels: Sequence[Panel], *, theme: ChartTheme) -> dict[str, Any]:
    """Marks on a scale from 0 to 1 that each panel has for itself: parts of wholes, steps, pairs.

    Returns a Plotly figure as a plain dict.
    """
    stack = RowStack(theme).place(panels)
    return stack.spec(_marks(stack, (0.0, 1.0)), span=(0.0, 1.0))


# --- the marks -------------------------------------------------------------------------------------------------------


def _marks(stack: RowStack, span: tuple[float, float]) -> list[dict[str, Any]]:
    """The bars of the rows, each on a pale track as wide as the chart, so that a row is easy to hit."""
    start, end = span
    count = len(stack.rows)
    return [
        rows.bars(stack, [start] * count, [end - start] * count, {"color": stack.theme.track}),
        rows.bars(
            stack,
            [row.start for row in stack.rows],
            [min(row.length, end) for row in stack.rows],
            _marker([_style(row.style, stack.theme) for row in stack.rows]),
        ),
        *_whiskers(stack, span),
        *_beyond(stack),
    ]


def _marker(styles: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How the marks look; a property that none of them has is left out."""
    marker: dict[str, Any] = {"color": once([style["fill"] for style in styles])}
    if any(style["width"] for style in styles):
        widths = [style["width"] for style in styles]
        marker["line"] = {"color": once([style["line"] for style in styles]), "width": once(widths)}
    if any(style["pattern"] for style in styles):
        shapes = [style["pattern"] for style in styles]
        marker["pattern"] = {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.3}
    return marker


def _style(name: str, theme: ChartTheme) -> dict[str, Any]:
    """Filled: actual. Hollow: target. Pale with an edge: expected. Hatched: derived. Grey: a whole. Red: a fall."""
    fills = {"whole": theme.whole, "fall": theme.fall, "target": "rgba(0,0,0,0)", "expected": theme.track}
    edged = name in {"target", "expected", "derived"}
    fill = fills.get(name, theme.accent)  # of a hatched mark this is the colour of the lines
    return {
        "fill": fill,
        "line": theme.accent if edged else fill,
        "width": 1.5 if edged else 0,
        "pattern": "/" if name == "derived" else "",
    }


def _whiskers(stack: RowStack, span: tuple[float, float]) -> list[dict[str, Any]]:
    """The interval of a figure, where it is wide enough to be seen; it runs off the chart where it is open."""
    start, end = span
    pieces = [
        (row.low, y, min(row.high, end), y)
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


def _ticks(stack: RowStack, positions: Sequence[float | None], *, color: str) -> dict[str, Any]:
    """A tick across each row at its position; None where a row has none."""
    top, bottom = -MARK / 2 - 2, MARK / 2 + 2
    pieces = [(x, y + top, x, y + bottom) for x, y in zip(positions, stack.y, strict=True) if x is not None]
    return segments(pieces, color=color, width=2)
