"""The table in CONTRIBUTING.md is true: each registry that it names is where the program looks, and the only one."""

import inspect
import json
import pkgutil
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

from docs.consoles import read
from indicators import rules, view
from indicators.cli import commands
from indicators.export import formats
from indicators.model.dataset import Dataset
from indicators.model.document import Document
from indicators.model.kinds import KINDS, VOCABULARY
from indicators.ui import app, pages
from indicators.values.problems import Problem
from indicators.values.quantity_parser import parse
from indicators.values.unit_table import WHOLE_UNITS, Unit
from indicators.words import ui
from indicators.words.export import tables
from tests import ROOT


def row(name: str) -> str:
    """What CONTRIBUTING.md says has to be touched to add one of these."""
    (touched,) = re.findall(rf"^\| {name} \| (.*) \|.*\|$", read("CONTRIBUTING.md"), re.MULTILINE)
    return str(touched)


def modules(package: ModuleType) -> list[str]:
    return [module.name for module in pkgutil.iter_modules(package.__path__)]


@pytest.mark.parametrize(
    ("name", "registry"),
    [
        ("a unit", "values.unit_table:UNITS"),
        ("a rule", "rules:RULES"),
        ("a rule", "rules:ACROSS"),
        ("a rule", "rules:ACCEPTABLE"),
        ("a rule", "words.problems.rules:SENTENCES"),
        ("a chart", "charts.catalogue:CHARTS"),
        ("a chart", "words.ui:CHARTS"),
        ("a chart", "view:SHOWS"),
        ("a format for data", "export.formats:FORMATS"),
        ("a format for data", "words.export.tables:FORMATS"),
        ("a format for charts", "export.formats:CHART_FORMATS"),
        ("a page of the dashboard", "ui.app:_PAGES"),
        ("a page of the dashboard", "view:PAGES"),
        ("a page of the dashboard", "words.ui:NAVIGATION"),
        ("a command", "cli.main:_COMMANDS"),
        ("a kind of vocabulary", "model.document:Document"),
        ("a kind of vocabulary", "model.kinds:VOCABULARY"),
        ("a kind of vocabulary", "model.dataset:Dataset"),
        ("a kind of vocabulary", "words.problems.rules:KINDS"),
    ],
)
def test_a_registry_is_where_the_table_says(name: str, registry: str) -> None:
    """The file is named in the row, and what a stranger looks for stands in it."""
    home = inspect.getsourcefile(import_module(f"indicators.{registry.partition(':')[0]}"))
    assert home is not None
    assert f"`{Path(home).relative_to(ROOT).as_posix()}`" in row(name)
    assert pkgutil.resolve_name(f"indicators.{registry}")


@pytest.mark.parametrize("unit", WHOLE_UNITS.values(), ids=str)
def test_a_unit_is_read_and_may_be_written(unit: Unit) -> None:
    """Both names of each unit are read as the unit, and the schema lists it."""
    assert parse(f"12{unit.name.zh}").unit == unit.id
    assert parse(f"12 {unit.name.en}").unit == unit.id
    schema = json.loads(read("data/indicators.schema.json"))
    assert unit.id in schema["$defs"]["Metric"]["properties"]["unit"]["anyOf"][0]["enum"]


def generators() -> Iterator[object]:
    """The public functions in the rules' modules that yield problems."""
    for name in modules(rules):
        for function in vars(import_module(f"indicators.rules.{name}")).values():
            if inspect.isfunction(function) and function.__module__ == f"indicators.rules.{name}":
                yields = function.__annotations__.get("return") == Iterator[Problem]
                if yields and not function.__name__.startswith("_"):
                    yield function


def test_every_generator_of_problems_is_a_rule() -> None:
    assert set(generators()) == {*rules.RULES, *rules.ACROSS, *rules.OF_TEXTS}


def test_every_page_is_in_the_navigation_and_in_the_documents() -> None:
    assert modules(pages) == sorted({show.__module__.rpartition(".")[2] for show in app._PAGES.values()})
    assert set(app._LISTED) == set(view.PAGES) == set(ui.NAVIGATION)
    described = re.findall(r"^\* \*\*(.+?)\*\*:", read("docs/dashboard.md"), re.MULTILINE)
    assert {name.en for name in ui.NAVIGATION.values()} <= set(described)


def test_every_command_is_in_the_table_of_commands() -> None:
    source = read("indicators/cli/main.py")
    assert modules(commands)
    assert not [name for name in modules(commands) if f'"indicators.cli.commands.{name}"' not in source]


def test_every_format_has_a_name_and_is_described() -> None:
    assert set(formats.FORMATS) == set(formats.NAMES) <= set(tables.FORMATS)
    described = re.findall(r"^\| `(\w+)` \|", read("docs/export.md"), re.MULTILINE)
    assert set(formats.FORMATS) <= set(described)
    assert set(formats.CHART_FORMATS) == _literals(formats.ChartFormatName)


def _literals(alias: object) -> set[str]:
    names: set[str] = set()
    for argument in get_args(alias):
        names |= _literals(argument) or {str(argument)}
    return names


def test_every_kind_of_vocabulary_is_a_list_of_a_file_and_of_a_dataset() -> None:
    sections = {kind.section for kind in VOCABULARY}
    assert {*sections, "dataset", "articles"} == set(Document.model_fields)
    assert {*sections, "about", "articles"} == set(Dataset.__dataclass_fields__)
    assert {kind.section for kind in KINDS} == {*sections, "articles", "figures"}


def test_the_setup_is_what_the_check_needs() -> None:
    """The command that checks everything can be run as it stands."""
    assert Path(ROOT / "scripts" / "check").stat().st_mode & 0o111
    assert "\nscripts/check\n" in read("CONTRIBUTING.md")
