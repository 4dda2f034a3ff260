"""A visit to the dashboard, and what a reader sees of its page."""

import json
import os
import re
import zlib
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest
from streamlit.testing.v1 import AppTest

from indicators import settings
from indicators.values.text import LANGS
from indicators.view import PAGES
from tests import ROOT

DASHBOARD = ROOT / "dashboard.py"
EACH_LANG = pytest.mark.parametrize("lang", LANGS)
EACH_PAGE = pytest.mark.parametrize("page", PAGES)


def visit(path: Path | None = None, /, **query: str | list[str]) -> AppTest:
    """The dashboard at a link; ``path`` is the dataset, if it is not the shipped one."""
    if path is not None:
        os.environ[settings.DATA] = str(path)
    at = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def fine(at: AppTest) -> AppTest:
    assert not at.exception, [exception.message for exception in at.exception]
    return at


def plain(markdown: str) -> str:
    """The words of a text in Markdown: without bold type, highlights and tables, and with what is escaped as it is."""
    markdown = re.sub(r":(?:gray|orange)-background\[((?:\\.|[^\]\\])*)\]", r"\1", markdown)
    return re.sub(r"\\([!-/:-@\[-`{-~])|\*\*|\|", r"\1", markdown)


def texts(at: AppTest) -> list[str]:
    """Everything on the page in which Markdown is read."""
    kinds = (at.markdown, at.caption, at.info, at.warning, at.error)
    written = [str(element.value) for kind in kinds for element in kind]
    return written + [button.label for button in at.button] + [expander.label for expander in at.expander]


def charts(at: AppTest) -> list[dict[str, Any]]:
    """What the page says to each of its charts."""
    elements = [element.proto for element in at.get("bidi_component")]
    return [
        json.loads(zlib.decompress(proto.bytes[1:])) for proto in elements if proto.component_name.endswith(".chart")
    ]


def html(at: AppTest) -> str:
    """The HTML of the page."""
    return "".join(element.proto.body for element in at.get("html"))


def table_rows(at: AppTest) -> list[dict[str, str]]:
    """The rows of figures on the page, each with the words of its cells by column."""
    page = html5lib.parse(html(at), namespaceHTMLElements=False)
    return [
        {cell.attrib["class"].split()[0]: " ".join("".join(cell.itertext()).split()) for cell in row.iter("td")}
        for row in page.findall(".//table[@class='figure-rows']/tbody/tr")
    ]


def words_of(at: AppTest) -> str:
    """The words of the HTML of the page, with one space for each tag and each stretch of white space."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html(at))).split())


def hrefs(at: AppTest) -> list[str]:
    """Where the links in the HTML of the page lead."""
    return [unescape(address) for address in re.findall('href="([^"]*)"', html(at))]


def brand(at: AppTest) -> str:
    """The name of the dataset at the head of the page."""
    (name,) = re.findall('class="dataset">([^<]*)<', html(at))
    return str(name)


def told(at: AppTest) -> list[str]:
    """The words around the charts of the page."""
    return [text for chart in charts(at) for text in (chart["section"], chart["title"], chart["note"], *chart["below"])]


def chosen(at: AppTest, key: str) -> str:
    """The value of a key of the link, of which there is one."""
    value: str | list[str] = at.query_params[key]
    return value if isinstance(value, str) else ",".join(value)


def drawn(at: AppTest) -> set[str]:
    """Ids of the figures in the charts of the page."""
    return {data[0] for chart in charts(at) for trace in chart["data"] for data in trace.get("customdata", ())}


def button(at: AppTest, key: str) -> Any:
    return next(button for button in at.button if button.key == key)
