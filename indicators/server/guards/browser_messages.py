"""What browsers send over the websocket → what Streamlit hears of it: known kinds only, and never much.

Anybody can send anything. A message is bounded before anything is made of it; what no page of ours sends is left out,
and who sends what no browser sends is disconnected.
"""

import json
import logging
import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.WidgetStates_pb2 import WidgetState

from indicators.ui.elements import widgets
from indicators.ui.elements.widgets import Kind

_LOG: Final = logging.getLogger(__name__)

LONGEST_MESSAGE: Final = 500_000
"""Bytes. The longest of ours has some 900 names that are chosen in a filter, and 1,500 hashes."""
LONGEST_QUERY: Final = 100_000
MOST_WIDGETS: Final = 500
MOST_HASHES: Final = 5_000
"""Messages that a browser says it has kept."""
LONGEST_TEXT: Final = 2_000
MOST_TEXTS: Final = 900
"""Streamlit takes no link with more than 1,000 values."""
LONGEST_EVENT: Final = 6_000
DEEPEST: Final = 20
"""Brackets in what a component sends."""
_HEARD: Final = {"rerun_script", "stop_script", "app_heartbeat", "backend_operation_request"}
"""Kinds of messages. Not that which empties the caches of everybody, nor those for who writes a program."""
_OPERATIONS: Final = {"dataframe_chunk", "deferred_file"}
"""What may be asked for beside runs. Not that the server writes files into the folder of the program."""
_HASH: Final = re.compile(r"[0-9a-f]{1,64}")
_ZONES: Final = range(-900, 901)
"""Minutes by which a clock can differ from that of Greenwich."""

TOO_LONG: Final = 1009
REFUSED: Final = 1008
"""Why a connection is closed, in the codes of websockets."""


class RefusedError(Exception):
    """No browser sends this; ``code`` is what the connection is closed with."""

    def __init__(self, code: int, reason: str) -> None:
        super().__init__(reason)
        self.code = code


class Gate:
    """The middleware through which messages of browsers come."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "websocket":
            await self._app(scope, receive, send)
            return

        async def heard() -> Message:
            while (message := await receive())["type"] == "websocket.receive":
                try:
                    content = bounded(message.get("bytes"))
                except RefusedError as refused:
                    _LOG.warning("A browser was disconnected: %s.", refused)
                    await send({"type": "websocket.close", "code": refused.code})
                    return {"type": "websocket.disconnect", "code": refused.code}
                if content:
                    return {"type": "websocket.receive", "bytes": content}
            return message

        await self._app(scope, heard, send)


def bounded(content: bytes | None) -> bytes:
    """What may be heard of a message, nothing if nothing; raises RefusedError for what no browser sends."""
    if content is None:
        raise RefusedError(REFUSED, "a message of text")
    if len(content) > LONGEST_MESSAGE:
        raise RefusedError(TOO_LONG, f"a message of {len(content):,} bytes")
    message = BackMsg()
    try:
        message.ParseFromString(content)
    except Exception:  # noqa: BLE001  # the one of protobuf, which belongs to Streamlit
        raise RefusedError(REFUSED, "a message that cannot be read") from None
    if message.WhichOneof("type") not in _HEARD:
        return b""
    if message.HasField("rerun_script"):
        _bound_run(message.rerun_script)
    asked = message.backend_operation_request.WhichOneof("payload")
    if message.HasField("backend_operation_request") and asked not in _OPERATIONS:
        return b""
    message.DiscardUnknownFields()
    kept: bytes = message.SerializeToString()
    return kept


def _bound_run(run: ClientState) -> None:
    if len(run.widget_states.widgets) > MOST_WIDGETS:
        raise RefusedError(REFUSED, f"a message with {len(run.widget_states.widgets):,} widgets")
    if len(run.cached_message_hashes) > MOST_HASHES:
        raise RefusedError(REFUSED, f"a message with {len(run.cached_message_hashes):,} hashes")
    if run.fragment_id and not _HASH.fullmatch(run.fragment_id):
        raise RefusedError(REFUSED, "a part of the page that cannot be one")
    if len(run.query_string) > LONGEST_QUERY:
        run.query_string = ""
    run.page_name = ""  # the pages of Streamlit, of which there is one
    if not _HASH.fullmatch(run.page_script_hash):
        run.page_script_hash = ""
    _bound_context(run.context_info)
    states = {state.id: state for state in run.widget_states.widgets if _is_ours(state)}
    if len(states) < len(run.widget_states.widgets):
        kept = [WidgetState.FromString(state.SerializeToString()) for state in states.values()]
        del run.widget_states.widgets[:]
        run.widget_states.widgets.extend(kept)


def _bound_context(context: ContextInfo) -> None:
    """What is said of the browser: its clock, language and address."""
    if context.timezone_offset not in _ZONES:
        context.ClearField("timezone_offset")
    for field, longest in (("timezone", 80), ("locale", 80), ("url", LONGEST_QUERY), ("color_scheme", 10)):
        if len(text := getattr(context, field)) > longest or not text.isprintable():
            context.ClearField(field)  # type: ignore[arg-type]  # one of those above


def _is_ours(state: WidgetState) -> bool:
    """True if this is a widget of ours with a value that it can have; of several events the first one stays."""
    kind = widgets.kind(state.id)
    if kind is None:
        return False
    field, bound = FIELDS[kind]
    return state.WhichOneof("value") == field and bound(state)


def _any(_: WidgetState) -> bool:
    return True


def _bound_text(state: WidgetState) -> bool:
    return len(state.string_value) <= LONGEST_TEXT


def _bound_texts(state: WidgetState) -> bool:
    texts = state.string_array_value.data
    return len(texts) <= MOST_TEXTS and all(len(text) <= LONGEST_TEXT for text in texts)


def _bound_row(state: WidgetState) -> bool:
    """The rows that are selected in a table, of which there is one at most."""
    selected = _read(state.string_value)
    selection = selected.get("selection") if isinstance(selected, Mapping) else None
    rows = selection.get("rows") if isinstance(selection, Mapping) else None
    if not isinstance(rows, list) or not all(type(row) is int and 0 <= row < 10**6 for row in rows):
        return False
    state.string_value = json.dumps({"selection": {"rows": rows[:1], "columns": [], "cells": []}})
    return True


def _bound_event(state: WidgetState) -> bool:
    """What happened in a component: the first of a list, since a reader does one thing at a time."""
    events = _read(state.json_trigger_value)
    event = events[0] if isinstance(events, list) and events else events
    if not isinstance(event, dict) or not isinstance(name := event.get("event"), str):
        return False
    state.json_trigger_value = json.dumps([{"event": name, "value": event.get("value")}])
    return True


FIELDS: Final[Mapping[Kind, tuple[str, Callable[[WidgetState], bool]]]] = {
    "pressed": ("trigger_value", _any),
    "open": ("bool_value", _any),
    "text": ("string_value", _bound_text),
    "texts": ("string_array_value", _bound_texts),
    "row": ("string_value", _bound_row),
    "event": ("json_trigger_value", _bound_event),
}
"""The field in which Streamlit sends each kind of value, and whether the value is one."""


def _read(text: str) -> Any:
    """JSON that is short and flat; None for what is not."""
    if len(text) > LONGEST_EVENT or text.count("[") + text.count("{") > DEEPEST:
        return None
    try:
        value = json.loads(text, parse_constant=_refuse)
        json.dumps(value, ensure_ascii=False, allow_nan=False).encode()  # not 1e999, nor half a character
    except (ValueError, RecursionError):
        return None
    return value


def _refuse(_: str) -> None:
    raise ValueError
