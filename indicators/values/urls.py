"""Web addresses that may stand in a dataset: public pages whose visible host is the host that is visited."""

import ipaddress
import re
from typing import Final
from urllib.parse import urlsplit

from indicators.values.problems import Fault

LIMIT: Final = 2000
FAULTS: Final = frozenset({"url-form", "url-scheme", "url-host", "url-userinfo", "url-port", "too-long"})

_ASCII_PRINTABLE: Final = re.compile(r"[!-~]+")
_BASE: Final = re.compile(r"[^\s?#@\"<>\\^`{|}]+")
"""Neither a query nor a fragment, since more is put behind it, nor a user's name."""
_NEVER_IN_A_URL: Final = re.compile(r'["<>\[\\\]^`{|}]')
_LABEL: Final = re.compile(r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")
_LOCAL: Final = frozenset({"localhost", "local", "internal", "intranet", "lan", "home", "test", "invalid", "example"})


def check(url: str) -> str:
    """The address itself, if a reader may be sent there.

    Raises Fault (FAULTS) for anything else than http and https, for a user name, an unusual port, a number instead of a
    host name, a name of a private network. A host name outside ASCII must be in its ``xn--`` form (RFC 5891), so that
    look-alike letters show.
    """
    if len(url) > LIMIT:
        raise Fault("too-long", limit=str(LIMIT), length=str(len(url)))
    if not _ASCII_PRINTABLE.fullmatch(url) or _NEVER_IN_A_URL.search(url):
        raise Fault("url-form", value=url[:80])
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        raise Fault("url-form", value=url[:80]) from None
    if parts.scheme not in {"http", "https"} or not url.startswith(f"{parts.scheme}://"):
        raise Fault("url-scheme", value=url[:80])
    if "@" in parts.netloc:
        raise Fault("url-userinfo", value=url[:80])
    if port not in {None, 80, 443} or parts.netloc.endswith(":"):
        raise Fault("url-port", port=parts.netloc.rpartition(":")[2])
    host = parts.netloc.partition(":")[0]
    if not _is_public_name(host):
        raise Fault("url-host", host=host[:80])
    return url


def base(address: str) -> str | None:
    """The address of a dashboard or a site, ending in a slash; None for what is no such address.

    It need not be public: whoever serves a site knows where it lies, on a port of an own network, too. A host is in the
    form in which browsers send it: 日照.中国 is xn--….
    """
    try:
        parts = urlsplit(address)
        port, host = parts.port, (parts.hostname or "").encode("idna").decode()
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or "*" in host or port == 0 or not _BASE.fullmatch(address):
        return None
    if not parts.netloc.isascii():
        address = parts._replace(netloc=f"{host}:{port}" if port else host).geturl()
    return address.rstrip("/") + "/"


def may_be_private(name: str) -> bool:
    """True of a host that can be this machine or one of an own network: by its address, or by a name that is local.

    Names do not say where they lead: whoever connects has to look at the address, too (``is_private``).
    """
    try:
        return is_private(name)
    except ValueError:
        return "." not in name or name.rpartition(".")[2] in _LOCAL or name.endswith(".home.arpa")


def is_private(address: str) -> bool:
    """True of an address in numbers that no public network leads to. Raises ValueError for what is no such address."""
    ip = ipaddress.ip_address(address)
    mapped = getattr(ip, "ipv4_mapped", None) or ip
    return (mapped.is_private or mapped.is_loopback) and not (mapped.is_link_local or mapped.is_unspecified)


def host(url: str) -> str:
    """The host name of a checked address."""
    return urlsplit(url).netloc.partition(":")[0]


def _is_public_name(name: str) -> bool:
    labels = name.split(".")
    if len(labels) < 2 or len(name) > 253 or labels[-1] in _LOCAL:
        return False
    # 127.0.0.1, 127.1 and 0x7f.1 are addresses: no top-level domain begins with a digit.
    return labels[-1][:1].isalpha() and all(map(_LABEL.fullmatch, labels))
