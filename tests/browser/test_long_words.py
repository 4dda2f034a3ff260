"""A word of 115 letters in every text of a file: no page of the dashboard or the site is wider than its window."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from indicators import study
from indicators.loading.loader import load
from indicators.site import build
from indicators.view import PAGES
from tests.builders import worded, write
from tests.visitor import Visitor, dashboard

pytestmark = [pytest.mark.browser, pytest.mark.slow, pytest.mark.timeout(400)]

WORD = f"W{'o' * 114}"
LINKS = (
    *(f"page={name}" for name in PAGES),
    *("figure=city-revenue", "region=east", "sector=all", "metric=revenue", "page=sources&article=first"),
    "page=compare&region=city&region=east",
)
WIDEST = """() => Math.max(document.documentElement.scrollWidth,
    ...[...document.querySelectorAll("[data-testid=stMain]")].map(main => main.scrollWidth))"""


def width(page: Page) -> int:
    assert page.evaluate("word => document.body.textContent.includes(word)", WORD), page.url
    return int(page.evaluate(WIDEST))


@pytest.mark.parametrize("screen", [390, 1440])
def test_a_long_word_widens_no_page_of_the_dashboard(visitor: Visitor, tmp_path: Path, screen: int) -> None:
    """faults.md B06."""
    with dashboard(write(tmp_path, worded(WORD))) as address, closing(visitor):
        widths = {link: width(visitor.open(f"{address}/?{link}&lang=en", width=screen)) for link in LINKS}
    assert widths == dict.fromkeys(LINKS, screen)


@pytest.mark.parametrize("screen", [390, 1440])
def test_a_long_word_widens_no_page_of_the_site(visitor: Visitor, tmp_path: Path, screen: int) -> None:
    dataset = load(write(tmp_path, worded(WORD))).dataset
    assert dataset is not None
    build.build(study.of(dataset), tmp_path / "site", digest="0" * 64, today=date(2026, 1, 2), base="")
    page = visitor.browser.new_page(viewport={"width": screen, "height": 900})
    for path in (tmp_path / "site" / "en").rglob("*.html"):
        page.goto(path.as_uri())
        assert page.evaluate(WIDEST) == screen, path
    page.close()
