"""The program as it is installed, a server of it, and a page of a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.hosting.installations import build_wheel, install
from tests.hosting.servers import Server, server
from tests.visitor import PATIENCE


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of the checkout."""
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture
def installation(wheel: Path, tmp_path: Path) -> Path:
    """An environment of its own with the wheel."""
    return install(wheel, tmp_path / "installation")


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    with server() as started:
        yield started


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(locale="en-GB")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()
