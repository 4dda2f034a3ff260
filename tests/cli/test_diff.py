"""``indicators diff``: what it prints in each form, of files, folders and revisions, and how it ends."""

import json
import subprocess
from pathlib import Path

import pytest

from indicators.analysis.differences import STATES
from indicators.cli import difference_report
from indicators.cli.main import main
from indicators.model.kinds import KINDS
from indicators.words.cli import differences as words
from tests.builders import GOOD, changed, write

ADDED = """\
      - {id: city-firms, metric: firms, period: 2021-12, text: 30家, quote: 全市|企业30家}
"""
EDITED = changed(
    ("- id: city-revenue\n", "- id: revenue-of-the-city\n        former: [city-revenue]\n"),
    ("text: 14家\n        quote: 企业14家", "text: 15家\n        quote: 企业15家"),
    ("en: Firms}", "en: Enterprises}"),
    ("    figures:\n", f"    figures:\n{ADDED}"),
)
IN_ENGLISH = """\
changed metric firms: Enterprises
  name.en: “Firms” → “Enterprises”
added figure city-firms: Enterprises · City · December 2021 · 30
renamed figure city-revenue → revenue-of-the-city: Revenue · City · H1 2022 · ¥5.692 bn
changed figure east-firms: Enterprises · East · June 2022 · 15
  text: “14家” → “15家”
  quote: “企业14家” → “企业15家”
{old} → {new}: 1 metric changed, 1 figure added, 1 figure renamed, 1 figure changed.
"""
IN_CHINESE = """\
改动 指标 firms：企业
  name.en：“Firms” → “Enterprises”
新增 数 city-firms：企业 · 全市 · 2021年12月 · 30家
改标识 数 city-revenue → revenue-of-the-city：收入 · 全市 · 2022年上半年 · 56.92亿元
改动 数 east-firms：企业 · 东区 · 2022年6月 · 15家
  text：“14家” → “15家”
  quote：“企业14家” → “企业15家”
{old} → {new}：改动 1 个指标，新增 1 个数，改标识 1 个数，改动 1 个数。
"""


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return write(tmp_path, GOOD, "old.yaml")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return write(tmp_path, EDITED, "new.yaml")


@pytest.mark.parametrize(("lang", "expected"), [("en", IN_ENGLISH), ("zh", IN_CHINESE)])
def test_text(old: Path, new: Path, lang: str, expected: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(old), str(new), "--lang", lang]) == 1
    assert capsys.readouterr() == (expected.format(old=old, new=new), "")


