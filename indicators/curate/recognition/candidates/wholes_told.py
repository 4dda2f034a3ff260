"""An English share and the words around it → where those stand that say what it is of, if no amount before it does."""

import re
from typing import Final

_BEHIND: Final = re.compile(r" (?:[^,.;:!?\n0-9]|\.(?! |\n|$)){4,120}")
_OF_WHAT: Final = re.compile(r"of which $|Of [a-z -]{3,40},? $")
_OF_WHICH: Final = re.compile(r" of (?:which|whom|them|these)(?![a-z])")
_ANSWERS: Final = re.compile(r"respond|survey|interview|poll(?!u)|said|say|believe|think|participants|voted")
"""Words of a survey, whose shares are none of an economy."""


def part_behind(text: str, end: int, before: str, *, is_first: bool) -> tuple[int, int] | None:
    """Where the words stand behind a share that ends at a place that say what it is of, and not those ``before`` it.

    45 percent of which came from private firms; Some 45 percent of the exports went to Japan.
    """
    behind = _BEHIND.match(text, end)
    if behind is None:
        return None
    begins = ((is_first and not before.strip()) or _is_next_clause(before, behind[0])) and _ANSWERS.search(
        behind[0]
    ) is None
    return behind.span() if begins or _OF_WHAT.search(before) or _OF_WHICH.match(text, end) else None


def _is_next_clause(before: str, behind: str) -> bool:
    """True of a share that begins a clause: and more than 60 percent of the oil was exported."""
    return _AND.fullmatch(before) is not None and is_subject(behind)


def is_subject(behind: str) -> bool:
    """True of the words behind a share that is the subject of a clause: of the oil was exported."""
    return _VERB.match(behind) is not None


_AND: Final = re.compile(r"(?:[^,;]{0,40})?[,;] (?:and|while|but) ")
_VERB: Final = re.compile(r" of [a-z][^,]{3,80} (?:was|were|is|are|has|have|had|came|come|went|goes|remained)(?![a-z])")
