"""Maps: like figures in equal squares, what is no result hollow, and never a part among its whole."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import pytest

from indicators.charts import stories
from indicators.charts.plots import outline_map, tile_map
from indicators.charts.plots.theme import DARK, LIGHT, ChartTheme
from indicators.charts.stories import Atlas
from indicators.charts.stories.atlas import LIMITS
from indicators.frames import tidy as frames
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import Region
from indicators.phrasing.names import Names
from tests.builders import make_article, make_dataset, make_figure
from tests.charts.test_palette import contrast

EACH_THEME = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
PLACES = ("east", "west", "north")


@pytest.fixture
def revenue(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["metric"] == "budget-revenue"]


def test_the_map_holds_like_figures_and_its_whole_stands_below(revenue: pd.DataFrame, shipped: Dataset) -> None:
    names = Names(shipped, "en")
    story = stories.atlas(revenue, names, {})
    figures = [names.dataset.figures[tile.figure] for tile in story.tiles]
    assert len(figures) == 7
    assert {(figure.period.text, figure.sector, figure.group, figure.nature) for figure in figures} == {
        ("2024-01-01/P7M", "all", "all", "actual")
    }
    assert "rizhao" not in {figure.region for figure in figures}
    assert story.remarks == ("Rizhao as a whole: ¥12.6 bn, +5.0%.",)
    assert story.title == "General public budget revenue grew in 5 of 7 places, January–July 2024"
    assert story.note.endswith("Sector: Whole economy. Nature: actual.")
    assert story.left_out == 1


def test_each_tile_has_a_square_of_its_own_and_the_colour_of_its_growth(revenue: pd.DataFrame, names: Names) -> None:
    story = stories.atlas(revenue, names, {})
    assert len({(tile.row, tile.column) for tile in story.tiles}) == 7
    for tile in story.tiles:
        growth = names.dataset.figures[tile.figure].growth
        assert growth is not None
        below = sum(growth.value > limit for limit in LIMITS[2:]) + sum(growth.value >= limit for limit in LIMITS[:2])
        assert tile.step == below
        assert tile.large.startswith("−" if growth.value < 0 else "+")
        assert tile.small.startswith("¥") or tile.small.endswith("亿元")


@pytest.mark.parametrize(
    ("growth", "step"),
    [("-2.1%", 0), ("-2%", 1), ("-0.1%", 1), ("0%", 2), ("2.5%", 2), ("2.6%", 3), ("5%", 3), ("5.1%", 4)],
)
def test_a_limit_belongs_to_the_step_that_names_it(growth: str, step: int) -> None:
    assert [tile.step for tile in _map(growth=growth).tiles] == [step] * 3


@EACH_THEME
def test_words_can_be_read_on_every_colour(theme: ChartTheme) -> None:
    for colour in (*theme.steps, theme.track, theme.paper):
        assert contrast(theme.ink, colour) >= 4.5


@pytest.mark.parametrize("nature", ["target", "expected"])
def test_what_is_no_result_has_an_edge_and_no_colour_of_growth(nature: str) -> None:
    story = _map(nature=nature)
    assert story.steps == {}
    marker = tile_map.tiles(story.tiles, story.steps, theme=LIGHT)["data"][0]["marker"]
    assert set(marker["color"]) == {"rgba(0,0,0,0)" if nature == "target" else LIGHT.track}
    assert set(marker["line"]["width"]) == {2}
    assert nature in story.note
    assert nature in story.title


def test_fewer_than_three_places_are_no_map() -> None:
    assert _map(places=("east", "west")).tiles == ()


def test_reports_that_contradict_each_other_are_left_out() -> None:
    assert {tile.figure for tile in _map(places=(*PLACES, "north")).tiles} == set()
    assert {tile.figure for tile in _map(places=("south", *PLACES, "north")).tiles} == {"f0", "f1", "f2"}


def test_amounts_without_growth_are_coloured_in_three_equal_steps() -> None:
    story = _map(amounts=("9亿元", "5亿元", "1亿元"))
    assert {tile.large: tile.step for tile in story.tiles} == {"¥900 mn": 4, "¥500 mn": 3, "¥100 mn": 2}
    assert list(story.steps.values()) == ["up to ¥370 mn", "¥370 mn to ¥630 mn", "above ¥630 mn"]
    assert story.title == "Revenue by place, H2 2022"


@EACH_THEME
def test_plotly_takes_a_map(revenue: pd.DataFrame, names: Names, theme: ChartTheme) -> None:
    story = stories.atlas(revenue, names, {})
    spec = tile_map.tiles(story.tiles, story.steps, theme=theme)
    squares = go.Figure(spec).data[0]
    assert [handed[0] for handed in squares.customdata] == [tile.figure for tile in story.tiles]
    assert len(set(squares.width)) == len(set(squares.y)) == 1
    go.Figure(tile_map.tiles((), {}, theme=theme))


def test_outlines_are_filled_where_all_places_have_them(revenue: pd.DataFrame, names: Names) -> None:
    ring = ((119.0, 35.5), (119.4, 35.5), (119.4, 35.9), (119.0, 35.5))
    story = stories.atlas(revenue, names, dict.fromkeys(names.dataset.regions, (ring,)))
    *outlines, _ = go.Figure(outline_map.outlines(story.tiles, story.steps, theme=LIGHT)).data
    assert [outline.fillcolor for outline in outlines] == [LIGHT.steps[tile.step or 0] for tile in story.tiles]
    assert list(outlines[0].y) == [35.5, 35.5, 35.9, 35.5, None]


def _map(
    places: Sequence[str] = PLACES,
    amounts: Sequence[str] = ("3亿元", "2亿元", "1亿元", "4亿元", "5亿元"),
    **changes: Any,
) -> Atlas:
    """The map of a figure for each place, in places beside each other."""
    figures = [
        make_figure(id=f"f{number}", region=place, text=text, quote=text, period="2022-S2", **changes)
        for number, (place, text) in enumerate(zip(places, amounts, strict=False))
    ]
    dataset = make_dataset(make_article(*figures))
    regions = {
        key: Region.model_validate(
            {
                "id": key,
                "name": {"zh": key, "en": key.title()},
                "level": "county",
                "location": ["35", f"{119 + number}"],
            }
        )
        for number, key in enumerate(dict.fromkeys(places))
    }
    dataset = replace(dataset, regions=regions)
    return stories.atlas(frames.tidy(dataset), Names(dataset, "en"), {})
