"""No dead vocabulary: every name that a words module gives is used in the program."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "indicators"
WORDS = sorted((PACKAGE / "words").rglob("[a-z]*.py"))


def constants(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    targets = [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return [target.id for target in targets if isinstance(target, ast.Name) and not target.id.startswith("_")]


@pytest.fixture(scope="module")
def used() -> Counter[str]:
    """How often the program has each word."""
    return Counter(word for path in PACKAGE.rglob("*.py") for word in re.findall(r"\w+", path.read_text("utf-8")))


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_words_are_used(path: Path, used: Counter[str]) -> None:
    unused = [name for name in constants(path) if used[name] < 2]
    assert constants(path)
    assert not unused
