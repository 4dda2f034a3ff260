"""The process that reads texts: limited, killed, forgotten, asked too much; the server always has an answer."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskReply, DeskRequest
from indicators.server.curate import desk_client
from indicators.server.curate.desk_client import DeskBusyError, DeskClient, NoReplyError, TooSlowError
from tests import SAMPLE, loops

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="no process can be forked here")]

SECONDS = 1.0
PROGRAM = """
import os, signal, sys, time
from pathlib import Path
from indicators.curate.desk.answering import answers
from indicators.curate.desk.answering import process
from indicators.curate.desk.requests import wire
from indicators.curate.desk.answering.answers import DeskAnswer

wire.SECONDS = SECONDS

def wait(desk, body, *, own):
    time.sleep(float(body))
    return DeskAnswer(200, {"pid": os.getpid()})

def spin(desk, body, *, own):
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True: pass

def hog(desk, body, *, own):
    several = []
    while True: several.append(bytearray(2**24))

def fall(desk, body, *, own):
    os.kill(os.getpid(), signal.SIGKILL)

def err(desk, body, *, own):
    raise ValueError(body.decode())

def touch(desk, body, *, own):
    Path(body.decode()).write_text("written")

answers.ROUTES = {**answers.ROUTES, "wait": wait, "spin": spin, "hog": hog, "fall": fall, "err": err, "touch": touch}
sys.exit(process.START(*sys.argv[1:]))
"""
PROGRAM = PROGRAM.replace("= SECONDS", f"= {SECONDS}")
"""The process, with requests that do what no text should."""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))


@pytest.fixture
def client(data: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[DeskClient]:
    monkeypatch.setattr(desk_client, "_PROGRAM", PROGRAM)
    monkeypatch.setattr(wire, "SECONDS", SECONDS)
    client = DeskClient(data)
    yield client
    client.end()


def run(steps: Callable[[], Coroutine[Any, Any, None]]) -> None:
    loops.run(steps())


def ask(client: DeskClient, route: str, body: bytes = b"0", *, own: bool = False) -> Coroutine[Any, Any, DeskReply]:
    return client.ask(DeskRequest(route, own, "zh", body))


def threads_of(pid: int) -> int:
    return len([*Path(f"/proc/{pid}/task").iterdir()])


def test_what_takes_too_long_too_much_or_falls_over_is_ended_and_the_next_is_answered(
    client: DeskClient, capfd: pytest.CaptureFixture[str]
) -> None:
    async def steps() -> None:
        assert (await ask(client, "wait")).status == 200
        pid = client.pid
        assert pid is not None
        assert threads_of(pid) == 1
        began = time.monotonic()
        with pytest.raises(TooSlowError):
            await ask(client, "spin")
        assert time.monotonic() - began < SECONDS + 1
        for route in ("hog", "fall"):
            with suppress(NoReplyError, TooSlowError):
                assert (await ask(client, route)).status == 503
        failed = await ask(client, "err", b"a word of the text")
        assert failed.status == 500
        assert failed.where.startswith("ValueError at ")
        assert b"word" not in failed.content + failed.where.encode()
        assert (await ask(client, "wait")).status == 200
        assert client.pid == pid

    run(steps)
    assert "word" not in "".join(capfd.readouterr())


def test_nothing_is_written_where_nobody_asked_for_it(client: DeskClient, tmp_path: Path) -> None:
    async def steps() -> None:
        place = tmp_path / "text"
        assert (await ask(client, "touch", str(place).encode())).status == 500
        assert not place.exists() or place.read_text() == ""

    run(steps)


def test_a_killed_process_is_begun_anew_and_what_it_has_begun_is_read_to_its_end(client: DeskClient) -> None:
    async def steps() -> None:
        await ask(client, "wait")
        first = client.pid
        assert first is not None
        reading = asyncio.create_task(ask(client, "wait", b"0.5"))
        await asyncio.sleep(0.2)
        os.kill(first, signal.SIGKILL)
        assert (await reading).status == 200
        assert (await ask(client, "wait")).status == 200
        assert client.pid not in {None, first}

    run(steps)


def test_two_are_read_at_once_some_wait_and_the_others_are_told(client: DeskClient) -> None:
    async def steps() -> None:
        await ask(client, "wait")
        began = time.monotonic()
        outcomes = await asyncio.gather(*(ask(client, "wait", b"0.3") for _ in range(12)), return_exceptions=True)
        refused = [outcome for outcome in outcomes if isinstance(outcome, DeskBusyError)]
        assert len(refused) == 12 - desk_client.AT_ONCE - desk_client.MOST_WAITING
        assert time.monotonic() - began > 4 * 0.3
        assert all(isinstance(outcome, DeskReply | DeskBusyError) for outcome in outcomes)

    run(steps)


def test_who_goes_away_keeps_the_place_until_the_reading_is_over(client: DeskClient) -> None:
    async def steps() -> None:
        await ask(client, "wait")
        several = [asyncio.create_task(ask(client, "wait", b"0.4")) for _ in range(2)]
        await asyncio.sleep(0.1)
        for task in several:
            task.cancel()
        began = time.monotonic()
        assert (await ask(client, "wait")).status == 200
        assert time.monotonic() - began > 0.2

    run(steps)


def test_a_changed_file_is_read_by_another_process(client: DeskClient, data: Path) -> None:
    async def steps() -> None:
        first = await ask(client, "read", b'{"text": "a"}')
        pid = client.pid
        data.write_text(data.read_text("utf-8") + "# changed\n", "utf-8")
        second = await ask(client, "read", b'{"text": "a"}')
        assert client.pid != pid
        assert first.content != second.content
        data.write_text("dataset: [", "utf-8")
        assert (await ask(client, "read", b'{"text": "a"}')).status == 503

    run(steps)


def test_it_ends_when_nobody_asks_and_when_the_server_is_gone(client: DeskClient) -> None:
    async def steps() -> None:
        client._idle = 0.2
        await ask(client, "wait")
        pid = client.pid
        assert pid is not None
        await asyncio.sleep(0.6)
        assert client.pid is None
        (reading,) = client._ended
        assert reading.is_over(5)
        assert (await ask(client, "wait")).status == 200

    run(steps)


def test_where_no_process_can_be_forked_each_request_has_one(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "fork")
    client = DeskClient(data)

    async def steps() -> None:
        assert (await ask(client, "read", b'{"text": "a"}')).status == 200
        assert client.pid is None

    run(steps)
