"""The folder of the dashboard → what its ASGI application has beside Streamlit's own routes, and around them."""

import mimetypes
import os
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from threading import Thread
from typing import Any, TypedDict

from starlette.middleware import Middleware
from starlette.routing import BaseRoute
from streamlit import config

from indicators import settings
from indicators.loading import store
from indicators.server import errors, logs, no_lookups, routes, theme_message
from indicators.server.curate.desk_client import DeskClient
from indicators.server.curate.own_port import OwnPort
from indicators.server.curate.requests import Curate
from indicators.server.files.data import DataFiles
from indicators.server.files.twin import Twin, content_types
from indicators.server.files.views import ViewFiles
from indicators.server.guards.browser_messages import Gate
from indicators.server.live import health, visits
from indicators.server.live.watch import Shown, Watch
from indicators.server.shell import Shell
from indicators.server.surroundings import Surroundings
from indicators.settings import CACHE, ROUTE_NAMES, UnusableError
from indicators.ui import app
from indicators.ui.charts import chart_downloads
from indicators.ui.session import turns
from indicators.values.text import LANGS
from indicators.words import hosting as words

Lifespan = Callable[[Any], AbstractAsyncContextManager[dict[str, Any] | None]]


class Door(TypedDict):
    """The arguments of ``st.App`` beside its script."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Lifespan
    on_script_error: Callable[[Exception], bool | None]


def of(home: Path) -> Door:
    """The routes, the middleware and the background work of the dashboard of the data in ``home``.

    Ends the program with a sentence where a setting is not understood.
    """
    try:
        chosen = settings.current()
    except UnusableError as error:
        raise SystemExit("\n".join(_sentences(error))) from None
    path = app.data_path(home)
    kept = store.of(path)
    twin = Twin(path, url=chosen.url, places=_places()) if chosen.site else None
    own_port = OwnPort(chosen)
    watch = Watch(kept, twin.want if twin else _nothing, visits.draw_anew)
    shell = Shell(lambda: watch.now, chosen.url, lambda: twin is not None and twin.files is not None)
    data = DataFiles(lambda: watch.now, chosen.url)
    client = DeskClient(path)
    curate = Curate(client, chosen, own_port, kept.vouch)
    inside = routes.below_base(shell, data, ViewFiles(kept, chosen.url), twin, curate)
    return {
        "routes": (*health.routes(kept), inside),
        "middleware": (Middleware(Surroundings, settings=chosen, own_port=own_port), Middleware(Gate)),
        "lifespan": _lifespan(watch, twin, client, own_port, curate),
        "on_script_error": errors.on_script_error,
    }


def _lifespan(watch: Watch, twin: Twin | None, client: DeskClient, own_port: OwnPort, curate: Curate) -> Lifespan:
    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        logs.arrange()
        turns.arrange()
        no_lookups.forbid()
        theme_message.keep()
        for suffix, mime in content_types():
            mimetypes.add_type(mime, suffix)
        own_port.begin(curate.answer_own, config.get_option("server.port"))
        watch.begin()
        Thread(target=chart_downloads.look_around, name="installed", daemon=True).start()
        try:
            yield
        finally:
            watch.end()
            await own_port.end()
            client.end()
            if twin is not None:
                twin.end()

    return lifespan


def _places() -> Sequence[Path]:
    """Where the folder of the static site may lie, if not among the temporary files."""
    folder = os.environ.get(CACHE)
    return (Path(folder),) if folder else ()


def _nothing(_shown: Shown) -> None:
    """What a change of the data entails where there is no static site."""


def _sentences(error: UnusableError) -> Sequence[str]:
    """Which variable says what, and what it should say, in both languages."""
    expected = words.EXPECTED[error.variable]
    names = ", ".join(ROUTE_NAMES)
    return [
        words.NOT_UNDERSTOOD.of(lang).format(
            variable=error.variable, value=logs.escaped(error.value), expected=expected.of(lang).format(names=names)
        )
        for lang in LANGS
    ]
