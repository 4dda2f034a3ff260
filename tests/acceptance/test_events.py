"""Events: what a file says of them, who knows of them on a day, and where they are given away."""

import csv
import io
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import frictionless
import openpyxl
import pytest

from indicators import study
from indicators.analysis.agreement import as_known
from indicators.charts import catalogue
from indicators.charts.catalogue import ChartContext
from indicators.charts.plots.theme import LIGHT
from indicators.export import chart_files, chart_frame, chart_table, json_file, package, xlsx
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.rules.events import events_are_of_the_past
from indicators.site import build, downloads
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_event, make_figure
from tests.editions import edition_of
from tests.figures import article, corpus_of, figure

MILL = {"id": "mill", "name": {"zh": "钢厂投产", "en": "The mill starts"}, "article": "first"}


@pytest.fixture
def dataset() -> Dataset:
    """Two articles a year apart, each with a figure and an event."""
    later = make_article(make_figure(id="later", period="2023"), id="second", published="2024-02-01")
    events = (
        make_event(regions=("east",), sectors=("all",)),
        make_event(id="port", date="2023", name={"zh": "开港", "en": "The port opens"}, article="second"),
    )
    return replace(make_dataset(make_article(), later), events={event.id: event for event in events})


@pytest.mark.parametrize(
    ("happened", "published", "codes"),
    [
        ("2022-02", "2022-02-10", []),  # the month had begun
        ("2022-02-10", "2022-02-10", []),
        ("2022-02-28", "2022-02", []),  # the article may be of the last of the month
        ("2022-02-11", "2022-02-10", ["event-after-article"]),
        ("2023", "2022-12-31", ["event-after-article"]),
    ],
)
def test_an_article_reports_what_has_happened(happened: str, published: str, codes: list[str]) -> None:
    events = [{**MILL, "date": happened}]
    corpus = corpus_of([article(figure("f", "3亿元"), published=published)], events=events)
    assert [problem.code for problem in events_are_of_the_past(corpus)] == codes


def test_an_event_is_not_known_before_its_article(dataset: Dataset) -> None:
    assert list(as_known(dataset, date(2024, 2, 1)).events) == ["mill", "port"]
    assert list(as_known(dataset, date(2024, 1, 31)).events) == ["mill"]


def test_json_gives_events_back(dataset: Dataset) -> None:
    assert json_file.read_json(json_file.write(edition_of(dataset))).events == dataset.events
    part = json_file.read_json(json_file.write(edition_of(dataset, ["later"])))
    assert list(part.events) == ["port"]  # the article of the other is not in it


@pytest.mark.parametrize("chosen", [None, ["later"]])
def test_a_package_has_a_table_of_events_whose_articles_are_in_it(dataset: Dataset, chosen: list[str] | None) -> None:
    with zipfile.ZipFile(io.BytesIO(package.write(edition_of(dataset, chosen), "en"))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("data/events.csv").decode())))
        metadata = archive.read("csv-metadata.json").decode()
    keys = ("id", "date", "name_zh", "name_en", "regions", "sectors", "article")
    mill = [["mill", "2022-03", "钢厂投产", "The mill starts", "east", "all", "first"]] if chosen is None else []
    port = ["port", "2023", "开港", "The port opens", "", "", "second"]
    assert [[row[key] for key in keys] for row in rows] == [*mill, port]
    assert "data/events.csv" in metadata


def test_the_table_of_events_is_valid(dataset: Dataset, tmp_path: Path) -> None:
    path = tmp_path / "package.zip"
    path.write_bytes(package.write(edition_of(dataset), "zh"))
    assert frictionless.Package(str(path)).validate().valid


def test_the_site_lists_events_with_their_articles(
    dataset: Dataset, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv", "json"))
    build.build(study.of(dataset), tmp_path, digest="0" * 64, today=date(2026, 1, 2), base="")
    chart = (tmp_path / "en" / "metric" / "revenue.html").read_text("utf-8")
    assert "A: The mill starts, March 2022 " in chart
    assert '<a href="../article/second.html">Daily · 1 February 2024</a>' in chart
    article = (tmp_path / "zh" / "article" / "first.html").read_text("utf-8")
    assert "<li>2022年3月，钢厂投产</li>" in article
    assert "开港" not in article


@pytest.mark.parametrize("lang", LANGS)
def test_files_of_a_chart_name_its_events(dataset: Dataset, lang: Lang) -> None:
    context = ChartContext(study.of(dataset), Names(dataset, lang), LIGHT, {})
    chart = catalogue.over_time(context.study.frame, context)
    assert chart is not None
    lines = [event.line(context.names) for event in chart.story.events]
    assert [line[0] for line in lines] == ["A", "B"]
    page = chart_files.html(chart, edition_of(dataset), context.names, "").decode()
    table = chart_table.csv(chart, edition_of(dataset), context.names, "").decode()
    layout = chart_frame.frame(chart, context.names, "")
    foot = layout["annotations"][chart_frame.FRAME - 1]["text"].replace("<br>", " ")
    for line, event in zip(lines, chart.story.events, strict=True):
        assert line in page
        assert f"{event.letter} · {event.name}" in table
        assert f"{event.name}" in foot
    assert layout["height"] == chart_frame.image(chart, context.names, "")["height"]
    assert layout["height"] > chart.spec["layout"]["height"] + chart_frame.HEAD + chart_frame.FOOT


@pytest.mark.parametrize("lang", LANGS)
def test_a_workbook_has_a_note_of_each_event(dataset: Dataset, lang: Lang) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx.write(edition_of(dataset), lang)))
    notes = {str(cell.value) for row in book.worksheets[-1].iter_rows() for cell in row}
    assert "The mill starts, March 2022 (Daily · 5 August 2022)" in notes
    assert "2023年，开港（日报 · 2024年2月1日）" in notes
