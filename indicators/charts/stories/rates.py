"""Growth on a year earlier, and progress to a plan."""

from typing import Any

import numpy as np
import pandas as pd

from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories.story import PanelStory, alt_of_panels, sources
from indicators.frames import panels
from indicators.phrasing.figures import called, hover, share, signed
from indicators.phrasing.names import Names
from indicators.values import periods, units
from indicators.words import stories as words
from indicators.words import terms


def growth(frame: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    """Growth on a year earlier of all series in view, fastest first."""
    grown = panels.growth(frame)
    drawn = _ends(grown, most)
    one_metric = grown["metric"].nunique() == 1
    rows = tuple(_growth_row(row, names, one_metric=one_metric) for row in drawn.itertuples())
    rising = int((grown["growth"] > 0).sum())
    title = names.of(words.GROWTH_TITLE).format(rising=rising, all=len(grown))
    if len(rows) == 1:
        title = names.of(words.GROWTH_TITLE_OF_ONE).format(name=rows[0].name, change=rows[0].shown)
    drawn_panels = (Panel("", rows, "growth"),)
    return PanelStory(
        title=title,
        note=names.of(words.GROWTH_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(drawn["publisher"], names),
        left_out=len(grown) - len(drawn),
    )


def progress(frame: pd.DataFrame, names: Names, *, most: int = 24) -> tuple[PanelStory, tuple[float, ...]]:
    """Shares of plans, newest first; and for each that is drawn the share of the year that had gone by then."""
    reported = panels.progress(frame)
    passed_at = {text: float(periods.parse(text).share_of_year()) for text in reported["period"].unique()}
    gone = [passed_at[text] for text in reported["period"].tolist()]
    ahead = int((reported["completion"].to_numpy() >= np.array(gone)).sum())
    one_metric = reported["metric"].nunique() == 1
    drawn, pace = reported.head(most), tuple(gone[:most])
    rows = tuple(
        _progress_row(row, passed, names, one_metric=one_metric)
        for row, passed in zip(drawn.itertuples(), pace, strict=True)
    )
    title = names.of(words.PROGRESS_TITLE).format(ahead=ahead, all=len(reported))
    if len(rows) == 1:
        title = names.of(words.PROGRESS_TITLE_OF_ONE).format(name=rows[0].name, share=rows[0].shown)
    drawn_panels = (Panel("", rows, "completion"),)
    story = PanelStory(
        title=title,
        note=names.of(words.PROGRESS_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(drawn["publisher"], names),
        left_out=len(reported) - len(drawn),
    )
    return story, pace


def _ends(grown: pd.DataFrame, most: int) -> pd.DataFrame:
    """The fastest, and in the last third of ``most`` rows the slowest, among which are the falls."""
    if len(grown) <= most:
        return grown
    slow = most // 3
    return pd.concat([grown.head(most - slow), grown.tail(slow)])


def _growth_row(row: Any, names: Names, *, one_metric: bool) -> Row:
    figure = names.dataset.figures[str(row.figure)]
    name, detail = called(figure, names, one_metric=one_metric)
    return Row(
        figure=figure.id,
        name=name,
        detail=detail,
        shown=signed(figure, names),
        hover=hover(figure, names),
        length=float(row.growth),
        style="fall" if row.growth < 0 else "actual",
    )


def _progress_row(row: Any, gone: float, names: Names, *, one_metric: bool) -> Row:
    figure = names.dataset.figures[str(row.figure)]
    name, detail = called(figure, names, one_metric=one_metric)
    completed = float(row.completion)
    verdict = words.AHEAD if completed > gone else words.BEHIND if completed < gone else words.ON_PACE
    points = units.compact(abs(completed - gone), "percent", names.lang).removesuffix("%")
    return Row(
        figure=figure.id,
        name=name,
        detail=names.of(terms.JOIN).join((detail, names.of(verdict).format(points=points))),
        shown=share(figure, names),
        hover=hover(figure, names),
        length=completed,
        style=figure.nature,
    )
