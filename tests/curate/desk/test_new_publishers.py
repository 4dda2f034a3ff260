"""An outlet that the dataset has not got → an entry under ``publishers``, once, and nothing else."""

import shutil
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from indicators.cli.main import main
from indicators.curate.desk.entries import new_publishers
from indicators.loading import loader
from indicators.model.scalars import SLUG_FORM
from indicators.model.vocabulary import PublisherKind
from indicators.values.text import LANGS
from indicators.words.curate import outlet
from tests import SAMPLE
from tests.curate.desk.desks import SOURCE, TEXT, accepted, answer, body, checked, desk, figures, load, review
from tests.curate.desk.test_safety import LINE, SMUGGLED

NAME = "虚构新区时报"
TWO = (
    "虚构：甲区投资增长\n□ 记者 某某 报道\n1—6月份,莒县固定资产投资12.3亿元。\n\n"
    "虚构：乙区投资增长\n□ 记者 某某 报道\n1—6月份,五莲县固定资产投资45.6亿元。\n"
)
"""Two fictitious articles."""


def source(name: str = NAME, kind: str = "newspaper", **more: str) -> dict[str, Any]:
    """The source of an article in an outlet that a person has filled in."""
    return {**SOURCE, "publisher": "+", "new": {"name": name, "kind": kind}, **more}


def of_total(several: Any) -> dict[str, Any]:
    total, *_ = figures(review())
    return checked([accepted(total)], source=several)


def added(made: dict[str, Any]) -> list[dict[str, Any]]:
    """The publishers that would be added."""
    return [*(yaml.safe_load(f"publishers:\n{made['publishers']}")["publishers"] or [])]


def sentences(made: dict[str, Any], severity: str) -> list[str]:
    return [problem["sentence"] for problem in made["problems"] if problem["severity"] == severity]


