"""An English number without a unit → the noun that it counts, behind it or before it: 45 provincial gazelle firms."""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class CountedNoun(NamedTuple):
    """What an English number counts: the id of the unit, and where the noun phrase ends, if it stands behind it."""

    unit: str
    end: int


_NOUNS: Final[Mapping[str, str]] = {
    noun: unit
    for unit, nouns in {
        "persons": "people persons residents workers farmers employees jobs migrants students graduates villagers "
        "talents professionals customers shoppers laborers labourers",
        "visits": "tourists visitors arrivals travelers travellers passengers holidaymakers guests",
        "enterprises": "enterprises companies firms businesses manufacturers entities startups start-ups smes",
        "projects": "projects",
        "households": "households families",
        "vehicles": "vehicles cars automobiles nevs",
        "trains": "trains",
        "flights": "flights",
        "ships": "ships vessels",
        "items": "berths clusters schools kindergartens universities colleges hospitals clinics venues parks squares "
        "stations airports railways expressways highways bridges tunnels factories incubators accelerators centers "
        "centres spaces laboratories labs museums libraries institutes institutions hotels malls terminals bases "
        "platforms",
        "lines": "routes",
        "pieces": "patents",
        "events": "events",
        "beds": "beds",
        "villages": "villages",
        "head": "pigs hogs cattle",
    }.items()
    for noun in nouns.split()
}
"""The nouns that an economy is counted in → their units. Countries, steps and years are none."""
_FEW_OF: Final = frozenset({"projects", "trains", "flights", "items", "lines"})
"""The units of things of which an article enters even a few: three ports are told one by one, six projects began."""
_TRIPS: Final = "trips"
_SEVERAL: Final = "|".join(sorted((*_NOUNS, _TRIPS), key=len, reverse=True))
_FIRSTS: Final = "".join(sorted({noun[0] for noun in (*_NOUNS, _TRIPS, "passenger")}))
_NO_ADJECTIVE: Final = (
    r"(?:of|in|by|to|for|with|or|from|at|on|that|which|who|were|was|are|is|have|has|had|than|per|as|a|an|the|its|their"
    r"|percent|year|years|while|but|new-year|million|billion|trillion|thousand)"
)
_ADJECTIVE: Final = (
    rf"(?!{_NO_ADJECTIVE} )(?!(?!sports )[A-Za-z'-]*[b-rt-z]s )(?:[\"“”']?[A-Za-z][A-Za-z0-9&/’'-]{{0,24}}[\"“”']?)"
)
_DAYS: Final = r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?: to (?:[A-Z][a-z]{2,8}\.? )?[0-9]{1,2})?(?![0-9])"
_BEHIND: Final = re.compile(rf"(?: {_ADJECTIVE}){{0,6}}? (?P<noun>{_SEVERAL})(?![a-z'’-])", re.IGNORECASE)
_BEFORE: Final = re.compile(
    rf"(?=[{_FIRSTS}])(?<![a-z-])(?P<noun>{_SEVERAL}|passenger throughput)(?![a-z'’-])(?:[^,.;:0-9\n]|{_DAYS}){{0,70}}?"
    r"(?: [0-9][0-9.,]{0,12}(?: ?%| per ?cent| times| thousand| million)?[^,.;:0-9\n]{0,40}(?: [0-9]{4})?)?"
    r" (?:reached|reaching|totall?ed|totall?ing|to|stood at|standing at|came to|hit|hitting|is|was|were|numbered|topped"
    r"|surpass(?:ed)?|exceed(?:ed)?|at)(?: (?:reach|be|hit|total))? "
    r"(?:(?:nearly|almost|about|some|around|over|more than|roughly|just) )?$",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    rf"(?: (?:{_ADJECTIVE}|[0-9]G)){{0,4}}? (?!{_NO_ADJECTIVE} )(?P<noun>[a-z]{{2,}}(?:-[a-z]+)?s)"
    r"(?<!ss)(?<!equivalent units)(?![a-z'’-])"
)
"""Any noun in the plural behind a number of many: 40,000 5G base stations, 40.9 billion parcels."""
_NOT_COUNTED: Final = re.compile(
    r"measures|policies|rules|countries|regions|nations|economies|cities|provinces|counties|times|points|degrees|kinds|types|varieties|categories"
    r"|words|pages|years|quarters|decades|months|weeks|days|hours|minutes|seconds|steps|others|thousands|millions|billions|series"
    r"|miles|feet|inches|pounds|dollars|cents|euros|pesos|rupees|equivalents|ones|records|levels|news|industries|sectors|fields|areas|departments|members|places"
)
_MANY: Final = re.compile(r"[0-9][0-9,]+|illion|thousand", re.IGNORECASE)
_OF_THEM: Final = re.compile(
    rf"(?:,? of (?:which|them|these)|,)? (?:are|were|was) (?:{_ADJECTIVE} ){{0,3}}?(?P<noun>{_SEVERAL})(?![a-z'’-])",
    re.IGNORECASE,
)
"""What a part of some things is, behind its number: among them, 51,800 were individually owned businesses."""
_PART_OF: Final = re.compile(
    rf"(?:,? (?:and|or) [0-9.]{{1,6}} ?(?:%|per ?cent))?"
    rf" of (?:(?:the|its|their|these|those|[A-Z][a-z]+['’]s) )?(?:top )?(?:[0-9][0-9,]*)? ?(?:{_ADJECTIVE} ){{0,4}}?"
    rf"(?P<noun>{_SEVERAL})(?![a-z'’-])",
    re.IGNORECASE,
)
"""What a part is of that stands behind its number: 41 of the 108 projects, 97 of the top 500 firms."""
_NUMBER_OF: Final = re.compile(
    r"(?=n)(?<![a-z])number of (?P<words>[A-Za-z][A-Za-z’' -]{2,60}?) (?:[a-z]+ ){0,2}?(?:by [0-9.]+(?: ?%| per ?cent)"
    r"|[0-9.]+(?: ?%| per ?cent))?[^,.;:0-9\n]{0,40}? ?"
    r"(?:reached|reaching|totall?ed|to|stood at|came to|hit|is|was|were|topped|at|surpass(?:ed)?|exceed(?:ed)?)"
    r"(?: (?:nearly|almost|about|some|around|over|more than|roughly|just))? $",
    re.IGNORECASE,
)
_THROUGHPUT_OF: Final = re.compile(r"passenger (?:throughput|volume|traffic) of $", re.IGNORECASE)
_NOT_ALONE: Final = re.compile(r" ?[-a-z0-9%$¥€£]", re.IGNORECASE)
_GOES_ON: Final = re.compile(
    r" (?:in|to|by|at|from|as|last|this|during|and|while|over|across|compared|after|on|year|with|nationwide)(?![a-z])"
)
_FAR: Final = 150
_NEAR: Final = 40
_ITEMS: Final = "items"
_TRAINS: Final = re.compile(r"freight train|china-europe|train services", re.IGNORECASE)


