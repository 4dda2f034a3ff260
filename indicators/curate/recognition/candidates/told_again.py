"""A number and the one before it → what it is by that one: the next rate of a list, the same in percent or dollars."""

import re
from typing import Final, Literal, cast

from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.values.dates import MONTHS

_RateRole = Literal["growth", "share", "points", "completion"]
_RATE_ROLES: Final = frozenset({"growth", "share", "points", "completion"})
_TIMES: Final = "|".join((*MONTHS, "(?:19|20)[0-9]{2}"))
_NEXT_GROWTH: Final = re.compile(
    rf" in (?:{_TIMES})(?:,| and|, and) "
    r"|(?:,| and|, and) (?:the )?[A-Z][A-Za-z'’-]*"
    r"(?: (?!(?:was|were|is|are|to|at|of|with|by|accounts?|accounted|made|makes|took|rate|ratio|reached|only)(?![a-z]))"
    r"[A-Za-z'’-]+){0,5} (?:by )?"
)
"""What stands between two growths of a list of months or of places: in May and; , and Wulian county."""
_AND_THE_NEXT: Final = re.compile(
    r"(?: (?:in|for|at|among|with) [^,.;:0-9]{2,60})?,(?: and)? by "
    r"|,? and [^,.;:0-9]{2,70} by "
    r"|,? and (?!(?:which|who|that|it|they|a|an|some|over|about|nearly|at|of|by)(?![a-z]))"
    r"(?:(?!(?:was|were|is|are|to|at|by|accounts?|accounted|made|makes|took|take|rate|ratio|share|proportion|reached|hit"
    r"|only|represent[a-z]*|ha[sd]|have|which|who|that)(?![a-z]))[A-Za-z'’-]+ ){1,7}"
)
"""What stands between two growths of which the second has no verb of its own: , by; and exports by; and services."""


_IN_ITS_BRACKETS: Final = re.compile(r"(?:\)?(?:,| and|, and)| by) [^.;:()0-9]{2,80} \(")
"""What stands between two growths of a list in brackets: led with 5 percent, ahead of services (3 percent)."""
_OF_ONE_AND: Final = re.compile("(?P<of> (?:in|for|at|among) )[^,.;:0-9]{2,40},? and ")
"""What stands between two growths of things that are named behind them: 5 percent for tea and 6 percent for."""
_THAT_OF: Final = re.compile(
    r"(?:,|,? (?:and|while|but)) that (?:of|for|in) [^,.;0-9]{3,60} (?:was|is|stood at|reached|hit|came to) (?:minus )?"
)
"""What stands between two growths of which only the first is called one: 5 percent, while that of services was."""
_NEXT_NOUN: Final = re.compile(
    r", (?:the |that of )?(?:(?!(?:was|were|is|are|to|at|by|with|of|which|or|up|down|than|from|some|about|over|while"
    r"|but|an?|share|proportion|rate|ratio|accounts?|ma(?:de|kes?)|took|takes?|[a-z]+(?:ing|ed)|compared|and)(?![a-z]))"
    r"[A-Za-z][A-Za-z'’&-]* ){1,6}(?:of )?"
)
"""What stands between two growths of a list of things: rose 5 percent, sports goods 6 percent."""


def is_next_growth(text: str, end: int, number: ScannedNumber) -> bool:
    """True of a rate that goes on behind a growth that ends at a place: up 5% in May and 6% in June, and services 7%.

    Of words of its own it may only have none: and services rose 7%, and 7% of the firms.
    """
    if _NEXT_GROWTH.fullmatch(text, end, number.start):
        return True
    if text.startswith(")", number.end) and _IN_ITS_BRACKETS.fullmatch(text, end, number.start):
        return number.rate is not None and not number.rate.role
    if is_that_of(text, end, number):
        return True
    of_one = _OF_ONE_AND.fullmatch(text, end, number.start)
    if of_one and text.startswith(of_one["of"], number.end):
        return True
    if number.rate is not None and not number.rate.role and _NEXT_NOUN.fullmatch(text, end, number.start):
        return True
    has_own_words = number.rate is None or number.rate.role or text.startswith(" of ", number.end)
    return not has_own_words and _AND_THE_NEXT.fullmatch(text, end, number.start) is not None


