"""The English words beside a number of no known indicator → the noun phrase that says what it counts."""

import itertools
import re
from collections.abc import Sequence
from typing import Final

from indicators.values.dates import MONTHS
from indicators.values.unit_table import Unit

_CLAUSE: Final = re.compile(r"[,;:()](?= |$)|[.!?] | (?:--|[—–]) ")
_WORD: Final = re.compile(r"[A-Za-z0-9&][\w&'’.-]*")
_LONGEST: Final = 8
_FEW: Final = 2
_SEVERAL: Final = 5
_TAIL: Final = re.compile(
    r"reach(?:ed|es|ing)?|hit(?:ting)?|risen|grown|averag(?:ed|es|ing)|number(?:ed|s|ing)|put|stood|stand(?:s|ing)?"
    r"|at|was|were|is|are|be|been|total+(?:ed|ing|s)?|to|up|down|rose"
    r"|rise|rising|grew|grow(?:ing|n)?|fell|fall(?:ing|en)?|climb(?:ed|ing)?|jump(?:ed|ing)?|surg(?:ed|ing)|exceed(?:ed|ing|s)?"
    r"|surpass(?:ed|ing|es)?|topp?(?:ed|ing)?|nearly|about|around|over|more|less|than|some|almost|only|just|as|many|much|a"
    r"|the|by|from|its|record|record-high|high|came|amount(?:ed|ing)|expand(?:ed|ing)|increas(?:ed|ing)|decreas(?:ed|ing)"
    r"|declin(?:ed|ing)|dropp(?:ed|ing)|drop|slid|edged|gained|went|in|of|all|approximately|had|has|have|will|would|likely"
    r"|expected|estimated|set|value|volume|year-on-year|year|on|out|worth|contribut(?:ed|ing)|gross(?:ed|ing)|reali[sz]ed"
    r"|achieved|generated|brought|yielded|fetched|registered|posted|earned|remained|allocated",
    re.IGNORECASE,
)
"""Words between a noun and its number."""
_RISEN: Final = re.compile(
    r" (?:surged|soared|rose|grew|jumped|increased|climbed|expanded|fell|dropped|declined|decreased"
    r"|(?:went|edged) (?:up|down))(?: by)? [0-9][0-9.]*(?: ?%| per ?cent)(?![a-z]).*$"
    r"| from (?:about |around |nearly |over )?[0-9][^,;]{0,40}? to(?: about| around| nearly| over)? ?$"
)
"""What a noun did before the number that it came to: R&D expenses surged 51.8 percent year on year to."""
_ASIDE: Final = re.compile(
    r", (?:however|meanwhile|in turn|too|though|by contrast|in contrast|also|for (?:example|instance)),? "
    r"|, (?:the|an?|one of) [^,;:0-9]{3,60}, (?=(?:rose|fell|grew|increased|climbed|jumped|surged|soared|dropped"
    r"|declined|decreased|reached|totall?ed|hit|stood|was|were|went)(?![a-z]))"
)
_WHEN: Final = re.compile(
    r" (?:in|for|during|by|at the end of|as of) (?:[A-Z][a-z]+ )?(?:[0-9]{1,2}, )?(?:19"
    r"|20)[0-9]{2}(?=(?: [a-z]+){0,3} ?$)"
)
_NUMBER: Final = re.compile("[0-9][0-9.,]*")
_LEAD: Final = re.compile(
    r"the|a|an|back|its|their|it|they|them|he|she|we|below|above|under|this|that|these|those|of|in|on|at|by|for|with|and"
    r"|or|but|while|from|to|as|about|whose|total|overall"
    r"|combined|annual|his|her|our|also|meanwhile|said|according|average|number|[a-z]+['’]s|[0-9.,-]+|includ(?:es|ing)|current(?:ly)?"
    r"|additional|extra|further|another|other|big|huge|large|larger|small|smaller|percent|worth"
    r"|(?:reduc|increas|construct|generat|driv|protect|sav|provid|bring|rais)(?:e|ing)?",
    re.IGNORECASE,
)
"""Words before a noun that do not belong to it."""
_BORDER: Final = re.compile(
    r"that|which|who|whose|where|when|while|said|there|now|here|then|today|holds?|held|lives?|lived|went|gone|brought|gives?"
    r"|gave|makes?|made|sent|sends?|needs?|needed|controlled|prevented|recogni[sz]e[sd]|has|have|had|will|would|can|could|with|by|from|to|as|but|or|it|they|he|she"
    r"|we|was|were|is|are|been|be|boast(?:s|ed)?|operat(?:es|ed)|report(?:s|ed)|record(?:s|ed)|produc(?:es|ed)|handl(?:es|ed)"
    r"|receiv(?:es|ed)|offer(?:s|ed|ing)?|attract(?:s|ed|ing)?|saw|resulted|add(?:s|ed)|creat(?:es|ed)|sign(?:s|ed)|plans?|expects?|than|after|before|during|since|until|this|last"
    rf"|{'|'.join(MONTHS)}",
    re.IGNORECASE,
)
"""Words that no noun phrase goes over."""
_BEHIND: Final = re.compile(r" ?((?:[A-Z0-9]?[A-Za-z][A-Za-z&'’-]*)(?: [A-Z0-9]?[A-Za-z&][A-Za-z&'’-]*){0,7})")
_QUOTED: Final = re.compile(r"[\"“]([^\"”]{2,60})[\"”]")
_HEAD_OF: Final = re.compile(r"^ ?head of(?= )")
_ENDS: Final = re.compile(
    r"of|in|on|at|by|for|with|from|to|as|and|or|but|while|were|was|are|is|have|has|had|that|which|who|during|over|across|last"
    r"|this|year|years|percent|will|would|after|since|than|up|down|a|an|the|its|per|into|between|through|among|within|each"
    r"|[a-z]+ed|recogni[sz]ed|built|moved|respectively|here|there|worth|like|under|also",
)
_UNITS: Final = re.compile(
    r"yuan|dollars?|euros?|tonnes?|tons?|kilowatts?|kilowatt-hours?|hectares?|mu|kilomet(?:er|re)s?|square|cubic|met(?:er|re)s?"
    r"|million|billion|trillion|thousand|teus?|rmb|kg|km|pieces|units|sets|copies|times|(?:micro|milli|kilo)?grams?|(?:kilo)?lit(?:er|re)s?|barrels?|gallons?|acres?|pounds?",
    re.IGNORECASE,
)


