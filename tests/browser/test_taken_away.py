"""What a person takes away from the dashboard in a real Chromium: images, data, cards and what is embedded."""

import re
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import expect

from indicators.export import chart_frame
from indicators.pages.figures import embed_card
from indicators.values.text import LANGS, Lang
from tests.browser.test_dashboard import OUTPUT
from tests.visitor import (
    Visitor,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_page_saves_images_that_stand_for_themselves(visitor: Visitor, address: str, tmp_path: Path) -> None:
    """Twice as many pixels as the page has, on a background of its own, with the frame that the page does not show."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh", scheme="dark")
    chart = page.locator(".chart")
    assert chart.locator(".annotation").count() == 0
    assert chart.locator(".chart-words text").first.is_visible()
    saved = {}
    for name in ("PNG", "SVG"):
        with page.expect_download() as download:
            chart.get_by_role("button", name=f"保存为 {name}").click()
        assert download.value.suggested_filename == f"rizhao-region-explore-gazelle-enterprises.{name.lower()}"
        saved[name] = tmp_path / name
        download.value.save_as(saved[name])
    with Image.open(saved["PNG"]) as image:
        assert image.width == 2 * chart_frame.WIDTH
        texts = dict(image.info)
        grey = image.convert("L")
        head = grey.crop((0, 0, image.width, 2 * chart_frame.HEAD)).tobytes()
        foot = grey.crop((0, image.height - 2 * chart_frame.FOOT, image.width, image.height)).tobytes()
    assert head[0] == foot[-1] == min(head) < 40
    assert min(max(head), max(foot)) > 120  # there is type in both
    shown = chart.locator("h3").inner_text()
    assert (texts["Title"], texts["Copyright"]) == (shown, "CC-BY-4.0 https://spdx.org/licenses/CC-BY-4.0")
    assert texts["Source"].endswith(f" {address}/?page=explore&metric=gazelle-enterprises&show=region")
    assert re.search(r"rizhao \d+\.\d+\.\d+\+[0-9a-f]{12} sha256:[0-9a-f]{64}", texts["Collection"])
    drawing = saved["SVG"].read_text(encoding="utf-8")
    assert f"<title>{shown}</title>" in drawing
    assert f'width="{chart_frame.WIDTH}"' in drawing
    assert f"{address}/?page=explore" in drawing.replace("&amp;", "&")


def test_the_data_and_a_page_are_downloaded(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh")
    page.get_by_role("button", name="下载", exact=True).click()
    for label, ending, held in (("图中的数据（CSV）", "csv", "高新区"), ("网页（HTML，可离线）", "html", "</html>")):
        with page.expect_download() as saved:
            page.get_by_role("link", name=label).click()
        assert saved.value.suggested_filename == f"rizhao-region-explore-gazelle-enterprises.{ending}"
        assert held in saved.value.path().read_text(encoding="utf-8-sig")


def test_downloads_are_opened_and_closed_by_keyboard(visitor: Visitor, address: str) -> None:
    """The list hides nothing that has the focus, and who closes it is where they opened it."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=all&lang=en")
    first = page.locator(".chart").first
    button, links = first.get_by_role("button", name="Download", exact=True), first.locator(".chart-files-list a")
    expect(button).to_have_attribute("aria-expanded", "false")
    button.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect(button).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Tab")
        expect(links.first).to_be_focused()
        page.keyboard.press("Escape")
        expect(links.first).to_be_hidden()
        expect(button).to_be_focused()
        expect(button).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    for _ in range(links.count() + 1):
        page.keyboard.press("Tab")
    expect(first.locator(".chart-save button").first).to_be_focused()
    expect(links.first).to_be_hidden()
    button.click()
    expect(links.first).to_be_visible()
    first.locator("h3").click()
    expect(links.first).to_be_hidden()


def test_what_is_embedded_offers_no_downloads(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh")
    assert page.get_by_role("button", name="下载", exact=True).count() == 1
    page.goto(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=zh&embed=true")
    page.wait_for_selector(".main-svg")
    assert page.get_by_role("button", name="下载", exact=True).count() == 0


@pytest.mark.parametrize("lang", LANGS)
def test_the_card_of_a_figure_fits_a_narrow_frame(visitor: Visitor, address: str, lang: Lang) -> None:
    """It has no masthead and no foot, and its link opens the whole page outside the frame."""
    page = visitor.open(f"{address}/?figure={OUTPUT}&lang={lang}&embed=true")
    page.set_viewport_size({"width": 320, "height": embed_card.HEIGHT})
    assert page.locator(".masthead, .page.foot, footer").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    assert page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight") <= embed_card.HEIGHT
    with page.context.expect_page() as opened:
        page.locator(".card a").click()
    assert "embed" not in opened.value.url
    assert f"figure={OUTPUT}" in opened.value.url
