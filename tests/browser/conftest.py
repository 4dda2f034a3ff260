"""A desk to curate at, and who visits it."""

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests import ROOT
from tests.browser.curator import Desk
from tests.visitor import Visitor, dashboard


@pytest.fixture(scope="module")
def desk(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:  # skipped without a browser
    data = tmp_path_factory.mktemp("desk") / "data.yaml"
    shutil.copyfile(ROOT / "data" / "indicators.yaml", data)
    with dashboard(data) as address:
        yield Desk(address, data)


@pytest.fixture
def guest(browser: Browser) -> Iterator[Visitor]:
    visitor = Visitor(browser)
    yield visitor
    visitor.close()
    for page in visitor.tabs.values():
        page.context.close()
