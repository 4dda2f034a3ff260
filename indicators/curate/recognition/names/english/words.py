"""An English number → the words behind it that say what it is of."""

import re
from typing import Final

from indicators.curate.recognition.text.scanned_number import ScannedNumber
from indicators.values.unit_table import COUNTED

_WHOLE: Final = (
    r"(?:(?:the|its|their|[A-Z][a-z]+'s?|the [a-z]+'s) (?:total|whole|overall|aggregate) (?!of |was |is |in ))"
)
_OF_WHAT: Final = re.compile(
    rf"(?: ?\([^()]{{0,40}}\))? (?:of|in|from|worth of|on|(?:made |contributed )?by) (?:{_WHOLE}|(?!its |this "
    rf"|last |20|19"
    r"|an? (?:year|month|quarter|week|decade|yearly|annual|monthly) |average |year|[A-Z][a-z]+day"
    r"|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}(?![A-Za-z])|the (?:first|second"
    r"|third|fourth|last|same|corresponding|previous|past|next|period|year|month|quarter|half|end|total|whole|country"
    r"|city|county|province|district|region|world|nation|area|port|sector|industry)))(?:(?:[A-Za-z-]+|&) ?){1,5}"
)
"""What a number is of, behind it: 52,300 tonnes of cargo, 5.27 billion dollars in FDI, 9 billion of the total trade."""
_DIGITS: Final = re.compile(r"^[0-9.,]+(?: ?(?:thousand|million|billion|mln|bln|mn|bn|k)(?![a-z]))?", re.IGNORECASE)
_OF_THESE: Final = re.compile(
    r"(?:[^,;:]{0,40}[,;:] )?(?:[Oo]f|[Aa]mong|[Ii]ncluding|[Ii]n) (?:that|them|these|those|this|which|the total|all)"
    r"(?: [a-z]+){0,2},? (?:and )?"
)
_WAS: Final = re.compile(
    r" (?:(?:was|were|is|are) (?:spent on |invested in |used for )?|came from |went (?:in)?to |belonged to "
    r"|consisted of )"
    r"(?P<noun>(?!up |down |due |also |not |an? (?:increase|decrease|rise|fall)|higher|lower|more|less|[a-z]+ed "
    r"|spent )"
    r"[A-Za-z][A-Za-z' -]{2,50})"
)
"""What a part of something is, behind it."""
_ANOTHER_PART: Final = re.compile(r" (?:was|were|is|are|came from|went to) [A-Za-z' -]{2,40}?,? (?:and|while) ")
"""What stands between two parts, each of which is named behind its number: 3 billion yuan were exports and."""


def last_clause(own: str) -> str:
    """The words before an English number without those of the part before it in a list."""
    return _PART.split(own)[-1]


def part_behind(text: str, number: ScannedNumber, own: str) -> str:
    """What a part of something is, behind its number: of that, 51 million tons were foreign-trade cargo."""
    if not (_OF_THESE.fullmatch(own.lstrip()) or _ANOTHER_PART.fullmatch(own)):
        return ""
    what = _WAS.match(text, number.words_end)
    return what["noun"].partition(" and ")[0] if what else ""


_PART: Final = re.compile(r", | and | but |; ")


def words_behind(text: str, number: ScannedNumber) -> str:
    """The words behind an English number that say of what it is; empty where none do."""
    end = number.words_end
    if of_what := _OF_WHAT.match(text, end):
        end = of_what.end()
    unit = number.quantity.unit if number.quantity else None
    counts = unit is not None and unit.dimension in COUNTED
    if not counts:
        return text[number.end : end]
    words = text[number.core : end]
    return f" {words.partition(' ')[2]}" if words[:1].isalpha() else _DIGITS.sub("", words)  # three projects
