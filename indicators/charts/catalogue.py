"""The charts that figures allow, for a page, an export or a site: each a story and its Plotly figure, ready to show."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis.agreement import Agreement
from indicators.charts import stories
from indicators.charts.plots import bars, lines, matrix, ranges
from indicators.charts.plots import map as places
from indicators.charts.plots.map import Outline
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.stories import Story
from indicators.frames import panels
from indicators.frames.panels import By
from indicators.phrasing.names import Names
from indicators.study import Study

ROWS: Final = 24


@dataclass(frozen=True)
class ChartContext:
    """What every chart needs beside its rows: what is known, in one language and one mode."""

    study: Study
    names: Names
    theme: ChartTheme
    outlines: Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart: ``name`` is its key in words.CHARTS, ``spec`` a Plotly figure as a plain dict, ``story`` its words."""

    name: str
    spec: dict[str, Any]
    story: Story


def levels(  # noqa: PLR0913  # what a chart of amounts can be asked for
    rows: pd.DataFrame,
    by: By,
    context: ChartContext,
    *,
    most: int = stories.PANELS,
    room: int = panels.LIMIT,
    alone: bool = False,
) -> Chart | None:
    """Amounts by sector or region, if there are several to compare (or, where ``alone``, any at all)."""
    story = stories.levels(rows, by, context.names, most=most, room=room)
    if not (story.compares or (alone and not story.empty)):
        return None
    return Chart(by, bars.levels(story.panels, theme=context.theme), story)


def growth(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    if rows["growth"].isna().all():
        return None
    story = stories.growth(rows, context.names, most=most)
    return None if story.empty else Chart("growth", bars.growth(story.panels, theme=context.theme), story)


def progress(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    if rows["completion"].isna().all():
        return None
    story, pace = stories.progress(rows, context.names, most=most)
    return None if story.empty else Chart("progress", bars.progress(story.panels, pace, theme=context.theme), story)


def parts(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PANELS) -> Chart | None:
    """Rows of ``Study.every`` under their own labels: these say which of them are wholes."""
    wholes = np.flatnonzero(rows.index.isin(context.study.wholes))
    if not len(wholes):
        return None
    story = stories.parts(rows, context.names, most=most, wholes=wholes)
    return None if story.empty else Chart("parts", bars.shares(story.panels, theme=context.theme), story)


def pipelines(rows: pd.DataFrame, context: ChartContext, *, most: int) -> Chart | None:
    story = stories.pipelines(rows, context.names, most=most)
    return None if story.empty else Chart("pipelines", bars.shares(story.panels, theme=context.theme), story)


def then_and_now(rows: pd.DataFrame, context: ChartContext, *, most: int) -> Chart | None:
    if rows["growth"].isna().all():
        return None
    story = stories.then_and_now(rows, context.names, most=most)
    return None if story.empty else Chart("then", bars.shares(story.panels, theme=context.theme), story)


def ratios(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    """What one reported figure is for each unit of another, of the figures in view."""
    following = context.study.worked_out
    named = {key for one in context.names.dataset.ratios.values() for key in (one.numerator, one.denominator)}
    about = rows.loc[rows["metric"].isin(named), "figure"]
    follow = dict.fromkeys(one for key in about for one in following.ratios_with(key))
    story = stories.ratios(tuple(follow), context.names, most=most)
    return None if story.empty else Chart("ratios", bars.shares(story.panels, theme=context.theme), story)


def reports(found: Agreement, context: ChartContext) -> Chart:
    """Who reported what of one number."""
    told = stories.reports(found, context.names)
    return Chart("reports", ranges.ranges(told.scales, theme=context.theme), told)


def over_time(rows: pd.DataFrame, context: ChartContext) -> Chart | None:
    told = stories.over_time(rows, context.names)
    if not told.series:
        return None
    return Chart("time", lines.lines(told.series, unit=told.unit, divisor=told.divisor, theme=context.theme), told)


def atlas(rows: pd.DataFrame, context: ChartContext) -> Chart | None:
    told = stories.atlas(rows, context.names, context.outlines)
    return Chart("map", places.places(told.points, theme=context.theme), told) if told.points else None


def coverage(rows: pd.DataFrame, context: ChartContext) -> Chart:
    told = stories.coverage(rows, context.names)
    figure = matrix.coverage(told.regions, told.sectors, told.counts, told.hover, theme=context.theme)
    return Chart("coverage", figure, told)


OF_A_METRIC: Final[Mapping[str, Callable[[pd.DataFrame, ChartContext], Chart | None]]] = {
    "sector": lambda rows, context: levels(rows, "sector", context),
    "region": lambda rows, context: levels(rows, "region", context),
    "time": over_time,
    "parts": parts,
    "growth": growth,
    "progress": progress,
    "then": lambda rows, context: then_and_now(rows, context, most=stories.PANELS),
    "ratios": ratios,
    "map": atlas,
}
"""What a View can ask to be shown of one metric."""


def of_a_metric(
    rows: pd.DataFrame, context: ChartContext, wanted: Collection[str] = tuple(OF_A_METRIC)
) -> dict[str, Chart]:
    """The ``wanted`` charts that the figures of a metric allow, in the order of words.CHARTS.

    Where they cannot be compared by sector or region, both wanted, their amounts are drawn by region none the less.
    """
    found = {name: chart for name in wanted if (chart := OF_A_METRIC[name](rows, context)) is not None}
    if {"sector", "region"} <= set(wanted) and found.keys().isdisjoint(("sector", "region")):
        alone = levels(rows, "region", context, alone=True)
        return found if alone is None else {"region": alone, **found}
    return found


def of_everything(frame: pd.DataFrame, context: ChartContext) -> list[Chart]:
    """The charts of the overview, most telling first."""
    found = [
        levels(panels.richest(frame, "region"), "region", context, most=1, room=ROWS),
        levels(panels.richest(frame, "sector"), "sector", context, most=1, room=ROWS),
        growth(frame, context, most=12),
        progress(frame, context, most=8),
        parts(frame, context, most=4),
        pipelines(frame, context, most=3),
        then_and_now(frame, context, most=5),
        ratios(frame, context, most=8),
    ]
    return [chart for chart in found if chart is not None]