def is_that_of(text: str, end: int, number: ScannedNumber) -> bool:
    """True of a growth behind one that ends at a place, of which its words say of what it is alone: and that of."""
    return _THAT_OF.fullmatch(text, end, number.start) is not None


_IN_BRACKETS: Final = re.compile(r"(?P<unknown> [a-z]+ yuan)? ?[(\[](?:约合?|or |equivalent to )?")
_EQUAL: Final = re.compile(",? (?:or|equivalent to|equal to|the equivalent of) ")
_MILLIONS: Final = re.compile("illion$")
"""How a number ends that may be of a currency that is not known: KSh 5 million ($40,000)."""
_OR_IN_PERCENT: Final = re.compile(r"(?: ?\([^()]{0,30}\))?,? or (?:by )?| \(")
_AND_THOSE: Final = re.compile(r"[^.;0-9]{0,40} and (?:those|that) (?:of|to|in|for|by) [^,.;:0-9]{2,60} by ")
"""What stands between two changes with one verb: loans to households rose by 2 tons and those to firms by 3."""
OR_BY: Final = re.compile(r",? or (?:by )?(?:about )?")
_OR_OF_ALL: Final = re.compile(r"(?: (?!and )[^,.;:()0-9]{2,60})?,? or (?:about |nearly |almost |over )?")
"""What stands between an amount and its share of a whole that is not told again: 4 tons of it, or 85 percent."""
_PLAN: Final = re.compile("(?:plan|target|goal|task|quota)(?![a-z])")
AND_OF_ALL: Final = re.compile(r"(?: and|,? or) | \(")
"""What stands between a count and its share: 152 and 42.2% are engaged in, 13 (32.4%) are in."""


def is_money(number: ScannedNumber) -> bool:
    """True of an amount of money."""
    return number.quantity is not None and number.quantity.unit.is_money


def as_before(
    text: str, before: ScannedNumber, role: str, number: ScannedNumber
) -> _RateRole | Literal["converted", "change"] | None:
    """What a number is by the one before it, which has that role; None where that does not say.

    Growth rates of 5 percent and 6 percent; up 3 tons, or 2 percent; 7 yuan ($1).
    """
    gap = text[before.end : number.start]
    if number.rate is None:
        if role == "growth" and before.rate and OR_BY.fullmatch(gap):
            return "change"
        if role == "change" and _AND_THOSE.fullmatch(gap):
            return "change"
        return "converted" if is_money(number) and _is_converted(text, before, number) else None
    if role == "amount" and ((before.told[1] and AND_OF_ALL.fullmatch(gap)) or _OR_OF_ALL.fullmatch(gap)):
        return "completion" if _PLAN.search(gap) else "share"
    if number.rate.bare and role in _RATE_ROLES:
        return cast("_RateRole", role)
    return "growth" if role == "change" and _OR_IN_PERCENT.fullmatch(gap) else None


def _is_converted(text: str, before: ScannedNumber, number: ScannedNumber) -> bool:
    """True of money in another currency than that before it, which it tells again."""
    gap = text[before.end : number.start]
    in_currency = before.quantity is not None and is_money(before)
    if in_currency and before.quantity and number.quantity and before.quantity.unit == number.quantity.unit:
        return False
    in_brackets = _IN_BRACKETS.fullmatch(gap)
    if in_brackets and before.form == "bare":  # KSh 5 million ($40,000), 5 trillian yuan ($1
        return in_brackets["unknown"] is not None or _MILLIONS.search(text, before.core, before.end) is not None
    return in_currency and (in_brackets or _EQUAL.fullmatch(gap)) is not None
