"""HTML from indicators/pages → an element of the dashboard; nothing else writes HTML into it."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup
from streamlit.delta_generator import DeltaGenerator

from indicators.charts.plots.theme import ChartTheme
from indicators.export.markup import tag, with_breaks
from indicators.pages.every_page import stylesheets
from indicators.values.text import TAGS, Lang

_ROOM: Final = "indicators.room"
"""Key of the page that was shown last, and of the place of its container: 0 or 1."""
STYLE: Final = Path(__file__).with_name("style.css")


def show(body: Markup, lang: Lang) -> None:
    """Draw a page or a part of one, in which every text is escaped; Streamlit removes what could run as a program."""
    st.html(_broken(body, lang))


@lru_cache(maxsize=32)
def _broken(body: Markup, lang: Lang) -> Markup:
    """The element of a page; most pages are the same object again, of which the hash is known."""
    return with_breaks(tag("div", body, lang=TAGS[lang]))


def style(theme: ChartTheme) -> None:
    """The styles of Streamlit's own elements and of pages, in the colours of a mode."""
    st.html(f"<style>{_rules(theme)}</style>")


def styled() -> DeltaGenerator:
    """The container of all that is shown: not to be seen before the styles are there, which Streamlit draws later.

    It is one pixel high until a rule in style.css lifts that, so that nothing is laid out twice before a reader's eyes.
    """
    return st.container(key="styled", height=1, border=False)


def room(page: str) -> DeltaGenerator:
    """The container of a page; another page gets one at another place, else it would show what is left of the last one.

    Streamlit fills a container at the same place element by element: what is not yet replaced would be pushed about.
    """
    last, place = st.session_state.get(_ROOM, (page, 0))
    place = place if last == page else 1 - place
    st.session_state[_ROOM] = page, place
    if place:
        st.empty()
    return st.container(key=f"page-{page}")


@cache
def _rules(theme: ChartTheme) -> str:
    """All of them in one element: each further one would be a message and a layout of its own."""
    properties = f":root {{ {stylesheets.FONTS} {stylesheets.colours(theme)} }}"
    paper = stylesheets.on_paper(".chart-plot") if theme.mode == "dark" else ""
    return "\n".join((properties, paper, stylesheets.rules(), STYLE.read_text(encoding="utf-8")))
