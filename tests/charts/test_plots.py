"""Charts as Plotly will read them: marks, numbers, ids and words are where they should be, and nothing else.

A few whole charts are kept under tests/snapshots. After a change that is meant, make them anew and look at the diff:
``UPDATE_SNAPSHOTS=1 pytest tests/charts/test_plots.py``.
"""

import copy
import json
import math
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from indicators.charts import stories
from indicators.charts.plots import bars
from indicators.charts.plots.rows import GAP, MARK, Panel, Row
from indicators.charts.plots.theme import DARK, LIGHT, THEMES, ChartTheme
from indicators.charts.plots.wrapping import width, wrap
from indicators.charts.stories import PanelStory
from indicators.phrasing.names import Names
from indicators.values.text import escape_plotly
from tests import ROOT

SNAPSHOTS = ROOT / "tests" / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"

Figure = dict[str, Any]
Draw = Callable[[Sequence[Panel]], Figure]


def row(length: float = 1.0, **changes: Any) -> Row:
    usual = {"figure": "east-gdp", "name": "East", "shown": "¥1 bn", "hover": "GDP, East, 2022, ¥1 bn"}
    return Row(length=length, **{**usual, **changes})


def progress(panels: Sequence[Panel], *, theme: ChartTheme = LIGHT) -> Figure:
    return bars.progress(panels, [0.5 for panel in panels for _ in panel.rows], theme=theme)


CHARTS: dict[str, Draw] = {
    "levels": lambda panels: bars.levels(panels, theme=LIGHT),
    "growth": lambda panels: bars.growth(panels, theme=LIGHT),
    "progress": progress,
}
EACH = pytest.mark.parametrize("draw", CHARTS.values(), ids=CHARTS)


def track(figure: Figure) -> Figure:
    found: Figure = figure["data"][0]
    return found


def marks(figure: Figure) -> Figure:
    found: Figure = figure["data"][1]
    return found


def lines(figure: Figure) -> list[Figure]:
    return [trace for trace in figure["data"] if trace.get("mode") == "lines"]


def placed(figure: Figure) -> list[tuple[str, float]]:
    """The words that stand in a chart by themselves, each with its y."""
    said = [trace for trace in figure["data"] if trace.get("mode") == "text"]
    return [pair for trace in said for pair in zip(trace["text"], trace["y"], strict=True)]


def words(figure: Figure) -> list[str]:
    return [text for text, _ in placed(figure)]


Told = Mapping[str, tuple[PanelStory, tuple[float, ...]]]


def shipped_charts(told: Told, theme: ChartTheme = LIGHT) -> Iterator[tuple[str, Figure, list[Row]]]:
    """Every chart of the shipped data, with the rows that it is of."""
    for name, (story, pace) in told.items():
        kind = name.split()[0]
        if kind == "progress":
            figure = bars.progress(story.panels, pace, theme=theme)
        else:
            figure = (bars.growth if kind == "growth" else bars.levels)(story.panels, theme=theme)
        yield name, figure, [row for panel in story.panels for row in panel.rows]


# --- the shipped data ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_plotly_takes_every_chart(told: Told, theme: ChartTheme) -> None:
    """It raises ValueError for a property that it does not know, or a value that is none."""
    for name, figure, _ in shipped_charts(told, theme):
        assert len(go.Figure(figure).data) == len(figure["data"]), name


def test_a_wrong_chart_would_be_found() -> None:
    figure = bars.levels([Panel("", [row()])], theme=LIGHT)
    marks(figure)["colour"] = "red"
    with pytest.raises(ValueError, match="colour"):
        go.Figure(figure)


def test_every_mark_leads_to_its_figure(told: Told, names: Names) -> None:
    for name, figure, drawn in shipped_charts(told):
        for trace in (track(figure), marks(figure)):
            assert [data[0] for data in trace["customdata"]] == [row.figure for row in drawn], name
            assert {data[0] for data in trace["customdata"]} <= set(names.dataset.figures), name


def test_every_name_and_number_stands_in_its_chart(told: Told) -> None:
    for name, figure, drawn in shipped_charts(told):
        shown = words(figure)
        joined = "".join(shown).replace(" ", "")
        assert all(escape_plotly(row.shown) in shown for row in drawn), name
        assert all(escape_plotly(row.name).replace(" ", "") in joined for row in drawn), name
        assert all(escape_plotly(row.detail).replace(" ", "") in joined for row in drawn), name


