"""A chart as an element of the page in a real Chromium: its keys, its width, and when it is drawn."""

import re

import pytest
from playwright.sync_api import expect

from tests.visitor import (
    DRAWER,
    NUMBER,
    Visitor,
    choose_metric,
    click_bar,
    close_drawer,
    settle,
)

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_keyboard_walks_over_the_marks_of_a_chart(visitor: Visitor, address: str) -> None:
    """Each mark once, though a track lies under each bar; what is pointed at is said, and Enter opens its evidence."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    plot, spoken = page.locator(".chart-plot"), page.locator(".chart-spoken")
    label = plot.get_attribute("aria-label")
    assert label
    plot.focus()
    announced = []
    for key in ("ArrowDown", "ArrowRight", "ArrowUp", "ArrowUp", "Home", "End", "ArrowDown"):
        page.keyboard.press(key)
        announced.append(spoken.text_content())
        expect(page.locator(".hovertext")).to_have_count(1)
    first, second, *_, last, again = announced
    assert announced == [first, second, first, last, first, last, again] == [*announced[:-1], first]
    assert len({first, second, last}) == 3
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    page.locator(DRAWER).wait_for()
    number = page.locator(NUMBER).text_content()
    assert number
    assert number.removesuffix("家") in str(last)
    close_drawer(page)
    expect(plot).to_be_focused()
    page.keyboard.press("Tab")
    expect(spoken).to_be_empty()
    expect(page.locator(".hovertext")).to_have_count(0)
    plot.focus()
    page.evaluate("addEventListener('keydown', event => { window.taken = event.defaultPrevented; })")
    page.keyboard.press("Alt+ArrowLeft")  # the browser's way back
    assert not page.evaluate("taken")
    expect(spoken).to_be_empty()
    page.keyboard.press("ArrowUp")
    assert page.evaluate("taken")
    assert spoken.text_content() == last


def test_a_chart_is_as_wide_as_its_place(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    for width in (1280, 800, 390, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_function(
            "() => { const plot = document.querySelector('.chart-plot');"
            " const right = element => element.getBoundingClientRect().right;"
            " const words = Math.max(...[...plot.querySelectorAll('.chart-words text')].map(right));"
            " return Math.abs(plot.offsetWidth - plot.querySelector('.main-svg').clientWidth) < 1"
            " && Math.abs(right(plot) - words) < 2; }"
        )


_COUNT = """() => {
    const react = Plotly.react;
    window.drawn = 0;
    Plotly.react = (...facts) => { window.drawn += 1; return react(...facts); };
}"""


def test_what_is_as_it_was_is_not_drawn_again(visitor: Visitor, address: str) -> None:
    """Evidence opens and closes beside a chart; another metric is another chart."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    page.evaluate(_COUNT)
    click_bar(page, "donggang-gazelles-2020-12")
    close_drawer(page)
    settle(page)
    assert page.evaluate("drawn") == 0
    choose_metric(page, "General public budget revenue")
    page.wait_for_function("() => drawn === 1")


def test_words_stand_where_charts_cannot_be_drawn(visitor: Visitor, address: str) -> None:
    page = visitor.open(address)
    visitor.troubles.clear()
    page.route("**/plotly-basic.min.js*", lambda route: route.abort())
    page.goto(f"{address}/?page=explore&metric=gazelle-enterprises&show=region")
    plot = page.locator(".chart-plot")
    expect(plot).to_have_text(re.compile(r"\w+\. .+\.$"))
    assert plot.text_content() == plot.get_attribute("aria-label")
    assert {trouble.partition(":")[0] for trouble in visitor.troubles} <= {"console"}
    visitor.troubles.clear()
