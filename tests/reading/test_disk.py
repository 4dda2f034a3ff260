"""Files are read whole, while nobody writes them and never waiting; and written whole or not at all."""

import os
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
        assert [file.name for file in path.iterdir()] == [content]

    def write_half() -> None:
        with disk.new_folder(path) as folder:
            (folder / "newer").touch()
            full()

    with pytest.raises(OSError, match="No space"):
        write_half()
    assert [file.name for file in path.iterdir()] == ["new"]
    assert list(tmp_path.iterdir()) == [path]
