"""Where the words of a figure can be read: the article, a copy, the publisher's archive, or a search for it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final, Literal
from urllib.parse import quote as percent_encoded

from indicators.analysis.quotes import Headlines, PrintedPage, find, folded_as_page
from indicators.model.dataset import Dataset
from indicators.model.entries import Article
from indicators.values import urls

LinkKind = Literal["article", "copy", "archive", "search"]

SEARCH: Final = "https://www.bing.com/search?q="
"""Answers in and outside China."""
MOST_CONTEXT: Final = 40
"""Characters to either side of a quote that tell which of several is meant."""


@dataclass(frozen=True, slots=True)
class Link:
    """An address and what it is; ``host`` is shown beside it, so that a reader knows where the link leads."""

    kind: LinkKind
    url: str

    @property
    def host(self) -> str:
        return urls.host(self.url)


def links(article: Article, dataset: Dataset, quote: str = "", text: str | None = None) -> list[Link]:
    """The ways to an article, best first; never empty while it has a headline, an archive or an address.

    The address of the article itself, or of a copy, carries a text fragment that leads a browser to ``quote``, and
    where the quote stands more than once in the ``text`` of the article, to the one that ``verify`` finds. Without
    any address there is the archive of its publisher and a web search for its headline, each marked as what it is.
    """
    directive = _directive(article, dataset, quote, text) if quote and (article.url or article.copies) else ""
    found = [Link("article", _at(directive, article.url))] if article.url else []
    found += [Link("copy", _at(directive, copy.url)) for copy in article.copies]
    if found:
        return found
    publisher = dataset.publishers[article.publisher]
    if publisher.archive:
        found.append(Link("archive", publisher.archive))
    if article.headline:
        words = f"{article.headline.zh} {publisher.name.zh}"
        found.append(Link("search", SEARCH + percent_encoded(words, safe="")))
    return found


def _at(directive: str, url: str) -> str:
    """The address with a text fragment, which stands behind a fragment that is there already (WICG)."""
    return f"{url}{'' if '#' in url else '#'}:~:{directive}" if directive else url


def _directive(article: Article, dataset: Dataset, quote: str, text: str | None) -> str:
    """``text=prefix-,quote,-suffix``, each of the two only where it is needed (WICG: scroll to text fragment)."""
    prefix, suffix = _context(article, dataset, quote, text) if text else ("", "")
    before = f"{_encoded(prefix)}-," if prefix else ""
    after = f",-{_encoded(suffix)}" if suffix else ""
    return f"text={before}{_encoded(quote)}{after}"


def _encoded(words: str) -> str:
    return percent_encoded(words, safe="").replace("-", "%2D")


def _context(article: Article, dataset: Dataset, quote: str, text: str) -> tuple[str, str]:
    """The fewest words before and after a quote that stand around no other; none where it is alone, or not there."""
    page = PrintedPage(text, Headlines(dataset.articles.values()))
    if page.folded.count(folded_as_page(quote)) < 2:
        return "", ""
    findings = zip(article.figures, find(article, page), strict=True)
    meant = next((finding for figure, finding in findings if figure.quote == quote), None)
    if meant is None or meant.status not in {"found", "moved"}:
        return "", ""
    both = product(_before(text[: meant.start]), _after(text[meant.end :]))
    for prefix, suffix in sorted(both, key=lambda pair: len(pair[0]) + len(pair[1])):
        if page.folded.count(folded_as_page(prefix + quote + suffix)) == 1:
            return prefix, suffix
    return "", ""


# A browser takes whole words only, and knows where a Chinese one begins; here it is known of clauses.
_CLAUSE: Final = re.compile(r"[\s，。；、：！？（）“”《》【】;!?()\"]|[,:](?![0-9])")


def _before(text: str) -> Iterator[str]:
    """Nothing, and ever more of the words at the end of a text, within its last line and from where a clause begins."""
    line = re.split(r"[\r\n]", text)[-1]
    near = line[-MOST_CONTEXT:]
    ends = [end for mark in _CLAUSE.finditer(near) for end in (mark.start(), mark.end())]
    yield from _distinct(near[end:] for end in [len(near), *reversed(ends), *([0] if near == line else [])])


def _after(text: str) -> Iterator[str]:
    """Nothing, and ever more of the words at the beginning of a text, within its first line and to a clause's end."""
    line = re.split(r"[\r\n]", text, maxsplit=1)[0]
    near = line[:MOST_CONTEXT]
    ends = [end for mark in _CLAUSE.finditer(near) for end in (mark.start(), mark.end())]
    yield from _distinct(near[:end] for end in [0, *ends, *([len(near)] if near == line else [])])


def _distinct(parts: Iterator[str]) -> Iterator[str]:
    """Without white space around them, which pages and texts break differently."""
    yield from dict.fromkeys(part.strip() for part in parts)
