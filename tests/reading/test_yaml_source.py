"""The reader of YAML: what stays as printed, where it stands, what is refused; nothing gets past it or stops it."""

import re
import sys
import time
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.reading import yaml_characters, yaml_source
from indicators.reading.yaml_source import FAULTS, Source, Value, YamlList, YamlMapping, read
from indicators.values.text import unsafe_at

SAMPLE = """\
# yaml-language-server: $schema=indicators.schema.json
dataset:
  id: rizhao
  title: {zh: 日照报载经济指标, en: Rizhao economic indicators as reported}
regions:
  - {id: rizhao-etdz, name: {zh: 日照经开区, en: "R&D zone"},
     level: development-zone, location: [35.38, 119.47]}
articles:
  - id: red-ribbon
    published: 2022-08
    url: null
    copies: []
    note: |
      First line
      第二行
    figures:
      - id: 'it''s'
        text: 36.70亿元  # as printed
        quote: >-
          实现产值
          36.7亿元
"""
READ = {
    "dataset": {"id": "rizhao", "title": {"zh": "日照报载经济指标", "en": "Rizhao economic indicators as reported"}},
    "regions": [
        {
            "id": "rizhao-etdz",
            "name": {"zh": "日照经开区", "en": "R&D zone"},
            "level": "development-zone",
            "location": ["35.38", "119.47"],
        }
    ],
    "articles": [
        {
            "id": "red-ribbon",
            "published": "2022-08",
            "url": None,
            "copies": [],
            "note": "First line\n第二行\n",
            "figures": [{"id": "it's", "text": "36.70亿元", "quote": "实现产值 36.7亿元"}],
        }
    ],
}

# path → line and column of the value, line and column of the key
PLACES: list[tuple[tuple[str | int, ...], tuple[int, int], tuple[int, int]]] = [
    ((), (2, 1), (2, 1)),
    (("dataset",), (3, 3), (2, 1)),
    (("dataset", "id"), (3, 7), (3, 3)),
    (("dataset", "title", "zh"), (4, 15), (4, 11)),
    (("dataset", "title", "en"), (4, 29), (4, 25)),
    (("regions", 0), (6, 5), (6, 5)),
    (("regions", 0, "name", "en"), (6, 45), (6, 41)),
    (("regions", 0, "location", 1), (7, 49), (7, 49)),
    (("articles", 0, "url"), (11, 10), (11, 5)),
    (("articles", 0, "note"), (13, 11), (13, 5)),
    (("articles", 0, "figures", 0, "id"), (17, 13), (17, 9)),
    (("articles", 0, "figures", 0, "text"), (18, 15), (18, 9)),
    (("articles", 0, "figures", 0, "growth"), (17, 9), (17, 9)),  # not there: the figure that lacks it
    (("articles", 7, "figures"), (9, 3), (9, 3)),
    (("articles", 0, "figures", -1), (17, 7), (17, 7)),
    (("articles", "id"), (9, 3), (9, 3)),
    (("dataset", "id", "zh"), (3, 7), (3, 7)),
    (("nowhere", "at", "all"), (2, 1), (2, 1)),
]

# A scalar → what is read of it
SCALARS: list[tuple[str, str | None]] = [
    *((text, None) for text in ("", "~", "null", "Null", "NULL", "# only a comment")),
    *((f'"{text}"', text) for text in ("", "~", "null", "2022", "a: b # c", "é\u200cé")),
    *((f"'{text}'", text) for text in ("", "~", "null", "1.10", "\\u202e")),
    *((text, text) for text in ("NO", "no", "y", "on", "off", "true", "yes", "True")),
    *((text, text) for text in ("017", "00123", "0x1F", "0b11", "0330402", "1:30", "10:00", "1_000", "1,234")),
    *((text, text) for text in ("36.70", "1.10", "1e3", "1.0e+3", "1e400", ".nan", ".inf", "-.inf", "nan", "=")),
    *((text, text) for text in ("2022-08", "2022-08-01", "2022-13-45", "2022-02-30", "20220801", "2022-S1")),
    *((text, text) for text in ("36.7亿元", "３６．７", "−5.2", "–5.2", "-5.2", "+5", "AT&T", "a!b", "<<", "👨‍👩‍👧")),
    ("https://e.example/?a=1&b=2#c", "https://e.example/?a=1&b=2#c"),
    ("9" * 5_000, "9" * 5_000),
    ("x" * 20_000, "x" * 20_000),
    ("one\n  two", "one two"),
    ("|\n  one\n  two\n", "one\ntwo\n"),
    ("|-\n  one\n\n  two\n", "one\n\ntwo"),
    (">\n  one\n  two\n\n  three\n", "one two\nthree\n"),
    ('"\\u65e5\\x41\\/\\"\\\\"', '日A/"\\'),
    ("! x", "x"),
]

