"""What comes from the cache is what a load of the source finds, and never anything else."""

import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from indicators import library, settings
from indicators.loading import cache, compiled, loader
from indicators.loading.cache import load
from indicators.loading.columnar.dataset import ColumnarDataset
from indicators.loading.loader import Loaded
from indicators.reading import disk
from tests import SAMPLE
from tests.builders import GOOD, changed, write
from tests.loading.test_columnar import same

BROKEN = changed(("metric: firms", "metric: fims"))
EMPTY = GOOD[: GOOD.index("articles:")] + "articles: []\n"
ODD = changed(("    url: https://www.daily.cn/a.html\n", ""))


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cache of its own, into which everything goes, however small."""
    folder = tmp_path / "cache"
    monkeypatch.setenv(settings.CACHE, str(folder))
    monkeypatch.setattr(cache, "SMALL", 0)
    return folder


@pytest.fixture
def loads(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Load in this process, which is faster; the list has each path that was loaded."""
    paths: list[Path] = []

    def cache_here(path: Path, folder: Path, _size: int, _: loader.OnProgress) -> compiled.Outcome:
        paths.append(path)
        return "stored" if cache.load_into_cache(path, folder) else "failed"

    monkeypatch.setattr(compiled, "by_another_process", cache_here)
    return paths


def equal(loaded: Loaded, expected: Loaded) -> None:
    assert (loaded.problems, loaded.accepted, loaded.digest) == (expected.problems, expected.accepted, expected.digest)
    assert loaded.texts == expected.texts
    if expected.dataset is None or loaded.dataset is None:
        assert loaded.dataset is expected.dataset is None
    else:
        same(expected.dataset, loaded.dataset)
        assert loaded.dataset.about == expected.dataset.about
        assert loaded.dataset.regions == expected.dataset.regions


@pytest.mark.slow
def test_another_process_keeps_it_and_this_one_reads_it(tmp_path: Path, home: Path) -> None:
    path = write(tmp_path, GOOD)
    progress: list[tuple[int, int]] = []
    loaded = load(path, on_progress=lambda done, total: progress.append((done, total)))
    assert isinstance(loaded.dataset, ColumnarDataset)
    equal(loaded, loader.load(path))
    assert progress[0][0] == 0
    assert 0 < progress[-1][0] <= progress[-1][1]
    assert [stat.S_IMODE(folder.stat().st_mode) for folder in (home, *home.iterdir())] == [0o700] * 2
    again: list[tuple[int, int]] = []
    equal(load(path, on_progress=lambda done, total: again.append((done, total))), loaded)
    assert again == []  # there was nothing to do


@pytest.mark.parametrize("text", [GOOD, BROKEN, ODD, EMPTY, "", "a: ["])
def test_the_same_as_from_the_source(text: str, tmp_path: Path, loads: list[Path]) -> None:
    path = write(tmp_path, text)
    expected = loader.load(path)
    for _ in range(2):
        equal(load(path), expected)
    assert loads == [path]


def test_texts_are_part_of_it(tmp_path: Path, loads: list[Path]) -> None:
    path = write(tmp_path, GOOD)
    (tmp_path / "texts").mkdir()
    for number, text in enumerate(("收入56.92亿元", "别的", "")):
        (tmp_path / "texts" / "first.txt").write_text(text, "utf-8")
        (tmp_path / "texts" / "nobody.txt").write_text(text, "utf-8")
        equal(load(path), loader.load(path))
        assert len(loads) == number + 1


def test_the_shipped_data(loads: list[Path]) -> None:
    expected = loader.load(SAMPLE)
    for _ in range(2):
        equal(load(SAMPLE), expected)
    assert len(loads) == 1
    frame = library.load(SAMPLE).frame
    assert list(frame["figure"]) == list(expected.dataset.figures if expected.dataset else ())


def test_a_folder_is_known_by_each_of_its_files(tmp_path: Path, loads: list[Path]) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    head, _, articles = GOOD.partition("articles:")
    write(folder, head, "a.yaml")
    write(folder, f"articles:{articles}", "b.yaml")
    equal(load(folder), loader.load(folder))
    (folder / "b.yaml").rename(folder / "c.yaml")  # problems would name the file
    equal(load(folder), loader.load(folder))
    write(folder, "articles: []\n", "d.yaml")
    equal(load(folder), loader.load(folder))
    write(folder, "themes: []\n", "d.yaml")
    equal(load(folder), loader.load(folder))
    assert len(loads) == 4


