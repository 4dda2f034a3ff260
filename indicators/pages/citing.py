"""Citations, links and codes → texts with a button that copies them."""

from markupsafe import Markup

from indicators.export.citation_styles import Citations
from indicators.export.markup import tag
from indicators.pages.context import PageContext
from indicators.words.export import citations as citation_words
from indicators.words.pages import figure as words


def cite(citations: Citations, context: PageContext) -> Markup | None:
    """A box for each style, of which one is open at a time; None where there are no citations."""
    if not citations:
        return None
    names = context.names
    boxes = [
        tag(
            "details",
            tag("summary", names.of(citation_words.STYLES[style])),
            copied(tag("pre", citation, class_="copied"), context),
            open=index == 0,
            name="cite",
        )
        for index, (style, citation) in enumerate(citations.items())
    ]
    return tag("section", tag("h2", names.of(citation_words.CITE)), boxes, class_="cite")


def copied(text: Markup, context: PageContext) -> Markup:
    """A text with a button that copies it; scripts of the dashboard and the site listen to it."""
    names = context.names
    button = tag("button", names.of(words.COPY), type="button", class_="copy", data_copied=names.of(words.COPIED))
    return tag("div", text, button)