OVERLONG = "x" * 20_001
# text, code, line, column, facts ("detail" is the parser's own and left out)
BAD: list[tuple[str, str, int, int, dict[str, str]]] = [
    ("", "file-empty", 0, 0, {}),
    ("# nothing\n", "file-empty", 0, 0, {}),
    ("---\n", "file-empty", 0, 0, {}),
    ("~\n", "file-empty", 0, 0, {}),
    ("words\n", "not-a-mapping", 1, 1, {"found": "words", "reason": ""}),
    ("\n- a\n- b\n", "not-a-mapping", 2, 1, {"found": "[…]", "reason": ""}),
    ("dataset：1\n", "not-a-mapping", 1, 8, {"found": "dataset：1", "reason": "fullwidth-colon"}),
    ("a: 1\n---\nb: 2\n", "yaml-documents", 2, 1, {}),
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1, {"key": "a", "first_line": "1"}),
    ('a: 1\n"a": 2\n', "duplicate-key", 2, 1, {"key": "a", "first_line": "1"}),
    ("x:\n  - {b: 1, c: 2,\n     b: 3}\n", "duplicate-key", 3, 6, {"key": "b", "first_line": "2"}),
    ("a: &b 1\n", "yaml-anchor", 1, 4, {"name": "b"}),
    ("a: &b [*b]\n", "yaml-anchor", 1, 4, {"name": "b"}),
    ("a: {b: &c {}}\n", "yaml-anchor", 1, 8, {"name": "c"}),
    ('a: {"b":&c 1}\n', "yaml-anchor", 1, 9, {"name": "c"}),
    ("&a b: 1\n", "yaml-anchor", 1, 1, {"name": "a"}),
    ("a: *b\n", "yaml-alias", 1, 4, {"name": "b"}),
    ("a: !!str 1\n", "yaml-tag", 1, 4, {"tag": "tag:yaml.org,2002:str"}),
    ("a: !!binary aGk=\n", "yaml-tag", 1, 4, {"tag": "tag:yaml.org,2002:binary"}),
    ("a: !x {b: 1}\n", "yaml-tag", 1, 4, {"tag": "!x"}),
    ("!!set {a}\n", "yaml-tag", 1, 1, {"tag": "tag:yaml.org,2002:set"}),
    ("%YAML 1.1\n%TAG !x! y\n---\na: 1\n", "yaml-tag", 2, 1, {"tag": "%TAG"}),
    ("a:\n  <<: {b: 1}\n", "yaml-merge", 2, 3, {}),
    ("? [a]\n: 1\n", "yaml-key", 1, 3, {}),
    ("{a: 1}: 1\n", "yaml-key", 1, 1, {}),
    ("a:\n  ~: 1\n", "yaml-key", 2, 3, {}),
    ("a: " + "[" * 12 + "]" * 12, "yaml-depth", 1, 15, {"limit": "12"}),
    ("".join(f"{' ' * depth}a:\n" for depth in range(14)), "yaml-depth", 13, 13, {"limit": "12"}),
    (f"a: {OVERLONG}\n", "yaml-scalar", 1, 4, {"length": "20,001", "limit": "20,000"}),
    (f"a: '{OVERLONG}'\n", "yaml-scalar", 1, 4, {"length": "20,001", "limit": "20,000"}),
    ("a: one\n\n  two\n", "line-break", 1, 4, {}),
    ('a: "one\\ntwo"\n', "line-break", 1, 4, {}),
    ("日照: 7\u202e7.63\n", "unsafe-character", 1, 6, {"character": "U+202E", "name": "RIGHT-TO-LEFT OVERRIDE"}),
    ("a: 1\nb\u200b: 2\n", "unsafe-character", 2, 2, {"character": "U+200B", "name": "ZERO WIDTH SPACE"}),
    ("# \u2066 c\na: 1\n", "unsafe-character", 1, 3, {"character": "U+2066", "name": "LEFT-TO-RIGHT ISOLATE"}),
    ("a: b\u200dc\n", "unsafe-character", 1, 5, {"character": "U+200D", "name": "ZERO WIDTH JOINER"}),
    ("a: \ue000\n", "unsafe-character", 1, 4, {"character": "U+E000", "name": "CONTROL OR PRIVATE-USE CHARACTER"}),
    ('a: "x\\u202e"\n', "unsafe-character", 1, 6, {"character": "U+202E", "name": "RIGHT-TO-LEFT OVERRIDE"}),
    ('a: "x\\U0000202e"\n', "unsafe-character", 1, 6, {"character": "U+202E", "name": "RIGHT-TO-LEFT OVERRIDE"}),
    ('a: "\\0"\n', "unsafe-character", 1, 5, {"character": "U+0000", "name": "NULL"}),
    ('a: "\\e[31m"\n', "unsafe-character", 1, 5, {"character": "U+001B", "name": "ESCAPE"}),
    ('a: "\\x1b"\n', "unsafe-character", 1, 5, {"character": "U+001B", "name": "ESCAPE"}),
    ('a: "b\\r"\n', "unsafe-character", 1, 6, {"character": "U+000D", "name": "CARRIAGE RETURN"}),
    ("a: 1 # b\rc: 2\n", "unsafe-character", 1, 9, {"character": "U+000D", "name": "CARRIAGE RETURN"}),
    ("a: 1\r\nb: 2\r\r\n", "unsafe-character", 2, 5, {"character": "U+000D", "name": "CARRIAGE RETURN"}),
    ('a: "\\N"\n', "unsafe-character", 1, 5, {"character": "U+0085", "name": "NEXT LINE"}),
    ('a: "\\L"\n', "unsafe-character", 1, 5, {"character": "U+2028", "name": "LINE SEPARATOR"}),
    ('a: "\\\\\\t"\n', "unsafe-character", 1, 7, {"character": "U+0009", "name": "TAB"}),
    ("a: 'b\tc'\n", "unsafe-character", 1, 6, {"character": "U+0009", "name": "TAB"}),
    ("a: |\n  b\n  c\td\n", "unsafe-character", 3, 4, {"character": "U+0009", "name": "TAB"}),
    ("a: \x00\n", "unsafe-character", 1, 4, {"character": "U+0000", "name": "NULL"}),
    ("a: 1\n\nb: \x1b[31m\n", "unsafe-character", 3, 4, {"character": "U+001B", "name": "ESCAPE"}),
    ("a: 1\u2028b: 2\n", "unsafe-character", 1, 5, {"character": "U+2028", "name": "LINE SEPARATOR"}),
    ("a: 1\x85b: 2\n", "unsafe-character", 1, 5, {"character": "U+0085", "name": "NEXT LINE"}),
    ("a: \uffff\n", "unsafe-character", 1, 4, {"character": "U+FFFF", "name": "CONTROL OR PRIVATE-USE CHARACTER"}),
    ("a:\n\tb: 1\n", "yaml-syntax", 2, 1, {"reason": "tab"}),
    ("a:\n  - b: 1\n \tc: 2\n", "yaml-syntax", 3, 2, {"reason": "tab"}),
    ('a: 1\nb: "x\nc: 2\n', "yaml-syntax", 2, 4, {"reason": "quote"}),
    ("a: 'it's'\n", "yaml-syntax", 1, 8, {"reason": "quote"}),
    ("a: 'x' y\n", "yaml-syntax", 1, 8, {"reason": "quote"}),
    ("a: [1, 2\nb: 3\n", "yaml-syntax", 1, 4, {"reason": "bracket"}),
    ("a: {zh: x\n", "yaml-syntax", 1, 4, {"reason": "bracket"}),
    ("a: ]\n", "yaml-syntax", 1, 4, {"reason": "bracket"}),
    ("a: b: c\n", "yaml-syntax", 1, 5, {"reason": "colon"}),
    ("a: 1\nb 2\nc: 3\n", "yaml-syntax", 2, 1, {"reason": "colon"}),
    ("a: 1\n b: 2\n", "yaml-syntax", 2, 3, {"reason": "indent"}),
    ("a:\n  b: 1\n c: 2\n", "yaml-syntax", 3, 2, {"reason": "indent"}),
    ("- a\nb: 1\n", "yaml-syntax", 2, 1, {"reason": "indent"}),
    ("a: @x\n", "yaml-syntax", 1, 4, {"reason": "character"}),
    ("a: *注\n", "yaml-syntax", 1, 5, {"reason": "character"}),
    ("a：1\nb: 2\n", "yaml-syntax", 1, 2, {"reason": "fullwidth-colon"}),
    ("a: 1\nb：2\n", "yaml-syntax", 2, 2, {"reason": "fullwidth-colon"}),
    ("articles：\n  - id: x\n", "yaml-syntax", 1, 9, {"reason": "fullwidth-colon"}),
    ("a: 1\nb:\u00a02\n", "yaml-syntax", 2, 3, {"reason": "wide-space"}),
    ("a: 1\nb:\u30002\n", "yaml-syntax", 2, 3, {"reason": "wide-space"}),
]

