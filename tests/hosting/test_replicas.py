"""Two processes behind nginx as deploy/nginx.conf has it: one fails, and no reader sees it (faults.md G01, G08–G14)."""

import asyncio
import os
import re
import signal
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import AsyncExitStack
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect
from websockets.exceptions import InvalidStatus

from tests import loops
from tests.hosting.proxies import needs_nginx, proxy
from tests.hosting.readers import reader
from tests.hosting.replicas import Pair, Stay, ask, letter, watching
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
    return started


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

    letters = loops.run(visit_all())
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
    loops.run(_visit_charts(pair))  # Streamlit knows the scripts of a page that was shown
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
        stays = loops.run(stay())
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
        stays = loops.run(stay())
    assert failures == []
    assert max(seconds) < 10
    assert all(stay.gaps for stay in stays)
    assert max(gap for stay in stays for gap in stay.gaps) <= GAP
    assert {len(set(stay.pages)) for stay in stays} == {1}


def eventually(holds: Callable[[], bool]) -> bool:
    """True as soon as it holds, False if it does not within five seconds."""
    deadline = time.monotonic() + 5
    while not holds():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.2)
    return True


def test_a_process_without_data_gets_no_reader(pair: Pair, tmp_path: Path) -> None:
    """G10: not even those who were with it. If no process has data, the page says what is missing."""
    pair.second.kill()
    data = tmp_path / "nothing.yaml"
    empty = Server(tmp_path / "log", data, program="uvicorn", port=pair.second.port, awaited="/livez")
    try:
        empty.start()
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

        assert "92 figures" in loops.run(page())
        pair.first.kill()
        assert eventually(lambda: ask(pair.address, "/readyz").status == 503)  # a connection to it may still be open
        assert ask(pair.address, "/").status == 200
    finally:
        empty.kill()


def test_a_process_that_hangs_is_passed_over(pair: Pair) -> None:
    """It takes connections and answers none: who opens a page waits for two seconds, and then never again."""
    os.kill(pair.first.pid, signal.SIGSTOP)
    try:
        began = time.monotonic()
        hung = ask(pair.address, "/", Cookie="dashboard_process=a")
        assert (hung.status, hung.cookie) == (200, "dashboard_process=b")
        assert time.monotonic() - began < 4
        began = time.monotonic()
        assert ask(pair.address, "/", Cookie=hung.cookie).status == 200
        assert time.monotonic() - began < 1
    finally:
        os.kill(pair.first.pid, signal.SIGCONT)


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
        loops.run(open_page(wrong))
    loops.run(open_page(pair.address))


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
        assert loops.run(opened(address, "203.0.113.7")) == [101] * 4 + [429] * 2
        assert loops.run(opened(address, "203.0.113.8")) == [101] * 4 + [429] * 2
        assert loops.run(opened(address, "192.168.0.7")) == [101] * 6
        statuses = [ask(address, "/livez", **{"X-Forwarded-For": "203.0.113.9"}).status for _ in range(30)]
        assert statuses[:20] == [200] * 20
        assert statuses[-5:] == [429] * 5
        assert ask(address, "/livez", **{"X-Forwarded-For": "10.1.2.3"}).status == 200
