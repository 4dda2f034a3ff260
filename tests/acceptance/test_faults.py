"""Every case of tests/FAULTS.md has tests that exist, and no case is left out."""

import ast
import re
from functools import cache

import pytest

from tests import ROOT

LIST = ROOT / "tests" / "FAULTS.md"
CASES = {"A": 31, "B": 12, "C": 9, "D": 10, "E": 12, "F": 10, "G": 14, "H": 6, "I": 4}
"""Section → how many cases it has."""
ROW = re.compile(r"\| (?P<case>[A-I]\d\d) \| (?P<what>[^|]+) \| (?P<shown>[^|]+) \|")
TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
WITHOUT = "no test: "
"""What a row begins with that says why a case has no test of its own."""
ROWS = [match for line in LIST.read_text("utf-8").splitlines() if (match := ROW.fullmatch(line))]


@cache
def defined_in(path: str) -> frozenset[str]:
    module = ast.parse((ROOT / path).read_text("utf-8"))
    return frozenset(node.name for node in ast.walk(module) if isinstance(node, ast.FunctionDef))


def test_every_case_is_listed_once_and_in_order() -> None:
    expected = [f"{section}{number:02}" for section, count in CASES.items() for number in range(1, count + 1)]
    assert [row["case"] for row in ROWS] == expected


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_every_case_names_tests_that_exist(row: re.Match[str]) -> None:
    named = TEST.findall(row["shown"])
    assert named or row["shown"].startswith(WITHOUT)
    assert row["shown"].count("`tests/") == len(named)
    assert not [
        f"{path}::{name}" for path, name in named if not (ROOT / path).is_file() or name not in defined_in(path)
    ]
    assert all(name.startswith("test_") for _, name in named)


def test_a_test_that_is_gone_would_be_missed() -> None:
    assert "test_that_is_gone" not in defined_in("tests/acceptance/test_faults.py")
    assert "test_a_test_that_is_gone_would_be_missed" in defined_in("tests/acceptance/test_faults.py")
