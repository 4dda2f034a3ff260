"""A number of a figure and a phrase → where the phrase holds it; a figure → the words that hold each of its numbers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from indicators.analysis.printed_rates import RateName, may_have_rates, rates, ways
from indicators.model.articles import Figure
from indicators.model.numbers import HELD_NUMBERS, ID_OF_NUMBER, NUMBERS, NumberName, PhraseKey
from indicators.values import quantity_parser
from indicators.values.problems import Fault
from indicators.values.quantities import Qualifier, Quantity
from indicators.values.text import fold, plain_forms

PhraseSpan = tuple[int, int]
"""Start and end of a part of a text."""


class HeldNumber(NamedTuple):
    """The words of a figure that hold one of its numbers: what stands under ``key``, with the number at ``span``.

    ``span`` is None where the number cannot be found in them, as in a quote that was never checked.
    """

    key: PhraseKey
    phrase: str
    span: PhraseSpan | None


def numbers(figure: Figure) -> Iterator[tuple[NumberName, Quantity]]:
    """The numbers that a figure has, the amount first."""
    for name in NUMBERS:
        number = getattr(figure, name)
        if number is not None:
            yield name, number


def held(figure: Figure, name: NumberName) -> HeldNumber | None:
    """The words that hold a number of a figure, those that are only for it before its quote; None where none do.

    The quote is that of the amount, or of all that a figure without an amount has, even where it cannot be found there.
    """
    number = getattr(figure, name)
    if number is None:
        return None
    own = phrase_key(name)
    phrase = getattr(figure, own)
    if own != "quote" and phrase is not None and (span := number_in(name, number, phrase)):
        return HeldNumber(own, phrase, span)
    span = number_in(name, number, figure.quote)
    return HeldNumber("quote", figure.quote, span) if span or name == main_number(figure) else None


def phrases(figure: Figure) -> Iterator[tuple[PhraseKey, str]]:
    """The phrases that a figure has, its quote first."""
    for key in ("quote", *HELD_NUMBERS):
        phrase = getattr(figure, key)
        if phrase is not None:
            yield key, phrase


def main_number(figure: Figure) -> NumberName:
    """The number that the quote of a figure holds: its amount, or else the first of those that it has."""
    return next(name for name, _ in numbers(figure))


def chosen_number(figure: Figure, number: str) -> NumberName:
    """The number of a figure that a link calls ``number``, or the main one where it has none that is called so."""
    names = (name for name, _ in numbers(figure) if ID_OF_NUMBER[name] == number)
    return next(names, main_number(figure))


def phrase_of(figure: Figure, number: str = "") -> str:
    """The words that hold the number that a link calls ``number``; the quote where there are none."""
    name = chosen_number(figure, number)
    own = phrase_key(name)
    words = held(figure, name) if own != "quote" and getattr(figure, own) is not None else None
    return figure.quote if words is None else words.phrase


def phrase_key(name: NumberName) -> PhraseKey:
    """The key of the words that hold a number beside the quote; of the amount that is the quote."""
    return _PHRASES.get(name, "quote")


_PHRASES: Final[dict[str, PhraseKey]] = {name: key for key, names in HELD_NUMBERS.items() for name in names}


def number_in(name: NumberName, number: Quantity, phrase: str) -> PhraseSpan | None:
    """Where a phrase holds a number of a figure, as it is written in the figure or in other words for the same.

    An amount can have another multiplier (16800万元 for 1.68亿元); a rate rises or falls as the words before it say
    (下降2.7% for -2.7%). A number is never a part of a longer one: 132% does not hold 32%. A row of a table ends in a
    number whose unit stands in the head: 地区生产总值 2006.43 3.8.
    """
    if name == "text":
        cell = _last_cell(number.printed, phrase) if number.given_unit else None
        return cell or _amount_in(number, phrase)
    if name == "change":
        return _change_in(number, phrase)
    span = _rate_in(name, number, phrase) if may_have_rates(phrase) else None
    return span or _last_cell(_UNIT_IN_HEAD.sub("", number.printed), phrase)


_UNIT_IN_HEAD: Final = re.compile(r" ?(?:[%％]|个?百分点)$")
_PLAIN_NUMBER: Final = re.compile(r"[-+]?[0-9][0-9,]*(?:\.[0-9]+)?")


def _last_cell(number: str, phrase: str) -> PhraseSpan | None:
    """Where a phrase ends in a number that white space divides from what is before it, as the cell of a table."""
    before, cell = phrase[: -len(number)], phrase[-len(number) :]
    if plain_forms(cell) != plain_forms(number) or not _PLAIN_NUMBER.fullmatch(plain_forms(cell)):
        return None
    return (len(before), len(phrase)) if not before or before[-1].isspace() else None


def _rate_in(name: RateName, rate: Quantity, phrase: str) -> PhraseSpan | None:
    words = rate.printed.removeprefix("-")
    before, start = phrase.removesuffix(words), len(phrase) - len(words)
    if start == len(before) and before.endswith(_USUAL[name][rate.value < 0]) and not before.endswith("负增长"):
        return start, len(phrase)  # nearly always, and to read a phrase takes time
    for form in forms(phrase):
        for printed in rates(form.text):
            if printed.says(name, rate):
                return form.span(printed.start, printed.end)
    return None


_USUAL: Final[Mapping[RateName, tuple[tuple[str, ...], tuple[str, ...]]]] = {
    "growth": (("增长",), ("下降",)),
    "points": (("提高",), ("下降", "回落")),
    "share": (("占比",), ()),
    "completion": (("年度计划的", "全年任务的"), ()),
}
"""The words that stand right before most rates: of those that rose, or are a share, and of those that fell."""


# --- the forms of a phrase -------------------------------------------------------------------------------------------


class ComparedPhrase(NamedTuple):
    """A phrase as it is compared; ``offsets`` are the places of its characters in the original."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> PhraseSpan:
        """A part of the form as a part of the original."""
        return self.offsets[start], self.offsets[end - 1] + 1


