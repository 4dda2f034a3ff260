"""The data of a page → links to files, each made when somebody asks for it (files.py), and not before."""

import streamlit as st

from indicators.export import formats
from indicators.export.markup import link, tag
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.visit import Visit
from indicators.values.text import escape_markdown
from indicators.words import ui as words
from indicators.words.export import tables as table_words


def offer(visit: Visit, *, key: str) -> None:
    """A button that opens the list of formats; ``key`` is unique among the buttons of a page."""
    names = visit.names
    label = escape_markdown(names.of(words.TAKE_DATA))
    with st.popover(label, type="tertiary", key=f"data-{key}", on_change="rerun") as box:
        if not box.open:
            return
        st.caption(escape_markdown(names.of(words.TAKE_DATA_NOTE).format(license=names.dataset.about.license)))
        offered = [name for name, form in formats.FORMATS.items() if not form.lacks]
        links = [
            link(state.address_of_file(name, visit.digest), names.of(table_words.FORMATS[name]), download="")
            for name in offered
        ]
        document.show(tag("div", *links, class_="downloads"), names.lang)
