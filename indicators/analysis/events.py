"""Events and a place → whether they concern it: one event may explain a turn of what is counted there."""

from collections.abc import Iterable, Sequence

from indicators.model.dataset import Dataset
from indicators.model.events import Event
from indicators.model.subjects import Place, Tree


def of_place(place: Place, dataset: Dataset) -> tuple[Event, ...]:
    """The events that concern a place, the earliest first.

    A mill that starts in a district concerns the city around it, and a census of the city all of its districts; a
    sister district is not concerned. The same is so of sectors.
    """
    concerning = (event for event in dataset.events.values() if _concerns(event, place, dataset))
    return tuple(sorted(concerning, key=lambda event: (event.date.start, event.date.end)))


def _concerns(event: Event, place: Place, dataset: Dataset) -> bool:
    listed: Iterable[tuple[Tree, Sequence[str]]] = (("region", event.regions), ("sector", event.sectors))
    return all(
        not keys or any(_meet(tree, key, getattr(place, tree), dataset) for key in keys) for tree, keys in listed
    )


def _meet(tree: Tree, key: str, other: str, dataset: Dataset) -> bool:
    """True where both are the same, or one lies in the other."""
    return key == other or key in dataset.lies_in(tree, other) or other in dataset.lies_in(tree, key)
