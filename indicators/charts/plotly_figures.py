"""A chart as a plain dict → a figure of plotly's own, for notebooks; pages draw the dict without it."""

from typing import Any

import plotly.graph_objects as go


def validated(spec: dict[str, Any]) -> go.Figure:
    """The figure, whose properties plotly has checked one by one: ValueError for one that it does not know."""
    return go.Figure(spec)
