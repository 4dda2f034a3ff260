"""Links on a page → the view that they lead to, in the same session; and a page whose session is gone → a new one."""

from collections.abc import Mapping
from typing import Any, Final
from urllib.parse import parse_qs

import streamlit as st

from indicators.ui.elements.components import component
from indicators.ui.session import state

_KEY: Final = "navigator"
_LONGEST: Final = 4_000
"""Longer links are not ours."""
_MOST: Final = 200
"""Parameters that a link of ours can have."""


def listen(page: str) -> None:
    """Follow the links that are clicked anywhere; ``page`` names what is shown, and a new one is shown from its top.

    A browser that was without a connection for a while tells when it is back: its session may be gone, and the server
    may be another one. The page is then drawn whole, as it was, and a link that was clicked meanwhile is followed.
    """
    heard = component("navigator")(
        key=_KEY,
        data=page,
        on_followed_change=_follow,
        on_opened_change=_open,
        on_returned_change=_ignore,  # a new session does not call it yet: what is heard is looked at below
    )
    if isinstance(heard.returned, Mapping) and _resume(heard.returned):
        st.rerun()


def _follow() -> None:
    _go(st.session_state[_KEY].followed, in_place=False)


def _open() -> None:
    """Follow a link that asks for a page of its own even where it is to a figure."""
    _go(st.session_state[_KEY].opened, in_place=True)


def _ignore() -> None:
    """Do nothing."""


def _resume(returned: Mapping[str, Any]) -> bool:
    """Take up a page as the browser has it, and follow the link in it, if any; True if that is not what is drawn."""
    resumed = state.resume(str(returned.get("page", ""))[:_LONGEST])
    return _go(returned.get("link"), in_place=returned.get("inPlace") is True) or resumed


def _go(link: Any, *, in_place: bool) -> bool:
    """Go where a link of ours leads; False if it is none."""
    if not isinstance(link, str) or not link.startswith("?") or len(link) > _LONGEST or not link.isprintable():
        return False
    try:
        query = parse_qs(link[1:], keep_blank_values=True, max_num_fields=_MOST)
    except ValueError:  # more parameters than any link of ours has
        return False
    state.follow(query, in_place=in_place)
    return True
