"""Numbers of places → a Plotly figure of equal squares at about their places, north up, coloured in steps."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from indicators.charts.marks import HOLLOW
from indicators.charts.plots.rows import text
from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.traces import choosable
from indicators.charts.plots.wrapping import wrap, wrap_at_most
from indicators.values.text import escape_plotly

Outline = Sequence[Sequence[tuple[float, float]]]
"""Rings of (longitude, latitude)."""

PHONE: Final = 342.0
"""Pixels that a telephone leaves for a chart."""
WIDEST: Final = 118.0
_LOWEST: Final = 40.0
GAP: Final = 4.0
_TALLEST: Final = 82.0
LEGEND: Final = 46.0
"""Height of the line of steps with their limits."""
SWATCH: Final = 10.0
_EDGE: Final = 2.0
_NAME_SIZE: Final = 13.0
_NAME_LINE: Final = 16.0


@dataclass(frozen=True, slots=True)
class MapTile:
    """One place: ``large`` is the number that its colour shows, ``small`` a second one, "" where there is none.

    ``step`` counts the colours of ``ChartTheme.steps`` from 0; None has none. ``style`` is actual, target or expected:
    what is no result is not filled. ``outline`` is that of the place, where it is known.
    """

    figure: str
    name: str
    large: str
    small: str
    hover: str
    row: int
    column: int
    latitude: float
    longitude: float
    step: int | None = None
    style: str = "actual"
    outline: Outline = ()


Steps = Mapping[int, str]
"""Step of a colour → the numbers that have it, in words."""


def tiles(places: Sequence[MapTile], steps: Steps, *, theme: ChartTheme) -> dict[str, Any]:
    """A tile for each place, and what the colours mean below. Returns a Plotly figure as a plain dict."""
    rows = 1 + max((place.row for place in places), default=0)
    columns = 1 + max((place.column for place in places), default=0)
    wide = max(_LOWEST, min(WIDEST, PHONE / max(columns, 3)))
    tall = min(_TALLEST, wide) + (_NAME_LINE if _two_lines(places, wide) else 0)
    height, width = rows * tall, columns * wide
    span = max(width, PHONE - GAP)
    below = LEGEND if steps else 0.0
    return {
        "data": [
            _squares(places, wide, tall, theme),
            *_words(places, wide, tall, theme),
            *(_legend(steps, height, span, theme) if steps else ()),
        ],
        "layout": {
            "template": template(theme),
            "height": round(height + below),
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "barmode": "overlay",
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {**_axis([0, span]), "scaleanchor": "y", "constrain": "domain", "constraintoward": "left"},
            "yaxis": {**_axis([height + below, 0]), "constrain": "domain", "constraintoward": "top"},
        },
    }


def fill(place: MapTile, theme: ChartTheme) -> str:
    """The colour of a place: that of its step, nothing for a target, and pale for what is expected."""
    if place.style == "target":
        return HOLLOW
    if place.style == "expected":
        return theme.track
    return theme.track if place.step is None else theme.steps[place.step]


def edge(place: MapTile, theme: ChartTheme) -> str:
    """The colour of its edge: what is no result has one."""
    return theme.accent if place.style != "actual" else fill(place, theme)


def _axis(ends: Sequence[float]) -> dict[str, Any]:
    return {"visible": False, "fixedrange": True, "type": "linear", "range": list(ends)}


def _squares(places: Sequence[MapTile], wide: float, tall: float, theme: ChartTheme) -> dict[str, Any]:
    inset = [_EDGE / 2 if place.style != "actual" else 0 for place in places]
    return {
        "type": "bar",
        "x": [(place.column + 0.5) * wide - GAP / 2 for place in places],
        "y": [tall - GAP - 2 * inner for inner in inset],
        "base": [place.row * tall + inner for place, inner in zip(places, inset, strict=True)],
        "width": [wide - GAP - 2 * inner for inner in inset],
        "marker": {
            "color": [fill(place, theme) for place in places],
            "line": {
                "color": [edge(place, theme) for place in places],
                "width": [_EDGE if place.style != "actual" else 0 for place in places],
            },
        },
        **choosable((place.figure, place.hover) for place in places),
        "selected": {"marker": {"opacity": 1}},
    }


def _is_small(wide: float) -> bool:
    """True where a tile has room for two short lines only."""
    return wide < 70


def _two_lines(places: Sequence[MapTile], wide: float) -> bool:
    """True where a name needs two lines."""
    return not _is_small(wide) and any(len(wrap(place.name, _ems(wide, _NAME_SIZE))) > 1 for place in places)


def _words(places: Sequence[MapTile], wide: float, tall: float, theme: ChartTheme) -> Iterator[dict[str, Any]]:
    """Name, large number and small number as a trace each: below each other, or what there is room for."""
    below = _NAME_LINE if _two_lines(places, wide) else 0
    large = 18.0 if all(place.style == "actual" for place in places) else 13.0  # what is no result says so behind it
    lines = [("name", _NAME_SIZE, 5.0), ("large", large, 22.0 + below), ("small", 12.0, 48.0 + below)]
    if _is_small(wide):
        lines = [("name", 11.0, 2.0), ("large", 12.0, 16.0)]
    for part, size, top in lines:
        role = text("name", theme)
        most = 2 if (part == "name" and below) or (part == "large" and size < 18) else 1
        yield {
            **role,
            "textfont": {**role["textfont"], "size": size, **({"weight": 600} if part != "small" else {})},
            "x": [place.column * wide + 5 for place in places],
            "y": [place.row * tall + top for place in places],
            "text": [_cut(getattr(place, part), size, wide, most) for place in places],
            "textposition": "bottom right",
        }


def _ems(wide: float, size: float) -> float:
    """How many ems a line of a tile has room for."""
    return (wide - GAP - 8) / size * 1.12


def _cut(words: str, size: float, wide: float, most: int) -> str:
    """The words as far as there is room in a tile."""
    return "<br>".join(map(escape_plotly, wrap_at_most(words, _ems(wide, size), most)))


def _legend(steps: Steps, top: float, span: float, theme: ChartTheme) -> Iterator[dict[str, Any]]:
    width = min(span, PHONE - GAP) / max(len(steps), 4)
    middles = [(index + 0.5) * width for index in range(len(steps))]
    yield {
        "type": "bar",
        "x": middles,
        "y": [SWATCH] * len(steps),
        "base": top + 8,
        "width": width,
        "marker": {"color": [theme.steps[step] for step in steps]},
        "hoverinfo": "skip",
        "unselected": {"marker": {"opacity": 1}},
    }
    yield {
        **text("tick", theme),
        "x": middles,
        "y": [top + 8 + SWATCH + 3] * len(steps),
        "text": list(map(escape_plotly, steps.values())),
        "textposition": "bottom center",
    }
