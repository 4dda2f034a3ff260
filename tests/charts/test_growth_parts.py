"""Charts of growth that is worked out: steps of a waterfall, the last months, and the periods of one series."""

from typing import Any

import pytest

from indicators import study
from indicators.charts import catalogue, marks
from indicators.charts.catalogue import Chart, ChartContext
from indicators.charts.plots.rows import Row
from indicators.charts.plots.theme import LIGHT
from indicators.charts.stories import PanelStory
from indicators.export import chart_table, edition
from indicators.model.dataset import Dataset
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, Lang
from tests.builders import make_article, make_dataset, make_figure


def chart_of(dataset: Dataset, show: str, metric: str, lang: Lang = "en") -> Chart:
    known = study.of(dataset)
    rows = known.frame[known.frame["metric"] == metric]
    return catalogue.of_a_metric(rows, ChartContext(known, Names(dataset, lang), LIGHT, {}), (show,))[show]


def rows_of(chart: Chart) -> list[Row]:
    assert isinstance(chart.story, PanelStory)
    return [row for panel in chart.story.panels for row in panel.rows]


def test_steps_lead_from_part_to_part_to_the_printed_growth(shipped: Dataset) -> None:
    chart = chart_of(shipped, "contributions", "budget-revenue")
    shown = [(row.name, row.shown, row.style) for row in rows_of(chart)]
    assert shown == [
        ("Tax revenue in the general public budget", "−1.9", "derived-fall"),
        ("Non-tax revenue in the general public budget", "+6.9", "derived"),
        ("General public budget revenue", "+5.0", "actual"),
    ]
    assert chart.story.title.startswith("All of the growth in Rizhao’s general public budget revenue came")
    assert rows_of(chart)[0].detail == "¥8.2 bn  −2.7% · between −1.94 and −1.85"
    low, high = chart.spec["layout"]["xaxis"]["range"]
    assert (low, high) == pytest.approx((-0.01896, 0.05033), abs=1e-4)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("show", ["contributions", "months"])
def test_words_over_a_mark_have_three_lines_and_the_number_first(shipped: Dataset, show: str, lang: Lang) -> None:
    for row in rows_of(chart_of(shipped, show, "budget-revenue", lang)):
        lines = row.hover.split("\n")
        assert len(lines) == 3
        assert row.derived is None or row.shown in lines[0]


def test_the_table_of_steps_has_intervals(shipped: Dataset) -> None:
    chart = chart_of(shipped, "contributions", "budget-revenue")
    text = chart_table.csv(
        chart, edition.of(study.of(shipped), ""), Names(shipped, "en"), "https://example.org"
    ).decode()
    row = next(line for line in text.splitlines() if "Non-tax" in line)
    assert "between +6.91 and +6.95" in row
    assert "0.0691" in row, text


def test_the_last_months_have_a_tick_at_the_growth_before(shipped: Dataset) -> None:
    chart = chart_of(shipped, "months", "budget-revenue")
    shown = {row.name: row.shown for row in rows_of(chart)}
    assert (shown["Donggang District"], shown["Rizhao ETDA"]) == ("−13.5%", "≈ 0")
    ticks = chart.spec["data"][-1 - sum("text" in trace for trace in chart.spec["data"])]["x"]
    assert 0.007 in ticks, "Lanshan in the first half-year"


def test_a_derived_fall_is_hatched_in_the_colour_of_falls() -> None:
    look = marks.look("derived-fall", LIGHT)
    assert (look.fill, look.pattern) == (LIGHT.fall, "/")


def grown(*periods: str, **more: Any) -> Dataset:
    figures = [
        make_figure(id=f"f{index}", period=period, growth=f"{index + 1}%", text=None, quote=f"{index + 1}%", **more)
        for index, period in enumerate(periods)
    ]
    return make_dataset(make_article(*figures))


@pytest.mark.parametrize(
    ("periods", "names"),
    [
        (("2021", "2022"), ["2021", "2022"]),
        (("2022", "2021"), ["2021", "2022"]),
        (("2021-S1", "2022"), ["City"]),
        (("2022",), ["City"]),
    ],
    ids=["two years", "in the order of time", "of another length", "one"],
)
def test_growth_of_one_series_is_told_period_by_period(periods: tuple[str, ...], names: list[str]) -> None:
    dataset = grown(*periods)
    metric = next(iter(dataset.figures.values())).metric
    assert [row.name for row in rows_of(chart_of(dataset, "growth", metric))] == names
