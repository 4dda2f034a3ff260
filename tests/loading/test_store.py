"""What the dashboard shows while the file under it breaks: the last good dataset, and nobody waits for the next."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import settings
from indicators.loading import seal, shrinkage, store
from indicators.loading.loader import load
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from tests.builders import GOOD, changed, write
from tests.loading.stores import Clock, doubts, figures, sealed, with_firms

LATER = changed(("text: 14家", "text: 15家"), ("企业14家", "企业15家"))


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)


def firms(snapshot: Snapshot) -> str:
    assert snapshot.dataset is not None
    text = snapshot.dataset.figures["east-firms"].text
    assert text is not None
    return text.printed


def codes(snapshot: Snapshot) -> set[str]:
    return {problem.code for problem in snapshot.problems}


def torn(path: Path) -> None:
    write(path.parent, GOOD[: GOOD.index("quote: 企业")])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def commented_out(path: Path) -> None:
    path.write_text("# " + GOOD.replace("\n", "\n# "))


def replaced_by_a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("nowhere")


BREAKS: list[tuple[Callable[[Path], object], str]] = [
    (torn, "missing-key"),
    (emptied, "file-empty"),
    (commented_out, "file-empty"),
    (Path.unlink, "file-missing"),
    (replaced_by_a_folder, "folder-empty"),
    (a_link_to_nowhere, "file-missing"),
    (lambda path: path.write_bytes(b"\xff\xfe" + "a".encode("utf-16-le")), "file-encoding"),
    (lambda path: path.write_bytes(b"[" * 26_000), "yaml-depth"),
    (lambda path: write(path.parent, LATER.replace("text: 15家", "text: 15")), "quantity-unit-missing"),
    (lambda path: write(path.parent, LATER[: LATER.index("articles:")] + "articles: []\n"), "dataset-shrunk"),
]


@pytest.mark.parametrize(("harm", "code"), BREAKS, ids=[f"{number}-{code}" for number, (_, code) in enumerate(BREAKS)])
def test_the_last_good_one_stays_and_the_next_good_one_comes(
    tmp_path: Path, harm: Callable[[Path], object], code: str
) -> None:
    path = write(tmp_path, GOOD)
    kept = Store(path)
    good = kept.current()
    assert (firms(good), good.stale, good.problems, good.digest) == ("14家", False, (), load(path).digest)
    harm(path)
    for _ in range(2):
        broken = kept.current()
        assert (broken.dataset, broken.digest, broken.stale) == (good.dataset, good.digest, True)
        assert code in codes(broken)
    if path.is_dir():
        shutil.rmtree(path)
    path.unlink(missing_ok=True)
    write(tmp_path, LATER)
    recovered = kept.current()
    assert (firms(recovered), recovered.stale, recovered.problems) == ("15家", False, ())
    assert recovered.digest != good.digest


def test_the_same_file_again_is_good_again(tmp_path: Path) -> None:
    path = write(tmp_path, GOOD)
    kept = Store(path)
    good = kept.current()
    emptied(path)
    assert kept.current().stale
    write(tmp_path, GOOD)
    assert kept.current() == good


def test_broken_from_the_start(tmp_path: Path) -> None:
    path = tmp_path / "data.yaml"
    kept = Store(path)
    nothing = kept.current()
    assert (nothing.dataset, nothing.stale, codes(nothing)) == (None, False, {"file-missing"})
    write(tmp_path, "articles: [")
    assert (kept.current().dataset, codes(kept.current())) == (None, {"yaml-syntax"})
    write(tmp_path, GOOD)
    assert firms(kept.current()) == "14家"


def test_warnings_do_not_keep_a_dataset_back(tmp_path: Path) -> None:
    kept = Store(write(tmp_path, GOOD))
    kept.current()
    write(tmp_path, changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n")))
    newer = kept.current()
    assert (newer.stale, codes(newer)) == (False, {"unused-entry"})
    assert newer.dataset is not None
    assert "roads" in newer.dataset.sectors


@pytest.mark.parametrize(("before", "after", "code"), [(4, 2, "dataset-fewer"), (5, 2, "dataset-shrunk")])
def test_fewer_figures_are_believed_after_a_rest_and_less_than_half_never(
    tmp_path: Path, clock: Clock, before: int, after: int, code: str
) -> None:
    """So does a file look that was cut off between two figures."""
    kept = Store(write(tmp_path, with_firms(before)))
    kept.current()
    write(tmp_path, with_firms(after))
    for _ in range(2):
        shown = kept.current()
        assert (figures(shown), shown.stale, doubts(shown)) == (before, True, [(code, "error")])
        clock.now += store.REST - 1
        write(tmp_path, with_firms(after))  # touched once more
    clock.now += store.REST
    kept.current()
    clock.now += store.REST
    shown = kept.current()
    if code == "dataset-fewer":  # and it is said
        assert (figures(shown), shown.stale) == (after, False)
        assert doubts(shown) == [(code, "warning")]
    else:
        assert (figures(shown), shown.stale, doubts(shown)) == (before, True, [(code, "error")])


def test_more_figures_are_shown_at_once(tmp_path: Path) -> None:
    kept = Store(write(tmp_path, with_firms(4)))
    kept.current()
    write(tmp_path, with_firms(5))
    assert (figures(kept.current()), doubts(kept.current())) == (5, [])


def test_a_dataset_does_not_shrink_step_by_step(tmp_path: Path, clock: Clock) -> None:
    """20 → 11 → 6 → 3: each time by less than half, and nearly all of it is gone."""
    kept = Store(write(tmp_path, with_firms(20)))
    seen = [figures(kept.current())]
    for after in (11, 6, 3):
        write(tmp_path, with_firms(after))
        for _ in range(3):
            clock.now += 2 * store.REST
            kept.current()
        seen.append(figures(kept.current()))
    assert seen == [20, 11, 11, 11]
    clock.now += shrinkage.LATELY + 1
    write(tmp_path, with_firms(6))
    kept.current()
    clock.now += store.REST
    assert figures(kept.current()) == 6


def test_who_runs_it_can_vouch_for_fewer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(write(tmp_path, with_firms(20)))
    kept.current()
    monkeypatch.setenv(settings.FEWER, "yes")
    write(tmp_path, with_firms(1))
    assert (figures(kept.current()), doubts(kept.current())) == (1, [])


def test_what_comes_after_a_sealed_dataset_is_measured_by_it(tmp_path: Path, clock: Clock) -> None:
    """A seal vouches for fewer figures: what was shown before says nothing any more. Where it is gone, that is said."""
    path = write(tmp_path, with_firms(20))
    sealed(path, 20)
    kept = Store(path)
    kept.current()
    write(tmp_path, with_firms(4))
    sealed(path, 4)
    assert (figures(kept.current()), doubts(kept.current())) == (4, [])
    seal.beside(path).unlink()
    assert (figures(kept.current()), doubts(kept.current())) == (4, [("seal-gone", "error")])
    write(tmp_path, with_firms(3))
    assert (figures(kept.current()), doubts(kept.current())) == (4, [("dataset-fewer", "error")])
    clock.now += store.REST
    assert (figures(kept.current()), doubts(kept.current())) == (3, [("dataset-fewer", "warning")])
    write(tmp_path, with_firms(5))
    assert (figures(kept.current()), doubts(kept.current())) == (5, [])


def test_an_empty_variable_vouches_for_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = Store(write(tmp_path, with_firms(20)))
    kept.current()
    monkeypatch.setenv(settings.FEWER, "")
    write(tmp_path, with_firms(1))
    assert (figures(kept.current()), doubts(kept.current())) == (20, [("dataset-shrunk", "error")])


def test_a_folder_is_watched_file_by_file(tmp_path: Path) -> None:
    half = GOOD.index("articles:")
    write(tmp_path, GOOD[:half], "a.yaml")
    write(tmp_path, GOOD[half:], "b.yaml")
    kept = Store(tmp_path)
    assert firms(kept.current()) == "14家"
    more = write(tmp_path, "articles: [", "c.yaml")
    assert kept.current().stale
    more.unlink()
    assert not kept.current().stale
    write(tmp_path, LATER[half:], "b.yaml")
    assert firms(kept.current()) == "15家"
