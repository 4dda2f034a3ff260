"""What is wrong with a dashboard that answers at an address: each fault of a made-up one is found, and nothing else."""

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from indicators.publish import web_check

HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self' 'sha256-x'; style-src 'unsafe-inline'; "
    "frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
RELAXED = HEADERS["content-security-policy"].replace("'sha256-x'", "'unsafe-inline'")
SHUT = (
    *("GET /_stcore/metrics", "GET /_stcore/agent/openapi.json", "GET /_stcore/script-health-check"),
    *("PUT /_stcore/upload_file/a/b", "GET /no-such-page-of-anybody"),
)


@dataclass
class Dashboard:
    """A dashboard without a fault: its headers, its first page, its state, and what else it answers."""

    headers: list[tuple[str, str]] = field(default_factory=lambda: [*HEADERS.items()])
    page: str = '<script src="./static/a.js"></script><link rel="canonical" href="https://data.example.org/">'
    digest: str = "d1"
    ready: int = 200
    also: list[str] = field(default_factory=list)

    def without(self, name: str) -> None:
        self.headers = [pair for pair in self.headers if pair[0] != name]

    def answer(self, request: str) -> tuple[int, str]:
        state = {"digest": self.digest, "error": None if self.ready == 200 else "loading"}
        answers: Mapping[str, tuple[int, str]] = {
            "GET /readyz": (self.ready, json.dumps(state)),
            "GET /": (200, self.page),
            **dict.fromkeys(self.also, (200, "")),
        }
        return answers.get(request, (404, ""))


@contextmanager
def served(dashboard: Dashboard) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # so it is called
            status, text = dashboard.answer(f"{self.command} {self.path}")
            self.send_response_only(status)
            for name, value in (*dashboard.headers, ("Content-Length", str(len(text.encode())))):
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(text.encode())

        def do_PUT(self) -> None:  # so it is called
            self.do_GET()

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def found(harm: Callable[[Dashboard], object]) -> list[tuple[str, str, str]]:
    """What is found after the harm: its kind, the path, and what it is about."""
    dashboard = Dashboard()
    harm(dashboard)
    with served(dashboard) as address:
        _, faults = web_check.faults(address, "d1")
    return [(fault.kind, fault.path, fault.target) for fault in faults]


def test_a_dashboard_as_it_should_be_has_no_fault() -> None:
    assert found(lambda _: None) == []


@pytest.mark.parametrize("name", HEADERS)
def test_a_header_that_is_missing_or_comes_twice(name: str) -> None:
    missing = found(lambda dashboard: dashboard.without(name))
    assert missing == [("header", path, f"{name}: –") for path in ("readyz", "/")]
    twice = found(lambda dashboard: dashboard.headers.append((name, HEADERS[name])))
    assert [(kind, path) for kind, path, _ in twice] == [("header", "readyz"), ("header", "/")]


@pytest.mark.parametrize(
    ("name", "value", "words"),
    [
        (
            "content-security-policy",
            HEADERS["content-security-policy"].replace("'sha256-x'", "'unsafe-inline'"),
            "script-src",
        ),
        ("content-security-policy", "default-src 'self'; script-src 'self'", "content-security-policy"),
        ("x-content-type-options", "sniff", "x-content-type-options: sniff"),
        ("server", "uvicorn", "server: uvicorn"),
    ],
)
def test_a_header_that_says_too_much_or_too_little(name: str, value: str, words: str) -> None:
    def change(dashboard: Dashboard) -> None:
        dashboard.without(name)
        dashboard.headers.append((name, value))

    faults = found(change)
    assert [(kind, path) for kind, path, _ in faults] == [("header", "readyz"), ("header", "/")]
    assert all(words in target for _, _, target in faults)


@pytest.mark.parametrize("request_line", SHUT)
def test_an_address_that_is_open(request_line: str) -> None:
    path = request_line.partition(" /")[2]
    assert found(lambda dashboard: dashboard.also.append(request_line)) == [("open", path, "200")]


def test_data_that_are_not_there_or_others() -> None:
    assert found(lambda dashboard: setattr(dashboard, "ready", 503)) == [("unready", "readyz", "loading")]
    assert found(lambda dashboard: setattr(dashboard, "digest", "d2")) == [("data", "readyz", "d2")]


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example/a.js"></script>',
        "<IMG SRC=//tracker.example/x.png>",
        '<link rel="stylesheet" href="http://fonts.example/a.css">',
        '<iframe src="https://ads.example/"></iframe>',
    ],
)
def test_a_page_that_asks_somebody_else(markup: str) -> None:
    faults = found(lambda dashboard: setattr(dashboard, "page", dashboard.page + markup))
    assert [(kind, path) for kind, path, _ in faults] == [("outside", "/")]
    assert "example" in faults[0][2]
