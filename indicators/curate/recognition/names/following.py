"""The articles of a dataset → which metrics are told of right behind which others."""

from collections import Counter
from collections.abc import Mapping

from indicators.model.dataset import Dataset


def follows_in(dataset: Dataset) -> Mapping[str, Counter[str]]:
    """Metrics → how often each metric of another unit comes right behind them in an article."""
    follows: dict[str, Counter[str]] = {}
    for article in dataset.articles.values():
        for one, other in zip(article.figures, article.figures[1:], strict=False):
            if dataset.metrics[one.metric].unit != dataset.metrics[other.metric].unit:
                follows.setdefault(one.metric, Counter())[other.metric] += 1
    return follows
