"""What the search finds and in which order, and the box on a page of the dashboard (that of the site: test_site.py)."""

import json
from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any, Final

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.pages import search_index
from indicators.phrasing.names import Names
from indicators.values.text import LANGS
from tests import ROOT, worlds
from tests.visitor import DRAWER, Visitor, await_query, settle

pytestmark = pytest.mark.browser
_SCRIPTS: Final = [ROOT / "indicators" / "browser" / f"search_{name}.js" for name in ("words", "ranking")]
_SEARCH: Final = """([index, queries]) => {
    const ready = window.IndicatorsSearch.prepare(index);
    const ids = rows => rows.map(row => index.figures.id[row]);
    return Object.fromEntries(queries.map(query => {
        const results = window.IndicatorsSearch.search(ready, query);
        return [query, results && {
            figures: ids(results.figures),
            count: results.count,
            close: results.close.map(({ kind, word, rows }) => [kind, word, ids(rows)]),
            bars: [...results.bars].map(([row, length]) => [index.figures.id[row], length]),
            entries: results.entries.map(({ table, row }) => `${table} ${index[table][row].id}`),
            articles: results.articles.map(row => index.article[row].id),
        }];
    }));
}"""
Results = Mapping[str, Any]
"""What is found of one query."""


@pytest.fixture(scope="module")
def ranking(browser: Browser) -> Iterator[Page]:
    """A page of nothing that knows how to search."""
    page = browser.new_page()
    for script in _SCRIPTS:
        page.add_script_tag(path=script)
    yield page
    page.close()


def search(ranking: Page, names: Names, queries: list[str]) -> Mapping[str, Results]:
    index = json.loads(json.dumps(search_index.of(names)))
    results: Mapping[str, Results] = ranking.evaluate(_SEARCH, [index, queries])
    return results


# --- ranking ---------------------------------------------------------------------------------------------------------

TRANSPORT: Final = "rizhao-transport-investment-2022s1"
DONGGANG: Final = "donggang-budget-revenue-2024m01-07"
FIRST: Final = {
    "transport 2022": TRANSPORT,
    "Transport, 2022": TRANSPORT,
    "2022年上半年 交通": TRANSPORT,
    "56.92": TRANSPORT,
    "56.92亿元": TRANSPORT,
    "5.692": TRANSPORT,
    "¥5.692 bn": TRANSPORT,
    "5.69": TRANSPORT,
    "152": TRANSPORT,
    "dg 2024 财政": DONGGANG,
    "东港财政2024": DONGGANG,
    "一般公共预算 东港": DONGGANG,
    "donggang july 2024": DONGGANG,
    "ｄｇ　２０２４年１—７月": DONGGANG,
    "donggang budget revenue": DONGGANG,
    "31.89": DONGGANG,
    "2024年1-7月 五莲": "wulian-budget-revenue-2024m01-07",
    "wulian gdp": "wulian-gdp-2015",
    "wl dqsczz": "wulian-gdp-2015",
    "rz gdp 2020": "rizhao-gdp-2020",
    "jx": "juxian-budget-revenue-2024m01-07",
    "ls 2024": "lanshan-budget-revenue-2024m01-07",
    "lanshan gazelle": "lanshan-gazelles-2020-12",
    "dlqy 2022": "hitech-gazelles-2022-08",
    "zd": "wulian-key-projects-2022-06",
    "key projects started": "wulian-key-projects-started-2022-06",
    "h1 2022 railways": "rizhao-railway-investment-2022s1",
    "2022h1 roads": "rizhao-road-investment-2022s1",
    "q1 2023 cargo": "rizhao-port-cargo-2023q1",
    "52.1": "wulian-industry-revenue-2015",
    "25,160": "wulian-urban-income-2015",
    "urban income wulian": "wulian-urban-income-2015",
    "etda equipment output": "etdz-equipment-output-2022s1",
    "jingkaiqu": "etdz-budget-revenue-2024m01-07",
    "蓝莓种植面积": "rizhao-blueberry-area-2022-08",
    "gpbr": "rizhao-budget-revenue-2024m01-07",
    "target capital": "wulian-industry-bureau-capital-target-2022",
    "目标 五莲 内资": "wulian-industry-bureau-capital-target-2022",
}
"""What is typed → the first figure."""


@pytest.fixture(scope="module")
def results(ranking: Page, shipped: Dataset) -> Mapping[str, Results]:
    """What is found of all queries of this module, in an English index."""
    others = ["202", "20.22", "2022", "5", "xyzzy", "xyzzy wulian", "rz gdp 2021", "lanshan railways", "-", ""]
    misspelt = ["wulain gdp", "donggnag 2024"]
    examples = [example for lang in LANGS for example in search_index.of(Names(shipped, lang))["examples"]]
    return search(ranking, Names(shipped, "en"), [*FIRST, *others, *misspelt, *examples])


@pytest.mark.parametrize(("query", "figure"), FIRST.items())
def test_first_hit(results: Mapping[str, Results], query: str, figure: str) -> None:
    assert results[query]["figures"][:1] == [figure]


def test_the_language_of_the_page_does_not_matter(ranking: Page, shipped: Dataset) -> None:
    chinese = search(ranking, Names(shipped, "zh"), list(FIRST))
    assert {query: results["figures"][:1] for query, results in chinese.items()} == {
        query: [figure] for query, figure in FIRST.items()
    }


