"""Tidy frame → what a chart says, in one language: its finding, its panels, its twin in words.

The same stories are told on a page, in an export and in a test; none of them knows where it is shown.
"""

from indicators.stories.amounts import PANELS, levels
from indicators.stories.composition import parts, pipelines, then_and_now
from indicators.stories.overviews import atlas, coverage, over_time
from indicators.stories.rates import growth, progress
from indicators.stories.story import Story, done, earlier, hover, printed, signed

__all__ = [
    "PANELS",
    "Story",
    "atlas",
    "coverage",
    "done",
    "earlier",
    "growth",
    "hover",
    "levels",
    "over_time",
    "parts",
    "pipelines",
    "printed",
    "progress",
    "signed",
    "then_and_now",
]
