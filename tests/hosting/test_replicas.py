"""Two processes behind nginx as deploy/nginx.conf has it: one fails, and no reader sees it (faults.md G01, G08–G14)."""

import asyncio
import re
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPMessage
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import ConnectionClosed, InvalidHandshake, InvalidStatus

from tests.hosting.proxies import needs_nginx, proxy
from tests.hosting.readers import Reader, reader, together
from tests.hosting.servers import Server, server
from tests.hosting.test_downloads import offered
from tests.visitor import settle

pytestmark = [pytest.mark.hosting, needs_nginx]

SESSIONS: Final = 20
READERS: Final = 10
GAP: Final = 3.0
"""Seconds that a reader may be without a page when a process is killed."""
SECRET: Final = {"STREAMLIT_SERVER_COOKIE_SECRET": "0" * 64}
REGIONS: Final = ("lanshan", "donggang", "juxian", "wulian", "rizhao")
SECURITY: Final = ("content-security-policy", "x-content-type-options", "referrer-policy", "permissions-policy")


class Pair(NamedTuple):
    """Two dashboards, and the address of the proxy in front of them."""

    first: Server
    second: Server
    address: str

    def of(self, cookie: str) -> Server:
        """The one with which a cookie says that a reader is."""
        return {"a": self.first, "b": self.second}[letter(cookie)]


class Answer(NamedTuple):
    """What has come back for a request; the cookie is empty where none was set."""

    status: int
    headers: HTTPMessage
    body: bytes
    cookie: str


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pair]:
    with (
        server(program="uvicorn", environment=SECRET) as first,
        server(program="uvicorn", environment=SECRET) as second,
        proxy(tmp_path_factory.mktemp("nginx"), first, second) as address,
    ):
        yield Pair(first, second, address)


@pytest.fixture
def pair(started: Pair) -> Pair:
    """Both of them, well and with data."""
    for replica in (started.first, started.second):
        if replica.seconds_to_answer() is None:
            replica.start()
        await_data(replica)
    return started


def await_data(replica: Server) -> None:
    until = time.monotonic() + 30
    while ask(replica.address, "/readyz").status != 200:
        assert time.monotonic() < until
        time.sleep(0.1)


