"""A path becomes a dataset or problems, never an exception: the cases A11 to A31 of the fault matrix, and folders.

Cases of YAML itself are in test_yaml_source.py, of numbers and periods alone in test_quantities.py and test_periods.py.
"""

import os
import time
from decimal import Decimal
from pathlib import Path

import pytest

from indicators.loading.loader import load
from indicators.phrasing.problems import message, sentence
from tests.builders import GOOD, changed, codes_by_line, load_text, write


def test_good(tmp_path: Path) -> None:
    loaded = load_text(tmp_path, GOOD)
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert list(loaded.dataset.figures) == ["city-revenue", "east-firms"]
    assert loaded.dataset.article_of["east-firms"].id == "first"
    first, second = loaded.dataset.figures.values()
    assert (first.region, first.sector, first.period.text, first.nature) == ("city", "all", "2022-S1", "actual")
    assert (second.region, second.period.text, second.plan) == ("east", "2022-06", None)


def test_a_path_may_be_a_string(tmp_path: Path) -> None:
    assert load(str(write(tmp_path, GOOD))).dataset is not None


# --- values of a figure as a curator may write them ------------------------------------------------------------------

# case, key, what is written, codes ("" where it is fine)
VALUES = [
    *(("A12", "text", text, "quantity-number") for text in ("017家", "00123家", "0x1F", "0b11", "0o17家")),
    *(("A13", "text", text, "quantity-number") for text in ("1:30", "10:00", "1:59:59", "'10:00家'")),
    *(
        ("A14", "text", text, "quantity-number")
        for text in (".nan", ".inf", "nan", "Infinity", "-.inf", "1e400", "1e3元")
    ),
    *(("A14", "growth", text, "quantity-number") for text in (".nan", "nan%", "inf%", "-Infinity%", "1e400%")),
    *(("A15", "text", text, "quantity-number") for text in ("true", "yes", '"true"', "on", "True")),
    ("A15", "complete_parts", "yes", "not-a-boolean"),
    ("A15", "complete_parts", "True", "not-a-boolean"),
    ("A15", "complete_parts", "1", "not-a-boolean"),
    ("A16", "text", "9" * 5_000 + "元", "quantity-digits"),
    ("A16", "text", "1234567890123456元", "quantity-digits"),
    ("A16", "growth", "0.1234567890123456%", "quantity-digits"),
    ("A18", "text", "٣٦家", "quantity-number"),
    ("A18", "text", "1,23元", "quantity-number"),
    ("A18", "text", "½吨", "quantity-number"),
    ("A18", "text", "36.7", "quantity-unit-missing"),
    ("A18", "growth", "–5.2%", "quantity-number"),
    ("A18", "growth", "—5.2%", "quantity-number"),
    ("A18", "growth", "٣٦%", "quantity-number"),
    ("A18", "growth", "5.2", "quantity-unit-missing"),
    ("A18", "completion", "521‱", "quantity-unit-unknown"),
    ("A18", "completion", "-52.1%", "completion-negative"),
    ("A25", "period", "2022-13", "period-date"),
    ("A25", "period", "2022-02-30", "period-date"),
    ("A25", "period", "2022-13-45", "period-date"),
    ("A25", "period", "2022-1", "period-form"),
    ("A25", "period", "20220801", "period-form"),
    ("A25", "period", "08/2022", "period-form"),
    ("A28", "text", "36.7亿圆", "quantity-unit-unknown"),
    ("A30", "quote", "九" * 101, "too-long"),
    ("A30", "note", f"{{zh: {'九' * 2001}, en: x}}", "too-long"),
    ("A30", "text", "约" * 201, "quantity-digits"),
    ("A30", "plan", "a" * 81, "id-form"),
]


@pytest.mark.parametrize(
    ("case", "key", "printed", "code"), VALUES, ids=[f"{case}-{key}-{text[:20]}" for case, key, text, _ in VALUES]
)
def test_refused(tmp_path: Path, case: str, key: str, printed: str, code: str) -> None:
    """One problem, at the place of the value, in less than a second."""
    figure = {"metric": "firms", "text": "14家", "quote": "14家", "plan": "annual", key: printed}
    text = GOOD + "      - id: more\n" + "".join(f"        {name}: {value}\n" for name, value in figure.items())
    start = time.process_time()
    (problem,) = load_text(tmp_path, text).problems
    assert time.process_time() - start < 1, case
    assert problem.code == code
    assert problem.facts["key"] == key
    assert text.splitlines()[problem.line - 1].startswith(f"        {key}: {printed[:10]}")


