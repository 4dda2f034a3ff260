"""Panels of rows → a Plotly figure: a row a figure, its name and its number above the mark.

Names stand above the marks, not beside them, so that a long name is whole on a telephone as on a wide screen.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final, Literal

from indicators.analysis.formulas import Derived
from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.traces import choosable, once
from indicators.charts.plots.wrapping import width, wrap
from indicators.model.numbers import NumberId
from indicators.values.text import escape_plotly
from indicators.values.units import MINUS

NAME_LINE: Final = 18
DETAIL_LINE: Final = 16
MARK: Final = 16
THIN: Final = 4
GAP: Final = 14
HEADER: Final = 38
_PHONE: Final = 27.0
"""Width of a telephone's page in ems: names leave room for their number even there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a chart. Words are plain: they are escaped when they are drawn.

    ``figure`` is its id (for a derived mark, that of its input), handed back when the mark is chosen. The mark goes
    from ``start`` as far as ``length``; ``low`` and ``high`` are the interval, drawn where it is wide; ``style`` is one
    of those that ``marks.look`` knows. ``beyond`` is 1 where more than the number was reported, -1 where less
    was: an arrow at the end of the mark says so. ``derived`` is the number of a mark that is not the figure's own.
    ``change`` stands in a column of its own behind ``shown``. Where the heading names the unit, ``aligned`` is drawn
    instead of ``shown``: the number alone, with its point under those of the others. ``gap`` says what is left out
    between the row above and this one. A ``lone`` one has nothing beside it on its scale: its mark is a thin line.
    """

    figure: str
    name: str
    shown: str
    hover: str
    length: float
    detail: str = ""
    start: float = 0.0
    style: str = "actual"
    low: float = math.nan
    high: float = math.nan
    depth: int = 0
    beyond: int = 0
    derived: Derived | None = None
    change: str = ""
    aligned: str = ""
    gap: str = ""
    lone: bool = False

    @property
    def numbers(self) -> str:
        """The number and its change in one text."""
        return "  ".join(filter(None, (self.shown, self.change)))


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that may be compared, under a heading (none where there is but one panel).

    ``number`` says which number of the figures is drawn, where that is not the main one.
    """

    heading: str
    rows: Sequence[Row]
    number: NumberId | Literal[""] = ""