# bytes, what their encoding seems to be, line, column
ENCODINGS = [
    ("标题: 日照".encode("gb18030"), "GB18030", 1, 1),
    ("a: 1\nb: 日照".encode("gb18030"), "GB18030", 2, 4),
    ("a: 日照".encode("utf-16"), "UTF-16", 1, 1),
    ("a: 日照市日照市日照市".encode("utf-16-le"), "UTF-16", 1, 7),
    (b"a\0:\0 \0b\0", "UTF-16", 0, 0),
    ("a: café au lait".encode("latin-1"), "unknown", 1, 7),
    ("a: 日照".encode()[:-1], "unknown", 1, 5),
    (b"a: \xed\xa0\x80", "unknown", 1, 4),
]


def codes(got: Source) -> list[str]:
    return [problem.code for problem in got.problems]


def paths(value: Value, *keys: str | int) -> Iterator[tuple[str | int, ...]]:
    yield keys
    if isinstance(value, YamlMapping):
        for key, item in value.items():
            yield from paths(item, *keys, key)
    elif isinstance(value, YamlList):
        for position, item in enumerate(value):
            yield from paths(item, *keys, position)


# --- what is read ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("loader")
def test_sample() -> None:
    got = read(SAMPLE.encode(), "f.yaml")
    assert (got.path, got.data, got.problems) == ("f.yaml", READ, ())


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("keys", "value", "key"), PLACES)
def test_places(keys: tuple[str | int, ...], value: tuple[int, int], key: tuple[int, int]) -> None:
    got = read(SAMPLE.encode(), "f.yaml")
    assert (got.place(keys), got.place(keys, of_key=True)) == (value, key)


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_other_line_endings_and_a_mark_change_nothing(ending: str, mark: str) -> None:
    plain = read(SAMPLE.encode(), "f.yaml")
    got = read((mark + SAMPLE.replace("\n", ending)).encode(), "f.yaml")
    assert (got.data, got.problems) == (plain.data, ())
    assert all(got.place(keys) == plain.place(keys) for keys in paths(plain.data))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(("text", "value"), SCALARS, ids=[text[:20] for text, _ in SCALARS])
