"""A chart → what its element offers to download: files that the server makes when they are asked for (files.py)."""

from typing import Any, Final
from urllib.parse import parse_qs, urlencode, urlsplit

from indicators.export import renderer
from indicators.export.formats import CHART_FORMATS, ChartFormatName
from indicators.export.renderer import Missing
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.words.export import chart_files as words

FORMATS: Final[tuple[ChartFormatName, ...]] = ("html", "csv", "pdf")
"""The formats that a browser does not make of a chart by itself."""


def offer(key: str, link: str, visit: Visit, *, chinese: bool) -> dict[str, Any]:
    """The label of the button, the query of each address, and the formats; ``notes`` say why some are missing.

    ``key`` is the one that the chart has among those of its page, ``link`` leads to the page with that chart, and
    ``chinese`` says whether it has Chinese words.
    """
    names = visit.names
    missing = _lacking(chinese)
    offered = [name for name in FORMATS if not (CHART_FORMATS[name].drawn and missing)]
    reasons = [names.of(words.MISSING[part]) for part in missing]
    return {
        "label": names.of(words.DOWNLOAD),
        "query": _query(key, visit, link),
        "formats": {name: names.of(words.FORMATS[name]) for name in offered},
        "notes": [*reasons, names.of(words.BY_THE_PAGE)] if reasons else [],
    }


def look_around() -> None:
    """Find out what images need that is not installed, which takes longer than to draw a chart; it does not change."""
    for chinese in (False, True):
        _lacking(chinese)


@kept(2)
def _lacking(chinese: bool) -> tuple[Missing, ...]:
    return renderer.missing(chinese=chinese)


def _query(key: str, visit: Visit, link: str) -> str:
    """All that a file of the chart depends on, so that any process with the same data can make it at any time."""
    query = {
        **parse_qs(urlsplit(link).query),
        "lang": [visit.names.lang],
        "version": [visit.digest[:12]],
        "chart": [key],
        **({"day": [visit.day.isoformat()]} if visit.day else {}),
        **({"mode": ["dark"]} if visit.theme.mode == "dark" else {}),
    }
    return urlencode(query, doseq=True)
