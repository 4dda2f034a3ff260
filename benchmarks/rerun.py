"""The same work in several apps, as a reader in Chromium meets it: what a change of a filter costs, a visit, a session.

The apps take turns, so that what else runs on the machine hits all alike. Prints tables in Markdown.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
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
TABS: Final = 6
"""Pages that are open beside the first one when the memory of a session is measured."""
CHANGES: Final[Mapping[str, str]] = {
    "metric": "another metric, painted",
    "metric cpu": "server CPU of it",
    "region": "one region more, painted",
    "region cpu": "server CPU of it",
}
VISITS: Final[Mapping[str, str]] = {
    "cold": "cold start, painted",
    "first": "of it the page",
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
    """One round: a server that has just started, a reader who was never here, all changes, and a second visit."""
    metrics, regions = work.steps()
    hands = browse.HANDS[app.name]
    with serve.serve(app, work) as server, closing(browse.new_reader(browser)) as context:
        reader = Reader(context.new_page(), hands, charts)
        reader.page.goto(server.address + app.page)
        first = reader.painted()
        found: Numbers = {"cold": server.start + first, "first": first}
        found |= _changes("metric", hands.metric, metrics, reader, server)
        if len(regions) > 1:
            replace(reader, charts=None).choose(hands.region, regions[0])  # a chart that compares regions has none now
            found |= _changes("region", hands.region, regions[1:], reader, server)
        found |= {"resident": server.resident(), "peak": server.peak()}
        reader.page.close()
        again = Reader(context.new_page(), hands, charts)
        again.page.goto(server.address + app.page)
        found["repeat"] = again.painted()
        return found


def _changes(name: str, choose: Choose, options: Sequence[str], reader: Reader, server: Server) -> Numbers:
    """The median seconds of the changes, and the mean of what the server spent on each."""
    before = server.cpu()
    seconds = median([reader.choose(choose, option) for option in options])
    return {name: seconds, f"{name} cpu": (server.cpu() - before) / len(options)}


def sizes_of(app: App, work: Work, browser: Browser, charts: int | None, picture: Path | None) -> Numbers:
    """What does not depend on how fast the machine is, in a round whose times do not count: the browser tells along."""
    metrics, regions = work.steps()
    hands = browse.HANDS[app.name]
    with serve.serve(app, work) as server, closing(browse.new_reader(browser)) as context:
        page = context.new_page()
        received = browse.Received(page)
        reader = Reader(page, hands, charts)
        page.goto(server.address + app.page)
        reader.painted()
        found: Numbers = {"metric kB": _received(lambda one: reader.choose(hands.metric, one), metrics, received)}
        found["figures"] = reader.figures()
        if picture:
            browse.picture(page, picture / f"{app.name}.png")
        if len(regions) > 1:
            replace(reader, charts=None).choose(hands.region, regions[0])  # a chart that compares regions has none now
            found["region kB"] = _received(lambda one: reader.choose(hands.region, one), regions[1:], received)
        alone = server.memory()
        for _ in range(TABS):
            tab = Reader(context.new_page(), hands, charts)
            tab.page.goto(server.address + app.page)
            tab.painted()
        return found | {"session": (server.memory() - alone) / TABS}


def _received(choose: Callable[[str], float], options: Sequence[str], received: browse.Received) -> float:
    """Kilobytes that come in for each change."""
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
    """The medians of each app over so many rounds, in which the apps take turns; ``charts`` as in browse.Reader."""
    with browse.chromium() as browser:
        found = {app.name: [sizes_of(app, work, browser, charts, picture)] for app in apps}
        for number in range(rounds):
            for app in apps:
                found[app.name].append(round_of(app, work, browser, charts))
                print(f"round {number + 1} of {rounds}: {app.name}", file=sys.stderr)
    names = {name: dict.fromkeys(key for one in of_app for key in one) for name, of_app in found.items()}
    return {
        name: {key: median([one[key] for one in of_app if key in one]) for key in names[name]}
        for name, of_app in found.items()
    }


def tables(found: Mapping[str, Numbers]) -> str:
    """Times with what they are to the floor's, and sizes."""
    floor = found.get(FLOOR, {})

    def row(name: str, heads: Mapping[str, str], form: str, *, ratio: bool) -> list[str]:
        cells = [name]
        for key in heads:
            value = found[name].get(key)
            cells.append("" if value is None else f"{value:{form}}")
            if ratio:
                cells.append(f"{value / floor[key]:.2f}" if value is not None and key in floor else "")
        return cells

    parts = []
    for heads in (CHANGES, VISITS):
        columns = ["app"] + [cell for head in heads.values() for cell in (f"{head}: s", "÷ floor")]
        parts.append(measure.table(columns, [row(name, heads, ".3f", ratio=True) for name in found]))
    parts.append(measure.table(["app", *SIZES.values()], [row(name, SIZES, ".1f", ratio=False) for name in found]))
    return "\n\n".join(parts)


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--figures", type=int, default=5_000, help="how many to generate (default: 5,000)")
    parser.add_argument("--rounds", type=int, default=5, help="of which the median counts (default: 5)")
    parser.add_argument("--apps", nargs="+", choices=serve.APPS_BY_NAME, default=DEFAULT, help="which (default: all)")
    parser.add_argument("--pictures", type=Path, help="folder for a picture of each app")
    options = parser.parse_args()
    apps = [serve.APPS_BY_NAME[name] for name in options.apps]
    with tempfile.TemporaryDirectory() as folder:
        work = serve.prepare(Path(folder), options.figures)
        found = compare(apps, work, options.rounds, picture=options.pictures)
    print(f"{measure.machine(LIBRARIES)}. {options.figures:,} figures, median of {options.rounds} rounds.\n")
    print(tables(found))


if __name__ == "__main__":
    main()
