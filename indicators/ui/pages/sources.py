"""Sources: the articles, newest first, and one of them with its figures where the link names it."""

import streamlit as st

from indicators.export import citations
from indicators.pages.sources import all_articles
from indicators.ui.elements import controls, document, evidence
from indicators.ui.session import state
from indicators.ui.session.visit import Visit, days, newest_first, readers_today
from indicators.ui.tables import downloads


def show(visit: Visit) -> None:
    """The page."""
    names, view = visit.names, state.current()
    articles = newest_first(visit.study, visit.cache_key)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        controls.choose_day(days(visit.study, visit.digest), names)
        downloads.offer(visit, key="all")
    cited = citations.cite_article(view.article, names, readers_today()) if view.article else {}
    document.show(all_articles.of(view, articles, cited, evidence.page_context(visit)), names.lang)
