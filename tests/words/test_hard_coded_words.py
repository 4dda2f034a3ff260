"""Words that a reader sees stand in indicators/words, in both languages: none is in the code that shows them."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import ROOT

PACKAGE = ROOT / "indicators"
SHOWING = sorted(
    path for room in ("ui", "charts", "export", "site", "phrasing") for path in PACKAGE.glob(f"{room}/**/*.py")
)
PHRASE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}|[\u4e00-\u9fff]")
NOT_READ = re.compile(
    r"Source Sans|Songti|PingFang|Reported Indicators|^<[!?]|noopener|^(?:top|middle|bottom) (?:left|right|center)$"
)
"""Names of fonts and of the program, markup, and where Plotly puts a text."""


def phrases(tree: ast.Module) -> Iterator[ast.Constant]:
    prose = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            text = node.value
            if PHRASE.search(text) and not NOT_READ.search(text):
                yield node


@pytest.mark.parametrize("path", SHOWING, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_no_words_in_code(path: Path) -> None:
    places = [(node.lineno, node.value) for node in phrases(ast.parse(path.read_text(encoding="utf-8")))]
    assert not places


@pytest.mark.parametrize("code", ['st.markdown("No data here")', 'label = "来源"', 'f"{n} more rows"'])
def test_words_in_code_would_be_found(code: str) -> None:
    assert list(phrases(ast.parse(code)))
