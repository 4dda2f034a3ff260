"""Numbers of regions → a Plotly figure: circles whose area is the value, over outlines; no tiles from outside."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.marks import HOLLOW, look
from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.traces import choosable
from indicators.charts.plots.wrapping import wrap
from indicators.values.text import escape_plotly

HEIGHT: Final = 320.0
"""Least height in pixels; labels may need more."""
_EXTENT: Final = 170.0
"""Pixels from the northernmost to the southernmost place (or west to east, whichever is further apart)."""
_LARGEST: Final = 40.0
_OPACITY: Final = 0.85
_LINE: Final = 15.0
_NAME: Final = 7.0
_NUMBER: Final = 7.7
"""Width of a line of a name, and of a number, in ems: what a telephone leaves on either side of the map."""

Outline = Sequence[Sequence[tuple[float, float]]]
"""Rings of (longitude, latitude)."""


@dataclass(frozen=True, slots=True)
class MapPoint:
    """One region: ``shown`` is its number, and ``style`` actual, target or expected (see ``marks.look``).

    ``lines`` are the number again, as it stands below the name: its nature, if it has one, in a line of its own.

    A ``whole`` is drawn as a ring, since its parts lie in it.
    """

    figure: str
    name: str
    shown: str
    lines: Sequence[str]
    hover: str
    latitude: float
    longitude: float
    value: float
    style: str = "actual"
    whole: bool = False
    outline: Outline = ()


def places(points: Sequence[MapPoint], *, theme: ChartTheme) -> dict[str, Any]:
    """A map of one number per region. Returns a Plotly figure as a plain dict.

    North is up; a degree of longitude is as long as it is at the places' mean latitude.
    """
    plane = _Plane(points)
    largest = max((point.value for point in points if not point.whole), default=1.0) or 1.0
    sizes = [max(6.0, _LARGEST * math.sqrt(max(point.value, 0) / largest)) for point in points]
    return {
        "data": [
            *[_outline(point, plane, point.value / largest, theme) for point in points if point.outline],
            {
                "type": "scatter",
                "mode": "markers",
                "x": [plane.x(point.longitude) for point in points],
                "y": [point.latitude for point in points],
                "marker": {
                    "size": sizes,
                    "color": [HOLLOW if point.whole else _fill(point, theme) for point in points],
                    "opacity": _OPACITY,
                    "line": {"color": [_edge(point, theme) for point in points], "width": 1.5},
                },
                **choosable(((point.figure, point.hover) for point in points), opacity=_OPACITY),
            },
        ],
        "layout": {
            "template": template(theme),
            "height": round(plane.height),
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {**_axis(plane.centre, plane.span), "scaleanchor": "y"},
            "yaxis": _axis(plane.latitude, plane.span),
            "annotations": _labels(points, plane, theme),
        },
    }


def _fill(point: MapPoint, theme: ChartTheme) -> str:
    like = look(point.style, theme)
    return like.ground if like.pattern else like.fill  # neither circles nor outlines have patterns


def _edge(point: MapPoint, theme: ChartTheme) -> str:
    return theme.whole if point.whole else look(point.style, theme).edge or theme.paper


def _axis(centre: float, span: float) -> dict[str, Any]:
    return {
        "visible": False,
        "fixedrange": True,
        "type": "linear",
        "range": [centre - span / 2, centre + span / 2],
    }


class _Plane:
    """Longitudes squeezed so that both axes have one scale; ``span`` is what the height of the chart covers."""

    def __init__(self, points: Sequence[MapPoint]) -> None:
        latitudes = [point.latitude for point in points] or [0.0]
        longitudes = [point.longitude for point in points] or [0.0]
        self.latitude = (min(latitudes) + max(latitudes)) / 2
        self._squeeze = math.cos(math.radians(self.latitude))
        across = (max(longitudes) - min(longitudes)) * self._squeeze
        extent = max(across, max(latitudes) - min(latitudes), 0.05)
        self.height = max(HEIGHT, *(sum(map(_room, side)) for side in _sides(points)))
        self.span = extent * self.height / _EXTENT
        self.centre = self.x((min(longitudes) + max(longitudes)) / 2)

    def x(self, longitude: float) -> float:
        return longitude * self._squeeze

    def pixels(self, point: MapPoint) -> tuple[float, float]:
        """From the middle of the chart, right and down."""
        scale = self.height / self.span
        return (self.x(point.longitude) - self.centre) * scale, (self.latitude - point.latitude) * scale


def _labels(points: Sequence[MapPoint], plane: _Plane, theme: ChartTheme) -> list[dict[str, Any]]:
    """Names stand in two columns, west and east, so that no two meet; a thin line leads to each place."""
    west, east = _sides(points)
    edge = _EXTENT / 2 + 14
    return _column(west, plane, -edge, "right", theme) + _column(east, plane, edge, "left", theme)


def _sides(points: Sequence[MapPoint]) -> tuple[list[MapPoint], list[MapPoint]]:
    ordered = sorted(points, key=lambda point: point.longitude)
    half = (len(ordered) + 1) // 2
    return ordered[:half], ordered[half:]


def _number_lines(point: MapPoint) -> list[str]:
    return [part for line in point.lines for part in wrap(line, _NUMBER)]


def _room(point: MapPoint) -> float:
    """Pixels that a label is high."""
    return _LINE * (len(wrap(point.name, _NAME)) + len(_number_lines(point))) + 8


def _column(
    points: Sequence[MapPoint], plane: _Plane, edge: float, anchor: str, theme: ChartTheme
) -> list[dict[str, Any]]:
    ordered = sorted(points, key=lambda point: -point.latitude)
    middles: list[float] = []
    free = -math.inf
    for point in ordered:
        middle = max(plane.pixels(point)[1], free + _room(point) / 2)
        middles.append(middle)
        free = middle + _room(point) / 2
    over = max(0.0, free - plane.height / 2)
    labels = []
    for point, middle in zip(ordered, middles, strict=True):
        right, down = plane.pixels(point)
        name = "<br>".join(escape_plotly(line) for line in wrap(point.name, _NAME))
        labels.append({
            "x": plane.x(point.longitude),
            "y": point.latitude,
            "ax": edge - right,
            "ay": middle - over - down,
            "text": "<br>".join((name, *(f"<b>{escape_plotly(line)}</b>" for line in _number_lines(point)))),
            "align": anchor,
            "xanchor": anchor,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": theme.rule,
            "font": {"size": 12, "color": theme.ink},
        })  # fmt: skip
    return labels


def _outline(point: MapPoint, plane: _Plane, share: float, theme: ChartTheme) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in point.outline:
        xs += [*[plane.x(longitude) for longitude, _ in ring], None]
        ys += [*[latitude for _, latitude in ring], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": xs,
        "y": ys,
        "line": {"color": theme.muted, "width": 1},
        "fillcolor": _fill(point, theme),
        "opacity": min(0.5, 0.12 + 0.4 * share),
        "hoverinfo": "skip",
    }
