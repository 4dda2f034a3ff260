"""A change that a person has seen → written into the file as it was shown, or not at all."""

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.curate.desk.desk import Desk
from indicators.loading import loader, seal
from indicators.reading import disk
from tests import SAMPLE
from tests.curate.desk.desks import TEXT, accepted, answer, body, figures, load
from tests.curate.desk.test_checked import NEW


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))


def decided(at: Desk, text: str = TEXT) -> dict[str, Any]:
    """All figures of a text as they are proposed, with the change that the page shows."""
    shown = answer("read", body(text), at=at).content
    items = [item for item in figures(shown) if item["text"] != "3台"]
    asked = body(text, decisions=[accepted(item) for item in items])
    made = answer("check", asked, at=at).content
    return {**asked, "version": made["version"], "seen": made["change"]}


def test_what_was_seen_is_written_and_every_line_of_the_file_stays(data: Path) -> None:
    desk = load(data)
    reply = answer("write", decided(desk), at=desk)
    assert (reply.status, reply.content["written"]) == (200, True)
    assert str(data) in reply.content["sentence"]
    kept = iter(data.read_text("utf-8").splitlines())
    assert all(line in kept for line in SAMPLE.read_text("utf-8").splitlines())
    loaded = loader.load(data)
    assert loaded.dataset is not None
    assert len(loaded.dataset.figures) == len(desk.dataset.figures) + 3
    again = answer("write", decided(desk), at=desk)
    assert (again.status, again.content["error"]) == (409, "changed")


def written_into(data: Path, text: str = TEXT, **changed: Any) -> dict[str, Any]:
    """What the page sends to take back what it has just written into a file."""
    desk = load(data)
    asked = decided(desk, text)
    for decision in asked["decisions"][:1]:
        decision.update(changed)
    made = answer("check", asked, at=desk).content
    reply = answer("write", {**asked, "version": made["version"], "seen": made["change"]}, at=desk)
    assert reply.status == 200
    return {"lang": "zh", "version": made["version"], "yaml": made["yaml"], "metrics": made["metrics"]}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("end", ["", "\n", "\n\n\n", "\n# 末尾"])
def test_what_was_written_is_taken_back_to_the_letter(data: Path, line_end: str, end: str) -> None:
    data.write_bytes((SAMPLE.read_text("utf-8").rstrip() + end).replace("\n", line_end).encode())
    before = data.read_bytes()
    text = "交通建设提速\n□ 记者 某某 报道\n今年1—6月份,日照市交通运输项目完成投资58.31亿元。\n"  # fictitious
    asked = written_into(data, text, new={**NEW, "unit": "CNY"}, fields={"metric": "+"})
    assert asked["metrics"]
    assert data.read_bytes() != before
    reply = answer("take-back", asked, at=load(data))
    assert (reply.status, data.read_bytes()) == (200, before)
    assert answer("take-back", asked, at=load(data)).status == 409  # it is not there any more
    assert data.read_bytes() == before


@pytest.mark.parametrize("changed", [{"version": "0" * 32}, {"yaml": "  - id: other\n"}, {"yaml": ""}])
def test_what_is_not_as_it_was_written_is_not_taken_back(data: Path, changed: dict[str, str]) -> None:
    asked = written_into(data)
    written = data.read_bytes()
    reply = answer("take-back", {**asked, **changed}, at=load(data))
    assert (reply.status, reply.content["error"]) == (409, "not-taken-back")
    assert answer("take-back", asked, at=load(data), own=False).status == 403
    data.write_bytes(written + "# 后来加的\n".encode())
    assert answer("take-back", asked, at=load(data)).status == 409
    assert data.read_bytes() == written + "# 后来加的\n".encode()


def test_a_new_metric_stands_behind_the_last_one(data: Path) -> None:
    desk = load(data)
    shown = answer("read", body(), at=desk).content
    machines = figures(shown)[-1]
    asked = body(decisions=[{**accepted(machines, metric="+", part_of=""), "new": NEW}])
    made = answer("check", asked, at=desk).content
    reply = answer("write", {**asked, "version": made["version"], "seen": made["change"]}, at=desk)
    assert reply.status == 200
    written = yaml.safe_load(data.read_text("utf-8"))
    before = yaml.safe_load(SAMPLE.read_text("utf-8"))
    assert written["metrics"][:-1] == before["metrics"]
    assert written["metrics"][-1]["id"] == "machines-seen"
    assert [section for section in written if written[section] != before[section]] == ["metrics", "articles"]


@pytest.mark.parametrize("changed", ["file", "folder", "seen", "version"])
def test_what_has_changed_meanwhile_is_shown_again_and_not_written(data: Path, changed: str) -> None:
    path = data.parent if changed == "folder" else data
    desk = load(path)
    asked = decided(desk)
    if changed == "file":
        data.write_bytes(data.read_bytes() + b"# other\n")
    if changed == "folder":
        (data.parent / "more.yaml").write_text("themes: []\n", "utf-8")
    if changed == "seen":
        asked["seen"] = asked["seen"][:-1]
    if changed == "version":
        asked["version"] = "0"
    before = data.read_bytes()
    reply = answer("write", asked, at=desk)
    assert (reply.status, reply.content["error"], reply.content["checked"]["accepted"]) == (409, "changed", 3)
    assert data.read_bytes() == before


def test_what_fails_a_check_is_not_written(data: Path) -> None:
    desk = load(data)
    asked = decided(desk)
    asked["source"] = {**asked["source"], "url": "http://localhost/x"}
    made = answer("check", asked, at=desk).content
    reply = answer("write", {**asked, "seen": made["change"]}, at=desk)
    assert (reply.status, reply.content["error"]) == (422, "fails")
    assert "没有写入" in reply.content["sentence"]
    nothing = answer("write", {**asked, "decisions": [], "seen": []}, at=desk)
    assert (nothing.status, nothing.content["sentence"]) == (422, "没有采用任何一个，没有改动可写。")
    assert data.read_bytes() == SAMPLE.read_bytes()


