"""A chart → the files that readers take away: its data as CSV, a web page that works offline, an image."""

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, Final

from markupsafe import Markup

from indicators.analysis import links
from indicators.charts.catalogue import Chart
from indicators.export import chart_frame, csv_file, plotlyjs, renderer
from indicators.export.markup import Child, filled, json_script, markup, script, tag
from indicators.export.renderer import ImageFormat
from indicators.export.table import Cell
from indicators.phrasing.names import Names
from indicators.values.text import TAGS
from indicators.words import chart_files as words

BY_BROWSER: Final[tuple[ImageFormat, ...]] = ("png", "svg")
"""The image formats that the reader's own browser makes of a chart."""


# --- the data behind it ----------------------------------------------------------------------------------------------


_SHOWN: Final = ("panel", "name", "detail", "shown", "figure", "worked_out")
"""What the chart shows of a mark."""
_REPORTED: Final = (
    "metric", "region", "sector", "period", "nature", "value", "low", "high", "unit", "growth", "completion",
    "publisher", "published", "address", "quote",
)  # fmt: skip
"""Columns for the figure that a mark shows, with the names of the tidy frame."""


def csv(chart: Chart, names: Names, _link: str = "") -> bytes:
    """One row a mark: what the chart shows, and what was reported, with numbers in the base unit; it opens in Excel.

    A derived number names the figure that it was derived from, but has none of its values.
    """
    rows: list[tuple[Cell | Decimal, ...]] = []
    for mark in chart.story.marks(names):
        shown = (mark.panel, mark.name, mark.detail, mark.shown, mark.figure, "yes" if mark.worked_out else "")
        facts = _facts(mark.figure, names) if mark.figure else {}
        if mark.worked_out:
            facts = {key: fact for key, fact in facts.items() if key not in _VALUES}
        rows.append((*shown, *(facts.get(key) for key in _REPORTED)))
    return csv_file.for_spreadsheets([*_SHOWN, *_REPORTED], rows)


_VALUES: Final = frozenset({"nature", "value", "low", "high", "unit", "growth", "completion", "quote"})


def _facts(key: str, names: Names) -> dict[str, Cell | Decimal]:
    """The cells of a figure, by the columns of _REPORTED."""
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
    """The chart as a page that needs no network, with its title, note, source, data, and buttons for images."""
    story, layout = chart.story, chart.spec["layout"]
    facts = {
        "data": chart.spec["data"],
        "layout": layout,
        "frame": {**layout, **chart_frame.frame(chart, names, link)},
        "config": {**config(names), "displayModeBar": False, "responsive": True},
        "image": chart_frame.image(chart, names, link),
    }
    parts: dict[str, Child] = {
        "lang": TAGS[names.lang],
        "title": story.title,
        "note": story.note,
        "alt": story.alt,
        "remarks": [tag("p", remark) for remark in story.remarks],
        **{name: names.of(words.SAVE).format(format=name.upper()) for name in BY_BROWSER},
        "summary": names.of(words.DATA),
        "table": _table(chart, names),
        "foot": [tag("p", line) for line in chart_frame.foot(chart, names, link)],
        "chart": json_script(facts, type="application/json", id="facts"),
        "plotly": _plotly(),
    }
    return filled(_PAGE.read_text(encoding="utf-8"), parts).encode()


def rendered(format_name: ImageFormat, chart: Chart, names: Names, link: str) -> bytes:
    """The framed chart as an image, drawn on this machine; raises what ``renderer.Renderer.render`` raises."""
    scale = chart_frame.SCALE if format_name == "png" else 1
    figure = chart_frame.framed(chart, names, link)
    return renderer.shared().render(figure, format_name, width=chart_frame.WIDTH, scale=scale)


@cache
def _plotly() -> Markup:
    return script(plotlyjs.source())


def _table(chart: Chart, names: Names) -> Markup:
    head = tag("tr", (tag("th", names.of(title)) for title in words.COLUMNS.values()))
    rows = []
    for mark in chart.story.marks(names):
        article = names.dataset.article_of.get(mark.figure)
        quote = "" if mark.worked_out or not article else names.dataset.figures[mark.figure].quote or ""
        publisher = names.publisher(article.publisher) if article else ""
        cells = (mark.panel, mark.name, mark.detail, mark.shown, publisher, quote)
        rows.append(tag("tr", (tag("td", cell) for cell in cells)))
    return markup(tag("thead", head), tag("tbody", rows))


def config(names: Names) -> dict[str, Any]:
    """Options of Plotly for all charts: no upload to its cloud, and the reader's language without a download."""
    locale = TAGS[names.lang]
    return {
        "displaylogo": False,
        "showSendToCloud": False,
        "locale": locale,
        "locales": {locale: {"dictionary": {}, "format": _FORMATS[names.lang]}},
    }


_FORMATS: Final[dict[str, dict[str, Any]]] = {"zh": words.CHINESE_DATES, "en": {}}
