"""What is not public in Streamlit: where it has changed, the error says so."""

import runpy
import sys
import tomllib
from types import SimpleNamespace

import pytest
import streamlit as st

from indicators.ui.charts import chart_element
from indicators.ui.elements import components
from tests import ROOT

INTERNALS = ["get_bidi_component_manager", "manifest_scanner"]


def says_what_to_do(message: str) -> bool:
    return f"Streamlit {st.__version__}" in message and f"pip install 'streamlit{components.TESTED}'" in message


@pytest.mark.parametrize("module", INTERNALS)
def test_a_streamlit_without_a_module_is_named(module: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, f"streamlit.components.v2.{module}", None)
    with pytest.raises(ImportError, match=module) as caught:
        runpy.run_path(components.__file__)
    assert says_what_to_do(str(caught.value))


@pytest.mark.parametrize(
    "manager",
    [
        SimpleNamespace(),
        SimpleNamespace(get_component_asset_root=lambda _: None),
        SimpleNamespace(get_component_asset_root=lambda _: None, register_from_manifest=lambda: None),
    ],
    ids=["no look-up", "no registration", "another signature"],
)
def test_a_streamlit_with_another_manager_is_named(manager: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(components, "get_bidi_component_manager", lambda: manager)
    with pytest.raises(RuntimeError) as caught:
        chart_element.chart(b"", "chart", lambda _: None, height=300)
    assert says_what_to_do(str(caught.value))


def test_the_range_is_that_of_the_package() -> None:
    dependencies = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    assert f"streamlit{components.TESTED}" in dependencies
