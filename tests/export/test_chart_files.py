"""What people take away of a chart: framed for an image, as a page of its own, as the data behind it."""

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain
from pathlib import Path

import plotly.graph_objects as go
import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, Request

from indicators import study
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.theme import DARK, LIGHT
from indicators.export import chart_files, chart_frame, chart_table, csv_file, edition, image_metadata
from indicators.export.edition import Edition
from indicators.frames import tidy as frames
from indicators.loading import loader
from indicators.phrasing.names import Names
from indicators.reading import boundaries
from indicators.values.base_units import base_of
from indicators.values.text import LocalText, escape_plotly
from tests import SAMPLE, builders
from tests.editions import DIGEST

LINK = "https://example.org/indicators/?page=explore&metric=gdp&region=rizhao"
FAMILIES = {"zh": ("region", "time", "coverage", "map"), "en": ("growth",)}
"""A chart of each module of ``indicators.charts``: a page of 5 MB takes Chromium two seconds."""
METRICS = 8
"""Those with most figures have charts of every kind."""


def context(names: Names) -> ChartContext:

    outlines = boundaries.read(boundaries.beside(SAMPLE)).outlines
    return ChartContext(study.of(names.dataset), names, LIGHT, outlines)


def every_chart(context_: ChartContext) -> list[Chart]:
    frame = context_.study.frame
    drawn = list(catalogue.of_everything(frame, context_).values())
    drawn += [catalogue.reports(agreement, context_) for agreement in context_.study.agreements]
    for metric in frame["metric"].value_counts().index[:METRICS]:
        drawn += catalogue.of_a_metric(frame[frame["metric"] == metric], context_).values()
    return drawn


def one_of_each(drawn: Sequence[Chart]) -> list[Chart]:
    return list({chart.name: chart for chart in reversed(drawn)}.values())


_SHIPPED: dict[str, list[Chart]] = {}


def shipped_charts(names: Names) -> list[Chart]:
    """Every chart of the shipped data, drawn once for each language."""
    if names.lang not in _SHIPPED:
        _SHIPPED[names.lang] = every_chart(context(names))
    return _SHIPPED[names.lang]


def edition_of_names(names: Names) -> Edition:
    return edition.of(context(names).study, DIGEST)


def joined(text: str) -> str:
    return re.sub(r"\s|<br>|</?b>", "", text)


# --- framed ----------------------------------------------------------------------------------------------------------


def test_a_framed_figure_says_all_that_an_image_needs(names: Names) -> None:
    for chart in shipped_charts(names):
        figure = chart_frame.framed(chart, names, LINK)
        title, note, foot = (
            joined(annotation["text"]) for annotation in figure["layout"]["annotations"][: chart_frame.FRAME]
        )
        assert title == joined(escape_plotly(chart.story.title))
        assert note == joined(escape_plotly(chart.story.note))
        assert joined(escape_plotly(LINK)) in foot
        assert "CC-BY-4.0" in foot
        assert joined(escape_plotly(names.of(names.dataset.about.title))) in foot
        assert all(joined(escape_plotly(source)) in foot for source in chart.story.sources)


def test_a_framed_figure_is_the_figure_and_its_frame(names: Names) -> None:
    for chart in one_of_each(shipped_charts(names)):
        before = json.dumps(chart.spec)
        figure = chart_frame.framed(chart, names, LINK)
        assert json.dumps(chart.spec) == before
        assert figure["data"] is chart.spec["data"]
        assert figure["layout"]["annotations"][chart_frame.FRAME :] == chart.spec["layout"].get("annotations", [])
        height = chart.spec["layout"]["height"] + chart_frame.HEAD + chart_frame.FOOT
        assert figure["layout"]["height"] == height
        saved = chart_frame.image(chart, names, LINK)
        assert saved["height"] == height
        assert len(go.Figure(figure).data) == len(figure["data"])