def test_every_mark_is_as_long_as_its_value(told: Told) -> None:
    for name, figure, drawn in shipped_charts(told):
        end = figure["layout"]["xaxis"]["range"][1]
        assert marks(figure)["x"] == [min(row.length, end) for row in drawn], name


def test_nothing_overlaps_on_the_shipped_data(told: Told) -> None:
    """Bars stand apart, names above them, and all of it within the height."""
    for name, figure, _ in shipped_charts(told):
        at = marks(figure)["y"]
        height = figure["layout"]["height"]
        assert all(below - above >= MARK + GAP for above, below in pairwise(at)), name
        assert all(0 < y < height for y in at), name
        assert all(0 <= top < height for _, top in placed(figure)), name


# --- every chart -----------------------------------------------------------------------------------------------------

PANELS: Sequence[Panel] = (
    Panel("2022", [row(0.4), row(-0.2, figure="west", style="fall"), row(1.5, figure="city", style="whole")]),
    Panel("2022 · Target", [row(0.9, figure="plan", style="target")]),
)


@EACH
def test_axes_have_a_type_and_stay_where_they_are(draw: Draw) -> None:
    layout = draw(PANELS)["layout"]
    for axis in (layout["xaxis"], layout["yaxis"]):
        assert axis["type"] == "linear"
        assert axis["fixedrange"] is True
        assert len(axis["range"]) == 2
    assert layout["yaxis"]["range"][0] > layout["yaxis"]["range"][1]  # from the top, as one reads
    assert layout["dragmode"] is False


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_each_figure_sets_its_own_template(theme: ChartTheme) -> None:
    for figure in (
        bars.levels(PANELS, theme=theme),
        bars.growth(PANELS, theme=theme),
        progress(PANELS, theme=theme),
    ):
        template = figure["layout"]["template"]["layout"]
        assert template["font"]["color"] == theme.ink
        assert template["xaxis"]["automargin"] is True
        assert template["colorway"] == list(theme.categories)
        assert len(template["colorway"]) >= 10
        said = [trace for trace in figure["data"] if trace.get("mode") == "text"]
        assert {trace["textfont"]["color"] for trace in said} == {theme.ink, theme.muted}
        assert all(trace["unselected"]["textfont"]["color"] == trace["textfont"]["color"] for trace in said)


@EACH
def test_values_are_drawn_from_zero(draw: Draw) -> None:
    figure = draw(PANELS)
    assert marks(figure)["base"] == 0.0
    low, high = figure["layout"]["xaxis"]["range"]
    assert low <= 0 < high


@EACH
def test_a_row_is_as_easy_to_hit_as_the_chart_is_wide(draw: Draw) -> None:
    figure = draw(PANELS)
    low, high = figure["layout"]["xaxis"]["range"]
    assert track(figure)["base"] == low
    assert set(track(figure)["x"]) == {high - low}
    assert track(figure)["customdata"] == marks(figure)["customdata"]


@EACH
def test_nothing_to_draw_is_no_error(draw: Draw) -> None:
    for panels in ([], [Panel("", [])]):
        figure = draw(panels)
        assert figure["layout"]["height"] > 0
        go.Figure(figure)


@EACH
def test_what_is_given_stays_as_it_was_and_gives_the_same_again(draw: Draw) -> None:
    given = copy.deepcopy(PANELS)
    first, second = draw(given), draw(given)
    assert given == PANELS
    assert first == second


@EACH
@pytest.mark.parametrize("length", [0.0, -1.0, 1e15, 1.2e-6])
def test_any_length_is_drawn(draw: Draw, length: float) -> None:
    """faults.md B11."""
    figure = draw([Panel("", [row(length)])])
    low, high = figure["layout"]["xaxis"]["range"]
    assert math.isfinite(low)
    assert math.isfinite(high)
    assert low < high
    go.Figure(figure)


PAYLOADS = [
    '<a href="https://evil.example">x</a>',
    "<b>bold</b>",
    '<span style="font-size:90px">x</span>',
    "one<br>two",
    "AT&T &lt; 5 < 6 &amp; C# (.NET)",
    "%{customdata[0]} <extra>",
    "$x$",
]


