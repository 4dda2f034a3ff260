"""Every page in both languages, with what a reader, a link or a file can do to it."""

import re
from html import unescape
from pathlib import Path

import pytest
from markupsafe import escape

from indicators.model.dataset import Dataset
from indicators.phrasing.figures import bare_main_number
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests import ROOT, builders
from tests.ui.visits import (
    EACH_LANG,
    EACH_PAGE,
    brand,
    charts,
    chosen,
    drawn,
    fine,
    html,
    table_rows,
    texts,
    visit,
    words_of,
)


@EACH_LANG
@EACH_PAGE
def test_pages(page: str, lang: Lang) -> None:
    at = fine(visit(page=page, lang=lang))
    title = {"zh": "日照报载经济指标", "en": "Rizhao economic indicators as reported"}
    assert brand(at) == title[lang]
    assert not at.info
    assert not at.warning
    assert not at.error
    assert len(charts(at)) >= {"overview": 1, "explore": 1, "time": 2}.get(page, 0)


HEADINGS = {
    "zh": {"overview": "各主题数字一览", "explore": "所选各数"},
    "en": {"overview": "One figure of each theme", "explore": "Figures in view"},
}


@EACH_LANG
@pytest.mark.parametrize("page", ["overview", "explore"])
def test_headings_are_in_the_language_of_the_link(page: str, lang: Lang) -> None:
    at = visit(page=page, lang=lang)
    heading = HEADINGS[lang][page]
    assert f"## {heading}" in texts(at) or f"<h2>{heading}</h2>" in html(at)


def test_the_first_page_is_the_overview() -> None:
    assert texts(visit()) == texts(visit(page="overview", lang="en"))


@EACH_LANG
def test_sources_has_every_article(shipped: Dataset, lang: Lang) -> None:
    listed = ""
    for sheet in ("", "2", "3"):
        listed += html(fine(visit(page="sources", lang=lang, **({"sheet": sheet} if sheet else {}))))
    for article in shipped.articles.values():
        assert f"article={article.id}" in listed
        if article.headline:
            assert str(escape(article.headline.of(lang))) in listed


@pytest.mark.slow
@EACH_LANG
def test_every_metric_of_explore(shipped: Dataset, lang: Lang) -> None:
    """One session that chooses one metric after the other, as a reader would, every second in either language; the
    table holds what the charts hold.

    That is every figure of the metric, and the parts of each, which are sometimes of another metric.
    """
    at = visit(page="explore", lang=lang)
    options = at.selectbox[0].options
    assert len(options) == len(set(options)) == len(shipped.metrics)
    for option in options[LANGS.index(lang) :: len(LANGS)]:
        fine(at.selectbox[0].select(option).run())
        metric = chosen(at, "metric")
        reported = [figure for figure in shipped.figures.values() if figure.metric == metric]
        ids = {figure.id for figure in reported}
        parts = {figure.id for figure in shipped.figures.values() if figure.part_of in ids}
        assert len(table_rows(at)) == len(ids | parts)
        divided = {key for ratio in shipped.ratios.values() if metric == ratio.denominator for key in shipped.figures
                   if shipped.figures[key].metric == ratio.numerator}  # fmt: skip  # listed among what follows
        assert drawn(at) & set(shipped.figures) <= ids | parts | divided


@EACH_LANG
def test_every_figure_has_a_page(shipped: Dataset, lang: Lang) -> None:
    """A figure of each article and each nature, and those without a number, a headline or an address."""
    chosen = {(article.id, figure.nature, figure.text is None): figure for article in shipped.articles.values()
              for figure in article.figures}  # fmt: skip
    for figure in chosen.values():
        at = fine(visit(figure=figure.id, lang=lang))
        page = html(at)
        number = bare_main_number(figure, Names(shipped, lang))
        assert f'<span class="large">{escape(number)}</span>' in page
        assert figure.quote.replace(" ", "") in words_of(at).replace(" ", "")
        assert f"?figure={figure.id}" in page
        urls = re.findall('href="([^"]*)" rel="noopener', page)
        assert urls
        assert all(url.startswith(("http://", "https://")) for url in urls)
        assert not charts(at)