def test_an_image_has_a_ground(names: Names) -> None:
    chart = catalogue.coverage(frames.tidy(names.dataset), context(names))
    assert chart_frame.framed(chart, names, LINK)["layout"]["paper_bgcolor"] == LIGHT.paper
    dark = ChartContext(context(names).study, names, DARK, {})
    chart = catalogue.coverage(frames.tidy(names.dataset), dark)
    assert chart_frame.framed(chart, names, LINK)["layout"]["paper_bgcolor"] == DARK.paper


def test_long_links_are_broken_not_lost(names: Names) -> None:
    chart = one_of_each(shipped_charts(names))[0]
    link = "https://example.org/?" + "&".join(f"region=a{number}" for number in range(14))
    foot = chart_frame.framed(chart, names, link)["layout"]["annotations"][2]["text"]
    assert joined(escape_plotly(link)) in joined(foot)
    longest = chart_frame.framed(chart, names, link * 20)["layout"]["annotations"][2]["text"]
    assert longest.count("<br>") < 5
    assert "…" in longest


@pytest.mark.parametrize("link", ["", "?a=../../etc/passwd", "?a=%0d%0aSet-Cookie", "?a=日照", "?a=" + "x" * 999])
def test_names_of_files_are_harmless(names: Names, link: str) -> None:
    """faults.md D08."""
    name = chart_frame.file_name(one_of_each(shipped_charts(names))[0].name, names, link)
    assert re.fullmatch(r"[A-Za-z0-9]+(-[A-Za-z0-9]+)*", name)
    assert len(name) <= 100


# --- the data --------------------------------------------------------------------------------------------------------


def table(chart: Chart, names: Names, content_of: Edition | None = None) -> list[dict[str, str]]:
    content = chart_table.csv(chart, content_of or edition_of_names(names), names, LINK)
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_every_mark_is_in_the_data(names: Names) -> None:
    """Each figure that can be chosen in a chart has a line, and there is a line for nothing else."""
    for chart in shipped_charts(names):
        lines = table(chart, names)
        handed = {data[0] for trace in chart.spec["data"] for data in trace.get("customdata", ())}
        if chart.name == "coverage":
            assert sum(int(line["shown"]) for line in lines) == len(names.dataset.figures)
        else:
            assert {line["figure"] for line in lines} == handed, chart.name


def test_the_data_are_what_was_reported(names: Names) -> None:
    for chart in shipped_charts(names):
        for line in table(chart, names):
            figure = names.dataset.figures.get(line["figure"])
            if figure is None:
                continue
            if line["derived"]:
                assert (line["text"], line["quote"], line["nature"]) == ("", "", "derived")
            elif figure.text is not None:
                assert float(line["value"]) == float(figure.text.value)
                units = (base_of(names.dataset.metrics[figure.metric].unit).id, figure.text.unit.id)
                assert (line["unit"], line["printed_unit"]) == units
                assert csv_file.unguarded(line["quote"]) == figure.quote
            assert line["publisher"]


def test_derived_marks_are_told_apart(names: Names) -> None:
    derived = Counter(bool(line["derived"]) for chart in shipped_charts(names) for line in table(chart, names))
    assert min(derived[True], derived[False]) > 20


def test_a_number_that_was_worked_out_has_its_value_and_its_formula(names: Names) -> None:
    """Also where it has no bar: a ratio that stands alone in its unit."""
    known = {derived.id: derived for derived in context(names).study.derived}
    drawn: set[str] = set()
    for chart in shipped_charts(names):
        for mark, line in zip(chart.story.marks(names), table(chart, names), strict=True):
            assert bool(line["derived"]) == mark.worked_out == (chart.name == "ratios" or bool(line["formula"]))
            if mark.worked_out:
                derived = known[line["derived"]]
                assert [float(line[end]) for end in ("value", "low", "high")] == [
                    float(end) for end in (derived.value, derived.low, derived.high)
                ]
                assert line["inputs"].split() == list(derived.inputs)
                assert line["period"] == derived.period.text
                drawn.add(derived.formula)
    assert drawn == {"base", "remainder", "ratio", "growth-within", "contribution"}


