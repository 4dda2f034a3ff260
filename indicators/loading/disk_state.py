"""A path → what identifies the files of a dataset there now, and for how long nobody has touched them."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from indicators.loading import loader, seal
from indicators.reading import article_texts, boundaries, disk

_NANOSECONDS: Final = 1e9


@dataclass(frozen=True)
class DiskState:
    """The files that decide what is shown: data, texts of articles, outlines and the seal.

    ``entries`` are their names and identities, and differ after any of them was written, replaced, added or removed;
    for a folder that cannot be listed there is the reason. ``touched`` is when the last of them was changed, or their
    folder, in seconds of the clock.
    """

    entries: tuple[tuple[str, disk.Identity | str], ...]
    touched: float

    def rested(self, seconds: float) -> bool:
        """True if nothing was changed for so long, as far as the clock can be believed: the future proves nothing."""
        return seconds <= 0 or time.time() - self.touched >= seconds

    def rest_left(self, seconds: float) -> float:
        """Seconds until it will have rested for so long if nobody touches it; all where the clock proves nothing."""
        left = self.touched + seconds - time.time()
        return min(left, seconds)


def of(path: Path) -> DiskState:
    """The state of the files at the path now."""
    entries = tuple(_entries(path))
    identities = [identity for _, identity in entries if isinstance(identity, tuple)]
    identities += [disk.identity_of(folder) for folder in (path, article_texts.beside(path)) if disk.is_folder(folder)]
    touched = max((time_ns for identity in identities for time_ns in disk.times(identity)), default=0)
    return DiskState(entries, touched / _NANOSECONDS)


def _entries(path: Path) -> Iterator[tuple[str, disk.Identity | str]]:
    for list_files in (loader.files, loader.text_files):
        try:
            for file in list_files(path):
                yield str(file), disk.identity_of(file)
        except (OSError, ValueError) as error:
            yield list_files.__name__, type(error).__name__
    for file in (boundaries.beside(path), seal.beside(path)):
        yield str(file), disk.identity_of(file)
