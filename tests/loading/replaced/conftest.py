"""Data that are replaced under a running program, looked at on every run."""

import pytest

from indicators.loading import store


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "PATIENCE", -1.0)
