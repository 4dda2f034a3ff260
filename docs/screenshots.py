"""The dashboard on the shipped data → pictures of its pages, at three widths, in both languages, light and dark.

Run ``python -m docs.screenshots`` from the top of the project. It starts a dashboard and drives the Chromium that the
tests drive; the exit code is 1 if a page has an error on its console or sends a request to another machine.
"""

import argparse
import io
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Page

from tests import ROOT
from tests.visitor import Visitor, chromium, dashboard

PAGES: Final[Mapping[str, str]] = {
    "overview": "",
    "explore": "page=explore",
    "map": "page=explore&show=map",
    "sources": "page=sources",
    "checks": "page=checks",
    "figure": "figure=rizhao-transport-investment-2022s1",
}
README: Final = "readme"
WIDTHS: Final = (1440, 1024, 390)
LOCALES: Final[Mapping[str, str]] = {"zh": "zh-CN", "en": "en-GB"}
Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
SETTLE: Final = 600
"""Milliseconds until fonts and charts have settled after a change of size."""
TALLEST: Final = 12_000
"""Pixels; without a limit a page that grows with its window would never end."""
COLOURS: Final = 64


@dataclass(frozen=True)
class Shot:
    """A picture to take: page, width, language and colours; without ``height`` the whole page is shown."""

    page: str
    width: int
    lang: str
    scheme: Scheme
    name: str
    height: int | None = None


def shots(only: str | None) -> list[Shot]:
    """The pictures to take: all of them, or those of one page or of the READMEs."""
    every = [
        Shot(page, width, lang, scheme, f"{page}-{width}-{lang}-{scheme}.png")
        for page, width, lang, scheme in product(PAGES, WIDTHS, LOCALES, SCHEMES)
        if only in {None, page}
    ]
    readme = [Shot("overview", 1440, lang, "light", f"overview-{lang}.png", height=1000) for lang in LOCALES]
    return [*readme, *every] if only in {None, README} else every


def take(visitor: Visitor, address: str, shot: Shot, out: Path) -> int:
    """Take one picture and reduce its colours; returns its size in bytes."""
    page = visitor.open(
        f"{address}/?{PAGES[shot.page]}", locale=LOCALES[shot.lang], width=shot.width, scheme=shot.scheme
    )
    _stretch(page, shot)
    picture = Image.open(io.BytesIO(page.screenshot()))
    visitor.close()
    path = out / shot.name
    picture.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)
    return path.stat().st_size


def _stretch(page: Page, shot: Shot) -> None:
    """Make the window as tall as the page, which scrolls inside it; twice, since charts may then need more room."""
    for _ in range(2):
        height = shot.height or page.eval_on_selector("[data-testid=stMain]", "main => main.scrollHeight")
        page.set_viewport_size({"width": shot.width, "height": min(int(height), TALLEST)})
        page.wait_for_timeout(SETTLE)


def main() -> int:
    """Take the pictures; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m docs.screenshots", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", choices=[*PAGES, README], help="only this page; readme: the pictures of both READMEs")
    parser.add_argument("--out", type=Path, default=ROOT / "docs" / "screenshots", help="folder for the pictures")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    with dashboard(ROOT / "data" / "indicators.yaml") as address, chromium() as browser:
        visitor = Visitor(browser)
        for shot in shots(options.only):
            print(f"{shot.name}: {take(visitor, address, shot, options.out) // 1024} kB")
        for trouble in dict.fromkeys(visitor.troubles):
            print(trouble)
    return int(bool(visitor.troubles))


if __name__ == "__main__":
    sys.exit(main())
