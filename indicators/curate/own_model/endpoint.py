"""A question for the curator's own model → its answer: from its address only, within bounded time and size."""

import http.client
import json
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any, Final, Literal
from urllib.parse import urlsplit

from indicators.settings import OwnModel
from indicators.values import urls

NoAnswerReason = Literal["unreachable", "not-private", "slow", "too-long", "redirect", "status", "no-json"]
SECONDS: Final = 120
"""How long one answer may take, from the look-up of the address to its last byte."""
LARGEST: Final = 2**20
"""Bytes of one answer."""
_PIECE: Final = 2**16
_OK: Final = 200
_REDIRECTS: Final = range(300, 400)
_NO_SUCH_FORM: Final = frozenset({400, 422, 501})
"""How those answer who do not know a part of the question, such as the schema of the answer."""


class NoAnswerError(Exception):
    """The model gave no answer that could be used; nothing that its address sent is in it."""

    def __init__(self, reason: NoAnswerReason, status: int = 0) -> None:
        super().__init__(reason, status)
        self.reason, self.status = reason, status


class Endpoint:
    """Asks one model. Nothing is sent to any other address: no proxy is used, and no redirect is followed."""

    def __init__(self, model: OwnModel, seconds: float = SECONDS) -> None:
        self.model = model
        self._seconds = seconds
        self._plainly = False

    def ask(self, messages: Sequence[Mapping[str, str]], schema: Mapping[str, Any]) -> str:
        """What the model answers to some messages. Raises NoAnswerError.

        Where the address does not know how to keep to a schema, it is asked once more, and from then on, without.
        """
        body: dict[str, Any] = {"model": self.model.name, "messages": messages, "stream": False}
        if not self._plainly:
            form = {"name": "figures", "strict": True, "schema": schema}
            more = {"temperature": 0, "response_format": {"type": "json_schema", "json_schema": form}}
            try:
                return _content(self._sent({**body, **more}))
            except NoAnswerError as failure:
                if failure.status not in _NO_SUCH_FORM:
                    raise
            self._plainly = True
        return _content(self._sent(body))

    def _sent(self, body: Mapping[str, Any]) -> bytes:
        """The body of the answer. Raises NoAnswerError."""
        limit = _TimeLimit(self._seconds)
        try:
            with closing(self._connected(limit)) as plain, limit.ends(plain):
                answer = self._exchanged(plain, json.dumps(body).encode())
        except NoAnswerError:
            raise
        except (OSError, ValueError, http.client.HTTPException) as error:  # its text can hold what was sent
            raise NoAnswerError("slow" if limit.is_over or isinstance(error, TimeoutError) else "unreachable") from None
        if limit.is_over:  # an answer whose length nobody said ends where the connection does
            raise NoAnswerError("slow")
        return answer

    def _connected(self, limit: "_TimeLimit") -> socket.socket:
        """A connection to the address; without encryption only to one that no public network leads to."""
        parts = urlsplit(self.model.url)
        encrypted = parts.scheme == "https"
        places = _looked_up(parts.hostname or "", parts.port or (443 if encrypted else 80), limit)
        usable = [place for place in places if encrypted or urls.is_private(str(place[4][0]).partition("%")[0])]
        if places and not usable:
            raise NoAnswerError("not-private")
        for family, kind, protocol, _, place in usable:
            connection = socket.socket(family, kind, protocol)
            connection.settimeout(limit.left)
            with suppress(OSError):
                connection.connect(place)
                connection.settimeout(limit.left)
                return connection
            connection.close()
        raise NoAnswerError("slow" if limit.is_over else "unreachable")

    def _exchanged(self, plain: socket.socket, body: bytes) -> bytes:
        parts = urlsplit(self.model.url)
        connection = http.client.HTTPConnection(parts.netloc)
        connection.sock = plain
        if parts.scheme == "https":
            connection.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=parts.hostname)
        headers = {"Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        if self.model.key:
            headers["Authorization"] = f"Bearer {self.model.key}"
        with closing(connection):
            connection.request("POST", parts.path, body, {**headers, "User-Agent": "indicators"})
            with closing(connection.getresponse()) as response:
                if response.status in _REDIRECTS:
                    raise NoAnswerError("redirect", response.status)
                if response.status != _OK:
                    raise NoAnswerError("status", response.status)
                return _bounded(response)


def _looked_up(host: str, port: int, limit: "_TimeLimit") -> list[Any]:
    """The places that a host name leads to; a look-up has no time limit of its own."""
    places: list[Any] = []

    def look_up() -> None:
        with suppress(OSError, UnicodeError):
            places.extend(socket.getaddrinfo(host, port, type=socket.SOCK_STREAM))

    thread = threading.Thread(target=look_up, daemon=True)
    thread.start()
    thread.join(limit.left)
    if thread.is_alive():
        raise NoAnswerError("slow")
    return places


class _TimeLimit:
    """The time that an exchange has from now on."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    @property
    def left(self) -> float:
        """The seconds that are left, and at least an instant: none would mean without a limit."""
        return max(self._end - time.monotonic(), _INSTANT)

    @property
    def is_over(self) -> bool:
        return time.monotonic() >= self._end

    @contextmanager
    def ends(self, connection: socket.socket) -> Iterator[None]:
        """Hang up where the time is over, wherever an exchange stands: each byte that comes would prolong it."""
        with closing(connection.dup()) as same:
            timer = threading.Timer(self.left, _hang_up, [same])
            timer.daemon = True
            timer.start()
            try:
                yield
            finally:
                timer.cancel()


_INSTANT: Final = 0.001


def _hang_up(connection: socket.socket) -> None:
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)


def _bounded(response: http.client.HTTPResponse) -> bytes:
    """The body of an answer, of which no more is read than it may have."""
    if (response.length or 0) > LARGEST:
        raise NoAnswerError("too-long")
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(_PIECE):
        size += len(piece)
        if size > LARGEST:
            raise NoAnswerError("too-long")
        pieces.append(piece)
    return b"".join(pieces)


def _content(body: bytes) -> str:
    """The words of an answer in the form of ``chat/completions``. Raises NoAnswerError."""
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (ValueError, LookupError, TypeError, RecursionError):
        raise NoAnswerError("no-json") from None
    if not isinstance(content, str):
        raise NoAnswerError("no-json")
    return content