@pytest.mark.parametrize(
    ("figure", "url", "kind"),
    [
        ("rizhao-gdp-2020", "https://xinjiapo.news/news/226148/amp#:~:text=", "Read the article"),
        (
            "commodity-rubber-quantity-2022-07-22",
            "http://www.itcode.cn/20230502/95936152.html#:~:text=",
            "Read a reprint",
        ),
        ("rizhao-blueberry-area-2022-08", "http://paper.dzwww.com/dzrb/", "Publisher's archive"),
    ],
)
def test_links_say_what_they_are(figure: str, url: str, kind: str) -> None:
    found = re.findall('<a href="([^"]*)" rel="noopener[^>]*>([^<]*)<', html(visit(figure=figure, lang="en")))
    address, label = map(unescape, found[0])
    assert address.startswith(url)
    assert label.startswith(kind)


def test_an_article_stands_with_its_events_among_the_sources(tmp_path: Path) -> None:
    event = (
        "events:\n  - {id: mill, date: 2022-03, name: {zh: 钢厂投产, en: The mill starts}, article: first}\narticles:\n"
    )
    page = fine(
        visit(
            builders.write(tmp_path, builders.changed(("articles:\n", event))),
            page="sources",
            article="first",
            lang="en",
        )
    )
    assert "Events that it reports The mill starts, March 2022" in words_of(page)


def test_charts_of_the_page_have_words_for_the_blind() -> None:
    for page in ("overview", "explore"):
        for chart in charts(visit(page=page, lang="en")):
            assert re.match(r"\w.+?\. .+\.$", chart["alt"]), chart["alt"]


def test_a_view_is_shared_as_html_and_cited_with_the_version_of_the_data() -> None:
    """An address with several parameters has an ampersand, which HTML writes as an entity."""
    at = visit(page="explore", metric="gdp", lang="en")
    at.session_state["share"] = True  # what a click on the button does
    boxes = [element.value for element in fine(at.run()).code]
    (code,) = [box for box in boxes if "<iframe" in box]
    assert re.search(r'<iframe src="[^"]*page=explore&amp;[^"&]*(&amp;[^"&]*)*&amp;embed=true" width="100%"', code)
    assert sum(bool(re.search(r"20\d\d\.\d+\.\d+\+[0-9a-f]{12}", box)) for box in boxes) >= 4


def test_lists_have_the_mark_of_a_target_before_its_number() -> None:
    at = fine(visit(ROOT / "tests/natures.yaml", figure="city-aim", lang="en"))
    rows = re.findall('<li><span><a[^>]*>([^<]*2023)</a></span><b class="number">(.*?)</b></li>', html(at))
    assert rows
    assert all('class="mark target"' in number and "(target)" in number for _, number in rows)


@EACH_LANG
@pytest.mark.parametrize("link", [{"region": "wulian"}, {"sector": "ports"}])
def test_a_place_or_a_sector_has_a_page_that_the_navigation_does_not_list(link: dict[str, str], lang: Lang) -> None:
    at = fine(visit(**link, lang=lang))
    assert 'class="page place-page"' in html(at)
    assert not at.info
    listed = re.findall(r'<nav[^>]*aria-label="(?:Pages|页面)".*?</nav>', html(at))
    assert len(listed) == 1
    assert "page=place&" not in listed[0]
    assert listed[0].count('aria-current="page"') == 1


def test_the_most_telling_chart_is_shown_first_and_all_on_demand() -> None:
    at = fine(visit(page="explore", metric="budget-revenue", lang="en"))
    assert [chart["name"] for chart in charts(at)] == ["region"]
    every = fine(visit(page="explore", metric="budget-revenue", show="all", lang="en"))
    assert [chart["name"] for chart in charts(every)] == [
        "region", "time", "parts", "contributions", "growth", "months", "then", "map",
    ]  # fmt: skip
    table = charts(at)[0]["table"]
    assert table["head"] == ["Group", "Name", "As shown", "Publisher", "As printed"]
    assert {row[0] for row in table["rows"]} == drawn(at)
