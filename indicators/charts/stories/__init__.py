"""Tidy frame → what a chart says, in one language: its finding, its marks, its alternative text.

The same stories are told on a page, in an export and in a test; none of them knows where it is shown. Most of the work
is to find the words, so each can be had untold, when all that is asked is whether there is anything to tell.
"""

from indicators.charts.stories.amounts import PANELS, levels, untold_levels
from indicators.charts.stories.atlas import Atlas, atlas, untold_atlas
from indicators.charts.stories.composition import (
    parts,
    pipelines,
    ratios,
    then_and_now,
    untold_parts,
    untold_pipelines,
    untold_ratios,
    untold_then_and_now,
)
from indicators.charts.stories.growth_parts import of_last_months, of_parts
from indicators.charts.stories.overviews import coverage
from indicators.charts.stories.rates import growth, progress, untold_growth, untold_progress
from indicators.charts.stories.remarks import of_table
from indicators.charts.stories.reports import Reports, reports
from indicators.charts.stories.standfirst import standfirst
from indicators.charts.stories.story import PanelStory, Story, Untold
from indicators.charts.stories.timelines import PLACES_OVER_TIME, over_time, untold_over_time

__all__ = [
    "PANELS",
    "PLACES_OVER_TIME",
    "Atlas",
    "PanelStory",
    "Reports",
    "Story",
    "Untold",
    "atlas",
    "coverage",
    "growth",
    "levels",
    "of_last_months",
    "of_parts",
    "of_table",
    "over_time",
    "parts",
    "pipelines",
    "progress",
    "ratios",
    "reports",
    "standfirst",
    "then_and_now",
    "untold_atlas",
    "untold_growth",
    "untold_levels",
    "untold_over_time",
    "untold_parts",
    "untold_pipelines",
    "untold_progress",
    "untold_ratios",
    "untold_then_and_now",
]
