"""The dashboard on the shipped data → a sheet of each page: wide and on a telephone, in both languages, light and dark.

Run ``python -m docs.screenshots`` from the top of the project. It starts a dashboard and drives the Chromium that the
tests drive; the exit code is 1 if a page has an error on its console or sends a request to another machine.
"""

import argparse
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Final, Literal

from PIL import Image
from playwright.sync_api import Page

from tests import ROOT
from tests.browser.curator import Curator
from tests.visitor import Visitor, chromium, dashboard

PAGES: Final[Mapping[str, str]] = {
    "overview": "",
    "figures": "page=figures",
    "figure": "figure=rizhao-transport-investment-2022s1",
    "places": "page=places",
    "place": "region=wulian",
    "sectors": "page=sectors",
    "sector": "sector=ports",
    "time": "page=time",
    "compare": "page=compare",
    "explore": "page=explore&metric=budget-revenue",
    "map": "page=explore&metric=budget-revenue&show=map",
    "sources": "page=sources",
    "checks": "page=checks",
    "curate": "page=curate",
}
README: Final = "readme"
FIRST: Final = ("overview", "curate")
"""Pages that the documents show, wide and light, in each language."""


def _review(page: Page) -> None:
    """Have an article of tests read, and accept its first figures."""
    curator = Curator(page)
    curator.paste()
    for _ in range(3):
        curator.decide("Enter")
    page.wait_for_timeout(6 * SETTLE)  # until what was announced is gone


def _nothing(_page: Page) -> None:
    """Most pages are as their links say."""


PREPARED: Final[Mapping[str, Callable[[Page], None]]] = {"curate": _review}
"""What is done on a page before its picture is taken."""
WIDTHS: Final = (1440, 390)
LOCALES: Final[Mapping[str, str]] = {"zh": "zh-CN", "en": "en-GB"}
Scheme = Literal["light", "dark"]
SCHEMES: Final[tuple[Scheme, ...]] = ("light", "dark")
SETTLE: Final = 600
"""Milliseconds until fonts and charts have settled after a change of size."""
TALLEST: Final = 3_200
"""Pixels of a page that a sheet shows; what follows below is left out."""
SCALE: Final = 0.5
GAP: Final = 16
PAPER: Final = "#b8bec4"
QUALITY: Final = 60


@dataclass(frozen=True)
class Shot:
    """A picture to take: page, width, language and colours; without ``height`` the whole page is shown."""

    page: str
    width: int
    lang: str
    scheme: Scheme
    height: int | None = None


def of_page(page: str) -> list[Shot]:
    """The pictures on the sheet of a page, the wide ones first."""
    return [Shot(page, width, lang, scheme) for width, lang, scheme in product(WIDTHS, LOCALES, SCHEMES)]


def take(visitor: Visitor, address: str, shot: Shot) -> Image.Image:
    """One picture."""
    if shot.page in PREPARED:  # a tab of its own: Curate keeps in its tab what was done there
        visitor = Visitor(visitor.browser, troubles=visitor.troubles)
    page = visitor.open(
        f"{address}/?{PAGES[shot.page]}", locale=LOCALES[shot.lang], width=shot.width, scheme=shot.scheme
    )
    PREPARED.get(shot.page, _nothing)(page)
    _stretch(page, shot)
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    visitor.close()
    return picture


def sheet(pictures: Sequence[Image.Image]) -> Image.Image:
    """The pictures beside each other, at half their size."""
    small = [picture.resize((round(picture.width * SCALE), round(picture.height * SCALE))) for picture in pictures]
    width = sum(picture.width for picture in small) + GAP * (len(small) + 1)
    whole = Image.new("RGB", (width, max(picture.height for picture in small) + 2 * GAP), PAPER)
    left = GAP
    for picture in small:
        whole.paste(picture, (left, GAP))
        left += picture.width + GAP
    return whole


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
        if options.only in {None, README}:
            for lang in LOCALES:
                for page in FIRST:
                    picture = take(visitor, address, Shot(page, 1440, lang, "light", height=1000))
                    _save(picture, options.out / f"{page}-{lang}.webp")
        for page in PAGES if options.only is None else {options.only} - {README}:
            pictures = [take(visitor, address, shot) for shot in of_page(page)]
            _save(sheet(pictures), options.out / f"{page}.webp")
        for trouble in dict.fromkeys(visitor.troubles):
            print(trouble)
    return int(bool(visitor.troubles))


def _save(picture: Image.Image, path: Path) -> None:
    picture.save(path, quality=QUALITY, method=6)
    print(f"{path.name}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    sys.exit(main())
