"""Regions at their places: circles whose area is the value, outlines where the dataset has them, no outside tiles."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.plots.rows import wrap
from indicators.charts.plots.theme import Theme, template
from indicators.values.text import escape_plotly

HEIGHT: Final = 320.0
"""Pixels at the least; more where the labels of one side need it."""
_EXTENT: Final = 170.0
"""Pixels from the northernmost to the southernmost place (or west to east, whichever is further apart)."""
_LARGEST: Final = 40.0
_LINE: Final = 15.0
_NAME: Final = 7.0
"""Ems of a line of a name: what a telephone leaves on either side."""

Outline = Sequence[Sequence[tuple[float, float]]]
"""Rings of (longitude, latitude)."""


@dataclass(frozen=True, slots=True)
class Spot:
    """One region: ``shown`` is its number; a ``whole`` is drawn as a ring around nothing, since its parts lie in it."""

    figure: str
    name: str
    shown: str
    hover: str
    latitude: float
    longitude: float
    value: float
    whole: bool = False
    outline: Outline = ()


def places(spots: Sequence[Spot], *, theme: Theme) -> dict[str, Any]:
    """A map of one number per region. Returns a Plotly figure as a plain dict.

    North is up; a degree of longitude is as long as it is at the places' mean latitude.
    """
    plane = _Plane(spots)
    largest = max((spot.value for spot in spots if not spot.whole), default=1.0) or 1.0
    sizes = [max(6.0, _LARGEST * math.sqrt(max(spot.value, 0) / largest)) for spot in spots]
    middle = plane.span / 2
    return {
        "data": [
            *[_outline(spot, plane, spot.value / largest, theme) for spot in spots if spot.outline],
            {
                "type": "scatter",
                "mode": "markers",
                "x": [plane.x(spot.longitude) for spot in spots],
                "y": [spot.latitude for spot in spots],
                "marker": {
                    "size": sizes,
                    "color": ["rgba(0,0,0,0)" if spot.whole else theme.accent for spot in spots],
                    "opacity": 0.85,
                    "line": {"color": [theme.whole if spot.whole else theme.paper for spot in spots], "width": 1.5},
                },
                "customdata": [[spot.figure, escape_plotly(spot.hover)] for spot in spots],
                "hovertemplate": "%{customdata[1]}<extra></extra>",
                "unselected": {"marker": {"opacity": 0.85}},
            },
        ],
        "layout": {
            "template": template(theme),
            "height": round(plane.height),
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {
                "visible": False,
                "fixedrange": True,
                "type": "linear",
                "scaleanchor": "y",
                "range": [plane.centre - middle, plane.centre + middle],
            },
            "yaxis": {
                "visible": False,
                "fixedrange": True,
                "type": "linear",
                "range": [plane.latitude - middle, plane.latitude + middle],
            },
            "annotations": _labels(spots, plane, theme),
        },
    }


class _Plane:
    """Longitudes squeezed so that both axes have one scale; ``span`` is what the height of the chart covers."""

    def __init__(self, spots: Sequence[Spot]) -> None:
        latitudes = [spot.latitude for spot in spots] or [0.0]
        longitudes = [spot.longitude for spot in spots] or [0.0]
        self.latitude = (min(latitudes) + max(latitudes)) / 2
        self._squeeze = math.cos(math.radians(self.latitude))
        across = (max(longitudes) - min(longitudes)) * self._squeeze
        extent = max(across, max(latitudes) - min(latitudes), 0.05)
        self.height = max(HEIGHT, *(sum(map(_room, side)) for side in _sides(spots)))
        self.span = extent * self.height / _EXTENT
        self.centre = self.x((min(longitudes) + max(longitudes)) / 2)

    def x(self, longitude: float) -> float:
        return longitude * self._squeeze

    def pixels(self, spot: Spot) -> tuple[float, float]:
        """From the middle of the chart, right and down."""
        scale = self.height / self.span
        return (self.x(spot.longitude) - self.centre) * scale, (self.latitude - spot.latitude) * scale


def _labels(spots: Sequence[Spot], plane: _Plane, theme: Theme) -> list[dict[str, Any]]:
    """Names stand in two columns, west and east, so that no two meet; a thin line leads to each place."""
    west, east = _sides(spots)
    edge = _EXTENT / 2 + 14
    return _column(west, plane, -edge, "right", theme) + _column(east, plane, edge, "left", theme)


def _sides(spots: Sequence[Spot]) -> tuple[list[Spot], list[Spot]]:
    ordered = sorted(spots, key=lambda spot: spot.longitude)
    half = (len(ordered) + 1) // 2
    return ordered[:half], ordered[half:]


def _room(spot: Spot) -> float:
    """Pixels that a label is high."""
    return _LINE * (len(wrap(spot.name, _NAME)) + 1) + 8


def _column(spots: Sequence[Spot], plane: _Plane, edge: float, anchor: str, theme: Theme) -> list[dict[str, Any]]:
    ordered = sorted(spots, key=lambda spot: -spot.latitude)
    middles: list[float] = []
    free = -math.inf
    for spot in ordered:
        middle = max(plane.pixels(spot)[1], free + _room(spot) / 2)
        middles.append(middle)
        free = middle + _room(spot) / 2
    over = max(0.0, free - plane.height / 2)
    labels = []
    for spot, middle in zip(ordered, middles, strict=True):
        right, down = plane.pixels(spot)
        name = "<br>".join(escape_plotly(line) for line in wrap(spot.name, _NAME))
        labels.append({
            "x": plane.x(spot.longitude),
            "y": spot.latitude,
            "ax": edge - right,
            "ay": middle - over - down,
            "text": f"{name}<br><b>{escape_plotly(spot.shown)}</b>",
            "align": anchor,
            "xanchor": anchor,
            "showarrow": True,
            "arrowhead": 0,
            "arrowwidth": 1,
            "arrowcolor": theme.rule,
            "font": {"size": 12, "color": theme.ink},
        })  # fmt: skip
    return labels


def _outline(spot: Spot, plane: _Plane, share: float, theme: Theme) -> dict[str, Any]:
    xs: list[float | None] = []
    ys: list[float | None] = []
    for ring in spot.outline:
        xs += [*[plane.x(longitude) for longitude, _ in ring], None]
        ys += [*[latitude for _, latitude in ring], None]
    return {
        "type": "scatter",
        "mode": "lines",
        "fill": "toself",
        "x": xs,
        "y": ys,
        "line": {"color": theme.muted, "width": 1},
        "fillcolor": theme.accent,
        "opacity": min(0.5, 0.12 + 0.4 * share),
        "hoverinfo": "skip",
    }
