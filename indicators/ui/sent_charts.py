"""Charts → what a browser is sent of each, cached for all sessions that look at the same."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property, partial
from typing import Any, Final

import streamlit as st

from indicators.charts.catalogue import Chart
from indicators.charts.plots.wrapping import wrap
from indicators.export import chart_files, chart_frame, chart_table
from indicators.export.edition import Edition
from indicators.phrasing.articles import publication
from indicators.phrasing.events import LetteredEvent
from indicators.phrasing.names import Names
from indicators.ui.visit import Visit
from indicators.words import chart_files as chart_file_words
from indicators.words import ui as words

VIEWS_CACHED: Final = 400
"""Some 15 kB each."""
_EMS_OF_TITLE: Final = 35
_TABLE: Final = 28
"""Pixels of the closed table below a chart."""
_EMS_OF_NOTE: Final = 51
"""Widths of a line in a column of the page, as wrapping.py measures text."""


@dataclass(frozen=True, slots=True)
class SentContent:
    """What is sent: ``height`` is that of the marks in pixels, ``reserved`` that of the whole chart, as far as it can
    be known before it is laid out; ``deflated`` is JSON from which browser/chart.js makes all that is seen.
    """

    height: int
    reserved: int
    deflated: bytes


@dataclass(frozen=True)
class SentChart:
    """A chart as it can be sent; it is drawn when it is first shown.

    ``name`` is its key in words.CHARTS. ``compared`` counts the marks of its longest panel.
    """

    name: str
    compared: int
    make: Callable[[], SentContent]

    @cached_property
    def sent(self) -> SentContent:
        return self.make()

    @property
    def height(self) -> int:
        return self.sent.height

    @property
    def reserved(self) -> int:
        return self.sent.reserved

    @property
    def content(self) -> bytes:
        return self.sent.deflated

    def facts(self) -> dict[str, Any]:
        """The content, read back."""
        facts: dict[str, Any] = json.loads(zlib.decompress(self.content))
        return facts


def of(
    draw: Callable[[], Mapping[str, Chart]], visit: Visit, link: str, link_of: Callable[[str], str] | None = None
) -> Mapping[str, SentChart]:
    """The charts that ``draw`` makes, under the same keys, each with the ``link`` in its images.

    They are cached by ``visit.cache_key``, language, mode and link, so ``draw`` may depend on nothing else, nor may
    ``link_of``, which gives the link to each chart alone, by its key.
    """
    return _cached(draw, link_of or (lambda _: link), visit, visit.cache_key, visit.names.lang, visit.theme.mode, link)


@st.cache_resource(show_spinner=False, max_entries=VIEWS_CACHED)
def _cached(  # all that a chart depends on
    _draw: Callable[[], Mapping[str, Chart]],
    _link_of: Callable[[str], str],
    _visit: Visit,
    cache_key: str,
    lang: str,
    mode: str,
    link: str,
) -> Mapping[str, SentChart]:
    sent: dict[str, SentChart] = {}
    names_seen: set[str] = set()
    names, edition = _visit.names, _visit.edition("")
    for key, chart in _draw().items():
        section = "" if chart.name in names_seen else names.of(words.CHARTS[chart.name])
        compared = max(map(len, chart.story.panels_of_marks(names)), default=0)
        sent[key] = SentChart(chart.name, compared, partial(_content, chart, section, edition, names, _link_of(key)))
        names_seen.add(chart.name)
    return sent


def _content(shared: Chart, section: str, edition: Edition, names: Names, link: str) -> SentContent:
    """A chart under the heading of its ``section``, which is empty for all but the first chart of one name."""
    chart = replace(shared)  # a copy goes when it is sent, and with it all that has been drawn
    story, layout = chart.story, chart.spec["layout"]
    facts = {
        "name": chart.name,
        "section": section,
        "title": story.title,
        "note": story.note,
        "alt": story.alt,
        "below": [line for line in (*story.remarks, story.source_line(names)) if line],
        "events": [_event(event, names) for event in story.events],
        "data": chart.spec["data"],
        "layout": layout,
        "config": {**chart_files.config(names), "displayModeBar": False},
        "frame": chart_frame.frame(chart, names, link),
        "image": chart_frame.image(chart, names, link),
        "about": asdict(chart_files.metadata(chart, edition, names, link)),
        "table": chart_table.as_shown(chart, names),
        "save": {kind: names.of(chart_file_words.SAVE).format(format=kind.upper()) for kind in chart_files.BY_BROWSER},
    }
    text = json.dumps(facts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    height = int(layout["height"])
    return SentContent(height, height + _height_of_words(facts), zlib.compress(text.encode()))


def _height_of_words(facts: Mapping[str, Any]) -> int:
    """Pixels of title, note and what stands below, in a column of the page: near enough that nothing jumps."""
    below = [event["words"] + event.get("label", "") for event in facts["events"]] + facts["below"]
    lines = sum(len(wrap(line, _EMS_OF_NOTE)) for line in (facts["note"], *below))
    title = 24 * len(wrap(facts["title"], _EMS_OF_TITLE))
    return (55 if facts["section"] else 0) + 29 + _TABLE + title + round(20.3 * lines) + 6 * len(below)


def _event(event: LetteredEvent, names: Names) -> dict[str, str]:
    """What a letter stands for, and the best way to read its article; without an address where there is none."""
    ways = publication(names.dataset.articles[event.article], names).ways
    return {"words": event.line(names), **({"label": ways[0].label, "url": ways[0].url} if ways else {})}
