"""The words before an English rate → the amount before them that the subject of its clause tells of again."""

import re
from collections.abc import Sequence
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate, FigureRole, NumberRole
from indicators.values.dates import MONTHS

_LONGEST: Final = 160
_MOST: Final = 12
"""So many amounts before a rate are looked at."""
_VERB: Final = (
    r"(?:(?:ha[sd]|have|was|were|is|are|been|also|then|thus|now|already|even|[a-z]+ly) ){0,3}"
    r"(?:(?:rose|risen|gr[eo]wn?|increased|climbed|jumped|surged|soared|gained|expanded|advanced|rebounded|leapt|leaped"
    r"|swelled|edged|inched|ticked|went|gone|fell|fallen|dropped|declined|decreased|slipped|dipped|shr[au]nk|contracted"
    r"|plunged|slumped|slid|tumbled|s[au]nk|up|down)(?: (?:up|down|higher|lower))?(?: by)?"
    r"|(?:represent|mark|reflect|record|post|register|show|report|s[ae]w|see|enjoy|wa|i)(?:ed|s|n)? "
    r"(?:an? |the )?(?:[a-z-]+ ){0,3}"
    r"(?:increase|rise|growth|gain|jump|surge|decrease|decline|fall|drop)(?: rate)? of"
    r"|account(?:s|ed) for|ma(?:de|kes?) up|took up|takes? up"
    r"|(?:exceed|surpass|topp|outstripp)(?:ed|es|s) (?:[^,.;0-9]|(?:19|20)[0-9]{2}){2,50} by)"
    r"(?: about| around| nearly| almost| over| more than)? $"
)
_JOINT: Final = "and|while|but|whereas|that|which|although|though"
_SUBJECT: Final = re.compile(
    rf"(?:^\s*|[.,;] |,? (?:{_JOINT}) )"
    rf"(?P<subject>(?:(?!(?:{_JOINT}) )[A-Za-z'’-]+ ){{0,7}}?(?:[A-Za-z'’-]+, [^,.;:0-9]{{3,60}}, )?){_VERB}"
)
_FIRST: Final = re.compile(
    r"\s*(?:(?:Compared (?:with|to)|Over|Against|On) [^,.;0-9]{3,40}, "
    r"|(?:Meanwhile|However|Overall|At the same time), )?"
)
"""What a sentence may begin with before its subject; no other time than that of the sentence before it."""
_SAID_IT: Final = re.compile(r"^[^,;0-9]{3,100} that (?:this|it) (?:was|is|represent(?:s|ed)|mark(?:s|ed)) ")
_SAYS_NOTHING: Final = (
    *("it", "they", "this", "that", "these", "those", "which", "the", "its", "their", "his", "our", "an", "of", "in"),
    *("total", "overall", "combined", "whole", "figure", "number", "value", "volume", "amount", "sum", "level", "and"),
)
_ANOTHER_TIME: Final = re.compile(
    rf" (?:in|during|for|over) (?:{'|'.join(MONTHS)}"
    r"|the (?:first|second|third|fourth|last|past|whole)|(?:19|20)[0-9]{2})|,? (?:month|quarter)[- ]on[- ]"
)


def amount_of(text: str, words: str, end: int, role: FigureRole, amounts: Sequence[Candidate]) -> Candidate | None:
    """The last of some amounts without such a rate that the subject of the words before one tells of again.

    ``end`` is where the rate ends. "It" is the last one.
    """
    subject = _SUBJECT.search(words[-_LONGEST:]) if words.isascii() else None
    if subject is None or _ANOTHER_TIME.match(text, end):
        return None
    nouns = _stems(subject["subject"])
    for amount in reversed(amounts[-_MOST if nouns else -1 :]):
        number = amount.number
        own = text[max(amount.lead, number.start - _LONGEST) : number.words_end]
        if amount.role == "amount" and role not in amount.parts and nouns <= _stems(own):
            return amount
    return None


def part_of(text: str, last: Sequence[Candidate], role: NumberRole, since: str) -> Candidate | None:
    """The first of two amounts, the part that a share behind them is of: 28 of the province's 160 firms, or 17%."""
    if len(last) < _PART_AND_WHOLE or role not in {"share", "completion"} or role in last[0].parts:
        return None
    is_part = _OF_THE_WHOLE.fullmatch(text, last[0].end, last[1].number.start)
    return last[0] if is_part and _OR.search(since) else None


_PART_AND_WHOLE: Final = 2
_OF_THE_WHOLE: Final = re.compile(r" of (?:the|its|this|their|these)(?:['’]s)?(?: [A-Za-z'’ -]{0,40})? ")
_OR: Final = re.compile(", or (?:about )?$")


def behind_comparison(text: str, start: int) -> int:
    """Where a sentence begins behind what it compares with: Compared with 2019, that is."""
    comparison = _COMPARED.match(text, start)
    return comparison.end() if comparison else start


_COMPARED: Final = re.compile(
    r"\s*(?:Compared (?:with|to)|Against|Over) (?:[^,.;0-9]|(?:19|20)[0-9]{2}){1,40}, ", re.IGNORECASE
)


def begins(words: str) -> bool:
    """True of the words between the beginning of a sentence and a rate that have nothing before the subject."""
    if _SAID_IT.search(words):
        return True
    first = _FIRST.match(words)
    subject = _SUBJECT.search(words[first.end() :]) if first and len(words) <= _LONGEST else None
    return subject is not None and subject.start() == 0


def _stems(words: str) -> frozenset[str]:
    """The words that say something, without what makes them several or another's."""
    found = (word.removesuffix("'s").removesuffix("’s").rstrip("s") for word in _WORD.findall(words.lower()))
    return frozenset(found) - _STEMS_OF_NOTHING


_WORD: Final = re.compile("[a-z][a-z'’-]*")
_STEMS_OF_NOTHING: Final = frozenset(word.rstrip("s") for word in _SAYS_NOTHING) | {""}