# --- what must not be read -------------------------------------------------------------------------------------------


def damaged(content: bytes) -> list[bytes]:
    middle = len(content) // 2
    flipped = bytes([content[middle] ^ 1])
    return [b"", content[:middle], content[:-1], content + b"x", content[:middle] + flipped + content[middle + 1 :]]


@pytest.mark.parametrize("name", ["head.json", "figures", "articles"])
@pytest.mark.parametrize("which", range(5))
def test_what_is_damaged_is_made_again(name: str, which: int, tmp_path: Path, home: Path, loads: list[Path]) -> None:
    path = write(tmp_path, GOOD)
    expected = load(path)
    (folder,) = home.iterdir()
    content = (folder / name).read_bytes()
    (folder / name).unlink()  # what is mapped stays as it is
    (folder / name).write_bytes(damaged(content)[which])
    equal(load(path), expected)
    assert len(loads) == 2
    assert next(home.iterdir()).joinpath(name).read_bytes() == content
    equal(load(path), expected)
    assert len(loads) == 2


def test_a_file_that_is_missing_is_made_again(tmp_path: Path, home: Path, loads: list[Path]) -> None:
    path = write(tmp_path, GOOD)
    expected = load(path)
    (folder,) = home.iterdir()
    (folder / "figures").unlink()
    equal(load(path), expected)
    assert len(loads) == 2


@pytest.mark.skipif(os.name == "nt", reason="permissions are another thing on Windows")
def test_a_folder_that_others_can_write_to_is_not_ours(tmp_path: Path, home: Path, loads: list[Path]) -> None:
    path = write(tmp_path, GOOD)
    home.mkdir(mode=0o700)
    home.chmod(0o777)
    equal(load(path), loader.load(path))
    assert loads == [path]  # into a passing folder
    assert list(home.iterdir()) == []


def test_another_program_loads_anew(tmp_path: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, GOOD)
    load(path)
    monkeypatch.setattr(cache, "_program", lambda: b"another")
    load(path)
    assert len(loads) == 2


# --- where there is no cache -----------------------------------------------------------------------------------------


