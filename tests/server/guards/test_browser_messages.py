"""What browsers send: each message of ours is heard, and nothing that anybody can forge is heard, long or slow."""

import json
import math
import re
import time
from collections.abc import Sequence
from contextlib import suppress
from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.types import Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import DoubleArray, SInt64Array, StringArray
from streamlit.proto.WidgetStates_pb2 import WidgetState

from indicators.server.guards.browser_messages import LONGEST_EVENT, LONGEST_MESSAGE, Gate, RefusedError, bounded
from tests import loops

HASH: Final = "0" * 32
FILTER: Final = f"$$ID-{HASH}-filter-region"
METRIC: Final = f"$$ID-{HASH}-filter-metric"
OPENED: Final = f"$$ID-{HASH}-data-table"
BUTTON: Final = f"$$ID-{HASH}-now"
ROWS: Final = f"$$ID-{HASH}-follow-0"
CHART: Final = f"$$STREAMLIT_INTERNAL_KEY_$$ID-{HASH}-chart-sector__events"
OURS: Final = (FILTER, METRIC, OPENED, BUTTON, ROWS, CHART)
CHOSEN: Final = {"event": "chosen", "value": ["gdp-2022", "amount", "words"]}
LONGEST_TIME: Final = 0.05
"""Seconds that any message may take."""


def run(*widgets: WidgetState, **fields: Any) -> bytes:
    message = BackMsg()
    message.rerun_script.widget_states.widgets.extend(widgets)
    for field, value in fields.items():
        setattr(message.rerun_script, field, value)
    content: bytes = message.SerializeToString()
    return content


def states(*widgets: WidgetState) -> Sequence[WidgetState]:
    return list(BackMsg.FromString(bounded(run(*widgets))).rerun_script.widget_states.widgets)


def seconds(content: bytes) -> float:
    """The least of three times that the message takes, refused or not."""
    times = []
    for _ in range(3):
        began = time.perf_counter()
        with suppress(RefusedError):
            bounded(content)
        times.append(time.perf_counter() - began)
    return min(times)


def test_what_pages_send_is_heard_as_it_is() -> None:
    sent = [
        WidgetState(id=FILTER, string_array_value=StringArray(data=["Lanshan (3)", "岚山区 (3)"])),
        WidgetState(id=METRIC, string_value="GDP (12)"),
        WidgetState(id=OPENED, bool_value=True),
        WidgetState(id=BUTTON, trigger_value=True),
        WidgetState(id=ROWS, string_value=json.dumps({"selection": {"rows": [2], "columns": [], "cells": []}})),
        WidgetState(id=CHART, json_trigger_value=json.dumps([CHOSEN])),
    ]
    message = BackMsg()
    state = message.rerun_script
    state.query_string, state.fragment_id, state.page_script_hash = "page=explore&region=lanshan", "0a" * 16, "1b" * 16
    state.widget_states.widgets.extend(sent)
    state.cached_message_hashes.extend(["0a" * 32, "1b" * 32])
    state.context_info.timezone, state.context_info.timezone_offset = "Asia/Shanghai", -480
    state.context_info.url, state.context_info.locale = "https://example.org/stats/?page=explore", "zh-CN"
    assert BackMsg.FromString(bounded(message.SerializeToString())) == message


@pytest.mark.parametrize("kind", ["stop_script", "app_heartbeat"])
def test_other_messages_of_browsers_are_heard(kind: str) -> None:
    message = BackMsg(**{kind: True})  # type: ignore[arg-type]  # a field of it
    assert BackMsg.FromString(bounded(message.SerializeToString())) == message


@pytest.mark.parametrize(
    "kind",
    ["clear_cache", "set_run_on_save", "load_git_info", "debug_disconnect_websocket", "debug_shutdown_runtime"],
)
def test_what_would_reach_others_is_not_heard(kind: str) -> None:
    """The first empties the caches of everybody."""
    assert not bounded(BackMsg(**{kind: True}).SerializeToString())  # type: ignore[arg-type]  # a field of it


def test_no_file_is_written_or_taken_for_a_message() -> None:
    upload, skills = BackMsg(), BackMsg()
    upload.file_urls_request.file_names.append("a.bin")
    skills.backend_operation_request.install_skills.SetInParent()
    assert not bounded(upload.SerializeToString())
    assert not bounded(skills.SerializeToString())


@pytest.mark.parametrize("kind", ["dataframe_chunk", "deferred_file"])
def test_more_of_what_a_page_has_is_heard_when_it_is_asked_for(kind: str) -> None:
    message = BackMsg()
    getattr(message.backend_operation_request, kind).SetInParent()
    assert BackMsg.FromString(bounded(message.SerializeToString())) == message


def test_what_streamlit_does_not_know_is_left_out() -> None:
    known = BackMsg(stop_script=True).SerializeToString()
    unknown = b"\xfa\x3f\x04oops"  # a field of the number 1023
    assert bounded(known + unknown) == bounded(known)


