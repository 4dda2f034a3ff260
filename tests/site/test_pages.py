"""Every page of the site is valid, leads somewhere and says what it should."""

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Final
from urllib.parse import urldefrag, urlsplit

import openpyxl
import pyarrow.parquet as pq
import pytest

from indicators.analysis import links
from indicators.charts.plots.theme import DARK, LIGHT, SANS, SERIF, THEMES
from indicators.export import formats
from indicators.model.dataset import Dataset
from indicators.site import lists, shared_files
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure, make_reports
from tests.site.sites import XHTML, assert_leads, elements, make, pages, parsed, specifications, two, words_of

# --- every page of the shipped site ----------------------------------------------------------------------------------


@pytest.mark.slow
def test_every_page_is_valid(shipped_site: Path) -> None:
    for path in pages(shipped_site):
        tree = parsed(path)
        ids = [element.get("id") for element in tree.iter() if element.get("id")]
        assert len(ids) == len(set(ids)), path
        assert tree.get("lang") in {"zh-CN", "en"}
        assert words_of(next(elements(path, "title")))
        assert len(list(elements(path, "h1"))) == 1, path
        assert len(list(elements(path, "main"))) == 1, path


def test_every_link_leads_somewhere(shipped_site: Path, shipped: Dataset) -> None:
    known = {urldefrag(way.url).url for article in shipped.articles.values() for way in links.links(article, shipped)}
    known |= {urldefrag(copy.url).url for article in shipped.articles.values() for copy in article.copies}
    outward = 0
    for path in pages(shipped_site):
        for element in elements(path, "a"):
            address = element.get("href", "")
            parts = urlsplit(address)
            if parts.scheme:
                outward += 1
                assert parts.scheme in {"http", "https"}
                assert urldefrag(address).url in known
                assert "noopener" in element.get("rel", "")
                continue
            assert_leads(path, address)
    assert outward


NAMED = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://purl.org/dc/elements/1.1/",
    "http://creativecommons.org/ns#",
    "https://spdx.org/licenses/CC-BY-4.0",
    "http://www.w3.org/2000/svg",
}
"""Vocabularies and the licence, which the metadata of images name, and that of SVG; nothing loads them."""


def test_nothing_is_loaded_from_outside(shipped_site: Path) -> None:
    loaded = 0
    for path in pages(shipped_site):
        for name, attribute in (("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src")):
            for element in elements(path, name):
                if address := element.get(attribute):
                    loaded += 1
                    assert_leads(path, address)
        root = parsed(path)
        if own := root.get("data-charts"):
            assert_leads(path, own)
    assert loaded
    for path in [*shipped_site.glob("assets/*.css"), *shipped_site.glob("assets/[!p]*.js")]:
        text = path.read_text("utf-8")
        assert "@import" not in text
        assert not re.search(r"url\((?!fonts/\w+\.woff2\))|\bfetch\(|XMLHttpRequest|import\(", text), path
        assert set(re.findall(r"https?://[^\"]*", text)) <= NAMED, path


def test_fonts_lie_beside_the_pages_with_their_licence(shipped_site: Path) -> None:
    fonts = shipped_site / "assets" / "fonts"
    style = (shipped_site / "assets" / "site.css").read_text("utf-8")
    named = set(re.findall(r"url\(fonts/([^)]+)\)", style))
    assert named == {path.name for path in fonts.glob("*.woff2")}
    assert all((fonts / name).read_bytes()[:4] == b"wOF2" for name in named)
    assert "SIL OPEN FONT LICENSE" in (fonts / "OFL.txt").read_text("utf-8")
    families = set(re.findall(r'font-family: "([^"]+)"', style))
    assert len(families) == len(named)
    assert all(f'"{family}"' in SANS + SERIF for family in families)


def test_charts_have_their_twins(shipped_site: Path) -> None:
    """Each chart has words for who does not see it, a specification, and a table whose every number has its page."""
    seen = 0
    for path in pages(shipped_site):
        plots = [element for element in elements(path, "div") if element.get("class") == "plot"]
        if not plots:
            continue
        own = parsed(path).get("data-charts", "")
        specs = specifications(path.parent / own)
        for plot in plots:
            seen += 1
            assert plot.get("aria-label")
            spec = specs[plot.get("data-chart", "")]
            assert int(plot.get("data-height", "")) == spec["layout"]["height"]
            assert spec["data"]
        twins = [element for element in elements(path, "details") if element.get("class") == "twin"]
        assert len(twins) == len(plots)
        assert all(list(twin.iter(f"{XHTML}a")) for twin in twins)
    assert seen > 100


