"""Limits that a process sets to itself, before it reads what may be made to exhaust it: memory, time, files."""

import os
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, Final

_LAST_TO_LIVE: Final = "1000"
"""The score by which Linux ends this process before all others when memory runs out."""


def be_ended_first() -> None:
    """Have the system end this process before all others when memory runs out, where it can."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_LAST_TO_LIVE, encoding="ascii")


def limit(*, memory: int, seconds: int, files: bool) -> None:
    """Let this process take so many bytes more, and so much time of a processor; write files only if it may.

    Where the system knows no such limits, there are none.
    """
    with suppress(ImportError, OSError, ValueError):
        resource: Any = import_module("resource")
        _lower(resource, resource.RLIMIT_CPU, seconds)
        if not files:
            _lower(resource, resource.RLIMIT_FSIZE, 0)
            _lower(resource, resource.RLIMIT_CORE, 0)
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
        _lower(resource, resource.RLIMIT_DATA, pages * os.sysconf("SC_PAGE_SIZE") + memory)


def _lower(resource: Any, kind: int, most: int) -> None:
    """Lower a limit, unless it is lower already."""
    _, hard = resource.getrlimit(kind)
    resource.setrlimit(kind, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
