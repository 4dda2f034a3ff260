"""The words around an English number → with what follows it, what its verb implies, and what it is a share of."""

import re
from dataclasses import replace
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.context.open_number import OpenNumber
from indicators.curate.recognition.context.paired import with_listed_thing, with_own_thing
from indicators.curate.recognition.names.english.implied_doings import of_airport, of_power, spent, supported
from indicators.curate.recognition.names.english.implied_nouns import OF_GDP, grown, implied, is_project
from indicators.curate.recognition.names.english.implied_trade import named_abroad, traded
from indicators.curate.recognition.names.english.projects import agreed
from indicators.curate.recognition.names.english.words import last_clause, part_behind, words_behind
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.curate.recognition.names.words_around import WordsAround


def with_what_follows(text: str, candidate: Candidate, around: WordsAround, known: Vocabulary) -> WordsAround:
    """The words around a number, with those behind it that say of what: 45 firms, tonnes of cargo, 2.3万农户."""
    number, own = candidate.number, around.own
    if not own.isascii() and number.unit:
        return replace(around, own=own + text[number.end : number.words_end])
    unit = number.quantity.unit if number.quantity else None
    if candidate.nouns or not own.isascii():
        return replace(around, own=with_listed_thing(text, candidate, own, unit, known))
    if part := part_behind(text, number, own):
        return replace(around, own=f" {part} ")
    own = _ABBREVIATION.sub("", own)
    own = with_own_thing(text, candidate, _ZONE.sub(" zone", _WHOSE_REVENUE.sub("", own)), unit, known)
    around = replace(around, own=own)
    words = words_behind(text, number)
    last = last_clause(own)
    before = own[: len(own) - len(last)]
    if number.phrase_end and known.names_metric(words, unit) and known.names_metric(before, unit):
        own = last  # 837 small firms and 620 high-tech companies
    return replace(around, own=f"{own.rstrip()}{words} ") if words else around


def with_what_is_meant(number: OpenNumber, around: WordsAround) -> WordsAround:
    """The words around a number, with the noun that is meant where they name none: took in, 38 percent of exports."""
    text, candidate, unit, headline, _ = number
    if candidate.nouns or not around.own.isascii():
        return around
    noun = of_airport(f"{around.sentence}{around.own}", f"{headline} {around.paragraph}", unit)
    noun = noun or of_power(f"{around.own}{words_behind(text, candidate.number)}", unit)
    noun = noun or named_abroad(around.own) or supported(around.own, around.paragraph[-_NEAR:], unit)
    if noun or number.is_named_by(around.own):
        return replace(around, own=f"{around.own}{noun} ") if noun else around
    if candidate.role == "share":
        noun = "share of GDP" if OF_GDP.match(text, candidate.number.end) else ""
    elif candidate.role == "growth":
        noun = grown(around.own)
    elif candidate.role == "amount":
        noun = _whole(number) or _implied(number, around)
    return replace(around, own=f"{around.own}{noun} ") if noun else around


def _whole(number: OpenNumber) -> str:
    """What an amount is a share of, where the words behind its share name it: 72.5 percent of the city's trade."""
    share = number.candidate.parts.get("share")
    of_what = _OF_WHAT.match(number.text, share.end) if share else None
    if share is None or of_what is None or OF_GDP.match(number.text, share.end):
        return ""
    return of_what["whole"] if number.is_named_by(of_what["whole"]) else ""


def _implied(open_number: OpenNumber, around: WordsAround) -> str:
    text, candidate, unit, headline, _ = open_number
    number = candidate.number
    first = max(candidate.lead - _TOLD_ABOVE, 0)
    above = max(text.rfind("\n", first, number.start) + 1, first)
    first = max(candidate.lead - _COUNTED_BEFORE, candidate.sentence, number.start - _NEAR)
    own, topic = text[first : number.start], f"{headline} {text[above : candidate.lead]}"
    if unit is not None and unit.is_money and (noun := traded(own, around.rest, topic)):
        return noun
    if _AS_ADJECTIVE.match(text, number.start) and is_project(text[number.words_end : number.words_end + _NEAR]):
        return "total planned investment"  # a 540-million-yuan hospital
    behind = f"{words_behind(text, number)}{around.after}"
    done = spent(around.rest, unit)
    counted = text[number.core : number.words_end + _NEAR] if unit is not None and unit.dimension == "count" else ""
    done = done or agreed(own, counted[:_NOUN], around.rest)
    return implied(own, behind, topic, unit) or done


_WHOSE_REVENUE: Final = re.compile(
    r" (?:each )?(?:with|reporting|having|whose) (?:an? )?(?:annual|main|yearly) (?:[a-z]+ ){0,3}"
    r"(?:revenue|income|sales|turnover)s?"
    r"[^,.;0-9]{0,40}[0-9][0-9.,]* (?:million|billion) yuan(?: \([^()]{0,40}\))?"
)
"""What says which firms are large, and is not what a number is of: with annual revenue of over 20 million yuan."""
_ABBREVIATION: Final = re.compile(r" \([A-Z][A-Z&]{1,6}\)(?= )")
"""What is called so for short: foreign direct investment (FDI)."""
_ZONE: Final = re.compile(
    r" (?:high-?[ -]?tech(?:nology)?|hi-tech|free[- ]trade|bonded|export processing)(?: (?:industr(?:y|ial)"
    r"|development|pilot)){0,3}"
    r" (?:zone|park|area)(?![a-z])",
    re.IGNORECASE,
)
"""A kind of zone, which says nothing of what is counted there: firms in the high-tech zone."""
_OF_WHAT: Final = re.compile(
    r" of (?:the |its |their |all |[A-Z]?[a-z]+['’]s? ){0,2}(?P<whole>[a-z][a-z' -]{3,50})", re.IGNORECASE
)
_TOLD_ABOVE: Final = 400
_COUNTED_BEFORE: Final = 60
"""So many characters before the words of a number can say what was counted there: 26 projects worth."""
_NEAR: Final = 120
_NOUN: Final = 40
_AS_ADJECTIVE: Final = re.compile(r"[0-9.,]+-(?:[a-z]+-)?(?:yuan|dollar|euro)(?![a-z])")