def ask(address: str, path: str, **headers: str) -> Answer:
    """The answer to a request on a connection of its own."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=30)
    try:
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return Answer(answer.status, answer.headers, answer.read(), route(answer.headers))
    finally:
        connection.close()


def route(headers: HTTPMessage) -> str:
    """The cookie by which the proxy knows a reader again."""
    cookies = [value.partition(";")[0] for value in headers.get_all("set-cookie") or ()]
    return next((cookie for cookie in cookies if cookie.startswith("dashboard_process=")), "")


def letter(cookie: str) -> str:
    return cookie.partition("=")[2]


# --- both are well ---------------------------------------------------------------------------------------------------


def test_20_sessions_stay_where_they_began_with_their_downloads(pair: Pair) -> None:
    """G08. A cookie is set only where it changes: so none after the first says that the same process has answered."""

    async def visit(number: int) -> str:
        first = await asyncio.to_thread(ask, pair.address, "/")
        cookie = first.cookie
        assert first.status == 200
        assert letter(cookie) in {"a", "b"}
        query = f"page=figures&region={REGIONS[number % len(REGIONS)]}"
        async with reader(pair.address, query, headers=[("Cookie", cookie)]) as one:
            assert one.connection.response is not None
            assert "dashboard_process" not in str(one.connection.response.headers)
            addresses = await offered(one, "-data-listed") if number % 4 == 0 else []
            await one.run()
            assert (one.errors, one.alerts) == (0, [])
            styles = re.findall(r"/static/[\w./-]+", first.body.decode())
            for path in ("/_stcore/health", "/data/", *styles[:2], *addresses[:2]):
                answer = await asyncio.to_thread(ask, pair.address, path, Cookie=cookie)
                assert (answer.status, answer.cookie) == (200, ""), path
        return letter(cookie)

    async def visit_all() -> list[str]:
        return await asyncio.gather(*(visit(number) for number in range(SESSIONS)))

    letters = together(visit_all())
    assert min(letters.count("a"), letters.count("b")) >= SESSIONS // 4


@pytest.mark.parametrize("path", ["/", "/favicon.png", "/_stcore/health", "/readyz", "/data/", "/nothing"])
def test_headers_stand_once(pair: Pair, path: str) -> None:
    """G01."""
    headers = ask(pair.address, path).headers
    assert {name: len(headers.get_all(name) or ()) for name in SECURITY} == dict.fromkeys(SECURITY, 1)
    assert headers.get_all("server") == ["nginx"]


def test_scripts_are_compressed_and_kept(pair: Pair) -> None:
    document = ask(pair.address, "/").body.decode()
    (script, *_) = re.findall(r"[\w./-]*static/js/index[\w.-]+\.js", document)
    streamlits = ask(pair.address, f"/{script.lstrip('./')}", **{"Accept-Encoding": "gzip"})
    assert streamlits.headers["content-encoding"] == "gzip"
    assert streamlits.headers.get_all("cache-control") == ["public, immutable, max-age=31536000"]
    together(_visit_charts(pair))  # Streamlit knows the scripts of a page that was shown
    for name, lifetime in (("chart.js", 600), ("plotly-basic.min.js", 604800)):
        path = f"/_stcore/bidi-components/reported-indicators.chart/{name}"
        answer = ask(pair.address, path, **{"Accept-Encoding": "gzip"})
        assert answer.status == 200
        assert answer.headers["content-encoding"] == "gzip"
        assert answer.headers.get_all("cache-control") == [f"public, max-age={lifetime}"]


async def _visit_charts(pair: Pair) -> None:
    for process in ("a", "b"):
        cookie = ("Cookie", f"dashboard_process={process}")
        async with reader(pair.address, "page=explore", headers=[cookie]) as one:
            await one.run()


def test_half_open_connections_are_closed(pair: Pair) -> None:
    """G13. Those who send nothing, half a head, or a head and half of what it promises."""
    host, port = urlsplit(pair.address).hostname, urlsplit(pair.address).port
    beginnings = (b"", b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-A: ", b"POST / HTTP/1.1\r\nContent-Length: 9\r\n")
    began = time.monotonic()
    waiting = [socket.create_connection((host, port)) for _ in range(150)]
    for number, connection in enumerate(waiting):
        connection.sendall(beginnings[number % len(beginnings)])
    assert ask(pair.address, "/_stcore/health").status == 200
    assert time.monotonic() - began < 2
    for connection in waiting:
        connection.settimeout(max(0.1, began + 15 - time.monotonic()))
        while connection.recv(1000):  # 408, or nothing, and then the end
            pass
        connection.close()


# --- one of them is not ----------------------------------------------------------------------------------------------


class Stay:
    """A reader who comes back wherever the connection ends, as a browser does, with the link that stands in it."""

    def __init__(self, pair: Pair, query: str) -> None:
        self.pair, self.query = pair, query
        self.cookie = ask(pair.address, "/").cookie
        self.pages: list[str] = []
        self.gaps: list[float] = []

    async def read(self, seconds: float) -> None:
        """Look at the page for so long; each time that the connection is lost, look again."""
        until = time.monotonic() + seconds
        lost: float | None = None
        while time.monotonic() < until:
            with suppress(ConnectionClosed, InvalidHandshake, OSError, EOFError):
                async with reader(self.pair.address, self.query, headers=[("Cookie", self.cookie)]) as one:
                    self.cookie = _cookie_of(one) or self.cookie
                    await one.run()
                    assert one.errors == 0
                    self.pages.append("".join(one.html))
                    self.query = one.query or self.query
                    if lost is not None:
                        self.gaps.append(time.monotonic() - lost)
                        lost = None
                    await _await_loss(one, until)
            lost = lost or time.monotonic()
            await asyncio.sleep(0.05)


def _cookie_of(one: Reader) -> str:
    assert one.connection.response is not None
    cookies = one.connection.response.headers.get_all("Set-Cookie")
    return next((value.partition(";")[0] for value in cookies if value.startswith("dashboard_process=")), "")


async def _await_loss(one: Reader, until: float) -> None:
    """Take what comes until the connection is lost, or the time is over."""
    try:
        async with asyncio.timeout(max(0.0, until - time.monotonic())):
            while True:
                await one.connection.recv()
    except TimeoutError:
        return


@contextmanager
def watching(pair: Pair) -> Iterator[list[object]]:
    """All answers but 200 to somebody who opens the page and asks whether it is well, all the time."""
    failures: list[object] = []
    over = threading.Event()

    def watch() -> None:
        while not over.wait(0.05):
            for path in ("/", "/_stcore/health", "/readyz"):
                try:
                    status: object = ask(pair.address, path).status
                except (OSError, HTTPException) as error:
                    status = error
                if status != 200:
                    failures.append((path, status))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield failures
    finally:
        over.set()
        watcher.join()


def test_readers_of_a_killed_process_go_on_with_their_view(pair: Pair) -> None:
    """G09: kill -9 of one; within three seconds its readers have the same page from the other."""

    async def stay() -> list[Stay]:
        stays = [Stay(pair, f"page=figures&region={REGIONS[number % 5]}") for number in range(READERS)]
        reading = [asyncio.create_task(stay.read(6)) for stay in stays]
        while not all(stay.pages for stay in stays):
            await asyncio.sleep(0.1)
        await asyncio.to_thread(pair.first.kill)
        await asyncio.gather(*reading)
        return stays

    with watching(pair) as failures:
        stays = together(stay())
    moved = [stay for stay in stays if stay.gaps]
    assert failures == []
    assert len(moved) >= 2
    assert {len(stay.pages) for stay in moved} == {2}
    assert max(gap for stay in moved for gap in stay.gaps) <= GAP
    assert all(stay.pages[0] == stay.pages[1] for stay in moved)
    assert {letter(stay.cookie) for stay in stays} == {"b"}


def test_a_page_in_a_browser_goes_on_with_the_other_process(pair: Pair, browser: Browser) -> None:
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    page.goto(f"{pair.address}/?page=explore&region=lanshan", wait_until="networkidle")
    settle(page)
    (cookie,) = (item["value"] for item in context.cookies() if item["name"] == "dashboard_process")
    page.evaluate("window.isTheSamePage = true")
    pair.of(f"dashboard_process={cookie}").kill()
    page.locator(".masthead nav a[href*='page=sectors']").evaluate("link => link.click()")
    expect(page.locator(".st-key-page-sectors")).to_be_visible()
    assert page.evaluate("window.isTheSamePage")
    assert "page=sectors" in page.url
    context.close()


def test_a_rolling_restart_is_not_seen(pair: Pair) -> None:
    """G12: each ends within ten seconds though it has readers, and who asks has an answer all the time."""
    seconds: list[float] = []

    def restart() -> None:
        for replica in (pair.first, pair.second):
            assert replica.process is not None
            began = time.monotonic()
            replica.process.send_signal(signal.SIGTERM)
            replica.process.wait(20)
            seconds.append(time.monotonic() - began)
            replica.start()
            await_data(replica)

    async def stay() -> list[Stay]:
        stays = [Stay(pair, f"page=figures&region={REGIONS[number % 5]}") for number in range(READERS)]
        reading = [asyncio.create_task(stay.read(60)) for stay in stays]
        while not all(stay.pages for stay in stays):
            await asyncio.sleep(0.1)
        await asyncio.to_thread(restart)
        await asyncio.sleep(2)
        for task in reading:
            task.cancel()
        await asyncio.gather(*reading, return_exceptions=True)
        return stays

    with watching(pair) as failures:
        stays = together(stay())
    assert failures == []
    assert max(seconds) < 10
    assert all(stay.gaps for stay in stays)
    assert max(gap for stay in stays for gap in stay.gaps) <= GAP
    assert {len(set(stay.pages)) for stay in stays} == {1}


def test_a_process_without_data_gets_no_reader(pair: Pair, tmp_path: Path) -> None:
    """G10: not even those who were with it. If no process has data, the page says what is missing."""
    pair.second.kill()
    empty = Server(tmp_path / "log", tmp_path / "nothing.yaml", program="uvicorn", port=pair.second.port)
    empty.start()
    try:
        assert ask(empty.address, "/readyz").status == 503
        with_cookie = [ask(pair.address, "/", Cookie="dashboard_process=b") for _ in range(3)]
        without = [ask(pair.address, "/") for _ in range(6)]
        assert {answer.status for answer in (*with_cookie, *without)} == {200}
        assert {answer.cookie for answer in (*with_cookie, *without)} == {"dashboard_process=a"}
        assert {ask(pair.address, "/readyz").status for _ in range(4)} == {200}

        async def page() -> str:
            headers = [("Cookie", "dashboard_process=b")]
            async with reader(pair.address, "page=figures", headers=headers) as one:
                await one.run()
                return "".join(one.html)

        assert "92 figures" in together(page())
        pair.first.kill()
        assert ask(pair.address, "/readyz").status == 503
        assert ask(pair.address, "/").status == 200
    finally:
        empty.kill()


# --- what is easily got wrong ----------------------------------------------------------------------------------------


def test_with_host_instead_of_http_host_no_page_works_on_an_odd_port(pair: Pair, tmp_path: Path) -> None:
    """G14. The port is missing in $host: the Origin is that of another site."""

    async def open_page(address: str) -> None:
        async with reader(address) as one:
            await one.run()

    with (
        proxy(tmp_path, pair.first, pair.second, {"Host $http_host": "Host $host"}) as wrong,
        pytest.raises(InvalidStatus, match="403"),
    ):
        together(open_page(wrong))
    together(open_page(pair.address))


def test_who_opens_many_pages_at_one_address_is_stopped(pair: Pair, tmp_path: Path) -> None:
    """The limits are smaller here; the local network has none, since all in it may be the proxy before this one."""

    async def opened(address: str, client: str) -> list[int]:
        """What comes of opening six pages: 101 for one that is open."""
        async with AsyncExitStack() as pages:
            statuses = []
            for _ in range(6):
                page = reader(address, headers=[("X-Forwarded-For", client)])
                try:
                    await pages.enter_async_context(page)
                    statuses.append(101)
                except InvalidStatus as refused:
                    statuses.append(refused.response.status_code)
            return statuses

    changes = {"dashboard_readers 100;": "dashboard_readers 4;", "burst=400": "burst=20", "rate=50r/s": "rate=1r/s"}
    with proxy(tmp_path, pair.first, pair.second, changes) as address:
        assert together(opened(address, "203.0.113.7")) == [101] * 4 + [429] * 2
        assert together(opened(address, "203.0.113.8")) == [101] * 4 + [429] * 2
        assert together(opened(address, "192.168.0.7")) == [101] * 6
        statuses = [ask(address, "/livez", **{"X-Forwarded-For": "203.0.113.9"}).status for _ in range(30)]
        assert statuses[:20] == [200] * 20
        assert statuses[-5:] == [429] * 5
        assert ask(address, "/livez", **{"X-Forwarded-For": "10.1.2.3"}).status == 200
