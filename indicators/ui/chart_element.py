"""A chart → an element of the page, drawn by browser/chart.js with the plotly.js beside it.

``st.plotly_chart`` would load plotly.js whole, be sent each chart uncompressed, and draw it twice where it has changed.
"""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Final

import streamlit as st

from indicators import __version__
from indicators.values.text import LANGS
from indicators.words import ui as words

TESTED: Final = ">=1.67,<2"
"""The versions of Streamlit that pyproject.toml allows."""


def _changed(lacking: Exception) -> str:
    """What to do where Streamlit lacks what charts are registered with, for the log of whoever runs the dashboard."""
    sentence = words.STREAMLIT_CHANGED
    facts = {"version": st.__version__, "lacking": lacking, "tested": TESTED}
    return "\n".join(sentence.of(lang).format_map(facts) for lang in LANGS)


try:  # not public: the public way finds only packages that are installed, and not a program run from its source
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
except ImportError as error:
    raise ImportError(_changed(error)) from error

OnSelect = Callable[[Sequence[str]], None]
"""Called with the parts that identify what the chosen mark stands for, such as the id of a figure."""

_PACKAGE: Final = Path(__file__).parents[1]
_MANIFEST: Final = ComponentManifest(
    name="reported-indicators",
    version=__version__,
    components=[ComponentConfig(name="chart", asset_dir="browser")],
)
NAME: Final = "reported-indicators.chart"


def chart(content: bytes, key: str, on_select: OnSelect) -> None:
    """Draw a chart from its ``content`` (see ui/sent_charts.py); ``key`` is unique on the page."""

    def select() -> None:
        parts: Any = st.session_state[key].chosen
        if isinstance(parts, list) and parts:
            on_select([str(part) for part in parts])

    _register()
    _renderer()(key=key, data=content, on_chosen_change=select)


def _register() -> None:
    """Tell Streamlit where the scripts of the chart lie, once for each of its processes."""
    try:
        manager = get_bidi_component_manager()
        if manager.get_component_asset_root(NAME) is None:
            manager.register_from_manifest(_MANIFEST, _PACKAGE)
    except (AttributeError, TypeError) as error:
        raise RuntimeError(_changed(error)) from error


@cache
def _renderer() -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(NAME, js="chart.js", isolate_styles=False)
    return renderer
