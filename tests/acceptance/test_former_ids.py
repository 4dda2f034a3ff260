"""Links with a former id go on working: in the dashboard, on the site, on the command line, in notebooks."""

import json
from pathlib import Path

import pytest

import indicators
from indicators.cli.main import main
from indicators.loading.loader import load
from indicators.site import downloads
from indicators.values.text import LANGS, Lang
from tests.builders import GOOD, changed, load_text, write
from tests.site.sites import BASE, assert_leads, elements, make, words_of
from tests.ui.visits import fine, html, texts, visit

RENAMED = changed(
    ("- id: city-revenue\n", "- id: city-revenue\n        former: [revenue-of-the-city, rev-22]\n"),
    ("  - id: first\n", "  - id: first\n    former: [red-ribbon]\n"),
    ("{id: revenue, theme", "{id: revenue, former: [income], theme"),
    ("{id: city, name", "{id: city, former: [stadt], name"),
    ("{id: daily, name", "{id: daily, former: [the-daily], name"),
)
KNOWN = {
    "figure": {"revenue-of-the-city": "city-revenue", "rev-22": "city-revenue"},
    "article": {"red-ribbon": "first"},
    "metric": {"income": "revenue"},
    "region": {"stadt": "city"},
    "publisher": {"the-daily": "daily"},
}


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return write(tmp_path, RENAMED)


def test_the_dataset_knows_them(data: Path) -> None:
    loaded = load(data)
    assert loaded.problems == ()
    assert loaded.dataset is not None
    assert {kind: renamed for kind, renamed in loaded.dataset.renamed.items() if renamed} == KNOWN


def test_a_reference_to_a_former_id_is_answered_with_the_present_one(tmp_path: Path) -> None:
    changes = [("region: east\n", "region: stadt\n"), ("text: 14家", "text: 14家\n        part_of: rev-22")]
    text = changed(*changes, text=RENAMED)
    problems = load_text(tmp_path, text).problems
    facts = [problem.facts for problem in problems if problem.code == "unknown-id"]
    assert {(fact["id"], fact["suggestion"]) for fact in facts} == {("stadt", "city"), ("rev-22", "city-revenue")}


NOTICES = {"zh": "这个数的链接已改：标识 {} 现为 {}。", "en": "This figure’s link has changed: its id {} is now {}."}


@pytest.mark.parametrize("lang", LANGS)
def test_the_dashboard_shows_the_figure_and_rewrites_the_link(data: Path, lang: Lang) -> None:
    at = fine(visit(data, lang=lang, figure="rev-22", region=["stadt", "east"], utm_source="x"))
    assert at.query_params["figure"] in ("city-revenue", ["city-revenue"])
    assert at.query_params["region"] == ["city", "east"]
    assert at.query_params["utm_source"] in ("x", ["x"])
    shown = [text.replace("\\", "") for text in texts(at)]
    notice = NOTICES[lang].format("rev-22", "city-revenue")
    assert any(notice in text for text in shown)
    assert "/?figure=city-revenue</code>" in html(at)  # its permanent link
    at.run()
    assert not any(notice in text.replace("\\", "") for text in texts(fine(at)))


@pytest.mark.parametrize("base", ["", BASE])
def test_the_site_leads_on_from_the_old_addresses(
    data: Path, tmp_path: Path, base: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv",))
    dataset = load(data).dataset
    assert dataset is not None
    out = tmp_path / "site"
    make(dataset, out, base=base)
    leads = {
        f"{kind}/{old}.html": f"{new}.html"
        for kind, renamed in KNOWN.items()
        for old, new in renamed.items()
        if kind != "publisher"
    }
    (embed,) = (path.name for path in (out / "en" / "embed").glob("revenue-growth.html"))
    leads[f"embed/income-{embed.removeprefix('revenue-')}"] = embed
    for lang in LANGS:
        for old, new in leads.items():
            path = out / lang / old
            metas = {meta.get("http-equiv") or meta.get("name"): meta.get("content") for meta in elements(path, "meta")}
            assert (metas["refresh"], metas["robots"]) == (f"0; url={new}", "noindex")
            (canonical,) = (link.get("href") for link in elements(path, "link") if link.get("rel") == "canonical")
            folder = old.partition("/")[0]
            assert canonical == (f"{base}{lang}/{folder}/{new}" if base else new)
            (anchor,) = elements(path, "a")
            assert anchor.get("href") == new
            assert words_of(anchor)
            assert_leads(path, new)
    if base:
        sitemap = (out / "sitemap.xml").read_text("utf-8")
        assert f"{BASE}en/figure/city-revenue.html<" in sitemap
        assert not [old for old in leads if old in sitemap]


@pytest.mark.parametrize(
    ("key", "value", "figures"),
    [
        ("metric", "income", ["city-revenue"]),
        ("region", "stadt", ["city-revenue", "east-firms"]),
        ("article", "red-ribbon", ["city-revenue", "east-firms"]),
        ("publisher", "the-daily", ["city-revenue", "east-firms"]),
    ],
)
def test_show_knows_them(
    data: Path, key: str, value: str, figures: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", "--data", str(data), f"--{key}", value, "--format", "json"]) == 0
    assert [row["figure"] for row in json.loads(capsys.readouterr().out)] == figures


def test_verify_knows_them(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = write(tmp_path, "标题\n收入56.92亿元，增长32%，完成计划的52.1%，企业14家。\n", "page.txt")
    assert main(["verify", "red-ribbon", "--data", str(data), "--text", str(page), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("first: ")


def test_exports_of_charts_know_them(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "charts"
    arguments = ["--view", "?page=explore&metric=income&show=growth&region=stadt", "--format", "csv", "--out", str(out)]
    assert main(["export", "charts", "--data", str(data), *arguments]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert "revenue" in Path(line).read_text("utf-8-sig")


def test_notebooks_know_them(data: Path) -> None:
    loaded = indicators.load(data)
    present = loaded.chart("growth", metric="revenue", region="city")
    assert loaded.chart("growth", metric="income", region="stadt") == present


def test_good_has_none(tmp_path: Path) -> None:
    dataset = load_text(tmp_path, GOOD).dataset
    assert dataset is not None
    assert not any(dataset.renamed.values())
