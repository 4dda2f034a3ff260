"""An English number without a unit → the noun that it counts, behind it or before it: 45 provincial gazelle firms."""

import re
from typing import Final, NamedTuple

from indicators.curate.recognition.text.english.nouns import FEW_OF, NOUNS


class CountedNoun(NamedTuple):
    """What an English number counts: the id of the unit, and where the noun phrase ends, if it stands behind it."""

    unit: str
    end: int


_TRIPS: Final = "trips"
_SEVERAL: Final = "|".join(sorted((*NOUNS, _TRIPS), key=len, reverse=True))
_FIRSTS: Final = "".join(sorted({noun[0] for noun in (*NOUNS, _TRIPS, "passenger")}))
_NO_ADJECTIVE: Final = (
    r"(?:of|in|by|to|for|with|or|from|at|on|that|which|who|were|was|are|is|have|has|had|than|per|as|a|an|the|its|their"
    r"|percent|year|years|while|but|new-year|million|billion|trillion|thousand)"
)
_ADJECTIVE: Final = (
    rf"(?!{_NO_ADJECTIVE} )(?!(?!(?:sports|logistics|electronics|robotics|goods) )[A-Za-z'-]*[b-rt-z]s )"
    r"(?:[\"“”']?[A-Za-z][A-Za-z0-9&/’'-]{0,24}[\"“”']?)"
)
_DAYS: Final = r"[A-Z][a-z]{2,8}\.? [0-9]{1,2}(?: to (?:[A-Z][a-z]{2,8}\.? )?[0-9]{1,2})?(?![0-9])"
_BEHIND: Final = re.compile(
    rf"(?: (?:{_ADJECTIVE}|Fortune (?:Global )?500|[1-9][AG](?:-level|-rated)?)){{0,6}}?"
    rf" (?P<noun>{_SEVERAL})(?![a-z'’-])",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(
    rf"(?=[{_FIRSTS}])(?<![a-z-])(?P<noun>{_SEVERAL}|passenger throughput)(?![a-z'’-])"
    rf"(?:[^,.;:0-9\n]|{_DAYS}|(?<=per )[0-9,]{{1,9}} ){{0,70}}?"
    r"(?: [0-9][0-9.,]{0,12}(?: ?%| per ?cent| times| thousand| million)?[^,.;:0-9\n]{0,40}(?: [0-9]{4})?)?"
    r" (?:reached|reaching|totall?ed|totall?ing|to|stood at|standing at|came to|hit|hitting|is|was|were|numbered|topped"
    r"|surpass(?:ed)?|exceed(?:ed)?|at)(?: (?:reach|be|hit|total))? "
    r"(?:(?:nearly|almost|about|some|around|over|more than|roughly|just) )?$",
    re.IGNORECASE,
)
_OPEN: Final = re.compile(
    rf"(?: (?:{_ADJECTIVE}|[0-9]G)){{0,4}}? (?!{_NO_ADJECTIVE} )"
    r"(?P<noun>[a-z]{2,}(?:-[a-z]+)?s|[A-Z][A-Za-z]{0,3}[A-Z]s)"
    r"(?<!ss)(?<!equivalent units)(?![a-z'’-])"
)
"""Any noun in the plural behind a number of many: 40,000 5G base stations, 40.9 billion parcels."""
_NOT_COUNTED: Final = re.compile(
    r"measures|policies|rules|countries|regions|nations|economies|cities|provinces|counties|times|points|degrees|kinds|types|varieties|categories"
    r"|words|pages|years|quarters|decades|months|weeks|days|hours|minutes|seconds|steps|others|thousands|millions|billions|series"
    r"|miles|feet|inches|pounds|dollars|cents|euros|pesos|rupees|equivalents|ones|records|levels|news|industries|sectors|fields|areas|departments|places"
)
_MANY: Final = re.compile(r"[0-9][0-9,]+|illion|thousand", re.IGNORECASE)
_PER: Final = re.compile(r" (?:per|for (?:every|each)) (?:[0-9]|hundred|thousand)")
"""What stands behind a noun of which even a few are a mean: 3.2 doctors per 1,000."""
_ON_AVERAGE: Final = re.compile(
    r" (?:per|for (?:every|each)) (?:[0-9]|hundred|thousand|person|head|household)|[^,.;0-9]{0,30} on average(?![a-z])"
)
_YEARS: Final = re.compile(r" years?(?! (?:old|ago|earlier|later)|[a-z])")
_LIFE: Final = re.compile(
    r"(?<![a-z])(?:life ?spans?|life expectancy|longevity|(?:average|mean|median) age|lived?)(?![a-z])"
    r"(?:[^.;\n]|\.(?=[0-9]))*$",
    re.IGNORECASE,
)
"""What stands before years of a life, which are counted."""
_AGE_OF: Final = re.compile(
    r"(?<![a-z])(?:life ?spans?|life expectancy|(?:average|mean|median) age)(?: [a-z' -]{2,60})?"
    r" (?:to|at|reached|was|is|of) $",
    re.IGNORECASE,
)
"""What stands before a mean age: the average age at first marriage rose to 28.7."""
_OF_THEM: Final = re.compile(
    rf"(?:,? of (?:which|them|these)|,)? (?:are|were|was) (?:{_ADJECTIVE} ){{0,3}}?(?P<noun>{_SEVERAL})(?![a-z'’-])",
    re.IGNORECASE,
)
"""What a part of some things is, behind its number: among them, 51,800 were individually owned businesses."""
_PART_OF: Final = re.compile(
    rf"(?:,? (?:and|or) [0-9.]{{1,6}} ?(?:%|per ?cent))?"
    rf" of (?:(?:the|its|their|these|those|(?:the )?[A-Za-z]+['’]s) )?(?:top )?(?:[0-9][0-9,]*)? ?"
    rf"(?:{_ADJECTIVE} ){{0,4}}?"
    rf"(?P<noun>{_SEVERAL})(?![a-z'’-])",
    re.IGNORECASE,
)
"""What a part is of that stands behind its number: 41 of the 108 projects, 97 of the top 500 firms."""
_NUMBER_OF: Final = re.compile(
    r"(?=n)(?<![a-z])number of (?P<words>[A-Za-z][A-Za-z’' -]{2,60}?(?: per [0-9,]{1,9} [a-z]+)?)"
    r" (?:[a-z]+ ){0,2}?(?:by [0-9.]+(?: ?%| per ?cent)"
    r"|[0-9.]+(?: ?%| per ?cent))?[^,.;:0-9\n]{0,40}? ?"
    r"(?:reached|reaching|totall?ed|to|stood at|came to|hit|is|was|were|topped|at|surpass(?:ed)?|exceed(?:ed)?)"
    r"(?: (?:nearly|almost|about|some|around|over|more than|roughly|just))? $",
    re.IGNORECASE,
)
_SUBJECT: Final = re.compile(
    r"(?<![A-Za-z-])(?P<noun>[A-Za-z]{2,}s)(?<!ss)(?![A-Za-z'’-])(?: [^,.;:\n]{1,60})?"
    r" (?:(?:(?:rose|ris(?:en|ing)|gr[eo]wn?|increased|climbed|surged|soared|jumped|dropped|fell|fallen|declined"
    r"|decreased|went (?:up|down)|doubled|tripled)(?: (?:by )?[0-9.]{1,6}(?: ?%| per ?cent))?(?: [a-z-]{1,12}){0,4}?"
    r"|[0-9.]{1,6}(?: ?%| per ?cent)) to"
    r"|reached|reaching|totall?ed|totall?ing|number(?:ed|ing)?|came to|stood at|hit)"
    r"(?: (?:nearly|almost|about|some|around|over|more than|roughly|just))? $"
)
"""What stands before a number of things, be they few, whose noun is the subject: road deaths dropped to 312."""
_NO_THINGS: Final = re.compile(
    r"(?i:[a-z]*(?:prices|sales|revenues|profits|incomes|exports|imports|earnings|costs|wages|temperatures|scores|rates"
    r"|levels|points|degrees|taxes|funds|deposits|loans|values|outputs|yields|averages|ratios|years|months|days|weeks"
    r"|hours|others|figures|indexes|indices|stocks|shares|ties|talks|plans|has|was|is|this|its|his|as|us|thus|across"
    r"|emissions|losses|gains))"
)
_THROUGHPUT_OF: Final = re.compile(r"passenger (?:throughput|volume|traffic) of $", re.IGNORECASE)
_FOLLOWED: Final = re.compile(
    r" ?(?:$|[,;:)\n“”\"]|\((?!s\))|[.!?](?![0-9])|[—–]|--)"
    r"| (?:in|to|by|at|from|as|on|for|of|with|within|or|and|but|nor|over|under|across|among|through|throughout|between"
    r"|during|since|before|after|until|per|into|via|out|up|down|off|than|respectively|each|every|this|last|next|so|a|an"
    r"|the|who|that|which|whose|where|when|while|although|were|was|are|is|be|have|had|has|will|would|could|can|may|did|do"
    r"|does|not|no|against|versus|about|around|it|they|he|she|we|its|their|these|those|compared|nationwide|worldwide|annually|daily|monthly|yearly|alone|altogether|overall|still|also|already"
    r"|now|then|came|went|got|took|found|made|put|won|lost|left|died|gave|gone|set|rose|fell|grew|more|less|fewer|higher"
    r"|lower|year-on-year|year-over-year|below|above|ahead|behind|only|both|[a-z]{3,}ed)(?![a-z-])"
    r"| (?!(?:feet|square|cubic|metric|percent|per)(?![a-z]))[a-z]{2,}(?<!s)"
    r" (?:an?|the|their|its|his|her|in|at|from|on|for|with"
    r"|to|by|around|through)(?![a-z])"
)
"""What stands behind a number that counts nothing which is told behind it."""
_FAR: Final = 150
_NEAR: Final = 40
_ITEMS: Final = "items"
_TRAINS: Final = re.compile(r"freight train|china-europe|train services", re.IGNORECASE)


def counted_noun(text: str, start: int, end: int) -> CountedNoun | None:
    """What a number from ``start`` to ``end`` counts; None where its words do not say, or it is none of an economy."""
    if behind := _noun_behind(text, start, end):
        return behind
    is_alone = stands_alone(text, end) and text[max(start - 1, 0) : start] == " "  # not in Chinese, for example
    return _named_before(text, start, end) if is_alone else None


def is_sized(text: str, start: int, end: int) -> bool:
    """True of a number of thousands or millions, which a text seldom prints of anything but what it counts."""
    return _SIZED.search(text, start, end) is not None


_SIZED: Final = re.compile(r"[0-9],[0-9]{3}|illion|thousand")


def stands_alone(text: str, end: int) -> bool:
    """True of a place of an English text behind a number at which nothing stands that it counts."""
    return _FOLLOWED.match(text, end) is not None


def _noun_behind(text: str, start: int, end: int) -> CountedNoun | None:
    years = _YEARS.match(text, end) if text[end : end + 2] == " y" else None
    if years and _LIFE.search(text, max(start - _FAR, 0), start):
        return CountedNoun("years-of-age", years.end())
    if behind := _BEHIND.match(text, end, end + _FAR):
        unit = _unit(behind["noun"], text[max(start - _FAR, 0) : behind.end() + _FAR // 2])
        return CountedNoun(unit, behind.end())
    if part := _OF_THEM.match(text, end, end + _FAR) or _PART_OF.match(text, end, end + _FAR):
        return CountedNoun(_unit(part["noun"], part[0]), part.end())
    several = _OPEN.match(text, end, end + _FAR)
    is_mean = several and (_PER if text[start:end].isdecimal() else _ON_AVERAGE).match(text, several.end())
    is_many = _MANY.search(text, start, end) or is_mean
    is_count = several and is_many and not _NOT_COUNTED.fullmatch(several["noun"])
    return CountedNoun(_ITEMS, several.end()) if several and is_count else None


def unit_of_noun(word: str) -> str:
    """The unit of things that a noun names in the plural; empty where it names none of an economy."""
    return NOUNS.get(word.lower(), "")


def is_few_of_note(text: str, start: int, end: int) -> bool:
    """True of two to nine things that a number in words counts for the first time: built four high schools."""
    unit = NOUNS.get(text[start:end].rpartition(" ")[2].lower(), "")
    if unit == "enterprises":
        got = _WERE_ADDED.match(text, end) or _GOT.search(text, max(start - _FAR // 2, 0), start)
        return got is not None
    return unit in FEW_OF and _GIVEN.search(text, max(start - _NEAR, 0), start) is None


_GOT: Final = re.compile(
    r"(?<![a-z])(?:ha[sd]|have|having|home to|(?:boast|host|own|operat|attract|add|cultivat|nurtur|foster|introduc"
    r"|establish|recogni[sz]|includ|gain|hous|incubat|list|hold|compris|featur|contain)"
    r"(?:e?s|e?d|ing)?|bred|brought in|set up|saw)"
    r"(?: (?:a total of|another|also|now|already))*(?: [^.;:\n]{3,60}(?:,|,? and))? $"
    r"|[0-9] [A-Za-z][A-Za-z0-9 -]{3,50}(?:,|,? and) $",
    re.IGNORECASE,
)
"""What stands before a few firms that a place has or got: home to two unicorns; has four parks and two giants."""


_WERE_ADDED: Final = re.compile(
    r"[\"”’']?(?: and [^.;\n]{3,60}?)? (?:(?:were|was|are|have been|had been) (?:newly |also |jointly )?"
    r"(?:added|listed|built|opened|recogni[sz]ed|certified|established|set up|attracted|launched|named|selected)"
    r"|(?:have|had) (?:opened|settled|set up|moved|invested|landed|established))(?![a-z])"
)
"""What stands behind a few firms that are new in a place: two unicorns were added."""
_GIVEN: Final = re.compile(
    r"(?:(?<![a-z])(?:the|these|those|its|their|his|her|our|all|other|both|first|last|next|past|every|each|any|or|in|at|from"
    r"|across|between|among|into|by|with|than|(?:one|each|any|some|most) of)|['’]s?) $",
    re.IGNORECASE,
)
"""What stands before a few things that are told of, or only say where something was: in two parks, the six projects."""


def _named_before(text: str, start: int, end: int) -> CountedNoun | None:
    """What a number counts that stands alone behind its noun: the number of firms rose to 972."""
    if _AGE_OF.search(text, max(start - _FAR, 0), start) and not is_sized(text, start, end):
        return CountedNoun("years-of-age", end)
    before = _BEFORE.search(text, max(start - _FAR, 0), start)
    if before:
        return CountedNoun(_unit(before["noun"], text[max(before.start() - _NEAR, 0) : before.end()]), end)
    if _THROUGHPUT_OF.search(text, max(start - _NEAR, 0), start):
        return CountedNoun("visits", end)
    if _NUMBER_OF.search(text, max(start - _FAR, 0), start):
        return CountedNoun(_ITEMS, end)
    return None if is_sized(text, start, end) else _few_of_subject(text, start, end)


def _few_of_subject(text: str, start: int, end: int) -> CountedNoun | None:
    """What a small number counts whose noun is the subject: road deaths dropped to 312."""
    subject = _SUBJECT.search(text, max(start - _FAR, 0), start)
    if subject is None or _NO_THINGS.fullmatch(subject["noun"]):
        return None
    return CountedNoun(unit_of_noun(subject["noun"]) or _ITEMS, end)


def _unit(noun: str, around: str) -> str:
    """The unit of what a noun names; that of trips is of travellers or of trains, by the words around them."""
    noun = noun.lower()
    if noun == _TRIPS:
        return "runs" if _TRAINS.search(around) else "visits"
    return NOUNS.get(noun, "visits")
