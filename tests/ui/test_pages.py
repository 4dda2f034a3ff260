"""Every page in both languages, with what a reader, a link or a file can do to it."""

import json
import os
import re
import zlib
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import html5lib
import pytest
from markupsafe import escape
from streamlit.testing.v1 import AppTest

from indicators import settings
from indicators.export.citations import STYLES
from indicators.model.dataset import Dataset
from indicators.phrasing.figures import bare_main_number
from indicators.phrasing.names import Names
from indicators.ui import chart_display, state
from indicators.values.text import LANGS, Lang, escape_markdown
from indicators.view import PAGES, View
from tests import ROOT, builders

DASHBOARD = ROOT / "dashboard.py"
EACH_LANG = pytest.mark.parametrize("lang", LANGS)
EACH_PAGE = pytest.mark.parametrize("page", PAGES)

Open = Callable[..., AppTest]
MISSING = "metric: revenue, region: city, period: 2021, "


def visit(path: Path | None = None, /, **query: str | list[str]) -> AppTest:
    """The dashboard at a link; ``path`` is the dataset, if it is not the shipped one."""
    if path is not None:
        os.environ[settings.DATA] = str(path)
    at = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    for key, value in query.items():
        at.query_params[key] = value
    return at.run()


def fine(at: AppTest) -> AppTest:
    assert not at.exception, [exception.message for exception in at.exception]
    return at


def plain(markdown: str) -> str:
    """The words of a text in Markdown: without bold type, highlights and tables, and with what is escaped as it is."""
    markdown = re.sub(r":(?:gray|orange)-background\[((?:\\.|[^\]\\])*)\]", r"\1", markdown)
    return re.sub(r"\\([!-/:-@\[-`{-~])|\*\*|\|", r"\1", markdown)


def texts(at: AppTest) -> list[str]:
    """Everything on the page in which Markdown is read."""
    kinds = (at.markdown, at.caption, at.info, at.warning, at.error)
    written = [str(element.value) for kind in kinds for element in kind]
    return written + [button.label for button in at.button] + [expander.label for expander in at.expander]


def charts(at: AppTest) -> list[dict[str, Any]]:
    """What the page says to each of its charts."""
    elements = [element.proto for element in at.get("bidi_component")]
    return [json.loads(zlib.decompress(proto.bytes)) for proto in elements if proto.component_name.endswith(".chart")]


def html(at: AppTest) -> str:
    """The HTML of the page."""
    return "".join(element.proto.body for element in at.get("html"))


def table_rows(at: AppTest) -> list[dict[str, str]]:
    """The rows of figures on the page, each with the words of its cells by column."""
    page = html5lib.parse(html(at), namespaceHTMLElements=False)
    return [
        {cell.attrib["class"].split()[0]: " ".join("".join(cell.itertext()).split()) for cell in row.iter("td")}
        for row in page.findall(".//table[@class='figure-rows']/tbody/tr")
    ]


def words_of(at: AppTest) -> str:
    """The words of the HTML of the page, with one space for each tag and each stretch of white space."""
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", html(at))).split())


def hrefs(at: AppTest) -> list[str]:
    """Where the links in the HTML of the page lead."""
    return [unescape(address) for address in re.findall('href="([^"]*)"', html(at))]


def brand(at: AppTest) -> str:
    """The name of the dataset at the head of the page."""
    (name,) = re.findall('class="dataset">([^<]*)<', html(at))
    return str(name)


def told(at: AppTest) -> list[str]:
    """The words around the charts of the page."""
    return [text for chart in charts(at) for text in (chart["section"], chart["title"], chart["note"], *chart["below"])]


def chosen(at: AppTest, key: str) -> str:
    """The value of a key of the link, of which there is one."""
    value: str | list[str] = at.query_params[key]
    return value if isinstance(value, str) else ",".join(value)


def drawn(at: AppTest) -> set[str]:
    """Ids of the figures in the charts of the page."""
    return {data[0] for chart in charts(at) for trace in chart["data"] for data in trace.get("customdata", ())}


# --- every page ------------------------------------------------------------------------------------------------------


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


# --- links -----------------------------------------------------------------------------------------------------------


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


# --- going about -----------------------------------------------------------------------------------------------------


def button(at: AppTest, key: str) -> Any:
    return next(button for button in at.button if button.key == key)


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


# --- files -----------------------------------------------------------------------------------------------------------


def test_another_dataset(tmp_path: Path) -> None:
    for page in PAGES:
        at = fine(visit(builders.write(tmp_path, builders.GOOD), page=page, lang="en"))
        assert brand(at) == "Example"


