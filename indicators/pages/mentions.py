"""Figures that a page names → rows: what the number is of, or who printed it, and the number."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from indicators.export.markup import Child, link, tag
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import Mention


def rows(mentions: Iterable[Mention], context: PageContext, *, own: str = "") -> Markup:
    """A row each, with the mark of its nature before the number; all but that of the ``own`` figure are links."""
    return tag("ul", list(_rows(mentions, context, own)), class_="mentions")


def _rows(mentions: Iterable[Mention], context: PageContext, own: str) -> Iterator[Markup]:
    for each in mentions:
        mark = parts.mark(each.nature, context.names) if each.nature != "actual" else None
        name: Child = each.name if each.figure == own else link(context.addresses.figure(each.figure), each.name)
        current = "true" if each.figure == own else None
        yield tag("li", tag("span", name), tag("b", mark, " ", each.number, class_="number"), aria_current=current)
