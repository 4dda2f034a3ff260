"""``indicators verify``: what it says of quotes that stand in a text, stand elsewhere, or do not."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from indicators.cli import reports, shared
from tests import ROOT
from tests.builders import changed, write
from tests.cli.test_main import run

PAGE = ROOT.parent / "shared" / "sources" / "rizhao-news-2022-08.txt"
needs_page = pytest.mark.skipif(not PAGE.is_file(), reason="the articles are not part of the repository")

RATES = """\
        growth: 32%
        growth_quote: 增长32%
        completion: 52.1%
        completion_quote: 计划的52.1%
        plan: annual
"""
HEADED = changed(("{zh: 标题, en: Headline}", "{zh: 港口建设加快, en: Ports}"), (RATES, ""))
WITH_RATES = changed(("{zh: 标题, en: Headline}", "{zh: 港口建设加快, en: Ports}"))
TEXT = "港口建设加快\n今年上半年，全市收入56.92亿元，同比增长32%。\n企业14家。\n"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data file with one article, whose text can lie beside it."""
    (tmp_path / "texts").mkdir()
    return write(tmp_path, HEADED)


def verified(
    capsys: pytest.CaptureFixture[str], data: Path, *arguments: object, text: str = TEXT
) -> tuple[int, str, str]:
    page = write(data.parent, text, "page.txt")
    code, out, err = run(capsys, "verify", *arguments, "--data", data, "--text", page)
    return code, out.replace(str(page), "page.txt"), err


