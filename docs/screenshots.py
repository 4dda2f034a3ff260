"""The dashboard on the shipped data → pictures of its pages, at three widths, in both languages, light and dark.

It starts a dashboard of its own and drives a Chromium ($CHROMIUM, or the one on the path). An error on a page's
console, or a request that leaves this machine, is told and makes the exit code 1.
"""

import argparse
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final, Literal
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from playwright.sync_api import Browser, Page, Request, sync_playwright

ROOT: Final = Path(__file__).parents[1]
PAGES: Final[Mapping[str, str]] = {
    "overview": "/",
    "explore": "/?page=explore",
    "sources": "/?page=sources",
    "figure": "/?figure=rizhao-transport-investment-2022s1",
}
README: Final = "readme"
CHARTED: Final = frozenset({"overview", "explore"})
WIDTHS: Final = (1440, 1024, 390)
LOCALES: Final[Mapping[str, str]] = {"zh": "zh-CN", "en": "en-GB"}
Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
HERE: Final = frozenset({"127.0.0.1", "localhost"})
FLAGS: Final = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
)
START: Final = 60
"""Seconds that the dashboard may take to start."""
SETTLE: Final = 600
"""Milliseconds for fonts and charts to take their places after a change of size."""
TALLEST: Final = 12_000
"""Pixels: a page that grows with its window would never end."""


@dataclass(frozen=True)
class Shot:
    """One picture: which page, how wide, in which language and colours; ``height`` None for the whole page."""

    page: str
    width: int
    lang: str
    scheme: Scheme
    name: str
    height: int | None = None


def shots(only: str | None) -> list[Shot]:
    """The pictures to take: all of them, or those of one page."""
    every = [
        Shot(page, width, lang, scheme, f"{page}-{width}-{lang}-{scheme}.png")
        for page, width, lang, scheme in product(PAGES, WIDTHS, LOCALES, SCHEMES)
        if only in {None, page}
    ]
    first = Shot("overview", 1440, "en", "light", "overview-en.png", height=1000)
    return [first, *every] if only in {None, README, first.page} else every


@contextmanager
def dashboard() -> Iterator[str]:
    """A dashboard on a free port, while it is needed; gives its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    options = ["--server.address=127.0.0.1", f"--server.port={port}", "--server.headless=true"]
    process = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "dashboard.py", *options], cwd=ROOT, stdout=subprocess.DEVNULL
    )
    try:
        _await(address, process)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _await(address: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START
    while process.poll() is None and time.monotonic() < until:
        try:
            with urlopen(f"{address}/_stcore/health", timeout=1):  # noqa: S310  # it is our own
                return
        except URLError:
            time.sleep(0.2)
    sys.exit("the dashboard did not start")


def take(browser: Browser, address: str, shot: Shot, out: Path) -> list[str]:
    """Take one picture, and tell what went wrong on the way."""
    troubles: list[str] = []
    context = browser.new_context(
        viewport={"width": shot.width, "height": shot.height or 900},
        locale=LOCALES[shot.lang],
        color_scheme=shot.scheme,
        device_scale_factor=1,
    )

    def requested(request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https"} and parts.hostname not in HERE:
            troubles.append(f"leaves this machine: {request.url}")

    try:
        page = context.new_page()
        page.on("request", requested)
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address + PAGES[shot.page])
        _settle(page, charted=shot.page in CHARTED)
        if shot.height is None:
            _stretch(page, shot.width)
        page.screenshot(path=out / shot.name)
    finally:
        context.close()
    return troubles


def _settle(page: Page, *, charted: bool) -> None:
    page.locator("[data-testid=stMain] [data-testid=stMarkdown]").first.wait_for()
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for()
    if charted:
        page.locator(".js-plotly-plot .annotation").first.wait_for()
    page.wait_for_timeout(SETTLE)


def _stretch(page: Page, width: int) -> None:
    """Make the window as tall as the page, which scrolls inside it; charts may then take more room, so look twice."""
    for _ in range(2):
        tall = page.eval_on_selector("[data-testid=stMain]", "main => main.scrollHeight")
        page.set_viewport_size({"width": width, "height": min(int(tall), TALLEST)})
        page.wait_for_timeout(SETTLE)


def main() -> int:
    """Take the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", choices=[*PAGES, README], help="only this page; readme is the picture in README.md")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots", help="folder for the pictures")
    options = parser.parse_args()
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if not chromium:
        parser.error("no Chromium: install it, or name it in $CHROMIUM")
    options.out.mkdir(parents=True, exist_ok=True)
    failed = False
    with dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        for shot in shots(options.only):
            troubles = take(browser, address, shot, options.out)
            size = (options.out / shot.name).stat().st_size // 1024
            print(f"{shot.name}: {size} kB")
            for trouble in dict.fromkeys(troubles):
                print(f"  {trouble}")
            failed = failed or bool(troubles)
        browser.close()
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
