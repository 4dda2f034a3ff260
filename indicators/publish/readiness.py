"""A loaded dataset → what must be mended before it may be published."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from indicators.analysis.quotes import Headlines, PrintedPage, find
from indicators.loading import seal
from indicators.loading.loader import Loaded
from indicators.loading.seal import Seal
from indicators.model.dataset import Dataset
from indicators.values.problems import Problem

_WRONG: Final = frozenset({"changed", "missing"})


class DeniedQuote(NamedTuple):
    """A figure whose quote the text of its article does not have."""

    article: str
    figure: str
    quote: str


def failing(loaded: Loaded) -> bool:
    """True where ``check --strict`` would fail."""
    return any(problem.severity in {"error", "warning"} for problem in loaded.problems)


def broken_seal(path: Path) -> Problem | None:
    """Why the dataset at a path is not as it was sealed; None where it is, and where nobody has sealed it."""
    sealed = seal.read(path)
    return seal.mismatch(path, sealed) if isinstance(sealed, Seal) else sealed


def denied_quotes(dataset: Dataset, loaded: Loaded) -> Iterator[DeniedQuote]:
    """Quotes that are not in the text of their article, of the articles that are held in full."""
    headlines = Headlines(dataset.articles.values()) if loaded.texts else Headlines()
    for key, text in loaded.texts.items():
        article = dataset.articles[key]
        for finding in find(article, PrintedPage(text, headlines)):
            if finding.status in _WRONG:
                yield DeniedQuote(key, finding.figure, finding.phrase)
