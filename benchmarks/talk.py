"""A session of a Streamlit app without a browser: the protocol of its page, over one websocket."""

import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

WHOLE: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
"""How a run ends; one that was stopped early is followed by another."""
LARGEST: Final = 2**30
"""Bytes of one message: a table of a million rows is sent as one."""


@dataclass(frozen=True)
class Widget:
    """A select box or multiselect of the page: its fragment ("" for none), and what can be chosen."""

    id: str
    fragment: str
    options: tuple[str, ...]
    several: bool


@dataclass
class Session:
    """One reader; ``received`` counts bytes, ``errors`` exceptions that were shown on the page."""

    connection: ClientConnection
    query: str
    received: int = 0
    errors: int = 0
    widgets: dict[str, Widget] = field(default_factory=dict)
    states: dict[str, WidgetState] = field(default_factory=dict)

    async def arrive(self) -> float:
        """Open the page; returns the seconds until the run is over."""
        return await self._run("")

    async def choose(self, label: str, name: str) -> float:
        """Choose the option that holds ``name`` in the widget of that label; in a multiselect it is added.

        Returns the seconds from the message that asks for the run to the message that it is over. Raises KeyError
        if the page has no such widget, StopIteration if the widget has no such option.
        """
        widget = self.widgets[label]
        option = next(option for option in widget.options if name in option)
        if widget.several:
            chosen = self.states[widget.id].string_array_value.data if widget.id in self.states else ()
            state = WidgetState(id=widget.id, string_array_value=StringArray(data=[*chosen, option]))
        else:
            state = WidgetState(id=widget.id, string_value=option)
        self.states[widget.id] = state
        return await self._run(widget.fragment)

    async def _run(self, fragment: str) -> float:
        request = BackMsg()
        state = request.rerun_script
        state.query_string = self.query
        state.fragment_id = fragment
        state.widget_states.widgets.extend(self.states.values())
        state.context_info.locale = "en-GB"
        state.context_info.timezone = "UTC"
        began = time.perf_counter()
        await self.connection.send(request.SerializeToString())
        while not self._take(await self.connection.recv(decode=False)):
            pass
        return time.perf_counter() - began

    def _take(self, content: bytes) -> bool:
        """Take in a message; returns whether the run is over."""
        self.received += len(content)
        message = ForwardMsg.FromString(content)
        match message.WhichOneof("type"):
            case "delta":
                self._remember(message.delta)
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                return message.script_finished in WHOLE
        return False

    def _remember(self, delta: Delta) -> None:
        """Note the widgets that the page shows, and count its errors."""
        if delta.WhichOneof("type") != "new_element":
            return
        element = delta.new_element
        match element.WhichOneof("type"):
            case "exception":
                self.errors += 1
            case "selectbox":
                box = element.selectbox
                self.widgets[box.label] = Widget(box.id, delta.fragment_id, tuple(box.options), several=False)
            case "multiselect":
                several = element.multiselect
                self.widgets[several.label] = Widget(
                    several.id, delta.fragment_id, tuple(several.options), several=True
                )


@asynccontextmanager
async def visit(address: str, query: str) -> AsyncIterator[Session]:
    """A session of the app at an http address that has not asked for anything yet."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    async with connect(
        stream,
        origin=Origin(address),  # without one it is refused
        subprotocols=[Subprotocol("streamlit")],
        max_size=LARGEST,
        compression=None,
    ) as socket:
        yield Session(socket, query)
