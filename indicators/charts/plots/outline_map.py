"""Numbers of places → a Plotly figure of their outlines, filled in steps, with their names on either side."""

import math
from collections.abc import Sequence
from typing import Any, Final

from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.tile_map import LEGEND, SWATCH, MapTile, Steps, edge, fill
from indicators.charts.plots.traces import choosable
from indicators.charts.plots.wrapping import wrap
from indicators.values.text import escape_plotly

HEIGHT: Final = 320.0
"""Least height in pixels; labels may need more."""
_EXTENT: Final = 170.0
"""Pixels from the northernmost to the southernmost place (or west to east, whichever is further apart)."""
_DOT: Final = 7
_LINE: Final = 15.0
_NAME: Final = 7.0
_NUMBER: Final = 7.7
"""Width of a line of a name, and of a number, in ems: what a telephone leaves on either side of the map."""


def outlines(places: Sequence[MapTile], steps: Steps, *, theme: ChartTheme) -> dict[str, Any]:
    """A map of places with outlines. Returns a Plotly figure as a plain dict.

    North is up; a degree of longitude is as long as it is at the places' mean latitude.
    """
    plane = _Plane(places)
    return {
        "data": [
            *[_outline(place, plane, theme) for place in places],
            {
                "type": "scatter",
                "mode": "markers",
                "x": [plane.x(place.longitude) for place in places],
                "y": [place.latitude for place in places],
                "marker": {"size": _DOT, "color": theme.ink},
                **choosable((place.figure, place.hover) for place in places),
            },
        ],
        "layout": {
            "template": template(theme),
            "height": round(plane.height + (LEGEND if steps else 0)),
            "margin": {"l": 0, "r": 0, "t": 0, "b": LEGEND if steps else 0},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {**_axis(plane.centre, plane.span), "scaleanchor": "y"},
            "yaxis": _axis(plane.latitude, plane.span),
            "annotations": [*_labels(places, plane, theme), *_limits(steps, plane, theme)],
            "shapes": _swatches(steps, plane, theme),
        },
    }


def _swatches(steps: Steps, plane: "_Plane", theme: ChartTheme) -> list[dict[str, Any]]:
    """The colours of the steps below the map, beside each other."""
    top, bottom = (-down / plane.height for down in (8, 8 + SWATCH))
    return [
        {
            "type": "rect",
            **dict.fromkeys(("xref", "yref"), "paper"),
            "x0": index / len(steps),
            "x1": (index + 1) / len(steps),
            "y0": top,
            "y1": bottom,
            "fillcolor": theme.steps[step],
            "line": {"width": 0},
        }
        for index, step in enumerate(steps)
    ]


def _limits(steps: Steps, plane: "_Plane", theme: ChartTheme) -> list[dict[str, Any]]:
    """Which numbers have the colours."""
    return [
        {
            **dict.fromkeys(("xref", "yref"), "paper"),
            "x": (index + 0.5) / len(steps),
            "y": -(8 + SWATCH + 3) / plane.height,
            "yanchor": "top",
            "text": escape_plotly(limits),
            "showarrow": False,
            "font": {"size": 11, "color": theme.muted},
        }
        for index, limits in enumerate(steps.values())
    ]


def _axis(centre: float, span: float) -> dict[str, Any]:
    return {
        "visible": False,
        "fixedrange": True,
        "type": "linear",
        "range": [centre - span / 2, centre + span / 2],
    }


class _Plane:
    """Longitudes squeezed so that both axes have one scale; ``span`` is what the height of the chart covers."""

    def __init__(self, places: Sequence[MapTile]) -> None:
        latitudes = [place.latitude for place in places] or [0.0]
        longitudes = [place.longitude for place in places] or [0.0]
        self.latitude = (min(latitudes) + max(latitudes)) / 2
        self._squeeze = math.cos(math.radians(self.latitude))
        across = (max(longitudes) - min(longitudes)) * self._squeeze
        extent = max(across, max(latitudes) - min(latitudes), 0.05)
        self.height = max(HEIGHT, *(sum(map(_room, side)) for side in _sides(places)))
        self.span = extent * self.height / _EXTENT
        self.centre = self.x((min(longitudes) + max(longitudes)) / 2)

    def x(self, longitude: float) -> float:
        return longitude * self._squeeze

    def pixels(self, place: MapTile) -> tuple[float, float]:
        """From the middle of the chart, right and down."""
        scale = self.height / self.span
        return (self.x(place.longitude) - self.centre) * scale, (self.latitude - place.latitude) * scale


def _labels(places: Sequence[MapTile], plane: _Plane, theme: ChartTheme) -> list[dict[str, Any]]:
    """Names stand in two columns, west and east, so that no two meet; a thin line leads to each place."""
    west, east = _sides(places)
    edge = _EXTENT / 2 + 14
    return _column(west, plane, -edge, "right", theme) + _column(east, plane, edge, "left", theme)


def _sides(places: Sequence[MapTile]) -> tuple[list[MapTile], list[MapTile]]:
    ordered = sorted(places, key=lambda place: place.longitude)
    half = (len(ordered) + 1) // 2
    return ordered[:half], ordered[half:]


def _number_lines(place: MapTile) -> list[str]:
    return [line for number in (place.large, place.small) if number for line in wrap(number, _NUMBER)]


def _room(place: MapTile) -> float:
    """Pixels that a label is high."""
    return _LINE * (len(wrap(place.name, _NAME)) + len(_number_lines(place))) + 8


def _column(
    places: Sequence[MapTile], plane: _Plane, edge: float, anchor: str, theme: ChartTheme
) -> list[dict[str, Any]]:
    ordered = sorted(places, key=lambda place: -place.latitude)
    middles: list[float] = []
    free = -math.inf
    for place in ordered:
        middle = max(plane.pixels(place)[1], free + _room(place) / 2)
        middles.append(middle)
        free = middle + _room(place) / 2
    over = max(0.0, free - plane.height / 2)
    labels = []
    for place, middle in zip(ordered, middles, strict=True):
        right, down = plane.pixels(place)
        name = "<br>".join(escape_plotly(line) for line in wrap(place.name, _NAME))
        labels.append({
            "x": plane.x(place.longitude),
            "y": place.latitude,
            "ax": edge - right,
            "ay": middle - over - down,
            "text": "<br>".join((name, *(f"<b>{escape_plotly(line)}</b>" for line in _number_lines(place)))),
            "align": anchor,
            "xanchor": anchor,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": theme.rule,
            "font": {"size": 12, "color": theme.ink},
        })  # fmt: skip
    return labels


def _outline(place: MapTile, plane: _Plane, theme: ChartTheme) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in place.outline:
        xs += [*[plane.x(longitude) for longitude, _ in ring], None]
        ys += [*[latitude for _, latitude in ring], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": xs,
        "y": ys,
        "line": {"color": edge(place, theme) if place.style != "actual" else theme.muted, "width": 1},
        "fillcolor": fill(place, theme),
        "hoverinfo": "skip",
    }
