"""Asks an ASGI application without a server: one request, one answer."""

import json
from collections.abc import MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from starlette.types import ASGIApp

from tests import loops

HOST = "dashboard"
Headers = Sequence[tuple[str, str]]


@dataclass(frozen=True)
class Answer:
    """What the application sent; of a websocket without a denial ``status`` is 101 if it was accepted."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes
    closed: list[int]
    """The codes with which a websocket was closed."""

    def every(self, name: str) -> list[str]:
        return [value for key, value in self.headers if key == name.lower()]

    def header(self, name: str) -> str:
        (value,) = self.every(name)
        return value

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def text(self) -> str:
        return self.body.decode()


def ask(  # what a request can be
    app: ASGIApp,
    link: str,
    headers: Headers = (),
    *,
    method: str = "GET",
    scheme: str = "http",
    body: bytes = b"",
    peer: str = "192.0.2.1",
) -> Answer:
    """The answer to one request, which comes from the address of the ``peer``."""
    scope = _scope("http", link, headers) | {"method": method, "scheme": scheme, "client": (peer, 50000)}
    return loops.run(_answer(app, scope, body))


def connect(app: ASGIApp, link: str, headers: Headers = ()) -> Answer:
    """The answer to who wants to open a websocket; it closes again at once."""
    extensions: dict[str, Any] = {"websocket.http.response": {}}
    return loops.run(_answer(app, _scope("websocket", link, headers) | {"subprotocols": [], "extensions": extensions}))


def _scope(kind: str, link: str, headers: Headers) -> dict[str, Any]:
    path, _, query = link.partition("?")
    given = {name.lower() for name, _ in headers}
    every = [*headers, *([] if "host" in given else [("Host", HOST)])]
    return {
        "type": kind,
        "asgi": {"version": "3.0", "spec_version": "2.4"},
        "http_version": "1.1",
        "scheme": "http" if kind == "http" else "ws",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in every],
        "client": ("192.0.2.1", 50000),
        "server": ("127.0.0.1", 80),
        "state": {},
    }


async def _answer(app: ASGIApp, scope: dict[str, Any], body: bytes = b"") -> Answer:
    sent: list[MutableMapping[str, Any]] = []
    incoming: list[MutableMapping[str, Any]] = (
        [{"type": "http.request", "body": body, "more_body": False}, {"type": "http.disconnect"}]
        if scope["type"] == "http"
        else [{"type": "websocket.connect"}, {"type": "websocket.disconnect", "code": 1000}]
    )

    async def receive() -> MutableMapping[str, Any]:
        return incoming.pop(0)

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    await app(scope, receive, send)
    statuses = {"websocket.accept": 101, "websocket.close": 403}
    first = sent[0]
    return Answer(
        first.get("status") or statuses[first["type"]],
        tuple((name.decode(), value.decode("latin-1")) for name, value in first.get("headers", ())),
        b"".join(message.get("body", b"") for message in sent[1:]),
        [message["code"] for message in sent if message["type"] == "websocket.close"],
    )
