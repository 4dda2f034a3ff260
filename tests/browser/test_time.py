"""A reader steps through the periods of a metric, with the mouse and with the keyboard, and goes back to a day."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import builders
from tests.site.sites import make
from tests.visitor import Visitor, await_query, settle

pytestmark = pytest.mark.browser


@pytest.mark.slow
def test_periods_are_played_stepped_through_and_left(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=time&lang=en")
    shown, button = page.locator(".step:visible h3"), page.locator("button.play")
    expect(shown).to_have_text("January–July 2024 (period 2 of 2)")
    button.focus()
    page.keyboard.press("Enter")  # from the last period it begins again
    expect(shown).to_have_text("H1 2024 (period 1 of 2)")
    expect(button).to_have_text("Pause")
    expect(shown).to_have_text("January–July 2024 (period 2 of 2)")
    expect(button).to_have_text("▶ Play")
    page.locator(".step:visible .beside a").click()
    await_query(page, {"page": ["time"], "lang": ["en"], "period": ["2024-S1"]})
    expect(shown).to_have_text("H1 2024 (period 1 of 2)")
    page.locator(".strip .years a", has_text="2022").click()
    expect(page.locator(".time-page h2", has_text="figures of 2022")).to_be_visible()


def drag(page: Page, first: str, last: str) -> None:
    """Drag over the strip from the middle of a year to that of another."""
    boxes = [page.locator(".strip .years > *", has_text=year).bounding_box() for year in (first, last)]
    line = page.locator(".strip .line").last.bounding_box()
    assert line is not None
    ends = [box["x"] + box["width"] / 2 for box in boxes if box is not None]
    page.mouse.move(ends[0], line["y"] + 3)
    page.mouse.down()
    page.mouse.move(sum(ends) / 2, line["y"] + 4)
    page.mouse.move(ends[1], line["y"] + 5)
    page.mouse.up()


@pytest.mark.slow
def test_years_are_chosen_by_dragging_and_with_keys_and_a_day_with_the_slider(visitor: Visitor, address: str) -> None:
    page = visitor.open(f"{address}/?page=time&lang=en")
    page.locator(".brush").scroll_into_view_if_needed()
    drag(page, "2020", "2022")
    await_query(page, {"page": ["time"], "lang": ["en"], "year": ["2020", "2022"]})
    expect(page.locator(".time-page h2", has_text="figures of 2020–2022")).to_be_visible()

    first = page.locator(".brush input").first
    expect(first).to_have_value("2020")
    first.focus()
    page.keyboard.press("ArrowRight")
    expect(page.locator(".brush .go")).to_have_text("Show 2021–2022")
    page.keyboard.press("Enter")
    await_query(page, {"page": ["time"], "lang": ["en"], "year": ["2021", "2022"]})

    expect(page.locator(".time-page h2", has_text="figures of 2021–2022")).to_be_visible()
    settle(page)
    slider = page.locator(".day-slider input")
    slider.focus()
    page.keyboard.press("Home")
    earliest = page.locator(".day-slider .go")
    day = str(page.locator(".day-slider").get_attribute("data-days")).split()[0]
    expect(earliest).to_have_attribute("href", re.compile(f"&day={day}$"))
    page.keyboard.press("Enter")
    await_query(page, {"page": ["time"], "lang": ["en"], "year": ["2021", "2022"], "day": [day]})


@pytest.mark.slow
def test_the_site_shows_the_years_that_are_dragged_over(browser: Browser, tmp_path: Path) -> None:
    figures = [builders.make_figure(id=f"y{year}", period=str(year)) for year in range(2010, 2021)]
    make(builders.make_dataset(builders.make_article(*figures)), tmp_path)
    with browser.new_context() as context:
        page = context.new_page()
        page.goto((tmp_path / "en" / "time.html").as_uri())
        bars = page.locator(".strip .bars a:visible")
        expect(bars).to_have_count(11)
        drag(page, "2012", "2015")
        expect(page).to_have_url(re.compile("#2012-2015$"))
        expect(bars).to_have_count(4)
        expect(page.locator(".strip .years > :visible")).to_have_text(["2012", "2013", "2014", "2015"])
        page.locator(".brush .every").click()
        expect(bars).to_have_count(11)
        page.go_back()
        expect(bars).to_have_count(4)


@pytest.mark.slow
def test_on_the_site_knowledge_arrives_as_the_slider_moves(browser: Browser, tmp_path: Path) -> None:
    """The state is in the address; who opens it sees the same, and the years that are chosen stay."""
    articles = [
        builders.make_article(
            *(builders.make_figure(id=f"f{year}-{nature}", nature=nature, period=str(year)) for nature in natures),
            id=f"a{year}",
            published=f"{year + 1}-03-01",
        )
        for year, natures in ((2010, ["actual"]), (2011, ["actual"]), (2012, ["actual", "target"]))
    ]
    late = builders.make_figure(id="late", text="120家", quote="120家", metric="firms", period="2010")
    articles.append(builders.make_article(late, id="late", published="2014-06-01"))
    make(builders.make_dataset(*articles), tmp_path)
    with browser.new_context(viewport={"width": 390, "height": 844}) as context:
        page = context.new_page()
        page.goto((tmp_path / "en" / "time.html").as_uri())
        bars, slider = page.locator(".strip .bars a:visible"), page.locator(".day-slider input")
        everything = bars.count()
        slider.focus()
        page.keyboard.press("Home")
        expect(page.locator(".day-slider .go")).to_have_text("1 March 2011: 1 known")
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile("#known=2011-03-01$"))
        expect(bars).to_have_count(1)
        page.locator(".arrivals a", has_text="2013").click()
        expect(page).to_have_url(re.compile("#known=2013-03-01$"))
        assert everything >= bars.count() > 1
        numbers = [int(text or 1) for text in bars.evaluate_all("all => all.map(bar => bar.innerText)")]
        assert sum(numbers) == 4
        address = page.url
        page.goto("about:blank")
        page.goto(address.replace("#", "#2012-2012&"))
        expect(bars).to_have_count(2)
        page.locator(".brush .every").click()
        expect(page).to_have_url(re.compile("#known=2013-03-01$"))
        slider.focus()
        page.keyboard.press("End")
        page.keyboard.press("Enter")
        expect(bars).to_have_count(everything)
        boxes = bars.evaluate_all("all => all.map(bar => bar.getBoundingClientRect()).map(b => [b.width, b.height])")
        assert all(width >= 24 and height >= 24 for width, height in boxes)
