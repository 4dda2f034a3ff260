"""The page of a region or a sector, whose id the link has."""

from typing import Final

from markupsafe import Markup

from indicators.pages.context import PageContext
from indicators.pages.places import place_page
from indicators.pages.places.rows import PlaceTree
from indicators.pages.query_addresses import QueryAddresses
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit

KEPT: Final = 64
"""Pages that are kept ready."""


def show_region(visit: Visit) -> None:
    """The page of the region."""
    _show("region", state.current().region[0], visit)


def show_sector(visit: Visit) -> None:
    """The page of the sector."""
    _show("sector", state.current().sector[0], visit)


def _show(tree: PlaceTree, key: str, visit: Visit) -> None:
    view = state.current()
    addresses = QueryAddresses(view.lang, view.day)
    context = PageContext(visit.study, visit.names, addresses, visit.today)
    document.show(_page(tree, key, context, visit.cache_key, visit.names.lang, addresses), visit.names.lang)


@kept(KEPT)
def _page(  # what the page is of, and what it is kept by
    tree: PlaceTree, key: str, _context: PageContext, cache_key: str, lang: str, links: QueryAddresses
) -> Markup:
    return place_page.of(tree, key, _context)
