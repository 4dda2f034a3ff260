"""Parts of Plotly traces that several families of charts share."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, Final

from indicators.charts.plots.wrapping import wrap_quotation
from indicators.values.text import escape_plotly

Segment = tuple[float | str, float, float | str, float]
"""From x, y to x, y; x is a text on an axis of time."""
Arrow = tuple[float, float, bool]
"""x, y, and whether it points to the right; otherwise to the left."""


def choosable(marks: Iterable[tuple[str, str]], *, number: str = "", opacity: float = 1) -> dict[str, Any]:
    """Marks that hand back the id of their figure when they are chosen, and show words when they are hovered over.

    ``marks`` has the id of each and its words in lines. Where not the main numbers of figures are drawn, ``number``
    says which, and is handed back, too. Choosing one does not dim the others: each keeps its ``opacity``.
    """
    drawn = [number] if number else []
    return {
        "customdata": [[figure, *drawn, _hover_lines(words)] for figure, words in marks],
        "hovertemplate": f"%{{customdata[{1 + len(drawn)}]}}<extra></extra>",
        "unselected": {"marker": {"opacity": opacity}},
    }


_HOVER: Final = 27.0
"""Ems that a telephone leaves for words that appear over a mark."""


@lru_cache(maxsize=4_096)  # a bar and its track have the same, and so have several charts of one figure
def _hover_lines(words: str) -> str:
    """The words as lines, each broken where a telephone has no more room, and of two lines at most; see wrapping.py."""
    return "<br>".join(escape_plotly(part) for line in words.split("\n") for part in wrap_quotation(line, _HOVER, 2))


def segments(pieces: Iterable[Segment], *, color: str, width: float, **line: Any) -> dict[str, Any]:
    """Straight lines that do not touch each other, as one trace; ``line`` has further properties of Plotly's lines."""
    ends = list(pieces)
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [x for x1, _, x2, _ in ends for x in (x1, x2, None)],
        "y": [y for _, y1, _, y2 in ends for y in (y1, y2, None)],
        "line": {"color": color, "width": width, **line},
        "hoverinfo": "skip",
    }


def arrows(points: Sequence[Arrow], *, size: int, color: str | Sequence[str]) -> list[dict[str, Any]]:
    """A triangle at each (x, y), which points to the right or else to the left; no trace where there are no points."""
    if not points:
        return []
    return [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [x for x, _, _ in points],
            "y": [y for _, y, _ in points],
            "marker": {
                "symbol": [f"triangle-{'right' if right else 'left'}" for _, _, right in points],
                "size": size,
                "color": color,
            },
            "hoverinfo": "skip",
        }
    ]


def once(values: Sequence[Any]) -> Any:
    """The value that all have, or the values: Plotly takes either."""
    return values[0] if values and all(value == values[0] for value in values) else list(values)
