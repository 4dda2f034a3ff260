"""Attacks and random bytes: nothing gets past the reader or stops it, and what it reads is what PyYAML composes."""

import gc
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yaml.events import AliasEvent, ScalarEvent

from indicators.reading import yaml_source
from indicators.reading.yaml_source import FAULTS, Source, Value, YamlList, YamlMapping, read
from indicators.values.text import unsafe_at
from tests.reading.test_yaml_source import SAMPLE, codes, paths

LEVELS = [f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
# each level doubles the one before; PyYAML's own loader takes 36 s and 891 MB for it
MERGES = [f"a{n}: &a{n} {{<<: [*a{n - 1},*a{n - 1}]}}" for n in range(1, 25)]
BOMBS: list[tuple[bytes, str]] = [
    (b"[" * 26_000 + b"]" * 26_000, "yaml-depth"),  # PyYAML's C loader dies of it, and the process with it
    (b"[" * 200_000, "yaml-depth"),
    (b"a: " + b"{b: " * 50_000, "yaml-depth"),
    (b"- " * 50_000, "yaml-depth"),
    ("".join(f"%TAG !{n}! x\n" for n in range(200_000)).encode(), "yaml-tag"),
    ("\n".join(["a0: &a0 [x]", *LEVELS]).encode(), "yaml-anchor"),
    ("\n".join(["a0: &a0 {x: 1}", *MERGES]).encode(), "yaml-anchor"),
]


@pytest.mark.slow
@pytest.mark.timeout(20)
def test_bombs_in_a_process_of_their_own() -> None:
    program = (
        "import resource, sys\n"
        "from indicators.reading.yaml_source import read\n"
        "resource.setrlimit(resource.RLIMIT_AS, (2**29, 2**29))\n"
        "print(*(problem.code for problem in read(sys.stdin.buffer.read(), 'f').problems))\n"
    )
    for bomb, code in BOMBS:
        done = subprocess.run([sys.executable, "-c", program], input=bomb, capture_output=True, check=False)
        assert (done.returncode, done.stdout.split()) == (0, [code.encode()]), done.stderr[-500:]


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("bomb", "code"), BOMBS, ids=range(len(BOMBS)))
def test_bombs_take_no_time(bomb: bytes, code: str) -> None:
    start = time.process_time()
    assert codes(read(bomb, "f.yaml")) == [code]
    assert time.process_time() - start < 0.5


def test_a_tag_runs_nothing(tmp_path: Path) -> None:
    canary = tmp_path / "canary"
    assert codes(read(f"a: !!python/object/apply:os.mkdir [{canary}]".encode(), "f.yaml")) == ["yaml-tag"]
    assert not canary.exists()


@pytest.mark.parametrize("data", [SAMPLE.encode(), b"a: [", b"", b"\xff", b"a: 1\na: 2"])
@pytest.mark.parametrize("collecting", [True, False])
def test_garbage_collection_is_left_as_it_was(data: bytes, collecting: bool) -> None:
    before = gc.isenabled()
    try:
        (gc.enable if collecting else gc.disable)()
        read(data, "f.yaml")
        assert gc.isenabled() is collecting
    finally:
        (gc.enable if before else gc.disable)()


@pytest.mark.usefixtures("loader")
def test_a_file_cut_anywhere_is_read_or_refused_and_raises_nothing() -> None:
    data = SAMPLE.encode()
    for length in range(len(data)):
        assert set(codes(read(data[:length], "f.yaml"))) <= FAULTS


def judged(data: bytes) -> None:
    """Reads, and holds the outcome against the parser's events: whatever passes is free of all that is forbidden."""
    got = read(data, "f.yaml")
    assert set(codes(got)) <= FAULTS
    assert got.problems or got.data is not None
    if got.problems or got.data is None:
        return
    events: Any = yaml.parse(data, Loader=yaml_source._LOADER)
    for event in events:
        assert not isinstance(event, AliasEvent)
        assert getattr(event, "anchor", None) is None
        assert getattr(event, "tag", None) in {None, "!"}
        if isinstance(event, ScalarEvent):
            assert unsafe_at(event.value.replace("\n", "") if event.style in {"|", ">"} else event.value) is None
    assert all(got.place(keys) >= (1, 1) for keys in paths(got.data))


