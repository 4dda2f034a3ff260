"""How often a store looks at the disk, and who waits for whom."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.loading import store
from indicators.loading.attempt import Load
from indicators.loading.loader import Loaded, OnProgress, load, no_progress
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from tests.builders import GOOD, changed, write
from tests.loading.test_store import LATER, codes, firms


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)


class Gate:
    """A load that counts, and waits at the gate where it is shut."""

    def __init__(self) -> None:
        self.loads = 0
        self.inside = 0
        self.most = 0
        self.entered = threading.Event()
        self.open = threading.Event()
        self.open.set()

    def load(self, path: Path, /, *, on_progress: OnProgress = no_progress) -> Loaded:
        self.loads += 1
        on_progress(1, 2)
        self.inside += 1
        self.most = max(self.most, self.inside)
        self.entered.set()
        assert self.open.wait(10)
        self.inside -= 1
        return load(path)


def test_an_unchanged_file_is_read_once(tmp_path: Path) -> None:
    gate = Gate()
    kept = Store(write(tmp_path, GOOD), load=gate.load)
    assert len({id(kept.current()) for _ in range(20)}) == 1
    assert gate.loads == 1


def test_the_disk_is_looked_at_once_in_a_while(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = [1000.0]
    monkeypatch.setattr(store, "PATIENCE", 1.0)
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    kept = Store(write(tmp_path, GOOD))
    assert firms(kept.current()) == "14家"
    write(tmp_path, LATER)
    now[0] += 0.9
    assert firms(kept.current()) == "14家"
    now[0] += 0.2
    assert firms(kept.current()) == "15家"


def together(count: int, act: Callable[[], object]) -> list[threading.Thread]:
    threads = [threading.Thread(target=act, daemon=True) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_readers_never_wait_for_a_newer_one(tmp_path: Path) -> None:
    gate = Gate()
    kept = Store(write(tmp_path, GOOD), load=gate.load)
    old = kept.current()
    gate.entered.clear()
    gate.open.clear()
    write(tmp_path, LATER)
    assert kept.current() is old  # after a moment's grace
    assert gate.entered.is_set()
    assert all(kept.current() is old for _ in range(100))  # while another thread stands at the gate
    gate.open.set()
    assert until(lambda: firms(kept.current()) == "15家")
    assert (gate.loads, gate.most) == (2, 1)


def until(true: Callable[[], bool]) -> bool:
    """Whether it comes true within ten seconds."""
    end = time.monotonic() + 10
    while not true() and time.monotonic() < end:
        time.sleep(0.01)
    return true()


def failing(*outcomes: Exception | None) -> Load:
    """A load that fails at some of its times."""
    left = list(outcomes)

    def badly(path: Path, /, *, on_progress: OnProgress = no_progress) -> Loaded:
        on_progress(0, 1)
        if error := left.pop(0):
            raise error
        return load(path)

    return badly


def test_what_cannot_be_loaded_anew_is_logged_and_tried_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    badly = failing(None, OSError(), None)
    now = [time.monotonic()]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    kept = Store(write(tmp_path, GOOD), load=badly)
    old = kept.current()
    write(tmp_path, LATER)
    for _ in range(3):
        failed = kept.current()
        assert (failed.dataset, failed.stale, codes(failed)) == (old.dataset, True, {"load-failed"})
    assert caplog.text.count("Traceback") == 1
    now[0] += store.RETRY
    assert firms(kept.current()) == "15家"


def test_what_takes_all_memory_is_not_tried_again_until_it_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [time.monotonic()]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    kept = Store(write(tmp_path, GOOD), load=failing(None, MemoryError(), None))
    kept.current()
    write(tmp_path, changed(("text: 14家", "text: 16家"), ("企业14家", "企业16家")))
    for _ in range(3):
        assert codes(kept.current()) == {"load-failed"}
        now[0] += 10 * store.RETRY
    write(tmp_path, LATER)
    assert firms(kept.current()) == "15家"


def test_who_waits_for_the_first_hears_how_far_it_is(tmp_path: Path) -> None:
    gate = Gate()
    gate.open.clear()
    kept = Store(write(tmp_path, GOOD), load=gate.load)
    together(1, kept.current)
    assert gate.entered.wait(10)
    heard: list[tuple[int, int]] = []

    def on_progress(done: int, total: int) -> None:
        heard.append((done, total))
        gate.open.set()

    assert firms(kept.current(on_progress)) == "14家"
    assert heard[0] == (1, 2)


def test_the_first_readers_wait_for_one_load(tmp_path: Path) -> None:
    gate = Gate()
    gate.open.clear()
    kept = Store(write(tmp_path, GOOD), load=gate.load)
    seen: list[Snapshot] = []
    threads = together(8, lambda: seen.append(kept.current()))
    assert gate.entered.wait(10)
    assert seen == []
    gate.open.set()
    for thread in threads:
        thread.join(10)
    assert (len(seen), len({id(snapshot) for snapshot in seen})) == (8, 1)
    assert (gate.loads, gate.most) == (1, 1)


class LeftError(BaseException):
    """What Streamlit raises in the thread of a visitor who leaves; it is no Exception."""


def test_visitors_who_leave_end_no_load(tmp_path: Path) -> None:
    """Twelve of them, each after a moment, began twelve loads, and none was finished."""
    gate = Gate()
    gate.open.clear()
    kept = Store(write(tmp_path, GOOD), load=gate.load)

    def leave(_done: int, _total: int) -> None:
        raise LeftError

    for _ in range(3):
        with pytest.raises(LeftError):
            kept.current(leave)
    gate.open.set()
    assert firms(kept.current()) == "14家"
    write(tmp_path, LATER)
    assert firms(kept.current()) == "15家"
    assert (gate.loads, gate.most) == (2, 1)


def test_a_load_that_fails_leaves_the_way_free(tmp_path: Path) -> None:
    kept = Store(write(tmp_path, GOOD), load=failing(MemoryError(), None))
    nothing = kept.current()
    assert (nothing.dataset, codes(nothing)) == (None, {"load-failed"})
    write(tmp_path, LATER)
    assert firms(kept.current()) == "15家"


@pytest.mark.slow
def test_readers_meet_the_one_or_the_other_while_a_file_is_replaced_in_one_step(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    kept = Store(path)
    kept.current()
    stop = threading.Event()
    seen: set[tuple[str, bool]] = set()
    failures: list[Exception] = []

    def read() -> None:
        while not stop.is_set():
            try:
                snapshot = kept.current()
                seen.add((firms(snapshot), snapshot.stale))
            except Exception as error:  # noqa: BLE001 - whatever it is, the test must tell it
                failures.append(error)

    threads = together(4, read)
    for turn in range(30):
        write(tmp_path, (LATER, GOOD)[turn % 2], "new")
        (tmp_path / "new").replace(path)
        kept.current()
    stop.set()
    for thread in threads:
        thread.join(10)
    assert failures == []
    assert {shown for shown, _ in seen} <= {"14家", "15家"}
    assert firms(kept.current()) == "14家"
