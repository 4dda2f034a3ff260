"""The bar that says how far a command is: on a terminal, and nowhere else."""

import argparse
from pathlib import Path
from types import ModuleType

import pytest

from indicators.cli.commands import export_charts, export_data, site
from indicators.cli.progress import ProgressBar
from tests.builders import FILE

Said = pytest.CaptureFixture[str]


def on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on: what stands for the standard error of a test is another while it is set up."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)


def test_no_terminal_no_bar(capsys: Said) -> None:
    bar = ProgressBar()
    bar(1, 4)
    bar.clear()
    assert not capsys.readouterr().err


def test_a_bar_grows_and_ends_its_line(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    on_a_terminal(monkeypatch)
    bar = ProgressBar()
    for done in range(5):
        bar(done, 4)
    shown = capsys.readouterr().err.split("\r")[1:]
    assert [line.count("█") for line in shown] == [0, 8, 16, 24, 32]
    assert shown[1].endswith(" 25% (1/4)")
    assert shown[-1].endswith("100% (4/4)\n")


def test_a_bar_is_drawn_only_where_it_looks_different(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    on_a_terminal(monkeypatch)
    bar = ProgressBar()
    for done in range(100_001):
        bar(done, 100_000)
    assert capsys.readouterr().err.count("\r") <= 101 + 32


def test_a_bar_makes_way(monkeypatch: pytest.MonkeyPatch, capsys: Said) -> None:
    on_a_terminal(monkeypatch)
    bar = ProgressBar()
    bar(1, 4)
    bar.clear()
    _, drawn, blank, end = capsys.readouterr().err.split("\r")
    assert drawn.strip()
    assert blank == " " * len(drawn)
    assert not end


@pytest.mark.slow
@pytest.mark.parametrize(
    ("command", "arguments"),
    [(export_data, ["--format", "csv,json"]), (export_charts, ["--format", "csv"]), (site, [])],
    ids=["data", "charts", "site"],
)
def test_each_command_that_takes_long_has_it(
    command: ModuleType, arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Said
) -> None:
    on_a_terminal(monkeypatch)
    parser = argparse.ArgumentParser()
    command.configure(parser, "en")
    assert command.run(parser.parse_args(["--data", str(FILE), "--out", str(tmp_path / "out"), *arguments])) == 0
    drawn = capsys.readouterr().err
    assert " 0%" in drawn
    assert "100%" in drawn
    assert drawn.endswith("\n")
