"""Links of pages that the dashboard and the site share lead to pages that the site has."""

import pytest

from indicators import study
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import volumes
from indicators.view import View
from tests.builders import make_dataset

ADDRESSES = SiteAddresses(volumes(study.of(make_dataset()))[0], "../")


@pytest.mark.parametrize(
    ("view", "address"),
    [
        (View(), "../index.html"),
        (View(page="places"), "../regions.html"),
        (View(figure="city-revenue", number="growth"), "../figure/city-revenue.html#growth"),
        (View(page="explore", metric="revenue"), "../metric/revenue.html"),
        (View(region=("city",)), "../region/city.html"),
        (View(page="figures", sector=("all",)), "../sector/all.html#table"),
        (View(page="compare", region=("city", "county")), "../index.html"),
    ],
)
def test_a_view_leads_to_the_nearest_page(view: View, address: str) -> None:
    assert ADDRESSES.view(view) == address


def test_what_has_no_page_leads_to_the_list_of_all() -> None:
    assert ADDRESSES.place("region", "elsewhere") == "../regions.html"
    assert ADDRESSES.metric("unused") == "../metrics.html"
    assert ADDRESSES.article("first") == "../article/first.html"
