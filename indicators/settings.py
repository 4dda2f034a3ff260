"""Environment variables → the settings of the dashboard. Each variable is named here, and read nowhere else."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, Literal, get_args
from urllib.parse import urlsplit

from indicators.values import urls

DATA: Final = "INDICATORS_DATA"
"""A file or folder to show instead of the dataset beside dashboard.py."""
URL: Final = "INDICATORS_URL"
"""The public address of the dashboard, for links that leave it."""
EMBED: Final = "INDICATORS_EMBED"
"""Who may show pages with ``?embed=true`` in a frame: none, all, or a list of origins."""
HOSTS: Final = "INDICATORS_HOSTS"
"""The host names under which the dashboard may be asked for; * for any."""
ROUTES: Final = "INDICATORS_ROUTES"
"""Those of Streamlit's own addresses that are open although the dashboard needs none of them."""
SITE: Final = "INDICATORS_SITE"
"""Whether the static site is built and served below /site/: on or off; without it, on where there is an URL."""
CACHE: Final = "INDICATORS_CACHE"
"""The folder for cached loads and for the static site, instead of the user's cache folder; empty for none."""
CURATE: Final = "INDICATORS_CURATE"
"""Where the pages that read a text are offered: on, claim (that alone) or off; without it, on the own machine only."""
FEWER: Final = "INDICATORS_FEWER"
"""Not empty where a dataset may lose any number of its figures at once."""
LLM_URL: Final = "INDICATORS_LLM_URL"
"""The address of the curator's own language model, with the interface of OpenAI; without it none is ever asked."""
LLM_MODEL: Final = "INDICATORS_LLM_MODEL"
"""The name by which that address knows the model."""
LLM_KEY: Final = "INDICATORS_LLM_KEY"
"""The key that the address asks for, if it does; it is never shown."""

RouteName = Literal["agent", "auth", "component", "metrics", "script-health-check", "upload_file"]
ROUTE_NAMES: Final[tuple[RouteName, ...]] = get_args(RouteName)
CurateChoice = Literal["", "on", "claim", "off"]
ANY: Final = "*"

_ORIGIN: Final = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")
_HOST: Final = re.compile(r"(\*\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]|\*")
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "[::1]"})
"""The host names by which a browser asks for a server on its own machine."""
_OWN_PEERS: Final = frozenset({"127.0.0.1", "::1", "::ffff:127.0.0.1"})
_NAME_AND_PORT: Final = re.compile(r"(\[[0-9a-f:.]+\]|[a-z0-9_.-]+?)\.?(?::[0-9]{1,5})?")
_SWITCH: Final[Mapping[str, bool | None]] = {"": None, "on": True, "off": False}


class UnusableError(ValueError):
    """A variable has a value that is not understood; ``words.hosting`` says what it may be.

    ``value`` is what may be shown of it: nothing of a key, or of an address that can have one in it.
    """

    def __init__(self, variable: str, value: str) -> None:
        shown = "…" if variable == LLM_KEY or (variable == LLM_URL and set(value) & set("@?#")) else value
        super().__init__(variable, shown)
        self.variable, self.value = variable, shown


@dataclass(frozen=True)
class OwnModel:
    """The language model that a curator lets read articles: where it is asked, its name there, and the key.

    ``url`` is the address of its ``chat/completions``, ``address`` what is shown of it.
    """

    url: str
    name: str
    key: str = field(default="", repr=False)

    @property
    def address(self) -> str:
        """The scheme, host and port, which say where a text is sent."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc}"


@dataclass(frozen=True)
class Settings:
    """What whoever runs the dashboard has chosen.

    ``data`` is None for the dataset beside dashboard.py. ``url`` ends in a slash, or is empty. ``embed`` are origins
    that may show pages in a frame, or ANY. ``hosts`` is empty where the variable is not set. ``routes`` are the open
    routes of Streamlit. ``site`` says whether the static site is served. ``model`` is None where none may be asked.
    ``curate`` is empty where the variable is not set.
    """

    data: Path | None
    url: str
    embed: tuple[str, ...]
    hosts: tuple[str, ...]
    routes: frozenset[RouteName]
    site: bool
    model: OwnModel | None = None
    curate: CurateChoice = ""


@dataclass(frozen=True)
class Caller:
    """Who asks: the Host and the Origin of the request, the address at the other end, and whether a proxy has been."""

    host: str | None
    origin: str | None
    peer: str | None
    forwarded: bool

    @classmethod
    def of(cls, headers: Mapping[str, str], peer: str | None) -> "Caller":
        """The caller of a request with these headers, whose names may be in any case."""
        by_name = {name.lower(): value for name, value in headers.items()}
        forwarded = any(name in _OF_PROXIES or name.startswith("x-forwarded") for name in by_name)
        return cls(by_name.get("host"), by_name.get("origin"), peer, forwarded)


_OF_PROXIES: Final = frozenset({
    *("forwarded", "via", "x-real-ip", "x-client-ip", "true-client-ip", "cf-connecting-ip", "x-original-host"),
})  # fmt: skip
"""Headers that only a proxy adds."""


@dataclass(frozen=True)
class CurateAccess:
    """What a caller is offered: the page Curate, the page that holds a draft against the data, files to write into."""

    curate: bool
    claim: bool
    write: bool


def curate_access(chosen: Settings, caller: Caller) -> CurateAccess:
    """What a caller is offered under these settings; files are written for the curator's own machine only."""
    return _curate_access(chosen, own=is_own_machine(chosen, caller))


def open_curate_access(chosen: Settings) -> CurateAccess:
    """What everybody is offered, wherever a request comes from."""
    return _curate_access(chosen, own=False)


