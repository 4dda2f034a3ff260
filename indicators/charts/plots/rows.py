"""The form that most charts here share: a row a figure, its name and its number above the mark.

Names stand above the bars, not beside them, so that a long name is whole on a telephone as on a wide screen.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from indicators.charts.plots.theme import Theme, template
from indicators.values.text import escape_plotly

NAME_LINE: Final = 18
DETAIL_LINE: Final = 16
MARK: Final = 16
GAP: Final = 14
HEADER: Final = 38
_PHONE: Final = 27.0
"""Width of a telephone's page in ems: names leave room for their number even there."""


@dataclass(frozen=True, slots=True)
class Row:
    """One figure of a chart. Words are plain: they are escaped here.

    ``figure`` is its id (for a derived mark, that of its input), handed back when the mark is chosen. The mark goes
    from ``start`` as far as ``length``; ``low`` and ``high`` are the interval, drawn where it is wide; ``style`` is one
    of actual, whole, fall, target, expected, derived. ``beyond`` is 1 where more than the number was reported, -1 where
    less was: an arrow at the end of the mark says so.
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


@dataclass(frozen=True, slots=True)
class Panel:
    """Rows that may be compared, under a heading (none where there is but one)."""

    heading: str
    rows: Sequence[Row]


Kind = Literal["heading", "name", "number", "detail", "tick"]


@dataclass(frozen=True, slots=True)
class Type:
    """How words of a kind are set."""

    size: float
    bold: bool = False
    muted: bool = False
    right: bool = False


TYPES: Final[Mapping[Kind, Type]] = {
    "heading": Type(12, bold=True, muted=True),
    "name": Type(13),
    "number": Type(13, bold=True, right=True),
    "detail": Type(11.5, muted=True),
    "tick": Type(11, muted=True),
}
_INDENT: Final = "\u2003"
"""An em a level: a text trace knows no shift in pixels."""
_DROP: Final = 3
"""Pixels from the top of a line of type to where a text trace begins it."""


@dataclass
class Sheet:
    """Where everything stands: y in pixels from the top, x on the axis of the marks.

    ``words`` has for each kind its lines with their y; ``notes`` are traces of words that stand elsewhere.
    """

    theme: Theme
    y: list[float] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    words: dict[Kind, list[tuple[float, str]]] = field(default_factory=dict)
    notes: list[dict[str, Any]] = field(default_factory=list)
    height: float = 0.0

    def place(self, panels: Sequence[Panel]) -> "Sheet":
        for panel in panels:
            if panel.heading:
                self._heading(panel.heading)
            for row in panel.rows:
                self._row(row)
        return self

    def _heading(self, heading: str) -> None:
        self.height += 8 if self.height else 0
        self._say(heading, self.height, "heading")
        self.height += HEADER - 8

    def _row(self, row: Row) -> None:
        lines = wrap(row.name, _PHONE - 1.08 * width(row.shown) - row.depth - 1)
        for index, line in enumerate(lines):
            self._say(line, self.height + index * NAME_LINE, "name", row.depth)
        self._say(row.shown, self.height, "number")
        self.height += len(lines) * NAME_LINE
        if row.detail:
            for line in wrap(row.detail, 1.1 * _PHONE):
                self._say(line, self.height, "detail", row.depth)
                self.height += DETAIL_LINE
        self.height += 3
        self.y.append(self.height + MARK / 2)
        self.rows.append(row)
        self.height += MARK + GAP

    def _say(self, words: str, top: float, kind: Kind, depth: int = 0) -> None:
        self.words.setdefault(kind, []).append((top + _DROP, _INDENT * depth + escape_plotly(words)))


def wrap(words: str, ems: float) -> list[str]:
    """The words in lines of at most that width; Chinese breaks anywhere, English between words."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(words):
        if line.strip() and width(line + piece) > ems:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(words: str) -> list[str]:
    pieces: list[str] = []
    for char in words:
        if pieces and pieces[-1][-1].isascii() and char.isascii() and not pieces[-1][-1].isspace():
            pieces[-1] += char
        else:
            pieces.append(char)
    return pieces


def width(words: str) -> float:
    """Width of the words in ems, near enough to break lines by."""
    return sum(0.55 if char.isascii() else 1.0 for char in words)


def figure(sheet: Sheet, traces: Sequence[dict[str, Any]], *, span: tuple[float, float]) -> dict[str, Any]:
    """The traces on the sheet as a Plotly figure of fixed height; ``span`` is what the x axis covers."""
    return {
        "data": [*traces, *_texts(sheet, span), *sheet.notes],
        "layout": {
            "template": template(sheet.theme),
            "height": max(60, round(sheet.height)),
            "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
            "showlegend": False,
            "barmode": "overlay",
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": {"visible": False, "range": list(span), "fixedrange": True, "type": "linear"},
            "yaxis": {"visible": False, "range": [sheet.height, 0], "fixedrange": True, "type": "linear"},
        },
    }


