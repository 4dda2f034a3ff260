"""The charts that figures allow: each a story and its Plotly figure, or None where there is nothing to draw."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import pandas as pd
import streamlit as st

from indicators import panels, stories
from indicators.charts import bars, lines, matrix, places
from indicators.charts.places import Outline
from indicators.charts.theme import Theme
from indicators.names import Names
from indicators.panels import By
from indicators.ui import controls
from indicators.ui.controls import Told

ROWS: Final = 24
_HEAD: Final = 170
"""Pixels that the words around a chart take, near enough to balance two columns."""


@dataclass(frozen=True, slots=True)
class Desk:
    """What every drawing needs beside its rows."""

    names: Names
    theme: Theme
    outlines: Mapping[str, Outline]


@dataclass(frozen=True, slots=True)
class Drawing:
    """One chart, ready: ``name`` is its key in words.CHARTS."""

    name: str
    figure: dict[str, Any]
    told: Told

    def show(self, names: Names, take: controls.Take | None = None) -> None:
        controls.chart(self.name, self.figure, self.told, names, take)


def levels(
    rows: pd.DataFrame, by: By, desk: Desk, *, most: int = stories.PANELS, alone: bool = False
) -> Drawing | None:
    """Amounts by sector or region, if there are several to compare (or, where ``alone``, any at all)."""
    story = stories.levels(rows, by, desk.names, most=most)
    if not (story.compares or (alone and not story.empty)):
        return None
    return Drawing(by, bars.levels(story.panels, theme=desk.theme), story)


def growth(rows: pd.DataFrame, desk: Desk, *, most: int = ROWS) -> Drawing | None:
    story = stories.growth(rows, desk.names, most=most)
    return None if story.empty else Drawing("growth", bars.growth(story.panels, theme=desk.theme), story)


def progress(rows: pd.DataFrame, desk: Desk, *, most: int = ROWS) -> Drawing | None:
    story, pace = stories.progress(rows, desk.names, most=most)
    return None if story.empty else Drawing("progress", bars.progress(story.panels, pace, theme=desk.theme), story)


def parts(rows: pd.DataFrame, desk: Desk, *, most: int = stories.PANELS) -> Drawing | None:
    story = stories.parts(rows, desk.names, most=most)
    return None if story.empty else Drawing("parts", bars.shares(story.panels, theme=desk.theme), story)


def pipelines(rows: pd.DataFrame, desk: Desk, *, most: int) -> Drawing | None:
    story = stories.pipelines(rows, desk.names, most=most)
    return None if story.empty else Drawing("pipelines", bars.shares(story.panels, theme=desk.theme), story)


def then_and_now(rows: pd.DataFrame, desk: Desk, *, most: int) -> Drawing | None:
    story = stories.then_and_now(rows, desk.names, most=most)
    return None if story.empty else Drawing("then", bars.shares(story.panels, theme=desk.theme), story)


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
    "map": atlas,
}
"""What a View can ask to be shown of one metric."""


def of_a_metric(rows: pd.DataFrame, desk: Desk) -> dict[str, Drawing]:
    """All charts that the figures of a metric allow, in the order of words.CHARTS; at least their amounts, if any."""
    found = {name: drawing for name, draw in OF_A_METRIC.items() if (drawing := draw(rows, desk)) is not None}
    alone = levels(rows, "region", desk, alone=True)
    if alone is not None and "sector" not in found and "region" not in found:
        return {"region": alone, **found}
    return found


def of_everything(frame: pd.DataFrame, desk: Desk) -> list[Drawing]:
    """The charts of the overview, most telling first."""
    found = [
        levels(panels.richest(frame, "region"), "region", desk, most=1),
        levels(panels.richest(frame, "sector"), "sector", desk, most=1),
        growth(frame, desk, most=12),
        progress(frame, desk, most=8),
        parts(frame, desk, most=4),
        pipelines(frame, desk, most=3),
        then_and_now(frame, desk, most=5),
    ]
    return [drawing for drawing in found if drawing is not None]


def in_columns(drawings: Iterable[Drawing], names: Names) -> None:
    """Draw in two columns of about one height, as a newspaper sets its stories."""
    columns: tuple[list[Drawing], list[Drawing]] = ([], [])
    heights = [0, 0]
    for drawing in drawings:
        shorter = heights.index(min(heights))
        columns[shorter].append(drawing)
        heights[shorter] += int(drawing.figure["layout"]["height"]) + _HEAD
    filled: Sequence[list[Drawing]] = [column for column in columns if column]
    if not filled:
        return
    for place, column in zip(st.columns(len(filled), gap="large"), filled, strict=True):
        with place:
            for drawing in column:
                drawing.show(names)
