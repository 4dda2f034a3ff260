"""How long a file has to be left alone before it is read, and clocks and threads that do not help."""

import os
import threading
import time
from pathlib import Path

import pytest

from indicators.loading import store
from indicators.loading.store import Store
from tests.builders import write
from tests.loading.replaced.test_cut_files import FIGURES
from tests.loading.stores import figures, numbers, with_firms


def test_a_load_begins_once_there_can_be_a_thread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(write(tmp_path, with_firms(3)))
    kept.current()
    write(tmp_path, with_firms(4))

    def refuse(_: threading.Thread) -> None:
        raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patch:
        patch.setattr(threading.Thread, "start", refuse)
        assert figures(kept.current()) == 3
    assert figures(kept.current()) == 4


def test_the_same_size_and_the_same_time(tmp_path: Path) -> None:
    path = write(tmp_path, with_firms(3, 3))
    os.utime(path, ns=(1, 1))
    kept = Store(path)
    assert numbers(kept.current()) == {"3家"}
    path.write_text(with_firms(3, 4), "utf-8")
    os.utime(path, ns=(1, 1))
    assert numbers(kept.current()) == {"4家"}


def test_a_clock_in_the_future(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The age of a file says nothing then; that it does not change while one looks at it does."""
    monkeypatch.setattr(store, "QUIET", 0.05)
    monkeypatch.setattr(store, "REST", 0.1)
    path = write(tmp_path, with_firms(4))
    kept = Store(path)
    assert figures(kept.current()) == 4
    for count in (5, 4):
        write(tmp_path, with_firms(count))
        later = time.time() + 3600
        os.utime(path, (later, later))
        until = time.monotonic() + 10
        while figures(kept.current()) != count and time.monotonic() < until:
            time.sleep(0.01)
        assert figures(kept.current()) == count


def test_files_are_not_read_before_they_are_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also the first ones: nothing is known yet that would be larger."""
    monkeypatch.setattr(store, "QUIET", 0.3)
    path = write(tmp_path, with_firms(3))
    writer = threading.Timer(0.15, write, (tmp_path, with_firms(5)))
    writer.start()
    assert figures(Store(path).current()) == 5


@pytest.mark.slow
@pytest.mark.parametrize(
    ("count", "first", "waits"),
    [(FIGURES, "f0", False), (FIGURES + 1, "f0", True), (FIGURES, "other", True)],
    ids=["corrected", "added", "as many"],
)
def test_a_correction_is_shown_after_a_brief_rest_and_more_after_a_long_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int, first: str, *, waits: bool
) -> None:
    """All figures that are shown are there, and no others: no writer at work leaves that."""
    path = write(tmp_path, with_firms(FIGURES))
    kept = Store(path)
    kept.current()
    monkeypatch.setattr(store, "QUIET", 3.0)
    monkeypatch.setattr(store, "BRIEF", 0.1)
    began = time.monotonic()
    write(tmp_path, with_firms(count, 4).replace("{id: f0,", f"{{id: {first},"))
    while numbers(kept.current()) != {"4家"} and time.monotonic() - began < 20:
        time.sleep(0.02)
    assert (figures(kept.current()), time.monotonic() - began >= 3.0) == (count, waits)


@pytest.mark.slow
def test_what_somebody_corrects_one_after_the_other_is_not_shown_by_halves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All figures are there all the time, so a brief rest is enough, but no less than it is."""
    path = write(tmp_path, with_firms(FIGURES))
    kept = Store(path)
    kept.current()
    monkeypatch.setattr(store, "QUIET", 2.0)
    seen: set[str] = set()
    old, new = (with_firms(FIGURES, number).splitlines(keepends=True) for number in (3, 4))
    for done in range(len(new) - FIGURES, len(new) + 1, 5):
        path.write_text("".join([*new[:done], *old[done:]]), "utf-8")
        until = time.monotonic() + 0.15
        while time.monotonic() < until:
            seen.add(" ".join(sorted(numbers(kept.current()))))
            time.sleep(0.01)
    until = time.monotonic() + 20
    while numbers(kept.current()) != {"4家"} and time.monotonic() < until:
        time.sleep(0.02)
    assert (seen, numbers(kept.current())) == ({"3家"}, {"4家"})


def test_a_rest_that_has_begun_is_not_waited_for_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It begins when somebody writes, and not when the store looks."""
    path = write(tmp_path, with_firms(FIGURES))
    kept = Store(path)
    kept.current()
    waits: list[float] = []
    sleep = time.sleep

    def wait(seconds: float) -> None:
        waits.append(seconds)
        sleep(seconds)

    monkeypatch.setattr(store, "QUIET", 3.0)
    monkeypatch.setattr(store, "BRIEF", 0.5)
    write(tmp_path, with_firms(FIGURES, 4))
    sleep(0.3)
    monkeypatch.setattr(time, "sleep", wait)
    began = time.monotonic()
    while numbers(kept.current()) != {"4家"} and time.monotonic() - began < 20:
        sleep(0.02)
    assert numbers(kept.current()) == {"4家"}
    assert sum(waits) <= 0.2


@pytest.mark.slow
def test_what_changes_while_it_is_waited_with_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, with_firms(3))
    kept = Store(path)
    kept.current()
    monkeypatch.setattr(store, "QUIET", 0.8)
    monkeypatch.setattr(store, "BRIEF", 0.05)
    seen: set[int] = set()
    for count in (4, 5, 6, 7):  # a writer who rests for longer than BRIEF
        write(tmp_path, with_firms(count))
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            seen.add(figures(kept.current()))
            time.sleep(0.02)
    until = time.monotonic() + 20
    while figures(kept.current()) != 7 and time.monotonic() < until:
        time.sleep(0.02)
    assert (seen, figures(kept.current())) == ({3}, 7)
