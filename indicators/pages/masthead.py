"""The head of every page of the dashboard: the name of the dataset, links to the pages, and the other language."""

from collections.abc import Mapping, Sequence
from typing import Final

from markupsafe import Markup

from indicators.export.markup import joined, link, tag
from indicators.pages.context import PageContext
from indicators.values.text import LANGS, TAGS, Lang
from indicators.view import View
from indicators.words import ui as words

ABOVE: Final = {"figure": "figures", "place": "places", "sector": "sectors"}
"""The page in the navigation that the page of an entry belongs to."""


def of(page: str, pages: Sequence[str], context: PageContext, versions: Mapping[Lang, str]) -> Markup:
    """The links to all ``pages``, that of the shown one marked; ``versions`` are its addresses in each language."""
    names, addresses = context.names, context.addresses
    current = ABOVE.get(page, page)
    links = [
        link(
            addresses.view(View(page="" if key == "overview" else key)),
            names.of(words.NAVIGATION[key]),
            aria_current="page" if key == current else None,
        )
        for key in pages
    ]
    brand = link(addresses.view(View()), names.of(names.dataset.about.title), class_="brand")
    return tag(
        "header",
        brand,
        tag("nav", *links, aria_label=names.of(words.PAGES_LABEL)),
        tag("span", _languages(versions, names.lang), class_="languages"),
        class_="page masthead",
    )


def _languages(versions: Mapping[Lang, str], shown: Lang) -> Markup:
    """Each language by its own name, as a link to the page in it unless it is the one that is read."""
    return joined(
        " | ",
        (
            tag("b", words.LANGUAGES[lang], lang=TAGS[lang])
            if lang == shown
            else link(versions[lang], words.LANGUAGES[lang], lang=TAGS[lang], hreflang=TAGS[lang])
            for lang in LANGS
        ),
    )
