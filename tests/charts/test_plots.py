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

import plotly.graph_objects as go
import pytest

from indicators.charts.plots import bars
from indicators.charts.plots.rows import GAP, MARK, Panel, Row
from indicators.charts.plots.theme import DARK, LIGHT, THEMES, ChartTheme
from indicators.charts.stories import PanelStory
from indicators.phrasing.names import Names
from indicators.values.text import escape_plotly
from tests import ROOT
from tests.charts.specs import PAYLOADS, Spec, marks, placed, row, track, words

SNAPSHOTS = ROOT / "tests" / "snapshots"
UPDATE = "UPDATE_SNAPSHOTS"

Draw = Callable[[Sequence[Panel]], Spec]


def progress(panels: Sequence[Panel], *, theme: ChartTheme = LIGHT) -> Spec:
    return bars.progress(panels, [0.5 for panel in panels for _ in panel.rows], theme=theme)


CHARTS: dict[str, Draw] = {
    "levels": lambda panels: bars.levels(panels, theme=LIGHT),
    "growth": lambda panels: bars.growth(panels, theme=LIGHT),
    "progress": progress,
}
EACH = pytest.mark.parametrize("draw", CHARTS.values(), ids=CHARTS)


Stories = Mapping[str, tuple[PanelStory, tuple[float, ...]]]


def shipped_charts(panel_stories: Stories, theme: ChartTheme = LIGHT) -> Iterator[tuple[str, Spec, list[Row]]]:
    """Every chart of the shipped data, with the rows that it is of."""
    for name, (story, pace) in panel_stories.items():
        family = name.split()[0]
        if family == "progress":
            figure = bars.progress(story.panels, pace, theme=theme)
        else:
            figure = (bars.growth if family == "growth" else bars.levels)(story.panels, theme=theme)
        yield name, figure, [row for panel in story.panels for row in panel.rows]


# --- the shipped data ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_plotly_takes_every_chart(panel_stories: Stories, theme: ChartTheme) -> None:
    """It raises ValueError for a property that it does not know, or a value that is none."""
    for name, figure, _ in shipped_charts(panel_stories, theme):
        assert len(go.Figure(figure).data) == len(figure["data"]), name


def test_a_wrong_chart_would_be_found() -> None:
    figure = bars.levels([Panel("", [row()])], theme=LIGHT)
    marks(figure)["colour"] = "red"
    with pytest.raises(ValueError, match="colour"):
        go.Figure(figure)


def test_every_mark_leads_to_its_figure(panel_stories: Stories, names: Names) -> None:
    for name, figure, drawn in shipped_charts(panel_stories):
        for trace in (track(figure), marks(figure)):
            assert [data[0] for data in trace["customdata"]] == [row.figure for row in drawn], name
            assert {data[0] for data in trace["customdata"]} <= set(names.dataset.figures), name


def test_every_name_and_number_stands_in_its_chart(panel_stories: Stories) -> None:
    for name, figure, drawn in shipped_charts(panel_stories):
        shown = words(figure)
        joined = "".join(shown).replace(" ", "")
        numbers = set(shown)
        assert all(escape_plotly(row.aligned or row.shown) in numbers for row in drawn), name
        assert all(escape_plotly(row.change) in numbers for row in drawn if row.change), name
        assert all(escape_plotly(row.name).replace(" ", "") in joined for row in drawn), name
        assert all(escape_plotly(row.detail).replace(" ", "") in joined for row in drawn), name


def test_every_mark_is_as_long_as_its_value(panel_stories: Stories) -> None:
    for name, figure, drawn in shipped_charts(panel_stories):
        end = figure["layout"]["xaxis"]["range"][1]
        assert marks(figure)["x"] == [min(row.length, end) for row in drawn], name


def test_nothing_overlaps_on_the_shipped_data(panel_stories: Stories) -> None:
    """Bars stand apart, names above them, and all of it within the height."""
    for name, figure, _ in shipped_charts(panel_stories):
        middles = marks(figure)["y"]
        height = figure["layout"]["height"]
        assert all(below - above >= MARK + GAP for above, below in pairwise(middles)), name
        assert all(0 < y < height for y in middles), name
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
        texts = [trace for trace in figure["data"] if "text" in trace.get("mode", "")]
        assert {trace["textfont"]["color"] for trace in texts} == {theme.ink, theme.muted}
        assert all(trace["unselected"]["textfont"]["color"] == trace["textfont"]["color"] for trace in texts)


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
    panels = copy.deepcopy(PANELS)
    first, second = draw(panels), draw(panels)
    assert panels == PANELS
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


@EACH
@pytest.mark.parametrize("payload", PAYLOADS)
def test_words_are_letters_not_markup(draw: Draw, payload: str) -> None:
    """faults.md B03: in names, numbers, details, headings and tooltips."""
    rows = [row(name=payload, shown=payload, hover=payload, detail=payload)]
    figure = draw([Panel(payload, rows)])
    texts = words(figure) + [data[1] for data in track(figure)["customdata"] + marks(figure)["customdata"]]
    assert not [text for text in texts if "<" in text or ">" in text]
    shown = [text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for text in texts]
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


# --- whole charts ----------------------------------------------------------------------------------------------------

WHOLE: dict[str, Callable[[], Spec]] = {
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
