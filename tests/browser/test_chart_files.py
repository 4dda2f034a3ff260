"""The addresses of the files of a chart (browser/chart_files.js): on the server of the page, below its base path."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page

from tests import ROOT

pytestmark = [pytest.mark.browser, pytest.mark.slow]
OFFER = {"label": "Download", "query": "page=explore&chart=region", "formats": {"csv": "Data"}, "notes": ["<b>No</b>"]}


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    source = (ROOT / "indicators" / "browser" / "chart_files.js").read_text(encoding="utf-8")
    body = f"<!doctype html><title>Charts</title><script type=module>{source}\nwindow.ChartFiles = ChartFiles;</script>"
    with closing(browser.new_page()) as page:
        page.route("**/*", lambda route: route.fulfill(body=body, content_type="text/html"))
        yield page


@pytest.mark.parametrize(
    ("address", "start"),
    [
        ("https://host.example/?page=explore", "https://host.example/download/"),
        ("https://host.example/a/b/?page=explore", "https://host.example/a/b/download/"),
        ("https://host.example/a/b?page=explore", "https://host.example/a/b/download/"),
        ("https://host.example//elsewhere.example/", "https://host.example//elsewhere.example/download/"),
    ],
)
def test_addresses_lead_to_the_server_of_the_page(blank: Page, address: str, start: str) -> None:
    blank.goto(address)
    shown = """offer => {
        const files = new ChartFiles();
        files.show(offer);
        const [link] = files.list.querySelectorAll("a"), [note] = files.list.querySelectorAll("p");
        return [link.href, link.hasAttribute("download"), link.textContent, note.textContent, files.element.hidden];
    }"""
    assert blank.evaluate(shown, OFFER) == [f"{start}csv?page=explore&chart=region", True, "Data", "<b>No</b>", False]


def test_where_nothing_is_offered_nothing_is_seen(blank: Page) -> None:
    blank.goto("https://host.example/")
    hidden = """offer => {
        const files = new ChartFiles();
        const seen = [files.element.hidden];
        for (const next of [null, offer, null]) { files.show(next); seen.push(files.element.hidden); }
        return seen;
    }"""
    assert blank.evaluate(hidden, OFFER) == [True, True, False, True]
