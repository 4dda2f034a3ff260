"""Rows of figures → the charts that they allow, each with its story and its Plotly figure, for pages and exports."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis.agreement import Agreement
from indicators.charts import stories
from indicators.charts.plots import bars, matrix, outline_map, ranges, tile_map, timelines
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.plots.tile_map import Outline
from indicators.charts.stories import PanelStory, Story, Untold
from indicators.frames import panels
from indicators.frames.panels import By
from indicators.frames.rows import Rows
from indicators.model.subjects import TREES
from indicators.phrasing.names import Names
from indicators.study import Study
from indicators.view import SHOWS

ROWS: Final = 24
PIPELINES: Final = 3
"""Pipelines that the overview shows."""


@dataclass(frozen=True)
class ChartContext:
    """What every chart needs beside its rows: what is known, in one language and one mode."""

    study: Study
    names: Names
    theme: ChartTheme
    outlines: Mapping[str, Outline]


Plot = Callable[[], dict[str, Any]]
"""Makes a Plotly figure as a plain dict."""


@dataclass(frozen=True)
class Chart:
    """One chart, of which only that it can be drawn is known at first; ``name`` is its key in CHARTS.

    ``compared`` counts the marks of its longest panel. ``tell`` finds its words, and how it is plotted.
    """

    name: str
    compared: int
    tell: Callable[[], tuple[Story, Plot]]

    @cached_property
    def _told(self) -> tuple[Story, Plot]:
        return self.tell()

    @property
    def story(self) -> Story:
        """The words; found when they are first asked for."""
        return self._told[0]

    @cached_property
    def spec(self) -> dict[str, Any]:
        """The Plotly figure as a plain dict; drawn when it is first asked for."""
        return self._told[1]()


# --- the charts ------------------------------------------------------------------------------------------------------


def levels(  # noqa: PLR0913  # what a chart of amounts can be asked for
    rows: pd.DataFrame,
    context: ChartContext,
    *,
    by: By,
    most: int = stories.PANELS,
    room: int = panels.LIMIT,
    alone: bool = False,
) -> Chart | None:
    """Amounts by sector, region or group, if there are several to compare (or, where ``alone``, any at all)."""
    if by == "group" and not context.names.dataset.groups:
        return None
    untold = stories.untold_levels(rows, by, context.names, most=most, room=room)
    return _of_panels(by, bars.levels, untold, context) if untold.compared > 1 or alone else None


def richest(frame: pd.DataFrame, context: ChartContext, *, by: By) -> Chart | None:
    """The one panel of all metrics in which there is most to compare."""
    if by == "group" and not context.names.dataset.groups:
        return None
    return levels(panels.richest(frame, by), context, by=by, most=1, room=ROWS)


def growth(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    """Growth against last year, fastest first."""
    if rows["growth"].isna().all():
        return None
    return _of_panels("growth", bars.growth, stories.untold_growth(rows, context.names, most=most), context)


def progress(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    """Shares of plans, newest first."""
    if rows["completion"].isna().all():
        return None
    untold, pace = stories.untold_progress(rows, context.names, most=most)
    return _of_panels("progress", partial(bars.progress, pace=pace), untold, context)


def parts(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PANELS) -> Chart | None:
    """Wholes with their parts; ``rows`` are of ``Study.every`` under their own labels, which say which are wholes."""
    wholes = np.flatnonzero(rows.index.isin(context.study.wholes))
    if not len(wholes):
        return None
    itemisations = context.study.worked_out.itemisations
    untold = stories.untold_parts(rows, context.names, itemisations, most=most, wholes=wholes)
    return _of_panels("parts", bars.shares, untold, context)


def contributions(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PANELS) -> Chart | None:
    """What each part added to the growth of its whole, as steps that end with the growth."""
    if rows["growth"].isna().all():
        return None
    untold = stories.of_parts(rows, context.study.known, context.names, most=most)
    return _of_panels("contributions", bars.contributions, untold, context)


def last_months(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PANELS) -> Chart | None:
    """The growth of the last months of year-to-dates alone."""
    if rows["growth"].isna().all():
        return None
    untold, before = stories.of_last_months(rows, context.study.known, context.names, most=most)
    return _of_panels("months", partial(bars.months, before=before), untold, context)


def pipelines(rows: pd.DataFrame, context: ChartContext, *, most: int) -> Chart | None:
    """How many projects stand at each step of a pipeline."""
    return _of_panels("pipelines", bars.shares, stories.untold_pipelines(rows, context.names, most=most), context)


def then_and_now(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PANELS) -> Chart | None:
    """Amounts beside those of a year earlier, which follow from their growth."""
    if rows["growth"].isna().all():
        return None
    return _of_panels("then", bars.shares, stories.untold_then_and_now(rows, context.names, most=most), context)


def ratios(rows: pd.DataFrame, context: ChartContext, *, most: int = ROWS) -> Chart | None:
    """What one reported figure is for each unit of another, of the figures in ``rows``."""
    worked_out = context.study.worked_out
    metrics = {key for ratio in context.names.dataset.ratios.values() for key in (ratio.numerator, ratio.denominator)}
    if metrics.isdisjoint(rows["metric"].unique()):
        return None
    figures = rows.loc[rows["metric"].isin(metrics), "figure"]
    quotients = dict.fromkeys(quotient for figure in figures for quotient in worked_out.ratios_with(figure))
    return _of_panels("ratios", bars.shares, stories.untold_ratios(quotients, context.names, most=most), context)


def _of_panels(
    name: str, draw: Callable[..., dict[str, Any]], untold: Untold[PanelStory], context: ChartContext
) -> Chart | None:
    """The chart of a story of rows; None where it has nothing to say."""
    names, theme = context.names, context.theme

    def tell() -> tuple[Story, Plot]:
        story = untold.tell()
        return story, partial(draw, story.panels, theme=theme, legend=story.legend(names))

    return Chart(name, untold.compared, tell) if untold.compared else None


def over_time(rows: pd.DataFrame, context: ChartContext, *, most: int = stories.PLACES_OVER_TIME) -> Chart | None:
    """The figures of one metric at their periods, for each place that has several periods."""
    names, theme = context.names, context.theme
    untold = stories.untold_over_time(rows, names, most=most)

    def tell() -> tuple[Story, Plot]:
        story = untold.tell()
        return story, partial(timelines.timelines, story.panels, theme=theme, legend=story.legend(names))

    return Chart("time", untold.compared, tell) if untold.compared else None


def atlas(rows: pd.DataFrame, context: ChartContext) -> Chart | None:
    """The regions of one metric at their places: in their outlines where all of those are known, else as squares."""
    untold, theme = stories.untold_atlas(rows, context.names, context.outlines), context.theme

    def tell() -> tuple[Story, Plot]:
        story = untold.tell()
        draw = outline_map.outlines if all(tile.outline for tile in story.tiles) else tile_map.tiles
        return story, partial(draw, story.tiles, story.steps, theme=theme)

    return Chart("map", untold.compared, tell) if untold.compared else None


def coverage(rows: pd.DataFrame, context: ChartContext) -> Chart:
    """How many figures there are of each region and sector."""
    story = stories.coverage(rows, context.names)
    draw = partial(matrix.coverage, story.regions, story.sectors, story.counts, story.hover, theme=context.theme)
    return _of_story("coverage", draw, story, context)


def reports(agreement: Agreement, context: ChartContext) -> Chart:
    """Who reported what of one number."""
    story = stories.reports(agreement, context.names)
    return _of_story(REPORTS, partial(ranges.ranges, story.scales, theme=context.theme), story, context)


def _of_story(name: str, plot: Plot, story: Story, context: ChartContext) -> Chart:
    """The chart of a story that always has something to say."""
    compared = max(map(len, story.panels_of_marks(context.names)), default=0)
    return Chart(name, compared, lambda: (story, plot))


# --- who offers them -------------------------------------------------------------------------------------------------


ChartBuilder = Callable[[pd.DataFrame, ChartContext], Chart | None]
"""Returns None where the rows do not allow the chart."""


@dataclass(frozen=True, slots=True)
class ChartType:
    """A chart that the program can draw, and how the pages that offer it draw it; None where one does not.

    ``public_name`` is what users of the library call it. A page is of one metric, of a place (the many metrics of one
    region or sector), or of everything.
    """

    public_name: str
    of_a_metric: ChartBuilder | None = None
    of_a_place: ChartBuilder | None = None
    of_everything: ChartBuilder | None = None


REPORTS: Final = "reports"
"""The one chart that is not of rows but of an agreement; it stands with what it is of."""
CHARTS: Final[Mapping[str, ChartType]] = {
    "region": ChartType("by-region", partial(levels, by="region"), None, partial(richest, by="region")),
    "sector": ChartType("by-sector", partial(levels, by="sector"), None, partial(richest, by="sector")),
    "group": ChartType("by-group", partial(levels, by="group"), None, partial(richest, by="group")),
    "growth": ChartType("growth", growth, growth, partial(growth, most=12)),
    "progress": ChartType("progress", progress, progress, partial(progress, most=8)),
    "time": ChartType("over-time", over_time),
    "parts": ChartType("parts", parts, partial(parts, most=4), partial(parts, most=4)),
    "contributions": ChartType("contributions", contributions),
    "months": ChartType("last-months", last_months),
    "pipelines": ChartType("pipelines", None, None, partial(pipelines, most=PIPELINES)),
    "map": ChartType("map", atlas),
    "then": ChartType("then-and-now", then_and_now, partial(then_and_now, most=5), partial(then_and_now, most=5)),
    "ratios": ChartType("ratios", ratios, partial(ratios, most=8), partial(ratios, most=8)),
    "coverage": ChartType("coverage", None, None, coverage),
}
"""All charts of rows by their keys in words.CHARTS, most telling first; those of a metric are what links call them."""


def of_a_metric(rows: pd.DataFrame, context: ChartContext, wanted: Collection[str] = SHOWS) -> dict[str, Chart]:
    """The ``wanted`` charts that the figures of a metric allow, in that order.

    Where they cannot be compared by sector, region or group, their amounts are drawn by region none the less, unless
    that is not wanted.
    """
    charts = _drawn(rows, context, {name: CHARTS[name].of_a_metric for name in wanted})
    if set(TREES) <= set(wanted) and charts.keys().isdisjoint(TREES):
        alone = levels(rows, context, by="region", alone=True)
        return charts if alone is None else {"region": alone, **charts}
    return charts


def of_a_place(rows: pd.DataFrame, context: ChartContext) -> dict[str, Chart]:
    """The charts that the figures of a region or sector allow."""
    return _drawn(rows, context, {name: chart_type.of_a_place for name, chart_type in CHARTS.items()})


def of_everything(frame: pd.DataFrame, context: ChartContext) -> dict[str, Chart]:
    """The charts of all figures together, most telling first; the coverage is the last."""
    return _drawn(frame, context, {name: chart_type.of_everything for name, chart_type in CHARTS.items()})


def _drawn(rows: pd.DataFrame, context: ChartContext, draws: Mapping[str, ChartBuilder | None]) -> dict[str, Chart]:
    """What can be drawn of the rows: nothing where there are none."""
    if rows.empty:
        return {}
    columns = Rows.of(rows)  # as long as it is held, no chart makes them again
    drawn = {name: draw(rows, context) for name, draw in draws.items() if draw is not None}
    del columns
    return {name: chart for name, chart in drawn.items() if chart is not None}
