"""The Host and the Origin of a request → whether it was meant for this dashboard, or another site sent it.

A site whose name is made to point to this machine (DNS rebinding) has its own name as Host; a page of another site that
opens a websocket has its own address as Origin.
"""

import re
import socket
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from starlette.requests import Request

from indicators.settings import ANY, LOOPBACK, Caller, Settings

_HOST: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?)\.?(?::([0-9]{1,5}))?")
_ADDRESS: Final = re.compile(r"\[[0-9a-f:.]+\]|[0-9]{1,3}(?:\.[0-9]{1,3}){3}")
_PORTS: Final = {"http": 80, "https": 443}


def is_allowed(host: str | None, settings: Settings) -> bool:
    """True if the dashboard may be asked for under this Host.

    Without HOSTS that are all names that nobody outside can point elsewhere: addresses in numbers, names without a dot
    and names of the local network. The host of URL, and this machine itself, are always allowed.
    """
    name, _ = _parsed(host)
    if name is None:
        return False
    if name in LOOPBACK or name == urlsplit(settings.url).hostname:
        return True
    if not settings.hosts:
        is_local = "." not in name or name.endswith((".local", ".localhost")) or name == _own_name()
        return is_local or _ADDRESS.fullmatch(name) is not None
    return any(_matches(name, pattern) for pattern in settings.hosts)


def origin_is_own(origin: str | None, host: str | None, settings: Settings) -> bool:
    """True if the page that sends a request was served by this dashboard: its Origin is the Host, or that of URL."""
    parts = _origin(origin)
    if parts is None:
        return False
    scheme, name, port = parts
    own_name, own_port = _parsed(host)
    return (name, port) == (own_name, own_port or _PORTS[scheme]) or parts == _origin(_origin_of(settings.url))


def caller_of(request: Request) -> Caller:
    """Who sends a request; of a header that comes twice all values count."""
    headers = {name: ", ".join(request.headers.getlist(name)) for name in request.headers}
    return Caller.of(headers, request.client.host if request.client else None)


def _matches(name: str, pattern: str) -> bool:
    return pattern == ANY or (name.endswith(pattern[1:]) if pattern.startswith("*.") else name == pattern)


def _parsed(host: str | None) -> tuple[str | None, int | None]:
    match = _HOST.fullmatch((host or "").lower())
    return (match.group(1), int(match.group(2)) if match.group(2) else None) if match else (None, None)


def _origin(origin: str | None) -> tuple[str, str, int] | None:
    """Scheme, host and port of an Origin; None for what is none, ``null`` above all."""
    scheme, _, host = (origin or "").lower().partition("://")
    name, port = _parsed(host)
    return (scheme, name, port or _PORTS[scheme]) if name and scheme in _PORTS else None


def _origin_of(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


@cache
def _own_name() -> str:
    return socket.gethostname().lower()
