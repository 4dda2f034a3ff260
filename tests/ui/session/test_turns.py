"""Runs take turns: short ones in a queue, nobody behind a long one, and nothing keeps a turn for ever."""

import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from indicators.ui.session import turns
from indicators.ui.session.turns import Turns


def test_short_runs_do_not_overlap() -> None:
    queue, running, most = Turns(), [0], [0]
    together = threading.Barrier(8)

    def run() -> None:
        together.wait()
        with queue.take():
            running[0] += 1
            most[0] = max(most[0], running[0])
            threading.Event().wait(0.002)  # lets the others go on
            running[0] -= 1

    with ThreadPoolExecutor(8) as pool:
        for done in [pool.submit(run) for _ in range(8)]:
            done.result()
    assert most == [1]


def test_nobody_waits_for_a_run_that_takes_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(turns, "LONG", 0.02)
    monkeypatch.setattr(turns, "LOOK", 0.01)
    queue, passed = Turns(), threading.Event()

    def run() -> None:
        with queue.take():
            passed.set()

    with queue.take():
        other = threading.Thread(target=run)
        other.start()
        assert passed.wait(5), "the run that came later has waited for the whole of the long one"
    other.join()
    with queue.take():
        assert not queue._free.acquire(blocking=False), "a turn was given back by a run that had none"


@pytest.mark.parametrize("raised", [ValueError, SystemExit, KeyboardInterrupt])
def test_a_run_that_ends_by_an_error_gives_its_turn_back(raised: type[BaseException]) -> None:
    queue = Turns()
    with pytest.raises(raised), queue.take():
        raise raised
    assert queue._free.acquire(blocking=False)


def test_threads_change_often_enough_for_answers_to_leave() -> None:
    before = sys.getswitchinterval()
    try:
        turns.arrange()
        assert sys.getswitchinterval() == pytest.approx(turns.SLICE)
    finally:
        sys.setswitchinterval(before)
