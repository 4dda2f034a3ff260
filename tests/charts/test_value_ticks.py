"""The values beside the lines of an axis are those at which the lines stand."""

import math

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from indicators.charts.plots import timelines
from indicators.charts.plots.theme import LIGHT
from indicators.charts.plots.value_ticks import value_ticks
from indicators.model.articles import Figure
from tests.charts.test_timelines import at, dataset_of, story_of, traces


def read(words: str) -> float:
    return float(words.removesuffix("%").replace(",", "").replace("−", "-"))


@given(st.floats(-1e12, 0), st.floats(0, 1e12))
@example(0.0, 1e-3)
@example(0.0, 1e9)
@example(-0.3, 0.9)
def test_each_value_is_written_in_full(floor: float, top: float) -> None:
    assume(top - floor > 1e-6)
    ticks = value_ticks(floor, top)
    slack = 1e-8 * (top - floor)
    assert 1 <= len(ticks) <= 5
    assert 0 in ticks
    assert all(floor - slack <= value <= top + slack for value in ticks)
    assert [read(words) for words in ticks.values()] == pytest.approx(list(ticks), rel=1e-9, abs=1e-9)
    size = (top - floor) / 4
    for value, following in zip(ticks, list(ticks)[1:], strict=False):
        step = following - value
        assert size * (1 - 1e-6) <= step <= size * 2.5 * (1 + 1e-6)
        assert float(f"{step / 10 ** math.floor(math.log10(step) + 1e-9):.6f}") in {1, 2, 5}


@pytest.mark.parametrize(
    ("ends", "words"),
    [
        ((0.0, 49.4), ["0", "20", "40"]),
        ((0.0, 1.8), ["0", "0.5", "1.0", "1.5"]),
        ((0.0, 23_000.0), ["0", "10,000", "20,000"]),
        ((-12.5, 8.0), ["−10", "0"]),
    ],
)
def test_values_are_written_with_as_many_decimals_as_all_of_them_need(
    ends: tuple[float, float], words: list[str]
) -> None:
    assert list(value_ticks(*ends).values()) == words


AMOUNTS = [at("2019", "10亿元"), at("2020", "20亿元"), at("2021", "30亿元"), at("2020", "7亿元", region="east")]
RATES = [at("2019", None, growth="-4%"), at("2020", None, growth="12%"), at("2021", None, growth="7%")]


@pytest.mark.parametrize("figures", [AMOUNTS, RATES], ids=["amounts", "rates"])
def test_panels_over_time_have_words_where_their_lines_are(figures: list[Figure]) -> None:
    """Plotly takes longer for twelve axes that are seen than for all marks: the words are traces."""
    story = story_of(dataset_of(*figures))
    layout = timelines.timelines(story.panels, theme=LIGHT)["layout"]
    assert [key for key in layout if key.startswith("xaxis")] == ["xaxis", "xaxis2"]
    assert not layout["xaxis2"]["visible"]
    assert not layout["annotations"]
    for number, panel in enumerate(story.panels, 2):
        axis = layout[f"yaxis{number}"]
        floor, top = axis["range"]
        assert not axis["showticklabels"]
        written = [trace for trace in traces(story) if trace["yaxis"] == f"y{number}" and "text" in trace]
        assert all(floor < y < top for trace in written for y in trace["y"])  # Plotly shows no words beyond an axis
        heading, values, years = written[-3:]
        pixel = (top - floor) / (axis["domain"][1] - axis["domain"][0]) / layout["height"]
        lines = axis["tickvals"][panel.plotted == "growth" :]
        assert [read(words) for words in values["text"]] == pytest.approx(lines)
        assert values["y"] == pytest.approx([value - pixel for value in lines], rel=1e-3)
        assert all(words.endswith("%") for words in values["text"]) == (panel.plotted == "growth")
        assert (heading["text"], heading["y"][0] > max(lines)) == ([panel.heading], True)
        assert dict(zip(years["x"], years["text"], strict=True)) == {f"{y}-07-02": f"{y}" for y in (2019, 2020, 2021)}
        assert all(y < min(axis["tickvals"]) for y in years["y"])


def test_the_floor_of_a_panel_is_a_line_also_below_zero() -> None:
    spec = timelines.timelines(story_of(dataset_of(*RATES)).panels, theme=LIGHT)
    lowest = min(y for trace in spec["data"] if "customdata" in trace for y in trace["y"])
    assert spec["layout"]["yaxis2"]["tickvals"][0] == pytest.approx(1.15 * lowest)


def test_chinese_values_have_nothing_between_thousands() -> None:
    assert list(value_ticks(0, 4100, thousands="").values()) == ["0", "2000", "4000"]
    assert list(value_ticks(0, 4100).values()) == ["0", "2,000", "4,000"]
