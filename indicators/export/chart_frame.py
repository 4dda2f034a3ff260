"""A chart → the same chart framed for an image: title and note above it, source, link and licence below it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, NamedTuple
from urllib.parse import parse_qsl, urlsplit

from indicators.charts.catalogue import Chart
from indicators.charts.plots.wrapping import wrap_at_most
from indicators.phrasing.names import Names
from indicators.values.text import escape_plotly
from indicators.words import terms
from indicators.words.export import chart_files as words

WIDTH: Final = 720
"""Pixels of an image; its PNG has twice as many."""
SCALE: Final = 2
HEAD: Final = 122
FOOT: Final = 80
SIDE: Final = 16
"""Pixels around a chart for its frame."""
_LABELS: Final = 22
"""Pixels for the labels of an axis at the foot of a chart, whose margin of 0 Plotly widens by itself."""
MOST_EVENT_LINES: Final = 6
"""Lines at the foot that name the events in a chart."""
FRAME: Final = 3
"""Number of annotations that are the frame; they come before those of the chart."""


class _Type(NamedTuple):
    """Font size and height of a line in pixels, and the largest number of lines."""

    size: float
    line: float
    most: int


_TITLE: Final = _Type(18.0, 24.0, 3)
_NOTE: Final = _Type(12.5, 17.0, 2)
_FOOT: Final = _Type(10.5, 14.0, 5)


def framed(chart: Chart, names: Names, link: str) -> dict[str, Any]:
    """The chart's figure with title and note above it, and source, link, dataset and licence below it.

    It is ``HEAD + FOOT`` higher than the figure, and by the lines that name its events, and must be drawn ``WIDTH``
    wide: an image of it needs no page around it. Wherever labels of the chart widen its margins, the frame stays at the
    edges of an image of that size.
    """
    figure = chart.spec
    return {**figure, "layout": {**figure["layout"], **frame(chart, names, link)}}


def frame(chart: Chart, names: Names, link: str) -> dict[str, Any]:
    """The parts of the layout that differ in a framed figure."""
    layout = chart.spec["layout"]
    look, margin = layout["template"]["layout"], layout["margin"]
    sides = {side: margin[side] + SIDE for side in ("l", "r")}
    events = _events(chart, names)
    foot_height = FOOT + round(_FOOT.line * len(events))
    height = layout["height"] + HEAD + foot_height
    below = {"b": margin["b"] + foot_height, "t": margin["t"] + HEAD, **sides}
    ink, muted = look["font"]["color"], look["xaxis"]["tickfont"]["color"]
    corner = _Corner(left=SIDE - WIDTH + sides["r"], top=below["t"])
    title, note = _lines(chart.story.title, _TITLE.size, _TITLE.most), _lines(chart.story.note, _NOTE.size, _NOTE.most)
    lines = [line for sentence in foot(chart, names, link) for line in _lines(sentence, _FOOT.size, 2)]
    lines = [*events, *lines[: _FOOT.most]]
    annotations = [
        corner.say(
            f"<b>{_broken(title)}</b>", HEAD - 16 - _NOTE.line * len(note), "bottom", size=_TITLE.size, color=ink
        ),
        corner.say(_broken(note), HEAD - 12, "bottom", size=_NOTE.size, color=muted),
        corner.say(_broken(lines), height - foot_height + 6, "top", size=_FOOT.size, color=muted),
    ]
    framing = {
        "height": height,
        "margin": {**margin, **below},
        "paper_bgcolor": look["hoverlabel"]["bgcolor"],
        "annotations": [*annotations, *layout.get("annotations", ())],
    }
    if layout["showlegend"]:  # only the browser knows its height, and adds it to the margin
        framing["legend"] = {**layout["legend"], "yref": "container", "y": foot_height / height, "yanchor": "bottom"}
    elif layout["xaxis"].get("ticks") == "outside":
        framing["margin"]["b"] += _LABELS
    return framing


@dataclass(frozen=True, slots=True)
class _Corner:
    """The top left of an image, measured from the top right of the plot: the one corner that no label moves."""

    left: float
    top: float

    def say(self, text: str, down: float, anchor: str, *, size: float, color: str) -> dict[str, Any]:
        """An annotation whose top or bottom (``anchor``) is ``down`` pixels below the top of the image."""
        return {
            "text": text,
            "xref": "paper",
            "yref": "paper",
            "x": 1,
            "y": 1,
            "xanchor": "left",
            "yanchor": anchor,
            "xshift": self.left,
            "yshift": self.top - down,
            "align": "left",
            "showarrow": False,
            "borderpad": 0,
            "font": {"size": size, "color": color},
        }


def _broken(lines: Sequence[str]) -> str:
    return "<br>".join(escape_plotly(line) for line in lines)


@lru_cache(maxsize=1_000)
def _lines(text: str, size: float, most: int) -> tuple[str, ...]:
    """The text in at most ``most`` lines as wide as the image."""
    return tuple(wrap_at_most(text, (WIDTH - 2 * SIDE) / size * 0.97, most))


def foot(chart: Chart, names: Names, link: str) -> list[str]:
    """The lines below a chart: who printed the numbers, the link to the chart, and the dataset with its licence."""
    about = names.dataset.about
    compiled = names.of(words.COMPILED).format(title=names.of(about.title), license=about.license)
    return [line for line in (chart.story.source_line(names), link, compiled) if line]


def _events(chart: Chart, names: Names) -> tuple[str, ...]:
    """The lines that say what the letters of events stand for; none where there are no events."""
    several = names.of(terms.SEMICOLON).join(event.line(names) for event in chart.story.events)
    return _lines(several, _FOOT.size, MOST_EVENT_LINES) if several else ()


def image(chart: Chart, names: Names, link: str, *, key: str = "") -> dict[str, Any]:
    """What Plotly needs to know to save the framed chart as a PNG.

    ``key`` is what tells the chart from others of its kind on a page: of a page of timelines, its metric.
    """
    return {
        "format": "png",
        "filename": file_name(key or chart.name, names, link),
        "width": WIDTH,
        "height": chart.spec["layout"]["height"] + HEAD + FOOT + round(_FOOT.line * len(_events(chart, names))),
        "scale": SCALE,
    }


def file_name(name: str, names: Names, link: str) -> str:
    """The name of a file of the chart ``name``, without what says its format: letters, digits and hyphens only."""
    chosen = [value for _, value in parse_qsl(urlsplit(link).query)]
    parts = dict.fromkeys((names.dataset.about.id, name, *chosen))
    return "-".join(re.findall(r"[A-Za-z0-9]+", "-".join(parts)))[:100].rstrip("-")
