"""Figures of one place over time → the marks of a panel: bars as long as their periods, points, and lines."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal

from indicators.charts.marks import HOLLOW, look
from indicators.charts.plots import bars, time_labels
from indicators.charts.plots.rows import text
from indicators.charts.plots.theme import ChartTheme
from indicators.charts.plots.time_labels import ROOM, SIDE, LabelledMark
from indicators.charts.plots.traces import choosable, segments
from indicators.charts.plots.value_ticks import value_ticks
from indicators.frames.timelines import Plotted, Shape
from indicators.model.numbers import NumberId
from indicators.values.text import escape_plotly

JoinedMarks = tuple[int, int, bool]
"""The positions of two marks of a panel that are joined, and whether by dots."""

PLOT: Final = 128.0
"""Pixels from the floor of a panel to its upper edge, labels included."""
_HALF: Final = 5.0
"""Half the size of a point or an arrow."""
HATCH: Final = 5.0
"""Height in pixels of the hatching that says that there is no figure of a year."""
_MOST_YEARS: Final = 8
"""Labels of years that a telephone has room for."""
_STEPS: Final = (1, 2, 5, 10, 20, 50, 100)
DAY: Final = timedelta(days=1)
HEADING_LINE: Final = 18.0
_HEADING: Final = 12.0
"""Size of a heading."""
_BESIDE: Final = 2.0
"""Pixels between a value and its line."""
_MIDDLE: Final = 1.0
"""Pixels by which a text trace stands higher than numerals with their middle at its y."""
_YEARS_BELOW: Final = 6.0
"""Pixels from the floor of a panel to where the words of its years begin."""
_DROP: Final = 4.0
"""Pixels from the top of a line of a heading to where a text trace begins it."""


@dataclass(frozen=True, slots=True)
class TimeMark:
    """A figure in a panel: from its first day to its last, ``value`` high; ``label`` has the lines above it.

    ``low``, ``high`` and ``beyond`` are as those of a Row, and so is ``style``. ``period`` and ``shown`` are what a
    table and an alternative text say of it.
    """

    figure: str
    start: date
    end: date
    value: float
    label: Sequence[str]
    hover: str
    style: str = "actual"
    low: float = 0.0
    high: float = 0.0
    beyond: int = 0
    period: str = ""
    shown: str = ""


@dataclass(frozen=True, slots=True)
class EventMark:
    """An event: its ``letter``, and what it was in words."""

    letter: str
    start: date
    end: date
    hover: str


@dataclass(frozen=True, slots=True)
class TimePanel:
    """Figures of one place in the order of time, on a scale of their own, whose axis has values ÷ ``divisor``.

    Lines lead between those that are ``joined``; ``empty`` are the years without a figure, and ``events`` those that
    concern the place. ``thousands`` stands between those of a value.
    """

    heading: str
    shape: Shape
    marks: Sequence[TimeMark]
    plotted: Plotted = "amount"
    divisor: float = 1.0
    joined: Sequence[JoinedMarks] = ()
    empty: Sequence[int] = ()
    events: Sequence[EventMark] = ()
    thousands: str = ","

    @property
    def number(self) -> NumberId | Literal[""]:
        """Which number of the figures is drawn, where that is not the main one."""
        return "growth" if self.plotted == "growth" else ""


class TimeSpan:
    """The years that the panels cover, on the axis of time."""

    def __init__(self, panels: Sequence[TimePanel]) -> None:
        self.first, self.last = years(panels)
        self.start = date(self.first, 1, 1)
        self.days = (date(self.last, 12, 31) - self.start).days + 1
        self.pad = timedelta(days=round(SIDE / ROOM * self.days))

    def pixels(self, day: date) -> float:
        return ROOM * (day - self.start).days / self.days

    @property
    def ends(self) -> tuple[str, str]:
        """The days with which the axis begins and ends."""
        return (self.start - self.pad).isoformat(), (date(self.last, 12, 31) + DAY + self.pad).isoformat()

    def axis(self) -> dict[str, Any]:
        """The axis of all panels. Each writes the years itself: Plotly takes long for an axis that is seen."""
        return {"type": "date", "fixedrange": True, "visible": False, "range": list(self.ends)}

    def ticks(self) -> Mapping[str, str]:
        """Years in the middle of theirs; of one or two years, the months with which quarters or halves begin."""
        count = self.last - self.first + 1
        if count > 2:
            step = next(step for step in _STEPS if count <= step * _MOST_YEARS)
            shown = [year for year in range(self.first, self.last + 1) if year % step == 0] or [self.first]
            return {f"{year}-07-02": str(year) for year in shown}
        months = (1, 4, 7, 10) if count == 1 else (1, 7)
        shown_months = [f"{year}-{month:02}" for year in range(self.first, self.last + 1) for month in months]
        return {f"{month}-01": month for month in shown_months}


def years(panels: Sequence[TimePanel]) -> tuple[int, int]:
    """The first and the last year of the panels' figures."""
    marks = [mark for panel in panels for mark in panel.marks]
    return min(mark.start.year for mark in marks), max(mark.end.year for mark in marks)


