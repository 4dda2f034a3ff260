"""Tidy frame → what a chart says, in one language: its finding, its marks, its alternative text.

The same stories are told on a page, in an export and in a test; none of them knows where it is shown.
"""

from indicators.charts.stories.amounts import PANELS, levels
from indicators.charts.stories.atlas import Atlas, atlas
from indicators.charts.stories.composition import parts, pipelines, ratios, then_and_now
from indicators.charts.stories.growth_parts import of_last_months, of_parts
from indicators.charts.stories.overviews import coverage
from indicators.charts.stories.rates import growth, progress
from indicators.charts.stories.remarks import of_table
from indicators.charts.stories.reports import Reports, reports
from indicators.charts.stories.standfirst import standfirst
from indicators.charts.stories.story import PanelStory, Story
from indicators.charts.stories.timelines import PLACES_OVER_TIME, over_time

__all__ = [
    "PANELS",
    "PLACES_OVER_TIME",
    "Atlas",
    "PanelStory",
    "Reports",
    "Story",
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
]
