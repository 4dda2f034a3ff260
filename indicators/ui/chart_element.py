"""A chart as an element of the page, drawn by browser/chart.js with the plotly.js that lies beside it.

``st.plotly_chart`` would load plotly.js whole, be sent each chart undeflated, and draw it twice where it has changed.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

from indicators import __version__

Take = Callable[[Sequence[str]], None]
"""What is done with the parts that a chosen mark hands back."""

_HOME: Final = Path(__file__).parents[1]
_MANIFEST: Final = ComponentManifest(
    name="reported-indicators",
    version=__version__,
    components=[ComponentConfig(name="chart", asset_dir="browser")],
)
"""Streamlit looks for this among what is installed, and finds no program that lies there as its source."""
NAME: Final = "reported-indicators.chart"


def chart(content: bytes, key: str, take: Take) -> None:
    """Draw what ``content`` says (see ui/sent_charts.py); ``key`` tells it from every other chart of the page."""

    def chosen() -> None:
        handed: Any = st.session_state[key].chosen
        if isinstance(handed, list) and handed:
            take([str(part) for part in handed])

    manager = get_bidi_component_manager()
    if manager.get_component_asset_root(NAME) is None:
        manager.register_from_manifest(_MANIFEST, _HOME)
    _renderer()(key=key, data=content, on_chosen_change=chosen)


@cache
def _renderer() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(NAME, js="chart.js", isolate_styles=False)
    return renderer
