"""What is shown is worked out without visitors, and a file that is refused is one line of the log."""

import logging
import time
from dataclasses import replace
from pathlib import Path

import pytest

from indicators.loading import store
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.server.live import watch
from indicators.server.live.watch import Shown, Watch
from tests import SAMPLE
from tests.builders import write
from tests.loading.stores import with_firms

QUOTE = "文章里的一句话"


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    monkeypatch.setattr(store, "GRACE", 10.0)


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [record.getMessage() for record in caplog.records if record.name.startswith("indicators")]


def test_a_dataset_is_shown_and_told_of_once(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    changes: list[Shown] = []
    seen = Watch(Store(SAMPLE), changes.append)
    for _ in range(3):
        seen.look()
    assert [change.digest for change in changes] == [seen.now.digest if seen.now else ""]
    (line,) = lines(caplog)
    assert line == f"data shown: digest {changes[0].digest}, {len(changes[0].study.dataset.figures)} figures"


def test_a_file_that_breaks_is_one_line_a_change_without_what_stands_in_it(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    path = tmp_path / "data.yaml"
    path.write_bytes(SAMPLE.read_bytes())
    changes: list[Shown] = []
    seen = Watch(Store(path), changes.append)
    seen.look()
    good = seen.now
    caplog.clear()
    for number in (1, 2):
        broken = f"{SAMPLE.read_text(encoding='utf-8')}{number * chr(10)}{QUOTE}: x\n"
        path.write_text(broken, encoding="utf-8")
        until = time.monotonic() + 20
        while len(lines(caplog)) < number and time.monotonic() < until:
            seen.look()
            time.sleep(0.05)
        for _ in range(3):
            seen.look()
    refused = lines(caplog)
    assert len(refused) == 2
    for line in refused:
        assert line.startswith(f"data refused: 1 error, first unknown-key at {path}:")
        assert line.endswith(
            f"shown: digest {good.digest if good else ''}, {len(good.study.dataset.figures) if good else 0} figures"
        )
        assert QUOTE not in line
    assert (seen.now, changes) == (good, [good])


def test_pages_are_told_of_each_change_once_and_not_of_the_first_dataset(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody can have seen anything else than the first one. A file that breaks, or is whole again, is news, too."""
    monkeypatch.setattr(store, "QUIET", 0.0)
    changes: list[int] = []
    news: list[str] = []
    seen = Watch(
        Store(write(tmp_path, with_firms(3))),
        lambda shown: changes.append(len(shown.study.dataset.figures)),
        lambda: news.append("news"),
    )
    seen.look()
    told = [(list(changes), len(news))]
    for text in (with_firms(4), "broken: [", with_firms(4)):
        write(tmp_path, text)
        for _ in range(3):
            seen.look()
        told.append((list(changes), len(news)))
    assert told == [([3], 0), ([3, 4], 1), ([3, 4], 2), ([3, 4], 3)]


def test_it_looks_on_after_a_failure_until_it_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(watch, "INTERVAL", 0.001)
    looks: list[float] = []

    class Failing(Store):
        def current(self, *_: object) -> Snapshot:
            looks.append(time.monotonic())
            raise ValueError("a disk that is gone")

    seen = Watch(Failing(tmp_path), lambda _: None)
    seen.begin()
    until = time.monotonic() + 20
    while len(looks) < 3 and time.monotonic() < until:
        time.sleep(0.01)
    seen.end()
    assert len(looks) >= 3
    assert "could not be looked at" in caplog.text
    time.sleep(0.2)  # it may have been looking
    ended = len(looks)
    time.sleep(0.2)
    assert len(looks) == ended


def test_of_problems_errors_are_counted_and_warnings_are_not(tmp_path: Path) -> None:
    snapshot = Store(write(tmp_path, f"{with_firms(3)}unknown: x\n")).current()
    (error,) = snapshot.problems
    warned = replace(snapshot, problems=(replace(error, severity="warning"), error))
    assert watch._line(warned)[1].startswith("data refused: 1 error, first unknown-key at ")
    twice = replace(snapshot, problems=(error, error))
    assert watch._line(twice)[1].startswith("data refused: 2 errors, first unknown-key at ")
