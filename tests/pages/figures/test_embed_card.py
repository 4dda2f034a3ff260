"""The card of a figure for other sites: number, words, who printed them, and a link that leaves the frame."""

from datetime import date

import pytest

from indicators import study
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.figures import embed_card
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure

REVENUE = "rizhao-budget-revenue-2024m01-07"


def card_of(dataset: Dataset, key: str, address: str, lang: Lang = "en") -> str:
    context = PageContext(study.of(dataset), Names(dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))
    return str(embed_card.of(dataset.figures[key], context, address))


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_says_what_where_when_who_and_in_which_words(shipped: Dataset, lang: Lang) -> None:
    card = card_of(shipped, REVENUE, "https://data.example.org/?figure=x", lang)
    names = Names(shipped, lang)
    article = shipped.article_of[REVENUE]
    told = [
        {"en": "¥12.6 bn", "zh": "126.00亿元"}[lang],
        names.region("rizhao"),
        shipped.figures[REVENUE].period.label(lang),
        names.publisher(article.publisher),
        "<mark>126.00亿元</mark>",
        'href="https://data.example.org/?figure=x"',
    ]
    assert [text for text in told if text not in card] == []


def test_the_only_link_of_a_card_is_the_one_that_leaves_the_frame(shipped: Dataset) -> None:
    assert card_of(shipped, REVENUE, "https://data.example.org/?figure=x").count("<a ") == 1


def test_a_link_that_is_relative_leaves_the_frame() -> None:
    dataset = make_dataset(make_article(make_figure(id="f")))
    assert 'target="_top"' in card_of(dataset, "f", "../../figure/f.html")


def test_a_card_shows_a_target_as_one_and_escapes_words() -> None:
    dataset = make_dataset(make_article(make_figure(id="f", nature="target", quote="<b>目标</b>56.92亿元")))
    card = card_of(dataset, "f", "../../figure/f.html")
    assert 'class="mark target"' in card
    assert "&lt;b&gt;" in card
