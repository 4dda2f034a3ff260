"""No dead vocabulary: every name that a words module gives is used in the program."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "indicators"
WORDS = sorted((PACKAGE / "words").rglob("[a-z]*.py"))


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def constants(module: ast.Module) -> list[str]:
    targets = [node.target for node in module.body if isinstance(node, ast.AnnAssign)]
    return [target.id for target in targets if isinstance(target, ast.Name) and not target.id.startswith("_")]


def uses(name: str, module: ast.Module) -> Iterator[str]:
    """What the module ``name`` reads of other modules (``indicators.words.terms.JOIN``) and of its own names."""
    imported: dict[str, str] = {}
    for node in ast.walk(module):
        if isinstance(node, ast.ImportFrom):
            imported |= {alias.asname or alias.name: f"{node.module}.{alias.name}" for alias in node.names}
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
    for node in ast.walk(module):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in imported:
            yield f"{imported[node.value.id]}.{node.attr}"
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            yield f"{name}.{node.id}"


@pytest.fixture(scope="module")
def used() -> set[str]:
    return {use for path in PACKAGE.rglob("*.py") for use in uses(module_name(path), parsed(path))}


@pytest.mark.parametrize("path", WORDS, ids=module_name)
def test_words_are_used(path: Path, used: set[str]) -> None:
    names = constants(parsed(path))
    assert names
    assert not [name for name in names if f"{module_name(path)}.{name}" not in used]


def test_a_word_of_the_same_name_elsewhere_is_no_use() -> None:
    program = "from indicators.words import site as words\nfrom indicators.words.ui import CHARTS\nprint(words.TABLE)"
    found = set(uses("indicators.program", ast.parse(program)))
    assert {"indicators.words.site.TABLE", "indicators.words.ui.CHARTS"} <= found
    assert "indicators.words.ui.TABLE" not in found