def no_folder(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    home.write_text("in the way")
    assert monkeypatch


def not_named(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setenv(settings.CACHE, "")


def no_home(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    """As a service may run: no variable says where the home is, and no user of this number is known."""

    def unknown(_: int) -> None:
        raise KeyError

    for name in (settings.CACHE, "HOME", "USERPROFILE", "XDG_CACHE_HOME", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("pwd.getpwuid", unknown)


def no_process(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(subprocess, "Popen", refuse)


def fails(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(compiled, "_PROGRAM", "raise SystemExit(3)")


def babbles(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(compiled, "_PROGRAM", "print('hello')")


def writes_nothing(monkeypatch: pytest.MonkeyPatch, _: Path) -> None:
    monkeypatch.setattr(compiled, "_PROGRAM", "")


@pytest.mark.slow
@pytest.mark.parametrize("hinder", [no_folder, not_named, no_home, no_process, fails, babbles, writes_nothing])
def test_without_a_cache_it_is_loaded_all_the_same(
    hinder: Callable[[pytest.MonkeyPatch, Path], None], tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, GOOD)
    hinder(monkeypatch, home)
    equal(load(path), loader.load(path))


def in_this_process(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The list has each path that is loaded by this process from then on."""
    paths: list[Path] = []
    real = loader.load

    def note(path: Path, *, on_progress: loader.OnProgress = loader.no_progress) -> Loaded:
        paths.append(path)
        return real(path, on_progress=on_progress)

    monkeypatch.setattr(loader, "load", note)
    return paths


@pytest.mark.parametrize("end", ["import os; os.abort()", "import os; os.kill(os.getpid(), 9)", "raise SystemExit(4)"])
def test_what_kills_the_other_process_is_not_loaded_by_this_one(
    end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, GOOD)
    monkeypatch.setattr(compiled, "_PROGRAM", end)
    here = in_this_process(monkeypatch)
    loaded = load(path)
    assert (loaded.dataset, [problem.code for problem in loaded.problems], here) == (None, ["load-failed"], [])


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not limit what a process may take")
@pytest.mark.slow
def test_the_other_process_may_take_so_much_memory_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write(tmp_path, GOOD)
    eat = "from indicators.loading import compile_load, loader; loader.load = lambda *_, **__: bytearray(2**{}); "
    run = "import sys; from indicators.loading import compiled; compiled.MEMORY = 64 * 2**20; "
    here = in_this_process(monkeypatch)
    for power, killed in ((30, True), (20, False)):  # what it gets is no load, so that it fails in another way
        program = f"{run}{eat.format(power)}sys.exit(compile_load.main(*sys.argv[1:]))"
        monkeypatch.setattr(compiled, "_PROGRAM", program)
        loaded = load(path)
        assert (loaded.dataset is None, bool(here)) == (killed, not killed)


def test_a_full_disk_makes_no_load_run_again_and_again(
    tmp_path: Path, home: Path, loads: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, GOOD)
    here = in_this_process(monkeypatch)
    monkeypatch.setattr(disk, "new_folder", full)
    equal(load(path), loader.load(path))
    assert len(loads) == 1
    assert here == [path] * 3  # what was loads, this one, and the one to compare with
    assert [*home.iterdir()] == []


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")


@pytest.mark.parametrize("free", [{"cache": 0}, {"cache": 0, "passing": 0}], ids=["the cache", "everything"])
def test_without_room_in_the_cache_it_goes_into_a_passing_folder(  # fixtures
    free: dict[str, int],
    tmp_path: Path,
    home: Path,
    loads: list[Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = write(tmp_path, GOOD)
    (tmp_path / "passing").mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "passing"))

    def usage(folder: Path) -> SimpleNamespace:
        name = "passing" if "passing" in str(folder) else "cache"
        return SimpleNamespace(free=free.get(name, 2**40))

    monkeypatch.setattr(shutil, "disk_usage", usage)
    equal(load(path), loader.load(path))
    assert len(loads) == ("passing" not in free)
    assert [*home.iterdir(), *(tmp_path / "passing").iterdir()] == []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other folders and no variable for them")
def test_the_users_own_cache_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(settings.CACHE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "own"))
    path = write(tmp_path, GOOD)
    assert isinstance(load(path).dataset, ColumnarDataset)
    assert len(list((tmp_path / "own" / "reported-indicators").iterdir())) == 1


def test_what_is_small_is_loaded_as_it_is(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "SMALL", 2**20)
    path = write(tmp_path, GOOD)
    assert not isinstance(load(path).dataset, ColumnarDataset)
    assert not home.exists()


@pytest.mark.parametrize("name", ["nothing.yaml", "a\0b", ""])
def test_where_nothing_is(name: str, tmp_path: Path) -> None:
    equal(load(tmp_path / name), loader.load(tmp_path / name))


def test_a_file_that_nobody_can_read(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    (folder / "a.yaml").mkdir(parents=True)
    equal(load(folder), loader.load(folder))


def test_only_the_last_few_are_cached(tmp_path: Path, home: Path, loads: list[Path]) -> None:
    paths = [write(tmp_path, GOOD, f"{number}.yaml") for number in range(cache.MOST_LOADS + 2)]
    for number, path in enumerate(paths):
        load(path)
        for moment, folder in enumerate(sorted(home.iterdir(), key=lambda folder: folder.stat().st_mtime)):
            os.utime(folder, (moment, moment))  # file systems count in too long steps for a test
        assert len(list(home.iterdir())) == min(number + 1, cache.MOST_LOADS)
    load(paths[-1])
    assert len(loads) == len(paths)


def test_what_an_interrupted_write_has_left_goes(tmp_path: Path, home: Path, loads: list[Path]) -> None:
    home.mkdir(mode=0o700)
    for number in range(cache.MOST_LOADS):
        (home / f"part-{number}").mkdir()
    load(write(tmp_path, GOOD))
    assert len(list(home.iterdir())) == cache.MOST_LOADS
    assert len(loads) == 1
