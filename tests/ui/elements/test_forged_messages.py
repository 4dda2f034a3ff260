"""What a browser could send to the widgets of a page, but does not: the page goes on as if it had not been sent."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.testing.v1 import AppTest

from indicators.server.guards.browser_messages import bounded
from indicators.ui.elements import widgets
from indicators.ui.session import state
from indicators.view import View
from tests.ui.visits import fine, visit

FIGURE: Final = "lanshan-budget-revenue-2024m01-07"
VALUES: Final[tuple[Any, ...]] = (
    *(None, 5, -1, True, "", "x", "?", "?figure=nobody", "?figure=a&figure=b&number=__class__", "?page=%ff&region=%00"),
    *(
        "?day=2101-01-01",
        "?" + "region=a&" * 300,
        "?embed=true&lang=xx",
        "?region=\ud83d",
        [],
        ["nobody"],
        {},
        {"a": 1},
    ),
    *(["nobody", "amount", "words"], [FIGURE, "__class__", "words"], [["nobody"]], {"page": 5, "link": 5}),
    *({"page": "nowhere", "link": "?figure=nobody", "inPlace": "x"}, {"link": ["?"]}),
)
TEXTS: Final = ("nobody", "", "\0", "x" * 2_000, "2101-01-01", "<b>", "__class__", "[" * 1_000)
NAMES: Final = ("chosen", "followed", "opened", "returned", "asked", "__class__")


def forged(drawn: Mapping[str, str]) -> Iterator[WidgetStates]:
    """One message after the other in which each widget of a page has a value that it cannot have."""
    lists = [list(_states(widget)) for widget in drawn]
    for states in zip_longest(*lists):
        message = BackMsg()
        message.rerun_script.widget_states.widgets.extend(state for state in states if state)
        yield BackMsg.FromString(bounded(message.SerializeToString())).rerun_script.widget_states


def _states(widget: str) -> Iterator[WidgetState]:
    match widgets.kind(widget):
        case "text":
            yield from (WidgetState(id=widget, string_value=text) for text in TEXTS)
        case "texts":
            yield from (WidgetState(id=widget, string_array_value=StringArray(data=[text] * 9)) for text in TEXTS)
        case "row":
            for rows in ([10**5], [0, 1]):
                yield WidgetState(id=widget, string_value=json.dumps({"selection": {"rows": rows}}))
        case "event":
            names = NAMES[:1] if "-chart-" in widget else NAMES
            for name in names:
                for value in VALUES:
                    yield WidgetState(id=widget, json_trigger_value=json.dumps([{"event": name, "value": value}]))


def alive(at: AppTest, states: WidgetStates) -> None:
    fine(at._run(states))
    view: View = at.session_state[state._VIEW]
    assert "nobody" not in str(replace(view, find=""))  # which is a text to look for, whatever it is


@pytest.mark.parametrize("page", ["explore", pytest.param("figures", marks=pytest.mark.slow)])
def test_no_value_breaks_a_page(page: str, drawn: dict[str, str]) -> None:
    at = visit(page=page, lang="en")
    for key in {"explore": ("more-filters", "data-table", "worked-out"), "figures": ("data-listed",)}[page]:
        at.session_state[key] = True
    fine(at.run())
    for number, states in enumerate(forged(drawn)):
        if page == "figures" or number < len(TEXTS):
            alive(at, states)


def test_the_first_value_of_a_new_session_is_as_harmless(drawn: dict[str, str]) -> None:
    """Its callbacks are not known yet: what the page reads of a component by itself is what has been forged."""
    fine(visit(lang="en"))
    (navigator,) = (widget for widget in drawn if widget.endswith("navigator__events"))
    for value in VALUES[-6:]:
        at = visit(lang="en", figure=FIGURE)
        events = json.dumps([{"event": "returned", "value": value}])
        alive(at, WidgetStates(widgets=[WidgetState(id=navigator, json_trigger_value=events)]))
