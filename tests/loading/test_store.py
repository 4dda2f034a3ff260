"""What the dashboard shows while the file under it breaks: the last good dataset, and nobody waits for the next."""

import shutil
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import settings
from indicators.loading import seal, shrinkage, store
from indicators.loading.attempt import Load
from indicators.loading.loader import Loaded, OnProgress, load, no_progress
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from tests.builders import GOOD, changed, write
from tests.loading.stores import Clock, doubts, figures, sealed, with_firms

LATER = changed(("text: 14家", "text: 15家"), ("企业14家", "企业15家"))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)


def firms(snapshot: Snapshot) -> str:
    assert snapshot.dataset is not None
    text = snapshot.dataset.figures["east-firms"].text
    assert text is not None
    return text.printed


def codes(snapshot: Snapshot) -> set[str]:
    return {problem.code for problem in snapshot.problems}


def torn(path: Path) -> None:
    write(path.parent, GOOD[: GOOD.index("quote: 企业")])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def commented_out(path: Path) -> None:
    path.write_text("# " + GOOD.replace("\n", "\n# "))


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


BREAKS: list[tuple[Callable[[Path], object], str]] = [
    (torn, "missing-key"),
    (emptied, "file-empty"),
    (commented_out, "file-empty"),
    (Path.unlink, "file-missing"),
    (replaced_by_a_folder, "folder-empty"),
    (a_link_to_nowhere, "file-missing"),
    (lambda path: path.write_bytes(b"\xff\xfe" + "a".encode("utf-16-le")), "file-encoding"),
    (lambda path: path.write_bytes(b"[" * 26_000), "yaml-depth"),
    (lambda path: write(path.parent, LATER.replace("text: 15家", "text: 15")), "quantity-unit-missing"),
    (lambda path: write(path.parent, LATER[: LATER.index("articles:")] + "articles: []\n"), "dataset-shrunk"),
]


@pytest.mark.parametrize(("harm", "code"), BREAKS, ids=[f"{number}-{code}" for number, (_, code) in enumerate(BREAKS)])
def test_the_last_good_one_stays_and_the_next_good_one_comes(
    tmp_path: Path, harm: Callable[[Path], object], code: str
) -> None:
    path = write(tmp_path, GOOD)
    kept = Store(path)
    good = kept.current()
    assert (firms(good), good.stale, good.problems, good.digest) == ("14家", False, (), load(path).digest)
    harm(path)
    for _ in range(2):
        broken = kept.current()
        assert (broken.dataset, broken.digest, broken.stale) == (good.dataset, good.digest, True)
        assert code in codes(broken)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    write(tmp_path, LATER)
    recovered = kept.current()
    assert (firms(recovered), recovered.stale, recovered.problems) == ("15家", False, ())
    assert recovered.digest != good.digest


