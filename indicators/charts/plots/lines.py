"""Series over time → a Plotly figure with a line each, named in the legend."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.traces import choosable
from indicators.values.text import escape_plotly

HEIGHT: Final = 380


@dataclass(frozen=True, slots=True)
class TimeSeries:
    """Points of one line in the order of time: ``figures`` are their ids, ``dates`` ISO days, ``hover`` plain words."""

    name: str
    figures: Sequence[str]
    dates: Sequence[str]
    values: Sequence[float]
    hover: Sequence[str]


def lines(series: Sequence[TimeSeries], *, unit: str, divisor: float, theme: ChartTheme) -> dict[str, Any]:
    """The series on one scale from 0; ``unit`` titles the axis, whose numbers are values ÷ ``divisor``.

    Returns a Plotly figure as a plain dict.
    """
    traces = [_line(line, index, divisor, theme) for index, line in enumerate(series)]
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


def _line(line: TimeSeries, index: int, divisor: float, theme: ChartTheme) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": escape_plotly(line.name),
        "x": list(line.dates),
        "y": [value / divisor for value in line.values],
        "line": {"color": theme.categories[index % len(theme.categories)], "width": 2},
        "marker": {"size": 8, "symbol": _SYMBOLS[index % len(_SYMBOLS)]},
        **choosable(zip(line.figures, line.hover, strict=True)),
    }


_SYMBOLS: Final = ("circle", "square", "diamond", "triangle-up", "cross", "star")
"""Lines are told apart by shape too, not by colour alone."""
