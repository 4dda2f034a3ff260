"""The page of a metric: its views, the filters in use, the card of a single figure, and true reasons."""

import re
from datetime import date
from typing import Any

import pytest

from indicators import study
from indicators.charts import catalogue, unavailable
from indicators.charts.catalogue import CHARTS, ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.figures import explore
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.values.text import LANGS, Lang
from indicators.view import View
from tests.builders import make_article, make_dataset, make_figure


def context(known: Study, lang: Lang = "en") -> PageContext:
    return PageContext(known, Names(known.dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))


@pytest.fixture(scope="module")
def known(shipped: Dataset) -> Study:
    return study.of(shipped)


def test_what_is_chosen_is_listed_with_its_count_and_can_be_removed(known: Study) -> None:
    view = View(page="explore", metric="gdp", region=("wulian", "rizhao"), period=("2020",))
    counts = {"region": {"rizhao": 1}, "period": {"2020": 1}}
    names = Names(known.dataset, "en")
    chosen = explore.choices(view, counts, names)
    chips = explore.chips(view, chosen, context(known))
    assert "Region: Wulian County (0)" in str(chips)
    assert 'href="?page=explore&amp;metric=gdp&amp;region=rizhao&amp;period=2020"' in str(chips)  # without Wulian
    assert re.search(r'href="\?page=explore&amp;metric=gdp"[^>]*>Clear<', str(chips))
    assert explore.nothing("gdp", chosen, names) == (
        "Nothing was reported of Gross domestic product for Wulian County, Rizhao, 2020."
    )
    assert explore.chips(View(page="explore"), [], context(known)) is None


def test_where_nothing_is_chosen_nothing_is_named(known: Study) -> None:
    """A past day may be before the first figure of a metric."""
    assert explore.nothing("gdp", (), Names(known.dataset, "en")) == "Nothing was reported of Gross domestic product."


def test_a_view_that_has_nothing_to_show_is_no_link_and_says_why(known: Study) -> None:
    view = View(page="explore", metric="gdp")
    reasons = {"map": "A map needs three places."}
    markup = str(explore.views(view, "region", reasons, context(known)))
    assert re.search(
        r'<span role="link" aria-disabled="true" tabindex="0" title="A map needs three places\.">Map', markup
    )
    assert " (A map needs three places.)" in markup
    assert "show=map" not in markup
    assert re.search(r'<a [^>]*show=region[^>]*aria-current="true"', markup)
    assert "show=all" in markup


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_is_drawn_or_has_a_sentence(known: Study, lang: Lang) -> None:
    """For each metric."""
    names = Names(known.dataset, lang)
    drawing = ChartContext(known, names, LIGHT, {})
    for metric in known.dataset.metrics:
        rows = known.frame[known.frame["metric"] == metric]
        charts = catalogue.of_a_metric(rows, drawing)
        reasons = unavailable.reasons(rows, charts, names)
        assert charts.keys() | reasons.keys() == {key for key, chart in CHARTS.items() if chart.of_a_metric}
        assert all(
            sentence.endswith({"en": ".", "zh": "。"}[lang]) and "{" not in sentence for sentence in reasons.values()
        )


@pytest.mark.parametrize(
    ("chart", "figures", "sentence"),
    [
        ("region", [{}], "All of these figures are of City: there is no other place to compare."),
        ("region", [{"text": None, "growth": "5%"}], "None of these figures was printed with an amount."),
        (
            "region",
            [{"nature": "target", "period": "2023"}, {"region": "east"}],
            "No two places can be compared: target and actual differ in kind: a plan or an expectation is not a "
            "result; 2023 and H1 2022 differ in length, so their amounts cannot be compared as they are.",
        ),
        ("time", [{}, {"region": "east"}], "All of these figures are of H1 2022: there is no other period."),
        ("map", [{}], "A map needs three places with amounts of one period, nature, sector and group."),
        ("growth", [{}], "No growth is reported for these figures."),
        (
            "growth",
            [{"nature": "target", "growth": "5%", "period": "2023"}],
            "Growth was printed only of target figures, not of results.",
        ),
        (
            "growth",
            [{"growth": "5%", "growth_from": "2019-S1"}],
            "The growth that was printed is not against a year earlier.",
        ),
        ("then", [{}], "No growth was printed, so last year's amount does not follow."),
        ("ratios", [{"nature": "target", "period": "2023"}], "These figures are target, not results."),
    ],
)
def test_a_refusal_names_the_true_reason(chart: str, figures: list[dict[str, Any]], sentence: str) -> None:
    made = [make_figure(id=f"f{number}", **changes) for number, changes in enumerate(figures)]
    few = study.of(make_dataset(make_article(*made)))
    names = Names(few.dataset, "en")
    assert CHARTS[chart].of_a_metric(few.frame, ChartContext(few, names, LIGHT, {})) is None  # type: ignore[misc]
    assert unavailable.reason(few.frame, chart, names) == sentence


@pytest.mark.parametrize("lang", LANGS)
def test_a_card_has_the_number_its_nature_its_words_and_a_link(lang: Lang) -> None:
    figure = make_figure(nature="target", growth="-5%", period="2023", quote="<b>目标</b>56.92亿元")
    few = study.of(make_dataset(make_article(figure, language="en")))
    card = str(explore.card(figure, context(few, lang)))
    assert {"en": "¥5.692 bn", "zh": "56.92亿元"}[lang] in card
    assert 'class="mark target"' in card
    assert {"en": "<small>target</small>", "zh": "<small>目标</small>"}[lang] in card
    assert '<b class="fall">−5%</b>' in card
    assert '<blockquote lang="en">“&lt;b&gt;目标&lt;/b&gt;56.92亿元”' in card
    assert 'href="?figure=city-revenue"' in card
