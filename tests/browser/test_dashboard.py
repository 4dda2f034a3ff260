"""What a person does with the dashboard, in a real Chromium: no error is logged, and no request leaves the machine."""

import random
import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect

from indicators.view import PAGES
from tests.browser import own_links
from tests.visitor import (
    DRAWER,
    NUMBER,
    Visitor,
    await_query,
    choose_language,
    click_bar,
    close_drawer,
    query,
    settle,
    turn,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


LANSHAN = "lanshan-budget-revenue-2024m01-07"
OUTPUT = "etdz-equipment-output-2022s1"
OFFERED = ("region", "parts", "growth", "map", "all")
"""The charts that the first metric of the page allows, of which a reader goes from one to the other."""
HEADLINES = {"zh": "各主题数字一览", "en": "One figure of each theme"}


HEADING: Final = "[data-testid=stMain] :is([data-testid=stMarkdownContainer] h2, .chart h2, .section h2)"


def headings(page: Page) -> list[str]:
    return page.locator(HEADING).all_text_contents()


def link_of(page: Page) -> str:
    """The address of the first link in the drawer."""
    address = page.locator(f"{DRAWER} a[href^=http]").first.get_attribute("href")
    assert address is not None
    return address


def test_a_place_on_the_map_leads_to_the_words_that_were_printed(visitor: Visitor, address: str) -> None:
    page = visitor.open(address, locale="zh-CN")
    assert HEADLINES["zh"] in headings(page)
    assert query(page) == {}  # the language is the browser's: no need to say so
    for _ in range(2):  # the same place opens again
        page.locator(f".tile[href*='figure={LANSHAN}']").click()
        drawer = page.locator(DRAWER)
        expect(drawer.locator(NUMBER)).to_have_text("27.60亿元")
        expect(drawer.locator("blockquote").first).to_contain_text("岚山区(27.60亿元")
        assert link_of(page).startswith("https://yaliqi.com/new/6f6c982c05ab4fffbcce6fa01e420fff#:~:text=")
        await_query(page, {"figure": [LANSHAN]})
        close_drawer(page)
        await_query(page, {})
    settle(page)
    assert HEADLINES["zh"] in headings(page)


def test_the_link_to_a_figure_is_a_page(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?figure={LANSHAN}", locale="zh-CN")
    expect(page.locator(NUMBER)).to_have_text("27.60亿元")
    expect(page.locator("code", has_text=f"figure={LANSHAN}").first).to_have_text(
        re.compile(f"^{address}/?[?]figure={LANSHAN}\\s*$")
    )
    page.locator(".masthead nav a").first.click()
    await_query(page, {})
    page.get_by_text(HEADLINES["zh"]).wait_for()


def test_a_bar_of_growth_leads_to_the_words_of_the_growth(visitor: Visitor, address: str) -> None:
    """The number in them is marked, and a link to it shows another reader the same."""
    view = {"page": ["explore"], "metric": ["output-value"], "show": ["growth"]}
    page = visitor.open(f"{address}/?page=explore&metric=output-value&show=growth", locale="zh-CN")
    click_bar(page, OUTPUT)
    words = page.locator(f"{DRAWER} blockquote")
    expect(words.first).to_have_text("“……同比分别增长32%……”")
    expect(words.first.locator("mark")).to_have_text("32%")
    expect(page.locator(NUMBER)).to_have_text("36.7亿元")
    await_query(page, {**view, "figure": [OUTPUT], "number": ["growth"]})
    close_drawer(page)
    await_query(page, view)


def test_a_reader_in_the_dark_changes_the_language(visitor: Visitor, address: str) -> None:
    page = visitor.open(address, locale="en-GB", scheme="dark")
    assert brightness(page, "[data-testid=stApp]", "backgroundColor") < 60
    assert brightness(page, ".chart .chart-words text", "fill") > 150
    assert brightness(page, "[data-testid=stMain] p", "color") > 150
    english = headings(page)
    assert HEADLINES["en"] in english
    choose_language(page, "中文")
    await_query(page, {"lang": ["zh"]})
    page.get_by_text(HEADLINES["zh"]).wait_for()
    settle(page)
    expect(page.locator(HEADING, has_text=re.compile("[A-Za-z]"))).to_have_count(0)  # the last come a moment later
    assert len(headings(page)) == len(english)
    page.go_back()
    page.get_by_text(HEADLINES["en"]).wait_for()
    await_query(page, {})


def brightness(page: Page, selector: str, style: str) -> float:
    colour = page.locator(selector).first.evaluate("(element, style) => getComputedStyle(element)[style]", style)
    numbers = [float(number) for number in re.findall(r"[\d.]+", colour)[:3]]
    return sum(numbers) / 3


def test_explore(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore")
    page.get_by_role("combobox", name="Metric").first.click()
    metric = {"page": ["explore"], "metric": ["gazelle-enterprises"]}
    page.keyboard.type("gazelle enterprises (to date)")
    page.get_by_role("option").first.click()
    await_query(page, metric)
    page.get_by_text("8 figures").wait_for()
    page.get_by_role("combobox", name="Region").click()
    page.get_by_role("option", name="Lanshan District").click()
    page.keyboard.press("Escape")
    choices = metric | {"region": ["lanshan"]}
    await_query(page, choices)
    rows = page.locator(".figure-rows tbody tr")
    page.get_by_text(re.compile("^1 figures?[.]")).wait_for()
    settle(page)

    other = visitor.open(page.url)  # faults.md F08: who gets the link sees the same
    for part in (".explore-page .chips", ".figure-rows"):
        expect(other.locator(part)).to_have_text(page.locator(part).inner_text(), use_inner_text=True)

    rows.first.locator("td").last.click(position={"x": 3, "y": 3}, force=True)  # the whole row is a link
    expect(page.locator(f"{DRAWER} {NUMBER}")).to_have_text("1")
    await_query(page, choices | {"figure": ["lanshan-gazelles-2020-12"]})
    close_drawer(page)
    await_query(page, choices)

    for earlier in (choices | {"figure": ["lanshan-gazelles-2020-12"]}, choices, metric):  # back, step by step
        settle(page)
        page.go_back()
        await_query(page, earlier)
        expect(page.get_by_text(re.compile("^8 figures[.]"))).to_have_count(int(earlier == metric))
    settle(page)
    await_query(page, metric)

    for step in ("forward", "forward", "forward", "back", "back", "back"):  # faster than the page can follow
        page.evaluate(f"history.{step}()")
        page.wait_for_timeout(50)
    expect(page.get_by_text(re.compile("^8 figures[.]"))).to_have_count(1)
    settle(page)
    await_query(page, metric)


_SHOWS_WHAT_ITS_LINK_SAYS = """shows => {
    const link = document.querySelector(".views a[aria-current]");
    const show = new URLSearchParams(location.search).get("show");
    return shows.includes(show) && link !== null && new URL(link.href).searchParams.get("show") === show;
}"""


def test_back_and_forth_faster_than_pages_come(visitor: Visitor, address: str) -> None:
    """What a browser has said that it keeps, the server refers to: it must still be there when that arrives.

    The page is whole, and after the next click it says what its link says. Before that, on a slow machine, it can be a
    link behind: Streamlit writes one when its message arrives, over that which the reader has gone to in between.
    """
    page = visitor.open(f"{address}/?page=explore&lang=en")
    for show in OFFERED:
        page.locator(f'.views a[href*="show={show}"]').click()
        page.wait_for_function("show => new URLSearchParams(location.search).get('show') === show", arg=show)
        settle(page)
    chance, at = random.Random(1), 5  # noqa: S311  # the same steps each time
    for _ in range(20):
        step = chance.choice([step for step in (-1, 1) if 0 <= at + step <= 5])
        at += step
        page.evaluate(f"history.go({step})")
        page.wait_for_timeout(chance.choice([10, 30, 60, 120]))
    settle(page)
    expect(page.locator(".chart h2").first).to_be_visible()
    for show in (OFFERED[1], OFFERED[3]):
        page.locator(f'.views a[href*="show={show}"]').click()
    await_query(page, {"page": ["explore"], "lang": ["en"], "show": [OFFERED[3]]})
    settle(page)
    page.wait_for_function(_SHOWS_WHAT_ITS_LINK_SAYS, arg=OFFERED)
    expect(page.locator(".chart h2").first).to_be_visible()


def test_a_telephone(visitor: Visitor, address: str) -> None:
    """In both languages nothing is wider than the screen, and every link on the way is what it says."""
    page = visitor.open(f"{address}/?figure={LANSHAN}&region=nowhere&metric=nonsense", locale="zh-CN", width=390)
    for part in ("region=nowhere", "metric=nonsense"):
        expect(page.get_by_test_id("stAlert")).to_contain_text(part)
    check_telephone(page)
    for name in reversed(PAGES):
        turn(page, name)
        check_telephone(page)
    choose_language(page, "English")
    page.get_by_text(HEADLINES["en"]).wait_for()
    for name in PAGES:
        turn(page, name)
        check_telephone(page)
    page.goto(f"{address}/?figure={LANSHAN}&lang=en")
    settle(page)
    check_telephone(page)


def check_telephone(page: Page) -> None:
    sizes = page.evaluate(
        """() => {
            const main = document.querySelector("[data-testid=stMain]");
            return [document.documentElement.scrollWidth, main.scrollWidth, innerWidth];
        }"""
    )
    assert sizes == [390, 390, 390], page.url
    own_links.check(page)


def test_an_address_in_a_text_is_no_link(visitor: Visitor, address: str) -> None:
    """faults.md C07: else whoever sends a link to the dashboard puts a link of his own on it."""
    page = visitor.open(f"{address}/?page=sources&region=http://elsewhere.example/login")
    alert = page.get_by_test_id("stAlert")
    expect(alert).to_contain_text("region=…")
    assert alert.locator("a").count() == 0