class PanelDrawing:
    """The marks of one panel, on its own scale."""

    def __init__(self, panel: TimePanel, span: TimeSpan, theme: ChartTheme) -> None:
        self.panel, self.span, self.theme = panel, span, theme
        values = [mark.value / panel.divisor for mark in panel.marks]
        tallest = max(len(mark.label) for mark in panel.marks)
        room = (PLOT - time_labels.LINE * tallest - 6) / PLOT
        self.floor = min(0.0, *values, 0.0) * 1.15
        ranges = [mark.high / panel.divisor for mark in panel.marks if not mark.beyond and math.isfinite(mark.high)]
        self.top = self.floor + ((max(0.0, *values, *ranges, 0.0) - self.floor) or 1.0) / room
        self.ticks = value_ticks(self.floor, self.top, panel.thousands)
        self.middles = [_middle(mark) for mark in panel.marks]
        if panel.shape == "point":
            self.middles = [datetime.combine(mark.end, datetime.min.time()) for mark in panel.marks]

    def axis(self, above: float, below: float) -> dict[str, Any]:
        """Lines at the floor and at some values, without words: those are traces, as Plotly takes long for labels.

        It goes on for so many pixels ``above`` and ``below`` the panel, since Plotly shows no words beyond an axis.
        """
        return {
            "type": "linear",
            "fixedrange": True,
            "range": [self.floor - self._tall(below), self.top + self._tall(above)],
            "showgrid": True,
            "zeroline": True,
            "tickmode": "array",
            "tickvals": [self.floor, *self.ticks] if self.floor < 0 else list(self.ticks),
            "showticklabels": False,
            "automargin": False,
        }

    @property
    def left(self) -> int:
        """Pixels for the numbers of its axis."""
        return round(7 * max(map(len, self._values()))) + 4

    def words(self, heading: Sequence[str], above: float) -> Iterator[dict[str, Any]]:
        """The lines of its heading, which begins so many pixels ``above`` the panel, its values and its years."""
        left, _ = self.span.ends
        tick = text("tick", self.theme)
        tops = [self.top + self._tall(above - HEADING_LINE * line - _DROP) for line in range(len(heading))]
        yield {
            **text("name", self.theme),
            "textfont": {"size": _HEADING, "color": self.theme.ink, "weight": 700},
            "x": [left] * len(heading),
            "y": tops,
            "text": list(map(escape_plotly, heading)),
            "textposition": "bottom right",
        }
        yield {
            **tick,
            "mode": "markers+text",
            "marker": {"size": 1.6 * (_BESIDE - 1), "opacity": 0},  # as in rows.py: the text keeps away from it
            "x": [left] * len(self.ticks),
            "y": [value - self._tall(_MIDDLE) for value in self.ticks],
            "text": self._values(),
            "textposition": "middle left",
        }
        years = self.span.ticks()
        yield {
            **tick,
            "x": list(years),
            "y": [self.floor - self._tall(_YEARS_BELOW)] * len(years),
            "text": list(years.values()),
            "textposition": "bottom center",
        }

    def _values(self) -> list[str]:
        """The words of its lines."""
        suffix = "%" if self.panel.plotted == "growth" else ""
        return [words + suffix for words in self.ticks.values()]

    def _tall(self, pixels: float) -> float:
        """What so many pixels are worth."""
        return pixels * (self.top - self.floor) / PLOT

    def traces(self) -> Iterator[dict[str, Any]]:
        yield from self._hatching()
        if self.panel.shape == "bar":
            yield from self._bars()
        else:
            yield from self._lines()
            yield self._points()
        yield from self._whiskers()
        yield from self._arrows()
        yield self._labels()

    def _y(self, mark: TimeMark) -> float:
        return mark.value / self.panel.divisor

    def _hatching(self) -> Iterator[dict[str, Any]]:
        if not self.panel.empty:
            return
        spans = [(date(year, 1, 1), date(year, 12, 31)) for year in self.panel.empty]
        height = self._tall(HATCH)
        marker = bars.marker_of([look("nothing", self.theme)] * len(spans))
        yield {**_columns(spans, [height] * len(spans)), "base": self.floor, "marker": marker, "hoverinfo": "skip"}

    def _bars(self) -> Iterator[dict[str, Any]]:
        """The longest first, so that a half-year stands before its year; outlines of targets before all."""
        marks = sorted(self.panel.marks, key=lambda mark: (mark.start - mark.end, mark.style == "actual", -mark.value))
        looks = [look(mark.style, self.theme) for mark in marks]
        spans, heights = [(mark.start, mark.end) for mark in marks], [self._y(mark) for mark in marks]
        edges = {
            "color": [each.edge or self.theme.paper for each in looks],
            "width": [bars.EDGE if each.edge else 1 for each in looks],
        }
        yield {
            **_columns(spans, heights),
            "marker": {**bars.marker_of(looks), "line": edges},
            **choosable(((mark.figure, mark.hover) for mark in marks), number=self.panel.number),
            "selected": {"marker": {"opacity": 1}},
        }
        targets = [mark for mark in marks if mark.style == "target"]
        if targets:
            outline = {"color": HOLLOW, "line": {"color": self.theme.accent, "width": 2}}
            columns = _columns([(mark.start, mark.end) for mark in targets], [self._y(mark) for mark in targets])
            yield {**columns, "marker": outline, "hoverinfo": "skip"}

    def _lines(self) -> Iterator[dict[str, Any]]:
        """The spans of the points, and what joins them."""
        marks = self.panel.marks
        if self.panel.shape == "span":
            pieces = [(*_ends(mark), self._y(mark)) for mark in marks]
            spans = [(start, y, end, y) for start, end, y in pieces]
            yield segments(spans, color=self.theme.accent, width=3)
        for dotted in (False, True):
            chosen = [(start, end) for start, end, dots in self.panel.joined if dots == dotted]
            places = [(middle.isoformat(), self._y(mark)) for mark, middle in zip(marks, self.middles, strict=True)]
            pairs = [(*places[start], *places[end]) for start, end in chosen]
            if pairs:
                yield segments(pairs, color=self.theme.accent, width=1.5, **({"dash": "dot"} if dotted else {}))

    def _points(self) -> dict[str, Any]:
        looks = [look(mark.style, self.theme) for mark in self.panel.marks]
        fills = [self.theme.paper if each.pattern or each.fill == HOLLOW else each.fill for each in looks]
        edges = [each.edge or each.fill for each in looks]
        return {
            "type": "scatter",
            "mode": "markers",
            "x": [middle.isoformat() for middle in self.middles],
            "y": [self._y(mark) for mark in self.panel.marks],
            "marker": {"size": 9, "color": fills, "line": {"color": edges, "width": 2}, "opacity": 1},
            **choosable(((mark.figure, mark.hover) for mark in self.panel.marks), number=self.panel.number),
        }

    def _whiskers(self) -> Iterator[dict[str, Any]]:
        """The interval of a figure, where it is wide enough to be seen and no arrow says it."""
        pieces = [
            (middle.isoformat(), mark.low / self.panel.divisor, middle.isoformat(), mark.high / self.panel.divisor)
            for mark, middle in zip(self.panel.marks, self.middles, strict=True)
            if self._has_whisker(mark)
        ]
        if pieces:
            yield segments(pieces, color=self.theme.ink, width=1.5)

    def _has_whisker(self, mark: TimeMark) -> bool:
        wide = (mark.high - mark.low) / self.panel.divisor > 0.04 * (self.top - self.floor)
        return wide and not mark.beyond and math.isfinite(mark.high - mark.low)

    def _arrows(self) -> Iterator[dict[str, Any]]:
        """In which direction the true number lies, where an article says over, nearly and the like."""
        chosen = [index for index, mark in enumerate(self.panel.marks) if mark.beyond]
        if chosen:
            ups = [self.panel.marks[index].beyond > 0 for index in chosen]
            yield {
                "type": "scatter",
                "mode": "markers",
                "x": [self.middles[index].isoformat() for index in chosen],
                "y": [self._y(self.panel.marks[index]) for index in chosen],
                "marker": {
                    "symbol": [f"triangle-{'up' if up else 'down'}" for up in ups],
                    "size": 8,
                    "color": self.theme.ink,
                },
                "hoverinfo": "skip",
            }

    def _labels(self) -> dict[str, Any]:
        """The numbers that have room above their marks."""
        scale = PLOT / (self.top - self.floor)
        marks = []
        for mark, middle in zip(self.panel.marks, self.middles, strict=True):
            left, right = self.span.pixels(mark.start), self.span.pixels(mark.end + DAY)
            if self.panel.shape == "point":
                left = right = self.span.pixels(middle.date())
                left, right = left - _HALF, right + _HALF
            end = max(0.0, self._y(mark), mark.high / self.panel.divisor if self._has_whisker(mark) else 0.0)
            above = _HALF if self.panel.shape != "bar" or mark.beyond else 0.0
            marks.append(LabelledMark(left, right, (end - self.floor) * scale + above, mark.label))
        shown = time_labels.placed(marks)
        return {
            **text("tick", self.theme),
            "textfont": {"size": time_labels.SIZE, "color": self.theme.ink},
            "x": [self.middles[index].isoformat() for index in shown],
            "y": [marks[index].height / scale + self.floor for index in shown],
            "text": ["<br>".join(map(escape_plotly, marks[index].lines)) for index in shown],
            "textposition": "top center",
        }


def _columns(spans: Sequence[tuple[date, date]], heights: Sequence[float]) -> dict[str, Any]:
    """Bars from the first to the last of their days."""
    return {
        "type": "bar",
        "x": [start.isoformat() for start, _ in spans],
        "y": list(heights),
        "offset": 0,
        "width": [((end - start) + DAY) // timedelta(milliseconds=1) for start, end in spans],
    }


def _ends(mark: TimeMark) -> tuple[str, str]:
    return mark.start.isoformat(), (mark.end + DAY).isoformat()


def _middle(mark: TimeMark) -> datetime:
    start = datetime.combine(mark.start, datetime.min.time())
    return start + (mark.end + DAY - mark.start) / 2
