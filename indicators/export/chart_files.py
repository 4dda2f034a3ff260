"""A chart → the files that readers take away: a web page that works offline, an image."""

from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from markupsafe import Markup

from indicators.analysis import links
from indicators.charts.catalogue import Chart
from indicators.export import chart_frame, chart_table, image_metadata, pdf_file, plotlyjs, renderer
from indicators.export.csvw import license_address
from indicators.export.edition import Edition
from indicators.export.image_metadata import ImageMetadata
from indicators.export.markup import Child, filled, json_script, markup, outside, script, tag
from indicators.export.renderer import DrawnFormat
from indicators.model.articles import Article
from indicators.phrasing.names import Names
from indicators.values.text import TAGS
from indicators.words.export import chart_files as words
from indicators.words.phrasing.evidence import SOURCES

ImageFormat = Literal[DrawnFormat, "pdf"]
BY_BROWSER: Final[tuple[DrawnFormat, ...]] = ("png", "svg")
"""The image formats that the reader's own browser makes of a chart."""
_SAVING: Final = Path(__file__).parents[1] / "browser" / "saved_image.js"


# --- a web page of its own -------------------------------------------------------------------------------------------

_PAGE: Final = Path(__file__).with_name("chart.html")


def html(chart: Chart, edition: Edition, names: Names, link: str) -> bytes:
    """The chart as a page that needs no network, with its title, note, source, data, and buttons for images."""
    story, layout = chart.story, chart.spec["layout"]
    facts = {
        "data": chart.spec["data"],
        "layout": layout,
        "frame": {**layout, **chart_frame.frame(chart, names, link)},
        "config": {**config(names), "displayModeBar": False, "responsive": True},
        "image": chart_frame.image(chart, names, link),
        "about": asdict(metadata(chart, edition, names, link)),
    }
    parts: dict[str, Child] = {
        "lang": TAGS[names.lang],
        "title": story.title,
        "note": story.note,
        "alt": story.alt,
        "remarks": [tag("p", line) for line in (*story.remarks, *(event.line(names) for event in story.events))],
        **{name: names.of(words.SAVE).format(format=name.upper()) for name in BY_BROWSER},
        "summary": names.of(words.DATA),
        "table": _table(chart, edition.at(link), names),
        "foot": [
            tag("p", outside(line, line) if line == link else line) for line in chart_frame.foot(chart, names, link)
        ],
        "chart": json_script(facts, type="application/json", id="facts"),
        "plotly": _plotly(),
        "saving": script(saving_script()),
    }
    return filled(_PAGE.read_text(encoding="utf-8"), parts).encode()


def rendered(format_name: ImageFormat, chart: Chart, edition: Edition, names: Names, link: str) -> bytes:
    """The framed chart as an image with its metadata, drawn on this machine.

    Raises what ``renderer.Renderer.render`` raises.
    """
    drawn: DrawnFormat = "png" if format_name == "png" else "svg"
    scale = chart_frame.SCALE if drawn == "png" else 1
    figure, facts = chart_frame.framed(chart, names, link), metadata(chart, edition, names, link)
    image = renderer.shared().render(figure, drawn, width=chart_frame.WIDTH, scale=scale)
    match format_name:
        case "png":
            return image_metadata.in_png(image, facts)
        case "svg":
            return image_metadata.in_svg(image, facts)
    try:
        return pdf_file.of_svg(image, facts)
    except pdf_file.MissingGlyphError as error:
        raise renderer.UnavailableError(("font",)) from error
    except RuntimeError as error:  # of vl-convert
        raise renderer.FailedError(str(error)[:300]) from error


def metadata(chart: Chart, edition: Edition, names: Names, link: str) -> ImageMetadata:
    """What an image of the chart says of itself."""
    story = chart.story
    return replace(
        of_the_data(edition, names),
        title=story.title,
        description=story.alt,
        source=story.source_line(names),
        link=link,
    )


def of_the_data(edition: Edition, names: Names) -> ImageMetadata:
    """What images of all charts of an edition say, without what differs: title, description, source and link."""
    about = edition.dataset.about
    return ImageMetadata(
        **dict.fromkeys(("title", "description", "source", "link"), ""),
        license=about.license,
        license_address=license_address(about.license),
        collection=names.of(about.title),
        identifier=f"{about.id} {edition.version} sha256:{edition.digest}",
        lang=TAGS[names.lang],
    )


@cache
def saving_script() -> str:
    """The script with which a page saves its charts as such images; it sets ``window.saveChartImage``."""
    return _SAVING.read_text(encoding="utf-8")


@cache
def _plotly() -> Markup:
    return script(plotlyjs.source())


def _table(chart: Chart, addressed: Edition, names: Names) -> Markup:
    """What the chart shows of each mark, the number as a link to its figure, and the article or reprint as another."""
    head = tag("tr", (tag("th", names.of(title)) for title in words.COLUMNS.values()))
    rows = []
    for mark in chart.story.marks(names):
        article = names.dataset.article_of.get(mark.figure) or names.dataset.articles.get(mark.article)
        row = chart_table.cells_of(mark, names)
        permalink = addressed.permalink(mark.figure) if mark.figure else ""
        shown = outside(permalink, mark.shown) if permalink.startswith("http") else mark.shown
        source = _source(article, row["quote"], names) if article else None
        cells = ({**row, "shown": shown, "source": source}[column] for column in words.COLUMNS)
        rows.append(tag("tr", (tag("td", cell) for cell in cells)))
    return markup(tag("thead", head), tag("tbody", rows))


def _source(article: Article, quote: str, names: Names) -> Markup | None:
    """A link to the article at the quoted words, or to a reprint, which says that it is one."""
    ways = links.links(article, names.dataset, quote)
    if not ways:
        return None
    return outside(ways[0].url, names.of(SOURCES[ways[0].kind]).format(host=ways[0].host))


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
