"""How long ``indicators site`` takes, and how much memory, beside merely writing all figures as JSON.

Every measurement is a whole process. Prints a table in Markdown.
"""

import argparse
import re
import sys
import tempfile
from pathlib import Path
from time import perf_counter
from typing import Final

from check import PROGRAM, generate
from measure import machine, measure

SERIALISE: Final = """
import sys
from pathlib import Path
from indicators import study
from indicators.export import edition, json_file
from indicators.loading import loader
loaded = loader.load(Path(sys.argv[1]))
Path(sys.argv[2]).write_bytes(json_file.write(edition.of(study.of(loaded.dataset), loaded.digest)))
"""


def row(figures: int, folder: Path) -> str:
    """A line of the table: a first build, a second one, one after a figure has changed, and the JSON alone."""
    data, out = folder / f"{figures}.yaml", folder / str(figures)
    generate(data, figures)
    first = measure(1, PROGRAM, "site", "--out", str(out), "--data", str(data))
    again = measure(1, PROGRAM, "site", "--out", str(out), "--data", str(data))
    change(data)
    changed = measure(1, PROGRAM, "site", "--out", str(out), "--data", str(data))
    plain = measure(1, SERIALISE, str(data), str(folder / "figures.json"))
    files = [path for path in out.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 2**20
    cells = (
        *(f"{figures:,}", f"{len(files):,}", f"{size:.0f} MiB", f"{first.wall:.1f} s", f"{first.cpu:.1f} s"),
        *(f"{len(files) / first.cpu:.0f}", f"{first.peak:.0f} MiB"),
        *(f"{later.cpu:.1f} s ({later.cpu / first.cpu:.0%})" for later in (again, changed)),
        *(f"{plain.cpu:.1f} s", f"{plain.peak:.0f} MiB", f"{first.cpu / plain.cpu:.1f}"),
    )
    return f"| {' | '.join(cells)} |"


def change(path: Path) -> None:
    """Give a note to the figure in the middle of a file, so that its page changes."""
    text = path.read_text("utf-8")
    quotes = list(re.finditer(r"^ +quote: .*$", text, re.MULTILINE))
    end = quotes[len(quotes) // 2].end()
    path.write_text(f"{text[:end]}\n        note: {{zh: 注, en: a note}}{text[end:]}", "utf-8")


def main() -> None:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--figures", type=int, nargs="+", default=[400, 4_000], help="how many (default: 400 4000)")
    options = parser.parse_args()
    started = perf_counter()
    print(f"{machine()}\n")
    heads = (
        *("figures", "files", "site", "first build: clock", "processor", "files a second", "peak"),
        *("the same again: processor", "one figure changed: processor", "JSON alone: processor", "peak", "site ÷ it"),
    )
    print(f"| {' | '.join(heads)} |\n|{'---:|' * len(heads)}")
    with tempfile.TemporaryDirectory() as folder:
        for figures in options.figures:
            print(row(figures, Path(folder)))
    print(f"\n{perf_counter() - started:.0f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
