"""The data → files to download, each made only when somebody asks for it."""

from collections.abc import Callable

import streamlit as st

from indicators.export import formats
from indicators.export.edition import Edition
from indicators.phrasing.names import Names
from indicators.values.text import escape_markdown
from indicators.words import tables as table_words
from indicators.words import ui as words


def offer(make_edition: Callable[[], Edition], names: Names, *, key: str) -> None:
    """A button that opens the list of formats; ``key`` is unique among the buttons of a page."""
    name = f"data-{key}"
    with st.popover(escape_markdown(names.of(words.TAKE_DATA)), type="tertiary", key=name, on_change="rerun") as box:
        if not box.open:
            return
        edition = make_edition()
        st.caption(escape_markdown(names.of(words.TAKE_DATA_NOTE).format(license=edition.dataset.about.license)))
        for file in formats.downloads(edition, names.lang):
            st.download_button(
                escape_markdown(names.of(table_words.FORMATS[file.format])),
                file.make,
                file_name=file.file,
                mime=file.mime,
                key=f"{name}-{file.format}",
                on_click="ignore",
                type="tertiary",
                icon=":material/download:",
            )
