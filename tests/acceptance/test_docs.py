"""What the documents say is what happens: commands, help, examples, links."""

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import pytest

import indicators
from tests import ROOT

DOCUMENTS: Final = ("README.md", "README.zh.md", "CHANGELOG.md", "benchmarks/README.md")
READMES: Final = DOCUMENTS[:2]
TEXTS: Final = {name: (ROOT / name).read_text(encoding="utf-8") for name in DOCUMENTS}
BIN: Final = Path(sys.executable).parent
MISTAKES: Final = {"sector: equipment,": "sector: equipmnt,", "text: 36.7亿元": "text: 36.1亿元"}
"""What the READMEs say is wrong in the example that they check."""
PAGE: Final = "“红纽带” 激活产业发展新动能\n\n今年上半年，实现产值36.8亿元，同比增长32%。\n"
"""What they hold the example against: not what the article says, but a page that differs in one digit."""


def blocks(name: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", TEXTS[name], re.DOTALL | re.MULTILINE)


EXAMPLE: Final = blocks("README.md", "yaml")[0]
CONSOLES: Final = [(name, block) for name in READMES for block in blocks(name, "console")]


def told(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "LC_ALL": "C", "COLUMNS": "80", "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    return done.stdout + done.stderr


def example(folder: Path, mistakes: Mapping[str, str]) -> None:
    """Write the README's example as the data file of a folder, with mistakes, and a page to hold it against."""
    text = EXAMPLE
    for right, wrong in mistakes.items():
        assert text.count(right) == 1
        text = text.replace(right, wrong)
    (folder / "data").mkdir()
    (folder / "data" / "indicators.yaml").write_text(text, encoding="utf-8")
    (folder / "page.txt").write_text(PAGE, encoding="utf-8")


@pytest.mark.parametrize(("name", "block"), CONSOLES, ids=range(len(CONSOLES)))
def test_what_a_command_prints(name: str, block: str, tmp_path: Path) -> None:
    """Spaces apart: argparse breaks its lines differently from one Python to the next."""
    command, _, printed = block.removeprefix("$ ").partition("\n")
    example(tmp_path, MISTAKES if command.startswith("indicators check") else {})
    assert told(command.split(), tmp_path).split() == printed.split(), f"{name} shows another output of `{command}`"


def test_every_command_is_described() -> None:
    commands = re.findall(r"^    ([a-z]+) ", told(["indicators", "--help"], ROOT), re.MULTILINE)
    assert {"check", "verify", "schema"} <= set(commands)
    assert not [command for command in commands if f"indicators {command}" not in TEXTS["README.md"]]
    shown = {block.partition("\n")[0] for block in blocks("README.md", "console")}
    assert {"$ indicators --help", "$ indicators check --help", "$ indicators verify --help"} <= shown


def test_the_example_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    assert not [problem for problem in indicators.load(path).problems if problem.severity != "information"]


def test_the_example_is_taken_from_the_data(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(EXAMPLE, encoding="utf-8")
    example, shipped = indicators.load(path).dataset, indicators.load(ROOT / "data" / "indicators.yaml").dataset
    assert example is not None
    assert shipped is not None
    for key, figure in example.figures.items():
        assert figure.model_copy(update={"note": None}) == shipped.figures[key].model_copy(update={"note": None})
    for key, article in example.articles.items():
        assert article.headline == shipped.articles[key].headline
        assert article.published == shipped.articles[key].published


@pytest.mark.parametrize("name", READMES)
def test_the_library_example_runs(name: str) -> None:
    (program,) = blocks(name, "python")
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "etdz" in done.stdout


@pytest.mark.parametrize("name", READMES)
def test_the_commands_are_those_that_are_run(name: str) -> None:
    """`.ci/run` runs the test command to the letter, and each command does its own set-up."""
    start, test = (command.strip() for command in blocks(name, "sh"))
    assert f'\nrun "{test}"\n' in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert start.startswith("python3 -m venv .venv && .venv/bin/pip install -e . && ")
    assert start.endswith(" .venv/bin/streamlit run dashboard.py")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", TEXTS[name])
    here = (ROOT / name).parent
    relative = [target.partition("#")[0] for target in targets if not re.match(r"https?://|#", target)]
    assert not [target for target in relative if not (here / target).exists()]


@pytest.mark.parametrize("name", DOCUMENTS)
def test_named_paths_exist(name: str) -> None:
    """Paths in code marks, such as `indicators/ui/`."""
    named = re.findall(r"`((?:indicators|data|docs|tests|benchmarks)/[\w./-]+)`", TEXTS[name])
    assert not [path for path in named if not (ROOT / path).exists()]
