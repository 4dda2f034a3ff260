"""What only a curator may do → a second port of this machine at which it is asked for, and who may ask there.

A proxy that names itself as Host and adds no header makes everybody seem to sit at this machine, who sends an Origin of
it. But it passes on the port of the dashboard, and no other: so texts are read and files written for who reaches a
second port, at 127.0.0.1, and brings a token that only pages of the first one can read. Other users of the machine are
refused, too. Texts that everybody may have read are read at the first port.
"""

import asyncio
import os
import secrets
import socket
from collections.abc import Awaitable, Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators import settings
from indicators.server import answers
from indicators.server.guards import hosts
from indicators.settings import Settings
from indicators.words import hosting as words

Answering = Callable[[Request], Awaitable[Response]]

HOST: Final = "127.0.0.1"
TOKEN: Final = "Indicators-Token"  # noqa: S105  # a name
"""The header with the token of the page."""
BEYOND: Final = 1000
"""So far above the dashboard's own port it is, where that one is free: a tunnel can be told, and a restart keeps it."""
_HIGHEST: Final = 65_535
_TABLES: Final = (Path("/proc/net/tcp"), Path("/proc/net/tcp6"))
"""Where Linux lists the connections of the machine, each with its user."""
_ROOT: Final = 0


class OwnPort:
    """The second port, where the settings leave room for a curator; ``address`` is empty until it is open."""

    def __init__(self, chosen: Settings) -> None:
        self._settings = chosen
        self._server: uvicorn.Server | None = None
        self._task: asyncio.Task[None] | None = None
        self.address = ""
        self.token = secrets.token_urlsafe(32)

    def begin(self, answer: Answering, port: int) -> None:
        """Listen beside the dashboard, which listens at ``port``, and have ``answer`` answer who may ask."""
        if not settings.has_own_machine(self._settings):
            return
        listening = _listening(port + BEYOND)
        self._server = _Server(uvicorn.Config(
            self.app(answer), lifespan="off", ws="none", log_config=None, access_log=False,
            proxy_headers=False, server_header=False, h11_max_incomplete_event_size=2**14,
        ))  # fmt: skip
        self._task = asyncio.get_running_loop().create_task(self._server.serve([listening]))
        self.address = f"http://{HOST}:{listening.getsockname()[1]}"

    async def end(self) -> None:
        """Stop listening; what is being answered goes on for a moment."""
        self.address = ""
        if self._server is not None and self._task is not None:
            self._server.should_exit = True
            await asyncio.wait({self._task}, timeout=3)

    def app(self, answer: Answering) -> Starlette:
        """What is served at the port: the requests of a curator, and nothing else."""

        async def answered(request: Request) -> Response:
            if not self._is_curators(request):
                return answers.refusal(words.NOT_FOUND, 404)
            preflight = request.method == "OPTIONS"
            response = Response(status_code=204) if preflight else await answer(request)
            response.headers.update(_for(request.headers["origin"]))
            return response

        return Starlette(routes=[Route("/curate/{route}", answered, methods=("POST", "OPTIONS"))])

    def _is_curators(self, request: Request) -> bool:
        """True for a page of this machine with the token; a browser asks first, without it, whether it may send it."""
        if not settings.is_own_machine(self._settings, hosts.caller_of(request)) or request.client is None:
            return False
        if not _may_be_ours(request.client.port, _port_of(self.address)):
            return False
        given = request.headers.get(TOKEN, "")
        return request.method == "OPTIONS" or secrets.compare_digest(given.encode(), self.token.encode())


class _Server(uvicorn.Server):
    """One beside another in the same process, which is the one that hears the signals."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _for(origin: str) -> Mapping[str, str]:
    """What lets a page of another port read an answer."""
    return {
        "Access-Control-Allow-Origin": origin,
        "Access-Control-Allow-Methods": "POST",
        "Access-Control-Allow-Headers": f"Content-Type, {TOKEN}",
        "Access-Control-Expose-Headers": "Retry-After",
        "Vary": "Origin",
        "X-Content-Type-Options": "nosniff",
    }


def _listening(wanted: int) -> socket.socket:
    """A socket at the port that is wanted, or else at a free one. Raises OSError where there is none."""
    for port in (wanted, 0) if wanted <= _HIGHEST else (0,):
        bound = socket.socket()
        try:
            if os.name != "nt":  # there, this would let two servers listen
                bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            bound.bind((HOST, port))
            bound.listen(64)
        except OSError:
            bound.close()
            if port == 0:
                raise
        else:
            return bound
    raise AssertionError


def _port_of(address: str) -> int:
    return int(address.rpartition(":")[2] or 0)


def _may_be_ours(port: int, own_port: int) -> bool:
    """False where the system says that another user than ours, or root, has opened the connection from this port."""
    users = set[int]()
    read = False
    for table in _TABLES:
        try:
            lines = table.read_text("ascii").splitlines()[1:]
        except OSError:
            continue
        read = True
        for line in lines:
            _, local, remote, *rest = line.split()
            if (int(local.rpartition(":")[2], 16), int(remote.rpartition(":")[2], 16)) == (port, own_port):
                users.add(int(rest[4]))
    return not read or (bool(users) and users <= {_ROOT, os.geteuid()})
