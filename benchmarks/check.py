"""How long ``indicators check`` takes, and how much memory, beside YAML loaders that check nothing.

Every measurement is a whole process, from its start to its end. Prints a table in Markdown.
"""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import yaml
from generate import OF_ARTICLE, document

SHIPPED: Final = Path(__file__).parents[1] / "data" / "indicators.yaml"
SLOW_SHARE: Final = 10
"""The pure Python loader reads a file of a tenth of the figures, and its time is multiplied."""
MOST: Final = 200_000
"""More do not fit into one file of 64 MiB."""
CHECK: Final = "from indicators.cli import main; import sys; sys.exit(main(sys.argv[1:]))"
LOADER: Final = "import sys, yaml; yaml.load(open(sys.argv[1], encoding='utf-8'), Loader=yaml.{loader})"
_MEGABYTE: Final = 2**20 if sys.platform == "darwin" else 2**10  # of what ru_maxrss counts in


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the clock, seconds of processor, and megabytes at its peak."""

    wall: float
    cpu: float
    peak: float


def measure(times: int, program: str, *arguments: str) -> Cost:
    """The median of so many runs of a Python program; exits where one fails."""
    costs = [_run([sys.executable, "-c", program, *arguments]) for _ in range(times)]
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak")))


def _run(command: list[str]) -> Cost:
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _MEGABYTE)


def generate(path: Path, figures: int) -> None:
    """Write so many figures in a process of its own: a started process is charged with the memory of its parent."""
    subprocess.run([sys.executable, __file__, "--keep", path, "--figures", str(figures)], check=True)


def row(path: Path, slow: Path, scale: int, figures: str, times: int) -> str:
    """A line of the table: the check, and both loaders; the slow one on a file whose time is multiplied."""
    check = measure(times, CHECK, "check", str(path))
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


def machine() -> str:
    """What it was measured on."""
    cpus = Path("/proc/cpuinfo")
    names = [line for line in cpus.read_text().splitlines() if line.startswith("model name")] if cpus.exists() else []
    name = names[0].partition(": ")[2] if names else platform.processor()
    libraries = ", ".join(f"{name} {version(name)}" for name in ("pyyaml", "pydantic"))
    libyaml = "with libyaml" if yaml.__with_libyaml__ else "without libyaml"
    own = f"reported-indicators {version('reported-indicators')}"
    python = f"Python {platform.python_version()}, {libraries} ({libyaml}), {own}"
    return f"{name}, {os.cpu_count()} processors, {platform.system()}; {python}"


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
