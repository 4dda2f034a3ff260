"""Checks: what is wrong with the file, who reported what, and how well the figures are documented."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

import streamlit as st

from indicators.analysis import quotes
from indicators.analysis.quotes import PrintedPage, Status
from indicators.charts import catalogue
from indicators.charts.catalogue import Chart
from indicators.pages.sources import checks
from indicators.ui.charts import chart_display, sent_charts
from indicators.ui.elements import document, evidence
from indicators.ui.session import state
from indicators.ui.session.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words import ui as words

MOST_DRAWN: Final = 3
"""Disputed numbers that have a chart of who reports what."""


def show(visit: Visit) -> None:
    """The page."""
    names, context = visit.names, evidence.page_context(visit)
    document.show(checks.of(visit.findings, context), names.lang)
    _charts(visit)
    held = [names.dataset.articles[key] for key in visit.texts if key in names.dataset.articles]
    statuses: Counter[Status] = Counter()
    for article in held:
        page = PrintedPage(visit.texts[article.id], visit.study.headlines)
        statuses.update(finding.status for finding in quotes.find(article, page))
    below = checks.documentation(visit.findings, visit.accepted, len(held), statuses, context)
    document.show(below, names.lang)


def charts(visit: Visit) -> Mapping[str, Chart]:
    """Who reports what of the most disputed numbers."""
    disputed = visit.study.agreements[:MOST_DRAWN]
    return {str(index or "reports"): catalogue.reports(agreement, visit) for index, agreement in enumerate(disputed)}


def _charts(visit: Visit) -> None:
    """The charts, to save; folded where nothing contradicts."""
    disputed = visit.study.agreements[:MOST_DRAWN]
    if not disputed:
        return
    title = escape_markdown(visit.names.of(words.REPORTS_AS_CHARTS))
    contradicts = any(agreement.verdict == "conflict" for agreement in disputed)
    box = st.expander(title, expanded=contradicts, key="report-charts", on_change="rerun")
    if not box.open:
        return
    with box:
        for key, sent in sent_charts.of(lambda: charts(visit), visit, state.address_of_charts()).items():
            chart_display.show(sent, key)
