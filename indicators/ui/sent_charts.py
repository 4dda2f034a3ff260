"""The charts of a page → what a browser is sent of each, kept for everybody who looks at the same."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

import streamlit as st

from indicators.charts.catalogue import Chart, ChartContext
from indicators.export import chart_files, chart_frame
from indicators.phrasing.names import Names
from indicators.words import images as image_words
from indicators.words import ui as words

KEPT: Final = 400
"""Views whose charts are kept: some 15 kB each."""
BY_THE_BROWSER: Final = ("png", "svg")
"""The images that a browser makes of a chart by itself."""


@dataclass(frozen=True, slots=True)
class SentChart:
    """A chart as it is sent: ``content`` is JSON, deflated, of which browser/chart.js makes all that is seen.

    ``name`` is its key in words.CHARTS, ``height`` that of its marks in pixels.
    """

    name: str
    height: int
    content: bytes

    def facts(self) -> dict[str, Any]:
        """What the content says."""
        facts: dict[str, Any] = json.loads(zlib.decompress(self.content))
        return facts


def of(
    draw: Callable[[], Mapping[str, Chart]], context: ChartContext, state: str, link: str
) -> Mapping[str, SentChart]:
    """The charts that ``draw`` makes, by what they are called there, each with its ``link`` in its images.

    They are made once for a ``state`` of the data, a language, a mode and a link, which says all that a view depends
    on: ``draw`` must make the same of the same.
    """
    return _kept(draw, context.names, state, context.names.lang, context.theme.mode, link)


@st.cache_resource(show_spinner=False, max_entries=KEPT)
def _kept(  # what a chart depends on
    _draw: Callable[[], Mapping[str, Chart]], _names: Names, state: str, lang: str, mode: str, link: str
) -> Mapping[str, SentChart]:
    found: dict[str, SentChart] = {}
    named: set[str] = set()
    for key, chart in _draw().items():
        section = "" if chart.name in named else _names.of(words.CHARTS[chart.name])
        found[key] = _sent(chart, section, _names, link)
        named.add(chart.name)
    return found


def _sent(chart: Chart, section: str, names: Names, link: str) -> SentChart:
    """A chart under its title and the finding of its ``section``, of which the first of several has the heading."""
    told, layout = chart.story, chart.spec["layout"]
    facts = {
        "name": chart.name,
        "section": section,
        "title": told.title,
        "note": told.note,
        "alt": told.alt,
        "below": [line for line in (*told.remarks, told.source_line(names)) if line],
        "data": chart.spec["data"],
        "layout": layout,
        "config": {**chart_files.config(names), "displayModeBar": False},
        "frame": chart_frame.frame(chart, names, link),
        "image": chart_frame.image(chart, names, link),
        "save": {kind: names.of(image_words.SAVE).format(format=kind.upper()) for kind in BY_THE_BROWSER},
    }
    text = json.dumps(facts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return SentChart(chart.name, int(layout["height"]), zlib.compress(text.encode()))
