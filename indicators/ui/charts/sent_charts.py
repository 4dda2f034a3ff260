"""Charts → what a browser is sent of each, cached for all sessions that look at the same."""

import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property, partial
from threading import Lock
from typing import Any, Final
from weakref import WeakValueDictionary

import streamlit as st

from indicators.charts.catalogue import Chart
from indicators.charts.plots.wrapping import wrap
from indicators.export import chart_files, chart_frame, chart_table, fonts
from indicators.phrasing.articles import publication
from indicators.phrasing.events import LetteredEvent
from indicators.phrasing.names import Names
from indicators.ui.charts import chart_downloads
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.words import ui as words
from indicators.words.export import chart_files as chart_file_words

VIEWS_CACHED: Final = 1_000
CHARTS_CACHED: Final = 800
"""Some 10 kB each."""
_EMS_OF_TITLE: Final = 35
_TABLE: Final = 28
_FILES: Final = 40
"""Pixels of the closed table below a chart, and of the line with its files."""
_EMS_OF_NOTE: Final = 51
"""Widths of a line in a column of the page, as wrapping.py measures text."""


@dataclass(frozen=True, slots=True)
class SentContent:
    """What is sent: ``height`` is that of the whole chart in pixels, as far as it can be known before it is laid out;
    ``deflated`` is JSON from which browser/chart.js makes all that is seen.
    """

    height: int
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
    def content(self) -> bytes:
        return self.sent.deflated


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a chart stands: its ``key`` on the page, the heading of its ``section`` if it is the first of one name, the
    ``link`` to it, and whether files of it are ``offered``.
    """

    key: str
    section: str
    link: str
    offered: bool


DrawCharts = Callable[[], Mapping[str, Chart]]


def of(
    draw: DrawCharts, visit: Visit, link: str, link_of: Callable[[str], str] | None = None
) -> Mapping[str, SentChart]:
    """The charts that ``draw`` makes, under the same keys, each with the ``link`` in its images.

    They are cached by ``visit.cache_key``, language, mode and link, so ``draw`` may depend on nothing else, nor may
    ``link_of``, which gives the link to each chart alone, by its key. It is called at most once in this run, and in
    those of others who look at the same meanwhile: to know which charts there are, or for the words and marks of one.
    """
    known = f"{visit.cache_key} {visit.names.lang}"
    once = _shared(draw, f"{known} {visit.theme.mode} {link}")
    link_to, names_seen = link_of or (lambda _: link), set[str]()
    offered = not st.context.is_embedded
    sent: dict[str, SentChart] = {}
    for key, (name, compared) in _offered(once, f"{known} {link}").items():
        section = "" if name in names_seen else visit.names.of(words.CHARTS[name])
        place = _Place(key, section, link_to(key), offered)
        draw_one = partial(_sent, once, place, visit)
        shown = f"{known} {visit.theme.mode} {place.link} {key} {offered}"
        sent[key] = SentChart(name, compared, partial(_content, draw_one, shown))
        names_seen.add(name)
    return sent


class _Drawing:
    """The charts of a view, drawn when one of several runs first asks for them; the others wait for it."""

    def __init__(self, draw: DrawCharts) -> None:
        self._draw = draw
        self._lock = Lock()
        self._charts: Mapping[str, Chart] | None = None

    def __call__(self) -> Mapping[str, Chart]:
        with self._lock:
            if self._charts is None:
                self._charts = self._draw()
            return self._charts


_DRAWINGS: "Final[WeakValueDictionary[str, _Drawing]]" = WeakValueDictionary()
"""What is being drawn, by the view; as long as somebody's run holds it."""
_LOOKING: Final = Lock()


def _shared(draw: DrawCharts, key: str) -> _Drawing:
    """The drawing of a view that another run has begun, or a new one."""
    with _LOOKING:
        drawing = _DRAWINGS.get(key)
        if drawing is None:
            drawing = _DRAWINGS[key] = _Drawing(draw)
        return drawing


@kept(VIEWS_CACHED)
def _offered(_draw: DrawCharts, cache_key: str) -> Mapping[str, tuple[str, int]]:
    """The key of each chart → its name, and how many marks its longest panel has."""
    return {key: (chart.name, chart.compared) for key, chart in _draw().items()}


@kept(CHARTS_CACHED)
def _content(_draw_one: Callable[[], SentContent], cache_key: str) -> SentContent:
    """What is sent of one chart."""
    return _draw_one()


def _sent(draw: DrawCharts, place: _Place, visit: Visit) -> SentContent:
    chart, names, edition, link = draw()[place.key], visit.names, visit.edition(""), place.link
    story, layout, framing = chart.story, chart.spec["layout"], chart_frame.frame(chart, names, link)
    chinese = place.offered and fonts.has_chinese([chart.spec, framing])
    facts = {
        "name": chart.name,
        "section": place.section,
        "title": story.title,
        "note": story.note,
        "alt": story.alt,
        "below": [line for line in (*story.remarks, story.source_line(names)) if line],
        "events": [_event(event, names) for event in story.events],
        "data": chart.spec["data"],
        "layout": layout,
        "config": {**chart_files.config(names), "displayModeBar": False},
        "frame": framing,
        "image": chart_frame.image(chart, names, link, key=place.key),
        "about": asdict(chart_files.metadata(chart, edition, names, link)),
        "table": chart_table.as_shown(chart, names),
        "save": {kind: names.of(chart_file_words.SAVE).format(format=kind.upper()) for kind in chart_files.BY_BROWSER},
        "download": chart_downloads.offer(place.key, link, visit, chinese=chinese) if place.offered else None,
    }
    text = json.dumps(facts, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return SentContent(int(layout["height"]) + _height_of_words(facts), zlib.compress(text.encode()))


def _height_of_words(facts: Mapping[str, Any]) -> int:
    """Pixels of title, note and what stands below, in a column of the page: near enough that nothing jumps."""
    below = [event["words"] + event.get("label", "") for event in facts["events"]] + facts["below"]
    lines = sum(len(wrap(line, _EMS_OF_NOTE)) for line in (facts["note"], *below))
    title = 24 * len(wrap(facts["title"], _EMS_OF_TITLE))
    return (55 if facts["section"] else 0) + 29 + _TABLE + _FILES + title + round(20.3 * lines) + 6 * len(below)


def _event(event: LetteredEvent, names: Names) -> dict[str, str]:
    """What a letter stands for, and the best way to read its article; without an address where there is none."""
    ways = publication(names.dataset.articles[event.article], names).ways
    return {"words": event.line(names), **({"label": ways[0].label, "url": ways[0].url} if ways else {})}
