"""Citations of one thing, a style each → boxes from which they are copied with one click."""

from collections.abc import Mapping

import streamlit as st

from indicators.export.citation_styles import Style
from indicators.phrasing.names import Names
from indicators.values.text import escape_markdown
from indicators.words.export import citations as words


def show(citations: Mapping[Style, str], names: Names) -> None:
    """Each citation in a box of its own, under the name of its style."""
    for style, citation in citations.items():
        st.caption(escape_markdown(names.of(words.STYLES[style])))
        st.code(citation, language=None, wrap_lines=True)
