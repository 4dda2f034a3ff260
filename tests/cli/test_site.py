"""``indicators site``: the folder that it makes, and when it makes none."""

import argparse
import re
from pathlib import Path

import pytest

from indicators.cli import site_builder
from indicators.cli.commands import site as command
from indicators.cli.main import main
from indicators.loading import loader
from tests import ROOT
from tests.builders import FILE, write
from tests.site.sites import DAY


def run(*arguments: str | Path) -> int:
    return main(["site", "--lang", "en", *map(str, arguments)])


def test_command_makes_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    assert run("--out", out, "--data", FILE) == 0
    printed = capsys.readouterr()
    assert not printed.err
    assert re.search(r"written \d+, unchanged 0, removed 0", printed.out)
    assert "--base" in printed.out
    assert run("--out", out, "--data", FILE, "--base", "https://data.example.org", "--no-cards") == 0
    assert (out / "sitemap.xml").exists()
    assert "--base" not in capsys.readouterr().out


@pytest.mark.parametrize("base", ["data.example.org", "ftp://data.example.org/", "https://", "https://e.org/?a=1"])
def test_command_wants_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    assert run("--out", tmp_path, "--data", FILE, "--base", base) == 2
    assert "not the address" in capsys.readouterr().err


def test_command_over_another_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = write(tmp_path, "mine", "index.html")
    assert run("--out", tmp_path, "--data", FILE) == 2
    assert foreign.read_text() == "mine"
    assert run("--out", foreign, "--data", FILE) == 2
    assert "could not run" in capsys.readouterr().err


def test_day_of_a_reproducible_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    assert site_builder.today() == DAY


def test_shipped_data_is_the_default() -> None:
    parser = argparse.ArgumentParser()
    command.configure(parser, "zh")
    assert loader.load(ROOT / parser.parse_args(["--out", "x"]).data).dataset is not None
