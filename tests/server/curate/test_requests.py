"""The requests of the pages that read a text: whose are passed on, and what comes back."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from indicators import settings
from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskReply, DeskRequest
from indicators.server.curate.desk_client import DeskBusyError, DeskClient, NoReplyError, TooSlowError
from indicators.server.curate.own_port import OwnPort
from indicators.server.curate.requests import Curate
from tests import SAMPLE
from tests.server.asgi import Answer, ask

OWN_ADDRESS = "http://127.0.0.1:9501"
OWN = (("Host", "localhost:8501"), ("Origin", "http://localhost:8501"), ("Content-Type", "application/json"))


class Client(DeskClient):
    """Keeps what it is asked, and answers as it is told."""

    def __init__(self, failure: Exception | None = None) -> None:
        super().__init__(Path("nowhere"))
        self.asked: list[DeskRequest] = []
        self.failure = failure
        self.status = 200
        self.taken_back = 0

    async def ask(self, asked: DeskRequest) -> DeskReply:
        self.asked.append(asked)
        if self.failure:
            raise self.failure
        return DeskReply(self.status, b'{"a":1}')

    def count(self) -> None:
        self.taken_back += 1


def app(client: DeskClient, **chosen: str) -> Starlette:
    environment = {f"INDICATORS_{name.upper()}": value for name, value in chosen.items()}
    chosen_settings = settings.read(environment)
    own_port = OwnPort(chosen_settings)
    own_port.address = OWN_ADDRESS
    curate = Curate(client, chosen_settings, own_port, client.count if isinstance(client, Client) else lambda: None)
    methods = ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"]
    return Starlette(
        routes=[
            Route("/curate/{route:path}", curate.answer, methods=methods),
            Route("/own/{route:path}", curate.answer_own, methods=methods),
        ]
    )


def post(  # what a request can be
    client: DeskClient,
    route: str = "read",
    body: bytes = b"{}",
    *,
    method: str = "POST",
    headers: tuple[tuple[str, str], ...] = OWN,
    peer: str = "127.0.0.1",
    at: str = "curate",
    **chosen: str,
) -> Answer:
    return ask(app(client, **chosen), f"/{at}/{route}?lang=zh", headers, method=method, body=body, peer=peer)


def test_a_request_of_the_page_is_passed_on_and_nothing_of_it_is_kept() -> None:
    for at, is_own in (("curate", False), ("own", True)):
        client = Client()
        answer = post(client, body=b'{"text": "\xe4\xb8\x80"}', at=at, curate="on")
        assert (answer.status, answer.json) == (200, {"a": 1})
        assert client.asked == [DeskRequest("read", is_own, "zh", b'{"text": "\xe4\xb8\x80"}')]
        assert (answer.header("Cache-Control"), answer.header("Content-Type")) == ("no-store", "application/json")


def with_header(name: str, value: str | None) -> tuple[tuple[str, str], ...]:
    others = tuple(pair for pair in OWN if pair[0] != name)
    return others if value is None else (*others, (name, value))


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        (with_header("Origin", None), 403),
        (with_header("Origin", "null"), 403),
        (with_header("Origin", "https://a.example"), 403),
        ((*OWN, ("Origin", "http://localhost:8501")), 403),
        (with_header("Content-Type", "text/plain"), 415),
        (with_header("Content-Type", "application/x-www-form-urlencoded"), 415),
        (with_header("Content-Type", None), 415),
        (with_header("Content-Type", "application/json; charset=utf-8"), 200),
        ((*OWN, ("Content-Length", "1200001")), 413),
        ((*OWN, ("Content-Length", "9" * 400)), 413),
        ((*OWN, ("Content-Length", "-1")), 413),
    ],
)
def test_what_no_page_of_ours_sends_is_not_passed_on(headers: tuple[tuple[str, str], ...], status: int) -> None:
    client = Client()
    answer = post(client, headers=headers, curate="on")
    assert answer.status == status
    assert bool(client.asked) == (status == 200)
    assert status == 200 or answer.json["sentence"]


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE", "OPTIONS"])
def test_other_methods_are_told_which_one_it_takes(method: str) -> None:
    answer = post(Client(), method=method, curate="on")
    assert (answer.status, answer.header("Allow")) == (405, "POST")


def test_a_body_that_is_too_long_is_not_read_to_its_end() -> None:
    assert post(Client(), body=b"x" * (wire.LONGEST + 1), curate="on").status == 413
    assert post(Client(), body=b"x" * wire.LONGEST, curate="on").status == 200


@pytest.mark.parametrize(
    ("route", "chosen", "peer", "status"),
    [
        ("read", "", "192.0.2.1", 404),
        ("read", "", "127.0.0.1", 404),
        ("check", "", "127.0.0.1", 404),
        ("add", "", "127.0.0.1", 404),
        ("claim", "", "192.0.2.1", 404),
        ("claim", "", "127.0.0.1", 404),
        ("read", "claim", "127.0.0.1", 404),
        ("claim", "claim", "192.0.2.1", 200),
        ("read", "claim", "192.0.2.1", 404),
        ("read", "on", "192.0.2.1", 200),
        ("write", "on", "127.0.0.1", 404),
        ("ask", "on", "127.0.0.1", 404),
        (wire.QUESTIONS, "on", "127.0.0.1", 404),
        (wire.ANSWERS, "on", "127.0.0.1", 404),
        ("read", "off", "127.0.0.1", 404),
        ("take-back", "on", "127.0.0.1", 404),
    ],
)
def test_what_is_not_offered_to_everybody_is_not_there(route: str, chosen: str, peer: str, status: int) -> None:
    """Not for the own machine either, at this port: behind a proxy anybody can pass for it."""
    client = Client()
    assert post(client, route, peer=peer, curate=chosen).status == status
    assert bool(client.asked) == (status == 200)


@pytest.mark.parametrize(
    ("route", "chosen", "peer", "status"),
    [
        ("write", "on", "127.0.0.1", 200),
        ("write", "", "127.0.0.1", 200),
        ("take-back", "on", "127.0.0.1", 200),
        ("take-back", "on", "192.0.2.1", 404),
        ("write", "off", "127.0.0.1", 404),
        ("write", "on", "192.0.2.1", 404),
        ("read", "", "127.0.0.1", 200),
        ("read", "claim", "127.0.0.1", 200),
        ("check", "on", "127.0.0.1", 200),
        ("claim", "", "127.0.0.1", 200),
        ("read", "on", "192.0.2.1", 404),
        ("read", "off", "127.0.0.1", 404),
        (wire.QUESTIONS, "on", "127.0.0.1", 404),
        (wire.ANSWERS, "on", "127.0.0.1", 404),
        ("place", "on", "127.0.0.1", 404),
    ],
)
def test_the_port_of_the_own_machine_is_for_all_that_its_pages_ask(
    route: str, chosen: str, peer: str, status: int
) -> None:
    client = Client()
    assert post(client, route, peer=peer, at="own", curate=chosen).status == status
    assert bool(client.asked) == (status == 200)


@pytest.mark.parametrize(
    ("route", "status", "count"), [("take-back", 200, 1), ("take-back", 409, 0), ("write", 200, 0)]
)
def test_what_was_taken_back_is_told_to_who_watches_the_data(route: str, status: int, count: int) -> None:
    client = Client()
    client.status = status
    assert post(client, route, at="own").status == status
    assert client.taken_back == count


def test_only_the_own_machine_learns_where_its_port_is() -> None:
    place = post(Client(), "place").json
    assert (place["address"], place["header"]) == (OWN_ADDRESS, "Indicators-Token")
    assert len(place["token"]) > 40
    assert post(Client(), "place", curate="off").status == 404
    assert post(Client(), "place", peer="192.0.2.1", curate="on").status == 404
    assert post(Client(), "place", headers=(*OWN, ("Via", "1.1 nginx"))).status == 404
    assert post(Client(), "place", headers=with_header("Origin", "http://localhost:8888")).status == 403


def test_behind_a_proxy_nobody_is_on_the_own_machine() -> None:
    """A hosted dashboard asks the process to write nothing, whatever a request says."""
    client = Client()
    post(client, headers=(*OWN, ("X-Forwarded-For", "127.0.0.1")), curate="on")
    post(client, headers=(*OWN, ("X-Real-IP", "127.0.0.1")), curate="on")
    assert [asked.own for asked in client.asked] == [False, False]
    assert post(client, "write", headers=(*OWN, ("Via", "1.1 nginx")), at="own", curate="on").status == 404


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [(DeskBusyError(), 503, "busy"), (TooSlowError(), 503, "too-slow"), (NoReplyError(), 500, "failed")],
)
def test_without_an_answer_the_reader_is_told_why(failure: Exception, status: int, code: str) -> None:
    answer = post(Client(failure), curate="on")
    assert (answer.status, answer.json["error"]) == (status, code)
    assert (answer.every("Retry-After") == ["5"]) == (status == 503)


def test_a_body_that_does_not_come_is_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    async def never(_stream: object) -> bytes:
        await asyncio.sleep(60)
        return b""

    monkeypatch.setattr("indicators.server.curate.requests._TO_SEND", 0.01)
    monkeypatch.setattr("indicators.server.curate.requests._received", never)
    assert post(Client(), curate="on").status == 408


# --- with the process that reads -------------------------------------------------------------------------------------


@pytest.fixture
def client() -> Iterator[DeskClient]:
    client = DeskClient(SAMPLE)
    yield client
    client.end()
    assert client.pid is None


@pytest.mark.slow
def test_the_process_that_reads_answers_and_ends(client: DeskClient) -> None:
    body = json.dumps({"text": "1—6月，五莲县固定资产投资12亿元。", "source": {"published": "2022-08-09"}}).encode()
    first = post(client, body=body, at="own")
    pid = client.pid
    assert first.status == 200
    assert [item["text"] for item in first.json["items"] if item["kind"] == "figure"] == ["12亿元"]
    assert post(client, body=b"[]", at="own").status == 400
    assert client.pid == pid
