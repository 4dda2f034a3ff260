"""A page that stays open while its server dies: when another answers, it goes on as it was."""

import re
from typing import Final

import pytest
from playwright.sync_api import Page, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.hosting.servers import Server, server
from tests.visitor import DRAWER, await_query, settle

pytestmark = pytest.mark.hosting

STATE = "[data-testid=stApp]"
REGIONS = ".st-key-filter-region"


def look(page: Page, running: Server, query: str) -> None:
    if running.seconds_to_answer() is None:
        running.start()
    page.goto(f"{running.address}/{query}", wait_until="networkidle")
    page.wait_for_function(  # the script that follows links is there: without it, a link is gone to
        "() => performance.getEntriesByType('resource')"
        ".some(entry => entry.name.includes('navigator') && entry.responseEnd > 0)"
    )
    settle(page)


def lose(page: Page, running: Server) -> None:
    running.kill()
    expect(page.locator(STATE)).not_to_have_attribute("data-test-connection-state", "CONNECTED")


FORGET: Final = 1
"""Seconds after which the server forgets a reader without a connection; two minutes, if nobody says otherwise."""
SOCKETS: Final = """
    window.connections = [];
    window.WebSocket = class extends WebSocket {
        constructor(...given) { super(...given); window.connections.push(this); }
    };
"""


def sessions(page: Page) -> list[str]:
    """The sessions that the page has had, as the server tells it at the start of each run."""
    known: list[str] = []

    def hear(content: str | bytes) -> None:
        message = ForwardMsg.FromString(content) if isinstance(content, bytes) else ForwardMsg()
        session = message.new_session.initialize.session_id
        if session and session not in known:
            known.append(session)

    page.on("websocket", lambda connection: connection.on("framereceived", hear))
    return known


def test_a_choice_counts_after_longer_without_a_connection_than_a_reader_is_remembered(page: Page) -> None:
    """A train goes through a tunnel, and the server has gone on without it: what comes back is a new session."""
    known = sessions(page)
    page.add_init_script(SOCKETS)
    with server(environment={"STREAMLIT_SERVER_DISCONNECTED_SESSION_TTL": str(FORGET)}) as forgetful:
        look(page, forgetful, "?page=explore&region=lanshan")
        assert len(known) == 1
        page.context.set_offline(True)
        page.evaluate("() => window.connections.forEach(connection => connection.close())")
        expect(page.locator(STATE)).not_to_have_attribute("data-test-connection-state", "CONNECTED")
        page.wait_for_timeout(FORGET * 1_000 + 500)
        page.context.set_offline(False)
        expect(page.locator(STATE)).to_have_attribute("data-test-connection-state", "CONNECTED")
        page.locator(".st-key-filter-sector input").click()
        page.locator("[role=option]").first.click()
        page.wait_for_function("() => location.search.includes('sector=')")
        assert "region=lanshan" in page.url
        settle(page)
        expect(page.locator(REGIONS)).to_contain_text("Lanshan")
        assert len(known) == 2


def find_again(page: Page, running: Server) -> None:
    """Start the server again, and wait until its run of the page has begun and is over."""
    page.evaluate(
        """selector => {
            const app = document.querySelector(selector);
            window.hasRun = false;
            new MutationObserver(() => { window.hasRun ||= app.dataset.testScriptState === "running"; })
                .observe(app, { attributes: true });
        }""",
        STATE,
    )
    running.start()
    page.wait_for_function("() => window.hasRun")
    settle(page)


def test_a_choice_after_a_restart_counts(page: Page, running: Server) -> None:
    """The filters are those of the link, and one more can be chosen: the page is no part that nobody knows."""
    look(page, running, "?page=explore&region=lanshan")
    lose(page, running)
    find_again(page, running)
    expect(page.locator(REGIONS)).to_contain_text("Lanshan")
    page.locator(".st-key-filter-sector input").click()
    page.locator("[role=option]").first.click()
    page.wait_for_function("() => location.search.includes('sector=')")
    assert "region=lanshan" in page.url
    settle(page)
    expect(page.locator(REGIONS)).to_contain_text("Lanshan")


def test_evidence_beside_a_page_stays_there(page: Page, running: Server) -> None:
    """Its link alone would be the page of the figure."""
    look(page, running, "")
    page.locator(".tile[href*='figure=']").first.click()
    expect(page.locator(DRAWER).locator(".figure-page .large")).to_be_visible()
    number = page.locator(f"{DRAWER} .figure-page .large").inner_text()
    link = page.url
    lose(page, running)
    find_again(page, running)
    expect(page.locator(f"{DRAWER} .figure-page .large")).to_have_text(number)
    expect(page.locator(".st-key-page-overview")).to_be_visible()
    assert page.url == link
    page.locator(f"{DRAWER} [aria-label=Close]").click()
    await_query(page, {})


def test_a_link_that_was_clicked_meanwhile_is_followed(page: Page, running: Server) -> None:
    look(page, running, "?page=sources")
    lose(page, running)
    page.locator(".masthead nav a[href*='page=sectors']").evaluate("link => link.click()")  # a notice may lie over it
    find_again(page, running)
    await_query(page, {"page": ["sectors"]})
    expect(page.locator(".st-key-page-sectors")).to_be_visible()


def test_the_page_of_a_figure_is_not_put_beside_another(page: Page, running: Server) -> None:
    look(page, running, "?figure=lanshan-budget-revenue-2024m01-07")
    lose(page, running)
    find_again(page, running)
    expect(page.locator(".st-key-page-figure")).to_be_visible()
    expect(page.locator(DRAWER)).to_have_count(0)
    assert re.search(r"figure=lanshan", page.url)