def forms(phrase: str) -> tuple[ComparedPhrase, ComparedPhrase]:
    """The phrase in plain forms with single spaces, and without spaces: a page breaks even its numbers over lines."""
    pairs: list[tuple[str, int]] = []
    for offset, char in enumerate(phrase):
        if not char.isspace():
            pairs.extend((plain, offset) for plain in fold(char))
        elif pairs and pairs[-1][0] != " ":
            pairs.append((" ", offset))
    return _form(pairs), _form([pair for pair in pairs if pair[0] != " "])


def _form(pairs: Sequence[tuple[str, int]]) -> ComparedPhrase:
    return ComparedPhrase("".join(char for char, _ in pairs), [offset for _, offset in pairs])


# --- amounts ---------------------------------------------------------------------------------------------------------


def _amount_in(amount: Quantity, phrase: str) -> PhraseSpan | None:
    if span := _find(amount.printed, phrase):  # nearly always, and other forms take time
        return span
    several = forms(phrase)
    both = tuple(zip(several, (plain_forms(amount.printed), fold(amount.printed)), strict=True))
    for form, printed in both:
        if span := _find(printed.lstrip("+-"), form.text):
            return form.span(*span)
    for form, printed in both:
        if span := _rewritten(form.text, printed, amount):
            return form.span(*span)
    return None


def _change_in(change: Quantity, phrase: str) -> PhraseSpan | None:
    """Where a phrase has the amount of a change, and calls it a rise or a fall as the change is."""
    words = _VERB.sub("", change.printed)
    amount = _parsed(words)
    span = _amount_in(amount, phrase) if amount else _find(words, phrase)  # a unit of the dataset's own
    if span is None:
        return None
    numbers_before = [number.end() for number in _NUMBER.finditer(phrase, 0, span[0])]
    sign = -1 if change.value < 0 else 1
    return span if sign in ways(phrase.lower(), max(numbers_before, default=0), *span) else None


_VERB: Final = re.compile(r"^[^0-9０-９一二两三四五六七八九十百千万$¥￥]*")


def _find(number: str, text: str) -> PhraseSpan | None:
    """Where a number is in a text, and not as the end of a longer one: 4家 is not in 14家, nor 7亿 in 36.7亿."""
    start = text.find(number)
    while start >= 0:
        before = text[max(start - 2, 0) : start]
        longer = _is_numeral(before[-1:]) or (before[-1:] in _POINTS and before[:1].isdecimal())
        if not (longer and _is_numeral(number[0])):
            return start, start + len(number)
        start = text.find(number, start + 1)
    return None


def _is_numeral(character: str) -> bool:
    return character.isdecimal() or character in _NUMERALS


_NUMERALS: Final = frozenset("零一二两三四五六七八九十百千万亿")
_POINTS: Final = frozenset(".,．，")


# --- the same amount with another multiplier -------------------------------------------------------------------------

_NUMBER: Final = re.compile(
    r"[0-9][0-9,]*(?:\.[0-9]+)?[余多]?"
    r"(?P<size>[十百千]?(?:万亿|万|亿)|[十百千]| ?(?:thousand|million|billion|trillion)\b|)[余多]?"
)
_TWO_SIZES: Final = re.compile(r"([0-9]+)亿零?([0-9]{1,4})万")  # 1亿6800万元


def _rewritten(text: str, printed: str, amount: Quantity) -> PhraseSpan | None:
    """Where a text has the amount with another multiplier: 16800万元 or 1亿6800万元 for 1.68亿元.

    With the same multiplier it must be as exact as the amount: 36.7亿元 does not say 36.70亿元.
    """
    number = _NUMBER.search(printed)
    if number is None:
        return None
    before, after = printed[: number.start()], printed[number.end() :]
    words = _with_one_size(text)
    for other in _NUMBER.finditer(words.text):
        if words.text[: other.start()].endswith(before) and words.text[other.end() :].startswith(after):
            quoted = _parsed(before + other[0] + after)
            if quoted is None or _meaning(quoted) != _meaning(amount):
                continue
            if quoted.interval.within(amount.interval) or other["size"].strip() != number["size"].strip():
                return words.span(other.start() - len(before), other.end() + len(after))
    return None


def _with_one_size(text: str) -> ComparedPhrase:
    """The text with 1.6800亿 for 1亿6800万."""
    pairs: list[tuple[str, int]] = []
    end = 0
    for both in _TWO_SIZES.finditer(text):
        pairs.extend((text[offset], offset) for offset in range(end, both.start()))
        number = f"{both[1]}.{both[2]:0>4}亿"
        end = both.end()
        pairs.extend((char, both.start()) for char in number[:-1])
        pairs.append((number[-1], end - 1))
    pairs.extend((text[offset], offset) for offset in range(end, len(text)))
    return _form(pairs)


def _meaning(quantity: Quantity) -> tuple[Decimal, str, Qualifier]:
    return quantity.value, quantity.unit, quantity.qualifier


def _parsed(text: str) -> Quantity | None:
    try:
        return quantity_parser.parse(text)
    except Fault:
        return None
