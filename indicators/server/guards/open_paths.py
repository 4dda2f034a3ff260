"""A path → whether something answers there: all that is not listed here is shut."""

from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Final

from indicators.settings import RouteName

OWN: Final = ("/", "/livez", "/readyz", "/index.html", "/data", "/site")
OWN_FOLDERS: Final = ("/curate/", "/data/", "/download/", "/site/")
"""Those whose routes say themselves what is not there."""
NEEDED: Final = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream")
"""The addresses of Streamlit that its pages ask for."""
NEEDED_FOLDERS: Final = ("/_stcore/bidi-components/", "/media/")
OPTIONAL: Final[Mapping[RouteName, tuple[str, ...]]] = {
    "agent": ("/_stcore/agent/",),
    "auth": ("/auth/login", "/auth/logout", "/oauth2callback"),
    "component": ("/component/",),
    "metrics": ("/_stcore/metrics",),
    "script-health-check": ("/_stcore/script-health-check",),
    "upload_file": ("/_stcore/upload_file/",),
}
"""The other addresses of Streamlit by the names that open them; a folder ends in a slash."""


def is_open(path: str, files: Collection[str], routes: Collection[RouteName]) -> bool:
    """True if something may answer at a path: our routes, Streamlit's files, what pages need, what is switched on."""
    switched_on = tuple(address for name in routes for address in OPTIONAL[name])
    exact = path in {*OWN, *NEEDED} or path in files or path in switched_on
    folders = (*OWN_FOLDERS, *NEEDED_FOLDERS, *(address for address in switched_on if address.endswith("/")))
    return exact or path.startswith(folders)


def streamlit_files(folder: Path) -> frozenset[str]:
    """The paths of the files that Streamlit's pages are made of."""
    return frozenset(f"/{file.relative_to(folder).as_posix()}" for file in folder.rglob("*") if file.is_file())
