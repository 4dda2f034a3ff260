"""The list of all findings: in their order, by theme, each with links to its evidence and to its chart."""

import re
from datetime import date

import pytest

from indicators import study
from indicators.model.dataset import Dataset
from indicators.pages.context import PageContext
from indicators.pages.findings import all_findings, chart_links
from indicators.pages.overview import front
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing import findings as phrasing
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure


def context_of(dataset: Dataset, lang: Lang = "en") -> PageContext:
    return PageContext(study.of(dataset), Names(dataset, lang), QueryAddresses(None, ""), date(2026, 1, 1))


@pytest.mark.parametrize("lang", LANGS)
def test_all_findings_are_listed_in_their_order_with_both_links(shipped: Dataset, lang: Lang) -> None:
    context = context_of(shipped, lang)
    page = str(all_findings.page(context))
    headlines = re.findall(r"<h2><a [^>]*>(.*?)</a></h2>", page)
    findings = context.study.findings
    assert headlines == [phrasing.of(finding, context.names).headline for finding in findings]
    for finding in findings:
        view = chart_links.chart_view(finding, context.study.worked_out, shipped.figures)
        for address in (context.addresses.figure(finding.figures[0]), context.addresses.view(view)):
            assert f'href="{address.replace("&", "&amp;")}"' in page


def test_each_theme_has_a_link_with_its_count_and_a_list_of_its_own(shipped: Dataset) -> None:
    context = context_of(shipped)
    counts = all_findings.themes(context.study.findings)
    assert sum(counts.values()) == len(context.study.findings)
    for theme, count in counts.items():
        page = str(all_findings.page(context, theme=theme))
        assert page.count("<h2>") == count
        assert f"theme={theme}" in page
        assert re.search(r'aria-current="true"><span>' + re.escape(context.names.theme(theme)), page)


def test_a_growth_from_which_no_earlier_amount_follows_is_told_as_printed_and_has_no_chart() -> None:
    """Holidays begin on other days a year earlier: nothing is said of the amount then, and nothing is drawn."""
    words = {"sector": "all", "text": "50亿元", "quote": "50亿元", "growth": "666%"}
    holiday = make_figure(id="holiday", period="2023-04-29/P5D", **words)
    year = make_figure(id="year", period="2021", **words)
    page = str(all_findings.page(context_of(make_dataset(make_article(holiday, year)))))
    alone, drawn = sorted(re.findall(r"<li>.*?</li>", page), key=lambda row: "figure=year" in row)
    assert "The growth is as printed.</p>" in alone
    assert '<div class="rows"></div>' in alone
    assert "the amount of a year earlier follows from it" in drawn
    assert '<div class="rows" role="group"' in drawn


def test_findings_in_the_newest_figures_only_say_from_which_day_on(
    shipped: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    sentence = "look only at the newest: those of periods that ended on 31 December 2024 or later."
    assert sentence not in str(all_findings.page(context_of(shipped)))
    assert sentence not in str(front.page(context_of(shipped)))
    monkeypatch.setattr(study, "LOOKED_AT", 10)
    assert sentence in str(all_findings.page(context_of(shipped)))
    assert sentence in str(front.page(context_of(shipped)))


def test_a_long_list_has_pages() -> None:
    figures = [
        make_figure(
            id=f"f{index}", sector="all", period=f"{year}", text="50亿元", quote="50亿元", growth=f"{200 + index}%"
        )
        for index, year in enumerate(range(1970, 1970 + all_findings.SHEET + 2))
    ]
    context = context_of(make_dataset(make_article(*figures)))
    assert len(context.study.findings) > all_findings.SHEET
    assert str(all_findings.page(context)).count("<h2>") == all_findings.SHEET
    second = str(all_findings.page(context, sheet=1))
    assert second.count("<h2>") == len(context.study.findings) - all_findings.SHEET
    assert "sheet=2" in second
    assert all_findings.page(context, sheet=99) == all_findings.page(context, sheet=1)
