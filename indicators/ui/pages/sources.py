"""Sources: the articles, newest first, each with its figures and where it can be read."""

from typing import Final

import streamlit as st

from indicators.export import citations
from indicators.model.entries import Article
from indicators.phrasing import events
from indicators.phrasing.names import Names
from indicators.ui import citation_list, controls, downloads, evidence, state
from indicators.ui.visit import Visit, days, newest_first
from indicators.values.text import escape_markdown
from indicators.words import citations as citation_words
from indicators.words import events as event_words
from indicators.words import terms
from indicators.words import ui as words

ARTICLES_PER_PAGE: Final = 20


def show(visit: Visit) -> None:
    """The page."""
    names = visit.names
    articles = newest_first(visit.study, visit.cache_key)
    st.caption(
        escape_markdown(names.of(words.SOURCES_NOTE).format(articles=names.count(terms.ARTICLES, len(articles))))
    )
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        controls.choose_day(days(visit.study, visit.digest), names)
        downloads.offer(lambda: visit.edition(state.home()), names, key="all")
    for key in articles[_start(len(articles)) :][:ARTICLES_PER_PAGE]:
        _article(names.dataset.articles[key], names)


def _start(count: int) -> int:
    """Where the articles of this page begin: a browser is not sent all of them at once."""
    pages = -(-count // ARTICLES_PER_PAGE)
    if pages < 2:
        return 0
    page = st.pagination(pages, key="articles", bind="query-params")
    return ARTICLES_PER_PAGE * (page - 1)


def _article(article: Article, names: Names) -> None:
    evidence.article_head(article, names)
    if happenings := events.of_article(article, names):
        sentence = names.of(event_words.REPORTED).format(events=names.of(terms.SEMICOLON).join(happenings))
        st.caption(escape_markdown(sentence))
    label = escape_markdown(names.of(citation_words.CITE))
    with st.popover(label, type="tertiary", key=f"cite-{article.id}", on_change="rerun") as box:
        if box.open:
            citation_list.show(citations.cite_article(article.id, names, accessed=citation_list.today()), names)
    label = escape_markdown(names.count(terms.FIGURES, len(article.figures)))
    with st.expander(label, key=f"figures-{article.id}", on_change="rerun") as listed:
        if listed.open:
            evidence.figure_list([figure.id for figure in article.figures], names, key="source")
