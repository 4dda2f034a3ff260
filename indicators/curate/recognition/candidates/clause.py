"""A number of a text → the words around it that can say what it is."""

import re
from typing import Final, NamedTuple

from indicators.curate.recognition.text.scanned_number import ScannedNumber

WINDOW: Final = 60
"""Characters before and after a number that can say what it is."""


class Clause(NamedTuple):
    """The words around a number: those before it, in its sentence and in its clause, those after it, and more before.

    ``long`` is what stands twice as far before it, past a semicolon.
    """

    window: str
    sentence: str
    before: str
    after: str
    long: str


def clause_of(text: str, number: ScannedNumber) -> Clause:
    """The words around a number, of which a sentence has no more than ``WINDOW`` before it."""
    start = max(number.start - WINDOW, 0)
    window = text[start : number.start]
    sentence = _SENTENCE.split(window)[-1]
    further = max(start - WINDOW, 0)
    if further and _IN_A_WORD.match(text, further - 1):
        further = max(text.find(" ", further, start), further)
    long = _WHOLE_SENTENCE.split(text[further : number.start])[-1]
    return Clause(window, sentence, CLAUSE_END.split(sentence)[-1], text[number.end : number.end + WINDOW], long)


_IN_A_WORD: Final = re.compile("[A-Za-z]{2}")
"""What no window begins within: the “he” of “The city received” is no man."""
_STOP: Final = r"[。!?!？\n]|\.(?= |$)(?<![0-9]\.)"
_WHOLE_SENTENCE: Final = re.compile(_STOP)
_SENTENCE: Final = re.compile(rf"{_STOP}|[;;]")
CLAUSE_END: Final = re.compile(r"[,，;；:：。!?、\n]|\.(?= )")
