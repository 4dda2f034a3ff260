"""The head of every page: the name of the dataset, links to the pages, room for the search, and the other language."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from markupsafe import Markup

from indicators.export.markup import Child, joined, link, tag
from indicators.pages.context import PageContext
from indicators.phrasing.names import Names
from indicators.values.text import LANGS, TAGS, Lang
from indicators.view import View
from indicators.words import ui as ui_words
from indicators.words.pages import masthead as words

ABOVE: Final = {"figure": "figures", "place": "places", "sector": "sectors"}
"""The page in the navigation that the page of an entry belongs to."""
IN_FOOT: Final = frozenset({"checks", "curate", "claim"})
"""Pages that are linked from the foot only."""
CONTENT: Final = "content"
"""The id of what follows the masthead."""


class NavigationLink(NamedTuple):
    """A link to one of the pages; ``current`` where that is shown, or what is shown belongs to it."""

    address: str
    label: str
    current: bool


def of(  # noqa: PLR0913  # what a door has of its own
    home: str,
    links: Iterable[NavigationLink],
    names: Names,
    versions: Mapping[Lang, str],
    *,
    search: Child = None,
    mode: Child = None,
) -> Markup:
    """The masthead; ``home`` is the first page, ``versions`` this page in each language.

    There is room for the ``search`` without one, too. ``mode`` is the switch between light and dark, if there is one.
    """
    about = names.dataset.about
    dataset = tag("span", names.of(about.short or about.title), class_="dataset")
    pages = (
        link(page.address, tag("span", page.label), aria_current="page" if page.current else None) for page in links
    )
    return tag(
        "header",
        link(f"#{CONTENT}", names.of(words.SKIP), class_="skip"),
        link(home, tag("strong", names.of(words.BRAND)), " ", dataset, class_="brand"),
        tag("nav", pages, aria_label=names.of(words.PAGES_LABEL)),
        tag("div", search, class_="room"),
        tag("span", _languages(versions, names), mode, class_="languages"),
        class_="page masthead",
    )


def links_to_views(page: str, pages: Sequence[str], context: PageContext) -> Iterator[NavigationLink]:
    """The links to ``pages`` of the dashboard, of which ``page`` is shown; those in the foot are left out."""
    current = ABOVE.get(page, page)
    for key in pages:
        if key not in IN_FOOT:
            address = context.addresses.view(View(page="" if key == "overview" else key))
            yield NavigationLink(address, context.names.of(ui_words.NAVIGATION[key]), key == current)


def _languages(versions: Mapping[Lang, str], names: Names) -> Markup:
    """Each language by its own name, as a link to the page in it unless it is the one that is read."""
    return joined(
        " | ",
        (
            tag("strong", words.LANGUAGE_CODES[lang], lang=TAGS[lang])
            if lang == names.lang
            else link(
                versions[lang], words.LANGUAGE_CODES[lang],
                aria_label=words.LANGUAGES[lang], lang=TAGS[lang], hreflang=TAGS[lang],
            )
            for lang in LANGS
        ),
    )  # fmt: skip
