"""An article → its words: the headline, who printed it when, and the ways to read it."""

from dataclasses import dataclass

from indicators.analysis import links
from indicators.model.articles import Article
from indicators.phrasing.names import Names
from indicators.words import terms
from indicators.words.phrasing import evidence as words


@dataclass(frozen=True, slots=True)
class Way:
    """An address at which an article can be read, or looked for, and what it says of itself."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class Publication:
    """An article as a reader meets it.

    ``original`` tells that the headline is a translation, and ``unknown`` that no address is known; both are empty
    where it is not so.
    """

    article: str
    headline: str
    original: str
    byline: str
    unknown: str
    ways: tuple[Way, ...]


def publication(article: Article, names: Names, quote: str = "", text: str = "") -> Publication:
    """The words of an article; with a ``quote`` its address leads to that, told from others like it by the ``text``."""
    ways = links.links(article, names.dataset, quote, text or None)
    known = any(link.kind in {"article", "copy"} for link in ways)
    translated = names.lang != article.language and not names.untranslated(article)
    printed = article.printed_headline if translated else ""
    return Publication(
        article=article.id,
        headline=names.headline(article),
        original=names.of(words.HEADLINE_IS_TRANSLATED).format(headline=printed) if printed else "",
        byline=byline(article, names),
        unknown="" if known else names.of(words.ADDRESS_UNKNOWN),
        ways=tuple(Way(names.of(words.LINKS[link.kind]).format(host=link.host), link.url) for link in ways),
    )


def byline(article: Article, names: Names) -> str:
    """Who printed an article, when, and whose numbers they are."""
    parts = (names.publisher(article.publisher), article.published.label(names.lang), issuer(article, names))
    return names.of(terms.JOIN).join(filter(None, parts))


def issuer(article: Article, names: Names) -> str:
    """Whose numbers an article prints; empty where it does not say."""
    return names.of(words.ISSUER).format(issuer=names.publisher(article.issuer)) if article.issuer else ""
