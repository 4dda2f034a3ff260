"""The articles of a dataset → the page of sources: all of them, newest first, or those of some publishers."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from markupsafe import Markup

from indicators.export.citation_styles import Citations
from indicators.export.markup import joined, link, markup, tag
from indicators.model.articles import Article
from indicators.pages import parts
from indicators.pages.context import PageContext
from indicators.pages.sources import article_page
from indicators.study import Study
from indicators.view import View
from indicators.words import terms
from indicators.words.pages import sources as words

ARTICLES: Final = 40
"""Articles of one sheet."""
NAMED: Final = 8
"""Publishers that are named at once; the others are in a box that opens."""
_OF_UNTITLED: Final = 3
"""Metrics by which an article is named whose headline is not known."""


def of(view: View, articles: Sequence[str], citations: Citations, context: PageContext) -> Markup:
    """The page; ``articles`` are the ids of all, newest first, ``citations`` those of the one that the view names."""
    names = context.names
    publishers = publishers_of(context.study, articles)
    chosen = [key for key in articles if not view.publisher or publishers[key] in view.publisher]
    alone = names.dataset.articles.get(view.article)
    return parts.page(
        article_page.of(alone, citations, context) if alone else None,
        parts.section(names.of(words.ALL_ARTICLES)) if alone else tag("h1", names.of(words.TITLE)),
        tag("p", _count(len(chosen), view, context), class_="sub"),
        _publishers(Counter(publishers.values()), view, context),
        _sheet(chosen, view, context),
        name="sources",
    )


def publishers_of(study: Study, articles: Sequence[str]) -> Mapping[str, str]:
    """Id of each article → id of its publisher; only articles without figures are read for it."""
    rows = study.every[["article", "publisher"]].drop_duplicates("article")
    known = dict(zip(rows["article"].tolist(), rows["publisher"].tolist(), strict=True))
    return {key: known[key] if key in known else study.dataset.articles[key].publisher for key in articles}


def _count(count: int, view: View, context: PageContext) -> str:
    names = context.names
    facts = {
        "articles": names.count(terms.ARTICLES, count),
        "publisher": names.listed([names.publisher(key) for key in view.publisher]),
    }
    return names.of(words.OF_PUBLISHER if view.publisher else words.LISTED).format_map(facts)


# --- the publishers --------------------------------------------------------------------------------------------------


def _publishers(counts: Mapping[str, int], view: View, context: PageContext) -> Markup:
    """Links to the articles of each publisher, those with most articles first, and back to all."""
    names = context.names
    ranked = sorted(counts, key=lambda key: -counts[key])
    shown = list(dict.fromkeys((*view.publisher, *ranked[:NAMED])))
    others = [key for key in ranked if key not in shown]
    links = [_publisher(key, counts, view, context) for key in shown if key in counts]
    if view.publisher:
        every = replace(view, publisher=(), sheet="")
        links.insert(0, link(context.addresses.view(every), names.of(words.EVERY)))
    title = tag("span", names.of(words.PUBLISHERS), class_="title")
    further = None
    if others:
        label = names.count(words.ALL_PUBLISHERS, len(counts))
        listed = joined(names.of(terms.JOIN), [_publisher(key, counts, view, context) for key in others])
        further = tag("details", tag("summary", label), tag("p", listed))
    return tag("div", title, joined(names.of(terms.JOIN), links), further, class_="publishers")


def _publisher(key: str, counts: Mapping[str, int], view: View, context: PageContext) -> Markup:
    facts = {"publisher": context.names.publisher(key), "count": f"{counts[key]:,}"}
    label = context.names.of(words.COUNTED).format_map(facts)
    address = context.addresses.view(replace(view, publisher=(key,), sheet=""))
    return link(address, label, aria_current="true" if key in view.publisher else None)


# --- the articles ----------------------------------------------------------------------------------------------------


def _sheet(chosen: Sequence[str], view: View, context: PageContext) -> Markup:
    """The sheet of the list that the view asks for, with links to the others."""
    sheets = max(1, -(-len(chosen) // ARTICLES))
    number = min(int(view.sheet or 1), sheets) - 1
    articles = context.names.dataset.articles
    rows = [_row(articles[key], view, context) for key in chosen[number * ARTICLES :][:ARTICLES]]

    def address(other: int) -> str:
        return context.addresses.view(replace(view, sheet=str(other + 1) if other else ""))

    return markup(
        tag("ul", rows, class_="article-rows"),
        parts.turn(number, sheets, address, context.names.of(words.SHEETS)),
    )


def _row(article: Article, view: View, context: PageContext) -> Markup:
    """When it was published, the headline, who published it, and how many figures it has."""
    names = context.names
    about = (names.publisher(article.publisher), names.count(terms.FIGURES, len(article.figures)))
    title = parts.headline(article, names) if article.headline else _untitled(article, context)
    return tag(
        "li",
        tag("span", article.published.label(names.lang), class_="date"),
        tag(
            "h2",
            link(context.addresses.article(article.id), title),
            class_=None if article.printed_headline else "untitled",
        ),
        tag("span", names.of(terms.JOIN).join(about), class_="about"),
        aria_current="true" if article.id == view.article else None,
    )


def _untitled(article: Article, context: PageContext) -> str:
    """The metrics of an article whose headline is not known."""
    names = context.names
    metrics = dict.fromkeys(names.metric(figure.metric) for figure in article.figures)
    if not metrics:
        return names.headline(article)
    return names.of(terms.LIST).join([*metrics][:_OF_UNTITLED])
