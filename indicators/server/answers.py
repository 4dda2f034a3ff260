"""A sentence → the whole answer to a request that gets no page: in both languages, with nothing of the request."""

from collections.abc import Mapping
from typing import Final

from starlette.responses import HTMLResponse, Response
from starlette.types import Receive, Scope, Send

from indicators.export.markup import DOCTYPE, link, tag
from indicators.values.text import LANGS, TAGS, LocalText
from indicators.words import hosting as words
from indicators.words.pages import masthead

_STYLE: Final = "body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 20vh auto; padding: 0 1rem }"
_NO_ICON: Final = tag("link", rel="icon", href="data:,")


def refusal(sentence: LocalText, status: int, *, home: str = "", facts: Mapping[str, str] | None = None) -> Response:
    """A page of one sentence; ``home`` is the address of the first page, if a link may lead there."""
    title = " · ".join(masthead.BRAND.of(lang) for lang in LANGS)
    said = [tag("p", sentence.of(lang).format_map(facts or {}), lang=TAGS[lang]) for lang in LANGS]
    back = [tag("p", link(home, words.TO_START.of(lang)), lang=TAGS[lang]) for lang in LANGS if home]
    head = tag("head", tag("meta", charset="utf-8"), tag("title", title), _NO_ICON, tag("style", _STYLE))
    html = tag("html", head, tag("body", *said, *back), lang=TAGS["zh"])
    return HTMLResponse(f"{DOCTYPE}{html}\n", status, {"Cache-Control": "no-store"})


async def send(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    """Answer a request; also one for a websocket that was not opened, where the server knows how (ASGI 2.3)."""
    if scope["type"] != "websocket":
        await response(scope, receive, send)
    elif can_deny(scope):
        headers = response.raw_headers
        await send({"type": "websocket.http.response.start", "status": response.status_code, "headers": headers})
        await send({"type": "websocket.http.response.body", "body": bytes(response.body)})
    else:
        await send({"type": "websocket.close", "code": 1008, "reason": ""})


def can_deny(scope: Scope) -> bool:
    """True if the server can send a whole answer to who wanted to open a websocket."""
    return "websocket.http.response" in scope.get("extensions", {})
