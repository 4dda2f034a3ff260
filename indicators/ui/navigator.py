"""Links on a page → the view that they lead to, in the same session."""

from typing import Any, Final
from urllib.parse import parse_qs

import streamlit as st

from indicators.ui import state
from indicators.ui.components import component

_KEY: Final = "navigator"
_LONGEST: Final = 4_000
"""Longer links are not ours."""
_MOST: Final = 200
"""Parameters that a link of ours can have."""


def listen(page: str) -> None:
    """Follow the links that are clicked anywhere; ``page`` names what is shown, and a new one is shown from its top."""
    component("navigator")(key=_KEY, data=page, on_followed_change=_follow, on_opened_change=_open)


def _follow() -> None:
    _go(st.session_state[_KEY].followed, in_place=False)


def _open() -> None:
    """Follow a link that asks for a page of its own even where it is to a figure."""
    _go(st.session_state[_KEY].opened, in_place=True)


def _go(link: Any, *, in_place: bool) -> None:
    if isinstance(link, str) and link.startswith("?") and len(link) <= _LONGEST:
        try:
            query = parse_qs(link[1:], keep_blank_values=True, max_num_fields=_MOST)
        except ValueError:  # more parameters than any link of ours has
            return
        state.follow(query, in_place=in_place)
