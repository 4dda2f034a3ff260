"""Sources: the articles, newest first, each with its figures and where it can be read."""

import pandas as pd
import streamlit as st

from indicators import links, stories
from indicators.model import Article
from indicators.names import Names
from indicators.text import escape_markdown
from indicators.ui import state
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
    count = len(article.figures)
    counted = words.FIGURES_COUNT_OF_ONE if count == 1 else words.FIGURES_COUNT
    parts = (
        names.publisher(article.publisher),
        article.published.label(names.lang),
        names.of(counted).format(count=count),
    )
    line = escape_markdown(names.of(terms.JOIN).join(parts))
    for link in links.links(article, names.dataset):
        label = names.of(words.LINKS[link.kind]).format(host=link.host)
        line += f" · [{escape_markdown(label)}]({link.url})"
    st.markdown(line)
    with st.container(horizontal=True, gap="small"):
        for figure in article.figures:
            number = stories.printed(figure, names) if figure.text else stories.signed(figure, names)
            label = f"{escape_markdown(names.metric(figure.metric))} **{escape_markdown(number)}**"
            st.button(label, key=f"source-{figure.id}", type="tertiary", on_click=state.open_figure, args=(figure.id,))