def test_marks_and_tables_lead_to_the_words_of_their_number(shipped_site: Path) -> None:
    """Charts of growth and of progress lead to an anchor that the page of the figure has."""
    metric = shipped_site / "en" / "metric"
    for name, number, key in (("growth", "growth", "budget-revenue"), ("progress", "completion", "domestic-capital")):
        spec = specifications(metric / f"{key}.charts.js")[name]
        handed = [data for trace in spec["data"] for data in trace.get("customdata", ())]
        assert {data[1] for data in handed} == {number}
        for figure in {data[0] for data in handed}:
            page = shipped_site / "en" / "figure" / f"{figure}.html"
            (words,) = (element for element in parsed(page).iter() if element.get("id") == number)
            assert words_of(words)
            links = elements(metric / f"{key}.html", "a")
            assert any(link.get("href") == f"../figure/{figure}.html#{number}" for link in links)


def test_a_page_of_a_figure_marks_each_of_its_numbers(shipped_site: Path) -> None:
    page = shipped_site / "zh" / "figure" / "rizhao-transport-investment-2022s1.html"
    words = {element.get("id"): element for element in elements(page, "blockquote")}
    assert {key: words_of(element) for key, element in words.items()} == {
        "amount": "“……完成投资56.92亿元……”",
        "growth": "“……同比增长152%……”",
        "completion": "“……占年度计划的52.1%……”",
    }
    marks = [words_of(mark) for element in words.values() for mark in element.iter(f"{XHTML}mark")]
    assert marks == ["56.92亿元", "152%", "52.1%"]
    without = shipped_site / "en" / "figure" / "rizhao-port-cargo-2023q1.html"
    (note,) = (element for element in parsed(without).iter() if element.get("id") == "growth")
    assert words_of(note) == "The growth is entered; its words are not."


def test_marks_lead_to_figures(shipped_site: Path, shipped: Dataset) -> None:
    for path in shipped_site.glob("*/metric/*.charts.js"):
        specs = specifications(path)
        handed = [data[0] for spec in specs.values() for trace in spec["data"] for data in trace.get("customdata", ())]
        assert handed
        assert set(handed) <= set(shipped.figures)


@pytest.mark.parametrize("lang", LANGS)
def test_first_page_is_light(shipped_site: Path, lang: str) -> None:
    """The page and all that it loads before a chart comes into view, which brings Plotly and the specifications."""
    page = shipped_site / lang / "index.html"
    shared = [shipped_site / "assets" / name for name in ("site.css", "site.js", "charts.js", "mode.js", "icon.svg")]
    assert sum(path.stat().st_size for path in (page, *shared)) < 100_000


@pytest.mark.parametrize("lang", LANGS)
def test_every_figure_and_article_has_its_page(shipped_site: Path, shipped: Dataset, lang: str) -> None:
    for kind, keys in (("figure", shipped.figures), ("article", shipped.articles)):
        stems = {path.stem for path in (shipped_site / lang / kind).glob("*.html")}
        assert stems == {*keys, *shipped.renamed[kind]}
    figure = shipped.figures["rizhao-transport-investment-2022s1"]
    page = words_of(next(elements(shipped_site / lang / "figure" / f"{figure.id}.html", "main")))
    assert figure.text is not None
    assert figure.text.printed in page
    assert figure.quote in page
    assert {"zh": "同比增长", "en": "Year-on-year growth"}[lang] in page


def test_search_knows_all_pages(shipped_site: Path) -> None:
    for lang in LANGS:
        text = (shipped_site / "assets" / f"search-{lang}.js").read_text("utf-8")
        index = json.loads(text.removeprefix("window.INDICATORS_SEARCH=").removesuffix(";\n"))
        kinds = ("metric", "region", "sector", "group", "article")
        paths = [f"{kind}/{entry['id']}.html" for kind in kinds for entry in index[kind] if entry.get("count", 1)]
        paths += [f"figure/{key}.html" for key in index["figures"]["id"]]
        assert len(paths) == len(set(paths)) > 100
        assert all((shipped_site / lang / path).is_file() for path in paths)


@pytest.mark.parametrize("lang", LANGS)
def test_all_data_are_beside_the_pages(shipped_site: Path, shipped: Dataset, lang: Lang) -> None:
    """Each format that the foot of a page leads to, opened by something that is not ours."""
    page = shipped_site / lang / "figure" / "rizhao-transport-investment-2022s1.html"
    foot = next(elements(page, "footer"))
    addresses = [element.get("href", "") for element in foot.iter(f"{XHTML}a")]
    files = {path.suffix: (page.parent / path).resolve() for path in map(Path, addresses) if "data" in path.parts}
    assert set(files) == {f".{form.suffix}" for form in formats.FORMATS.values()}
    rows = list(csv.DictReader(io.StringIO(files[".csv"].read_text("utf-8-sig"), newline="")))
    assert [row["figure"] for row in rows] == list(shipped.figures)
    assert rows[0]["metric_name"] == shipped.metrics[rows[0]["metric"]].name.of(lang)
    assert pq.read_table(files[".parquet"]).num_rows == len(shipped.figures)
    assert openpyxl.load_workbook(files[".xlsx"]).sheetnames[0] == {"zh": "数据", "en": "Data"}[lang]
    assert len(json.loads(files[".json"].read_text("utf-8"))["articles"]) == len(shipped.articles)
    with zipfile.ZipFile(files[".zip"]) as package:
        title = json.loads(package.read("datapackage.json"))["title"]
    assert title == shipped.about.title.of(lang)


