"""Whatever one session sends, others are not affected: forged links and messages, and very many of them (matrix F)."""

import asyncio
import json
import resource
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator, Sequence
from contextlib import AsyncExitStack, suppress
from typing import Final, TypeVar
from urllib.error import URLError
from urllib.parse import parse_qs
from urllib.request import urlopen

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.exceptions import ConnectionClosed

from indicators.view import View
from tests import loops
from tests.hosting.readers import Reader, reader
from tests.hosting.servers import Program, Server, server

pytestmark = pytest.mark.hosting

JUNK: Final = (
    *("nobody", "", "__class__", "../../etc/passwd", "%FF", "%00", "%ED%A0%80", "%E2%80%AE", "%3Cb%3Ex%3C/b%3E"),
    *("9" * 4_000, "-1", "NaN", "%0A%1B[31m"),
)
"""Values of links, as they stand in one."""
MOST_GROWTH: Final = 30.0
"""Megabytes."""
KEPT: Final = 128
"""Sessions without a connection that Streamlit keeps."""
CHART: Final = "-chart-region"
CARD: Final = "figure=lanshan-budget-revenue-2024m01-07&embed=true"
"""A page that is made quickly."""

T = TypeVar("T")


def read(running: Server, act: Callable[[Reader], Awaitable[T]], query: str = "") -> T:
    """What a reader does who comes with this link."""

    async def visit() -> T:
        async with reader(running.address, query) as one:
            return await act(one)

    return loops.run(visit())


async def fine(one: Reader) -> None:
    await one.run()
    assert one.errors == 0
    assert "masthead" in "".join(one.html)


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    """A server that has shown a page; whatever is sent to it, its log is of lines that anybody may read."""
    with server() as started:
        read(started, fine)
        yield started
        log = started.log.read_bytes()
        assert b"Traceback" not in log
        assert not {char for char in log if char < 32} - set(b"\n")


# --- links -----------------------------------------------------------------------------------------------------------


def test_junk_under_every_key_of_a_link(running: Server) -> None:
    """F01 and F02: the page is there, and says what it does not know."""
    keys = [*View.__slots__, "embed_options", "utm_source"]
    queries = [
        *("&".join(f"{key}={value}" for key in keys) for value in JUNK),
        *("&".join(f"{key}={value}" for value in JUNK) for key in keys),
        *("&&&===", "%", "?" * 50, "figure", "=".join(keys)),
    ]

    async def visit(one: Reader) -> None:
        for query in queries:
            one.query = query
            await fine(one)

    read(running, visit)


@pytest.mark.parametrize("query", ["region=a&" * 10_000, "find=" + "x" * 400_000, "&" * 300_000], ids=len)
def test_a_long_link_shows_a_page(running: Server, query: str) -> None:
    """F03: what is too long for a link is left out."""
    before = running.resident()
    read(running, fine, query)
    assert running.resident() - before < MOST_GROWTH


@pytest.mark.parametrize("length", [10**5, 10**6])
def test_a_long_line_is_answered(running: Server, length: int) -> None:
    """With the page, or with a refusal, which may come before all has been sent."""
    address = f"{running.address}/?find={'x' * length}"
    with suppress(URLError, OSError), urlopen(address, timeout=10) as answer:  # noqa: S310  # our own
        assert answer.status == 200
    assert well(running)


# --- messages --------------------------------------------------------------------------------------------------------


def well(running: Server) -> bool:
    return (running.seconds_to_answer() or 9) < 1


def close_code(running: Server, content: bytes | str) -> int:
    """What the server closes the connection with when it gets this."""

    async def send(one: Reader) -> int:
        await one.run()
        try:
            await one.connection.send(content)
            async with asyncio.timeout(10):
                while True:
                    await one.connection.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0

    return read(running, send)


def run_of(widgets: int = 0, query: int = 0, fragment: str = "") -> bytes:
    message = BackMsg()
    run = message.rerun_script
    run.query_string, run.fragment_id = "x" * query, fragment
    run.widget_states.widgets.extend(WidgetState(id=f"$$ID-{number:032x}-now") for number in range(widgets))
    content: bytes = message.SerializeToString()
    return content


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (run_of(widgets=10_000), 1008),
        (run_of(query=10**6), 1009),
        (run_of(query=2 * 10**7), 1009),
        (run_of(fragment="\x1b[2Jall is well\n"), 1008),
        (b"\xff" * 1_000, 1008),
        (b"\0" * 30_000_000, 1009),
        ("text", 1008),
    ],
    ids=["10k widgets", "1 MB query", "20 MB query", "fragment", "garbage", "30 MB", "text"],
)
def test_what_no_browser_sends_ends_only_its_own_connection(running: Server, content: bytes | str, code: int) -> None:
    """F03 and F05; another session, which is open meanwhile, goes on."""
    before = running.resident()

    async def stay(one: Reader) -> None:
        await one.run()
        assert await asyncio.to_thread(close_code, running, content) == code
        assert await one.run() < 5
        assert one.errors == 0

    read(running, stay)
    assert well(running)
    assert running.resident() - before < 2 * MOST_GROWTH  # the message itself, for a moment