_COUNT: Final = re.compile(
    r"^.*?[0-9][0-9.,]*(?: ?(?:thousand|million|billion|trillion|mln|bln)(?![a-z]))?"
    r"|^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens of|hundreds of|thousands of)(?![a-z])",
    re.IGNORECASE,
)
OF_WHAT: Final = re.compile(
    r" ?(?:[A-Za-z$-]+ ){0,2}?(?:\([^()]{0,40}\) )?(?:worth )?(?:of|in)"
    r"(?= (?!the |its |this |their |last |total |20|19|an? |[A-Z]|(?:which|first|terms|recent|all|fact) ))"
)
"""What stands between an amount and what it is of: tonnes of cargo, yuan in startup grants."""


def without_number(words: str) -> str:
    """The words of a count without its number: "six projects" is "projects"."""
    return _COUNT.sub("", words)


def before(own: str) -> str:
    """The noun phrase that a sentence tells of before it says a number; empty where there is none."""
    clauses = _CLAUSE.split(_ASIDE.sub(" ", own))
    words = _without_tail(clauses[-1])
    if not words and len(clauses) > 1:
        words = _without_tail(clauses[-2])  # prices of tea rose by a tenth, reaching
    phrase: list[str] = []
    for word in reversed(words):
        if _BORDER.fullmatch(word) or _NUMBER.fullmatch(word) or len(phrase) == _LONGEST:
            break
        phrase.insert(0, word)
    return _trimmed(phrase)


