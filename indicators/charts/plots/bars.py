"""Bars of levels, of growth and of progress to a plan."""

import math
from collections.abc import Sequence
from typing import Any, Final

from indicators.charts.plots import rows
from indicators.charts.plots.rows import Panel, Sheet
from indicators.charts.plots.theme import Theme

CAP: Final = 1.6
"""A plan fulfilled more than this much is drawn to here, with an arrow; its number says how much."""


def levels(panels: Sequence[Panel], *, theme: Theme) -> dict[str, Any]:
    """Amounts of one unit from 0, all panels on one scale. Returns a Plotly figure as a plain dict."""
    sheet = Sheet(theme).place(panels)
    lengths = [row.length for row in sheet.rows] or [1.0]
    longest = max(0.0, *lengths, 0.0) or 1.0
    # 3万余亩 may be 40,000: its whisker needs room; that of 36.7亿元 could not be seen.
    open_ends = [row.high for row in sheet.rows if longest < row.high < math.inf and row.high > 1.02 * row.length]
    span = (min(0.0, *lengths, 0.0), max(longest, *open_ends, longest))
    return rows.figure(sheet, rows.bars(sheet, span=span), span=span)


def growth(panels: Sequence[Panel], *, theme: Theme) -> dict[str, Any]:
    """Rates of growth on either side of a line at 0. Returns a Plotly figure as a plain dict."""
    sheet = Sheet(theme).place(panels)
    lengths = [row.length for row in sheet.rows] or [1.0]
    span = (min(0.0, *lengths, 0.0), max(0.0, *lengths, 0.0) or 0.01)
    zero = rows.lines(sheet, [0.0] * len(sheet.rows), color=theme.muted)
    return rows.figure(sheet, [*rows.bars(sheet, span=span), zero], span=span)


def progress(panels: Sequence[Panel], pace: Sequence[float], *, theme: Theme) -> dict[str, Any]:
    """Shares of a plan, each with a tick at ``pace``: the share of its year that was gone, in the order of the rows.

    The axis ends at the whole plan, or at CAP where a plan is exceeded. Returns a Plotly figure as a plain dict.
    """
    sheet = Sheet(theme).place(panels)
    furthest = max((row.length for row in sheet.rows), default=1.0)
    span = (0.0, min(CAP, max(1.0, furthest)))
    traces = rows.bars(sheet, span=span)
    traces[1] = {**traces[1], "x": [min(row.length, span[1]) for row in sheet.rows]}
    beyond = [(y, row) for y, row in zip(sheet.y, sheet.rows, strict=True) if row.length > span[1]]
    ticks = rows.lines(sheet, list(pace), color=theme.ink)
    plan = rows.lines(sheet, [1.0 if span[1] > 1 else None for _ in sheet.rows], color=theme.muted)
    arrows = {
        "type": "scatter",
        "mode": "markers",
        "x": [span[1] * 0.985] * len(beyond),
        "y": [y for y, _ in beyond],
        "marker": {"symbol": "triangle-right", "size": 10, "color": theme.paper},
        "hoverinfo": "skip",
    }
    return rows.figure(sheet, [*traces, plan, ticks, *([arrows] if beyond else [])], span=span)


def shares(panels: Sequence[Panel], *, theme: Theme) -> dict[str, Any]:
    """Marks on a scale from 0 to 1 that each panel has for itself: parts of wholes, steps, pairs.

    Returns a Plotly figure as a plain dict.
    """
    sheet = Sheet(theme).place(panels)
    span = (0.0, 1.0)
    return rows.figure(sheet, rows.bars(sheet, span=span), span=span)
