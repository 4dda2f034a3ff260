"""Overview: what the figures say, at a glance."""

from collections.abc import Sequence
from typing import Final

import pandas as pd
import streamlit as st

from indicators import drawings, panels, stories
from indicators.model import Figure
from indicators.names import Names
from indicators.text import escape_markdown
from indicators.ui import controls, evidence, state
from indicators.ui.desk import Desk
from indicators.words import terms
from indicators.words import ui as words

NEWEST: Final = 4


def show(desk: Desk) -> None:
    """The page; or, at a link to one figure, that figure's own."""
    names, frame = desk.names, desk.study.frame
    figure = state.current().figure
    if figure and not state.in_drawer():
        st.button(f"← {names.of(words.BACK)}", type="tertiary", on_click=state.close_figure)
        evidence.card(figure, desk)
        return
    _standfirst(desk.study.every, names)
    _headlines(frame, names)
    controls.in_columns(drawings.of_everything(frame, desk), names)
    _coverage(frame, desk)
    _newest(names)


def _standfirst(frame: pd.DataFrame, names: Names) -> None:
    facts = {
        "figures": names.count(terms.FIGURES, len(frame)),
        "articles": names.count(terms.ARTICLES, frame["article"].nunique()),
        "first": frame["published"].str[:4].min(),
        "last": frame["published"].str[:4].max(),
    }
    st.markdown(escape_markdown(names.of(words.STANDFIRST).format(**facts)))


def _headlines(frame: pd.DataFrame, names: Names) -> None:
    """A number for each theme: all of them fit on one screen."""
    controls.section(words.HEADLINES, names)
    chosen = panels.headlines(frame).set_index("theme")
    themes = [theme for theme in names.dataset.themes if theme in chosen.index]
    with st.container(horizontal=True, gap="medium", key="headlines"):
        for theme in themes:
            figure = names.dataset.figures[str(chosen.loc[theme, "figure"])]
            with st.container(key=f"headline-{theme}", gap=None):
                _headline(names.theme(theme), figure, names)


def _headline(theme: str, figure: Figure, names: Names) -> None:
    st.caption(escape_markdown(theme))
    st.button(
        f"**{escape_markdown(stories.printed(figure, names))}**",
        key=f"open-{figure.id}",
        type="tertiary",
        help=escape_markdown(names.of(words.EVIDENCE_OF)),
        on_click=state.open_figure,
        args=(figure.id,),
    )
    change = stories.signed(figure, names)
    line = escape_markdown(names.metric(figure.metric))
    if change:
        colour = "red" if change.startswith("−") else "blue"
        line += f" :{colour}[**{escape_markdown(change)}**]"
    st.markdown(line)
    place = [names.place(figure.region, figure.sector), figure.period.label(names.lang)]
    if before := stories.earlier(figure, names):
        place.append(before)
    st.caption(escape_markdown(names.of(terms.JOIN).join(place)))


def _coverage(frame: pd.DataFrame, desk: Desk) -> None:
    """The grid, and under it the figures of the square that was chosen."""

    def take(cell: Sequence[str]) -> None:
        state.change(region=(cell[0],), sector=(cell[1],))

    names = desk.names
    controls.chart(drawings.coverage(frame, desk), names, take=take)
    view = state.current()
    if len(view.region) == 1 and len(view.sector) == 1:
        facts = {"region": names.region(view.region[0]), "sector": names.sector(view.sector[0])}
        st.markdown(f"**{escape_markdown(names.of(words.IN_CELL).format(**facts))}**")
        here = frame[(frame["region"] == view.region[0]) & (frame["sector"] == view.sector[0])]
        evidence.figure_list([names.dataset.figures[key] for key in here["figure"]], names, key="cell")


def _newest(names: Names) -> None:
    controls.section(words.NEWEST, names)
    articles = sorted(names.dataset.articles.values(), key=lambda article: article.published.end, reverse=True)
    for article in articles[:NEWEST]:
        evidence.article_head(article, names)
