"""Writers at work under a server: what three readers see meanwhile, and what a hostile file does to it."""

import asyncio
import json
import re
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests import loops
from tests.builders import write
from tests.hosting.readers import Reader, reader
from tests.hosting.servers import Server
from tests.loading.stores import with_firms

pytestmark = pytest.mark.hosting

FIGURES = 20
FOOT = re.compile(r"<footer.*?(\d+) figures", re.DOTALL)


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    (tmp_path / "data").mkdir()
    running = Server(tmp_path / "log", data=write(tmp_path / "data", with_firms(FIGURES)))
    running.start()
    yield running
    running.kill()


@asynccontextmanager
async def three_readers(server: Server, seen: set[tuple[int, bool]]) -> AsyncIterator[None]:
    """Readers who ask for their page again and again: of each the number of figures, and whether it has a banner."""

    async def look_on(looking: Reader) -> None:
        while True:
            await looking.run()
            counts = {int(count) for body in looking.html for count in FOOT.findall(body)}
            drawn = bool(looking.html)  # else the run was ended by the next one
            assert (len(counts), looking.errors) == (drawn, 0), (looking.alerts, looking.html)
            seen.update((count, bool(looking.alerts)) for count in counts)
            await asyncio.sleep(0.1)

    async with AsyncExitStack() as stack, asyncio.TaskGroup() as group:
        readers = [await stack.enter_async_context(reader(server.address, "lang=en")) for _ in range(3)]
        tasks = [group.create_task(look_on(looking)) for looking in readers]
        yield
        for task in tasks:
            task.cancel()


async def write_slowly(path: Path, text: str) -> None:
    with path.open("w", encoding="utf-8") as file:
        for line in text.splitlines(keepends=True):
            file.write(line)
            file.flush()
            await asyncio.sleep(0.1)


def state(server: Server) -> dict[str, object]:
    with urlopen(f"{server.address}/readyz", timeout=20) as answer:  # noqa: S310  # it is our own
        known: dict[str, object] = json.load(answer)
    return known


async def until(server: Server, **expected: object) -> None:
    """Wait until the server says so of its data."""
    for _ in range(200):
        known = await asyncio.to_thread(state, server)
        if {key: known[key] for key in expected} == expected:
            return
        await asyncio.sleep(0.2)
    raise AssertionError(known)


def test_e01_e02_readers_see_whole_datasets_only(server: Server) -> None:
    """A writer in place, one that dies half-way, a file that goes, and the mended one."""
    path, seen = server.data, set[tuple[int, bool]]()

    async def attack() -> None:
        async with three_readers(server, seen):
            await until(server, figures=FIGURES, degraded=False)
            await write_slowly(path, with_firms(FIGURES + 5))
            await until(server, figures=FIGURES + 5, degraded=False)
            path.write_text(with_firms(FIGURES - 6), "utf-8")
            await until(server, figures=FIGURES + 5, degraded=True, error="dataset-fewer")
            path.unlink()
            await until(server, figures=FIGURES + 5, degraded=True, error="file-missing")
            await asyncio.sleep(2)
            await write_slowly(path, with_firms(FIGURES + 6))
            await until(server, figures=FIGURES + 6, degraded=False)
            await asyncio.sleep(2)

    loops.run(attack())
    assert {count for count, _ in seen} == {FIGURES, FIGURES + 5, FIGURES + 6}
    assert (FIGURES + 5, True) in seen


def resident(server: Server) -> int:
    """Megabytes of memory that the server has."""
    status = Path(f"/proc/{server.pid}/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not say how much memory is taken")
def test_a_file_made_to_exhaust_the_memory_does_nothing_to_readers(server: Server) -> None:
    """24 MB of a list of x took 12 seconds and 600 MB, in the server itself where its helper died of it."""
    path, seen = server.data, set[tuple[int, bool]]()

    async def attack() -> None:
        async with three_readers(server, seen):
            await until(server, figures=FIGURES, degraded=False)
            await asyncio.sleep(2)
            before = resident(server)
            path.write_bytes(b"articles: [" + b"x," * (12 * 2**20) + b"x]")
            await until(server, figures=FIGURES, degraded=True, error="yaml-dense")
            assert resident(server) - before < 100

    loops.run(attack())
    assert {count for count, _ in seen} == {FIGURES}