FUZZ = settings(max_examples=150, deadline=2_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
MARKS = "&*!|>'\"%@`{}[],:?#-<~=\\ \t\n\r\u2028\x85\u202e\u200d\ufeff\u00a0\u3000：\0a1日"


@pytest.mark.usefixtures("loader")
@FUZZ
@given(st.binary(max_size=60))
def test_random_bytes(data: bytes) -> None:
    judged(data)


@pytest.mark.usefixtures("loader")
@FUZZ
@given(st.text(MARKS, max_size=30))
def test_random_yaml(text: str) -> None:
    judged(text.encode())


@pytest.mark.slow
@pytest.mark.usefixtures("loader")
@FUZZ
@given(st.lists(st.tuples(st.integers(0, len(SAMPLE)), st.integers(0, 3), st.text(MARKS, max_size=4)), max_size=4))
def test_mutated_yaml(changes: list[tuple[int, int, str]]) -> None:
    text = SAMPLE
    for position, removed, added in changes:
        text = text[:position] + added + text[position + removed :]
    judged(text.encode())


# --- beside PyYAML's own tree ----------------------------------------------------------------------------------------

VALUES = (
    *("x", "x:y", "x#y", "x  y", "-5", "- 5", "-", "~", "null", "''", "'x'", '"x: y"', "'~'", "'it''s'", "x: y", "x:"),
    *("x #y", "#y", "[]", "[ ]", "[x, [y, z], {a: 'b'}]", "{a: [x , y]}", "{a: b, a: c}", "{a}", "{a: }", "[a: b]"),
    *("{a: b} x", "{a: http://x.y/z}", "{a: x?y}", "[x,]", "[x", "x]", "a, b", "亿元", "“x”", "&x", "*x", "!x y", "|"),
    *(">-", "%x", "@x", "?x", ",x", "=", "<<", "---", "...", "x" * 30, '"\\n"', "x\u00a0y", "http://x.y/z?a=b#c"),
)


@st.composite
def documents(draw: st.DrawFn) -> str:
    """Nested blocks of which a value, or a line that is put in somewhere, may be anything."""
    lines: list[str] = []

    def block(indent: int, depth: int) -> None:
        for key in draw(st.lists(st.sampled_from("abc"), min_size=1, max_size=3, unique=True)):
            if depth < 3 and draw(st.booleans()):
                lines.append(f"{' ' * indent}{key}:")
                first = len(lines)
                deeper = indent + draw(st.sampled_from((1, 2, 4)))
                dash = draw(st.booleans())
                block(deeper + 2 * dash, depth + 1)
                if dash:
                    lines[first] = f"{' ' * deeper}- {lines[first].lstrip(' ')}"
            else:
                lines.append(f"{' ' * indent}{key}: {draw(st.sampled_from(VALUES[:6]) | st.sampled_from(VALUES))}")

    block(0, 0)
    if draw(st.booleans()):
        begin, value = draw(st.sampled_from(("", "- ", "a: ", "a:", "# "))), draw(st.sampled_from(("", *VALUES)))
        lines.insert(draw(st.integers(0, len(lines))), f"{' ' * draw(st.integers(0, 6))}{begin}{value}")
    return "\n".join(lines) + draw(st.sampled_from(("\n", "", "\n\n  \n")))


def same_tree(got: Source, value: Value, node: Any, *keys: str | int) -> None:
    """What was read is what PyYAML composes, at the same places."""
    assert got.place(keys) == (node.start_mark.line + 1, node.start_mark.column + 1)
    if isinstance(value, YamlMapping):
        assert list(value) == [key.value for key, _ in node.value]
        for key, inner in node.value:
            assert got.place((*keys, key.value), of_key=True) == (key.start_mark.line + 1, key.start_mark.column + 1)
            same_tree(got, value[key.value], inner, *keys, key.value)
    elif isinstance(value, YamlList):
        assert len(value) == len(node.value)
        for position, inner in enumerate(node.value):
            same_tree(got, value[position], inner, *keys, position)
    else:
        assert value == (None if not node.style and node.value in {"", "~", "null"} else node.value)


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(documents())
def test_whatever_is_read_is_what_pyyaml_composes(text: str) -> None:
    got = read(text.encode(), "f.yaml")
    if got.data is not None and not got.problems:
        same_tree(got, got.data, yaml.compose(text, yaml_source._LOADER))
