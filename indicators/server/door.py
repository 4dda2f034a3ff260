"""The folder of the dashboard → what its ASGI application has beside Streamlit's own routes."""

from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path
from typing import Any, TypedDict

from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from indicators.loading import store
from indicators.server import health
from indicators.server.browser_messages import Gate
from indicators.ui import app

Lifespan = Callable[[Any], AbstractAsyncContextManager[dict[str, Any] | None]]


class Door(TypedDict):
    """The arguments of ``st.App`` beside its script."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    lifespan: Lifespan


def of(home: Path) -> Door:
    """The routes, the middleware and the background work of the dashboard of the data in ``home``."""
    shown = store.of(app.data_path(home))

    @asynccontextmanager
    async def lifespan(_app: Any) -> AsyncIterator[None]:
        shown.load_in_background()
        yield

    return {"routes": health.routes(shown), "middleware": (Middleware(Gate),), "lifespan": lifespan}
