"""HTML from indicators/pages → an element of the dashboard; nothing else writes HTML into it."""

from pathlib import Path
from typing import Final

import streamlit as st
from markupsafe import Markup

from indicators.charts.plots.theme import ChartTheme
from indicators.export.markup import tag
from indicators.pages import stylesheets
from indicators.values.text import TAGS, Lang

STYLE: Final = Path(__file__).with_name("style.css")


def show(body: Markup, lang: Lang) -> None:
    """Draw a page or a part of one, in which every text is escaped; Streamlit removes what could run as a program."""
    st.html(tag("div", body, lang=TAGS[lang]))


def style(theme: ChartTheme) -> None:
    """The styles of Streamlit's own elements and of pages, in the colours of a mode."""
    st.html(STYLE)
    st.html(f"<style>:root {{ {stylesheets.colours(theme)} }}\n{stylesheets.rules()}</style>")
