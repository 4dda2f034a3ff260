"""A chart → what people take away of it: a figure framed for an image, a web page of its own, the data behind it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl, urlsplit

from markupsafe import Markup

from indicators.analysis import links
from indicators.charts.catalogue import Chart
from indicators.charts.plots.rows import Row
from indicators.charts.plots.wrapping import wrap
from indicators.charts.stories import Story
from indicators.charts.stories.overviews import Atlas, Coverage, Lines
from indicators.charts.stories.reports import Reports
from indicators.export import csv_file, renderer
from indicators.export import plotlyjs as bundle
from indicators.export.markup import Child, filled, json_script, markup, script, tag
from indicators.export.table import Cell
from indicators.phrasing.names import Names
from indicators.values.text import escape_plotly
from indicators.words import images as words
from indicators.words import terms
from indicators.words import ui as ui_words

WIDTH: Final = 720
"""Pixels of an image; its PNG has twice as many."""
SCALE: Final = 2
HEAD: Final = 104
FOOT: Final = 80
SIDE: Final = 16
"""Pixels around a chart for its frame."""
_LABELS: Final = 22
"""Pixels of the labels of an axis at the foot of a chart: there they come out of a margin of 0 by themselves."""
FRAME: Final = 3
"""So many annotations are the frame, before those of the chart."""
_TITLE: Final = (18.0, 24.0, 2)
_NOTE: Final = (12.5, 17.0, 2)
_FOOT: Final = (10.5, 14.0, 5)
"""Size of the type, height of a line, and how many lines there is room for."""


# --- a figure framed for an image ------------------------------------------------------------------------------------


def framed(chart: Chart, names: Names, link: str) -> dict[str, Any]:
    """The chart's figure with title and note above it, and source, link, dataset and licence below it.

    It is ``HEAD + FOOT`` higher than the figure and meant to be ``WIDTH`` wide: an image of it stands for itself.
    Wherever the chart's own labels push its margins, the frame stays at the edges of an image of that size.
    """
    figure = chart.spec
    return {**figure, "layout": {**figure["layout"], **frame(chart, names, link)}}


def frame(chart: Chart, names: Names, link: str) -> dict[str, Any]:
    """What a framed figure has instead of parts of the chart's layout."""
    layout = chart.spec["layout"]
    look, margin = layout["template"]["layout"], layout["margin"]
    sides = {side: margin[side] + SIDE for side in ("l", "r")}
    height = layout["height"] + HEAD + FOOT
    below = {"b": margin["b"] + FOOT, "t": margin["t"] + HEAD, **sides}
    ink, muted = look["font"]["color"], look["xaxis"]["tickfont"]["color"]
    at = _Corner(left=SIDE - WIDTH + sides["r"], top=below["t"])
    title, note = _lines(chart.story.title, *_TITLE), _lines(chart.story.note, *_NOTE)
    foot = [line for words_ in _foot(chart, names, link) for line in _lines(words_, _FOOT[0], _FOOT[1], 2)]
    said = [
        at.say(f"<b>{_broken(title)}</b>", HEAD - 16 - _NOTE[1] * len(note), "bottom", size=_TITLE[0], color=ink),
        at.say(_broken(note), HEAD - 12, "bottom", size=_NOTE[0], color=muted),
        at.say(_broken(foot[: _FOOT[2]]), height - FOOT + 6, "top", size=_FOOT[0], color=muted),
    ]
    framing = {
        "height": height,
        "margin": {**margin, **below},
        "paper_bgcolor": look["hoverlabel"]["bgcolor"],
        "annotations": [*said, *layout.get("annotations", ())],
    }
    if layout["showlegend"]:  # its height is known to the browser only, which adds it to the margin from there
        framing["legend"] = {**layout["legend"], "yref": "container", "y": FOOT / height, "yanchor": "bottom"}
    elif layout["xaxis"].get("ticks") == "outside":
        framing["margin"]["b"] += _LABELS
    return framing


