"""What hosting promises, each promise measured and set beside its limit: sessions, memory, headers, publishing, paint.

Takes minutes, and means something only on a machine that does nothing else. Prints a table in Markdown.
"""

import argparse
import asyncio
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from typing import Final
from urllib.parse import urlsplit

import measure
import serve
import sessions
import talk
from browse import chromium
from playwright.sync_api import Browser
from serve import APPS_BY_NAME, OURS, ROOT, Server, Work

LIBRARIES: Final = ("streamlit", "starlette", "uvicorn", "websockets")
FILES: Final = 16_384
"""Open files that docs/hosting.md asks for."""
KEPT: Final = 150
"""Connections after which memory is flat: Streamlit keeps 128 sessions that have lost theirs."""
REQUESTS: Final = 400
ROUNDS: Final = 5
VISITS: Final = 7
HEADING: Final = "() => document.querySelectorAll('[data-testid=stMain] :is(h1, h2, h3)').length > 0"
PAINT: Final = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
"""Falsy until the browser has told, which it does some time after the words are there."""


@dataclass(frozen=True)
class Options:
    """How much is measured, and against which revision of the repository the first paint."""

    readers: int
    sessions: int
    connections: int
    seconds: float
    before: str


@dataclass(frozen=True)
class Row:
    """A promise, what was measured, its limit, and the unit of both; infinity is no limit."""

    promise: str
    measured: float
    limit: float
    unit: str

    @property
    def cells(self) -> list[str]:
        if math.isinf(self.limit):
            return [self.promise, f"{self.measured:.3g} {self.unit}", "", ""]
        kept = "yes" if self.measured <= self.limit else "**no**"
        return [self.promise, f"{self.measured:.3g} {self.unit}", f"{self.limit:g} {self.unit}", kept]


def of_readers(work: Work, options: Options) -> Iterator[Row]:
    """Readers who each choose another metric every five seconds."""
    for count, limit in ((options.readers, 0.3), (options.sessions, math.inf)):
        with serve.serve(OURS, work) as server:
            outcome = asyncio.run(sessions.watch(OURS, server, count, options.seconds))
        crowd = outcome.crowd
        p95 = quantiles(crowd.seconds, n=20, method="inclusive")[-1]
        yield Row(f"{count} readers: 95 % of changes within", p95, limit, "s")
        yield Row(f"{count} readers: lost, or with an error", crowd.lost + crowd.errors, 0, "of them")
        yield Row(f"{count} readers: resident", outcome.resident, math.inf, "MB")


def of_connections(work: Work, options: Options) -> Iterator[Row]:
    """Readers who come and go one after the other, two of three before they have seen anything."""

    async def come_and_go(server: Server, times: int) -> None:
        for number in range(times):
            async with talk.visit(server.address, OURS.query) as session:
                if number % 3 == 0:
                    await session.arrive()

    with serve.serve(OURS, work) as server:
        asyncio.run(come_and_go(server, KEPT))
        before = server.resident()
        asyncio.run(come_and_go(server, options.connections))
        grown = server.resident() - before
        files = len([*Path(f"/proc/{server.pid}/fd").iterdir()])
    yield Row(f"{options.connections} connections more: memory grows by", max(0.0, grown), 30, "MB")
    yield Row(f"{options.connections} connections more: open files", files, 9 + 3 * 128 + 40, "")


def of_headers(work: Work, _options: Options) -> Iterator[Row]:
    """An answer of Streamlit itself, through our middleware and without it; the servers take turns."""
    with serve.serve(OURS, work) as ours, serve.serve(APPS_BY_NAME["floor"], work) as plain:
        rounds = [(_answers(ours), _answers(plain)) for _ in range(ROUNDS)]
    slower = median(own / other for own, other in rounds)
    added = median(own - other for own, other in rounds) * 1_000
    yield Row("headers and routes: an answer ÷ one of plain Streamlit", slower, math.inf, "")
    yield Row("headers and routes: added to each answer", added, 1, "ms")


def _answers(server: Server) -> float:
    """Seconds of an answer that needs no work, on one connection."""
    connection = HTTPConnection(urlsplit(server.address).netloc, timeout=60)
    began = time.perf_counter()
    for _ in range(REQUESTS):
        connection.request("GET", "/_stcore/health")
        connection.getresponse().read()
    spent = time.perf_counter() - began
    connection.close()
    return spent / REQUESTS


