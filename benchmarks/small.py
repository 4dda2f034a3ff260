"""A small benchmark for every change: the exit code is 1 if a ratio is far worse than the committed one.

The ratios compare processor times and bytes within this one run, so they hold on a slow or a busy machine, too.
``--write`` makes what is measured now the committed ratios.
"""

import argparse
import asyncio
import json
import sys
import tempfile
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from typing import Final

import load
import measure
import rerun
import serve
import talk

COMMITTED: Final = Path(__file__).parent / "results" / "small.json"
FIGURES: Final = 2_000
LOADED: Final = 10_000
"""Figures that are loaded: enough to be kept as columns."""
FILES: Final = 50
TIMES: Final = 3
FAR_OFF: Final = 2.0
METRICS: Final = ("Taxes-paid", "Throughput", "Project-investment", "Grants", "Farmland", "Talent", "Enterprises")


def loads() -> dict[str, float]:
    """The loads of load.py, as ratios to a plain loader and to the first load."""
    costs = load.compare(LOADED, FILES, TIMES)
    first = costs["ours, first"].cpu
    return {
        "first load ÷ CSafeLoader + pydantic": first / costs["CSafeLoader + pydantic"].cpu,
        "unchanged load ÷ first load": costs["ours, unchanged"].cpu / first,
    }


async def changes(work: serve.Work) -> dict[str, float]:
    """Processor time and bytes of a change of the metric, as ratios to the floor; both apps take turns."""
    spent: dict[str, list[float]] = {}
    sent: dict[str, list[float]] = {}
    async with AsyncExitStack() as stack:
        present = []
        for app in (serve.APPS_BY_NAME[rerun.FLOOR], serve.OURS):
            server = stack.enter_context(serve.serve(app, work))
            session = await stack.enter_async_context(talk.visit(server.address, app.query))
            await session.arrive()
            present.append((app.name, server, session))
        for metric in METRICS:
            for name, server, session in present:
                before, received = server.cpu(), session.received
                await session.choose("Metric", metric)
                spent.setdefault(name, []).append(server.cpu() - before)
                sent.setdefault(name, []).append(session.received - received)
        if any(session.errors for _, _, session in present):
            sys.exit("a page shows an error")
    return {
        "server CPU of a change ÷ floor": median(spent["ours"]) / median(spent[rerun.FLOOR]),
        "bytes of a change ÷ floor": median(sent["ours"]) / median(sent[rerun.FLOOR]),
    }


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and compare; returns the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--write", action="store_true", help="commit these ratios")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        ratios = loads() | asyncio.run(changes(serve.prepare(Path(folder), FIGURES)))
    if options.write:
        rounded = {name: round(value, 3) for name, value in ratios.items()}
        COMMITTED.write_text(json.dumps(rounded, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    committed: dict[str, float] = json.loads(COMMITTED.read_text(encoding="utf-8"))
    rows = [
        [name, f"{value:.3f}", f"{committed[name]:.3f}", f"{value / committed[name]:.2f}"]
        for name, value in ratios.items()
    ]
    print(f"{measure.machine()}. {FIGURES:,} figures.\n")
    print(measure.table(["", "now", "committed", "now ÷ committed"], rows))
    worse = [name for name, value in ratios.items() if value > FAR_OFF * committed[name]]
    for name in worse:
        print(f"\nfar worse than committed: {name}")
    return int(bool(worse))


if __name__ == "__main__":
    sys.exit(main())
