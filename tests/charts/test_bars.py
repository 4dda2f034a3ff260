"""Bars: how they look by what they are, and what is drawn on them."""

import math
from collections.abc import Sequence

import pandas as pd
import pytest

from indicators.charts import stories
from indicators.charts.plots import bars
from indicators.charts.plots.rows import MARK, THIN, Panel
from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme
from indicators.frames import tidy as frames
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure
from tests.charts.specs import Spec, lines, marks, row


def progress(shares: Sequence[float]) -> Spec:
    return bars.progress([Panel("", [row(share) for share in shares])], [0.5 for _ in shares], theme=LIGHT)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_styles(theme: ChartTheme) -> None:
    """Colour is never the only sign: what is not a result has an edge, and a target is hollow."""
    styles = ("actual", "whole", "fall", "target", "expected")
    _, trace, *_ = bars.levels([Panel("", [row(style=style) for style in styles])], theme=theme)["data"]
    drawn = trace["marker"]
    fills = dict(zip(styles, drawn["color"], strict=True))
    edges = dict(zip(styles, zip(drawn["line"]["color"], drawn["line"]["width"], strict=True), strict=True))
    assert fills == {
        "actual": theme.accent,
        "whole": theme.whole,
        "fall": theme.fall,
        "target": "rgba(0,0,0,0)",
        "expected": theme.pale,
    }
    assert "pattern" not in drawn
    assert {style: edges[style] for style in ("target", "expected")} == dict.fromkeys(
        ("target", "expected"), (theme.accent, 1.5)
    )
    assert all(edges[style][1] == 0 for style in ("actual", "whole", "fall"))


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (2_500_000, 2_600_000, [2_500_000, 2_600_000]),  # 250余万
        (2_500_000, math.inf, [2_500_000, 2_600_000]),  # 超250万: as far as the chart goes
        (2_599_500, 2_600_500, None),  # 260.0万: too narrow to be seen
        (math.nan, math.nan, None),
    ],
)
def test_whiskers(low: float, high: float, drawn: list[float] | None) -> None:
    """They show the interval, where it is wide."""
    figure = bars.levels([Panel("", [row(2_500_000, low=low, high=high), row(2_600_000, figure="other")])], theme=LIGHT)
    whiskers = [trace["x"][:2] for trace in lines(figure)]
    assert whiskers == ([drawn] if drawn else [])


def test_a_whisker_stands_on_its_bar(frame: pd.DataFrame, names: Names) -> None:
    story = stories.levels(frame[frame["metric"] == "postdoc-support-paid"], "region", names)
    figure = bars.levels(story.panels, theme=LIGHT)
    (whisker,) = lines(figure)
    assert whisker["y"][:2] == [marks(figure)["y"][0]] * 2
    assert whisker["x"][0] == 2_500_000


@pytest.mark.parametrize(
    ("shares", "span", "breaks"),
    [
        ([0.4, 0.9], 1.0, 0),
        ([0.4, 1.0], 1.0, 0),
        ([0.4, 1.5], 1.5, 0),
        ([0.4, 1.6], bars.CAP, 0),
        ([4.14, 0.5, 1.7], bars.CAP, 2),
    ],
)
def test_a_bar_that_is_cut_has_a_broken_end(shares: list[float], span: float, breaks: int) -> None:
    figure = progress(shares)
    assert figure["layout"]["xaxis"]["range"] == [0.0, span]
    assert marks(figure)["x"] == [min(share, span) for share in shares]
    heads = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    assert [len(trace["x"]) for trace in heads] == ([breaks] if breaks else [])
    for trace in heads:
        over = [y for y, share in zip(marks(figure)["y"], shares, strict=True) if share > span]
        assert trace["y"] == over
        assert all(0 < x < span for x in trace["x"])
        assert trace["marker"]["symbol"] == "line-ne-open"
        assert trace["marker"]["line"]["color"] == LIGHT.paper


def test_pace_is_a_tick_at_the_share_of_the_year_gone() -> None:
    panels = [Panel("", [row(0.4), row(1.2, figure="other")])]
    figure = bars.progress(panels, [0.5, 0.75], theme=LIGHT)
    plan, pace = lines(figure)
    assert pace["x"] == [0.5, 0.5, None, 0.75, 0.75, None]
    assert plan["x"] == [1.0, 1.0, None, 1.0, 1.0, None]
    for trace in (plan, pace):
        middles = [(trace["y"][start] + trace["y"][start + 1]) / 2 for start in (0, 3)]
        assert middles == marks(figure)["y"]


def test_the_end_of_the_plan_is_not_drawn_where_the_chart_ends_there() -> None:
    plan, _ = lines(progress([0.4]))
    assert plan["x"] == []


def test_growth_has_a_line_at_zero() -> None:
    figure = bars.growth([Panel("", [row(0.4), row(-0.1, figure="other", style="fall")])], theme=LIGHT)
    (zero,) = lines(figure)
    assert [x for x in zero["x"] if x is not None] == [0.0] * 4
    assert figure["layout"]["xaxis"]["range"] == [-0.1, 0.4]


def test_a_number_with_nothing_beside_it_is_a_thin_line() -> None:
    """A bar as wide as the panel would say nothing; two panels of one period share a scale and are bars."""
    lone = make_figure(id="lone", region="east", text="5亿元", quote="5亿元", period="2021")
    pair = [make_figure(id=key, region=key, text="5亿元", quote="5亿元") for key in ("east", "city")]
    for figures, width in (([lone], THIN), ([lone, *pair], [MARK, MARK, THIN]), (pair, MARK)):
        dataset = make_dataset(make_article(*figures))
        story = stories.levels(frames.tidy(dataset), "region", Names(dataset, "en"))
        drawn = [trace for trace in bars.levels(story.panels, theme=LIGHT)["data"] if trace["type"] == "bar"]
        assert [trace["width"] for trace in drawn] == [MARK, width]
