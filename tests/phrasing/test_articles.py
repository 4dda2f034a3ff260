"""Which words an article is shown and cited with: its headline as printed, ours where it is translated or not known."""

import json

import pytest

from indicators.analysis.links import links
from indicators.export.citations import cite_article
from indicators.model.articles import Article
from indicators.phrasing.articles import publication
from indicators.phrasing.names import Names
from indicators.values.text import Lang
from tests.builders import make_article, make_dataset

CHINESE = make_article(headline={"zh": "开门红", "en": "A strong start"})
ENGLISH = make_article(headline={"zh": "开门红", "en": "A strong start"}, language="en")
UNKNOWN = make_article(headline={"zh": "[港口数字]", "en": "[Figures of ports]"})


@pytest.mark.parametrize(
    ("article", "lang", "headline", "original"),
    [
        (CHINESE, "zh", "开门红", ""),
        (CHINESE, "en", "A strong start", "Our translation of the headline; printed: 开门红"),
        (ENGLISH, "zh", "开门红", "标题是我们的翻译；原文：A strong start"),
        (ENGLISH, "en", "A strong start", ""),
        (UNKNOWN, "zh", "[港口数字]", ""),
        (UNKNOWN, "en", "[Figures of ports]", ""),
    ],
)
def test_a_translated_headline_says_so(article: Article, lang: Lang, headline: str, original: str) -> None:
    shown = publication(article, Names(make_dataset(article), lang))
    assert (shown.headline, shown.original) == (headline, original)


@pytest.mark.parametrize(
    ("article", "lang", "cited"),
    [
        (CHINESE, "en", "“开门红” [our translation: A strong start]"),
        (ENGLISH, "en", ", “A strong start”, "),
        (ENGLISH, "zh", "《A strong start》（译题：开门红）"),
        (UNKNOWN, "en", ", [Figures of ports], "),
        (UNKNOWN, "zh", "，[港口数字]，"),
    ],
)
def test_a_citation_has_the_headline_as_printed(article: Article, lang: Lang, cited: str) -> None:
    assert cited in cite_article("first", Names(make_dataset(article), lang))["plain"]


@pytest.mark.parametrize(("article", "language"), [(CHINESE, "zh-CN"), (ENGLISH, "en")])
def test_a_citation_for_programs_says_the_language(article: Article, language: str) -> None:
    (item,) = json.loads(cite_article("first", Names(make_dataset(article), "en"))["csl"])
    assert item["language"] == language


def test_a_description_is_not_looked_for_on_the_web() -> None:
    assert [link.kind for link in links(CHINESE, make_dataset(CHINESE)) if link.kind == "search"] == ["search"]
    assert [link.kind for link in links(UNKNOWN, make_dataset(UNKNOWN)) if link.kind == "search"] == []