def test_all_found(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(capsys, data) == (0, "first: 2 of 2 quotes found\n", "")
    assert verified(capsys, data, "first", "first") == (0, "first: 2 of 2 quotes found\n", "")
    assert verified(capsys, data, "--lang", "zh") == (0, "first：2 处引文，找到 2 处\n", "")
    assert verified(capsys, data, "first", text="收入56.92亿元\n企业14家")[:2] == (0, "first: 2 of 2 quotes found\n")


def test_those_that_are_found_are_told_if_asked(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = verified(capsys, data, "--all")
    assert (code, out.splitlines()) == (
        0,
        [
            "first: 2 of 2 quotes found",
            "  page.txt:2:9: found: city-revenue: “收入56.92亿元”",
            "    港口建设加快 今年上半年，全市«收入56.92亿元»，同比增长32%。 企业14家。",
            "  page.txt:3:1: found: east-firms: “企业14家”",
            "    …半年，全市收入56.92亿元，同比增长32%。 «企业14家»。",
        ],
    )


# the text, the exit code, and what is told of it
VERIFIED = [
    (
        TEXT.replace("56.92", "56.93"),
        1,
        [
            "first: 1 of 2 quotes found, 1 changed",
            "  page.txt:2:9: changed: city-revenue: “收入56.92亿元”",
            "    港口建设加快 今年上半年，全市«收入56.93亿元»，同比增长32%。 企业14家。",
        ],
    ),
    (
        TEXT.replace("56.92亿", "569200万"),
        1,
        [
            "first: 1 of 2 quotes found, 1 changed",
            "  page.txt:2:9: changed (the same amount): city-revenue: “收入56.92亿元”",
            "    港口建设加快 今年上半年，全市«收入569200万元»，同比增长32%。 企业14家。",
        ],
    ),
    (
        "企业14家\n" + TEXT.replace("企业14家。\n", ""),
        0,
        [
            "first: 1 of 2 quotes found, 1 moved",
            "  page.txt:1:1: moved: east-firms: “企业14家”",
            "    «企业14家» 港口建设加快 今年上半年，全市收入56.92亿…",
        ],
    ),
    (
        "港口建设加快\n",
        1,
        [
            "first: 0 of 2 quotes found, 2 missing",
            "  page.txt: missing: city-revenue: “收入56.92亿元”",
            "  page.txt: missing: east-firms: “企业14家”",
        ],
    ),
]


@pytest.mark.parametrize(("text", "code", "lines"), VERIFIED)
def test_what_is_not_found(
    data: Path, capsys: pytest.CaptureFixture[str], text: str, code: int, lines: list[str]
) -> None:
    exit_code, out, err = verified(capsys, data, text=text)
    assert (exit_code, out.splitlines(), err) == (code, lines, "")


def test_in_chinese(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert verified(capsys, data, "--lang", "zh", text=VERIFIED[1][0])[1].splitlines()[:2] == [
        "first：2 处引文，找到 1 处，1 处有出入",
        "  page.txt:2:9: 有出入（数额相同）：city-revenue：“收入56.92亿元”",
    ]


def test_json_has_no_word_of_the_text(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = verified(capsys, data, "--format", "json", "--all", text=TEXT.replace("56.92", "56.93"))
    counts = {"found": 1, "moved": 0, "changed": 1, "missing": 0}
    figures = [
        {
            "figure": "city-revenue",
            "key": "quote",
            "status": "changed",
            "same_amount": False,
            "offset": 15,
            "line": 2,
            "column": 9,
        },
        {
            "figure": "east-firms",
            "key": "quote",
            "status": "found",
            "same_amount": False,
            "offset": 34,
            "line": 3,
            "column": 1,
        },
    ]
    article = {"article": "first", "file": "page.txt", **counts, "figures": figures}
    assert (code, json.loads(out), err) == (1, {**counts, "articles": [article]}, "")
    assert out.isascii()
    code, out, _ = verified(capsys, data, "--format", "json", text="港口建设加快")
    missing = json.loads(out)["articles"][0]["figures"][0]
    assert (code, missing["offset"], missing["line"], missing["column"]) == (1, None, None, None)


def test_a_folder_of_texts(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the data, or wherever it is said to be; a slip in a name is told."""
    folder = data.parent / "texts"
    write(folder, TEXT, "first.txt")
    assert run(capsys, "verify", "--data", data) == (0, "first: 2 of 2 quotes found\n", "")
    assert run(capsys, "verify", "first", "--data", data) == (0, "first: 2 of 2 quotes found\n", "")
    path = write(folder, TEXT, "fist.txt")
    code, out, err = run(capsys, "verify", "--data", data, "--text", folder)
    assert (code, out) == (0, "first: 2 of 2 quotes found\n")
    assert err.startswith(f"{path}: warning: “fist.txt” belongs to no article")
    assert err.endswith("Did you mean “first.txt”? [text-of-nobody]\n")


def test_several_articles(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    second = HEADED[HEADED.index("  - id: first") :].replace("港口建设", "铁路建设").replace("id: first", "id: second")
    second = second.replace("id: city-revenue", "id: other-revenue").replace("id: east-firms", "id: other-firms")
    data.write_text(HEADED + second, "utf-8")
    page = TEXT + TEXT.replace("港口建设", "铁路建设").replace("企业14家。\n", "")
    code, out, _ = verified(capsys, data, text=page)
    assert (code, out.splitlines()) == (
        0,
        [
            "first: 2 of 2 quotes found",
            "second: 1 of 2 quotes found, 1 moved",
            "  page.txt:3:1: moved: other-firms: “企业14家”",
            "    …半年，全市收入56.92亿元，同比增长32%。 «企业14家»。 铁路建设加快 今年上半年，全市收入56.92…",
            "2 articles: 3 of 4 quotes found, 1 moved",
        ],
    )
    assert verified(capsys, data, "second", text=page)[1].splitlines()[0] == "second: 1 of 2 quotes found, 1 moved"


def not_run(capsys: pytest.CaptureFixture[str], *arguments: object) -> list[str]:
    code, out, err = run(capsys, "verify", *arguments)
    assert (code, out) == (2, "")
    assert all(line.startswith("could not run: ") for line in err.splitlines())
    return [line.removeprefix("could not run: ") for line in err.splitlines()]


def test_what_keeps_it_from_running(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, nowhere = data.parent / "texts", data.parent / "nowhere"
    page = write(data.parent, "别的标题\n别的话", "page.txt")
    coded = write(data.parent, TEXT.encode("gb18030"), "coded.txt")
    absent = "There is no such file, or it is a broken link. Check its name and folder."
    encoded = "The file is not UTF-8; it looks like GBK or GB18030. Save it as UTF-8 in your editor."
    unknown = f"{data} has no article “%s”."
    put = "put it there as ARTICLE-ID.txt, or give its path with --text"
    assert not_run(capsys, "--data", nowhere) == [f"there is nothing at {nowhere}"]
    assert not_run(capsys, "--data", data, "--text", nowhere) == [f"there is nothing at {nowhere}"]
    assert not_run(capsys, "--data", data, "--text", "x" * 5_000) == [f"there is nothing at {'x' * 5_000}"]
    assert not_run(capsys, "--data", data, "--text", page) == [
        f"{page} has no headline of an article in it; name the article"
    ]
    assert not_run(capsys, "--data", data, "--text", coded) == [f"{coded}: {encoded}"]
    assert not_run(capsys, "--data", data) == [f"there is no text of an article in {folder}: {put}"]
    assert not_run(capsys, "first", "--data", data) == [f"{folder / 'first.txt'}: {absent}"]
    assert not_run(capsys, "fist", "zzz", "first", "--data", data, "--text", page) == [
        unknown % "fist" + " Did you mean “first”?",
        unknown % "zzz",
    ]
    write(folder, TEXT.encode("gb18030"), "first.txt")
    assert not_run(capsys, "--data", data) == [f"{folder / 'first.txt'}: {encoded}"]


def test_a_text_cannot_steer_a_terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    steering = "\x1b[2J\u202e\x9b0m\x07"
    text = f"今年{steering}收{steering}入56.92亿\r\n\t\u2028元{steering}\n企业14家{' ' * 5_000}{'。' * 5_000}"
    code, out, _ = verified(capsys, data, "first", "--all", text=text)
    assert (code, out.count("«")) == (1, 2)
    assert "企业14家" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\u2028]", out)
    assert all(len(line) < 200 for line in out.splitlines())


def test_check_looks_at_the_texts_beside_the_data(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = write(data.parent / "texts", TEXT, "first.txt")
    assert run(capsys, "check", data) == (0, f"{data}: no problems. 1 article, 2 figures.\n", "")
    text.write_text(TEXT.replace("56.92", "56.93"), "utf-8")
    code, out, err = run(capsys, "check", data)
    assert (code, err) == (0, "Found 0 errors and 1 warning.\n")
    assert out.startswith(
        f"{data}:29:16: warning: city-revenue: The text of the article differs from the quote “收入56.92亿元”."
    )
    assert "indicators verify first" in out
    assert "56.93" not in "".join(
        run(capsys, "check", data, "--format", form)[1] for form in get_args(reports.ReportFormat)
    )


@needs_page
def test_the_shipped_articles_of_august_2022(capsys: pytest.CaptureFixture[str]) -> None:
    data = ROOT / shared.DEFAULT_DATA
    code, out, err = run(capsys, "verify", "--data", data, "--text", PAGE)
    assert (code, out.splitlines()[-1], err) == (0, "8 articles: 43 of 43 quotes found", "")
    counts = json.loads(run(capsys, "verify", "--data", data, "--text", PAGE, "--format", "json")[1])
    assert (len(counts["articles"]), counts["found"]) == (8, 43)


# the text after the headline, then status of quote, growth_quote and completion_quote, and the exit code
PHRASES = [
    ("收入56.92亿元，占全年计划的52.1%，同比增长32%。", ["found", "found", "found"], 0),
    ("收入56.92亿元，占全年计划的51.2%，同比增长32%。", ["found", "found", "changed"], 1),
    ("收入56.92亿元，占全年计划的52.1%，同比增长132%。", ["found", "changed", "found"], 1),
    ("收入56.92亿元，占全年计划的52.1%。", ["found", "missing", "found"], 1),
    ("收入56.92亿元，占全年计划的52.1%。\n铁路建设加快\n投资同比增长32%。", ["found", "moved", "found"], 0),
]


@pytest.mark.parametrize(("text", "statuses", "exit_code"), PHRASES)
def test_the_words_of_rates_are_looked_up_too(
    data: Path, capsys: pytest.CaptureFixture[str], text: str, statuses: list[str], exit_code: int
) -> None:
    other = "  - {id: rail, publisher: daily, published: 2022-08, url: 'https://www.daily.cn/r', figures: [],\n"
    write(data.parent, f"{WITH_RATES}{other}     headline: {{zh: 铁路建设加快, en: Rail}}}}\n")
    page = f"港口建设加快\n企业14家。{text}\n"
    code, out, _ = verified(capsys, data, "first", "--format", "json", text=page)
    rows = json.loads(out)["articles"][0]["figures"]
    assert code == exit_code
    assert [(row["key"], row["status"]) for row in rows if row["figure"] == "city-revenue"] == list(
        zip(("quote", "growth_quote", "completion_quote"), statuses, strict=True)
    )
    lines = verified(capsys, data, "first", "--all", text=page)[1].splitlines()
    assert sum("city-revenue (growth_quote): “增长32%”" in line for line in lines) == 1
