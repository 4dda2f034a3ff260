"""The numbers of a text in their order → these, each English one that leaves its unit out with that which is meant."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from indicators.curate.recognition.text.english import lone_counts
from indicators.curate.recognition.text.english.counted_again import counts_on
from indicators.curate.recognition.text.english.counts import is_sized
from indicators.curate.recognition.text.scanned_number import ScannedNumber, parsed_in
from indicators.values.unit_table import COUNTED, UnitTable

_NONE: Final = ScannedNumber(0, 0, 0, "bare")


def with_units(
    text: str, numbers: Sequence[ScannedNumber], table: UnitTable, start_of: Callable[[str, int], int]
) -> Iterator[ScannedNumber]:
    """The numbers, those that leave their unit out with the one of a list, of what was told before, or of their noun.

    ``start_of`` says where the words before a number begin that say how exact it is.
    """
    listed = _of_lists(text, numbers)
    counted = last = _NONE
    before = 0, 0, False
    for number in numbers:
        unit, told = listed.get(number.core, ""), (0, 0)
        is_open = number.form == "bare" and not unit
        places = (counted.start, counted.words_end), before, (number.core, number.end)
        is_again = is_open and _unit_of_things(counted) != "" and counts_on(text, *places)
        if is_again:
            unit, told = _unit_of_things(counted), (counted.core, counted.words_end)
        elif is_open and lone_counts.is_lone(text, number.core, number.end):
            unit, told = _of_lone(text, number, counted, last)
        one = number
        if unit:
            start = start_of(text, number.core) if is_open else number.start
            one = _in_unit(text, replace(number, start=start, told=told), unit, table)
        counted = one if not told[1] and _unit_of_things(one) else counted
        last = one if one.form == "amount" and one.quantity is not None else last
        if number.form != "rate":
            before = one.start, one.end, is_again or (is_open and unit != "")
        yield one


def _of_lists(text: str, numbers: Sequence[ScannedNumber]) -> dict[int, str]:
    """The unit of each number of an English list whose last one has it: 2.5 million and 3.1 million visits."""
    unit, first = "", len(text)
    listed: dict[int, str] = {}
    for number in reversed(numbers):
        is_open = number.form == "bare" or (number.unit == "items" and number.phrase_end == number.end)
        if not is_open:
            unit = number.unit or str(number.quantity.unit if number.quantity else "")
        elif not _IN_A_LIST.fullmatch(text, number.end, first) or not _may_share(text, number, unit):
            unit = ""
        else:
            listed[number.core] = unit
        first = number.start
    return listed


def _may_share(text: str, number: ScannedNumber, unit: str) -> bool:
    """True of a number of a list that may have the unit of its last one: a large one, or what is measured."""
    digits = text[number.core : number.end]
    is_year = len(digits) == _DIGITS_OF_A_YEAR and digits.isdecimal()
    is_measure = unit.startswith(_MEASURES) and not is_year
    return is_measure or is_sized(text, number.core, number.end)


_DIGITS_OF_A_YEAR: Final = 4
_MEASURES: Final = ("ug/", "mg/", "permille", "per-", "years-of-age")
"""The beginnings of the units of what is listed in small numbers: to 8, 46 and 84 micrograms."""
_IN_A_LIST: Final = re.compile(r", (?:and )?| and ")


def _of_lone(
    text: str, number: ScannedNumber, counted: ScannedNumber, last: ScannedNumber
) -> tuple[str, tuple[int, int]]:
    """The unit of a number that stands alone, and where it was told what it counts, if that is not told again.

    Revenue was 14.1 billion yuan, while expenditure came to 23.2 billion; arrivals hit 8 million, of which Malaysia
    sent 412,380.
    """
    near = max(last.end, number.core - _FAR)
    is_next = _THAT_OF.search(text, near, number.core) or (
        _AND_OF_ANOTHER.fullmatch(text, last.end, number.core) and _OF_SOME.match(text, number.end)
    )
    is_list = last is counted and last.unit != "" and last.phrase_end <= last.end
    is_listed = is_list and lone_counts.is_next(text, last.end, number.core, number.end)
    if last.quantity is not None and (is_next or is_listed):
        return last.quantity.unit.id, (0, 0)
    if not is_sized(text, number.core, number.end) and not lone_counts.is_for_each(text, number.end):
        return "", (0, 0)
    if noun := lone_counts.unit_before(text, near, number.core):
        return noun, (0, 0)
    unit = last.quantity.unit if last.quantity else None
    is_near = near == last.end and text.find("\n", last.end, number.core) < 0
    if (
        unit is not None
        and unit.dimension not in COUNTED
        and is_near
        and _MILLIONS.search(text, number.core, number.end)
    ):
        goes_on = unit.is_money or _SENTENCE_END.search(text, last.end, number.core) is None
        if unit.dimension not in _NOT_LEFT_OUT and goes_on:
            return unit.id, (0, 0)
    own = text[near : number.core]
    if _unit_of_things(counted) and text.find("\n", counted.end, number.core) < 0:
        is_told = number.core - counted.end < _FAR * 2 and not lone_counts.names_things(own)
        return _unit_of_things(counted), (_named_from(text, counted), counted.words_end) if is_told else (0, 0)
    return "" if lone_counts.is_of_money(own) else "items", (0, 0)


_FAR: Final = 200
_AND_OF_ANOTHER: Final = re.compile(r" (?:for|in|among|at) [a-z -]{2,40},? and ")
_OF_SOME: Final = re.compile(r" (?:for|in|among|at) (?![0-9])")
"""What stands around a number of others of what the one before it was of: 7.4 in towns and 6.9 in the country."""
_THAT_OF: Final = re.compile(r"(?<![a-z])th(?:at|ose) (?:of|in|for|from|to) [^,.;:0-9\n]{2,40} $")
"""What stands before a number of what the one before it was of: and that of men 77.4."""
_MILLIONS: Final = re.compile("(?i:million|billion|trillion)$")
_SENTENCE_END: Final = re.compile(r"[!?\n;]|\. ")
_NOT_LEFT_OUT: Final = frozenset({"ratio", "points", "days", "hours", "age"})
"""What is measured with its unit each time."""


def _named_from(text: str, counted: ScannedNumber) -> int:
    """Where the words begin that name what a number counts: its own, or those of its clause before it."""
    if counted.phrase_end > counted.end:
        return counted.core
    near = max(counted.start - _LONGEST_CLAUSE, 0)
    return max(near, *(text.rfind(sign, near, counted.start) + 1 for sign in ("\n", ";", ". ", ", ")))


_LONGEST_CLAUSE: Final = 100


def _unit_of_things(number: ScannedNumber) -> str:
    """The id of the unit of a number that counts things; empty of any other one, and of a time or a multiple."""
    unit = number.quantity.unit if number.quantity else None
    is_of_things = unit is not None and unit.dimension in COUNTED - _NOT_LEFT_OUT and unit != "times"
    return unit.id if unit is not None and is_of_things else ""


def _in_unit(text: str, number: ScannedNumber, unit: str, table: UnitTable) -> ScannedNumber:
    quantity = parsed_in(text[number.start : number.end], unit, table)
    return replace(number, form="amount", quantity=quantity, unit=unit) if quantity else number
