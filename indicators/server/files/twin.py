"""What is shown → its static site below /site/, built in the background and exchanged in one step."""

import logging
import os
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, Protocol

from starlette.staticfiles import StaticFiles

from indicators.export import formats, renderer
from indicators.server.live.watch import Shown

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

PREFIX: Final = "indicators-site-"
BELOW: Final = "site/"
"""Where the site lies below the address of the dashboard."""
_LOCK: Final = "lock"
_PATIENCE: Final = 2
"""Seconds that the process that builds may take to end."""
_log: Final = logging.getLogger(__name__)


class Command(Protocol):
    """Names the program that builds the site of the data at a path in a folder, with or without cards for previews."""

    def __call__(self, path: Path, out: Path, *, digest: str, base: str, cards: bool) -> Sequence[str]: ...


def command(path: Path, out: Path, *, digest: str, base: str, cards: bool) -> Sequence[str]:
    """Our own program."""
    options = ("--cards",) if cards else ()
    return (sys.executable, "-m", "indicators.server.files.twin_build", str(path), str(out), digest, base, *options)


class Twin:
    """The static site of what is shown.

    It lies in a folder of its own below ``places`` (the first that can be written to) or the folder for temporary
    files, which goes when the server ends. Folders that killed servers have left behind go at the next start.
    """

    def __init__(self, path: Path, *, url: str, places: Sequence[Path] = (), build: Command = command) -> None:
        self._path, self._url, self._build = path, url, build
        self._places = (*places, Path(tempfile.gettempdir()))
        self._home: Path | None = None
        self._lock: Any = None
        self._built: list[Path] = []
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time, self._wanted, self._ended = threading.Lock(), "", False
        self.files: StaticFiles | None = None
        """The site that is served; None until the first one is built."""

    def want(self, shown: Shown) -> None:
        """Build the site of what is shown now, and stop building any other."""
        self._wanted = shown.digest
        self._stop()
        threading.Thread(target=self._make, args=(shown.digest,), name="twin", daemon=True).start()

    def end(self) -> None:
        """Stop building, and remove the folder."""
        self._ended = True
        self._stop()
        self._one_at_a_time.acquire(timeout=_PATIENCE)  # what is not removed now goes at the next start
        if self._home is not None:
            shutil.rmtree(self._home, ignore_errors=True)
            self._lock.close()
            self._home = self.files = None

    def _stop(self) -> None:
        """End the process that builds, which needs a moment to close its browser."""
        process = self._process
        if process is not None and process.poll() is None:
            process.terminate()
            try:
                process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()

    def _make(self, digest: str) -> None:
        with self._one_at_a_time:
            try:
                self._switch_to(self._new_site(digest, cards=False))
                if self._url and not renderer.missing():  # they take minutes, and need absolute addresses
                    self._switch_to(self._new_site(digest, cards=True))
            except OSError as error:
                _log.warning("the static site of digest %s could not be written: %s", digest, error.strerror)

    def _new_site(self, digest: str, *, cards: bool) -> Path | None:
        """The folder with the site of the data, or None where it could not be built."""
        if self._ended or digest != self._wanted:
            return None
        self._home = self._home or self._new_home()
        out = self._home / f"{digest[:16]}-{len(self._built)}"
        if self._built:
            shutil.copytree(self._built[-1], out, copy_function=_linked)  # what has not changed is not made again
        out.mkdir(exist_ok=True)
        base = f"{self._url}{BELOW}" if self._url else ""
        with tempfile.TemporaryFile() as errors:  # not a pipe, which a browser that stays behind would keep open
            self._process = subprocess.Popen(  # noqa: S603  # our own program
                self._build(self._path, out, digest=digest, base=base, cards=cards),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=errors,
            )
            code = self._process.wait()
            errors.seek(0)
            reason = errors.read().decode(errors="replace").strip().rpartition("\n")[2]
        if digest == self._wanted and not self._ended:
            if code == 0:
                return out
            _log.warning("no static site of digest %s: exit code %d %s", digest, code, reason)
        shutil.rmtree(out, ignore_errors=True)
        return None

    def _switch_to(self, folder: Path | None) -> None:
        if folder is None:
            return
        self.files = StaticFiles(directory=folder, html=True)
        _log.info("static site built in %s", folder)
        self._built.append(folder)
        for older in self._built[:-2]:  # one before may be read still
            shutil.rmtree(older, ignore_errors=True)

    def _new_home(self) -> Path:
        """A folder of our own. Raises OSError where none can be made."""
        for place in self._places:
            with suppress(OSError):
                place.mkdir(parents=True, exist_ok=True)
                _remove_leftovers(place)
                home = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
                self._lock = _locked(home)
                return home
        raise OSError(0, "no folder can be written to")


def _linked(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _locked(home: Path) -> Any:
    """A file that shows that the folder is in use, as long as it is open."""
    file = (home / "new").open("xb")
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return (home / "new").rename(home / _LOCK) and file


def _remove_leftovers(place: Path) -> None:
    """Remove the folders that nobody uses: a lock is gone with the process that has had it."""
    for folder in place.glob(f"{PREFIX}*") if fcntl is not None else ():  # else nobody can tell
        with suppress(OSError), (folder / _LOCK).open("rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)


def content_types() -> Sequence[tuple[str, str]]:
    """Suffix and type of the files of a site that the system may not know."""
    known = {".woff2": "font/woff2", ".js": "text/javascript", ".svg": "image/svg+xml", ".xml": "application/xml"}
    return (*known.items(), *((f".{form.suffix}", form.mime) for form in formats.FORMATS.values()))
