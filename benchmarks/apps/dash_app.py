"""The same work in Dash: one callback, plotly express, and its table."""

import sys
from typing import Any

import dash
import express
import work
from dash import Input, Output, dash_table, dcc, html

frame = work.read()
app = dash.Dash(__name__)
half = {"width": "50%", "display": "inline-block"}
app.layout = html.Div([
    html.H1("Reported figures"),
    dcc.Dropdown(list(frame["metric"].unique()), frame["metric"].iloc[0], id="metric", clearable=False),
    dcc.Dropdown(list(frame["region"].unique()), [], id="regions", multi=True, placeholder="Region"),
    dcc.Dropdown(list(frame["sector"].unique()), [], id="sectors", multi=True, placeholder="Sector"),
    *(html.Div(dcc.Graph(id=f"chart-{number}"), style=half) for number in range(4)),
    dash_table.DataTable(id="table", columns=[{"name": name, "id": name} for name in work.TABLE], page_size=15),
])  # fmt: skip


@app.callback(
    *(Output(f"chart-{number}", "figure") for number in range(4)),
    Output("table", "data"),
    Input("metric", "value"),
    Input("regions", "value"),
    Input("sectors", "value"),
)  # type: ignore[untyped-decorator]  # Dash declares no types
def draw(metric: str, regions: list[str], sectors: list[str]) -> tuple[Any, ...]:
    """The charts and the rows of the table for a choice."""
    rows = work.chosen(frame, metric, regions, sectors)
    return *express.figures(frame, rows), work.table(rows).to_dict("records")


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=int(sys.argv[1]), debug=False)
