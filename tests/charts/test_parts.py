"""Charts of parts: each way in which a whole is split is a panel of its own, and shares are of the whole."""

from collections.abc import Mapping

from indicators.analysis.itemisations import Itemisations
from indicators.charts import stories
from indicators.charts.stories import PanelStory
from indicators.frames import tidy as frames
from indicators.phrasing.names import Names
from tests.analysis.test_itemisations import East, West, dataset_of, part


def story_of(*figures: Mapping[str, object], later: tuple[Mapping[str, object], ...] = ()) -> PanelStory:
    dataset = dataset_of(*figures, later=later)
    return stories.parts(frames.tidy(dataset), Names(dataset, "en"), Itemisations(dataset), most=9)


WHOLE = {"id": "whole", "text": "100.0亿元"}


def test_each_split_is_a_panel_and_shares_are_of_the_whole() -> None:
    story = story_of(
        WHOLE,
        part("out", "60.2亿元", metric="exports"),
        part("in", "39.8亿元", metric="imports"),
        part("east", "26.5亿元", **East),
    )
    shown = [[(row.figure, row.change, row.style) for row in panel.rows[1:]] for panel in story.panels]
    assert shown == [
        [("out", "60.2%", "actual"), ("in", "39.8%", "actual")],
        [("east", "26.5%", "actual"), ("whole", "73.5%", "derived")],
    ]
    assert "60.2%" in story.title
    assert story.left_out == 0


def test_rounded_parts_that_exceed_their_whole_have_shares_of_it() -> None:
    """33.6 and 66.6 are 100.2 together; the whole is 100: the scale ends with the parts, the shares stay."""
    story = story_of({**WHOLE, "text": "100亿元"}, part("east", "33.6亿元", **East), part("west", "66.6亿元", **West))
    (panel,) = story.panels
    whole, *parts = panel.rows
    assert [row.change for row in parts] == ["66.6%", "33.6%"]
    assert parts[-1].start + parts[-1].length == 1
    assert whole.length < 1


def test_why_nothing_is_left() -> None:
    again = part("again", "31亿元", **East)
    story = story_of(WHOLE, part("east", "30亿元", **East), part("west", "10亿元", **West), later=(again,))
    assert [[row.figure for row in panel.rows] for panel in story.panels] == [["whole", "west"]]
    assert story.remarks == ("What is not itemised is not worked out: reports of Revenue ¥3 bn contradict each other.",)


def test_no_part_is_called_the_largest_that_may_be_smaller_than_what_is_not_reported() -> None:
    """East 40 and west 10 of 100: another part may have 50; of 60 it has 20 at most, rounding included."""
    for whole, title in (
        ("100.0亿元", "Revenue, H1 2022: City, ¥10 bn"),
        ("60.0亿元", "Revenue, H1 2022: East is the largest part of City, ¥4 bn of ¥6 bn"),
        ("30亿元至100亿元", "Revenue, H1 2022: City, 3–10 billion yuan"),
    ):
        dataset = dataset_of(
            {"id": "whole", "text": whole}, part("a", "40.0亿元", **East), part("b", "10.0亿元", **West)
        )
        assert stories.levels(frames.tidy(dataset), "region", Names(dataset, "en")).title == title


def test_the_whole_of_groups_is_called_by_what_it_counts() -> None:
    dataset = dataset_of(WHOLE, part("a", "40.0亿元", group="urban"))
    assert stories.levels(frames.tidy(dataset), "group", Names(dataset, "en")).title == "Revenue, City, H1 2022: ¥10 bn"


def test_shares_of_inexact_amounts_say_so() -> None:
    """A part of a range is 20 to 33%, a part of over 40 less than 25%."""
    for whole, share, rest in (
        ("30—50亿元", "about 25%", "about 75%"),
        ("超40亿元", "under 25%", "over 75%"),
        ("40.0亿元", "25%", "75%"),
    ):
        (panel,) = story_of({**WHOLE, "text": whole}, part("east", "10.0亿元", **East)).panels
        assert [row.change for row in panel.rows[1:]] == [share, rest]
