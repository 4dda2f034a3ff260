"""Citations of one thing, a style each → boxes from which they are copied with one click."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Final

import streamlit as st

from indicators.export.citations import Style
from indicators.phrasing.names import Names
from indicators.values.text import escape_markdown
from indicators.words import citations as words

_FARTHEST: Final = 15 * 60
"""Minutes by which a clock can differ from that of Greenwich."""


def today() -> date:
    """Today's date in the reader's time zone."""
    offset = max(-_FARTHEST, min(_FARTHEST, st.context.timezone_offset or 0))
    return (datetime.now(UTC) - timedelta(minutes=offset)).date()


def show(citations: Mapping[Style, str], names: Names) -> None:
    """Each citation in a box of its own, under the name of its style."""
    for style, citation in citations.items():
        st.caption(escape_markdown(names.of(words.STYLES[style])))
        st.code(citation, language=None, wrap_lines=True)
