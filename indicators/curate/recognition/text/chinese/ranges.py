"""Two Chinese numbers between which something lies → where the range ends or begins: 8.5亿元至10亿元, 16%-37%."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from indicators.analysis.printed_rates import PrintedRate

_NUMBER: Final = r"[0-9]{1,9}(?:\.[0-9]{1,4})?"
_HIGH_END: Final = re.compile(rf"(?:至|到|[—–~-]{{1,2}}){_NUMBER}[余多]?[十百千]?(?:万亿|万|亿)?")
_BETWEEN_RATES: Final = re.compile("[—–~]{1,2}|至|到|-?")
_LOW_END: Final = re.compile(rf"(?<![0-9.A-Za-z]){_NUMBER}%?(?:[—–~]{{1,2}}|至|到|-)$")
_LONGEST: Final = 16
_RISEN: Final = re.compile("[由从自][^,，。;；]{0,16}$")
"""What stands before two numbers of which the first is that of an earlier time: 由3亿元到5亿元."""


def high_end(text: str, start: int, end: int) -> int:
    """Where the digits of a range end whose low end goes from ``start`` to ``end``; ``end`` where it is no range."""
    found = _HIGH_END.match(text, end)
    is_name = text[start - 1 : start].isascii() and text[start - 1 : start].isalnum()
    if found is None or is_name or _RISEN.search(text, max(start - _LONGEST, 0), start):
        return end
    return found.end()


def with_ranges(text: str, rates: Iterable[PrintedRate]) -> Iterator[PrintedRate]:
    """The rates of a text, two of them as one where something lies between them."""
    last: PrintedRate | None = None
    for rate in rates:
        if last is not None and _is_range(text, last, rate):
            last = replace(last, end=rate.end, words=text[last.start : rate.end])
            continue
        if last is not None:
            yield last
        last = _from_low_end(text, rate)
    if last is not None:
        yield last


def _is_range(text: str, low: PrintedRate, high: PrintedRate) -> bool:
    if not (
        low.words.endswith("%") and high.words.endswith("%") and _BETWEEN_RATES.fullmatch(text, low.end, high.start)
    ):
        return False
    joined = text[low.end : high.start] or high.words.startswith("-")
    return bool(joined) and not _RISEN.search(text, max(low.start - _LONGEST, 0), low.start)


def _from_low_end(text: str, rate: PrintedRate) -> PrintedRate:
    """A rate that begins with a low end without a sign of its own: 10至15%, 10-15%."""
    signed = rate.start + rate.words.startswith("-")
    first = max(signed - _LONGEST, 0)
    low = _LOW_END.search(text, first, signed) if rate.words.endswith("%") else None
    if low is None or _RISEN.search(text, max(low.start() - _LONGEST, 0), low.start()):
        return rate
    return replace(rate, start=low.start(), words=text[low.start() : rate.end])