@EACH_PAGE
def test_a_folder_is_a_dataset(tmp_path: Path, page: str) -> None:
    builders.write(tmp_path, builders.GOOD)
    assert brand(fine(visit(tmp_path, page=page))) == "Example"


@EACH_LANG
def test_a_file_that_is_not_there(tmp_path: Path, lang: Lang) -> None:
    at = fine(visit(tmp_path / "gone.yaml", lang=lang))
    (error,) = at.error
    assert "gone" in error.value
    assert not charts(at)


def test_a_broken_file_is_told_by_place(tmp_path: Path) -> None:
    text = builders.changed(("text: 14家", "text: many"), ("region: east\n", "region: west\n"))
    at = fine(visit(builders.write(tmp_path, text)))
    places = [text[: text.index(value)].count("\n") + 1 for value in ("many", "region: west")]
    assert len(at.error) >= 1
    errors = " ".join(error.value for error in at.error).replace("\\", "")
    assert f"data.yaml:{places[0]}:" in errors
    assert not charts(at)


def test_the_page_comes_by_itself_when_the_file_is_mended(tmp_path: Path) -> None:
    path = builders.write(tmp_path, "articles: [")
    at = fine(visit(path))
    assert at.error
    builders.write(tmp_path, builders.GOOD)
    fine(at.run())
    assert not at.error
    assert brand(at) == "Example"


@pytest.mark.parametrize(("page", "lang"), [(page, LANGS[number % 2]) for number, page in enumerate(PAGES)])
def test_the_last_good_data_stays(tmp_path: Path, page: str, lang: Lang) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    at = fine(visit(path, page=page, lang=lang))
    before = texts(at)
    builders.write(tmp_path, builders.changed(("text: 14家", "text: many")))
    fine(at.run())
    (banner,) = at.warning
    line = builders.GOOD[: builders.GOOD.index("14家")].count("\n") + 1
    assert f"data.yaml:{line}" in banner.value.replace("\\", "")
    if page != "checks":  # which tells of them itself
        assert sorted(texts(at)) == sorted([banner.value, *before])
    path.unlink()
    fine(at.run())
    assert len(at.warning) == 1
    builders.write(tmp_path, builders.GOOD)
    fine(at.run())
    assert not at.warning
    assert texts(at) == before


def test_a_figure_that_goes_while_it_is_looked_at(tmp_path: Path) -> None:
    path = builders.write(tmp_path, builders.GOOD)
    at = fine(visit(path, figure="east-firms", lang="en"))
    builders.write(tmp_path, builders.changed(("id: east-firms", "id: other-firms")))
    fine(at.run())
    assert escape_markdown("figure=east-firms") in at.info[0].value
    assert "overview-page" in html(at)


def only(entry: str) -> str:
    """The dataset in builders.GOOD with this figure only, and with the metric that it is of."""
    head = builders.GOOD[: builders.GOOD.index("    figures:\n")]
    return f"{head}    figures:\n      - {{id: one, {entry}}}\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    ("lang", "entry"),
    [
        ("zh", "metric: revenue, text: 3亿元, quote: 3亿元"),
        ("en", "metric: revenue, text: 3亿元, quote: 3亿元"),
        ("zh", "metric: revenue, text: 0元, quote: 0元"),
        ("en", "metric: revenue, text: 3亿元, growth: 0%, quote: 3亿元"),
        ("en", "metric: revenue, nature: target, text: 3亿元, quote: 3亿元"),
        ("zh", "metric: revenue, growth: 11%, quote: 增长11%"),
        ("en", "metric: revenue, completion: 52.1%, plan: annual, quote: 完成52.1%"),
        ("zh", "metric: revenue, nature: target, growth: 11%, quote: 增长11%"),
    ],
)
def test_a_dataset_with_one_figure(tmp_path: Path, entry: str, lang: Lang) -> None:
    path = builders.write(tmp_path, only(entry))
    for page in PAGES:
        at = fine(visit(path, page=page, lang=lang))
        assert not at.info
        if page == "explore":
            assert len(table_rows(at)) == 1
    fine(visit(path, figure="one", lang=lang))


@EACH_LANG
def test_a_metric_of_growth_only_is_not_shown_as_nothing(tmp_path: Path, lang: Lang) -> None:
    """faults.md B12."""
    path = builders.write(tmp_path, only("metric: revenue, growth: 11%, quote: 增长11%"))
    at = fine(visit(path, page="explore", lang=lang))
    (row,) = table_rows(at)
    assert row["number"] == {"zh": "只有增速", "en": "growth only"}[lang]
    assert (row["growth"], row["printed"]) == ("+11%", "")
    assert "figure=one" in html(at)  # a card, which a chart of one bar says no more than
    assert not charts(at)
    assert "figure=one" in html(fine(visit(path, lang=lang)))


