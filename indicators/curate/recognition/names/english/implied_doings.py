"""What is done behind an English number, or where it is told of → the noun that it is counted under: found work."""

import re
from typing import Final

from indicators.curate.recognition.names.english.implied_subjects import ANYBODY, OUT_OF_WORK
from indicators.values.unit_table import Unit

_RURAL: Final = re.compile(r"\bfarmers?\b|rural|villagers|migrant", re.IGNORECASE)
_DOES: Final = (
    (
        re.compile(
            r"(?:found|landed|got|secured|took up|returned to|went back to|gone back to|placed in)"
            r"(?: (?:an?|new|full-time|other|their)){0,2} (?:jobs?|work|employment|posts?)(?![a-z])",
            re.IGNORECASE,
        ),
        ((OUT_OF_WORK, "re-employed"), (ANYBODY, "new urban jobs")),
    ),
    (
        re.compile(
            r"(?:attended|took part in|take part in|received|underwent|complet(?:ed|e)|were given|got) [a-z -]{0,30}"
            r"(?:training|courses)(?![a-z])|learn(?:ed|t) (?:[a-z]+ ){0,2}(?:skills|trades)(?![a-z])",
            re.IGNORECASE,
        ),
        ((ANYBODY, "job training"),),
    ),
    (
        re.compile(
            r"(?:work(?:ed|s|ing)?|(?:are|were) employed|(?:have|had|hold|held) (?:a )?jobs?|earn(?:ed)? a living)"
            r" (?:in|at|for|there|outside|on)(?![a-z])",
            re.IGNORECASE,
        ),
        ((_RURAL, "rural laborers"), (ANYBODY, "people employed")),
    ),
    (
        re.compile(
            r"(?:visited|toured|flocked|(?:came|went|travell?ed) (?:to (?:see|visit|enjoy|the"
            r"|its)))(?![a-z])",
            re.IGNORECASE,
        ),
        ((ANYBODY, "visits by tourists"),),
    ),
)
"""What people do behind their number → what they are counted for."""
_LAST_CLAUSE: Final = re.compile(r"[,;:.] | and | while ")
_DRIVEN: Final = tuple(
    (re.compile(words, re.IGNORECASE), noun)
    for words, noun in (
        (r"\boffshore wind", "offshore wind power capacity"),
        (r"\bwind", "wind power capacity"),
        (r"\b(?:solar|photovoltaic|PV)\b", "solar power capacity"),
        (r"\bnuclear", "nuclear power capacity"),
        (r"\bhydro|\bdams?\b", "hydropower capacity"),
        (r"\b(?:coal-fired|thermal)", "thermal power capacity"),
        (r"\bpower (?:stations?|plants?|grid)|\bgenerat", "installed capacity"),
    )
)
"""What drives power stations → what their kilowatts are counted under."""
_TO_BE_SPENT: Final = re.compile(
    r"(?: \([^()]{0,40}\))?,? (?:will|would|shall|(?:is|are|was|were) (?:to|due to|set to|expected to))"
    r" (?:be (?:spent|invested|put|poured|pumped|injected|needed|used)|go|flow)(?![a-z])"
)
_WAS_SPENT: Final = re.compile(
    r"(?: \([^()]{0,40}\))?,? (?:(?:was|were|has been|have been|had been|already)(?: already)?)"
    r" (?:spent|put|poured|pumped|injected|gone) (?:on|in(?:to)?)(?![a-z])"
)
_AIRPORT: Final = re.compile(
    r"\bairports?\b|\bairlines?\b|\bplanes?\b|\bflights?\b|\bby air\b"
    r"|\baviation\b",
    re.IGNORECASE,
)
_NO_AIRPORT: Final = re.compile(
    r"(?<!air)\bports?\b|\bseaport|\brail|\btrains?\b|\bships?\b|\bvessels?\b|\bquays?\b|\bbus(?:es)?\b|\broads?\b|highway"
    r"|\bcoal\b|container",
    re.IGNORECASE,
)
_CARRIED: Final = re.compile(
    r"cargo|freight|mail|handl|\bmov(?:ed|es|ing)|process(?:ed|es|ing)|throughput|carr(?:ied|ies|ying)|transport",
    re.IGNORECASE,
)
_FLOWN: Final = re.compile(
    r"passenger|travell?ers?|handl|serv(?:ed|es|ing)|traffic|throughput|us(?:ed|es|ing) the airport|flew|fl(?:y|ies"
    r"|own)",
    re.IGNORECASE,
)


def done_by(behind: str, unit: Unit | None) -> str:
    """The noun that people are counted under for what they do, by the words behind their number: found work."""
    if unit is None or unit.dimension not in {"people", "visits"}:
        return ""
    for does, nouns in _DOES:
        if match := does.search(behind, 0, 80):
            return next(noun for who, noun in nouns if who.search(behind, 0, match.end()))
    return ""


def of_power(own: str, unit: Unit | None) -> str:
    """The noun of so many kilowatts of power stations, by what drives them: wind farms contributed 400 MW."""
    if unit is None or unit.dimension != "power":
        return ""
    clause = _LAST_CLAUSE.split(own)[-1]
    return "" if "capacity" in clause else next((noun for drives, noun in _DRIVEN if drives.search(clause)), "")


def spent(behind: str, unit: Unit | None) -> str:
    """The noun of an amount that is spent, or is to be, by the words behind it: another 2 billion yuan will go into."""
    if unit is None or not unit.is_money:
        return ""
    if _TO_BE_SPENT.match(behind):
        return "total planned investment"
    return "actual investment" if _WAS_SPENT.match(behind) else ""


def of_airport(own: str, above: str, unit: Unit | None) -> str:
    """The noun of what an airport handled, where words before a number or above tell of one and of no other way."""
    is_told = _AIRPORT.search(own) or (_AIRPORT.search(above) and not _NO_AIRPORT.search(own))
    if unit is None or not is_told:
        return ""
    if unit.dimension == "mass":
        return "air cargo" if _CARRIED.search(own) else ""
    return "airport passengers" if unit.dimension in {"people", "visits"} and _FLOWN.search(own) else ""