def counted_noun(text: str, start: int, end: int) -> CountedNoun | None:
    """What a number from ``start`` to ``end`` counts; None where its words do not say, or it is none of an economy."""
    behind = _BEHIND.match(text, end, end + _FAR)
    if behind:
        unit = _unit(behind["noun"], text[max(start - _FAR, 0) : behind.end() + _FAR // 2])
        return CountedNoun(unit, behind.end())
    if of_them := _OF_THEM.match(text, end, end + _FAR):
        return CountedNoun(_unit(of_them["noun"], of_them[0]), of_them.end())
    if part_of := _PART_OF.match(text, end, end + _FAR):
        return CountedNoun(_unit(part_of["noun"], part_of[0]), part_of.end())
    several = _OPEN.match(text, end, end + _FAR) if _MANY.search(text, start, end) else None
    if several and not _NOT_COUNTED.fullmatch(several["noun"]):
        return CountedNoun(_ITEMS, several.end())
    is_followed = _NOT_ALONE.match(text, end) and not _GOES_ON.match(text, end)
    if is_followed or text[max(start - 1, 0) : start] != " ":  # in Chinese, for example
        return None
    return _named_before(text, start, end)


def unit_of_noun(word: str) -> str:
    """The unit of things that a noun names in the plural; empty where it names none of an economy."""
    return _NOUNS.get(word.lower(), "")


def is_few_of_note(text: str, start: int, noun: str) -> bool:
    """True of two to nine things that a number in words counts for the first time: built four high schools."""
    return _NOUNS.get(noun.lower(), "") in _FEW_OF and _GIVEN.search(text, max(start - _NEAR, 0), start) is None


_GIVEN: Final = re.compile(
    r"(?:(?<![a-z])(?:the|these|those|its|their|his|her|our|all|other|both|first|last|next|past|every|each|any|or|in|at|from"
    r"|across|between|among|into|by|with|than|(?:one|each|any|some|most) of)|['’]s?) $",
    re.IGNORECASE,
)
"""What stands before a few things that are told of, or only say where something was: in two parks, the six projects."""


def _named_before(text: str, start: int, end: int) -> CountedNoun | None:
    """What a number counts that stands alone behind its noun: the number of firms rose to 972."""
    before = _BEFORE.search(text, max(start - _FAR, 0), start)
    if before:
        return CountedNoun(_unit(before["noun"], text[max(before.start() - _NEAR, 0) : before.end()]), end)
    if _THROUGHPUT_OF.search(text, max(start - _NEAR, 0), start):
        return CountedNoun("visits", end)
    if _NUMBER_OF.search(text, max(start - _FAR, 0), start):
        return CountedNoun(_ITEMS, end)
    return None


def _unit(noun: str, around: str) -> str:
    """The unit of what a noun names; that of trips is of travellers or of trains, by the words around them."""
    noun = noun.lower()
    if noun == _TRIPS:
        return "runs" if _TRAINS.search(around) else "visits"
    return _NOUNS.get(noun, "visits")
