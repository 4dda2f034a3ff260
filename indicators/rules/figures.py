"""What must hold in one figure by itself: it fits its metric and its nature, and its quote holds its number."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from indicators.model.entries import Metric
from indicators.reading.corpus import Corpus
from indicators.values import quantity_parser
from indicators.values.problems import Fault, Problem
from indicators.values.quantities import Qualifier, Quantity
from indicators.values.text import fold, plain_forms


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
    """The quote holds the number of ``text``, or of the growth or completion where there is no text.

    It is written as in the figure, or with another multiplier (16800万元 for 1.68亿元).
    """
    for spot in corpus.figures:
        figure = spot.entry
        key = "text" if figure.text else "growth" if figure.growth else "completion"
        printed = getattr(figure, key).printed
        if key == "completion":  # 超额14% and 超过14% say what 超14% means
            printed = _SHARE_OF_PLAN.sub("", printed)
        if _holds_number(printed.lstrip("+-"), figure.quote):  # nearly always, and folding takes time
            continue
        if any(_holds_number(form(printed).lstrip("+-"), form(figure.quote)) for form in _FORMS):
            continue
        if figure.text and any(_holds_amount(form(figure.quote), form(printed), figure.text) for form in _FORMS):
            continue
        yield spot.problem("quote-number", "quote", key=key, printed=printed, quote=figure.quote)


_FORMS: Final = (plain_forms, fold)
_SHARE_OF_PLAN: Final = re.compile(r"^(?:完成|超额|超过)(?=[0-9])")


# --- the number as it is written -------------------------------------------------------------------------------------

_NUMERALS: Final = frozenset("零一二两三四五六七八九十百千万亿")
_POINTS: Final = frozenset(".,．，")


def _holds_number(number: str, quote: str) -> bool:
    """True where a number is in a quote, and not as the end of a longer one: 4家 is not in 14家, nor 7亿 in 36.7亿."""
    start = quote.find(number)
    while start >= 0:
        before = quote[max(start - 2, 0) : start]
        longer = _is_numeral(before[-1:]) or (before[-1:] in _POINTS and before[:1].isdecimal())
        if not (longer and _is_numeral(number[0])):
            return True
        start = quote.find(number, start + 1)
    return False


def _is_numeral(character: str) -> bool:
    return character.isdecimal() or character in _NUMERALS


# --- the same amount with another multiplier -------------------------------------------------------------------------

_NUMBER: Final = re.compile(
    r"[0-9][0-9,]*(?:\.[0-9]+)?[余多]?"
    r"(?P<size>[十百千]?(?:万亿|万|亿)|[十百千]| ?(?:thousand|million|billion|trillion)\b|)[余多]?"
)
_TWO_SIZES: Final = re.compile(r"([0-9]+)亿零?([0-9]{1,4})万")  # 1亿6800万元


def _holds_amount(quote: str, printed: str, amount: Quantity) -> bool:
    """True where a quote has the amount with another multiplier: 16800万元 or 1亿6800万元 for 1.68亿元.

    With the same multiplier it must be as exact as the amount: 36.7亿元 does not say 36.70亿元.
    """
    number = _NUMBER.search(printed)
    if number is None:
        return False
    before, after = printed[: number.start()], printed[number.end() :]
    words = _TWO_SIZES.sub(lambda both: f"{both[1]}.{both[2]:0>4}亿", quote)
    for other in _NUMBER.finditer(words):
        if words[: other.start()].endswith(before) and words[other.end() :].startswith(after):
            quoted = _parsed(before + other[0] + after)
            if quoted is None or _meaning(quoted) != _meaning(amount):
                continue
            if quoted.interval.within(amount.interval) or other["size"].strip() != number["size"].strip():
                return True
    return False


def _meaning(quantity: Quantity) -> tuple[Decimal, str, Qualifier]:
    return quantity.value, quantity.unit, quantity.qualifier


def _parsed(text: str) -> Quantity | None:
    try:
        return quantity_parser.parse(text)
    except Fault:
        return None
