"""A path → its cached load, made by a process of its own that may take so much memory and time and no more.

A file that is made to exhaust the memory ends that process, and not the one that serves readers.
"""

import subprocess
import sys
from pathlib import Path
from typing import Final, Literal

from indicators.loading.loader import OnProgress

Outcome = Literal["stored", "killed", "failed"]

MEMORY: Final = 512 * 2**20
"""Bytes that the process may take beside what it takes when it starts, and beside MEMORY_SHARE."""
MEMORY_SHARE: Final = 24
"""Bytes that it may take for each byte of source; 100,000 figures take 14."""
SECONDS: Final = 120
SECONDS_SHARE: Final = 10
"""Seconds of a processor that it may take, and for each megabyte of source."""
NO_ROOM: Final = 3
NO_MEMORY: Final = 4
_PROGRAM: Final = (
    "import gc, sys; gc.disable(); "  # it makes millions of objects, keeps them, and ends
    "from indicators.loading import compile_load; sys.exit(compile_load.main(*sys.argv[1:]))"
)


def by_another_process(path: Path, folder: Path, size: int, on_progress: OnProgress) -> Outcome:
    """Let another process load the path, of ``size`` bytes, into the folder; its progress is two numbers a line."""
    command = [sys.executable, "-c", _PROGRAM, str(path), str(folder), str(size)]
    try:
        with subprocess.Popen(command, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True) as process:  # noqa: S603  # it is this program
            for line in process.stdout or ():
                done, _, total = line.partition(" ")
                on_progress(int(done), int(total))
    except (OSError, ValueError):
        return "failed"
    if process.returncode < 0 or process.returncode == NO_MEMORY:
        return "killed"
    return "stored" if process.returncode == 0 else "failed"
