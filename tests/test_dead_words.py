"""No dead vocabulary: every name that a words module gives is used in the program."""

import ast
import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "indicators"
WORDS = sorted((PACKAGE / "words").glob("[a-z]*.py"))


def constants(path: Path) -> list[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    targets = [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return [target.id for target in targets if isinstance(target, ast.Name) and not target.id.startswith("_")]


@pytest.mark.parametrize("path", WORDS, ids=lambda path: path.stem)
def test_words_are_used(path: Path) -> None:
    program = "\n".join(other.read_text(encoding="utf-8") for other in PACKAGE.rglob("*.py"))
    unused = [name for name in constants(path) if len(re.findall(rf"\b{name}\b", program)) < 2]
    assert constants(path)
    assert not unused
