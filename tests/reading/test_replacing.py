"""A file whose content is known is replaced: only while it holds that, behind links, and with its rights."""

import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event

import pytest

from indicators.reading import disk

needs_locks = pytest.mark.skipif(disk.locks is None, reason="this system cannot tell who writes")
OLD, NEW = b"a: 1\n", b"a: 2\n"


def held(folder: Path, content: bytes = OLD) -> Path:
    path = folder / "a.yaml"
    path.write_bytes(content)
    return path


def test_only_what_is_known_is_replaced(tmp_path: Path) -> None:
    path = held(tmp_path)
    assert disk.replace(path, OLD, NEW)
    assert not disk.replace(path, OLD, b"a: 3\n")
    assert path.read_bytes() == NEW
    with pytest.raises(FileNotFoundError):
        disk.replace(tmp_path / "b.yaml", b"", NEW)
    assert [file.name for file in tmp_path.iterdir()] == ["a.yaml"]


def test_a_link_stays_and_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    path, link = held(tmp_path), tmp_path / "link.yaml"
    link.symlink_to(path)
    assert disk.replace(link, OLD, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.name == "nt", reason="there, a file has no such rights")
@pytest.mark.parametrize("rights", [0o600, 0o640, 0o664])
def test_nobody_reads_for_a_moment_what_was_closed_to_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rights: int
) -> None:
    """A file that is written beside the old one, and then takes its name, has its rights from the first byte on."""
    path, seen = held(tmp_path), set[int]()
    path.chmod(rights)

    def look(descriptor: int) -> None:
        seen.add(os.fstat(descriptor).st_mode & 0o777)

    monkeypatch.setattr(os, "ftruncate", lambda descriptor, _size: os.fchmod(descriptor, 0o666))  # whatever the umask
    monkeypatch.setattr(os, "fsync", lambda descriptor: look(descriptor) if not seen else None)
    assert disk.replace(path, OLD, NEW)
    assert seen == {rights}
    assert path.stat().st_mode & 0o777 == rights


@pytest.mark.parametrize("content", [OLD, b"other"])
def test_a_protected_file_is_left_alone(tmp_path: Path, content: bytes) -> None:
    path = held(tmp_path, content)
    path.chmod(0o444)
    if content == OLD:
        with pytest.raises(PermissionError):
            disk.replace(path, OLD, NEW)
    else:
        assert not disk.replace(path, OLD, NEW)
    assert path.read_bytes() == content


@needs_locks
def test_who_has_a_folder_alone_is_waited_for(tmp_path: Path) -> None:
    """Twenty writers add a line each to what they have read; none is lost."""
    path = held(tmp_path)

    def add(_number: int) -> None:
        with disk.alone(tmp_path):
            content = path.read_bytes()
            Event().wait(0.002)
            assert disk.replace(path, content, content + b"b: 1\n")

    with ThreadPoolExecutor(20) as threads:
        list(threads.map(add, range(20)))
    assert path.read_bytes() == OLD + b"b: 1\n" * 20
