"""How costs grow with the number of figures: loads, memory, first paint, a change of a filter, the overview.

For each size: loads, and the dashboard beside the floor in a browser. Prints tables in Markdown.
"""

import argparse
import tempfile
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from time import perf_counter
from typing import Final

import browse
import load
import measure
import rerun
import serve
from generate import OF_ARTICLE
from measure import Cost
from serve import Work

LIBRARIES: Final = ("streamlit", "plotly", "pandas", "pydantic", "pyyaml")
SIZES: Final = (50, 5_000, 100_000, 1_000_000)
FILES: Final = 500
LOADS: Final[Mapping[str, str]] = {"first": "first load", "unchanged": "again"}
CHANGES: Final[Mapping[str, str]] = {
    "metric": "another metric, painted",
    "metric cpu": "server CPU of it",
    "region": "one region more, painted",
    "region cpu": "server CPU of it",
    "cold": "cold start, painted",
    "repeat": "repeat visit, painted",
}


def loads(data: Path) -> dict[str, Cost]:
    """Two loads by a user, the first with an empty cache."""
    with tempfile.TemporaryDirectory() as cache:
        return {"first": load.ours(data, cache), "unchanged": load.ours(data, cache)}


OVERVIEW: Final[Mapping[str, str]] = {
    "first": "overview, first reader: s",
    "second": "overview, next reader: s",
    "first cpu": "server CPU s, first",
    "second cpu": "server CPU s, next",
}
LOADING: Final = 600_000
"""Milliseconds that a page may take while the data are loaded."""
_OVERVIEW: Final = ("/?lang=en", ".overview-page .ledger")


def overview(work: Work) -> dict[str, float]:
    """The overview for two readers with nothing cached, of whom the first waits for what is worked out of all figures.

    Its time is from the address to the ledger of themes, which has no charts to wait for. Somebody has looked at the
    list of places before, so that the data are loaded.
    """
    costs: dict[str, float] = {}
    pages = {"loaded": ("/?page=places&lang=en", ".page h1"), "first": _OVERVIEW, "second": _OVERVIEW}
    with browse.chromium() as browser, serve.serve(serve.OURS, work) as server:
        for name, (address, content) in pages.items():
            with closing(browse.new_reader(browser)) as context:
                page, before, start = context.new_page(), server.cpu(), perf_counter()
                page.goto(server.address + address)
                page.locator(content).first.wait_for(timeout=LOADING)
                costs |= {name: perf_counter() - start, f"{name} cpu": server.cpu() - before}
    return costs


def row_of_loads(figures: int, costs: Mapping[str, Cost]) -> list[str]:
    cells = [f"{costs[name].cpu:.3f}" for name in LOADS]
    ratio = f"1/{costs['first'].cpu / costs['unchanged'].cpu:.1f}"
    return [f"{figures:,}", *cells, ratio, *(f"{costs[name].peak:.0f}" for name in LOADS)]


def row_of_changes(figures: int, numbers: Mapping[str, rerun.Numbers]) -> list[str]:
    ours, floor = numbers["ours"], numbers[rerun.FLOOR]
    cells = [f"{figures:,}"]
    for name in CHANGES:
        cells += [f"{ours[name]:.3f}", f"{ours[name] / floor[name]:.2f}"] if name in ours else ["", ""]
    sizes = ("metric kB", "region kB", "resident", "peak", "session")
    return [*cells, *(f"{ours[name]:.1f}" if name in ours else "" for name in sizes)]


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--figures", type=int, nargs="+", default=SIZES, help="how many (default: 50 to 1,000,000)")
    parser.add_argument("--rounds", type=int, default=3, help="in the browser, of which the median counts (default: 3)")
    options = parser.parse_args()
    rows_of_loads, rows_of_changes, rows_of_overview = [], [], []
    for figures in options.figures:
        with tempfile.TemporaryDirectory() as folder:
            work = serve.prepare(Path(folder), figures, files=min(FILES, -(-figures // OF_ARTICLE)))
            rows_of_loads.append(row_of_loads(figures, loads(work.data)))
            apps = [serve.APPS_BY_NAME[rerun.FLOOR], serve.OURS]
            measured = rerun.compare(apps, work, options.rounds, charts=rerun.least_charts(figures))
            rows_of_changes.append(row_of_changes(figures, measured))
            costs = overview(work)
            rows_of_overview.append([f"{figures:,}", *(f"{costs[name]:.2f}" for name in OVERVIEW)])
    print(f"{measure.machine(LIBRARIES)}. Median of {options.rounds}.\n")
    heads = [f"{head}: CPU s" for head in LOADS.values()]
    peaks = [f"peak MB, {head}" for head in LOADS.values()]
    print(measure.table(["figures", *heads, "again ÷ first", *peaks], rows_of_loads))
    columns = [cell for head in CHANGES.values() for cell in (f"{head}: s", "÷ floor")]
    sizes = ["kB, another metric", "kB, one region more", "server MB resident", "at its peak", "MB a session"]
    print(f"\n{measure.table(['figures', *columns, *sizes], rows_of_changes)}")
    print(f"\n{measure.table(['figures', *OVERVIEW.values()], rows_of_overview)}")


if __name__ == "__main__":
    main()