def of_publishing(_work: Work, _options: Options) -> Iterator[Row]:
    """From a fresh clone to a folder that can be served, and once more with nothing changed."""
    with tempfile.TemporaryDirectory() as name:
        clone, out, cache = Path(name, "clone"), Path(name, "site"), Path(name, "cache")
        cache.mkdir()
        began = time.perf_counter()
        subprocess.run(["git", "clone", "-q", ROOT, clone], check=True)  # noqa: S607  # wherever git is
        command = [sys.executable, "-m", "indicators", "publish", "site", "--to", str(out)]
        environment = {**os.environ, "PYTHONPATH": str(clone), "XDG_CACHE_HOME": str(cache)}
        spent = []
        for _ in range(2):
            subprocess.run(command, cwd=clone, env=environment, check=True, stdout=sys.stderr)
            spent.append(time.perf_counter() - began)
            began = time.perf_counter()
    yield Row("fresh clone → published folder", spent[0], 60, "s")
    yield Row("the same again", spent[1], 5, "s")


def of_paint(work: Work, options: Options) -> Iterator[Row]:
    """The overview, for readers with nothing cached, beside that of another revision; they take turns."""
    with _tree(options.before) as tree, chromium() as browser:
        home = replace(OURS, page="/")
        earlier = replace(home, program=tree / "dashboard.py", home=tree)
        with serve.serve(home, work) as now, serve.serve(earlier, work) as before:
            for server in (now, before):
                _paint(browser, server)  # which loads the data
            rounds = [(_paint(browser, now), _paint(browser, before)) for _ in range(VISITS)]
    for index, name in enumerate(("first contentful paint", "first heading")):
        ratio = median(ours[index] / others[index] for ours, others in rounds)
        yield Row(f"{name} ÷ that of {options.before}", ratio, 1.05, "")
        yield Row(name, median(ours[index] for ours, _ in rounds), math.inf, "s")


@contextmanager
def _tree(revision: str) -> Iterator[Path]:
    """The files of another revision of this repository, while they are needed."""
    with tempfile.TemporaryDirectory() as name:
        archive = subprocess.run(["git", "archive", revision], cwd=ROOT, check=True, stdout=subprocess.PIPE)  # noqa: S607
        subprocess.run(["tar", "-x", "-C", name], input=archive.stdout, check=True)  # noqa: S607
        yield Path(name)


def _paint(browser: Browser, server: Server) -> tuple[float, float]:
    """Seconds to the first paint, and to the first heading, of a reader with nothing cached."""
    context = browser.new_context(locale="en-GB", viewport={"width": 1440, "height": 900})
    page = context.new_page()
    began = time.perf_counter()
    page.goto(server.address)
    page.wait_for_function(HEADING)
    heading, painted = time.perf_counter() - began, float(page.wait_for_function(PAINT).json_value()) / 1_000
    context.close()
    return painted, heading


PARTS: Final[Mapping[str, Callable[[Work, Options], Iterator[Row]]]] = {
    "readers": of_readers,
    "connections": of_connections,
    "headers": of_headers,
    "publishing": of_publishing,
    "paint": of_paint,
}


def rows(parts: Sequence[str], work: Work, options: Options) -> Iterator[Row]:
    """What was measured of each part; each row is printed as it comes, too, since all take long."""
    for part in parts:
        for row in PARTS[part](work, options):
            print(" | ".join(row.cells), file=sys.stderr)
            yield row


def main() -> None:
    """Measure, and print the table; 1 where a promise is not kept."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=[*PARTS], help="which (default: all)")
    parser.add_argument("--figures", type=int, default=5_000, help="how many to generate (default: 5,000)")
    parser.add_argument("--readers", type=int, default=200, help="at once, measured by p95 (default: 200)")
    parser.add_argument("--sessions", type=int, default=300, help="at once, all served (default: 300)")
    parser.add_argument("--connections", type=int, default=500, help="that come and go (default: 500)")
    parser.add_argument("--seconds", type=float, default=30, help="how long readers read (default: 30)")
    parser.add_argument("--before", default="HEAD~20", help="revision for the first paint (default: HEAD~20)")
    given = parser.parse_args()
    options = Options(given.readers, given.sessions, given.connections, given.seconds, given.before)
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(FILES, most), most))
    with tempfile.TemporaryDirectory() as folder:
        measured = [*rows(given.parts, serve.prepare(Path(folder), given.figures), options)]
    print(f"{measure.machine(LIBRARIES)}. {given.figures:,} figures.\n")
    print(measure.table(("", "measured", "limit", "kept"), [row.cells for row in measured]))
    sys.exit(any(row.measured > row.limit for row in measured))


if __name__ == "__main__":
    main()
