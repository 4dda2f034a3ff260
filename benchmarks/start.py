"""How long it takes to begin: a check of the shipped file, and the dashboard's import, beside what both must import.

Every measurement is a whole process; the programs take turns. Their bytecode is kept, as it is for users from the
second start on. Prints a table in Markdown.
"""

import argparse
import os
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

import measure

CHECK: Final = "import sys; from indicators.__main__ import program; sys.exit(program())"
PROGRAMS: Final = (
    ("import yaml, pydantic", "import yaml, pydantic"),
    ("… and its BaseModel", "import yaml; from pydantic import BaseModel"),
    ("… and a class of one field", "import yaml, pydantic\nclass One(pydantic.BaseModel):\n    field: str"),
    ("indicators check", CHECK),
)
"""The name of each, and what it does; pydantic imports only what is asked for."""
SERVER: Final = "import os, streamlit.web.bootstrap, streamlit.web.server, {imports}; os._exit(0)"
"""Without what Python tidies up at its end, which a server never comes to."""
DASHBOARDS: Final = (
    ("Streamlit's server and pandas", SERVER.format(imports="pandas, pyarrow.compute")),
    ("… and the dashboard", SERVER.format(imports="indicators.ui.app")),
)


def compare(programs: tuple[tuple[str, str], ...], times: int) -> list[list[str]]:
    """A row of each: seconds of processor, the same on the clock, and how often the first's; all in turns."""
    for _, program in programs:
        measure.run(program, "check")
    rounds = [[measure.run(program, "check") for _, program in programs] for _ in range(times)]
    rows = []
    for (name, _), costs in zip(programs, zip(*rounds, strict=True), strict=True):
        cost = measure.middle(costs)
        ratio = median(cost.cpu / first.cpu for cost, (first, *_) in zip(costs, rounds, strict=True))
        rows.append([name, f"{cost.cpu:.3f} s", f"{cost.wall:.3f} s", f"{ratio:.2f}"])
    return rows


def main() -> None:
    """Measure, and print the tables."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=15, help="rounds of which the median counts (default: 15)")
    options = parser.parse_args()
    os.chdir(Path(__file__).parents[1])
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
        os.environ["PYTHONPYCACHEPREFIX"] = folder
        print(f"{measure.machine(('pyyaml', 'pydantic', 'streamlit', 'pandas'))}. Median of {options.times}.")
        for programs in (PROGRAMS, DASHBOARDS):
            heads = ["", "processor", "clock", "÷ the first"]
            print(f"\n{measure.table(heads, compare(programs, options.times))}")


if __name__ == "__main__":
    main()
