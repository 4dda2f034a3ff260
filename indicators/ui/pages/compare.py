"""Compare: places, sectors or groups side by side, over all metrics that they share."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.pages.context import PageContext
from indicators.pages.places import compare
from indicators.pages.query_addresses import QueryAddresses
from indicators.ui.elements import document
from indicators.ui.session import state
from indicators.ui.session.kept import kept
from indicators.ui.session.visit import Visit
from indicators.ui.tables import downloads
from indicators.view import View

VIEWS_CACHED: Final = 100


def show(visit: Visit) -> None:
    """The page, and below it what it compares as files."""
    body, compared = _page(visit, replace(state.current(), figure="", number=""), visit.cache_key, visit.names.lang)
    document.show(body, visit.names.lang)
    if compared:
        downloads.offer(visit, key="compare")


def figures(_visit: Visit, view: View, context: PageContext) -> Sequence[str]:
    """The ids of the figures that are compared."""
    return compare.comparison(context, view).figures


@kept(VIEWS_CACHED)
def _page(_visit: Visit, view: View, cache_key: str, lang: str) -> tuple[Markup, Sequence[str]]:
    """The page, and the ids of the figures in it; the rows of the frame that it is made of are not kept."""
    context = PageContext(_visit.study, _visit.names, QueryAddresses(view.lang, view.day), _visit.today)
    compared = compare.comparison(context, view)
    return compare.page(context, view, compared), compared.figures
