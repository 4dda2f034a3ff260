"""The figures of places over time → the sentences of their chart: its finding, how to read it, and all of it aloud."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

import pandas as pd

from indicators.charts.plots.time_panels import TimePanel
from indicators.frames.timelines import Plotted, Shape
from indicators.model.articles import Figure
from indicators.model.subjects import Place
from indicators.model.vocabulary import Metric
from indicators.phrasing.events import LetteredEvent
from indicators.phrasing.figures import printed, signed
from indicators.phrasing.names import Names
from indicators.words import stories as words
from indicators.words import terms


@dataclass(frozen=True, slots=True)
class PlaceSeries:
    """The figures of one place in the order of time, with ``values``, ``lows`` and ``highs`` of what is plotted."""

    plotted: Plotted
    figures: Sequence[Figure]
    values: Sequence[float]
    lows: Sequence[float]
    highs: Sequence[float]

    @property
    def place(self) -> Place:
        return self.figures[0].place

    def taken(self, positions: Sequence[int]) -> "PlaceSeries":
        columns = ([column[index] for index in positions] for column in (self.values, self.lows, self.highs))
        return PlaceSeries(self.plotted, [self.figures[index] for index in positions], *columns)


def shape_of(plotted: Plotted, metric: Metric) -> Shape:
    if plotted == "growth" or metric.kind == "rate":
        return "span"
    return "point" if metric.kind == "stock" else "bar"


def title(series: PlaceSeries, metric: Metric, empty: Sequence[int], names: Names) -> str:
    """What the first and the last of comparable results were, and which is larger if their intervals are apart."""
    if len(series.figures) == 1:
        return _of_one(series, names)
    pair = _ends(series, metric)
    first, last = pair or (0, len(series.figures) - 1)
    say = signed if series.plotted == "growth" else printed
    figures = series.figures[first], series.figures[last]
    facts = {
        "name": _name(series, names),
        "then": say(figures[0], names),
        "start": figures[0].period.label(names.lang),
        "now": say(figures[1], names),
        "end": figures[1].period.label(names.lang),
    }
    if series.plotted == "growth":
        facts["name"] = names.of(words.TIME_GROWTH).format(place=facts["name"])
    move = _move(series, pair, metric) if pair else "was"
    between = [year for year in empty if figures[0].period.end.year < year < figures[1].period.start.year]
    gaps = names.count(words.TIME_EMPTY, len(between)) if between else ""
    return names.of(words.TIME_TITLE[move]).format(**facts) + gaps


def _name(series: PlaceSeries, names: Names) -> str:
    """Metric and place: a chart is read without the page around it, too."""
    return names.of(terms.JOIN).join((names.metric(series.figures[0].metric), names.place(series.place)))


def _of_one(series: PlaceSeries, names: Names) -> str:
    figure = series.figures[0]
    value = signed(figure, names) if series.plotted == "growth" else printed(figure, names)
    facts = {"name": _name(series, names), "period": figure.period.label(names.lang), "value": value}
    return names.of(words.TIME_OF_ONE).format(**facts)


def _ends(series: PlaceSeries, metric: Metric) -> tuple[int, int] | None:
    """The first and the last of the results of one length; None where no two can be compared.

    It is the length with most periods, or the newest of such. Reports that contradict each other are left out.
    """
    stock = shape_of(series.plotted, metric) == "point"
    keys = [(figure.nature, figure.period.end if stock else figure.period) for figure in series.figures]
    sure = [
        index
        for index, figure in enumerate(series.figures)
        if figure.nature == "actual" and keys.count(keys[index]) == 1
    ]
    lengths = ["" if stock else series.figures[index].period.length for index in sure]
    if not lengths:
        return None
    commonest = max(dict.fromkeys(reversed(lengths)), key=lengths.count)
    like = [index for index, length in zip(sure, lengths, strict=True) if length == commonest]
    return (like[0], like[-1]) if len(like) > 1 else None


def _move(series: PlaceSeries, pair: tuple[int, int], metric: Metric) -> Literal["rose", "fell", "was"]:
    first, last = pair
    if series.plotted == "growth" or not metric.comparable_basis:
        return "was"
    if series.lows[last] >= series.highs[first] and series.values[last] > series.values[first]:
        return "rose"
    if series.highs[last] <= series.lows[first] and series.values[last] < series.values[first]:
        return "fell"
    return "was"


def note(panels: Sequence[TimePanel], names: Names) -> str:
    """How to read the shapes."""
    shapes = dict.fromkeys(panel.shape for panel in panels)
    return names.of(terms.SENTENCES).join(names.of(words.TIME_NOTES[shape]) for shape in shapes)


def remarks(
    frame: pd.DataFrame, drawn: Sequence[PlaceSeries], metric: Metric, panels: Sequence[TimePanel], names: Names
) -> tuple[str, ...]:
    sentences = []
    if len(panels) > 1:
        sentences.append(names.of(words.TIME_SCALES))
    if any(mark.beyond for panel in panels for mark in panel.marks):
        sentences.append(names.of(words.TIME_ARROWS))
    if not metric.comparable_basis and any(panel.plotted == "amount" for panel in panels):
        sentences.append(names.of(words.TIME_BASIS))
    count = _other_bases(frame, [series.place for series in drawn if series.plotted == "growth"])
    return (*sentences, names.count(words.TIME_OTHER_BASES, count)) if count else tuple(sentences)


def _other_bases(frame: pd.DataFrame, places: Sequence[Place]) -> int:
    """How many figures of the places have growth that is not against the year before."""
    if not places:
        return 0
    others = frame[frame["growth_from"].notna() & frame["growth"].notna()]
    return sum(int((others[list(Place._fields)] == list(place)).all(axis=1).sum()) for place in places)


def spoken(panels: Sequence[TimePanel], shown: Sequence[LetteredEvent], names: Names) -> Iterator[str]:
    """The marks of each panel under its heading, the years without a figure, and the events, in one text each."""
    for panel in panels:
        texts = [f"{mark.period} {mark.shown}" for mark in panel.marks]
        if panel.empty:
            texts.append(names.of(words.TIME_NOTHING).format(years=names.of(terms.LIST).join(_ranges(panel.empty))))
        yield names.of(words.UNDER).format(heading=panel.heading, rows=texts[0])
        yield from texts[1:]
    yield from (event.line(names) for event in shown)


def _ranges(years: Sequence[int]) -> Iterator[str]:
    """Years that follow each other as ranges: 2006–2011, 2014."""
    for _, run in groupby(enumerate(years), key=lambda pair: pair[1] - pair[0]):
        several = [year for _, year in run]
        yield str(several[0]) if len(several) == 1 else f"{several[0]}–{several[-1]}"