def test_scalars_stay_as_printed(text: str, value: str | None) -> None:
    got = read(f"a: {text}\n".encode(), "f.yaml")
    assert (got.data, got.problems) == ({"a": value}, ())


@pytest.mark.parametrize("key", ["NO", "y", "on", "2022", "1.0", "=", "x y", "值", '"null"', '""'])
def test_keys_stay_as_printed(key: str) -> None:
    assert read(f"{key}: 1".encode(), "f.yaml").data == {key.strip('"'): "1"}


def test_place_of_what_cannot_be_used() -> None:
    assert read(b"", "f.yaml").place(("a", 0)) == (1, 1)
    assert read(b"\n{}", "f.yaml").place(("a",)) == (1, 1)


# --- what is told ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize("row", BAD, ids=[repr(row[0][:20]) for row in BAD])
def test_bad(row: tuple[str, str, int, int, dict[str, str]]) -> None:
    (problem,) = read(row[0].encode(), "f.yaml").problems
    facts = {name: fact for name, fact in problem.facts.items() if name != "detail"}
    assert (problem.code, problem.line, problem.column, facts) == row[1:]


@pytest.mark.parametrize(("data", "guess", "line", "column"), ENCODINGS)
def test_encodings(data: bytes, guess: str, line: int, column: int) -> None:
    (problem,) = read(data, "f.yaml").problems
    assert (problem.code, problem.place, problem.facts) == ("file-encoding", ("f.yaml", line, column), {"guess": guess})


