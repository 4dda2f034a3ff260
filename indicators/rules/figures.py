"""What must hold in one figure by itself: it fits its metric and its nature, and its quote holds its number."""

from collections.abc import Iterator
from itertools import chain
from operator import attrgetter
from typing import Final

from indicators.analysis.held_numbers import main_number, number_in
from indicators.model.articles import Figure
from indicators.model.numbers import HELD_NUMBERS
from indicators.model.vocabulary import Metric
from indicators.reading.corpus import Corpus
from indicators.rules.figure_index import listed
from indicators.values.problems import Problem


def units_match(corpus: Corpus) -> Iterator[Problem]:
    """A figure is printed in a unit of its metric's dimension."""
    metrics = corpus.ids(Metric)
    for spot in corpus.figures:
        metric = metrics.get(spot.entry.metric)
        if spot.entry.text is None or metric is None:
            continue
        printed, expected = spot.entry.text.unit, metric.entry.unit
        if printed.dimension != expected.dimension:
            unit, name = spot.entry.text.printed, metric.entry.id
            yield spot.problem("unit-metric", "text", unit=unit, metric=name, expected=expected.id)


def targets_are_not_completed(corpus: Corpus) -> Iterator[Problem]:
    """A completion belongs to a result, or to an expected one; a target is what it is a share of."""
    for spot in corpus.figures:
        if spot.entry.completion is not None and spot.entry.nature == "target":
            yield spot.problem("target-completion", "completion", id=spot.entry.id)


def stocks_are_of_a_moment(corpus: Corpus) -> Iterator[Problem]:
    """A stock is counted on a day: at the end of a half-year or a week, not over it. A year may stand for its end."""
    stocks = {key for key, metric in corpus.ids(Metric).items() if metric.entry.kind == "stock"}
    for spot in corpus.figures if stocks else ():
        period = spot.entry.period
        if period.kind in {"half", "to-date", "days"} and spot.entry.metric in stocks:
            facts = {"id": spot.entry.id, "metric": spot.entry.metric, "period": period.text}
            yield spot.problem("stock-period", "period", severity="warning", **facts, end=period.moment().text)


def quotes_hold_numbers(corpus: Corpus) -> Iterator[Problem]:
    """The quote holds the amount, or the first of the other numbers where there is none.

    It is written as in the figure, or with another multiplier (16800万元 for 1.68亿元).
    """
    for spot in corpus.figures:
        figure = spot.entry
        name = "text" if figure.text else main_number(figure)
        number = getattr(figure, name)
        if number_in(name, number, figure.quote) is None:
            yield spot.problem("quote-number", "quote", key=name, printed=number.printed, quote=figure.quote)


def rates_stand_in_their_words(corpus: Corpus) -> Iterator[Problem]:
    """Words that are given for a rate hold it; of the words for a growth, a change and points they hold one."""
    for spot in corpus.figures:
        figure = spot.entry
        for key, names in HELD_NUMBERS.items():
            phrase = getattr(figure, key)
            if phrase is None:
                continue
            rates = {name: rate for name in names if (rate := getattr(figure, name)) is not None}
            if not any(number_in(name, rate, phrase) for name, rate in rates.items()):
                name, rate = next(iter(rates.items()))
                yield spot.problem("quote-number", key, key=name, printed=rate.printed, quote=phrase)


def second_plans_stand_in_their_words(corpus: Corpus) -> Iterator[Problem]:
    """Words that are given for the share of a second plan hold it."""
    for spot in corpus.figures:
        second = spot.entry.second_plan
        if second is None or second.quote is None:
            continue
        if number_in("completion", second.completion, second.quote) is None:
            printed, quote = second.completion.printed, second.quote
            yield spot.problem("quote-number", "second_plan", "quote", key="completion", printed=printed, quote=quote)


def rates_have_words(corpus: Corpus) -> Iterator[Problem]:
    """Each growth, share and completion has words that hold it; of each article one note lists those that have none."""
    for spot in corpus.articles:
        without = [figure.id for figure in spot.entry.figures if _has_a_rate_without_words(figure)]
        if without:
            facts = {"id": spot.entry.id, "figures": listed(without), "count": str(len(without))}
            yield spot.problem("rate-without-words", severity="information", **facts)


def _has_a_rate_without_words(figure: Figure) -> bool:
    if not any(_rates(figure)):
        return False
    main = main_number(figure)
    for key, names in HELD_NUMBERS.items():
        if getattr(figure, key) is not None:  # another rule looks into these words
            continue
        for name in names:
            rate = getattr(figure, name)
            if rate is not None and name != main and number_in(name, rate, figure.quote) is None:
                return True
    return False


_rates: Final = attrgetter(*chain.from_iterable(HELD_NUMBERS.values()))
