"""Documents → the same, with the amounts of quotas, grants and funds exact: they were decided, not measured.

A figure cannot know this of its metric while it is read, since the metric may stand in another file.
"""

from collections.abc import Collection, Iterable, Sequence

from indicators.model.articles import Article, Figure
from indicators.model.document import Document
from indicators.model.vocabulary import Metric


def exact_metrics(metrics: Iterable[Metric]) -> frozenset[str]:
    """The ids of metrics whose figures are decided."""
    return frozenset(metric.id for metric in metrics if metric.exact)


def with_decided_amounts(documents: Sequence[Document]) -> list[Document]:
    """The documents, in which amounts of exact metrics have no interval of rounding."""
    exact = exact_metrics(metric for document in documents for metric in document.metrics)
    return [with_exact_amounts(document, exact) for document in documents]


def with_exact_amounts(document: Document, exact: Collection[str]) -> Document:
    """The document, in which amounts of these metrics have no interval of rounding."""
    if not exact:
        return document
    return document.model_copy(update={"articles": tuple(_article(article, exact) for article in document.articles)})


def _article(article: Article, exact: Collection[str]) -> Article:
    if not any(figure.metric in exact for figure in article.figures):
        return article
    return article.model_copy(update={"figures": tuple(decided(figure, exact) for figure in article.figures)})


def decided(figure: Figure, exact: Collection[str]) -> Figure:
    """The figure, with an exact amount if its metric is one of the exact ones."""
    if figure.metric not in exact or figure.text is None:
        return figure
    return figure.model_copy(update={"text": figure.text.decided()})
