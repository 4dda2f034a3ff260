"""The middleware around everything: whose request it is, whether anything is open there, the headers of the answer."""

from pathlib import Path
from typing import Any, Final

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config, file_util
from uvicorn.protocols.utils import ClientDisconnected

from indicators.server import answers, errors, paths
from indicators.server.curate.own_port import OwnPort
from indicators.server.guards import headers, hosts, open_paths
from indicators.settings import Settings
from indicators.words import hosting as words

_STARTS: Final = frozenset({"http.response.start", "websocket.http.response.start"})
LONGEST_MESSAGE: Final = 2_000_000
"""Bytes of a message of a browser, unpacked; of those that are read, some are too long for ``browser_messages``."""
_ANYBODY: Final = frozenset({"/livez", "/readyz"})
"""A watcher asks for them by an address of the machine."""


class Surroundings:
    """What stands around Streamlit's application and our routes."""

    def __init__(self, app: ASGIApp, *, settings: Settings, own_port: OwnPort) -> None:
        self._app, self._settings, self._own_port = app, settings, own_port
        folder = Path(file_util.get_static_dir())
        self._files = open_paths.streamlit_files(folder)
        self._inline = headers.hashes((folder / "index.html").read_text(encoding="utf-8"))
        self._base = paths.base_of(config.get_option("server.baseUrlPath"))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] not in {"http", "websocket"}:
            _set_up_uvicorn(send)
            await self._app(scope, receive, send)
            return
        path = scope["path"] if scope["path"] in _ANYBODY else paths.below(self._base, scope)
        query, also = _text(scope["query_string"]), self._own_port.address
        own = headers.every(path or "", query, embed=self._settings.embed, inline=self._inline, also=also)
        answer = _Answer(scope, send, own)
        try:
            refusal = self._refusal(scope, path)
            if refusal is None:
                await self._app(scope, receive, answer.send)
            else:
                await answers.send(refusal, scope, receive, answer.send)
        except ClientDisconnected:  # the reader has gone, which uvicorn takes as it is
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, the log has it, and the reader no trace of it
            failure = answers.refusal(words.FAILED, 500, facts={"reference": errors.logged(error)})
            if answer.begun:
                await answer.end()
            else:
                await answers.send(failure, scope, receive, answer.send)

    def _refusal(self, scope: Scope, path: str | None) -> Response | None:
        """The answer to who must not ask, or asks for what is not open; None for all others."""
        asked = Headers(scope=scope)
        host = _only(asked.getlist("host"))
        if path not in _ANYBODY and not hosts.is_allowed(host, self._settings):
            return answers.refusal(words.FOREIGN_HOST, 403)
        if path is None or not open_paths.is_open(path, self._files, self._settings.routes):
            return answers.refusal(words.NOT_FOUND, 404, home=f"{scope.get('root_path', '')}{self._base}/")
        if scope["type"] == "websocket":
            origin = _only(asked.getlist("origin"))
            if not hosts.origin_is_own(origin, host, self._settings):
                return answers.refusal(words.FOREIGN_ORIGIN, 403)
            _set_host(scope, str(origin).partition("://")[2])
        return None


class _Answer:
    """What is sent back for a request, with our headers at its start."""

    def __init__(self, scope: Scope, send: Send, own: dict[str, str]) -> None:
        self._scope, self._send, self._own = scope, send, own
        self.begun = self.ended = False

    async def send(self, message: Message) -> None:
        """Pass a message on."""
        if not self.begun:
            self.begun = True
            kind = message["type"]
            if kind in _STARTS:
                secure = self._scope.get("scheme") in {"https", "wss"}
                theirs = headers.dated(message.get("headers", ()), self._scope["path"])
                message = {**message, "headers": headers.added(theirs, self._own, secure=secure)}
            elif kind == "websocket.close" and answers.can_deny(self._scope):  # it was never opened
                self.begun = False
                await answers.send(answers.refusal(words.FOREIGN_ORIGIN, 403), self._scope, _nothing, self.send)
                return
        self.ended = message["type"] == "websocket.close"
        await self._send(message)

    async def end(self) -> None:
        """Close a websocket after an error; the rest of another answer is missing, as its length says."""
        if self._scope["type"] == "websocket" and not self.ended:
            await self._send({"type": "websocket.close", "code": 1011})


async def _nothing() -> Message:
    return {"type": "http.disconnect"}


def _only(values: list[str]) -> str | None:
    return values[0] if len(values) == 1 else None


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")


def _set_host(scope: Scope, host: str) -> None:
    """Make the Host that of the Origin, which has been looked at: for another one Streamlit would ask who it is itself.

    It would ask an outside service for the address of this machine, and serve nobody meanwhile.
    """
    others = [(name, value) for name, value in scope["headers"] if name != b"host"]
    scope["headers"] = [*others, (b"host", host.encode("latin-1"))]


def _set_up_uvicorn(send: Any) -> None:
    """Keep uvicorn, which calls us as it starts, from naming itself in every answer, as ``--no-server-header`` does.

    Nor does it keep a long message in memory, as with ``--ws-max-size``: by itself it takes 16 MB, and from Streamlit
    what a page may be sent, 50 MB, of each connection whose message does not end.
    """
    server = getattr(getattr(send, "__self__", None), "config", None)
    if server is not None and isinstance(longest := getattr(server, "ws_max_size", None), int):
        server.ws_max_size = min(longest, LONGEST_MESSAGE)
    names = getattr(server, "encoded_headers", None)
    if isinstance(names, list):
        names[:] = [(name, value) for name, value in names if name != b"server"]
