"""The surroundings of the dashboard around an application that answers everything: what still comes through is open."""

import os
from collections.abc import Mapping
from pathlib import Path

from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from streamlit import file_util

from indicators import settings
from indicators.server.curate.desk_client import DeskClient
from indicators.server.curate.own_port import OwnPort
from indicators.server.curate.requests import Curate
from indicators.server.surroundings import Surroundings
from tests import SAMPLE

INSIDE = "inside"
INDEX = Path(file_util.get_static_dir()) / "index.html"


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """What stands for Streamlit: every path is a page, and every websocket is opened."""
    if scope["type"] == "websocket":
        await WebSocket(scope, receive, send).accept()
        return
    headers = {"Server": "inner", "X-Frame-Options": "ALLOWALL", "Content-Security-Policy": "default-src *"}
    if scope["path"] == "/_stcore/health":
        headers["Set-Cookie"] = "_streamlit_xsrf=1; Path=/; SameSite=Lax"
    await PlainTextResponse(INSIDE, headers=headers)(scope, receive, send)


def door(**chosen: str) -> Surroundings:
    """The surroundings with settings: ``door(hosts="a.example")`` is INDICATORS_HOSTS=a.example."""
    environment: Mapping[str, str] = {f"INDICATORS_{name.upper()}": value for name, value in chosen.items()}
    chosen_settings = settings.read(environment)
    return Surroundings(inside, settings=chosen_settings, own_port=OwnPort(chosen_settings))


def no_curate() -> Curate:
    """The routes of the pages that read texts, for readers who are offered none of them."""
    off = settings.read({"INDICATORS_CURATE": "off"})
    return Curate(DeskClient(SAMPLE), off, OwnPort(off), lambda: None)


def clean_environment() -> dict[str, str]:
    """The environment of this process without our own variables."""
    return {name: value for name, value in os.environ.items() if not name.startswith("INDICATORS_")}