def test_every_row_says_where_it_was_printed_and_what_data_it_is_of(names: Names) -> None:
    content = edition_of_names(names)
    copies = 0
    for chart in one_of_each(shipped_charts(names)):
        for line in table(chart, names, content):
            assert {name: line[name] for name in edition.STAMP} == {"known_on": "", **content.stamp_texts}
            if line["figure"]:
                article = names.dataset.article_of[line["figure"]]
                assert line["headline"] == (names.headline(article) if article.headline else "")
                assert line["copies"].split() == [copy.url for copy in article.copies]
                assert line["permalink"] == f"https://example.org/indicators/?figure={line['figure']}"
                copies += bool(article.copies)
    assert copies


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "＝", "\t=", " ="])
def test_no_text_is_a_formula(names: Names, sign: str) -> None:
    """faults.md D01."""
    name = LocalText(f"{sign}1+1", f"{sign}1+1")
    metrics = {key: metric.model_copy(update={"name": name}) for key, metric in names.dataset.metrics.items()}
    lines = table(shipped_charts(names)[0], Names(replace(names.dataset, metrics=metrics), names.lang))
    assert {line["metric"] for line in lines} == {f"'{sign}1+1"}


# --- a page of its own -----------------------------------------------------------------------------------------------


class PageText(HTMLParser):
    """The text of a page, what its elements load, and where its links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.loads: list[str] = []
        self.leads_to: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        addresses = [value or "" for key, value in attrs if key in {"src", "href", "action", "srcset"}]
        if tag == "a":
            self.leads_to += addresses
        else:
            self.loads += addresses

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_a_page_has_the_words_and_loads_nothing(names: Names) -> None:
    content = edition_of_names(names)
    for chart in one_of_each(shipped_charts(names)):
        page = chart_files.html(chart, content, names, LINK).decode()
        parser = PageText()
        parser.feed(page)
        assert parser.loads == ["data:,"]
        for words in (chart.story.title, chart.story.note, LINK, *chart.story.remarks):
            assert words in parser.text, chart.name
        assert "{{" not in page[: page.index("<script>")]
        assert page.startswith(f'<!doctype html>\n<html lang="{"zh-CN" if names.lang == "zh" else "en"}">')


def test_a_page_leads_to_each_figure_and_to_the_article_or_reprint_that_printed_it(names: Names) -> None:
    for chart in one_of_each(shipped_charts(names)):
        page = chart_files.html(chart, edition_of_names(names), names, LINK).decode()
        parser = PageText()
        parser.feed(page)
        marked = {mark.figure for mark in chart.story.marks(names) if mark.figure}
        home = LINK.partition("?")[0]
        assert {f"{home}?figure={figure}" for figure in marked} <= set(parser.leads_to)
        assert LINK in parser.leads_to
        for figure in marked:
            article = names.dataset.article_of[figure]
            kind = {"zh": ("报道", "转载"), "en": ("Article", "Reprint")}[names.lang][not article.url]
            for address in [url for url in (article.url, *(copy.url for copy in article.copies)) if url][:1]:
                assert any(link.startswith(address) for link in parser.leads_to)
                assert any(text.startswith(kind) for text in parser.text)


def test_the_same_chart_gives_the_same_bytes(names: Names) -> None:
    context_, content = context(names), edition_of_names(names)
    revenue = context_.study.frame[context_.study.frame["metric"] == "budget-revenue"]
    first, again = (catalogue.of_a_metric(revenue, context_).values() for _ in range(2))
    assert len(first) > 3
    for chart, same in zip(first, again, strict=True):
        assert chart_files.html(chart, content, names, LINK) == chart_files.html(same, content, names, LINK)
        assert chart_table.csv(chart, content, names, LINK) == chart_table.csv(same, content, names, LINK)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 900, "height": 900})
    page.context.set_offline(True)
    yield page
    page.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What is opened in the tab: of a page by another name the browser would read all of Plotly again."""
    return tmp_path_factory.mktemp("offline") / "page.html"