def test_elsewhere_than_on_the_own_machine_nothing_is_written(data: Path) -> None:
    desk = load(data)
    asked = decided(desk)
    made = answer("check", asked, at=desk, own=False).content
    assert answer("write", {**asked, "seen": made["change"]}, at=desk, own=False).status == 403
    assert data.read_bytes() == SAMPLE.read_bytes()


def test_a_disk_that_refuses_is_told_of(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **_rights: object) -> None:
        raise PermissionError

    desk = load(data)
    asked = decided(desk)
    monkeypatch.setattr(disk, "write", refuse)
    reply = answer("write", asked, at=desk)
    assert (reply.status, reply.content["error"]) == (507, "disk")
    assert reply.content["checked"]["patch"]


def test_a_seal_that_no_longer_matches_is_said(data: Path) -> None:
    loaded = loader.load(data)
    assert loaded.dataset is not None
    sealed = seal.of(data, len(loaded.dataset.figures))
    assert isinstance(sealed, seal.Seal)
    seal.write(data, sealed)
    desk = load(data)
    asked = decided(desk)
    assert answer("check", asked, at=desk).content["sealed"] is True
    reply = answer("write", asked, at=desk)
    assert "indicators seal" in reply.content["sentence"]


@pytest.mark.parametrize("before", [b"\xef\xbb\xbf", b""])
def test_the_mark_the_line_ends_the_rights_and_the_link_of_a_file_stay(tmp_path: Path, before: bytes) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(before + SAMPLE.read_bytes().replace(b"\n", b"\r\n"))
    link.symlink_to(real)
    real.chmod(0o600)
    desk = load(link)
    assert answer("write", decided(desk), at=desk).status == 200
    content = real.read_bytes()
    assert link.is_symlink()
    assert real.stat().st_mode & 0o777 == 0o600
    assert content.startswith(before + b"# ")
    assert content.count(b"\n") == content.count(b"\r\n") > SAMPLE.read_bytes().count(b"\n")
    assert loader.load(link).dataset is not None


def test_of_a_folder_the_last_file_with_articles_is_written(tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    start = text.index("\narticles:") + 1
    (tmp_path / "a.yaml").write_text(text[start:], "utf-8")
    (tmp_path / "b.yaml").write_text(text[:start], "utf-8")
    desk = load(tmp_path)
    assert answer("write", decided(desk), at=desk).status == 200
    assert "58.31亿元" in (tmp_path / "a.yaml").read_text("utf-8")
    assert (tmp_path / "b.yaml").read_text("utf-8") == text[:start]
    assert isinstance(disk.read(tmp_path / "a.yaml"), bytes)


def test_a_file_in_which_an_entry_cannot_stand_is_left_alone(data: Path) -> None:
    """Articles on one line are YAML, but nothing can be put behind the last of them as text."""
    text = data.read_text("utf-8")
    start = text.index("\narticles:") + 1
    articles = yaml.safe_load(text[start:])["articles"][:1]
    flow = yaml.safe_dump(articles, default_flow_style=True, allow_unicode=True, width=10**6)
    data.write_text(f"{text[:start]}articles: {flow.strip()}\n", "utf-8")
    desk = load(data)
    asked = decided(desk)
    before = data.read_bytes()
    made = answer("check", asked, at=desk).content
    assert (made["passes"], made["not_written_because"][:6]) == (False, "文件里有这里")
    assert answer("write", {**asked, "seen": made["change"]}, at=desk).status == 422
    assert data.read_bytes() == before


def test_two_pages_that_write_at_once_lose_nothing(data: Path) -> None:
    """Both have seen the same file; the one that comes second is told that it has changed."""
    first, second = load(data), load(data)
    asked = decided(first)
    with ThreadPoolExecutor(2) as threads:
        replies = [*threads.map(lambda desk: answer("write", asked, at=desk), (first, second))]
    assert sorted(reply.status for reply in replies) == [200, 409]
    loaded = loader.load(data).dataset
    assert loaded is not None
    assert len(loaded.figures) == len(first.dataset.figures) + 3


def test_an_article_is_not_written_twice(data: Path) -> None:
    assert answer("write", decided(load(data)), at=load(data)).status == 200
    desk = load(data)
    again = answer("write", decided(desk), at=desk)
    assert (again.status, again.content["checked"]["passes"]) == (422, False)
    (problem,) = [problem for problem in again.content["checked"]["problems"] if problem["severity"] == "error"]
    assert problem["sentence"].startswith("都已收录过：这 3 个数与“交通建设提速”相同")


def test_a_file_that_is_protected_is_not_replaced(data: Path) -> None:
    desk = load(data)
    asked = decided(desk)
    data.chmod(0o444)
    assert answer("write", asked, at=desk).status == 507
    assert data.read_bytes() == SAMPLE.read_bytes()


def test_no_sentence_names_a_folder_of_the_server(data: Path) -> None:
    desk = load(data)
    article = desk.dataset.articles["key-transport-projects"]
    text = "标题\n□ 记者 某某 报道\n" + "".join(f"截至6月底,{figure.quote}。\n" for figure in article.figures)
    source = {"published": article.published.text, "publisher": article.publisher, "url": ""}
    items = figures(answer("read", body(text, source=source), at=desk).content)
    asked = body(text, source=source, decisions=[accepted(item, metric="project-investment") for item in items])
    reply = answer("check", asked, at=desk, own=False)
    assert reply.content["problems"]
    assert str(data.parent) not in json.dumps(dict(reply.content), ensure_ascii=False)
