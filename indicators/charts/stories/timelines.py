"""Rows of one metric → what they say over time: a panel for each place, its figures at their periods, and events."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import pairwise
from typing import Any, Final

import numpy as np
import pandas as pd

from indicators.analysis import events
from indicators.charts.marks import Mark, legend
from indicators.charts.plots import time_panels
from indicators.charts.plots.time_panels import EventMark, JoinedMarks, TimeMark, TimePanel
from indicators.charts.stories import timeline_words
from indicators.charts.stories.story import Story, Untold, alt, sources
from indicators.charts.stories.timeline_words import PlaceSeries, shape_of
from indicators.frames import timelines
from indicators.frames.rows import Rows
from indicators.frames.timelines import Plotted, Shape
from indicators.model.events import Event
from indicators.model.vocabulary import Metric
from indicators.phrasing.events import LetteredEvent, happening, lettered
from indicators.phrasing.figures import hover, printed, signed
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.quantities import DIRECTION, Quantity
from indicators.values.text import Lang
from indicators.words import stories as words
from indicators.words.phrasing import events as event_words

PLACES_OVER_TIME: Final = 6
"""The most places that are drawn; filters bring up the others."""
MOST_ALONE: Final = 3
"""The same where no place has several periods: panels with one figure each are not worth more room."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline(Story):
    """Figures of one metric over time, a panel for each place and what is drawn of it."""

    panels: tuple[TimePanel, ...]

    def panels_of_marks(self, names: Names) -> Iterable[Sequence[Mark]]:
        for panel in self.panels:
            yield [
                Mark(panel.heading, mark.period, "", mark.shown, mark.figure, number=panel.number)
                for mark in panel.marks
            ]
        heading = names.of(event_words.IN_CHART)
        yield [
            Mark(heading, f"{event.letter} · {event.name}", "", event.date, article=event.article)
            for event in self.events
        ]

    def legend(self, names: Names) -> Mapping[str, str]:
        """Style → what it means, where the chart shows what is no result, or years without a figure."""
        natures = legend(frozenset(mark.style for panel in self.panels for mark in panel.marks), names)
        empty = any(panel.empty for panel in self.panels)
        return {**natures, **({"nothing": names.of(words.NO_FIGURE)} if empty else {})}


def over_time(frame: pd.DataFrame, names: Names, *, most: int = PLACES_OVER_TIME) -> Timeline:
    """What one metric was at the periods that were reported, for each place of which there are several.

    At ``most`` so many places are drawn.

    Where no place has several, but places have different ones, all are drawn.
    Growth stands in panels of its own where some of it was printed without the amount.
    """
    return untold_over_time(frame, names, most=most).tell()


def untold_over_time(frame: pd.DataFrame, names: Names, *, most: int = PLACES_OVER_TIME) -> Untold[Timeline]:
    """The story of ``over_time`` before it is told; events beside the figures are not counted."""
    metric = names.dataset.metrics[Rows.of(frame).first("metric")] if len(frame) else None
    drawn, left_out = _drawn(frame, metric, names, most) if metric else ([], 0)
    if metric is None or not drawn:
        return Untold(0, lambda: Timeline(title="", note="", alt="", sources=(), panels=()))
    compared = max(len(telling(np.array(series.values))) for series in drawn)
    return Untold(compared, partial(_story, frame, drawn, metric, names, left_out=left_out))


def _story(
    frame: pd.DataFrame, drawn: Sequence[PlaceSeries], metric: Metric, names: Names, *, left_out: int
) -> Timeline:
    panels, shown_events = _with_events([*_panels(drawn, metric, names)], drawn, names)
    title = timeline_words.title(drawn[0], metric, panels[0].empty, names)
    publishers = (names.dataset.article_of[figure.id].publisher for series in drawn for figure in series.figures)
    return Timeline(
        title=title,
        note=timeline_words.note(panels, names),
        panels=panels,
        alt=alt(words.ALT_WITHOUT_BARS, title, [*timeline_words.spoken(panels, shown_events, names)], names),
        sources=sources(publishers, names),
        left_out=left_out,
        remarks=timeline_words.remarks(frame, drawn, metric, panels, names),
        events=shown_events,
    )


def _drawn(frame: pd.DataFrame, metric: Metric, names: Names, most: int) -> tuple[list[PlaceSeries], int]:
    """The series that are drawn, growth right behind the amounts of its place, and how many are not."""
    stock = metric.kind == "stock"
    every, drawn = Rows.of(frame), []
    candidates = _candidates(frame, 2, stock=stock)
    if not candidates:
        most = min(most, MOST_ALONE)
        candidates = _candidates(frame, 1, stock=stock)
        when = frame["end" if stock else "period"]
        if len({cell for _, rows in candidates for cell in when.iloc[rows].unique()}) < 2:
            return [], 0
    for plotted, rows in candidates[:most]:
        drawn.append(_series(every.take(rows), plotted, names))
    order = {place: number for number, place in enumerate(dict.fromkeys(series.place for series in drawn))}
    drawn.sort(key=lambda series: order[series.place])
    return drawn, len(candidates) - len(drawn)


_PLOTTED: Final[Sequence[Plotted]] = ("amount", "growth")


def _candidates(frame: pd.DataFrame, least: int, *, stock: bool) -> list[tuple[Plotted, Any]]:
    """The rows of each place that has so many periods, by what is drawn of them."""
    return [
        (plotted, rows) for plotted in _PLOTTED for rows in timelines.series(frame, plotted, stock=stock, least=least)
    ]


def _series(rows: Rows, plotted: Plotted, names: Names) -> PlaceSeries:
    ends, starts = rows["end"], rows["start"]
    order = sorted(range(len(rows)), key=lambda index: (ends[index], starts[index]))
    rows = rows.take(order)
    figures = [names.dataset.figures[key] for key in rows["figure"]]
    if plotted == "amount":
        return PlaceSeries(plotted, figures, rows["value"], rows["low"], rows["high"])
    rates = [figure.growth for figure in figures if figure.growth is not None]
    ends_of_rates = ([float(getattr(rate, end)) for rate in rates] for end in ("low", "high"))
    return PlaceSeries(plotted, figures, rows["growth"], *ends_of_rates)


# --- what is drawn ---------------------------------------------------------------------------------------------------


def _panels(drawn: Sequence[PlaceSeries], metric: Metric, names: Names) -> Iterator[TimePanel]:
    """The panels of the series, all of amounts in one unit; events are added later."""
    largest = max((abs(value) for series in drawn if series.plotted == "amount" for value in series.values), default=0)
    spans = [_year_span(series) for series in drawn]
    years = min(first for first, _ in spans), max(last for _, last in spans)
    return (_panel(series, metric, largest, years, names) for series in drawn)


def _panel(series: PlaceSeries, metric: Metric, largest: float, years: tuple[int, int], names: Names) -> TimePanel:
    """The panel of a series; ``largest`` is the largest amount of all series, ``years`` are the first and the last."""
    shape = shape_of(series.plotted, metric)
    heading, divisor = names.place(series.place), _PERCENT
    if series.plotted == "amount":
        divisor, unit = units.axis(largest or 1.0, metric.unit, names.lang)
        heading = names.of(words.IN_UNIT).format(heading=heading, unit=unit)
    else:
        heading = names.of(words.TIME_GROWTH).format(place=heading)
    kept = telling(np.array(series.values)).tolist()
    shown = series.taken(kept)
    periods = [figure.period for figure in series.figures]
    first, last = years
    return TimePanel(
        heading=heading,
        shape=shape,
        plotted=series.plotted,
        marks=tuple(_mark(shown, index, divisor, names) for index in range(len(shown.figures))),
        divisor=divisor,
        joined=tuple(_links(series, shape, metric, kept)),
        empty=timelines.empty_years(periods, first, last) if last - first > 1 else (),
        thousands=_thousands(names.lang),
    )


_PERCENT: Final = 0.01


def _year_span(series: PlaceSeries) -> tuple[int, int]:
    periods = [figure.period for figure in series.figures]
    return min(period.start.year for period in periods), max(period.end.year for period in periods)


def _mark(series: PlaceSeries, index: int, divisor: float, names: Names) -> TimeMark:
    figure, value = series.figures[index], series.values[index]
    quantity = figure.text if series.plotted == "amount" else figure.growth
    fell = series.plotted == "growth" and value < 0 and figure.nature == "actual"
    number = _number(quantity, divisor, signed=series.plotted == "growth") if quantity else ""
    number = number.replace(",", _thousands(names.lang))
    nature = [] if figure.nature == "actual" else [names.nature(figure.nature).lower()]
    return TimeMark(
        figure=figure.id,
        start=figure.period.start,
        end=figure.period.end,
        value=value,
        label=(number, *nature),
        hover=hover(figure, names),
        style="fall" if fell else figure.nature,
        low=series.lows[index],
        high=series.highs[index],
        beyond=DIRECTION[quantity.qualifier] if quantity else 0,
        period=figure.period.label(names.lang),
        shown=printed(figure, names) if series.plotted == "amount" else signed(figure, names),
    )


