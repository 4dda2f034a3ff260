"""``indicators seal``: what it writes, what it compares, and when it refuses."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.loading import disk_state, seal
from indicators.loading.disk_state import DiskState
from indicators.reading import boundaries
from tests.builders import GOOD, write
from tests.cli.test_main import run
from tests.loading.stores import with_firms


def test_it_names_every_file_with_size_and_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD)
    (tmp_path / "texts").mkdir()
    write(tmp_path / "texts", "收入56.92亿元，企业14家", "first.txt")
    write(tmp_path, '{"features": []}', boundaries.NAME)
    code, out, err = run(capsys, "seal", path)
    assert (code, out, err) == (0, f"Sealed 3 files, 2 figures: {path}.seal\n", "")
    content = json.loads((tmp_path / "data.yaml.seal").read_text("utf-8"))
    assert (content["figures"], list(content["files"])) == (2, [boundaries.NAME, "data.yaml", "texts/first.txt"])
    assert content["files"]["data.yaml"]["bytes"] == path.stat().st_size
    assert run(capsys, "seal", path, "--check") == (0, f"{path} matches its seal: 3 files, 2 figures.\n", "")
    assert {file.name for file in tmp_path.iterdir()} == {"data.yaml", "data.yaml.seal", "texts", boundaries.NAME}


def test_a_folder_has_its_seal_inside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head, _, articles = GOOD.partition("articles:")
    write(tmp_path, head, "a.yaml")
    write(tmp_path, f"articles:{articles}", "b.yaml")
    assert run(capsys, "seal", tmp_path)[:2] == (0, f"Sealed 2 files, 2 figures: {tmp_path / seal.IN_A_FOLDER}\n")
    assert run(capsys, "check", tmp_path)[0] == 0  # it is no data file
    assert run(capsys, "seal", tmp_path, "--check")[0] == 0


@pytest.mark.parametrize(
    ("harm", "sentence"),
    [
        (lambda path: path.write_bytes(path.read_bytes() + b"#"), "The file “data.yaml” is not as it was sealed"),
        (lambda path: path.with_name(boundaries.NAME).write_text("{}"), f"The seal knows no file “{boundaries.NAME}”"),
        (lambda path: seal.beside(path).write_text("{}"), "The seal cannot be read"),
        (lambda path: seal.beside(path).unlink(), "has no seal; write one with indicators seal"),
    ],
    ids=["changed", "added", "broken", "none"],
)
def test_check_says_what_does_not_match(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], harm: Callable[[Path], object], sentence: str
) -> None:
    path = write(tmp_path, GOOD)
    run(capsys, "seal", path)
    harm(path)
    code, out, err = run(capsys, "seal", path, "--check")
    assert (code, out, sentence in err) == (1, "", True)


def test_a_dataset_with_errors_is_not_sealed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD[:-10])
    code, out, err = run(capsys, "seal", path)
    assert (code, out, "Run indicators check to see them" in err) == (1, "", True)
    assert not seal.beside(path).exists()


def test_less_than_half_is_sealed_only_where_it_is_meant(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, with_firms(9))
    assert run(capsys, "seal", path)[0] == 0
    write(tmp_path, with_firms(5))
    assert run(capsys, "seal", path)[::2] == (0, "There were 9 figures before.\n")
    write(tmp_path, with_firms(2))
    before = seal.beside(path).read_bytes()
    code, _, err = run(capsys, "seal", path)
    assert (code, err) == (
        1,
        f"{path} has 2 figures, where 5 figures were sealed: less than half. If this is meant, add --fewer\n",
    )
    assert seal.beside(path).read_bytes() == before
    assert run(capsys, "seal", path, "--fewer")[0] == 0
    assert run(capsys, "seal", path, "--check")[0] == 0


def test_what_changes_meanwhile_is_not_sealed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = write(tmp_path, GOOD)
    states = iter([DiskState((("a", (1,)),), 0), DiskState((("a", (2,)),), 0)])
    monkeypatch.setattr(disk_state, "of", lambda _: next(states))
    code, _, err = run(capsys, "seal", path)
    assert (code, "The file is being written" in err, seal.beside(path).exists()) == (1, True, False)


def test_where_nothing_can_be_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD)
    seal.beside(path).mkdir()
    code, _, err = run(capsys, "seal", path)
    assert (code, "cannot be written" in err) == (2, True)
    assert run(capsys, "seal", tmp_path / "nothing")[0] == 2


def test_in_chinese(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, GOOD)
    assert run(capsys, "seal", path, "--lang", "zh")[1] == f"已封存 1 个文件、2 个数：{path}.seal\n"
    path.write_bytes(b"")
    assert "与清单不符" in run(capsys, "seal", path, "--check", "--lang", "zh")[2]
