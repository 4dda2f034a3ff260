"""Sources: the articles, newest first, each with its figures and where it can be read."""

import pandas as pd
import streamlit as st

from indicators import links
from indicators.model import Article
from indicators.names import Names
from indicators.text import escape_markdown
from indicators.ui import evidence
from indicators.words import terms
from indicators.words import ui as words


def show(frame: pd.DataFrame, names: Names) -> None:
    """The page."""
    articles = sorted(names.dataset.articles.values(), key=lambda article: article.published.end, reverse=True)
    st.caption(escape_markdown(names.of(words.SOURCES_NOTE).format(count=len(articles))))
    for article in articles:
        _article(article, names)


def _article(article: Article, names: Names) -> None:
    st.markdown(f"#### {escape_markdown(names.headline(article))}")
    line = (names.publisher(article.publisher), article.published.label(names.lang))
    st.caption(escape_markdown(names.of(terms.JOIN).join(line)))
    with st.container(horizontal=True, gap="medium"):
        for link in links.links(article, names.dataset):
            label = names.of(words.LINKS[link.kind]).format(host=link.host)
            st.link_button(escape_markdown(label), link.url, type="tertiary", icon=":material/open_in_new:")
    count = len(article.figures)
    counted = words.FIGURES_COUNT_OF_ONE if count == 1 else words.FIGURES_COUNT
    with st.expander(escape_markdown(names.of(counted).format(count=count))):
        evidence.figure_list(article.figures, names, key="source")
