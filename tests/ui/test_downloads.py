"""What a reader takes away from a page: files behind plain addresses, from which any process makes the same."""

import csv
import io
import zipfile
from html import escape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from indicators.charts.plots.theme import DARK
from indicators.export import formats, renderer
from indicators.export.renderer import Missing
from indicators.loading.snapshot import Snapshot
from indicators.loading.store import Store
from indicators.ui import files
from indicators.ui.charts import chart_downloads
from indicators.ui.files import ViewFile
from indicators.ui.session.studies import study_of
from indicators.values.text import LANGS, Lang
from indicators.words.export import chart_files as words
from tests import ROOT, SAMPLE
from tests.ui.visits import DASHBOARD, charts, fine, hrefs, html, visit

pytestmark = pytest.mark.slow

HOME = "https://example.org/stats/"


@pytest.fixture(scope="module")
def snapshot() -> Snapshot:
    return Store(SAMPLE).current()


def addresses(at: AppTest) -> list[str]:
    return [address for address in hrefs(at) if "/download/" in address]


def behind(address: str, snapshot: Snapshot) -> ViewFile:
    """The file at an address of a page, as a process makes it that has never seen the page."""
    parts = urlsplit(address)
    assert not parts.netloc
    form = parts.path.removeprefix("/download/")
    file = files.of(snapshot, form, parse_qs(parts.query, strict_parsing=True), HOME)
    assert file is not None
    return file


def ids(file: ViewFile) -> set[str]:
    return {row["figure"] for row in csv.DictReader(io.StringIO(file.make().decode("utf-8-sig")))}


def asked(snapshot: Snapshot, form: str, **query: str) -> ViewFile | None:
    given = {"version": snapshot.digest[:12], **query}
    return files.of(snapshot, form, {key: [value] for key, value in given.items()}, HOME)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(("page", "key"), [("sources", "all"), ("explore", "table")])
def test_formats_are_offered_when_they_are_asked_for(page: str, key: str, lang: Lang, snapshot: Snapshot) -> None:
    at = fine(visit(page=page, lang=lang))
    assert not addresses(at)
    at.session_state[f"data-{key}"] = True  # what a click on the button does
    fine(at.run())
    made = [behind(address, snapshot) for address in addresses(at)]
    assert [file.name for file in made] == [f"rizhao.{form.suffix}" for form in formats.FORMATS.values()]
    assert "Excel" in html(at)
    with zipfile.ZipFile(io.BytesIO(made[-1].make())) as package:
        assert "datapackage.json" in {Path(name).name for name in package.namelist()}


@pytest.mark.parametrize(
    ("query", "key"),
    [
        ({"page": "explore", "metric": "budget-revenue", "region": "lanshan"}, "table"),
        ({"page": "explore", "metric": "budget-revenue"}, "table"),
        ({"page": "figures", "region": "lanshan", "sort": "-number", "sheet": "2"}, "listed"),
        ({"page": "compare", "region": ["lanshan", "donggang"]}, "compare"),
        ({"page": "sources"}, "all"),
        ({"page": "sources", "day": "2021-06-30"}, "all"),
    ],
    ids=str,
)
def test_a_file_holds_what_is_in_view(query: dict[str, str], key: str, snapshot: Snapshot) -> None:
    at = visit(lang="en", **query)
    at.session_state[f"data-{key}"] = True
    fine(at.run())
    file = behind(addresses(at)[0], snapshot)
    assert snapshot.dataset is not None
    figures = snapshot.dataset.figures
    known = {key for key in figures if str(snapshot.dataset.article_of[key].published.end) <= query.get("day", "9")}
    wanted = {
        key
        for key in known
        if query.get("metric", figures[key].metric) == figures[key].metric
        and query.get("region", figures[key].region) == figures[key].region
    }
    if query["page"] == "compare":
        assert ids(file)
        assert {figures[key].region for key in ids(file)} == {"lanshan", "donggang"}
    else:
        assert ids(file) >= wanted > set()
        assert ids(file) <= known
    if query["page"] == "figures":
        assert ids(file) == wanted
    rows = list(csv.DictReader(io.StringIO(file.make().decode("utf-8-sig"))))
    assert {row["license"] for row in rows} == {"CC-BY-4.0"}
    assert all(row["permalink"].startswith(HOME) for row in rows)


