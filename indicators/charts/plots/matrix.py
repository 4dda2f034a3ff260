"""Counts of figures by region and sector → a Plotly figure: a square for each pair that has any, a dot for the rest."""

import math
from collections.abc import Mapping, Sequence
from typing import Any, Final

from indicators.charts.plots.theme import ChartTheme, template
from indicators.charts.plots.wrapping import width, wrap
from indicators.values.text import escape_plotly

CELL: Final = 34
HEAD: Final = 132
FONT: Final = 12
TILT: Final = 60
"""Degrees by which the names of columns rise to the right."""


def coverage(
    columns: Mapping[str, str], rows: Mapping[str, str], counts: Mapping[tuple[str, str], int],
    hover: Mapping[tuple[str, str], str], *, theme: ChartTheme,
) -> dict[str, Any]:  # fmt: skip
    """A grid of ``rows`` (id → name, from the top) by ``columns``; ``counts`` and ``hover`` by (column, row).

    Choosing a square hands back its column's and its row's id. Returns a Plotly figure as a plain dict.
    """
    cells = [(column, row) for row in rows for column in columns]
    full = [cell for cell in cells if counts.get(cell)]
    empty = [cell for cell in cells if not counts.get(cell)]
    most = max(counts.values(), default=1)
    shares = [counts[cell] / most for cell in full]
    names = {key: "<br>".join(escape_plotly(part) for part in wrap(name, 13)) for key, name in rows.items()}
    return {
        "data": [
            {
                **_points(empty, names, columns),
                "mode": "markers",
                "marker": {"symbol": "circle", "size": 3, "color": theme.rule},
                "hoverinfo": "skip",
            },
            {
                **_points(full, names, columns),
                "mode": "markers+text",
                "marker": {"symbol": "square", "size": 22, "color": [_shade(share, theme) for share in shares]},
                "text": [f"{counts[cell]:,}" for cell in full],
                "textfont": {"color": [theme.paper if _dark(share) else theme.ink for share in shares]},
                "customdata": [[*cell, escape_plotly(hover[cell])] for cell in full],
                "hovertemplate": "%{customdata[2]}<extra></extra>",
                "unselected": {"marker": {"opacity": 1}},
            },
        ],
        "layout": {
            "template": template(theme),
            "height": HEAD + CELL * len(rows),
            "margin": {"l": 0, "r": _beyond_the_last(columns), "t": HEAD, "b": 0},
            "showlegend": False,
            "hovermode": "closest",
            "dragmode": False,
            "xaxis": _axis(list(map(escape_plotly, columns.values())), side="top", tickangle=-TILT, automargin=False),
            "yaxis": _axis(list(names.values()), range=[len(rows) - 0.4, -0.6]),
        },
    }


def _beyond_the_last(columns: Mapping[str, str]) -> int:
    """Pixels to the right of the grid for the tilted name of the last column, which Plotly leaves out if it is cut."""
    last = "".join([*columns.values()][-1:])
    return math.ceil(width(last) * FONT * math.cos(math.radians(TILT)))


def _points(cells: Sequence[tuple[str, str]], names: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, Any]:
    order = {key: index for index, key in enumerate(columns)}
    height = {key: index for index, key in enumerate(names)}
    return {
        "type": "scatter",
        "x": [order[column] for column, _ in cells],
        "y": [height[row] for _, row in cells],
    }


def _axis(words: Sequence[str], **more: Any) -> dict[str, Any]:
    return {
        "type": "linear",
        "tickmode": "array",
        "tickvals": list(range(len(words))),
        "ticktext": list(words),
        "range": [-0.6, len(words) - 0.4],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"size": FONT},
        **more,
    }


def _shade(share: float, theme: ChartTheme) -> str:
    """From pale to the accent, by a share in (0, 1]; mixed here, so that contrast is the same on every screen."""
    weight = 0.2 + 0.8 * share
    pairs = ((int(theme.paper[digit : digit + 2], 16), int(theme.accent[digit : digit + 2], 16)) for digit in (1, 3, 5))
    return "#" + "".join(f"{round(pale * (1 - weight) + full * weight):02x}" for pale, full in pairs)


def _dark(share: float) -> bool:
    return share > 0.45