def _without_tail(clause: str) -> list[str]:
    """The words of a clause without those between its noun and its number."""
    words = _WORD.findall(_WHEN.sub("", _RISEN.sub("", clause)))
    while words and _TAIL.fullmatch(words[-1]):
        words.pop()
    return words


def naming(own: str, noun: str, after: str, unit: Unit | None) -> Sequence[str]:
    """The words that can name what a number is of: those before it, or the noun that it counts with what was done."""
    if not own.isascii() or not _says_what(noun, unit):
        return (own,)
    done = _DONE_TO.match(after)
    return (f" {noun} {done['done']}", f" {noun}") if done else (f" {noun}",)


_DONE_TO: Final = re.compile(
    r" (?:were|was|have been|has been|had been)(?: newly)? (?P<done>[a-z]+ed|sold|built|sent|made|caught|born)(?![a-z])"
)


def _says_what(noun: str, unit: Unit | None) -> bool:
    """True of a noun behind a number that says what it counts, where its unit does not."""
    return bool(noun) and unit is not None and unit.id in _ANY_THING and not _ANYBODY.fullmatch(noun)


_ANY_THING: Final = frozenset({"items", "persons", "pieces", "projects", "places", "households"})
_ANYBODY: Final = re.compile("people|persons|others|more|residents|workers|visitors|passengers", re.IGNORECASE)


def behind(words: str) -> str:
    """What is counted, behind a count: 276 urban villages; empty where a unit or something else follows."""
    match = _BEHIND.match(_QUOTED.sub(r"\1", _HEAD_OF.sub("", words)))
    words_behind = match[1].split(" ") if match else []
    phrase: list[str] = []
    for index, word in enumerate(words_behind):
        if word == "and" and phrase and _goes_on(phrase[-1], words_behind[index + 1 :]):
            phrase.append(word)
            continue
        is_adjective = not phrase and word.endswith("ed") and any(map(_PLURAL.search, words_behind[1:_SEVERAL]))
        if _UNITS.fullmatch(word) or len(phrase) > _LONGEST or (_ENDS.fullmatch(word) and not is_adjective):
            break
        if phrase and _PLURAL.search(phrase[-1]) and word.endswith("ing"):
            break
        phrase.append(word)
    while phrase and not _PLURAL.search(phrase[-1]) and any(map(_PLURAL.search, phrase)):
        phrase.pop()  # yachts set sail
    return _trimmed(phrase)


def _goes_on(word: str, behind: Sequence[str]) -> bool:
    """True where "and" joins nouns, or what is said of one: primary and secondary schools, firms and farms."""
    if not _PLURAL.search(word):
        return bool(behind)
    ahead = [*itertools.takewhile(lambda word: not _ENDS.fullmatch(word), behind[:_FEW])]
    return any(map(_PLURAL.search, ahead))


_PLURAL: Final = re.compile("(?<!s)s$|people$|staff$")


def numbered(own: str) -> str:
    """What words before a count say that it is the number of; empty where they do not: The number of firms rose to."""
    told = [*_NUMBER_OF.finditer(own)]
    return told[-1]["noun"] if told else ""


_NUMBER_OF: Final = re.compile(
    r"(?<![a-z])[Nn]umber of (?:the |its |their )?(?P<noun>(?:[A-Za-z-]+ ){0,4}?[a-z-]+s)"
    r"(?= (?:in|of|that|which|with|at|on|to|from|by|has|have|had|was|were|rose|grew|reached|hit|[a-z]+ed)(?![a-z])| ?$)"
)


def _trimmed(phrase: Sequence[str]) -> str:
    """A noun phrase without what does not belong to its noun."""
    words = [*phrase]
    while words and (_LEAD.fullmatch(words[0]) or _UNITS.fullmatch(words[0])):
        words.pop(0)
    while words and _LEAD.fullmatch(words[-1]):
        words.pop()
    if len(words) > 1 and words[-1].endswith("ed") and not _PLURAL.search(words[-2]):
        words.pop()  # the city founded
    named = " ".join(words)
    return named[:1].upper() + named[1:] if any(map(str.isalpha, named)) else ""
