"""An outlet that the data have not got is added on the page Curate: with keys alone, and on a telephone."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from indicators.loading import loader
from tests import SAMPLE
from tests.browser.curator import Curator, Desk
from tests.browser.test_curate import FINGER, SMALL, violations
from tests.curate.desk.test_new_publishers import NAME, TWO
from tests.visitor import Visitor, dashboard

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Desk]:
    """A desk of a small dataset."""
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    with dashboard(data) as address:
        yield Desk(address, data)


def fill_in(page: Page, name: str) -> None:
    """With the list focused, choose its last entry, and fill in what it asks for, up to the box behind."""
    expect(page.locator("[data-focus=publisher]")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    expect(page.locator("[data-focus=outlet-name]")).to_be_focused()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.locator("[data-focus=published]")).to_be_focused()


def test_an_outlet_is_added_with_keys_serves_two_articles_and_is_taken_back(browser: Browser, own: Desk) -> None:
    before = own.data.read_bytes()
    visitor = Visitor(browser)
    page = visitor.open(f"{own.address}/?page=curate&lang=zh", locale="zh-CN", width=1440)
    page.locator(".curate textarea").fill(TWO)
    page.locator("[data-focus=published]").fill("2022-08-09")
    page.locator(".curate textarea").press("Control+Enter")
    expect(page.locator(".curate .card")).to_be_visible()
    curator = Curator(page)
    curator.accept_all()
    end = page.locator(".curate .end")
    lacking = end.get_by_role("button", name="填上出处")
    expect(lacking).to_have_count(2)
    lacking.first.press("Enter")
    expect(page.locator("[data-focus=publisher]")).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(end.locator(".source-form .problem")).to_have_text("请写出这家媒体的名称。")
    page.locator("[data-focus=publisher]").focus()
    fill_in(page, NAME)
    page.keyboard.press("Enter")
    expect(end.locator(".source-line").first).to_contain_text(NAME)
    lacking.press("Enter")
    end.locator(".source-form select").select_option(f"{NAME}（新添）")
    end.get_by_role("button", name="就这样").press("Enter")
    expect(end.locator(".problems")).to_contain_text(f"“{NAME}”是新添的")
    expect(end.locator(".diff")).to_contain_text(f"name: {{zh: {NAME}, en: {NAME}}}, kind: newspaper}}")
    expect(end.get_by_role("button", name="写入文件")).to_be_enabled()
    curator.press("w")
    expect(end.locator(".lead")).to_contain_text(str(own.data))
    dataset = loader.load(own.data).dataset
    assert dataset is not None
    assert [article.publisher for article in dataset.articles.values()][-2:] == ["xu-gou-xin-qu-shi-bao"] * 2
    curator.press("u")
    expect(end.get_by_role("button", name="写入文件")).to_be_visible()
    assert own.data.read_bytes() == before
    leave(visitor)


def test_an_outlet_is_added_on_a_telephone_and_outlives_a_reload(browser: Browser, own: Desk) -> None:
    visitor = Visitor(browser)
    page = visitor.open(f"{own.address}/?page=curate&lang=en", locale="en-GB", width=390)
    page.locator(".curate textarea").fill(TWO)
    page.locator("[data-focus=publisher]").focus()
    fill_in(page, "Made-up Times")
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") == 390
    assert page.evaluate(SMALL, FINGER) == []
    assert violations(page) == []
    page.wait_for_function("() => (sessionStorage.getItem('indicators-curate') ?? '').includes('newspaper')")
    page.reload()
    expect(page.locator("[data-focus=outlet-name]")).to_have_value("Made-up Times")
    expect(page.locator("[data-focus=outlet-kind]")).to_have_value("newspaper")
    page.get_by_role("button", name="Read the numbers").click()
    expect(page.locator(".curate .source-line").first).to_contain_text("Made-up Times")
    page.locator("[data-focus=change-source]").click()
    expect(page.locator("[data-focus=outlet-name]")).to_have_value("Made-up Times")
    assert page.evaluate(SMALL, FINGER) == []
    assert violations(page) == []
    leave(visitor)


def leave(visitor: Visitor) -> None:
    visitor.close()
    for tab in visitor.tabs.values():
        tab.context.close()
    assert not visitor.troubles