def _thousands(lang: Lang) -> str:
    """What stands between thousands on an axis: nothing in Chinese, as everywhere else."""
    return "," if lang == "en" else ""


_DIGITS: Final = 4


def _number(quantity: Quantity, divisor: float, *, signed: bool) -> str:
    """A number on an axis, in the unit of the axis: 56.92, >150, ≈−2.7; of a range both ends."""
    if quantity.qualifier == "between":
        return "–".join(_digits(end, divisor, signed=False) for end in (quantity.low, quantity.high))
    before = "≈" if quantity.qualifier == "about" else {1: ">", -1: "<"}.get(DIRECTION[quantity.qualifier], "")
    return before + _digits(quantity.value, divisor, signed=signed)


def _digits(value: Decimal, divisor: float, *, signed: bool) -> str:
    number = value / Decimal(str(divisor))
    places = max(0, _DIGITS - 1 - number.adjusted()) if number else 0
    digits = format(round(abs(number), places).normalize(), ",f")
    return f"{units.MINUS if number < 0 else '+' if signed and number > 0 else ''}{digits}"


def _links(series: PlaceSeries, shape: Shape, metric: Metric, drawn: Sequence[int]) -> Iterator[JoinedMarks]:
    """Which of the ``drawn`` figures are joined, as positions among these: results of one length and on one basis.

    Over figures that are not drawn, two are joined by no more than what joins those between them.
    """
    if shape == "bar" or (series.plotted == "amount" and not metric.comparable_basis):
        return
    stock, number = shape == "point", {position: number for number, position in enumerate(drawn)}
    results = [index for index, figure in enumerate(series.figures) if figure.nature == "actual"]
    lengths = {index: "" if stock else series.figures[index].period.length for index in results}
    for length in dict.fromkeys(lengths.values()):
        like = [index for index in results if lengths[index] == length]
        between = timelines.joins([series.figures[index].period for index in like], stock=stock)
        kept = [place for place, index in enumerate(like) if index in number]
        for start, end in pairwise(kept):
            join = timelines.weakest(between[start:end])
            if join != "none":
                yield number[like[start]], number[like[end]], join == "dots"


def _with_events(
    panels: Sequence[TimePanel], drawn: Sequence[PlaceSeries], names: Names
) -> tuple[tuple[TimePanel, ...], tuple[LetteredEvent, ...]]:
    """The panels with the events that concern their places, in the years that the chart covers; and all of these."""
    first, last = time_panels.years(panels)
    of_panel = [_in_years(events.of_place(series.place, names.dataset), first, last) for series in drawn]
    unique = {event.id: event for several in of_panel for event in several}
    ordered = sorted(unique.values(), key=lambda event: (event.date.start, event.date.end))
    letters = {event.id: lettered(event, number, names) for number, event in enumerate(ordered)}

    def mark(event: Event) -> EventMark:
        return EventMark(letters[event.id].letter, event.date.start, event.date.end, happening(event, names))

    filled = (replace(panel, events=tuple(map(mark, several))) for panel, several in zip(panels, of_panel, strict=True))
    return tuple(filled), tuple(letters.values())


def _in_years(several: Iterable[Event], first: int, last: int) -> list[Event]:
    begin, end = date(first, 1, 1), date(last, 12, 31)
    return [event for event in several if begin <= event.date.start and event.date.end <= end]


MOST_POINTS: Final = 200
"""More figures of a panel cannot be told apart on a screen."""


def telling(values: "np.ndarray[Any, Any]", most: int = MOST_POINTS) -> "np.ndarray[Any, Any]":
    """Positions of the points of a series that are drawn.

    A series of more than ``most`` points is cut into stretches, of which the lowest and the highest are drawn; the
    first and the last point always are.
    """
    if len(values) <= most:
        return np.arange(len(values))
    stretches = np.array_split(np.arange(len(values)), most // 2 - 1)
    ends = [stretch[pick(values[stretch])] for stretch in stretches for pick in (np.argmin, np.argmax)]
    return np.unique([0, *ends, len(values) - 1])
