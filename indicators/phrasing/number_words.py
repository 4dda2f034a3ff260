"""A figure → the words that hold each of its numbers, with the number marked, or that nobody has entered them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from indicators.analysis import held_numbers
from indicators.model.articles import Figure
from indicators.model.numbers import ID_OF_NUMBER, NumberId, NumberName
from indicators.phrasing.names import Names
from indicators.values.text import LocalText
from indicators.words.phrasing import evidence as words


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words that hold a number of a figure, in quotation marks and cut in three, so that the number is ``marked``.

    ``number`` is what links call the number, ``label`` what readers do, where there are several. Where nobody has
    entered the words, ``missing`` says so and they are empty.
    """

    number: NumberId
    label: str
    before: str
    marked: str
    after: str
    missing: str

    @property
    def text(self) -> str:
        """The words in one piece, or that they are missing."""
        return self.missing or f"{self.before}{self.marked}{self.after}"


def of(figure: Figure, names: Names, number: str = "") -> tuple[NumberWords, ...]:
    """The words of all numbers of a figure: first of the one that a link calls ``number``, then of the others."""
    chosen = held_numbers.chosen_number(figure, number)
    others = [name for name, _ in held_numbers.numbers(figure) if name != chosen]
    if not others:
        return (replace(_words(figure, chosen, names), label=""),)
    return tuple(_words(figure, name, names) for name in (chosen, *others))


def _words(figure: Figure, name: NumberName, names: Names) -> NumberWords:
    label = _LABELS[name]
    if name == "growth" and figure.growth_from is not None:
        label = words.OTHER_GROWTH_LABEL
    number, held = ID_OF_NUMBER[name], held_numbers.held(figure, name)
    if held is None:
        return NumberWords(number, names.of(label), "", "", "", names.of(_MISSING[name]))
    start, end = held.span or (len(held.phrase), len(held.phrase))
    opening, closing = (names.of(mark) for mark in (words.OPENING, words.CLOSING))
    before, after = f"{opening}{held.phrase[:start]}", f"{held.phrase[end:]}{closing}"
    return NumberWords(number, names.of(label), before, held.phrase[start:end], after, "")


_LABELS: Final[Mapping[NumberName, LocalText]] = {
    "text": words.AMOUNT_LABEL,
    "growth": words.GROWTH_LABEL,
    "completion": words.COMPLETION_LABEL,
    "share": words.SHARE_LABEL,
    "change": words.CHANGE_LABEL,
    "points": words.CHANGE_LABEL,
}
_MISSING: Final[Mapping[NumberName, LocalText]] = {
    "text": words.AMOUNT_WITHOUT_WORDS,
    "growth": words.GROWTH_WITHOUT_WORDS,
    "completion": words.COMPLETION_WITHOUT_WORDS,
    "share": words.SHARE_WITHOUT_WORDS,
    "change": words.CHANGE_WITHOUT_WORDS,
    "points": words.CHANGE_WITHOUT_WORDS,
}
