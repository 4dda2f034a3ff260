"""Each test of the dashboard begins with nothing cached, and with the dataset of tests."""

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.runtime.state.session_state import SessionState

from indicators import settings
from indicators.loading import store
from indicators.server.guards.browser_messages import FIELDS
from indicators.ui.elements import widgets
from indicators.ui.session import kept
from tests import SAMPLE


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No dataset is kept from one test to the next, and the disk is looked at on every run."""
    monkeypatch.setenv(settings.DATA, str(SAMPLE))
    monkeypatch.setattr(store, "PATIENCE", 0.0)
    monkeypatch.setattr(store, "_STORES", {})
    kept.forget()
    yield
    kept.forget()


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, str]]:
    """The widgets that a test draws, by id, and what they send: all are such as the server listens to."""
    drawn: dict[str, str] = {}
    register: Any = SessionState.register_widget

    def noted(self: SessionState, metadata: Any, key: str | None) -> Any:
        drawn[metadata.id] = metadata.value_type
        return register(self, metadata, key)

    monkeypatch.setattr(SessionState, "register_widget", noted)
    yield drawn
    wanted = {widget: FIELDS[kind][0] if (kind := widgets.kind(widget)) else "" for widget in drawn}
    ours = {widget: field for widget, field in drawn.items() if field != "json_value"}  # which components never send
    assert ours == {widget: wanted[widget] for widget in ours}, "name it in indicators/ui/elements/widgets.py"
