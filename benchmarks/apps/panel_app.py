"""The same work in Panel: bound functions, plotly express, and its table."""

from typing import Any

import express
import pandas as pd
import panel as pn
import work

pn.extension("plotly", "tabulator")
frame: pd.DataFrame = pn.state.as_cached("figures", work.read)
metric = pn.widgets.Select(name="Metric", options=list(frame["metric"].unique()))
regions = pn.widgets.MultiChoice(name="Region", options=list(frame["region"].unique()))
sectors = pn.widgets.MultiChoice(name="Sector", options=list(frame["sector"].unique()))
charts = [pn.pane.Plotly(sizing_mode="stretch_width") for _ in range(4)]
table = pn.widgets.Tabulator(show_index=False, pagination="local", page_size=15, disabled=True)


def draw(metric: str, regions: list[str], sectors: list[str]) -> None:
    """Put the charts and the rows of the table for a choice in place."""
    rows = work.chosen(frame, metric, regions, sectors)
    for pane, figure in zip(charts, express.figures(frame, rows), strict=True):
        pane.object = figure
    table.value = work.table(rows)


def changed(*_events: Any) -> None:
    draw(metric.value, regions.value, sectors.value)


for widget in (metric, regions, sectors):
    widget.param.watch(changed, "value")
changed()
pn.Column("# Reported figures", pn.Row(metric, regions, sectors), pn.GridBox(*charts, ncols=2), table).servable()
