"""An unexpected error → a line of the log with its trace, and a sentence for the reader, both with one reference."""

import logging
import secrets
from typing import Final

import streamlit as st

from indicators.ui.session import state
from indicators.values.text import escape_markdown
from indicators.words import hosting as words

_log: Final = logging.getLogger(__name__)


def logged(error: BaseException) -> str:
    """The reference under which the error stands in the log."""
    reference = secrets.token_hex(4)
    _log.error("unexpected error, reference %s", reference, exc_info=error)
    return reference


def on_script_error(error: Exception) -> bool:
    """Tell the reader of a page that failed; True, so that Streamlit does not show the error itself."""
    reference = logged(error)
    st.error(escape_markdown(words.FAILED.of(state.language()).format(reference=reference)))
    return True
