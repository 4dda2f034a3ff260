"""A report of ``indicators check`` as JSON, for GitHub and GitLab, and in a terminal that nothing in it can steer."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from indicators.cli import reports
from indicators.values.problems import Problem
from indicators.values.text import LANGS, Lang
from tests.builders import GOOD, changed, write
from tests.cli.test_main import ACCEPTED, BAD, NOTED, WARNED, WHY, run


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, BAD)
    code, out, err = run(capsys, "check", path, "--format", "json")
    report = json.loads(out)
    assert (code, err) == (1, "")
    assert (report["errors"], report["warnings"], report["omitted"]) == (2, 0, 0)
    assert report["problems"][1] == {
        "file": str(path),
        "line": 39,
        "column": 15,
        "severity": "error",
        "code": "quantity-unit-missing",
        "id": "east-firms",
        "message": "“14” has no unit. Write number and unit, such as 36.7亿元, 17 enterprises or 32%. Where the article"
        " prints none, give it under `unit`.",
        "facts": {"key": "text", "text": "14"},
    }
    code, out, err = run(capsys, "check", write(tmp_path, GOOD), "--format", "json")
    nothing = {"errors": 0, "warnings": 0, "notes": 0, "problems": [], "accepted": [], "omitted": 0}
    assert (code, json.loads(out), err) == (0, nothing, "")


def test_json_has_what_was_accepted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, ACCEPTED)
    for lang in LANGS:
        code, out, err = run(capsys, "check", path, "--format", "json", "--lang", lang)
        report = json.loads(out)
        (accepted,) = report["accepted"]
        assert (code, err, report["notes"], report["problems"]) == (0, "", 0, [])
        assert (accepted["file"], accepted["line"], accepted["code"]) == (str(path), 18, "no-address")
        assert accepted["reason"] == WHY.of(lang)
    report = json.loads(run(capsys, "check", write(tmp_path, NOTED), "--format", "json")[1])
    assert (report["errors"], report["warnings"], report["notes"], report["accepted"]) == (0, 0, 1, [])
    assert "reason" not in report["problems"][0]
    write(tmp_path, ACCEPTED)
    for form in ("text", "github"):
        assert "no-address" not in "".join(run(capsys, "check", path, "--format", form)[1:])


def test_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, changed(("text: 14家", "text: 14%%"), text=WARNED))
    code, out, err = run(capsys, "check", path, "--format", "github")
    assert (code, err) == (1, "")
    assert out.startswith(
        f"::error file={path},line=40,col=15::east-firms: The unit “%25%25” in “14%25%25” is not known."
    )
    code, out, _ = run(capsys, "check", write(tmp_path, WARNED), "--format", "github")
    assert (code, out.startswith(f"::warning file={path},line=13,col=10::Nothing uses")) == (0, True)
    assert run(capsys, "check", write(tmp_path, GOOD), "--format", "github") == (0, "", "")


def test_gitlab(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, BAD)
    code, out, err = run(capsys, "check", path, "--format", "gitlab")
    findings = json.loads(out)
    assert (code, err, len(findings)) == (1, "", 2)
    assert findings[1]["location"] == {"path": str(path), "lines": {"begin": 39}}
    assert (findings[1]["check_name"], findings[1]["severity"]) == ("quantity-unit-missing", "major")
    assert "“14” has no unit" in findings[1]["description"]
    moved = json.loads(run(capsys, "check", write(tmp_path, f"\n{BAD}"), "--format", "gitlab")[1])
    assert [finding["fingerprint"] for finding in moved] == [finding["fingerprint"] for finding in findings]
    assert len({finding["fingerprint"] for finding in findings}) == 2
    assert json.loads(run(capsys, "check", write(tmp_path, GOOD), "--format", "gitlab")[1]) == []


def test_github_signs_are_escaped() -> None:
    problem = Problem("file-unreadable", "a,b:c%\n::d", facts={"detail": "100%\r\n::error::x"})
    (line,) = reports.render([problem], "github", "en").splitlines()
    assert line.startswith(
        "::error file=a%2Cb%3Ac%25%0A%3A%3Ad::The file cannot be read (the system says “100%25 ::error::x"
    )


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("form", get_args(reports.ReportFormat))
def test_facts_cannot_steer_a_terminal(lang: Lang, form: reports.ReportFormat) -> None:
    facts = {"key": "\x1b[31m", "value": "\u202e\x07" + "x" * 5_000, "allowed": "a\nb\tc", "suggestion": "\x9b0m"}
    text = reports.render([Problem("not-one-of", "a.yaml", 1, 1, facts=facts)], form, lang)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", text)
    assert len(text) < 3_000


def test_nor_can_the_name_of_a_file() -> None:
    text = reports.render([Problem("file-empty", "a\x1b[2Jb\n.yaml")], "text", "en")
    assert text.startswith("a\ufffd[2Jb .yaml: ")


@pytest.mark.parametrize(("count", "listed", "more"), [(49, 49, 0), (50, 50, 0), (51, 50, 1), (3_000, 50, 2_950)])
def test_fifty_are_listed(count: int, listed: int, more: int) -> None:
    problems = [Problem("file-empty", "a.yaml", line) for line in range(1, count + 1)]
    lines = reports.render(problems, "text", "en").splitlines()
    assert lines[listed:] == ([f"… and {more:,} more."] if more else [])
    assert sum("[file-empty]" in line for line in lines) == listed
    lines = reports.render(problems, "github", "en").splitlines()
    assert lines[listed:] == ([f"::notice::… and {more:,} more."] if more else [])
    document = json.loads(reports.render(problems, "json", "en"))
    assert (len(document["problems"]), document["omitted"], document["errors"]) == (listed, more, count)


def test_no_error_gives_way_to_a_note() -> None:
    notes = [Problem("no-address", "a.yaml", line, severity="information") for line in range(1, 61)]
    others = [Problem("file-empty", "a.yaml", 61), Problem("file-empty", "a.yaml", 62, severity="warning")]
    lines = reports.render([*notes, *others], "text", "en").splitlines()
    assert [line.split(":")[1] for line in lines[:50]] == [*map(str, range(1, 49)), "61", "62"]
    assert lines[50:] == ["… and 12 more."]
