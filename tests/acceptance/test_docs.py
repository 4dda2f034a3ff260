"""What the documents say is what happens: commands, help, examples, links, layout."""

import io
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from pathlib import Path
from typing import Final

import pytest
import yaml

import indicators
from docs.consoles import DOCUMENTS, blocks, commands, example, output, read
from indicators import settings
from indicators.cli import main as cli
from indicators.export import formats
from indicators.frames import panels
from indicators.loading import cache, store
from indicators.reading import boundaries
from indicators.site import card_texts
from indicators.ui.tables import view_tables
from tests import ROOT

READMES: Final = ("README.md", "README.zh.md")
PROGRAMS: Final = {program: name for name in reversed(DOCUMENTS) for program in blocks(read(name), "python")}
"""Each example in Python, with a document that has it: both READMEs have the same."""
CONSOLES: Final = [(name, *shown) for name in DOCUMENTS for shown in commands(read(name))]


def test_all_documents_are_read() -> None:
    assert {*READMES, "CHANGELOG.md", "benchmarks/README.md", "docs/data-file.md"} <= set(DOCUMENTS)


@pytest.mark.parametrize("name", READMES)
def test_a_readme_is_short(name: str) -> None:
    assert len(read(name).splitlines()) <= 130


# --- commands --------------------------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.parametrize(("name", "command", "printed"), CONSOLES, ids=range(len(CONSOLES)))
def test_what_a_command_prints(name: str, command: str, printed: str, tmp_path: Path) -> None:
    """Spaces apart: argparse breaks its lines differently from one Python to the next."""
    assert output(command, tmp_path).split() == printed.split(), f"{name} is old: run python -m docs.consoles"


def subcommands(*words: str) -> Iterator[str]:
    """A command and all that can follow it, as the help of each lists them."""
    yield " ".join(("indicators", *words))
    printed = io.StringIO()
    with redirect_stdout(printed), suppress(SystemExit):
        cli.main([*words, "--help"])
    for word in re.findall(r"^    ([a-z]+)(?: {2,}|$)", printed.getvalue(), re.MULTILINE):
        yield from subcommands(*words, word)


def test_the_help_of_every_command_is_shown() -> None:
    every = list(subcommands())
    assert {"indicators check", "indicators export data", "indicators site"} <= set(every)
    shown = {command for _, command, _ in CONSOLES}
    assert not [command for command in every if f"{command} --help" not in shown]


@pytest.mark.parametrize("name", READMES)
def test_the_commands_are_those_that_are_run(name: str) -> None:
    """`.ci/run` runs the test command to the letter, and each command does its own set-up."""
    start, test = (command.strip() for command in blocks(read(name), "sh"))
    assert f'\nrun "{test}"\nrun "scripts/check --no-tests"\n' in read(".ci/run")
    assert start.startswith("python3 -m venv .venv && .venv/bin/pip install -e . && ")
    assert start.endswith(" .venv/bin/streamlit run dashboard.py")


def test_hooks_run_what_the_check_runs() -> None:
    """Each hook is a program of the environment, so that none is fetched from elsewhere."""
    (local,) = yaml.safe_load(read(".pre-commit-config.yaml"))["repos"]
    assert local["repo"] == "local"
    assert {hook["language"] for hook in local["hooks"]} == {"system"}
    entries = [hook["entry"].removeprefix("bash -c '").removesuffix("'") for hook in local["hooks"]]
    steps = [entry.replace(".venv/bin/", "").removesuffix(" --force-exclude") for entry in entries]
    checked = re.findall(r'^run "(.*)"$', read("scripts/check"), re.MULTILINE)
    assert not [step for step in steps if step not in checked and f"{step} --check" not in checked]


# --- examples --------------------------------------------------------------------------------------------------------


