"""The links that a page may have: those of its dataset, word for word, and to views of it that there are."""

import re
from functools import cache
from pathlib import Path
from urllib.parse import parse_qs, urldefrag, urlsplit

from playwright.sync_api import Page

from indicators import view
from indicators.frames.tidy import tidy
from indicators.loading.loader import load
from indicators.ui.charts import chart_downloads
from tests import SAMPLE

LINKS = """() => [...document.querySelectorAll("a, area, form, [formaction]")].map(element =>
    [element.getAttribute("href") ?? element.outerHTML.slice(0, 200), element.rel ?? "", element.target ?? ""])"""


@cache
def addresses(data: Path) -> frozenset[str]:
    """The addresses that stand in a data file."""
    return frozenset(re.findall(r"https?://[^\s,}'\"]+", data.read_text(encoding="utf-8")))


@cache
def known(data: Path) -> dict[str, frozenset[str]]:
    """The ids that a link to the dataset can have under each key."""
    dataset = load(data).dataset
    assert dataset is not None
    ids = view.ids(dataset, frozenset(tidy(dataset)["period"]))
    return {key: frozenset(values) for key, values in ids.items()}


def check(page: Page, data: Path = SAMPLE) -> int:
    """faults.md C07: each link leads to a view of the dashboard, to a file of a chart, to a heading, or where the
    dataset says.

    Returns how many lead out of the dashboard.
    """
    outward, here = 0, urlsplit(page.url)
    downloads = f"{here.scheme}://{here.netloc}{here.path.rstrip('/')}/download/"
    for href, rel, target in page.evaluate(LINKS):
        if href.startswith("?"):
            query = parse_qs(href[1:], keep_blank_values=True)
            assert query.keys() <= {*view.View.__slots__}, href
            assert view.parse(query, known(data))[1] == (), href
        elif href.startswith(downloads):
            form, _, text = href.removeprefix(downloads).partition("?")
            query = parse_qs(text, keep_blank_values=True)
            assert form in chart_downloads.FORMATS, href
            assert query.keys() <= {*view.View.__slots__, "version", "chart", "mode"}, href
            shown = {key: values for key, values in query.items() if key in view.View.__slots__}
            assert view.parse(shown, known(data))[1] == (), href
        elif href.startswith("#"):
            assert page.locator(f"[id='{href[1:]}']").count(), href
        else:
            outward += 1
            assert urldefrag(href).url in addresses(data), href
            assert {"noopener", "noreferrer"} & set(rel.split()), href
            assert target == "_blank" or "external" in rel.split(), href  # browser/navigator.js opens these in a tab
    return outward
