"""A chart → an element of the page, drawn by browser/chart.js with the plotly.js beside it.

``st.plotly_chart`` would load plotly.js whole, be sent each chart uncompressed, and draw it twice where it has changed.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final, Literal

import streamlit as st

from indicators.ui.elements.components import component

OnSelect = Callable[[Sequence[str]], None]
"""Called with the parts that identify what the chosen mark stands for, such as the id of a figure."""


Side = Literal["", "left", "right"]
"""The column of a chart, if it stands in one."""
_BYTES: Final[Mapping[Side, bytes]] = {"": b"-", "left": b"<", "right": b">"}


def chart(content: bytes, key: str, on_select: OnSelect, *, height: int, side: Side = "") -> None:
    """Draw a chart from its ``content`` (see ui/charts/sent_charts.py); ``key`` is unique on the page.

    Its place is ``height`` pixels high until its words are there (style.css): what follows does not jump. The ``side``
    goes before the content, as one byte: a container that tells it would be one more message for each chart.
    """

    def select() -> None:
        parts: Any = st.session_state[key].chosen
        if isinstance(parts, list) and parts:
            on_select([str(part) for part in parts])

    component("chart")(key=key, data=_BYTES[side] + content, height=height, on_chosen_change=select)
