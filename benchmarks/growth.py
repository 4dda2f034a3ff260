"""How costs grow with the number of figures: loads, memory, first paint, a change of a filter.

For each size: loads, and the dashboard beside the floor in a browser. Prints tables in Markdown.
"""

import argparse
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import load
import measure
import rerun
import serve
from generate import OF_ARTICLE
from measure import Cost

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
    rows_of_loads, rows_of_changes = [], []
    for figures in options.figures:
        with tempfile.TemporaryDirectory() as folder:
            work = serve.prepare(Path(folder), figures, files=min(FILES, -(-figures // OF_ARTICLE)))
            rows_of_loads.append(row_of_loads(figures, loads(work.data)))
            apps = [serve.APPS_BY_NAME[rerun.FLOOR], serve.OURS]
            measured = rerun.compare(apps, work, options.rounds, charts=rerun.least_charts(figures))
            rows_of_changes.append(row_of_changes(figures, measured))
    print(f"{measure.machine(LIBRARIES)}. Median of {options.rounds}.\n")
    heads = [f"{head}: CPU s" for head in LOADS.values()]
    peaks = [f"peak MB, {head}" for head in LOADS.values()]
    print(measure.table(["figures", *heads, "again ÷ first", *peaks], rows_of_loads))
    columns = [cell for head in CHANGES.values() for cell in (f"{head}: s", "÷ floor")]
    sizes = ["kB, another metric", "kB, one region more", "server MB resident", "at its peak", "MB a session"]
    print(f"\n{measure.table(['figures', *columns, *sizes], rows_of_changes)}")


if __name__ == "__main__":
    main()
