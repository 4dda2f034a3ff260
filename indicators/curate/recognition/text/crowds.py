"""A folded text → the places where more numbers stand than are read one by one: lists without words, and the rest."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from indicators.values.spelled_numbers import ENGLISH_BEGINS, ENGLISH_NUMERAL

MOST: Final = 3000
"""So many numbers of a text are looked at; a long bulletin has about 800."""
_LIST: Final = re.compile(r"[0-9](?<![0-9.,][0-9])[0-9.,]*(?:[^0-9]{1,4}[0-9][0-9.,]*)+")
"""Numbers with nothing between them that could say what each is of: 1%1%1%."""
_LONG_LIST: Final = 100
_PART: Final = re.compile(r"[0-9][0-9.,]{0,99}(?:[^0-9]{1,4}[0-9][0-9.,]{0,99}){0,49}")
_DIGITS: Final = re.compile(r"[0-9][0-9.,]{0,99}")
_CHARS: Final = "零〇一二两三四五六七八九十百千万亿"
_MEASURE: Final = "[成倍家个项件条次场种处位名座所批届支元人吨亩户公台套辆艘架株头只天平立]"
_NUMERAL: Final = re.compile(
    rf"(?=[0-9{_CHARS}成倍持翻分AEFHNOSTaefhnost])(?=[^A-Za-z]|(?<![A-Za-z-])(?i:{ENGLISH_BEGINS}))"
    rf"(?:(?i:{ENGLISH_NUMERAL})|[{_CHARS}]{{2,20}}|(?<![0-9{_CHARS}])[{_CHARS}](?={_MEASURE})"
    rf"|[成倍]|[0-9][0-9.,]*|一半|持平|翻[一两]?番|分之)"
)

_DIGIT_WORDS: Final = f"[{_CHARS}]{{1,20}}"
_ANY: Final = re.compile(
    rf"(?=[0-9{_CHARS}持翻])"
    rf"(?:{_DIGITS.pattern}|一半|持平|翻[一两]?番|百分之{_DIGIT_WORDS}|{_DIGIT_WORDS}分之{_DIGIT_WORDS}"
    rf"|(?<![0-9{_CHARS}]){_DIGIT_WORDS}(?={_MEASURE}))"
)
"""What may be a number behind those that are read one by one: in digits, or in words that count something."""
_PRINTED: Final = re.compile(r"[0-9０-９][0-9０-９.,]{0,99}")


def limit_of(text: str) -> int:
    """Where the first number stands that is not looked at; the end of a text that has no more than ``MOST``."""
    if len(text) <= MOST:
        return len(text)
    rest = without_lists(text)
    return next((match.start() for match in islice(_NUMERAL.finditer(rest), MOST, None)), len(text))


def crowded(text: str, limit: int) -> Iterator[tuple[int, int]]:
    """The parts of long lists of numbers, and all numbers from ``limit`` on, in their order."""
    for match in _long_lists(text):
        if match.start() < limit:
            yield from (part.span() for part in _PART.finditer(text, match.start(), min(match.end(), limit)))
    yield from (match.span() for match in _ANY.finditer(text, limit))


def digits(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Where numbers in digits stand in a part of a text as it was printed."""
    return (match.span() for match in _PRINTED.finditer(text, start, end))


def without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """A text with blanks in some places, which are in their order."""
    parts, end = [], 0
    for start, stop in spans:
        parts += [text[end:start], " " * (stop - start)]
        end = stop
    return "".join([*parts, text[end:]])


def without_lists(text: str) -> str:
    """A text with blanks where its long lists of numbers stand: of no number in them is said what or when it was."""
    spans = [match.span() for match in _long_lists(text)]
    return without(text, spans) if spans else text


def _long_lists(text: str) -> Iterator[re.Match[str]]:
    if len(text) <= 2 * _LONG_LIST:
        return
    for match in _LIST.finditer(text):
        if match.end() - match.start() > 2 * _LONG_LIST and len(_DIGITS.findall(match[0])) > _LONG_LIST:
            yield match
