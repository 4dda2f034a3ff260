"""A framed figure → PNG or SVG on the server: one warm browser for all, and no boxes for Chinese."""

import asyncio
import atexit
import importlib
import importlib.util
import os
import re
import shutil
import sys
import threading
import time
from collections.abc import Coroutine
from functools import cache
from typing import Any, Final, Literal

from indicators.export import fonts, plotlyjs

DrawnFormat = Literal["png", "svg"]
Missing = Literal["extra", "browser", "font"]
"""Why no image can be made here: the extra is not installed, there is no browser, or no font has Chinese in it."""

PATIENCE: Final = 60.0
"""Seconds that an image may take, including the start of the browser for the first one."""
IDLE: Final = 120.0
"""Seconds after which a browser that draws nothing is stopped: it holds 300 MB, and starts in two seconds."""
BROWSERS: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
_NOWHERE: Final = "http://127.0.0.1:9"
"""A proxy at which nothing listens, so that no request of the browser leaves this machine."""
_LIBRARIES: Final = ("kaleido", "vl_convert")
"""Those of the extra export that images are made with."""


class UnavailableError(Exception):
    """No image can be made on this machine, for the reasons in ``missing``."""

    def __init__(self, missing: tuple[Missing, ...]) -> None:
        super().__init__(*missing)
        self.missing = missing


class FailedError(Exception):
    """The browser failed to draw; the argument is the technical reason."""


# --- what is installed -----------------------------------------------------------------------------------------------


def missing(*, chinese: bool = True) -> tuple[Missing, ...]:
    """What has to be installed before an image can be made; a Chinese font only for one with ``chinese`` text."""
    parts: list[Missing] = []
    if any(importlib.util.find_spec(library) is None for library in _LIBRARIES):
        parts.append("extra")
    if browser() is None:
        parts.append("browser")
    if chinese and not fonts.has_chinese_font():
        parts.append("font")
    return tuple(parts)


def browser() -> str | None:
    """The path of Chromium or Chrome: the one that $CHROMIUM names, else the first one in PATH."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in BROWSERS if (path := shutil.which(name))), None)


# --- the browser that draws ------------------------------------------------------------------------------------------


class Renderer:
    """Draws images in a browser that it starts for the first one and keeps until none is asked for any more.

    There is one browser, whose images are drawn one after the other. It is safe to use from several threads.
    """

    def __init__(self, idle: float = IDLE) -> None:
        self._turn = threading.Lock()
        self._idle = idle
        self._used = 0.0
        self._watch: threading.Timer | None = None
        self._loop: asyncio.AbstractEventLoop | None = None
        self._thread: threading.Thread
        self._kaleido: Any = None
        self._can = frozenset[bool]()

    @property
    def warm(self) -> bool:
        return self._kaleido is not None

    def render(self, figure: dict[str, Any], format_name: DrawnFormat, *, width: int, scale: float = 1) -> bytes:
        """The image of a figure whose layout has its height.

        Raises UnavailableError if something is not installed, and FailedError if the browser does not draw the figure;
        the next image then starts a new browser.
        """
        self._look_for_all(chinese=fonts.has_chinese(figure))
        options = {"format": format_name, "width": width, "height": figure["layout"]["height"], "scale": scale}
        with self._turn:
            try:
                if self._kaleido is None:
                    self._start()
                drawn: bytes = self._wait(self._kaleido.calc_fig(figure, opts=options))
            except Exception as error:
                self._stop()
                raise FailedError(f"{type(error).__name__}: {error}"[:300]) from error
            self._used = time.monotonic()
            if self._watch is None:
                self._watch_for(self._idle)
        return _steady(drawn, format_name)

    def close(self) -> None:
        """Stop the browser, if it runs."""
        with self._turn:
            self._stop()

    def _watch_for(self, seconds: float) -> None:
        """Look after so many seconds whether the browser is needed still."""
        self._watch = threading.Timer(seconds, self._rest)
        self._watch.daemon = True
        self._watch.start()

    def _rest(self) -> None:
        """Stop the browser if it has drawn nothing for a while."""
        with self._turn:
            left = self._used + self._idle - time.monotonic()
            if self._kaleido is not None and left > 0:
                self._watch_for(left)
            else:
                self._stop()

    def _look_for_all(self, *, chinese: bool) -> None:
        """Raise UnavailableError if something is missing; a check that has passed is not repeated."""
        if self.warm and chinese in self._can:
            return
        if lacking := missing(chinese=chinese):
            raise UnavailableError(lacking)
        self._can |= {chinese}

    def _start(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=_run, args=(self._loop,), name="indicators-renderer", daemon=True)
        self._thread.start()
        kaleido = importlib.import_module("kaleido")  # of the extra export, and half a second to import
        self._kaleido = kaleido.Kaleido(
            timeout=PATIENCE,
            plotlyjs=plotlyjs.PATH,
            mathjax=False,  # else it is fetched from a CDN
            path=browser(),
            enable_sandbox=sys.platform != "linux" or os.geteuid() != 0,  # Chromium has none for root
            proxy_server=_NOWHERE,
        )
        self._wait(self._kaleido.open())
        atexit.register(self.close)  # registered after kaleido's own, so that it runs before it

    def _stop(self) -> None:
        kaleido, loop = self._kaleido, self._loop
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        try:
            if kaleido is not None:
                self._wait(kaleido.close())
        except Exception:  # noqa: BLE001, S110  # it is stopped either way
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


_ROOT: Final = re.compile(r"<svg ([^>]*)>")
_ATTRIBUTE: Final = re.compile(r'[\w:-]+="[^"]*"')


def _steady(drawn: bytes, format_name: DrawnFormat) -> bytes:
    """The image without random ids, its outermost attributes in one order, so that equal figures give equal bytes."""
    if format_name == "png":
        return drawn
    svg = _ROOT.sub(lambda root: f"<svg {' '.join(sorted(_ATTRIBUTE.findall(root[1])))}>", drawn.decode(), count=1)
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
    """The renderer of this process; its browser stops with the process."""
    return Renderer()
