"""What can be searched → the search box in the head of every page; its index is sent when it is first needed."""

import json
import zlib
from typing import Any, Final

import streamlit as st

from indicators.pages import search_index
from indicators.pages.addresses import Addresses
from indicators.phrasing.names import Names
from indicators.ui.elements.components import component
from indicators.ui.session.kept import kept
from indicators.words.pages import search as words

KEY: Final = "search-box"
FIGURES: Final = 20_000
"""The most figures of the index, which takes a second or two to make in a reader's session."""
_ASKED: Final = "indicators.search"
"""Key of the version of the index that the browser has asked for and not been sent yet."""


def show(names: Names, addresses: Addresses, cache_key: str) -> None:
    """Draw the box; ``cache_key`` identifies the dataset of ``names``."""
    version = f"{cache_key} {names.lang}"
    facts: dict[str, Any] = {
        "label": names.of(words.SEARCH),
        "placeholder": names.of(words.PLACEHOLDER),
        "loading": names.of(words.LOADING),
        "version": version,
        "addresses": search_index.addresses(addresses),
    }
    content = f"{json.dumps(facts, ensure_ascii=False)}\n".encode()
    if st.session_state.pop(_ASKED, "") == version:
        content += _index(names, version)
    component("search")(key=KEY, data=content, on_asked_change=_ask)


@kept(4)
def _index(_names: Names, version: str) -> bytes:
    """The deflated index."""
    text = json.dumps(search_index.of(_names, most=FIGURES), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return zlib.compress(text.encode())


def _ask() -> None:
    asked: Any = st.session_state[KEY].asked
    if isinstance(asked, str):
        st.session_state[_ASKED] = asked
