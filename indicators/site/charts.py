"""A chart → its section of a page with a table of its numbers, and the specification that a browser draws."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from markupsafe import Markup

from indicators.charts.catalogue import Chart
from indicators.charts.marks import Mark
from indicators.charts.two_columns import balanced
from indicators.export import chart_frame
from indicators.export.markup import EMPTY, dumped, link, markup, tag
from indicators.phrasing.articles import byline
from indicators.phrasing.events import LetteredEvent
from indicators.site.volume import Volume
from indicators.words import site as words
from indicators.words import terms
from indicators.words import ui as ui_words

ASSIGNED_TO: Final = "window.INDICATORS_CHARTS="
"""What the file of charts assigns to: a page that is opened from a disk may load scripts, but no JSON."""


def columns(charts: Mapping[str, Chart], volume: Volume, top: str, *, embeds: str = "") -> Markup:
    """The charts in two columns of about one height; ``embeds`` is the metric whose charts can be embedded."""
    sides = balanced({name: chart.spec["layout"]["height"] for name, chart in charts.items()})
    if not sides:
        return EMPTY
    blocks = ((block(charts[name], volume, top, embeds=embeds) for name in side) for side in sides)
    return tag("div", (tag("div", side) for side in blocks), class_="columns")


def block(chart: Chart, volume: Volume, top: str, *, embeds: str = "") -> Markup:
    """The section of a chart: its title, its finding and the chart; ``embeds`` is its metric if it can be embedded."""
    name = chart.name
    own = link(f"{top}embed/{embeds}-{name}.html", volume.of(words.EMBED)) if embeds else None
    return tag(
        "section",
        tag("h2", volume.of(ui_words.CHARTS[name])),
        tag("h3", chart.story.title),
        drawn(chart, volume, top),
        tag("p", own, class_="own") if own else None,
        class_="chart",
        id=f"chart-{name}",
    )


def drawn(chart: Chart, volume: Volume, top: str) -> Markup:
    """The chart itself with its notes, its source and its table."""
    story = chart.story
    plot = tag(
        "div",
        role="figure",  # not img: Plotly puts buttons into it
        aria_label=story.alt,
        class_="plot",
        data_chart=chart.name,
        data_height=str(chart.spec["layout"]["height"]),
        data_leads=f"{top}region/" if chart.name == "coverage" else f"{top}figure/",
    )
    return markup(
        tag("p", story.note, class_="note"),
        plot,
        (tag("p", remark, class_="note") for remark in story.remarks),
        _events(story.events, volume, top),
        tag("p", source, class_="source") if (source := story.source_line(volume.names)) else None,
        _table(chart, volume, top),
    )


def _events(events: Sequence[LetteredEvent], volume: Volume, top: str) -> Markup | None:
    """What the letters of a chart stand for, each with a link to its article; None where there are none."""
    items = [
        tag(
            "li",
            event.happening(volume.names),
            " ",
            link(
                f"{top}article/{event.article}.html", byline(volume.names.dataset.articles[event.article], volume.names)
            ),
        )
        for event in events
    ]
    return tag("ul", items, class_="note") if items else None


# --- the table of a chart --------------------------------------------------------------------------------------------


def _table(chart: Chart, volume: Volume, top: str) -> Markup:
    """Everything that the chart shows, as a table whose numbers lead to their evidence."""
    groups = [
        tag("tbody", _heading(marks[0].panel), (_row(mark, volume, top) for mark in marks))
        for marks in chart.story.panels_of_marks(volume.names)
        if marks
    ]
    summary = tag("summary", volume.of(words.CHART_TABLE))
    return tag("details", summary, tag("div", tag("table", groups), class_="wide", tabindex="0"), class_="twin")


def _heading(heading: str) -> Markup:
    return tag("tr", tag("th", heading, colspan=2, scope="rowgroup")) if heading else EMPTY


def _row(mark: Mark, volume: Volume, top: str) -> Markup:
    detail = tag("small", mark.detail) if mark.detail else None
    anchor = f"#{mark.number}" if mark.number else ""
    address = f"{top}region/{mark.region}.html" if mark.region else f"{top}figure/{mark.figure}.html{anchor}"
    address = f"{top}article/{mark.article}.html" if mark.article else address
    shown = volume.names.count(terms.FIGURES, mark.count) if mark.region else mark.shown
    return tag("tr", tag("td", mark.name, " " if detail else None, detail), tag("td", link(address, shown)))


def leading(chart: Chart, volume: Volume, most: int) -> tuple[tuple[str, str], ...]:
    """Name and number of the first marks of a chart; of a chart over time of the last ones, the newest first."""
    marks = [mark for mark in chart.story.marks(volume.names) if not mark.article]
    chosen = marks[: -most - 1 : -1] if chart.name == "time" else marks[:most]
    join = volume.of(terms.JOIN)
    return tuple((join.join(filter(None, (mark.name, mark.detail))), mark.shown) for mark in chosen)


# --- what a browser draws --------------------------------------------------------------------------------------------


def script(charts: Mapping[str, Chart], volume: Volume, path: str, dark: Mapping[str, Chart] | None = None) -> str:
    """The file with the specifications of the charts of the page at ``path``, by their names.

    The template is the same for all and left out. ``dark`` has those charts in dark mode whose colours are mixed; of
    the others a browser exchanges the colours by the palette.
    """
    dark = dark or {}
    specs = {
        name: _spec(chart, dark.get(name)) | {"image": _image(chart, volume, path)} for name, chart in charts.items()
    }
    return f"{ASSIGNED_TO}{dumped(specs)};\n"


def _spec(chart: Chart, dark: Chart | None) -> dict[str, Any]:
    layout = {key: value for key, value in chart.spec["layout"].items() if key != "template"}
    spec: dict[str, Any] = {"data": chart.spec["data"], "layout": layout}
    if dark is not None:
        spec["dark"] = dict(swaps(chart.spec, dark.spec))
    return spec


def _image(chart: Chart, volume: Volume, path: str) -> dict[str, Any]:
    """What an image of the chart has besides the chart: the layout of the frame, the name of the file, and metadata.

    What images of all charts say of the data is in charts.js: pages are not made again where other figures change.
    """
    names = volume.names
    link = volume.address(path) if volume.base else ""
    frame = chart_frame.framed(chart, names, link)["layout"]
    layout = {key: value for key, value in frame.items() if value != chart.spec["layout"].get(key)}
    layout["annotations"] = frame["annotations"][: chart_frame.FRAME]
    story = chart.story
    return {
        "layout": layout,
        "filename": chart_frame.file_name(chart.name, names, f"?of={PurePosixPath(path).stem}"),
        "about": {
            "title": story.title,
            "description": story.alt,
            "source": story.source_line(names),
            "link": link,
        },
    }


def swaps(light: Any, dark: Any) -> Iterator[tuple[str, str]]:
    """The pairs of colours in which a chart differs in light and dark mode."""
    if isinstance(light, str) and light != dark:
        yield light, dark
    elif isinstance(light, dict):
        for key, value in light.items():
            yield from swaps(value, dark[key])
    elif isinstance(light, list):
        for light_part, dark_part in zip(light, dark, strict=True):
            yield from swaps(light_part, dark_part)
