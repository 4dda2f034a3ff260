"""A path, a port and a host → the dashboard in this process, the same as ``streamlit run dashboard.py`` shows."""

import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import streamlit as st

from indicators import settings
from indicators.server import door, start

FIRST_PORT: Final = 8501
_TRIED: Final = 50
SCRIPT: Final = Path(start.__file__).with_name("dashboard.py")


class Launch(NamedTuple):
    """What is shown, and where: an empty ``base_path`` is the top of the server."""

    data: Path
    host: str
    port: int
    base_path: str = ""

    @property
    def address(self) -> str:
        """Where a browser on this machine finds it."""
        host = "localhost" if self.host in {"", "0.0.0.0", "::", "127.0.0.1"} else self.host  # noqa: S104  # compared
        path = f"{self.base_path}/" if self.base_path else ""
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/{path}"


def free_port(host: str, wanted: int | None) -> int | None:
    """The port that is wanted, or else the first free one from FIRST_PORT; None if it is taken."""
    ports = range(FIRST_PORT, FIRST_PORT + _TRIED) if wanted is None else (wanted,)
    return next((port for port in ports if _is_free(host, port)), None)


def _is_free(host: str, port: int) -> bool:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
        if os.name != "nt":  # there, this would let two servers listen
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def run(launch: Launch, on_ready: Callable[[], None]) -> None:
    """Serve until the process is told to stop; ``on_ready`` is called before the first answer.

    Settings and theme are those beside SCRIPT, over which STREAMLIT_… environment variables go as always.
    """
    os.environ[settings.DATA] = str(launch.data.absolute())
    sys.argv = [str(SCRIPT)]  # Streamlit looks beside it for settings, and not beside the command
    app = st.App(SCRIPT, **door.of(Path.cwd()))
    on_ready()
    app.run(
        config={
            "server.address": launch.host,
            "server.baseUrlPath": launch.base_path,
            "server.headless": True,
            "server.port": launch.port,
            "logger.hideWelcomeMessage": True,
        }
    )
