"""The lists of all places and of all sectors."""

from markupsafe import Markup

from indicators.pages.context import PageContext
from indicators.pages.places import all_places
from indicators.pages.places.rows import PlaceTree
from indicators.pages.query_addresses import QueryAddresses
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit


def show_regions(visit: Visit) -> None:
    """The list of places."""
    _show("region", visit)


def show_sectors(visit: Visit) -> None:
    """The list of sectors."""
    _show("sector", visit)


def _show(tree: PlaceTree, visit: Visit) -> None:
    view = state.current()
    addresses = QueryAddresses(view.lang, view.day)
    context = PageContext(visit.study, visit.names, addresses, visit.today)
    document.show(_list(tree, context, visit.cache_key, visit.names.lang, addresses), visit.names.lang)


@kept(8)
def _list(tree: PlaceTree, _context: PageContext, cache_key: str, lang: str, links: QueryAddresses) -> Markup:
    return all_places.of(tree, _context)
