"""Files that are read line by line: the same comes of them as from the parser of all YAML, at the same places."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.reading import yaml_lines as regular
from indicators.reading import yaml_source as source
from indicators.reading.yaml_lines import Mapping, Sequence, Value
from tests import ROOT

FILES = [
    ROOT / "data" / "indicators.yaml",
    ROOT / "tests" / "good.yaml",
    *sorted((ROOT / "tests" / "bad").glob("*.yaml")),
]
REGULAR = """\
# yaml-language-server: $schema=indicators.schema.json

articles:
  - id: one
    published: 2022-08
    headline: {zh: 一条 新闻, en: "A heading: with a colon"}
    url: https://paper.example.com/a.html?b=c#d
    issuer: null
    copies: []
    # a comment
    defaults:
      region: east
      period: '2022'
    figures:
      - id: first
        text: 约36.7亿元
        growth: -2.7%
        quote: 实现 产值，36.70亿元
        accept: [{code: no-address, reason: {zh: 查过, en: 'Looked for: not there'}}, {}]
      - {id: second, parts: [1, -2,
          ~, x y],

         quote: over lines
}

      - third
      - ~
"""
IRREGULAR = (
    *("", "a:", "a: b\na: c", "a:\n- b", "- a", "a: b\n c", "a: b\n  c: d", "a:\n  b: c\n d: e", "A: b", "null: b"),
    *(
        "a: b  ",
        "a: b # c",
        "a: #c",
        "a: *b",
        "a: &b c",
        "a: !b c",
        "a: |\n  b",
        "a: >-\n  b",
        "a: b: c",
        "a: b:",
        "a: -",
    ),
    *("a: - b", "a: 'b''c'", 'a: "b\\tc"', "a: 'b", "a: [b", "a: {b}", "a: {b: c, b: d}", "a: [b: c]", "a: {b: c} d"),
    *(
        "a: [b,]",
        "a: [,]",
        "a: [b]]",
        "a: {b: c]",
        "a:\n  - - b",
        "a:\n  -",
        "a:\n  - ",
        "---\na: b",
        "a: b\n---\nc: d",
    ),
    *("? a\n: b", "<<: {a: b}", "a: {<<: b}", "a: ?b", "%TAG", "a\n", "a:\n  b:\nc: d", "a: @b", "a: `b", "a:  b"),
)
VALUES = (
    *(
        "x",
        "x:y",
        "x#y",
        "x y",
        "x  y",
        "-5",
        "- 5",
        "-",
        "~",
        "null",
        "''",
        "'x'",
        '"x: y"',
        "'~'",
        "'it''s'",
        "x: y",
        "x:",
    ),
    *(
        "x #y",
        "#y",
        "[]",
        "{}",
        "[ ]",
        "[x, [y, z], {a: 'b'}]",
        "{a: [x , y]}",
        "{a: b, a: c}",
        "{a}",
        "{a: }",
        "[a: b]",
    ),
    *(
        "{a: b} x",
        "{a: x:y}",
        "{a: http://x.y/z}",
        "[http://, x://y z]",
        "{a: x?y}",
        "{a: x#y}",
        "[x,]",
        "[x",
        "x]",
        "a, b",
        "亿元",
        "“x”",
        "&x",
        "*x",
        "!x y",
        "|",
        ">-",
    ),
    *("%x", "@x", "?x", ",x", "=", "<<", "---", "...", "x" * 30, '"\\n"', "x\u00a0y", "http://x.y/z?a=b#c"),
)


def from_parser(text: str) -> source.Source:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(regular, "read", lambda *_, **__: None)
        return source.read(text.encode(), "f.yaml")


def is_regular(text: str) -> bool:
    return regular.read(text, depth=source.MAX_DEPTH, longest=source.MAX_SCALAR) is not None


def paths(value: Value, keys: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield keys
    entries = value.items() if isinstance(value, Mapping) else enumerate(value) if isinstance(value, Sequence) else ()
    for key, inner in entries:
        yield from paths(inner, (*keys, key))


def compare(text: str) -> None:
    got, parsed = source.read(text.encode(), "f.yaml"), from_parser(text)
    assert got == parsed
    for keys in paths(got.data):
        for of_key in (False, True):
            assert got.place(keys, of_key=of_key) == parsed.place(keys, of_key=of_key), keys


def test_regular() -> None:
    assert is_regular(REGULAR)
    compare(REGULAR)


@pytest.mark.parametrize("text", IRREGULAR)
def test_irregular(text: str) -> None:
    assert not is_regular(text)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_files(path: Path) -> None:
    compare(path.read_text(encoding="utf-8", errors="replace"))


def test_what_the_benchmarks_load_is_regular(tmp_path: Path) -> None:
    program, folder = ROOT / "benchmarks" / "generate.py", tmp_path / "data"
    subprocess.run([sys.executable, program, folder, "--figures", "400", "--files", "2"], check=True)
    assert [is_regular(path.read_text("utf-8")) for path in folder.iterdir()] == [True] * 3


@pytest.mark.parametrize(("depth", "regularly"), [(6, True), (5, False), (1, False)])
def test_depth(depth: int, *, regularly: bool) -> None:
    found = regular.read("a:\n  - b:\n      c: {d: [e]}\n", depth=depth, longest=100)
    assert (found is not None) is regularly


def test_long_lines() -> None:
    assert regular.read("a: bcd", depth=9, longest=6)
    assert not regular.read("a: bcd", depth=9, longest=5)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Blocks as they should be, with a value or a line here and there that may be anything."""
    lines: list[str] = []

    def block(indent: int, depth: int) -> None:
        for key in draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)):
            if depth < 3 and draw(st.booleans()):
                lines.append(f"{' ' * indent}{key}:")
                first = len(lines)
                deeper = indent + draw(st.sampled_from((1, 2, 4)))
                if draw(st.booleans()):
                    block(deeper + 2, depth + 1)
                    lines[first] = f"{' ' * deeper}- {lines[first].lstrip(' ')}"
                else:
                    block(deeper, depth + 1)
            else:
                lines.append(f"{' ' * indent}{key}: {draw(st.sampled_from(VALUES[:6]) | st.sampled_from(VALUES))}")

    block(0, 0)
    if draw(st.booleans()):
        other = st.tuples(
            st.integers(0, 6), st.sampled_from(("", "- ", "a: ", "a:", "# ")), st.sampled_from(("", *VALUES))
        )
        indent, begins, value = draw(other)
        lines.insert(draw(st.integers(0, len(lines))), f"{' ' * indent}{begins}{value}")
    return "\n".join(lines) + draw(st.sampled_from(("\n", "", "\n\n  \n")))


@settings(max_examples=500, deadline=None)
@given(documents())
def test_whatever_is_read_is_what_the_parser_reads(text: str) -> None:
    compare(text)
