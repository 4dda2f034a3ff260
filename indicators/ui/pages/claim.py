"""Is this number right?: the form for a draft; what is answered comes from the route curate/claim of the server."""

from typing import Final

from indicators.curate import drafting
from indicators.export.markup import tag
from indicators.pages import parts
from indicators.pages.sources import claim
from indicators.ui.elements import document
from indicators.ui.elements.components import component
from indicators.ui.session.access import curate_access
from indicators.ui.session.visit import Visit
from indicators.words.curate import claim_page as words

KEY: Final = "claim-desk"
ROUTE: Final = "claim"
"""Where a draft is sent, below curate/ of the dashboard or of its second port."""


def show(visit: Visit) -> None:
    """The page, or a sentence where it is not offered."""
    names = visit.names
    access = curate_access()
    if not access.claim:
        document.show(parts.page(tag("h1", names.of(words.NOT_OFFERED)), name="claim"), names.lang)
        return
    document.show(claim.head(names), names.lang)
    component("claim")(
        key=KEY,
        data={
            "form": str(claim.form(names)),
            "sentences": dict(claim.sentences(names)),
            "route": ROUTE,
            "own": access.write,
            "lang": names.lang,
            "longest": drafting.LONGEST,
            "version": f"{visit.digest} {names.lang}",
        },
    )
