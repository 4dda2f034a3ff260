"""All slips of a file at once: what is planted is told, each at its line, and nothing else."""

import re
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.reading.yaml_source import read
from tests import SAMPLE

SHIPPED = SAMPLE.read_text("utf-8")
LINES = SHIPPED.splitlines()
KEY = re.compile(r"( +(?:- )?)(?P<key>[a-z_]+): (?P<value>[^\s{}\[\]>|\"'#](?:[^{}\[\]]*[^{}\[\],])?)")
PAIRS = [number for number, line in enumerate(LINES) if KEY.fullmatch(line) and "- url:" not in line]
FLOWS = [
    number
    for number, line in enumerate(LINES)
    if line.endswith("}") and line.count("{") == line.count("}") and not line.lstrip().startswith("-")
]


def on_pairs(change: Callable[[str, str, str], str]) -> Callable[[str], str]:
    """A change of a line with a key and a value: its indent, its key, its value."""

    def changed(line: str) -> str:
        match = KEY.fullmatch(line)
        assert match is not None
        return change(match[1], match["key"], match["value"])

    return changed


PAIR_SLIPS: dict[str, Callable[[str], str]] = {
    "fullwidth-colon": on_pairs(lambda indent, key, value: f"{indent}{key}：{value}"),
    "wide-space": on_pairs(lambda indent, key, value: f"{indent}{key}:\u00a0{value}"),
    "colon": on_pairs(lambda indent, key, value: f"{indent}{key}: {value}: {value}"),
    "character": on_pairs(lambda indent, key, value: f"{indent}{key}: @{value}"),
    "escape": on_pairs(lambda indent, key, value: f'{indent}{key}: "\\q{value}"'),
    "quote": on_pairs(lambda indent, key, value: f'{indent}{key}: "{value}'),
    "quote-behind": on_pairs(lambda indent, key, value: f'{indent}{key}: "1" {value}'),
    "bracket": on_pairs(lambda indent, key, value: f"{indent}{key}: [{value}"),
    "no-colon": on_pairs(lambda indent, key, value: f"{indent}{key} {value}"),
}
FLOW_SLIPS: dict[str, Callable[[str], str]] = {
    "no-brace": lambda line: line[:-1],
    "fullwidth-comma": lambda line: line.replace(", ", "，", 1) if ", " in line else line[:-1],
}
SLIPS = [(number, kind, slip) for kind, slip in PAIR_SLIPS.items() for number in PAIRS] + [
    (number, kind, slip) for kind, slip in FLOW_SLIPS.items() for number in FLOWS
]


def told(lines: list[str]) -> list[int]:
    """The lines, from 0, of what is told of a text."""
    problems = read("\n".join([*lines, ""]).encode(), "data.yaml").problems
    assert not [problem for problem in problems if problem.code != "yaml-syntax"]
    return [problem.line - 1 for problem in problems]


@pytest.mark.parametrize("kind", [*PAIR_SLIPS, *FLOW_SLIPS])
def test_one_slip_is_told_at_its_line(kind: str) -> None:
    places = [(number, slip) for number, name, slip in SLIPS if name == kind]
    for number, slip in places[:: max(1, len(places) // 6)]:
        assert told([*LINES[:number], slip(LINES[number]), *LINES[number + 1 :]]) == [number], LINES[number]


@pytest.mark.slow
@settings(max_examples=20)
@given(st.lists(st.sampled_from(SLIPS), min_size=2, max_size=12, unique_by=lambda slip: slip[0]), st.data())
def test_so_many_slips_so_many_places_and_one_less_when_one_is_mended(
    planted: list[tuple[int, str, Callable[[str], str]]], data: st.DataObject
) -> None:
    # what is in two lines that touch is one slip to any reader
    ordered = sorted(planted, key=lambda slip: slip[0])
    apart = [slip for before, slip in zip([(-9, "", str), *ordered], ordered, strict=False) if slip[0] - before[0] > 1]
    lines = list(LINES)
    for number, _, slip in apart:
        lines[number] = slip(lines[number])
    numbers = [number for number, _, _ in apart]
    assert told(lines) == numbers
    mended = data.draw(st.sampled_from(numbers))
    lines[mended] = LINES[mended]
    assert told(lines) == [number for number in numbers if number != mended]


@pytest.mark.parametrize(
    "text",
    [
        "k: v\n" + "b：x\n" * 40_000,
        'a: "x\n' * 40_000,
        "a: 'x\nb: \"y\n" * 20_000,
        "k: v\nb " + "x y\n " * 60_000 + ": c\n",
        "a:\n" + '  - "x\n' * 40_000,
    ],
)
def test_each_part_is_parsed_about_once(text: str) -> None:
    start = time.process_time()
    problems = read(text.encode(), "data.yaml").problems
    assert {problem.code for problem in problems} == {"yaml-syntax"}
    assert time.process_time() - start < 3


def test_a_wrong_indent_of_one_item_is_not_told_of_the_next() -> None:
    text = (
        "a:\n  - id: x\n    f:\n      - id: p\n        r: 1\n     - id: q\n       r: 2\n      - id: s\n        r：3\n"
    )
    problems = read(text.encode(), "data.yaml").problems
    assert [(problem.line, problem.facts["reason"]) for problem in problems] == [(6, "indent"), (9, "fullwidth-colon")]


def test_under_a_key_with_a_slip_its_list_is_looked_through() -> None:
    text = "a:\n  - id: x\n    figures：\n      - id: p\n        r: @1\n      - id: q\n        r: [2\n    note: n\n"
    assert [problem.line for problem in read(text.encode(), "data.yaml").problems] == [3, 5, 7]
