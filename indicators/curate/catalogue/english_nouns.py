"""The English words beside a number of no known indicator → the noun phrase that says what it counts."""

import re
from collections.abc import Sequence
from typing import Final

_CLAUSE: Final = re.compile(r"[,;:()](?= |$)|[.!?] | (?:--|[—–]) ")
_WORD: Final = re.compile(r"[A-Za-z0-9&][\w&'’.-]*")
_LONGEST: Final = 8
_ADJECTIVES: Final = 4
_TAIL: Final = re.compile(
    r"reach(?:ed|es|ing)?|hit(?:ting)?|stood|stand(?:s|ing)?|at|was|were|is|are|be|been|total+(?:ed|ing|s)?|to|up|down|rose"
    r"|rise|rising|grew|grow(?:ing|n)?|fell|fall(?:ing|en)?|climb(?:ed|ing)?|jump(?:ed|ing)?|surg(?:ed|ing)|exceed(?:ed|ing|s)?"
    r"|surpass(?:ed|ing|es)?|topp?(?:ed|ing)?|nearly|about|around|over|more|less|than|some|almost|only|just|as|many|much|a"
    r"|the|by|from|its|record|record-high|high|came|amount(?:ed|ing)|expand(?:ed|ing)|increas(?:ed|ing)|decreas(?:ed|ing)"
    r"|declin(?:ed|ing)|dropp(?:ed|ing)|drop|slid|edged|gained|went|in|of|all|approximately|had|has|have|will|would|likely"
    r"|expected|estimated|set|value|volume|year-on-year|year|on|out",
    re.IGNORECASE,
)
"""Words between a noun and its number."""
_RISEN: Final = re.compile(
    r" (?:surged|soared|rose|grew|jumped|increased|climbed|expanded|fell|dropped|declined|decreased"
    r"|(?:went|edged) (?:up|down))(?: by)? [0-9][0-9.]*(?: ?%| per ?cent)(?![a-z]).*$"
)
"""What a noun did before the number that it came to: R&D expenses surged 51.8 percent year on year to."""
_NUMBER: Final = re.compile("[0-9][0-9.,]*")
_LEAD: Final = re.compile(
    r"the|a|an|its|their|this|that|these|those|of|in|on|at|by|for|with|and|or|but|while|from|to|as|about|whose|total|overall"
    r"|combined|annual|his|her|our|also|meanwhile|said|according|average|number|[a-z]+['’]s|[0-9.,-]+",
    re.IGNORECASE,
)
"""Words before a noun that do not belong to it."""
_BORDER: Final = re.compile(
    r"that|which|who|whose|where|when|while|said|has|have|had|will|would|can|could|with|by|from|to|as|but|or|it|they|he|she"
    r"|we|was|were|is|are|been|be|boast(?:s|ed)?|operat(?:es|ed)|report(?:s|ed)|record(?:s|ed)|produc(?:es|ed)|handl(?:es|ed)"
    r"|receiv(?:es|ed)|add(?:s|ed)|creat(?:es|ed)|sign(?:s|ed)|plans?|expects?|than|after|before|during|since|until|this|last"
    r"|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
"""Words that no noun phrase goes over."""
_BEHIND: Final = re.compile(r" ?((?:[a-z][a-z&'’-]*)(?: [a-z&][a-z&'’-]*){0,5})")
_HEAD_OF: Final = re.compile(r"^ ?head of(?= )")
_ENDS: Final = re.compile(
    r"of|in|on|at|by|for|with|from|to|as|and|or|but|while|were|was|are|is|have|has|had|that|which|who|during|over|across|last"
    r"|this|year|years|percent|will|would|after|since|than|up|down|a|an|the|its|per|into|between|through|among|within|each"
    r"|[a-z]+ed|recogni[sz]ed|built|moved|respectively|here|there",
)
_UNITS: Final = re.compile(
    r"yuan|dollars?|euros?|tonnes?|tons?|kilowatts?|kilowatt-hours?|hectares?|mu|kilomet(?:er|re)s?|square|cubic|met(?:er|re)s?"
    r"|million|billion|trillion|thousand|teus?|rmb|kg|km|pieces|units|sets|copies",
    re.IGNORECASE,
)


def before(own: str) -> str:
    """The noun phrase that a sentence tells of before it says a number; empty where there is none."""
    words = _WORD.findall(_RISEN.sub("", _CLAUSE.split(own)[-1]))
    while words and _TAIL.fullmatch(words[-1]):
        words.pop()
    phrase: list[str] = []
    for word in reversed(words):
        if _BORDER.fullmatch(word) or _NUMBER.fullmatch(word) or len(phrase) == _LONGEST:
            break
        phrase.insert(0, word)
    return _trimmed(phrase)


def behind(words: str) -> str:
    """What is counted, behind a count: 276 urban villages; empty where a unit or something else follows."""
    match = _BEHIND.match(_HEAD_OF.sub("", words))
    phrase: list[str] = []
    for word in match[1].split(" ") if match else ():
        if _ENDS.fullmatch(word) or _UNITS.fullmatch(word) or len(phrase) > _ADJECTIVES:
            break
        phrase.append(word)
    return _trimmed(phrase)


def _trimmed(phrase: Sequence[str]) -> str:
    """A noun phrase without what does not belong to its noun."""
    words = [*phrase]
    while words and _LEAD.fullmatch(words[0]):
        words.pop(0)
    while words and _LEAD.fullmatch(words[-1]):
        words.pop()
    named = " ".join(words)
    return named[:1].upper() + named[1:] if any(map(str.isalpha, named)) else ""
