"""Folders that are replaced file by file, or swapped as a whole: half of one state is never shown."""

import itertools
from pathlib import Path

import pytest

from indicators.loading import loader, seal, store
from indicators.loading.store import Store
from indicators.reading import disk
from indicators.values.problems import Problem
from tests.loading.replaced.folders import NAMES, a_folder
from tests.loading.stores import Clock, doubts, figures, numbers, sealed


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