# case, text, value and low end
TAKEN = [
    ("A17", "36.70亿元", "3670000000", "3669500000"),
    ("A17", "36.7亿元", "3670000000", "3665000000"),
    ("A18", "３６．７亿元", "3670000000", "3665000000"),
    ("A18", "１，２３４元", "1234", "1233.5"),
    ("A18", "1,234元", "1234", "1233.5"),
    ("A18", "−5.2亿元", "-520000000", "-525000000"),
    ("A18", "-5.2亿元", "-520000000", "-525000000"),
]


@pytest.mark.parametrize(("case", "printed", "value", "low"), TAKEN)
def test_taken(tmp_path: Path, case: str, printed: str, value: str, low: str) -> None:
    loaded = load_text(tmp_path, changed(("text: 56.92亿元", f"text: {printed}"), ("收入56.92亿元", f"收入{printed}")))
    assert loaded.dataset is not None, case
    amount = loaded.dataset.figures["city-revenue"].text
    assert amount is not None
    assert (amount.printed, amount.value, amount.low) == (printed, Decimal(value), Decimal(low))


@pytest.mark.parametrize("word", ["NO", "y", "on", "off", "Null point", "2022-08-01", "1:30", "017", "1e3", "0x1F"])
def test_a11_words_stay_words(tmp_path: Path, word: str) -> None:
    loaded = load_text(tmp_path, changed(("en: Headline", f"en: {word}")))
    assert loaded.dataset is not None
    headline = loaded.dataset.articles["first"].headline
    assert headline is not None
    assert headline.en == word


# --- characters ------------------------------------------------------------------------------------------------------

HIDDEN = ["\u202e", "\u2066", "\u2069", "\u200b", "\ufeff", "\u00ad", "\0", "\x1b", "\r", "\x85", "\u2028", "\ue000"]


@pytest.mark.parametrize(
    "char", HIDDEN, ids=[f"{'A19' if ord(char) > 0x85 else 'A20'}-{ord(char):04x}" for char in HIDDEN]
)
@pytest.mark.parametrize(
    "place", ["en: Headline", "zh: 标题", "zh: 日报", "quote: 企业14家", "text: 14家", "license: CC-BY-4.0"]
)
def test_hidden_characters_are_named(tmp_path: Path, char: str, place: str) -> None:
    key, value = place.split(": ")
    text = changed((place, f'{key}: "{value}\\U{ord(char):08x}"'))
    loaded = load_text(tmp_path, text)
    problem = next(problem for problem in loaded.problems if problem.code == "unsafe-character")
    assert (loaded.dataset, problem.facts["character"]) == (None, f"U+{ord(char):04X}")
    assert text.splitlines()[problem.line - 1][problem.column - 1 :].startswith("\\U")
    for each in loaded.problems:  # neither does a sentence that repeats the value carry it to the screen
        assert char not in sentence(each, "zh") + sentence(each, "en")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "utf-16-le", "utf-16-be", "big5"])
def test_a21_a22_other_encodings(tmp_path: Path, encoding: str) -> None:
    (problem,) = load_text(tmp_path, GOOD.replace("示例", "例子").encode(encoding, "replace")).problems
    assert (problem.code, problem.path) == ("file-encoding", str(tmp_path / "data.yaml"))
    assert ("UTF-16" if "16" in encoding else "GBK or GB18030") in sentence(problem, "en")


def test_a21_latin_1(tmp_path: Path) -> None:
    (problem,) = load_text(tmp_path, "dataset: {license: café au lait}".encode("latin-1")).problems
    assert (problem.code, problem.facts, problem.line, problem.column) == ("file-encoding", {"guess": "unknown"}, 1, 23)


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_a22_the_same_with_a_mark_and_other_line_endings(tmp_path: Path, mark: str, ending: str) -> None:
    loaded = load_text(tmp_path, mark + GOOD.replace("\n", ending))
    plain = load_text(tmp_path, GOOD)
    assert (loaded.dataset, loaded.problems, loaded.digest) == (plain.dataset, (), plain.digest)
    bad = load_text(tmp_path, mark + changed(("text: 14家", "text: 14")).replace("\n", ending))
    assert codes_by_line(bad) == codes_by_line(load_text(tmp_path, changed(("text: 14家", "text: 14"))))


