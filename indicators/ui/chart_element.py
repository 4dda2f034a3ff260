"""A chart → an element of the page, drawn by browser/chart.js with the plotly.js beside it.

``st.plotly_chart`` would load plotly.js whole, be sent each chart uncompressed, and draw it twice where it has changed.
"""

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from indicators.ui.components import component

OnSelect = Callable[[Sequence[str]], None]
"""Called with the parts that identify what the chosen mark stands for, such as the id of a figure."""


def chart(content: bytes, key: str, on_select: OnSelect, *, height: int) -> None:
    """Draw a chart from its ``content`` (see ui/sent_charts.py); ``key`` is unique on the page.

    Its place is ``height`` pixels high until its words are there (style.css): what follows does not jump.
    """

    def select() -> None:
        parts: Any = st.session_state[key].chosen
        if isinstance(parts, list) and parts:
            on_select([str(part) for part in parts])

    component("chart")(key=key, data=content, height=height, on_chosen_change=select)
