"""Files for repositories of data: the program takes every command in them, and nobody's text becomes a command."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest
import yaml

from indicators.cli import main as cli
from tests import ROOT

RECIPES = ("action.yml", "deploy/recipes/github.yml", "deploy/recipes/gitlab.yml", ".pre-commit-hooks.yaml")
WORDS = {"${options[@]}": "--strict", "${paths[@]}": "data/indicators.yaml", "$CI_PAGES_URL": "https://e.org/"}


def loaded(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text("utf-8"))


def texts(document: object) -> Iterator[str]:
    """Every string in a document."""
    if isinstance(document, str):
        yield document
    elif isinstance(document, dict):
        for value in document.values():
            yield from texts(value)
    elif isinstance(document, list):
        for value in document:
            yield from texts(value)


def commands(name: str) -> list[list[str]]:
    """The arguments of each call of the program in a recipe."""
    lines = [line for text in texts(loaded(name)) for line in text.splitlines()]
    called = [re.split(r" (?:>|\|\|) ", line.strip())[0] for line in lines if line.strip().startswith("indicators ")]
    return [[WORDS.get(word, word) for word in shlex.split(line)][1:] for line in called]


@pytest.mark.parametrize("name", RECIPES)
def test_the_program_takes_every_command(name: str) -> None:
    assert commands(name)
    for arguments in commands(name):
        assert callable(cli.parse(arguments).run)


@pytest.mark.parametrize("name", RECIPES[1:3])
def test_data_are_checked_before_they_are_published(name: str) -> None:
    named = [" ".join(arguments[:2]) for arguments in commands(name)]
    assert {"site --data", "publish check"} <= set(named)
    assert "strict: true" in (ROOT / name).read_text("utf-8") or "check --strict" in named


def test_what_others_may_choose_is_no_command() -> None:
    """An expression in a script would be pasted into it; in the environment it is a value."""
    for name in RECIPES[:2]:
        scripts = re.findall(r"run: \|\n((?: {8,}.*\n?)+)", (ROOT / name).read_text("utf-8"))
        assert scripts
        assert not [script for script in scripts if "${{" in script]


def test_the_workflow_may_write_only_where_it_publishes() -> None:
    workflow = loaded(RECIPES[1])
    assert workflow["permissions"] == {"contents": "read"}
    writing = [name for name, job in workflow["jobs"].items() if job.get("permissions")]
    assert writing == ["publish"]
    assert workflow["jobs"]["publish"]["if"] == "github.event_name == 'push'"
    assert workflow["jobs"]["publish"]["needs"] == "check"


def test_a_hook_checks_files_or_a_folder() -> None:
    each, folder = loaded(RECIPES[3])
    assert re.search(each["files"], "data/indicators.yaml")
    assert not re.search(each["files"], "data/texts/a.txt")
    assert (folder["pass_filenames"], folder["args"]) == (False, ["data"])
    assert {each["entry"], folder["entry"]} == {"indicators check"}


def test_each_week_the_newest_libraries_are_tested_and_an_audit_that_did_not_run_fails() -> None:
    name = ".github/workflows/weekly.yml"
    document = loaded(name)
    assert document[True]["schedule"]  # YAML 1.1 reads the key "on" so
    steps = [step for job in document["jobs"].values() for step in job["steps"]]
    scripts = [step["run"] for step in steps if "run" in step]
    assert "scripts/audit" in scripts
    assert any(script.endswith(".ci/run") for script in scripts)
    assert not [script for script in scripts if "||" in script]
    assert "continue-on-error" not in (ROOT / name).read_text("utf-8")
