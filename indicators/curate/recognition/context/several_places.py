"""Places in a list before a number (东港区、五莲县投资分别为) → the one that it is of, or that it may be any."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from indicators.curate.recognition.candidates.candidate import Candidate
from indicators.curate.recognition.candidates.listed_nouns import RESPECTIVELY
from indicators.curate.recognition.context.place_mentions import PlaceMention

_JOINT: Final = re.compile(r" ?(?:[、和与及]|以及|,? and )")
_JOINT_BEFORE: Final = re.compile(r"(?:[、和与及]| and )(?:the )?$")
_LIKE_A_PLACE: Final = re.compile(
    r"(?!城镇|城乡)(?:(?![和与及])[\u4e00-\u9fff]){1,5}?(?:[省市县区镇乡旗]|街道)(?![场民委政人级域间内外长值])"
)
_LIKE_A_PLACE_BEFORE: Final = re.compile(r"[省市县区镇乡旗道]$")
_SEVERAL: Final = re.compile(
    r"(?:[各两三四五六七八九十]|[2-9])个?(?:区县|县区|县市区?|市县|县|区|市|乡镇|镇|港|园区)(?![域内])[^,，。;；]{0,20}分别"
    r"[^,，。;；0-9]{0,8}(?:[0-9.]{1,12}[^,，。;；0-9]{1,6}[、和]){0,12}$"
)
"""Places that are counted and not named before numbers of which each is of one: 三个区县投资分别为."""
_LONGEST: Final = 120
_SEVERAL_NOUNS: Final = 2
_MOST: Final = 12
"""So many places of a list get one number each."""
_ENGLISH_BEHIND: Final = re.compile(r"(?:[^.;\n\u4e00-\u9fff]|\.(?=[0-9])){0,120}?respectively")
_AND_IN_A_LIST: Final = re.compile(
    r"(?: (?:[A-Z][a-z]+ )?[Aa]utonomous [Rr]egion| [Pp]rovince| [Mm]unicipality| [Cc]ity| [Cc]ounty| [Dd]istrict)?"
    r"(?:,|,? and)(?: the)? "
)
"""What stands between two places of an English list: Guangxi autonomous region and Hunan."""
_IN_BRACKETS: Final = re.compile(r"\([^()]*\)")
_NUMBER: Final = re.compile(r"(?<![0-9.,])[0-9][0-9.,]*(?![0-9.,]*(?:%| per ?cent| ?(?:19|20)[0-9]{2}))")
OPEN: Final = PlaceMention(0, 0, "", "part")
"""What stands for any of several places."""


def place_of(text: str, candidate: Candidate, mentions: Sequence[PlaceMention], paragraph: int) -> PlaceMention | None:
    """The place of a number that follows several of them: ``OPEN`` where it may be any, None where it follows one.

    ``mentions`` are the places before it. Each number of a list is of the place of its own noun.
    """
    place = candidate.number.start
    mentions = [mention for mention in mentions if mention.start >= max(paragraph, place - 2 * _LONGEST)]
    if len(candidate.nouns) >= _SEVERAL_NOUNS:
        return _of_noun(text, candidate, mentions)
    if _SEVERAL.search(text, candidate.sentence, place):
        return OPEN
    last = mentions[-1] if mentions else None
    if last is None or not _is_joined(text, last, mentions):
        return None
    if last.start >= candidate.lead or RESPECTIVELY.search(text, last.end, place):
        return _of_its_turn(text, candidate, mentions) or OPEN
    return (_of_its_turn(text, candidate, mentions) or OPEN) if _ENGLISH_BEHIND.match(text, place) else None


def _of_its_turn(text: str, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of an English list that is as far from its first one as a number is from the first of as many numbers.

    The trade of Guangxi and Hunan was 3 billion and 2 billion yuan, respectively.
    """
    end = candidate.number.end
    behind = _ENGLISH_BEHIND.match(text, end)
    if behind is None and RESPECTIVELY.search(text, mentions[-1].end, end) is None:
        return None
    first = len(mentions) - 1
    while first and _AND_IN_A_LIST.fullmatch(text, mentions[first - 1].end, mentions[first].start):
        first -= 1
    several = mentions[first:]
    before = _numbers(text[several[-1].end : candidate.number.start])
    after = _numbers(behind[0]) if behind else _numbers(re.split(r"[;\n]|\. ", text[end : end + _LONGEST])[0])
    return several[before] if before + 1 + after == len(several) else None


def _numbers(words: str) -> int:
    """How many numbers some words have, without those in brackets and the rates of growth."""
    return len(_NUMBER.findall(_IN_BRACKETS.sub("", words)))


def _of_noun(text: str, candidate: Candidate, mentions: Sequence[PlaceMention]) -> PlaceMention | None:
    """The place of a number of a list: that which its own noun names, if each noun of a list of places names one."""
    start, end = candidate.nouns[candidate.listed]
    own = [mention for mention in mentions if start <= mention.start < end]
    joined = any(_is_joined(text, mention, mentions) for mention in mentions)
    if not own:
        return OPEN if joined or (mentions and _LIKE_A_PLACE.match(text, start, end)) else None
    if joined and len(candidate.nouns) > _MOST:
        return OPEN
    return OPEN if joined and not all(_names_one(text, noun, mentions) for noun in candidate.nouns) else own[-1]


def _names_one(text: str, noun: tuple[int, int], mentions: Sequence[PlaceMention]) -> bool:
    """True of a noun with one place; 日照市东港区 is one."""
    start, end = noun
    own = [mention for mention in mentions if start <= mention.start < end]
    if any(_JOINT.fullmatch(text, one.end, other.start) for one, other in pairwise(own)):
        return False
    return bool(own) or _LIKE_A_PLACE.match(text, start, end) is not None


def _is_joined(text: str, mention: PlaceMention, mentions: Sequence[PlaceMention]) -> bool:
    """True of a place that stands in a list with another one, or with what looks like one that nobody knows."""
    joint = _JOINT.match(text, mention.end)
    if joint and (_LIKE_A_PLACE.match(text, joint.end()) or any(other.start == joint.end() for other in mentions)):
        return True
    if any(_AND_IN_A_LIST.fullmatch(text, other.end, mention.start) for other in mentions):
        return True
    before = _JOINT_BEFORE.search(text, max(mention.start - 8, 0), mention.start)
    if before is None:
        return False
    return any(other.end == before.start() for other in mentions) or bool(
        _LIKE_A_PLACE_BEFORE.search(text, max(before.start() - 2, 0), before.start())
    )
