"""The way to the curator's own model: to its address only, and back in bounded time, whatever answers there."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler
from typing import Any

import pytest

from indicators.curate.own_model.endpoint import Endpoint, NoAnswerError
from indicators.settings import OwnModel
from tests.curate.own_model.fake_model import KEY, Respond, completion, says, send, serving

MESSAGES = [{"role": "user", "content": "{}"}]


def asked(model: OwnModel, seconds: float = 5) -> str:
    return Endpoint(model, seconds).ask(MESSAGES, {})


def refusal(model: OwnModel, seconds: float = 5) -> NoAnswerError:
    with pytest.raises(NoAnswerError) as refused:
        asked(model, seconds)
    assert KEY not in repr(refused.value)
    assert refused.value.__cause__ is None
    assert refused.value.__suppress_context__ or refused.value.__context__ is None
    return refused.value


def test_an_answer_comes_back_and_the_key_went_there() -> None:
    with serving(says("yes")) as server:
        assert asked(server.model) == "yes"
        assert server.keys == [f"Bearer {KEY}"]
    (request,) = server.requests
    assert request["response_format"]["type"] == "json_schema"
    assert (request["model"], request["stream"]) == ("small", False)


def test_who_knows_no_schema_is_asked_without_and_only_once_in_vain() -> None:
    def respond(handler: BaseHTTPRequestHandler, body: dict[str, Any]) -> None:
        known = "response_format" not in body
        send(handler, completion("plain") if known else b'{"error": "unknown"}', 200 if known else 400)

    with serving(respond) as server:
        model = Endpoint(server.model, 5)
        assert [model.ask(MESSAGES, {}), model.ask(MESSAGES, {})] == ["plain", "plain"]
    assert ["response_format" in request for request in server.requests] == [True, False, False]


def _drip(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    """A byte now and then, so that no single one is late."""
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        for _ in range(200):
            handler.wfile.write(b" ")
            time.sleep(0.05)


def _slow_head(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    with suppress(OSError):
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nX-Name: ")
        for _ in range(200):
            handler.wfile.write(b"x")
            time.sleep(0.05)


def _endless(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Transfer-Encoding", "chunked")
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(b"4000\r\n" + b" " * 0x4000 + b"\r\n")


def _without_end(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.end_headers()
    with suppress(OSError):
        while True:
            handler.wfile.write(b" " * 0x4000)


def _huge(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.send_response(200)
    handler.send_header("Content-Length", str(100 * 2**20))
    handler.end_headers()


def _continues(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    with suppress(OSError):
        while True:
            handler.wfile.write(b"HTTP/1.1 100 Continue\r\n\r\n")
            time.sleep(0.001)


def _hangs_up(handler: BaseHTTPRequestHandler, _body: dict[str, Any]) -> None:
    handler.connection.shutdown(socket.SHUT_RDWR)


def _body(body: bytes, status: int = 200) -> Respond:
    return lambda handler, _asked: send(handler, body, status)


@pytest.mark.parametrize(
    ("respond", "reason"),
    [
        (_drip, "slow"),
        (_slow_head, "slow"),
        (_continues, "slow"),
        (_endless, "too-long"),
        (_without_end, "too-long"),
        (_huge, "too-long"),
        (_hangs_up, "unreachable"),
        (_body(f"wrong key {KEY}".encode(), 401), "status"),
        (_body(b"", 500), "status"),
        (_body(b"<html>"), "no-json"),
        (_body(completion("yes")[:-9]), "no-json"),
        (_body(b"[" * 200_000), "no-json"),
        (_body(b'{"choices": []}'), "no-json"),
        (_body(b'{"choices": [{"message": {"content": null}}]}'), "no-json"),
        (_body(b"\xff\xfe"), "no-json"),
    ],
)
def test_whatever_answers_it_ends_soon(respond: Respond, reason: str) -> None:
    began = time.monotonic()
    with serving(respond) as server:
        assert refusal(server.model, 0.4).reason == reason
        assert time.monotonic() - began < 2
        assert len(server.requests) == 1


def test_no_redirect_is_followed() -> None:
    with serving(says("stolen")) as other, serving(_redirect(other.url)) as server:
        failure = refusal(server.model)
    assert (failure.reason, failure.status) == ("redirect", 307)
    assert not other.requests


def _redirect(url: str) -> Respond:
    return lambda handler, _body: send(handler, b"", 307, Location=f"{url}/v1/chat/completions")


@contextmanager
def listening() -> Iterator[int]:
    """A port at which somebody listens, and never says a word."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def test_a_greeting_that_is_never_returned_ends_soon() -> None:
    began = time.monotonic()
    with listening() as port:
        assert refusal(OwnModel(f"https://127.0.0.1:{port}/v1", "m", KEY), 0.3).reason == "slow"
    assert time.monotonic() - began < 2


def test_who_has_no_certificate_is_sent_nothing() -> None:
    with serving(says("yes")) as server:
        encrypted = OwnModel(server.model.url.replace("http:", "https:"), "m", KEY)
        assert refusal(encrypted, 2).reason == "unreachable"
        assert not server.requests


def test_nobody_listens() -> None:
    with listening() as port:
        pass
    assert refusal(OwnModel(f"http://127.0.0.1:{port}/v1", "m")).reason == "unreachable"


def test_a_local_name_that_leads_outside_is_sent_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    connected: list[Any] = []
    outside = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", 80))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_args, **_options: outside)
    monkeypatch.setattr(socket.socket, "connect", lambda _self, place: connected.append(place))
    assert refusal(OwnModel("http://models.local/v1/chat/completions", "m", KEY)).reason == "not-private"
    assert not connected


def test_a_name_that_is_looked_up_for_ever_ends_soon(monkeypatch: pytest.MonkeyPatch) -> None:
    def look_up(*_args: Any, **_options: Any) -> list[Any]:
        time.sleep(1)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", look_up)
    began = time.monotonic()
    assert refusal(OwnModel("http://models.local/v1/chat/completions", "m", KEY), 0.1).reason == "slow"
    assert time.monotonic() - began < 0.8


def test_no_proxy_of_the_environment_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    with serving(says("proxy")) as proxy, serving(says("model")) as server:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url)
        assert asked(server.model) == "model"
        assert not proxy.requests


def test_no_clock_runs_on_behind_an_answer() -> None:
    with serving(says("yes")) as server:
        asked(server.model)
    clocks = [thread for thread in threading.enumerate() if isinstance(thread, threading.Timer)]
    for clock in clocks:
        clock.join(0.5)
    assert not any(clock.is_alive() for clock in clocks)


def test_half_a_character_can_be_sent() -> None:
    with serving(says("yes")) as server:
        Endpoint(server.model, 5).ask([{"role": "user", "content": "一\ud800"}], {})
    assert server.requests[0]["messages"][0]["content"] == "一\ud800"
