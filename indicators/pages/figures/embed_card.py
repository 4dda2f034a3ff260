"""A figure → a small page of its own, to be framed by another site: its number, its words, and who printed them."""

from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.export.markup import Child, joined, link, outside, tag
from indicators.model.articles import Figure
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.figures.figure_page import big_number, numbers_beside, quotation
from indicators.phrasing import main_number, number_words
from indicators.phrasing.articles import byline
from indicators.values.text import TAGS
from indicators.words import terms
from indicators.words.pages import figure as words

HEIGHT: Final = 420
"""Pixels that the frame is given: enough for most figures at 320 px."""


def code(address: str) -> str:
    """The frame that another site puts into its page."""
    return str(tag("iframe", src=address, width="100%", height=HEIGHT, style="border:0"))


def of(figure: Figure, context: PageContext, address: str, number: str = "") -> Markup:
    """The card; ``address`` is that of the whole page, which opens outside the frame."""
    names = context.names
    article = names.dataset.article_of[figure.id]
    main = main_number.of(figure, context.study.worked_out, names)
    main = replace(main, itemised=None)  # its link would open in the frame
    first = number_words.of(figure, names, number)[0]
    place = names.of(terms.JOIN).join((names.place(figure.place), main.period))
    is_full = "://" in address
    more = names.of(words.CARD_MORE)
    way: Child = outside(address, more) if is_full else link(address, more, target="_top")
    return parts.page(
        tag(
            "article",
            tag("p", place, class_="kicker"),
            tag("h1", names.of(names.dataset.metrics[figure.metric].name)),
            big_number(main, context),
            numbers_beside(main, figure, context),
            quotation(first, TAGS[article.language]),
            tag("p", byline(article, names), class_="source"),
            tag("p", joined(names.of(terms.JOIN), (way, names.of(names.dataset.about.title))), class_="source ways"),
            class_="card",
        ),
        name="figure",
    )
