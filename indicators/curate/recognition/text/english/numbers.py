"""An English number in its sentence → whether a range goes on behind it, and whether its words count things."""

import re
from typing import Final

from indicators.values.quantities import Quantity
from indicators.values.unit_table import COUNTED

_JOINT: Final = re.compile(r"(?:[-–—]| (?P<word>to|and) )(?:[A-Z]{0,3}[$¥€£])?(?=[0-9])")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}")
_BETWEEN: Final = re.compile(r"(?<![a-z])between (?:[A-Z]{0,3}[$¥€£])?$", re.IGNORECASE)
_LEADS_UP: Final = re.compile(
    r"(?<![a-z])(?:ris|rose|gr[eo]w|increas|climb|jump|surg|soar|fell|fall|drop|declin|decreas|expand|edg|up|down"
    r"|cut|reduc|rais|boost|lift|improv|chang|shr[aiu]nk|slow|narrow|widen|contract|went|gone?|mov|multipl|swell|swollen)[a-z]{0,6}"
    r" (?:[^,.;0-9]{0,50} )?(?:from|by) "
    r"(?:[A-Z]{0,3}[$¥€£])?$"
    r"|(?<![a-z])(?:rose|gr[eo]w|increas[a-z]{2,3}|climbed|jumped|fell|dropped|declined|decreased|up|down) $"
    r"|(?:%|per ?cent|doubled|tripled|quadrupled|halved)[^.;0-9]{0,40},? from (?:[A-Z]{0,3}[$¥€£])?$",
    re.IGNORECASE,
)
"""What stands before a number that leads to another one, and is no end of a range: rose from 3 to 5 million."""
_FAR: Final = 80
_MONEY_ONLY: Final = re.compile(r"(?:illion|000) ?$")
_OF_A_MASS: Final = re.compile(r" of (?!sterling)")


def is_another_word(text: str, behind: int, unit: str, end: int) -> bool:
    """True of a word that is no unit where it stands: 300 million pounds of apples, 20 won prizes, 5,000 visit it."""
    if unit == "visit":
        return text[behind - 1 : behind] != "1"
    if unit in {"pounds", "pound"}:
        return _OF_A_MASS.match(text, end) is not None
    return unit == "won" and _MONEY_ONLY.search(text, max(behind - _FAR, 0), behind) is None


_LEAST: Final = 10


def range_joint(text: str, start: int, end: int) -> int | None:
    """Where the high end of a range begins of which a number from ``start`` to ``end`` is the low one; else None."""
    joint = _JOINT.match(text, end)
    if joint is None or _YEAR.fullmatch(text, start, end):
        return None
    before = text[max(start - _FAR, 0) : start]
    is_between = _BETWEEN.search(before) is not None
    if is_between != (joint["word"] == "and") or (joint["word"] == "to" and _LEADS_UP.search(before)):
        return None
    return joint.end()


def between(text: str, start: int) -> int:
    """Where a range begins, with the word for it, whose low end begins at ``start``."""
    word = _BETWEEN.search(text, max(start - _FAR, 0), start)
    return word.start() if word else start


def counts(words: str, quantity: Quantity | None) -> bool:
    """True of a number in English words without a multiplier that counts or measures: fifteen kilometers, ten firms.

    A few things that are counted are a list of what is told one by one: three ports.
    """
    if quantity is None or words.lower() == "one":
        return False
    is_count = quantity.unit.dimension in COUNTED
    return not is_count or (quantity.value >= _LEAST and quantity.unit != "times")
