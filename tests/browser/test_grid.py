"""The grid of Streamlit in a real browser: what it would give away itself goes unguarded, so it gives nothing away."""

import pytest
from playwright.sync_api import expect

from tests.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def test_the_grid_offers_no_file_and_no_copy_of_its_own(visitor: Visitor, address: str) -> None:
    """faults.md D05: a cell that begins with = would be a formula to a spreadsheet."""
    page = visitor.open(f"{address}/?page=explore&metric=output-value&lang=en")
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=address)
    page.evaluate("navigator.clipboard.writeText('')")  # the browser of other tests has what they copied
    page.get_by_text("Calculated from these figures").click()
    grid = page.get_by_test_id("stDataFrame")
    grid.hover()
    buttons = page.get_by_test_id("stElementToolbarButton").get_by_role("button")
    expect(buttons.first).to_be_visible()
    offered = [button.get_attribute("aria-label") or button.inner_text() for button in buttons.all()]
    cells = grid.get_by_test_id("data-grid-canvas")
    expect(cells).to_be_attached()
    grid.click(position={"x": 60, "y": 55})
    cells.focus()  # where a late drawing has lost the click's: else the words of the page were copied
    page.keyboard.press("Control+A")
    page.keyboard.press("Control+C")
    assert not [label for label in offered if "ownload" in label]
    assert page.evaluate("navigator.clipboard.readText()") == ""
