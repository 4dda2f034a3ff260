"""The scripts in indicators/browser as components of Streamlit."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import streamlit as st

from indicators import __version__
from indicators.values.text import LANGS
from indicators.words import ui as words

TESTED: Final = ">=1.67,<2"
"""The versions of Streamlit that pyproject.toml allows."""


def _changed(lacking: Exception) -> str:
    """What to do where Streamlit lacks what components are registered with, for who runs the dashboard."""
    sentence = words.STREAMLIT_CHANGED
    facts = {"version": st.__version__, "lacking": lacking, "tested": TESTED}
    return "\n".join(sentence.of(lang).format_map(facts) for lang in LANGS)


try:  # not public: the public way finds only packages that are installed, and not a program run from its source
    from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
    from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
except ImportError as error:
    raise ImportError(_changed(error)) from error

_PACKAGE: Final = Path(__file__).parents[2]
_PROJECT: Final = "reported-indicators"
NAMES: Final = ("chart", "claim", "curate", "navigator", "player", "search")
"""The components; the script of each has its name."""
_MANIFEST: Final = ComponentManifest(
    name=_PROJECT,
    version=__version__,
    components=[ComponentConfig(name=name, asset_dir="browser") for name in NAMES],
)


_REGISTERING: Final = Lock()


def component(name: str) -> Callable[..., Any]:
    """The component of this name, for pages to draw."""
    _register()
    return _renderer(name)


def full_name(name: str) -> str:
    """What Streamlit knows the component as."""
    return f"{_PROJECT}.{name}"


def _register() -> None:
    """Tell Streamlit where the scripts lie, once for each of its processes.

    The first readers come together: who comes while the scripts are told one by one waits for the last.
    """
    try:
        with _REGISTERING:
            manager = get_bidi_component_manager()
            if manager.get_component_asset_root(full_name(NAMES[-1])) is None:
                manager.register_from_manifest(_MANIFEST, _PACKAGE)
    except (AttributeError, TypeError) as error:
        raise RuntimeError(_changed(error)) from error


@cache
def _renderer(name: str) -> Callable[..., Any]:
    renderer: Callable[..., Any] = st.components.v2.component(full_name(name), js=f"{name}.js", isolate_styles=False)
    return renderer
