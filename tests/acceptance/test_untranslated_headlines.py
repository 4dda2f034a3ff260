"""A headline that nobody has translated says which language it is in, wherever it is shown in the other."""

import json
from datetime import date
from pathlib import Path

import pytest

from indicators.export import citations, json_file, relations
from indicators.loading.loader import load
from indicators.model.dataset import Dataset
from indicators.pages import parts
from indicators.phrasing.articles import publication
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from tests.builders import changed, load_text
from tests.editions import edition_of

CHINESE = ("{zh: 标题, en: Headline}", "{zh: 港口建设加快}")
ENGLISH = ("{zh: 标题, en: Headline}\n", "{en: The port grows}\n    language: en\n")


def dataset(folder: Path, *pairs: tuple[str, str]) -> Dataset:
    loaded = load_text(folder, changed(*pairs))
    assert loaded.dataset is not None
    assert not loaded.problems
    return loaded.dataset


@pytest.mark.parametrize(
    ("change", "lang", "text", "html"),
    [
        (CHINESE, "en", "港口建设加快 (in Chinese)", '<span lang="zh-CN">港口建设加快</span> (in Chinese)'),
        (CHINESE, "zh", "港口建设加快", "港口建设加快"),
        (ENGLISH, "zh", "The port grows（英文）", '<span lang="en">The port grows</span>（英文）'),
        (ENGLISH, "en", "The port grows", "The port grows"),
        (("x: y", "x: y"), "en", "Headline", "Headline"),
    ],
)
def test_the_language_is_said_and_marked(
    tmp_path: Path, change: tuple[str, str], lang: Lang, text: str, html: str
) -> None:
    names = Names(dataset(tmp_path, *([change] if change[0] != "x: y" else [])), lang)
    article = names.dataset.articles["first"]
    assert names.headline(article) == text
    assert str(parts.headline(article, names)) == html
    assert publication(article, names).headline == text


@pytest.mark.parametrize(("change", "lang"), [(CHINESE, "en"), (ENGLISH, "zh")])
def test_it_is_no_translation_of_itself(tmp_path: Path, change: tuple[str, str], lang: Lang) -> None:
    names = Names(dataset(tmp_path, change), lang)
    article = names.dataset.articles["first"]
    assert publication(article, names).original == ""
    for cited in (citations.cite_article("first", names, date(2024, 1, 1))[style] for style in ("plain", "apa")):
        assert cited.count(article.printed_headline) == 1
        assert cited.count(names.untranslated(article).strip()) == 1


def test_tables_leave_the_other_language_empty_and_json_comes_back(tmp_path: Path) -> None:
    data = dataset(tmp_path, CHINESE)
    edition = edition_of(data)
    table = relations.articles(edition)
    row = dict(zip(table.columns, table.rows[0], strict=True))
    assert (row["headline_zh"], row["headline_en"]) == ("港口建设加快", None)
    written = json_file.write(edition)
    assert json.loads(written)["articles"][0]["headline"] == {"zh": "港口建设加快"}
    assert json_file.read_json(written).articles == data.articles


def test_a_printed_headline_that_nobody_has_is_not_made_up(tmp_path: Path) -> None:
    """Of an English article only our Chinese words are there: they were not printed."""
    data = dataset(tmp_path, ("{zh: 标题, en: Headline}\n", "{zh: 港口建设加快}\n    language: en\n"))
    assert data.articles["first"].printed_headline == ""
    assert load(tmp_path / "data.yaml").dataset == data
