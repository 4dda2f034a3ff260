"""An English number behind which no noun stands → whether it counts something, and what."""

import re
from typing import Final

from indicators.curate.recognition.text.english.counts import stands_alone, unit_of_noun

_NO_COUNT: Final = re.compile(
    r"(?:\b(?:(?:index|indices|score[sd]?|scoring|points?|rank(?:s|ed)?|pages?|code|article|chapter|phone|call|dial|hotline"
    r"|version|model|flight|altitude|elevation|temperatures?|years?)(?: (?:[a-z]+ )?(?:of|at|to))?|No\.|one in"
    r"|one out of|out of every|of every|in every|each of|per|every|parts per|the)"
    r"|(?-i:(?<![A-Za-z])(?!US|UK|EU|UN)[A-Z]{2,3})|[-#/+=*×~]|:(?=$)) ?$",
    re.IGNORECASE,
)
"""What stands before a number that counts nothing: scored 1,200, one in 1,000, the 10,000 that he owes."""
_NEAR: Final = 40
_OF_MONEY: Final = re.compile(
    r"\b(?:revenue|sales|exports?|imports?|profit|income|invest(?!or)|GDP|value|output|spending|earnings|deposits|loans|trade"
    r"(?!mark|rs)|price|wage|tax(?:es)?\b|expend|cost|fund|capital|debt|budget|turnover|payment|surplus|deficit|index|score)",
    re.IGNORECASE,
)
_PLURAL: Final = re.compile(
    r"(?<![A-Za-z])(?!(?:this|his|its|has|was|is|as|us|thus|plus|always|perhaps|across|towards|besides|yes|accounts|makes"
    r"|years|months|days|weeks|hours|others|figures|numbers|totals|those)(?![a-z]))[a-z]{2,}s(?<!ss)(?![a-z'’-])"
    r"|(?<![A-Za-z])(?:traffic|people|population|staff|enrol?lment|attendance)(?![a-z])"
)
"""A noun that a number may count."""


def is_for_each(text: str, end: int) -> bool:
    """True of a place behind a number that is a mean of so many: or 22.6 per 10,000."""
    return _FOR_EACH.match(text, end) is not None


_FOR_EACH: Final = re.compile(r" (?:per|for (?:every|each)) (?:[0-9]|hundred|thousand)")


def is_lone(text: str, start: int, end: int) -> bool:
    """True of an English number without a unit or a noun behind it that may count what was told before."""
    if text[start - 1 : start] not in {" ", "(", "\n", ""} or not text[max(start - 2, 0) : end + 2].isascii():
        return False
    return stands_alone(text, end) and _NO_COUNT.search(text, max(start - _NEAR, 0), start) is None


def is_next(text: str, last: int, start: int, end: int) -> bool:
    """True of a number behind a noun without a verb, in a list: storks numbered 2,140, cranes 312."""
    return _NOUN_ALONE.fullmatch(text, last, start) is not None and _STOPS.match(text, end) is not None


_NOUN_ALONE: Final = re.compile(r"(?:,|;|,? and|,? while|,? but) (?:(?:the|those of|those in) )?[A-Za-z-]+s(?<!ss) ")
_STOPS: Final = re.compile(r"[,;.)](?![0-9])| and |$|\n")


def unit_before(text: str, near: int, start: int) -> str:
    """The unit of the last noun of the economy in the words between a place and a number; empty where there is none."""
    words = _WORD.findall(_OF_EACH.sub(r"\1s ", text[near:start]))
    return next(filter(None, map(unit_of_noun, reversed(words))), "")


_WORD: Final = re.compile("[A-Za-z-]+")
_OF_EACH: Final = re.compile(
    r"(?<![A-Za-z])([a-z]+) (?=(?:sales|exports?|imports?|output|production|traffic|registrations|shipments|deliveries"
    r"|ownership|numbers|arrivals)(?![a-z]))",
    re.IGNORECASE,
)
"""A noun in the singular that is counted: car exports numbered 410,000."""


def names_things(words: str) -> bool:
    """True of words that have a noun of their own for what a number counts: deaths numbered."""
    return _PLURAL.search(words) is not None


def is_of_money(words: str) -> bool:
    """True of words before a number whose currency is left out."""
    return _OF_MONEY.search(words) is not None