TextRole = Literal["heading", "name", "number", "amount", "change", "fall", "detail", "tick"]


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How words of one role are set; ``right`` puts them at the right edge of the chart, so many pixels from it."""

    size: float
    bold: bool = False
    muted: bool = False
    falls: bool = False
    right: bool = False
    from_edge: int = 0


TEXT_STYLES: Final[Mapping[TextRole, TextStyle]] = {
    "heading": TextStyle(12, bold=True, muted=True),
    "name": TextStyle(13),
    "number": TextStyle(13, bold=True, right=True),
    "amount": TextStyle(13, bold=True, right=True, from_edge=62),
    "change": TextStyle(13, right=True),
    "fall": TextStyle(13, falls=True, right=True),
    "detail": TextStyle(11.5, muted=True),
    "tick": TextStyle(11, muted=True),
}
_INDENT: Final = "\u2003"
"""An em for each level of depth: a text trace cannot be shifted by pixels."""
_CHANGES: Final = 5
"""Ems of the column of changes, behind that of the amounts."""
_DROP: Final = 3
"""Pixels from the top of a line of type to where a text trace begins it."""


@dataclass
class RowStack:
    """Rows from top to bottom: y in pixels from the top of the chart, x on the axis of the marks.

    ``y`` has the middle of each mark. ``words`` has for each role its lines with their y; ``notes`` are further traces
    of words, which stand elsewhere. ``number`` is the number of the figures that is drawn, where not the main one.
    """

    theme: ChartTheme
    number: NumberId | Literal[""] = ""
    y: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    words: dict[TextRole, list[tuple[float, str]]] = field(default_factory=dict)
    notes: list[dict[str, Any]] = field(default_factory=list)
    height: float = 0.0

    @cached_property
    def choosable(self) -> dict[str, Any]:
        """What makes the marks of all rows choosable, once they are all placed: a bar and its track have the same."""
        return choosable(((row.figure, row.hover) for row in self.rows), number=self.number)

    def place(self, panels: Sequence[Panel]) -> "RowStack":
        """Put the panels under what is there already; returns the same stack."""
        for panel in panels:
            self.number = panel.number
            if panel.heading:
                self._place_heading(panel.heading)
            changes = any(row.change for row in panel.rows)
            for row in panel.rows:
                self._place_row(row, _CHANGES if changes else 0)
        return self

    def _place_heading(self, heading: str) -> None:
        self.height += 8 if self.height else 0
        self._write(heading, self.height, "heading")
        self.height += HEADER - 8

    def _place_gap(self, words: str) -> None:
        """A line of dots and what is left out, where rows do not follow each other."""
        self._write(f"⋮  {words}", self.height, "detail")
        self.height += DETAIL_LINE + GAP

    def _place_row(self, row: Row, changes: int) -> None:
        if row.gap:
            self._place_gap(row.gap)
        name_lines = wrap(row.name, _PHONE - 1.08 * width(row.shown) - changes - row.depth - 1)
        for index, line in enumerate(name_lines):
            self._write(line, self.height + index * NAME_LINE, "name", row.depth)
        self._write(row.aligned or row.shown, self.height, "amount" if changes else "number")
        if row.change:
            self._write(row.change, self.height, "fall" if row.change.startswith(MINUS) else "change")
        self.height += len(name_lines) * NAME_LINE
        if row.detail:
            for line in wrap(row.detail, 1.1 * _PHONE):
                self._write(line, self.height, "detail", row.depth)
                self.height += DETAIL_LINE
        self.height += 3
        self.y.append(self.height + MARK / 2)
        self.rows.append(row)
        self.height += MARK + GAP

    def _write(self, words: str, top: float, role: TextRole, depth: int = 0) -> None:
        self.words.setdefault(role, []).append((top + _DROP, _INDENT * depth + escape_plotly(words)))

    def spec(self, traces: Sequence[dict[str, Any]], *, span: tuple[float, float]) -> dict[str, Any]:
        """The traces with all words as a Plotly figure of fixed height; ``span`` is what the x axis covers."""
        return {
            "data": [*traces, *self._texts(span), *self.notes],
            "layout": {
                "template": template(self.theme),
                "height": max(60, round(self.height)),
                "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
                "showlegend": False,
                "barmode": "overlay",
                "hovermode": "closest",
                "dragmode": False,
                "xaxis": {"visible": False, "range": list(span), "fixedrange": True, "type": "linear"},
                "yaxis": {"visible": False, "range": [self.height, 0], "fixedrange": True, "type": "linear"},
            },
        }

    def _texts(self, span: tuple[float, float]) -> Iterator[dict[str, Any]]:
        """All words of a role as one trace: a browser draws that in half the time of as many annotations."""
        nearly_nothing = 1e-9 * (span[1] - span[0])  # plotly takes a dx of 0 for 1
        for role, lines in self.words.items():
            style = TEXT_STYLES[role]
            yield {
                **text(role, self.theme),
                "x0": span[1] if style.right else span[0],
                "dx": -nearly_nothing if style.right else nearly_nothing,
                "y": [y for y, _ in lines],
                "text": [words for _, words in lines],
                "textposition": f"bottom {'left' if style.right else 'right'}",
                **(_away(style, lines) if style.from_edge else {}),
            }


def _away(style: TextStyle, lines: Sequence[tuple[float, str]]) -> dict[str, Any]:
    """What keeps texts away from the edge: marks that are not seen.

    Plotly keeps a text beside a mark 1 px and 1.25 radii from its middle; texts have no shift of their own, and of
    several spaces in one plotly leaves a single one. Beside a mark, a text stands half its size higher than below it.
    """
    return {
        "mode": "markers+text",
        "marker": {"size": 1.6 * (style.from_edge - 1), "opacity": 0},
        "textposition": "middle left",
        "y": [y + style.size / 2 for y, _ in lines],
    }


def text(role: TextRole, theme: ChartTheme) -> dict[str, Any]:
    """What traces of words have in common: nothing of them can be hovered over, and choosing a mark dims none."""
    style = TEXT_STYLES[role]
    color = theme.muted if style.muted else theme.fall if style.falls else theme.ink
    return {
        "type": "scatter",
        "mode": "text",
        "textfont": {"size": style.size, "color": color, **({"weight": 700} if style.bold else {})},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": color}},
    }


def bars(
    stack: RowStack,
    starts: Sequence[float],
    lengths: Sequence[float],
    marker: dict[str, Any],
    width: float | list[float] = MARK,
) -> dict[str, Any]:
    """A bar in each row, which hands back the row's figure; ``starts`` and ``lengths`` are on the axis of the marks."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": stack.y,
        "x": list(lengths),
        "base": once(starts),
        "width": width,
        "marker": marker,
        **stack.choosable,
        "selected": {"marker": {"opacity": 1}},
    }
