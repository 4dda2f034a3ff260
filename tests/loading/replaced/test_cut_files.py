"""Files that are cut off, and seals: no part is shown in place of the whole (matrix E of the attacks).

Without a seal a cut, torn or half-copied state is never shown in place of a larger one unless nobody touches it any
more; with a seal no such state is shown at all, also not by a program that has just been started.
"""

import re
import threading
import time
from pathlib import Path

import pytest

from indicators.loading import loader, seal, store
from indicators.loading.store import Store
from tests.builders import GOOD, write
from tests.loading.replaced.harms import HARMS
from tests.loading.stores import Clock, doubts, figures, numbers, sealed, with_firms

FIGURES = 20


@pytest.mark.parametrize("step", [97, pytest.param(1, marks=pytest.mark.slow)])
def test_e03_no_cut_takes_the_place_of_the_whole(tmp_path: Path, step: int) -> None:
    whole = with_firms(FIGURES).encode()
    path = tmp_path / "data.yaml"
    path.write_bytes(whole)
    kept = Store(path)
    kept.current()
    short = 0
    ends = [match.end() for match in re.finditer(b"\n", whole)][:-1]  # where a cut leaves whole figures
    for length in sorted({*range(0, len(whole) - 1, step), *ends}):
        path.write_bytes(whole[:length])
        shown = kept.current()
        assert (figures(shown), shown.stale, bool(doubts(shown) or shown.first_error)) == (FIGURES, True, True), length
        short += loader.load(path).dataset is not None
    assert short >= FIGURES - 1  # so many cuts are good files with fewer figures


@pytest.mark.parametrize("step", [97, pytest.param(1, marks=pytest.mark.slow)])
def test_e03_no_cut_of_a_sealed_file_is_shown_at_all(tmp_path: Path, step: int) -> None:
    """Not even by a program that has just been started, and knows nothing of what there was."""
    whole = with_firms(FIGURES).encode()
    path = tmp_path / "data.yaml"
    path.write_bytes(whole)
    sealed(path, FIGURES)
    for length in range(0, len(whole), step):
        path.write_bytes(whole[:length])
        shown = Store(path).current()
        assert (shown.dataset, doubts(shown)) == (None, [("seal-differs", "error")]), length
    path.write_bytes(whole)
    assert figures(Store(path).current()) == FIGURES


@pytest.mark.parametrize("step", [41, pytest.param(1, marks=pytest.mark.slow)])
def test_no_cut_of_a_seal_proves_anything(tmp_path: Path, step: int) -> None:
    path = write(tmp_path, GOOD)
    sealed(path, 2)
    whole = seal.beside(path).read_bytes()
    for length in range(0, len(whole) - 1, step):
        seal.beside(path).write_bytes(whole[:length])
        shown = Store(path).current()
        assert (shown.dataset, doubts(shown)) == (None, [("seal-unreadable", "error")]), length


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", "3", "null", '"seal"', "{}", '{"seal": 2, "figures": 2, "files": {}}', "[" * 10_000),
        *('{"seal": 1, "figures": 1e999, "files": {}}', '{"seal": 1, "figures": 2, "files": {"data.yaml": 3}}'),
        '{"seal": 1, "figures": 2, "files": {"data.yaml": {"bytes": Infinity, "sha256": "x"}}}',
    ],
)
def test_junk_for_a_seal_proves_nothing(tmp_path: Path, content: str) -> None:
    path = write(tmp_path, GOOD)
    seal.beside(path).write_text(content, "utf-8")
    assert doubts(Store(path).current()) == [("seal-unreadable", "error")]


@pytest.mark.timeout(20)
@pytest.mark.parametrize("harm", ["folder", "nowhere", "loop", "pipe", "zero"])
def test_what_is_no_file_for_a_seal_proves_nothing(tmp_path: Path, harm: str) -> None:
    path = write(tmp_path, GOOD)
    seal.beside(path).touch()
    HARMS[harm][0](seal.beside(path))
    assert doubts(Store(path).current()) == [("seal-unreadable", "error")]


def test_e02_what_a_writer_leaves_that_dies_is_shown_only_if_nobody_comes_back(tmp_path: Path, clock: Clock) -> None:
    kept = Store(write(tmp_path, with_firms(FIGURES)))
    kept.current()
    write(tmp_path, with_firms(14))  # at the end of a line
    for _ in range(3):
        shown = kept.current()
        assert (figures(shown), shown.stale, doubts(shown)) == (FIGURES, True, [("dataset-fewer", "error")])
        clock.now += store.REST / 4
    write(tmp_path, with_firms(FIGURES, 4))
    assert (numbers(kept.current()), doubts(kept.current())) == ({"4家"}, [])


def test_what_the_program_itself_has_taken_back_is_shown_at_once(tmp_path: Path, clock: Clock) -> None:
    kept = Store(write(tmp_path, with_firms(FIGURES)))
    kept.current()
    write(tmp_path, with_firms(14))
    assert kept.current().stale  # it was looked at before anybody vouched for it
    kept.vouch()
    clock.now += store.PATIENCE
    shown = kept.current()
    assert (figures(shown), shown.stale, doubts(shown)) == (14, False, [])
    write(tmp_path, with_firms(13))  # for this one nobody has
    clock.now += store.PATIENCE
    assert (figures(kept.current()), doubts(kept.current())) == (14, [("dataset-fewer", "error")])


@pytest.mark.slow
@pytest.mark.parametrize("count", [FIGURES, FIGURES + 10, FIGURES - 1], ids=["as many", "more", "one less"])
def test_e01_a_writer_in_place_and_three_readers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Of 402 looks, 221 saw 5 to 16 of 20 figures, and no word about it."""
    monkeypatch.setattr(store, "QUIET", 0.15)
    monkeypatch.setattr(store, "REST", 0.3)
    path = write(tmp_path, with_firms(FIGURES))
    kept = Store(path)
    kept.current()
    stop, seen = threading.Event(), set()

    def look() -> None:
        while not stop.is_set():
            shown = kept.current()
            seen.add((figures(shown), *sorted(numbers(shown))))
            time.sleep(0.002)

    readers = [threading.Thread(target=look, daemon=True) for _ in range(3)]
    for reader in readers:
        reader.start()
    for number in (4, 5):
        with path.open("w", encoding="utf-8") as file:
            for line in with_firms(count, number).splitlines(keepends=True):
                file.write(line)
                file.flush()
                time.sleep(0.02)
    until = time.monotonic() + 20
    while time.monotonic() < until and numbers(kept.current()) != {"5家"}:
        time.sleep(0.05)
    stop.set()
    for reader in readers:
        reader.join(10)
    assert seen <= {(FIGURES, "3家"), (count, "4家"), (count, "5家")}
    assert (figures(kept.current()), numbers(kept.current())) == (count, {"5家"})
