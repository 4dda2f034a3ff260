"""The page that sets places side by side: what it says of them, in both languages, and where its links lead."""

import re
from datetime import date
from html import unescape
from urllib.parse import parse_qs

import pytest
from markupsafe import Markup

from indicators import study
from indicators.model.articles import Figure
from indicators.pages.context import PageContext
from indicators.pages.places import compare
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from indicators.view import View
from tests.builders import make_article, make_dataset, make_figure
from tests.frames.test_comparisons import PLACES, with_vocabulary


def page_of(*figures: Figure, lang: Lang = "en", **chosen: object) -> Markup:
    dataset = with_vocabulary(make_dataset(make_article(*figures)))
    context = PageContext(study.of(dataset), Names(dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))
    view = View(page="compare", **chosen)  # type: ignore[arg-type]
    return compare.page(context, view, compare.comparison(context, view))


def in_places(*texts: str, **more: str) -> list[Figure]:
    return [make_figure(id=place, region=place, text=text, **more) for place, text in zip(PLACES, texts, strict=False)]


def standing(page: Markup) -> list[str]:
    return re.findall(r'<td class="standing">([^<]*)</td>', page)


def queries(page: Markup) -> list[dict[str, list[str]]]:
    return [parse_qs(unescape(address)) for address in re.findall(r'href="\?([^"]*)"', page)]


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (("3亿元", "2.0亿元", "1亿元"), "Highest: east"),
        (("3.0亿元", "3亿元", "1亿元"), "Cannot be told apart: east, west"),
        (("3.0亿元", "3亿元", "3.00亿元"), "Cannot be told apart"),
        (("超3亿元", "3.5亿元"), "Cannot be told apart"),
    ],
)
def test_which_is_highest_is_said_as_far_as_intervals_allow(texts: tuple[str, ...], expected: str) -> None:
    assert standing(page_of(*in_places(*texts))) == [expected]


def test_equal_targets_are_the_same_and_hollow() -> None:
    page = page_of(*in_places("3亿元", "3亿元", nature="target"))
    assert standing(page) == ["The same"]
    assert page.count('class="bar target"') == 2
    assert "H1 2022 · target" in page


def test_a_whole_is_not_called_higher_than_its_part() -> None:
    figures = [make_figure(id="a", region="city", text="9亿元"), make_figure(id="b", region="east", text="2亿元")]
    page = page_of(*figures, region=("city", "east"))
    assert standing(page) == ["One holds another"]
    others = in_places("3.0亿元", "2.0亿元")
    assert standing(page_of(*others, region=("city", "east", "west"))) == ["Highest: east"]  # the city has no number


def test_what_is_derived_is_hatched_and_says_how() -> None:
    figures = [make_figure(id="whole", region="city", text="10亿元"), *in_places("3.0亿元", "2亿元")]
    page = page_of(*figures, measure="share")
    assert page.count('class="bar derived"') == 2
    assert "¥300 mn ÷ ¥1 bn (Revenue)" in page.striptags()
    assert {query["figure"][0] for query in queries(page) if "figure" in query} >= {"whole", "east"}


def test_other_periods_have_no_bar() -> None:
    page = page_of(make_figure(id="a", region="east"), make_figure(id="b", region="west", period="2021"))
    assert "Reported for different periods only" in page
    assert 'class="bar' not in page
    assert not standing(page)


def test_each_place_can_be_removed_and_others_added() -> None:
    page = page_of(*in_places("3亿元", "2亿元", "1亿元"), region=("east", "west"), measure="level")
    comparing = [query for query in queries(page) if query.get("page") == ["compare"]]
    chosen = [query["region"] for query in comparing if query.get("measure") == ["level"] and "region" in query]
    assert ["west"] in chosen
    assert ["east"] in chosen
    assert ["east", "west", "north"] in chosen


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("chosen", [("east",), ("east", "west")])
def test_where_nothing_is_shared_each_is_linked(chosen: tuple[str, ...], lang: Lang) -> None:
    page = page_of(make_figure(id="a", region="east"), lang=lang, region=chosen)
    figures = [query["region"] for query in queries(page) if query.get("page") == ["figures"]]
    assert figures == [[key] for key in chosen]
    assert {"en": "east: one metric", "zh": "east：1 项指标"}[lang] in page


def test_a_measure_without_rows_says_why() -> None:
    page = page_of(*in_places("3亿元", "2亿元"), measure="per-head")
    assert "two of them have none" in page
    assert '<span class="none"' in page


def test_figures_of_the_rows_are_what_is_downloaded() -> None:
    figures = [make_figure(id="whole", region="city", text="10亿元"), *in_places("3.0亿元", "2亿元")]
    dataset = with_vocabulary(make_dataset(make_article(*figures, make_figure(id="other", period="2001"))))
    context = PageContext(study.of(dataset), Names(dataset, "en"), QueryAddresses(None, ""), date(2026, 1, 1))
    shares = compare.comparison(context, View(page="compare", measure="share"))
    assert set(shares.figures) == {figure.id for figure in figures}


def test_shares_of_a_row_have_one_number_of_decimals() -> None:
    """1 of 17 was 5.882% beside 23.53%."""
    figures = [make_figure(id="whole", region="city", text="17亿元"), *in_places("4亿元", "1亿元", "6亿元")]
    page = page_of(*figures, measure="share")
    assert re.findall(r"([\d.]+)%</a>", page) == ["23.5", "5.9", "35.3"]
