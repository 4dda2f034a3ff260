"""What is done behind an English number, or where it is told of → the noun that it is counted under: found work."""

import re
from typing import Final

from indicators.curate.recognition.names.english.implied_subjects import EMPLOYERS, PUBLIC
from indicators.values.unit_table import Unit

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
_ON_THE_PUBLIC: Final = re.compile(
    rf"(?: \([^()]{{0,40}}\))?,? (?:[a-z]+ ){{1,4}}(?:spent|used|set aside|go|gone|went|allocated|earmarked)"
    rf" [^,.;]{{0,20}}?{PUBLIC.pattern}",
    re.IGNORECASE,
)
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
    if _ON_THE_PUBLIC.match(behind):
        return "fiscal expenditure"
    if _TO_BE_SPENT.match(behind):
        return "total planned investment"
    return "actual investment" if _WAS_SPENT.match(behind) else ""


def supported(own: str, above: str, unit: Unit | None) -> str:
    """The noun of jobs that an industry or its firms made, by words with their noun: the cluster created 3,000 jobs."""
    made = _MADE_JOBS.search(own) if unit is not None and unit.dimension == "people" else None
    if made is None:
        return ""
    who = f"{above}{made['who']}" if _WHO.fullmatch(made["who"]) else made["who"]
    return "jobs for people" if EMPLOYERS.search(who) else ""


_MADE_JOBS: Final = re.compile(
    r"(?P<who>[^,;:]{0,120}?)(?: (?:has|have|had|will|is|are|also|already|directly)){0,3}"
    r" (?:creat|provid|offer|generat|support|sustain|br(?:ing|ought))[a-z]*"
    r"(?: [a-z-]+){0,4} (?:jobs|posts|positions) *$"
)
_WHO: Final = re.compile(r" *(?:[Ii]t|[Tt]hey|[Ww]hich|[Tt]hat|[Tt]his|[Tt]hese)?")


def of_airport(own: str, above: str, unit: Unit | None) -> str:
    """The noun of what an airport handled, where words before a number or above tell of one and of no other way."""
    is_told = _AIRPORT.search(own) or (_AIRPORT.search(above) and not _NO_AIRPORT.search(own))
    if unit is None or not is_told:
        return ""
    if unit.dimension == "mass":
        return "air cargo" if _CARRIED.search(own) else ""
    return "airport passengers" if unit.dimension in {"people", "visits"} and _FLOWN.search(own) else ""
