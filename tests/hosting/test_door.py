"""The door of a running server, started either way: headers, what is shut, whom it listens to (faults.md matrix G)."""

import asyncio
import json
import re
import time
from collections.abc import Iterator
from contextlib import AsyncExitStack
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin, Subprotocol

from tests import SAMPLE, builders, loops
from tests.hosting.readers import reader
from tests.hosting.servers import HERE, Program, Server, server

pytestmark = pytest.mark.hosting

EVERY = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
SECRET = "7f3-not-for-readers"  # noqa: S105  # nobody's
BROKEN = f"""
import streamlit as st
from pathlib import Path
from indicators.server import door

if __name__ == "__main__":
    raise ValueError("{SECRET}")
else:
    app = st.App(__file__, **door.of(Path(__file__).parent))
"""


@pytest.fixture(scope="module", params=["streamlit", "uvicorn"])
def running(request: pytest.FixtureRequest) -> Iterator[Server]:
    with server(program=request.param, environment={"INDICATORS_HOSTS": "data.example.org"}) as started:
        yield started


def ask(running: Server, path: str, *, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
    """The answer to a request whose path is sent as it stands."""
    connection = HTTPConnection(HERE, running.port, timeout=30)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, value in headers.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


@pytest.mark.parametrize(
    ("method", "path", "asked", "status"),
    [
        *(("GET", path, {}, 200) for path in ("/", "/favicon.png", "/livez", "/readyz", "/_stcore/health", "/data/")),
        *(("GET", path, {}, 404) for path in ("/nothing", "/media/nothing.csv", "/data/no", "/site/zh/index.html")),
        *(("GET", path, {}, 404) for path in ("/static/js/nothing.js", "/download/nothing", "/curate/read")),
        *(("HEAD", path, {}, 200) for path in ("/", "/readyz", "/favicon.png")),
        *((method, "/", {}, 405) for method in ("POST", "OPTIONS", "TRACE")),
        ("GET", "/data", {}, 308),
        ("GET", "/favicon.png", {"Range": "bytes=0-10"}, 206),
        ("GET", "/favicon.png", {"Range": "bytes=99999-"}, 416),
        ("GET", "/favicon.png", {"Range": "bytes=x"}, 400),
        ("GET", "/", {"Host": "evil.example"}, 403),
        ("GET", "/", {"Accept-Encoding": "gzip"}, 200),
    ],
)
def test_every_answer_has_the_headers_once_and_no_name_of_the_server(
    running: Server, method: str, path: str, asked: dict[str, str], status: int
) -> None:
    answer, _ = ask(running, path, method=method, **asked)
    assert answer.status == status
    is_for_others = path.startswith(("/data/", "/site/"))
    for name, value in EVERY.items():
        is_open = is_for_others and name == "cross-origin-resource-policy"
        assert answer.headers.get_all(name) == ["cross-origin" if is_open else value], name
    assert len(answer.headers.get_all("content-security-policy") or ()) == 1
    assert not answer.headers.get_all("server")


def test_the_first_answer_names_the_dataset(running: Server) -> None:
    until = time.monotonic() + 30
    while json.loads(ask(running, "/readyz")[1])["digest"] is None and time.monotonic() < until:
        time.sleep(0.2)
    text = ""
    while "description" not in text and time.monotonic() < until:
        text = ask(running, "/", **{"Accept-Language": "zh-CN"})[1].decode()
    assert "报载指标" in re.findall("<title>(.*)</title>", text)[0]


@pytest.mark.parametrize(
    "path",
    [
        *("/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/script-health-check", "/nothing", "/a/b/c"),
        *("/.streamlit/secrets.toml", "/.streamlit/config.toml", "/data/../dashboard.py", "/data/indicators.yaml"),
        *("/..%2f..%2f..%2f..%2fetc/passwd", "/static/..%2f..%2fetc/passwd", "/media/..%5c..%5cetc", "//etc/passwd"),
        *("/%00", "/static/%2e%2e/%2e%2e/etc/passwd", "/site/..%2f..%2fetc/passwd", "/site/"),
        "/_stcore/bidi-components/reported-indicators.chart/..%2f..%2f__init__.py",
    ],
)
def test_what_is_not_ours_to_show_is_not_there(running: Server, path: str) -> None:
    answer, body = ask(running, path)
    assert answer.status in {400, 404}
    assert b"root:" not in body
    assert b"import" not in body
    assert b"stcore" not in body


@pytest.mark.parametrize("path", ["/", "/data/", "/data/indicators.json", "/download/data-csv", "/site/", "/readyz"])
def test_nothing_can_be_sent_to_what_only_answers(running: Server, path: str) -> None:
    for method in ("POST", "OPTIONS"):
        answer, _ = ask(running, path, method=method, **{"Content-Length": "0"})
        assert (answer.status, {*answer.headers["allow"].split(", ")}) == (405, {"GET", "HEAD"})


def test_nothing_can_be_uploaded(running: Server) -> None:
    async def put() -> set[int]:
        async with reader(running.address) as session:
            await session.run()
            cookie = ask(running, "/_stcore/health")[0].headers["set-cookie"].partition(";")[0]
            token = cookie.partition("=")[2]
            headers = {"Cookie": cookie, "X-Xsrftoken": token, "Content-Length": "0"}
            return {
                ask(running, f"/_stcore/upload_file/{name}/1", method=method, **headers)[0].status
                for name in ("session", "0" * 36)
                for method in ("PUT", "OPTIONS", "DELETE")
            }

    assert loops.run(put()) == {404}


@pytest.mark.parametrize(
    ("host", "origin"),
    [
        (None, "https://evil.example"),
        (None, "null"),
        (None, None),
        ("evil.example:8501", "http://evil.example:8501"),
        ("data.example.org", "https://evil.example"),
    ],
)
def test_a_foreign_page_cannot_connect_and_is_refused_at_once(
    running: Server, host: str | None, origin: str | None
) -> None:
    async def refused() -> InvalidStatus:
        with pytest.raises(InvalidStatus) as caught:
            async with connect(
                f"ws://{host or f'{HERE}:{running.port}'}/_stcore/stream",
                host=HERE,
                port=running.port,
                origin=Origin(origin) if origin else None,
                subprotocols=[Subprotocol("streamlit")],
            ):
                pass
        return caught.value

    before, began = running.lines(), time.monotonic()
    answer = loops.run(refused()).response
    assert time.monotonic() - began < 2
    assert answer.status_code == 403
    assert ask(running, "/livez")[0].status == 200  # by then all has been written
    (line,) = [line for line in running.lines()[len(before) :] if "/livez" not in line]
    assert re.search(r' INFO uvicorn\.error: \S+ - "WebSocket /_stcore/stream" 403$', line)
    assert {name: answer.headers.get_all(name) for name in EVERY} == {name: [value] for name, value in EVERY.items()}


def test_a_foreign_host_gets_no_page(running: Server) -> None:
    assert ask(running, "/", Host="evil.example")[0].status == 403
    assert ask(running, "/", Host="data.example.org")[0].status == 200
    assert ask(running, "/readyz", Host="10.0.0.7:8501")[0].status == 200


@pytest.mark.parametrize("program", ["streamlit", "uvicorn"])
def test_an_error_of_a_page_has_a_reference_for_the_reader_and_its_trace_in_the_log(
    tmp_path: Path, program: Program
) -> None:
    """faults.md F09."""
    (tmp_path / "dashboard.py").write_text(BROKEN, encoding="utf-8")

    async def visit(running: Server) -> tuple[int, list[str]]:
        async with reader(running.address) as session:
            run = asyncio.create_task(session.run())  # which is never over, since it fails
            while not (session.alerts or session.errors or run.done()):
                await asyncio.sleep(0.05)
            run.cancel()
            return session.errors, session.alerts

    with server(program=program, folder=tmp_path) as running:
        errors, alerts = loops.run(visit(running))
        log = running.log.read_text(encoding="utf-8")
    (alert,) = alerts
    (reference,) = re.findall(r"[0-9a-f]{8}", alert)
    assert errors == 0
    assert SECRET not in alert
    assert "dashboard" not in alert
    (line,) = [line for line in log.splitlines() if reference in line]
    assert f"ValueError: {SECRET}" in line
    assert log.count(f"ValueError: {SECRET}") == 1


def test_a_server_whose_data_are_broken_at_its_start_is_not_ready_until_they_are_whole(tmp_path: Path) -> None:
    """faults.md G10: whoever spreads readers over servers leaves this one out."""
    path = tmp_path / "data.yaml"
    path.write_text("dataset: [", encoding="utf-8")
    with server(data=path, awaited="/livez") as running:
        until = time.monotonic() + 20
        while (state := json.loads(ask(running, "/readyz")[1]))["error"] == "loading" and time.monotonic() < until:
            time.sleep(0.2)
        assert (ask(running, "/readyz")[0].status, state["error"]) == (503, "yaml-syntax")
        assert (ask(running, "/livez")[0].status, ask(running, "/")[0].status) == (200, 200)
        builders.write(tmp_path, SAMPLE.read_text(encoding="utf-8")).replace(path)
        while ask(running, "/readyz")[0].status != 200:
            assert time.monotonic() < until
            time.sleep(0.2)
        log = running.log.read_text(encoding="utf-8")
    assert log.count("data refused: 1 error, first yaml-syntax") == 1


def test_it_ends_within_ten_seconds_with_twenty_readers() -> None:
    """faults.md G12; a page that is open goes on when another server answers (test_reconnecting)."""

    async def visits(running: Server) -> float:
        async with AsyncExitStack() as stack:
            sessions = [await stack.enter_async_context(reader(running.address)) for _ in range(20)]
            await asyncio.gather(*(session.run() for session in sessions))
            assert running.process is not None
            began = time.monotonic()
            running.process.terminate()
            await asyncio.to_thread(running.process.wait, 20)
            return time.monotonic() - began

    with server(program="uvicorn") as running:
        assert loops.run(visits(running)) < 10
