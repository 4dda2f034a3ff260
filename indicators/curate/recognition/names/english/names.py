"""The words before a number → where the names of metrics may begin in them, and which only say of what another is."""

import re
from collections.abc import Iterable
from typing import Final

THAT_OF: Final = re.compile(r"\b(?:that|those|the (?:figure|number|value|volume)) (?:of|from|in|with|for)\b")
"""What stands for the metric of the number before: while that of textile products rose."""
_OF: Final = re.compile(
    r"\b(?P<head>[a-z]+)s? (?:of|by|from) (?:the |its |their |[\"“”]){0,2}(?:(?!and )[a-z-]+ ){0,1}$"
)
_HEADS: Final = frozenset(
    (
        *("value", "volume", "number", "total", "amount", "output", "growth", "throughput", "share", "sum", "size"),
        *("increase", "rise", "decline", "decrease", "drop", "fall", "scale", "balance", "revenue", "export", "import"),
        *(
            "tonne",
            "ton",
            "billion",
            "million",
            "trillion",
            "yuan",
            "dollar",
            "establishment",
            "teu",
            "percent",
            "made",
            "up",
            "down",
            "year",
        ),
    )
)
"""Words before "of" that say nothing by themselves: the value of exports, but the profits of firms."""
NEW: Final = re.compile(
    r"\bnew(?:ly)?(?![-a-z]| energy| materials?| area| district)|(?<!value )(?<![-a-z])add(?:ed|ing)\b(?! value)",
    re.IGNORECASE,
)
NEW_THEN: Final = re.compile(
    r"^[^,.;]{0,30}\b(?:(?:was|were|been|being|got) (?:newly |officially )?(?:set up|established|registered|founded"
    r"|created"
    r"|opened|added|formed|launched|approved)|opened their|came into being)"
)
"""What stands behind a number of what was new in a time: 58 firms were set up."""
STANDS: Final = re.compile(
    r"\b(?:home to|hous(?:es|ing)|hosts|hosting|has|had|have|boast(?:s|ed|ing)?|there (?:are|were)"
    r"|number of (?![^,.;]{0,60}\b(?:set up|established|founded|opened|created|formed)\b))\b"
)
"""What stands before how many of a thing there are at a time."""
COMPLEMENT: Final = 0.5
"""What a name counts for that only says of what another one is."""
_OF_A_KIND: Final = ("added value", "output value", "value added")
"""Names of amounts whose last word alone says nothing: the added value of firms."""
_WORD: Final = re.compile(r"(?<![a-z])[a-z]")
_FAR: Final = 40


def is_complement(words: str, start: int) -> bool:
    """True of an English name that only says of what another one is: enterprises in "profits of enterprises"."""
    before = _OF.search(words, max(start - _FAR, 0), start)
    if before is None:
        return False
    return before["head"].removesuffix("s") not in _HEADS or words.endswith(_OF_A_KIND, 0, before.end("head"))


def complement(words: str) -> str:
    """The part of some English words that only says of what their noun is: firms of "profits of firms"."""
    place = max(words.rfind(" of "), words.rfind("added by "))
    if words.startswith("added by ", place):
        return words[place + len("added by ") :]
    return words[place + 4 :] if place > 0 and is_complement(words, place + 4) else ""


def name_starts(words: str) -> Iterable[int]:
    """Where a name may begin in some words: anywhere near the end of Chinese ones, at any word of English ones."""
    if words.isascii():
        return [word.start() for word in _WORD.finditer(words)]
    return range(max(len(words) - _FAR, 0), len(words))


def goes_on(words: str, end: int) -> bool:
    """True where the English word that a name ends with goes on behind it, but for a plural: invest of investment."""
    if not words[end - 1].isascii() or not words[end - 1].isalpha():
        return False
    return _WORD_END.match(words, end) is None


_WORD_END: Final = re.compile(r"s?(?![a-z])")
