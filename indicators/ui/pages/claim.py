"""Is this number right?: the form for a draft; what is answered comes from the route curate/claim of the server."""

from typing import Final

from indicators.curate import drafting
from indicators.pages import claim
from indicators.ui import document
from indicators.ui.components import component
from indicators.ui.visit import Visit

KEY: Final = "claim"
ROUTE: Final = "curate/claim"
"""Where a draft is sent, below the address of the dashboard."""


def show(visit: Visit) -> None:
    """The page."""
    names = visit.names
    document.show(claim.head(names), names.lang)
    component("claim")(
        key=KEY,
        data={
            "form": str(claim.form(names)),
            "sentences": dict(claim.sentences(names)),
            "address": ROUTE,
            "lang": names.lang,
            "longest": drafting.LONGEST,
            "version": f"{visit.digest} {names.lang}",
        },
    )
