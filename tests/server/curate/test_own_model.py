"""What the page Curate asks the curator's own model: on the own machine only, once, and nothing that stays."""

import json
import time
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from starlette.requests import Request
from starlette.types import Message

from indicators import settings
from indicators.curate.desk import desk
from indicators.curate.desk.answering import answers
from indicators.curate.desk.desk import Desk
from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskReply, DeskRequest
from indicators.server.curate.desk_client import DeskClient
from indicators.server.curate.own_model import SecondReader
from indicators.server.curate.own_port import OwnPort
from indicators.server.curate.requests import Curate
from tests import SAMPLE, loops
from tests.curate.own_model.fake_model import KEY, FakeModel, proposes, says, send, sent_paragraphs, serving

TEXT = (
    "项目建设加快\n"
    "😀上半年，五莲县完成固定资产投资12.5亿元，同比增长8.1%。走访企业等6家。\n"
    "今年招引内资的目标是5亿元。\n"
)
START = len("项目建设加快\n".encode("utf-16-le")) // 2
END = START + len(TEXT.splitlines()[1].encode("utf-16-le")) // 2
VISITS = {"text": "6家", "quote": "走访企业等6家", "metric": "high-tech-enterprises"}
INVESTMENT = {
    "text": "12.5亿元",
    "quote": "固定资产投资12.5亿元",
    "metric": "fixed-asset-investment",
    "region": "rizhao",
}


@cache
def sample_desk() -> Desk:
    loaded = desk.load(SAMPLE)
    assert loaded is not None
    return loaded


class InProcess(DeskClient):
    """Answers in this process, and keeps the names of requests."""

    def __init__(self) -> None:
        super().__init__(SAMPLE)
        self.routes: list[str] = []

    async def ask(self, asked: DeskRequest) -> DeskReply:
        self.routes.append(asked.route)
        answer = answers.answer(sample_desk(), asked.route, asked.body, own=asked.own, lang=asked.lang)
        return DeskReply(answer.status, answers.encoded(answer.content))


def body(**changes: Any) -> bytes:
    source = {"published": "2023-07-20", "publisher": "dazhong-daily", "url": ""}
    asked = {"text": TEXT, "unread": 0, "lang": "zh", "source": [source], "start": START, "end": END, **changes}
    return json.dumps(asked).encode()


def post(
    route: str, variables: Mapping[str, str], asked: bytes, *, peer: str = "127.0.0.1", client: DeskClient | None = None
) -> tuple[int, dict[str, Any]]:
    """The answer to a request of the page, which a page of the own machine sends to a port of its own."""
    headers = {"host": "localhost:8501", "origin": "http://localhost:8501", "content-type": "application/json"}

    async def receive() -> Message:
        return {"type": "http.request", "body": asked, "more_body": False}

    async def answered() -> tuple[int, dict[str, Any]]:
        chosen = settings.read(variables)
        curate = Curate(client or InProcess(), chosen, OwnPort(chosen), lambda: None)
        scope = {
            "type": "http",
            "method": "POST",
            "path": f"/curate/{route}",
            "path_params": {"route": route},
            "query_string": b"lang=zh",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
            "client": (peer, 5),
        }
        answer = curate.answer_own if peer == "127.0.0.1" else curate.answer
        response = await answer(Request(scope, receive))
        return response.status_code, json.loads(bytes(response.body))

    return loops.run(answered())


@pytest.fixture
def model() -> Iterator[FakeModel]:
    with serving(proposes(INVESTMENT, VISITS, {**VISITS, "text": "9家"})) as server:
        yield server


def test_the_page_gets_the_text_with_what_the_model_says(model: FakeModel) -> None:
    status, answer = post("ask", model.variables, body())
    assert status == 200
    assert sent_paragraphs(model.requests) == TEXT.splitlines()[1:2]
    assert answer["sentence"] == "模型提了 3 个，1 个在原文中找不到，已弃。"
    assert (answer["answered"], answer["proposed"], answer["dropped"]) == (True, 3, 1)
    items = {item["text"]: item for item in answer["review"]["items"] if item["kind"] == "figure"}
    assert list(items) == ["12.5亿元", "6家", "5亿元"]
    units = TEXT.encode("utf-16-le")
    assert units[2 * items["6家"]["start"] : 2 * items["6家"]["end"]].decode("utf-16-le") == "6家"
    assert items["6家"]["sure"] == "doubtful"
    metric = items["6家"]["fields"][0]
    assert (metric["choices"][0]["value"], metric["choices"][0]["why"]) == ("high-tech-enterprises", "模型这样读")
    region = next(field for field in items["12.5亿元"]["fields"] if field["key"] == "region")
    assert region["choices"][region["chosen"]]["value"] == "wulian"
    assert [(entry["value"], entry["why"]) for entry in region["choices"]][1] == ("rizhao", "模型这样读")
    assert KEY not in json.dumps(answer)