@dataclass(frozen=True, slots=True)
class _Corner:
    """Where an image begins, seen from the top right of the plot: the one corner that no label moves."""

    left: float
    top: float

    def say(self, text: str, down: float, anchor: str, *, size: float, color: str) -> dict[str, Any]:
        """Lines whose top or bottom is so many pixels below the top of the image."""
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
def _lines(text: str, size: float, _: float, most: int) -> tuple[str, ...]:
    """The text in lines as wide as the image; what there is no room for is cut, and said to be."""
    room = (WIDTH - 2 * SIDE) / size * 0.97
    lines = wrap(_breakable(text, room), room)
    return tuple(lines) if len(lines) <= most else (*lines[: most - 1], lines[most - 1].rstrip(" ,，、") + "…")


def _breakable(text: str, room: float) -> str:
    """Words that are longer than a line, such as addresses, in pieces."""
    most = int(room / 0.55)
    return re.sub(rf"\S{{{most}}}", r"\g<0> ", text)


def _foot(chart: Chart, names: Names, link: str) -> list[str]:
    """Who printed the numbers, where the chart is, and of which dataset: each begins a line."""
    about = names.dataset.about
    told = chart.story
    source = names.of(ui_words.SOURCE).format(publishers=names.of(ui_words.LIST).join(told.sources))
    left = names.of(ui_words.LEFT_OUT).format(count=told.left_out)
    first = names.of(terms.JOIN).join([*([source] if told.sources else []), *([left] if told.left_out else [])])
    of = names.of(words.COMPILED).format(title=names.of(about.title), license=about.license)
    return [part for part in (first, link, of) if part]


def file_name(name: str, names: Names, link: str) -> str:
    """The name of a file of the chart ``name``, without what says its format: letters, digits and hyphens only."""
    chosen = [value for _, value in parse_qsl(urlsplit(link).query)]
    parts = dict.fromkeys((names.dataset.about.id, name, *chosen))
    return "-".join(re.findall(r"[A-Za-z0-9]+", "-".join(parts)))[:100].rstrip("-")


