"""Parts, pipelines, pairs, coverage, series and maps of the shipped data: what they say, and that Plotly takes them."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from indicators.analysis.itemisations import Itemisations
from indicators.charts import stories
from indicators.charts.plots import bars, matrix
from indicators.charts.plots.rows import Row
from indicators.charts.plots.theme import LIGHT, THEMES, ChartTheme
from indicators.frames import tidy as frames
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure

EACH_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
Figure = Mapping[str, Any]


def of(frame: pd.DataFrame, metric: str) -> pd.DataFrame:
    return frame[frame["metric"] == metric]


def rows(story: stories.PanelStory) -> list[Row]:
    return [row for panel in story.panels for row in panel.rows]


# --- parts, steps and pairs ------------------------------------------------------------------------------------------


def test_parts_lie_end_to_end_and_fill_their_whole(frame: pd.DataFrame, names: Names) -> None:
    story = stories.parts(frame, names, Itemisations(names.dataset), most=99)
    assert len(story.panels) == 5
    for panel in story.panels:
        whole, *parts = panel.rows
        assert (whole.start, whole.length, whole.style) == (0, 1, "whole")
        end = 0.0
        for part in parts:
            assert part.start == pytest.approx(end)
            end += part.length
        assert end == pytest.approx(1)
        assert [part.style for part in parts if part.style == "derived"] in ([], ["derived"])
        assert all(part.style != "derived" for part in parts[:-1])


def test_parts_without_amounts_are_not_drawn() -> None:
    part = make_figure(id="part", region="east", text=None, growth="5%", part_of="city-revenue", quote="5%")
    dataset = make_dataset(make_article(make_figure(), part))
    assert stories.parts(frames.tidy(dataset), Names(dataset, "en"), Itemisations(dataset), most=3).empty


def test_what_no_part_accounts_for_is_hatched(frame: pd.DataFrame, names: Names) -> None:
    story = stories.parts(of(frame, "project-investment"), names, Itemisations(names.dataset), most=9)
    (panel,) = story.panels
    assert [row.style for row in panel.rows] == ["whole", "actual", "actual", "derived"]
    assert {"zh": "32.54亿元", "en": "¥3.254 bn"}[names.lang] in panel.rows[-1].shown
    assert panel.rows[-1].figure == panel.rows[0].figure  # its evidence is the whole's
    formula = {"zh": "56.92亿元 − 13.42亿元 − 10.96亿元", "en": "¥5.692 bn − ¥1.342 bn − ¥1.096 bn"}[names.lang]
    assert panel.rows[-1].detail == formula


def test_pipelines_stand_in_the_order_of_their_steps(frame: pd.DataFrame, names: Names) -> None:
    story = stories.pipelines(frame, names, most=9)
    numbers = [[row.shown for row in panel.rows] for panel in story.panels]
    expected = {"zh": [["10个", "8个", "13个"], ["60个", "54个"]], "en": [["10", "8", "13"], ["60", "54"]]}
    assert numbers == expected[names.lang]
    first = names.dataset.figures[story.panels[-1].rows[0].figure]
    assert names.place(first.place) in story.title  # the panels are of several places and periods
    assert first.period.label(names.lang) in story.title


def test_then_and_now(frame: pd.DataFrame, names: Names) -> None:
    story = stories.then_and_now(frame, names, most=3)
    now, then = story.panels[0].rows
    assert (now.length, now.style, then.style) == (1, "actual", "derived")
    assert then.length == pytest.approx(1 / 2.52)
    assert then.detail == {"zh": "56.92亿元 ÷（1 + 152%）", "en": "¥5.692 bn ÷ (1 + 152%)"}[names.lang]
    assert story.left_out > 0
    metrics = {names.dataset.figures[row.figure].metric for row in rows(stories.then_and_now(frame, names, most=99))}
    assert not metrics & {"gdp", "value-added"}  # their growth is at constant prices


def test_a_holiday_week_has_no_amount_a_year_earlier() -> None:
    figures = [
        make_figure(id=f"f{n}", region=region, period=period, growth="25%")
        for n, (region, period) in enumerate({"east": "2023-01-21/P7D", "city": "2023"}.items())
    ]
    dataset = make_dataset(make_article(*figures))
    story = stories.then_and_now(frames.tidy(dataset), Names(dataset, "en"), most=3)
    assert [row.figure for row in rows(story)] == ["f1", "f1"]
    assert story.left_out == 0


@EACH_THEME
def test_plotly_takes_shares(frame: pd.DataFrame, names: Names, theme: ChartTheme) -> None:
    for story in (
        stories.parts(frame, names, Itemisations(names.dataset), most=9),
        stories.pipelines(frame, names, most=9),
        stories.then_and_now(frame, names, most=9),
    ):
        figure = bars.shares(story.panels, theme=theme)
        assert len(go.Figure(figure).data) == len(figure["data"])
        derived = [row.style == "derived" for row in rows(story)]
        shapes = figure["data"][1]["marker"].get("pattern", {}).get("shape", [""] * len(derived))
        assert [shape == "/" for shape in shapes] == derived


def test_over_is_an_arrow_and_an_interval(frame: pd.DataFrame, names: Names) -> None:
    """3万余亩: the bar ends at 30,000 with an arrow, and the line on it goes on to 40,000."""
    figure = bars.levels(stories.levels(of(frame, "planted-area"), "region", names).panels, theme=LIGHT)
    assert figure["layout"]["xaxis"]["range"] == [0, 40_000]
    (whisker,) = [trace for trace in figure["data"] if trace.get("mode") == "lines"]
    assert whisker["x"][:2] == [30_000, 40_000]
    (arrow,) = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    assert (arrow["x"], arrow["marker"]["symbol"]) == ([30_000], ["triangle-right"])
    assert len(go.Figure(figure).data) == len(figure["data"])


# --- coverage --------------------------------------------------------------------------------------------------------


def test_coverage_counts_every_figure_once(frame: pd.DataFrame, names: Names) -> None:
    story = stories.coverage(frame, names)
    assert sum(story.counts.values()) == len(frame)
    assert set(story.counts) == set(zip(frame["region"], frame["sector"], strict=True))
    assert story.counts["rizhao-etdz", "equipment"] == 4


@EACH_THEME
def test_not_reported_is_a_dot_and_no_zero(frame: pd.DataFrame, names: Names, theme: ChartTheme) -> None:
    story = stories.coverage(frame, names)
    figure = matrix.coverage(story.regions, story.sectors, story.counts, story.hover, theme=theme)
    dots, squares = go.Figure(figure).data
    assert len(squares.x) == len(story.counts)
    assert len(dots.x) == len(story.regions) * len(story.sectors) - len(story.counts)
    assert "0" not in squares.text
    assert [tuple(handed[:2]) for handed in squares.customdata] == [
        (region, sector) for sector in story.sectors for region in story.regions if (region, sector) in story.counts
    ]


def test_nothing_to_show(frame: pd.DataFrame, names: Names) -> None:
    nothing = frame.iloc[:0]
    assert stories.parts(nothing, names, Itemisations(names.dataset), most=9).empty
    assert stories.pipelines(nothing, names, most=9).empty
    assert stories.then_and_now(nothing, names, most=9).empty
    assert stories.over_time(nothing, names).panels == ()
    assert not stories.coverage(nothing, names).counts
    go.Figure(matrix.coverage({}, {}, {}, {}, theme=LIGHT))


def test_the_frame_stays_as_it_was(frame: pd.DataFrame, names: Names) -> None:
    before = frame.copy(deep=True)
    stories.parts(frame, names, Itemisations(names.dataset), most=9)
    stories.pipelines(frame, names, most=9)
    stories.then_and_now(frame, names, most=9)
    stories.coverage(frame, names)
    stories.over_time(of(frame, "postdoc-bases"), names)
    pd.testing.assert_frame_equal(frame, before)


def test_the_name_of_the_last_column_has_room() -> None:
    """Plotly draws no label that the edge would cut: it rises to the right at 60 degrees."""
    short, long = (
        matrix.coverage({"a": "A", "b": name}, {"x": "X"}, {("b", "x"): 1}, {("b", "x"): ""}, theme=LIGHT)
        for name in ("B", "Kushan Township")
    )
    assert long["layout"]["margin"]["r"] > 40
    assert short["layout"]["margin"]["r"] < 10
