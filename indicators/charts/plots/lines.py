"""Series over time: a line each, named at its end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.plots.theme import Theme, template
from indicators.values.text import escape_plotly

HEIGHT: Final = 380


@dataclass(frozen=True, slots=True)
class Series:
    """Points of one line in the order of time: ``dates`` as ISO days, ``shown`` and ``hover`` as plain words."""

    name: str
    figures: Sequence[str]
    dates: Sequence[str]
    values: Sequence[float]
    hover: Sequence[str]


def lines(series: Sequence[Series], *, unit: str, divisor: float, theme: Theme) -> dict[str, Any]:
    """The series on one scale from 0; ``unit`` titles the axis, whose numbers are values ÷ ``divisor``.

    Returns a Plotly figure as a plain dict.
    """
    traces = [_line(one, index, divisor, theme) for index, one in enumerate(series)]
    return {
        "data": traces,
        "layout": {
            "template": template(theme),
            "height": HEIGHT,
            "margin": {"l": 0, "r": 0, "t": 28, "b": 0},
            "showlegend": len(traces) > 1,
            "legend": {"orientation": "h", "x": 0, "y": -0.15, "xanchor": "left", "yanchor": "top"},
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {"type": "date", "fixedrange": True, "showgrid": False, "ticks": "outside"},
            "yaxis": {"type": "linear", "fixedrange": True, "rangemode": "tozero", "showgrid": True, "nticks": 5},
            "annotations": [
                {
                    "text": escape_plotly(unit),
                    "xref": "paper",
                    "yref": "paper",
                    "x": 0,
                    "y": 1,
                    "yshift": 24,
                    "xanchor": "left",
                    "showarrow": False,
                    "font": {"size": 12, "color": theme.muted},
                }
            ],
        },
    }


def _line(one: Series, index: int, divisor: float, theme: Theme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": escape_plotly(one.name),
        "x": list(one.dates),
        "y": [value / divisor for value in one.values],
        "line": {"color": theme.categories[index % len(theme.categories)], "width": 2},
        "marker": {"size": 8, "symbol": _SYMBOLS[index % len(_SYMBOLS)]},
        "customdata": [[key, escape_plotly(words)] for key, words in zip(one.figures, one.hover, strict=True)],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
    }


_SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "star")
"""Lines are told apart by shape too, not by colour alone."""
