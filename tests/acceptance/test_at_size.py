"""Many figures: what a browser is sent is bounded, and nothing is worked out or sent twice."""

import gc
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as hst
from streamlit import config
from streamlit.testing.v1 import AppTest

from indicators import study
from indicators.charts import catalogue, stories
from indicators.charts.catalogue import Chart
from indicators.charts.stories import overviews, story, timelines
from indicators.charts.stories.atlas import MOST_PLACES
from indicators.frames import panels
from indicators.loading import loader, store
from indicators.pages.overview import front
from indicators.phrasing import evidence
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.ui.session import kept, state, studies
from indicators.ui.tables import view_tables
from indicators.values.text import LANGS, Lang
from indicators.words import terms
from indicators.words.pages import ledger as ledger_words
from indicators.words.phrasing import evidence as evidence_words
from tests import ROOT
from tests.ui.visits import charts, fine, html, table_rows, visit

pytestmark = pytest.mark.slow

REGIONS = 70
YEARS = range(2019, 2024)
HEAD = """\
dataset: {id: wide, title: {zh: 宽, en: Wide}, license: CC0-1.0}
themes: [{id: economy, name: {zh: 经济, en: Economy}}]
publishers: [{id: daily, name: {zh: 日报, en: Daily}, kind: newspaper}]
sectors: [{id: all, name: {zh: 全部, en: All}}]
metrics:
  - {id: revenue, theme: economy, name: {zh: 收入, en: Revenue}, unit: CNY, kind: flow, additive: true, better: more}
"""


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dataset of one metric in REGIONS regions over YEARS."""
    lines = [HEAD, "regions:"]
    lines += [
        f"  - {{id: r{number}, name: {{zh: 第{number}区, en: Region {number}}}, level: district,"
        f" location: [{35 + number / 100}, 119.5]}}"
        for number in range(REGIONS)
    ]
    lines += ["articles:"]
    for year in YEARS:
        lines += [
            f"  - id: a{year}",
            "    publisher: daily",
            f"    published: {year + 1}-01-05",
            "    headline: {zh: 标题, en: A headline}",
            "    url: null",
            "    figures:",
        ]
        lines += [
            f"      - {{id: r{number}-{year}, metric: revenue, region: r{number}, sector: all, period: {year},"
            f" text: {100 + number}亿元, growth: {number % 9}%, quote: 收入{100 + number}亿元增长{number % 9}%}}"
            for number in range(REGIONS)
        ]
    path = tmp_path_factory.mktemp("wide") / "indicators.yaml"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def study_of_many(wide: Path) -> Study:
    dataset = loader.load(wide).dataset
    assert dataset is not None
    return study.of(dataset)


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    kept.forget()


# --- bounds ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", LANGS)
def test_a_chart_has_so_many_rows_and_says_how_many_it_leaves_out(study_of_many: Study, lang: Lang) -> None:
    names = Names(study_of_many.dataset, lang)
    chart_story = stories.levels(study_of_many.frame, "region", names)
    drawn = [len(panel.rows) for panel in chart_story.panels]
    assert len(drawn) == len(YEARS)
    assert max(drawn) - min(drawn) <= 1
    assert sum(drawn) == panels.OF_SEVERAL
    assert chart_story.left_out == REGIONS * len(YEARS) - panels.OF_SEVERAL
    (alone,) = stories.levels(study_of_many.frame[study_of_many.frame["period"] == "2020"], "region", names).panels
    assert len(alone.rows) == REGIONS


@pytest.mark.parametrize("lang", LANGS)
def test_coverage_and_map_have_the_regions_with_most(study_of_many: Study, lang: Lang) -> None:
    names = Names(study_of_many.dataset, lang)
    coverage = stories.coverage(study_of_many.frame, names)
    assert len(coverage.regions) == overviews.MOST_SQUARES
    assert coverage.left_out == REGIONS - overviews.MOST_SQUARES
    assert {region for region, _ in coverage.counts} == set(coverage.regions)
    atlas = stories.atlas(study_of_many.frame, names, {})
    assert len(atlas.tiles) == MOST_PLACES
    texts = [study_of_many.dataset.figures[tile.figure].text for tile in atlas.tiles]
    values = [text.value for text in texts if text is not None]
    assert min(values) == (100 + REGIONS - MOST_PLACES) * 10**8
    assert atlas.left_out == len(YEARS) - 1 + REGIONS - MOST_PLACES


@pytest.mark.parametrize("lang", LANGS)
def test_no_alternative_text_is_a_book(study_of_many: Study, lang: Lang) -> None:
    names = Names(study_of_many.dataset, lang)
    chart_stories = (
        stories.coverage(study_of_many.frame, names),
        stories.over_time(study_of_many.frame, names),
        stories.atlas(study_of_many.frame, names, {}),
    )
    for chart_story in chart_stories:
        assert chart_story.alt.count(names.of(terms.SEMICOLON)) <= story.LISTED
        assert len(chart_story.alt) < 4_000


@given(hst.lists(hst.floats(-1e15, 1e15), min_size=1, max_size=900), hst.integers(6, 200))
def test_a_dense_series_keeps_its_ends_and_its_extremes(values: list[float], most: int) -> None:
    kept = timelines.telling(np.array(values), most)
    assert len(kept) <= max(most, 0) or len(values) <= most
    assert list(kept) == sorted(set(kept))
    assert {0, len(values) - 1} <= set(kept)
    drawn = [values[index] for index in kept]
    assert (min(drawn), max(drawn)) == (min(values), max(values))


@pytest.mark.parametrize("lang", LANGS)
def test_the_table_has_sheets_and_each_row_is_on_one(wide: Path, lang: Lang) -> None:
    count = REGIONS * len(YEARS)
    sheets = -(-count // view_tables.ROWS)
    seen: list[str] = []
    for sheet in range(1, sheets + 1):
        at = fine(visit(wide, page="explore", lang=lang, **({"sheet": str(sheet)} if sheet > 1 else {})))
        seen += _rows(at)
    assert len(seen) == len(set(seen)) == count
    sentence = ledger_words.ROWS.of(lang).format(
        first=f"{view_tables.ROWS * (sheets - 1) + 1:,}", last=f"{count:,}", all=f"{count:,}"
    )
    assert sentence in html(at)
    assert len(_rows(fine(visit(wide, page="explore", lang=lang, region="r1")))) == len(YEARS)


def _rows(at: AppTest) -> list[str]:
    return [f"{row.get('place', '')} {row['period']}" for row in table_rows(at)]


def test_a_long_list_of_figures_is_cut_and_says_so(wide: Path) -> None:
    at = fine(visit(wide, figure="r1-2020", lang="en"))
    listed = html(at).split(evidence_words.OF_THE_SAME.en)[1].split("<aside>")[0]
    assert listed.count("<li>") == evidence.OTHERS
    assert evidence_words.NOT_LISTED.en.format(count=REGIONS - 1 - evidence.OTHERS) in listed


def test_options_are_offered_up_to_a_limit_and_what_is_chosen_is_among_them(
    wide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("indicators.ui.elements.controls.MOST_OPTIONS", 10)
    at = fine(visit(wide, page="explore", lang="en", region="r50"))
    names = [option.partition(" (")[0] for option in at.multiselect[0].options]
    assert names == [*(f"Region {number}" for number in range(10)), "Region 50"]
    assert at.multiselect[0].value == ["r50"]


# --- nothing twice ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("page", ["overview", "explore"])
def test_what_was_drawn_for_one_is_not_drawn_for_the_next(
    wide: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    first = charts(fine(visit(wide, page=page, lang="en")))
    drawn: list[str] = []

    def instead(name: str) -> Callable[..., dict[str, Chart]]:
        def draw(*_: object, **__: object) -> dict[str, Chart]:
            drawn.append(name)
            return {}

        return draw

    for name in ("of_a_metric", "of_everything"):
        monkeypatch.setattr(catalogue, name, instead(name))
    monkeypatch.setattr(front, "page", instead("overview"))
    assert charts(fine(visit(wide, page=page, lang="en"))) == first
    assert not drawn
    visit(wide, page=page, lang="zh")
    assert drawn  # another language is another page


def test_a_file_that_changes_is_drawn_anew(wide: Path, tmp_path: Path) -> None:
    path = tmp_path / "indicators.yaml"
    path.write_text(wide.read_text(encoding="utf-8"), encoding="utf-8")
    assert "¥16.9 bn" in json.dumps(charts(fine(visit(path, page="explore", lang="en"))), ensure_ascii=False)
    path.write_text(wide.read_text(encoding="utf-8").replace("169亿元", "168亿元"), encoding="utf-8")
    again = json.dumps(charts(fine(visit(path, page="explore", lang="en"))), ensure_ascii=False)
    assert "¥16.9 bn" not in again


def test_evidence_that_opens_and_closes_leaves_the_charts_as_they_are(wide: Path) -> None:
    """A chart whose content or key changes is drawn again, which a reader sees."""
    at = fine(visit(wide, page="explore", lang="en"))
    before = sent(at)
    assert len(before) > 2
    at.session_state[state._DRAWER] = True
    at.session_state[state._WRITTEN] = {"page": ["explore"], "lang": ["en"], "figure": ["r1-2020"]}
    at.query_params["figure"] = "r1-2020"
    fine(at.run())
    assert at.get("dialog") or any("r1" in code.value for code in at.code)
    assert sent(at) == before
    del at.query_params["figure"]  # as the browser's way back does
    assert sent(fine(at.run())) == before


def sent(at: AppTest) -> list[tuple[str, bytes]]:
    return [(chart.proto.id, chart.proto.bytes) for chart in at.get("bidi_component")]


def test_what_is_kept_for_good_is_not_looked_through_by_each_collection(
    wide: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(studies, "gc", gc)  # which the other tests of pages do without
    gc.unfreeze()
    fine(visit(wide, page="checks", lang="en"))
    assert gc.get_freeze_count() > 10_000
    gc.unfreeze()


def test_streamlit_knows_every_option_that_is_set() -> None:
    """Hidden ones among them may go with a version, and what they save with them."""
    path = ROOT / ".streamlit" / "config.toml"
    sections = tomllib.loads(path.read_text(encoding="utf-8"))
    options = [f"{section}.{key}" for section in ("global", "runner", "server") for key in sections[section]]
    assert "runner.postScriptGC" in options
    for option in options:
        assert config.get_option(option) is not None
        assert option in config.get_config_options(force_reparse=False)
