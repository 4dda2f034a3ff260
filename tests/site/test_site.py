"""The site of plain files: every page is valid and leads somewhere, and nothing is written twice."""

import argparse
import csv
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import html5lib
import openpyxl
import pyarrow.parquet as pq
import pytest
from markupsafe import Markup
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from indicators import study
from indicators.analysis import links
from indicators.cli.commands import site as command
from indicators.cli.main import main
from indicators.export import formats
from indicators.loading import loader
from indicators.model.dataset import Dataset
from indicators.site import build, charts, downloads, feed, indexes, lists, manifest, shared_files
from indicators.site.build import BuildResult, Writer
from indicators.site.pages import embed, metric_region_sector
from indicators.site.pages import figure as figure_page
from indicators.site.volume import Volume, volumes
from indicators.values.text import LANGS, Lang, LocalText
from tests import ROOT
from tests.builders import FILE, make_article, make_dataset, make_figure, make_reports, write

SCHEMA = Namespace("https://schema.org/")
DAY = date(2026, 1, 2)
BASE = "https://data.example.org/rizhao/"
XHTML = "{http://www.w3.org/1999/xhtml}"
ATOM = {"a": feed.ATOM}
QUIET = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
"""rdflib 7 calls what it has deprecated itself."""


def make(dataset: Dataset, out: Path, *, base: str = "", today: date = DAY) -> BuildResult:
    """The site of a dataset in a folder."""
    return build.build(study.of(dataset), out, digest="0" * 64, today=today, base=base)


