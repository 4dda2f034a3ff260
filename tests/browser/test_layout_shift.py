"""Nothing jumps: the layout shift that a browser measures while a page is loaded, and when another view is chosen."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route

from indicators.view import PAGES
from tests.visitor import PATIENCE, await_query, settle, turn

pytestmark = [pytest.mark.browser, pytest.mark.slow]

FIGURE = "figure=rizhao-transport-investment-2022s1"
PLACE = "region=rizhao"
MOST_ON_LOAD = 0.1
MOST_ON_CHANGE = 0.05
MOST_OF_LATE_FONTS = 0.15
"""A headline that breaks anew moves all that is below it; without fonts as wide it was 0.21 on the list of figures."""
WIDTHS = (1440, 390)
OBSERVER = """
window.shifts = [];
new PerformanceObserver(list => {
    for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""
"""Buffered, so that what happened before it counts; shifts within half a second of a reader's own click do not."""


def shift(page: Page) -> float:
    """What has shifted on the page since the last call."""
    page.evaluate("() => new Promise(resolve => requestAnimationFrame(() => setTimeout(resolve)))")
    return float(page.evaluate("() => window.shifts.splice(0).reduce((sum, value) => sum + value, 0)"))


@pytest.fixture(params=WIDTHS)
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB", viewport={"width": request.param, "height": 900})
    context.set_default_timeout(PATIENCE)
    context.add_init_script(OBSERVER)
    yield context.new_page()
    context.close()


def test_pages_do_not_jump(page: Page, address: str) -> None:
    """Each page is loaded from its link; the first of them by a browser that has no fonts yet."""
    jumps: dict[str, float] = {}
    for query in ("", *(f"page={name}" for name in PAGES[1:]), FIGURE, PLACE):
        page.goto(f"{address}/?{query}")
        settle(page)
        jumps[query] = shift(page)
    assert {query: jump for query, jump in jumps.items() if jump > MOST_ON_LOAD} == {}
    assert jumps["page=time"] <= MOST_ON_CHANGE  # its first chart has no foot until its words are there


def test_fonts_that_come_late_move_nothing(page: Page, address: str) -> None:
    """The worst of first visits: fonts come when all is drawn. Until then it stands in one that is as wide."""
    jumps: dict[str, float] = {}
    held: list[Route] = []
    page.route("**/*.woff2", lambda route: held.append(route))  # noqa: PLW0108  # Playwright needs a function
    for query in ("", "page=figures", FIGURE, PLACE):
        page.goto(f"{address}/?{query}", wait_until="commit")
        settle(page)
        if not page.evaluate(HAS_STAND_IN):
            pytest.skip("without the fonts of styles/base.css")
        assert len(held) > 1
        while held:
            held.pop().continue_()
        page.evaluate("() => document.fonts.ready.then(() => {})")
        jumps[query] = shift(page)
    assert {query: jump for query, jump in jumps.items() if jump > MOST_OF_LATE_FONTS} == {}


HAS_STAND_IN = "() => document.fonts.load('16px \"Narrow Sans\"').then(faces => faces.length > 0, () => false)"


def test_a_change_of_view_does_not_jump(page: Page, address: str) -> None:
    """By the links of the page, and by the browser's way back, which is no input after which shifts are forgiven."""
    page.goto(address)
    settle(page)
    shift(page)
    linked = [name for name in PAGES[1:] if page.locator(f':is(.masthead nav, .foot) a[href*="page={name}"]').count()]
    assert len(linked) >= 4
    jumps: dict[str, float] = {}
    for name in linked:
        turn(page, name)
        jumps[name] = shift(page)
    for name in linked[-2::-1]:
        page.go_back()
        await_query(page, {"page": [name]})
        settle(page)
        jumps[f"back to {name}"] = shift(page)
    assert {name: jump for name, jump in jumps.items() if jump > MOST_ON_CHANGE} == {}