@EACH
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_are_letters_not_markup(draw: Draw, payload: str) -> None:
    """faults.md B03: in names, numbers, details, headings and tooltips."""
    rows = [row(name=payload, shown=payload, hover=payload, detail=payload)]
    figure = draw([Panel(payload, rows)])
    said = words(figure) + [data[1] for data in track(figure)["customdata"] + marks(figure)["customdata"]]
    assert not [text for text in said if "<" in text or ">" in text]
    shown = [text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in said]
    assert shown.count(payload) >= 4  # heading, number and twice the tooltip; name and detail may break into lines
    assert payload.replace(" ", "") in "".join(shown).replace(" ", "")


def test_nothing_of_the_data_stands_in_a_template() -> None:
    """A template would read %{…} in it."""
    figure = bars.levels([Panel("h", [row(name="N", hover="%{x}")])], theme=LIGHT)
    assert {trace["hovertemplate"] for trace in figure["data"] if trace["type"] == "bar"} == {
        "%{customdata[1]}<extra></extra>"
    }


@EACH
def test_two_rows_of_one_name_stay_two(draw: Draw) -> None:
    """Rows stand at places, not at categories: like names, and dates as names, cannot fall together (faults.md B09)."""
    figure = draw([Panel("", [row(name="2022-08"), row(name="2022-08", figure="other")])])
    assert len(set(marks(figure)["y"])) == 2
    assert words(figure).count("2022-08") == 2


# --- styles ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_styles(theme: ChartTheme) -> None:
    """Colour is never the only sign: what is not a result has an edge, and a target is hollow."""
    styles = ("actual", "whole", "fall", "target", "expected")
    drawn = marks(bars.levels([Panel("", [row(style=style) for style in styles])], theme=theme))["marker"]
    fills = dict(zip(styles, drawn["color"], strict=True))
    edges = dict(zip(styles, zip(drawn["line"]["color"], drawn["line"]["width"], strict=True), strict=True))
    assert fills == {
        "actual": theme.accent,
        "whole": theme.whole,
        "fall": theme.fall,
        "target": "rgba(0,0,0,0)",
        "expected": theme.track,
    }
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
    found = [trace["x"][:2] for trace in lines(figure)]
    assert found == ([drawn] if drawn else [])


def test_a_whisker_stands_on_its_bar(frame: pd.DataFrame, names: Names) -> None:
    story = stories.levels(frame[frame["metric"] == "postdoc-support-paid"], "region", names)
    figure = bars.levels(story.panels, theme=LIGHT)
    (whisker,) = lines(figure)
    assert whisker["y"][:2] == [marks(figure)["y"][0]] * 2
    assert whisker["x"][0] == 2_500_000


@pytest.mark.parametrize(
    ("shares", "span", "arrows"),
    [
        ([0.4, 0.9], 1.0, 0),
        ([0.4, 1.0], 1.0, 0),
        ([0.4, 1.5], 1.5, 0),
        ([0.4, 1.6], bars.CAP, 0),
        ([4.14, 0.5, 1.7], bars.CAP, 2),
    ],
)
def test_a_plan_that_is_far_exceeded_is_capped_with_an_arrow(shares: list[float], span: float, arrows: int) -> None:
    figure = progress([Panel("", [row(share) for share in shares])])
    assert figure["layout"]["xaxis"]["range"] == [0.0, span]
    assert marks(figure)["x"] == [min(share, span) for share in shares]
    found = [trace for trace in figure["data"] if trace.get("mode") == "markers"]
    assert [len(trace["x"]) for trace in found] == ([arrows] if arrows else [])
    for trace in found:
        over = [y for y, share in zip(marks(figure)["y"], shares, strict=True) if share > span]
        assert trace["y"] == over
        assert all(0 < x <= span for x in trace["x"])
        assert set(trace["marker"]["symbol"]) == {"triangle-right"}


def test_pace_is_a_tick_at_the_share_of_the_year_gone() -> None:
    panels = [Panel("", [row(0.4), row(1.2, figure="other")])]
    figure = bars.progress(panels, [0.5, 0.75], theme=LIGHT)
    plan, pace = lines(figure)
    assert pace["x"] == [0.5, 0.5, None, 0.75, 0.75, None]
    assert plan["x"] == [1.0, 1.0, None, 1.0, 1.0, None]
    for trace in (plan, pace):
        middles = [(trace["y"][at] + trace["y"][at + 1]) / 2 for at in (0, 3)]
        assert middles == marks(figure)["y"]


