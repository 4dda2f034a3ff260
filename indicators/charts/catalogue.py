"""The charts that figures allow, for a page, an export or a site: each a story and its Plotly figure, ready to show."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol

import numpy as np
import pandas as pd

from indicators.analysis.agreement import Agreement
from indicators.charts import stories
from indicators.charts.plots import bars, lines, matrix, ranges
from indicators.charts.plots import map as places
from indicators.charts.plots.map import Outline
from indicators.charts.plots.theme import Theme
from indicators.frames import panels
from indicators.frames.panels import By
from indicators.phrasing.names import Names
from indicators.study import Study

ROWS: Final = 24


class Told(Protocol):
    """What a chart says of itself in words: every story has this."""

    @property
    def title(self) -> str: ...
    @property
    def note(self) -> str: ...
    @property
    def alt(self) -> str: ...
    @property
    def sources(self) -> tuple[str, ...]: ...
    @property
    def left_out(self) -> int: ...
    @property
    def remarks(self) -> tuple[str, ...]: ...


@dataclass(frozen=True)
class Desk:
    """What every drawing needs beside its rows: what is known, in one language, on one ground."""

    study: Study
    names: Names
    theme: Theme
    outlines: Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart, ready: ``name`` is its key in words.CHARTS."""

    name: str
    figure: dict[str, Any]
    told: Told


def levels(  # noqa: PLR0913  # what a chart of amounts can be asked for
    rows: pd.DataFrame, by: By, desk: Desk, *, most: int = stories.PANELS, room: int = panels.LIMIT, alone: bool = False
) -> Drawing | None:
    """Amounts by sector or region, if there are several to compare (or, where ``alone``, any at all)."""
    story = stories.levels(rows, by, desk.names, most=most, room=room)
    if not (story.compares or (alone and not story.empty)):
        return None
    return Drawing(by, bars.levels(story.panels, theme=desk.theme), story)


def growth(rows: pd.DataFrame, desk: Desk, *, most: int = ROWS) -> Drawing | None:
    if rows["growth"].isna().all():
        return None
    story = stories.growth(rows, desk.names, most=most)
    return None if story.empty else Drawing("growth", bars.growth(story.panels, theme=desk.theme), story)


def progress(rows: pd.DataFrame, desk: Desk, *, most: int = ROWS) -> Drawing | None:
    if rows["completion"].isna().all():
        return None
    story, pace = stories.progress(rows, desk.names, most=most)
    return None if story.empty else Drawing("progress", bars.progress(story.panels, pace, theme=desk.theme), story)


def parts(rows: pd.DataFrame, desk: Desk, *, most: int = stories.PANELS) -> Drawing | None:
    """Rows of ``Study.every`` under their own labels: these say which of them are wholes."""
    wholes = np.flatnonzero(rows.index.isin(desk.study.wholes))
    if not len(wholes):
        return None
    story = stories.parts(rows, desk.names, most=most, wholes=wholes)
    return None if story.empty else Drawing("parts", bars.shares(story.panels, theme=desk.theme), story)


def pipelines(rows: pd.DataFrame, desk: Desk, *, most: int) -> Drawing | None:
    story = stories.pipelines(rows, desk.names, most=most)
    return None if story.empty else Drawing("pipelines", bars.shares(story.panels, theme=desk.theme), story)


def then_and_now(rows: pd.DataFrame, desk: Desk, *, most: int) -> Drawing | None:
    if rows["growth"].isna().all():
        return None
    story = stories.then_and_now(rows, desk.names, most=most)
    return None if story.empty else Drawing("then", bars.shares(story.panels, theme=desk.theme), story)


def ratios(rows: pd.DataFrame, desk: Desk, *, most: int = ROWS) -> Drawing | None:
    """What one reported figure is for each unit of another, of the figures in view."""
    following = desk.study.worked_out
    named = {key for one in desk.names.dataset.ratios.values() for key in (one.numerator, one.denominator)}
    about = rows.loc[rows["metric"].isin(named), "figure"]
    follow = dict.fromkeys(one for key in about for one in following.ratios_with(key))
    story = stories.ratios(tuple(follow), desk.names, most=most)
    return None if story.empty else Drawing("ratios", bars.shares(story.panels, theme=desk.theme), story)


def reports(found: Agreement, desk: Desk) -> Drawing:
    """Who reported what of one number."""
    told = stories.reports(found, desk.names)
    return Drawing("reports", ranges.ranges(told.scales, theme=desk.theme), told)


def over_time(rows: pd.DataFrame, desk: Desk) -> Drawing | None:
    told = stories.over_time(rows, desk.names)
    if not told.series:
        return None
    return Drawing("time", lines.lines(told.series, unit=told.unit, divisor=told.divisor, theme=desk.theme), told)


def atlas(rows: pd.DataFrame, desk: Desk) -> Drawing | None:
    told = stories.atlas(rows, desk.names, desk.outlines)
    return Drawing("map", places.places(told.spots, theme=desk.theme), told) if told.spots else None


def coverage(rows: pd.DataFrame, desk: Desk) -> Drawing:
    told = stories.coverage(rows, desk.names)
    figure = matrix.coverage(told.regions, told.sectors, told.counts, told.hover, theme=desk.theme)
    return Drawing("coverage", figure, told)


OF_A_METRIC: Final[Mapping[str, Callable[[pd.DataFrame, Desk], Drawing | None]]] = {
    "sector": lambda rows, desk: levels(rows, "sector", desk),
    "region": lambda rows, desk: levels(rows, "region", desk),
    "time": over_time,
    "parts": parts,
    "growth": growth,
    "progress": progress,
    "then": lambda rows, desk: then_and_now(rows, desk, most=stories.PANELS),
    "ratios": ratios,
    "map": atlas,
}
"""What a View can ask to be shown of one metric."""


def of_a_metric(rows: pd.DataFrame, desk: Desk, wanted: Collection[str] = tuple(OF_A_METRIC)) -> dict[str, Drawing]:
    """The ``wanted`` charts that the figures of a metric allow, in the order of words.CHARTS.

    Where they cannot be compared by sector or region, both wanted, their amounts are drawn by region none the less.
    """
    found = {name: drawing for name in wanted if (drawing := OF_A_METRIC[name](rows, desk)) is not None}
    if {"sector", "region"} <= set(wanted) and found.keys().isdisjoint(("sector", "region")):
        alone = levels(rows, "region", desk, alone=True)
        return found if alone is None else {"region": alone, **found}
    return found


def of_everything(frame: pd.DataFrame, desk: Desk) -> list[Drawing]:
    """The charts of the overview, most telling first."""
    found = [
        levels(panels.richest(frame, "region"), "region", desk, most=1, room=ROWS),
        levels(panels.richest(frame, "sector"), "sector", desk, most=1, room=ROWS),
        growth(frame, desk, most=12),
        progress(frame, desk, most=8),
        parts(frame, desk, most=4),
        pipelines(frame, desk, most=3),
        then_and_now(frame, desk, most=5),
        ratios(frame, desk, most=8),
    ]
    return [drawing for drawing in found if drawing is not None]
