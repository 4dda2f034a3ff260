"""An article → its page: who printed it when, where it can be read, its figures, and how to cite it."""

from collections.abc import Iterator

from markupsafe import Markup

from indicators.export.citation_styles import Citations
from indicators.export.markup import joined, markup, outside, tag
from indicators.model.articles import Article, Copy
from indicators.pages import citing, mentions, parts
from indicators.pages.context import PageContext
from indicators.phrasing import events
from indicators.phrasing.articles import publication
from indicators.phrasing.figures import mention
from indicators.phrasing.names import Names
from indicators.values import urls
from indicators.words import terms
from indicators.words.pages import sources as words
from indicators.words.phrasing import events as event_words


def of(article: Article, citations: Citations, context: PageContext) -> Markup:
    """The article by itself, as a part of the page of sources or as a page of the site."""
    names = context.names
    printed = publication(article, names)
    unknown = [tag("span", printed.unknown)] if printed.unknown else []
    ways = [outside(way.url, way.label) for way in printed.ways]
    main = tag(
        "article",
        tag("p", printed.byline, class_="kicker"),
        tag("h1", parts.headline(article, names)),
        tag("p", printed.original, class_="source") if printed.original else None,
        tag("p", joined(names.of(terms.JOIN), (*unknown, *ways)), class_="source ways"),
        tag("p", names.of(article.note), class_="method") if article.note else None,
        _figures(article, context),
    )
    aside = tag("aside", list(_beside(article, names)), citing.cite(citations, context))
    return tag("div", main, aside, class_="halves")


def _figures(article: Article, context: PageContext) -> Markup | None:
    if not article.figures:
        return None
    listed = mentions.rows([mention(figure, context.names) for figure in article.figures], context)
    return markup(parts.section(context.names.of(words.FIGURES)), listed)


def _beside(article: Article, names: Names) -> Iterator[Markup]:
    """What happened as the article reports it, and where it was reprinted."""
    if happenings := events.of_article(article, names):
        items = [tag("li", happening) for happening in happenings]
        yield tag("section", tag("h2", names.of(event_words.EVENTS)), tag("ul", items))
    if article.copies:
        items = [tag("li", _reprint(copy, names)) for copy in article.copies]
        yield tag("section", tag("h2", names.of(words.REPRINTS)), tag("ul", items))


def _reprint(copy: Copy, names: Names) -> Markup:
    """Who reprinted the article, where, and when that was seen, as far as it is known."""
    facts = {"host": urls.host(copy.url), "publisher": names.publisher(copy.publisher) if copy.publisher else ""}
    label = names.of(words.REPRINT_BY if copy.publisher else words.REPRINT).format_map(facts)
    seen = names.of(words.SEEN).format(date=copy.seen.label(names.lang)) if copy.seen else ""
    return markup(outside(copy.url, label), " ", tag("small", seen))