def test_files_of_a_past_day_are_named_so(snapshot: Snapshot) -> None:
    file = asked(snapshot, "csv", page="sources", lang="en", day="2021-06-30")
    assert file is not None
    assert file.name == "rizhao-known-2021-06-30.csv"


def test_a_file_of_other_data_than_the_page_has_shown_is_named_so(snapshot: Snapshot) -> None:
    """While data change, one process may have a version that another has not."""
    file = asked(snapshot, "csv", page="sources", lang="en", version="0" * 12)
    assert file is not None
    assert file.name == f"rizhao-version-{snapshot.digest[:12]}.csv"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize(
    "query",
    [
        {"page": "explore"},
        {"page": "explore", "show": "all", "metric": "budget-revenue", "region": ["lanshan", "donggang"]},
        {},
        {"page": "time"},
        {"page": "explore", "day": "2021-06-30"},
        {"page": "explore", "figure": "lanshan-budget-revenue-2024m01-07", "sort": "number"},
    ],
    ids=str,
)
def test_each_chart_is_behind_its_addresses(query: dict[str, str], lang: Lang, snapshot: Snapshot) -> None:
    at = fine(visit(lang=lang, **query))
    assert charts(at)
    offered = [name for name in chart_downloads.FORMATS if name != "pdf" or not renderer.missing()]
    for chart in charts(at):
        download = chart["download"]
        assert list(download["formats"]) == offered
        for form in offered:
            file = behind(f"/download/{form}?{download['query']}", snapshot)
            assert file.name == f"{chart['image']['filename']}.{form}"
            if form == "html":
                content = file.make().decode()
                assert escape(chart["title"]) in content
                assert f"{HOME}?" in content or not query
            if form == "csv":
                rows = csv.DictReader(io.StringIO(file.make().decode("utf-8-sig")))
                assert {row["figure"] for row in rows} >= {row[0] for row in chart["table"]["rows"]} - {None}
    keys = {parse_qs(chart["download"]["query"])["chart"][0] for chart in charts(at)}
    assert len(keys) == len(charts(at))


def test_a_chart_on_dark_ground_is_taken_so(snapshot: Snapshot) -> None:
    at = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    at.context["theme"] = "dark"
    at.query_params["page"] = "explore"
    [chart] = charts(fine(at.run()))
    file = behind(f"/download/html?{chart['download']['query']}", snapshot)
    assert DARK.paper in file.make().decode()


