"""The settings and a request → the headers that keep a reader's browser safe, the same ones on every answer."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from typing import Final

from indicators.settings import ANY

Header = tuple[bytes, bytes]

PERMISSIONS: Final = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "hid", "magnetometer", "microphone"),
    *("midi", "payment", "screen-wake-lock", "serial", "usb", "xr-spatial-tracking"),
)
"""What no page of ours may ask a browser for."""
_ALWAYS: Final[Mapping[str, str]] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser would send Origin: null to ourselves
    "Permissions-Policy": ", ".join(f"{name}=()" for name in PERMISSIONS),
    "Cross-Origin-Opener-Policy": "same-origin",
}
_SOURCES: Final[Mapping[str, str]] = {
    "default-src": "'none'",
    "style-src": "'self' 'unsafe-inline'",  # Streamlit and plotly.js write style attributes
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "manifest-src": "'self'",
    "media-src": "'self'",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'none'",
}
_INLINE: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_EMBEDDED: Final = re.compile(r"(?:^|&)embed=true(?:&|$)", re.IGNORECASE)
_REPLACED: Final = frozenset(
    name.lower().encode()
    for name in (
        *_ALWAYS,
        "Content-Security-Policy",
        "Cross-Origin-Resource-Policy",
        "X-Frame-Options",
        "Server",
        "X-Powered-By",
    )
)
_UNDATED: Final = (b"cache-control", b"public")
"""What Streamlit says of a component's script: a browser then fetches it again at each visit."""
_KEPT: Final = "/plotly-basic.min.js"
_WEEK: Final = (b"cache-control", b"public, max-age=604800")
"""Said of the largest script, whose address has its version: a browser also keeps what it has compiled of it."""
_FRAMED_BELOW_SITE: Final = ("embed", "figure")
"""The pages of the static site that it offers for frames: a chart, and a figure."""


def hashes(document: str) -> tuple[str, ...]:
    """What a policy calls the scripts that stand in a document itself."""
    scripts = (match.group(1) for match in _INLINE.finditer(document))
    return tuple(f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'" for script in scripts)


def every(path: str, query: str, *, embed: Sequence[str], inline: Iterable[str], also: str = "") -> dict[str, str]:
    """The headers of the answer to a request; ``path`` is the one below the dashboard's own.

    ``embed`` are the origins that may show it in a frame if it is meant for that, ``inline`` the hashes of scripts,
    ``also`` what a page may send to beside its own origin.
    """
    framed = embed and meant_for_frames(path, query)
    ancestors = ("*" if ANY in embed else " ".join(embed)) if framed else "'none'"
    asked = {"connect-src": f"{_SOURCES['connect-src']} {also}"} if also else {}
    sources = {**_SOURCES, **asked, "script-src": " ".join(("'self'", *inline)), "frame-ancestors": ancestors}
    open_to_others = framed or path.startswith(("/data/", "/site/"))
    return {
        **_ALWAYS,
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in sources.items()),
        "Cross-Origin-Resource-Policy": "cross-origin" if open_to_others else "same-origin",
        **({} if framed else {"X-Frame-Options": "DENY"}),
    }


def meant_for_frames(path: str, query: str) -> bool:
    """True of the dashboard with ``?embed=true``, and of the pages of the site that have a code to embed them."""
    if path == "/":
        return _EMBEDDED.search(query) is not None
    parts = path.split("/")
    return len(parts) == 5 and parts[1] == "site" and parts[3] in _FRAMED_BELOW_SITE


def dated(headers: Iterable[Header], path: str) -> Iterator[Header]:
    """The headers of the answer at a path, with how long a browser may keep it where nobody has said so."""
    for header in headers:
        yield _WEEK if header == _UNDATED and path.endswith(_KEPT) else header


def added(headers: Iterable[Header], own: Mapping[str, str], *, secure: bool) -> list[Header]:
    """The headers of an answer with our own, each once. Cookies are kept to TLS where the request came by it."""
    kept = ((name, _secured(value) if secure and name == b"set-cookie" else value) for name, value in headers)
    return [
        *((name, value) for name, value in kept if name.lower() not in _REPLACED),
        *((name.lower().encode(), value.encode()) for name, value in own.items()),
    ]


def _secured(cookie: bytes) -> bytes:
    return cookie if b"; secure" in cookie.lower() else cookie + b"; Secure"
