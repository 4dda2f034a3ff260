"""Growth on a year earlier, and progress to a plan."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any, Literal

import pandas as pd

from indicators.charts.plots.rows import Panel, Row
from indicators.charts.stories import growth_words
from indicators.charts.stories.story import PanelStory, Untold, alt_of_panels, sources
from indicators.frames import panels
from indicators.model.articles import Figure
from indicators.model.subjects import Place
from indicators.phrasing.figures import called, hover, share, signed
from indicators.phrasing.names import Names
from indicators.values import periods, units
from indicators.values.periods import Period
from indicators.words import stories as words
from indicators.words import terms


def growth(frame: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    """Growth on a year earlier of all series in view, fastest first; of one series alone its periods, oldest first."""
    return untold_growth(frame, names, most=most).tell()


def untold_growth(frame: pd.DataFrame, names: Names, *, most: int) -> Untold[PanelStory]:
    """The story of ``growth`` before it is told."""
    grown = panels.growth(frame)
    periods_of_one = panels.growth_of_one_series(frame) if len(grown) == 1 else grown.iloc[:0]
    compared = min(len(periods_of_one) or len(grown), most)
    return Untold(compared, partial(_growth_story, grown, periods_of_one, names, most=most))


def _growth_story(grown: pd.DataFrame, periods_of_one: pd.DataFrame, names: Names, *, most: int) -> PanelStory:
    if len(periods_of_one):
        drawn = periods_of_one.tail(most)
        rows = tuple(_growth_row(row, names, name="period") for row in drawn.itertuples())
        left_out = len(periods_of_one) - len(drawn)
    else:
        drawn, left_out = _ends(grown, most), max(0, len(grown) - most)
        rows = _growth_rows(drawn, left_out, most, names)
    one_metric = grown["metric"].nunique() == 1
    title = (growth_words.of_one_metric if one_metric else growth_words.of_several_metrics)(grown, names)
    drawn_panels = (Panel("", rows, "growth"),)
    return PanelStory(
        title=title,
        note=names.of(words.GROWTH_PERIODS_NOTE if len(periods_of_one) else words.GROWTH_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(drawn["publisher"], names),
        left_out=left_out,
    )


def _growth_rows(drawn: pd.DataFrame, left_out: int, most: int, names: Names) -> tuple[Row, ...]:
    """The rows of several series, which say where some are left out between them."""
    gap_at = _fast(most) if left_out else -1
    gap = names.of(words.MORE_BETWEEN).format(count=left_out)
    name: _RowName = "place" if drawn["metric"].nunique() == 1 else "metric"
    return tuple(
        _growth_row(row, names, name=name, gap=gap if index == gap_at else "")
        for index, row in enumerate(drawn.itertuples())
    )


def progress(frame: pd.DataFrame, names: Names, *, most: int = 24) -> tuple[PanelStory, tuple[float, ...]]:
    """Shares of plans, newest first; and for each that is drawn the share of the year that had gone by then."""
    story, pace = untold_progress(frame, names, most=most)
    return story.tell(), pace


def untold_progress(
    frame: pd.DataFrame, names: Names, *, most: int = 24
) -> tuple[Untold[PanelStory], tuple[float, ...]]:
    """The story of ``progress`` before it is told, and the same shares of the year."""
    reported = panels.progress(frame)
    gone = [float(periods.parse(text).share_of_year()) for text in reported["period"].head(most).tolist()]
    return Untold(len(gone), partial(_progress_story, reported, gone, names)), tuple(gone)


def _progress_story(reported: pd.DataFrame, pace: Sequence[float], names: Names) -> PanelStory:
    """The story of the first of the reported shares, for each of which there is a pace."""
    one_metric, drawn = reported["metric"].nunique() == 1, reported.head(len(pace))
    rows = tuple(
        _progress_row(row, passed, names, one_metric=one_metric)
        for row, passed in zip(drawn.itertuples(), pace, strict=True)
    )
    title = _progress_title([names.dataset.figures[key] for key in reported["figure"]], names)
    drawn_panels = (Panel("", rows, "completion"),)
    return PanelStory(
        title=title,
        note=names.of(words.PROGRESS_NOTE),
        panels=drawn_panels,
        alt=alt_of_panels(title, drawn_panels, names),
        sources=sources(drawn["publisher"], names),
        left_out=len(reported) - len(drawn),
    )


def _progress_title(figures: Sequence[Figure], names: Names) -> str:
    """How many plans were on schedule, in the period of which most are reported; each plan counts once."""
    by_period: dict[Period, dict[tuple[str, Place], list[Figure]]] = {}
    for figure in figures:
        if figure.nature == "actual":
            plans = by_period.setdefault(figure.period, {})
            plans.setdefault((figure.metric, figure.place), []).append(figure)
    if not by_period:
        return ""
    period = max(by_period, key=lambda period: (len(by_period[period]), period.end))
    plans = by_period[period]
    first = next(iter(plans.values()))[0]
    time = period.label(names.lang)
    if len(plans) == 1:
        metric = names.metric_and_place(first.metric, first.place)
        return names.of(words.PROGRESS_TITLE_OF_ONE).format(period=time, metric=metric, share=share(first, names))
    gone = period.share_of_year()
    verdict = words.PLANS_EXCEEDED if gone == 1 else words.PLANS_AHEAD
    sentence = names.of(verdict).format(
        period=time, ahead=_ahead(plans.values(), float(gone)), all=names.count(words.PLANS, len(plans))
    )
    if len({metric for metric, _ in plans}) > 1:
        return sentence
    metric = names.of(names.dataset.metrics[first.metric].name)
    return names.of(words.PROGRESS_TITLE).format(metric=metric, finding=sentence)


def _ahead(plans: Iterable[Sequence[Figure]], gone: float) -> int:
    """How many plans were further than that share of the year, however their shares were rounded."""
    return sum(
        all(each.completion is not None and float(each.completion.low) > gone for each in plan) for plan in plans
    )


def _ends(grown: pd.DataFrame, most: int) -> pd.DataFrame:
    """The fastest, and in the last third of ``most`` rows the slowest, among which are the falls."""
    if len(grown) <= most:
        return grown
    return pd.concat([grown.head(_fast(most)), grown.tail(most - _fast(most))])


def _fast(most: int) -> int:
    """How many of so many rows are the fastest."""
    return most - most // 3


_RowName = Literal["metric", "place", "period"]
"""What a row is called by."""


def _growth_row(row: Any, names: Names, *, name: _RowName, gap: str = "") -> Row:
    figure = names.dataset.figures[str(row.figure)]
    label, detail = called(figure, names, one_metric=name != "metric")
    if name == "period":
        label, detail = detail, label
    return Row(
        figure=figure.id,
        name=label,
        detail=detail,
        shown=signed(figure, names),
        hover=hover(figure, names),
        length=float(row.growth),
        style="fall" if row.growth < 0 else "actual",
        gap=gap,
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