def written_into(data: Path, text: str, several: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is sent to take back what was written of all figures of a text, and what the page was shown."""
    at = load(data)
    items = [item for item in figures(answer("read", body(text), at=at).content) if item["text"] != "3台"]
    asked = body(text, source=several, decisions=[accepted(item) for item in items])
    made = dict(answer("check", asked, at=at).content)
    reply = answer("write", {**asked, "version": made["version"], "seen": made["change"]}, at=at)
    assert reply.status == 200, reply.content
    return {"lang": "zh", **{key: made[key] for key in ("version", "yaml", "metrics", "publishers")}}, made


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_new_publisher_is_written_shown_and_taken_back_to_the_letter(tmp_path: Path, line_end: str) -> None:
    data = tmp_path / "data.yaml"
    data.write_bytes(SAMPLE.read_text("utf-8").replace("\n", line_end).encode())
    before = data.read_bytes()
    asked, made = written_into(data, TEXT, source())
    loaded = loader.load(data)
    assert loaded.dataset is not None
    publisher = loaded.dataset.publishers["xu-gou-xin-qu-shi-bao"]
    assert (publisher.name.zh, publisher.name.en, publisher.kind, publisher.archive) == (NAME, NAME, "newspaper", None)
    *_, article = loaded.dataset.articles.values()
    assert (article.publisher, article.id) == ("xu-gou-xin-qu-shi-bao", "xu-gou-xin-qu-shi-bao-2022-08-09")
    entry = made["publishers"].strip()
    assert entry in [line["text"].strip() for line in made["change"] if line["kind"] == "+"]
    assert f"\n+  {entry}" in made["patch"]
    assert answer("take-back", asked, at=load(data)).status == 200
    assert data.read_bytes() == before


def test_where_publishers_stand_in_another_file_it_is_taken_back_too(tmp_path: Path) -> None:
    text = SAMPLE.read_text("utf-8")
    start = text.index("\narticles:") + 1
    (tmp_path / "a.yaml").write_text(text[start:], "utf-8")
    (tmp_path / "b.yaml").write_text(text[:start], "utf-8")
    before = (tmp_path / "a.yaml").read_bytes()
    asked, _ = written_into(tmp_path, TEXT, source())
    loaded = loader.load(tmp_path).dataset
    assert loaded is not None
    assert "xu-gou-xin-qu-shi-bao" in loaded.publishers
    assert (tmp_path / "b.yaml").read_text("utf-8") == text[:start]
    assert answer("take-back", asked, at=load(tmp_path)).status == 200
    assert (tmp_path / "a.yaml").read_bytes() == before


def test_two_articles_share_a_new_publisher_and_others_get_ids_of_their_own(tmp_path: Path) -> None:
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    _, made = written_into(
        data, TWO, [source("Shanhai Times"), source("ＳＨＡＮＨＡＩ  times", published="2022-08-10")]
    )
    assert [entry["id"] for entry in added(made)] == ["shanhai-times"]
    assert made["yaml"].count("publisher: shanhai-times\n") == 2
    items = [accepted(item) for item in figures(review(TWO))]
    apart = checked(items, TWO, source=[source("时报"), source("《石豹》")])
    assert [(entry["id"], entry["name"]["zh"]) for entry in added(apart)] == [
        ("shi-bao", "时报"),
        ("shi-bao-2", "石豹"),
    ]
    assert apart["passes"]
    kinds = checked(items, TWO, source=[source(), source(kind="news-site")])
    assert not kinds["passes"]
    assert "不同的类别" in sentences(kinds, "error")[0]


def test_only_the_publishers_of_what_is_taken_are_added() -> None:
    first, _ = figures(review(TWO))
    made = checked([accepted(first)], TWO, source=[source("时报"), source("晚报")])
    assert [entry["name"]["zh"] for entry in added(made)] == ["时报"]
    assert checked([], TWO, source=source())["publishers"] == ""


@pytest.mark.parametrize(
    "name",
    [
        "大众日报",
        "《大众日报》",
        " 大众 日报\u200b",
        "dazhong daily",
        "Ｄａｚｈｏｎｇ　Ｄａｉｌｙ",
        "dazhong-daily",
        "“大众日报”",
    ],
)
def test_a_name_that_is_known_is_not_added_again(name: str) -> None:
    made = of_total(source(name, kind=""))
    assert (made["publishers"], made["passes"]) == ("", True)
    assert "publisher: dazhong-daily\n" in made["yaml"]
    assert any("数据里已有的“大众日报”" in sentence for sentence in sentences(made, "information"))


def test_letters_that_are_composed_otherwise_are_the_same_name() -> None:
    items = [accepted(item) for item in figures(review(TWO))]
    made = checked(items, TWO, source=[source("Süd Presse"), source("Su\u0308d Presse")])
    assert [(entry["id"], entry["name"]["en"]) for entry in added(made)] == [("sud-presse", "Süd Presse")]


@pytest.mark.parametrize(
    ("several", "sentence"),
    [
        (source(""), "新添的媒体还没有名称。"),
        (source(" \t—\n"), "新添的媒体还没有名称。"),
        (source(kind=""), "新添的媒体还没有选类别。"),
        (source(kind="newspaper, archive: x"), "新添的媒体还没有选类别。"),
        (source("时报 www.made-up.cn"), "媒体的名称里不能有网址；网址请另填。"),
        ({**SOURCE, "publisher": "+"}, "新添的媒体还没有名称。"),
    ],
)
def test_what_is_missing_is_said_and_no_other_outlet_stands_in_what_is_shown(several: Any, sentence: str) -> None:
    made = of_total(several)
    assert (made["publishers"], made["passes"]) == ("", False)
    assert sentence in sentences(made, "error")
    assert "publisher: TODO  # " in made["yaml"]


@pytest.mark.parametrize("smuggled", [text.replace("\ud800", "") for text in SMUGGLED])
def test_nothing_is_smuggled_in_with_a_name(smuggled: str) -> None:
    made = of_total(source(f"时报{smuggled}"))
    assert made["passes"]  # so the file holds what it held and this entry, and nothing else
    assert all(LINE.fullmatch(line) for line in made["publishers"].splitlines())
    (entry,) = added(made)
    assert set(entry) == {"id", "name", "kind"}
    assert entry["name"]["zh"] == entry["name"]["en"]
    assert entry["name"]["zh"].startswith("时报")
    assert "\n" not in entry["name"]["zh"]


def test_a_file_with_a_hostile_name_has_one_publisher_more(tmp_path: Path) -> None:
    data = Path(shutil.copy(SAMPLE, tmp_path / "data.yaml"))
    name = "".join(SMUGGLED[:6]).replace("\ud800", "")
    _, made = written_into(data, TEXT, source(name))
    written, before = (yaml.safe_load(path.read_text("utf-8")) for path in (data, SAMPLE))
    assert [section for section in written if written[section] != before[section]] == ["publishers", "articles"]
    assert written["publishers"] == [*before["publishers"], *added(made)]
    assert len(added(made)) == 1


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Qilu Evening News", "qilu-evening-news"),
        ("21世纪虚构报", "21-shi-ji-xu-gou-bao"),
        ("People’s Paper", "people-s-paper"),
        ("360", "outlet-360"),
        ("Null", "outlet-null"),
        ("Правда", "outlet"),
        ("Iqilu!", "iqilu-2"),
        ("长" * 120, ""),
    ],
)
def test_an_id_is_read_from_the_name_and_is_free(name: str, key: str) -> None:
    (entry,) = added(of_total(source(name)))
    assert SLUG_FORM.fullmatch(entry["id"])
    assert len(entry["id"]) <= 80
    assert entry["id"] == key or not key
    assert entry["id"] not in desk().dataset.publishers


def test_the_page_is_told_again_what_was_filled_in() -> None:
    (article,) = review(source=source(" 《虚构时报》 ", "news-site"))["articles"]
    assert (article["publisher"], article["new"]) == ("+", {"name": "虚构时报", "kind": "news-site"})
    (known,) = review(source=source("大众日报"))["articles"]
    assert (known["publisher"], known["new"]) == ("dazhong-daily", None)


def test_each_kind_has_a_name_in_both_languages() -> None:
    assert tuple(outlet.KINDS) == new_publishers.KINDS == get_args(PublisherKind)
    for lang in LANGS:
        names = [kind["name"] for kind in outlet.of(lang)["outletKinds"]]
        assert len({*names}) == len(names)


def test_a_draft_says_how_to_add_an_unknown_publisher(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = tmp_path / "article.txt"
    text.write_text(TEXT, "utf-8")
    assert main(["draft", str(text), "--data", str(SAMPLE), "--lang", "en", "--publisher", NAME]) == 2
    complaint = capsys.readouterr().err
    assert f"- {{id: xu-gou-xin-qu-shi-bao, name: {{zh: {NAME}, en: {NAME}}}, kind: TODO}}" in complaint
    assert "newspaper, news-agency" in complaint
