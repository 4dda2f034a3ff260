"""Overview: what the figures say, at a glance."""

import pandas as pd
import streamlit as st

from indicators import panels, stories
from indicators.charts import bars
from indicators.model import Figure
from indicators.names import Names
from indicators.panels import By
from indicators.text import LocalText, escape_markdown
from indicators.ui import controls, evidence, state
from indicators.words import terms
from indicators.words import ui as words

GROWTH_ROWS = 12


def show(frame: pd.DataFrame, names: Names) -> None:
    """The page; or, at a link to one figure, that figure's own."""
    figure = state.current().figure
    if figure and not state.in_drawer():
        st.button(f"← {names.of(words.BACK)}", type="tertiary", on_click=state.close_figure)
        evidence.card(figure, names)
        return
    _standfirst(frame, names)
    _headlines(frame, names)
    left, right = st.columns(2, gap="large")
    with left:
        _by("region", words.BY_REGION, frame, names)
    with right:
        _by("sector", words.BY_SECTOR, frame, names)
    left, right = st.columns(2, gap="large")
    with left:
        _growth(frame, names)
    with right:
        _progress(frame, names)


def _standfirst(frame: pd.DataFrame, names: Names) -> None:
    facts = {
        "figures": f"{len(frame):,}",
        "articles": f"{frame['article'].nunique():,}",
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
    place = (names.place(figure.region, figure.sector), figure.period.label(names.lang))
    st.caption(escape_markdown(names.of(terms.JOIN).join(place)))


def _by(by: By, title: LocalText, frame: pd.DataFrame, names: Names) -> None:
    """The comparison with most in it: which metric it is of, the data decides."""
    story = stories.levels(panels.richest(frame, by), by, names, most=1)
    if not story.empty:
        figure = bars.levels(story.panels, theme=controls.theme())
        controls.chart(by, figure, story, names, title=title, more=words.LEFT_OUT)


def _growth(frame: pd.DataFrame, names: Names) -> None:
    story = stories.growth(frame, names, most=GROWTH_ROWS)
    if not story.empty:
        figure = bars.growth(story.panels, theme=controls.theme())
        controls.chart("growth", figure, story, names, title=words.GROWTH, more=words.ROWS_LEFT_OUT)


def _progress(frame: pd.DataFrame, names: Names) -> None:
    story, pace = stories.progress(frame, names)
    if not story.empty:
        figure = bars.progress(story.panels, pace, theme=controls.theme())
        controls.chart("progress", figure, story, names, title=words.PROGRESS, more=words.ROWS_LEFT_OUT)