def test_the_same_file_again_is_good_again(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    kept = Store(path)
    good = kept.current()
    emptied(path)
    assert kept.current().stale
    write(tmp_path, GOOD)
    assert kept.current() == good


def test_broken_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    kept = Store(path)
    nothing = kept.current()
    assert (nothing.dataset, nothing.stale, codes(nothing)) == (None, False, {"file-missing"})
    write(tmp_path, "articles: [")
    assert (kept.current().dataset, codes(kept.current())) == (None, {"yaml-syntax"})
    write(tmp_path, GOOD)
    assert firms(kept.current()) == "14家"


def test_warnings_do_not_keep_a_dataset_back(tmp_path: Path) -> None:
    kept = Store(write(tmp_path, GOOD))
    kept.current()
    write(tmp_path, changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n")))
    newer = kept.current()
    assert (newer.stale, codes(newer)) == (False, {"unused-entry"})
    assert newer.dataset is not None
    assert "roads" in newer.dataset.sectors


@pytest.mark.parametrize(("before", "after", "code"), [(4, 2, "dataset-fewer"), (5, 2, "dataset-shrunk")])
def test_fewer_figures_are_believed_after_a_rest_and_less_than_half_never(
    tmp_path: Path, clock: Clock, before: int, after: int, code: str
) -> None:
    """So does a file look that was cut off between two figures."""
    kept = Store(write(tmp_path, with_firms(before)))
    kept.current()
    write(tmp_path, with_firms(after))
    for _ in range(2):
        shown = kept.current()
        assert (figures(shown), shown.stale, doubts(shown)) == (before, True, [(code, "error")])
        clock.now += store.REST - 1
        write(tmp_path, with_firms(after))  # touched once more
    clock.now += store.REST
    kept.current()
    clock.now += store.REST
    shown = kept.current()
    if code == "dataset-fewer":  # and it is said
        assert (figures(shown), shown.stale) == (after, False)
        assert doubts(shown) == [(code, "warning")]
    else:
        assert (figures(shown), shown.stale, doubts(shown)) == (before, True, [(code, "error")])


def test_more_figures_are_shown_at_once(tmp_path: Path) -> None:
    kept = Store(write(tmp_path, with_firms(4)))
    kept.current()
    write(tmp_path, with_firms(5))
    assert (figures(kept.current()), doubts(kept.current())) == (5, [])


def test_a_dataset_does_not_shrink_step_by_step(tmp_path: Path, clock: Clock) -> None:
    """20 → 11 → 6 → 3: each time by less than half, and nearly all of it is gone."""
    kept = Store(write(tmp_path, with_firms(20)))
    seen = [figures(kept.current())]
    for after in (11, 6, 3):
        write(tmp_path, with_firms(after))
        for _ in range(3):
            clock.now += 2 * store.REST
            kept.current()
        seen.append(figures(kept.current()))
    assert seen == [20, 11, 11, 11]
    clock.now += shrinkage.LATELY + 1
    write(tmp_path, with_firms(6))
    kept.current()
    clock.now += store.REST
    assert figures(kept.current()) == 6


def test_who_runs_it_can_vouch_for_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(write(tmp_path, with_firms(20)))
    kept.current()
    monkeypatch.setenv(settings.FEWER, "yes")
    write(tmp_path, with_firms(1))
    assert (figures(kept.current()), doubts(kept.current())) == (1, [])


def test_what_comes_after_a_sealed_dataset_is_measured_by_it(tmp_path: Path, clock: Clock) -> None:
    """A seal vouches for fewer figures: what was shown before says nothing any more. Where it is gone, that is said."""
    path = write(tmp_path, with_firms(20))
    sealed(path, 20)
    kept = Store(path)
    kept.current()
    write(tmp_path, with_firms(4))
    sealed(path, 4)
    assert (figures(kept.current()), doubts(kept.current())) == (4, [])
    seal.beside(path).unlink()
    assert (figures(kept.current()), doubts(kept.current())) == (4, [("seal-gone", "error")])
    write(tmp_path, with_firms(3))
    assert (figures(kept.current()), doubts(kept.current())) == (4, [("dataset-fewer", "error")])
    clock.now += store.REST
    assert (figures(kept.current()), doubts(kept.current())) == (3, [("dataset-fewer", "warning")])
    write(tmp_path, with_firms(5))
    assert (figures(kept.current()), doubts(kept.current())) == (5, [])


def test_an_empty_variable_vouches_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(write(tmp_path, with_firms(20)))
    kept.current()
    monkeypatch.setenv(settings.FEWER, "")
    write(tmp_path, with_firms(1))
    assert (figures(kept.current()), doubts(kept.current())) == (20, [("dataset-shrunk", "error")])


def test_a_folder_is_watched_file_by_file(tmp_path: Path) -> None:
    half = GOOD.index("articles:")
    write(tmp_path, GOOD[:half], "a.yaml")
    write(tmp_path, GOOD[half:], "b.yaml")
    kept = Store(tmp_path)
    assert firms(kept.current()) == "14家"
    more = write(tmp_path, "articles: [", "c.yaml")
    assert kept.current().stale
    more.unlink()
    assert not kept.current().stale
    write(tmp_path, LATER[half:], "b.yaml")
    assert firms(kept.current()) == "15家"


# --- how often, and by whom ------------------------------------------------------------------------------------------


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
