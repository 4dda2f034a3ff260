"""What links say is shown, what is no link of ours is named, and what is chosen goes into the link."""

import re

import pytest

from indicators.export.citation_styles import STYLES
from indicators.model.dataset import Dataset
from indicators.ui.charts import chart_display
from indicators.ui.session import state
from indicators.values.text import Lang, escape_markdown
from indicators.view import View
from tests import builders
from tests.ui.visits import (
    EACH_LANG,
    charts,
    chosen,
    drawn,
    fine,
    hrefs,
    html,
    plain,
    table_rows,
    texts,
    visit,
    words_of,
)


@EACH_LANG
def test_a_link_with_filters(shipped: Dataset, lang: Lang) -> None:
    at = fine(visit(page="explore", lang=lang, metric="budget-revenue", region=["lanshan", "wulian"], period="2024-S1"))
    assert drawn(at) == {"lanshan-budget-revenue-2024s1", "wulian-budget-revenue-2024s1"}
    assert len(table_rows(at)) == 2
    assert sorted(at.multiselect[0].value) == ["lanshan", "wulian"]
    count = {"zh": "（2）", "en": " (2)"}[lang]
    offered = {f"{shipped.regions[key].name.of(lang)}{count}" for key in ("lanshan", "wulian")}
    assert offered <= set(at.multiselect[0].options)


def test_a_filter_that_is_used_goes_into_the_link() -> None:
    at = visit(page="explore", lang="en", metric="budget-revenue")
    fine(at.multiselect[0].select("Lanshan District (2)").run())
    assert chosen(at, "region") == "lanshan"
    assert len(table_rows(at)) == 2
    assert "In all rows: General public budget revenue · Lanshan District" in html(at)
    assert "lanshan-budget-revenue-2024m01-07" in drawn(at)
    assert not [figure for figure in drawn(at) if not figure.startswith("lanshan")]
    fine(at.multiselect[0].set_value([]).run())
    assert "region" not in at.query_params


@EACH_LANG
def test_groups_have_a_filter_a_chart_and_a_column(lang: Lang) -> None:
    at = fine(visit(builders.GROUPED, page="explore", lang=lang, metric="income", show="group", group=["urban", "all"]))
    assert drawn(at) >= {"income-all", "income-urban"}
    assert not {figure for figure in drawn(at) if "rural" in figure}
    assert sorted(at.multiselect[2].value) == ["all", "urban"]
    assert {"en": "Urban residents", "zh": "城镇居民"}[lang] in html(at)


def test_a_dataset_without_groups_does_not_speak_of_them() -> None:
    at = fine(visit(page="explore", lang="en", metric="budget-revenue"))
    assert len(at.multiselect) == 3
    assert "Group" not in texts(at)


@EACH_LANG
def test_the_evidence_names_the_group(lang: Lang) -> None:
    at = fine(visit(builders.GROUPED, figure="jobs-urban", lang=lang))
    name = {"en": "Rizhao · Urban residents · 2018", "zh": "日照市 · 城镇居民 · 2018年"}[lang]
    assert name in words_of(at)


@EACH_LANG
def test_filters_that_leave_nothing(lang: Lang) -> None:
    at = fine(visit(page="explore", lang=lang, metric="gdp", region="shanhaitian"))
    assert len(at.info) == 1
    assert not charts(at)
    assert not table_rows(at)
    assert at.selectbox
    assert at.multiselect


@pytest.mark.parametrize(("page", "lang"), [("overview", "zh"), ("explore", "en"), ("sources", "en")])
def test_a_link_that_names_what_is_not_there(page: str, lang: Lang) -> None:
    """faults.md F01: said, and left out."""
    junk = {"metric": "nonsense", "region": "nowhere", "figure": "no-such-figure", "period": "1999", "nature": "wish"}
    at = fine(visit(page=page, lang=lang, **junk))
    (info,) = [element.value for element in at.info]
    for key, value in junk.items():
        assert escape_markdown(f"{key}={value}") in info
    shown = visit(page=page, lang=lang)
    assert sorted(texts(at)) == sorted([info, *texts(shown)])


@pytest.mark.parametrize(
    "query",
    [
        {"page": "__class__"},
        {"lang": ["fr", "de"]},
        {"figure": "\0\ufffd"},
        {"region": ["../../etc/passwd", "'; drop table", "<script>alert(1)</script>"]},
        {"metric": ":red[x] $x$ **b** ![i](http://127.0.0.1/x)"},
        {"period": "2022-13"},
        {"publisher": "x" * 100_000},
        {"sector": [f"s{number}" for number in range(500)]},
        {"day": "2101-01-01"},
        {"day": "0001-01-01", **{key: "\x1b[31m" for key in View.__slots__ if key not in {"day", "lang"}}},
    ],
)
def test_junk_in_a_link(query: dict[str, str | list[str]]) -> None:
    """faults.md F01 and F02."""
    at = fine(visit(**query))
    (info,) = [element.value for element in at.info]
    assert not re.search(r"(?<!\\)[<>\[\]$*!:`]", info)
    assert len(info) < 5_000
    assert charts(at)