def test_the_example_has_no_problems(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(example(), encoding="utf-8")
    assert not [problem for problem in indicators.load(path).problems if problem.severity != "information"]


def test_the_example_is_taken_from_the_data(tmp_path: Path) -> None:
    path = tmp_path / "example.yaml"
    path.write_text(example(), encoding="utf-8")
    shown, shipped = indicators.load(path).dataset, indicators.load(ROOT / "data" / "indicators.yaml").dataset
    assert shown is not None
    assert shipped is not None
    for key, figure in shown.figures.items():
        assert figure.model_copy(update={"note": None}) == shipped.figures[key].model_copy(update={"note": None})
    for key, article in shown.articles.items():
        assert article.headline == shipped.articles[key].headline
        assert article.published == shipped.articles[key].published


@pytest.mark.parametrize("name", READMES)
def test_a_readme_shows_a_part_of_the_example(name: str) -> None:
    (excerpt,) = blocks(read(name), "yaml")
    assert example().endswith(excerpt)


def test_both_languages_show_the_same_yaml() -> None:
    assert blocks(read("docs/data-file.md"), "yaml") == blocks(read("docs/data-file.zh.md"), "yaml")


@pytest.mark.parametrize(("program", "name"), PROGRAMS.items(), ids=PROGRAMS.values())
def test_the_library_example_runs(program: str, name: str) -> None:
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{name}: {done.stderr}"


def test_the_example_of_the_readmes_prints_figures() -> None:
    (program,) = blocks(read("README.md"), "python")
    assert blocks(read("README.zh.md"), "python") == [program]
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    assert "etdz" in done.stdout, done.stderr


# --- what is named ---------------------------------------------------------------------------------------------------


def slug(heading: str) -> str:
    """The anchor of a heading, as GitHub makes it."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    """To a file that is there, and to a heading in it."""
    broken = []
    for target in re.findall(r"\]\(([^)\s]+)\)", read(name)):
        path, _, anchor = target.partition("#")
        if path.startswith(("http://", "https://")):
            continue
        file = (ROOT / name).parent / path if path else ROOT / name
        headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE) if anchor else []
        if not file.exists() or (anchor and anchor not in map(slug, headings)):
            broken.append(target)
    assert not broken


@pytest.mark.parametrize("name", DOCUMENTS)
def test_named_paths_exist(name: str) -> None:
    """Paths in code marks, such as `indicators/ui/`."""
    named = re.findall(r"`((?:indicators|data|docs|tests|benchmarks|scripts)/[\w./-]+)`", read(name))
    assert not [path for path in named if not (ROOT / path).exists()]


@pytest.mark.parametrize("name", ["docs/data-file.md", "docs/data-file.zh.md"])
def test_every_key_of_the_data_file_is_named(name: str) -> None:
    schema = json.loads(read("data/indicators.schema.json"))
    keys = {key for entry in (schema, *schema["$defs"].values()) for key in entry.get("properties", ())}
    assert "complete_parts" in keys
    assert not [key for key in sorted(keys) if not re.search(rf"(?<![\w-]){key}(?![\w-])", read(name))]


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("docs/dashboard.md", f"at most {panels.LIMIT} rows"),
        ("docs/dashboard.md", f"in sheets of {view_tables.ROWS} rows"),
        ("docs/dashboard.md", f"More than {'a megabyte' if cache.SMALL == 2**20 else cache.SMALL} is compiled"),
        ("docs/dashboard.md", f"looks {1 / store.PATIENCE:.0f} times a second "),
        ("docs/dashboard.md", f"`{settings.DATA}` names another file"),
        ("docs/dashboard.md", f"`{settings.CACHE}` names another folder"),
        ("docs/data-file.md", f"file `{boundaries.NAME}`"),
        ("docs/export.md", f"more than {card_texts.MOST} figures"),
        ("docs/export.md", f"--format {','.join(formats.FORMATS)}`"),
        ("README.zh.md", f"最多画 {panels.LIMIT} 行"),
        ("README.zh.md", f"表格每页 {view_tables.ROWS} 行"),
        ("README.zh.md", f"数多于 {card_texts.MOST} 个"),
    ],
)
def test_numbers_and_names_are_those_of_the_program(name: str, sentence: str) -> None:
    assert sentence in " ".join(read(name).split())


def test_the_layout_is_the_contract() -> None:
    """The packages in docs/architecture.md, from the top down, are the layers of pyproject.toml."""
    contracts = tomllib.loads(read("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    layers = next(contract for contract in contracts if contract["name"] == "The layers of the house")["layers"]
    (listed,) = re.findall(r"^indicators/\n(.*?)^tests/", read("docs/architecture.md"), re.DOTALL | re.MULTILINE)
    names = [re.findall(r"(\w+)(?:/|\.py)(?= |$)", line[:33]) for line in listed.splitlines()]
    assert names == [*(re.findall(r"\w+", layer) for layer in layers), ["browser"]]
