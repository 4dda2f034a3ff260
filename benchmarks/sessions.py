"""Many readers at once, each changing a filter every few seconds: how long a change takes, and what the server needs.

The readers are websocket sessions without a browser, all in this process, which shares the processors with the server.
Prints a table in Markdown.
"""

import argparse
import asyncio
import math
import random
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from typing import Final

import measure
import serve
import talk
from serve import App, Server, Work
from talk import Session
from websockets.exceptions import WebSocketException

LIBRARIES: Final = ("streamlit", "plotly", "pandas", "websockets")
DEFAULT: Final = ("floor", "naive", "ours")
EVERY: Final = 5.0
"""Seconds between two changes of a reader; one who has waited longer makes the next change at once."""
FEWEST: Final = 10
"""The fewest changes of a run: a single reader reads long enough for these."""
PATIENCE: Final = 60.0
"""Seconds after which a reader who waits for a change counts as lost."""
ARRIVALS: Final = 4
"""Readers who may arrive at the same time."""
MANY: Final = 40
"""With fewer readers the memory of a session cannot be told from what the allocator holds in reserve."""
METRIC: Final = "Metric"


@dataclass
class Crowd:
    """What happened to the readers of an app: seconds of each change, changes with an error, readers lost."""

    seconds: list[float] = field(default_factory=list)
    errors: int = 0
    lost: int = 0


@dataclass(frozen=True)
class Outcome:
    """A crowd; processor seconds of the server for each change; its megabytes for each session, and in all."""

    crowd: Crowd
    cpu: float
    session: float
    resident: float


async def watch(app: App, server: Server, readers: int, seconds: float) -> Outcome:
    """Let readers use an app; all have arrived before the first of them changes anything."""
    crowd, arrivals = Crowd(), asyncio.Semaphore(ARRIVALS)
    async with AsyncExitStack() as stack:

        async def arrive() -> Session | None:
            async with arrivals:
                try:
                    session = await stack.enter_async_context(talk.visit(server.address, app.query))
                    await asyncio.wait_for(session.arrive(), PATIENCE)
                except (OSError, WebSocketException):
                    crowd.lost += 1
                    return None
                return session

        async def arrive_together(readers: int) -> list[Session]:
            return [session for session in await asyncio.gather(*(arrive() for _ in range(readers))) if session]

        first = await arrive_together(min(ARRIVALS, readers))
        alone = server.memory()  # with as many threads as will ever run at the same time
        others = await arrive_together(readers - ARRIVALS)
        present = [*first, *others]
        megabytes = (server.memory() - alone) / len(others) if len(others) >= MANY else math.nan
        before = server.cpu()
        until = time.monotonic() + max(seconds, FEWEST * EVERY / readers)
        await asyncio.gather(*(_read(session, number, until, crowd) for number, session in enumerate(present)))
        spent = (server.cpu() - before) / max(1, len(crowd.seconds))
        return Outcome(crowd, spent, megabytes, server.resident())


async def _read(session: Session, number: int, until: float, crowd: Crowd) -> None:
    """Change the metric every few seconds; each reader begins at a different moment and with a different metric."""
    chance = random.Random(number)
    await asyncio.sleep(chance.uniform(0, EVERY))
    metrics = [option.partition(" (")[0].rpartition(" ")[2] for option in session.widgets[METRIC].options]
    turn = number
    while time.monotonic() < until:
        began, turn, errors = time.monotonic(), turn + 1, session.errors
        try:
            crowd.seconds.append(await asyncio.wait_for(session.choose(METRIC, metrics[turn % len(metrics)]), PATIENCE))
        except (OSError, WebSocketException):
            crowd.lost += 1
            return
        crowd.errors += session.errors > errors
        await asyncio.sleep(max(0.0, began + EVERY - time.monotonic()))


def row(name: str, readers: int, outcome: Outcome) -> list[str]:
    crowd = outcome.crowd
    p95 = quantiles(crowd.seconds, n=20, method="inclusive")[-1] if len(crowd.seconds) > 1 else math.nan
    middle = median(crowd.seconds) if crowd.seconds else math.nan
    return [
        *(name, f"{readers}", f"{len(crowd.seconds)}", f"{middle:.3f}", f"{p95:.3f}"),
        *(f"{crowd.errors}", f"{crowd.lost}", f"{outcome.cpu:.3f}"),
        *("" if math.isnan(outcome.session) else f"{outcome.session:.2f}", f"{outcome.resident:.0f}"),
    ]


def compare(apps: Sequence[App], work: Work, counts: Sequence[int], seconds: float) -> str:
    """The table: for each number of readers every app, on a server of its own."""
    heads = (
        *("app", "readers", "changes", "p50: s", "p95: s", "with errors", "lost", "server CPU a change: s"),
        *("MB a session", "server MB resident"),
    )
    rows = []
    for readers in counts:
        for app in apps:
            with serve.serve(app, work) as server:
                rows.append(row(app.name, readers, asyncio.run(watch(app, server, readers, seconds))))
            print(" ".join(rows[-1]), file=sys.stderr)
    return measure.table(heads, rows)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--figures", type=int, default=5_000, help="how many to generate (default: 5,000)")
    parser.add_argument("--readers", type=int, nargs="+", default=[1, 10, 50, 100, 200], help="how many at once")
    parser.add_argument("--seconds", type=float, default=30, help="how long they read, at least (default: 30)")
    parser.add_argument("--apps", nargs="+", choices=DEFAULT, default=DEFAULT, help="which (default: all)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        work = serve.prepare(Path(folder), options.figures)
        apps = [serve.APPS_BY_NAME[name] for name in options.apps]
        table = compare(apps, work, options.readers, options.seconds)
    print(f"{measure.machine(LIBRARIES)}. {options.figures:,} figures, a change every {EVERY:.0f} s.\n\n{table}")


if __name__ == "__main__":
    main()
