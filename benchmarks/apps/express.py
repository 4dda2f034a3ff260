"""The rows of the four charts → figures of plotly express, as most people write them."""

from typing import Any, Final

import pandas as pd
import plotly.express as px
import work

_EVIDENCE: Final = {"custom_data": ["figure", "quote"], "text": "text"}


def figures(frame: pd.DataFrame, rows: pd.DataFrame) -> list[Any]:
    """Amounts by sector, by region, over time, and the parts of wholes."""
    return [
        px.bar(work.panels(rows, "sector"), x="sector", y="value", color="panel", barmode="group", **_EVIDENCE),
        px.bar(work.panels(rows, "region"), x="region", y="value", color="panel", barmode="group", **_EVIDENCE),
        px.line(work.series(rows), x="end", y="value", color="series", markers=True, custom_data=["figure", "quote"]),
        px.bar(work.parts(frame, rows), x="whole", y="value", color="part", barmode="group", **_EVIDENCE),
    ]