def test_keys_of_others_are_left_alone() -> None:
    at = visit(page="explore", utm_source="mail")
    assert not at.info
    fine(at.multiselect[0].select(at.multiselect[0].options[0]).run())
    assert chosen(at, "utm_source") == "mail"


@pytest.mark.parametrize("key", ["__class__", "__init__", "query", "", "fields"])
def test_keys_that_are_not_ours(key: str) -> None:
    at = fine(visit(**{key: "x"}))
    assert not at.info


def test_a_choice_on_a_page_goes_into_the_link() -> None:
    at = visit(lang="zh", page="explore")
    fine(at.multiselect[0].select(at.multiselect[0].options[1]).run())
    assert (chosen(at, "lang"), chosen(at, "page")) == ("zh", "explore")
    assert chosen(at, "region")


def test_every_number_of_the_overview_leads_to_its_evidence(shipped: Dataset) -> None:
    page = html(visit(lang="zh"))
    linked = set(re.findall(r'href="\?lang=zh&amp;figure=([\w-]+)"', page))
    assert len(linked) >= 20
    assert linked <= set(shipped.figures)


def test_a_figure_leads_to_the_others_of_its_article() -> None:
    at = visit(figure="rizhao-gdp-2020", lang="en")
    assert not charts(at)
    assert "?lang=en&figure=rizhao-tertiary-value-added-2020" in hrefs(at)


WORDS = {
    "": "实现产值36.7亿元",
    "amount": "实现产值36.7亿元",
    "growth": "同比分别增长32%",
    "completion": "实现产值36.7亿元",  # it has none: a link to it leads to what there is
}


@pytest.mark.parametrize("number", WORDS)
def test_a_link_leads_to_the_words_of_a_number(number: str) -> None:
    at = fine(visit(figure="etdz-equipment-output-2022s1", number=number, lang="zh"))
    first, *others = re.findall('<blockquote lang="zh-CN" id="([a-z]*)">(.*?)</blockquote>', html(at))
    assert re.sub("<[^>]*>", "", first[1]) == f"“……{WORDS[number]}……”"
    amount, growth = "<mark>36.7亿元</mark>", "<mark>32%</mark>"
    assert (growth if number == "growth" else amount) in first[1]
    assert [growth in other for _, other in others] == [number != "growth"]
    link = f"?figure=etdz-equipment-output-2022s1{f'&amp;number={number}' if number else ''}"
    assert f"{link}</code>" in re.sub("</?span[^>]*>", "", html(at))
    cited = re.findall('<pre class="copied">(.*?)</pre>', html(at), re.DOTALL)
    assert len(cited) == len(STYLES)
    assert all(WORDS[number] in code.replace("\\%", "%") for code in cited)


def test_what_has_no_words_is_said_plainly() -> None:
    at = fine(visit(figure="rizhao-port-cargo-2023q1", number="growth", lang="en"))
    assert 'id="growth">The growth is entered; its words are not.</p>' in html(at)


def test_a_click_puts_the_number_into_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    """The browser hands back all of a mark; its words are of no concern here."""
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(state, "open_figure", lambda figure, number: opened.append((figure, number)))
    for parts in (["port-cargo", "growth", "words"], ["port-cargo", "words"]):
        chart_display._open(parts)
    assert opened == [("port-cargo", "growth"), ("port-cargo", "")]


def test_an_unknown_number_is_named() -> None:
    at = fine(visit(figure="rizhao-port-cargo-2023q1", number="grwth", lang="en"))
    assert any("number=grwth" in plain(info.value) for info in at.info)


@EACH_LANG
def test_a_filter_that_no_figure_of_the_metric_has_is_seen_and_named(lang: Lang) -> None:
    """Issue 15: filters that were invisible, since the next metric has no figures of that region."""
    at = fine(visit(page="explore", metric="planted-area", region="wulian", lang=lang))
    name = {"en": "Wulian County", "zh": "五莲县"}[lang]
    assert at.multiselect[0].value == ["wulian"]
    assert at.multiselect[0].options[-1].startswith(name)
    assert name in plain(at.info[0].value)
    assert f"{name}{ {'en': ' (0)', 'zh': '（0）'}[lang] }" in html(at)
    fine(at.multiselect[0].set_value([]).run())
    assert "region" not in at.query_params
    assert not at.info


@EACH_LANG
def test_a_link_to_a_page_with_a_figure_shows_both(lang: Lang) -> None:
    at = fine(visit(page="figures", figure="lanshan-budget-revenue-2024m01-07", lang=lang))
    assert 'class="page ledger-page"' in html(at)
    assert ("27.60亿元" if lang == "zh" else "¥2.76 bn") in html(at)
    assert 'class="page figure-page' in html(at)