@pytest.mark.parametrize("program", ["streamlit", "uvicorn"])
def test_a_message_without_an_end_is_not_kept(program: Program) -> None:
    """Of each connection 50 MB were: a few readers were enough to take all memory."""

    async def send(one: Reader) -> tuple[int, int]:
        sent = 0

        async def parts() -> AsyncIterator[bytes]:
            nonlocal sent
            for _ in range(100):
                yield b"a" * 60_000
                sent += 60_000
                await asyncio.sleep(0.01)  # else all of them lie in between before the server has looked

        with pytest.raises(ConnectionClosed) as closed:
            await one.connection.send(parts())
        return sent, closed.value.rcvd.code if closed.value.rcvd else 0

    with server(program=program) as started:
        sent, code = read(started, send)
        assert code == 1009
        assert sent < 4_000_000
        read(started, fine)


def test_100_000_events_of_a_chart_take_no_longer_than_one(running: Server) -> None:
    """They ran for minutes; 500 kB of them for 11 seconds."""

    async def forge(one: Reader) -> tuple[float, float]:
        await one.run()
        chart = one.widget(CHART)
        event = {"event": "chosen", "value": ["nobody", "words"]}
        times = []
        for events in ([event], [event] * 9_000):
            state = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{chart}__events", json_trigger_value=json.dumps(events))
            times.append(min([await one.run(state, part=one.parts[chart]) for _ in range(3)]))
        assert one.errors == 0
        return times[0], times[1]

    one, many = read(running, forge, "page=explore")
    assert many < one + 0.5


def test_forged_choices_in_parts_of_a_page_are_left_out(running: Server) -> None:
    """F04: what no widget offers is not chosen, and breaks nothing, neither there nor for somebody else."""

    async def forge(one: Reader) -> None:
        await one.run()
        filters, chart = one.widget("-filter-region"), one.widget(CHART)
        for values in (["nobody"], ["x"] * 900, ["", "\0"]):
            await one.run(WidgetState(id=filters, string_array_value=StringArray(data=values)), part=one.parts[filters])
            assert parse_qs(one.query).keys() <= {"page", "region"}
        await one.run(WidgetState(id=one.widget("-filter-metric"), string_value="nobody"), part=one.parts[filters])
        for mark in (["nobody", "words"], ["x"], [], "x", None, [["a"], {}], ["nobody", "__class__", "words"]):
            event = json.dumps([{"event": "chosen", "value": mark}])
            state = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{chart}__events", json_trigger_value=event)
            await one.run(state, part=one.parts[chart])
        assert one.errors == 0
        await fine(one)

    read(running, forge, "page=explore")
    read(running, fine)


def test_nobody_empties_what_is_kept_for_all(running: Server) -> None:
    async def empty(one: Reader) -> None:
        await one.run()
        await one.connection.send(BackMsg(clear_cache=True).SerializeToString())
        await one.run()
        assert one.errors == 0

    read(running, empty)
    read(running, fine)


def test_of_20_quick_choices_the_last_counts(running: Server) -> None:
    """F10."""

    async def flip(one: Reader) -> Sequence[str]:
        await one.run()
        widget = one.widget("-filter-region")
        options = one.options[widget]
        assert len(options) > 1
        for number in range(20):
            message = BackMsg()
            run = message.rerun_script
            run.query_string, run.fragment_id = one.query, one.parts[widget]
            chosen = StringArray(data=[options[number % 2]])
            run.widget_states.widgets.append(WidgetState(id=widget, string_array_value=chosen))
            await one.connection.send(message.SerializeToString())
        await one.settle()
        assert one.errors == 0
        return parse_qs(one.query)["region"]

    async def choose_second(one: Reader) -> Sequence[str]:
        await one.run()
        widget = one.widget("-filter-region")
        chosen = StringArray(data=[one.options[widget][1]])
        await one.run(WidgetState(id=widget, string_array_value=chosen), part=one.parts[widget])
        return parse_qs(one.query)["region"]

    assert read(running, flip, "page=explore") == read(running, choose_second, "page=explore")


# --- very many -------------------------------------------------------------------------------------------------------


def test_500_connections_leave_nothing_behind(running: Server) -> None:
    """F06: after those that Streamlit keeps for a while, no memory and no files."""

    async def come_and_go(times: int) -> None:
        for number in range(times):
            async with reader(running.address, CARD) as one:
                if number % 3 == 0:  # the others leave before they have seen anything
                    await one.run()
                    assert one.errors == 0

    loops.run(come_and_go(KEPT + 22))
    before = running.resident()
    loops.run(come_and_go(350))
    assert running.resident() - before < MOST_GROWTH
    assert running.open_files() <= 9 + 3 * KEPT + 40


def test_300_sessions_at_once(running: Server) -> None:
    """F07, with the number of open files that docs/hosting.md asks for."""
    limit = 16_384
    resource.prlimit(running.pid, resource.RLIMIT_NOFILE, (limit, max(limit, resource.RLIM_INFINITY)))

    async def stay() -> None:
        async with AsyncExitStack() as stack:
            for _ in range(30):
                together = [await stack.enter_async_context(reader(running.address, CARD)) for _ in range(10)]
                await asyncio.gather(*(one.run() for one in together))
                assert not any(one.errors for one in together)
            assert await asyncio.to_thread(well, running)
            await fine(await stack.enter_async_context(reader(running.address)))

    loops.run(stay())
