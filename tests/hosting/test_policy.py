"""The content security policy in a real browser: it stops nothing of ours, and frames only where they are allowed."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from indicators import view
from tests.hosting.servers import HERE, Server
from tests.visitor import settle

pytestmark = pytest.mark.hosting

LISTENER = """
window.__violations = [];
document.addEventListener("securitypolicyviolation", event =>
  window.__violations.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
LINKS = (
    *(f"page={name}" for name in view.PAGES),
    *(
        "region=lanshan",
        "sector=all",
        "figure=lanshan-gazelles-2020-12",
        "page=explore&figure=lanshan-gazelles-2020-12",
    ),
    *("find=gdp", "page=explore&metric=output-value&embed=true"),
)
HARMLESS = "wasm-eval"
"""Streamlit's protocol tries WebAssembly for whole numbers of 64 bits, and goes on without."""


@pytest.fixture(autouse=True)
def _listens(page: Page) -> None:
    page.context.add_init_script(LISTENER)


def test_no_page_of_ours_goes_against_the_policy_or_asks_anybody_else(page: Page, running: Server) -> None:
    """faults.md G02 and C08."""
    failed: list[str] = []
    asked: set[str] = set()
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.on("request", lambda request: asked.add(urlsplit(request.url).netloc))
    page.on("websocket", lambda websocket: asked.add(urlsplit(websocket.url).netloc))
    for link in LINKS:
        page.goto(f"{running.address}/?{link}")
        settle(page)
        violations = page.evaluate("window.__violations")
        assert not [violation for violation in violations if HARMLESS not in violation], link
    assert not failed
    assert asked - {""} == {urlsplit(running.address).netloc}  # data: and blob: have none


def test_a_violation_would_be_seen(page: Page, running: Server) -> None:
    page.goto(running.address)
    settle(page)
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "window.__ran = true";
        document.body.append(script);
        const image = document.createElement("img");
        image.src = "https://evil.example/a.png";
        document.body.append(image);
    }""")
    page.wait_for_function("() => window.__violations.some(text => text.startsWith('img-src'))")
    assert page.evaluate("window.__ran") is None
    assert [text for text in page.evaluate("window.__violations") if text.startswith("script-src-elem inline")]


@pytest.fixture
def other_site(running: Server) -> Iterator[str]:
    """A page of another origin with the dashboard in two frames: whole, and as it is meant for frames."""
    frames = "".join(
        f'<iframe id="{name}" src="{running.address}/{query}" width="900" height="600"></iframe>'
        for name, query in (("whole", ""), ("embedded", "?metric=output-value&embed=true"))
    )

    class Page(BaseHTTPRequestHandler):
        def do_GET(self) -> None:  # so it is called
            self.send_response(200)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(frames.encode())

        def log_message(self, *_: object) -> None:
            """Nothing."""

    site = ThreadingHTTPServer((HERE, 0), Page)
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://localhost:{site.server_port}/"  # another name, another site
    site.shutdown()
    site.server_close()


def test_only_what_is_meant_for_frames_is_shown_in_one(page: Page, other_site: str) -> None:
    """faults.md G03."""
    page.goto(other_site)
    page.frame_locator("#embedded").get_by_role("heading", name="Output value").wait_for(state="visible")
    assert page.frame_locator("#whole").locator("[data-testid=stApp]").count() == 0
