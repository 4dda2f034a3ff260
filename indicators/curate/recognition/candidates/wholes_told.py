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
    begins = is_first and not before.strip() and _ANSWERS.search(behind[0]) is None
    return behind.span() if begins or _OF_WHAT.search(before) or _OF_WHICH.match(text, end) else None
