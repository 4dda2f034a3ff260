"""What the dashboard answers beside its pages: to GET and HEAD only, whatever comes after our routes."""

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import Mount

from indicators import study
from indicators.loading.store import Store
from indicators.server import routes
from indicators.server.files.data import DataFiles
from indicators.server.files.views import ViewFiles
from indicators.server.live.watch import Shown
from indicators.server.shell import Shell
from tests import SAMPLE
from tests.server.asgi import ask
from tests.server.doors import no_curate

LATER = "what comes after our routes"
"""Streamlit answers every path that nobody has taken."""


@pytest.fixture(scope="module")
def app() -> Starlette:
    store = Store(SAMPLE)
    snapshot = store.current()
    assert snapshot.dataset is not None
    shown = Shown(study.of(snapshot.dataset), snapshot.digest)
    shell = Shell(lambda: shown, "", lambda: False)
    ours = routes.below_base(shell, DataFiles(lambda: shown, ""), ViewFiles(store, ""), None, no_curate())
    return Starlette(routes=[ours, Mount("/", PlainTextResponse(LATER))])


PATHS = ("/", "/index.html", "/data", "/data/", "/data/sample.json", "/download/csv", "/site", "/site/", "/site/zh/")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
@pytest.mark.parametrize("path", PATHS)
def test_other_methods_are_told_what_is_allowed(app: Starlette, path: str, method: str) -> None:
    answer = ask(app, path, method=method)
    assert (answer.status, {*answer.header("Allow").split(", ")}) == (405, {"GET", "HEAD"})
    assert LATER not in answer.text


def test_a_head_has_the_length_and_no_more(app: Starlette) -> None:
    key = Store(SAMPLE).current().dataset
    assert key is not None
    for path in ("/", "/data/", f"/data/{key.about.id}.json"):
        whole, head = ask(app, path), ask(app, path, method="HEAD")
        assert (head.status, head.header("Content-Length")) == (200, str(len(whole.body))), path


def test_what_is_none_of_ours_is_passed_on(app: Starlette) -> None:
    assert ask(app, "/_stcore/health", method="POST").text == LATER
