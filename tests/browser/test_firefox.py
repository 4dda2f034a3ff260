"""Curate by its keys in a Firefox, where there is one: from a pasted article to the file and back."""

import json
import shutil
from pathlib import Path

import pytest

from tests import ROOT
from tests.browser.curator import ARTICLE, METRICS
from tests.browser.firefox import Firefox, firefox, path_of_firefox
from tests.visitor import dashboard

pytestmark = [pytest.mark.browser, pytest.mark.slow]

DONE = "() => Number(document.querySelector('.curate .meter b').textContent)"
OF_STREAMLIT = "WebAssembly"
"""In what Firefox says of Streamlit, which goes on without it."""


def shown(selector: str) -> str:
    return f"() => document.querySelector({json.dumps(f'.curate {selector}')})?.checkVisibility() ?? false"


def decide(browser: Firefox, key: str) -> None:
    before = browser.run(DONE)
    browser.press(key)
    browser.until(f"() => ({DONE})() !== {before}")


def test_curate_is_driven_by_keys_in_firefox(tmp_path: Path) -> None:
    path_of_firefox()
    data = tmp_path / "data.yaml"
    shutil.copyfile(ROOT / "data" / "indicators.yaml", data)
    before = data.read_bytes()
    (tmp_path / "profile").mkdir()
    with dashboard(data) as address, firefox(tmp_path / "profile") as browser:
        browser.open(f"{address}/?page=curate&lang=zh")
        browser.until(shown("textarea"))
        paste(browser)
        browser.press("e")
        browser.until("() => document.activeElement.matches('.curate .finder input')")
        for key in "jx":
            browser.press(key)
        assert browser.run("() => document.activeElement.value") == "jx"
        browser.press("Escape")
        browser.press("?")
        browser.until(shown(".curate-help"))
        browser.press("Escape")
        browser.until("() => document.activeElement.matches('.curate [data-focus=other-metric]')")
        browser.press("Escape")  # Enter would open that again
        decide(browser, "x")
        decide(browser, "u")
        while not browser.run(shown(".end")):
            decide(browser, "Enter")
        browser.until(shown("[data-focus=write]:enabled"))
        browser.press("w")
        browser.until(shown("[data-focus=take-back]"))
        written = data.read_text(encoding="utf-8")
        browser.press("u")
        browser.until(shown("[data-focus=write]"))
        assert [text for text in METRICS if text not in written] == []
        assert data.read_bytes() == before
        assert [error for error in browser.errors if OF_STREAMLIT not in error] == []


def paste(browser: Firefox) -> None:
    """Put the article and its source into the boxes, and have it read."""
    browser.run(
        f"""() => {{
          const fill = (selector, value) => {{
            const box = document.querySelector(selector);
            box.value = value;
            for (const type of ["input", "change"]) box.dispatchEvent(new Event(type, {{bubbles: true}}));
            box.focus();
          }};
          fill(".curate select", "dazhong-daily");
          fill(".curate .boxes input", "2023-07-20");
          fill(".curate textarea", {json.dumps(ARTICLE)});
        }}"""
    )
    browser.press("Control", "Enter")
    browser.until(shown(".card"))
