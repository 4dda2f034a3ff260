"""The addresses of files of pages: what is answered to whom."""

import asyncio
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from indicators.export.renderer import FailedError
from indicators.loading.store import Store
from indicators.server.files import views
from indicators.server.files.views import ViewFiles
from indicators.ui import files
from indicators.ui.files import ViewFile
from tests import SAMPLE, loops
from tests.server.asgi import HOST, ask

CSV = "/download/csv?page=sources&lang=en"


def door(store: Store, url: str = "") -> Starlette:
    return Starlette(routes=[Route("/download/{form:path}", ViewFiles(store, url).file)])


def test_a_file_is_an_attachment_with_the_address_of_the_dashboard() -> None:
    store = Store(SAMPLE)
    for url, home in (("", f"http://{HOST}/"), ("https://example.org/stats/",) * 2):
        answer = ask(door(store, url), CSV)
        assert answer.status == 200
        assert answer.header("content-disposition") == 'attachment; filename="rizhao.csv"'
        assert answer.header("content-type") == "text/csv; charset=utf-8"
        assert f"{home}?figure=" in answer.body.decode()


@pytest.mark.parametrize(
    "link",
    [
        *("/download/exe?page=sources", "/download/?page=sources", "/download/csv", "/download/../csv?page=sources"),
        *("/download/csv?page=figures&region=nobody", f"/download/csv?page=figures&find={'x' * 70_000}"),
        *("/download/csv?page=figures&region=%FF%00", "/download/html?page=explore&chart=__class__"),
    ],
    ids=lambda link: link[:60],
)
def test_what_no_page_offers_is_not_found(link: str) -> None:
    assert ask(door(Store(SAMPLE)), link).status == 404


def test_without_data_there_is_no_file_yet(tmp_path: Path) -> None:
    assert ask(door(Store(tmp_path / "nothing.yaml")), CSV).status == 503


def test_a_file_is_made_once_and_images_that_fail_are_no_error_page(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []

    def fails() -> bytes:
        raise FailedError("no browser")

    def makes() -> bytes:
        made.append("csv")
        return b"a"

    def of(_snapshot: Any, form: str, *_: object) -> ViewFile:
        return ViewFile("a.csv", "text/csv", makes) if form == "csv" else ViewFile("b.pdf", "x", fails, drawn=True)

    monkeypatch.setattr(files, "of", of)
    app = door(Store(SAMPLE))
    assert [ask(app, CSV).body for _ in range(3)] == [b"a"] * 3
    assert made == ["csv"]
    failed = ask(app, "/download/pdf?page=explore&chart=region")
    assert (failed.status, failed.header("retry-after")) == (503, "5")


def together(made: ViewFiles, queries: Sequence[str]) -> list[Response]:
    """The answers to these queries for a CSV, asked for at the same time."""

    async def ask_all() -> list[Response]:
        scope = {"type": "http", "method": "GET", "path": "/download/csv", "path_params": {"form": "csv"}}
        fixed = {**scope, "headers": [(b"host", HOST.encode())], "scheme": "http", "server": ("x", 80)}
        return await asyncio.gather(
            *(made.file(Request({**fixed, "query_string": query.encode()})) for query in queries)
        )

    return loops.run(ask_all())


def test_who_comes_when_many_wait_is_asked_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "MOST_WAITING", 2)
    answers = together(ViewFiles(Store(SAMPLE), ""), [f"page=figures&sheet={number + 2}" for number in range(5)])
    assert sorted(answer.status_code for answer in answers) == [200, 200, 503, 503, 503]


def test_what_many_ask_for_at_once_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []

    def make() -> bytes:
        made.append(1)
        time.sleep(0.05)
        return b"a"

    monkeypatch.setattr(files, "of", lambda *_: ViewFile("a.csv", "text/csv", make))
    answers = together(ViewFiles(Store(SAMPLE), ""), ["page=sources"] * 20)
    assert [answer.body for answer in answers] == [b"a"] * 20
    assert len(made) == 1
