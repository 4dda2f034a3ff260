"""The page of one figure: its evidence, in full width; framed by another site only its card."""

from functools import partial

import streamlit as st

from indicators.charts import catalogue
from indicators.ui import chart_display, evidence, sent_charts, state
from indicators.ui.visit import Visit


def show(visit: Visit) -> None:
    """The page."""
    if st.context.is_embedded:
        evidence.card(visit)
        return
    evidence.show(visit, alone=True)
    _reports(visit)


def _reports(visit: Visit) -> None:
    """The chart of who reported what, to save, where several articles report the figure."""
    key = state.current().figure
    agreement = visit.study.reports.get(key)
    if agreement is None:
        return
    draw = partial(catalogue.reports, agreement, visit)
    charts = sent_charts.of(lambda: {"reports": draw()}, visit, state.address_of(key))
    chart_display.show(charts["reports"], draw, visit)
