"""Environment variables → the settings of the dashboard. Each variable is named here, and read nowhere else."""

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Literal, get_args

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
FEWER: Final = "INDICATORS_FEWER"
"""Not empty where a dataset may lose any number of its figures at once."""

RouteName = Literal["agent", "auth", "component", "metrics", "script-health-check", "upload_file"]
ROUTE_NAMES: Final[tuple[RouteName, ...]] = get_args(RouteName)
ANY: Final = "*"

_ORIGIN: Final = re.compile(r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?")
_HOST: Final = re.compile(r"(\*\.)?[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]|\*")
_SWITCH: Final[Mapping[str, bool | None]] = {"": None, "on": True, "off": False}


class UnusableError(ValueError):
    """A variable has a value that is not understood; ``words.hosting`` says what it may be."""

    def __init__(self, variable: str, value: str) -> None:
        super().__init__(variable, value)
        self.variable, self.value = variable, value


@dataclass(frozen=True)
class Settings:
    """What whoever runs the dashboard has chosen.

    ``data`` is None for the dataset beside dashboard.py. ``url`` ends in a slash, or is empty. ``embed`` are origins
    that may show pages in a frame, or ANY. ``hosts`` is empty where the variable is not set. ``routes`` are the open
    routes of Streamlit. ``site`` says whether the static site is served.
    """

    data: Path | None
    url: str
    embed: tuple[str, ...]
    hosts: tuple[str, ...]
    routes: frozenset[RouteName]
    site: bool


def current() -> Settings:
    """The settings of this process. Raises UnusableError."""
    return read(os.environ)


def read(environment: Mapping[str, str]) -> Settings:
    """The settings in an environment. Raises UnusableError for the first variable that is not understood."""

    def read_by(parse: Callable[[str], Any], variable: str) -> Any:
        value = environment.get(variable, "").strip()
        try:
            return parse(value)
        except ValueError:
            raise UnusableError(variable, value) from None

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
    )


def data_path(environment: Mapping[str, str]) -> Path | None:
    """The file or folder that DATA names, if it names one."""
    value = environment.get(DATA, "")
    return Path(value) if value else None


def _url(value: str) -> str:
    address = urls.base(value) if value else ""
    if address is None:
        raise ValueError(value)
    return address


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


def _switch(value: str) -> bool | None:
    if value.lower() not in _SWITCH:
        raise ValueError(value)
    return _SWITCH[value.lower()]
