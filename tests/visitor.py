"""A dashboard that runs and a Chromium that looks at it: what the tests in a browser start from."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.error import URLError
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    WebSocket,
    expect,
    sync_playwright,
)

from tests import ROOT, SAMPLE

HERE = "127.0.0.1"
FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
START = 60
"""Seconds that the dashboard may take to start."""
PATIENCE = 20_000
"""Milliseconds that anything on a page may take to appear: other work may run on the machine."""
DRAWER = "[role=dialog]"
NUMBER = ".figure-page .large"
"""The number of the evidence of a figure."""
NOWHERE = "about:blank"

expect.set_options(timeout=PATIENCE)


@contextmanager
def dashboard(data: Path = SAMPLE) -> Iterator[str]:
    """A dashboard on a free port while it is needed, of the dataset of tests or of another file; gives its address."""
    with socket.socket() as free:
        free.bind((HERE, 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "INDICATORS_DATA": str(data)}
    options = [
        f"--server.address={HERE}",
        f"--server.port={port}",
        "--server.fileWatcherType=none",
        "--server.headless=true",
    ]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        address = f"http://{HERE}:{port}"
        _await(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=2):  # noqa: S310  # it is our own
                return
        except (URLError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"the dashboard did not start (exit code {process.poll()})")


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of the machine. Without one the test is skipped, but in CI that is a failure."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not path:
        reason = "no Chromium: install it, or name it in $CHROMIUM"
        if os.environ.get("CI", "").lower() in {"1", "true"}:
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Visitor:
    """Opens pages, each as in a fresh browser profile, and remembers what went wrong on any of them.

    The first page of a test comes up in a tab that is kept for the next test: a tab of its own would read all of
    Streamlit and Plotly again, which takes longer than to draw the page.
    """

    browser: Browser
    tabs: dict[str, Page] = field(default_factory=dict)
    """Of each locale the tab that is kept, at a page of nothing while nobody visits anything."""
    troubles: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    """Those that are gone when the visitor leaves."""

    def open(
        self,
        link: str,
        *,
        locale: str = "en-GB",
        width: int = 1280,
        scheme: Literal["light", "dark"] = "light",
    ) -> Page:
        """The page at a link, drawn."""
        page = self.tabs.get(locale)
        if page is None or page.url != NOWHERE:
            context = self.browser.new_context(locale=locale, device_scale_factor=1)
            context.set_default_timeout(PATIENCE)
            page = context.new_page()
            if locale in self.tabs:
                self.contexts.append(context)
            else:
                self.tabs[locale] = page
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.on("console", self._said)
        page.on("pageerror", self._failed)
        page.on("request", self._requested)
        page.on("websocket", self._requested)
        page.goto(link)
        settle(page)
        return page

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.troubles.append(f"console: {message.text}")

    def _failed(self, error: Error) -> None:
        self.troubles.append(f"error: {error}")

    def _requested(self, request: Request | WebSocket) -> None:
        parts = urlsplit(request.url)
        if parts.scheme not in {"data", "blob", "about"} and parts.hostname != HERE:
            self.troubles.append(f"leaves the machine: {request.url}")

    def close(self) -> None:
        """Leave all pages; a page that outlives its dashboard would log that it is gone."""
        while self.contexts:
            self.contexts.pop().close()
        for page in self.tabs.values():
            if page.url == NOWHERE:
                continue
            origin = page.evaluate("location.origin")
            page.goto(NOWHERE)
            for event, listener in (("console", self._said), ("pageerror", self._failed)):
                page.remove_listener(event, listener)
            for event in ("request", "websocket"):
                page.remove_listener(event, self._requested)
            page.unroute_all()
            page.context.clear_cookies()
            page.context.clear_permissions()
            asked = page.context.new_cdp_session(page)
            asked.send("Storage.clearDataForOrigin", {"origin": origin, "storageTypes": "all"})
            asked.detach()


_SETTLED = """() => {
    const all = selector => document.querySelectorAll(selector).length;
    return document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning"
        && all("[data-testid=stMain] :is(h1, h2, .masthead)") > 0
        && all("[data-testid=stSkeleton]") === 0
        && all(".chart") === all("[class*=st-key-chart-] .stBidiComponent")
        && all(".chart[aria-busy=true]") === 0;
}"""


def settle(page: Page) -> None:
    """Wait until the page is drawn, and its charts with it: plotly.js comes after the rest."""
    page.wait_for_function(_SETTLED)


def query(page: Page) -> dict[str, list[str]]:
    """What the page's own link says."""
    return parse_qs(urlsplit(page.url).query)


def await_query(page: Page, expected: dict[str, list[str]]) -> None:
    """Wait until the link of the page says that, and nothing else."""
    page.wait_for_function(
        """expected => {
            const query = new URLSearchParams(location.search), found = {};
            for (const key of query.keys()) found[key] = query.getAll(key);
            return JSON.stringify(Object.entries(found).sort()) === JSON.stringify(Object.entries(expected).sort());
        }""",
        arg=expected,
    )


_BAR = """figure => {
    for (const plot of document.querySelectorAll(".js-plotly-plot")) {
        const bars = (plot.data || []).filter(trace => trace.type === "bar");
        for (const [number, trace] of bars.entries()) {
            const at = (trace.customdata || []).findIndex(data => data[0] === figure);
            const drawn = plot.querySelectorAll(".trace.bars")[number];
            const mark = at < 0 || !drawn ? null : drawn.querySelectorAll(".point path")[at];
            if (!mark) continue;
            mark.scrollIntoView({block: "center"});
            const box = mark.getBoundingClientRect(), now = JSON.stringify(box);
            const rests = window.__where === now;
            window.__where = now;
            return rests && [box.x + Math.min(20, box.width / 2), box.y + box.height / 2];
        }
    }
    return false;
}"""


def click_bar(page: Page, figure: str) -> None:
    """Click the mark of a figure in the first chart that has it, once it rests: charts are drawn more than once."""
    settle(page)
    page.mouse.click(*page.wait_for_function(_BAR, arg=figure).json_value())


def close_drawer(page: Page) -> None:
    page.locator(f"{DRAWER} [aria-label=Close]").click()
    page.locator(DRAWER).wait_for(state="detached")


def turn(page: Page, name: str) -> None:
    """Go to another page of the dashboard, as a reader does."""
    wanted = "" if name == "overview" else name
    links = page.locator(":is(.masthead nav, .foot) a")
    links.first.click() if name == "overview" else links.and_(page.locator(f'[href*="page={name}"]')).click()
    page.wait_for_function("name => (new URLSearchParams(location.search).get('page') || '') === name", arg=wanted)
    settle(page)


def choose_language(page: Page, name: str) -> None:
    page.locator(".masthead .languages").get_by_role("link", name=name).click()


def choose_metric(page: Page, name: str) -> None:
    """By its name, of which typing leaves few: a long list moves under the mouse as it scrolls to what is chosen."""
    box = page.get_by_role("combobox", name="Metric").first
    box.click()
    box.fill(name)
    expect(page.get_by_role("option", name="Household income")).to_have_count(0)
    page.get_by_role("option", name=name).first.click()
    settle(page)