def _texts(sheet: Sheet, span: tuple[float, float]) -> Iterator[dict[str, Any]]:
    """All words of a kind as one trace at either edge: a browser draws that in half the time of as many annotations."""
    nearly_nothing = 1e-9 * (span[1] - span[0])  # plotly takes a dx of 0 for 1
    for kind, lines in sheet.words.items():
        right = TYPES[kind].right
        yield {
            **text(kind, sheet.theme),
            "x0": span[1] if right else span[0],
            "dx": -nearly_nothing if right else nearly_nothing,
            "y": [y for y, _ in lines],
            "text": [words for _, words in lines],
            "textposition": f"bottom {'left' if right else 'right'}",
        }


def text(kind: Kind, theme: Theme) -> dict[str, Any]:
    """What traces of words have in common: nothing of them can be hovered over, and choosing a mark dims none."""
    style = TYPES[kind]
    color = theme.muted if style.muted else theme.ink
    return {
        "type": "scatter",
        "mode": "text",
        "textfont": {"size": style.size, "color": color, **({"weight": 700} if style.bold else {})},
        "hoverinfo": "skip",
        "cliponaxis": False,
        "unselected": {"textfont": {"color": color}},
    }


def bars(sheet: Sheet, *, span: tuple[float, float]) -> list[dict[str, Any]]:
    """The marks: under each bar lies a pale track as wide as the chart, so that a row is easy to hit."""
    track = _bars(
        sheet,
        base=[span[0]] * len(sheet.rows),
        length=[span[1] - span[0]] * len(sheet.rows),
        marker={"color": sheet.theme.track},
    )
    marks = _bars(
        sheet,
        base=[row.start for row in sheet.rows],
        length=[row.length for row in sheet.rows],
        marker=_marker([_style(row.style, sheet.theme) for row in sheet.rows]),
    )
    return [track, marks, *_whiskers(sheet, span), *_arrows(sheet)]


def _marker(styles: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """How the marks look; what none of them has is left out, and what all have is said once."""
    marker: dict[str, Any] = {"color": once([style["fill"] for style in styles])}
    if any(style["width"] for style in styles):
        widths = [style["width"] for style in styles]
        marker["line"] = {"color": once([style["line"] for style in styles]), "width": once(widths)}
    if any(style["pattern"] for style in styles):
        shapes = [style["pattern"] for style in styles]
        marker["pattern"] = {"shape": shapes, "fillmode": "replace", "size": 6, "solidity": 0.3}
    return marker


def once(values: Sequence[Any]) -> Any:
    """The value that all have, or the values."""
    return values[0] if values and all(value == values[0] for value in values) else list(values)


def _bars(sheet: Sheet, *, base: list[float], length: list[float], marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "y": sheet.y,
        "x": length,
        "base": once(base),
        "width": MARK,
        "marker": marker,
        "customdata": [[row.figure, escape_plotly(row.hover)] for row in sheet.rows],
        "hovertemplate": "%{customdata[1]}<extra></extra>",
        "unselected": {"marker": {"opacity": 1}},
        "selected": {"marker": {"opacity": 1}},
    }


def _style(name: str, theme: Theme) -> dict[str, Any]:
    """Filled: actual. Hollow: target. Pale with an edge: expected. Hatched: derived. Grey: a whole. Red: a fall."""
    fills = {"whole": theme.whole, "fall": theme.fall, "target": "rgba(0,0,0,0)", "expected": theme.track}
    edged = name in {"target", "expected", "derived"}
    fill = fills.get(name, theme.accent)  # of a hatched mark this is the colour of the lines
    return {
        "fill": fill,
        "line": theme.accent if edged else fill,
        "width": 1.5 if edged else 0,
        "pattern": "/" if name == "derived" else "",
    }


def _whiskers(sheet: Sheet, span: tuple[float, float]) -> list[dict[str, Any]]:
    """The interval of a figure, where it is wide enough to be seen; it runs off the chart where it is open."""
    wide = [
        (y, row) for y, row in zip(sheet.y, sheet.rows, strict=True) if row.high - row.low > 0.02 * (span[1] - span[0])
    ]
    if not wide:
        return []
    return [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [x for _, row in wide for x in (row.low, min(row.high, span[1]), None)],
            "y": [at for y, _ in wide for at in (y, y, None)],
            "line": {"color": sheet.theme.ink, "width": 2},
            "hoverinfo": "skip",
        }
    ]


def _arrows(sheet: Sheet) -> list[dict[str, Any]]:
    """Which way the true number lies, where an article says over, nearly and the like."""
    pointing = [(y, row) for y, row in zip(sheet.y, sheet.rows, strict=True) if row.beyond]
    if not pointing:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [row.start + row.length for _, row in pointing],
            "y": [y for y, _ in pointing],
            "marker": {
                "symbol": ["triangle-right" if row.beyond > 0 else "triangle-left" for _, row in pointing],
                "size": 11,
                "color": sheet.theme.ink,
            },
            "hoverinfo": "skip",
        }
    ]


def lines(sheet: Sheet, xs: Sequence[float | None], *, color: str) -> dict[str, Any]:
    """A tick across each row at its ``x``; None where a row has none."""
    at = [(x, y) for x, y in zip(xs, sheet.y, strict=True) if x is not None]
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [value for x, _ in at for value in (x, x, None)],
        "y": [value for _, y in at for value in (y - MARK / 2 - 2, y + MARK / 2 + 2, None)],
        "line": {"color": color, "width": 2},
        "hoverinfo": "skip",
    }
