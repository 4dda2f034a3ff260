"""An article → the addresses at which it can be read: its own, those of copies, an archive, or a web search."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal
from urllib.parse import quote as percent_encoded

from indicators.analysis.quotes import Headlines, PrintedPage, find, folded_as_page
from indicators.model.articles import Article
from indicators.model.dataset import Dataset
from indicators.values import urls

LinkKind = Literal["article", "copy", "archive", "search"]

SEARCH: Final = "https://www.bing.com/search?q="
"""A search engine that answers in and outside China."""
MOST_CONTEXT: Final = 40
"""At most so many characters on either side of a quote show which of several is meant."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it leads to; ``host`` is shown beside it, so that a reader knows where the link goes."""

    kind: LinkKind
    url: str

    @property
    def host(self) -> str:
        return urls.host(self.url)


def links(article: Article, dataset: Dataset, quote: str = "", text: str | None = None) -> list[Link]:
    """The links to an article, best first; empty only where it has neither address nor headline nor archive.

    The address of the article, or of a copy, has a text fragment (WICG: Scroll To Text Fragment) that takes a browser
    to ``quote``; where the quote stands more than once in the ``text`` of the article, to the one that ``quotes.find``
    means. Without any address there are the archive of its publisher and a web search for its headline.
    """
    directive = _directive(article, dataset, quote, text) if quote and (article.url or article.copies) else ""
    ways = [Link("article", _at(directive, article.url))] if article.url else []
    ways += [Link("copy", _at(directive, copy.url)) for copy in article.copies]
    if ways:
        return ways
    publisher = dataset.publishers[article.publisher]
    if publisher.archive:
        ways.append(Link("archive", publisher.archive))
    if headline := article.printed_headline:
        words = f"{headline} {publisher.name.of(article.language)}"
        ways.append(Link("search", SEARCH + percent_encoded(words, safe="")))
    return ways


def _at(directive: str, url: str) -> str:
    """The address with a text fragment, which follows a fragment that is there already."""
    return f"{url}{'' if '#' in url else '#'}:~:{directive}" if directive else url


def _directive(article: Article, dataset: Dataset, quote: str, text: str | None) -> str:
    """``text=prefix-,quote,-suffix``, prefix and suffix only where they are needed."""
    prefix, suffix = _context(article, dataset, quote, text) if text else ("", "")
    before = f"{_encoded(prefix)}-," if prefix else ""
    after = f",-{_encoded(suffix)}" if suffix else ""
    return f"text={before}{_encoded(quote)}{after}"


def _encoded(words: str) -> str:
    return percent_encoded(words, safe="").replace("-", "%2D")


def _context(article: Article, dataset: Dataset, quote: str, text: str) -> tuple[str, str]:
    """The fewest words around a quote that set it apart from others; empty where it is the only one, or missing."""
    page = PrintedPage(text, Headlines(dataset.articles.values()))
    if page.folded.count(folded_as_page(quote)) < 2:
        return "", ""
    meant = next((finding for finding in find(article, page) if finding.phrase == quote), None)
    if meant is None or meant.status not in {"found", "moved"}:
        return "", ""
    both = product(_before(text[: meant.start]), _after(text[meant.end :]))
    for prefix, suffix in sorted(both, key=lambda pair: len(pair[0]) + len(pair[1])):
        if page.folded.count(folded_as_page(prefix + quote + suffix)) == 1:
            return prefix, suffix
    return "", ""


# Browsers match whole words, also of Chinese; here only the borders of clauses are known.
_CLAUSE: Final = re.compile(r"[\s，。；、：！？（）“”《》【】;!?()\"]|[,:](?![0-9])")


def _before(text: str) -> Iterator[str]:
    """Longer and longer ends of a text, within its last line, each from the border of a clause; first an empty one."""
    line = re.split(r"[\r\n]", text)[-1]
    near = line[-MOST_CONTEXT:]
    ends = [end for mark in _CLAUSE.finditer(near) for end in (mark.start(), mark.end())]
    yield from _distinct(near[end:] for end in [len(near), *reversed(ends), *([0] if near == line else [])])


def _after(text: str) -> Iterator[str]:
    """Longer and longer beginnings of a text, within its first line, each to the border of a clause."""
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    near = line[:MOST_CONTEXT]
    ends = [end for mark in _CLAUSE.finditer(near) for end in (mark.start(), mark.end())]
    yield from _distinct(near[:end] for end in [0, *ends, *([len(near)] if near == line else [])])


def _distinct(parts: Iterator[str]) -> Iterator[str]:
    """Each once, without white space around it, which pages and texts break differently."""
    yield from dict.fromkeys(part.strip() for part in parts)