def test_a20_a_return_hides_no_figure_in_a_comment(tmp_path: Path) -> None:
    """To YAML it ends the line, and to nobody who looks at the file in an editor, a terminal or a diff."""
    hidden = GOOD.replace("published: 2022-08-05\n", "published: 2022-08-05  # printed\r    note: {zh: 无, en: None}\n")
    assert hidden != GOOD
    loaded = load_text(tmp_path, hidden)
    assert loaded.dataset is None
    (problem,) = [problem for problem in loaded.problems if problem.code == "unsafe-character"]
    assert problem.facts["character"] == "U+000D"


NOTHING = [
    ("", [(0, "file-empty")]),
    ("\n# only a comment\n", [(0, "file-empty")]),
    ("--- \n...\n", [(0, "file-empty")]),
    ("words", [(1, "not-a-mapping")]),
    ("- a\n- b\n", [(1, "not-a-mapping")]),
    ("[]", [(1, "not-a-mapping")]),
    ("{}", [(0, "dataset-missing")]),
    ("value: 36.7\n", [(1, "unknown-key")]),
    ("a: 1\n---\nb: 2\n", [(2, "yaml-documents")]),
    ("articles: [a, 1]\n", [(1, "not-a-mapping-here")]),
    ("articles:\n", [(1, "empty-value")]),
    ("articles: {}\n", [(1, "not-a-list")]),
    ("dataset: []\n", [(1, "not-a-mapping-here")]),
]


@pytest.mark.parametrize(("text", "problems"), NOTHING, ids=[f"A23-{text!r}" for text, _ in NOTHING])
def test_no_dataset_at_all(tmp_path: Path, text: str, problems: list[tuple[int, str]]) -> None:
    loaded = load_text(tmp_path, text)
    assert loaded.dataset is None
    assert sorted(set(codes_by_line(loaded))) == problems


# A key as it is written, the code, the key that is named
WIDE = [
    ("text\u00a0: 14家", "unknown-key", "text␣"),
    ("\u00a0text: 14家", "unknown-key", "␣text"),
    ("text\u3000: 14家", "unknown-key", "text␣"),
    ("text : 14家", "", ""),
    ("text:\u00a014家", "yaml-syntax", ""),
    ("text:\u300014家", "yaml-syntax", ""),
    ("text：14家", "yaml-syntax", ""),
    ("text：: 14家", "unknown-key", "text："),
    ("ｔｅｘｔ: 14家", "unknown-key", "ｔｅｘｔ"),
]


@pytest.mark.parametrize(("line", "code", "key"), WIDE, ids=[f"A24-{line!r}" for line, _, _ in WIDE])
def test_wide_signs_are_not_silent(tmp_path: Path, line: str, code: str, key: str) -> None:
    problems = load_text(tmp_path, changed(("text: 14家", line))).problems
    assert (problems[0].code if problems else "") == code
    assert key in "".join(sentence(problem, "zh") for problem in problems)


# A change, the entry in which it is (of which the figure without an id is none), and the problems: code and key
KEYS = [
    ("text: 14家", "test: 14家", "east-firms", [("unknown-key", "test")]),
    ("text: 14家", "text: 14家\n        value: 14", "east-firms", [("unknown-key", "value")]),
    ("metric: firms", "metrics: firms", "east-firms", [("missing-key", "metric"), ("unknown-key", "metrics")]),
    ("        quote: 企业14家\n", "", "east-firms", [("missing-key", "quote")]),
    ("      - id: east-firms\n        metric", "      - metric", "first", [("missing-key", "id")]),
    ("region: city, sector", "sector", "city-revenue", [("missing-key", "region")]),
    ("published: 2022-08", "publish: 2022-08", "first", [("missing-key", "published"), ("unknown-key", "publish")]),
    ("kind: stock", "kind: stocks", "firms", [("not-one-of", "kind")]),
    ("license: CC", "licence: CC", "example", [("missing-key", "license"), ("unknown-key", "licence")]),
]


@pytest.mark.parametrize(
    ("old", "new", "entry", "expected"), KEYS, ids=[f"A26-{row[1].strip()[:30]!r}" for row in KEYS]
)
def test_keys(tmp_path: Path, old: str, new: str, entry: str, expected: list[tuple[str, str]]) -> None:
    text = changed((old, new))
    problems = load_text(tmp_path, text).problems
    assert sorted((problem.code, problem.facts["key"]) for problem in problems) == expected
    for problem in problems:
        assert problem.about == entry
        assert entry in message(problem, "en")
        if problem.code == "unknown-key":
            assert problem.facts["key"] in text.splitlines()[problem.line - 1]


