"""What browsers other than Chromium do: no focus for what is clicked, no clipboard, files that are read late."""

from typing import Final

import pytest
from playwright.sync_api import Page, expect

from indicators.export import chart_frame
from tests.browser.curator import METRICS, Desk, curate
from tests.visitor import Visitor, settle

pytestmark = [pytest.mark.browser, pytest.mark.slow]

AS_SAFARI: Final = """(() => {
    const clicked = "button, a[href], summary, input[type=radio], input[type=checkbox]";
    let isMouse = false;
    const pass = element => {
        const holder = element.parentElement.closest("[tabindex]");
        holder ? holder.focus({preventScroll: true}) : document.activeElement?.blur();
    };
    addEventListener("keydown", () => { isMouse = false; }, true);
    addEventListener("mousedown", event => {
        isMouse = true;
        const element = event.target.closest(clicked);
        if (!element || element.hasAttribute("tabindex")) return;
        event.preventDefault();
        pass(element);
    }, true);
    addEventListener("focusin", event => { if (isMouse && event.target.matches(clicked)) pass(event.target); }, true);
})()"""
"""A click focuses no button, link or radio: what they stand in has the focus, if that can have it."""
NO_CLIPBOARD: Final = """() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException("", "NotAllowedError"));
    document.addEventListener("copy", () => { window.copied = true; });
}"""
WIDTH: Final = """address => new Promise(resolve => {
    const image = Object.assign(new Image(), {src: address});
    image.onload = () => resolve(image.naturalWidth);
    image.onerror = () => resolve(0);
})"""
"""The width of the image at an address, in pixels; 0 if it cannot be read."""
COVERED: Final = """() => {
    const element = document.activeElement, {x, y, width, height} = element.getBoundingClientRect();
    const hit = document.elementFromPoint(x + width / 2, y + height / 2);
    return element.contains(hit) ? "" : `${element.dataset.focus} is behind ${hit?.className}`;
}"""


# --- the focus -------------------------------------------------------------------------------------------------------


def test_keys_go_on_behind_clicks_that_focus_nothing(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    page = curator.page
    page.evaluate(AS_SAFARI)
    curator.paste()
    done = page.locator(".curate .meter b")
    page.locator(".curate .card button.main").click()
    expect(done).to_have_text("1")
    expect(page.locator(".curate .card")).to_be_focused()
    curator.decide("x")
    page.locator(".curate .of-metric .choice").nth(1).click()
    expect(page.locator(".curate .of-metric .choice").nth(1).locator("input")).to_be_checked()
    curator.press("1")
    page.locator(".curate [data-focus=other-metric]").click()
    expect(page.locator(".curate .finder input")).to_be_focused()
    page.keyboard.type("gdp")
    page.locator(".curate .finder li").first.click()
    expect(page.locator(".curate .finder")).to_have_count(0)
    curator.press("j")
    curator.press("k")
    curator.press("1")
    curator.accept_all()
    expect(page.locator(".curate h1.done")).to_be_focused()
    page.locator(".curate [data-focus=write]").click()
    expect(page.locator(".curate .done")).to_contain_text("data.yaml")
    curator.press("u")
    expect(page.locator(".curate [data-focus=write]")).to_be_visible()


def test_what_has_the_focus_is_not_behind_the_row_of_actions(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    page.set_viewport_size({"width": 1440, "height": 700})
    curator.press("e")
    page.keyboard.type("虚构的指标")
    page.keyboard.press("Enter")
    expect(page.locator(".curate .metric-form")).to_be_visible()
    page.locator(".curate .of-metric input").first.focus()
    covered = []
    while not page.evaluate("document.activeElement.matches('.curate .actions *')"):
        covered.append(page.evaluate(COVERED))
        page.keyboard.press("Tab")
    assert not list(filter(None, covered))
    assert len(covered) > 2 * len(("zh", "en", "theme", "unit", "kind"))


def test_what_was_written_is_told_where_it_is_seen(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    curator.accept_all()
    page = curator.page
    title = page.locator(".curate .done")
    for key, button in (("w", "take-back"), ("u", "write")):
        expect(page.locator(".curate .diff")).to_be_visible()
        page.evaluate("document.querySelector('.curate .diff').scrollIntoView()")  # in one step: it is drawn anew
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollBy(0, 300)")
        expect(title).not_to_be_in_viewport()
        curator.press(key)
        expect(page.locator(f".curate [data-focus={button}]")).to_be_visible()
        expect(title).to_be_in_viewport()
        top = title.bounding_box()
        assert top is not None
        assert top["y"] >= page.evaluate("document.querySelector('.st-key-masthead').getBoundingClientRect().bottom")


def test_the_focus_is_where_it_was_when_the_table_of_keys_closes(desk: Desk, guest: Visitor) -> None:
    curator = curate(guest, desk)
    curator.paste()
    page = curator.page
    with page.expect_response(lambda answer: "/curate/check" in answer.url):
        curator.press("2")
        curator.press("?")
        page.evaluate("document.querySelector('.curate .card').isOld = true")
    page.wait_for_function("() => !document.querySelector('.curate .card').isOld")
    page.keyboard.press("Escape")
    expect(page.locator(".curate .card")).to_be_focused()
    assert curator.number == next(iter(METRICS))


# --- files and the clipboard -----------------------------------------------------------------------------------------


def test_an_image_can_be_read_behind_the_click_that_saves_it(address: str, visitor: Visitor) -> None:
    """Safari reads what is saved some time after the click."""
    page = visitor.open(f"{address}/?page=explore&metric=gazelle-enterprises&show=region&lang=en")
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as SVG").click()
    assert page.evaluate(WIDTH, download.value.url) == chart_frame.WIDTH


@pytest.mark.parametrize(
    ("query", "button"),
    [("region=wulian&lang=en", "[data-copies] >> nth=0"), ("page=claim&lang=en", "[data-part=copy]")],
)
def test_where_a_browser_refuses_the_clipboard_what_is_selected_is_copied(
    address: str, visitor: Visitor, query: str, button: str
) -> None:
    page = visitor.open(f"{address}/?{query}")
    page.evaluate(NO_CLIPBOARD)
    if "claim" in query:
        page.locator("#claim-draft").fill("五莲县地区生产总值100亿元。")
        page.keyboard.press("Control+Enter")
    press(page, button)
    page.wait_for_function("() => window.copied")
    expect(page.locator(button)).to_be_focused()
    expect(page.locator(button)).to_have_text("Copied")


def press(page: Page, button: str) -> None:
    settle(page)
    expect(page.locator(button)).to_be_visible()
    page.locator(button).press("Enter")


# --- what they draw otherwise ----------------------------------------------------------------------------------------


def test_a_date_that_nobody_gave_is_marked_where_webkit_shows_that_of_today(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}/?page=claim&lang=en")
    day = page.locator("#claim-day")
    expect(day).to_have_class("blank")
    day.fill("2024-05-06")
    expect(day).not_to_have_class("blank")
    page.locator("#claim-draft").fill("五莲县地区生产总值100亿元。")
    page.keyboard.press("Control+Enter")
    page.locator("[data-part=another]").click()
    expect(day).to_have_value("")
    expect(day).to_have_class("blank")


def test_a_label_that_just_fits_has_no_ellipsis_in_firefox(address: str, visitor: Visitor) -> None:
    page = visitor.open(f"{address}/?page=figures&lang=en")
    label = page.get_by_role("button", name="Download the data").locator("[data-testid=stMarkdownContainer]")
    assert label.evaluate("label => getComputedStyle(label).textOverflow") == "clip"