@pytest.mark.parametrize("lang", LANGS)
def test_what_the_server_cannot_draw_is_said_where_it_would_be(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    lacking: tuple[Missing, ...] = ("extra", "font")
    monkeypatch.setattr(renderer, "missing", lambda chinese: lacking)
    [chart] = charts(fine(visit(page="explore", lang=lang)))
    wanted = [words.MISSING[part].of(lang) for part in lacking]
    assert chart["download"]["notes"] == [*wanted, words.BY_THE_PAGE.of(lang)]
    assert list(chart["download"]["formats"]) == ["html", "csv"]


def test_what_is_installed_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the start of a server: to list the fonts of a machine can take seconds, and nobody is to wait for that."""
    looks: list[bool] = []

    def missing(*, chinese: bool) -> tuple[Missing, ...]:
        looks.append(chinese)
        return ()

    monkeypatch.setattr(renderer, "missing", missing)
    chart_downloads.look_around()
    assert looks == [False, True]
    for query in ({"page": "explore"}, {"page": "time"}):
        assert "pdf" in charts(fine(visit(lang="zh", **query)))[0]["download"]["formats"]
    assert len(looks) == 2


def test_what_is_embedded_is_sent_no_downloads() -> None:
    """Also where the same chart has been drawn for the whole page before."""
    at = fine(visit(page="explore"))
    assert charts(at)[0]["download"]
    at.context["is_embedded"] = True
    assert [chart["download"] for chart in charts(fine(at.run()))] == [None]


def test_charts_of_reports_are_behind_theirs() -> None:
    snapshot = Store(ROOT / "data" / "indicators.yaml").current()
    assert snapshot.dataset is not None
    known = study_of(snapshot.dataset, snapshot.digest, None)
    figure = next(iter(known.reports))
    for query in ({"page": "checks", "chart": "reports"}, {"page": "checks", "chart": "1"}, {"figure": figure}):
        file = asked(snapshot, "html", lang="en", **{"chart": "reports", **query})
        assert file is not None
        assert f"{HOME}?figure=" in file.make().decode()


@pytest.mark.parametrize(
    ("form", "query"),
    [
        ("csv", {"page": "overview"}),
        ("csv", {"page": "figures", "region": "nobody"}),
        ("csv", {"page": "nowhere"}),
        ("csv", {"page": "explore", "day": "2101-01-01"}),
        ("exe", {"page": "sources"}),
        ("../csv", {"page": "sources"}),
        ("xlsx", {"page": "explore", "chart": "region"}),
        ("html", {"page": "explore", "chart": "nothing"}),
        ("html", {"page": "explore", "chart": "__class__"}),
        ("html", {"page": "sources", "chart": "region"}),
        ("png", {"page": "explore", "chart": "region"}),
        ("csv", {"figure": "lanshan-budget-revenue-2024m01-07"}),
        ("csv", {}),
    ],
)
def test_what_no_page_offers_is_nowhere(form: str, query: dict[str, str], snapshot: Snapshot) -> None:
    assert asked(snapshot, form, lang="en", **query) is None


def test_charts_of_one_page_have_files_of_different_names() -> None:
    """They lie in one folder after they were taken, and none in the place of another."""
    shipped, query = Store(ROOT / "data" / "indicators.yaml").current(), {"page": ["time"], "lang": ["en"]}
    made = [files.of(shipped, "csv", {**query, "chart": [key]}, HOME) for key in ("gdp", "cargo-throughput")]
    assert [file.name for file in made if file] == ["rizhao-gdp-time.csv", "rizhao-cargo-throughput-time.csv"]


def test_names_of_files_are_harmless(snapshot: Snapshot) -> None:
    file = asked(snapshot, "csv", page="explore", chart="region", utm="../\r\n", version="\r\nX: 1", mode="dark")
    assert file is not None
    assert set(file.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_the_same_address_gives_the_same_bytes(snapshot: Snapshot) -> None:
    query = {"page": "explore", "metric": "budget-revenue", "lang": "zh"}
    for form, chart in (("csv", ""), ("json", ""), ("html", "region"), ("csv", "region")):
        both = [asked(Store(SAMPLE).current(), form, **query, **({"chart": chart} if chart else {})) for _ in range(2)]
        assert both[0] is not None
        assert both[1] is not None
        assert both[0].make() == both[1].make()


@pytest.mark.parametrize(
    ("url", "start"),
    [
        ("https://host.example/a/b/?page=sources", "/a/b/download/"),
        ("https://host.example//evil.example/", "/download/"),
        ("//evil.example", "/download/"),
        ("javascript:alert(1)", "/download/"),
    ],
)
def test_addresses_lead_to_this_server_below_its_base_path(url: str, start: str) -> None:
    at = AppTest.from_file(str(DASHBOARD), default_timeout=60)
    at.context["url"] = url
    at.query_params["page"] = "sources"
    at.session_state["data-all"] = True
    fine(at.run())
    assert addresses(at)
    assert all(address.startswith(start) for address in addresses(at))


@pytest.mark.parametrize("query", [{"page": "time"}, {"page": "explore", "show": "all"}], ids=str)
def test_images_of_one_page_are_named_by_what_they_show(query: dict[str, str]) -> None:
    """Of six timelines each had the same name; now an image is called like the other files of its chart."""
    at = fine(visit(SAMPLE, **query))
    names = [chart["image"]["filename"] for chart in charts(at)]
    assert names
    assert len(set(names)) == len(names)
    if query["page"] == "time":
        dataset = Store(SAMPLE).current().dataset
        assert dataset is not None
        figures = [dataset.figures[chart["table"]["rows"][0][0]] for chart in charts(at)]
        assert names == [f"rizhao-{figure.metric}-time" for figure in figures]


def test_sheets_and_order_of_the_table_leave_charts_as_they_were() -> None:
    """They are not made and sent again, and are named as before."""
    query = {"page": "explore", "metric": "budget-revenue", "show": "all"}
    plain, sorted_rows = (charts(fine(visit(**query, **order))) for order in ({}, {"sort": "number", "sheet": "2"}))
    assert plain == sorted_rows