@pytest.fixture
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the heavy formats, for tests of something else."""
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv", "json"))


def pages(out: Path) -> list[Path]:
    return sorted(out.rglob("*.html"))


@cache
def parsed(path: Path) -> ET.Element:
    """The page, which must be valid to the letter: the parser stops at the first thing that a browser would mend."""
    parser = html5lib.HTMLParser(strict=True)
    tree: ET.Element = parser.parse(path.read_text("utf-8"))
    return tree


def elements(path: Path, name: str) -> Iterator[ET.Element]:
    return parsed(path).iter(f"{XHTML}{name}")


def words_of(element: ET.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def specifications(path: Path) -> Mapping[str, Any]:
    """What a file of charts assigns."""
    found: Mapping[str, Any] = json.loads(path.read_text("utf-8").removeprefix(charts.BROWSERS).removesuffix(";\n"))
    return found


# --- every page of the shipped site ----------------------------------------------------------------------------------


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
    known = {urlsplit(one.url).netloc for article in shipped.articles.values() for one in links.links(article, shipped)}
    known |= {urlsplit(copy.url).netloc for article in shipped.articles.values() for copy in article.copies}
    outward = 0
    for path in pages(shipped_site):
        for element in elements(path, "a"):
            address = element.get("href", "")
            parts = urlsplit(address)
            if parts.scheme:
                outward += 1
                assert parts.scheme in {"http", "https"}
                assert parts.netloc in known
                assert "noopener" in element.get("rel", "")
                continue
            assert_leads(path, address)
    assert outward


def assert_leads(path: Path, address: str) -> None:
    """An address in the site leads to a file, and an anchor in it to an element."""
    parts = urlsplit(address)
    assert not parts.netloc, (path, address)
    assert not parts.path.startswith("/"), (path, address)
    target = (path.parent / unquote(parts.path)).resolve() if parts.path else path
    assert target.is_file(), (path, address)
    if parts.fragment:
        assert parts.fragment in {element.get("id") for element in parsed(target).iter()}, (path, address)


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
        assert not re.search(r"url\(|https?://|\bfetch\(|XMLHttpRequest|import\(", text), path


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
        assert {path.stem for path in (shipped_site / lang / kind).glob("*.html")} == set(keys)
    figure = shipped.figures["rizhao-transport-investment-2022s1"]
    page = words_of(next(elements(shipped_site / lang / "figure" / f"{figure.id}.html", "main")))
    assert figure.text is not None
    assert figure.text.printed in page
    assert figure.quote in page
    assert {"zh": "同比增长", "en": "Year-on-year growth"}[lang] in page


def test_search_knows_all_pages(shipped_site: Path) -> None:
    for lang in LANGS:
        text = (shipped_site / "assets" / f"search-{lang}.js").read_text("utf-8")
        found = json.loads(text.removeprefix("window.INDICATORS_TITLES=").removesuffix(";\n"))
        paths = [f"{found['folders'][kind]}/{key}.html" for kind, key, _ in found["titles"]]
        assert len(paths) == len(set(paths)) > 100
        assert all((shipped_site / lang / path).is_file() for path in paths)
        assert all(title.strip() for *_, title in found["titles"])


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


# --- linked data -----------------------------------------------------------------------------------------------------


def graph(path: Path) -> Graph:
    """What a page says in JSON-LD. The context is whole in the page: nothing is fetched."""
    (script,) = [element for element in elements(path, "script") if element.get("type") == "application/ld+json"]
    return Graph().parse(data=script.text or "", format="json-ld")


@QUIET
def test_overview_is_a_dataset(shipped_site: Path) -> None:
    found = graph(shipped_site / "en" / "index.html")
    (dataset,) = found.subjects(RDF.type, SCHEMA.Dataset)
    assert str(found.value(dataset, SCHEMA.license)) == "CC-BY-4.0"
    assert found.value(dataset, SCHEMA.temporalCoverage)
    assert len(list(found.objects(dataset, SCHEMA.distribution))) == len(formats.FORMATS)
    forms = set()
    for download in found.subjects(RDF.type, SCHEMA.DataDownload):
        assert_leads(shipped_site / "en" / "index.html", str(found.value(download, SCHEMA.contentUrl)))
        forms.add(str(found.value(download, SCHEMA.encodingFormat)))
    assert forms == {form.mime for form in formats.FORMATS.values()}


@QUIET
def test_figures_are_claims_of_articles(shipped_site: Path, shipped: Dataset) -> None:
    for key, figure in list(shipped.figures.items())[::7]:
        found = graph(shipped_site / "zh" / "figure" / f"{key}.html")
        (claim,) = found.subjects(RDF.type, SCHEMA.Claim)
        article = found.value(claim, SCHEMA.appearance)
        printed = shipped.article_of[key]
        assert str(found.value(claim, SCHEMA.text)) == figure.quote
        assert (article, RDF.type, SCHEMA.NewsArticle) in found
        assert str(found.value(article, SCHEMA.datePublished)) == printed.published.text
        assert (found.value(article, SCHEMA.url) is None) == (printed.url is None)
        observation = found.value(claim, SCHEMA.about)
        assert found.value(observation, SCHEMA.value) is not None


def test_a_value_is_in_its_unit() -> None:
    dataset = make_dataset(
        make_article(make_figure(text=None, growth="32%"), make_figure(id="other", text="近1.5万亩"))
    )
    zh, _ = volumes(study.of(dataset))
    told = [figure_page.page(figure, zh).linked_data or {} for figure in dataset.figures.values()]
    assert told[0]["about"]["value"]["value"] == 32
    assert told[1]["about"]["value"]["value"] == 15000
    assert told[1]["about"]["value"]["maxValue"] <= 15000
    assert "minValue" in told[1]["about"]["value"]


# --- building again --------------------------------------------------------------------------------------------------


def stamps(out: Path) -> dict[Path, int]:
    return {path: path.stat().st_mtime_ns for path in out.rglob("*") if path.is_file()}


def two(*texts: str) -> Dataset:
    """Figures f0, f1 and so on, each of a year of its own."""
    several = (make_figure(id=f"f{at}", text=text, period=str(2015 + at)) for at, text in enumerate(texts))
    return make_dataset(make_article(*several))


@pytest.mark.usefixtures("_light")
def test_nothing_is_written_twice(tmp_path: Path) -> None:
    first = make(two("1亿元", "2亿元"), tmp_path)
    before = stamps(tmp_path)
    again = make(two("1亿元", "2亿元"), tmp_path, today=date(2027, 1, 1))
    assert again.written == again.removed == 0
    assert again.unchanged == first.written
    assert stamps(tmp_path) == before


@pytest.mark.usefixtures("_light")
def test_what_is_gone_is_removed_and_nothing_else(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    foreign = write(tmp_path / "zh" / "figure", "mine", "foreign.html")
    done = make(two("1亿元"), tmp_path)
    assert done.removed
    assert {path.name for path in (tmp_path / "zh" / "figure").iterdir()} == {"f0.html", "foreign.html"}
    assert foreign.read_text() == "mine"


def test_folders_that_are_empty_go(tmp_path: Path) -> None:
    writer = Writer(tmp_path)
    writer.write("a/b.html", "b")
    later = Writer(tmp_path)
    later.remove({"a/b.html", "never/was.html"})
    assert later.result.removed == 1
    assert not list(tmp_path.iterdir())


@pytest.mark.usefixtures("_light")
@pytest.mark.parametrize("path", ["../out.html", "/etc/hosts", "a/../../b", "", "a\\..\\b"])
def test_a_manifest_leads_nowhere_else(tmp_path: Path, path: str) -> None:
    out = tmp_path / "site"
    kept = write(tmp_path, "mine", "out.html")
    (out / "assets").mkdir(parents=True)
    (out / manifest.PATH).write_text(
        manifest.to_json(manifest.Manifest(others=frozenset({path, "index.html"}))), "utf-8"
    )
    assert manifest.read(out).files == {"index.html"}
    make(two("1亿元"), out)
    assert kept.exists()


def test_a_folder_that_became_a_link_is_left(tmp_path: Path) -> None:
    out, other = tmp_path / "site", tmp_path / "other"
    other.mkdir()
    kept = write(other, "mine", "b.html")
    out.mkdir()
    (out / "a").symlink_to(other)
    Writer(out).remove({"a/b.html"})
    assert kept.exists()


@pytest.mark.parametrize(
    "content",
    [
        *("", "[]", '{"units": 1}', '{"units": {}, "others": [], "figures": {"a": []}}'),
        *(
            '{"units": {"a": []}, "others": [], "figures": {}}',
            '{"units": {"a": ["b", 1]}, "others": [], "figures": {}}',
        ),
    ],
)
def test_a_broken_manifest_is_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / manifest.PATH).write_text(content)
    assert manifest.read(tmp_path) == manifest.Manifest()


# --- the feed and the sitemap ----------------------------------------------------------------------------------------


def entries(out: Path, lang: str = "en") -> list[Mapping[str, str]]:
    root = ET.fromstring((out / f"feed-{lang}.xml").read_bytes())  # noqa: S314  # it is our own
    return [
        {name: entry.findtext(f"a:{name}", "", ATOM) for name in ("title", "id", "updated", "published", "summary")}
        | {"link": entry.find("a:link", ATOM).get("href", "")}  # type: ignore[union-attr]
        for entry in root.findall("a:entry", ATOM)
    ]


@pytest.mark.usefixtures("_light")
def test_feed_of_a_first_build_has_the_dates_of_the_articles(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    found = entries(tmp_path)
    assert [entry["updated"] for entry in found] == ["2022-08-05T00:00:00Z"] * 2
    assert len({entry["id"] for entry in found}) == 2
    for entry in found:
        assert entry["id"].startswith("urn:uuid:")
        assert_leads(tmp_path / "feed-en.xml", entry["link"])
    assert {entry["id"] for entry in entries(tmp_path, "zh")}.isdisjoint({entry["id"] for entry in found})


@pytest.mark.usefixtures("_light")
def test_feed_tells_what_was_added_and_what_was_changed(tmp_path: Path) -> None:
    make(two("1亿元", "2亿元"), tmp_path)
    make(two("1亿元", "3亿元", "4亿元"), tmp_path)
    make(two("1亿元", "3亿元", "4亿元"), tmp_path, today=date(2027, 1, 1))
    found = entries(tmp_path)
    assert [entry["updated"] for entry in found] == [*["2026-01-02T00:00:00Z"] * 2, "2022-08-05T00:00:00Z"]
    assert [entry["title"].startswith("Changed: ") for entry in found] == [True, False, False]
    assert {entry["published"] for entry in found} == {"2022-08-05T00:00:00Z"}


def test_feed_has_what_atom_asks_for(shipped_site: Path) -> None:
    for lang in LANGS:
        root = ET.fromstring((shipped_site / f"feed-{lang}.xml").read_bytes())  # noqa: S314
        for element in (root, *root.findall("a:entry", ATOM)):
            for name in ("title", "id", "updated"):
                assert len(element.findall(f"a:{name}", ATOM)) == 1
                assert element.findtext(f"a:{name}", "", ATOM).strip()
            assert element.find("a:author/a:name", ATOM) is not None


@pytest.mark.usefixtures("_light")
def test_addresses_are_whole_where_the_site_knows_its_own(tmp_path: Path) -> None:
    make(two("1亿元"), tmp_path, base=BASE)
    listed = re.findall("<loc>(.*?)</loc>", (tmp_path / "sitemap.xml").read_text())
    assert listed
    assert all((tmp_path / one.removeprefix(BASE) / ("" if one != BASE else "index.html")).exists() for one in listed)
    page = tmp_path / "en" / "figure" / "f0.html"
    found = {(element.get("rel"), element.get("hreflang")): element.get("href") for element in elements(page, "link")}
    assert found["canonical", None] == f"{BASE}en/figure/f0.html"
    assert found["alternate", "zh-CN"] == f"{BASE}zh/figure/f0.html"
    assert "BibTeX" in page.read_text("utf-8")
    assert entries(tmp_path)[0]["link"] == f"{BASE}en/figure/f0.html"


@pytest.mark.usefixtures("_light")
def test_without_an_address_nothing_pretends_to_have_one(tmp_path: Path) -> None:
    make(two("1亿元"), tmp_path)
    assert not (tmp_path / "sitemap.xml").exists()
    text = (tmp_path / "en" / "figure" / "f0.html").read_text("utf-8")
    assert "canonical" not in text
    assert "og:url" not in text


def test_many_addresses_stand_in_several_sitemaps() -> None:
    found = dict(indexes.sitemaps([f"zh/{index}.html" for index in range(indexes.MOST + 1)], BASE))
    assert list(found) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert found["sitemap-1.xml"].count("<loc>") == indexes.MOST
    assert f"<loc>{BASE}sitemap-2.xml</loc>" in found["sitemap.xml"]


# --- what people write -----------------------------------------------------------------------------------------------

HOSTILE = "</script><script>alert(1)</script>\"'&amp; {{ 7*7 }} <b>"


def hostile() -> Dataset:
    headline = {"zh": HOSTILE, "en": HOSTILE}
    dataset = make_dataset(make_article(make_figure(note=headline, quote=HOSTILE.replace("!", "")), headline=headline))
    named = {"name": LocalText(HOSTILE, HOSTILE)}
    return replace(
        dataset,
        about=dataset.about.model_copy(update={"title": LocalText(HOSTILE, HOSTILE), "license": HOSTILE}),
        metrics={key: one.model_copy(update=named) for key, one in dataset.metrics.items()},
        regions={key: one.model_copy(update=named) for key, one in dataset.regions.items()},
        publishers={key: one.model_copy(update=named) for key, one in dataset.publishers.items()},
    )


@pytest.mark.usefixtures("_light")
def test_hostile_words_are_words(tmp_path: Path) -> None:
    make(hostile(), tmp_path, base=BASE)
    for path in pages(tmp_path):
        ours = {"application/ld+json", None}
        scripts = list(elements(path, "script"))
        assert all(one.get("type") in ours and (one.get("src") or "@context" in (one.text or "")) for one in scripts)
        assert not list(elements(path, "b"))
        if "embed" not in path.parts:
            assert " ".join(HOSTILE.split()) in words_of(parsed(path))
    for path in tmp_path.rglob("*.js"):
        if path.name != "plotly.min.js":
            assert "</script" not in path.read_text("utf-8"), path
    for path in tmp_path.glob("*.xml"):
        ET.fromstring(path.read_bytes())  # noqa: S314
    assert HOSTILE in json.loads(graph_text(tmp_path / "en" / "figure" / "city-revenue.html"))["appearance"]["headline"]


def graph_text(path: Path) -> str:
    return next(one.text or "" for one in elements(path, "script") if one.get("type") == "application/ld+json")


SEPARATOR = '<b>&"'


def parts_page(volume: Volume) -> Markup:
    region = next(key for key, parts in volume.parts("region").items() if len(parts) > 1)
    return next(metric_region_sector.pages("region", region, {}, volume)).body


def working_page(volume: Volume) -> Markup:
    """A figure that something is worked out from with at least two others."""
    worked_out = volume.study.worked_out
    figure = next(
        key for key in volume.names.dataset.figures if any(len(one.inputs) > 2 for one in worked_out.about(key))
    )
    return figure_page.page(volume.names.dataset.figures[figure], volume).body


def embedded_page(volume: Volume) -> Markup:
    drawing = next(iter(metric_region_sector.charts_of("metric", "gdp", volume).values()))
    return embed.page("gdp", drawing, volume).body


@pytest.mark.parametrize(
    "place",
    [
        lambda volume: downloads.links(volume, ""),
        lambda volume: lists.article_item(volume.names.dataset.articles["red-ribbon"], volume, ""),
        embedded_page,
        parts_page,
        working_page,
    ],
)
def test_what_stands_between_links_is_a_text(
    shipped: Dataset, monkeypatch: pytest.MonkeyPatch, place: Callable[[Volume], Markup]
) -> None:
    for name in ("terms.LIST", "terms.JOIN", "site.ALL_DATA"):
        monkeypatch.setattr(f"indicators.words.{name}", LocalText(zh=SEPARATOR, en=SEPARATOR))
    content = place(volumes(study.of(shipped))[1])
    assert "&lt;b&gt;&amp;&#34;" in content
    assert SEPARATOR not in content


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
    assert specs["reports"]["dark"]["#1f5f8b"] == "#74b3e0"
    for path in pages(tmp_path):
        parsed(path)


@pytest.mark.usefixtures("_light")
def test_an_empty_dataset_has_a_site(tmp_path: Path) -> None:
    make(replace(make_dataset(), articles={}), tmp_path)
    for path in pages(tmp_path):
        parsed(path)
    assert "no figures" in words_of(parsed(tmp_path / "en" / "index.html"))


def test_each_colour_has_one_for_the_night() -> None:
    assert shared_files.palette()["#ffffff"] == "#15181b"
    assert len(shared_files.palette()) >= 16


# --- the command -----------------------------------------------------------------------------------------------------


def run(*arguments: str | Path) -> int:
    return main(["site", "--lang", "en", *map(str, arguments)])


def test_command_makes_the_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "site"
    assert run("--out", out, "--data", FILE) == 0
    said = capsys.readouterr()
    assert not said.err
    assert re.search(r"written \d+, unchanged 0, removed 0", said.out)
    assert "--base" in said.out
    assert run("--out", out, "--data", FILE, "--base", "https://data.example.org", "--no-cards") == 0
    assert (out / "sitemap.xml").exists()
    assert "--base" not in capsys.readouterr().out


@pytest.mark.parametrize("base", ["data.example.org", "ftp://data.example.org/", "https://", "https://e.org/?a=1"])
def test_command_wants_an_address(tmp_path: Path, capsys: pytest.CaptureFixture[str], base: str) -> None:
    assert run("--out", tmp_path, "--data", FILE, "--base", base) == 2
    assert "not the address" in capsys.readouterr().err


def test_command_over_another_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = write(tmp_path, "mine", "index.html")
    assert run("--out", tmp_path, "--data", FILE) == 2
    assert foreign.read_text() == "mine"
    assert run("--out", foreign, "--data", FILE) == 2
    assert "could not run" in capsys.readouterr().err


def test_day_of_a_reproducible_build(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767312000")
    assert command.today() == DAY


def test_shipped_data_is_the_default() -> None:
    parser = argparse.ArgumentParser()
    command.configure(parser, "zh")
    assert loader.load(ROOT / parser.parse_args(["--out", "x"]).data).dataset is not None
