"""Where the words of a figure can be read: the article, a copy, the publisher's archive, or a search for it."""

from dataclasses import dataclass
from typing import Final, Literal
from urllib.parse import quote as percent_encoded

from indicators import urls
from indicators.model import Article, Dataset

Kind = Literal["article", "copy", "archive", "search"]

SEARCH: Final = "https://www.bing.com/search?q="
"""Answers in and outside China."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is; ``host`` is shown beside it, so that a reader knows where the link leads."""

    kind: Kind
    url: str

    @property
    def host(self) -> str:
        return urls.host(self.url)


def links(article: Article, dataset: Dataset, quote: str = "") -> list[Link]:
    """The ways to an article, best first; never empty while it has a headline, an archive or an address.

    The address of the article itself, or of a copy, carries a text fragment that leads a browser to ``quote``. Without
    any address there is the archive of its publisher and a web search for its headline, each marked as what it is.
    """
    found = [Link("article", _at(quote, article.url))] if article.url else []
    found += [Link("copy", _at(quote, copy.url)) for copy in article.copies]
    if found:
        return found
    publisher = dataset.publishers[article.publisher]
    if publisher.archive:
        found.append(Link("archive", publisher.archive))
    if article.headline:
        words = f"{article.headline.zh} {publisher.name.zh}"
        found.append(Link("search", SEARCH + percent_encoded(words, safe="")))
    return found


def _at(quote: str, url: str) -> str:
    """The address with a text fragment, which stands behind a fragment that is there already (WICG)."""
    if not quote:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={percent_encoded(quote, safe='').replace('-', '%2D')}"
