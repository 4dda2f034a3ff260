"""A reader steps through the periods of a metric, with the mouse and with the keyboard, and goes back to a day."""

import pytest
from playwright.sync_api import expect

from tests.visitor import Visitor, await_query

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
