"""What the dashboard answers beside its pages → the routes of it, below the base path of the server."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Match, Route
from starlette.types import Receive, Scope, Send
from streamlit import config

from indicators.server import answers, paths
from indicators.server.curate.requests import Curate
from indicators.server.files.data import DataFiles
from indicators.server.files.twin import Twin
from indicators.server.files.views import ViewFiles
from indicators.server.shell import Shell
from indicators.words import hosting as words

_EVERY: Final = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT")
"""The methods of requests of which a route says itself that it does not take them."""
_ROUTE: Final = "indicators.route"
"""The key of a request's scope under which the route that was found stands."""


class BelowBase(BaseRoute):
    """Routes below the base path, which is known once Streamlit has read its configuration: at the first request."""

    def __init__(self, make: Callable[[str], Sequence[BaseRoute]]) -> None:
        self._make = make

    @cached_property
    def _routes(self) -> Sequence[BaseRoute]:
        return self._make(paths.base_of(config.get_option("server.baseUrlPath")))

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Whether one of the routes answers, and which; also where it says that it does not know the method (405)."""
        for route in self._routes:
            match, child = route.matches(scope)
            if match is not Match.NONE:
                return Match.FULL, {**child, _ROUTE: route}
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Have the route that was found answer."""
        route: BaseRoute = scope[_ROUTE]
        await route.handle(scope, receive, send)


def below_base(shell: Shell, data: DataFiles, views: ViewFiles, twin: Twin | None, curate: Curate) -> BelowBase:
    """The first answer, the data, the files of pages, what reads texts, and the static site if there is one."""

    async def site(request: Request) -> Response:
        return await _page(twin, request) if twin is not None else answers.refusal(words.NOT_FOUND, 404)

    async def folder(request: Request) -> Response:
        return RedirectResponse(f"{request.url.path}/", 308)

    def make(base: str) -> Sequence[BaseRoute]:
        return (
            Route(f"{base}/", shell.answer),
            Route(f"{base}/index.html", shell.answer),
            Route(f"{base}/curate/{{route:path}}", curate.answer, methods=_EVERY),
            Route(f"{base}/data", folder),
            Route(f"{base}/data/", data.index),
            Route(f"{base}/data/{{path:path}}", data.file),
            Route(f"{base}/download/{{form:path}}", views.file),
            Route(f"{base}/site", folder),
            Route(f"{base}/site/{{path:path}}", site),
        )

    return BelowBase(make)


async def _page(twin: Twin, request: Request) -> Response:
    """A file of the static site that was built last."""
    files = twin.files
    if files is None:
        early = answers.refusal(words.SITE_NOT_YET, 503)
        early.headers["Retry-After"] = "30"
        return early
    try:
        response = await files.get_response(request.path_params["path"] or ".", request.scope)
    except HTTPException as refused:
        return answers.refusal(words.NOT_FOUND, refused.status_code)
    response.headers["Cache-Control"] = "no-cache"
    return response
