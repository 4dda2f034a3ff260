"""axe-core over every page, light and dark: no serious or critical finding."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import Visitor, chromium, dashboard

PAGES = (
    "lang=en",
    "page=explore&lang=zh",
    "page=sources&lang=zh",
    "page=checks&lang=en",
    "figure=rizhao-transport-investment-2022s1&lang=en",
)


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(scheme: Literal["light", "dark"]) -> None:
    with dashboard() as address, chromium() as browser:
        visitor = Visitor(browser)
        found: list[str] = []
        for query in PAGES:
            page = visitor.open(f"{address}/?{query}", scheme=scheme)
            violations = Axe().run(page).response["violations"]
            found += [
                f"{query}: {violation['id']}: {node['html'][:200]}"
                for violation in violations
                if violation["impact"] in {"serious", "critical"}
                for node in violation["nodes"][:3]
            ]
            visitor.close()
        assert not found
