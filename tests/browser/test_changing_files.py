"""Files that would do harm, and files that change, on an open page in a real Chromium."""

import json
import re
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from indicators.view import PAGES
from tests import SAMPLE, builders
from tests.browser import own_links
from tests.ui.test_pages_of_meaning import MORE
from tests.visitor import (
    NUMBER,
    Visitor,
    await_query,
    choose_metric,
    click_bar,
    dashboard,
    settle,
    turn,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


MADE = "img, iframe, script, form, .katex, [src*=tracker]"
"""What markup would make of the payload."""


def test_markup_in_a_file_stays_text(visitor: Visitor, tmp_path: Path) -> None:
    """faults.md B01, B02, B05: nothing runs, nothing is fetched, nothing becomes larger than its letters."""
    payload = "<img src=x onerror='__pwn=1'>$\\rule{9999em}{9999em}$ :red[x] **b** ![i](//tracker.example/x)"
    quoted = json.dumps(payload)
    bait = json.dumps("<b>**x**</b> $y$ [l](//tracker.example/y) 56.92亿元")
    text = builders.worded(payload)
    note = f"        note: {{zh: {quoted}, en: {quoted}}}\n"
    text = builders.changed(("        quote: 收入56.92亿元\n", f"        quote: {bait}\n{note}"), text=text)
    data = builders.write(tmp_path, text)
    with dashboard(data) as address, closing(visitor):
        page = visitor.open(f"{address}/?figure=city-revenue")
        expect(page.locator("blockquote#amount")).to_contain_text(json.loads(bait))
        check_markup(page, payload, data)
        for name in PAGES:
            turn(page, name)
            check_markup(page, payload, data)


def check_markup(page: Page, payload: str, data: Path) -> None:
    """The payload is on the page to the letter, and nothing was made of it."""
    expect(page.locator(".brand .dataset")).to_have_text(payload)
    main = page.locator("[data-testid=stMain]")
    injected = main.locator(MADE).evaluate_all("all => all.map(element => element.outerHTML.slice(0, 200))")
    assert injected == [], page.url
    assert page.evaluate("window.__pwn") is None, page.url
    assert main.evaluate("main => main.scrollHeight") < 8000, page.url
    assert page.locator(".main-svg a").count() == 0, page.url
    own_links.check(page, data)
    if page.locator(".chart").count():
        drawn = "".join(page.locator(".chart").all_text_contents())
        assert payload.replace(" ", "") in re.sub(r"\s", "", drawn), page.url


def test_a_file_that_breaks_while_it_is_shown(visitor: Visitor, tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    with dashboard(path) as address, closing(visitor):
        page = visitor.open(address)
        expect(page.locator(".brand .dataset")).to_have_text("Example")
        assert page.get_by_test_id("stAlert").count() == 0
        builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
        page.wait_for_timeout(4000)  # the disk is looked at once a second, and what has changed is to rest
        turn(page, "explore")
        line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        expect(page.locator(".brand .dataset")).to_have_text("Example")
        assert page.locator(".figure-rows tr").count() >= 2
        page.reload()  # who comes now sees the same
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        settle(page)


def test_what_stands_above_a_choice_follows_it(visitor: Visitor, address: str) -> None:
    """A choice draws its page alone, unless a banner is no longer true or a day makes another dataset."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&region=nowhere&lang=en")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("region=nowhere")
    choose_metric(page, "General public budget revenue")
    expect(alert).to_have_count(0)
    expect(page.get_by_role("button", name="More filters")).to_have_count(1)
    settle(page)
    page.get_by_role("button", name="More filters").click()
    page.get_by_role("combobox", name="As known on").click()
    page.get_by_role("option", name="31 August 2022").click()
    expect(alert.first).to_contain_text("31 August 2022")
    settle(page)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="More filters (1)")).to_be_visible()
    await_query(page, {"page": ["explore"], "metric": ["budget-revenue"], "day": ["2022-08-31"], "lang": ["en"]})


def test_a_choice_meets_the_file_as_it_is_now(visitor: Visitor, tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    with dashboard(path) as address, closing(visitor):
        page = visitor.open(f"{address}/?page=explore&metric=revenue")
        builders.write(tmp_path, builders.GOOD.replace("56.92亿元", "57.01亿元"))
        page.wait_for_timeout(4000)  # the disk is looked at once a second, and what has changed is to rest
        page.get_by_role("link", name="By region").click()
        expect(page.locator(".chart").first).to_contain_text("5.701")
        builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
        page.wait_for_timeout(4000)
        page.get_by_role("link", name="All charts").click()
        line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
        expect(page.get_by_test_id("stAlert")).to_contain_text(f"data.yaml:{line}")
        expect(page.locator(".chart").first).to_contain_text("5.701")


def test_from_a_contradiction_to_each_report(visitor: Visitor, tmp_path: Path) -> None:
    """Who reported what: a mark of the chart opens the report, whose evidence names the other and opens it."""
    path = builders.write(tmp_path, SAMPLE.read_text("utf-8") + MORE)
    with dashboard(path) as address:
        page = visitor.open(f"{address}/?page=checks")
        click_bar(page, "another-rail")
        expect(page.locator(NUMBER)).to_have_text("¥1.51 bn")
        page.locator('#reports a[href*="rizhao-railway-investment-2022s1"]').click()
        expect(page.locator(NUMBER)).to_have_text("¥1.342 bn")
        await_query(page, {"page": ["checks"], "figure": ["rizhao-railway-investment-2022s1"]})
        visitor.close()