@pytest.fixture
def offline(tab: Page) -> Iterator[tuple[Page, list[str]]]:
    """A page whose every request but those for files is refused, and what went wrong on it."""
    troubles: list[str] = []

    def on_message(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            troubles.append(message.text)

    def on_error(error: Error) -> None:
        troubles.append(str(error))

    def on_request(request: Request) -> None:
        if not request.url.startswith(("file:", "data:", "blob:", "about:")):
            troubles.append(request.url)

    tab.on("console", on_message)
    tab.on("pageerror", on_error)
    tab.on("request", on_request)
    yield tab, troubles
    tab.goto("about:blank")
    tab.remove_listener("console", on_message)
    tab.remove_listener("pageerror", on_error)
    tab.remove_listener("request", on_request)


@pytest.mark.slow
@pytest.mark.browser
def test_a_page_works_with_the_network_unplugged(names: Names, offline: tuple[Page, list[str]], file: Path) -> None:
    page, troubles = offline
    families = [chart for chart in one_of_each(shipped_charts(names)) if chart.name in FAMILIES[names.lang]]
    assert len(families) == len(FAMILIES[names.lang])
    for chart in families:
        file.write_bytes(chart_files.html(chart, edition_of_names(names), names, LINK))
        page.goto(file.as_uri())
        page.wait_for_selector(".js-plotly-plot .main-svg")
        assert page.locator(".modebar-btn").count() == 0
        drawn = page.locator(".infolayer .annotation text, .scatterlayer .textpoint text").all_text_contents()
        labels = [trace["text"] for trace in chart.spec["data"] if "text" in trace.get("mode", "")]
        notes = [annotation["text"] for annotation in chart.spec["layout"].get("annotations", ())]
        expected = [joined(words) for words in [*chain(*labels), *notes]]
        assert sorted(escape_plotly(joined(text)) for text in drawn) == sorted(text for text in expected if text)
        page.locator("summary").click()
        assert page.locator("tbody tr").count() == len(list(chart.story.marks(names)))
    assert not troubles


@pytest.mark.browser
def test_a_page_saves_its_chart(names: Names, offline: tuple[Page, list[str]], file: Path) -> None:
    page, troubles = offline
    (chart,) = (drawn for drawn in one_of_each(shipped_charts(names)) if drawn.name == "growth")
    file.write_bytes(chart_files.html(chart, edition_of_names(names), names, LINK))
    page.goto(file.as_uri())
    with page.expect_download() as saved:
        page.locator("button[data-format=svg]").click()
    assert saved.value.suggested_filename == "rizhao-growth-explore-gdp.svg"
    image = saved.value.path().read_bytes()
    metadata = chart_files.metadata(chart, edition_of_names(names), names, LINK)
    assert image_metadata.in_svg(b"<svg>", metadata).removeprefix(b"<svg") in image
    svg = joined(re.sub(r"<[^>]+>", "", image.decode()))
    for words in (chart.story.title, chart.story.note, LINK):
        assert joined(escape_plotly(words)) in svg
    assert not troubles


@pytest.mark.slow
@pytest.mark.browser
def test_markup_in_a_dataset_is_text_in_a_page(offline: tuple[Page, list[str]], file: Path, tmp_path: Path) -> None:
    """faults.md D09."""
    payload = "</script><script>window.pwned=1</script><img src=x onerror='window.pwned=1'>{{plotly}}"
    text = builders.worded(payload)
    dataset = loader.load(builders.write(tmp_path, text)).dataset
    assert dataset is not None
    names = Names(dataset, "en")
    page, troubles = offline
    every = one_of_each(every_chart(ChartContext(study.of(dataset), names, LIGHT, {})))
    for chart in every[:3]:
        file.write_bytes(chart_files.html(chart, edition_of_names(names), names, LINK))
        page.goto(file.as_uri())
        page.wait_for_selector(".js-plotly-plot .main-svg")
        assert page.evaluate("window.pwned") is None
        assert page.locator("img").count() == 0
        assert payload in (page.locator("footer").text_content() or "")
    assert not troubles
