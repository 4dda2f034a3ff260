"""An address → what answers there, and what is wrong with it: a site of plain files, or a dashboard."""

import http.client
import json
import ssl
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from html.parser import HTMLParser
from typing import Final, Literal, NamedTuple
from urllib.parse import quote, urlsplit

from indicators.publish import site_check
from indicators.publish.site_check import SiteFault
from indicators.site import manifest
from indicators.site.manifest import Manifest

WebFaultKind = Literal["data", "header", "open", "site", "unready"]

_AT_ONCE: Final = 8
_LARGEST: Final = 64 * 2**20
"""Bytes of one answer."""
_SECONDS: Final = 30
_EXPECTED: Final = {
    "content-security-policy": "frame-ancestors",
    "x-content-type-options": "nosniff",
    "referrer-policy": "",
    "permissions-policy": "",
    "cross-origin-opener-policy": "",
    "cross-origin-resource-policy": "",
}
"""Header → what stands in it."""
_SHUT: Final = (
    ("GET", "_stcore/metrics"),
    ("GET", "_stcore/agent/openapi.json"),
    ("GET", "_stcore/script-health-check"),
    ("PUT", "_stcore/upload_file/a/b"),
    ("GET", "no-such-page-of-anybody"),
)
"""Requests that a dashboard answers with 404."""


class WebFault(NamedTuple):
    """What is wrong with the answer at ``path``; an ``advice`` is for who can set headers there, and no fault."""

    kind: WebFaultKind
    path: str
    target: str = ""
    advice: bool = False


class Answer(NamedTuple):
    """An answer of the server: its status, headers in lower case as often as they came, and the body."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes


class Server:
    """What stands at an address that ends in a slash; each thread has a connection of its own.

    Raises OSError or http.client.HTTPException where there is no answer. Nothing is asked of any other host.
    """

    def __init__(self, base: str) -> None:
        self._parts = urlsplit(base)
        self._connections = threading.local()
        self._opened: list[http.client.HTTPConnection] = []

    def close(self) -> None:
        """Close the connections of all threads."""
        for connection in self._opened:
            connection.close()

    def ask(self, path: str, method: str = "GET") -> Answer:
        """The answer for a path below the address; one that begins with a slash is that of the whole server."""
        try:
            return self._ask(path, method)
        except (http.client.HTTPException, ConnectionError):  # a kept connection that the server has closed
            self._connections.open = None
            return self._ask(path, method)

    def _ask(self, path: str, method: str) -> Answer:
        connection = getattr(self._connections, "open", None)
        if connection is None:
            host = self._parts.netloc.rpartition("@")[2]
            if self._parts.scheme == "https":
                context = ssl.create_default_context()
                connection = http.client.HTTPSConnection(host, timeout=_SECONDS, context=context)
            else:
                connection = http.client.HTTPConnection(host, timeout=_SECONDS)
            self._connections.open = connection
            self._opened.append(connection)
        connection.request(
            method,
            path if path.startswith("/") else f"{self._parts.path}{quote(path)}",
            headers={"User-Agent": "indicators"},
        )
        response = connection.getresponse()
        body = response.read(_LARGEST)
        return Answer(response.status, [(name.lower(), value) for name, value in response.getheaders()], body)

    def read(self, path: str) -> bytes | None:
        """The content of a file; None where the answer is no 200."""
        answer = self.ask(path)
        return answer.body if answer.status == 200 else None


def faults(base: str, digest: str | None) -> tuple[int, list[SiteFault | WebFault]]:
    """How many answers were looked at, and everything that is wrong with them; ``digest`` is that of the data.

    Raises OSError or http.client.HTTPException where nothing answers.
    """
    with closing(Server(base)) as server:
        return _faults(server, digest)


def _faults(server: Server, digest: str | None) -> tuple[int, list[SiteFault | WebFault]]:
    ready = server.ask("readyz")
    if _state(ready.body) is None:
        ready = server.ask("/readyz")  # it is not below the path of the dashboard, unless a proxy puts it there
    if ready.status in {200, 503} and (state := _state(ready.body)) is not None:
        return _dashboard(server, ready, state, digest)
    known = manifest.parse(server.ask(manifest.PATH).body)
    if not known.files:
        return 1, [WebFault("site", "/")]
    count, wrong = _site(server, "", known, digest)
    advice = [fault._replace(advice=True) for fault in _header_faults("/", server.ask(""))]
    return count, [*wrong, *advice]


def _state(body: bytes) -> dict[str, object] | None:
    try:
        state = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return state if isinstance(state, dict) and "digest" in state else None


def _dashboard(
    server: Server, ready: Answer, state: dict[str, object], digest: str | None
) -> tuple[int, list[SiteFault | WebFault]]:
    wrong: list[SiteFault | WebFault] = []
    if ready.status != 200:
        wrong.append(WebFault("unready", "readyz", str(state.get("error"))))
    elif digest is not None and state["digest"] != digest:
        wrong.append(WebFault("data", "readyz", str(state["digest"])))
    page = server.ask("")
    wrong += _header_faults("readyz", ready)
    wrong += _header_faults("/", page)
    fetched = _FetchedAddresses(page.body.decode("utf-8", "replace")).addresses
    outside = (address for address in fetched if _is_outside(address))
    wrong += (SiteFault("outside", "/", address) for address in outside)
    for method, path in _SHUT:
        if (status := server.ask(path, method).status) != 404:
            wrong.append(WebFault("open", path, str(status)))
    count = 2 + len(_SHUT)
    known = manifest.parse(server.ask(f"site/{manifest.PATH}").body)
    if known.files:
        files, of_site = _site(server, "site/", known, digest)
        return count + files, [*wrong, *of_site]
    return count, wrong


class _FetchedAddresses(HTMLParser):
    """What a page makes a browser fetch, however its markup is written."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.addresses += (address.text for address in site_check.addresses_of(tag, attributes) if address.fetched)


def _is_outside(address: str) -> bool:
    parts = urlsplit(address)
    return bool(parts.netloc) or parts.scheme in {"http", "https"}


def _site(server: Server, folder: str, known: Manifest, digest: str | None) -> tuple[int, list[SiteFault | WebFault]]:
    """The files of a site in a folder of the server; all are asked for, some at a time."""
    paths = sorted(known.files)
    with ThreadPoolExecutor(_AT_ONCE) as threads:
        contents = dict(zip(paths, threads.map(lambda path: server.read(f"{folder}{path}"), paths), strict=True))
    wrong: list[SiteFault | WebFault] = list(site_check.faults(paths, contents.get, known))
    if digest is not None and known.data != digest:
        wrong.append(WebFault("data", f"{folder}{manifest.PATH}", known.data))
    return len(paths), wrong


def _header_faults(path: str, answer: Answer) -> Iterator[WebFault]:
    for name, content in _EXPECTED.items():
        values = [value for key, value in answer.headers if key == name]
        if len(values) != 1 or content not in values[0]:
            yield WebFault("header", path, f"{name}: {', '.join(values) or '–'}")
    policy = "".join(value for key, value in answer.headers if key == "content-security-policy")
    for directive in policy.split(";"):
        if directive.strip().startswith(("script-src", "default-src")) and "'unsafe-inline'" in directive:
            yield WebFault("header", path, f"content-security-policy: {directive.strip()}")
    for key, value in answer.headers:
        if key == "server" and "uvicorn" in value.lower():
            yield WebFault("header", path, f"server: {value}")
