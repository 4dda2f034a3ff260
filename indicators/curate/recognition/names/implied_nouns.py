"""An English number whose words name nothing → the noun that its verb implies, or that was told of before."""

import re
from typing import Final, NamedTuple

from indicators.values.unit_table import Unit

_TRAVEL: Final = re.compile(r"touris|travel|visitor|holiday|scenic|sightse|resort|vacation|attraction", re.IGNORECASE)
_GOVERNMENT: Final = re.compile(
    r"governments?\b|treasur|authorities|ministry of finance|financ(?:e|ial) (?:bureau|department|ministry)"
    r"|\btax (?:bureau|administration|authorit)|\bcount(?:y|ies)\b",
    re.IGNORECASE,
)
_FIRM: Final = re.compile(
    r"\b(?:compan(?:y|ies)|firms?|enterprises?|business(?:es)?|manufacturers?|group|corporation|makers?|factor(?:y|ies)"
    r"|plants?|shops?|hotels?|stores?|ports?)\b",
    re.IGNORECASE,
)
_PEOPLE: Final = re.compile(r"\b(?:residents?|farmers?|villagers?|households?|workers?|employees|people)\b", re.IGNORECASE)


class _Verb(NamedTuple):
    """A verb right before a number, and which nouns it implies by its subject; the last is what it implies alone."""

    words: re.Pattern[str]
    nouns: tuple[tuple[re.Pattern[str] | None, str], ...]
    dimension: str = "money"


def _verb(words: str, *nouns: tuple[re.Pattern[str] | None, str], dimension: str = "money") -> _Verb:
    filled = r"(?: (?:in |up )?(?:an? )?(?:total|combined|estimated|record|whopping|average|annual)(?: of)?| out)? $"
    return _Verb(re.compile(rf"\b(?:{words}){filled}", re.IGNORECASE), nouns, dimension)


_VERBS: Final = (
    _verb(
        r"(?:took|takes?|taken|taking|rak(?:ed?|ing)|pull(?:ed|ing)|br(?:ought|inging|ing)|cash(?:ed|ing)|reel(?:ed|ing)) in"
        r"|earn(?:ed|ing|s)?|gross(?:ed|ing)|net(?:ted|ting)|garner(?:ed|ing)|generat(?:ed|ing|es)|reap(?:ed|ing)"
        r"|pocket(?:ed|ing)|creat(?:ed|ing)|ma(?:de|king)|yield(?:ed|ing)|record(?:ed|ing)?|collect(?:ed|ing)|levied"
        r"|contribut(?:ed|ing)",
        (_GOVERNMENT, "fiscal revenue"),
        (_TRAVEL, "tourism revenue"),
        (_FIRM, "operating revenue"),
        (_PEOPLE, "income"),
    ),
    _verb(
        r"spen(?:t|ding|d)|paid out|disbursed|allocated|shelled out|splurged",
        (_GOVERNMENT, "budget expenditure fiscal spending"),
        (_TRAVEL, "tourist spending"),
        (_PEOPLE, "consumption spending"),
    ),
    _verb(r"(?:shipp|sold|s[eo]ld)(?:ed|ing)? (?:abroad|overseas)", (None, "exports")),
    _verb(r"pa(?:id|ying)|hand(?:ed|ing) over", (re.compile(r"\btax", re.IGNORECASE), "taxes paid")),
    _verb(
        r"(?:goods|products|output|production|crops?|fruits?|tea|vegetables|seafood)(?: [a-z]+){0,3} (?:worth|valued at)",
        (None, "output value"),
    ),
    _verb(
        r"invest(?:ed|ing|s)?|pour(?:ed|ing)?|plough(?:ed|ing)|plow(?:ed|ing)|inject(?:ed|ing)?|inject",
        (None, "investment"),
    ),
    _verb(r"employ(?:s|ed|ing)?", (None, "employed persons"), dimension="people"),
    _verb(
        r"harvest(?:ed|ing|s)?|produc(?:ed|ing|es)|gr(?:ew|own|owing)|pick(?:ed|ing)|reap(?:ed|ing)",
        (None, "farm output"),
        dimension="mass",
    ),
    _verb(
        r"handl(?:ed|ing|es?)|mov(?:ed|ing|es)|lift(?:ed|ing)|process(?:ed|ing)|load(?:ed|ing)|unload(?:ed|ing)",
        (re.compile(r"\b(?:sea)?ports?\b|terminal|quay|dock|wharf", re.IGNORECASE), "cargo throughput"),
        dimension="mass",
    ),
)
_CLAUSE: Final = re.compile(r"[,;:]")


def implied(own: str, topic: str, unit: Unit | None) -> str:
    """The noun that the verb right before a number implies, by its subject or else by what the text is about.

    ``topic`` are the words of its headline, its paragraph and its sentence before: the town took in 3 million yuan.
    """
    if unit is None:
        return ""
    for verb in _VERBS:
        match = verb.words.search(own)
        if match is None or not unit.dimension.startswith(verb.dimension):
            continue
        subject = _CLAUSE.split(own[: match.start()])[-1]
        for words in (subject, topic):
            for who, noun in verb.nouns:
                if who is None or who.search(words):
                    return noun
    return ""
