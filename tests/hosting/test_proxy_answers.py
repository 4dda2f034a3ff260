"""What nginx answers by itself, with deploy/nginx.conf: one plain sentence, which no other site can make use of."""

import socket
from collections.abc import Iterator
from http.client import HTTPResponse
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import pytest

from tests.hosting.proxies import needs_nginx, proxy
from tests.hosting.servers import Server

pytestmark = [pytest.mark.hosting, needs_nginx]

PLAIN: Final = {
    "content-type": "text/plain; charset=utf-8",
    "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "cache-control": "no-store",
}


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[Server]:
    """A dashboard that is not started; its port is held, or the proxy might be given it and ask itself."""
    server = Server(tmp_path / "log")
    with socket.socket() as held:
        held.bind(("127.0.0.1", server.port))
        yield server


def answer(address: str, line: str, length: int = 0) -> tuple[int, dict[str, list[str] | None], str]:
    """Status, headers and text of the answer to a request that begins with this line."""
    host, port = urlsplit(address).hostname, urlsplit(address).port
    with socket.create_connection((host, port or 80), timeout=20) as connection:
        connection.sendall(f"{line}\r\nHost: {host}:{port}\r\nContent-Length: {length}\r\n\r\n".encode())
        response = HTTPResponse(connection)
        response.begin()
        headers = {name: response.headers.get_all(name) for name in (*PLAIN, "set-cookie")}
        return response.status, headers, response.read().decode()


@pytest.mark.parametrize(
    ("line", "length", "status"),
    [
        ("GET /dashboard-ready HTTP/1.1", 0, 404),
        ("GET /dashboard-error HTTP/1.1", 0, 404),
        ("POST /data/ HTTP/1.1", 100_000, 413),
        (f"GET /{'a' * 70_000} HTTP/1.1", 0, 414),
        ("a b c", 0, 400),
        ("GET / HTTP/1.1", 0, 502),
        ("GET /_stcore/stream HTTP/1.1", 0, 502),
        ("GET /site/ HTTP/1.1", 0, 502),
    ],
    ids=["ready", "error", "large", "long", "nonsense", "page", "stream", "site"],
)
def test_it_is_a_plain_sentence_in_both_languages(
    nobody: Server, tmp_path: Path, line: str, length: int, status: int
) -> None:
    with proxy(tmp_path, nobody, nobody) as address:
        answered, headers, text = answer(address, line, length)
    assert answered == status
    assert headers == {**{name: [value] for name, value in PLAIN.items()}, "set-cookie": None}
    chinese, english, end = text.split("\n")
    assert chinese.endswith("。")
    assert english.endswith(".")
    assert not end
    assert "nginx" not in text


def test_so_is_the_answer_to_who_asks_too_often(nobody: Server, tmp_path: Path) -> None:
    """Here all are one reader, who may ask once a second, and once more."""
    limited = {'    1       "";': "    1       all;", "rate=50r/s": "rate=1r/s", "burst=400": "burst=1"}
    with proxy(tmp_path, nobody, nobody, limited) as address:
        answers = [answer(address, "GET /livez HTTP/1.1") for _ in range(3)]
    assert [status for status, *_ in answers] == [502, 502, 429]
    assert answers[-1][1]["content-type"] == [PLAIN["content-type"]]
    assert "Too many requests" in answers[-1][2]
