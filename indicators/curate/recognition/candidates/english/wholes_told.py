"""An English share and the words around it → where those stand that say what it is of, if no amount before it does."""

import re
from typing import Final

_BEHIND: Final = re.compile(r" (?:[^,.;:!?\n0-9]|\.(?! |\n|$)){4,120}")
_OF_WHAT: Final = re.compile(r"of which $|Of [a-z -]{3,40},? $")
_OF_WHICH: Final = re.compile(r" of (?:which|whom|them|these)(?![a-z])")
_ANSWERS: Final = re.compile(r"respond|survey|interview|poll(?!u)|said|say|believe|think|participants|voted")
"""Words of a survey, whose shares are none of an economy."""


def part_behind(text: str, end: int, sentence: str, *, is_first: bool) -> tuple[int, int] | None:
    """Where the words stand behind a share that ends at a place that say what it is of, and not those of its sentence.

    45 percent of which came from private firms; Some 45 percent of the exports went to Japan.
    """
    behind = _BEHIND.match(text, end)
    if behind is None:
        return None
    begins = (is_first and not sentence.strip()) or begins_a_clause(sentence, behind[0])
    is_answer = _ANSWERS.search(behind[0]) is not None
    begins = begins or (_AND_OF.search(sentence) is not None and behind[0].startswith(" of "))
    is_of_which = _OF_WHAT.search(sentence) or _OF_WHICH.match(text, end)
    return behind.span() if (begins and not is_answer) or is_of_which else None


def begins_a_clause(before: str, behind: str) -> bool:
    """True of a share that is the subject: and 60 percent of the oil was exported; Of the firms, 5 percent are."""
    is_next = _AND.search(before) is not None and (is_subject(behind) or _DOES.match(behind))
    return bool(is_next) or (_OF_A_WHOLE.search(before) is not None and _DOES.match(behind) is not None)


def is_subject(behind: str) -> bool:
    """True of the words behind a share that is the subject of a clause: of the oil was exported."""
    return _VERB.match(behind) is not None


_OF_A_WHOLE: Final = re.compile(
    r"(?:^|[.;,] )(?:Of|Among|Out of) [^.;]{3,100}, (?:and |while |but )?$|, of (?:which|whom) $"
)
_DOES: Final = re.compile(
    r" (?:are|were|is|was|have|has|had|will|can|now|also|came|come|comes|went|go|goes|[a-z]{3,}(?:ed|s))(?![a-z])"
)
_AND_OF: Final = re.compile(r"(?:%|per ?cent) of [^,.;:0-9]{2,60},? and $")
_AND: Final = re.compile("[,;] (?:and|while|but) $")
_VERB: Final = re.compile(
    r" of [a-z][^,.;]{3,80} (?:was|were|is|are|has|have|had|came|come|went|goes|remained|to be)(?![a-z])"
)
