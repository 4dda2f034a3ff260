"""A page on paper: all of it, light, without what only a screen can do."""

import shutil
import subprocess

import pytest

from tests.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler")
def test_a_page_is_printed_whole_and_light(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?lang=en", scheme="dark")
    foot = page.locator(".foot p").first.inner_text()
    navigation = page.locator(".masthead nav a").all_inner_texts()
    printed = page.pdf(format="A4")
    text = subprocess.run(["pdftotext", "-layout", "-", "-"], input=printed, capture_output=True, check=True).stdout  # noqa: S607
    pages = text.decode().split("\f")
    assert len(pages) > 2
    words = " ".join(text.decode().split())
    assert words.count(foot) == 1
    assert page.locator("h1").inner_text().split()[0] in pages[0]
    assert " ".join(navigation) not in words
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.locator(".masthead").is_hidden()
    page.emulate_media(media="screen")
