"""How long ``indicators check`` takes, and how much memory, beside YAML loaders that check nothing.

Every measurement is a whole process, from its start to its end. Prints a table in Markdown.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from generate import OF_ARTICLE, document
from measure import machine, measure

SHIPPED: Final = Path(__file__).parents[1] / "data" / "indicators.yaml"
SLOW_SHARE: Final = 10
"""The loader in pure Python reads a tenth of the figures, and its time is multiplied by this."""
MOST: Final = 200_000
"""A file of more figures is larger than the 64 MiB that the check reads."""
PROGRAM: Final = "from indicators.__main__ import program; import sys; sys.exit(program())"
LOADER: Final = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.{loader})"


def generate(path: Path, figures: int) -> None:
    """Write a data file in another process, because the memory of this one would be counted in those it starts."""
    subprocess.run([sys.executable, __file__, "--keep", path, "--figures", str(figures)], check=True)


def row(path: Path, slow: Path, scale: int, figures: str, times: int) -> str:
    """A line of the table: the check and both loaders; the slow loader reads ``slow``, and its time is scaled."""
    check = measure(times, PROGRAM, "check", str(path))
    fast = measure(times, LOADER.format(loader="CSafeLoader"), str(path))
    pure = measure(times, LOADER.format(loader="SafeLoader"), str(slow)).cpu * scale
    size = path.stat().st_size / 2**20
    cells = (
        figures,
        f"{size:.2f} MiB",
        *(f"{check.wall:.2f} s", f"{check.cpu:.2f} s", f"{check.peak:.0f} MiB"),
        *(f"{fast.cpu:.2f} s", f"{fast.peak:.0f} MiB", f"{check.cpu / fast.cpu:.2f}"),
        *(f"{pure:.2f} s{' *' if scale > 1 else ''}", f"{check.cpu / pure:.2f}"),
    )
    return f"| {' | '.join(cells)} |"


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--figures", type=int, default=100_000, help="how many to generate (default: 100,000)")
    parser.add_argument("--times", type=int, default=5, help="runs of which the median counts (default: 5)")
    parser.add_argument("--keep", type=Path, help="only write the generated file there")
    options = parser.parse_args()
    least = OF_ARTICLE if options.keep else OF_ARTICLE * SLOW_SHARE
    if not least <= options.figures <= MOST:
        parser.error(f"between {least} and {MOST:,} figures can be generated")
    if options.keep:
        options.keep.write_text(document(options.figures), encoding="utf-8")
        return
    with tempfile.TemporaryDirectory() as folder:
        path, slow = Path(folder, "all.yaml"), Path(folder, "some.yaml")
        generate(path, options.figures)
        generate(slow, options.figures // SLOW_SHARE)
        print(f"{machine()}. Median of {options.times}.\n")
        heads = (
            *("figures", "file", "check: clock", "processor", "peak"),
            *("CSafeLoader: processor", "peak", "check ÷ it", "safe_load: processor", "check ÷ it"),
        )
        print(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}")
        print(row(SHIPPED, SHIPPED, 1, "shipped", options.times))
        print(row(path, slow, SLOW_SHARE, f"{options.figures:,}", options.times))
        print(f"\n\\* measured on {options.figures // SLOW_SHARE:,} figures, times {SLOW_SHARE}.")


if __name__ == "__main__":
    main()
