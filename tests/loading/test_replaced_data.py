"""Data that are replaced under a running program, in all the ways in which that goes wrong: matrix E of the attacks.

Without a seal a cut, torn or half-copied state is never shown in place of a larger one unless nobody touches it any
more; with a seal no such state is shown at all, also not by a program that has just been started.
"""

import itertools
import json
import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from indicators.loading import loader, seal, store
from indicators.loading.store import Store
from indicators.reading import boundaries, disk
from indicators.values.problems import Problem
from tests.builders import GOOD, write
from tests.loading.stores import Clock, doubts, figures, numbers, sealed, with_firms

FIGURES = 20


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)


# --- files that are cut off ------------------------------------------------------------------------------------------


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


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


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


# --- folders ---------------------------------------------------------------------------------------------------------

NAMES = ("a.yaml", "b.yaml", "c.yaml")


def a_folder(folder: Path, number: int, count: int = 3) -> Path:
    """A folder with a vocabulary and two files of articles, all of whose figures say the same number."""
    folder.mkdir(exist_ok=True)
    text = with_firms(count, number)
    head, _, articles = text.partition("articles:")
    write(folder, f"{head}# {number}\n", NAMES[0])
    write(folder, f"articles:{articles}", NAMES[1])
    more = articles.replace("id: first", "id: second").replace("{id: f", "{id: g")
    write(folder, f"articles:{more}", NAMES[2])
    return folder


@pytest.mark.parametrize("order", [*itertools.permutations((*NAMES, seal.IN_A_FOLDER))])
def test_e11_half_a_checkout_of_a_sealed_folder_is_never_shown(tmp_path: Path, order: tuple[str, ...]) -> None:
    """Whatever file comes first, the old state is shown until the last has come."""
    folder, new = a_folder(tmp_path / "data", 3), a_folder(tmp_path / "new", 4)
    for state in (folder, new):
        sealed(state, 6)
    kept = Store(folder)
    assert numbers(kept.current()) == {"3家"}
    for name in order[:-1]:
        (new / name).replace(folder / name)
        shown = kept.current()
        assert (numbers(shown), shown.stale) == ({"3家"}, True)
        assert doubts(shown)[0][0].startswith("seal-")
    (new / order[-1]).replace(folder / order[-1])
    assert (numbers(kept.current()), kept.current().stale) == ({"4家"}, False)


