"""What is shown is worked out without visitors, and a file that is refused is one line of the log."""

import logging
import time
from pathlib import Path

import pytest

from indicators.loading import store
from indicators.loading.store import Store
from indicators.server.watch import Shown, Watch
from tests import SAMPLE

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
