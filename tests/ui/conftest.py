"""Each test of the dashboard begins with nothing cached, and with the dataset of tests."""

from collections.abc import Iterator

import pytest
import streamlit as st

from indicators.loading import store
from indicators.ui import app
from tests import SAMPLE


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No dataset is kept from one test to the next, and the disk is looked at on every run."""
    monkeypatch.setenv(app.DATA, str(SAMPLE))
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()
