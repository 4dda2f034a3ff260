"""How long a dataset takes to load: first and again, beside YAML loaders and a plain model.

Each load is a process of its own, which has made its imports before; the programs take turns. Prints a table in
Markdown.
"""

import argparse
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

import measure
from measure import Cost

SLOW: Final = "safe_load + pydantic"
SLOW_SHARE: Final = 10
"""The pure Python loader reads a tenth of the figures, and its time is multiplied."""
PLAIN: Final = "import yaml, plain"
READ: Final = "plain.check([yaml.load(file.read_bytes(), yaml.{loader}) for file in sorted(path.glob('*.yaml'))])"
DOCUMENTS: Final = "import gc; from indicators.loading import loader"
VALIDATED: Final = "gc.disable(); loader.read_documents(loader.files(path), [], loader.no_progress).documents[1]"
"""What the loaders do that stand beside it, and places for errors."""
CHECKED: Final = "assert loader.load(path).dataset"
OURS: Final = "from indicators.loading import cache"
LOAD: Final = "assert cache.load(path).dataset"


def round_of(folder: Path, part: Path) -> dict[str, Cost]:
    """One run of each program; ``part`` is a folder with a tenth of the figures."""
    slow = measure.inside(PLAIN, READ.format(loader="SafeLoader"), str(part))
    with tempfile.TemporaryDirectory() as cache:
        return {
            SLOW: replace(slow, cpu=slow.cpu * SLOW_SHARE, wall=slow.wall * SLOW_SHARE),
            "CSafeLoader + pydantic": measure.inside(PLAIN, READ.format(loader="CSafeLoader"), str(folder)),
            "ours, read and validated, with places": measure.inside(DOCUMENTS, VALIDATED, str(folder)),
            "ours, with all checks across figures": measure.inside(DOCUMENTS, CHECKED, str(folder)),
            "ours, first": ours(folder, cache),
            "ours, unchanged": ours(folder, cache),
        }


def ours(folder: Path, cache: str) -> Cost:
    """A load by a user whose cache folder is ``cache``."""
    return measure.inside(OURS, LOAD, str(folder), environment={"INDICATORS_CACHE": cache})


def compare(figures: int, files: int, times: int) -> dict[str, Cost]:
    """The medians of so many rounds."""
    with tempfile.TemporaryDirectory() as place:
        folder, part = Path(place, "all"), Path(place, "part")
        generate(folder, figures, files)
        generate(part, figures // SLOW_SHARE, max(1, files // SLOW_SHARE))
        rounds = [round_of(folder, part) for _ in range(times)]
    return {name: measure.middle([costs[name] for costs in rounds]) for name in rounds[0]}


def generate(folder: Path, figures: int, files: int) -> None:
    """Write so many figures into a folder, in a process of its own."""
    program = Path(__file__).with_name("generate.py")
    options = ["--figures", str(figures), "--files", str(files)]
    subprocess.run([sys.executable, program, folder, *options], check=True)


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--figures", type=int, default=100_000, help="how many to generate (default: 100,000)")
    parser.add_argument("--files", type=int, default=500, help="in how many files of articles (default: 500)")
    parser.add_argument("--times", type=int, default=3, help="rounds of which the median counts (default: 3)")
    options = parser.parse_args()
    costs = compare(options.figures, options.files, options.times)
    print(f"{measure.machine()}. {options.figures:,} figures in {options.files} files, median of {options.times}.\n")
    slow = costs[SLOW].cpu
    rows = [
        [name, f"{cost.cpu:.2f} s", f"1/{slow / cost.cpu:.1f}", f"{cost.wall:.2f} s", f"{cost.peak:.0f} MB"]
        for name, cost in costs.items()
    ]
    print(measure.table(["", "processor", "÷ safe_load", "clock", "peak"], rows))
    print(f"\nsafe_load is measured on {options.figures // SLOW_SHARE:,} figures, times {SLOW_SHARE}; not so its peak.")


if __name__ == "__main__":
    main()