def test_every_fault_is_tested() -> None:
    assert {row[1] for row in BAD} | {"file-empty", "file-encoding", "yaml-dense", "yaml-size"} == FAULTS


def test_facts_are_short_and_safe() -> None:
    for text in (f"a\u202e{OVERLONG}: 1\na\u202e{OVERLONG}: 2\n", f"\u202e{OVERLONG}\n", f"a: !{OVERLONG} x\n"):
        for problem in read(text.encode(), "f.yaml").problems:
            assert all(len(fact) <= 120 and unsafe_at(fact) is None for fact in problem.facts.values())


@pytest.mark.usefixtures("loader")
def test_gathers() -> None:
    got = read(f'a: 1\na: 2\nb: {OVERLONG}\nc: "\\u202e"\nd:\n  - \u200b\n  - x\n\n    y\na: 3\n'.encode(), "f.yaml")
    assert [(problem.code, problem.line) for problem in got.problems] == [
        ("duplicate-key", 2),
        ("yaml-scalar", 3),
        ("unsafe-character", 4),
        ("unsafe-character", 6),
        ("line-break", 7),
        ("duplicate-key", 10),
    ]
    assert got.data is not None
    assert (got.data["a"], got.place(("d",))) == ("1", (6, 3))


def test_gathers_up_to_a_limit() -> None:
    got = read(b"a: 1\n" * 2_000, "f.yaml")
    assert (got.data, len(got.problems)) == (None, yaml_source.MAX_PROBLEMS)


def test_events_are_counted_against_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    data = b"a: [x, x, x]"  # twelve events
    monkeypatch.setattr(yaml_source, "MAX_EVENTS", 12)
    assert codes(read(data, "f.yaml")) == []
    monkeypatch.setattr(yaml_source, "MAX_EVENTS", 5)
    got = read(data, "f.yaml")
    assert (codes(got), got.data, got.problems[0].facts) == (["yaml-size"], None, {"limit": "5"})


@pytest.mark.parametrize("portion", [1, 2, 3, 4, 7, 9, 10, 11])
def test_events_of_all_portions_are_counted(monkeypatch: pytest.MonkeyPatch, portion: int) -> None:
    monkeypatch.setattr(yaml_source, "PORTION", portion)
    for limit, refused in ((12, []), (11, ["yaml-size"]), (6, ["yaml-size"])):
        monkeypatch.setattr(yaml_source, "MAX_EVENTS", limit)
        assert codes(read(b"a: [x, x, x]", "f.yaml")) == refused


@pytest.mark.parametrize("item", ["x,", "xxxxxxxxxxxx,", "[x],", "{x: y},"])
def test_no_more_events_than_a_text_can_hold(item: str) -> None:
    """A file of 24 MB of these took 12 seconds and 600 MB before it was refused."""
    data = f"a: [{item * (2_000_000 // len(item))}]".encode()
    before = time.process_time()
    got = read(data, "f.yaml")
    assert (codes(got), got.data) == (["yaml-dense"], None)
    assert got.problems[0].column < 600_000
    assert time.process_time() - before < 2


def test_suspicious_are_all_that_is_unsafe() -> None:
    """The pattern for a whole text misses no character that this Python's Unicode calls a control or a format."""
    for char in map(chr, range(sys.maxunicode + 1)):
        if unicodedata.category(char) in {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"} and char not in "\t\n\r":
            assert re.match(yaml_characters._SUSPICIOUS, char), hex(ord(char))
            assert not char.isprintable()


@given(st.characters(categories=["Cf", "Co", "Zl", "Zp"], exclude_characters="\u200c\u200d"), st.booleans())
def test_no_format_character_passes(char: str, escaped: bool) -> None:
    text = f'日照: "7{f"{chr(92)}U{ord(char):08x}" if escaped else char}6"\n'
    (problem,) = read(text.encode(), "f.yaml").problems
    assert (problem.code, problem.line, problem.column) == ("unsafe-character", 1, 7)
    assert problem.facts["character"] == f"U+{ord(char):04X}"
