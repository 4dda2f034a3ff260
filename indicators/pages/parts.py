"""Parts that several pages are made of: headings of sections, the mark of a nature, lines of method and source."""

from collections.abc import Callable
from typing import Final

from markupsafe import Markup

from indicators.export.markup import EMPTY, Child, link, markup, tag
from indicators.model.articles import Article
from indicators.model.subjects import Nature
from indicators.phrasing.aligned_amounts import AlignedAmount
from indicators.phrasing.names import Names
from indicators.values.text import TAGS
from indicators.words import terms


def page(*children: Child, name: str) -> Markup:
    """The whole page; ``name`` is that of its stylesheet in pages/styles."""
    return tag("div", *children, class_=f"page {name}-page")


def section(title: Child, *, more: Child = None) -> Markup:
    """The heading of a section under its rule; ``more`` is the link to all of what it shows, at the right."""
    return tag("div", tag("h2", title), tag("span", more, class_="more") if more else None, class_="section")


def more(address: str, label: str) -> Markup:
    """The link at the right of a section's heading."""
    return link(address, f"{label} →")


def mark(nature: Nature, names: Names) -> Markup:
    """The small round mark that stands before a number that is not actual; its name is read to who cannot see it."""
    label = names.of(terms.NATURES[nature])
    return tag("i", class_=f"mark {nature}", role="img", title=label, aria_label=label)


def headline(article: Article, names: Names) -> Child:
    """The headline of an article, marked with its language where nobody has translated it."""
    note = names.untranslated(article)
    text = names.headline(article).removesuffix(note) if note else names.headline(article)
    return markup(tag("span", text, lang=TAGS[article.headline_language(names.lang)]), note) if note else text


def amount(shown: AlignedAmount) -> Markup:
    """A number for a column: its points stand under each other where the column sets --decimals (see base.css)."""
    return tag(
        "span",
        tag("span", f"{shown.qualifier} ", class_="qualifier") if shown.qualifier else None,
        tag("strong", shown.whole),
        tag("strong", shown.fraction, class_="fraction"),
        tag("span", " " * shown.unit[:1].isascii() * bool(shown.unit), shown.unit, class_="unit"),
        class_="amount",
    )


def turn(current: int, count: int, address: Callable[[int], str], label: str) -> Markup:
    """Links to the first page of a long list, its last, and those around the current one; pages count from 0."""
    if count < 2:
        return EMPTY
    near = sorted({0, count - 1, *range(max(0, current - 3), min(count, current + 4))})
    steps = [
        tag("li", link(address(number), f"{number + 1:,}", aria_current="page" if number == current else None))
        for number in near
    ]
    return tag("nav", tag("ol", steps), class_="turn", aria_label=label)


DERIVED: Final = "derived"
"""The class of what no article printed: marks and bars with it are hatched."""
