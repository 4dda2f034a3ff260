"""The second port of a curator's dashboard: who may ask there, what a browser is told, and when there is none."""

from pathlib import Path

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from indicators import settings
from indicators.server.curate import own_port
from indicators.server.curate.own_port import OwnPort
from tests.server.asgi import Answer, ask

PORT = 9501
PAGE = "http://localhost:8501"
TABLE = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"


@pytest.fixture(autouse=True)
def no_tables(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a system that does not say who has opened a connection."""
    monkeypatch.setattr(own_port, "_TABLES", ())


def sent(  # what a request can be
    method: str = "POST", *, peer: str = "127.0.0.1", path: str = "/curate/write", chosen: str = "", **headers: str
) -> Answer:
    """What comes of a request of the page, with these headers changed; one that is empty is not sent."""
    port = OwnPort(settings.read({settings.HOSTS: chosen}))
    port.address = f"http://127.0.0.1:{PORT}"
    given = {"host": f"127.0.0.1:{PORT}", "origin": PAGE, "indicators-token": port.token}
    given |= {name.replace("_", "-"): value for name, value in headers.items()}

    async def heard(_request: Request) -> Response:
        return PlainTextResponse("heard")

    return ask(port.app(heard), path, [(k, v) for k, v in given.items() if v], method=method, peer=peer)


def test_a_page_of_this_machine_with_its_token_is_heard() -> None:
    answer = sent()
    assert (answer.status, answer.text) == (200, "heard")
    assert answer.header("Access-Control-Allow-Origin") == PAGE
    assert answer.header("Vary") == "Origin"


@pytest.mark.parametrize(
    "changes",
    [
        {"indicators_token": ""},
        {"indicators_token": "a" * 43},
        {"indicators_token": "é"},
        {"origin": ""},
        {"origin": "null"},
        {"origin": "https://a.example"},
        {"host": "a.example"},
        {"x_forwarded_for": "127.0.0.1"},
        {"peer": "192.0.2.1"},
        {"chosen": "a.example"},
        {"path": "/curate/write/more"},
        {"path": "/"},
    ],
)
def test_nobody_else_is(changes: dict[str, str]) -> None:
    for method in ("POST", "OPTIONS") if "indicators_token" not in changes else ("POST",):
        answer = sent(method, **changes)
        assert answer.status == 404
        assert "heard" not in answer.text
        assert answer.every("Access-Control-Allow-Origin") == []


def test_a_browser_that_asks_first_needs_no_token_and_is_told_what_it_may_send() -> None:
    answer = sent("OPTIONS", indicators_token="", access_control_request_method="POST")
    assert (answer.status, answer.body) == (204, b"")
    assert answer.header("Access-Control-Allow-Headers") == "Content-Type, Indicators-Token"
    assert answer.header("Access-Control-Allow-Methods") == "POST"


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_other_methods_are_not_heard(method: str) -> None:
    assert sent(method).status == 405


@pytest.mark.parametrize(
    ("user", "status"), [(1000, 200), (0, 200), (1001, 404), (None, 404)], ids=["ours", "root", "another", "nobody"]
)
def test_where_the_system_says_who_asks_it_has_to_be_the_same_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, user: int | None, status: int
) -> None:
    """The connection from port 50000 to 9501 (C350 and 251D); the other rows are of other connections."""
    row = "   {}: 0100007F:{} 0100007F:{} 01 00000000:00000000 00:00000000 00000000  {}        0 77 1 0 20 4 30 10 -1\n"
    rows = [row.format(0, "C350", "251E", 1001), row.format(1, "251D", "C350", 1001)]
    if user is not None:
        rows.append(row.format(2, "C350", "251D", user))
    table = tmp_path / "tcp"
    table.write_text(TABLE + "".join(rows))
    monkeypatch.setattr(own_port, "_TABLES", (table, tmp_path / "missing"))
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert sent().status == status


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, True),
        ({settings.CURATE: "on"}, True),
        ({settings.URL: "http://localhost:8501/"}, True),
        ({settings.URL: "https://data.example.org/"}, False),
        ({settings.HOSTS: "localhost"}, False),
        ({settings.CURATE: "off"}, False),
    ],
)
def test_it_is_open_only_where_there_can_be_a_curator(variables: dict[str, str], *, expected: bool) -> None:
    assert settings.has_own_machine(settings.read(variables)) is expected


def test_the_port_is_a_thousand_above_and_any_where_that_is_taken() -> None:
    with own_port._listening(28_123) as first, own_port._listening(28_123) as second:
        assert first.getsockname() == ("127.0.0.1", 28_123)
        assert second.getsockname()[0] == "127.0.0.1"
        assert second.getsockname()[1] not in {0, 28_123}
    with own_port._listening(65_536) as high:
        assert 0 < high.getsockname()[1] <= 65_535