def test_of_the_rows_that_are_chosen_the_first_is_heard_and_nothing_beside_it() -> None:
    selected = {"selection": {"rows": [3, 1, 2], "columns": ["x"], "cells": [[1, "x"]]}, "more": "x"}
    (state,) = states(WidgetState(id=ROWS, string_value=json.dumps(selected)))
    assert json.loads(state.string_value) == {"selection": {"rows": [3], "columns": [], "cells": []}}


# --- bounds ----------------------------------------------------------------------------------------------------------


def test_of_many_events_the_first_is_heard_at_once() -> None:
    """Each of 100,000 was handled after the other, and looked through all of them again: minutes for one message."""
    few = [CHOSEN, {"event": "chosen", "value": ["other", "words"]}]
    (state,) = states(WidgetState(id=CHART, json_trigger_value=json.dumps(few)))
    assert json.loads(state.json_trigger_value) == [CHOSEN]
    many = run(WidgetState(id=CHART, json_trigger_value=json.dumps([{"event": "chosen"}] * 20_000)))
    assert len(many) < LONGEST_MESSAGE
    assert seconds(many) < LONGEST_TIME
    assert not states(WidgetState(id=CHART, json_trigger_value=json.dumps([{"event": "chosen"}] * 20_000)))


@pytest.mark.parametrize("length", [LONGEST_EVENT, LONGEST_EVENT + 1])
def test_an_event_that_is_longer_than_any_of_ours_is_not_heard(length: int) -> None:
    """Whatever a mark is called is compared with every mark of a chart."""
    text = json.dumps([{"event": "chosen", "value": ["", "words"]}])
    text = text.replace('""', f'"{"x" * (length - len(text))}"')
    assert len(text) == length
    assert bool(states(WidgetState(id=CHART, json_trigger_value=text))) is (length == LONGEST_EVENT)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "[" * 5_000,
            "[" * 100_000 + "]" * 100_000,
            '{"event":' * 1_000,
            "1" * 5_000,
            "null",
            "",
            "3",
            '"text"',
            "[]",
        ),
        *('[{"event": NaN}]', '[{"event": "chosen", "value": NaN}]', '[{"event": "chosen", "value": 1e999}]'),
        *('[{"event": "chosen", "value": "\\ud800"}]', '[{"event": 5}]', '[["event"]]', '[{"event": "chosen"'),
        f'[{{"event": "chosen", "value": {"1" * 5_000}}}]',
    ],
)
def test_an_event_that_is_none_is_not_heard(text: str) -> None:
    assert not states(WidgetState(id=CHART, json_trigger_value=text))


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "5",
            "[]",
            '"selection"',
            "[" * 2_000,
            '{"selection": 5}',
            '{"selection": {"rows": 1}}',
            '{"selection": []}',
        ),
        *('{"selection": {"rows": [-1]}}', '{"selection": {"rows": ["0"]}}', '{"selection": {"rows": [true]}}'),
        *(
            '{"selection": {"rows": [1e999]}}',
            '{"selection": {"rows": [99999999999]}}',
            '{"selection": {"rows": [NaN]}}',
        ),
    ],
)
def test_a_selection_that_is_none_is_not_heard(text: str) -> None:
    assert not states(WidgetState(id=ROWS, string_value=text))


@pytest.mark.parametrize(
    "unknown",
    [
        "",
        "x",
        "$$ID",
        f"$$ID-{HASH}-uploader",
        f"$$ID-{HASH}-filter-",
        f"$$ID-{'g' * 32}-now",
        "\x1b[31m",
        "a" * 10_000,
    ],
)
def test_widgets_that_no_page_has_are_not_heard(unknown: str) -> None:
    assert not states(WidgetState(id=unknown, trigger_value=True), WidgetState(id=unknown, string_value="x"))


@pytest.mark.parametrize("widget", OURS)
def test_values_of_another_type_are_not_heard(widget: str) -> None:
    others: Sequence[dict[str, Any]] = (
        *({"double_value": math.nan}, {"double_value": math.inf}, {"int_value": 2**62}, {"bytes_value": b"\0" * 100}),
        *({"double_array_value": DoubleArray(data=[math.nan])}, {"int_array_value": SInt64Array(data=[1])}),
        *({"json_value": '{"chosen": ["a"]}'}, {}),
    )
    assert not states(*(WidgetState(id=widget, **value) for value in others))


@pytest.mark.parametrize(
    "forged",
    [
        {"fragment_id": "\x1b[2J\nall is well"},
        {"fragment_id": "a" * 100_000},
        {"cached_message_hashes": ["x"] * 10_000},
        {"widget_states": [WidgetState(id=f"$$ID-{number:032x}-now") for number in range(10_000)]},
    ],
)
def test_who_sends_what_no_browser_sends_is_disconnected(forged: dict[str, Any]) -> None:
    message = BackMsg()
    for field, value in forged.items():
        if isinstance(value, str):
            setattr(message.rerun_script, field, value)
        elif field == "widget_states":
            message.rerun_script.widget_states.widgets.extend(value)
        else:
            getattr(message.rerun_script, field).extend(value)
    with pytest.raises(RefusedError) as refused:
        bounded(message.SerializeToString())
    assert re.fullmatch(r"a (?:part|message) [a-z0-9, ]+", str(refused.value))
    assert len(str(refused.value)) < 100
    assert seconds(message.SerializeToString()) < LONGEST_TIME


