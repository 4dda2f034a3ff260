"""Whatever stands in a data file, in the text of an article or in the name of a file: no link is made of it."""

from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from indicators.view import PAGES
from tests.browser import own_links
from tests.builders import GOOD, changed, write
from tests.visitor import Visitor, dashboard, turn

pytestmark = [pytest.mark.browser, pytest.mark.slow]

BAIT = "www.evil.cn x_www.evil.cn http://evil.cn/login https://evil.cn a@evil.cn"
TEXT = f"{BAIT}，收入56.92亿元，增长32%，{BAIT}，为计划的52.1%，企业14家，{BAIT}\n"
BROKEN = changed(("zh: 标题", "zh: x_www.evil.cn"), ("en: Headline", "en: https://evil.cn/login"))
"""Errors whose sentences repeat the addresses."""


def no_link_is_evil(page: Page, data: Path) -> None:
    page.wait_for_function("() => document.body.innerText.includes('evil')")
    own_links.check(page, data)
    assert page.locator("a[href*=evil]").count() == 0


def test_addresses_in_words_are_no_links(visitor: Visitor, tmp_path: Path) -> None:
    """faults.md C07: the paragraph of a held article, the banner of a broken file, and the errors of a first one."""
    good = write(tmp_path, GOOD, "www.evil.cn.yaml")
    write_text(tmp_path, TEXT)
    with dashboard(good) as address, closing(visitor):
        page = visitor.open(f"{address}/?figure=city-revenue")
        no_link_is_evil(page, good)
        outward = 0
        for name in PAGES:
            turn(page, name)
            outward += own_links.check(page, good)
        assert outward
        write(tmp_path, BROKEN, "www.evil.cn.yaml")
        page.wait_for_timeout(4000)  # a state is shown once it has rested for two seconds
        turn(page, "overview")
        expect(page.get_by_test_id("stAlert")).to_contain_text("evil")
        assert page.locator("a[href*=evil]").count() == 0


def test_addresses_in_errors_are_no_links(visitor: Visitor, tmp_path: Path) -> None:
    with dashboard(write(tmp_path, BROKEN, "x_www.evil.cn.yaml")) as address, closing(visitor):
        page = visitor.browser.new_page()
        page.goto(address)
        expect(page.get_by_test_id("stAlert").first).to_contain_text("evil")
        assert page.locator("a[href*=evil]").count() == 0
        page.close()


def write_text(folder: Path, text: str) -> None:
    (folder / "texts").mkdir()
    write(folder / "texts", text, "first.txt")
