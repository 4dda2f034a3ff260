"""An id → the ids that it leads to step by step: of the wholes that it lies in, or of its corrections."""

from collections.abc import Callable, Iterator


def ancestors(key: str, parent: Callable[[str], str | None]) -> Iterator[str]:
    """The ids above one, nearest first, without itself; a chain that leads back into itself ends where it closes."""
    seen = {key}
    above = parent(key)
    while above is not None and above not in seen:
        yield above
        seen.add(above)
        above = parent(above)
