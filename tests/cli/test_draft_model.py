"""``draft --model``: what is sent is said before it is sent, it goes to one address, and without it nothing is sent."""

import io
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.cli.main import main
from tests import SAMPLE
from tests.curate.own_model.fake_model import KEY, FakeModel, proposes, says, send, sent_paragraphs, serving

ARTICLE = "上半年，五莲县完成固定资产投资12.5亿元，同比增长8.1%。\n走访企业等6家。\n天气很好。\n"
VISITS = {"text": "6家", "quote": "走访企业等6家", "metric": "high-tech-enterprises", "period": "2023-S1"}


@pytest.fixture
def text(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


@pytest.fixture
def connected(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The places that this process connects to, and the names that it looks up."""
    places: list[Any] = []
    connect, look_up = socket.socket.connect, socket.getaddrinfo

    def recorded(self: socket.socket, place: Any) -> None:
        places.append(place)
        connect(self, place)

    def looked_up(host: Any, port: Any, *rest: Any, **options: Any) -> Any:
        places.append((host, port))
        return look_up(host, port, *rest, **options)

    monkeypatch.setattr(socket.socket, "connect", recorded)
    monkeypatch.setattr(socket, "getaddrinfo", looked_up)
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"INDICATORS_LLM_{name}", raising=False)
    return places


def set_up(server: FakeModel, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in server.variables.items():
        monkeypatch.setenv(name, value)


def draft(text: Path, *more: str) -> int:
    return main(["draft", str(text), "--data", str(SAMPLE), "--lang", "zh", "--published", "2023-07-20", *more])


Captured = pytest.CaptureFixture[str]


def test_nothing_is_sent_without_asking_for_the_model(
    text: Path, connected: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert draft(text) == 0
    assert draft(text, "--model", "--yes") == 2  # none is set up
    with serving(proposes()) as server:
        set_up(server, monkeypatch)
        assert draft(text) == 0
        assert not server.requests
    assert not connected


def test_what_is_sent_is_said_and_only_sent_there(
    text: Path, connected: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    with serving(proposes(VISITS, {**VISITS, "text": "7家"})) as server:
        set_up(server, monkeypatch)
        assert draft(text, "--model", "--yes") == 0
        port = server.server_address[1]
    printed, said = capsys.readouterr()
    first, last = said.strip().splitlines()
    assert first == f"将把 2 段（39 字）和词表中可能用到的名称发往 {server.url}（模型 small）。"
    assert last == "模型提了 4 个，3 个在原文中找不到，已弃。"  # one is in the other paragraph
    assert sent_paragraphs(server.requests) == ARTICLE.splitlines()[:2]
    assert set(connected) == {("127.0.0.1", port)}
    (entry,) = yaml.safe_load(printed)
    assert [figure["text"] for figure in entry["figures"]] == ["12.5亿元", "6家"]
    assert "只有模型认为这是指标" in printed
    assert KEY not in printed + said


def test_nothing_is_sent_where_nobody_can_be_asked(
    text: Path, connected: list[Any], monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    with serving(proposes()) as server:
        set_up(server, monkeypatch)
        assert draft(text, "--model") == 2
        assert not server.requests
    assert not connected
    printed, said = capsys.readouterr()
    assert not printed
    assert server.url in said.splitlines()[0]
    assert "--yes" in said


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("answer", "sent"), [("y\n", 2), ("是\n", 2), ("n\n", 0), ("\n", 0), ("", 0)])
def test_on_a_terminal_it_asks(text: Path, monkeypatch: pytest.MonkeyPatch, answer: str, sent: int) -> None:
    screen = _Terminal()
    with serving(proposes()) as server:
        set_up(server, monkeypatch)
        monkeypatch.setattr("sys.stdin", _Terminal(answer))
        monkeypatch.setattr("sys.stderr", screen)
        assert draft(text, "--model") == 0
        assert len(server.requests) == sent
    assert screen.getvalue().index(server.url) < screen.getvalue().index("[y/N]")
    assert ("没有发送" in screen.getvalue()) == (not sent)


@pytest.mark.parametrize(
    "respond",
    [
        says("no JSON at all"),
        lambda handler, _body: send(handler, f"\x1b[31mwrong key {KEY}".encode(), 401),
        lambda handler, _body: send(handler, b"", 302, Location="http://example.org/"),
    ],
)
def test_without_an_answer_the_draft_is_that_of_the_rules(
    text: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured, respond: Callable[..., None]
) -> None:
    assert draft(text) == 0
    rules = capsys.readouterr().out
    with serving(respond) as server:
        set_up(server, monkeypatch)
        assert draft(text, "--model", "--yes") == 0
    printed, said = capsys.readouterr()
    assert printed == rules
    assert "模型没有应答，以下只是规则认出的。" in said
    assert KEY not in said
    assert "\x1b" not in said


def test_a_variable_that_cannot_be_used_is_named_without_its_value(
    text: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("INDICATORS_LLM_URL", "https://models.example.org/v1")
    monkeypatch.setenv("INDICATORS_LLM_MODEL", "m")
    monkeypatch.setenv("INDICATORS_LLM_KEY", f"{KEY} with spaces")
    assert draft(text, "--model", "--yes") == 2
    said = capsys.readouterr().err
    assert "INDICATORS_LLM_KEY" in said
    assert KEY not in said
