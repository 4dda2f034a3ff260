"""Dots and ranges as Plotly will read them."""

import copy
import math
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import plotly.graph_objects as go
import pytest

from indicators.charts.plots.ranges import Scale, ranges
from indicators.charts.plots.rows import GAP, MARK, Row
from indicators.charts.plots.theme import LIGHT, THEMES, ChartTheme
from tests.charts.specs import PAYLOADS, words

EACH_THEME = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
STYLES = ("standing", "repeated", "superseded", "conflict")


def row(value: float = 14.0, **changes: Any) -> Row:
    usual = {"figure": "f1", "name": "Daily", "shown": "14", "hover": "Firms, City, 14", "style": "standing"}
    return Row(length=value, **{**usual, "low": value, "high": value, **changes})


def scale(*rows: Row, **changes: Any) -> Scale:
    usual = {"heading": "", "span": (10.0, 20.0), "ticks": ((10.0, "10"), (15.0, "15"), (20.0, "20"))}
    return Scale(rows=rows or (row(),), **{**usual, **changes})


def dots(figure: dict[str, Any]) -> dict[str, Any]:
    (dots,) = (trace for trace in figure["data"] if trace.get("mode") == "markers" and "customdata" in trace)
    return dict(dots)


def paths(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The rulers, and then the ranges of each style."""
    return [trace for trace in figure["data"] if trace.get("mode") == "lines"]


MANY = (
    scale(
        row(12, low=11, high=13),
        row(14, figure="f2", style="conflict", low=14, high=math.inf),
        row(19, figure="f3", style="superseded", low=-math.inf, high=19),
        row(12, figure="f4", style="repeated"),
        heading="Amount",
        band=(11.0, 13.0),
    ),
    scale(row(0.05, figure="f5", low=0.045, high=0.055), heading="Growth", span=(0.0, 0.1), ticks=((0.05, "5%"),)),
)


@EACH_THEME
def test_plotly_takes_it(theme: ChartTheme) -> None:
    for scales in (MANY, [], [scale()], [scale(ticks=())], [Scale("", (), (0.0, 1.0))]):
        figure = ranges(scales, theme=theme)
        assert len(go.Figure(figure).data) == len(figure["data"])
        assert figure["layout"]["height"] >= 60
        assert figure["layout"]["template"]["layout"]["font"]["color"] == theme.ink


def test_dots_stand_where_their_scale_has_them() -> None:
    assert dots(ranges(MANY, theme=LIGHT))["x"] == pytest.approx([0.2, 0.4, 0.9, 0.2, 0.5])


def test_every_mark_leads_to_its_figure() -> None:
    figure = ranges(MANY, theme=LIGHT)
    marked = (*figure["data"][:2], dots(figure))
    for trace in marked:
        assert [handed[0] for handed in trace["customdata"]] == ["f1", "f2", "f3", "f4", "f5"]
        assert trace["hovertemplate"] == "%{customdata[1]}<extra></extra>"
    others = [trace for trace in figure["data"] if "customdata" not in trace]
    assert len(others) == len(figure["data"]) - len(marked)
    assert all(trace["hoverinfo"] == "skip" for trace in others)


def test_a_row_is_as_easy_to_hit_as_the_chart_is_wide() -> None:
    figure = ranges(MANY, theme=LIGHT)
    track = figure["data"][0]
    assert (track["base"], set(track["x"])) == (0.0, {1.0})
    assert figure["layout"]["xaxis"]["range"] == [0.0, 1.0]
    assert figure["layout"]["yaxis"]["range"] == [pytest.approx(figure["layout"]["height"], abs=1), 0]


def test_a_range_is_a_line_with_a_stop_at_each_end_that_it_has() -> None:
    _, range_, *_ = paths(ranges([scale(row(12, low=11, high=13))], theme=LIGHT))
    pieces = list(zip(range_["x"][::3], range_["x"][1::3], strict=True))
    assert pieces == [pytest.approx((0.1, 0.3)), pytest.approx((0.1, 0.1)), pytest.approx((0.3, 0.3))]


@pytest.mark.parametrize(
    ("low", "high", "ends", "arrows"),
    [
        (14.0, math.inf, (0.4, 1.0), {"triangle-right": 0.985}),
        (-math.inf, 14.0, (0.0, 0.4), {"triangle-left": 0.015}),
        (14.0, 16.0, (0.4, 0.6), {}),
    ],
)
def test_an_open_range_runs_off_with_an_arrow(
    low: float, high: float, ends: tuple[float, float], arrows: dict[str, float]
) -> None:
    figure = ranges([scale(row(14, low=low, high=high))], theme=LIGHT)
    _, range_ = paths(figure)
    assert range_["x"][:2] == pytest.approx(list(ends))
    heads = [trace for trace in figure["data"] if trace.get("mode") == "markers" and "customdata" not in trace]
    assert [dict(zip(trace["marker"]["symbol"], trace["x"], strict=True)) for trace in heads] == [arrows] * bool(arrows)


@pytest.mark.parametrize(("low", "high"), [(14.0, 14.0), (math.nan, math.nan)])
def test_what_is_known_exactly_has_no_line(low: float, high: float) -> None:
    _, range_ = paths(ranges([scale(row(14, low=low, high=high))], theme=LIGHT))
    assert range_["x"] == []


@EACH_THEME
def test_colour_is_never_the_only_sign(theme: ChartTheme) -> None:
    """No two styles have the same shape, size and filling."""
    figure = ranges([scale(*(row(12, style=style, low=11, high=13) for style in STYLES))], theme=theme)
    marker = dots(figure)["marker"]
    hollow = [colour == theme.paper for colour in marker["color"]]
    looks = dict(zip(STYLES, zip(marker["symbol"], marker["size"], hollow, strict=True), strict=True))
    assert len(set(looks.values())) == len(STYLES)
    assert looks["standing"] == ("circle", 12, False)
    assert looks["superseded"] == ("circle", 12, True)
    assert looks["conflict"][0] == "diamond"
    dashes = [path["line"]["dash"] for path in paths(figure)[1:]]
    assert dict(zip(STYLES, dashes, strict=True)) == dict.fromkeys(STYLES, "solid") | {"superseded": "dot"}


def test_the_band_lies_in_the_rows_of_its_scale() -> None:
    band = ranges(MANY, theme=LIGHT)["data"][1]
    assert band["base"] == pytest.approx([0.1] * 4 + [0.0])
    assert band["x"] == pytest.approx([0.2] * 4 + [0.0])


def test_a_band_that_is_open_ends_with_the_scale() -> None:
    band = ranges([scale(row(), row(), band=(14.0, math.inf))], theme=LIGHT)["data"][1]
    assert (band["base"], band["x"][0]) == pytest.approx((0.4, 0.6))


def test_the_numbers_of_a_scale_stand_under_it_and_within_the_chart() -> None:
    figure = ranges([scale()], theme=LIGHT)
    ticks = figure["data"][-1]
    assert dict(zip(ticks["text"], ticks["x"], strict=True)) == {"10": 0.0, "15": 0.5, "20": 1.0}
    assert ticks["textposition"] == ["bottom right", "bottom center", "bottom left"]
    (y,) = dots(figure)["y"]
    assert all(y + MARK / 2 <= top < figure["layout"]["height"] - 10 for top in ticks["y"])


def test_nothing_overlaps() -> None:
    figure = ranges(MANY, theme=LIGHT)
    assert all(below - above >= MARK + GAP for above, below in pairwise(dots(figure)["y"]))
    for texts in (trace for trace in figure["data"] if trace.get("mode") == "text"):
        assert texts["y"] == sorted(texts["y"])
        assert 0 <= texts["y"][0] <= texts["y"][-1] < figure["layout"]["height"]


@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_are_letters_not_markup(payload: str) -> None:
    report = row(name=payload, shown=payload, hover=payload, detail=payload)
    figure = ranges([scale(report, heading=payload, ticks=((15.0, payload),))], theme=LIGHT)
    texts = words(figure) + [handed[1] for handed in dots(figure)["customdata"]]
    assert not [text for text in texts if "<" in text or ">" in text]


def test_what_is_given_stays_as_it_was_and_gives_the_same_again() -> None:
    scales: Sequence[Scale] = copy.deepcopy(MANY)
    assert ranges(scales, theme=LIGHT) == ranges(scales, theme=LIGHT)
    assert repr(scales) == repr(MANY)
