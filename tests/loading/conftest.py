"""What tests of loading have to hand."""

import pytest

from tests.loading.stores import Clock


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)