def test_the_end_of_the_plan_is_not_drawn_where_the_chart_ends_there() -> None:
    plan, _ = lines(progress([Panel("", [row(0.4)])]))
    assert plan["x"] == []


def test_growth_has_a_line_at_zero() -> None:
    figure = bars.growth([Panel("", [row(0.4), row(-0.1, figure="other", style="fall")])], theme=LIGHT)
    (zero,) = lines(figure)
    assert [x for x in zero["x"] if x is not None] == [0.0] * 4
    assert figure["layout"]["xaxis"]["range"] == [-0.1, 0.4]


# --- words in their places -------------------------------------------------------------------------------------------


def test_parts_are_indented() -> None:
    figure = bars.levels(
        [Panel("", [row(name="Whole"), row(name="Part", depth=1), row(name="Deep", depth=2)])], theme=LIGHT
    )
    assert [name for name in words(figure) if name.strip() in {"Whole", "Part", "Deep"}] == [
        "Whole",
        "\u2003Part",
        "\u2003\u2003Deep",
    ]


def test_headings_stand_over_their_rows() -> None:
    figure = bars.levels([Panel("H1", [row(name="a")]), Panel("H2", [row(name="b", figure="x")])], theme=LIGHT)
    tops = dict(placed(figure))
    assert tops["H1"] < tops["a"] < tops["H2"] < tops["b"]


def test_a_long_name_makes_room_for_itself() -> None:
    short = bars.levels([Panel("", [row(name="Output")])], theme=LIGHT)
    long = bars.levels(
        [Panel("", [row(name="“Specialised and innovative” enterprises at provincial level or above")])], theme=LIGHT
    )
    assert long["layout"]["height"] > short["layout"]["height"]
    assert "¥1 bn" in words(long)


@pytest.mark.parametrize(
    ("text", "ems", "expected"),
    [
        ("Output", 20, ["Output"]),
        ("Main business revenue", 8, ["Main business", "revenue"]),
        ("主营业务收入", 4, ["主营业务", "收入"]),
        ("一般公共预算收入（累计）", 8, ["一般公共预算收入", "（累计）"]),
        ("港口 port 吞吐量", 6, ["港口 port", "吞吐量"]),
        ("supercalifragilistic word", 5, ["supercalifragilistic", "word"]),
        ("", 5, [""]),
        ("anything", -3, ["anything"]),
    ],
)
def test_wrap(text: str, ems: float, expected: list[str]) -> None:
    lines_ = wrap(text, ems)
    assert lines_ == expected
    assert "".join(lines_).replace(" ", "") == text.replace(" ", "")


def test_no_line_is_wider_than_there_is_room(names: Names) -> None:
    for metric in names.dataset.metrics:
        for line in wrap(names.metric(metric), 14):
            assert width(line) <= 14 or " " not in line


# --- whole charts ----------------------------------------------------------------------------------------------------

WHOLE: dict[str, Callable[[], Figure]] = {
    "levels": lambda: bars.levels(
        [
            Panel(
                "City · 2022",
                [
                    row(9e8, figure="city", name="City", shown="9亿元  +5%", hover="City, 2022", style="whole"),
                    row(3e8, figure="east", name="East & West", shown="3亿元", low=2e8, high=4e8, depth=1),
                ],
            ),
            Panel("City · 2022 · Target", [row(1e9, figure="plan", name="City", shown="10亿元", style="target")]),
        ],
        theme=LIGHT,
    ),
    "progress": lambda: bars.progress(
        [Panel("", [row(4.14, shown="414%", detail="H1 2022"), row(0.4, figure="west", shown="40%")])],
        [0.5, 0.75],
        theme=DARK,
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_snapshots(name: str) -> None:
    """The template is left out: it is the same in all, and has tests of its own."""
    figure = WHOLE[name]()
    drawn = {**figure, "layout": {key: value for key, value in figure["layout"].items() if key != "template"}}
    text = json.dumps(drawn, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    path = SNAPSHOTS / f"{name}.json"
    if os.environ.get(UPDATE):
        SNAPSHOTS.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert path.exists(), f"make it with {UPDATE}=1 pytest tests/charts/test_plots.py"
    assert text == path.read_text(encoding="utf-8"), f"if this is meant: {UPDATE}=1 pytest tests/charts/test_plots.py"
