"""``indicators publish``: what is published, and what keeps it from being published."""

from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.publish.versions import Versions
from indicators.site import downloads, manifest
from tests.builders import FILE, GOOD, changed, write

WARNED = changed(("sectors:\n", "sectors:\n  - {id: roads, name: {zh: 公路, en: Roads}}\n"))


@pytest.fixture(autouse=True)
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the heavy formats, for tests of something else."""
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv", "json"))


def run(*arguments: str | Path) -> int:
    return main(["publish", *map(str, arguments), "--lang", "en"])


@pytest.mark.slow
def test_a_site_is_published_and_published_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    www, data = tmp_path / "www", write(tmp_path, GOOD, "data.yaml")
    assert run("site", "--to", www, "--data", data) == 0
    assert (www / "en" / "index.html").is_file()
    first = Versions(www).current()
    capsys.readouterr()
    assert run("site", "--to", www, "--data", data) == 0
    assert "nothing has changed" in capsys.readouterr().out
    assert Versions(www).current() == first
    write(tmp_path, changed(("text: 14家", "text: 15家"), ("quote: 企业14家", "quote: 企业15家")), "data.yaml")
    assert run("site", "--to", www, "--data", data) == 0, capsys.readouterr().err
    second = Versions(www).current()
    assert (second != first, first is not None and first.exists()) == (True, True)
    assert run("check", www, "--data", data) == 0
    assert run("site", "--to", www, "--rollback") == 0
    assert Versions(www).current() == first
    assert run("check", www, "--data", data) == 1
    assert "it was made of the data" in capsys.readouterr().err
    assert run("site", "--to", www, "--rollback") == 2


@pytest.mark.parametrize(
    ("text", "code", "sentence"),
    [
        (WARNED, 1, "0 errors, 1 warning, and was not published"),
        (changed(("text: 14家", "text: 14")), 1, "1 error, 0 warnings, and was not published"),
        (None, 2, "there is nothing at"),
    ],
)
def test_what_check_is_strict_about_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, code: int, sentence: str
) -> None:
    data = tmp_path / "data.yaml" if text is None else write(tmp_path, text, "data.yaml")
    for arguments in (("site", "--to", tmp_path / "www"), ("container", "--generate-dir", tmp_path / "www")):
        assert run(*arguments, "--data", data) == code
        assert sentence in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_a_quote_that_the_text_of_its_article_denies_is_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(tmp_path, GOOD, "data.yaml")
    key = GOOD.partition("articles:\n  - id: ")[2].partition("\n")[0]
    (tmp_path / "texts").mkdir()
    write(tmp_path / "texts", "上半年收入98.76亿元，别的都没有说。", f"{key}.txt")
    assert run("site", "--to", tmp_path / "www", "--data", data) == 1
    assert "not published" in capsys.readouterr().err
    assert not (tmp_path / "www").exists()


def test_data_that_are_not_as_they_were_sealed_are_not_published(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(tmp_path, GOOD, "data.yaml")
    assert main(["seal", str(data)]) == 0
    assert run("container", "--generate-dir", tmp_path / "out", "--data", data) == 0
    write(tmp_path, f"{GOOD}# more\n", "data.yaml")
    assert run("container", "--generate-dir", tmp_path / "new", "--data", data) == 1
    assert "not published: " in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


@pytest.mark.slow
def test_less_than_half_is_not_published_unless_it_is_said_to_be_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    www = tmp_path / "www"
    assert run("site", "--to", www, "--data", FILE) == 0
    current = Versions(www).current()
    assert current is not None
    path = current / manifest.PATH
    known = manifest.read(current)
    figures = known.figures or {}
    more = {f"{key}-{number}": figure for key, figure in figures.items() for number in range(3)}
    path.write_text(manifest.to_json(manifest.Manifest(known.parts, known.others, more, known.data)))
    assert run("site", "--to", www, "--data", FILE) == 1
    assert f"there are {len(figures)} figures where {len(more)} are published" in capsys.readouterr().err
    assert Versions(www).current() == current
    assert run("site", "--to", www, "--data", FILE, "--allow-shrink") == 0


def test_a_path_with_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine = write(tmp_path, "mine", "www")
    assert run("site", "--to", mine, "--data", FILE) == 2
    assert "something else is at" in capsys.readouterr().err
    assert mine.read_text() == "mine"
    write(tmp_path, "FROM scratch\n", "Containerfile")
    assert run("container", "--generate-dir", tmp_path, "--data", FILE) == 2
    assert (tmp_path / "Containerfile").read_text() == "FROM scratch\n"


def test_a_container_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    assert run("container", "--generate-dir", out, "--data", FILE, "--base", "https://data.example.org") == 0
    assert "podman build" in capsys.readouterr().out
    assert (out / "data" / FILE.name).read_bytes() == FILE.read_bytes()


@pytest.mark.slow
def test_faults_are_listed_and_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    www = tmp_path / "www"
    assert run("site", "--to", www, "--data", FILE) == 0
    assert run("check", www) == 0
    assert ", no faults." in capsys.readouterr().out
    (www / "en" / "figures.html").unlink()
    assert run("check", www) == 1
    printed = capsys.readouterr()
    assert "en/figures.html: the file is not there" in printed.err
    assert "faults." in printed.out
    assert run("check", tmp_path) == 1
    assert "no site or dashboard of this program" in capsys.readouterr().err
    assert run("check", tmp_path / "nothing") == 2
    assert run("check", "http://127.0.0.1:9/") == 2
    assert "does not answer" in capsys.readouterr().err