# --- the data behind it ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a chart as a line of a table: what the chart shows, and the figure that it shows it of.

    ``figure`` is its id; ``worked_out`` says that the number shown was worked out of that figure, and is not its own.
    """

    panel: str
    name: str
    detail: str
    shown: str
    figure: str = ""
    worked_out: bool = False


def marks(chart: Chart, names: Names) -> Iterator[Mark]:
    """The marks of a chart, in the order in which they are read."""
    told = chart.story
    if isinstance(told, Story | Reports):
        panels = told.panels if isinstance(told, Story) else told.scales
        yield from (_of_row(panel.heading, row) for panel in panels for row in panel.rows)
    elif isinstance(told, Lines):
        for one in told.series:
            for key, said in zip(one.figures, one.hover, strict=True):
                yield Mark(one.name, names.dataset.figures[key].period.label(names.lang), "", said, key)
    elif isinstance(told, Coverage):
        for (region, sector), count in told.counts.items():
            yield Mark(told.regions[region], told.sectors[sector], "", f"{count:,}")
    elif isinstance(told, Atlas):
        yield from (Mark("", spot.name, "", spot.shown, spot.figure) for spot in told.spots)


def _of_row(heading: str, row: Row) -> Mark:
    return Mark(heading, row.name, row.detail, row.shown, row.figure, row.style == "derived")


_REPORTED: Final = (
    "metric", "region", "sector", "period", "nature", "value", "low", "high", "unit", "growth", "completion",
    "publisher", "published", "address", "quote",
)  # fmt: skip
"""Of the figure that a mark is of, as the tidy frame names it."""


def csv(chart: Chart, names: Names) -> bytes:
    """One line a mark: what the chart shows, and what was reported, in numbers of the base unit; opens in Excel.

    A number that was worked out has the figure that it was worked out of, and none of the numbers of that.
    """
    rows: list[tuple[Cell | Decimal, ...]] = []
    for mark in marks(chart, names):
        shown = (mark.panel, mark.name, mark.detail, mark.shown, mark.figure, "yes" if mark.worked_out else "")
        facts = _facts(mark.figure, names) if mark.figure else {}
        if mark.worked_out:
            facts = {key: fact for key, fact in facts.items() if key not in _ITS_OWN}
        rows.append((*shown, *(facts.get(key) for key in _REPORTED)))
    return csv_file.for_spreadsheets([*(field.name for field in fields(Mark)), *_REPORTED], rows)


_ITS_OWN: Final = frozenset({"nature", "value", "low", "high", "unit", "growth", "completion", "quote"})


def _facts(key: str, names: Names) -> dict[str, Cell | Decimal]:
    """What was reported, by the names of _REPORTED."""
    figure, article = names.dataset.figures[key], names.dataset.article_of[key]
    text = figure.text
    address = next((link.url for link in links.links(article, names.dataset) if link.kind in {"article", "copy"}), "")
    return {
        "value": text.value if text else None,
        "low": text.low if text else None,
        "high": text.high if text else None,
        "growth": figure.growth.value if figure.growth else None,
        "completion": figure.completion.value if figure.completion else None,
        "metric": names.metric(figure.metric),
        "region": names.region(figure.region),
        "sector": names.sector(figure.sector),
        "period": figure.period.text,
        "nature": figure.nature,
        "unit": names.dataset.metrics[figure.metric].unit,
        "publisher": names.publisher(article.publisher),
        "published": article.published.text,
        "address": address,
        "quote": figure.quote,
    }


# --- a web page of its own -------------------------------------------------------------------------------------------

_PAGE: Final = Path(__file__).with_name("chart.html")


def html(chart: Chart, names: Names, link: str) -> bytes:
    """The chart as one file that needs no network: with its title, note, source, data, and buttons for images."""
    told, layout = chart.story, chart.spec["layout"]
    facts = {
        "data": chart.spec["data"],
        "layout": layout,
        "frame": {**layout, **frame(chart, names, link)},
        "config": {**config(names), "displayModeBar": False, "responsive": True},
        "image": image(chart, names, link),
    }
    parts: dict[str, Child] = {
        "lang": {"zh": "zh-CN", "en": "en"}[names.lang],
        "title": told.title,
        "note": told.note,
        "alt": told.alt,
        "remarks": [tag("p", remark) for remark in told.remarks],
        **{kind: names.of(words.SAVE).format(format=kind.upper()) for kind in ("png", "svg")},
        "summary": names.of(words.DATA),
        "table": _table(chart, names),
        "foot": [tag("p", line) for line in _foot(chart, names, link)],
        "chart": json_script(facts, type="application/json", id="facts"),
        "plotly": _plotly(),
    }
    return filled(_PAGE.read_text(encoding="utf-8"), parts).encode()


def rendered(chart: Chart, names: Names, link: str, kind: renderer.Format) -> bytes:
    """The framed chart as an image that this machine draws; raises as ``renderer.Renderer.render`` does."""
    scale = SCALE if kind == "png" else 1
    return renderer.shared().render(framed(chart, names, link), kind, width=WIDTH, scale=scale)


def image(chart: Chart, names: Names, link: str) -> dict[str, Any]:
    """What Plotly needs to know to save the framed chart as a PNG."""
    return {
        "format": "png",
        "filename": file_name(chart.name, names, link),
        "width": WIDTH,
        "height": chart.spec["layout"]["height"] + HEAD + FOOT,
        "scale": SCALE,
    }


@cache
def _plotly() -> Markup:
    return script(bundle.source())


def _table(chart: Chart, names: Names) -> Markup:
    head = tag("tr", (tag("th", names.of(title)) for title in words.COLUMNS.values()))
    rows = []
    for mark in marks(chart, names):
        article = names.dataset.article_of.get(mark.figure)
        quote = "" if mark.worked_out or not article else names.dataset.figures[mark.figure].quote or ""
        publisher = names.publisher(article.publisher) if article else ""
        cells = (mark.panel, mark.name, mark.detail, mark.shown, publisher, quote)
        rows.append(tag("tr", (tag("td", cell) for cell in cells)))
    return markup(tag("thead", head), tag("tbody", rows))


def config(names: Names) -> dict[str, Any]:
    """What Plotly is to do the same everywhere: no way to the cloud, and the reader's language without a download."""
    locale = {"zh": "zh-CN", "en": "en"}[names.lang]
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "locale": locale,
        "locales": {locale: {"dictionary": {}, "format": _FORMATS[names.lang]}},
    }


_FORMATS: Final[dict[str, dict[str, Any]]] = {"zh": words.CHINESE_DATES, "en": {}}
