"""The process that loads a large dataset for another one: it limits itself, loads, stores and ends."""

import pyarrow as pa

from indicators.loading import cache, compiled, process_limits


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
    process_limits.be_ended_first()
    process_limits.limit(
        memory=compiled.MEMORY + compiled.MEMORY_SHARE * size,
        seconds=compiled.SECONDS + compiled.SECONDS_SHARE * size // 2**20,
        files=True,
    )