def test_a_number_with_a_point_is_no_year(results: Mapping[str, Results], shipped: Dataset) -> None:
    assert results["20.22"]["count"] == 0
    years = [figure.period for figure in shipped.figures.values()]
    assert results["2022"]["count"] >= sum(2022 in {period.start.year, period.end.year} for period in years) > 10
    assert results["202"]["count"] > results["2022"]["count"]


def test_whole_numbers_come_before_those_that_begin_alike(results: Mapping[str, Results], shipped: Dataset) -> None:
    columns = search_index.of(Names(shipped, "en"))["figures"]
    rows = map(columns["id"].index, results["5"]["figures"])
    texts = (" ".join(columns[name][row] for name in ("number", "growth", "digits")) for row in rows)
    exact = ["5" in search_index.digits(text) for text in texts]
    assert exact == sorted(exact, reverse=True)
    assert exact[0]


def test_what_is_close_says_why(results: Mapping[str, Results]) -> None:
    assert [(kind, word) for kind, word, _ in results["rz gdp 2021"]["close"]] == [("period", "2021")]
    assert results["rz gdp 2021"]["close"][0][2] == ["rizhao-gdp-2020"]
    assert results["lanshan railways"]["close"] == [["region", "lanshan", ["rizhao-railway-investment-2022s1"]]]
    assert [(kind, word) for kind, word, _ in results["xyzzy wulian"]["close"]] == [("unknown", "xyzzy")]
    assert [kind for kind, *_ in results["transport 2022"]["close"]] == ["period"]
    assert not set(results["transport 2022"]["figures"]) & set(results["transport 2022"]["close"][0][2])


def test_what_is_misspelt_is_found_as_close(results: Mapping[str, Results]) -> None:
    for query, figure in (("wulain gdp", "wulian-gdp-2015"), ("donggnag 2024", DONGGANG)):
        assert (results[query]["figures"], results[query]["count"]) == ([], 0)
        ((kind, word, figures),) = results[query]["close"]
        assert (kind, word, figures[0]) == ("spelling", query.split()[0], figure)


def test_nothing_is_found_of_nothing(results: Mapping[str, Results]) -> None:
    assert [results[query] for query in ("", "-")] == [None, None]
    assert results["xyzzy"] == {"figures": [], "count": 0, "close": [], "bars": [], "entries": [], "articles": []}


def test_entries_and_articles_follow(results: Mapping[str, Results]) -> None:
    assert results["wulian gdp"]["entries"] == ["region wulian", "metric gdp"]
    assert results["transport 2022"]["entries"] == ["sector transport"]
    assert results["56.92"]["articles"] == ["key-transport-projects"]
    assert results["2022"]["entries"] == []


def test_examples_find_something(results: Mapping[str, Results], shipped: Dataset) -> None:
    for lang in LANGS:
        for example in search_index.of(Names(shipped, lang))["examples"]:
            assert results[example]["count"], example


# --- held against a known truth --------------------------------------------------------------------------------------


def value(figure: Figure) -> Decimal:
    assert figure.text is not None
    return figure.text.value


@pytest.mark.parametrize("seed", range(3))
def test_counts_and_bars_are_true(ranking: Page, seed: int) -> None:
    """A name finds all figures that have it, and bars are on one scale, of one metric and one length of period."""
    dataset = worlds.world(seed).dataset
    queries = [entry.name.en for table in (dataset.regions, dataset.metrics) for entry in table.values()]
    results = search(ranking, Names(dataset, LANGS[seed % 2]), queries)
    drawn = 0
    for column in ("region", "metric"):
        for key, entry in getattr(dataset, f"{column}s").items():
            assert results[entry.name.en]["count"] == sum(
                getattr(figure, column) == key for figure in dataset.figures.values()
            ), key
    for query in queries:
        bars = dict(results[query]["bars"])
        figures = [dataset.figures[key] for key in bars]
        stocks = {key for key, metric in dataset.metrics.items() if metric.kind == "stock"}
        assert len({figure.metric for figure in figures}) <= 1
        assert len({figure.period.length for figure in figures if figure.metric not in stocks}) <= 1
        drawn += len(bars)
        most = max(map(value, figures), default=Decimal(1))
        for figure in figures:
            assert bars[figure.id] == pytest.approx(float(value(figure) / most), abs=0.001)
    assert drawn


# --- the box ---------------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_the_box_of_the_dashboard(visitor: Visitor, address: str) -> None:
    """Its index comes when it is needed, the page stays as it is, and a hit is evidence beside the page."""
    page = visitor.open(f"{address}/?lang=en")
    page.evaluate("document.querySelector('.masthead').dataset.before = 'yes'")
    box = page.locator(".search-box input")
    expect(box).to_be_visible()  # or the key is pressed before anything listens to it
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("transport 2022")
    hits = page.get_by_role("option")
    expect(hits.first).to_contain_text("¥5.692 bn")
    expect(hits.first).to_have_attribute("aria-selected", "true")
    expect(page.locator(".search-hit mark").first).to_have_text("2022")
    expect(page.locator(".search-status")).to_contain_text("Figures: 3")
    assert page.locator(".masthead").get_attribute("data-before") == "yes"
    violations = Axe().run(page, context=".search-box").response["violations"]
    assert not [f"{rule['id']}: {node['html'][:200]}" for rule in violations for node in rule["nodes"]]
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Escape")
    expect(page.locator(".search-panel")).to_be_hidden()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    await_query(page, {"lang": ["en"], "figure": [TRANSPORT]})
    expect(page.locator(DRAWER)).to_contain_text("56.92亿元")
    settle(page)