@EACH_PAGE
def test_a_dataset_without_figures(tmp_path: Path, page: str) -> None:
    head = builders.GOOD[: builders.GOOD.index("articles:\n")]
    at = fine(visit(builders.write(tmp_path, head), page=page))
    assert not any("nan" in text for text in texts(at))


def test_a_metric_without_figures(tmp_path: Path) -> None:
    keys = "theme: output, name: {zh: 另, en: Extra}, unit: CNY, kind: flow, additive: true, better: more"
    path = builders.write(tmp_path, builders.changed(("articles:\n", f"  - {{id: extra, {keys}}}\narticles:\n")))
    at = fine(visit(path, page="explore", metric="extra", lang="en"))
    assert at.info


@EACH_LANG
def test_one_is_not_counted_as_several(tmp_path: Path, lang: Lang) -> None:
    path = builders.write(tmp_path, only("metric: revenue, text: 3亿元, quote: 3亿元"))
    for page in PAGES:
        written = texts(visit(path, page=page, lang=lang))
        assert not [text for text in written if re.match(r"1 (figures|articles|errors)\b", text)]


# --- text that would be more than text -------------------------------------------------------------------------------

BAIT = ":red[x] $5bn to $7bn **b** [l](//e.example) `c` <b>"
"""What a quote may hold: an exclamation mark would make it a sentence."""
PAYLOAD = ":red[x] :material/delete: :smile: $5bn to $7bn **b** [l](//e.example) ![i](//127.0.0.1/x) `c` <b>"


def loaded_with(payload: str) -> str:
    """builders.GOOD with the payload in every text that a curator writes freely."""
    quoted = json.dumps(payload)
    text = builders.worded(payload)
    note = f"        note: {{zh: {quoted}, en: {quoted}}}\n"
    quote = json.dumps(f"{BAIT} 56.92亿元")
    return builders.changed(
        ("license: CC-BY-4.0", f"license: {quoted}"),
        ("        quote: 收入56.92亿元\n", f"        quote: {quote}\n{note}"),
        text=text,
    )


@EACH_LANG
def test_markup_in_every_text_stays_text(tmp_path: Path, lang: Lang) -> None:
    """faults.md B01: what Streamlit reads as Markdown has every sign of it escaped."""
    assert not re.search(r"(?<!\\)[$*\[<`!:]", escape_markdown(PAYLOAD))
    path = builders.write(tmp_path, loaded_with(PAYLOAD))
    shown = 0
    for query in (
        {"page": "overview"},
        {"page": "explore"},
        {"page": "sources"},
        {"page": "compare"},
        {"page": "time"},
        {"figure": "city-revenue"},
    ):
        at = fine(visit(path, lang=lang, **query))
        written = texts(at)
        assert not at.error
        on_card = "figure" in query or query == {"page": "explore"}  # which has the one figure on a card
        assert on_card == (str(escape(BAIT)) in html(at))
        shown += sum(text.count(escape_markdown(PAYLOAD)) for text in written)
        labels = [widget.label for kind in (at.multiselect, at.selectbox) for widget in kind]
        labels += [link.proto.label for link in at.get("link_button")]
        for text in [*written, *labels]:
            bare = text.replace(escape_markdown(PAYLOAD), "").replace(escape_markdown(BAIT), "")
            assert not re.search(r"(?<!\\)(\$|<|`|!\[|\]\(|:red|:smile:|:material/delete)", bare), text
        assert PAYLOAD not in html(at)
        shown += html(at).count(str(escape(PAYLOAD)))
        for chart in charts(at):
            words = [note["text"] for note in chart["layout"].get("annotations", ())]
            assert not [word for word in words if re.search(r"<(?!/?b>|br>)", word)]
    assert shown > 20


def test_the_payload_is_in_every_text() -> None:
    """Else the test above would prove little."""
    text = loaded_with(PAYLOAD)
    assert text.count(json.dumps(PAYLOAD)[:-1]) >= 20
    assert not re.search(r"name: \{zh: [^\"]", text)


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


# --- which number was clicked ----------------------------------------------------------------------------------------

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


# --- the pages of places and sectors ---------------------------------------------------------------------------------


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


# --- filters and views of a metric -----------------------------------------------------------------------------------


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


@EACH_LANG
def test_a_link_to_a_page_with_a_figure_shows_both(lang: Lang) -> None:
    at = fine(visit(page="figures", figure="lanshan-budget-revenue-2024m01-07", lang=lang))
    assert 'class="page ledger-page"' in html(at)
    assert ("27.60亿元" if lang == "zh" else "¥2.76 bn") in html(at)
    assert 'class="page figure-page' in html(at)
