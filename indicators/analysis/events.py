"""Events and a place → those that concern it: one of them may explain a turn of what is counted there."""

from collections.abc import Iterable, Sequence

from indicators.model.dataset import Dataset
from indicators.model.events import Event
from indicators.model.subjects import Place, Tree


def of_place(place: Place, dataset: Dataset) -> tuple[Event, ...]:
    """The events that concern a place, the earliest first.

    An event concerns what it lies in, and what lies in it, in regions and sectors at once: a mill that starts in a
    district concerns the industry and the economy of the city, and a census of the city all of its districts. The
    city's port concerns the city's economy, but no district's: it need not lie there. Where an event names no region or
    no sector it concerns all.
    """
    concerning = (event for event in dataset.events.values() if _concerns(event, place, dataset))
    return tuple(sorted(concerning, key=lambda event: (event.date.start, event.date.end)))


def _concerns(event: Event, place: Place, dataset: Dataset) -> bool:
    named: Iterable[tuple[Tree, Sequence[str]]] = (("region", event.regions), ("sector", event.sectors))
    trees = [(tree, keys) for tree, keys in named if keys]
    around = all(any(_holds(tree, key, getattr(place, tree), dataset) for key in keys) for tree, keys in trees)
    inside = all(any(_holds(tree, getattr(place, tree), key, dataset) for key in keys) for tree, keys in trees)
    return around or inside


def _holds(tree: Tree, outer: str, inner: str, dataset: Dataset) -> bool:
    """True where both are the same, or the second lies in the first."""
    return outer == inner or outer in dataset.lies_in(tree, inner)
