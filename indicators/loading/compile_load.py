"""The process that loads a large dataset for another one: it limits itself, loads, stores and ends."""

import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from indicators.loading import cache, compiled

_LAST_TO_LIVE: Final = "1000"
"""The score by which Linux ends this process before all others when memory runs out."""


def main(path: str, folder: str, size: str) -> int:
    """Load what lies at the path into the folder, and print the progress; an exit code that ``compiled`` knows."""

    def on_progress(done: int, total: int) -> None:
        print(done, total, flush=True)  # noqa: T201  # the process that has started this one reads it

    try:
        limit(int(size))
        stored = cache.load_into_cache(path, folder, on_progress=on_progress)
    except MemoryError:
        return compiled.NO_MEMORY
    return 0 if stored else compiled.NO_ROOM


def limit(size: int) -> None:
    """Let this process take no more memory and time than a dataset of so many bytes needs, where the system can."""
    pa.set_memory_pool(pa.system_memory_pool())  # the usual one takes a gigabyte of addresses before it is needed
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_LAST_TO_LIVE, encoding="ascii")
    with suppress(ImportError, OSError, ValueError):
        resource: Any = import_module("resource")
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
        memory = pages * os.sysconf("SC_PAGE_SIZE") + compiled.MEMORY + compiled.MEMORY_SHARE * size
        seconds = compiled.SECONDS + compiled.SECONDS_SHARE * size // 2**20
        _lower(resource, resource.RLIMIT_DATA, memory)
        _lower(resource, resource.RLIMIT_CPU, seconds)


def _lower(resource: Any, kind: int, most: int) -> None:
    """Lower a limit, unless it is lower already."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
