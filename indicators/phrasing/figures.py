"""A reported figure → its words in one language: its number, its name, all of it in one line.

A number in words says its nature: ¥50 mn (target). Only the functions whose names begin with ``bare`` leave it out, for
a line that says it elsewhere; tests/phrasing/test_natures.py lists the modules that may use them.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from indicators.model.articles import Figure
from indicators.model.subjects import Nature
from indicators.phrasing.names import Names
from indicators.values import units
from indicators.values.intervals import Interval
from indicators.values.quantities import Qualifier, Quantity, to_text
from indicators.values.unit_table import UNITS, Unit
from indicators.values.units import MINUS
from indicators.words import terms
from indicators.words.phrasing import figures as words

_IN_FULL: Final = Decimal(100_000)
"""Below this an amount that was printed in English has no 万 in Chinese: 20154元, but 232.32万人次."""


# --- numbers without their nature ------------------------------------------------------------------------------------


def bare_amount(figure: Figure, names: Names) -> str:
    """The amount as the language writes it: what is printed in Chinese, without gaps in it, or the same number."""
    if figure.text is None:
        return names.of(words.NOT_REPORTED)
    if names.lang == "zh":
        in_digits = figure.text.given_unit and not _LATIN.search(figure.text.printed)
        if figure.text.lang == "zh" or in_digits:
            return without_gaps(as_printed(figure.text))
        if abs(figure.text.value / figure.text.unit.scale) < _IN_FULL:
            return to_text(figure.text, "zh")
    return _number(figure.text, figure.text.unit, names)


def as_printed(quantity: Quantity) -> str:
    """The words of an amount to the letter; a unit that the curator gave stands behind them in brackets."""
    printed = with_minus(quantity.printed)
    return f"{printed} [{quantity.given_unit}]" if quantity.given_unit else printed


def with_minus(printed: str) -> str:
    """A printed number with a minus for the hyphen that keyboards have: −3.4% for -3.4%."""
    return f"{MINUS}{printed[1:]}" if printed[:1] == "-" else printed


def without_gaps(printed: str) -> str:
    """Printed words without the spaces that a page left inside a number: 169.3亿元 for 169 . 3亿元."""
    return _GAP.sub("", printed)


_LATIN: Final = re.compile("[A-Za-z]")
_GAP: Final = re.compile(r"(?<=[0-9０-９.．,，])\s+(?=[0-9０-９.．,，])")


def _number(quantity: Quantity, unit: Unit, names: Names) -> str:
    """A quantity in a unit, in words that say how exact it is: about ¥57 bn, 3–5 billion yuan."""
    if quantity.qualifier == "between" or (quantity.unit.is_fraction and abs(quantity.value) <= 1):
        return to_text(quantity, names.lang)
    return qualified(quantity.qualifier, units.compact(quantity.value, unit, names.lang, digits=15), names)


def qualified(qualifier: Qualifier, number: str, names: Names) -> str:
    """A number in words with its qualifier before it: about ¥57 bn."""
    if qualifier == "exact":
        return number
    return names.of(words.QUALIFIED).format(qualifier=names.of(terms.QUALIFIERS[qualifier]), number=number)


def bare_growth(figure: Figure, names: Names) -> str:
    """Growth with its sign, the digits that were printed, and what it is against unless that is a year earlier."""
    return "" if figure.growth is None else _against(_with_sign(figure.growth, names), figure, names)


def growth_rate(figure: Figure, names: Names) -> str:
    """The growth alone, for a formula that says what it is against: +5.0%, −2.7%; empty where none is reported."""
    return "" if figure.growth is None else _with_sign(figure.growth, names)


def bare_change(figure: Figure, names: Names) -> str:
    """The printed change in amount or in points: +10 enterprises, −0.3 percentage points; empty if not reported."""
    change = figure.change or figure.points
    return "" if change is None else _against(_with_sign(change, names), figure, names)


def bare_part(figure: Figure, names: Names) -> str:
    """The printed share of its whole: 12.9%; empty where none is reported."""
    return "" if figure.share is None else to_text(figure.share, names.lang)


def growth_size(figure: Figure, names: Names) -> str:
    """The growth without its sign, for a verb that says it: 5.0%, about 6%; empty where none is reported."""
    return growth_rate(figure, names).replace("+", "", 1).replace(MINUS, "", 1)


def _with_sign(change: Quantity, names: Names) -> str:
    """A change with its sign before the digits: +5.0%, at least +5%."""
    text = to_text(change, names.lang)
    return _FIRST_DIGIT.sub("+", text, count=1) if change.value > 0 else text


_FIRST_DIGIT: Final = re.compile("(?=[0-9])")


def _against(change: str, figure: Figure, names: Names) -> str:
    """A change with the period that it is against, where that is not the same one a year earlier."""
    if figure.growth_from is None:
        return change
    return names.of(words.AGAINST).format(change=change, period=figure.growth_from.label(names.lang))


def bare_completion(figure: Figure, names: Names) -> str:
    """The share of a plan: in Chinese to the letter (超额314%), in English the share (414%); empty if not reported."""
    if figure.completion is not None and names.lang == "zh" and figure.completion.lang == "zh":
        return without_gaps(figure.completion.printed)
    return bare_share(figure, names)


def bare_share(figure: Figure, names: Names) -> str:
    """The share of a plan as a percentage, whatever the words it was printed in; empty if not reported."""
    if figure.completion is None:
        return ""
    return _number(figure.completion, UNITS["percent"], names)


def bare_main_number(figure: Figure, names: Names) -> str:
    """What a figure says, in a few characters: its amount, else its growth, change, share of a plan or of its whole."""
    if figure.text is not None:
        return bare_amount(figure, names)
    if number := bare_growth(figure, names) or bare_change(figure, names):
        return number
    if figure.completion is not None:
        in_words = bare_completion(figure, names)
        if in_words[:1].isalpha() and names.lang == "zh":  # 完成超50%, 超额314%: it says itself what it is
            return in_words
        return names.of(words.OF_PLAN).format(share=bare_share(figure, names))
    return names.of(words.OF_WHOLE).format(share=bare_part(figure, names)) if figure.share is not None else ""


# --- numbers with their nature ---------------------------------------------------------------------------------------


def printed(figure: Figure, names: Names) -> str:
    """The amount: about ¥22.1 bn (expected)."""
    amount = bare_amount(figure, names)
    return amount if figure.text is None else names.of_nature(amount, figure.nature)


def signed(figure: Figure, names: Names) -> str:
    """The growth: +5.0% (expected); empty where none is reported."""
    return names.of_nature(bare_growth(figure, names), figure.nature)


def changed(figure: Figure, names: Names) -> str:
    """The change in amount or in points: +10 enterprises; empty where none is reported."""
    return names.of_nature(bare_change(figure, names), figure.nature)


def part(figure: Figure, names: Names) -> str:
    """The printed share of its whole: 12.9%; empty where none is reported."""
    return names.of_nature(bare_part(figure, names), figure.nature)


def done(figure: Figure, names: Names) -> str:
    """The share of a plan, in Chinese in the words of the article; empty where none is reported."""
    return names.of_nature(bare_completion(figure, names), figure.nature)


def share(figure: Figure, names: Names) -> str:
    """The share of a plan as a percentage, whatever the words it was printed in; empty where none is reported."""
    return names.of_nature(bare_share(figure, names), figure.nature)


def main_number(figure: Figure, names: Names) -> str:
    """The amount, or else the growth, or else the share of a plan: ¥50 mn (target)."""
    return names.of_nature(bare_main_number(figure, names), figure.nature)


def amount_and_growth(figure: Figure, names: Names) -> str:
    """Both in one label, which says their nature once: ¥22.1 bn  +5.0% (expected)."""
    numbers = (bare_amount(figure, names), bare_growth(figure, names))
    return names.of_nature("  ".join(filter(None, numbers)), figure.nature)


# --- what goes with a number -----------------------------------------------------------------------------------------


def interval(quantity: Quantity, names: Names) -> str:
    """What the printed digits and the qualifier leave open, digit by digit; empty where they leave nothing."""
    return between(quantity.interval, lambda end: units.full(end, quantity.unit, names.lang), names)


def between(ends: Interval, amount: Callable[[Decimal], str], names: Names) -> str:
    """From the low end to the high one, each in the words of ``amount``; empty where both are the same in words."""
    if ends.high.is_infinite():
        return names.of(words.INTERVAL_OPEN).format(low=amount(ends.low))
    if ends.low.is_infinite():
        return names.of(words.INTERVAL_OPEN_BELOW).format(high=amount(ends.high))
    low, high = amount(ends.low), amount(ends.high)
    return "" if low == high else names.of(words.INTERVAL).format(low=low, high=high)


def earlier(before: Figure | None, names: Names) -> str:
    """What was reported for an earlier period, as an aside: ¥5.692 bn in H1 2021; empty where nothing was."""
    if before is None:
        return ""
    return names.of(words.EARLIER).format(period=before.period.label(names.lang), value=printed(before, names))


# --- names -----------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure named in a list: its id, what the number is of (or who printed it), the number, and its nature."""

    figure: str
    name: str
    number: str
    nature: Nature = "actual"


