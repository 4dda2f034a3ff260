"""The newest articles by their headlines or what describes them; one without either is named by its figures."""

import heapq
from typing import Final

from markupsafe import Markup

from indicators.export.markup import link, tag
from indicators.model.articles import Article
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.phrasing.figures import main_number
from indicators.phrasing.names import Names
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import overview as words

MOST: Final = 5
NAMED: Final = 2
"""Figures that name an article."""


def section(context: PageContext) -> Markup | None:
    names = context.names
    articles = names.dataset.articles.values()
    newest = heapq.nlargest(MOST, articles, key=lambda article: article.published.end)
    if not newest:
        return None
    more = names.of(words.ALL_ARTICLES).format(count=f"{len(articles):,}")
    return tag(
        "section",
        parts.section(
            names.of(words.NEWEST_ARTICLES), more=parts.more(context.addresses.view(View(page="sources")), more)
        ),
        tag("ol", (_item(article, context) for article in newest), class_="articles"),
    )


def _item(article: Article, context: PageContext) -> Markup:
    names = context.names
    outlet = names.of(terms.JOIN).join(
        (names.publisher(article.publisher), names.count(terms.FIGURES, len(article.figures)))
    )
    known = bool(article.printed_headline)
    headline = parts.headline(article, names) if article.headline else named_by_figures(article, names)
    return tag(
        "li",
        tag("span", article.published.label(names.lang), class_="when"),
        link(context.addresses.article(article.id), headline, class_="headline" if known else "headline unknown"),
        tag("span", outlet, class_="when"),
    )


def named_by_figures(article: Article, names: Names) -> str:
    """What an article without a headline reports: its first figures."""
    figures = [f"{names.metric(figure.metric)} {main_number(figure, names)}" for figure in article.figures[:NAMED]]
    return names.of(words.NO_HEADLINE).format(figures=names.of(terms.LIST).join(figures))
