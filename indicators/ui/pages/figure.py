"""The page of one figure: its evidence, in full width; framed by another site only its card."""

from collections.abc import Mapping

import streamlit as st

from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.ui.charts import chart_display, sent_charts
from indicators.ui.elements import evidence
from indicators.ui.session import state
from indicators.ui.session.visit import Visit
from indicators.view import View


def show(visit: Visit) -> None:
    """The page."""
    if st.context.is_embedded:
        evidence.card(visit)
        return
    evidence.show(visit, alone=True)
    view = state.current()
    for key, sent in sent_charts.of(lambda: charts(visit, view), visit, state.address_of(view.figure)).items():
        chart_display.show(sent, key)


def charts(visit: Visit, view: View) -> Mapping[str, Chart]:
    """The chart of who reported what, to save, where several articles report the figure."""
    agreement = visit.study.reports.get(view.figure)
    return {} if agreement is None else {"reports": catalogue.reports(agreement, visit)}
