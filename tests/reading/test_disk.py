"""Files are read whole, while nobody writes them and never waiting; and written whole or not at all."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.reading import disk
from indicators.values.problems import Problem


def refused(path: Path) -> str:
    problem = disk.read(path)
    assert isinstance(problem, Problem)
    assert problem.place == (str(path), 0, 0)
    assert problem.code in disk.FAULTS
    return problem.code


def test_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\r\n")
    assert disk.read(path) == b"a: 1\r\n"


def make_loop(path: Path) -> None:
    path.symlink_to(path)


def make_dangling(path: Path) -> None:
    path.symlink_to(path.with_name("nowhere"))


def make_endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


@pytest.mark.timeout(5)
@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda path: None, "file-missing"),
        (make_dangling, "file-missing"),
        (Path.mkdir, "file-kind"),
        (os.mkfifo, "file-kind"),
        (make_endless, "file-kind"),
        (make_loop, "file-unreadable"),
    ],
    ids=["missing", "dangling", "folder", "pipe", "endless", "loop"],
)
def test_no_ordinary_file(tmp_path: Path, make: Callable[[Path], object], code: str) -> None:
    path = tmp_path / "f.yaml"
    make(path)
    assert refused(path) == code


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b"])
def test_no_name_of_a_file(name: str) -> None:
    assert refused(Path(name)) == "file-unreadable"


@pytest.mark.parametrize(
    ("error", "code"), [(PermissionError(13, "no"), "file-permission"), (OSError(5, "bad disk"), "file-unreadable")]
)
@pytest.mark.parametrize("call", ["open", "read"])
def test_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, error: OSError, code: str) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1")

    def fail(*_: object) -> int:
        raise error

    monkeypatch.setattr(os, call, fail)
    assert refused(path) == (code if call == "open" else "file-unreadable")


def test_too_big_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.touch()
    os.truncate(path, disk.MAX_BYTES + 1)  # a hole: it takes no room
    monkeypatch.delattr(os, "read")
    assert refused(path) == "file-size"


def test_no_more_is_read_than_there_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n")
    asked: list[int] = []
    real = os.read

    def read_slowly(descriptor: int, size: int) -> bytes:
        asked.append(size)
        with path.open("ab") as file:
            file.write(b"b: 2\n")
        return real(descriptor, size)

    monkeypatch.setattr(os, "read", read_slowly)
    assert (refused(path), asked) == ("file-changing", [6])


@pytest.mark.parametrize("change", [lambda path: os.truncate(path, 2), lambda path: path.write_bytes(b"b: 2\n")])
def test_changing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]) -> None:
    path = tmp_path / "f.yaml"
    path.write_bytes(b"a: 1\n")
    os.utime(path, ns=(1, 1))
    real = os.fstat
    calls: list[int] = []

    def look(descriptor: int) -> os.stat_result:
        calls.append(descriptor)
        if len(calls) == 2:
            change(path)
        return real(descriptor)

    monkeypatch.setattr(os, "fstat", look)
    assert refused(path) == "file-changing"


# --- writing ---------------------------------------------------------------------------------------------------------


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_a_file_is_replaced_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "new" / "a.csv"
    disk.write(path, b"old")
    disk.write(path, b"new")
    assert path.read_bytes() == b"new"
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        disk.write(path, b"newer")
    assert [(file.name, file.read_bytes()) for file in path.parent.iterdir()] == [("a.csv", b"new")]
    disk.write(path, b"newest", durable=False)
    assert path.read_bytes() == b"newest"


def test_a_folder_is_replaced_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "folder"
    for content in ("old", "new"):
        with disk.new_folder(path) as folder:
            (folder / content).touch()
            assert not (path / content).exists()
            assert os.name == "nt" or not folder.stat().st_mode & 0o077  # nobody else can put something into it
        assert [file.name for file in path.iterdir()] == [content]

    def write_half() -> None:
        with disk.new_folder(path) as folder:
            (folder / "newer").touch()
            full()

    with pytest.raises(OSError, match="No space"):
        write_half()
    assert [file.name for file in path.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [path]


def test_what_a_killed_writer_has_left_is_taken_over(tmp_path: Path) -> None:
    path, folder = tmp_path / "a.csv", tmp_path / "load"
    (tmp_path / ".a.csv.part").write_bytes(b"longer than what comes")
    (tmp_path / ".load.part" / "inner").mkdir(parents=True)
    (tmp_path / ".load.part" / "inner" / "half").touch()
    disk.write(path, b"new")
    with disk.new_folder(folder) as part:
        (part / "whole").touch()
    assert sorted(file.name for file in tmp_path.rglob("*")) == ["a.csv", "load", "whole"]
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(disk.locks is None, reason="this system cannot tell who writes")
def test_what_another_writer_is_writing_is_left_alone(tmp_path: Path) -> None:
    """Two writers of one file: each writes to a file of its own, and the last one stands whole."""
    path = tmp_path / "a.csv"
    part, descriptor = disk._open_part(path)
    os.write(descriptor, b"of the other")
    disk.write(path, b"mine")
    assert (part.read_bytes(), path.read_bytes()) == (b"of the other", b"mine")
    part.replace(path)
    os.close(descriptor)
    assert [file.name for file in tmp_path.iterdir()] == ["a.csv"]
    with disk.new_folder(tmp_path / "load") as outer, disk.new_folder(tmp_path / "load") as inner:
        assert outer != inner
    assert sorted(file.name for file in tmp_path.iterdir()) == ["a.csv", "load"]


def make_link(part: Path) -> None:
    (part.parent / "precious").write_text("precious", "utf-8")
    part.symlink_to("precious")


@pytest.mark.timeout(5)
@pytest.mark.parametrize("harm", [os.mkfifo, Path.mkdir, make_link], ids=["pipe", "folder", "link"])
def test_nothing_in_the_place_of_a_part_does_harm(tmp_path: Path, harm: Callable[[Path], object]) -> None:
    harm(tmp_path / ".a.csv.part")
    disk.write(tmp_path / "a.csv", b"new")
    assert (tmp_path / "a.csv").read_bytes() == b"new"
    if (tmp_path / "precious").exists():
        assert (tmp_path / "precious").read_text("utf-8") == "precious"


WRITER = """
import sys
from pathlib import Path
from indicators.reading import disk
while True:
    for letter in b"ab":
        disk.write(Path(sys.argv[1]), bytes([letter]) * 2**20, durable=False)
        print(letter, flush=True)
"""


@pytest.mark.slow
@pytest.mark.skipif(disk.locks is None, reason="this system cannot tell who writes")
def test_e12_a_writer_killed_200_times(tmp_path: Path) -> None:
    """The file is the old or the new one, never mixed, and what 200 writers leave is one file at most."""
    path = tmp_path / "a.csv"
    fork = f"""
import os, random, signal, sys, time
moments = random.Random(12)
import indicators.reading.disk
for _ in range(200):
    child = os.fork()
    if not child:
        sys.stdout = open(os.devnull, "w")
        exec({WRITER!r})
    time.sleep(moments.uniform(0.001, 0.02))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    try:
        content = open(sys.argv[1], "rb").read()
    except FileNotFoundError:
        continue
    assert len(content) == 2**20 and len(set(content)) == 1, len(content)
"""
    subprocess.run([sys.executable, "-c", fork, str(path)], check=True)
    assert {file.name for file in tmp_path.iterdir()} <= {"a.csv", ".a.csv.part"}
    disk.write(path, b"whole")
    assert [(file.name, file.read_bytes()) for file in tmp_path.iterdir()] == [("a.csv", b"whole")]
