"""The path that is shown always leads to a whole version; what else stands there is left alone."""

import os
import threading
from pathlib import Path

import pytest

from indicators.publish.versions import VersionError, Versions
from indicators.reading import disk
from indicators.site import manifest


def published(versions: Versions, **files: str) -> Path:
    with versions.new() as building:
        for name, content in files.items():
            disk.write(building / name, content.encode())
        return versions.switch(building)


def content(shown: Path) -> dict[str, str]:
    return {path.name: path.read_text() for path in sorted(shown.iterdir())}


def test_each_publication_begins_with_the_files_of_the_last_and_does_not_touch_them(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    first = published(versions, a="1", b="1")
    second = published(versions, b="2")
    assert content(tmp_path / "www") == {"a": "1", "b": "2"}
    assert content(first) == {"a": "1", "b": "1"}
    assert (first / "a").stat().st_ino == (second / "a").stat().st_ino


def test_the_version_before_is_kept_and_older_ones_go(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    made = [published(versions, a=str(number)) for number in range(4)]
    assert [version.exists() for version in made] == [False, False, True, True]


def test_rolling_back_shows_the_version_before(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    published(versions, a="1")
    published(versions, a="2")
    versions.roll_back()
    assert content(tmp_path / "www") == {"a": "1"}
    with pytest.raises(VersionError, match="none"):
        versions.roll_back()
    published(versions, b="3")
    assert content(tmp_path / "www") == {"a": "1", "b": "3"}
    versions.roll_back()
    assert content(tmp_path / "www") == {"a": "1"}


def test_of_several_versions_the_one_just_before_is_shown_and_nothing_unfinished(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    made = [versions.folder / name for name in ("20200101T000000.000000Z", "20210101T000000.000000Z", "building-x")]
    for number, folder in enumerate(made):
        folder.mkdir(parents=True)
        (folder / "a").write_text(str(number))
    versions._show(made[1])
    assert versions._all() == made[:2]
    versions._show(made[0])
    with pytest.raises(VersionError, match="none"):
        versions.roll_back()
    with versions.new() as building:
        (building / "a").unlink()
        (building / "a").write_text("9")
        newest = building.rename(versions.folder / "20220101T000000.000000Z")
        versions._show(newest)
    assert (versions.roll_back(), content(tmp_path / "www")) == (made[1], {"a": "1"})


def test_a_web_server_may_read_it_and_files_are_copied_where_none_can_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise OSError("not on this file system")

    versions = Versions(tmp_path / "www")
    published(versions, a="1")
    monkeypatch.setattr(os, "link", no_links)
    second = published(versions, b="2")
    assert content(second) == {"a": "1", "b": "2"}
    assert second.stat().st_mode & 0o777 == 0o755


def test_a_version_that_is_not_finished_leaves_nothing(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    published(versions, a="1")
    before = sorted(versions.folder.iterdir())
    with versions.new() as building:
        (building / "a").unlink()
    assert sorted(versions.folder.iterdir()) == before
    assert content(tmp_path / "www") == {"a": "1"}


def test_what_a_killed_process_left_goes_after_a_day(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    published(versions, a="1")
    old, young = versions.folder / "building-old", versions.folder / "building-young"
    old.mkdir()
    young.mkdir()
    os.utime(old, (0, 0))
    published(versions, a="2")
    assert (old.exists(), young.exists()) == (False, True)


@pytest.mark.parametrize("kind", ["file", "folder", "ours", "link", "link in a folder of the same name"])
def test_nothing_else_is_replaced(tmp_path: Path, kind: str) -> None:
    shown = tmp_path / "www"
    if kind == "file":
        shown.write_text("mine")
    elif kind in {"folder", "ours"}:
        (shown / "assets").mkdir(parents=True)
        if kind == "ours":
            (shown / manifest.PATH).write_text("{}")
    else:
        target = tmp_path / ("other" if kind == "link" else "x/.www-versions")
        target.mkdir(parents=True)
        shown.symlink_to(target)
    with pytest.raises(VersionError, match="folder" if kind == "ours" else "foreign"):
        published(Versions(shown), a="1")
    assert not list(tmp_path.rglob("building-*"))


@pytest.mark.parametrize("path", ["/", "/tmp/..", "."])  # noqa: S108
def test_a_path_at_which_no_link_can_be(path: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(VersionError, match="foreign"):
        Versions(Path(path)).current()


def test_a_broken_link_of_ours_is_mended(tmp_path: Path) -> None:
    versions = Versions(tmp_path / "www")
    published(versions, a="1").rename(tmp_path / "gone")
    published(versions, a="2")
    assert content(tmp_path / "www") == {"a": "2"}


@pytest.mark.slow
def test_readers_never_meet_half_a_switch(tmp_path: Path) -> None:
    """Whoever opens the shown folder while it is being switched finds one whole version."""
    versions = Versions(tmp_path / "www")
    published(versions, a="0", b="0")
    faults: list[object] = []
    stop = threading.Event()

    def read() -> None:
        while not stop.is_set():
            try:
                folder = os.open(tmp_path / "www", os.O_RDONLY)
            except OSError as error:
                faults.append(error)
                continue
            try:
                pair = {_read(name, folder) for name in ("a", "b")}
            except FileNotFoundError:
                pair = set()  # a version that has been replaced twice since it was opened
            finally:
                os.close(folder)
            if len(pair) > 1:
                faults.append(pair)

    reader = threading.Thread(target=read)
    reader.start()
    for number in range(1, 30):
        published(versions, a=str(number), b=str(number))
    stop.set()
    reader.join()
    assert not faults


def _read(name: str, folder: int) -> bytes:
    descriptor = os.open(name, os.O_RDONLY, dir_fd=folder)
    try:
        return os.read(descriptor, 10)
    finally:
        os.close(descriptor)
