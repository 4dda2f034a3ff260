"""Which places an event concerns: regions and sectors that hold it, or that lie in it, both at once."""

from dataclasses import replace

import pytest

from indicators.analysis import events
from indicators.model.dataset import Dataset
from indicators.model.subjects import Place
from tests.builders import make_dataset, make_event

PORT = make_event(id="port", regions=("city",), sectors=("ports",))
MILL = make_event(id="mill", regions=("east",), sectors=("steel",))
CENSUS = make_event(id="census", regions=("city",))
PLAN = make_event(id="plan", sectors=("ports",))


def known() -> Dataset:
    dataset = make_dataset()
    whole = dataset.sectors["all"]
    sectors = {key: whole.model_copy(update={"id": key, "part_of": "all"}) for key in ("ports", "steel")}
    happened = {event.id: event for event in (PORT, MILL, CENSUS, PLAN)}
    return replace(dataset, sectors={"all": whole, **sectors}, events=happened)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (("city", "all"), {"port", "mill", "census", "plan"}),
        (("east", "all"), {"mill", "census", "plan"}),  # the port need not lie in the east
        (("city", "ports"), {"port", "census", "plan"}),
        (("east", "ports"), {"port", "census", "plan"}),  # ports of the east are some of those of the city
        (("city", "steel"), {"mill", "census"}),
        (("east", "steel"), {"mill", "census"}),
    ],
)
def test_events_of_a_place(place: tuple[str, str], expected: set[str]) -> None:
    assert {event.id for event in events.of_place(Place(*place, "all"), known())} == expected
