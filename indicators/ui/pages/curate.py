"""Curate: the page on which the text of an article becomes figures; the browser holds the text and all decisions."""

from typing import Any, Final

from indicators.export.markup import tag
from indicators.pages import parts
from indicators.ui.elements import document
from indicators.ui.elements.components import component
from indicators.ui.session.access import curate_access
from indicators.ui.session.visit import Visit
from indicators.values.text import Lang
from indicators.words import hosting
from indicators.words.curate import card, draft, entries, outlet
from indicators.words.curate import page as words

KEY: Final = "curate-desk"


def show(visit: Visit) -> None:
    """The page."""
    names = visit.names
    access = curate_access()
    if not access.curate:
        document.show(parts.page(tag("h1", names.of(words.NOT_OFFERED)), name="curate"), names.lang)
        return
    publishers = [{"id": key, "name": names.of(entry.name)} for key, entry in names.dataset.publishers.items()]
    component("curate")(key=KEY, data=facts(names.lang, publishers, is_own=access.write))


def facts(lang: Lang, publishers: list[dict[str, str]], *, is_own: bool) -> dict[str, Any]:
    """What the browser is told: words in one language, who prints articles, and whether it is the curator's machine."""
    return {
        "lang": lang,
        "words": {
            **words.of(lang),
            **card.of(lang),
            **outlet.of(lang),
            **entries.of(lang),
            "noOwnPort": hosting.NO_OWN_PORT.of(lang),
            "roles": {role: name.of(lang) for role, name in draft.ROLES.items()},
        },
        "publishers": publishers,
        "own": is_own,
    }