def mention(figure: Figure, names: Names) -> Mention:
    """A figure in a list: metric, place and period, and the number."""
    place, period = names.place(figure.place), figure.period.label(names.lang)
    name = names.of(terms.JOIN).join((names.metric(figure.metric), place, period))
    return Mention(figure.id, name, main_number(figure, names), figure.nature)


def called(figure: Figure, names: Names, *, one_metric: bool) -> tuple[str, str]:
    """The name of a row and the line under it, without the metric in a chart of ``one_metric``."""
    place, period = names.place(figure.place), figure.period.label(names.lang)
    if one_metric:
        return place, period
    return names.metric(figure.metric), names.of(terms.JOIN).join((place, period))


def hover(figure: Figure, names: Names) -> str:
    """Three lines: the number, what and when it is of, and the printed words with who printed them and when."""
    words_over = names.hovers.get(figure.id)
    if words_over is None:
        words_over = names.hovers[figure.id] = _hover(figure, names)
    return words_over


def _hover(figure: Figure, names: Names) -> str:
    article = names.dataset.article_of[figure.id]
    number = amount_and_growth(figure, names) if figure.text or figure.growth else main_number(figure, names)
    of_what = (names.metric(figure.metric), names.place(figure.place), figure.period.label(names.lang))
    printed_by = names.of(terms.COMMA).join((names.publisher(article.publisher), article.published.label(names.lang)))
    quote = names.of(words.PRINTED_BY).format(quote=figure.quote, printed_by=printed_by) if figure.quote else printed_by
    return "\n".join((number, names.of(terms.JOIN).join(of_what), quote))
