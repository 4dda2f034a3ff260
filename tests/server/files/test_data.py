"""The files below /data/: those of the static site, made once, with what identifies them."""

import asyncio
import hashlib
import threading
from base64 import b64decode
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Route

from indicators import study
from indicators.export import formats
from indicators.loading.store import Store
from indicators.server.files import data
from indicators.server.files.data import DataFiles
from indicators.server.live.watch import Shown
from tests import SAMPLE, loops
from tests.server.asgi import Answer, ask

URL = "https://data.example.org/rizhao/"


@pytest.fixture(scope="module")
def shown() -> Shown:
    snapshot = Store(SAMPLE).current()
    assert snapshot.dataset is not None
    return Shown(study.of(snapshot.dataset), snapshot.digest)


def app_of(files: DataFiles) -> Starlette:
    return Starlette(routes=[Route("/data/", files.index), Route("/data/{path:path}", files.file)])


def asked(shown: Shown | None, path: str, *headers: tuple[str, str]) -> Answer:
    return ask(app_of(DataFiles(lambda: shown, URL)), f"/data/{path}", headers)


def test_the_list_says_what_there_is(shown: Shown) -> None:
    listed = asked(shown, "").json
    assert (listed["digest"], listed["license"]) == (shown.digest, shown.study.dataset.about.license)
    dataset = shown.study.dataset.about.id
    assert {"path": f"zh/{dataset}.csv", "type": "text/csv", "language": "zh"} in listed["files"]
    assert {"path": f"{dataset}.json", "type": "application/json"} in listed["files"]
    assert len(listed["files"]) == len({file["path"] for file in listed["files"]}) >= 7


@pytest.mark.parametrize(("path", "mime"), [("zh/{}.csv", "text/csv; charset=utf-8"), ("{}.json", "application/json")])
def test_a_file_is_what_the_site_has_and_says_which_data_it_is_of(shown: Shown, path: str, mime: str) -> None:
    dataset = shown.study.dataset.about.id
    answer = asked(shown, path.format(dataset))
    assert answer.status == 200
    assert answer.header("Content-Type") == mime
    assert answer.header("Indicators-Digest") == shown.digest
    digest = b64decode(answer.header("Repr-Digest").removeprefix("sha-256=:").removesuffix(":"))
    assert digest == hashlib.sha256(answer.body).digest()
    assert shown.digest in answer.text
    assert (f"{URL}?figure=" in answer.text) == path.endswith(".csv")
    again = asked(shown, path.format(dataset), ("If-None-Match", answer.header("ETag")))
    assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("url", [URL, ""])
def test_the_address_in_a_file_is_never_that_of_the_request(shown: Shown, url: str) -> None:
    """A file of a table names the page of each figure, where the dashboard has an address."""
    path = f"/data/en/{shown.study.dataset.about.id}.csv"
    answer = ask(app_of(DataFiles(lambda: shown, url)), path, [("Host", "evil.example")])
    assert (answer.status, f"{URL}?figure=" in answer.text) == (200, bool(url))
    assert "evil.example" not in answer.text


@pytest.mark.parametrize(
    "path",
    ["nothing.csv", "zh/", "zh", "../sample.yaml", "%2e%2e/sample.yaml", "zh/rizhao.csv%00", "zh/rizhao.csv/"],
)
def test_nothing_else_is_there(shown: Shown, path: str) -> None:
    assert shown.study.dataset.about.id == "rizhao"  # else the last ones were nothing anyway
    assert asked(shown, path).status == 404


def test_before_the_first_dataset_there_is_nothing_yet() -> None:
    assert (asked(None, "").status, asked(None, "zh/a.csv").status) == (503, 503)


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The language of each file of CSV that is made."""
    languages: list[str] = []

    def write(_edition: object, lang: str) -> bytes:
        languages.append(lang)
        return b"x" * 1000

    monkeypatch.setattr(formats, "FORMATS", {"csv": replace(formats.FORMATS["csv"], write=write)})
    return languages


def test_a_file_is_made_once_as_long_as_the_same_is_shown(shown: Shown, made: list[str]) -> None:
    current = [shown]
    app, path = app_of(DataFiles(lambda: current[0], "")), f"/data/zh/{shown.study.dataset.about.id}.csv"
    assert ask(app, path).body == ask(app, path).body
    assert made == ["zh"]
    current[0] = replace(shown, digest="other")
    assert ask(app, path).header("Indicators-Digest") == "other"
    assert made == ["zh", "zh"]


def test_only_so_much_is_kept(shown: Shown, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "MOST_BYTES", 1500)
    app, dataset = app_of(DataFiles(lambda: shown, "")), shown.study.dataset.about.id
    for lang in ("zh", "en", "en", "zh"):
        ask(app, f"/data/{lang}/{dataset}.csv")
    assert made == ["zh", "en", "zh"]


def test_when_too_many_wait_further_ones_are_sent_away(shown: Shown, monkeypatch: pytest.MonkeyPatch) -> None:
    let_go, begun, dataset = threading.Event(), threading.Event(), shown.study.dataset.about.id

    def write(_edition: object, _lang: str) -> bytes:
        begun.set()
        let_go.wait(10)
        return b""

    monkeypatch.setattr(formats, "FORMATS", {"csv": replace(formats.FORMATS["csv"], write=write)})
    monkeypatch.setattr(data, "MOST_WAITING", 2)
    files = DataFiles(lambda: shown, "")
    file = data.offered(shown)[f"zh/{dataset}.csv"]

    async def four() -> list[bool]:
        waiting = [asyncio.create_task(files._content(file, shown)) for _ in range(2)]
        await asyncio.to_thread(begun.wait, 10)
        refused = [await files._content(file, shown) is None for _ in range(2)]
        let_go.set()
        return refused + [content is None for content in await asyncio.gather(*waiting)]

    assert loops.run(four()) == [True, True, False, False]
