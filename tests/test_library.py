"""``indicators.load`` and the charts that a notebook gets of it."""

import re
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import pytest

import indicators
from indicators.charts.catalogue import CHARTS
from indicators.charts.plots.theme import THEMES, Mode
from indicators.values.text import LANGS, Lang
from tests import ROOT, SAMPLE
from tests.builders import GROUPED

WITHOUT_METRIC = [kind.public_name for key, kind in CHARTS.items() if kind.of_everything and key != "group"]
"""The sample has no groups."""


@pytest.fixture(scope="module")
def data() -> indicators.Data:
    return indicators.load(SAMPLE)


def test_every_name_of_a_chart_is_documented() -> None:
    document = (ROOT / "docs" / "export.md").read_text(encoding="utf-8")
    for name in (chart_type.public_name for chart_type in CHARTS.values()):
        assert re.search(rf"\b{name}\b", indicators.Data.chart.__doc__ or ""), name
        assert f"`{name}`" in document, name


def words(figure: go.Figure) -> str:
    return " ".join(text for trace in figure.data for text in trace.text or ())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WITHOUT_METRIC)
def test_a_chart_of_everything_is_a_figure(data: indicators.Data, name: str, lang: Lang) -> None:
    figure = data.chart(name, lang=lang)
    assert isinstance(figure, go.Figure)
    assert figure.data


def drawn(data: indicators.Data, name: str, metric: str, lang: Lang) -> go.Figure | str:
    """The chart, or why there is none."""
    try:
        return data.chart(name, metric=metric, lang=lang)
    except ValueError as reason:
        return str(reason)


@pytest.mark.slow
@pytest.mark.parametrize("lang", LANGS)
def test_every_chart_of_a_metric_is_a_figure_or_a_reason(data: indicators.Data, lang: Lang) -> None:
    metrics = data.frame["metric"].unique()
    for name in (chart_type.public_name for chart_type in CHARTS.values()):
        charts = [drawn(data, name, metric, lang) for metric in metrics]
        assert all(isinstance(chart, go.Figure) or chart[-1] in "。." for chart in charts), name
        assert name in {"pipelines", "by-group"} or any(isinstance(chart, go.Figure) for chart in charts), name


def test_groups_are_compared_and_chosen() -> None:
    """The chart of everything is of the metric with most groups; of one group there is nothing to compare."""
    data = indicators.load(GROUPED)
    assert "Newly begun" in words(data.chart("by-group", lang="en"))
    assert "城镇居民" in words(data.chart("by-group", metric="jobs", lang="zh"))
    regions = data.chart("by-region", metric="income", group="urban", lang="en")
    assert {figure for trace in regions.data for (figure, *_) in trace.customdata or ()} == {
        "income-urban", "income-urban-dg", "income-urban-ls", "income-urban-2017",
    }  # fmt: skip
    with pytest.raises(ValueError, match="All of these figures are of Rural residents"):
        data.chart("by-group", metric="income", group="rural", lang="en")
    with pytest.raises(ValueError, match="no group “urbn”"):
        data.chart("growth", group="urbn", lang="en")


@pytest.mark.parametrize("mode", THEMES)
def test_a_chart_is_in_the_mode_that_is_asked_for(data: indicators.Data, mode: Mode) -> None:
    figure = data.chart("growth", mode=mode)
    assert figure.layout.template.layout.font.color == THEMES[mode].ink


def test_a_chart_is_of_the_metric_and_the_places_that_are_asked_for(data: indicators.Data) -> None:
    regions = ["donggang", "lanshan"]
    figure = data.chart("by-region", metric="budget-revenue", region=regions, lang="zh")
    frame = data.frame
    reported = frame[(frame["metric"] == "budget-revenue") & frame["region"].isin(regions) & frame["value"].notna()]
    assert {key for key, _ in figure.data[1].customdata} == set(reported["figure"])


def test_one_place_may_be_given_by_itself(data: indicators.Data) -> None:
    assert words(data.chart("growth", region="rizhao")) == words(data.chart("growth", region=["rizhao"]))


@pytest.mark.parametrize(
    ("arguments", "lang", "sentence"),
    [
        (
            {"name": "by-regoin"},
            "en",
            "There is no chart “by-regoin”; there are: by-region, by-sector, by-group, growth, progress, over-time, "
            "parts, contributions, last-months, pipelines, map, then-and-now, ratios, coverage. "
            "Did you mean “by-region”?",
        ),
        ({"name": "growth", "metric": "gpd"}, "en", "There is no metric “gpd”. Did you mean “gdp”?"),
        ({"name": "growth", "region": "rizho"}, "zh", "没有名为“rizho”的地区。是否想写“rizhao”？"),
        ({"name": "growth", "sector": ["all", "x-x"]}, "en", "There is no sector “x-x”."),
        (
            {"name": "over-time", "metric": "fund-size"},
            "en",
            "All of these figures are of August 2022: there is no other period.",
        ),
        ({"name": "parts", "metric": "urban-income"}, "zh", "所选各数没有分列的部分。"),
    ],
)
def test_what_is_no_chart_says_why(data: indicators.Data, arguments: dict[str, Any], lang: Lang, sentence: str) -> None:
    with pytest.raises(ValueError, match=r"[.?。？]$") as error:
        data.chart(**arguments, lang=lang)
    assert str(error.value) == sentence


def test_without_a_dataset_there_is_no_chart(tmp_path: Path) -> None:
    path = tmp_path / "indicators.yaml"
    path.write_text("dataset: {id: x", encoding="utf-8")
    with pytest.raises(ValueError, match=r"no dataset: .*indicators\.yaml"):
        indicators.load(path).chart("growth")
