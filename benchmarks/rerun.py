"""The same work in several apps, driven in Chromium: what a change of a filter, a visit and a session cost.

The apps take turns, so that other work on the machine slows all of them alike. Prints tables in Markdown.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

import browse
import measure
import serve
from browse import Choose, Reader
from playwright.sync_api import Browser
from serve import App, Server, Work

Numbers = dict[str, float]
LIBRARIES: Final = ("streamlit", "plotly", "pandas", "dash", "panel", "playwright")
DEFAULT: Final = ("floor", "naive", "ours", "dash", "panel")
FLOOR: Final = "floor"
FEW: Final = 1_000
"""With fewer figures than this not every chart has something to compare."""
TABS: Final = 6
"""Pages that are opened in addition to the first one to measure the memory of a session."""
CHANGES: Final[Mapping[str, str]] = {
    "metric": "another metric, painted",
    "metric cpu": "server CPU of it",
    "region": "one region more, painted",
    "region cpu": "server CPU of it",
}
VISITS: Final[Mapping[str, str]] = {
    "cold": "cold start, painted",
    "first": "of which the page",
    "repeat": "repeat visit, painted",
}
SIZES: Final[Mapping[str, str]] = {
    "figures": "figures drawn",
    "metric kB": "kB, another metric",
    "region kB": "kB, one region more",
    "resident": "server MB resident",
    "peak": "at its peak",
    "session": "MB a session",
}
"""Names of numbers → heads of columns; times are in seconds."""


def round_of(app: App, work: Work, browser: Browser, charts: int | None) -> Numbers:
    """One round: a new server, a reader with nothing cached, all changes, and a second visit."""
    metrics, regions = work.steps()
    widgets = browse.WIDGETS[app.name]
    with serve.serve(app, work) as server, closing(browse.new_reader(browser)) as context:
        reader = Reader(context.new_page(), widgets, charts)
        reader.page.goto(server.address + app.page)
        first = reader.painted()
        numbers: Numbers = {"cold": server.start + first, "first": first}
        numbers |= _changes("metric", widgets.metric, metrics, reader, server)
        if len(regions) > 1:
            replace(reader, charts=None).choose(widgets.region, regions[0])  # there is no chart of one region
            numbers |= _changes("region", widgets.region, regions[1:], reader, server)
        numbers |= {"resident": server.resident(), "peak": server.peak()}
        reader.page.close()
        again = Reader(context.new_page(), widgets, charts)
        again.page.goto(server.address + app.page)
        numbers["repeat"] = again.painted()
        return numbers


def _changes(name: str, choose: Choose, options: Sequence[str], reader: Reader, server: Server) -> Numbers:
    """The median time of the changes, and the mean processor time that the server spent on each, in seconds."""
    before = server.cpu()
    seconds = median([reader.choose(choose, option) for option in options])
    return {name: seconds, f"{name} cpu": (server.cpu() - before) / len(options)}


def sizes_of(app: App, work: Work, browser: Browser, charts: int | None, picture: Path | None) -> Numbers:
    """What does not depend on the speed of the machine: figures drawn, bytes received, memory of a session.

    A round of its own, because counting bytes takes the browser time.
    """
    metrics, regions = work.steps()
    widgets = browse.WIDGETS[app.name]
    with serve.serve(app, work) as server, closing(browse.new_reader(browser)) as context:
        page = context.new_page()
        received = browse.Received(page)
        reader = Reader(page, widgets, charts)
        page.goto(server.address + app.page)
        reader.painted()
        numbers: Numbers = {"metric kB": _received(partial(reader.choose, widgets.metric), metrics, received)}
        numbers["figures"] = reader.figures()
        if picture:
            browse.picture(page, picture / f"{app.name}.png")
        if len(regions) > 1:
            replace(reader, charts=None).choose(widgets.region, regions[0])  # there is no chart of one region
            numbers["region kB"] = _received(partial(reader.choose, widgets.region), regions[1:], received)
        alone = server.memory()
        for _ in range(TABS):
            tab = Reader(context.new_page(), widgets, charts)
            tab.page.goto(server.address + app.page)
            tab.painted()
        return numbers | {"session": (server.memory() - alone) / TABS}


def _received(choose: Callable[[str], float], options: Sequence[str], received: browse.Received) -> float:
    """Kilobytes received for each change."""
    before = received.total
    for option in options:
        choose(option)
    return (received.total - before) / len(options) / 1_000


def compare(
    apps: Sequence[App],
    work: Work,
    rounds: int,
    *,
    charts: int | None = browse.CHARTS,
    picture: Path | None = None,
) -> dict[str, Numbers]:
    """The medians of each app over several rounds, in which the apps take turns; ``charts`` as in browse.Reader."""
    with browse.chromium() as browser:
        measured = {app.name: [sizes_of(app, work, browser, charts, picture)] for app in apps}
        for number in range(rounds):
            for app in apps:
                measured[app.name].append(round_of(app, work, browser, charts))
                print(f"round {number + 1} of {rounds}: {app.name}", file=sys.stderr)
    return {name: _medians(rounds_of_app) for name, rounds_of_app in measured.items()}


def least_charts(figures: int) -> int | None:
    """How many charts an app draws at least of so many figures; None for any number."""
    return None if figures < FEW else browse.CHARTS


def _medians(rounds: Sequence[Numbers]) -> Numbers:
    """The median of each number over the rounds that have it."""
    names = dict.fromkeys(name for numbers in rounds for name in numbers)
    return {name: median([numbers[name] for numbers in rounds if name in numbers]) for name in names}


def tables(measured: Mapping[str, Numbers]) -> str:
    """Times, each with its ratio to the floor's, and sizes."""
    floor = measured.get(FLOOR, {})

    def row(name: str, heads: Mapping[str, str], form: str, *, ratio: bool) -> list[str]:
        cells = [name]
        for key in heads:
            value = measured[name].get(key)
            cells.append("" if value is None else f"{value:{form}}")
            if ratio:
                cells.append(f"{value / floor[key]:.2f}" if value is not None and key in floor else "")
        return cells

    parts = []
    for heads in (CHANGES, VISITS):
        columns = ["app"] + [cell for head in heads.values() for cell in (f"{head}: s", "÷ floor")]
        parts.append(measure.table(columns, [row(name, heads, ".3f", ratio=True) for name in measured]))
    parts.append(measure.table(["app", *SIZES.values()], [row(name, SIZES, ".1f", ratio=False) for name in measured]))
    return "\n\n".join(parts)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--figures", type=int, default=5_000, help="how many to generate (default: 5,000)")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, of which the median counts (default: 5)")
    parser.add_argument("--apps", nargs="+", choices=serve.APPS_BY_NAME, default=DEFAULT, help="which (default: all)")
    parser.add_argument("--pictures", type=Path, help="folder for a picture of each app")
    options = parser.parse_args()
    apps = [serve.APPS_BY_NAME[name] for name in options.apps]
    with tempfile.TemporaryDirectory() as folder:
        work = serve.prepare(Path(folder), options.figures)
        charts = least_charts(options.figures)
        measured = compare(apps, work, options.rounds, charts=charts, picture=options.pictures)
    print(f"{measure.machine(LIBRARIES)}. {options.figures:,} figures, median of {options.rounds} rounds.\n")
    print(tables(measured))


if __name__ == "__main__":
    main()
