"""A dataset → the phrases that speak for its metrics: their names, and the words of the quotes that were accepted."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from indicators.analysis.held_numbers import held, main_number
from indicators.curate.recognition.names.entry_names import BRACKETS
from indicators.curate.recognition.names.grams import grams
from indicators.curate.recognition.names.metric_names import FigureKind
from indicators.model.articles import Figure
from indicators.model.dataset import Dataset
from indicators.model.vocabulary import ALL, Metric
from indicators.values.text import plain_forms

_NAME: Final = 0.6
_CLEAR_QUOTE: Final = 5


class AcceptedQuote(NamedTuple):
    """The words of a quote without its number, in plain forms, what a figure with it is of, and what the words say."""

    kind: FigureKind
    words: str
    meaning: str


def quotes_in(dataset: Dataset, meaning: Callable[[str], str]) -> Sequence[AcceptedQuote]:
    """The quotes of the figures of a dataset, each kind's once: most figures are quoted in the words of another one."""
    quotes = dict.fromkeys((_kind(figure), _without_number(figure)) for figure in dataset.figures.values())
    meanings = {words: meaning(words) for words in {words for _, words in quotes}}
    return [AcceptedQuote(kind, words, meanings[words]) for kind, words in quotes]


def phrases_of(dataset: Dataset, quotes: Iterable[AcceptedQuote]) -> Iterator[tuple[FigureKind, str]]:
    """What quotes say, and the names of all metrics."""
    yield from ((quote.kind, quote.meaning) for quote in quotes)
    for metric in dataset.metrics.values():
        for name in (metric.name, metric.short):
            if name:
                yield FigureKind(metric.id, ALL, ALL), name.zh
                yield FigureKind(metric.id, ALL, ALL), name.en.lower()
        yield from ((FigureKind(metric.id, ALL, ALL), name.lower()) for name in _also(dataset, metric))


def named_in(dataset: Dataset, quotes: Iterable[AcceptedQuote]) -> Iterator[tuple[str, tuple[FigureKind | str, float]]]:
    """The names of all metrics and the quotes that are clear, with what each speaks for."""
    for metric in dataset.metrics.values():
        for name in (metric.name, metric.short):
            if name:
                yield BRACKETS.sub("", name.zh), (metric.id, _NAME)
                yield BRACKETS.sub("", name.en.lower()), (metric.id, _NAME)
        yield from ((name.lower(), (metric.id, _NAME)) for name in _also(dataset, metric))
    for kind, words, said in quotes:
        meaning = said.replace(" ", "")
        if len(meaning) >= _CLEAR_QUOTE and (not meaning.isascii() or len({*grams(words)}) >= _CLEAR_QUOTE):
            yield words, (kind, _NAME)


def _also(dataset: Dataset, metric: Metric) -> Iterator[str]:
    """What a metric is also called: one in another currency all that the metric is that it is named after."""
    yield from metric.also
    bare = BRACKETS.sub("", metric.name.zh)
    if bare != metric.name.zh:
        for other in dataset.metrics.values():
            if other.name.zh == bare:
                yield from (name for name in (other.name.en, *other.also) if name.isascii())


def _kind(figure: Figure) -> FigureKind:
    return FigureKind(figure.metric, figure.sector, figure.group)


def _without_number(figure: Figure) -> str:
    """The quote of a figure without its number, in plain forms."""
    words = held(figure, main_number(figure))
    quote = figure.quote
    if words is not None and words.key == "quote" and words.span:
        quote = f"{quote[: words.span[0]]} {quote[words.span[1] :]}"
    return _plain(_NUMBERS.sub(" ", quote))


_NUMBERS: Final = re.compile(r"[0-9.,%]+")


@lru_cache(maxsize=4096)
def _plain(words: str) -> str:
    return plain_forms(words).lower()
