"""What a person does with the list of all figures, in a real Chromium."""

import pytest
from playwright.sync_api import expect

from tests.visitor import DRAWER, Visitor, await_query, close_drawer, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]
ROWS = ".figure-rows tbody tr"


def test_a_list_is_narrowed_sorted_and_opened_in_one_session(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=figures&lang=en")
    page.evaluate("window.sameSession = true")
    listed = {"page": ["figures"], "lang": ["en"]}

    page.locator(".facets a", has_text="Wulian").first.click()
    listed |= {"region": ["wulian"]}
    await_query(page, listed)
    expect(page.locator(".chosen")).to_contain_text("Wulian")
    settle(page)
    page.locator(".figure-rows th.number a").click()
    listed |= {"sort": ["-number"]}
    await_query(page, listed)
    expect(page.locator(".figure-rows th[aria-sort=descending]")).to_have_text("Number")
    page.locator("[data-testid=stTextInput] input").fill("budget")
    page.keyboard.press("Enter")
    listed |= {"find": ["budget"]}
    await_query(page, listed)
    settle(page)
    expect(page.locator(f"{ROWS} td.printed")).to_have_text(["10.18亿元", "8.34亿元"])  # the larger first

    page.locator(ROWS).last.locator("td.growth").click(force=True)  # the whole row is a link
    expect(page.locator(DRAWER)).to_contain_text("8.34亿元")
    await_query(page, listed | {"figure": ["wulian-budget-revenue-2024s1"]})
    close_drawer(page)
    await_query(page, listed)
    settle(page)
    page.locator(".chosen > a").click()  # one link clears all choices
    await_query(page, {"page": ["figures"], "lang": ["en"], "sort": ["-number"]})
    assert page.evaluate("window.sameSession")
    assert not visitor.troubles


@pytest.mark.parametrize("locale", ["zh-CN", "en-GB"])
def test_on_a_telephone_nothing_is_cut_and_filters_open(visitor: Visitor, address: str, locale: str) -> None:
    page = visitor.open(f"{address}/?page=figures", locale=locale, width=390)
    cut = """() => [...document.querySelectorAll(".ledger-page :is(td, a, h1, p)")]
        .filter(each => each.getBoundingClientRect().right > innerWidth + 1).length"""
    assert page.evaluate(cut) == 0
    assert page.locator(ROWS).first.evaluate("row => row.getBoundingClientRect().height") >= 40
    facet = page.locator(".facets a").first
    expect(facet).to_be_hidden()
    page.locator(".facets label").click()
    expect(facet).to_be_visible()
    assert page.evaluate(cut) == 0