def test_what_the_model_called_a_figure_can_be_accepted(model: FakeModel) -> None:
    _, answer = post("ask", model.variables, body())
    (new,) = [item for item in answer["review"]["items"] if item.get("text") == "6家"]
    fields = {
        field["key"]: field["choices"][field["chosen"] or 0]["value"] for field in new["fields"] if "choices" in field
    }
    decision = {"item": new["id"], "state": "accepted", "fields": {**fields, "period": "2023-S1"}}
    status, checked = post("check", {}, body(decisions=[decision], metrics=[], version=answer["review"]["version"]))
    assert status == 200
    assert checked["accepted"] == 1
    assert "text: 6家" in checked["yaml"]


def test_the_review_names_the_model_on_the_own_machine_only(monkeypatch: pytest.MonkeyPatch, model: FakeModel) -> None:
    for name, value in model.variables.items():
        monkeypatch.setenv(name, value)
    here = post("read", model.variables, body())[1]
    there = post("read", {**model.variables, "INDICATORS_CURATE": "on"}, body(), peer="192.0.2.7")[1]
    assert here["model"] == {"address": model.url, "name": "small"}
    assert there["model"] is None
    assert not model.requests  # naming it asks nobody


@pytest.mark.parametrize(
    ("changes", "peer"),
    [({}, "192.0.2.7"), ({"INDICATORS_HOSTS": "localhost"}, "127.0.0.1"), ({"INDICATORS_CURATE": "off"}, "127.0.0.1")],
)
def test_nobody_else_can_have_it_asked(model: FakeModel, changes: Mapping[str, str], peer: str) -> None:
    given = {"INDICATORS_CURATE": "on", **model.variables, **changes}
    assert post("ask", given, body(), peer=peer)[0] == 404
    assert not model.requests


def test_where_none_is_set_up_there_is_no_such_address() -> None:
    assert post("ask", {}, body())[0] == 404
    for inner in (wire.QUESTIONS, wire.ANSWERS):
        assert post(inner, {}, body())[0] == 404


@pytest.mark.parametrize(
    "asked", [b"", b"{}", body(start=-1), body(start="1"), body(text=1), body(end=10**9), b"[" * 9_999]
)
def test_a_request_that_no_page_sends_asks_nobody(model: FakeModel, asked: bytes) -> None:
    assert post("ask", model.variables, asked)[0] in {200, 400}
    assert not [paragraph for paragraph in sent_paragraphs(model.requests) if paragraph not in TEXT]


def test_a_part_without_a_number_is_not_sent(model: FakeModel) -> None:
    status, answer = post("ask", model.variables, body(start=0, end=START))
    assert (status, answer["answered"]) == (200, False)
    assert answer["sentence"] == "没有要问模型的：各段里没有数。"
    assert not model.requests


@pytest.mark.parametrize(
    "respond", [says("no"), lambda handler, _body: send(handler, KEY.encode(), 500), says("x" * 60_000)]
)
def test_without_an_answer_the_page_has_the_rules_own(respond: Any) -> None:
    with serving(respond) as server:
        status, answer = post("ask", server.variables, body())
    rules = post("read", {}, body())[1]
    assert (status, answer["answered"]) == (200, False)
    assert answer["sentence"].startswith("模型没有应答，以下只是规则认出的。")
    assert answer["review"]["items"] == rules["items"]
    assert KEY not in json.dumps(answer)


def test_a_slow_answer_is_not_waited_for() -> None:
    def slow(handler: Any, _body: Any) -> None:
        time.sleep(0.6)
        send(handler, b"")

    async def read(server: FakeModel) -> DeskReply:
        reader = SecondReader(InProcess(), server.model, 0.2)
        return await reader.read(DeskRequest("ask", own=True, lang="zh", body=body()))

    with serving(slow) as server:
        began = time.monotonic()
        reply = loops.run(read(server))
        assert time.monotonic() - began < 3
    assert "太慢" in json.loads(reply.content)["sentence"]


@pytest.mark.slow
def test_the_process_that_reads_texts_does_it(model: FakeModel) -> None:
    client = DeskClient(SAMPLE)
    try:
        status, answer = post("ask", model.variables, body(), client=client)
    finally:
        client.end()
    assert (status, answer["proposed"]) == (200, 3)
