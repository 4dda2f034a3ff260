"""What a process costs, what it was measured on, and how a table is printed."""

import json
import os
import platform
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from time import perf_counter
from types import MappingProxyType
from typing import Final

import yaml

_MEGABYTE: Final = 2**20 if sys.platform == "darwin" else 2**10  # ru_maxrss is in bytes there, in KiB elsewhere


@dataclass(frozen=True)
class Cost:
    """What a process took: seconds on the clock, seconds of processor, and megabytes at its peak."""

    wall: float
    cpu: float
    peak: float


def measure(times: int, program: str, *arguments: str) -> Cost:
    """The median of several runs of a Python program; exits if one fails."""
    return middle([run(program, *arguments) for _ in range(times)])


def middle(costs: Sequence[Cost]) -> Cost:
    """The median of each number."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("wall", "cpu", "peak")))


def run(program: str, *arguments: str) -> Cost:
    """One run of a Python program as a process of its own; exits if it fails."""
    command = [sys.executable, "-c", program, *arguments]
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command} ended with {process.returncode}")
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _MEGABYTE)


_INSIDE: Final = """
import json, resource, sys, time
from pathlib import Path
path = Path(sys.argv[1])
{setup}
def used():
    children = resource.getrusage(resource.RUSAGE_CHILDREN)  # a loader may use several processes
    return time.process_time() + children.ru_utime + children.ru_stime
wall, cpu = time.perf_counter(), used()
{body}
wall, cpu = time.perf_counter() - wall, used() - cpu
peak = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([wall, cpu, peak]))
"""


def inside(setup: str, body: str, path: str, *, environment: Mapping[str, str] = MappingProxyType({})) -> Cost:
    """The cost of ``body`` in a process of its own, after ``setup``; both can use ``path``, a Path."""
    program = [sys.executable, "-c", _INSIDE.format(setup=setup, body=body), path]
    done = subprocess.run(
        program, check=True, stdout=subprocess.PIPE, cwd=Path(__file__).parent, env={**os.environ, **environment}
    )
    wall, cpu, peak = json.loads(done.stdout)
    return Cost(wall, cpu, peak / _MEGABYTE)


def machine(libraries: Iterable[str] = ("pyyaml", "pydantic")) -> str:
    """What it was measured on, and with which versions."""
    cpus = Path("/proc/cpuinfo")
    names = [line for line in cpus.read_text().splitlines() if line.startswith("model name")] if cpus.exists() else []
    name = names[0].partition(": ")[2] if names else platform.processor()
    versions = ", ".join(filter(None, map(_named, libraries)))
    libyaml = "with libyaml" if yaml.__with_libyaml__ else "without libyaml"
    own = f"reported-indicators {version('reported-indicators')}"
    python = f"Python {platform.python_version()}, {versions} ({libyaml}), {own}"
    return f"{name}, {os.cpu_count()} processors, {platform.system()}; {python}"


def _named(library: str) -> str:
    """A library with its version; empty for one that is not installed, since not all apps need to be compared."""
    try:
        return f"{library} {version(library)}"
    except PackageNotFoundError:
        return ""


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown: the first column is a name, the others are numbers."""
    lines = [heads, *rows]
    return "\n".join(
        ["| " + " | ".join(lines[0]) + " |", "|---|" + "---:|" * (len(heads) - 1)]
        + ["| " + " | ".join(line) + " |" for line in lines[1:]]
    )
