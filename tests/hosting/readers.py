"""Readers without a browser: sessions of the dashboard over a websocket, which can send whatever they like."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE: Final = 30.0
_OVER: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
"""How a run ends; one that was stopped early is followed by another."""


@dataclass
class Reader:
    """One session: its link, the parts of its page by the kind of widget in them, and what it was shown."""

    connection: ClientConnection
    query: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    """Id of each widget → the fragment that it is in."""
    options: dict[str, list[str]] = field(default_factory=dict)
    """Id of each widget → what can be chosen in it."""
    html: list[str] = field(default_factory=list)
    """Of the last run."""
    errors: int = 0
    """Exceptions that were shown."""
    alerts: list[str] = field(default_factory=list)
    """Boxes of the last run that say that something is wrong."""

    async def run(self, *states: WidgetState, part: str = "") -> float:
        """Ask for a run, and wait until it is over; returns the seconds that it took."""
        message = BackMsg()
        run = message.rerun_script
        run.query_string, run.fragment_id = self.query, part
        run.widget_states.widgets.extend(states)
        run.context_info.is_embedded = "embed=true" in self.query
        run.context_info.locale, run.context_info.timezone = "en-GB", "UTC"
        return await self.send(message.SerializeToString())

    async def send(self, content: bytes) -> float:
        """Send a message that asks for a run, and wait until that is over."""
        began = time.perf_counter()
        self.html.clear()
        self.alerts.clear()
        await self.connection.send(content)
        async with asyncio.timeout(PATIENCE):
            while not self._take(ForwardMsg.FromString(await self.connection.recv(decode=False))):
                pass
        return time.perf_counter() - began

    async def settle(self) -> None:
        """Take what comes until nothing has come for a second."""
        try:
            while True:
                async with asyncio.timeout(1):
                    self._take(ForwardMsg.FromString(await self.connection.recv(decode=False)))
        except TimeoutError:
            return

    def widget(self, ending: str) -> str:
        """The id of the widget whose key ends so."""
        return next(widget for widget in self.parts if widget.endswith(ending))

    def _take(self, message: ForwardMsg) -> bool:
        match message.WhichOneof("type"):
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                return message.script_finished in _OVER
            case "delta" if message.delta.WhichOneof("type") == "add_block":
                if popover := message.delta.add_block.popover.id:
                    self.parts[popover] = message.delta.fragment_id
            case "delta" if message.delta.WhichOneof("type") == "new_element":
                element = message.delta.new_element
                kind = element.WhichOneof("type")
                self.errors += kind == "exception"
                if kind == "html":
                    self.html.append(element.html.body)
                elif kind == "alert":
                    self.alerts.append(element.alert.body)
                elif kind and hasattr(shown := getattr(element, kind), "id"):
                    self.parts[shown.id] = message.delta.fragment_id
                    self.options[shown.id] = list(getattr(shown, "options", ()))
        return False


@asynccontextmanager
async def reader(address: str, query: str = "", *, headers: Sequence[tuple[str, str]] = ()) -> AsyncIterator[Reader]:
    """A session of the dashboard at an http address that has not asked for anything yet."""
    stream = f"{address.replace('http', 'ws', 1)}/_stcore/stream"
    protocols = [Subprotocol("streamlit")]
    async with connect(
        stream,
        origin=Origin(address),
        subprotocols=protocols,
        additional_headers=headers,
        max_size=2**28,
        ping_interval=None,
    ) as connection:
        yield Reader(connection, query)
