"""axe-core over every page, in one mode or in both: no serious or critical finding."""

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PAGES = (
    ("lang=en", "light"),
    ("lang=zh", "dark"),
    ("page=figures&region=rizhao&nature=target&lang=en", "dark"),
    ("page=figures&lang=zh", "light"),
    ("page=explore&lang=zh", "light"),
    ("page=explore&lang=en", "dark"),
    ("page=sources&lang=zh", "dark"),
    ("page=compare&lang=en", "light"),
    ("page=compare&measure=share&lang=zh", "dark"),
    ("page=time&lang=en", "dark"),
    ("page=checks&lang=en", "light"),
    ("region=wulian&lang=en", "light"),
    ("region=donggang&lang=zh", "dark"),
    ("page=places&lang=en", "light"),
    ("figure=rizhao-transport-investment-2022s1&lang=en", "dark"),
)


@pytest.mark.parametrize(("query", "scheme"), PAGES)
def test_axe_finds_nothing_serious(
    address: str, visitor: Visitor, query: str, scheme: Literal["light", "dark"]
) -> None:
    page = visitor.open(f"{address}/?{query}", scheme=scheme)
    violations = Axe().run(page).response["violations"]
    violations = [
        f"{violation['id']}: {node['html'][:200]}"
        for violation in violations
        if violation["impact"] in {"serious", "critical"}
        for node in violation["nodes"][:3]
    ]
    assert not violations
