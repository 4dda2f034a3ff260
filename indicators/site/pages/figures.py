"""The list of all figures, the newest first, with links to the pages of their places, sectors and groups."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from markupsafe import Markup

from indicators.export.markup import joined, link, markup, tag
from indicators.frames import ledger as frames
from indicators.model.articles import Figure
from indicators.model.vocabulary import ALL
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.figures import table_rows
from indicators.site import lists
from indicators.site.addresses import SiteAddresses
from indicators.site.volume import SECTION_OF, Dimension, Page, Volume
from indicators.view import View
from indicators.words import site as site_words
from indicators.words import terms
from indicators.words.pages import ledger as words

_LINKED: Final = 12
"""Places, sectors and groups that are linked at most, those with the most figures; their own lists have all."""


def pages(volume: Volume) -> Iterator[Page]:
    """The list on as many pages as it needs."""
    study, names = volume.study, volume.names
    # No row shows an age, so that the day does not matter.
    context = PageContext(study, names, SiteAddresses(volume, ""), date.min)
    shown = frames.listing(study.every, View(page="figures"), study.dataset, None)
    largest = frames.largest_alike(study.every, study.dataset)
    rows = [(study.every["figure"].iloc[row], float(largest[row])) for row in shown.rows]
    articles = names.count(terms.ARTICLES, len(study.dataset.articles))
    deck = names.of(words.DECK).format(articles=articles)
    title = names.count(words.ALL_OF_THEM, len(rows))
    head = markup(
        tag("h1", title), tag("p", deck, class_="sub"), _links(volume), _field(volume),
        tag("p", names.of(words.FOOT), class_="method"),
    )  # fmt: skip
    first = Page(
        "figures.html", volume.of(site_words.SECTIONS["figures"]), deck, parts.page(head, name="ledger"), "figures"
    )

    def show(part: Sequence[tuple[str, float]]) -> Markup:
        figures: list[Figure] = [study.dataset.figures[key] for key, _ in part]
        return parts.page(table_rows.table(figures, [most for _, most in part], context), name="ledger")

    yield from lists.in_pages(first, rows, show, volume)


def _links(volume: Volume) -> Markup:
    """The places, sectors and groups that have pages, those with the most figures first, each with their number."""
    return tag(
        "nav",
        (_by(dimension, volume) for dimension in volume.dimensions()),
        class_="by",
        aria_label=volume.of(words.FILTERS),
    )


def _by(dimension: Dimension, volume: Volume) -> Markup:
    keys = [key for key in volume.entries(dimension) if key != ALL]
    keys.sort(key=lambda key: -len(volume.rows(dimension, key)))
    address = SiteAddresses(volume, "")
    items: list[Markup] = []
    for key in keys[:_LINKED]:
        target = address.metric(key) if dimension == "metric" else address.place(dimension, key)
        count = tag("small", f" {len(volume.rows(dimension, key)):,}")
        items.append(markup(link(target, volume.short_name(dimension, key)), count))
    if len(keys) > _LINKED:
        more = volume.of(words.MORE_VALUES).format(count=f"{len(keys) - _LINKED:,}")
        items.append(link(f"{SECTION_OF[dimension]}.html", more))
    facet = volume.of(words.FACETS[dimension]).lower()
    return tag("p", tag("strong", volume.of(words.BY).format(facet=facet)), joined(volume.of(terms.LIST), items))


def _field(volume: Volume) -> Markup:
    """A field whose text narrows the rows of the page, hidden until the script that does it has run."""
    label = volume.of(words.FIND_ON_PAGE)
    return tag("p", tag("input", type="search", id="find-rows", placeholder=label, aria_label=label), hidden=True)
