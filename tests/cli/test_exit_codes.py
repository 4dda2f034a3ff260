"""How each command ends, whatever is at the path of its data."""

import subprocess
import sys
from pathlib import Path

import pytest

from indicators.cli.main import main
from indicators.values.text import LANGS, Lang
from tests.builders import GOOD, changed, write

TEXT = "标题\n收入56.92亿元，占年度计划的52.1%，同比增长32%；企业14家。\n"
COMMANDS = {
    "check": ["check", "{data}"],
    "verify": ["verify", "first", "--data", "{data}", "--text", "{text}"],
    "show": ["show", "--data", "{data}"],
    "export data": ["export", "data", "--data", "{data}", "--out", "{out}"],
    "export charts": ["export", "charts", "--data", "{data}", "--out", "{out}", "--metric", "firms"],
    "site": ["site", "--data", "{data}", "--out", "{out}", "--no-cards"],
}
SENTENCES = {
    ("errors", "en"): "{path} has 1 error. Run indicators check to see them\n",
    ("errors", "zh"): "{path} 有 1 个错误。请运行 indicators check\n",
    ("missing", "en"): "could not run: there is nothing at {path}\n",
    ("missing", "zh"): "没有运行：找不到 {path}\n",
}
SENTENCES |= {("unreadable", lang): SENTENCES["errors", lang] for lang in LANGS}
CODES = {"errors": 1, "missing": 2, "unreadable": 1, "fine": 0}


@pytest.fixture
def paths(tmp_path: Path) -> dict[str, Path]:
    folder = tmp_path / "folder.yaml" / "broken.yaml"
    folder.mkdir(parents=True)  # a folder where a file is expected: not readable, whoever asks
    return {
        "errors": write(tmp_path, changed(("text: 14家", "text: 14")), "errors.yaml"),
        "missing": tmp_path / "missing.yaml",
        "unreadable": folder.parent,
        "fine": write(tmp_path, GOOD, "fine.yaml"),
        "text": write(tmp_path, TEXT, "first.txt"),
        "out": tmp_path / "out",
    }


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("case", CODES)
@pytest.mark.parametrize("command", COMMANDS)
def test_exit_codes(
    command: str, case: str, lang: Lang, paths: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [part.format(data=paths[case], **paths) for part in COMMANDS[command]]
    assert main([*arguments, "--lang", lang]) == CODES[case]
    printed = capsys.readouterr()
    if case == "fine":
        assert (bool(printed.out), printed.err) == (True, "")
    elif command == "check" and case != "missing":  # its report is what was asked for
        assert str(paths[case]) in printed.out
    else:
        assert (printed.out, printed.err) == ("", SENTENCES[case, lang].format(path=paths[case]))
        assert not paths["out"].exists()


@pytest.mark.parametrize("command", COMMANDS)
def test_a_path_cannot_steer_a_terminal(
    command: str, paths: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    steering = paths["missing"].with_name("a\x1b[2J\nb\u202e.yaml")
    arguments = [part.format(data=steering, **paths) for part in COMMANDS[command]]
    assert main([*arguments, "--lang", "en"]) == 2
    assert capsys.readouterr().err.endswith("a\ufffd[2J b\ufffd.yaml\n")


def test_charts_need_an_address_to_link_to(
    paths: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = ["--base", "data.example.org", "--out", str(tmp_path / "out"), "--lang", "en"]
    assert main(["export", "charts", "--data", str(paths["fine"]), *wrong]) == 2
    assert "data.example.org is not the address of a site" in capsys.readouterr().err


@pytest.mark.slow
def test_who_stops_reading_is_no_error(paths: dict[str, Path]) -> None:
    command = [sys.executable, "-m", "indicators", "check", str(paths["fine"])]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.close()
        assert program.stderr.read() == b""
    assert program.returncode == 141