@pytest.mark.parametrize("address", ["www.evil.cn", "x_www.evil.cn", "中：WWW.evil.cn", "http://evil.cn", "a@evil.cn"])
def test_no_text_holds_an_address(tmp_path: Path, address: str) -> None:
    (problem,) = load_text(tmp_path, changed(("zh: 标题", f"zh: '标题 {address}'"))).problems
    assert (problem.code, problem.about) == ("address-in-text", "first")


def test_a30_what_is_just_short_enough(tmp_path: Path) -> None:
    long = changed(
        ("zh: 标题", f"zh: {'九' * 300}"),
        ("quote: 企业14家", f"quote: {'字' * 97}14家\n        note: {{zh: {'九' * 2000}, en: {'x' * 2000}}}"),
        ("zh: 全市", f"zh: {'九' * 120}"),
        ("https://www.daily.cn/a.html", "https://www.daily.cn/" + "a" * 1979),
    )
    assert load_text(tmp_path, long).problems == ()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("zh: 标题", "zh: " + "九" * 301),
        ("en: Headline", "en: " + "x" * 301),
        ("zh: 日报", "zh: " + "九" * 121),
        ("license: CC-BY-4.0", "license: " + "x" * 121),
        ("https://www.daily.cn/a.html", "https://www.daily.cn/" + "a" * 1980),
        ("quote: 企业14家", "quote: " + "九" * 98 + "14家"),
    ],
)
def test_a30_what_is_one_too_long(tmp_path: Path, old: str, new: str) -> None:
    assert [problem.code for problem in load_text(tmp_path, changed((old, new))).problems] == ["too-long"]


# --- folders, digests, order -----------------------------------------------------------------------------------------

HEAD, ARTICLES = GOOD[: GOOD.index("articles:")], GOOD[GOOD.index("articles:") :]


def test_a_folder(tmp_path: Path) -> None:
    other = ARTICLES.replace("first", "second").replace("id: ", "id: x-").replace("x-second", "second")
    write(tmp_path, other.replace("zh: 标题", "zh: 另一篇").replace("a.html", "b.html"), "b.yml")
    write(tmp_path, ARTICLES, "a.yaml")
    write(tmp_path, HEAD, "vocabulary.yaml")
    write(tmp_path, "broken: [", ".hidden.yaml")
    write(tmp_path, "broken: [", "notes.txt")
    loaded = load(tmp_path)
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert list(loaded.dataset.articles) == ["first", "second"]
    assert len(loaded.dataset.figures) == 4


def test_a_folder_with_one_bad_file(tmp_path: Path) -> None:
    write(tmp_path, HEAD, "a.yaml")
    write(tmp_path, "articles: [", "b.yaml")
    write(tmp_path, ARTICLES.replace("text: 14家", "text: 14"), "c.yaml")
    (tmp_path / "d.yaml").mkdir()
    loaded = load(tmp_path)
    assert loaded.dataset is None
    assert [(Path(problem.path).name, problem.code) for problem in loaded.problems] == [
        ("b.yaml", "yaml-syntax"),
        ("c.yaml", "quantity-unit-missing"),
        ("d.yaml", "file-kind"),
    ]


@pytest.mark.parametrize("name", ["x" * 5_000, "a\0b", "missing/data.yaml", ""])
def test_no_such_path(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path / name)
    assert (loaded.dataset, len(loaded.problems), loaded.problems[0].line) == (None, 1, 0)


def test_digest(tmp_path: Path) -> None:
    digest = load_text(tmp_path, GOOD).digest
    assert digest == load_text(tmp_path, GOOD).digest
    assert digest != load_text(tmp_path, GOOD + "\n").digest
    assert len(digest) == 64


def test_problems_stand_in_order_and_once(tmp_path: Path) -> None:
    bad = changed(("sector: all", "sector: {}"), ("text: 14家", "text: 14"), ("kind: newspaper", "kind: paper"))
    problems = load_text(tmp_path, bad).problems
    places = [problem.place for problem in problems]
    assert places == sorted(places)
    assert [problem.code for problem in problems] == ["not-one-of", "not-text", "quantity-unit-missing"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_to_a_file_is_that_file(tmp_path: Path) -> None:
    (tmp_path / "link.yaml").symlink_to(write(tmp_path, GOOD))
    assert load(tmp_path / "link.yaml").dataset is not None
