"""A reader in Chromium: opens the page of an app, chooses in its widgets, and waits until all of it is painted."""

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, CDPSession, Page, sync_playwright

FLAGS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"),
)
"""No app can use another machine."""
PAINTED: Final = Path(__file__).with_name("painted.js")
QUIET: Final = 300
"""Milliseconds without a change after which a page counts as painted."""
PATIENCE: Final = 120_000
CHARTS: Final = 4
Choose = Callable[[Page, str], None]


@contextmanager
def chromium() -> Iterator[Browser]:
    """The Chromium of the machine; ends the program where there is none."""
    path = shutil.which("chromium")
    if path is None:
        sys.exit("There is no chromium on this machine.")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


def new_reader(browser: Browser) -> BrowserContext:
    """A reader who has never been here: nothing is cached."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", device_scale_factor=1)
    context.set_default_timeout(PATIENCE)
    context.add_init_script(path=PAINTED)
    return context


@dataclass(frozen=True)
class Widgets:
    """How the widgets of an app are used: to choose a metric, and to add a region to those that are shown."""

    metric: Choose
    region: Choose


@dataclass(frozen=True)
class Reader:
    """An open page, how its widgets are used, and how many charts it draws at least (None: any number)."""

    page: Page
    widgets: Widgets
    charts: int | None = CHARTS

    def painted(self, before: Sequence[str] = ()) -> float:
        """Seconds from the last key or click, or from the start of the page, to the last change of the page.

        Waits until all charts are drawn, and none of them is as it was ``before``.
        """
        expected = {"charts": self.charts, "before": list(before), "quiet": QUIET, "patience": PATIENCE}
        return float(self.page.evaluate("expected => bench.painted(expected)", expected)) / 1_000

    def choose(self, choose: Choose, name: str) -> float:
        """Choose, and wait until every chart has changed; returns seconds."""
        before = self.page.evaluate("() => bench.charts()")
        choose(self.page, name)
        return self.painted(before)

    def figures(self) -> int:
        """How many figures the charts show, each counted once in each chart."""
        return sum(self.page.evaluate("() => bench.figures()"))


def _typed(label: str) -> Choose:
    """Streamlit: a click into the widget, the name, Enter."""

    def choose(page: Page, name: str) -> None:
        page.get_by_role("combobox", name=label).first.click()
        page.keyboard.type(name)
        page.get_by_role("option", name=name).first.wait_for()
        page.keyboard.press("Enter")

    return choose


def _dash_metric(page: Page, name: str) -> None:
    page.locator("#metric").click()
    page.get_by_role("option", name=name).click()


def _dash_region(page: Page, name: str) -> None:
    page.keyboard.press("Escape")
    page.locator("#regions").click()
    page.get_by_role("listbox").wait_for()
    page.keyboard.type(name)
    page.get_by_role("option", name=name).first.wait_for()
    page.keyboard.press("Enter")


def _panel_metric(page: Page, name: str) -> None:
    page.locator("select").first.select_option(name)


def _panel_region(page: Page, name: str) -> None:
    page.locator("input[type=search]").first.click()
    page.keyboard.type(name)
    page.get_by_role("option", name=name).first.wait_for()
    page.keyboard.press("Enter")


STREAMLIT: Final = Widgets(_typed("Metric"), _typed("Region"))
WIDGETS: Final[Mapping[str, Widgets]] = {
    "floor": STREAMLIT,
    "naive": STREAMLIT,
    "ours": STREAMLIT,
    "dash": Widgets(_dash_metric, _dash_region),
    "panel": Widgets(_panel_metric, _panel_region),
}


class Received:
    """Bytes that the browser reports as received: the payload of websocket frames, responses as they were sent."""

    def __init__(self, page: Page) -> None:
        self.total = 0
        session: CDPSession = page.context.new_cdp_session(page)
        session.on("Network.webSocketFrameReceived", self._frame)
        session.on("Network.loadingFinished", self._response)
        session.send("Network.enable")

    def _frame(self, event: dict[str, object]) -> None:
        response = event["response"]
        assert isinstance(response, dict)  # noqa: S101  # for the type checker
        data = str(response["payloadData"])
        self.total += len(data) * 3 // 4 - data[-2:].count("=") if response["opcode"] == 2 else len(data.encode())

    def _response(self, event: dict[str, object]) -> None:
        self.total += int(str(event["encodedDataLength"]).partition(".")[0])


def picture(page: Page, path: Path) -> None:
    """Take a picture of a whole page; a page of Streamlit scrolls inside its window, so the window is made taller."""
    page.set_viewport_size({"width": 1280, "height": 6_000})
    page.wait_for_timeout(QUIET)
    page.screenshot(path=path)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_timeout(QUIET)
