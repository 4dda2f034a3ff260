"""An English number of two that a sentence tells of two things → the words before it, with its own thing only."""

import re
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.names.vocabulary import Vocabulary
from indicators.values.unit_table import Unit

_ABOUT: Final = r"(?:(?:about|around|nearly|almost|over|some|more than|less than) )?"
_AMOUNT: Final = r"(?:US)?[$¥]?[0-9](?:[0-9,]|\.(?=[0-9])){0,14}(?: [A-Za-z$.-]+){0,4}?"
_SECOND_BEHIND: Final = re.compile(
    rf",? and {_ABOUT}{_AMOUNT}(?=[,.;]|$| (?:at|by|in|as|for|during|last|respectively)\b)"
)
_SECOND: Final = re.compile(rf",? and {_ABOUT}$")
_FIRST_BEFORE: Final = re.compile(rf"(?P<words>[^.;!?\n0-9]{{3,160}}?){_AMOUNT},? and {_ABOUT}$")
_TWO: Final = re.compile(r"(?<![A-Za-z-])(?P<one>[A-Za-z-]+) and (?P<other>[A-Za-z-]+)(?![A-Za-z-])")
_NEAR: Final = 240


def with_own_thing(text: str, candidate: Candidate, own: str, unit: Unit | None, known: Vocabulary) -> str:
    """The words before a number of two: deposits and loans were (310 billion) and (280 billion yuan); else the same."""
    place = candidate.number.start
    if _SECOND_BEHIND.match(text, candidate.number.words_end):
        return _of_two(own, 0, unit, known) or own
    if _SECOND.fullmatch(own) is None:
        return own
    first = _FIRST_BEFORE.search(text, max(candidate.sentence, place - _NEAR), place)
    return (_of_two(first["words"], 1, unit, known) if first else "") or own


def with_listed_thing(text: str, candidate: Candidate, own: str, unit: Unit | None, known: Vocabulary) -> str:
    """The words of one of two listed nouns with those that both share: budget revenue and expenditure."""
    nouns = candidate.nouns
    if len(nouns) != len(_PAIR) or not own.isascii() or known.names_metric(text[slice(*nouns[candidate.listed])], unit):
        return own
    return _of_two(text[nouns[0][0] : nouns[-1][1]], candidate.listed, unit, known) or own


_PAIR: Final = ("one", "other")


def _of_two(words: str, index: int, unit: Unit | None, known: Vocabulary) -> str:
    """The words with one of the two things that they name last; empty where they name one, or the same twice."""
    two = [*_TWO.finditer(words)]
    if not two:
        return ""
    pair = two[-1]
    left, right = words[: pair.end("one")], words[pair.start("other") :]
    if not (known.names_metric(left, unit) and known.names_metric(right, unit)):
        left = f"{left}{words[pair.end() :]}"
        right = f"{words[: pair.start()]}{right}"
    if known.named_in(left)[:1] == known.named_in(right)[:1] and not _NAMES_TWO.search(pair[0]):
        return ""
    return right if index else left


_NAMES_TWO: Final = re.compile(r"urban|rural|primary|secondary|tertiary", re.IGNORECASE)