def test_a_folder_is_swapped_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first file of the old state and the others of the new one were a dataset without a problem."""
    folder, new = a_folder(tmp_path / "data", 3), a_folder(tmp_path / "new", 4)
    real = disk.read_identified
    swapped: list[Path] = []

    def swap(path: Path, limit: int = disk.MAX_BYTES) -> tuple[bytes, disk.Identity] | Problem:
        if path.name == NAMES[2] and not swapped:
            swapped.append(folder.rename(tmp_path / "old"))
            new.rename(folder)
        return real(path, limit)

    monkeypatch.setattr(disk, "read_identified", swap)
    assert (numbers(Store(folder).current()), len(swapped)) == ({"4家"}, 1)


def test_a_folder_that_is_swapped_whenever_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder, real = a_folder(tmp_path / "data", 3), disk.read_identified
    numbers_of_states = itertools.count(4)

    def swap(path: Path, limit: int = disk.MAX_BYTES) -> tuple[bytes, disk.Identity] | Problem:
        if path.name == NAMES[2]:
            number = next(numbers_of_states)
            folder.rename(tmp_path / f"old{number}")
            a_folder(folder, number)
        return real(path, limit)

    monkeypatch.setattr(disk, "read_identified", swap)
    loaded = loader.load(folder)
    assert (loaded.dataset, [problem.code for problem in loaded.problems]) == (None, ["file-changing"])


@pytest.mark.parametrize("with_seal", [True, False])
def test_a_volume_of_kubernetes_is_swapped_by_its_link(tmp_path: Path, with_seal: bool) -> None:
    """Each file is a link through ``..data``, and that is replaced by one to another folder."""
    names = (*NAMES, seal.IN_A_FOLDER) if with_seal else NAMES

    def version(number: int) -> None:
        state = a_folder(tmp_path / f"..2026_{number}", number)
        if with_seal:
            sealed(state, 6)
        (tmp_path / "..data_tmp").symlink_to(state.name)
        (tmp_path / "..data_tmp").replace(tmp_path / "..data")

    version(3)
    for name in names:
        (tmp_path / name).symlink_to(f"..data/{name}")
    kept = Store(tmp_path)
    for number in (3, 4, 5):
        version(number) if number > 3 else None
        shown = kept.current()
        assert (numbers(shown), shown.stale, doubts(shown)) == ({f"{number}家"}, False, [])


def test_a_file_of_a_folder_comes_later(tmp_path: Path, clock: Clock) -> None:
    """As by a copy, file by file: what is there has fewer figures, and no seal."""
    folder = a_folder(tmp_path / "data", 3)
    kept = Store(folder)
    assert figures(kept.current()) == 6
    (folder / NAMES[2]).rename(tmp_path / "later")
    shown = kept.current()
    assert (figures(shown), shown.stale, doubts(shown)) == (6, True, [("dataset-fewer", "error")])
    clock.now += store.REST / 2
    (tmp_path / "later").rename(folder / NAMES[2])
    assert (figures(kept.current()), kept.current().stale) == (6, False)


# --- what is no file, and clocks -------------------------------------------------------------------------------------


def replaced_by(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def replace(path: Path) -> None:
        path.unlink()
        make(path)

    return replace


HARMS = {
    "deleted": (Path.unlink, "file-missing"),
    "folder": (replaced_by(Path.mkdir), "folder-empty"),
    "nowhere": (replaced_by(lambda path: path.symlink_to("nowhere")), "file-missing"),
    "loop": (replaced_by(lambda path: path.symlink_to(path)), "file-unreadable"),
    "pipe": (replaced_by(os.mkfifo), "file-kind"),
    "zero": (replaced_by(lambda path: path.symlink_to("/dev/zero")), "file-kind"),
}


@pytest.mark.timeout(20)
@pytest.mark.parametrize("with_seal", [False, True])
@pytest.mark.parametrize("harm", HARMS)
def test_e04_e05_what_is_no_file_changes_nothing_and_is_told(tmp_path: Path, harm: str, with_seal: bool) -> None:
    path = write(tmp_path, with_firms(3))
    if with_seal:
        sealed(path, 3)
    kept = Store(path)
    good = kept.current()
    do, code = HARMS[harm]
    do(path)
    shown = kept.current()
    assert (shown.dataset, shown.stale) == (good.dataset, True)
    assert with_seal or doubts(shown) == [(code, "error")]
    path.rmdir() if path.is_dir() else path.unlink(missing_ok=True)
    write(tmp_path, with_firms(3))
    assert (kept.current().stale, doubts(kept.current())) == (False, [])


@pytest.mark.timeout(20)
@pytest.mark.parametrize("harm", [*HARMS, "closed", "not a number", "infinite", "huge"])
def test_nothing_in_the_place_of_the_outlines_keeps_a_dataset_back(tmp_path: Path, harm: str) -> None:
    """A pipe there let every reader wait for ever, and NaN was an exception page."""
    path = write(tmp_path, with_firms(3))
    outlines = boundaries.beside(path)
    number = {"not a number": "NaN", "infinite": "1e999", "huge": "9" * 400}.get(harm, "1")
    shape = f'{{"type": "Polygon", "coordinates": [[[{number}, 1], [2, 2], [1, 2]]]}}'
    outlines.write_text(f'{{"features": [{{"id": "east", "geometry": {shape}}}]}}', "utf-8")
    if harm in HARMS:
        HARMS[harm][0](outlines)
    shown = Store(path).current()
    assert (figures(shown), shown.stale) == (3, False)
    drawn = harm == "closed"
    assert bool(shown.map_file.outlines) == drawn
    assert {problem.severity for problem in shown.map_file.problems} <= {"warning"}
    assert drawn or harm in {"deleted", "nowhere"} or shown.map_file.problems
    json.dumps({key: list(rings) for key, rings in shown.map_file.outlines.items()}, allow_nan=False)


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


@contextmanager
def seen_by_another(folder: Path, program: str) -> Iterator[Callable[[], str]]:
    """What a process says whenever it is asked."""
    with subprocess.Popen(
        [sys.executable, "-c", program, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        asked, answers = process.stdin, process.stdout
        assert asked is not None
        assert answers is not None

        def tell() -> str:
            print(file=asked, flush=True)
            return answers.readline().strip()

        yield tell


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="permissions are another thing on Windows")
def test_e04_files_and_folders_that_are_closed() -> None:
    """Seen by a user who is not root: the last good state stays, and what is opened again is shown."""
    program = """
import os, sys, time
from pathlib import Path
from indicators.loading import store
if os.getuid() == 0:
    os.setuid(65534)
store.PATIENCE, store.QUIET = -1.0, 0.0
path = Path(sys.argv[1])
kept = store.Store(path)
kept.current()
for line in sys.stdin:
    shown = kept.current()
    error = shown.first_error
    print(len(shown.dataset.figures), shown.stale, error.code if error else "", flush=True)
"""
    with TemporaryDirectory() as name:  # the folders of pytest are closed to others
        Path(name).chmod(0o755)
        folder = a_folder(Path(name) / "data", 3)
        with seen_by_another(folder, program) as told:
            assert told() == "6 False"
            for closed, code in ((folder / NAMES[1], "file-permission"), (folder, "folder-unreadable")):
                mode = closed.stat().st_mode
                closed.chmod(0)
                assert told() == f"6 True {code}"
                closed.chmod(mode)
                assert told() == "6 False"
