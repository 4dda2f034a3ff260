"""``indicators export data``: what it writes, what it says, and how it ends."""

import csv
import io
from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.export import formats, xlsx
from indicators.values.text import LANGS, Lang
from tests import SAMPLE
from tests.builders import FILE, write


def run(*arguments: str | Path, lang: Lang = "en") -> int:
    return main(["export", "data", "--lang", lang, *map(str, arguments)])


def test_all_formats_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "new" / "folder"
    assert run("--data", FILE, "--format", ",".join(formats.NAMES), "--out", out) == 0
    names = {f"example.{form.suffix}" for form in formats.FORMATS.values()}
    assert {path.name for path in out.iterdir()} == names
    printed = capsys.readouterr()
    assert {Path(line.split(",")[0]).name for line in printed.out.splitlines()} == names
    assert not printed.err


def test_csv_goes_without_saying(tmp_path: Path) -> None:
    assert run("--data", FILE, "--out", tmp_path, "--lang", "zh") == 0
    assert "2022年上半年" in (tmp_path / "example.csv").read_text("utf-8")


def test_data_of_a_past_day_say_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the name of each file, and in the file; and the same day gives the same bytes."""
    for out in (tmp_path / "first", tmp_path / "again"):
        assert run("--data", SAMPLE, "--format", ",".join(formats.NAMES), "--day", "2021-06-30", "--out", out) == 0
    names = {f"rizhao-known-2021-06-30.{form.suffix}" for form in formats.FORMATS.values()}
    assert {path.name for path in (tmp_path / "first").iterdir()} == names
    for name in names:
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()
    text = (tmp_path / "first" / "rizhao-known-2021-06-30.csv").read_text("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    assert rows
    assert {row["known_on"] for row in rows} == {"2021-06-30"}
    assert max(row["published"] for row in rows) <= "2021-06-30"
    assert "known-2021-06-30" in capsys.readouterr().out


@pytest.mark.parametrize(("day", "query"), [(None, ""), ("2022-12-31", "&day=2022-12-31")])
def test_links_to_figures_lead_to_the_dashboard_on_the_same_day(day: str | None, query: str, tmp_path: Path) -> None:
    past = ["--day", day] if day else []
    assert run("--data", FILE, "--base", "https://data.example.org/rizhao", *past, "--out", tmp_path) == 0
    (file,) = tmp_path.iterdir()
    rows = list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"), newline="")))
    assert rows
    for row in rows:
        assert row["permalink"] == f"https://data.example.org/rizhao/?figure={row['figure']}{query}"


@pytest.mark.parametrize("lang", LANGS)
def test_a_day_is_a_day(lang: Lang, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        run("--data", FILE, "--day", "2021-02-30", "--out", tmp_path, lang=lang)
    assert {"en": "is not a date", "zh": "不是日期"}[lang] in capsys.readouterr().err


@pytest.mark.parametrize(
    ("lang", "arguments", "reason"),
    [
        ("en", ["--format", "csv,pdf"], "could not run: there is no format pdf; choose from csv, xlsx"),
        ("zh", ["--format", "pdf"], "没有运行：没有“pdf”这种格式"),
        ("en", ["--base", "data.example.org"], "data.example.org is not the address of a site"),
    ],
)
def test_what_cannot_be_run(
    lang: Lang, arguments: list[str], reason: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("--data", FILE, "--out", tmp_path, *arguments, lang=lang) == 2
    assert reason in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("lang", LANGS)
def test_a_missing_library_is_named_with_the_remedy(
    lang: Lang, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "xlsxwriter" else object())
    assert run("--data", FILE, "--format", "csv,xlsx", "--out", tmp_path, lang=lang) == 2
    assert "pip install 'reported-indicators[export]'" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_sheet_that_is_too_small(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(xlsx, "MOST_ROWS", 1)
    assert run("--data", FILE, "--format", "xlsx", "--out", tmp_path) == 2
    assert "too many rows for a sheet of xlsx" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, "", "out")
    assert run("--data", FILE, "--out", path) == 2
    assert "cannot be written" in capsys.readouterr().err
