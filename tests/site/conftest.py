"""What tests of the site share."""

import pytest

from indicators.site import downloads


@pytest.fixture
def _light(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the heavy formats, for tests of something else."""
    monkeypatch.setattr(downloads, "offered", lambda _: ("csv", "json"))
