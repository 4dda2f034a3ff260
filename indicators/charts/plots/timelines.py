"""Panels of figures over time → a Plotly figure: bars as long as their periods, points, lines, and events."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from indicators.charts.plots import bars
from indicators.charts.plots.bars import NO_LEGEND, Legend
from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.time_panels import DAY, HEADING_LINE, PLOT, EventMark, PanelDrawing, TimePanel, TimeSpan
from indicators.charts.plots.wrapping import wrap
from indicators.values.text import escape_plotly

LETTER_LINE: Final = 20.0
GAP: Final = 12.0
AXIS: Final = 24.0
_WIDE: Final = 25.0
"""Ems of a heading on a telephone."""


def timelines(panels: Sequence[TimePanel], *, theme: ChartTheme, legend: Legend = NO_LEGEND) -> dict[str, Any]:
    """The panels under each other, all with the same axis of time. Returns a Plotly figure as a plain dict."""
    stack = _Stack(panels, theme, legend)
    return {
        "data": stack.data,
        "layout": {
            "template": template(theme),
            "height": round(stack.height),
            "margin": {"l": stack.left, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "barmode": "overlay",
            "hovermode": "closest",
            "dragmode": False,
            **stack.axes,
            "shapes": stack.shapes,
            "annotations": stack.annotations,
        },
    }


_TIME: Final = "x2"
_TIME_AXIS: Final = "xaxis2"
"""The axis of time, which all panels share."""
_HIDDEN: Final[Mapping[str, Any]] = {"visible": False, "fixedrange": True, "type": "linear"}


class _Stack:
    """Panels from top to bottom, below the legend; ``height`` is in pixels."""

    def __init__(self, panels: Sequence[TimePanel], theme: ChartTheme, legend: Legend) -> None:
        self.theme = theme
        self.span = TimeSpan(panels)
        self.data: list[dict[str, Any]] = [
            {**trace, "xaxis": "x", "yaxis": "y"} for trace in bars.legend_marks(legend, (0.0, 1.0), theme)
        ]
        self.shapes: list[dict[str, Any]] = []
        self.annotations: list[dict[str, Any]] = []
        head = max(4.0, bars.legend_height(legend))
        rows = [wrap(panel.heading, _WIDE) for panel in panels]
        letters = [_letter_rows(panel.events, self.span) for panel in panels]
        rooms = [
            GAP + HEADING_LINE * len(lines) + LETTER_LINE * (max(levels, default=-1) + 1) + PLOT + AXIS
            for lines, levels in zip(rows, letters, strict=True)
        ]
        self.height = head + sum(rooms)
        self.left = 0
        self.axes: dict[str, Any] = {
            "xaxis": {**_HIDDEN, "range": [0, 1], "anchor": "y"},
            "yaxis": {**_HIDDEN, "domain": [self._share(head), 1], "range": [head, 0], "anchor": "x"},
            _TIME_AXIS: {**self.span.axis(), "anchor": "y2"},
        }
        top = head
        for number, panel in enumerate(panels):
            self._place(number + 2, panel, rows[number], letters[number], top)
            top += rooms[number]

    def _share(self, pixels: float) -> float:
        """How far below the top so many pixels are, as Plotly counts it: 0 at the foot of the chart."""
        return max(0.0, 1 - pixels / self.height)

    def _place(self, number: int, panel: TimePanel, lines: Sequence[str], levels: Sequence[int], top: float) -> None:
        drawing = PanelDrawing(panel, self.span, self.theme)
        self.left = max(self.left, drawing.left)
        letters_top = top + GAP + HEADING_LINE * len(lines)
        plot_top = letters_top + LETTER_LINE * (max(levels, default=-1) + 1)
        floor = plot_top + PLOT
        domain = [self._share(floor + AXIS), self._share(top)]
        self.axes[f"yaxis{number}"] = {**drawing.axis(plot_top - top, AXIS), "domain": domain, "anchor": _TIME}
        traces = (*drawing.traces(), *drawing.words(lines, plot_top - top - GAP + 4))
        self.data += [{**trace, "xaxis": _TIME, "yaxis": f"y{number}"} for trace in traces]
        for event, level in zip(panel.events, levels, strict=True):
            letter_y = letters_top + LETTER_LINE * (level + 0.5)
            line = _event_line(event, (self._share(floor), self._share(letter_y)), self.theme)
            self.shapes.append({**line, "xref": _TIME})
            self.annotations.append({**_letter(event, self._share(letter_y), self.theme), "xref": _TIME})


def _letter_rows(events: Sequence[EventMark], span: TimeSpan) -> list[int]:
    """The row of each letter, so that none covers another."""
    last_in_row: list[float] = []
    rows = []
    for event in events:
        x = span.pixels(_middle_day(event))
        row = next((row for row, last in enumerate(last_in_row) if x - last >= LETTER_LINE), len(last_in_row))
        last_in_row[row : row + 1] = [x]
        rows.append(row)
    return rows


def _middle_day(event: EventMark) -> date:
    return event.start + (event.end - event.start) / 2


def _event_line(event: EventMark, ends: tuple[float, float], theme: ChartTheme) -> dict[str, Any]:
    """A line at the day of the event; where only the month or the year is known, a band as wide as that."""
    place = {"yref": "paper", "y0": ends[0], "y1": ends[1], "layer": "below"}
    middle = _middle_day(event).isoformat()
    if event.start == event.end:
        return {"type": "line", "x0": middle, "x1": middle, "line": {"color": theme.muted, "width": 1}, **place}
    band = {"x0": event.start.isoformat(), "x1": (event.end + DAY).isoformat()}
    return {"type": "rect", **band, "fillcolor": theme.track, "line": {"color": theme.muted, "width": 0.5}, **place}


def _letter(event: EventMark, y: float, theme: ChartTheme) -> dict[str, Any]:
    return {
        "text": f"<b>{escape_plotly(event.letter)}</b>",
        "hovertext": escape_plotly(event.hover),
        "yref": "paper",
        "x": _middle_day(event).isoformat(),
        "y": y,
        "showarrow": False,
        "xanchor": "center",
        "yanchor": "middle",
        "borderpad": 2,
        "bgcolor": theme.ink,
        "font": {"size": 10, "color": theme.paper},
    }
