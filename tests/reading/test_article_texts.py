"""Texts that lie beside a dataset: which are read, what is told of the others, and what a check makes of them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators.loading.loader import load
from indicators.phrasing.problems import sentence
from indicators.reading import article_texts, validate, yaml_source
from indicators.reading.corpus import Corpus
from indicators.rules.quotes import figures_stand_in_texts
from indicators.values.problems import Problem
from indicators.values.text import LANGS
from tests.builders import GOOD, changed, write

WITHOUT_RATES = changed(
    ("        growth: 32%\n        growth_quote: 增长32%\n", ""),
    ("        completion: 52.1%\n        completion_quote: 计划的52.1%\n        plan: annual\n", ""),
)
KNOWN = ["first", "second", "red-ribbon"]
TEXT = "第一版\n收入56.92亿元，企业14家。\n"


def put(folder: Path, name: str, content: str | bytes = TEXT) -> Path:
    folder.mkdir(exist_ok=True)
    return write(folder, content, name)


# --- where they lie --------------------------------------------------------------------------------------------------


def test_they_lie_beside_the_data(tmp_path: Path) -> None:
    assert article_texts.beside(write(tmp_path, GOOD)) == tmp_path / "texts"
    assert article_texts.beside(tmp_path) == tmp_path / "texts"
    assert article_texts.file_of(tmp_path, "red-ribbon") == tmp_path / "red-ribbon.txt"


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert article_texts.held(tmp_path / "texts", KNOWN) == ({}, ())


def test_texts_by_article(tmp_path: Path) -> None:
    put(tmp_path, "first.txt")
    put(tmp_path, "second.txt", "\ufeff第二\r\n")
    put(tmp_path, ".DS_Store")
    assert article_texts.held(tmp_path, KNOWN) == ({"first": TEXT, "second": "第二\r\n"}, ())


@pytest.mark.parametrize(
    ("name", "suggestion"),
    [
        ("red-ribon.txt", "red-ribbon.txt"),
        ("red-ribbon.text", "red-ribbon.txt"),
        ("red-ribbon.TXT", "red-ribbon.txt"),
        ("red-ribbon", "red-ribbon.txt"),
        ("notes.md", ""),
    ],
)
def test_a_file_of_no_article(tmp_path: Path, name: str, suggestion: str) -> None:
    path = put(tmp_path, name)
    texts, (problem,) = article_texts.held(tmp_path, KNOWN)
    assert (texts, problem.code, problem.severity, problem.path) == ({}, "text-of-nobody", "warning", str(path))
    assert problem.facts == {"name": name, "suggestion": suggestion}


def test_many_files_of_no_article(tmp_path: Path) -> None:
    for number in range(30):
        put(tmp_path, f"red-ribon{number:02}.txt")
    _, problems = article_texts.held(tmp_path, KNOWN)
    assert [bool(problem.facts["suggestion"]) for problem in problems] == [True] * 20 + [False] * 10


# --- what can be read ------------------------------------------------------------------------------------------------


def pipe(path: Path) -> None:
    os.mkfifo(path)


def sized(size: int) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.touch()
        os.truncate(path, size)

    return make


def holding(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


UNREAD: list[tuple[Callable[[Path], object], str, dict[str, str]]] = [
    (Path.mkdir, "text-kind", {}),
    (pipe, "text-kind", {}),
    (sized(article_texts.LIMIT + 1), "text-size", {"limit": "2"}),
    (sized(65 * 2**20), "text-size", {"limit": "2"}),
    (holding(b""), "text-empty", {}),
    (holding(b"\xef\xbb\xbf \r\n"), "text-empty", {}),
    (holding("日照港".encode("gb18030")), "file-encoding", {"guess": "GB18030"}),
    (holding("日照港".encode("utf-16")), "file-encoding", {"guess": "UTF-16"}),
    (holding("Rizhao".encode("utf-16-le")), "file-encoding", {"guess": "UTF-16"}),
    (holding("日照港".encode()[:-1]), "file-encoding", {"guess": "unknown"}),
    (holding(b"%PDF-1.7\n\xff\xff\xff"), "file-encoding", {"guess": "unknown"}),
    (lambda path: path.symlink_to("nowhere"), "file-missing", {}),
]


@pytest.mark.timeout(20)
@pytest.mark.parametrize(("make", "code", "facts"), UNREAD, ids=range(len(UNREAD)))
def test_what_cannot_be_read(tmp_path: Path, make: Callable[[Path], object], code: str, facts: dict[str, str]) -> None:
    make(tmp_path / "first.txt")
    problem = article_texts.read(tmp_path / "first.txt")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.facts, problem.path) == (code, facts, str(tmp_path / "first.txt"))
    texts, (warning,) = article_texts.held(tmp_path, KNOWN)  # a text says nothing against the dataset
    assert (texts, warning.code, warning.severity) == ({}, code, "warning")
    assert all(sentence(warning, lang) for lang in LANGS)


def test_the_folder_is_none(tmp_path: Path) -> None:
    texts, (problem,) = article_texts.held(put(tmp_path, "texts"), KNOWN)
    assert (texts, problem.code, problem.severity) == ({}, "folder-unreadable", "warning")


def test_the_largest_text(tmp_path: Path) -> None:
    content = "日" * (article_texts.LIMIT // 3)
    assert article_texts.read(put(tmp_path, "first.txt", content)) == content


# --- what a check makes of them --------------------------------------------------------------------------------------


def corpus(text: str = WITHOUT_RATES) -> Corpus:
    read = yaml_source.read(text.encode(), "data.yaml")
    document, problems = validate.document(read)
    assert document is not None
    assert not problems
    return Corpus([(document, read)])


# the text of the article, then line, code, severity and quote of each finding
FINDINGS: list[tuple[str, list[tuple[int, str, str, str]]]] = [
    (TEXT, []),
    ("收入56.92\n亿元\n企业１４家", []),
    ("收入56.93亿元，企业14家", [(29, "quote-changed", "warning", "收入56.92亿元")]),
    ("收入56.92亿元", [(35, "quote-missing", "warning", "企业14家")]),
    (
        "无",
        [
            (29, "quote-missing", "warning", "收入56.92亿元"),
            (35, "quote-missing", "warning", "企业14家"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FINDINGS)
def test_quotes_stand_in_texts(text: str, expected: list[tuple[int, str, str, str]]) -> None:
    problems = list(figures_stand_in_texts(corpus(), {"first": text}))
    assert [(problem.line, problem.code, problem.severity, problem.facts["quote"]) for problem in problems] == expected
    assert all(problem.facts["article"] == "first" for problem in problems)
    assert all(set(problem.facts) == {"article", "quote"} for problem in problems)
    figures = {29: "city-revenue", 35: "east-firms"}
    assert [problem.about for problem in problems] == [figures[line] for line, *_ in expected]


# the text of the article, then line, code and severity of each finding
RATES: list[tuple[str, list[tuple[int, str, str]]]] = [
    ("收入56.92亿元，占计划的52.1%，增长32%，企业14家", []),
    ("收入56.92亿元，占计划的52.1%，增长23%，企业14家", [
        (29, "rate-far", "warning"),
        (30, "quote-changed", "warning"),
    ]),
    ("收入56.92亿元，增长32%，企业14家", [(31, "rate-far", "warning"), (32, "quote-missing", "warning")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RATES)
def test_rates_stand_near(text: str, expected: list[tuple[int, str, str]]) -> None:
    problems = list(figures_stand_in_texts(corpus(GOOD), {"first": text}))
    assert sorted((problem.line, problem.code, problem.severity) for problem in problems) == expected
    assert not any("23%" in str(problem) for problem in problems)  # no word of the text


@pytest.mark.parametrize("held", [True, False])
def test_a_stray_rate_can_be_accepted(tmp_path: Path, *, held: bool) -> None:
    """Where the text is missing nobody can know whether the acceptance is needed."""
    reason = "        accept: [{code: rate-far, reason: {zh: 印在另页, en: On another page}}]\n"
    path = write(tmp_path, changed(("        plan: annual\n", f"        plan: annual\n{reason}")))
    if held:
        put(
            tmp_path / "texts",
            "first.txt",
            f"增长32%。\n{'远' * 400}\nCity、东区收入56.92亿元，占计划的52.1%，企业14家",
        )
    loaded = load(path)
    assert loaded.problems == ()
    assert [problem.code for problem in loaded.accepted] == ["rate-far"] * held


def test_a_quote_of_another_article() -> None:
    two = WITHOUT_RATES.replace("headline: {zh: 标题, en: Headline}", "headline: {zh: 第一条新闻, en: One}")
    second = two[two.index("  - id: first") :].replace("id: first", "id: second").replace("第一条", "第二条")
    second = second.replace("id: city-revenue", "id: other-revenue").replace("id: east-firms", "id: other-firms")
    page = "第一条新闻\n收入56.92亿元\n第二条新闻\n企业14家\n"
    problems = list(figures_stand_in_texts(corpus(two + second), {"first": page}))
    assert [(problem.line, problem.code, problem.severity) for problem in problems] == [
        (35, "quote-moved", "information")
    ]


def test_only_articles_whose_text_is_held() -> None:
    assert list(figures_stand_in_texts(corpus(), {})) == []
    assert list(figures_stand_in_texts(corpus(), {"other": "无"})) == []


def test_no_word_of_a_text_is_kept() -> None:
    """What the article says instead is seen in the text, never in a report that is kept."""
    long = changed(("quote: 收入56.92亿元", f"quote: 收入56.92亿元{'又' * 80}"), text=WITHOUT_RATES)
    (problem, *_) = figures_stand_in_texts(corpus(long), {"first": f"收入56.93亿元{'又' * 80}，企业14家"})
    assert problem.code == "quote-changed"
    assert problem.facts["quote"] == f"收入56.92亿元{'又' * 51}"
    assert "56.93" not in str(problem)
