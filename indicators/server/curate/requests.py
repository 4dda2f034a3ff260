"""Requests of the pages Curate and Claim → their answers: who asks, and how much, is looked at; the text goes on.

At the port of the dashboard is answered what everybody is offered; what only the curator's own machine is, at a second
one (``own_port``).
"""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from typing import Final

from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from indicators import settings
from indicators.curate.desk.requests import wire
from indicators.curate.desk.requests.wire import DeskRequest
from indicators.server.curate.desk_client import DeskBusyError, DeskClient, NoReplyError, TooSlowError
from indicators.server.curate.own_model import SecondReader
from indicators.server.curate.own_port import TOKEN, OwnPort
from indicators.server.guards import hosts
from indicators.server.shell import language
from indicators.settings import CurateAccess, Settings
from indicators.values.text import Lang
from indicators.words.curate import review as words

OF_CLAIM: Final = "claim"
"""The request that the page for drafts sends."""
OF_MODEL: Final = "ask"
"""The request that has the curator's own model asked; where none is set up, there is no such address."""
PLACE: Final = "place"
"""The request for where all that is answered which only the own machine may send."""
_OF_OWN_MACHINE: Final = wire.WRITING | {OF_MODEL}
_OF_THE_SERVER: Final = frozenset({wire.QUESTIONS, wire.ANSWERS})
_TO_SEND: Final = 15.0
"""Seconds in which a body has to have come."""
_JSON: Final = "application/json"


class _NotPassedError(Exception):
    """A request that is not passed on."""

    def __init__(self, code: str, status: int) -> None:
        super().__init__(code)
        self.code, self.status = code, status


class Curate:
    """Answers what the pages send: it looks at who asks and how much, and leaves the text to another process."""

    def __init__(
        self, client: DeskClient, chosen: Settings, own_port: OwnPort, when_taken_back: Callable[[], None]
    ) -> None:
        self._client, self._settings, self._own_port = client, chosen, own_port
        self._when_taken_back = when_taken_back
        self._second = SecondReader(client, chosen.model) if chosen.model else None

    async def answer(self, request: Request) -> Response:
        """The answer to a request below /curate/, at the port of the dashboard."""
        return await self._answer(request, self._permit, own=False)

    async def answer_own(self, request: Request) -> Response:
        """The answer to a request at the port of the own machine, which has looked at who asks."""
        return await self._answer(request, _permit_own, own=True)

    async def _answer(
        self, request: Request, permit: Callable[[Request, CurateAccess], None], *, own: bool
    ) -> Response:
        lang = language(request)
        try:
            route = str(request.path_params["route"])
            permit(request, access_of(request, self._settings))
            if request.headers.get("Content-Type", "").partition(";")[0].strip().lower() != _JSON:
                raise _NotPassedError("not-understood", 415)
            if route == PLACE:
                return _response(json.dumps(self._place()).encode(), 200)
            body = await _body(request)
            asked = DeskRequest(route, own, lang, body)
            reply = await (self._second.read(asked) if route == OF_MODEL and self._second else self._client.ask(asked))
        except _NotPassedError as refused:
            return refusal(refused.code, refused.status, lang)
        except DeskBusyError:
            return refusal("busy", 503, lang)
        except TooSlowError:
            return refusal("too-slow", 503, lang)
        except NoReplyError:
            return refusal("failed", 500, lang)
        if route == wire.TAKE_BACK and reply.status == 200:
            self._when_taken_back()  # or else a file with fewer figures than before would be distrusted for a minute
        return _response(reply.content, reply.status)

    def _place(self) -> Mapping[str, str]:
        """Where a page of this machine sends what only such a page may send, and with what header."""
        return {"address": self._own_port.address, "header": TOKEN, "token": self._own_port.token}

    def _permit(self, request: Request, access: CurateAccess) -> None:
        """Raise _NotPassedError for what is not offered to everybody, and for a request that no page of ours sends.

        Where only the own machine has a text read, its pages send it to the port that no proxy passes on.
        """
        route = str(request.path_params["route"])
        offered = settings.open_curate_access(self._settings)
        has_place = access.write and bool(self._own_port.address)
        allowed = has_place if route == PLACE else offered.claim if route == OF_CLAIM else offered.curate
        if not allowed or route in _OF_THE_SERVER | _OF_OWN_MACHINE:
            raise _NotPassedError("not-here", 404)
        if request.method != "POST":
            raise _NotPassedError("method", 405)
        host = _only(request, "host")
        if not hosts.origin_is_own(_only(request, "origin"), host, self._settings):
            raise _NotPassedError("foreign", 403)


def access_of(request: Request, chosen: Settings) -> CurateAccess:
    """What the sender of a request is offered."""
    return settings.curate_access(chosen, hosts.caller_of(request))


def _permit_own(request: Request, access: CurateAccess) -> None:
    """Raise _NotPassedError for what the port of the own machine is not for."""
    if not access.write or str(request.path_params["route"]) in {PLACE, *_OF_THE_SERVER}:
        raise _NotPassedError("not-here", 404)


def _only(request: Request, name: str) -> str | None:
    values = request.headers.getlist(name)
    return values[0] if len(values) == 1 else None


async def _body(request: Request) -> bytes:
    """The body of a request. Raises _NotPassedError where it is too long, or does not come."""
    length = request.headers.get("Content-Length", "0")
    if not length.isascii() or not length.isdecimal() or int(length[:12]) > wire.LONGEST:
        raise _NotPassedError("too-long", 413)
    try:
        async with asyncio.timeout(_TO_SEND):
            return await _received(request.stream())
    except (TimeoutError, ClientDisconnect):
        raise _NotPassedError("not-understood", 408) from None


async def _received(stream: AsyncIterator[bytes]) -> bytes:
    body = bytearray()
    async for part in stream:
        body += part
        if len(body) > wire.LONGEST:
            raise _NotPassedError("too-long", 413)
    return bytes(body)


def refusal(code: str, status: int, lang: Lang) -> Response:
    """An answer that says why there is none."""
    content = {"error": code, "sentence": words.ERRORS[code].of(lang)}
    response = _response(json.dumps(content, ensure_ascii=False).encode(), status)
    if status == 405:
        response.headers["Allow"] = "POST"
    if code in {"busy", "too-slow"}:
        response.headers["Retry-After"] = "5"
    return response


def _response(content: bytes, status: int) -> Response:
    return Response(content, status, {"Cache-Control": "no-store"}, _JSON)
