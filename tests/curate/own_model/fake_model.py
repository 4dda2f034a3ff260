"""An endpoint with the interface of OpenAI, for tests: it answers as it is told to, and keeps what it was sent."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

from indicators.settings import OwnModel

Respond = Callable[[BaseHTTPRequestHandler, dict[str, Any]], None]
KEY = "sk-key-of-nobody"


class FakeModel(ThreadingHTTPServer):
    """A server on a free port of this machine; ``requests`` are the bodies that it was sent."""

    daemon_threads = True

    def __init__(self, respond: Respond) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.respond = respond
        self.requests: list[dict[str, Any]] = []
        self.keys: list[str | None] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    @property
    def model(self) -> OwnModel:
        return OwnModel(f"{self.url}/v1/chat/completions", "small", KEY)

    @property
    def variables(self) -> dict[str, str]:
        return {"INDICATORS_LLM_URL": self.url, "INDICATORS_LLM_MODEL": "small", "INDICATORS_LLM_KEY": KEY}

    def handle_error(self, request: object, client_address: object) -> None:
        """Who hangs up is no error."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: FakeModel

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.requests.append(body)
        self.server.keys.append(self.headers["Authorization"])
        self.server.respond(self, body)

    do_GET = do_POST  # noqa: N815  # the name that http.server asks for

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Nothing."""


@contextmanager
def serving(respond: Respond) -> Iterator[FakeModel]:
    """A fake model, while it runs."""
    server = FakeModel(respond)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def send(handler: BaseHTTPRequestHandler, body: bytes, status: int = 200, **headers: str) -> None:
    """Send an answer."""
    handler.send_response(status)
    for name, value in headers.items():
        handler.send_header(name, value)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str) -> bytes:
    """The body of an answer with some words."""
    return json.dumps({"choices": [{"message": {"role": "assistant", "content": content}}]}).encode()


def says(content: str) -> Respond:
    """Answer with some words, whatever is asked."""
    return lambda handler, _body: send(handler, completion(content))


def proposes(*figures: Mapping[str, Any]) -> Respond:
    """Answer with some figures, whatever is asked."""
    return says(json.dumps({"figures": figures}, ensure_ascii=False))


def sent_paragraphs(requests: Sequence[dict[str, Any]]) -> list[str]:
    """The paragraphs in some requests."""
    return [json.loads(request["messages"][1]["content"])["paragraph"] for request in requests]
