"""Figures in a CSV → the specs and tables of every choice that the harness makes, for the app that is the floor.

The marks are those of the other apps; each has its name and number beside it, as in the dashboard.
"""

import json
import sys
from pathlib import Path
from typing import Any, Final

import pandas as pd
import work

ROW: Final = 51
"""Pixels of a name, a mark, and the space between rows."""
TABLE_ROWS: Final = 1_000
"""The floor sends no more rows than this: a reader would not look at them."""
_COLOURS: Final = ("#1f5f8b", "#aa8d14", "#6d1400", "#8d84e6", "#e3639b", "#995f13", "#3a2996", "#674d49", "#7f59ca")


METRICS: Final = ("Taxes-paid", "Throughput", "Project-investment")
"""Chosen one after the other, for all regions: each changes all four charts and the table."""
REGIONS: Final = 4
"""Regions that are added afterwards, one after the other; with the first there is nothing to compare yet."""


def write(csv: Path, out: Path) -> None:
    """A JSON object: ``states`` with four charts and a table under the key of each choice, the options of each widget,
    and the ``steps`` that the harness makes.
    """  # fmt: skip
    frame = pd.read_csv(csv, parse_dates=["start", "end"])
    options = {column: list(frame[column].unique()) for column in ("metric", "region", "sector")}
    every = options["region"]
    middle = max(0, len(every) // 2 - 1)  # typed into a filter, "District 62" finds nothing else first, as "1" does
    added = every[middle : middle + REGIONS]
    choices = [(metric, ()) for metric in options["metric"]]
    choices += [(METRICS[-1], tuple(added[: count + 1])) for count in range(len(added))]
    states = {key(*choice): _state(frame, *choice) for choice in choices}
    steps = {"metrics": METRICS, "regions": added}
    out.write_text(json.dumps({"states": states, **options, "steps": steps}), encoding="utf-8")


def key(metric: str, regions: tuple[str, ...]) -> str:
    return "|".join((metric, *regions))


def _state(frame: pd.DataFrame, metric: str, regions: tuple[str, ...]) -> dict[str, Any]:
    rows = work.chosen(frame, metric, list(regions), [])
    charts = [
        _bars(work.panels(rows, "sector"), "sector"),
        _bars(work.panels(rows, "region"), "region"),
        _lines(work.series(rows)),
        _bars(work.parts(frame, rows), "part"),
    ]
    return {"charts": charts, "table": work.table(rows).head(TABLE_ROWS).fillna("").to_dict("split", index=False)}


def _bars(rows: pd.DataFrame, named: str) -> dict[str, Any]:
    """A row for each figure, from the top: its name and number above a bar on a pale track."""
    tops = [index * ROW for index in range(len(rows))]
    evidence = [[figure, f"{quote}; {period}"] for figure, quote, period in rows[["figure", "quote", "period"]].values]
    mark = {"type": "bar", "orientation": "h", "y": [top + 40 for top in tops], "width": 16, "customdata": evidence}
    mark["hovertemplate"] = "%{customdata[1]}<extra></extra>"
    most = float(rows["value"].max())
    words = zip(tops, rows[named], rows["shown"], strict=True)
    return {
        "data": [
            {**mark, "x": [most] * len(rows), "marker": {"color": "#f3f2ee"}},
            {**mark, "x": list(rows["value"]), "marker": {"color": [_COLOURS[0]] * len(rows)}},
        ],
        "layout": {
            **_layout(ROW * len(rows)),
            "barmode": "overlay",
            "xaxis": {"visible": False, "range": [0, most], "fixedrange": True},
            "yaxis": {"visible": False, "range": [ROW * len(rows), 0], "fixedrange": True},
            "annotations": [
                label
                for top, name, shown in words
                for label in (_label(name, top, 0), _label(f"<b>{shown}</b>", top, 1))
            ],
        },
    }


def _label(text: str, top: float, right: int) -> dict[str, Any]:
    side = "right" if right else "left"
    where = {"xref": "paper", "yref": "y", "x": right, "y": top, "xanchor": side, "yanchor": "top", "align": side}
    return {"text": text, **where, "showarrow": False, "borderpad": 0, "font": {"size": 13, "color": "#111110"}}


def _lines(rows: pd.DataFrame) -> dict[str, Any]:
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": [day.isoformat() for day in group["end"].dt.date],
            "y": list(group["value"]),
            "line": {"color": _COLOURS[index % len(_COLOURS)], "width": 2},
            "marker": {"size": 8},
            "customdata": group[["figure", "quote"]].values.tolist(),
            "hovertemplate": "%{customdata[1]}<extra></extra>",
        }
        for index, (name, group) in enumerate(rows.groupby("series", sort=False))
    ]
    traces = traces or [{"type": "scatter"}]  # plotly refuses a figure without data
    return {"data": traces, "layout": {**_layout(380), "xaxis": {"type": "date"}, "showlegend": True}}


def _layout(height: int) -> dict[str, Any]:
    return {
        "height": height,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": "closest",
        "template": {"layout": {"font": {"size": 13, "color": "#111110"}, "colorway": list(_COLOURS)}},
    }


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
