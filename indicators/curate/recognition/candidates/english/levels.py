"""The words around an English rate → whether it is a level that is counted itself, as a rate of enrolment is."""

import re
from typing import Final

_LEVEL_OF_A_RATE: Final = re.compile(
    r"(?<!growth )(?<!completion )(?<!completing )(?<!increase )(?<!decline )(?<!decrease )(?<!at a )(?<!at an )"
    r"\b(?:rate|ratio|proportion"
    r"|coverage|share|intensity|density)\b"
    r"(?! of (?:growth|increase|decline|decrease))[^,.;:0-9]{0,70}?(?<!nationwide) "
    r"(?:reach(?:ed|ing)?|to|at|hit|was|is|averaged|exceed(?:ed|ing)?|topp?(?:ed|ing)?)(?: (?:just|only))? $",
    re.IGNORECASE,
)
"""What stands before a rate that is what its metric counts: the penetration rate reached, raise the rate to."""
_REACHED: Final = re.compile(
    r"(?:\b(?:reach(?:ed|es|ing)?|stood at|stands? at|standing at|hit|averag(?:ed|es|ing)|came to|comes to"
    r"|(?:is|was|were|been) (?:kept |maintained )?at|remain(?:ed|s) at|stayed at"
    r"|(?:rose|ris(?:en|es|ing)|grew|increased|climbed|went up|improved|raised|expanded|fell|dropped|declined|decreased"
    r"|lowered|reduced|cut|narrowed|shrank) to)"
    r"|\b(?:unemployment|enrol?lment|penetration|participation|coverage|(?:forest|green|tree|plant) cover|literacy"
    r"|occupancy|utili[sz]ation|urbani[sz]ation|retention|satisfaction|attendance)"
    r"(?: of [^,.;:0-9]{3,40})?(?: (?:was|were|is|at))?)"
    r"(?: (?:about|around|nearly|almost|over|more than|just|only|an average of|a record))* $",
    re.IGNORECASE,
)
"""What stands before a rate that something came to, or right behind its noun: forest cover reached 48 percent."""
_OF_A_GROWTH: Final = re.compile(
    r"(?<![a-z])(?:growth|increase|expansion|rise|gain|pace|decline|decrease|drop|fall|contraction|cut|discount|target"
    r"|quota|plan|inflation|margin|share|proportion)s?(?![a-z])",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(
    r" (?:of|higher|lower|more|less|up|down|above|below|growth|increase|rise|decline|year-on-year)(?![a-z])"
)


_FROM: Final = re.compile(
    r"(?<![a-z])from (?:(?:just|only|about|around|nearly|less|more|fewer|over|than|some|a mere) ){0,2}$"
)
_TO: Final = re.compile(
    r"(?: (?:in|at|by|as of) [^,.;:]{2,24}| an? [a-z]+ (?:earlier|ago|before))? to (?:[a-z]+ ){0,3}$"
)


def rose_from(text: str, start: int, end: int) -> bool:
    """True of an English number from which something rose to the next one: grew from 193 in 2012 to 928."""
    if not _FROM.search(text, max(start - _NEAR, 0), start):
        return False
    digit = _DIGIT.search(text, end, end + _NEAR)
    while digit and _YEAR.match(text, digit.start()):
        digit = _DIGIT.search(text, digit.start() + 4, digit.start() + _NEAR)
    return digit is not None and _TO.match(text[end : digit.start()]) is not None


_NEAR: Final = 40
_DIGIT: Final = re.compile("[0-9]")
_YEAR: Final = re.compile("(?:19|20)[0-9]{2}(?![0-9,.])")
_REACHES: Final = re.compile(
    r"(?<![a-z])(?:reach(?:ed|es)|cover(?:s|ed)?|treat(?:s|ed)|recycle[sd]?|reuse[sd]?)"
    r"(?: (?:about|nearly|over|almost|some))? $"
)
_OF_ITS: Final = re.compile(
    r" of (?!that|those|what|last|(?:the|its|their) (?:levels?|figures?|totals?|plans?|targets?|previous|same)|[0-9])"
)
"""What stands around a rate that is told with what it is of: the programme reached 93 percent of the children."""


def is_level_of_rate(before: str, after: str) -> bool:
    """True of a rate that is what its metric counts: the penetration rate reached 59.2 percent."""
    if _LEVEL_OF_A_RATE.search(before) is not None:
        return True
    if _REACHES.search(before) and _OF_ITS.match(after):
        return True
    is_reached = _REACHED.search(before) is not None and _OF_A_GROWTH.search(before) is None
    return is_reached and _CHANGED.match(after) is None
