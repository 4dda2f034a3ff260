"""An English number behind which no noun stands → whether it counts something, and what."""

import re
from typing import Final

from indicators.curate.recognition.text.english_counts import unit_of_noun

_FOLLOWED: Final = re.compile(
    r" ?(?:$|[,;:)\n“”\"]|\((?!s\))|[.!?](?![0-9])|[—–]|--)"
    r"| (?:in|to|by|at|from|as|on|for|of|with|within|or|and|but|nor|over|under|across|among|through|throughout|between"
    r"|during|since|before|after|until|per|into|via|out|up|down|off|than|respectively|each|every|this|last|next|so|a|an"
    r"|the|who|that|which|whose|where|when|while|although|were|was|are|is|be|have|had|has|will|would|could|can|may|did|do"
    r"|does|not|no|compared|nationwide|worldwide|annually|daily|monthly|yearly|alone|altogether|overall|still|also|already"
    r"|now|then|came|went|got|took|found|made|put|won|lost|left|died|gave|gone|set|rose|fell|grew|more|less|fewer|higher"
    r"|lower|year-on-year|year-over-year|below|above|ahead|behind|only|both|[a-z]{3,}ed)(?![a-z-])"
)
"""What stands behind a number that counts nothing which is told behind it."""
_NO_COUNT: Final = re.compile(
    r"(?:\b(?:(?:index|indices|score[sd]?|scoring|points?|rank(?:s|ed)?|pages?|code|article|chapter|phone|call|dial|hotline"
    r"|version|model|flight|altitude|elevation|temperatures?|years?)(?: (?:[a-z]+ )?(?:of|at|to))?|No\.|one in"
    r"|one out of|out of every|of every|in every|each of|per|every|parts per|the)"
    r"|(?-i:(?<![A-Za-z])(?!US|UK|EU|UN)[A-Z]{2,3})|[-#/:+=*×~]) ?$",
    re.IGNORECASE,
)
"""What stands before a number that counts nothing: scored 1,200, one in 1,000, the 10,000 that he owes."""
_SIZED: Final = re.compile(r"[0-9],[0-9]{3}|illion|thousand")
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


def is_sized(text: str, start: int, end: int) -> bool:
    """True of a number of thousands or millions, which a text seldom prints of anything but what it counts."""
    return _SIZED.search(text, start, end) is not None


def is_lone(text: str, start: int, end: int) -> bool:
    """True of an English number without a unit or a noun behind it that may count what was told before."""
    if text[start - 1 : start] not in {" ", "(", "\n", ""} or not text[max(start - 2, 0) : end + 2].isascii():
        return False
    return _FOLLOWED.match(text, end) is not None and _NO_COUNT.search(text, max(start - _NEAR, 0), start) is None


def unit_before(text: str, near: int, start: int) -> str:
    """The unit of the last noun of the economy in the words between a place and a number; empty where there is none."""
    words = _WORD.findall(_OF_EACH.sub(r"\1s ", text[near:start]))
    return next(filter(None, map(unit_of_noun, reversed(words))), "")


_WORD: Final = re.compile("[A-Za-z-]+")
_OF_EACH: Final = re.compile(
    r"(?<![A-Za-z])([a-z]+) (?=(?:sales|exports?|imports?|output|production|traffic|registrations|shipments|deliveries"
    r"|ownership)(?![a-z]))",
    re.IGNORECASE,
)
"""A noun in the singular that is counted: car exports numbered 410,000."""


def names_things(words: str) -> bool:
    """True of words that have a noun of their own for what a number counts: deaths numbered."""
    return _PLURAL.search(words) is not None


def is_of_money(words: str) -> bool:
    """True of words before a number whose currency is left out."""
    return _OF_MONEY.search(words) is not None
