"""The static site below /site/: built aside, exchanged in one step, and gone when the server ends."""

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from starlette.applications import Starlette

from indicators import study
from indicators.loading.store import Store
from indicators.server import routes
from indicators.server.files import twin
from indicators.server.files.data import DataFiles
from indicators.server.files.twin import Twin
from indicators.server.files.views import ViewFiles
from indicators.server.live.watch import Shown
from indicators.server.shell import Shell
from tests import SAMPLE
from tests.server.asgi import Answer, ask
from tests.server.doors import no_curate

FINE = "import sys, pathlib; out = pathlib.Path(sys.argv[2]); (out / 'index.html').write_text(sys.argv[3])"
FAILS = "import sys; sys.exit('no room\\x1b[31m')"
SLOW = "import time; time.sleep(60)"


@dataclass
class Builder:
    """Builds a site by a program of one line, and keeps what it was asked for."""

    program: str = FINE
    asked: list[tuple[str, str, bool]] = field(default_factory=list)

    def __call__(self, path: Path, out: Path, *, digest: str, base: str, cards: bool) -> Sequence[str]:
        self.asked.append((digest, base, cards))
        return (sys.executable, "-S", "-c", self.program, str(path), str(out), digest)


@pytest.fixture(scope="module")
def shown() -> Shown:
    snapshot = Store(SAMPLE).current()
    assert snapshot.dataset is not None
    return Shown(study.of(snapshot.dataset), "a" * 64)


@pytest.fixture
def builder() -> Builder:
    return Builder()


@pytest.fixture
def site(tmp_path: Path, builder: Builder) -> Iterator[Twin]:
    made = Twin(SAMPLE, url="", places=(tmp_path,), build=builder)
    yield made
    made.end()


def until(holds: Callable[[], object]) -> None:
    end = time.monotonic() + 20
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.01)


def asked(site: Twin | None, path: str) -> Answer:
    data = DataFiles(lambda: None, "")
    shell = Shell(lambda: None, "", lambda: False)
    return ask(
        Starlette(routes=[routes.below_base(shell, data, ViewFiles(Store(SAMPLE), ""), site, no_curate())]), path
    )


def test_where_it_is_not_wanted_there_is_none() -> None:
    assert asked(None, "/site/").status == asked(None, "/site/index.html").status == 404


def test_until_it_is_built_a_reader_is_told_to_come_back(site: Twin) -> None:
    early = asked(site, "/site/")
    assert (early.status, early.header("Retry-After")) == (503, "30")


def test_what_is_built_is_served(site: Twin, shown: Shown) -> None:
    site.want(shown)
    until(lambda: site.files)
    answer = asked(site, "/site/")
    assert (answer.status, answer.text) == (200, shown.digest)
    assert (answer.header("Content-Type"), answer.header("Cache-Control")) == ("text/html; charset=utf-8", "no-cache")
    assert asked(site, "/site").header("Location").endswith("/site/")
    paths = ("/site/nothing.html", "/site/../lock", "/site/%2e%2e/lock", "/site/%2e%2e%2flock", "/site/..%5clock")
    assert {asked(site, path).status for path in paths} == {404}


def test_the_last_one_is_served_until_the_next_is_complete(site: Twin, builder: Builder, shown: Shown) -> None:
    site.want(shown)
    until(lambda: site.files)
    builder.program = FAILS
    site.want(Shown(shown.study, "b" * 64))
    until(lambda: len(builder.asked) == 2)
    until(lambda: not site._one_at_a_time.locked())
    assert asked(site, "/site/").text == "a" * 64
    builder.program = FINE
    site.want(Shown(shown.study, "c" * 64))
    until(lambda: asked(site, "/site/").text == "c" * 64)


def test_one_that_is_no_longer_wanted_is_not_finished(site: Twin, builder: Builder, shown: Shown) -> None:
    builder.program = SLOW
    site.want(shown)
    until(lambda: site._process)
    builder.program = FINE
    site.want(Shown(shown.study, "b" * 64))
    until(lambda: site.files)
    assert asked(site, "/site/").text == "b" * 64


@pytest.mark.slow
def test_it_goes_with_the_server(site: Twin, builder: Builder, shown: Shown, tmp_path: Path) -> None:
    site.want(shown)
    until(lambda: site.files)
    assert [folder.name.startswith(twin.PREFIX) for folder in tmp_path.iterdir()] == [True]
    builder.program = SLOW
    site.want(Shown(shown.study, "b" * 64))
    until(lambda: len(builder.asked) == 2 and site._process and site._process.poll() is None)
    began = time.monotonic()
    site.end()
    assert time.monotonic() - began < 8
    until(lambda: not list(tmp_path.iterdir()))


def test_what_a_killed_server_has_left_goes_and_what_another_one_uses_stays(
    site: Twin, shown: Shown, tmp_path: Path
) -> None:
    left, used, young = (tmp_path / f"{twin.PREFIX}{name}" for name in ("left", "used", "young"))
    for folder in (left, used, young):
        folder.mkdir()
    twin._locked(left).close()
    lock = twin._locked(used)
    site.want(shown)
    until(lambda: site.files)
    assert [folder.exists() for folder in (left, used, young)] == [False, True, True]
    lock.close()


def test_it_lies_elsewhere_where_its_place_cannot_be_written(
    shown: Shown, builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocked, other = tmp_path / "file", tmp_path / "other"
    blocked.write_text("")
    monkeypatch.setattr("tempfile.tempdir", str(other))
    other.mkdir()
    made = Twin(SAMPLE, url="", places=(blocked / "below",), build=builder)
    made.want(shown)
    until(lambda: made.files)
    assert [path.parent for path in made._built[:1]] == list(other.iterdir())
    made.end()


def test_cards_come_after_the_pages_and_only_with_an_address(
    shown: Shown, builder: Builder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.export.renderer.missing", lambda: ())
    made = Twin(SAMPLE, url="https://data.example.org/", places=(tmp_path,), build=builder)
    made.want(shown)
    until(lambda: len(made._built) == 2)
    made.end()
    address = "https://data.example.org/site/"
    assert builder.asked == [(shown.digest, address, False), (shown.digest, address, True)]