@pytest.mark.parametrize("content", [b"\xff" * 50, b"\x00" * 3, b"\x5a\xff\xff\xff\x7f", b"Z" * 400_000, None])
def test_what_is_no_message_ends_the_connection(content: bytes | None) -> None:
    with pytest.raises(RefusedError):
        bounded(content)


def test_long_queries_and_forged_clocks_are_left_out() -> None:
    message = BackMsg()
    state = message.rerun_script
    state.query_string = "region=a&" * 12_000
    state.page_name, state.page_script_hash = "elsewhere", "../x"
    state.context_info.timezone_offset = 2**31 - 1
    state.context_info.locale = "zh\n\x1b[31m"
    state.context_info.url = "https://a/" * 11_000
    state.context_info.timezone = "UTC"
    kept = BackMsg.FromString(bounded(message.SerializeToString())).rerun_script
    assert (kept.query_string, kept.page_name, kept.page_script_hash) == ("", "", "")
    context = kept.context_info
    assert (context.timezone_offset, context.locale, context.url, context.timezone) == (0, "", "", "UTC")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["event", "value", "x"]), inner),
    max_leaves=30,
)
VALUES = st.one_of(
    st.builds(lambda value: {"string_value": json.dumps(value)}, JSON),
    st.builds(lambda value: {"json_trigger_value": json.dumps(value)}, JSON),
    st.builds(lambda value: {"json_trigger_value": "[" * value}, st.integers(0, 100_000)),
    st.builds(lambda value: {"double_value": value}, st.floats()),
    st.builds(lambda value: {"bool_value": value}, st.booleans()),
    st.builds(lambda value: {"trigger_value": value}, st.booleans()),
    st.builds(lambda value: {"string_array_value": StringArray(data=value)}, st.lists(st.text(), max_size=20)),
    st.builds(lambda size: {"string_array_value": StringArray(data=["x"] * size)}, st.integers(0, 100_000)),
    st.builds(lambda size: {"bytes_value": bytes(size)}, st.integers(0, 300_000)),
)
FORGED = st.lists(
    st.builds(
        lambda widget, value: WidgetState(id=widget, **value), st.sampled_from(OURS) | st.text(max_size=20), VALUES
    ),
    max_size=6,
)


@settings(max_examples=60, deadline=None)
@given(FORGED, st.text(max_size=70), st.text(max_size=300), st.integers(-(2**31), 2**31 - 1))
def test_any_message_is_bounded_or_refused(widgets: list[WidgetState], fragment: str, query: str, offset: int) -> None:
    message = BackMsg.FromString(run(*widgets, fragment_id=fragment, query_string=query))
    message.rerun_script.context_info.timezone_offset = offset
    content = message.SerializeToString()
    assert seconds(content) < LONGEST_TIME
    try:
        kept = bounded(content)
    except RefusedError:
        return
    assert bounded(kept) == kept
    assert len(kept) <= LONGEST_MESSAGE
    assert {state.id for state in BackMsg.FromString(kept).rerun_script.widget_states.widgets} <= set(OURS)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_bounded_or_refused(content: bytes) -> None:
    with suppress(RefusedError):
        kept = bounded(content)
        assert not kept or bounded(kept) == kept


# --- the connection --------------------------------------------------------------------------------------------------


def connected(*frames: dict[str, Any]) -> tuple[list[bytes | int], list[Message]]:
    """What an application hears of these frames until its reader is gone, and what is sent meanwhile."""
    waiting = [{"type": "websocket.receive", **frame} for frame in frames]
    sent: list[Message] = []
    told: list[bytes | int] = []

    async def receive() -> Message:
        return waiting.pop(0) if waiting else {"type": "websocket.disconnect", "code": 1001}

    async def send(message: Message) -> None:
        sent.append(message)

    async def app(_scope: Scope, hear: Receive, _send: Send) -> None:
        while (message := await hear())["type"] == "websocket.receive":
            told.append(message["bytes"])
        told.append(message["code"])

    loops.run(Gate(app)({"type": "websocket"}, receive, send))
    return told, sent


def test_a_forged_message_ends_the_connection_and_a_harmless_one_does_not() -> None:
    honest, forged = run(query_string="page=time"), BackMsg(clear_cache=True).SerializeToString()
    assert connected({"bytes": forged}, {"bytes": honest}) == ([honest, 1001], [])
    for frame, code in (({"bytes": b"\xff"}, 1008), ({"text": "x"}, 1008), ({"bytes": bytes(30_000_000)}, 1009)):
        assert connected(frame, {"bytes": honest}) == ([code], [{"type": "websocket.close", "code": code}])
