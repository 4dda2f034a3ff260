"""Citations that can be copied with one click."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

import streamlit as st

from indicators.export.citations import Style
from indicators.phrasing.names import Names
from indicators.values.text import escape_markdown
from indicators.words import citations as words


def today() -> date:
    """The day that it is where the reader is."""
    return (datetime.now(UTC) - timedelta(minutes=st.context.timezone_offset or 0)).date()


def show(found: Mapping[Style, str], names: Names) -> None:
    """A citation in every style, each in a box of its own."""
    for style, citation in found.items():
        st.caption(escape_markdown(names.of(words.STYLES[style])))
        st.code(citation, language=None, wrap_lines=True)
