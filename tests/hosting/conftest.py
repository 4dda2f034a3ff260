"""The program as it is installed, for tests of what others get."""

from pathlib import Path

import pytest

from tests.hosting.installations import build_wheel, install


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installation(wheel: Path, tmp_path: Path) -> Path:
    """An environment of its own with the wheel."""
    return install(wheel, tmp_path / "installation")
