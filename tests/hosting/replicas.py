"""Two dashboards behind one proxy, and readers who stay while one of them goes."""

import asyncio
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPMessage
from typing import NamedTuple
from urllib.parse import urlsplit

from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.hosting.readers import Reader, reader
from tests.hosting.servers import Server


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
