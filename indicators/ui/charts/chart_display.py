"""Charts → elements of a page, one or in two columns."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from indicators.charts.two_columns import TwoColumns
from indicators.ui.charts import chart_element
from indicators.ui.charts.chart_element import OnSelect, Side
from indicators.ui.charts.sent_charts import SentChart
from indicators.ui.session import state

_SIDES: Final[tuple[Side, Side]] = ("left", "right")
_GAP: Final = 16
"""Pixels between two charts of a column (style.css)."""


def show(sent: SentChart, key: str, *, side: Side = "", on_select: OnSelect | None = None) -> None:
    """Draw a chart under its title and its finding; ``key`` is the one that it has among the charts of its page.

    ``side`` is that of its column, if it stands in one. Selecting a mark opens the evidence of its figure, or calls
    ``on_select`` with the parts that the mark stands for.
    """
    element = f"chart-{sent.name}" if key == sent.name else f"chart-{sent.name}-{key}"
    chart_element.chart(sent.content, element, on_select or _open, height=sent.height, side=side)


def _open(parts: Sequence[str]) -> None:
    """Open the figure of a mark; between its id and the words of the mark stands the number that is drawn, if any."""
    if len(parts) > 1:
        state.open_figure(parts[0], number=parts[1] if len(parts) > 2 else "")


def show_in_columns(charts: Mapping[str, SentChart]) -> None:
    """Draw charts in two columns of about the same height, each as soon as it is made: a browser draws the first while
    the second is being made.

    They stand in the order of reading, in which a telephone shows them; style.css puts each into its column.
    """
    columns = TwoColumns()
    with st.container(key="chart-columns" if len(charts) > 1 else None):
        for key, sent in charts.items():
            show(sent, key, side=_SIDES[columns.shorter])
            columns.fill(sent.height + _GAP)
