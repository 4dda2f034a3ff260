"""A loaded dataset → what must be mended before it may be published."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from indicators.analysis.quotes import Headlines, PrintedPage, find
from indicators.loading.loader import Loaded
from indicators.model.dataset import Dataset

_WRONG: Final = frozenset({"changed", "missing"})


class DeniedQuote(NamedTuple):
    """A figure whose quote the text of its article does not have."""

    article: str
    figure: str
    quote: str


def failing(loaded: Loaded) -> bool:
    """True where ``check --strict`` would fail."""
    return any(problem.severity in {"error", "warning"} for problem in loaded.problems)


def denied_quotes(dataset: Dataset, loaded: Loaded) -> Iterator[DeniedQuote]:
    """Quotes that are not in the text of their article, of the articles that are held in full."""
    headlines = Headlines(dataset.articles.values()) if loaded.texts else Headlines()
    for key, text in loaded.texts.items():
        article = dataset.articles[key]
        for finding in find(article, PrintedPage(text, headlines)):
            if finding.status in _WRONG:
                yield DeniedQuote(key, finding.figure, finding.phrase)
