"""Figures: the list of all of them, narrowed and sorted by links, with a field for a text to look for."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode

import streamlit as st

from indicators.pages.context import PageContext
from indicators.pages.figures import ledger
from indicators.pages.figures.ledger import Ledger
from indicators.pages.query_addresses import QueryAddresses
from indicators.phrasing.names import Names
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.ui.tables import downloads
from indicators.values.text import escape_markdown
from indicators.view import LONGEST_TEXT, View
from indicators.words.pages import ledger as words

LISTS_CACHED: Final = 100
_FIND: Final = "find"


def show(visit: Visit) -> None:
    """The page."""
    names, view = visit.names, replace(state.current(), figure="", number="")
    listed = _ledger(visit, view, visit.cache_key, names.lang, urlencode(view.query(), doseq=True))
    document.show(listed.head, names.lang)
    with st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"):
        _find(view, names)
        downloads.offer(visit, key="listed")
    document.show(listed.body, names.lang)


def figures(_visit: Visit, view: View, context: PageContext) -> Sequence[str]:
    """The ids of the figures that are listed, on all sheets."""
    return ledger.of(view, context).figures


@kept(LISTS_CACHED)
def _ledger(_visit: Visit, _view: View, cache_key: str, lang: str, link: str) -> Ledger:
    addresses = QueryAddresses(_view.lang, _view.day)
    return ledger.of(_view, PageContext(_visit.study, _visit.names, addresses, _visit.today))


def _find(view: View, names: Names) -> None:
    """The field for a text; what is typed there becomes a part of the link."""
    st.session_state[_FIND] = view.find

    def apply() -> None:
        typed = "".join(char for char in st.session_state[_FIND] or "" if char.isprintable())
        state.choose(find=" ".join(typed.split())[:LONGEST_TEXT])

    st.text_input(
        escape_markdown(names.of(words.FIND)),
        key=_FIND,
        placeholder=names.of(words.FIND_HINT),
        label_visibility="collapsed",
        on_change=apply,
        max_chars=LONGEST_TEXT,
        width=320,
    )
