"""A framed figure → PNG, SVG or PDF on the server: one warm browser for all, and no boxes for Chinese."""

import asyncio
import atexit
import importlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Coroutine, Iterable
from functools import cache
from pathlib import Path
from typing import Any, Final, Literal

from indicators.export import plotlyjs

ImageFormat = Literal["png", "svg", "pdf"]
Missing = Literal["extra", "browser", "font"]
"""Why no image can be made here: kaleido is not installed, there is no browser, or no font has Chinese in it."""

PATIENCE: Final = 60.0
"""Seconds that one image may take; the first one starts the browser."""
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy that is none: whatever the browser itself would ask of the network stays here."""
_CHINESE: Final = re.compile(r"[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")
_FONTS: Final = re.compile(r"cjk|hans|wqy|wenquanyi|uming|ukai|simsun|msyh|yahei|droidsansfallback", re.IGNORECASE)


class UnavailableError(Exception):
    """No image can be made on this machine; each of ``missing`` is a reason."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


class FailedError(Exception):
    """The browser is there, but drew nothing; the argument is what went wrong, as a programmer says it."""


# --- what there is ---------------------------------------------------------------------------------------------------


def missing(*, chinese: bool = True) -> tuple[Missing, ...]:
    """All that has to be installed before an image can be made; where there is ``chinese`` in it, with a font."""
    found: list[Missing] = []
    if importlib.util.find_spec("kaleido") is None:
        found.append("extra")
    if browser() is None:
        found.append("browser")
    if chinese and not has_chinese_font():
        found.append("font")
    return tuple(found)


def browser() -> str | None:
    """The Chromium or Chrome of this machine: the one that $CHROMIUM names, else the first in the path."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


def has_chinese_font() -> bool:
    """Whether any font here has Chinese in it. Windows and macOS always have one."""
    if sys.platform in {"win32", "darwin"}:
        return True
    lister = shutil.which("fc-list")
    if lister is None:
        return any(_FONTS.search(path.name) for path in _font_files())
    listed = subprocess.run([lister, ":lang=zh", "family"], capture_output=True, timeout=PATIENCE, check=False)  # noqa: S603  # the program is the system's, the arguments are ours
    return bool(listed.stdout.strip())


def _font_files() -> Iterable[Path]:
    homes = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
    return (path for home in homes if home.is_dir() for path in home.rglob("*.[ot]t[fc]"))


def has_chinese(figure: Any) -> bool:
    """Whether any text in a figure is Chinese."""
    if isinstance(figure, str):
        return bool(_CHINESE.search(figure))
    if isinstance(figure, dict):
        return any(has_chinese(part) for part in figure.values())
    return isinstance(figure, list | tuple) and any(has_chinese(part) for part in figure)


# --- the browser that draws ------------------------------------------------------------------------------------------


class Renderer:
    """Starts a browser with the first image and keeps it; any thread may ask, one image is drawn at a time."""

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread
        self._kaleido: Any = None
        self._can = frozenset[bool]()

    @property
    def warm(self) -> bool:
        return self._kaleido is not None

    def render(self, figure: dict[str, Any], format_name: ImageFormat, *, width: int, scale: float = 1) -> bytes:
        """The image of a figure whose layout says its height.

        Raises UnavailableError before anything is drawn where something is missing here, and FailedError where the
        browser does not draw it; the next image then begins with a new browser.
        """
        self._look_for_all(chinese=has_chinese(figure))
        options = {"format": format_name, "width": width, "height": figure["layout"]["height"], "scale": scale}
        with self._turn:
            try:
                if self._kaleido is None:
                    self._start()
                drawn: bytes = self._wait(self._kaleido.calc_fig(figure, opts=options))
            except Exception as error:
                self._stop()
                raise FailedError(f"{type(error).__name__}: {error}"[:300]) from error
        return _steady(drawn, format_name)

    def close(self) -> None:
        """End the browser, if there is one."""
        with self._turn:
            self._stop()

    def _look_for_all(self, *, chinese: bool) -> None:
        """Raise UnavailableError where something is missing; what has been found is not looked for again."""
        if self.warm and chinese in self._can:
            return
        if lacking := missing(chinese=chinese):
            raise UnavailableError(lacking)
        self._can |= {chinese}

    def _start(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=_run, args=(self._loop,), name="indicators-renderer", daemon=True)
        self._thread.start()
        kaleido = importlib.import_module("kaleido")  # an extra, and half a second: only for who wants an image
        self._kaleido = kaleido.Kaleido(
            timeout=PATIENCE,
            plotlyjs=plotlyjs.PATH,
            mathjax=False,  # else it is fetched from a CDN
            path=browser(),
            enable_sandbox=sys.platform != "linux" or os.geteuid() != 0,  # Chromium has none for root
            proxy_server=_NOWHERE,
        )
        self._wait(self._kaleido.open())
        atexit.register(self.close)  # now, so that it comes before what kaleido itself leaves to the end

    def _stop(self) -> None:
        kaleido, loop = self._kaleido, self._loop
        try:
            if kaleido is not None:
                self._wait(kaleido.close())
        except Exception:  # noqa: BLE001, S110  # it is to be gone, and is
            pass
        finally:
            self._kaleido = self._loop = None
            atexit.unregister(self.close)
            if loop is not None:
                loop.call_soon_threadsafe(loop.stop)
                self._thread.join(PATIENCE)

    def _wait(self, work: Coroutine[Any, Any, Any]) -> Any:
        if self._loop is None:
            raise RuntimeError
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE)


def _steady(drawn: bytes, format_name: ImageFormat) -> bytes:
    """The image without what differs from one drawing of the same figure to the next: ids by chance, and the time."""
    if format_name == "pdf":
        return re.sub(rb"(?<=Date \(D:)[0-9]{14}", b"20000101000000", drawn)
    if format_name == "png":
        return drawn
    svg = drawn.decode()
    if whole := re.search(r'id="defs-([0-9a-f]+)"', svg):
        svg = re.sub(rf"\b(topdefs-|defs-|clip|p){whole[1]}", r"\1", svg)
    traces = dict.fromkeys(re.findall(r"(?:\bp-|scatter\strace)([0-9a-f]{6})\b", svg))
    for number, trace in enumerate(traces):
        svg = re.sub(rf"(\bp-|scatter\strace){trace}\b", rf"\g<1>{number}", svg)
    return svg.encode()


def _run(loop: asyncio.AbstractEventLoop) -> None:
    try:
        loop.run_forever()
    finally:
        loop.close()


@cache
def shared() -> Renderer:
    """The renderer of this process; its browser ends with it."""
    return Renderer()