@pytest.mark.parametrize("form", ["text", "json", "markdown"])
def test_where_nothing_differs(old: Path, tmp_path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with the same entries in two files is the same dataset."""
    folder = tmp_path / "folder"
    folder.mkdir()
    vocabulary, articles = GOOD.split("articles:\n")
    write(folder, f"articles:\n{articles}", "a.yaml")
    write(folder, vocabulary, "b.yaml")
    assert main(["diff", str(old), str(folder), "--lang", "en", "--format", form]) == 0
    printed = capsys.readouterr().out
    if form == "json":
        assert json.loads(printed) == {"old": str(old), "new": str(folder), "counts": {}, "differences": []}
    else:
        assert "no difference" in printed


def test_json(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(old), str(new), "--lang", "en", "--format", "json"]) == 1
    document = json.loads(capsys.readouterr().out)
    assert document["counts"] == {"metric": {"changed": 1}, "figure": {"added": 1, "renamed": 1, "changed": 1}}
    metric, added, renamed, figure = document["differences"]
    assert metric["keys"] == [{"key": "name.en", "old": "Firms", "new": "Enterprises"}]
    assert (added["state"], added["id"], added["entry"]["text"]) == ("added", "city-firms", "30家")
    assert (added["entry"]["region"], added["entry"]["article"]) == ("city", "first")
    assert {key: renamed[key] for key in ("kind", "state", "id", "former", "keys")} == {
        "kind": "figure",
        "state": "renamed",
        "id": "revenue-of-the-city",
        "former": "city-revenue",
        "keys": [],
    }
    assert [key["key"] for key in figure["keys"]] == ["text", "quote"]


def test_what_was_withdrawn_can_lead_elsewhere(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    start, _ = GOOD.split("      - id: east-firms\n")
    merged = changed(("- id: city-revenue\n", "- id: city-revenue\n        former: [east-firms]\n"), text=start)
    assert main(["diff", str(old), str(write(tmp_path, merged, "new.yaml")), "--lang", "en"]) == 1
    first, key, second, _ = capsys.readouterr().out.splitlines()
    assert (first.partition(":")[0], key) == ("changed figure city-revenue", "  former: (none) → “east-firms”")
    assert second.startswith("withdrawn figure east-firms (links lead to city-revenue): Firms · East")


# --- for GitHub ------------------------------------------------------------------------------------------------------


def test_markdown_is_a_table(old: Path, new: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(old), str(new), "--lang", "en", "--format", "markdown"]) == 1
    title, _, tally, _, *table = capsys.readouterr().out.splitlines()
    assert title.startswith("### Changes of the data")
    assert "1 figure added" in tally
    assert table[:2] == ["| Change | Entry | Name | Key | Before | After |", "|---|---|---|---|---|---|"]
    plain = [row.replace("\\|", "¦") for row in table]
    assert {row.count("|") for row in plain} == {7}
    cells = [[cell.strip().replace("\\", "") for cell in row.split("|")[1:-1]] for row in plain[2:]]
    assert cells[1][0::3] == ["added figure", "`quote`"]
    assert cells[1][4:] == ["", "全市¦企业30家"]
    assert cells[-2:] == [
        ["changed figure", "east-firms", "Enterprises · East · June 2022 · 15", "`text`", "14家", "15家"],
        ["", "", "", "`quote`", "企业14家", "企业15家"],
    ]


def test_a_summary_has_room_on_github(
    old: Path, new: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(difference_report, "MOST_BYTES", 300)
    assert main(["diff", str(old), str(new), "--lang", "en", "--format", "markdown"]) == 1
    printed = capsys.readouterr().out
    rows = [line for line in printed.splitlines() if line.startswith("|")][2:]
    assert 0 < sum(len(row.encode()) + 1 for row in rows) <= 300
    assert printed.endswith(f"\n\nRows that do not fit here: {5 - len(rows)}.\n")


# --- what is compared ------------------------------------------------------------------------------------------------


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One with the good file committed as data/indicators.yaml, and edited since."""
    (tmp_path / "data").mkdir()
    path = write(tmp_path / "data", GOOD, "indicators.yaml")
    who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "-A"], ["commit", "-qm", "first"]):
        subprocess.run(["git", *who, *arguments], cwd=tmp_path, check=True, capture_output=True)  # noqa: S607
    path.write_text(EDITED, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("arguments", [[], ["HEAD"], ["HEAD", "data/indicators.yaml"], ["HEAD", "--data", "data"]])
def test_what_has_changed_since_a_revision(
    repository: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert (repository / ".git").is_dir()
    assert main(["diff", *arguments, "--lang", "en"]) == 1
    *lines, tally = capsys.readouterr().out.splitlines()
    assert lines == IN_ENGLISH.splitlines()[:-1]
    assert tally.startswith(f"HEAD → {'data' if '--data' in arguments else 'data/indicators.yaml'}: ")


def test_two_revisions(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (repository / ".git").is_dir()
    assert main(["diff", "HEAD", "HEAD", "--lang", "en"]) == 0
    assert capsys.readouterr().out == "HEAD → HEAD: no difference.\n"


def test_what_keeps_it_from_running(
    repository: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    write(repository, changed(("metric: firms", "metric: farms")), "broken.yaml")
    (repository / "empty").mkdir()
    unreadable = "broken.yaml cannot be read as a dataset, it has 1 error. The first: "
    reasons = {
        ("v9",): "“v9” is neither a file, nor a folder, nor a revision of git",
        ("HEAD", "--data", "other.yaml"): "the revision “HEAD” does not have other.yaml",
        ("data", "broken.yaml"): f"{unreadable}broken.yaml:36:17: There is no metric “farms”. Did you mean “firms”?",
        ("empty", "data"): unreadable.replace("broken.yaml", "empty") + "empty: ",
    }
    for arguments, reason in reasons.items():
        assert main(["diff", *arguments, "--lang", "en"]) == 2
        printed = capsys.readouterr()
        assert (printed.out, printed.err.startswith(f"could not run: {reason}")) == ("", True), printed.err
    monkeypatch.setenv("PATH", "")
    assert main(["diff", "HEAD", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("could not run: there is no file or folder “HEAD”, and git, which")


def test_what_the_rules_find_is_no_obstacle(old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An earlier state can have been written under earlier rules; ``check`` judges, ``diff`` compares."""
    odd = write(tmp_path, changed(("quote: 企业14家", "quote: 企业41家")), "odd.yaml")
    assert main(["check", str(odd)]) == 1
    capsys.readouterr()
    assert main(["diff", str(odd), str(old), "--lang", "en"]) == 1
    assert "  quote: “企业41家” → “企业14家”\n" in capsys.readouterr().out


def test_a_value_cannot_steer_a_terminal(old: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", str(old), "a\x1b[2Jb", "--lang", "en"]) == 2
    assert "\x1b" not in capsys.readouterr().err


def test_every_kind_and_state_has_words() -> None:
    kinds = {"dataset", *(kind.name for kind in KINDS)}
    assert {*words.COUNTED, "article", "figure"} == kinds
    assert set(words.STATES) == set(STATES)