def _curate_access(chosen: Settings, *, own: bool) -> CurateAccess:
    switched = {"on": (True, True), "claim": (own, True), "off": (False, False)}
    curate, claim = switched.get(chosen.curate, (own, own))
    return CurateAccess(curate, claim, write=own and curate)


def is_own_machine(chosen: Settings, caller: Caller) -> bool:
    """True where a browser asks on the machine on which the dashboard runs, and nobody else can.

    All of it has to say so: the address at the other end, Host and Origin (a proxy of this machine can change the Host,
    and a browser elsewhere sends the Origin that it sees), no trace of a proxy, and no setting that is made for others.
    Whoever forges an Origin behind a proxy that leaves no trace passes for it and is shown an empty page; what only the
    own machine is offered is answered at another port: see ``server.curate.own_port``.
    """
    scheme, _, origin = (caller.origin or "").lower().partition("://")
    return (
        caller.peer in _OWN_PEERS
        and not caller.forwarded
        and _host_name(caller.host) in LOOPBACK
        and scheme in {"http", "https"}
        and _host_name(origin) in LOOPBACK
        and _is_made_for_one(chosen)
    )


def has_own_machine(chosen: Settings) -> bool:
    """True where files can be written for somebody at all."""
    return _is_made_for_one(chosen) and chosen.curate != "off"


def _is_made_for_one(chosen: Settings) -> bool:
    """True where no setting says that others are to read."""
    url_host = _host_name(urlsplit(chosen.url).netloc) if chosen.url else "localhost"
    return not chosen.hosts and url_host in LOOPBACK


def _host_name(host: str | None) -> str:
    """The name in a Host, without its port; empty where it is none."""
    match = _NAME_AND_PORT.fullmatch((host or "").lower())
    return match[1] if match else ""


def current() -> Settings:
    """The settings of this process. Raises UnusableError."""
    return read(os.environ)


def read(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment. Raises UnusableError for the first variable that is not understood."""

    def read_by(parse: Callable[[str], Any], variable: str) -> Any:
        return _read_by(parse, variable, environment)

    url: str = read_by(_url, URL)
    data = data_path(environment)
    site: bool | None = read_by(_switch, SITE)
    return Settings(
        data=data,
        url=url,
        embed=read_by(_embed, EMBED),
        hosts=read_by(_hosts, HOSTS),
        routes=read_by(_routes, ROUTES),
        site=bool(url) if site is None else site,
        curate=read_by(_curate, CURATE),
        model=own_model(environment),
    )


def _read_by(parse: Callable[[str], Any], variable: str, environment: Mapping[str, str]) -> Any:
    value = environment.get(variable, "").strip()
    try:
        return parse(value)
    except ValueError:
        raise UnusableError(variable, value) from None


def own_model(environment: Mapping[str, str]) -> OwnModel | None:
    """The model that LLM_URL names, or None. Raises UnusableError for the first variable that is not understood."""
    url: str = _read_by(_model_url, LLM_URL, environment)
    if not url:
        return None
    name, key = (_read_by(parse, name, environment) for parse, name in ((_model_name, LLM_MODEL), (_key, LLM_KEY)))
    return OwnModel(url, name, key)


def data_path(environment: Mapping[str, str]) -> Path | None:
    """The file or folder that DATA names, if it names one."""
    value = environment.get(DATA, "")
    return Path(value) if value else None


def _url(value: str) -> str:
    address = urls.base(value) if value else ""
    if address is None:
        raise ValueError(value)
    return address


def _model_url(value: str) -> str:
    """The address that is asked: below ``/v1`` where none but the host is given.

    It is asked without encryption only where it can be in an own network (``values.urls.may_be_private``).
    """
    if not value:
        return ""
    base = urls.base(value)
    parts = urlsplit(base or "")
    if base is None or not value.isascii() or not _HOST_AND_PORT.fullmatch(parts.netloc.lower()):
        raise ValueError(value)
    if parts.scheme == "http" and not urls.may_be_private(parts.hostname or ""):
        raise ValueError(value)
    path = parts.path.rstrip("/").removesuffix(_ASKED) or "/v1"
    return f"{parts.scheme}://{parts.netloc.lower()}{path}{_ASKED}"


_ASKED: Final = "/chat/completions"
_HOST_AND_PORT: Final = re.compile(r"([a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(:[0-9]{1,5})?")


def _model_name(value: str) -> str:
    if not value or len(value) > _LONGEST_NAME or not value.isprintable():
        raise ValueError(value)
    return value


_LONGEST_NAME: Final = 200


def _key(value: str) -> str:
    """A key as a header can hold it: nothing that would end the header."""
    if not _KEY.fullmatch(value):
        raise ValueError(value)
    return value


_KEY: Final = re.compile(r"[!-~]{0,4096}")


def _embed(value: str) -> tuple[str, ...]:
    if value.lower() in {"", "all"}:
        return (ANY,)
    return () if value.lower() == "none" else _each(value, _ORIGIN)


def _hosts(value: str) -> tuple[str, ...]:
    return _each(value, _HOST)


def _each(value: str, pattern: re.Pattern[str]) -> tuple[str, ...]:
    """The words of a list, with spaces or commas between them, all of this form. Raises ValueError."""
    words = tuple(value.lower().replace(",", " ").split())
    if not all(map(pattern.fullmatch, words)):
        raise ValueError(value)
    return words


def _routes(value: str) -> frozenset[str]:
    names = frozenset(value.replace(",", " ").split())
    if not names <= {*ROUTE_NAMES}:
        raise ValueError(value)
    return names


def _curate(value: str) -> str:
    if value.lower() not in get_args(CurateChoice):
        raise ValueError(value)
    return value.lower()


def _switch(value: str) -> bool | None:
    if value.lower() not in _SWITCH:
        raise ValueError(value)
    return _SWITCH[value.lower()]