def test_only_what_can_be_written_is_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None if name == "pysdmx" else object())
    monkeypatch.setitem(formats.FORMATS, "xlsx", replace(formats.FORMATS["xlsx"], most=1))
    make(two("1亿元", "2亿元"), tmp_path)
    assert {path.suffix for path in (tmp_path / "data").rglob("*.*")} == {".csv", ".parquet", ".json"}
    for path in pages(tmp_path):
        for element in elements(path, "a"):
            if not urlsplit(element.get("href", "")).scheme:
                assert_leads(path, element.get("href", ""))


# --- long lists, several reports, and nothing at all -----------------------------------------------------------------


@pytest.mark.usefixtures("_light")
def test_long_lists_take_several_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists.in_pages, "__kwdefaults__", {"size": 2})
    make(two(*(f"{index}亿元" for index in range(1, 6))), tmp_path)
    folder = tmp_path / "en" / "metric"
    assert {path.name for path in folder.glob("*.html")} == {f"revenue{more}.html" for more in ("", "--2", "--3")}
    for path in pages(tmp_path):
        for element in elements(path, "a"):
            if not urlsplit(element.get("href", "")).scheme:
                assert_leads(path, element.get("href", ""))
    numbers = [
        words_of(element)
        for path in folder.glob("*.html")
        for element in elements(path, "td")
        if element.get("class") == "number" and words_of(element)
    ]
    assert len(numbers) == 5


@pytest.mark.usefixtures("_light")
def test_contradictions_are_drawn_and_corrections_are_said(tmp_path: Path) -> None:
    dataset = make_reports(
        {"text": "10亿元"},
        {"text": "12亿元", "publisher": "evening", "published": "2022-09-01"},
        {
            "text": "11亿元", "published": "2022-10-01", "supersedes": "f1",
            "reason": {"zh": "后经核实。", "en": "Checked again."},
        },
    )  # fmt: skip
    make(dataset, tmp_path)
    page = tmp_path / "en" / "figure" / "f1.html"
    assert "Checked again." in words_of(parsed(page))
    specs = specifications(page.parent / "f1.charts.js")
    assert specs["reports"]["dark"][LIGHT.accent] == DARK.accent
    for path in pages(tmp_path):
        parsed(path)


@pytest.mark.usefixtures("_light")
def test_an_empty_dataset_has_a_site(tmp_path: Path) -> None:
    make(replace(make_dataset(), articles={}), tmp_path)
    for path in pages(tmp_path):
        parsed(path)
    assert "no figures" in words_of(parsed(tmp_path / "en" / "index.html"))


def test_each_colour_has_one_for_the_night() -> None:
    assert shared_files.palette()[LIGHT.paper] == DARK.paper
    assert len(shared_files.palette()) >= 16


@pytest.mark.usefixtures("_light")
def test_targets_have_the_mark_of_charts_in_lists_and_headings(tmp_path: Path) -> None:
    figures = [make_figure(id="aim", nature="target"), make_figure(id="soon", nature="expected", period="2023")]
    make(make_dataset(make_article(*figures)), tmp_path)
    pages = {name: tmp_path / "en" / f"{name}.html" for name in ("article/first", "figure/aim", "figure/soon")}
    listed = [element.get("class") for element in elements(pages["article/first"], "i") if element.get("role")]
    assert listed == ["mark target", "mark expected"]
    for key, nature, other in (("aim", "target", "expected"), ("soon", "expected", "target")):
        marks = [element.get("class") for element in elements(pages[f"figure/{key}"], "i") if element.get("role")]
        assert [mark for mark in marks if mark and mark.startswith("mark")] == [
            f"mark {nature}",
            *[f"mark {other}"] * 2,
        ]
    style = (tmp_path / "assets" / "pages.css").read_text("utf-8")
    assert {theme.pale for theme in THEMES.values()} <= set(re.findall(r"--pale: (#\w+)", style))


_HYPHEN: Final = re.compile(r"(?<![\w./%?=&#:\-])-\d")
"""A hyphen that stands for a minus: before a number, and behind nothing that it could join it to."""
_HYPHEN_OF_CHART: Final = re.compile(r"""[" (>“]-\d""")
"""The same in a text of a chart; plain numbers of data have a comma or a bracket before it."""


def test_every_minus_that_a_reader_sees_is_one(shipped_site: Path) -> None:
    for path in shipped_site.rglob("*.html"):
        page = re.sub(r"<(script|style|pre)\b.*?</\1>", "", path.read_text("utf-8"), flags=re.DOTALL)
        texts = re.findall(r'(?:>|aria-label="|title="|content=")([^<"]*)', page)
        assert not [text for text in texts if _HYPHEN.search(text)], path
    for path in shipped_site.rglob("*.charts.js"):
        assert not _HYPHEN_OF_CHART.findall(path.read_text("utf-8")), path
