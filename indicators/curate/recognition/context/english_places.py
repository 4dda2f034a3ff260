"""An English text → names in it that its words show to be those of places, though no gazetteer has them."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from indicators.curate.recognition.context.place_forms import COMPANY, ENGLISH_ZONE
from indicators.curate.recognition.context.place_mentions import PlaceMention
from indicators.curate.recognition.context.world_places import COUNTRIES, countries
from indicators.model.vocabulary import Level
from indicators.values.dates import MONTHS

_SYLLABLE: Final = (
    "(?:[bpmf](?:a(?:i|ng?|o)?|ei|eng?|i(?:an|ao|e|ng?)?|ou?|u)"
    "|[dtnl](?:a(?:i|ng?|o)?|e(?:i|ng?)?|i(?:ang?|ao|a|e|ng?|u)?|ong|ou|u(?:an|[ein]|o)?)"
    "|(?:[gkhr]|[zcs]h?)(?:a(?:i|ng?|o)?|e(?:i|ng?)?|i|ong|ou|u(?:ang?|ai?|i|n|o)?)"
    "|[jqx](?:i(?:ang?|ao|a|e|ng?|ong|u)?|u(?:an|e|n)?)"
    "|y(?:a(?:ng?|o)?|e|i(?:ng?)?|ong?|ou|u(?:an|e|n)?)|w(?:a(?:i|ng?)?|ei|eng?|o|u)"
    "|a(?:i|ng?|o)?|eng?|er|ou?)"
)
_PINYIN: Final = re.compile(f"(?:{_SYLLABLE}'?){{2,5}}")
_NAME: Final = r"[A-Z][a-z]{1,14}(?:'[a-z]{2,10}|(?<=..[a-z]))"
_KINDS: Final[Mapping[str, Level]] = {
    "city": "county",
    "county": "county",
    "district": "district",
    "town": "town",
    "township": "town",
    "prefecture": "prefecture",
    "province": "province",
    "zone": "development-zone",
    "park": "development-zone",
}
_KIND: Final = "|".join(f"[{kind[0].upper()}{kind[0]}]{kind[1:]}" for kind in _KINDS)
_SHOWN: Final = re.compile(
    rf"(?<![A-Za-z-])(?:(?:[Tt]he (?P<form>{_KIND})|hometown) of (?P<of>{_NAME})(?![A-Za-z-])"
    rf"|(?:[Ii]n|[Aa]cross|[Tt]hroughout) (?=(?P<within>{_NAME})(?![A-Za-z-]| (?!(?:{_KIND})\b)[A-Z]))"
    rf"|(?<![A-Z][a-z] )(?P<named>{_NAME})(?: (?P<kind>{_KIND})(?![a-z-])|(?={ENGLISH_ZONE}))"
    rf"|(?P<apart>{_NAME}),? (?:an?|the) (?:[a-z]+(?:-[a-z]+)? ){{0,3}}(?P<what>{_KIND})"
    r"(?:,| (?:in|of|under|that|which|administered|governed)\b)"
    r"|(?:(?<=\n)|^)(?P<dateline>[A-Z]{4,15})(?=,[^\n]{1,40}--))"
)
"""in Xinghua; Xinghua county; Xinghua, a county-level city under Taizhou; XINGHUA, March 5 --."""
_OTHER_NAMES: Final = (
    "Asean Asia Banana Bonita Canada China Dubai Eurasia Geneva Guiana Guinea Haier Haiti Havana Huawei "
    "Human Inner June Machine Malawi Mali Mandarin Media Nomura Outer Panama Renminbi Samoa Tonga Women "
    "Xiaomi Yuan"
)
_NO_PLACES: Final = frozenset(_OTHER_NAMES.split())
"""Names that are spelled as Chinese ones are, and are none of places in China."""
MOST: Final = 40
"""So many names of places that nobody knows are looked for in one text."""


class ShownPlace(NamedTuple):
    """What a text shows of a place: its level, and the noun that is no part of its name: Juye, a county in Heze."""

    level: Level
    kind: str = ""


def shown(text: str) -> dict[str, ShownPlace]:
    """The Chinese names in Roman letters that an English text shows to be those of places."""
    several: dict[str, ShownPlace] = {}
    for match in _SHOWN.finditer(text):
        name = (match["within"] or match["named"] or match["apart"] or match["of"] or match["dateline"]).capitalize()
        if name in _NO_PLACES or name in COUNTRIES or not _PINYIN.fullmatch(name.lower()):
            continue
        kind = match["kind"] or match["what"] or match["form"]
        if kind:
            several[name] = ShownPlace(_KINDS[kind.lower()], kind.title() if match["what"] else "")
        else:
            several.setdefault(name, ShownPlace("development-zone" if match["named"] else "county"))
        if len(several) == MOST:
            break
    return several


def pattern(names: Iterable[str]) -> re.Pattern[str]:
    """Where one of some names stands in a text, in capitals, too, and not as a part of the name of a firm."""
    either = "|".join(sorted((form for name in names for form in (name, name.upper())), key=len, reverse=True))
    return re.compile(
        rf"(?<![A-Za-z'-])(?P<name>{either})(?:{ENGLISH_ZONE}| [Tt]own(?:ship)?)?"
        rf"(?![A-Za-z]|'[a-rt-z]|{COMPANY})"
    )


def is_beside(text: str, start: int, last: int) -> bool:
    """True of a place that is only an example, or where something came from or went to, and of those listed with it.

    ``last`` is where the last such place ended: projects from Beijing and Tianjin; cities such as Wuxi, Suzhou.
    """
    return _BESIDE.search(text, max(start - _NEAR, 0), start) is not None or text[last:start] in _IN_A_LIST


def is_venue(text: str, start: int) -> bool:
    """True of a place where something was said, or where a customs office is that covers more than it."""
    return _VENUE.search(text, max(start - _NEAR, 0), start) is not None


_VENUE: Final = re.compile(
    r"\b(?:conference|briefing|forum|expo|fair|meeting|seminar|ceremony|summit|[Cc]ustoms(?: authorities| officials?)?)"
    r"(?: held| opened)? in $"
)
_NEAR: Final = 40
_IN_A_LIST: Final = frozenset({", ", " and ", ", and ", " or "})
_BESIDE: Final = re.compile(
    r"\b(?:such as|including|especially|notably|unlike|behind|outside|compared with|than(?: th(?:at|ose) of)?"
    r"|(?:exports?|shipments?|flights?|trains?|routes?|trips?|bound|link(?:ing|ed)?|next|close|similar|second only) to"
    r"|(?:projects?|tourists|visitors|travell?ers|passengers|investors?|people|students|imports|investment) from"
    r"|(?:trade|cooperation|border|links?) with) (?:the )?$"
)


def mention(match: re.Match[str], places: Mapping[str, ShownPlace], *, is_first: bool) -> PlaceMention | None:
    """What a match of such a pattern names; a dateline is where the reporter was if the headline names a place."""
    if match["name"].isupper() and (not is_first or _COUNTRY.search(match.string, 0, match.start())):
        return None
    return PlaceMention(*match.span(), "", places[match["name"].capitalize()].level)


_CHINESE: Final = re.compile("[\u4e00-\u9fff]")
_COUNTRY: Final = re.compile(r"\bChina\b(?! Daily)|\bthe (?:country|nation)['’]s|\bNational People['’]s Congress")
_PROPER: Final = r"[A-Z](?:[^\W\d_]|-){2,14}(?![\d_])(?: [A-Z](?:[^\W\d_]|-){2,14}(?![\d_])){0,2}"
_ABROAD: Final = re.compile(
    rf"(?<![A-Za-z-])(?:(?:(?P<in>[Ii]n|[Aa]cross|[Tt]hroughout)|[Oo]f|[Ff]or)(?: the)? (?P<within>{_PROPER})"
    rf"|(?P<whose>{_PROPER})(?:(?=['’]s\b)|(?P<province> (?:[Pp]rovince|[Ss]tate)\b)))"
)
_NO_NAME: Final = re.compile(
    rf"(?:{'|'.join(MONTHS)}"
    "|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Spring|Summer|Autumn|Winter|Internet|State|The|This|That|These|Those"
    "|Its|Their|Government|Department|Ministry|Bureau|Statistics|Commerce|Company|Party|Congress|Minister|Last|First"
    r"|Today|Yesterday|Customs|Port|Airport|University|Bank|GDP|Golden|National|Festival|[A-Z][a-z]+(?:ese|ish|ans?))\b"
)
_LEAD: Final = 300
LONGEST: Final = 10_000
"""In so many characters the place of an article is looked for; its first sentences name it."""


def all_of_it(text: str) -> tuple[str, Level] | None:
    """The country, or the place abroad, that all of an English text is about which names no place in China.

    It is the one with which the headline begins, or what the text has most often where the name of a place can stand,
    and in its first sentences, too. A country goes by its name; another place is one in which the body says something
    to be, for firms stand where places do: Sanofi's plant.
    """
    if _CHINESE.search(text):
        return None
    text = text[:LONGEST]
    counts: Counter[str] = Counter()
    provinces, places = set(), set()
    headline_end = max(text.find("\n"), 0)
    for match in _ABROAD.finditer(text):
        name = match["within"] or match["whose"]
        if _NO_NAME.match(name) or text.find(name) >= _LEAD:
            continue
        counts[name] += 1
        if match["province"]:
            provinces.add(name)
        if match["province"] or name in COUNTRIES or (match["in"] and match.start() > headline_end):
            places.add(name)
    first = next((name for name in _first_words(text) if name in places or name in COUNTRIES), "")
    if not first and _COUNTRY.search(text) and ("China" in text or not countries(text)):
        return "China", "country"
    most = first or max(places, key=lambda name: (counts[name], -text.find(name)), default="")
    if not most and (state := _OF_THE_STATE.search(text)):  # Johor approved 205 projects … jobs in the state
        several = [name for name in _first_words(text) if text.count(name) > 1]
        return (several[0], _KINDS.get(state["kind"] or state["of"], "province")) if several else None
    if not most or text.count(most) < 2:
        return None
    return most, "province" if most in provinces else "country"


_OF_THE_STATE: Final = re.compile(
    r"\b(?:(?:in|across|throughout) the (?P<kind>state|province|city|county|district)(?![a-z])(?! (?:of|capital))"
    r"|[Tt]he (?P<of>state|provincial|county|district)(?: government| assembly| authorities|['’]s (?!own)[a-z]))"
)


def _first_words(text: str) -> Iterator[str]:
    """Names with which a text can begin, the longest first: Vinh Phuc, Vinh."""
    match = re.match(_PROPER, text)
    words = match[0].removesuffix("-").split() if match else []
    for count in range(len(words), 0, -1):
        name = " ".join(words[:count])
        if not _NO_NAME.match(name):
            yield name


def full_name(text: str, name: str, place: ShownPlace | None) -> str:
    """The name of a place with the noun for what it is, if the text has it: Zhongguancun Science Park, Juye County.

    A zone that is only described (Hefei high-tech zone) has the longest name that the text has for one there.
    """
    if (place is not None and place.level == "development-zone") or name.endswith((" zone", " park", " area")):
        several = re.finditer(rf"(?<![A-Za-z-]){re.escape(name.split(maxsplit=1)[0])}(?:{ENGLISH_ZONE})", text)
        return max((match[0] for match in several), key=len, default=name)
    return f"{name} {place.kind}".strip() if place else name
