"""The page of an article: who printed what and when, where it can be read, and its figures."""

from markupsafe import Markup

from indicators.export.markup import markup, outside, tag
from indicators.model.entries import Article, Copy
from indicators.phrasing.articles import Publication, publication
from indicators.site import captions, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.words import site as words
from indicators.words import terms


def page(article: Article, volume: Volume) -> Page:
    """The page of an article."""
    names = volume.names
    shown = publication(article, names)
    count = names.count(terms.FIGURES, len(article.figures))
    note = tag("p", names.of(article.note), class_="note") if article.note else None
    body = markup(
        tag("p", shown.byline, class_="kicker"),
        tag("h1", shown.headline),
        original(shown),
        lists.ways(shown, volume),
        _copies(article, volume),
        note,
        tag("h2", volume.of(words.FIGURES_OF_ARTICLE)),
        lists.table(article.figures, volume, "../") if article.figures else None,
    )
    return Page(
        path=f"article/{article.id}.html",
        title=shown.headline,
        description=volume.of(words.SENTENCE).join((shown.byline, count)),
        body=body,
        section="articles",
        linked_data={"@context": jsonld.CONTEXT, **jsonld.article(article, volume)},
        kind="article",
        card=captions.article_path(article, volume),
        trail=(
            (volume.of(words.SECTIONS["overview"]), "index.html"),
            (volume.of(words.SECTIONS["articles"]), "articles.html"),
        ),
    )


def original(shown: Publication) -> Markup | None:
    """That an English headline is not what was printed."""
    return tag("p", shown.original, class_="note") if shown.original else None


def _copies(article: Article, volume: Volume) -> Markup | None:
    """Who reproduced it, where that is known, and when the copy was seen."""
    told = [tag("li", _copy(copy, volume)) for copy in article.copies if copy.publisher or copy.seen]
    return tag("ul", told, class_="note") if told else None


def _copy(copy: Copy, volume: Volume) -> Markup:
    names = volume.names
    who = names.publisher(copy.publisher) if copy.publisher else names.of(words.COPY)
    seen = names.of(words.SEEN).format(date=copy.seen.label(names.lang)) if copy.seen else ""
    return markup(outside(copy.url, who), " ", seen)
