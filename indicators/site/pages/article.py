"""The page of an article: who printed what and when, where it can be read, and its figures."""

from markupsafe import Markup

from indicators.export.markup import markup, outside, tag
from indicators.model.entries import Article, Copy
from indicators.phrasing import events
from indicators.phrasing.articles import publication
from indicators.site import card_texts, jsonld, lists
from indicators.site.volume import Page, Volume
from indicators.words import events as event_words
from indicators.words import site as words
from indicators.words import terms


def page(article: Article, volume: Volume) -> Page:
    names = volume.names
    printed = publication(article, names)
    count = names.count(terms.FIGURES, len(article.figures))
    note = tag("p", names.of(article.note), class_="note") if article.note else None
    body = markup(
        tag("p", printed.byline, class_="kicker"),
        tag("h1", printed.headline),
        lists.original_headline(printed),
        lists.ways_to_read(printed, volume),
        _copies(article, volume),
        note,
        tag("h2", volume.of(words.FIGURES_OF_ARTICLE)),
        lists.table(article.figures, volume, "../") if article.figures else None,
        _events(article, volume),
    )
    return Page(
        path=f"article/{article.id}.html",
        title=printed.headline,
        description=volume.of(words.SENTENCE).join((printed.byline, count)),
        body=body,
        section="articles",
        linked_data={"@context": jsonld.CONTEXT, **jsonld.article(article, volume)},
        kind="article",
        card=card_texts.path_of_article(article, volume),
        trail=(
            (volume.of(words.SECTIONS["overview"]), "index.html"),
            (volume.of(words.SECTIONS["articles"]), "articles.html"),
        ),
    )


def _copies(article: Article, volume: Volume) -> Markup | None:
    """Who reproduced the article and when the copy was seen, as far as it is known."""
    items = [tag("li", _copy(copy, volume)) for copy in article.copies if copy.publisher or copy.seen]
    return tag("ul", items, class_="note") if items else None


def _events(article: Article, volume: Volume) -> Markup | None:
    """What happened, as the article reports it; None where it reports no event."""
    items = [tag("li", happening) for happening in events.of_article(article, volume.names)]
    return markup(tag("h2", volume.of(event_words.EVENTS)), tag("ul", items)) if items else None


def _copy(copy: Copy, volume: Volume) -> Markup:
    names = volume.names
    publisher = names.publisher(copy.publisher) if copy.publisher else names.of(words.COPY)
    seen = names.of(words.SEEN).format(date=copy.seen.label(names.lang)) if copy.seen else ""
    return markup(outside(copy.url, publisher), " ", seen)
