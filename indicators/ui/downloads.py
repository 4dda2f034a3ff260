"""The data as files, made when somebody asks for one."""

from collections.abc import Callable

import streamlit as st

from indicators.export import formats
from indicators.export.edition import Edition
from indicators.phrasing.names import Names
from indicators.values.text import escape_markdown
from indicators.words import tables as table_words
from indicators.words import ui as words


def offer(of: Callable[[], Edition], names: Names, *, key: str) -> None:
    """A quiet button that opens a list of formats of what ``of`` then gives; ``key`` tells those of a page apart."""
    name = f"data-{key}"
    with st.popover(escape_markdown(names.of(words.TAKE_DATA)), type="tertiary", key=name, on_change="rerun") as box:
        if not box.open:
            return
        edition = of()
        st.caption(escape_markdown(names.of(words.TAKE_DATA_NOTE).format(license=edition.dataset.about.license)))
        for one in formats.downloads(edition, names.lang):
            st.download_button(
                escape_markdown(names.of(table_words.FORMATS[one.format])),
                one.make,
                file_name=one.file,
                mime=one.mime,
                key=f"{name}-{one.format}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )
